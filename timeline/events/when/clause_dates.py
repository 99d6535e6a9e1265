"""A candidate -> when the text says it was: its own date, one of its sentence, a bound, or publication at a guess.

Nearest scope first: the phrase, the clause, the clauses it shares a date with, the heading above, what it came before
or after; what nothing dates or bounds is put at publication, marked as a guess, and only if it is past or under way.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import cast

from timeline.dates import DateMention, Tense, parse_edtf
from timeline.events.allegations import is_held_for
from timeline.events.asides import describes
from timeline.events.mention import EventDate
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.triggers import Candidate, find_closing_speaker
from timeline.events.when.assume import assume_date, bound_date, is_of_speaker, says_hour
from timeline.events.when.companions import TELLING, list_companions
from timeline.events.when.scope import (
    find_bearing,
    find_date_in_phrase,
    goes_along,
    is_its_end,
    is_of_decision,
    is_of_object,
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


def _drop_bounds(date: DateMention) -> EventDate:
    """A date inside a phrase without the preposition that bounds it: "after the 3 May raid" sets the raid on 3 May."""
    whole = parse_edtf(date.timex_value) if date.signal in ("after", "before", "by") else None
    if whole is None or date.span != "point":
        return EventDate.from_mention(date)
    return dataclasses.replace(EventDate.from_mention(date), first=whole[0], last=whole[1], precision=whole[2])


def _date_noun(parsed: ParsedSentence, candidate: Candidate, published: dt.date | None) -> EventDate:
    """The date in a noun's phrase or right behind it, else that of its clause where the noun is what happens."""
    date = find_date_in_phrase(parsed, candidate.first)
    if date is not None and candidate.clause is not None:
        return _drop_bounds(_put_in_tense(parsed.clauses[candidate.clause], date))
    if date is not None:
        return _drop_bounds(date)
    if candidate.clause is None:
        return EventDate.from_mention(parsed.lead) if parsed.lead else EventDate()
    clause = parsed.clauses[candidate.clause]
    if candidate.role == "subject" and not clause.verb.passive and candidate.kind in ("conflict", "disaster", "crime"):
        return _date_clause(parsed, candidate.clause, published)
    if candidate.role == "object" and candidate.kind in ("conflict", "disaster", "crime", "death"):
        own = _take_own_date(parsed, clause, published)
        return own or EventDate()
    return EventDate()


