"""Nouns that name events, and those beside a verb that says little without them: "the strike begins", "faces trial"."""

from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.words import nouns, tagset, verbs

__all__ = ["EVENT_KINDS", "find_event_object", "find_event_subject", "modifies_next"]

EVENT_KINDS = {noun: kind for kind, listed in nouns.EVENT_NOUNS.items() for noun in listed.split()}


def find_event_subject(parsed: ParsedSentence, clause: Clause) -> int | None:
    """The noun next to its verb of happening: "the strike begins", "a deal was reached"."""
    verb = clause.verb
    happens = verb.lemma in verbs.OCCURRENCES or (verb.passive and verb.lemma in _CONCLUDING)
    if not happens or verb.lead - 1 < clause.start or verb.chain:
        return None
    before = verb.first - 1
    if before >= 0 and parsed.tokens[before].low in EVENT_KINDS and verb.lead - before <= 2:
        return before
    return None


_CONCLUDING = frozenset("reach sign strike hold stage file lodge conduct seal launch".split())
"""What is done with a noun when that comes about."""


def find_event_object(parsed: ParsedSentence, clause: Clause) -> int | None:
    """The event noun that a light verb has as its object."""
    tokens = parsed.tokens
    for i in range(clause.verb.last + 1, min(clause.end, clause.verb.last + 7)):
        tag = tokens[i].tag
        if tag in tagset.NOUNS and tokens[i].low in EVENT_KINDS and not modifies_next(parsed, i):
            return i
        if tag not in ("DT", "JJ", "CD", "PRP$", "POS", "VBN", "RB") and tag not in tagset.NOUNS:
            return None
    return None


def modifies_next(parsed: ParsedSentence, i: int) -> bool:
    """Whether a noun only modifies the one after it: "strike action"."""
    return i + 1 < len(parsed.tokens) and parsed.tokens[i + 1].tag in ("NN", "NNS", "NNP")
