"""The events table as comma-separated values (RFC 4180, UTF-8): one row an event, and back.

Mentions, documents and actors' aliases have no place in it: JSON carries the whole timeline.
"""

import collections
import csv
import io
from typing import Any, Final

import pandas as pd

from timeline.errors import TableError
from timeline.formats.cells import defuse, join_names, refuse, split_names
from timeline.table import EVENTS, Timeline, from_frame

__all__ = ["read", "write"]

_BOM = "\ufeff"
_LISTS: Final = frozenset(name for name, kind in EVENTS.items() if kind == "names")


def write(timeline: Timeline, *, bom: bool = False) -> bytes:
    """The events of `timeline` as CSV; formulas are defused, lists of actors joined with ``"; "``.

    Parameters
    ----------
    timeline
        What to write.
    bom
        Put a byte order mark first: without it Excel on Windows takes UTF-8 for the local encoding.
    """
    rows = timeline.events.itertuples(index=False)
    cells = ([_cell(kind, value) for kind, value in zip(EVENTS.values(), row, strict=True)] for row in rows)
    lines = "".join(_line(row) for row in [list(EVENTS), *cells])
    return ((_BOM if bom else "") + lines).encode()


def _line(cells: list[str]) -> str:
    """One row; written for CRLF, so that a lone carriage return within a cell is quoted, too, and ended by LF."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


def _cell(kind: str, value: Any) -> str:
    if kind == "day":
        return "" if value is pd.NaT else str(value.date().isoformat())
    if kind == "names":
        return defuse(join_names(value))
    return defuse(value) if kind == "text" else str(value)


def read(data: bytes) -> Timeline:
    """The timeline in `data`, written by `write` or by hand: comma, semicolon or tab between cells, UTF-8 or UTF-16.

    Raises
    ------
    TableError
        If it is no such table.
    """
    text = _decode(data).removeprefix(_BOM)
    rows = [row for row in _rows(text) if any(cell.strip() for cell in row)]
    if not rows:
        raise TableError("the table is empty; it needs a first line with the columns 'title' and 'start'")
    header = [refuse(cell).strip() for cell in rows[0]]
    counts = collections.Counter(name.casefold() for name in header)
    twice = [name for name in header if counts[name.casefold()] > 1]
    if twice:
        raise TableError(f"column {twice[0]!r} stands twice in the first line; rename or remove one")
    return from_frame(pd.DataFrame([_record(n, header, row) for n, row in enumerate(rows[1:], 1)], columns=header))


def _decode(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        wrong = data[error.start : error.start + 1]
        raise TableError(
            f"byte {error.start} ({wrong!r}) is not {encoding.upper()}; save the table as UTF-8"
        ) from error


def _rows(text: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise TableError(f"not comma-separated values: {error}; check the quotation marks") from error


def _record(number: int, header: list[str], row: list[str]) -> list[Any]:
    if len(row) > len(header):
        raise TableError(
            f"row {number} has {len(row)} cells, the first line {len(header)}; put text with commas in quotes"
        )
    cells = [refuse(cell) for cell in row] + [""] * (len(header) - len(row))
    return [split_names(c) if name.casefold() in _LISTS else c for name, c in zip(header, cells, strict=True)]