def _date_clause(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate:
    """The date of what the verb of a clause names."""
    clause = parsed.clauses[number]
    lends = clause.verb.form == "infinitive" or is_held_for(parsed, clause)
    if lends and clause.parent is not None and _find_lent_date(parsed, clause.parent, published):
        return EventDate()
    found = (
        _take_own_date(parsed, clause, published)
        or _take_date_before_when(parsed, clause)
        or _take_beginning(parsed, number, published)
        or _take_shared_date(parsed, number, published)
        or _take_lead(parsed, clause)
        or _bound_by_order(parsed, number, published)
        or _bound_by_following(parsed, clause, published)
        or _bound_by_preceding(parsed, clause, published)
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


def _take_date_before_when(parsed: ParsedSentence, clause: Clause) -> EventDate | None:
    """The date that "when" goes on from: "the worst since 2004, when 11 people died"."""
    before = clause.start - 1 - (parsed.tokens[clause.start - 1].tag == ",")
    if clause.marker != "when" or clause.start < 1 or before < 0:
        return None
    date = parsed.tokens[before].date
    whole = parse_edtf(date.timex_value) if date is not None and _names_days(date) else None
    if date is None or whole is None:
        return None
    return dataclasses.replace(
        EventDate.from_mention(date), first=whole[0], last=whole[1], precision=whole[2], span="point"
    )


def _take_beginning(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate | None:
    """The day from which on it is: "will be notified by mail starting June 10"."""
    for clause in parsed.clauses[number + 1 :]:
        begins = clause.verb.form == "gerund" and clause.verb.lemma in ("start", "begin")
        following = {token.tag for token in parsed.tokens[clause.verb.last + 1 : clause.end]}
        if clause.parent == number and begins and following <= {"DATE", "IN", "RB", "."}:
            return _take_own_date(parsed, clause, published)
    return None


_AHEAD = "what is told in the past lies not behind publication: the words count from a day that is not known"
_CLOCK = re.compile(r"\D{0,10}\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|.*\d[.:]\d\d", re.IGNORECASE)


def _cannot_be(clause: Clause, date: EventDate, published: dt.date | None) -> bool:
    """Whether a past would lie behind publication by a day counted from another: "was caught the next day"."""
    verb = clause.verb
    plain = verb.form == "finite" and verb.tense == "past" and not (verb.modal or verb.chain)
    if verb.tense == "future" and published is not None and date.last is not None and date.basis == Basis.EXPLICIT:
        return date.last < published  # "drivers in post on 1 January will retire later"
    ahead = date.basis == Basis.ANCHORED and published is not None and date.first is not None and date.first > published
    return plain and ahead and verb.lemma not in verbs.LOOKING_AHEAD | verbs.IMPOSING


def _put_in_tense(clause: Clause, date: DateMention) -> DateMention:
    """The date as its clause's tense has it, where no other words of the sentence have decided that."""
    verb = clause.verb
    if verb.form == "participle" and verb.lemma not in verbs.PLANNING:
        return date.put_in_tense(Tense.PAST)  # "a report released Wednesday concludes"
    if date.decided_by or verb.modal:
        return date
    if verb.tense == "future":
        return date.put_in_tense(Tense.COMING)
    return date.put_in_tense(Tense.PAST) if verb.tense == "past" else date


def _lies_ahead(parsed: ParsedSentence, clause: Clause, i: int, published: dt.date | None) -> bool:
    """Whether the date at `i` is when something will be: "has threatened a strike from 17 March", said on 3 March."""
    date, verb = parsed.tokens[i].date, clause.verb
    if date is None or published is None or verb.lemma not in verbs.LOOKING_AHEAD or i < verb.last:
        return False
    coming, past = date.put_in_tense(Tense.COMING).first, date.put_in_tense(Tense.PAST).last
    leads = parsed.tokens[i - 1].low in ("from", "for", "until") or date.signal in ("from", "since", "until")
    if not leads or coming is None or past is None:
        return False
    return verb.passive or coming - published < published - past


def _take_own_date(parsed: ParsedSentence, clause: Clause, published: dt.date | None) -> EventDate | None:
    """The date in the clause's own words."""
    return _remember_date(parsed, ("own date", clause.verb.first), lambda: _find_own_date(parsed, clause, published))


def _remember_date(
    parsed: ParsedSentence, key: tuple[str, int], find: Callable[[], EventDate | None]
) -> EventDate | None:
    """What `find` finds, worked out once however many clauses ask for it; nothing in a sentence without dates."""
    if not parsed.dated:
        return None
    if key not in parsed.kept:
        parsed.kept[key] = find()
    return cast("EventDate | None", parsed.kept[key])


def _find_own_date(parsed: ParsedSentence, clause: Clause, published: dt.date | None) -> EventDate | None:
    """The nearest date in the clause's own words that says when, else what the others bound."""
    places = [i for i in _list_places(parsed, clause, published) if not _says_no_day(parsed.tokens[i].date, published)]
    places = [i for i in places if not _says_now_of_past(parsed, clause, i) and not is_its_end(parsed, clause, i)]
    places = [i for i in places if not is_of_decision(parsed, clause, i, published)]
    places = [i for i in places if not is_of_object(parsed, clause, i, published)]
    if places and goes_along(parsed, clause) and clause.parent is not None:
        above = _take_own_date(parsed, parsed.clauses[clause.parent], published)
        if above is not None and above.precision == Precision.DAY:
            return above  # "accepted a deal on Monday, averting strikes over Christmas"
    direct = [i for i in places if find_bearing(parsed, clause, i) == "on"]
    if direct:
        direct = [i for i in direct if _names_days(parsed.tokens[i].date)] or direct  # "3 May: the dam bursts at dawn"
        head = clause.verb.head
        nearest = min(direct, key=lambda i: (abs(i - head), i))
        date = parsed.tokens[nearest].date
        assert date is not None  # noqa: S101 for the type checker
        if parsed.lead is not None and (parsed.lead.start == date.start or not _names_days(date)):
            return EventDate.from_mention(parsed.lead)  # read in the order of the items
        if date.signal in ("after", "before", "by") and date.span == "point" and None in (date.first, date.last):
            return _from_bounds(parsed, clause, direct, published)
        ahead = _lies_ahead(parsed, clause, nearest, published)
        return EventDate.from_mention(date.put_in_tense(Tense.COMING) if ahead else _put_in_tense(clause, date))
    return _from_bounds(parsed, clause, [i for i in places if find_bearing(parsed, clause, i)], published)


def _names_days(date: DateMention | None) -> bool:
    """Whether it is known which days a date means, or which ones it may mean."""
    return date is not None and bool(date.first or date.last or date.open_days)


def _says_now_of_past(parsed: ParsedSentence, clause: Clause, i: int) -> bool:
    """Whether "now" is said of what a past led to, and not of the past: "announced laptops, on sale now"."""
    date = parsed.tokens[i].date
    return date is not None and date.timex_value == "PRESENT_REF" and clause.verb.tense == "past" and date.first is None


def _says_no_day(date: DateMention | None, published: dt.date | None) -> bool:
    """Whether a date is when something was put off to, or the stamp of the page: "Tue May 12, 2009 5:07pm EDT"."""
    if date is None:
        return False
    put_off = date.signal == "until" and date.decided_by.endswith("… until")
    return put_off or says_hour(date) or (date.first == published and _STAMP.search(date.text) is not None)


_STAMP = re.compile(r"\b(?:19|20)\d\d\b.{0,6}\d[.:]\d\d")
"""A year with a time of day behind it: so is no event dated, but a page."""


def _list_places(parsed: ParsedSentence, clause: Clause, published: dt.date | None) -> list[int]:
    """Where the dates of a clause stand, without those that hang on it by their place only, with those it lent."""
    given = _list_dates_of_above(parsed, clause, published)
    own = [i for i in parsed.list_dates(clause) if i not in given]
    if own or given:
        return own
    below = (c for c in parsed.clauses if c.parent is not None and parsed.clauses[c.parent] is clause)
    return [i for other in below for i in _list_dates_of_above(parsed, other, published)]


def _list_dates_of_above(parsed: ParsedSentence, clause: Clause, published: dt.date | None) -> list[int]:
    """The dates in a clause's stretch that belong to the one it hangs on.

    "Quit on Monday saying ...", and the day of the news at the end of "pushed out of the firm she founded in 2015 on
    Monday": of two dates only the first is that of the clause inside.
    """
    if clause.parent is None or clause.kind not in ("relative", "participle"):
        return []
    places = [i for i in parsed.list_dates(clause) if find_bearing(parsed, clause, i)]
    if clause.kind == "participle" and any(i < clause.verb.first for i in places):
        return [i for i in places if i < clause.verb.first]
    last = parsed.tokens[places[-1]].date if len(places) > 1 else None
    if last is None or last.last is None or published is None or last.precision != Precision.DAY:
        return []
    return places[-1:] if dt.timedelta(0) <= published - last.last <= _NEWS else []


def _from_bounds(
    parsed: ParsedSentence, clause: Clause, places: Sequence[int], published: dt.date | None
) -> EventDate | None:
    """A date between those that the clause says it came after or before."""
    first = last = None
    source: DateMention | None = None
    for i in places:
        date = parsed.tokens[i].date
        assert date is not None  # noqa: S101 for the type checker
        side = find_bearing(parsed, clause, i)
        after = side == "after" or (side == "on" and date.last is None)
        stated = EventDate.from_mention(date) if side == "on" else _drop_bounds(date)
        source = source or date
        if after and stated.first is not None:
            first = max(first or stated.first, stated.first)
        elif not after and stated.last is not None:
            last = min(last or stated.last, stated.last)
    if source is None or (first is None and last is None):
        return None
    if last is None and clause.verb.tense == "past":
        last = published
    return bound_date(first, last, source, f"bounded by what the text sets it after or before: “{source.text}”")


def _take_shared_date(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate | None:
    """The date of a clause that this one shares its time with."""
    return _remember_date(parsed, ("shared date", number), lambda: _find_shared_date(parsed, number, published))


def _find_shared_date(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate | None:
    """The date of a clause that this one is coordinated with, is told as going on with, or is a participle of."""
    clause = parsed.clauses[number]
    lent = _find_lent_date(parsed, number, published)
    if lent is not None:
        return lent
    for other in list_companions(parsed.clauses, number):
        if clause.verb.tense == "future" and parsed.clauses[other].verb.tense == "past":
            continue  # "was hurt on Monday and will miss the final"
        date = _take_own_date(parsed, parsed.clauses[other], published)
        if date is not None and _can_be_lent(parsed, number, other, date):
            later = other == number + 1 and parsed.clauses[other].marker == "and" and date.precision == Precision.YEAR
            return _bound_by_later(parsed, date) if later else date
    return _find_day_of_saying(parsed, number, published) if clause.verb.tense == "past" else None


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
        said = _take_own_date(parsed, parsed.clauses[told], published) or _take_shared_date(parsed, told, published)
    if said is None or said.last is None or said.basis == Basis.NONE:
        return None
    if clause.verb.earlier or is_of_speaker(parsed, clause) or said.precision != Precision.DAY:
        source = next((t.date for t in parsed.tokens if t.date is not None and t.date.start == said.start), None)
        return bound_date(None, said.last, source, f"not after it was reported: “{said.text}”")
    reading_of_day = f"told on “{said.text}”: assumed on that day, {said.last.isoformat()}"
    return dataclasses.replace(said, basis=Basis.PUBLISHED, reading=reading_of_day)


def _find_lent_date(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate | None:
    """A past date at the end of an infinitive dates the verb before it: "ordered Norvik to close on Friday".

    So does a day of the news at the end of a charge: "accused Keller of stealing on Monday", not "in 2019".
    """
    if parsed.clauses[number].verb.tense != "past" or not parsed.dated:
        return None
    for other in parsed.clauses[number + 1 :]:
        if other.parent != number:
            continue
        held = is_held_for(parsed, other)
        if held or other.verb.form == "infinitive" or describes(parsed, other):
            date = _take_own_date(parsed, other, published)
            if date is None or date.last is None or published is None or date.last > published:
                continue
            judged = held and parsed.clauses[number].verb.lemma in ("acquit", "clear", "exonerate")
            if judged or not held or (date.precision == Precision.DAY and published - date.last <= _NEWS):
                return date
    return None


def _bound_by_order(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate | None:
    """A bound from an event told in the same sentence: "shortly after the sales were permitted"."""
    clause = parsed.clauses[number]
    if clause.kind not in ("main", "reported") or clause.verb.tense != "past":
        return None
    for n, other in enumerate(parsed.clauses):
        if n == number or other.kind != "adverbial" or other.marker not in ("after", "before", "since"):
            continue
        if other.parent not in (None, number) and n != number - 1:
            continue
        date = _take_own_date(parsed, other, published)
        if date is None and other.marker != "since" and not (other.marker == "after" and n < number):
            continue  # "closed the mill after the strike ended": the news tells both
        words = " ".join(t.low for t in parsed.tokens[other.start : other.end])[:60]
        if other.marker != "before":
            return bound_date(date.first if date else None, published, None, f"after “{words}”, not after publication")
        return bound_date(None, (date.last if date else None) or published, None, f"before “{words}”")
    return None


def _bound_by_following(parsed: ParsedSentence, clause: Clause, published: dt.date | None) -> EventDate | None:
    """What came first is not later than what it hangs on: "resigned on Wednesday after a wall collapsed"."""
    if clause.kind == "adverbial" and clause.marker in ("when", "as") and clause.parent is not None:
        clause = parsed.clauses[clause.parent]  # "came years after 14 died when a cable car crashed"
    if clause.kind != "adverbial" or clause.marker != "after" or clause.parent is None or clause.verb.tense != "past":
        return None
    parent = parsed.clauses[clause.parent]
    above = _take_own_date(parsed, parent, published) or _take_date_before_when(parsed, parent)
    last = above.last if above is not None and above.last is not None else published
    told = [date.last for i in parsed.list_dates(parsed.clauses[clause.parent]) if (date := parsed.tokens[i].date)]
    if above is not None and last is not None:  # "in 2014, and again in 2016, after the bank had bought it"
        last = max([last, *(day for day in told if day is not None)])
    return bound_date(None, last, None, "before what is told to have come after it") if last is not None else None


def _bound_by_preceding(parsed: ParsedSentence, clause: Clause, published: dt.date | None) -> EventDate | None:
    """What came later is not before what it hangs on: "broke in on 29 January, a week before the alarm was raised"."""
    if clause.kind != "adverbial" or clause.marker != "before" or clause.parent is None or clause.verb.tense != "past":
        return None
    above = _take_own_date(parsed, parsed.clauses[clause.parent], published)
    first = above.first if above is not None else None
    reading = "after what is told to have come before it"
    return bound_date(first, published, None, reading) if published is not None else None
