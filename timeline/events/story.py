"""Event mentions -> the same, their guessed dates mended by what the document tells around them.

News names the day once, "Smith said on Tuesday", and goes on "he added", "Smith also showed": the same speaker's
further words belong to the day that was named last, if it lies within three days of publication. A rule for the past
only, and for persons and bodies that the text names.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from timeline.events.mention import EventDate, EventMention

__all__ = ["date_by_occasion", "without_far_guesses"]

_KINDS = frozenset(("statement", "meeting", "launch"))
_NEAR = dt.timedelta(days=3)
_LONG_AGO = dt.timedelta(days=60)
_TOLD = 0.4  # the prominence from which a telling sets the time of those after it
_FAR = "nothing dates it, and the text around it tells of long before publication"


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
        and _stated(date)
        and dt.timedelta(0) <= published - date.first <= _NEAR
    )


def _on(occasion: EventDate) -> EventDate:
    """The date of something told as part of an occasion."""
    return dataclasses.replace(
        occasion, basis="anchored", reading=f"told of the same speaker as on “{occasion.text}”: {occasion.first}"
    )


def without_far_guesses(
    mentions: Sequence[EventMention], paragraphs: Sequence[int], published: dt.date | None
) -> list[EventMention]:
    """`mentions`, those assumed at publication left undated where the text tells of long ago.

    That is the case after a date long before publication in the same paragraph (`paragraphs`, one number a mention),
    and in a document most of whose dates lie long before it: a history, a chronicle, a life.
    """
    if published is None:
        return list(mentions)
    far = [published - m.date.last > _LONG_AGO for m in mentions if _stated(m.date) and m.date.last is not None]
    history = len(far) >= 4 and sum(far) > 0.6 * len(far)
    kept, ago, current = [], False, -1
    for mention, paragraph in zip(mentions, paragraphs, strict=True):
        if paragraph != current:
            ago, current = False, paragraph
        if _stated(mention.date) and mention.date.last is not None and mention.prominence >= _TOLD:
            ago = published - mention.date.last > _LONG_AGO
        guess = mention.date.basis == "published" and (ago or history)
        kept.append(dataclasses.replace(mention, date=EventDate(reading=_FAR)) if guess else mention)
    return kept


def _stated(date: EventDate) -> bool:
    """Whether the text itself dates it."""
    return date.basis in ("explicit", "completed", "relative", "anchored")
