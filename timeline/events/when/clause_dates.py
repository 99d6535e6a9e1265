"""A candidate -> when the text says it was: its own date, one of its sentence, a bound, or publication at a guess.

Nearest scope first: the phrase, the clause, the clauses it shares a date with, the heading above, what it came before
or after; what nothing dates or bounds is put at publication, marked as a guess, and only if it is past or under way.
"""

import dataclasses
import datetime as dt
import re

from timeline.events.allegations import is_held_for
from timeline.events.asides import describes, is_object_deed
from timeline.events.mention import EventDate
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.triggers import Candidate, find_closing_speaker
from timeline.events.when.assume import assume_date, bound_date, is_of_speaker
from timeline.events.when.bounds import bound_by_following, bound_by_order, bound_by_preceding
from timeline.events.when.companions import TELLING, list_companions
from timeline.events.when.own_date import (
    drop_bounds,
    put_in_tense,
    remember_date,
    take_date_before_when,
    take_own_date,
)
from timeline.events.when.scope import (
    find_date_in_phrase,
)
from timeline.events.words import verbs
from timeline.vocabulary import Basis, Precision

__all__ = ["date_candidate"]

_NEWS = dt.timedelta(days=7)


def date_candidate(parsed: ParsedSentence, candidate: Candidate, published: dt.date | None) -> EventDate:
    """When `candidate` was; undated with basis ``none`` where the text does not say and publication is no guess."""
    if candidate.noun:
        return _date_noun(parsed, candidate, published)
    if candidate.clause is None:
        return EventDate()
    return _date_clause(parsed, candidate.clause, published)


def _date_noun(parsed: ParsedSentence, candidate: Candidate, published: dt.date | None) -> EventDate:
    """The date in a noun's phrase or right behind it, else that of its clause where the noun is what happens."""
    date = find_date_in_phrase(parsed, candidate.first)
    if date is not None and candidate.clause is not None:
        return drop_bounds(put_in_tense(parsed.clauses[candidate.clause], date))
    if date is not None:
        return drop_bounds(date)
    if candidate.clause is None or (candidate.role == "apart" and parsed.heads_item(candidate.first)):
        return EventDate.from_mention(parsed.lead) if parsed.lead else EventDate()
    clause = parsed.clauses[candidate.clause]
    if candidate.role == "subject" and not clause.verb.passive and candidate.kind in ("conflict", "disaster", "crime"):
        return _date_clause(parsed, candidate.clause, published)
    if candidate.role == "object" and candidate.kind in ("conflict", "disaster", "crime", "death"):
        own = take_own_date(parsed, clause, published)
        return own or EventDate()
    return EventDate()


