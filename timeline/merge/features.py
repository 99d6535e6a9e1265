"""What speaks for two mentions being of one event, and what against: named features, 0-1 each.

A word, actor or figure counts by how rare it is among all mentions: what the whole briefing is about tells nothing of
one event.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from timeline.merge.compared import ComparedMention
from timeline.merge.stories import Stories

__all__ = ["FEATURES", "Comparison"]

_WEEK = 7.0  # days over which nearness falls to a third
_YEAR = 365.0


class Comparison:
    """The features of any two of `compared`, by their numbers."""

    def __init__(self, compared: Sequence[ComparedMention], stories: Stories) -> None:
        self.compared = compared
        self._stories = stories
        mentions = [t.original for t in compared]
        self.words = measure_rarity(t.words for t in compared)
        self.actors = measure_rarity(t.company for t in compared)
        self._context = measure_rarity(m.context for m in mentions)
        self._figures = measure_rarity(m.numbers for m in mentions)
        self._stems = measure_rarity({t.stem} for t in compared)
        self._focus = _measure_focus(compared)
        self._words_size = [_measure_size(t.words, self.words) for t in compared]
        self._context_size = [_measure_size(m.context, self._context) for m in mentions]
        self._actors_size = [_measure_size(t.actors, self.actors) for t in compared]
        self._company_size = [_measure_size(t.company, self.actors) for t in compared]

    def __call__(self, i: int, j: int) -> tuple[float, ...]:
        """The value of each of `FEATURES` for the mentions number `i` and `j`."""
        a, b = self.compared[i], self.compared[j]
        mine, yours = a.original, b.original
        same = a.stem == b.stem
        family = not same and not a.families.isdisjoint(b.families)
        kind = not same and not family and bool(a.kinds) and a.kinds == b.kinds
        named = not (same or family) and (a.stem in yours.words or b.stem in mine.words)
        broad = a.broad or b.broad
        content = _compute_cosine(a.words & b.words, self.words, self._words_size[i] * self._words_size[j])
        context, figures, rare = 0.0, 0.0, self._stems[a.stem] if same else 0.0
        if a.sentence != b.sentence:
            context = _compute_cosine(
                mine.context & yours.context, self._context, self._context_size[i] * self._context_size[j]
            )
        if both := mine.numbers & yours.numbers:
            figures = max([self._figures[n] for n in both])
        apart = a.first - b.last if a.first > b.last else b.first - a.last if b.first > a.last else 0
        if a.stated and b.stated:
            apart = max(apart, abs(a.first - b.first))
        told, alike = 0.0, self._stories.compare(mine.document_id, yours.document_id)
        if same or family:
            told = math.sqrt(self._focus[a.story, a.stem] * self._focus[b.story, b.stem])
        return (
            float(same and not broad),
            float(same and broad),
            rare,
            float(family),
            float(kind),
            float(named),
            content,
            context,
            (same or family) * content,
            self._find_rarest(a, b),
            float(a.own_words.isdisjoint(b.own_words) and a.actors.isdisjoint(b.actors) and not figures),
            float(bool(a.agent) and a.agent == b.agent),
            float(bool(a.agent and b.agent) and a.agent not in b.company and b.agent not in a.company),
            self._compare_company(i, j),
            float(bool(a.company and b.company) and a.company.isdisjoint(b.company)),
            min(self._measure_own_actors(i, b), self._measure_own_actors(j, a)),
            told,
            figures,
            math.exp(-apart / _WEEK) if a.stated and b.stated else 0.0,
            float(a.assumed or b.assumed),
            float(not (a.assumed or a.stated) or not (b.assumed or b.stated)),
            _measure_gap(a, b) * (1 - figures),  # who gives the same figure weeks later tells the same
            float(mine.kind == "statement" or yours.kind == "statement"),
            float(a.story == b.story),
            alike,
            (same or family) * alike,
            float(mine.document_id == yours.document_id),
            min(mine.prominence, yours.prominence),
            float(a.status != b.status),
            float(a.vague or b.vague),
        )

    def _find_rarest(self, a: ComparedMention, b: ComparedMention) -> float:
        """What the rarest word, actor or figure weighs that two mentions share beside their triggers."""
        numbers = a.original.numbers & b.original.numbers
        weights = [self.words[word] for word in a.own_words & b.own_words if word in self.words]
        weights += [self.actors[name] for name in a.company & b.company] + [self._figures[n] for n in numbers]
        return max(weights, default=0.0)

    def _measure_own_actors(self, i: int, other: ComparedMention) -> float:
        """The share of the actors that one sentence names and the other does not, by their rarity."""
        own = self.compared[i].company - other.company
        return _measure_size(own, self.actors) / self._company_size[i] if own else 0.0

    def _compare_company(self, i: int, j: int) -> float:
        """By the actors of the clauses; where one names none, by those of the sentences."""
        a, b = self.compared[i], self.compared[j]
        if a.actors and b.actors:
            return _compute_cosine(a.actors & b.actors, self.actors, self._actors_size[i] * self._actors_size[j])
        return _compute_cosine(a.company & b.company, self.actors, self._company_size[i] * self._company_size[j])


FEATURES: Final = (
    "same trigger",
    "same broad trigger",
    "rarity of the trigger",
    "same family of triggers",
    "same kind",
    "one's trigger in the other's words",
    "shared words",
    "shared words of the sentences",
    "shared words with a like trigger",
    "rarest thing shared",
    "nothing shared but the trigger",
    "same agent",
    "other agent",
    "shared actors",
    "no shared actor",
    "actors of their own",
    "told throughout the story",
    "shared figures",
    "days near",
    "a day assumed",
    "undated",
    "published apart",
    "statement",
    "same story",
    "documents alike",
    "documents alike with a like trigger",
    "same document",
    "both prominent",
    "other status",
    "a plan without a day",
)


def _measure_focus(compared: Sequence[ComparedMention]) -> dict[tuple[int, str], float]:
    """For each story and trigger the share of the story's documents that have the trigger; 0 for a lone document."""
    documents: defaultdict[int, set[str]] = defaultdict(set)
    having: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for t in compared:
        documents[t.story].add(t.original.document_id)
        having[t.story, t.stem].add(t.original.document_id)
    return {key: (len(held) - 1) / max(1, len(documents[key[0]]) - 1) for key, held in having.items()}


