"""A clause -> the date its own words give: the nearest that says when, else what the others bound."""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import cast

from timeline.dates import DateMention, Tense, parse_edtf
from timeline.events.mention import EventDate
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.when.assume import bound_date, says_hour
from timeline.events.when.scope import find_bearing, goes_along, is_its_end, is_of_decision, is_of_object
from timeline.events.words import verbs
from timeline.vocabulary import Basis, Precision

__all__ = ["drop_bounds", "names_days", "put_in_tense", "remember_date", "take_date_before_when", "take_own_date"]

_NEWS = dt.timedelta(days=7)


def drop_bounds(date: DateMention) -> EventDate:
    """A date inside a phrase without the preposition that bounds it: "after the 3 May raid" sets the raid on 3 May."""
    whole = parse_edtf(date.timex_value) if date.signal in ("after", "before", "by") else None
    if whole is None or date.span != "point":
        return EventDate.from_mention(date)
    return dataclasses.replace(EventDate.from_mention(date), first=whole[0], last=whole[1], precision=whole[2])


def put_in_tense(clause: Clause, date: DateMention) -> DateMention:
    """The date as its clause's tense has it, where no other words of the sentence have decided that."""
    verb = clause.verb
    if verb.form == "participle" and verb.lemma not in verbs.PLANNING:
        return date.put_in_tense(Tense.PAST)  # "a report released Wednesday concludes"
    if verb.form == "gerund" and clause.marker == "after":
        return date.put_in_tense(Tense.PAST)  # "will miss the final after breaking a leg on Monday"
    if date.decided_by or verb.modal:
        return date
    if verb.tense == "future" or (verb.tense == "present" and verb.lemma in _SCHEDULED and verb.head == verb.last):
        return date.put_in_tense(Tense.COMING)
    return date.put_in_tense(Tense.PAST) if verb.tense == "past" else date


_SCHEDULED = frozenset("begin start open resume".split())
"""In the present they are told of what is to come: "talks begin on Monday"."""


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


def take_own_date(parsed: ParsedSentence, clause: Clause, published: dt.date | None) -> EventDate | None:
    """The date in the clause's own words."""
    return remember_date(parsed, ("own date", clause.verb.first), lambda: _find_own_date(parsed, clause, published))


def remember_date(
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
    places = [
        i for i in places if not _says_now_of_past(parsed, clause, i) and not is_its_end(parsed, clause, i, published)
    ]
    places = [i for i in places if not _is_hour_of_rule(parsed, clause, i) and not _is_of_effect(parsed, clause, i)]
    places = [i for i in places if not is_of_decision(parsed, clause, i, published)]
    places = [i for i in places if not is_of_object(parsed, clause, i, published)]
    if places and goes_along(parsed, clause) and clause.parent is not None:
        above = take_own_date(parsed, parsed.clauses[clause.parent], published)
        if above is not None and above.precision == Precision.DAY:
            return above  # "accepted a deal on Monday, averting strikes over Christmas"
    direct = [i for i in places if find_bearing(parsed, clause, i) == "on"]
    if direct:
        direct = [i for i in direct if names_days(parsed.tokens[i].date)] or direct  # "3 May: the dam bursts at dawn"
        head = clause.verb.head
        nearest = min(direct, key=lambda i: (abs(i - head), i))
        date = parsed.tokens[nearest].date
        assert date is not None  # noqa: S101 for the type checker
        if parsed.lead is not None and (parsed.lead.start == date.start or not names_days(date)):
            return EventDate.from_mention(parsed.lead)  # read in the order of the items
        if date.signal in ("after", "before", "by") and date.span == "point" and None in (date.first, date.last):
            return _from_bounds(parsed, clause, direct, published)
        ahead = _lies_ahead(parsed, clause, nearest, published)
        return EventDate.from_mention(date.put_in_tense(Tense.COMING) if ahead else put_in_tense(clause, date))
    return _from_bounds(parsed, clause, [i for i in places if find_bearing(parsed, clause, i)], published)


def names_days(date: DateMention | None) -> bool:
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


def _is_hour_of_rule(parsed: ParsedSentence, clause: Clause, i: int) -> bool:
    """Whether a time of day is what a rule says: "a law that banned children from town centres after 9pm"."""
    date = parsed.tokens[i].date
    hour = date is not None and date.timex_type == "TIME" and date.basis == Basis.ANCHORED
    return hour and clause.verb.lemma in _RULES


def _is_of_effect(parsed: ParsedSentence, clause: Clause, i: int) -> bool:
    """Whether a date says from when on what was decided holds: "appointed her with effect from 1 July"."""
    before = [token.low for token in parsed.tokens[max(0, i - 3) : i]]
    return clause.verb.tense == "past" and (before == ["with", "effect", "from"] or before[-1:] == ["effective"])


_RULES = frozenset("allow ban bar forbid limit oblige permit prohibit require restrict".split())


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
        date = date.put_in_tense(Tense.COMING) if _waits_for(clause, date) and clause.verb.modal else date
        side = find_bearing(parsed, clause, i)
        after = side == "after" or (side == "on" and date.last is None)
        stated = EventDate.from_mention(date) if side == "on" else drop_bounds(date)
        source = source or date
        if after and stated.first is not None:
            first = max(first or stated.first, stated.first)
        elif not after and stated.last is not None:
            last = min(last or stated.last, stated.last)
    if source is None or (first is None and last is None):
        return None
    if last is None and clause.verb.tense == "past":
        last = published
    bound = bound_date(first, last, source, f"bounded by what the text sets it after or before: “{source.text}”")
    waits = first is None and _waits_for(clause, source)
    return dataclasses.replace(bound, precision=Precision.DAY, span="period") if waits else bound


def _waits_for(clause: Clause, date: DateMention) -> bool:
    """Whether up to a date something is not: "will not reopen before August" says that it stays closed till then."""
    return clause.verb.negated and date.signal == "before"


def _is_pointed_out(parsed: ParsedSentence, clause: Clause, i: int) -> bool:
    """Whether a sentence opens with the date at `i` to say that it was then: "it was not until Monday that"."""
    opening = [token.low for token in parsed.tokens[:2]]
    between = all(token.tag in ("IN", "RB", "DT") for token in parsed.tokens[2:i])
    return clause.marker == "that" and opening == ["it", "was"] and between


def take_date_before_when(parsed: ParsedSentence, clause: Clause) -> EventDate | None:
    """The date that "when" goes on from: "the worst since 2004, when 11 people died"; "it was on Monday that"."""
    before = clause.start - 1 - (parsed.tokens[clause.start - 1].tag == ",")
    if clause.start < 1 or before < 0 or not (clause.marker == "when" or _is_pointed_out(parsed, clause, before)):
        return None
    date = parsed.tokens[before].date
    whole = parse_edtf(date.timex_value) if date is not None and names_days(date) else None
    if date is None or whole is None:
        return None
    return dataclasses.replace(
        EventDate.from_mention(date), first=whole[0], last=whole[1], precision=whole[2], span="point"
    )
