"""A candidate with its date and status -> where its document tells it, and how much it makes of it, 0-1."""

from timeline.events.mention import EventDate, Opening
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.verb_groups import VerbGroup
from timeline.events.triggers import Candidate
from timeline.events.words import kinds, verbs
from timeline.vocabulary import Basis, Status

__all__ = ["find_opening", "rate_prominence"]

_BY_CLAUSE = {"relative": -0.2, "infinitive": -0.25, "participle": -0.15, "adverbial": -0.1}


def find_opening(parsed: ParsedSentence, candidate: Candidate) -> Opening:
    """Whether it is what the headline or the lead says: their main clause, or what somebody says in it."""
    clause = parsed.clauses[candidate.clause] if candidate.clause is not None and not candidate.noun else None
    if clause is None or clause.kind not in ("main", "reported"):
        return Opening.ELSEWHERE
    return Opening.HEADLINE if parsed.kind == "title" else Opening.LEAD if parsed.opens else Opening.ELSEWHERE


def rate_prominence(
    parsed: ParsedSentence, candidate: Candidate, kind: str, date: EventDate, status: str, *, named: bool, on_topic: int
) -> float:
    """0-1: how much the document makes of it: where it stands, how it is told, whether it is what the title is about.

    `on_topic` counts the content words it shares with the title; `named` says whether an actor takes part.
    """
    clause = parsed.clauses[candidate.clause] if candidate.clause is not None else None
    score = 0.48 + Basis(date.basis).weight + Status(status).weight
    score += 0.2 if parsed.kind == "title" else 0.15 if parsed.number <= 3 else 0.05 if parsed.number <= 8 else 0.0
    score += 0.05 if named else -0.05
    score += 0.1 if kind in kinds.WEIGHTY else -0.05 if kind in ("other", "statement") else 0.0
    score += 0.05 * min(3, on_topic)
    score -= 0.05 if candidate.noun else 0.0
    score += _BY_CLAUSE.get(clause.kind, 0.0) if clause is not None else 0.0
    if clause is not None and not candidate.noun:
        plain = clause.verb.lemma in verbs.REPORTING or clause.verb.lemma in verbs.STATES
        present = clause.verb.tense == "present" and parsed.kind != "title" and parsed.lead is None
        score -= 0.15 if plain else 0.1 if present else 0.0
        if _is_no_news(clause.verb):
            return 0.0
    return round(min(1.0, max(0.0, score)), 3)


def _is_no_news(verb: VerbGroup) -> bool:
    """Whether a verb tells what people do or feel in a room, or that they gave no answer."""
    silent = verb.negated or bool({"decline", "refuse"} & set(verb.chain))
    call = verb.lemma == "return" and verb.negated  # "did not return calls"
    moved = verb.passive and verb.lemma in verbs.FEELINGS
    return verb.lemma in verbs.GESTURES or moved or (silent and verb.lemma in verbs.ANSWERS) or call
