"""A candidate -> what comparing and ranking tellings needs: kind, content words, figures, prominence."""

from collections.abc import Iterable, Iterator, Sequence

from timeline.events import _cues, _kinds, _verbs
from timeline.events.candidates import Candidate
from timeline.events.lexicon import lemma_of, noun_lemma
from timeline.events.mention import EventDate
from timeline.events.reading import Reading
from timeline.events.tokens import Token

__all__ = ["company_of", "context_of", "figures_of", "kind_of", "prominence_of", "topic_of", "words_of"]

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
    return frozenset(_stem(t) for t in plain if t.low not in _cues.STOP and len(t.low) > 2)


def _stem(token: Token) -> str:
    """A word without the endings that tell verb from noun: reversal, reversed -> revers."""
    base = lemma_of(token.low) if token.tag[:2] == "VB" else noun_lemma(token.low)
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


_BY_BASIS = {"explicit": 0.2, "completed": 0.2, "relative": 0.2, "anchored": 0.1, "bounded": 0.05, "none": -0.2}
_BY_CLAUSE = {"relative": -0.2, "infinitive": -0.25, "participle": -0.15, "adverbial": -0.1}
_BY_STATUS = {"happened": 0.0, "planned": -0.1, "ongoing": -0.15}


def prominence_of(
    reading: Reading, candidate: Candidate, date: EventDate, status: str, *, named: bool, topic: frozenset[str]
) -> float:
    """0-1: how much the document makes of it: where it stands, how it is told, whether it is what the title is about.

    `topic` are the content words of the title; `named` says whether an actor takes part.
    """
    clause = reading.clauses[candidate.clause] if candidate.clause is not None else None
    kind = kind_of(reading, candidate)
    words = words_of(reading, candidate)
    score = 0.45 + _BY_BASIS.get(date.basis, 0.0) + _BY_STATUS.get(status, -0.2)
    score += 0.2 if reading.kind == "title" else 0.15 if reading.number <= 3 else 0.05 if reading.number <= 8 else 0.0
    score += 0.05 if named else -0.05
    score += 0.1 if kind in _kinds.WEIGHTY else -0.05 if kind in ("other", "statement") else 0.0
    score += 0.05 * min(3, len(words & topic))
    score -= 0.05 if candidate.noun else 0.0
    score += _BY_CLAUSE.get(clause.kind, 0.0) if clause is not None else 0.0
    if clause is not None and not candidate.noun:
        plain = clause.verb.lemma in _verbs.REPORTING or clause.verb.lemma in _verbs.STATES
        score -= 0.15 if plain else 0.1 if clause.verb.tense == "present" and reading.kind != "title" else 0.0
    return round(min(1.0, max(0.0, score)), 3)


def topic_of(readings: Sequence[Reading]) -> frozenset[str]:
    """Stems of the content words of the document's title, or of its first sentence where it has none."""
    return _stems(readings[0].tokens) if readings else frozenset()
