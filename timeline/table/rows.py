"""The rows of the tables as typed dictionaries, for whoever writes or shows them one by one.

Days are `datetime.date` and what is missing is None, where the tables hold `Timestamp` and `NaT`. The keys are those of
`timeline.table.columns`, and a test compares the two.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypedDict, cast

import pandas as pd

from timeline.table.columns import DOCUMENTS, EVENTS, MENTIONS
from timeline.table.timeline import list_records

__all__ = ["DocumentRow", "EventRow", "MentionRow", "list_documents", "list_events", "list_mentions"]


class EventRow(TypedDict):
    """One event."""

    event_id: str
    title: str
    start: dt.date | None
    end: dt.date | None
    edtf: str
    precision: str
    span: str
    date_basis: str
    status: str
    kind: str
    agent: str
    actors: list[str]
    sources: int
    mentions: int
    importance: float
    review: str
    conflicts: list[str]
    retellings: list[str]
    tags: list[str]
    comment: str


class MentionRow(TypedDict):
    """One mention of an event."""

    mention_id: str
    event_id: str
    document_id: str
    start_char: int
    end_char: int
    quote: str
    trigger_start: int
    trigger_end: int
    date_text: str
    date_start_char: int | None
    date_end_char: int | None
    edtf: str
    date_basis: str
    date_reading: str
    status: str
    actors: list[str]
    reported_by: str
    reason: str


class DocumentRow(TypedDict):
    """One document."""

    document_id: str
    path: str
    url: str
    title: str
    publisher: str
    published: dt.date | None
    published_basis: str
    language: str
    characters: int
    sha256: str
    copy_of: str


def list_events(events: pd.DataFrame) -> list[EventRow]:
    """The rows of an events table, in its order.

    Examples
    --------
    >>> days = {"start": pd.to_datetime(["2025-07-14"]), "end": pd.to_datetime([None])}
    >>> list_events(pd.DataFrame({"title": ["Ban"], **days}))
    [{'title': 'Ban', 'start': datetime.date(2025, 7, 14), 'end': None}]
    """
    return cast("list[EventRow]", _list_plain_rows(events, EVENTS))


def list_mentions(mentions: pd.DataFrame) -> list[MentionRow]:
    """The rows of a mentions table, in its order."""
    return cast("list[MentionRow]", _list_plain_rows(mentions, MENTIONS))


def list_documents(documents: pd.DataFrame) -> list[DocumentRow]:
    """The rows of a documents table, in its order."""
    return cast("list[DocumentRow]", _list_plain_rows(documents, DOCUMENTS))


def _list_plain_rows(frame: pd.DataFrame, columns: Mapping[str, str]) -> list[dict[str, Any]]:
    """The rows with plain days and None; only the columns that may miss a value are walked through."""
    rows = list_records(frame)
    for name in frame.columns:
        if columns.get(name) in {"day", "offset"}:
            for row in rows:
                row[name] = _read_value(row[name])
    return rows


def _read_value(cell: Any) -> Any:
    if cell is None or cell is pd.NaT or cell is pd.NA:
        return None
    return cell.date() if isinstance(cell, dt.datetime) else cell
