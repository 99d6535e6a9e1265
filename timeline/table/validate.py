"""Whether the five tables hold what they promise; the first cell that does not is named with row, column and value."""

from collections.abc import Collection, Mapping

import pandas as pd

from timeline.errors import TableError
from timeline.table.columns import (
    ACTORS,
    BASES,
    DOCUMENTS,
    EVENTS,
    MENTIONS,
    PRECISIONS,
    PROBLEMS,
    PUBLISHED_BASES,
    REVIEWS,
    SPANS,
    STATUSES,
)
from timeline.table.timeline import DTYPES, Timeline
from timeline.vocabulary import Extent, Precision

__all__ = ["validate"]

_EVENT_WORDS = {"precision": PRECISIONS, "span": SPANS, "date_basis": BASES, "status": STATUSES, "review": REVIEWS}
_MENTION_WORDS = {"date_basis": BASES, "status": STATUSES}


def validate(timeline: Timeline) -> None:
    """Check that every table has its columns and every cell holds what its column promises.

    Raises
    ------
    TableError
        Names table, row (counted from 1), column, value and what is allowed.
    """
    tables = {
        "events": (timeline.events, EVENTS),
        "mentions": (timeline.mentions, MENTIONS),
        "documents": (timeline.documents, DOCUMENTS),
        "actors": (timeline.actors, ACTORS),
        "problems": (timeline.problems, PROBLEMS),
    }
    for name, (frame, columns) in tables.items():
        _check_columns(name, frame, columns)
    _check_words("events", timeline.events, _EVENT_WORDS)
    _check_words("mentions", timeline.mentions, _MENTION_WORDS)
    _check_words("documents", timeline.documents, {"published_basis": PUBLISHED_BASES})
    _check_events(timeline.events)
    _check_reference("mentions", timeline.mentions, "event_id", timeline.events["event_id"])
    _check_reference("mentions", timeline.mentions, "document_id", timeline.documents["document_id"])


def _check_columns(name: str, frame: pd.DataFrame, columns: Mapping[str, str]) -> None:
    if list(frame.columns) != list(columns):
        missing = [c for c in columns if c not in frame.columns]
        extra = [str(c) for c in frame.columns if c not in columns]
        raise TableError(
            f"table {name!r}: missing columns {missing}, unknown columns {extra}; allowed: {list(columns)}"
        )
    for column, kind in columns.items():
        if str(frame[column].dtype) != DTYPES[kind]:
            raise TableError(f"table {name!r}, column {column!r}: dtype {frame[column].dtype}, wanted {DTYPES[kind]}")
        if kind == "text":
            _refuse_any(name, frame, column, frame[column].isna(), "text, '' where unknown")
        if kind == "names":
            wrong = [
                not isinstance(cell, list) or not all(isinstance(n, str) and n for n in cell) for cell in frame[column]
            ]
            _refuse_any(name, frame, column, pd.Series(wrong, dtype=bool), "a list of names")


def _check_words(name: str, frame: pd.DataFrame, allowed: Mapping[str, Collection[str]]) -> None:
    for column, words in allowed.items():
        _refuse_any(name, frame, column, ~frame[column].isin(list(words)), ", ".join(words))


def _check_events(events: pd.DataFrame) -> None:
    _refuse_any(
        "events", events, "event_id", events["event_id"].duplicated() | (events["event_id"] == ""), "an id of its own"
    )
    _refuse_any("events", events, "title", events["title"].str.strip() == "", "a title")
    _refuse_any("events", events, "end", events["end"] < events["start"], "a day not before the start")
    _refuse_any("events", events, "importance", ~events["importance"].between(0, 1), "a number from 0 to 1")
    day = (events["span"] == Extent.POINT) & (events["precision"] == Precision.DAY)
    open_point = day & events["end"].isna() & events["start"].notna()
    _refuse_any("events", events, "end", open_point & (events["edtf"] == ""), "a day, or span 'period'")


def _check_reference(name: str, frame: pd.DataFrame, column: str, ids: pd.Series) -> None:
    _refuse_any(name, frame, column, ~frame[column].isin(ids), f"an id in the table {column.removesuffix('_id')}s")


def _refuse_any(name: str, frame: pd.DataFrame, column: str, wrong: pd.Series, allowed: str) -> None:
    """Refuse the first row that is `wrong`."""
    if wrong.any():
        row = int(wrong.to_numpy().argmax())
        value = frame[column].tolist()[row]
        raise TableError(f"table {name!r}, row {row + 1}, column {column!r}: {value!r}; allowed: {allowed}")
