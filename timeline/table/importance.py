"""How much an event matters, 0-1: what to keep when there is room for ten, and what a reader sees first.

It weighs what every reader of news goes by: how prominently an event is told (which looks at place, wording, status and
date), in how many documents, and how often.
"""

from collections.abc import Mapping, Sequence

from timeline.merge import Event

__all__ = ["count_sources", "rate"]

_CHATTER = 0.3
"""Below this prominence nothing is made important by being repeated."""

_CANNOT_STAND = 0.49
"""What has no title that can be understood by itself is never a main event."""


def rate(events: Sequence[Event], originals: Mapping[str, str]) -> list[float]:
    """The importance of each event among `events`, 0-1, rounded to three places; `originals` as in `count_sources`.

    An event told once is a main event (from 0.5 up) when its telling's prominence is at least 0.5; what several
    documents tell moves up.
    """
    return [round(_rate(event, count_sources(event, originals)), 3) for event in events]


def count_sources(event: Event, originals: Mapping[str, str]) -> int:
    """How many documents tell `event`; a near-copy, by id in `originals`, counts as the document it is a copy of."""
    return len({originals.get(m.document_id, m.document_id) for m in event.mentions})


def _rate(event: Event, sources: int) -> float:
    best, *others = sorted((m.prominence for m in event.mentions), reverse=True)
    retold = 0.12 * min(sources - 1, 2) + 0.02 * min(len(others), 3)
    rated = min(1.0, 0.1 + 0.8 * best + (retold if best >= _CHATTER else 0.0))
    return rated if any(m.stands for m in event.mentions) else min(rated, _CANNOT_STAND)
