"""What a user may want to do next: events likely to be one with another, and actors that look the same."""

import dataclasses
import datetime as dt
import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Final

from timeline.table import EventRow, Timeline, list_events
from timeline.vocabulary import Review
from timeline.wording import count_words

__all__ = ["Proposal", "propose_actors", "propose_merges"]

_DAYS: Final = 31
"""Further apart two tellings are hardly one event: as far as `timeline.merge` compares assumed days."""

_ALIKE: Final = 0.82
"""So alike are two spellings of one name (Ratcliff and Obershelp): one letter in six differs at most."""

_WORD: Final = re.compile(r"[^\W_]{3,}")
_STOP: Final = frozenset(
    "the and for with from that this was were are has have had its his her their over into after before they who will "
    "two three four five six seven eight nine ten hundred thousand million billion first second third last next "
    "day days week weeks month months year years said says told".split()
)
"""What two titles have in common by chance: forms without content, and figures and times by themselves."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An event that may be the same, and why."""

    event: str
    reason: str


def propose_merges(timeline: Timeline, event: str, most: int = 5) -> list[Proposal]:
    """The events most likely to be one with `event`, the likeliest first, each with its reason.

    They share words or actors and lie near in time; where none does, there is none.
    """
    rows = list_events(timeline.events)
    here = next((row for row in rows if row["event_id"] == event), None)
    if here is None:
        return []
    others = [row for row in rows if row["event_id"] != event and row["review"] != Review.HIDDEN]
    rated = [(_rate_pair(here, other), other["event_id"], _explain_pair(here, other)) for other in others]
    best = sorted((r for r in rated if r[0] > 0), key=lambda r: (-r[0], r[1]))[:most]
    return [Proposal(event=id_, reason=reason) for _, id_, reason in best]


def _rate_pair(here: EventRow, other: EventRow) -> float:
    """How likely two events are one: the share of words they have in common, the actors, the nearness of their days."""
    words, actors = _list_shared_words(here, other), _list_shared_actors(here, other)
    if other["event_id"] in here["conflicts"]:
        return 10.0
    apart = _count_days_apart(here, other)
    if (apart is not None and apart > _DAYS) or not words:
        return 0.0
    union = len(_list_words(here) | _list_words(other))
    near = 0.5 if apart is None else 1 / (1 + apart / 3)
    return (len(words) / union) * 2 + 0.3 * min(len(actors), 2) + 0.5 * near * (here["kind"] == other["kind"])


def _explain_pair(here: EventRow, other: EventRow) -> str:
    words, actors, apart = (
        _list_shared_words(here, other),
        _list_shared_actors(here, other),
        _count_days_apart(here, other),
    )
    when = "" if apart is None else "the same days" if apart == 0 else f"{count_words(apart, 'day')} apart"
    parts = [
        "told as the same on another day" if other["event_id"] in here["conflicts"] else "",
        when,
        f"both name {' and '.join(actors[:2])}" if actors else "",
        f"both say “{'”, “'.join(words[:3])}”" if words else "",
    ]
    return ", ".join(filter(None, parts))


def _list_words(row: EventRow) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(row["title"].casefold()) if word not in _STOP)


def _list_shared_words(here: EventRow, other: EventRow) -> list[str]:
    """In the order of the first title."""
    both = _list_words(here) & _list_words(other)
    return list(dict.fromkeys(word for word in _WORD.findall(here["title"].casefold()) if word in both))


def _list_shared_actors(here: EventRow, other: EventRow) -> list[str]:
    return [name for name in here["actors"] if name in other["actors"]]


def _count_days_apart(here: EventRow, other: EventRow) -> int | None:
    """How many days lie between what the two can lie on; 0 where they overlap, None where one is undated."""
    (first, last), (start, end) = _ends(here), _ends(other)
    if first is None or last is None or start is None or end is None:
        return None
    return max(0, (start - last).days, (first - end).days)


def _ends(row: EventRow) -> tuple[dt.date | None, dt.date | None]:
    return row["start"] or row["end"], row["end"] or row["start"]


def propose_actors(names: Sequence[str], chosen: str, most: int = 5) -> list[str]:
    """The names that look like `chosen`: the same but for a word or a letter, or its initials.

    Examples
    --------
    >>> propose_actors(["Nvidia Corp", "China", "NVIDIA", "Nvidea", "U.S."], "Nvidia")
    ['NVIDIA', 'Nvidia Corp', 'Nvidea']
    >>> propose_actors(["CAC", "Cuba"], "Cyberspace Administration of China")
    ['CAC']
    """
    rated = sorted(
        ((_compare_names(name, chosen), name) for name in names if name != chosen), key=lambda r: (-r[0], r[1])
    )
    return [name for likeness, name in rated[:most] if likeness >= _ALIKE]


def _compare_names(one: str, other: str) -> float:
    a, b = one.casefold(), other.casefold()
    if set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()) or _is_initials(one, other):
        return 0.9 if a != b else 1.0
    return difflib.SequenceMatcher(None, a, b).ratio()


def _is_initials(one: str, other: str) -> bool:
    return any(_is_short_for(*pair) for pair in ((one, other), (other, one)))


def _is_short_for(short: str, name: str) -> bool:
    letters = "".join(_list_first_letters(name))
    return short.isupper() and len(letters) > 1 and short.replace(".", "") == letters


def _list_first_letters(name: str) -> Iterator[str]:
    return (word[0] for word in name.split() if word[:1].isupper())
