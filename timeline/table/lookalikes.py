"""Events that were not joined, but tell one disaster in words that have nothing in common: of such one leads.

On one day and in one pile "A crane collapsed", "Five workers die" and "the tragedy" are one disaster where one passage
tells them, or they name the same beside it; the others stay in the table, each with what it tells.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from timeline.merge import Calamity, Event, name_others, read_calamity, unite
from timeline.vocabulary import Basis

__all__ = ["keep_one_telling"]

_PASSAGE: Final = 250
"""Characters between two mentions that one passage tells."""

_MANY_DAYS: Final = 6
"""What disasters of so many days name says nothing of one: the country of a war."""

_REACH: Final = 31
"""Days that "the collapse" lies at most before a text that gives none, and the widest date that says when."""

_NEWS: Final = 4
"""The same for "a collapse", which is the news."""

_ASKED: Final = 8
"""So many of those that name the same are compared."""

_SLIP: Final = 3
"""Days that "three weeks ago" may be off."""


class _Telling(NamedTuple):
    """What all mentions of an event say of a disaster, and the passages that do."""

    whole: Calamity
    passages: frozenset[tuple[str, int]]
    day: int | None
    points_back: bool

    @classmethod
    def from_event(cls, event: Event) -> "_Telling | None":
        """None where it tells no disaster, or another one than the rest does."""
        read = [(m, c) for m in event.mentions if (c := read_calamity(m)) and not c.another]
        if not read:
            return None
        whole = unite([c for _, c in read])
        passages = [(m.document_id, m.start // _PASSAGE + step) for m, _ in read for step in (0, 1)]
        return cls(
            whole=whole,
            passages=frozenset(passages),
            day=None if whole.grown else _find_day(event),
            points_back=any(m.quote.startswith(("The ", "This ")) for m, _ in read),
        )


def keep_one_telling(
    events: Sequence[Event], order: Sequence[int], leads: Callable[[Event], bool]
) -> tuple[list[int], dict[int, int]]:
    """`order`, of each disaster only one: the best whose title says what struck, where its best telling stands.

    `leads` says what can be shown at all. The second are the numbers left out, each with the one kept for it.
    """
    told = {n: read for n, event in enumerate(events) if (read := _Telling.from_event(event))}
    disasters = _group_by_disaster(events, told)
    tellings: defaultdict[int, list[int]] = defaultdict(list)
    for number in order:
        if number in disasters and leads(events[number]):
            tellings[disasters[number]].append(number)
    best = {d: min(ns, key=lambda n: _lacks_what_struck(events[n])) for d, ns in tellings.items()}
    kept = {n: best.get(disasters[n], n) if n in disasters else n for n in order}
    return list(dict.fromkeys(kept.values())), {n: lead for n, lead in kept.items() if n != lead}


def _lacks_what_struck(event: Event) -> bool:
    """Whether no mention with its title says what struck by a verb: "Shooting in Lund" says less than who was shot."""
    verbal = (m for m in event.mentions if m.title == event.title and m.lemma not in m.title.casefold().split())
    return not any(c.struck for m in verbal if (c := read_calamity(m)))


class _Grouping:
    """Which tellings are of one disaster: by number, that of the telling that stands for it."""

    def __init__(self, told: Mapping[int, _Telling]) -> None:
        self._told = told
        self._whole = {n: n for n in told}
        self._causes = {n: telling.whole.causes for n, telling in told.items()}

    def find(self, number: int) -> int:
        """The number that stands for the disaster of a telling."""
        while self._whole[number] != number:
            self._whole[number] = self._whole[self._whole[number]]
            number = self._whole[number]
        return number

    def may_join(self, number: int, other: int, *, beside: bool) -> bool:
        """Whether their names may be of one disaster and, where they only stand `beside` each other, its causes.

        There "the slide" is the avalanche told before it, whatever place it names.
        """
        apart = beside and name_others(self._causes[self.find(number)], self._causes[self.find(other)])
        one, two = self._told[number], self._told[other]
        return not apart and ((beside and (one.points_back or two.points_back)) or one.whole.may_be(two.whole))

    def join(self, number: int, other: int) -> None:
        """Let two be of one disaster."""
        one, two = self.find(number), self.find(other)
        if one != two:
            self._whole[one] = two
            self._causes[two] |= self._causes[one]


def _group_by_disaster(events: Sequence[Event], told: Mapping[int, _Telling]) -> dict[int, int]:
    """For each event of a disaster the number that stands for it.

    First what names the same, then what stands beside it; what has no day goes to the one disaster it shares most with.
    """
    grouping, common = _Grouping(told), _find_common_terms(told)
    order = sorted(told, key=lambda n: (told[n].day is None, events[n].id))
    for beside in (False, True):
        holders: defaultdict[tuple[int, object], list[int]] = defaultdict(list)
        for number in order:
            one = told[number]
            keys: Sequence[object] = sorted(one.passages) if beside else sorted(one.whole.terms - common)
            places = list(itertools.product(_list_days(events[number], one), keys))
            near = [n for place in places if place in holders for n in holders[place][:_ASKED]]
            shared = Counter(grouping.find(n) for n in near if grouping.may_join(number, n, beside=beside))
            for other, _ in shared.most_common(None if one.day is not None else 1):
                grouping.join(number, other)
            for place in places if one.day is not None else ():
                holders[place].append(number)
    return {n: grouping.find(n) for n in told}


def _find_common_terms(told: Mapping[int, _Telling]) -> frozenset[str]:
    """What disasters of many days name, and so tells nothing of one."""
    days: defaultdict[str, set[int | None]] = defaultdict(set)
    for telling in told.values():
        for term in telling.whole.terms:
            days[term].add(telling.day)
    return frozenset([term for term, found in days.items() if len(found) >= _MANY_DAYS])


def _find_day(event: Event) -> int | None:
    """The day that words state for it."""
    date = event.date
    return date.first.toordinal() if date.first and date.first == date.last and Basis(date.basis).stated else None


def _list_days(event: Event, telling: _Telling) -> Sequence[int]:
    """The days on which it may have been; of what is bounded alone those of a month."""
    if telling.day is not None:
        return [telling.day]
    first, last = event.date.first, event.date.last
    if last is None or (first and (last - first).days > _REACH):
        return []
    end = last.toordinal()
    if first is not None and Basis(event.date.basis).stated:
        return range(first.toordinal() - _SLIP, end + 1)
    return range(end - (_REACH if telling.points_back or first is None else _NEWS), end + 1)