def _measure_gap(a: ComparedMention, b: ComparedMention) -> float:
    """0 where two mentions were published on one day, 1 where a year or more lies between, or one day is unknown.

    Where both texts spell out the same day, it tells nothing when they were published.
    """
    if a.exact and b.exact and a.first == b.first and (a.spelled_out or b.spelled_out):
        return 0.0
    if a.published is None or b.published is None:
        return 0.0 if a.original.document_id == b.original.document_id else 0.5
    return min(1.0, math.log1p(abs(a.published - b.published)) / math.log1p(_YEAR))


def measure_rarity(features: Iterable[AbstractSet[str]]) -> dict[str, float]:
    """What each value weighs: 1 where only one mention has it, less the more have it."""
    spread: Counter[str] = Counter()
    holders = 0
    for values in features:
        spread.update(values)
        holders += 1
    return {value: math.log(1 + holders / n) / math.log(1 + holders) for value, n in spread.items()}


def _measure_size(values: Iterable[str], weight: Mapping[str, float]) -> float:
    # exact, since the order of a set changes from run to run and must not change a sum
    return math.fsum([weight[value] for value in values])


def _compute_cosine(both: AbstractSet[str], weight: Mapping[str, float], product: float) -> float:
    """The cosine of two sets, given what they share and the product of their sizes."""
    return _measure_size(both, weight) / math.sqrt(product) if both else 0.0
