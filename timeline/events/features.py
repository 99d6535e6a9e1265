"""A candidate -> what comparing mentions needs: kind, content words and figures of its clause and of its sentence."""

from collections.abc import Sequence

from timeline.events.syntax.sentences import Reading
from timeline.events.triggers import Candidate

__all__ = ["company_of", "context_of", "figures_of", "topic_of", "words_of"]

_NONE = frozenset(("",))
_MULTIPLES = frozenset("thousand million billion trillion bn mn percent".split())


def _own_places(reading: Reading, candidate: Candidate) -> list[int]:
    """Where the words of the candidate's clause stand."""
    if candidate.clause is None:
        return list(range(len(reading.tokens)))
    clause = reading.clauses[candidate.clause]
    places = [i for a, b in clause.stretches() for i in range(a, b)]
    if clause.subject is not None and not clause.start <= clause.subject[0] < clause.end:
        places += range(*clause.subject)
    return places


def words_of(reading: Reading, candidate: Candidate) -> frozenset[str]:
    """Stems of the content words of its clause; names and dates are left out."""
    stems = reading.stems
    return frozenset([stems[i] for i in _own_places(reading, candidate)]) - _NONE


def context_of(reading: Reading) -> frozenset[str]:
    """Stems of the content words of the whole sentence."""
    return frozenset(reading.stems) - _NONE


def company_of(reading: Reading) -> frozenset[str]:
    """The actors the sentence names."""
    return frozenset([actor.name for i in reading.named if (actor := reading.tokens[i].actor)])


def figures_of(reading: Reading, candidate: Candidate) -> frozenset[str]:
    """The figures of its clause as written, a following "million" with them: ``15%``, ``300,000``, ``2 billion``."""
    if not any(t.tag == "CD" or t.low[0].isdigit() for t in reading.tokens):
        return frozenset()
    tokens = [reading.tokens[i] for i in _own_places(reading, candidate)]
    found = set()
    for n, token in enumerate(tokens):
        if token.tag == "CD" and token.date is None and token.actor is None and any(c.isdigit() for c in token.low):
            following = tokens[n + 1].low if n + 1 < len(tokens) else ""
            found.add(f"{token.low} {following}" if following in _MULTIPLES else token.low)
        elif token.tag == "JJ" and token.low[0].isdigit():
            found.add(token.low.partition("-")[0])  # "a 7.8-magnitude quake"
    return frozenset(found)


def topic_of(readings: Sequence[Reading]) -> frozenset[str]:
    """Stems of the content words of the document's title, or of its first sentence where it has none."""
    return context_of(readings[0]) if readings else frozenset()
