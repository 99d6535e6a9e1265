"""A candidate -> whether what it names happened, is under way, is planned, possible, conditional, denied or negated."""

import datetime as dt

from timeline.events.allegations import is_alleged, is_held_for
from timeline.events.mention import EventDate
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.lexicon import find_lemma
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.verb_groups import VerbGroup
from timeline.events.triggers import Candidate
from timeline.events.words import cues, verbs
from timeline.vocabulary import Status

__all__ = ["find_status", "is_left_unsaid", "is_on_condition"]

_PLANNING = frozenset(status for status in verbs.CATENATIVES if verbs.CATENATIVES[status] == "planned")
_NOUN_WORDS = (
    (frozenset("planned upcoming scheduled forthcoming proposed next future".split()), Status.PLANNED),
    (frozenset("alleged suspected supposed".split()), Status.ALLEGED),
    (frozenset("possible potential likely feared".split()), Status.POSSIBLE),
)
_FACTUAL_INFINITIVES = frozenset("allow permit enable force help cause lead get let make oblige compel prompt".split())


def find_status(parsed: ParsedSentence, candidate: Candidate, date: EventDate, published: dt.date | None) -> str:
    """The status of what `candidate` names, given its date: words first, then the calendar."""
    if candidate.clause is None:
        return _correct_by_calendar("happened", date, published)
    status = (
        _find_noun_status(parsed, candidate) if candidate.noun else _find_clause_status(parsed, candidate.clause, date)
    )
    return _correct_by_calendar(status, date, published)


def _correct_by_calendar(status: str, date: EventDate, published: dt.date | None) -> str:
    """What is told as done or under way but lies after publication is planned."""
    if status in ("happened", "ongoing") and published and date.first and date.first > published:
        return "planned"
    return status


def _find_noun_status(parsed: ParsedSentence, candidate: Candidate) -> str:
    """A noun's own words ("a planned visit"), else what its clause says of it."""
    following = parsed.tokens[candidate.last + 1 : candidate.last + 2]
    if following and following[0].tag == "VBN" and find_lemma(following[0].low) in verbs.PLANNING:
        return "planned"
    before = {token.low for token in parsed.tokens[max(0, candidate.first - 3) : candidate.first]}
    by_words = next((status for words, status in _NOUN_WORDS if words & before), "")
    if by_words:
        return by_words
    assert candidate.clause is not None  # noqa: S101 for the type checker
    clause = parsed.clauses[candidate.clause]
    if candidate.role == "object" or (candidate.role == "subject" and clause.verb.lemma in verbs.OCCURRENCES):
        return _find_clause_status(parsed, candidate.clause, EventDate())
    if candidate.role == "subject" and clause.verb.lemma in _PLANNING and clause.verb.passive:
        return "planned"
    return "happened"


def _find_clause_status(parsed: ParsedSentence, number: int, date: EventDate) -> str:
    """The status its verb and the clauses above it give."""
    clause = parsed.clauses[number]
    above = _from_above(parsed, clause)
    if above:
        return above
    own = _read_verb_status(parsed, clause, date)
    if own == Status.ONGOING and clause.marker in _STILL_TO_COME and not clause.verb.progressive:
        return Status.PLANNED  # "before Obama takes office"
    if own in (Status.HAPPENED, Status.ONGOING) and is_alleged(parsed, clause):
        return Status.ALLEGED
    if is_held_for(parsed, clause):
        return own
    above_it = clause.parent if clause.kind == "participle" and clause.verb.form == "gerund" else None
    if own != "happened" or above_it is None or above_it >= number:
        return own
    behind = clause.marker == "after" and parsed.clauses[above_it].verb.tense == "future"
    return own if behind else _find_clause_status(parsed, above_it, date)  # "will miss the final after breaking a leg"


_STILL_TO_COME = frozenset(("before", "once", "after", "until"))


def _from_above(parsed: ParsedSentence, clause: Clause) -> str:
    """What an "if" or a denial above the clause makes of it; "" for nothing."""
    if clause.marker in cues.CONDITIONALS or is_on_condition(parsed, clause):
        return "conditional"
    if clause.marker in cues.AWAITING and _is_still_to_come(parsed, clause):
        return "conditional"
    if is_left_unsaid(parsed, clause):
        return "possible"
    if clause.kind == "reported" and clause.parent is not None:
        parent = parsed.clauses[clause.parent].verb
        if parent.lemma in verbs.DENIALS and not parent.negated:
            return "denied"
    return ""


