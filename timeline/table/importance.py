"""How much an event matters, 0-1: what to keep when there is room for ten, and what a reader sees first.

It weighs what every reader of news goes by: how prominently an event is told (which looks at place, wording, status and
date), in how many documents, and how often.
"""

from collections.abc import Sequence

from timeline.merge import Event

__all__ = ["rate"]

_CHATTER = 0.3
"""Below this prominence nothing is made important by being repeated."""


def rate(events: Sequence[Event]) -> list[float]:
    """The importance of each event among `events`, 0-1, rounded to three places.

    An event told once is a main event (from 0.5 up) when its telling's prominence is at least 0.5; what several
    documents tell moves up.
    """
    return [round(_rate(event), 3) for event in events]


def _rate(event: Event) -> float:
    best, *others = sorted((m.prominence for m in event.mentions), reverse=True)
    sources = len({m.document_id for m in event.mentions})
    retold = 0.12 * min(sources - 1, 2) + 0.02 * min(len(others), 3)
    return min(1.0, 0.1 + 0.8 * best + (retold if best >= _CHATTER else 0.0))
