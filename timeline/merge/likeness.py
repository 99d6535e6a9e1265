"""How alike two tellings are, 0-1."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from timeline.merge.telling import STEM, Telling
from timeline.merge.vetoes import DAYS, same_trigger, unnamed, veto

__all__ = ["Likeness"]


_IN_WORDS = 0.5
"""Tellings that name nobody share at least so much of their words."""


class Likeness:
    """How alike two tellings are, 0-1; zero where anything keeps them apart.

    A word, actor or figure counts by how rare it is among all tellings: what the whole briefing is about tells nothing
    of one event.
    """

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.tellings = tellings
        mentions = [t.mention for t in tellings]
        self.words = _rarity(t.words for t in tellings)
        self._context = _rarity(m.context for m in mentions)
        self._actors = _rarity(t.company for t in tellings)
        self._figures = _rarity(m.numbers for m in mentions)
        self._lemmas = _rarity({m.lemma} for m in mentions)
        self._size = [_size(t.words, self.words) for t in tellings]
        self._actors_size = [_size(t.actors, self._actors) for t in tellings]
        self._company_size = [_size(t.company, self._actors) for t in tellings]
        self._context_size = [_size(m.context, self._context) for m in mentions]
        self._known: dict[tuple[int, int], float] = {}

    def __call__(self, i: int, j: int) -> float:
        """The likeness of the tellings number `i` and `j`."""
        pair = (i, j) if i < j else (j, i)
        if pair not in self._known:
            apart = veto(self.tellings[pair[0]], self.tellings[pair[1]])
            self._known[pair] = 0.0 if apart else self._measure(*pair)
        return self._known[pair]

    def but_for_days(self, i: int, j: int) -> float:
        """The likeness of two tellings that nothing keeps apart but their days; zero where anything else does."""
        return self._measure(i, j) if veto(self.tellings[i], self.tellings[j]) == DAYS else 0.0

    def _measure(self, i: int, j: int) -> float:
        a, b = self.tellings[i], self.tellings[j]
        actors = self._company(i, j)
        if not actors and not unnamed(a, b):
            return 0.0
        trigger, figures = self._trigger(a, b), self._figure(a, b)
        if not trigger and not figures:
            return 0.0
        content = _shared(a.words & b.words, self.words, self._size[i] * self._size[j])
        context = 0.0
        if a.sentence != b.sentence:
            both = a.mention.context & b.mention.context
            context = _shared(both, self._context, self._context_size[i] * self._context_size[j])
        if not actors:  # the words must tell alone what actors help to tell
            return 0.35 * content + 0.25 * context + 0.2 * trigger if content >= _IN_WORDS else 0.0
        return min(1.0, 0.35 * content + 0.25 * context + 0.2 * trigger + 0.2 * actors + 0.3 * figures)

    def _trigger(self, a: Telling, b: Telling) -> float:
        """1 for the same rare trigger, less for the same kind or a trigger that the other only mentions."""
        mine, yours = a.mention, b.mention
        if mine.lemma == yours.lemma:
            return self._lemmas[mine.lemma]
        if same_trigger(a, b):
            return 0.6
        return 0.4 if mine.lemma[:STEM] in b.stems or yours.lemma[:STEM] in a.stems else 0.0

    def _figure(self, a: Telling, b: Telling) -> float:
        return max((self._figures[n] for n in a.mention.numbers & b.mention.numbers), default=0.0)

    def _company(self, i: int, j: int) -> float:
        """By the actors of the clauses; where one names none, by those of the sentences."""
        a, b = self.tellings[i], self.tellings[j]
        if a.actors and b.actors:
            return _shared(a.actors & b.actors, self._actors, self._actors_size[i] * self._actors_size[j])
        return _shared(a.company & b.company, self._actors, self._company_size[i] * self._company_size[j])


def _rarity(features: Iterable[AbstractSet[str]]) -> dict[str, float]:
    """What each value weighs: 1 where only one telling has it, less the more have it."""
    spread: Counter[str] = Counter()
    tellings = 0
    for values in features:
        spread.update(values)
        tellings += 1
    return {value: math.log(1 + tellings / n) / math.log(1 + tellings) for value, n in spread.items()}


def _size(values: Iterable[str], weight: Mapping[str, float]) -> float:
    # exact, since the order of a set changes from run to run and must not change a sum
    return math.fsum([weight[value] for value in values])


def _shared(both: AbstractSet[str], weight: Mapping[str, float], product: float) -> float:
    """The cosine of two sets, given what they share and the product of their sizes."""
    return _size(both, weight) / math.sqrt(product) if both else 0.0
