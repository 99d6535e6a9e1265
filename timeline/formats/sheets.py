"""The sheets of a workbook that somebody made by hand -> the lines of each, as its reader sees them.

A cell that shows a month alone says no more, whatever day lies behind it; what is merged over several rows stands in
each of them; a formula that no program has worked out has no value, which is told.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import openpyxl
import pandas as pd

from timeline.errors import TableError
from timeline.table import check_size, find_header, to_table
from timeline.table.links import write_link
from timeline.web import is_address

__all__ = ["Lines", "choose_table", "read_sheets", "read_values"]

LAST_ROW = 1_048_576  # of a sheet, as the format has it
MOST_CELLS = 2_000_000  # of a sheet, empty ones among the others counted
LARGEST = 5_000_000  # bytes of a workbook whose formulas are looked for

Lines = list[list[Any]]

_HYPERLINK = re.compile(
    r'=HYPERLINK\(\s*"(?P<address>https?://[^"]{1,2000})"(?:\s*[,;]\s*"(?P<words>[^"]{0,300})")?', re.IGNORECASE
)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')


def read_values(data: bytes) -> dict[str, Lines]:
    """The values in each sheet of the workbook in `data`, up to the last line and column that hold any.

    What a sheet says of its own size is not believed: it may be too small, or without end.

    Raises
    ------
    TableError
        If values stand further down or to the right than is read.
    """
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return {sheet.title: _list_values(sheet) for sheet in book.worksheets}


def _list_values(sheet: Any) -> Lines:
    sheet.reset_dimensions()
    lines: Lines = []
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        width = next((place for place in range(len(row), 0, -1) if row[place - 1] is not None), 0)
        if width:
            check_size(number - 1, width)
            lines += [[] for _ in range(len(lines) + 1, number)]
            lines.append(list(row[:width]))
        elif number > LAST_ROW:
            raise TableError(f"a row of sheet {sheet.title!r} has a number above {LAST_ROW:,}, the last; save it anew")
    width = max(map(len, lines), default=0)
    if len(lines) * width > MOST_CELLS:
        raise TableError(
            f"sheet {sheet.title!r} has {len(lines):,} rows of {width:,} cells; at most {MOST_CELLS:,} cells are read: "
            "leave out columns that no event needs"
        )
    return [[*line, *[None] * (width - len(line))] for line in lines]


def read_sheets(data: bytes, values: Mapping[str, Lines]) -> tuple[dict[str, Lines], dict[str, list[str]]]:
    """The lines of each sheet as they are seen, as far as they hold `values`; and what is to be said of each."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    sheets = {sheet.title: _list_lines(sheet, values[sheet.title]) for sheet in book.worksheets}
    if len(data) > LARGEST:
        return sheets, {}
    _take_links(data, sheets)
    return sheets, _find_unworked(data, sheets)


def _list_lines(sheet: Any, values: Lines) -> Lines:
    if not values:
        return []
    lines = [[_show_cell(cell) for cell in row] for row in sheet.iter_rows(1, len(values), 1, len(values[0]))]
    for merged in sheet.merged_cells.ranges:
        if merged.min_row > len(lines) or merged.min_col > len(lines[0]):
            continue
        value = lines[merged.min_row - 1][merged.min_col - 1]
        for row in range(merged.min_row, min(merged.max_row, len(lines))):
            lines[row][merged.min_col - 1] = value
    return lines


def _show_cell(cell: Any) -> Any:
    """What a reader of the sheet sees in `cell`: of a date no more than its format shows; nothing for an error."""
    value = cell.value
    if cell.data_type == "e":
        return None
    address = cell.hyperlink.target if cell.hyperlink else None
    if isinstance(value, str) and is_address(str(address)) and value.strip() != address:
        return write_link(value, str(address))
    if not isinstance(value, dt.date) or not cell.is_date:
        return value
    shown = _QUOTED.sub("", cell.number_format or "").casefold()
    if "d" in shown or "general" in shown or "y" not in shown:
        return value
    return f"{value.year:04}-{value.month:02}" if "m" in shown else f"{value.year:04}"


def _take_links(data: bytes, sheets: dict[str, Lines]) -> None:
    """Put the addresses of formulas such as ``=HYPERLINK("https://…", "Gazette")`` into the cells of `sheets`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        if not any(b"HYPERLINK(" in archive.read(name) for name in names):
            return
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    for sheet in book.worksheets:
        for row, line in zip(_list_rows(sheet), sheets.get(sheet.title, []), strict=False):
            for place, cell in enumerate(row[: len(line)]):
                found = _HYPERLINK.match(cell.value) if isinstance(cell.value, str) else None
                if found:
                    line[place] = write_link(str(line[place] or found["words"] or found["address"]), found["address"])


def _find_unworked(data: bytes, sheets: Mapping[str, Lines]) -> dict[str, list[str]]:
    """For each sheet, which of its cells hold a formula without a stored value."""
    if b"<f" not in data and not any(None in line for lines in sheets.values() for line in lines):
        return {}
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    notes = {}
    for sheet in book.worksheets:
        found = [
            cell.coordinate
            for row, line in zip(_list_rows(sheet), sheets.get(sheet.title, []), strict=False)
            for cell, stored in zip(row, line, strict=False)
            if stored is None and isinstance(cell.value, str) and cell.value.startswith("=")
        ]
        if found:
            named = ", ".join(found[:5]) + (f" and {len(found) - 5} more" if len(found) > 5 else "")
            note = f"cell {named} of sheet {sheet.title!r}: a formula without a stored value"
            notes[sheet.title] = [f"{note}; open the workbook in a spreadsheet program and save it"]
    return notes


def _list_rows(sheet: Any) -> Iterator[Any]:
    sheet.reset_dimensions()
    return sheet.iter_rows()  # type: ignore[no-any-return]


def choose_table(sheets: Mapping[str, Lines], *, strict: bool = False) -> tuple[str, pd.DataFrame, list[str]]:
    """The name and the table of the first sheet that is one of events, and what is to be said of it.

    Raises
    ------
    TableError
        If no sheet holds anything.
    """
    filled = {name: lines for name, lines in sheets.items() if any(any(c is not None for c in line) for line in lines)}
    if not filled:
        raise TableError("the workbook is empty; it needs a sheet with the columns 'title' and 'start'")
    name = next((name for name, lines in filled.items() if find_header(lines) is not None), next(iter(filled)))
    table, remarks = to_table(filled[name], strict=strict)
    others = [other for other in filled if other != name]
    if others:
        remarks.append(f"events are read from sheet {name!r}; left out: {', '.join(map(repr, others))}")
    return name, table, remarks
