"""The events table as comma-separated values (RFC 4180, UTF-8): one row an event with its links, and back.

Quotes, what else is known of documents, and actors' aliases have no place in it: JSON carries the whole timeline.
"""

import csv
import io
from typing import Any, Final

import pandas as pd

from timeline.documents.records import read_csv_lines
from timeline.documents.text import decode_text
from timeline.errors import DocumentError, TableError
from timeline.formats.cells import defuse, join_names, refuse_cell, split_names
from timeline.formats.sources import list_links, read_citations
from timeline.table import EVENTS, Timeline, from_frame, to_table

__all__ = ["read", "write"]

_BOM = "\ufeff"
_LINKS: Final = "links"  # a column that every reader of tables takes for sources, ours among them
_LISTS: Final = frozenset(name for name, kind in EVENTS.items() if kind == "names")


def write(timeline: Timeline, *, bom: bool = False) -> bytes:
    """The events of `timeline` as CSV; formulas are defused, lists of actors and links joined with ``"; "``.

    Parameters
    ----------
    timeline
        What to write.
    bom
        Put a byte order mark first: without it Excel on Windows takes UTF-8 for the local encoding.
    """
    citations = read_citations(timeline)
    lines = [_write_line([*EVENTS, _LINKS])]
    for row in timeline.events.itertuples(index=False):
        links = list_links(citations.get(str(row.event_id), []))
        cells = [_write_cell(kind, value) for kind, value in zip(EVENTS.values(), row, strict=True)]
        lines.append(_write_line([*cells, "; ".join(links)]))
    return ((_BOM if bom else "") + "".join(lines)).encode()


def _write_line(cells: list[str]) -> str:
    """One row; written for CRLF, so that a lone carriage return within a cell is quoted, too, and ended by LF."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


def _write_cell(kind: str, value: Any) -> str:
    if kind == "day":
        return "" if value is pd.NaT else str(value.date().isoformat())
    if kind == "names":
        return defuse(join_names(value))
    return defuse(value) if kind == "text" else str(value)


def read(data: bytes, *, strict: bool = False) -> Timeline:
    """The timeline in `data`, written by `write` or by hand.

    Cells may be parted by comma, semicolon, tab or bar, lines end as on any system, and text be encoded in UTF-8,
    UTF-16 or, with a remark, as Windows does.

    Raises
    ------
    TableError
        If it is no such table; where `strict`, for the first cell that does not hold.
    """
    text, note = _decode(data)
    if strict and note:
        raise TableError(f"this is {note}; save the table as UTF-8")
    try:
        lines = read_csv_lines(text)
    except DocumentError as error:
        raise TableError(f"not comma-separated values: {error}") from error
    table, remarks = to_table([[refuse_cell(cell) for cell in line] for line in lines], strict=strict)
    for name in _LISTS & {str(column).casefold() for column in table.columns}:
        column = next(c for c in table.columns if str(c).casefold() == name)
        table[column] = [_list(cell) for cell in table[column]]
    return from_frame(table, strict=strict, clean=True, remarks=[*([note] if note else []), *remarks])


def _decode(data: bytes) -> tuple[str, str]:
    """The text of a table, and a note where its encoding had to be guessed."""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        try:
            return decode_text(data)
        except DocumentError:
            wrong = data[error.start : error.start + 1]
            raise TableError(f"byte {error.start} ({wrong!r}) is not UTF-8; save the table as UTF-8") from error


def _list(cell: str | None) -> list[str] | str:
    """The names in a cell; a list that a program wrote as text is left to whoever reads the cell."""
    cell = cell or ""
    return cell if cell.lstrip().startswith("[") else split_names(cell)
