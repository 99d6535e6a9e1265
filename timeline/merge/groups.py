"""Pairs of mentions with their likelihood -> groups of mentions that tell one event: average link with vetoes.

The two groups that are likeliest one event are joined first, again and again, until no two are likely enough. What lies
between two groups is the mean over their mentions; that of pairs which were no candidates is worked out when asked for.
"""

import heapq
import math
from collections.abc import Iterable, Sequence

from timeline.merge.likelihood import Likelihood
from timeline.merge.retold import retells_headline
from timeline.merge.vetoes import ASSUMED_APART, is_no_reason

__all__ = ["JOIN", "group"]

JOIN = 0.18
"""The mean likelihood from which on two groups are one event: on ECB+ .2 finds 57.9 % of the pairs, .18 58.5 %; beyond
that the long affairs gain more wrong joins than right ones."""

LINK = 0.1
"""Pairs less likely than this start no comparison of groups."""

HEARD = 5
"""So many mentions speak for a group: its first and last in time and others between, evenly."""

CHECKED = 20
"""So many are asked whether anything keeps two groups apart."""


def group(likelihood: Likelihood, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers of all mentions, grouped, each group and the groups in order."""
    grouping, compared = _Grouping(likelihood), likelihood.compared
    for i, j in pairs:
        a, b = compared[i], compared[j]
        if (chance := likelihood(i, j)) >= LINK and (retells_headline(a, b) or not is_no_reason(a, b)):
            grouping.link(i, j, chance)
    grouping.run()
    return sorted(sorted(members) for members in grouping.members.values())


class _Grouping:
    """Groups by the number of their first mention, and the sum of the likelihoods between those that are linked."""

    def __init__(self, likelihood: Likelihood) -> None:
        self.members = {number: [number] for number in range(len(likelihood.compared))}
        self._likelihood = likelihood
        self._sums: dict[int, dict[int, float]] = {}
        self._apart: dict[int, set[int]] = {}
        self._heap: list[tuple[float, int, int, int, int]] = []

    def link(self, a: int, b: int, total: float) -> None:
        """Put down the sum of the likelihoods between two groups."""
        self._sums.setdefault(a, {})[b] = total
        self._sums.setdefault(b, {})[a] = total
        sizes = len(self.members[a]), len(self.members[b])
        mean = total / (sizes[0] * sizes[1])
        if mean >= JOIN:
            first, second = (a, b) if a < b else (b, a)
            heapq.heappush(self._heap, (-mean, first, second, len(self.members[first]), len(self.members[second])))

    def run(self) -> None:
        """Join what goes together; an entry of the heap counts only while both groups are as they were."""
        while self._heap:
            _, a, b, size_a, size_b = heapq.heappop(self._heap)
            as_it_was = len(self.members.get(a, ())) == size_a and len(self.members.get(b, ())) == size_b
            if as_it_was and b not in self._apart.get(a, ()):
                if self._is_kept_apart(a, b):
                    self._apart.setdefault(a, set()).add(b)
                    self._apart.setdefault(b, set()).add(a)
                elif not self._drifts(a, b):
                    self._join(a, b)

    def _join(self, a: int, b: int) -> None:
        """Put group `b` into group `a`, whose number is the lower, and say what lies between it and the others."""
        sums_a, sums_b = self._sums.pop(a), self._sums.pop(b)
        others = sorted((sums_a.keys() | sums_b.keys()) - {a, b})
        totals = [
            (sums_a[c] if c in sums_a else self._sum_likelihood(a, c))
            + (sums_b[c] if c in sums_b else self._sum_likelihood(b, c))
            for c in others
        ]
        compared = self._likelihood.compared
        both = [*self.members[a], *self.members.pop(b)]
        self.members[a] = sorted(both, key=lambda n: (compared[n].last, compared[n].first, n))
        for c in self._apart.pop(b, set()) & self.members.keys():
            self._apart.setdefault(a, set()).add(c)
            self._apart[c].add(a)
        for c, total in zip(others, totals, strict=True):
            self._sums[c].pop(b, None)
            self.link(a, c, total)

    def _sum_likelihood(self, a: int, b: int) -> float:
        """What lies between two groups, by those that speak for them."""
        mine, yours = _take_spread(self.members[a], HEARD), _take_spread(self.members[b], HEARD)
        chances = [self._likelihood(x, y) for x in mine for y in yours]
        return math.fsum(chances) / len(chances) * len(self.members[a]) * len(self.members[b])

    def _drifts(self, a: int, b: int) -> bool:
        """Whether nothing but assumed days date two groups, and the first and the last of them lie too far apart.

        They may still be joined once one of the groups has a day that words state.
        """
        told = [self._likelihood.compared[n] for n in (*self.members[a], *self.members[b])]
        if not all(t.assumed for t in told):
            return False
        days = [t.last for t in told]
        return max(days) - min(days) > ASSUMED_APART

    def _is_kept_apart(self, a: int, b: int) -> bool:
        mine, yours = _take_spread(self.members[a], CHECKED), _take_spread(self.members[b], CHECKED)
        return any(self._likelihood.keeps_apart(x, y) for x in mine for y in yours)


def _take_spread(members: Sequence[int], most: int) -> Sequence[int]:
    """At most so many of `members`, the first and the last among them."""
    if len(members) <= most:
        return members
    step = (len(members) - 1) / (most - 1)
    return [members[round(place * step)] for place in range(most)]