def _date_clause(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate:
    """The date of what the verb of a clause names."""
    clause = parsed.clauses[number]
    lends = clause.verb.form == "infinitive" or is_held_for(parsed, clause)
    if lends and clause.parent is not None and _find_lent_date(parsed, clause.parent, published):
        return EventDate()
    found = (
        take_own_date(parsed, clause, published)
        or take_date_before_when(parsed, clause)
        or _take_beginning(parsed, number, published)
        or _take_shared_date(parsed, number, published)
        or _take_lead(parsed, clause)
        or bound_by_order(parsed, number, published)
        or bound_by_following(parsed, clause, published)
        or bound_by_preceding(parsed, clause, published)
    )
    if found is not None and _cannot_be(clause, found, published):
        found = None if _CLOCK.match(found.text) else EventDate(reading=_AHEAD)
    return found or assume_date(parsed, clause, published)


def _take_lead(parsed: ParsedSentence, clause: Clause) -> EventDate | None:
    """The date an item opens with; what its event came after was no later: "8 Feb: Roe dies after a cut is missed"."""
    if parsed.lead is None or clause.kind == "relative":
        return None
    if clause.kind == "adverbial" and clause.marker == "after" and clause.parent is not None:
        return bound_date(None, parsed.lead.last, parsed.lead, "before what is told to have come after it")
    return EventDate.from_mention(parsed.lead)


def _take_beginning(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate | None:
    """The day from which on it is: "will be notified by mail starting June 10"."""
    for clause in parsed.clauses[number + 1 :]:
        begins = clause.verb.form == "gerund" and clause.verb.lemma in ("start", "begin")
        following = {token.tag for token in parsed.tokens[clause.verb.last + 1 : clause.end]}
        if clause.parent == number and begins and following <= {"DATE", "IN", "RB", "."}:
            return take_own_date(parsed, clause, published)
    return None


_AHEAD = "what is told in the past lies not behind publication: the words count from a day that is not known"
_CLOCK = re.compile(r"\D{0,10}\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|.*\d[.:]\d\d", re.IGNORECASE)


def _cannot_be(clause: Clause, date: EventDate, published: dt.date | None) -> bool:
    """Whether a past would lie behind publication by a day counted from another: "was caught the next day"."""
    verb = clause.verb
    plain = verb.form == "finite" and verb.tense == "past" and not (verb.modal or verb.chain)
    if verb.tense == "future" and published is not None and date.last is not None and date.basis == Basis.EXPLICIT:
        return date.last < published  # "drivers in post on 1 January will retire later"
    counted = date.basis == Basis.ANCHORED or date.text.lower().startswith(("the following", "the next"))
    ahead = counted and published is not None and date.first is not None and date.first > published
    return plain and ahead and verb.lemma not in verbs.LOOKING_AHEAD | verbs.IMPOSING


def _take_shared_date(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate | None:
    """The date of a clause that this one shares its time with."""
    return remember_date(parsed, ("shared date", number), lambda: _find_shared_date(parsed, number, published))


def _find_shared_date(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate | None:
    """The date of a clause that this one is coordinated with, is told as going on with, or is a participle of."""
    clause = parsed.clauses[number]
    lent = _find_lent_date(parsed, number, published)
    if lent is not None:
        return lent
    for other in list_companions(parsed.clauses, number):
        if clause.verb.tense == "future" and parsed.clauses[other].verb.tense == "past":
            continue  # "was hurt on Monday and will miss the final"
        if clause.verb.progressive and parsed.clauses[other].verb.form == "participle":
            continue  # "are treating the death of a man found on Friday as murder"
        date = take_own_date(parsed, parsed.clauses[other], published)
        if date is not None and _can_be_lent(parsed, number, other, date):
            if _is_only_begun(parsed, number, other, date):
                return bound_date(date.first, published, None, "told after what was in “" + date.text + "”")
            later = other == number + 1 and parsed.clauses[other].marker == "and" and date.precision == Precision.YEAR
            return _bound_by_later(parsed, date) if later else date
    return _find_day_of_saying(parsed, number, published) if clause.verb.tense == "past" else None


def _is_only_begun(parsed: ParsedSentence, number: int, other: int, date: EventDate) -> bool:
    """Whether what "but" goes on with may be of any time since a month: "took over in May but won two games"."""
    before, clause = parsed.clauses[other], parsed.clauses[number]
    behind = date.start is not None and date.start > parsed.tokens[before.verb.last].end
    vague = date.precision in (Precision.MONTH, Precision.YEAR, Precision.PART)
    perfect = clause.verb.perfect and not clause.verb.earlier and not before.verb.perfect  # "and has since resigned"
    return behind and other < number and (perfect or (vague and clause.marker == "but"))


def _can_be_lent(parsed: ParsedSentence, number: int, other: int, date: EventDate) -> bool:
    """Whether a date is a time, and not the month or year of what is done to: "beat a record set last year"."""
    participle, above = parsed.clauses[other].verb, parsed.clauses[number].verb
    made = (
        parsed.clauses[other].parent == number
        and participle.form == "participle"
        and not above.speaks
        and above.lemma != "get"
    )
    made = (
        made and participle.lemma not in TELLING | verbs.NAMING | verbs.DESCRIBING
    )  # "raided homes linked to Roe in May"
    point = date.span == "point" and (date.first is not None or date.basis == Basis.BOUNDED)
    return point and not (made and date.precision != Precision.DAY)


def _bound_by_later(parsed: ParsedSentence, date: EventDate) -> EventDate:
    """Not after the year of what "and" goes on with: "joined the firm and became its chief in 2015"."""
    source = next((t.date for t in parsed.tokens if t.date is not None and t.date.start == date.start), None)
    return bound_date(None, date.last, source, f"told before what was in “{date.text}”")


def _find_day_of_saying(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate | None:
    """The day on which somebody is said to have told it; what had been so by then is only bounded by it."""
    clause = parsed.clauses[number]
    told = clause.parent if clause.kind == "reported" else find_closing_speaker(parsed, number)
    said = None
    if told is not None:
        said = take_own_date(parsed, parsed.clauses[told], published) or _take_shared_date(parsed, told, published)
    if said is None or said.last is None or said.basis == Basis.NONE:
        return None
    found = told is not None and parsed.clauses[told].verb.lemma in verbs.FINDING
    found = found or _lasts(parsed, clause)  # "said on Monday that for two years it had stored"
    if found or clause.verb.earlier or is_of_speaker(parsed, clause) or said.precision != Precision.DAY:
        source = next((t.date for t in parsed.tokens if t.date is not None and t.date.start == said.start), None)
        return bound_date(None, said.last, source, f"not after it was reported: “{said.text}”")
    reading_of_day = f"told on “{said.text}”: assumed on that day, {said.last.isoformat()}"
    return dataclasses.replace(said, basis=Basis.PUBLISHED, reading=reading_of_day)


def _lasts(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause says for how long something went on."""
    places = (i for a, b in clause.list_stretches() for i in range(a + 1, b))
    return any(parsed.tokens[i].tag == "DATE" and parsed.tokens[i - 1].low == "for" for i in places)


def _find_lent_date(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate | None:
    """A past date at the end of an infinitive dates the verb before it: "ordered Norvik to close on Friday".

    So does a day of the news at the end of a charge: "accused Keller of stealing on Monday", not "in 2019".
    """
    if parsed.clauses[number].verb.tense != "past" or not parsed.dated:
        return None
    for other in parsed.clauses[number + 1 :]:
        if other.parent != number and not _is_so_of_object(parsed, other, number):
            continue
        held = is_held_for(parsed, other) or is_object_deed(parsed, other)
        if held or other.verb.form == "infinitive" or describes(parsed, other):
            date = take_own_date(parsed, other, published)
            if date is None or date.first is None or date.last is None or published is None or date.last > published:
                continue
            judged = held and parsed.clauses[number].verb.lemma in ("acquit", "clear", "exonerate")
            if (
                judged
                or not held
                or other.verb.lemma == "be"
                or (date.precision == Precision.DAY and published - date.last <= _NEWS)
            ):
                return date
    return None


def _is_so_of_object(parsed: ParsedSentence, clause: Clause, number: int) -> bool:
    """Whether a clause says what the object of another is held to be: "arrested a man suspected of being a member"."""
    above = parsed.clauses[clause.parent] if clause.parent is not None else None
    described = above is not None and above.parent == number and above.verb.form == "participle"
    return described and clause.verb.lemma == "be" and clause.verb.form == "gerund"
