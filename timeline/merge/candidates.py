"""Which mentions are worth comparing: those of one story or month that share a trigger's family or a rare term.

A block is never dropped for being large, since the best-told event makes the largest: in a large one every mention is
compared with its nearest in time, and the rest follows when groups are joined.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from timeline.events import Opening
from timeline.merge.compared import ComparedMention, are_alike
from timeline.merge.retold import retells_headline

__all__ = ["find_candidate_pairs"]

SMALL = 24
"""In a block up to this size every mention is compared with every other."""

NEAREST = 16
"""In a larger block each is compared with so many that come after it in time: 100,000 mentions make 4 million pairs."""

RAREST = 4
"""So many of a mention's rarest terms make blocks."""

NEARBY = 31
"""Days that a slip may move an event by; what lies further apart is another one of its kind."""

ALIKE = 3
"""So many words in common make a pair worth a look whatever its triggers are."""

BROADEST = 92
"""Days: a date wider than a quarter makes no block across stories."""


def find_candidate_pairs(compared: Sequence[ComparedMention]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of `compared`, the lower first, each once."""
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    spread = Counter(term for mention in compared for term in _list_terms(mention))
    for number, mention in enumerate(compared):
        for key in _list_keys(mention, spread):
            blocks[key].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in dict.fromkeys(map(tuple, blocks.values())):  # of one story those of the affair are the same
        for pair in _list_near_pairs(compared, numbers):
            if pair not in seen and _is_worthwhile(compared[pair[0]], compared[pair[1]]):
                seen.add(pair)
                yield pair


def _list_terms(mention: ComparedMention) -> frozenset[str]:
    return mention.words | mention.company | mention.original.numbers


def _list_keys(mention: ComparedMention, spread: Mapping[str, int]) -> Iterator[Hashable]:
    """The blocks of a mention."""
    shared = [term for term in _list_terms(mention) if spread[term] > 1]
    rarest = sorted(shared, key=lambda term: (spread[term], term))[:RAREST]
    names = dict.fromkeys((mention.stem, *mention.families, *rarest))
    for name in names:
        yield "story", mention.story, name
        yield "affair", mention.affair, name
    if mention.original.opening != Opening.ELSEWHERE:  # a plain text where it comes from the cache
        yield "opening", mention.original.document_id
    if mention.victim:
        yield "victim", mention.victim
    if (mention.stated or mention.assumed) and mention.last - mention.first <= BROADEST:
        for month in range(mention.first // NEARBY, mention.last // NEARBY + 1):
            for name in names:
                yield "month", month, name


def _list_near_pairs(compared: Sequence[ComparedMention], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of a block that lie near each other in time; all of a small one."""
    by_day = sorted(numbers, key=lambda n: (compared[n].first, compared[n].last, n))
    reach = len(by_day) if len(by_day) <= SMALL else NEAREST
    for place, i in enumerate(by_day):
        for j in itertools.islice(by_day, place + 1, place + 1 + reach):
            yield (i, j) if i < j else (j, i)


def _is_worthwhile(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether a pair has a day in common, or nearly, and anything alike in what happened."""
    if a.victim and a.victim == b.victim:
        return True
    slack = NEARBY if a.exact and b.exact else 0
    if not (a.story == b.story and (a.undated or b.undated)) and (a.first > b.last + slack or b.first > a.last + slack):
        return False
    return (
        are_alike(a, b)
        or not a.original.numbers.isdisjoint(b.original.numbers)
        or len(a.words & b.words) >= ALIKE
        or retells_headline(a, b)
    )
