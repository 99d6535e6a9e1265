"""The five tables <-> rows of plain cells: text, numbers, lists, days as ISO text, None. Shared by the whole formats.

Coming in, every cell is checked: whatever does not hold is named with table, row, column and value.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from timeline.errors import TableError
from timeline.table import (
    TABLES,
    Note,
    Timeline,
    check_size,
    from_frame,
    to_frame,
    validate,
)
from timeline.table.links import find_addresses

__all__ = ["Rows", "from_rows", "to_rows"]

Rows = list[dict[str, Any]]

_NOTES: Final = {"start": "day", "end": "day", "text": "text"}
"""The columns of what users wrote on the chart, which is saved beside the tables."""

_PREFIXES: Final = {"start_date": "", "end_date": "end ", "text": ""}

_TEXTS: Final = ("text", "media caption", "media credit")
"""The texts of a slide of TimelineJS, which are HTML and name its sources by links."""

_EVENTS: Final = ("items", "data", "timeline", "entries", "records", "results", "date")
"""What other programs call the list of events."""

_ADDED: Final[dict[str, dict[str, Any]]] = {
    "documents": {"copy_of": ""},
    "events": {"agent": "", "conflicts": [], "retellings": [], "tags": [], "comment": ""},
}
"""What tables written before a column was added hold in it."""


def to_rows(timeline: Timeline) -> dict[str, Rows]:
    """The rows of each table and of the notes; a day is ``"2025-07-14"``, a missing one None."""
    tables = {name: _list_rows(getattr(timeline, name), columns) for name, columns in TABLES.items()}
    return tables | {"notes": _list_rows(to_frame(map(Note._asdict, timeline.notes), _NOTES), _NOTES)}


def _list_rows(frame: pd.DataFrame, columns: Mapping[str, str]) -> Rows:
    cells = {name: [_plain_cell(kind, value) for value in frame[name].tolist()] for name, kind in columns.items()}
    return [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]


def _plain_cell(kind: str, value: Any) -> Any:
    if value is pd.NaT or value is pd.NA:
        return None
    return value.date().isoformat() if kind == "day" else value


def from_rows(
    title: object, tables: Mapping[str, object], *, strict: bool = False, remarks: Sequence[str] = ()
) -> Timeline:
    """The timeline of all five `tables`, as `to_rows` gives them, or of events alone, as a user makes them by hand.

    Raises
    ------
    TableError
        Names table, row, column and value of the first cell of a saved timeline that does not hold; of a table made by
        hand only where `strict`.
    """
    title = str(_check_cell("text", _read_headline(title), "title"))
    rows = {name: table for name, table in tables.items() if name in TABLES and _are_rows(table)}
    if "events" not in rows and (other := next((tables[n] for n in _EVENTS if _are_rows(tables.get(n))), None)):
        rows["events"] = other
    if "events" not in rows:
        raise TableError("there are no events; give a list of events, each with at least 'title' and 'start'")
    if len(rows) < len(TABLES):
        return from_frame(_make_frame(rows["events"]), title, strict=strict, clean=True, remarks=remarks)
    written = tables.get("notes", [])
    if not _are_rows(written):
        raise TableError(f"'notes' is {written!r:.60}; give a list of objects with {list(_NOTES)}")
    notes = tuple(Note(**row) for row in _check_rows("notes", written, _NOTES))
    read = {name: to_frame(_check_rows(name, rows[name], columns), columns) for name, columns in TABLES.items()}
    timeline = Timeline(title=title, notes=notes, **read)
    validate(timeline)
    return timeline


def _are_rows(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def _make_frame(rows: Any) -> pd.DataFrame:
    """Rows as they are: numbers stay numbers, lists lists; an object within one is cells of their own."""
    check_size(len(rows), 0)
    rows = [_flatten(row) for row in rows]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    check_size(len(rows), len(columns))
    return pd.DataFrame([[row.get(name) for name in columns] for row in rows], columns=columns, dtype="object")


def _flatten(row: Mapping[str, Any]) -> dict[str, Any]:
    """`row` with the objects of TimelineJS laid out as in its spreadsheets: Year, End Year, Headline."""
    flat: dict[str, Any] = {}
    for name, cell in row.items():
        if isinstance(cell, dict):
            prefix = _PREFIXES.get(name, f"{name} ")
            flat |= {f"{prefix}{key}": value for key, value in cell.items()}
        else:
            flat[name] = cell
    texts = [str(flat[name]) for name in _TEXTS if name in flat] if isinstance(row.get("text"), dict) else []
    if links := find_addresses(" ".join(texts)):
        flat.setdefault("links", links)
    return flat


def _read_headline(title: object) -> object:
    """The words of a title slide of TimelineJS, and any other title as it is."""
    text = title.get("text") if isinstance(title, dict) else None
    return text.get("headline", "") if isinstance(text, dict) else title


def _check_rows(name: str, rows: Any, columns: Mapping[str, str]) -> Rows:
    """The rows of a table, every cell checked."""
    rows = [{**_ADDED.get(name, {}), **row} for row in rows]
    for number, row in enumerate(rows, start=1):
        if row.keys() != columns.keys():
            wrong = sorted(row.keys() ^ columns.keys())
            raise TableError(
                f"table {name!r}, row {number}: missing or unknown columns {wrong}; allowed: {list(columns)}"
            )
    return [
        {c: _check_cell(kind, row[c], f"table {name!r}, row {n}, column {c!r}") for c, kind in columns.items()}
        for n, row in enumerate(rows, start=1)
    ]


def _check_cell(kind: str, value: Any, place: str) -> Any:
    wanted, holds = _KINDS[kind]
    if not holds(value):
        raise TableError(f"{place}: {value!r} is not {wanted}")
    return dt.date.fromisoformat(value) if kind == "day" and value is not None else value


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not any("\ud800" <= c <= "\udfff" for c in value)  # half a character is no text


def _is_day(value: Any) -> bool:
    try:
        return value is None or (len(value) == 10 and bool(dt.date.fromisoformat(value)))
    except (TypeError, ValueError):
        return False


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value < 2**53  # beyond it, other readers of JSON round


_KINDS: Final[dict[str, tuple[str, Callable[[Any], bool]]]] = {
    "text": ("text", _is_text),
    "day": ("a day such as '2025-07-14', or null", _is_day),
    "names": ("a list of names", lambda value: isinstance(value, list) and all(map(_is_text, value))),
    "count": ("a whole number from 0", _is_count),
    "offset": ("a whole number from 0, or null", lambda value: value is None or _is_count(value)),
    "share": ("a number", lambda value: type(value) in {int, float}),
}
