"""A candidate -> what comparing mentions needs: kind, content words and figures of its clause and of its sentence."""

from collections.abc import Sequence
from typing import Final

from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.triggers import Candidate
from timeline.events.words.tagset import CONTROL_BY_OBJECT

__all__ = ["NUMBER_WORDS", "list_company", "list_context", "list_figures", "list_topic", "list_words"]

_NONE = frozenset(("",))
_MULTIPLES = frozenset("thousand million billion trillion bn mn percent".split())


def _list_own_places(parsed: ParsedSentence, candidate: Candidate) -> list[int]:
    """Where the words of the candidate's clause stand."""
    if candidate.clause is None:
        return list(range(len(parsed.tokens)))
    clause = parsed.clauses[candidate.clause]
    places = [i for a, b in clause.list_stretches() for i in range(a, b)]
    if clause.subject is not None and not clause.start <= clause.subject[0] < clause.end:
        places += range(*clause.subject)
    return places


def list_words(parsed: ParsedSentence, candidate: Candidate) -> frozenset[str]:
    """Stems of the content words of its clause; names and dates are left out."""
    stems = parsed.stems
    places = _list_own_places(parsed, candidate) + _list_places_of_order(parsed, candidate)
    return frozenset([stems[i] for i in places]) - _NONE


def _list_places_of_order(parsed: ParsedSentence, candidate: Candidate) -> list[int]:
    """Where the words of what somebody is ordered to do stand: a headline says them alone, "Judge halts work"."""
    if candidate.clause is None or candidate.noun or candidate.lemma not in CONTROL_BY_OBJECT:
        return []
    ordered = (c for c in parsed.clauses if c.parent == candidate.clause and c.kind == "infinitive")
    return [i for c in ordered for a, b in c.list_stretches() for i in range(a, b)]


def list_context(parsed: ParsedSentence) -> frozenset[str]:
    """Stems of the content words of the whole sentence."""
    return frozenset(parsed.stems) - _NONE


def list_company(parsed: ParsedSentence) -> frozenset[str]:
    """The actors the sentence names."""
    return frozenset([actor.name for i in parsed.named if (actor := parsed.tokens[i].actor)])


def list_figures(parsed: ParsedSentence, candidate: Candidate) -> frozenset[str]:
    """The figures of its clause as written, a following "million" with them: ``15%``, ``300,000``, ``2 billion``.

    Of numbers in words those of people: ``2`` for "two people died".
    """
    tokens = [parsed.tokens[i] for i in _list_own_places(parsed, candidate)]
    found = set()
    for n, token in enumerate(tokens):
        if token.tag == "CD" and token.date is None and token.actor is None and any(c.isdigit() for c in token.low):
            following = tokens[n + 1].low if n + 1 < len(tokens) else ""
            found.add(f"{token.low} {following}" if following in _MULTIPLES else token.low)
        elif token.low in NUMBER_WORDS and any(t.low in _COUNTED for t in tokens[n + 1 : n + 3]):
            found.add(str(NUMBER_WORDS[token.low]))
        elif token.tag == "JJ" and token.low[0].isdigit():
            found.add(token.low.partition("-")[0])  # "a 7.8-magnitude quake"
    return frozenset(found)


NUMBER_WORDS: Final = {
    word: n for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}
_COUNTED = frozenset("people persons bodies dead victims killed injured wounded hurt missing survivors deaths".split())


def list_topic(readings: Sequence[ParsedSentence]) -> frozenset[str]:
    """Stems of the content words of the document's title, or of its first sentence where it has none."""
    return list_context(readings[0]) if readings else frozenset()
