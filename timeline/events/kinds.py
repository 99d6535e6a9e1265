"""A candidate -> the kind of event it names: by its noun, else by its verb with what it is done to and by.

A quake that struck is no deal, "passes 300" no approval, "raised the flag" no finance. Synonyms share a kind (fired,
ousted, pushed out, stepped down), opposites have two (dismissal and appointment, ban and reversal).
"""

import functools
from collections.abc import Iterable, Mapping
from typing import Final

from timeline.events.agents import find_head
from timeline.events.event_nouns import EVENT_KINDS
from timeline.events.syntax.clause_kinds import Clause, Span
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.triggers import Candidate
from timeline.events.words import kinds, roles, tagset
from timeline.vocabulary import Kind

__all__ = ["find_kind"]

_FORCES: Final = frozenset((Kind.DISASTER, Kind.CONFLICT))
"""Kinds whose nouns, as what does it, tell what kind of event their verb is: "the quake killed", "the raid left"."""

_REACH = 7  # words after a verb in which the head of its object stands
_ANY: Final = "*"
_SORTS: Final = {
    "person": ("<person>",),
    "organisation": ("<firm>",),
    "government": ("<firm>",),
    "body": ("<firm>",),
    "other": ("<person>", "<firm>"),
}
_SUMS = frozenset("million billion trillion bn mn m".split())


def find_kind(parsed: ParsedSentence, candidate: Candidate) -> str:
    """The kind of the event, one of `Kind`; ``other`` where its words do not tell."""
    if candidate.noun or candidate.clause is None:
        return candidate.kind or kinds.OF_VERB.get(candidate.lemma, Kind.OTHER)
    clause = parsed.clauses[candidate.clause]
    by_words = _find_kind_by_words(parsed, clause)
    if by_words or candidate.kind not in ("", Kind.STATEMENT):
        return by_words or candidate.kind
    plain = _ANY in kinds.BY_OBJECT.get(clause.verb.lemma, {}).values() and not candidate.kind
    if plain and not clause.verb.passive:
        return next(kind for kind, words in kinds.BY_OBJECT[clause.verb.lemma].items() if words == _ANY)
    lemmas = (clause.verb.lemma, *reversed(clause.verb.chain), candidate.lemma)
    told = (kinds.OF_VERB[lemma] for lemma in lemmas if lemma in kinds.OF_VERB)
    return candidate.kind or next(told, Kind.OTHER)


def _find_kind_by_words(parsed: ParsedSentence, clause: Clause) -> str:
    """The kind that a verb has with these words around it, ``""`` where they tell nothing."""
    verb = clause.verb
    done_by, done_to = _read_sides(parsed, clause)
    force = next((EVENT_KINDS[word] for word in sorted(done_by) if EVENT_KINDS.get(word) in _FORCES), "")
    does = verb.lemma in kinds.TELLING and kinds.OF_VERB.get(verb.lemma) not in (Kind.LAWSUIT, Kind.STATEMENT)
    if force and does and not verb.passive:
        return force
    after = {token.low for token in parsed.tokens[verb.head + 1 : verb.head + 2]}
    return (
        _pick(kinds.BY_PARTICLE.get(verb.lemma, {}), after)
        or _pick(kinds.BY_OBJECT.get(verb.lemma, {}), done_to)
        or _pick(kinds.BY_SUBJECT.get(verb.lemma, {}), done_by)
    )


def _pick(lines: Mapping[str, str], words: set[str]) -> str:
    """The first kind one of whose words is there."""
    if not lines or not words:
        return ""
    return next((kind for kind, told in lines.items() if not words.isdisjoint(_split_words(told))), "")


@functools.lru_cache(maxsize=5_000)
def _split_words(words: str) -> frozenset[str]:
    """The words of a line of a table."""
    return frozenset(words.split())


def _read_sides(parsed: ParsedSentence, clause: Clause) -> tuple[set[str], set[str]]:
    """The words that tell who or what does it, and to whom or what it is done."""
    subject = set(_list_telling_words(parsed, clause.subject)) if clause.subject else set()
    first = clause.verb.last + 1
    end = min(clause.end, first + _REACH)
    stop = next((i for i in range(first, end) if parsed.tokens[i].tag in ("IN", "TO", ",", ":")), end)
    after = set(_list_telling_words(parsed, (first, stop)))
    if not clause.verb.passive and clause.verb.form != "participle":
        return subject, after
    by = next((i for i in range(first, end) if parsed.tokens[i].low == "by"), None)
    doer = set(_list_telling_words(parsed, (by + 1, min(clause.end, by + _REACH)))) if by is not None else set[str]()
    return doer, subject


def _list_telling_words(parsed: ParsedSentence, span: Span) -> Iterable[str]:
    """The head noun of a phrase and what stands for its sort; of an object all its nouns, "the trade deal"."""
    place = find_head(parsed.tokens, span)
    for i in range(*span):
        token = parsed.tokens[i]
        if place is not None and i > place:
            break
        if token.actor is not None and i == place:
            yield from _SORTS.get(token.actor.kind, ())
        if token.low in _SUMS or token.low[:1] in "$€£¥":
            yield "<money>"
        if place is None and token.tag == "JJ":
            yield token.low  # "the final"
        if token.tag in tagset.NOUNS and i == place:
            yield token.low
            if token.low in roles.ROLES and token.low not in _BODIES:
                yield "<person>"


_BODIES: Final = frozenset("court courts government parliament company companies firm firms bank banks board".split())
"""Roles that are no person: who fires at them dismisses nobody."""
