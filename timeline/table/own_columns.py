"""Columns that are called like ours -> whether they hold what ours do, cell by cell.

Of a column in which most cells hold, those that do not are set to what a new event has; a column that only shares the
name ("Importance" from 1 to 10, "Status: confirmed") is left out as a whole, and that is said.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from timeline.table.row import Remarks, Row
from timeline.vocabulary import Basis, Extent, Precision, Review, Status, list_values

__all__ = ["check_own_columns", "is_count"]


def is_count(value: Any) -> bool:
    """Whether `value` is a whole number from 0, or written as one."""
    try:
        return float(value) >= 0 and float(value) == int(float(value))
    except (TypeError, ValueError, OverflowError):
        return False


def _is_share(value: Any) -> bool:
    try:
        return 0 <= float(value) <= 1
    except (TypeError, ValueError):
        return False


def _is_one_of(words: Iterable[str]) -> tuple[Callable[[Any], bool], str]:
    known = tuple(words)
    return (lambda value: str(value) in known), f"; allowed: {', '.join(known)}"


_CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "sources": (is_count, " is not a whole number from 0"),
    "mentions": (is_count, " is not a whole number from 0"),
    "importance": (_is_share, " is not a number from 0 to 1"),
    "precision": _is_one_of(list_values(Precision)),
    "span": _is_one_of(list_values(Extent)),
    "date_basis": _is_one_of(list_values(Basis)),
    "status": _is_one_of(list_values(Status)),
    "review": _is_one_of(list_values(Review)),
}


def check_own_columns(rows: Sequence[Row], remarks: Remarks) -> list[Row]:
    """`rows` without the cells of our own columns that do not hold, each column or cell named in `remarks`."""
    dropped: dict[str, set[int]] = {}
    for field, (holds, says) in _CHECKS.items():
        filled = [row for row in rows if field in row.cells]
        wrong = [row for row in filled if not holds(row.cells[field])]
        if wrong:
            _tell(field, filled, wrong, says, remarks)
            dropped[field] = {row.number for row in (filled if len(wrong) * 2 > len(filled) else wrong)}
    twice = _find_repeats(rows, remarks)
    if twice:
        dropped["event_id"] = twice
    return [_without(row, {field for field, numbers in dropped.items() if row.number in numbers}) for row in rows]


def _tell(field: str, filled: Sequence[Row], wrong: Sequence[Row], says: str, remarks: Remarks) -> None:
    if len(wrong) * 2 > len(filled):
        name = filled[0].headers.names.get(field, field)
        error = wrong[0].make_error(field, f"{wrong[0].cells[field]!r}{says}")
        remarks.add(error, f"so column {name!r} is something else and left out")
        return
    for row in wrong:
        remarks.add(row.make_error(field, f"{row.cells[field]!r}{says}"), "the cell is left out")


def _find_repeats(rows: Sequence[Row], remarks: Remarks) -> set[int]:
    """The numbers of rows whose `event_id` another row before them has."""
    seen: Counter[str] = Counter()
    twice = set()
    for row in rows:
        if "event_id" in row.cells:
            id_ = str(row.cells["event_id"])
            if seen[id_]:
                remarks.add(row.make_error("event_id", f"{id_!r}; allowed: an id of its own"), "it gets a new one")
                twice.add(row.number)
            seen[id_] += 1
    return twice


def _without(row: Row, fields: set[str]) -> Row:
    if not fields:
        return row
    return dataclasses.replace(row, cells={k: v for k, v in row.cells.items() if k not in fields})
