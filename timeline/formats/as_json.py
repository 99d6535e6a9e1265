"""The whole timeline as JSON: title and all five tables, and back."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Any, Final

import pandas as pd

from timeline.errors import TableError
from timeline.table import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS, Timeline, from_frame, to_frame, validate

__all__ = ["read", "write"]

_TABLES: Final = {
    "events": EVENTS,
    "mentions": MENTIONS,
    "documents": DOCUMENTS,
    "actors": ACTORS,
    "problems": PROBLEMS,
}


def write(timeline: Timeline) -> bytes:
    """`timeline` as a JSON object: ``title`` and a list of rows a table; days as ``"2025-07-14"``, missing as null."""
    tables = {name: _rows(getattr(timeline, name), columns) for name, columns in _TABLES.items()}
    return (json.dumps({"title": timeline.title, **tables}, ensure_ascii=False, indent=1) + "\n").encode()


def _rows(frame: pd.DataFrame, columns: Mapping[str, str]) -> list[dict[str, Any]]:
    cells = {name: [_cell(kind, value) for value in frame[name].tolist()] for name, kind in columns.items()}
    return [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]


def _cell(kind: str, value: Any) -> Any:
    if value is pd.NaT or value is pd.NA:
        return None
    return value.date().isoformat() if kind == "day" else value


def read(data: bytes) -> Timeline:
    """The timeline in `data`: an object as `write` makes it, or a list of events (or an object with one) made by hand.

    Raises
    ------
    TableError
        Names table, row, column and value of the first cell that does not hold.
    """
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise TableError(f"not JSON: {error}; give an object with 'events', or a list of events") from error
    content = {"events": content} if isinstance(content, list) else content
    if not isinstance(content, dict) or not _are_rows(content.get("events")):
        raise TableError(
            "no events in this JSON; give an object with a list 'events', or a list of events, each an object"
        )
    title = _read_cell("text", content.get("title", ""), "title")
    if not all(_are_rows(content.get(name)) for name in _TABLES):
        return from_frame(_by_hand(content["events"]), title)
    timeline = Timeline(title=title, **{name: _table(name, content[name]) for name in _TABLES})
    validate(timeline)
    return timeline


def _are_rows(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def _by_hand(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Rows as they are: numbers stay numbers, lists lists."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    return pd.DataFrame([[row.get(name) for name in columns] for row in rows], columns=columns, dtype="object")


def _table(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns = _TABLES[name]
    for number, row in enumerate(rows, start=1):
        if row.keys() != columns.keys():
            wrong = sorted(row.keys() ^ columns.keys())
            raise TableError(
                f"table {name!r}, row {number}: missing or unknown columns {wrong}; allowed: {list(columns)}"
            )
    return to_frame(
        (
            {
                column: _read_cell(kind, row[column], f"table {name!r}, row {n}, column {column!r}")
                for column, kind in columns.items()
            }
            for n, row in enumerate(rows, start=1)
        ),
        columns,
    )


def _read_cell(kind: str, value: Any, place: str) -> Any:
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
    return type(value) is int and 0 <= value < 2**53  # beyond it, JSON readers round


_KINDS: Final[dict[str, tuple[str, Callable[[Any], bool]]]] = {
    "text": ("text", _is_text),
    "day": ("a day such as '2025-07-14', or null", _is_day),
    "names": ("a list of names", lambda value: isinstance(value, list) and all(map(_is_text, value))),
    "count": ("a whole number from 0", _is_count),
    "offset": ("a whole number from 0, or null", lambda value: value is None or _is_count(value)),
    "share": ("a number", lambda value: type(value) in (int, float)),
}
