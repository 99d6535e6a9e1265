"""A timeline -> what one document tells of one day that no words give, folded, so that assumed days never pile up."""

from collections import defaultdict
from typing import Final

from timeline.table.columns import MAIN
from timeline.table.rows import list_events
from timeline.table.timeline import Timeline
from timeline.vocabulary import Basis, Review

__all__ = ["find_folds"]

_FEWEST: Final = 3
"""Fewer are no pile."""


def find_folds(timeline: Timeline) -> list[tuple[str, ...]]:
    """The ids of the events that one document alone tells, of each day that is assumed; the most important first.

    Main events, and what a user accepted or edited, are folded with nothing.

    Examples
    --------
    >>> import datetime as dt
    >>> from timeline.build import build_timeline
    >>> from timeline.documents import Document
    >>> text = "Acme sued Globex on Monday. " + " ".join(f"{name} thanked Globex." for name in ("Ann", "Bob"))
    >>> find_folds(build_timeline([Document(text=text, published=dt.date(2024, 3, 5))]))
    []
    """
    mentions = timeline.mentions
    document = dict(zip(mentions["event_id"].tolist(), mentions["document_id"].tolist(), strict=True))
    piles: defaultdict[tuple[str, object], list[tuple[float, str]]] = defaultdict(list)
    events = timeline.events
    passing = (events["date_basis"] == Basis.PUBLISHED) & (events["importance"] < MAIN) & (events["sources"] == 1)
    for event in list_events(events[passing & (events["review"] == Review.NEW)]):
        if event["event_id"] in document:
            key = document[event["event_id"]], event["start"]
            piles[key].append((-event["importance"], event["event_id"]))
    return [tuple(id_ for _, id_ in sorted(pile)) for pile in piles.values() if len(pile) >= _FEWEST]
