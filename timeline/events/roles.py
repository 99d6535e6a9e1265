"""A candidate -> its actors, agent first, and who reports it."""

from collections.abc import Iterator

from timeline.events import _verbs
from timeline.events.candidates import Candidate
from timeline.events.clauses import Clause
from timeline.events.reading import Reading

__all__ = ["MOST_ACTORS", "actors_of", "named_in", "reporter_of"]

MOST_ACTORS = 6


def actors_of(reading: Reading, candidate: Candidate) -> tuple[str, ...]:
    """Names of at most six actors of the clause, the agent first where there is one."""
    if candidate.clause is None:
        places = range(len(reading.tokens))
        return _names(reading, places)
    clause = reading.clauses[candidate.clause]
    if candidate.noun:
        return _names(reading, [*_noun_agent(reading, candidate), *_around(clause, candidate)])
    return _names(reading, _in_order(reading, clause))


def named_in(reading: Reading, title: str) -> tuple[str, ...]:
    """Names of the actors whom the title names, in the order of the sentence: a reader looks for them, too."""
    actors = [t.actor for t in reading.tokens if t.actor is not None and t.actor.kind != "product"]
    return tuple(a.name for a in actors if a.name in title or (not a.inferred and a.text in title))


def _names(reading: Reading, places: Iterator[int] | range | list[int]) -> tuple[str, ...]:
    """The names of the actors at these places, each once, in this order."""
    names = (a.name for i in places if (a := reading.tokens[i].actor) is not None and a.kind != "product")
    return tuple(dict.fromkeys(names))[:MOST_ACTORS]


def _in_order(reading: Reading, clause: Clause) -> Iterator[int]:
    """Where to look for actors: the agent, the rest of the clause, its further stretches."""
    tokens, verb = reading.tokens, clause.verb
    if verb.passive or verb.form == "participle":
        for i in range(verb.last + 1, clause.end):
            if tokens[i].low == "by":
                yield from (k for k in range(i + 1, min(i + 8, clause.end)) if tokens[k].actor is not None)
                break
    if clause.subject is not None:
        yield from range(*clause.subject)
    own = [*range(clause.start, clause.end), *(i for a, b in clause.others for i in range(a, b))]
    told = _told(reading, clause)
    yield from [*told, *own] if verb.lemma in _ADDRESSING else [*own, *told]


_ADDRESSING = frozenset(("tell", "inform", "write"))


def _told(reading: Reading, clause: Clause) -> list[int]:
    """The words of what a clause says, asks or allows."""
    if not clause.verb.speaks:
        return []
    under = {reading.clauses.index(clause)}
    told: list[int] = []
    for number, other in enumerate(reading.clauses):
        if other.parent in under and number not in under and other.kind in ("reported", "infinitive", "participle"):
            under.add(number)
            told += range(other.start, other.end)
    return told


def _noun_agent(reading: Reading, candidate: Candidate) -> Iterator[int]:
    """Whose doing a noun names: the owner before it, or what follows "by" or "of"."""
    tokens, i = reading.tokens, candidate.first
    k = i - 1
    while k >= 0 and tokens[k].tag in ("DT", "JJ", "CD", "PRP$", "POS", "NN", "NNS", "NNP", "DATE", "VBN"):
        if tokens[k].actor is not None:
            yield k
        k -= 1
    for j in range(i + 1, min(i + 10, len(tokens))):
        if tokens[j].tag in (",", ":", "(", '"') or tokens[j].tag[:2] == "VB":
            break
        if tokens[j].low == "by":
            yield from range(j + 1, min(j + 4, len(tokens)))
            break


def _around(clause: Clause, candidate: Candidate) -> Iterator[int]:
    """The actors in the noun's own stretch, behind it first."""
    for a, b in clause.stretches():
        if a <= candidate.first < b:
            yield from range(candidate.first, b)
            yield from range(a, candidate.first)


def reporter_of(reading: Reading, candidate: Candidate) -> str:
    """Who says so, as an actor's name or the subject's words; "" where the text says it itself."""
    number = candidate.clause
    if number is None:
        return ""
    clause = reading.clauses[number]
    parent = reading.clauses[clause.parent] if clause.kind == "reported" and clause.parent is not None else None
    if parent is None:
        parent = _closing_speaker(reading, number)
    if parent is None or parent.subject is None or not parent.verb.speaks:
        return ""
    a, b = parent.subject
    named = next((t.actor.name for t in reading.tokens[a:b] if t.actor is not None), None)
    words = [t for t in reading.tokens[a:b] if t.tag not in ("DT", "RB", ",", '"')]
    return named or (" ".join(t.low for t in words[:6]).capitalize() if words else "")


def _closing_speaker(reading: Reading, number: int) -> Clause | None:
    """The clause after this one that only says who said it: "..., the minister said"."""
    for clause in reading.clauses[number + 1 :]:
        short = clause.end - clause.verb.last <= 6 and clause.kind == "main"
        if clause.verb.speaks and short and clause.verb.lemma in _verbs.REPORTING:
            return clause
    return None
