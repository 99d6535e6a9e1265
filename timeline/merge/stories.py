"""Which documents tell one story: published within days of each other, about the same people in the same words.

One pass in the order of publication, as topic detection does it: a document goes to the story whose latest documents it
resembles most, or begins one. Its time grows with the documents of a few days, not with the square of all.
"""

import collections
import dataclasses
import datetime as dt
import heapq
import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from timeline.events import EventMention

__all__ = ["Stories", "find_stories", "measure_closeness", "measure_topic"]

ALIKE = 0.12
"""The cosine to the centre of a story's latest documents from which on a document tells it: 94 % of an ECB+ affair's
documents fall into one story, and 313 articles on four years of one war into 258. A bound relative to the pile (above
nine in ten, or half, of the likenesses of documents a fortnight apart) was tried and lost 3 to 4 points of F1 on ECB+
for nothing: how alike documents are goes into the likelihood as it is, and a story by itself weighs nothing there."""

PAUSE = 4
"""Days without a document after which a story is over, but for what follows it up."""

FOLLOWED_UP = 14
"""Days without a document after which a story may go on with one that is very like it."""

VERY_ALIKE = 0.3
"""The cosine that this takes: reports of one affair two weeks apart, not two affairs of one war."""

LATEST = 12
"""So many of a story's documents are compared: a story moves on."""

TERMS = 80
"""So many of a document's heaviest terms are compared."""

LEAST_TERMS = 12
"""What names fewer terms says too little for others to be compared with it."""

ACTOR = 2.0
"""What a name weighs against another word."""

ONLY_HERE = 0.2
"""What a term of a single document weighs: it links nothing, and only tells how much else a document holds."""


@dataclasses.dataclass(slots=True)
class _Story:
    """A story as it grows: its number, its latest documents as vectors, the last one last, and the day of that.

    Its centre is worked out once for each document that joins it, since many more are compared with it. Its affair is
    the number of the first story that it goes on with, be it months later: the trial, or a chronology of all.
    """

    number: int
    affair: int
    vectors: list[Mapping[str, float]] = dataclasses.field(default_factory=list)
    latest: int = 0
    _centre: Mapping[str, float] | None = None
    _size: float = 0.0

    def join(self, vector: Mapping[str, float], day: int | None) -> None:
        """Let a document be one of the story's."""
        self.vectors = [*self.vectors[1 - LATEST :], vector]
        self.latest = max(self.latest, day or 0)
        self._centre = None

    def compare(self, vector: Mapping[str, float]) -> float:
        """The cosine of `vector` and the sum of the latest documents."""
        if self._centre is None:
            centre: collections.defaultdict[str, float] = collections.defaultdict(float)
            for other in self.vectors:
                for term, value in other.items():
                    centre[term] += value
            self._centre = dict(centre)
            self._size = math.sqrt(math.fsum([value * value for value in centre.values()]))
        return _compute_cosine(vector, self._centre) / self._size


@dataclasses.dataclass(frozen=True, slots=True)
class Stories:
    """Which story each document tells, and which affair, by number; how much any two documents are alike."""

    number: Mapping[str, int]
    affair: Mapping[str, int]
    vectors: Mapping[str, Mapping[str, float]]
    known: dict[tuple[str, str], float] = dataclasses.field(default_factory=dict)

    def compare(self, one: str, other: str) -> float:
        """The cosine of two documents, 0-1, given their ids."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self.known:
            self.known[pair] = _compute_cosine(self.vectors[one], self.vectors[other]) if one != other else 1.0
        return self.known[pair]


def find_stories(mentions: Sequence[EventMention], published: Mapping[str, dt.date | None]) -> Stories:
    """The story that each document of `mentions` tells; the order of `mentions` changes nothing.

    A document without a day of publication goes by its words alone.
    """
    vectors = _make_vectors(mentions)
    days = {name: published_on.toordinal() if (published_on := published.get(name)) else None for name in vectors}
    holders: collections.defaultdict[str, list[str]] = collections.defaultdict(list)
    story_of: dict[str, _Story] = {}
    stories = 0
    for name in sorted(vectors, key=lambda n: (days[n] is None, days[n] or 0, n)):
        vector, day = vectors[name], days[name]
        known = _find_known(vector, holders, story_of)
        best = _find_nearest(vector, day, known)
        if best is None:
            best = _Story(number=stories, affair=_find_affair(vector, known, stories))
            stories += 1
        best.join(vector, day)
        story_of[name] = best
        if len(vector) >= LEAST_TERMS:
            for term in vector:
                holders[term].append(name)
    number = {name: story.number for name, story in story_of.items()}
    return Stories(number, {name: story.affair for name, story in story_of.items()}, vectors)


def measure_closeness(mentions: Iterable[EventMention]) -> dict[str, float]:
    """How close each document is to what all documents of `mentions` are about: the cosine to their centre, 0-1."""
    vectors = _make_vectors(mentions)
    centre = _find_centre(vectors)
    return {name: _compute_cosine(vector, centre) for name, vector in vectors.items()}


def measure_topic(mentions: Collection[EventMention]) -> dict[str, float]:
    """How much of what each mention says all documents are about, by its id: the cosine to their centre, 0-1."""
    centre = _find_centre(_make_vectors(mentions))
    return {m.id: _compute_cosine(_make_unit_of(m), centre) for m in mentions}


def _make_unit_of(mention: EventMention) -> dict[str, float]:
    """The words and actors of a mention's clause as a vector of length 1."""
    weight = dict.fromkeys(mention.words, 1.0) | {f"@{name}": ACTOR for name in mention.actors}
    size = math.sqrt(math.fsum([value * value for value in weight.values()])) or 1.0
    return {term: value / size for term, value in weight.items()}


