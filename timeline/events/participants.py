"""A candidate -> the actors that take part, agent first and places last, and who reports it."""

from collections.abc import Iterable, Iterator, Sequence

from timeline.events.syntax.clause_kinds import Clause, Span
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.tokens import Token
from timeline.events.triggers import Candidate, find_closing_speaker

__all__ = ["MOST_ACTORS", "find_reporter", "list_actors", "list_named"]

MOST_ACTORS = 6
_MOST_WORDS = 6
"""Of who says so, where that is no name."""


def list_actors(parsed: ParsedSentence, candidate: Candidate, agent: str) -> tuple[str, ...]:
    """Names of at most six actors of the clause: `agent` first where it is one, the places where it was last."""
    if not parsed.named:
        return ()
    if candidate.clause is None:
        spans: Iterable[Span] = [(0, len(parsed.tokens))]
    elif candidate.noun:
        clause = parsed.clauses[candidate.clause]
        spans = [*_find_noun_agent(parsed, candidate), *_look_around(clause, candidate)]
    else:
        spans = _list_stretches(parsed, parsed.clauses[candidate.clause])
    return _names(parsed, spans, agent)


def list_named(parsed: ParsedSentence, title: str) -> tuple[str, ...]:
    """Names of the actors whom the title names, in the order of the sentence: a reader looks for them, too."""
    actors = [actor for i in parsed.named if (actor := parsed.tokens[i].actor) and actor.kind != "product"]
    return tuple(a.name for a in actors if a.name in title or (not a.inferred and a.text in title))


def _names(parsed: ParsedSentence, spans: Iterable[Span], agent: str) -> tuple[str, ...]:
    """The names of the actors in these spans, each once: `agent`, then in this order, then places."""
    tokens = parsed.tokens
    places = [i for a, b in spans for i in parsed.named if a <= i < b]
    told = [(i, actor.name) for i in places if (actor := tokens[i].actor) and actor.kind != "product"]
    taking_part = [name for i, name in told if not _is_place(tokens, i)]
    return tuple(dict.fromkeys(filter(None, (agent, *taking_part, *(name for _, name in told)))))[:MOST_ACTORS]


def _is_place(tokens: Sequence[Token], i: int) -> bool:
    """Whether a country or state only says where: "in Peru"."""
    actor = tokens[i].actor
    before = i - 1 - (i > 0 and tokens[i - 1].tag == "DT")
    return (
        actor is not None
        and actor.kind in ("country", "government")
        and before >= 0
        and tokens[before].low in ("in", "at", "near", "from", "across", "outside", "inside", "throughout")
    )


def _list_stretches(parsed: ParsedSentence, clause: Clause) -> Iterator[Span]:
    """Where to look for actors: the agent, the rest of the clause, its further stretches."""
    tokens, verb = parsed.tokens, clause.verb
    if verb.passive or verb.form == "participle":
        by = next((i for i in range(verb.last + 1, clause.end) if tokens[i].low == "by"), None)
        if by is not None:
            yield by + 1, min(by + 8, clause.end)
    if clause.subject is not None:
        yield clause.subject
    own = [(clause.start, clause.end), *clause.others]
    told = _list_content(parsed, clause)
    yield from [*told, *own] if verb.lemma in _ADDRESSING else [*own, *told]


_ADDRESSING = frozenset(("tell", "inform", "write"))


def _list_content(parsed: ParsedSentence, clause: Clause) -> list[Span]:
    """The words of what a clause says, asks or allows."""
    if not clause.verb.speaks:
        return []
    under = {parsed.clauses.index(clause)}
    told: list[Span] = []
    for number, other in enumerate(parsed.clauses):
        if other.parent in under and number not in under and other.kind in ("reported", "infinitive", "participle"):
            under.add(number)
            told.append((other.start, other.end))
    return told


def _find_noun_agent(parsed: ParsedSentence, candidate: Candidate) -> Iterator[Span]:
    """Whose doing a noun names: the owner before it, nearest first, or what follows "by" or "of"."""
    tokens, i = parsed.tokens, candidate.first
    k = i - 1
    while k >= 0 and tokens[k].tag in ("DT", "JJ", "CD", "PRP$", "POS", "NN", "NNS", "NNP", "DATE", "VBN"):
        yield k, k + 1
        k -= 1
    for j in range(i + 1, min(i + 10, len(tokens))):
        if tokens[j].tag in (",", ":", "(", '"') or tokens[j].tag[:2] == "VB":
            break
        if tokens[j].low == "by":
            yield j + 1, min(j + 4, len(tokens))
            break


def _look_around(clause: Clause, candidate: Candidate) -> Iterator[Span]:
    """The actors in the noun's own stretch, behind it first."""
    for a, b in clause.list_stretches():
        if a <= candidate.first < b:
            yield candidate.first, b
            yield a, candidate.first


def find_reporter(text: str, parsed: ParsedSentence, candidate: Candidate) -> str:
    """Who says so, as an actor's name or the words of `text`; "" where it says so itself, or names only "they"."""
    number = candidate.clause
    if number is None:
        return ""
    clause = parsed.clauses[number]
    parent = parsed.clauses[clause.parent] if clause.kind == "reported" and clause.parent is not None else None
    if parent is None:
        closing = find_closing_speaker(parsed, number)
        parent = parsed.clauses[closing] if closing is not None else None
    if parent is None or parent.subject is None or not parent.verb.speaks:
        return ""
    a, b = parent.subject
    named = next((t.actor.name for t in parsed.tokens[a:b] if t.actor is not None), None)
    words = [t for t in parsed.tokens[a:b] if t.tag not in ("DT", "RB", ",", '"')][:_MOST_WORDS]
    if named or not words or words[0].tag == "PRP":
        return named or ""
    said = " ".join(text[words[0].start : words[-1].end].split())
    return said[:1].upper() + said[1:]
