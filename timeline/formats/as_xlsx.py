"""The whole timeline as a workbook: a chronology to print, then a sheet a table with typed days and filters. And back.

Text is written as text, never as formula, and only the chronology has links; what a spreadsheet would run if it were
typed anew gets the quote prefix, which is Excel's own apostrophe.
"""

import datetime as dt
import io
import itertools
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, Final
from xml.etree.ElementTree import ParseError

import pandas as pd
import xlsxwriter
from openpyxl.utils.exceptions import InvalidFileException

from timeline.documents.zip import BROKEN, check_archive
from timeline.errors import DocumentError, FormatError, TableError, TimelineError
from timeline.formats.cells import defuse, join_names, split_names
from timeline.formats.chronology import write_chronology
from timeline.formats.rows import from_rows
from timeline.formats.sheets import Lines, choose_table, read_sheets, read_values
from timeline.formats.sources import find_latest_publication
from timeline.formats.voices import write_voices
from timeline.guard import run_apart
from timeline.table import TABLES, Timeline, from_frame

__all__ = ["read", "write"]

_MOST = 32_767  # characters a cell holds
_FIRST_TYPED = dt.date(1901, 1, 1)  # Excel has no days before 1900, and one in 1900 that never was
_EPOCH = dt.date(1980, 1, 1)  # the first day a zip file knows
_WIDTHS: Final = {"title": 60, "quote": 80, "actors": 32, "aliases": 40, "message": 60, "url": 40, "path": 40}
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ABOUT = "about"
# What openpyxl raises for workbooks that are broken, or that hold what it does not foresee.
_FAILURES = (*BROKEN, InvalidFileException, ParseError, KeyError, TypeError, AttributeError, IndexError)
_LARGE = 20_000_000  # bytes unpacked, from which a workbook is read by a process of its own


def write(timeline: Timeline) -> bytes:
    """`timeline` as a workbook: Chronology, Who says what, then a sheet a table, and one about it.

    Raises
    ------
    FormatError
        If a text is longer than a cell can hold.
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        created = max(find_latest_publication(timeline) or _EPOCH, _EPOCH)  # else the clock's
        book.set_properties({"created": dt.datetime.combine(created, dt.time(), dt.UTC)})
        styles = {
            "head": book.add_format({"bold": True, "bg_color": "#EEF0F3", "bottom": 1}),
            "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            "quoted": book.add_format({"quote_prefix": True}),
            "plain": book.add_format(),
        }
        write_chronology(book, timeline)
        write_voices(book, timeline)
        for name, columns in TABLES.items():
            _write_sheet(book.add_worksheet(name), getattr(timeline, name), columns, styles)
        about = book.add_worksheet(_ABOUT)
        about.set_column(1, 1, 80)
        about.write_string(0, 0, "title", styles["head"])
        _write_text(about, 0, 1, timeline.title, styles)
    return content.getvalue()


def _write_sheet(sheet: Any, frame: pd.DataFrame, columns: Mapping[str, str], styles: Mapping[str, Any]) -> None:
    for place, (name, kind) in enumerate(columns.items()):
        sheet.set_column(place, place, _WIDTHS.get(name, 12))
        sheet.write_string(0, place, name, styles["head"])
        for row, value in enumerate(frame[name].tolist(), start=1):
            _write_cell(sheet, row, place, kind, value, styles)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(frame), len(columns) - 1)


def _write_cell(sheet: Any, row: int, column: int, kind: str, value: Any, styles: Mapping[str, Any]) -> None:
    if value is pd.NaT or value is pd.NA:
        return
    if kind == "day" and value.date() >= _FIRST_TYPED:
        sheet.write_datetime(row, column, value.to_pydatetime(), styles["day"])
    elif kind in {"count", "offset", "share"}:
        sheet.write_number(row, column, value)
    else:
        text = join_names(value) if kind == "names" else str(value.date()) if kind == "day" else value
        _write_text(sheet, row, column, text, styles)


def _write_text(sheet: Any, row: int, column: int, text: str, styles: Mapping[str, Any]) -> None:
    if len(text) > _MOST:
        raise FormatError(f"a text of {len(text)} characters: a cell holds {_MOST}; write .json or .csv")
    sheet.write_string(row, column, text, styles["plain" if defuse(text) == text else "quoted"])


def read(data: bytes, *, strict: bool = False) -> Timeline:
    """The timeline in `data`: a workbook as `write` makes it, or one with a sheet that is a table of events.

    Raises
    ------
    TableError
        If it is no such workbook; of a saved timeline it names the first cell that does not hold, of a table made by
        hand only where `strict`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_archive(archive)
            is_large = sum(entry.file_size for entry in archive.infolist()) > _LARGE
    except DocumentError as error:
        raise TableError(f"a workbook (.xlsx) of {error}") from error
    except BROKEN as error:
        raise _make_error(error) from error
    sheets, notes = run_apart(_read_contents, data, TableError) if is_large else _read_contents(data)
    if TABLES.keys() <= sheets.keys():
        about = dict(row[:2] for row in sheets.get(_ABOUT, []) if len(row) > 1)
        saved = {name: list(_read_saved(sheets[name], columns)) for name, columns in TABLES.items()}
        return from_rows(_unpack_text(about.get("title")), saved)
    name, table, remarks = choose_table(sheets, strict=strict)
    return from_frame(table, strict=strict, clean=True, remarks=[*remarks, *notes.get(name, [])])


def _read_contents(data: bytes) -> tuple[dict[str, Lines], dict[str, list[str]]]:
    """The lines of each sheet of the workbook, and what is to be said of each."""
    try:
        sheets = read_values(data)
        return (sheets, {}) if TABLES.keys() <= sheets.keys() else read_sheets(data, sheets)
    except _FAILURES as error:
        if isinstance(error, TimelineError):
            raise
        raise _make_error(error) from error


def _make_error(error: Exception) -> TableError:
    said = next(iter(str(error).splitlines()), "") or type(error).__name__
    return TableError(f"not a workbook (.xlsx): {said}; save it anew")


def _read_saved(lines: Lines, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    header = [str(name) for name in itertools.chain.from_iterable(lines[:1])]
    for line in lines[1:]:
        yield {name: _read_cell(columns.get(name, "text"), value) for name, value in zip(header, line, strict=False)}


def _read_cell(kind: str, value: Any) -> Any:
    if kind == "day":
        return value.date().isoformat() if isinstance(value, dt.datetime) else value
    if kind == "names":
        return split_names(_unpack_text(value))
    return _unpack_text(value) if kind == "text" else value


def _unpack_text(value: Any) -> str:
    """The text of a cell, characters that XML has no place for unpacked (ISO 29500-1, 22.9.2.19)."""
    return "" if value is None else _ESCAPED.sub(lambda code: chr(int(code[1], 16)), str(value))