def is_left_unsaid(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause tells what somebody did not say or show: "had not shown that a single vote was stolen"."""
    if clause.marker == "that" and [t.low for t in parsed.tokens[clause.start - 2 : clause.start - 1]] == ["no"]:
        return parsed.tokens[clause.start - 1].low in _SHOWING  # "found no evidence that he took bribes"
    above = parsed.clauses[clause.parent].verb if clause.kind == "reported" and clause.parent is not None else None
    return above is not None and above.negated and above.lemma in _MAKING_SURE


_SHOWING = frozenset("evidence proof sign signs indication indications suggestion claim".split())
_MAKING_SURE = frozenset(
    """allege believe claim conclude confirm demonstrate determine establish find indicate prove rule say show suggest
    think""".split()
)
"""Denied, they leave open whether it was so; who did not know or tell that it was leaves nothing open."""


def is_on_condition(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause says under which condition something is done: "on condition that it sells the mill"."""
    before = parsed.tokens[clause.start - 1].low if clause.start else ""
    return clause.marker == "that" and before in ("condition", "conditions")


def _is_still_to_come(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause of waiting tells what is still to come: "until it passes", "until it has passed"."""
    above = parsed.clauses[clause.parent].verb.modal if clause.parent is not None else ""
    coming = above in cues.CONDITIONAL_MODALS  # "said the strike would last until the firm withdrew its plans"
    return coming or clause.verb.tense == "present" or parsed.tokens[clause.verb.first].low in ("has", "have")


def _read_verb_status(parsed: ParsedSentence, clause: Clause, date: EventDate) -> str:  # noqa: PLR0911 one return a rule
    """The status a verb group states by itself."""
    verb = clause.verb
    if verb.chain[:1] == ("need",) and verb.tense == "past" and not verb.modal:
        return "negated" if verb.negated else "happened"  # "needed five hours to convict him"
    negated = verb.negated or _is_about_nobody(parsed, clause)
    by_chain = "negated" if negated else next((s for s in map(_read_chained_status, verb.chain) if s), "")
    if by_chain:
        return by_chain
    planned = verb.lemma in verbs.PLANNING and verb.passive and not verb.perfect and verb.last == verb.head
    planned = planned and not (verb.lemma == "propose" and verb.tense == "past")  # it was: "was first proposed in 1994"
    if (planned and not _is_set_on_day(parsed, verb)) or verb.tense == "future":
        return "planned"
    if verb.modal:
        return _read_modal_status(clause)
    if verb.form == "infinitive":
        return _find_infinitive_status(parsed, clause)
    if verb.form == "finite" and not verb.tense:
        return "possible"
    if verb.form == "finite" and (verb.progressive or verb.tense == "present"):
        historic = parsed.kind == "title" or parsed.lead is not None  # the present of headlines and chronologies
        return "happened" if historic and not verb.progressive else "ongoing"
    if verb.perfect and date.span == "period" and date.last is None and date.first is not None:
        return "ongoing"
    return "happened"


def _is_set_on_day(parsed: ParsedSentence, verb: VerbGroup) -> bool:
    """Whether something was set, and not for a day that is to come: a fire, a record, nothing that is planned."""
    following = parsed.tokens[verb.last + 1 : verb.last + 2]
    lies_ahead = bool(following) and (following[0].tag in ("TO", "IN") and following[0].low in ("to", "for"))
    return verb.lemma == "set" and verb.tense == "past" and not lies_ahead


def _is_about_nobody(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether the subject says that it was not: "no one was arrested", "no warning was issued", "none survived"."""
    if clause.subject is None:
        return False
    first = parsed.tokens[clause.subject[0]].low
    following = parsed.tokens[clause.subject[0] + 1].low if clause.subject[0] + 1 < len(parsed.tokens) else ""
    return first in ("nobody", "no-one", "none", "neither") or (first == "no" and following not in _NO_NEGATION)


_NO_NEGATION = frozenset("fewer less more . doubt matter".split())  # "no fewer than 12", "No. 2"


def _read_modal_status(clause: Clause) -> str:
    """Possible or conditional; what somebody said would happen is planned."""
    if clause.verb.modal in cues.CONDITIONAL_MODALS:
        return "planned" if clause.kind == "reported" else "conditional"
    return "possible"


def _read_chained_status(lemma: str) -> str:
    """The status a verb or adjective gives the infinitive after it."""
    return verbs.CATENATIVE_ADJECTIVES.get(lemma, "") or verbs.CATENATIVES.get(lemma, "")


def _find_infinitive_status(parsed: ParsedSentence, clause: Clause) -> str:
    """An infinitive is a purpose or a wish, and done only where the verb above it made it so."""
    if clause.parent is None:
        return "possible"
    parent = parsed.clauses[clause.parent].verb
    if parent.lemma in _FACTUAL_INFINITIVES and parent.tense == "past" and not parent.negated and not parent.modal:
        return "happened"
    return "planned" if parent.lemma in _PLANNING else "possible"
