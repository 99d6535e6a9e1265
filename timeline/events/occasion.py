"""Event mentions -> the same, with what one speaker says and shows on one occasion dated by that occasion.

News names the day once, "Smith said on Tuesday", and goes on "he added", "Smith also showed": the same speaker's
further words belong to the day that was named last, if it lies within three days of publication. A rule for the past
only, and for persons and bodies that the text names.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from timeline.events.mention import EventDate, EventMention

__all__ = ["date_by_occasion"]

_KINDS = frozenset(("statement", "meeting", "launch"))
_NEAR = dt.timedelta(days=3)


def date_by_occasion(mentions: Sequence[EventMention], published: dt.date | None) -> list[EventMention]:
    """`mentions`, those assumed at publication moved to the occasion their agent is said to have spoken on."""
    if published is None:
        return list(mentions)
    named: dict[str, EventDate] = {}
    dated = []
    for mention in mentions:
        agent = mention.actors[0] if mention.actors else ""
        moved = mention
        if agent and mention.kind in _KINDS and mention.status in ("happened", "ongoing"):
            if _names_day(mention.date, published):
                named[agent] = mention.date
            elif mention.date.basis == "published" and agent in named:
                moved = dataclasses.replace(mention, date=_on(named[agent]))
        dated.append(moved)
    return dated


def _names_day(date: EventDate, published: dt.date) -> bool:
    """Whether the text names a day shortly before publication."""
    return (
        date.first is not None
        and date.precision == "day"
        and date.first == date.last
        and date.basis in ("explicit", "completed", "relative", "anchored")
        and dt.timedelta(0) <= published - date.first <= _NEAR
    )


def _on(occasion: EventDate) -> EventDate:
    """The date of something told as part of an occasion."""
    return dataclasses.replace(
        occasion, basis="anchored", reading=f"told of the same speaker as on “{occasion.text}”: {occasion.first}"
    )