def _find_centre(vectors: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The sum of `vectors` as a vector of length 1."""
    terms: collections.defaultdict[str, list[float]] = collections.defaultdict(list)
    for vector in vectors.values():
        for term, value in vector.items():
            terms[term].append(value)
    centre = {term: math.fsum(values) for term, values in terms.items()}
    size = math.sqrt(math.fsum([value * value for value in centre.values()])) or 1.0
    return {term: value / size for term, value in centre.items()}


def _find_known(
    vector: Mapping[str, float], holders: Mapping[str, list[str]], story_of: Mapping[str, _Story]
) -> list[_Story]:
    """The stories that share any of the heaviest terms of `vector`, in their order."""
    heaviest = heapq.nlargest(20, vector, key=lambda term: (vector[term], term))
    known = {story_of[name].number: story_of[name] for term in heaviest for name in holders.get(term, ())[-200:]}
    return [story for _, story in sorted(known.items())]


def _find_nearest(vector: Mapping[str, float], day: int | None, known: Iterable[_Story]) -> _Story | None:
    """The open story whose latest documents are most like `vector`, if they are alike enough."""
    best, most = None, 0.0
    for story in known:
        pause = 0 if day is None else day - story.latest
        if pause > FOLLOWED_UP:
            continue
        alike = story.compare(vector)
        if alike >= (ALIKE if pause <= PAUSE else VERY_ALIKE) and alike > most:
            best, most = story, alike
    return best


def _find_affair(vector: Mapping[str, float], known: Iterable[_Story], number: int) -> int:
    """The affair of the story, over or not, that `vector` is most like, if very; else a new one of that number."""
    alike = [(story.compare(vector), -story.number, story.affair) for story in known]
    most, _, affair = max(alike, default=(0.0, 0, number))
    return affair if most >= VERY_ALIKE else number


def _make_vectors(mentions: Iterable[EventMention]) -> dict[str, dict[str, float]]:
    """Of each document its heaviest terms, as a vector of length 1."""
    sentences: dict[tuple[str, int], set[str]] = {}
    for m in mentions:
        terms = sentences.setdefault((m.document_id, m.start), set())
        terms |= m.context or m.words
        terms.update(f"@{name}" for name in m.company.union(m.actors))
    counts: collections.defaultdict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for (name, _), terms in sentences.items():
        counts[name].update(terms)
    spread = collections.Counter(term for count in counts.values() for term in count)
    return {name: _make_unit(count, spread, len(counts)) for name, count in counts.items()}


def _make_unit(count: Mapping[str, int], spread: Mapping[str, int], documents: int) -> dict[str, float]:
    weight = {
        term: (1 + math.log(n))
        * math.log(1 + documents / max(2, spread[term]))
        * (ACTOR if term[0] == "@" else 1.0)
        * (ONLY_HERE if spread[term] == 1 else 1.0)
        for term, n in count.items()
    }
    heaviest = heapq.nlargest(TERMS, weight, key=lambda term: (weight[term], term))
    size = math.sqrt(math.fsum(weight[term] ** 2 for term in heaviest))
    return {term: weight[term] / size for term in heaviest}


def _compute_cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    return math.fsum([a[term] * b[term] for term in a.keys() & b.keys()])  # exact, so their order changes nothing
