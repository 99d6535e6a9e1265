"""How much an event matters, 0-1: what to keep when there is room for ten, and what a reader sees first.

It weighs what every reader of news goes by: in how many documents and how often an event is told, how prominently,
whether its date is stated, whether it happened, and what kind of event it is.
"""

from collections.abc import Sequence

from timeline.merge import Event

__all__ = ["rate"]


def rate(events: Sequence[Event]) -> list[float]:
    """The importance of each event among `events`, 0-1, rounded to three places."""
    return [round(_rate(event), 3) for event in events]


def _rate(event: Event) -> float:
    sources = len({m.document_id for m in event.mentions})
    prominence = max(m.prominence for m in event.mentions)
    stated = event.date.basis in {"explicit", "completed", "relative", "anchored"}
    return min(1.0, 0.55 * prominence + 0.15 * min(sources - 1, 2) + 0.15 * stated)
