"""What comparing needs to know of a telling, worked out once: comparing happens far more often than telling."""

import dataclasses
import datetime as dt
from typing import Final

from timeline.events import EventDate, EventMention

__all__ = ["STATED", "STEM", "Telling"]

STATED: Final = ("explicit", "completed", "anchored", "relative")
"""The bases of dates that rest on words of the text."""

STEM: Final = 4
"""So many letters of a trigger name it in another word: reverse, reversal."""

_FORBIDS, _ALLOWS = frozenset({"ban", "sanction"}), frozenset({"approval", "reversal"})
_OPPOSITE = {_FORBIDS: _ALLOWS, _ALLOWS: _FORBIDS}
_VAGUE = frozenset({"other", "statement", "merger"})  # kinds that say too little to make two tellings alike
_STATUS = {"ongoing": "happened", "possible": "planned", "conditional": "planned"}
_SLACK = {"part": 10, "week": 6, "month": 30, "quarter": 91, "season": 91, "half": 183, "year": 365, "decade": 3652}


@dataclasses.dataclass(frozen=True, slots=True)
class Telling:
    """An event mention as it is compared.

    Attributes
    ----------
    kinds, opposite
        The kinds that may be told for one another (a ban for a sanction, the lifting of one for an approval; empty
        where the kind says too little), and those that undo them.
    actors, company
        Its own actors and all that its sentence names.
    stems
        The first letters of its words.
    words
        The words of its clause; for what may be said in many ways its kind instead of its trigger: lifted, reversed.
    status
        ``happened``, ``planned``, ``denied`` or ``negated``: statuses that may go together are one.
    exact
        Whether the text states the day.
    first, last
        Ordinals of the days on which it can have been; an assumed day only says that it was not later.
    first_begun, last_begun
        The same for what lasted: the days on which it can have begun.
    """

    mention: EventMention
    sentence: tuple[str, int]
    kinds: frozenset[str]
    opposite: frozenset[str]
    actors: frozenset[str]
    company: frozenset[str]
    stems: frozenset[str]
    words: frozenset[str]
    status: str
    stated: bool
    exact: bool
    lasting: bool
    first: int
    last: int
    last_begun: int

    @classmethod
    def of(cls, mention: EventMention) -> "Telling":
        """`mention` as it is compared."""
        kinds = _kinds(mention.kind)
        date = mention.date
        first, last = _days(date)
        begun = min(last, first + _SLACK.get(date.precision, 0)) if date.first else last
        stem = mention.lemma[:STEM]
        return cls(
            mention=mention,
            sentence=(mention.document_id, mention.start),
            kinds=kinds,
            opposite=_OPPOSITE.get(kinds, frozenset()),
            actors=frozenset(mention.actors),
            company=mention.company.union(mention.actors),
            stems=frozenset([word[:STEM] for word in mention.words]),
            words=kinds | {w for w in mention.words if not w.startswith(stem)} if kinds else mention.words,
            status=_STATUS.get(mention.status, mention.status),
            stated=date.basis in STATED,
            exact=date.basis in STATED and date.span == "point" and first == last,
            lasting=date.span == "period",
            first=first,
            last=last,
            last_begun=begun,
        )


def _kinds(kind: str) -> frozenset[str]:
    if kind in _VAGUE:
        return frozenset()
    return next((kinds for kinds in _OPPOSITE if kind in kinds), frozenset({kind}))


def _days(date: EventDate) -> tuple[int, int]:
    """The ordinals of the first and last day, those of all time where nothing bounds it."""
    if date.basis == "none":
        return dt.date.min.toordinal(), dt.date.max.toordinal()
    first = dt.date.min if date.first is None or date.basis == "published" else date.first
    return first.toordinal(), (date.last or dt.date.max).toordinal()
