"""Whether a title says by itself what happened, and which of an event's mentions says it best."""

import functools
import math
import re
from collections import Counter
from collections.abc import Sequence

from timeline.events import NUMBER_WORDS, EventMention
from timeline.vocabulary import Basis

__all__ = ["BLAND_VERBS", "EMPTY_VERBS", "find_best_titled", "names_event", "stands_alone"]

_LEAST_WORDS = 3
_LONG = 70  # characters from which on a title is cut on a slide

TYPICAL = 1.0
"""What it counts in the choice of a title that a mention says what the others of its event say."""

BLAND = 0.4
"""What it counts against one that its verb says little."""

BLAND_VERBS = frozenset(
    "affect allow be become call come continue do find follow get give go have help hold include involve keep lead"
    " leave let make mean need play provide put remain seem set show take turn use want work".split()
)
"""Verbs that name no event without a noun of one: of their mentions readers of 59 articles mark 4 in a hundred as
salient, of those of other verbs 18 (TimeSET)."""

EMPTY_VERBS = BLAND_VERBS - frozenset(
    "allow call find follow give hold lead leave provide set show take turn work".split()
)
"""Those that name nothing one would put on a timeline: "used the opportunity", "made progress", but "found a body"."""

_OPENS_BADLY = re.compile(
    r"(?:he|she|it|they|we|i|you|him|them|this|that|these|those|there|who|which|whose|what|when|where|while|after|before"
    r"|because|but|and|or|if|as|to|was|were|is|are|be|been|being|has|have|had|will|would|could|should|may|might|can|did"
    r"|does|do|not|also|meanwhile|however|one|some|another|others?|such|its|his|her|their|our|my|your|nor|so|yet|of|for|by"
    r")\b",
    re.IGNORECASE,
)
_NO_LAST = frozenset(
    """of to in on at by for with from into and or the a an that as than said told says was were is are has have
    had been be being more most not their his her its also who which because after before when while between
    about against over under during including toward towards amid amidst despite without would could will may
    might should must can one so such""".split()
)
_NO_LETTER = re.compile(r"\W")
_FURNITURE = re.compile(r"\b(?:updated|copyright|read more|click|photos?|getty|subscribe|newsletter)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d ?(?:[ap]m )?(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T)\b")
"""The clock of a page that runs two texts together: "Full investigation 01.36 GMT The journalist"."""

_SUCH = re.compile(r"\bsuch an?\b")  # as what was told before

_NUMBERED = re.compile(r" \(\d+\)$")
_TWICE = re.compile(r"\b(\w{2,}) \1\b", re.IGNORECASE)
_SPEAKS = re.compile(r"\b(?:I|we|We|you|You|my|our|us|me|he|she|they|it|him|them)\b")
_LEANS_IN_QUOTE = re.compile(r"[“\"](?:They|He|She|It|This|That|These|Those|There)\b")
_COUNT_ALONE = re.compile(
    rf"(?:\d[\d,]*|{'|'.join(NUMBER_WORDS)}) (?:were|was|are|is|have|has|had|died?|dies|got|went|fled)\b", re.IGNORECASE
)
"""Begins a title that leaves out what it counts: "Two were injured"."""

_PAIRS = (("“", "”"), ("(", ")"))


@functools.lru_cache(maxsize=20_000)  # each of a briefing's titles is asked for three or four times
def stands_alone(title: str) -> bool:
    """Whether a reader who sees nothing but `title` understands what happened.

    Examples
    --------
    >>> [stands_alone(t) for t in ("Acme sued Globex", "It sued Globex", "Acme said", "Acme was sued over the")]
    [True, False, False, False]
    """
    return len(title.split()) >= _LEAST_WORDS and names_event(title)


@functools.lru_cache(maxsize=20_000)
def names_event(title: str) -> bool:
    """Whether `title` is whole and speaks of nothing that only its text makes clear, be it a noun alone.

    Examples
    --------
    >>> [names_event(t) for t in ("Disputed elections", "Outbreak", "It touched down", "Violence towards")]
    [True, True, False, False]
    """
    bare = title.strip().rstrip(".")
    return (
        bool(bare)
        and _NO_LETTER.split(bare.rsplit(None, 1)[-1])[-1].lower() not in _NO_LAST
        and not any(p.search(bare) for p in (_NUMBERED, _SUCH, _FURNITURE, _CLOCK, _TWICE, _SPEAKS, _LEANS_IN_QUOTE))
        and not _opens_badly(bare)
        and all(title.count(a) == title.count(b) for a, b in _PAIRS)
        and title.count('"') % 2 == 0
    )


def _opens_badly(title: str) -> bool:
    """Whether the first word leans on what was said before: "Who raised it", but not "WHO raised its alert"."""
    first = _OPENS_BADLY.match(title)
    if first is None:
        return False
    return len(first[0]) == 1 or not first[0].isupper() or title.isupper()


def find_best_titled(mentions: Sequence[EventMention]) -> EventMention:
    """The mention whose title says most by itself: whole, with its agent, dated, short, prominent; of equals the first.

    What most of the others say, too, comes before what one says by the way. Ids decide nothing: they change with the
    format of a file.
    """
    if len(mentions) == 1:
        return mentions[0]
    told = Counter(term for m in mentions for term in _list_terms(m))
    size = math.sqrt(sum(n * n for n in told.values())) or 1.0

    def goodness(mention: EventMention) -> float:
        title, terms = mention.title, _list_terms(mention)
        score = 1.0 * (mention.stands and stands_alone(title)) + 0.4 * bool(mention.agent) + 0.1 * bool(mention.actors)
        score += 0.3 * Basis(mention.date.basis).stated - 0.5 * bool(mention.part_of)
        score -= 0.3 * bool(
            _COUNT_ALONE.match(title) or _OPENS_BADLY.match(title)
        )  # a WHO may be misread where another spells it out
        score += mention.prominence - 0.3 * (len(title) > _LONG) - BLAND * (mention.lemma in BLAND_VERBS)
        return score + TYPICAL * sum(told[term] for term in terms) / size / math.sqrt(len(terms) or 1)

    return max(mentions, key=goodness)


def _list_terms(mention: EventMention) -> frozenset[str]:
    """What is counted when the tellings of one event are compared."""
    return mention.words.union(mention.actors)
