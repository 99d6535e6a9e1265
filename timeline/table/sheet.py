"""The lines of a sheet, as people make them -> its table: where its header stands, and what its columns are called.

Titles and notes above the header are passed over, a second column of the same name is told from the first, and a sheet
without a header is read by what stands in its columns.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd

from timeline.errors import TableError
from timeline.table.by_content import is_date
from timeline.table.headers import holds_header, read_headers

__all__ = ["MOST_COLUMNS", "MOST_ROWS", "check_size", "find_header", "to_table"]

MOST_ROWS = 50_000  # events; a chart of more than a few thousand says nothing
MOST_COLUMNS = 1_000
LAST_HEADER = 30  # lines: what stands further down is no header
SAMPLE = 20  # rows that are looked at to tell what a column holds

Line = Sequence[Any]


def check_size(rows: int, columns: int) -> None:
    """Refuse a table of more `rows` or `columns` than are read.

    Examples
    --------
    >>> check_size(2_000_000, 5)
    Traceback (most recent call last):
    timeline.errors.TableError: the table has 2,000,000 rows; at most 50,000 are read: split it
    """
    for count, most, what, how in (
        (rows, MOST_ROWS, "rows", "split it"),
        (columns, MOST_COLUMNS, "columns", "remove those that no event needs"),
    ):
        if count > most:
            raise TableError(f"the table has {count:,} {what}; at most {most:,} are read: {how}")


def find_header(lines: Sequence[Line]) -> int | None:
    """The place of the line that names the columns, among the first `LAST_HEADER`; None where none does.

    Of a header in two lines it is the second, which is the finer one.

    Examples
    --------
    >>> find_header([["Chronology of the affair"], [], ["Date", "Event"], ["2024-05-03", "Vote"]])
    2
    """
    named = (place for place, line in enumerate(lines[:LAST_HEADER]) if holds_header(line))
    holds = [place for place in named if not any(_is_filled(cell) and is_date(cell) for cell in lines[place])]
    if len(holds) > 1 and holds[1] == holds[0] + 1:
        return holds[1]
    return holds[0] if holds else None


def to_table(lines: Sequence[Line], *, strict: bool = False) -> tuple[pd.DataFrame, list[str]]:
    """The rows of a sheet under their header, empty ones left out; and what a user should know of how it was found.

    Raises
    ------
    TableError
        If nothing stands in `lines`; where `strict`, if a name stands twice or a row is longer than the header.

    Examples
    --------
    >>> lines = [["Our chronology"], ["Date", "Event", "Note", "Note"], ["2024-05-03", "Vote", "a", "b"]]
    >>> table, remarks = to_table(lines)
    >>> list(table.columns), remarks
    (['Date', 'Event', 'Note', 'Note (2)'], ["1 line above the header ('Our chronology') is passed over"])
    >>> to_table([["2024-05-03", "Vote"], ["2024-06-01", "Sale"]])[0].columns.tolist()
    ['start', 'title']
    """
    lines = [line for line in lines if any(_is_filled(cell) for cell in line)]
    if not lines:
        raise TableError("the table is empty; it needs a first line with the columns 'title' and 'start'")
    check_size(len(lines) - 1, max(map(len, lines)))
    place = find_header(lines)
    remarks = []
    if place:
        above = next(str(cell).strip() for cell in lines[0] if _is_filled(cell))
        words = "1 line" if place == 1 else f"{place} lines"
        remarks.append(f"{words} above the header ({above!r}) {'is' if place == 1 else 'are'} passed over")
    if place is None and (named := _find_by_content(lines)):
        taken = " and ".join(f"column {place + 1} is taken for {field!r}" for field, place in named.items())
        remarks.append(f"no line names the columns; by what is in them, {taken}")
        return _make_frame(_list_named(lines, named), lines), remarks
    header, rows = lines[place or 0], lines[(place or 0) + 1 :]
    given = [str(cell).strip() if _is_filled(cell) else "" for cell in header]
    names = _make_unique(given)
    twice = next((n for n in given if n and [g.casefold() for g in given].count(n.casefold()) > 1), "")
    if strict and twice:
        raise TableError(f"column {twice!r} stands twice in the first line; rename or remove one")
    surplus = [n for n, line in enumerate(rows, 1) if any(_is_filled(cell) for cell in line[len(names) :])]
    if surplus:
        number, width = surplus[0], len(rows[surplus[0] - 1])
        more = f" (and {len(surplus) - 1} rows more)" if surplus[1:] else ""
        said = f"row {number} has {width} cells, the first line {len(names)}{more}; put text with commas in quotes"
        if strict:
            raise TableError(said)
        remarks.append(f"{said}; what is beyond is left out")
    return _make_frame(names, rows), remarks


def _is_filled(cell: object) -> bool:
    return cell is not None and bool(str(cell).strip())


def _make_unique(names: Sequence[str]) -> list[str]:
    """`names` with the number of its occurrence behind each that came before."""
    seen: Counter[str] = Counter()
    unique = []
    for name in names:
        seen[name.casefold()] += bool(name)
        unique.append(f"{name} ({seen[name.casefold()]})" if seen[name.casefold()] > 1 else name)
    return unique


def _make_frame(names: Sequence[str], rows: Sequence[Line]) -> pd.DataFrame:
    """The rows under `names`; columns without a name are left out."""
    kept = [place for place, name in enumerate(names) if name]
    cells = [[line[place] if place < len(line) else None for place in kept] for line in rows]
    return pd.DataFrame(cells, columns=[names[place] for place in kept], dtype="object")


def _find_by_content(lines: Sequence[Line]) -> dict[str, int] | None:
    """The places of the columns of dates and of titles, by what most of their first cells are; None without both."""
    sample = lines[:SAMPLE]
    width = max(map(len, sample))
    columns = [
        [line[place] for line in sample if place < len(line) and _is_filled(line[place])] for place in range(width)
    ]
    dates = [place for place, cells in enumerate(columns) if cells and sum(map(is_date, cells)) * 3 >= len(sample) * 2]
    texts = [place for place, cells in enumerate(columns) if place not in dates and len(cells) * 3 >= len(sample) * 2]
    if not dates or not texts or read_headers([str(cell) for cell in lines[0]]).names:
        return None
    longest = max(texts, key=lambda place: sum(len(str(cell)) for cell in columns[place]))
    return {"start": dates[0], "title": longest} | ({"end": dates[1]} if len(dates) > 1 else {})


def _list_named(lines: Sequence[Line], fields: dict[str, int]) -> list[str]:
    names = {place: field for field, place in fields.items()}
    return [names.get(place, f"column {place + 1}") for place in range(max(map(len, lines)))]
