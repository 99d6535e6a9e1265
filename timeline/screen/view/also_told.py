"""One event -> what tells the same in other words and stands back for it, for the panel."""

from collections.abc import Sequence
from typing import Any, Final

from timeline.table import EventRow, Timeline, list_documents, list_events
from timeline.vocabulary import Review
from timeline.wording import count_if_any, describe_date, name_source

__all__ = ["list_retellings"]

_NAMED: Final = 3
"""So many sources of one are named; the others are counted."""


def list_retellings(timeline: Timeline, event: EventRow) -> list[dict[str, Any]]:
    """The retellings of `event`, and what it retells: each with its id, title, date and sources, the best first."""
    events = timeline.events
    told = zip(events["event_id"].tolist(), events["retellings"].tolist(), strict=True)
    wanted = {*event["retellings"], *(id_ for id_, again in told if event["event_id"] in again)}
    found = events[events["event_id"].astype(object).isin(wanted) & (events["review"] != Review.HIDDEN)]
    found = found.sort_values("importance", ascending=False, kind="stable")
    return [
        {"id": row["event_id"], "title": row["title"], "facts": [describe_date(row), *_name_sources(timeline, row)]}
        for row in list_events(found)
    ]


def _name_sources(timeline: Timeline, event: EventRow) -> Sequence[str]:
    """The sources that tell an event, by name, at most `_NAMED` and how many more."""
    mentions, documents = timeline.mentions, timeline.documents
    telling = mentions.loc[mentions["event_id"] == event["event_id"], "document_id"]
    rows = list_documents(documents[documents["document_id"].isin(telling)])
    names = list(dict.fromkeys(name_source(row) for row in rows))
    more = count_if_any(max(0, len(names) - _NAMED), "more source")
    return [name for name in (*names[:_NAMED], more) if name]
