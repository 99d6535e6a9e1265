"""Documents of one briefing -> which of them tell the same article, word for word or nearly.

The words of the articles are compared, so neither white space nor furniture counts. It joins no documents that merely
tell of the same thing.
"""

import collections
import dataclasses
import datetime as dt
import functools
import heapq
import re
from collections.abc import Iterator, Mapping, Sequence

from timeline.documents.document import Document
from timeline.sentences import Sentence, find_sentences

__all__ = ["Copies", "find_copies"]

RUN = 5  # words in a row that two articles share by copying rather than by chance
LEAST_WORDS = 40  # what is shorter may be alike for good reason
LEAST_SHARED = 0.9  # of the words of the shorter article, in shared runs
LEAST_LENGTH = 0.5  # of the longer article's: what quotes a short report in full is no copy of it
LONG_WORD = 7  # letters; runs that begin with such a word are looked up, about one in six
COMMON_RUN = 20  # articles that hold a run; what more hold is a phrase of its publisher
CANDIDATES = 5  # articles that are compared in full

_WORD = re.compile(r"\w+")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """What `find_copies` found.

    Attributes
    ----------
    documents
        Those given, in their order; for one that holds another's article word for word that one, under its own path.
    originals
        For the id of a near-copy the id of the document that it is nearly the same as, which is no copy itself.
    additions
        For the id of a near-copy its sentences that neither its original nor a copy before it holds.
    """

    documents: tuple[Document, ...]
    originals: Mapping[str, str]
    additions: Mapping[str, tuple[Sentence, ...]]

    def adds(self, document: Document, start: int = 0, end: int | None = None) -> bool:
        """Whether `document` says anything from `start` to `end` that its original and other copies do not say."""
        if document.id not in self.originals:
            return True
        end = len(document.text) if end is None else end
        return any(start < s.end and s.start < end for s in self.additions[document.id])


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    """The words of a document's article, those of its title left out where it begins with them."""

    document: Document
    words: tuple[str, ...]


def find_copies(documents: Sequence[Document]) -> Copies:
    """Which of `documents` tell the same article: with the same words, or with nine in ten of the shorter one's.

    Two articles share a word where it stands in the same five words in a row. A near-copy is at least half as long as
    its original and 40 words long. Of several the original is the one published first, then the longest. The order of
    the documents changes nothing.

    Examples
    --------
    >>> text = "The harbour board sold the northern pier to a group of investors on Monday. Nobody objected to it. " * 3
    >>> texts = text, text.replace(" ", "  "), text + "So far."
    >>> copies = find_copies([Document(text=text) for text in texts])
    >>> len({d.id for d in copies.documents}), len(copies.originals)
    (2, 1)
    """
    firsts = {d.id: d for d in sorted(documents, key=_make_age_key, reverse=True)}
    articles = sorted(map(_make_article, firsts.values()), key=_make_sort_key)
    same: dict[tuple[str, ...], Document] = {}
    kept = [a for a in articles if same.setdefault(a.words, a.document) is a.document or not a.words]
    twins = {a.document.id: same[a.words] if a.words else a.document for a in articles}
    originals = dict(_find_near_copies(kept))
    return Copies(
        documents=tuple(d if twins[d.id] is d else twins[d.id].replace(path=d.path, note=d.note) for d in documents),
        originals=originals,
        additions=dict(_find_additions([a.document for a in kept], originals)),
    )


def _make_age_key(document: Document) -> tuple[dt.date, bool, str]:
    """Sorts the one published first before others of the same words, whose days may differ."""
    return document.published or dt.date.max, not document.title, document.path


def _make_sort_key(article: _Article) -> tuple[dt.date, bool, int, str]:
    """Sorts the one published first before the others, and what says when it was published before what does not."""
    document = article.document
    return document.published or dt.date.max, not document.title, -len(article.words), document.id


def _make_article(document: Document) -> _Article:
    words, title = _list_words(document.article), _list_words(document.title)
    return _Article(document=document, words=words[len(title) :] if title and words[: len(title)] == title else words)


def _list_words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _fold_line(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _find_near_copies(articles: Sequence[_Article]) -> Iterator[tuple[str, str]]:
    """The near-copies among `articles` and their originals, by id; each is compared with originals before it alone."""
    holders: collections.defaultdict[tuple[str, ...], list[int]] = collections.defaultdict(list)
    for place, article in enumerate(articles):
        if len(article.words) < LEAST_WORDS:
            continue
        keys = {run for run in _list_runs(article.words) if len(run[0]) >= LONG_WORD}
        held = (holders[key] for key in keys if key in holders)
        votes = collections.Counter(other for others in held if len(others) <= COMMON_RUN for other in others)
        most = heapq.nsmallest(CANDIDATES, votes, key=lambda other: (-votes[other], other))  # a set has no order
        likely = (articles[other] for other in most)
        original = next((other for other in likely if _are_near(article.words, other.words)), None)
        if original:
            yield article.document.id, original.document.id
            continue
        for key in keys:
            holders[key].append(place)


def _find_additions(
    documents: Sequence[Document], originals: Mapping[str, str]
) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    """For each near-copy among `documents` the sentences that are new in it."""
    told = {d.id: _fold_line(_list_words(d.article)) for d in documents if d.id in set(originals.values())}
    seen: collections.defaultdict[str, set[str]] = collections.defaultdict(set)
    for document in documents:
        if document.id in originals:
            original, article = originals[document.id], document.article
            lines = dict(_list_lines(article))
            yield (
                document.id,
                tuple(s for s, line in lines.items() if line not in told[original] and line not in seen[original]),
            )
            seen[original].update(lines.values())


@functools.lru_cache(maxsize=2_000)  # with each document more those of all others are asked for again
def _list_lines(article: str) -> tuple[tuple[Sentence, str], ...]:
    """The sentences of an article, each with its words as one line."""
    return tuple((s, _fold_line(_list_words(article[s.start : s.end]))) for s in find_sentences(article))


def _list_runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every `RUN` words in a row."""
    return zip(*(words[first:] for first in range(RUN)), strict=False)


def _are_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter of two articles is nearly all in the longer, and no mere part of it."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < LEAST_LENGTH * len(longer):
        return False
    known = _gather_runs(tuple(longer))
    shared, end = 0, 0
    for place, run in enumerate(_list_runs(shorter)):
        if run in known:
            shared += place + RUN - max(place, end)
            end = place + RUN
    return shared >= LEAST_SHARED * len(shorter)


@functools.lru_cache(maxsize=64)  # an article that was copied is compared with every copy
def _gather_runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(_list_runs(words))
