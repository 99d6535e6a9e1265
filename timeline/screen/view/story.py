"""The events to tell one by one, for the page: day, title, the sentence with its date words lit, and who says so."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from timeline.formats.decks import choose_presented
from timeline.formats.sources import Citation, find_dating_citation, read_citations
from timeline.table import Timeline, list_events
from timeline.wording import describe_date

__all__ = ["tell_story"]


def tell_story(timeline: Timeline, events: pd.DataFrame, chosen: Sequence[str]) -> list[dict[str, Any]]:
    """In the order of time those of `events` that the user has `chosen`, else the eight that matter most."""
    wanted = set(chosen) & set(events["event_id"].tolist())
    part = timeline.only(wanted or events["event_id"])
    part = part if wanted else choose_presented(part)
    citations = read_citations(part)
    return [
        {
            "id": event["event_id"],
            "when": describe_date(event),
            "title": event["title"],
            **_make_sentence(find_dating_citation(citations.get(event["event_id"], ()))),
        }
        for event in list_events(part.events)
    ]


def _make_sentence(citation: Citation | None) -> dict[str, Any]:
    if citation is None:
        return {"quote": [], "source": ""}
    start, end = citation.dated or (0, 0)
    quote = citation.quote
    parts = [(quote[:start], False), (quote[start:end], True), (quote[end:], False)]
    return {"quote": [part for part in parts if part[0]], "source": citation.source.line}
