"""Two events of one day that no document tells both of: whether they are one, told in other words.

"Regulators closed Norvik Bank" and "Norvik was seized by regulators". What one document tells side by side is two.
"""

import re
from typing import Final

from timeline.events import EventDate, EventMention
from timeline.merge import Event, list_families, list_names, name_others
from timeline.vocabulary import Basis, Status

__all__ = ["tells_again"]

_WEEK: Final = 7
"""So many days before its bound lies at most what is only known to be past: "had agreed to merge", told that week."""

_MONTH: Final = 31
"""A date that ends so many days later says too little."""

_FIGURE = re.compile(r"\d[\d.,]*")


def tells_again(a: Event, b: Event) -> bool:
    """Whether the title of `a` tells again what `b` tells of one day, in documents of which none tells both."""
    if not _is_of_day(a.date, b.date) or not _list_documents(a).isdisjoint(_list_documents(b)):
        return False
    one, other = _find_titled(a), _find_titled(b)
    if _are_told_apart(one, other):
        return False
    shared, named = len(_list_words(one) & _list_words(other)), _names(a, other) or _names(b, one)
    family = one.lemma == other.lemma or not list_families(one).isdisjoint(list_families(other))
    of_one_day = b.date.first == b.date.last
    return shared + named + family > 1 and (of_one_day or family)  # in one month somebody does more than one thing


def _list_documents(event: Event) -> frozenset[str]:
    return frozenset([m.document_id for m in event.mentions])


def _find_titled(event: Event) -> EventMention:
    return next((m for m in event.mentions if m.title == event.title), event.mentions[0])


def _names(event: Event, mention: EventMention) -> bool:
    """Whether a mention names an actor of an event, be it by its last word in the title: "Voss", "Karl Voss"."""
    title = mention.title.casefold().split()
    return any(name in mention.actors or name.casefold().split()[-1] in title for name in event.actors)


def _list_words(mention: EventMention) -> frozenset[str]:
    """The stems of its clause, and of its sentence those that stand in the title."""
    title = mention.title.lower().split()
    return mention.words.union(stem for stem in mention.context if any(word.startswith(stem) for word in title))


def _are_told_apart(a: EventMention, b: EventMention) -> bool:
    """Whether somebody else does it, it befalls another place, counts something else, or is denied."""
    agents = a.agent in a.actors and b.agent in b.actors and a.agent != b.agent
    settled = {a.status, b.status} <= {Status.HAPPENED, Status.ONGOING, Status.PLANNED}
    others = name_others(list_names(a.title), list_names(b.title))
    counted = name_others(frozenset(_FIGURE.findall(a.title)), frozenset(_FIGURE.findall(b.title)))
    return agents or not settled or others or counted


def _is_of_day(a: EventDate, b: EventDate) -> bool:
    """Whether the one day of `b` is that of `a`, or lies in the weeks of it, and words state one; or both one month."""
    if a.first and a.last and (a.first, a.last) == (b.first, b.last) and (a.last - a.first).days <= _MONTH:
        return Basis(a.basis).stated or Basis(b.basis).stated
    if not b.first or b.first != b.last or not a.last or not (Basis(a.basis).stated or Basis(b.basis).stated):
        return False
    if a.first == a.last:
        return a.first == b.first
    last, day = a.last.toordinal(), b.first.toordinal()
    return (a.first.toordinal() if a.first else last - _WEEK) <= day <= last <= day + _MONTH
