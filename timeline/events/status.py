"""A candidate -> whether what it names happened, is under way, is planned, possible, conditional, denied or negated."""

import datetime as dt

from timeline.events.allegations import is_alleged, is_held_for
from timeline.events.mention import EventDate
from timeline.events.syntax.clauses import Clause
from timeline.events.syntax.lexicon import lemma_of
from timeline.events.syntax.sentences import Reading
from timeline.events.triggers import Candidate
from timeline.events.words import cues, verbs
from timeline.vocabulary import Status

__all__ = ["status_of"]

_PLANNING = frozenset(status for status in verbs.CATENATIVES if verbs.CATENATIVES[status] == "planned")
_NOUN_WORDS = (
    (frozenset("planned upcoming scheduled forthcoming proposed next future".split()), Status.PLANNED),
    (frozenset("alleged suspected supposed".split()), Status.ALLEGED),
    (frozenset("possible potential likely feared".split()), Status.POSSIBLE),
)
_FACTUAL_INFINITIVES = frozenset("allow permit enable force help cause lead get let make oblige compel prompt".split())


def status_of(reading: Reading, candidate: Candidate, date: EventDate, published: dt.date | None) -> str:
    """The status of what `candidate` names, given its date: words first, then the calendar."""
    if candidate.clause is None:
        return _by_calendar("happened", date, published)
    status = _of_noun(reading, candidate) if candidate.noun else _of_clause(reading, candidate.clause, date)
    return _by_calendar(status, date, published)


def _by_calendar(status: str, date: EventDate, published: dt.date | None) -> str:
    """What is told as done or under way but lies after publication is planned."""
    if status in ("happened", "ongoing") and published and date.first and date.first > published:
        return "planned"
    return status


def _of_noun(reading: Reading, candidate: Candidate) -> str:
    """A noun's own words ("a planned visit"), else what its clause says of it."""
    following = reading.tokens[candidate.last + 1 : candidate.last + 2]
    if following and following[0].tag == "VBN" and lemma_of(following[0].low) in verbs.PLANNING:
        return "planned"
    before = {token.low for token in reading.tokens[max(0, candidate.first - 3) : candidate.first]}
    by_words = next((status for words, status in _NOUN_WORDS if words & before), "")
    if by_words:
        return by_words
    assert candidate.clause is not None  # noqa: S101 for the type checker
    clause = reading.clauses[candidate.clause]
    if candidate.role == "object" or (candidate.role == "subject" and clause.verb.lemma in verbs.OCCURRENCES):
        return _of_clause(reading, candidate.clause, EventDate())
    if candidate.role == "subject" and clause.verb.lemma in _PLANNING and clause.verb.passive:
        return "planned"
    return "happened"


def _of_clause(reading: Reading, number: int, date: EventDate) -> str:
    """The status its verb and the clauses above it give."""
    clause = reading.clauses[number]
    above = _from_above(reading, clause)
    if above:
        return above
    own = _of_verb(reading, clause, date)
    if own == Status.ONGOING and clause.marker in _STILL_TO_COME and not clause.verb.progressive:
        return Status.PLANNED  # "before Obama takes office"
    if own in (Status.HAPPENED, Status.ONGOING) and is_alleged(reading, clause):
        return Status.ALLEGED
    if is_held_for(reading, clause):
        return own
    if own == "happened" and clause.kind == "participle" and clause.parent is not None and clause.verb.form == "gerund":
        return _of_clause(reading, clause.parent, date) if clause.parent < number else own
    return own


_STILL_TO_COME = frozenset(("before", "once", "after", "until"))


def _from_above(reading: Reading, clause: Clause) -> str:
    """What an "if" or a denial above the clause makes of it; "" for nothing."""
    if clause.marker in cues.CONDITIONALS or (clause.marker in cues.AWAITING and _not_yet(reading, clause)):
        return "conditional"
    if clause.kind == "reported" and clause.parent is not None:
        parent = reading.clauses[clause.parent].verb
        if parent.lemma in verbs.DENIALS and not parent.negated:
            return "denied"
    return ""


def _not_yet(reading: Reading, clause: Clause) -> bool:
    """Whether a clause of waiting tells what is still to come: "until it passes", "until it has passed"."""
    return clause.verb.tense == "present" or reading.tokens[clause.verb.first].low in ("has", "have")


def _of_verb(reading: Reading, clause: Clause, date: EventDate) -> str:  # noqa: PLR0911 one return a rule
    """The status a verb group states by itself."""
    verb = clause.verb
    if verb.chain[:1] == ("need",) and verb.tense == "past" and not verb.modal:
        return "negated" if verb.negated else "happened"  # "needed five hours to convict him"
    by_chain = "negated" if verb.negated else next((s for s in map(_chained, verb.chain) if s), "")
    if by_chain:
        return by_chain
    planned = verb.lemma in verbs.PLANNING and verb.passive and not verb.perfect and verb.last == verb.head
    if planned or verb.tense == "future":
        return "planned"
    if verb.modal:
        return _of_modal(clause)
    if verb.form == "infinitive":
        return _of_infinitive(reading, clause)
    if verb.form == "finite" and not verb.tense:
        return "possible"
    if verb.form == "finite" and (verb.progressive or verb.tense == "present"):
        historic = reading.kind == "title" or reading.lead is not None  # the present of headlines and chronologies
        return "happened" if historic and not verb.progressive else "ongoing"
    if verb.perfect and date.span == "period" and date.last is None and date.first is not None:
        return "ongoing"
    return "happened"


def _of_modal(clause: Clause) -> str:
    """Possible or conditional; what somebody said would happen is planned."""
    if clause.verb.modal in cues.CONDITIONAL_MODALS:
        return "planned" if clause.kind == "reported" else "conditional"
    return "possible"


def _chained(lemma: str) -> str:
    """The status a verb or adjective gives the infinitive after it."""
    return verbs.CATENATIVE_ADJECTIVES.get(lemma, "") or verbs.CATENATIVES.get(lemma, "")


def _of_infinitive(reading: Reading, clause: Clause) -> str:
    """An infinitive is a purpose or a wish, and done only where the verb above it made it so."""
    if clause.parent is None:
        return "possible"
    parent = reading.clauses[clause.parent].verb
    if parent.lemma in _FACTUAL_INFINITIVES and parent.tense == "past" and not parent.negated and not parent.modal:
        return "happened"
    return "planned" if parent.lemma in _PLANNING else "possible"
