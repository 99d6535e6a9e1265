"""What keeps two tellings apart, whatever else they share; each veto has its name."""

from collections.abc import Callable
from typing import Final

from timeline.merge.telling import STEM, Telling

__all__ = ["DAYS", "same_trigger", "unnamed", "veto"]

DAYS: Final = "days differ"


def veto(a: Telling, b: Telling) -> str:
    """Why `a` and `b` cannot tell the same event, or ``""`` where nothing speaks against it."""
    for reason, holds in _VETOES:
        if holds(a, b):
            return reason
    return ""


def same_trigger(a: Telling, b: Telling) -> bool:
    """Whether one verb or noun names both, or their kinds may be told for one another."""
    return a.mention.lemma[:STEM] == b.mention.lemma[:STEM] or bool(a.kinds and a.kinds == b.kinds)


def unnamed(a: Telling, b: Telling) -> bool:
    """Whether one of them names nobody, and both state the same day: "rebels seized the airport on 3 May"."""
    return not (a.actors and b.actors) and a.exact and b.exact and a.first == b.first


def _figures_differ(a: Telling, b: Telling) -> bool:
    mine, yours = a.mention.numbers, b.mention.numbers
    return bool(mine and yours and mine.isdisjoint(yours))


def _statuses_differ(a: Telling, b: Telling) -> bool:
    return a.status != b.status


def _days_differ(a: Telling, b: Telling) -> bool:
    """What happened once is the same as what lasted only where it can be its beginning.

    A ban in April 2025 is not the controls in force since 2022.
    """
    last_a, last_b = a.last, b.last
    if a.lasting != b.lasting and a.stated and b.stated:
        last_a, last_b = a.last_begun if a.lasting else a.last, b.last_begun if b.lasting else b.last
    return a.first > last_b or b.first > last_a


def _one_undoes_the_other(a: Telling, b: Telling) -> bool:
    return bool(a.opposite) and a.opposite == b.kinds


def _neither_says_when(a: Telling, b: Telling) -> bool:
    return a.mention.date.basis == b.mention.date.basis == "none"


def _told_side_by_side(a: Telling, b: Telling) -> bool:
    return a.sentence == b.sentence and not same_trigger(a, b)


_VETOES: tuple[tuple[str, Callable[[Telling, Telling], bool]], ...] = (
    ("neither says when", _neither_says_when),
    ("statuses differ", _statuses_differ),
    ("figures differ", _figures_differ),
    ("one undoes the other", _one_undoes_the_other),
    ("two things told in one sentence", _told_side_by_side),
    (DAYS, _days_differ),  # the last, so that it is the answer only where nothing else speaks against it
)
