"""A candidate -> what comparing tellings needs: kind, content words and figures of its clause and of its sentence."""

import functools
from collections.abc import Iterable, Iterator, Sequence

from timeline.events import _cues, _kinds
from timeline.events.candidates import Candidate
from timeline.events.lexicon import lemma_of, noun_lemma
from timeline.events.reading import Reading
from timeline.events.tokens import Token

__all__ = ["company_of", "context_of", "figures_of", "kind_of", "topic_of", "words_of"]

_CONTENT: frozenset[str] = frozenset(
    ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VB", "VBD", "VBN", "VBG", "VBZ", "VBP")
)
_MULTIPLES = frozenset("thousand million billion trillion bn mn percent".split())


def kind_of(reading: Reading, candidate: Candidate) -> str:
    """The kind of the event, one of the table's short list; ``other`` where its words do not tell."""
    if candidate.kind:
        return candidate.kind
    if candidate.clause is not None:
        verb = reading.clauses[candidate.clause].verb
        for lemma in (verb.lemma, *reversed(verb.chain)):
            if lemma in _kinds.OF_VERB:
                return _kinds.OF_VERB[lemma]
    return _kinds.OF_VERB.get(candidate.lemma, "other")


def _own_tokens(reading: Reading, candidate: Candidate) -> Iterator[Token]:
    """The words of the candidate's clause."""
    if candidate.clause is None:
        yield from reading.tokens
        return
    clause = reading.clauses[candidate.clause]
    for a, b in clause.stretches():
        yield from reading.tokens[a:b]
    if clause.subject is not None and not clause.start <= clause.subject[0] < clause.end:
        yield from reading.tokens[clause.subject[0] : clause.subject[1]]


def words_of(reading: Reading, candidate: Candidate) -> frozenset[str]:
    """Stems of the content words of its clause; names and dates are left out."""
    return _stems(_own_tokens(reading, candidate))


def context_of(reading: Reading) -> frozenset[str]:
    """Stems of the content words of the whole sentence."""
    return _stems(reading.tokens)


def company_of(reading: Reading) -> frozenset[str]:
    """The actors the sentence names."""
    return frozenset(t.actor.name for t in reading.tokens if t.actor is not None)


def _stems(tokens: Iterable[Token]) -> frozenset[str]:
    plain = (t for t in tokens if t.actor is None and t.date is None and t.tag in _CONTENT)
    return frozenset(_stem(t.low, verb=t.tag[:2] == "VB") for t in plain if t.low not in _cues.STOP and len(t.low) > 2)


@functools.lru_cache(maxsize=20_000)
def _stem(word: str, *, verb: bool) -> str:
    """A word without the endings that tell verb from noun: reversal, reversed -> revers."""
    base = lemma_of(word) if verb else noun_lemma(word)
    for ending in ("ations", "ation", "ition", "ion", "ment", "ance", "ence", "ing", "al", "er", "or", "ed", "ly", "e"):
        if base.endswith(ending) and len(base) - len(ending) >= 4:
            return base[: -len(ending)]
    return base


def figures_of(reading: Reading, candidate: Candidate) -> frozenset[str]:
    """The figures of its clause as written, a following "million" with them: ``15%``, ``300,000``, ``2 billion``."""
    tokens = list(_own_tokens(reading, candidate))
    found = set()
    for n, token in enumerate(tokens):
        if token.tag == "CD" and token.date is None and token.actor is None and any(c.isdigit() for c in token.low):
            following = tokens[n + 1].low if n + 1 < len(tokens) else ""
            found.add(f"{token.low} {following}" if following in _MULTIPLES else token.low)
    return frozenset(found)


def topic_of(readings: Sequence[Reading]) -> frozenset[str]:
    """Stems of the content words of the document's title, or of its first sentence where it has none."""
    return _stems(readings[0].tokens) if readings else frozenset()
