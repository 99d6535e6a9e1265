"""What tests are made of: rows, tables and timelines with a default for everything that a test does not say.

A column that is added to a table gets its default here, and in no test.
"""

import itertools
from collections.abc import Iterable
from typing import Any

import pandas as pd

from timeline.layout import Layout, LayoutOptions, lay_out
from timeline.table import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS, Timeline, to_frame

__all__ = ["document_row", "event_row", "event_table", "lay", "mention_row", "table_timeline"]

_EMPTY = {"text": "", "day": None, "names": (), "count": 0, "offset": None, "share": 0.5}


def event_row(number: int = 0, **cells: Any) -> dict[str, Any]:
    """A row of the events table: what happened on the day `start`, unless `cells` say otherwise."""
    plain = {"event_id": f"e{number:04d}", "title": f"Event number {number} takes place", "end": cells.get("start")}
    plain |= {"precision": "day", "span": "point", "date_basis": "explicit", "status": "happened", "kind": "other"}
    return _blank(EVENTS) | plain | {"sources": 1, "mentions": 1, "review": "new"} | cells


def mention_row(**cells: Any) -> dict[str, Any]:
    """A row of the mentions table whose date the text states."""
    return _blank(MENTIONS) | {"date_basis": "explicit", "status": "happened"} | cells


def document_row(**cells: Any) -> dict[str, Any]:
    """A row of the documents table of which nothing is known but `cells`."""
    return _blank(DOCUMENTS) | {"published_basis": "none"} | cells


def _blank(columns: dict[str, str]) -> dict[str, Any]:
    """Nothing in every column, as its kind has it; lists are new, so that no row shares another's."""
    return {name: [] if kind == "names" else _EMPTY[kind] for name, kind in columns.items()}


def event_table(*rows: dict[str, Any]) -> pd.DataFrame:
    """An events table of `rows`, which say what they must and leave the rest to `event_row`."""
    return to_frame(itertools.starmap(_numbered, enumerate(rows)), EVENTS)


def _numbered(number: int, row: dict[str, Any]) -> dict[str, Any]:
    return event_row(number, **row)


def table_timeline(
    events: pd.DataFrame,
    mentions: Iterable[dict[str, Any]] = (),
    documents: Iterable[dict[str, Any]] = (),
    title: str = "",
) -> Timeline:
    """A timeline of an events table with these mentions and documents, and no actors or problems."""
    return Timeline(
        events=events,
        mentions=to_frame(mentions, MENTIONS),
        documents=to_frame(documents, DOCUMENTS),
        actors=to_frame([], ACTORS),
        problems=to_frame([], PROBLEMS),
        title=title,
    )


def lay(events: pd.DataFrame, *, whole: pd.DataFrame | None = None, **options: Any) -> Layout:
    """The layout of `events` with these options."""
    return lay_out(events, LayoutOptions(**options), whole=whole)
