"""What a clause came before or after in its sentence -> the days it lies between."""

import datetime as dt
import re

from timeline.events.mention import EventDate
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.when.assume import bound_date
from timeline.events.when.own_date import take_date_before_when, take_own_date

__all__ = ["bound_by_following", "bound_by_order", "bound_by_preceding"]


def bound_by_order(parsed: ParsedSentence, number: int, published: dt.date | None) -> EventDate | None:
    """A bound from an event told in the same sentence: "shortly after the sales were permitted"."""
    clause = parsed.clauses[number]
    if clause.kind not in ("main", "reported") or clause.verb.tense != "past":
        return None
    for n, other in enumerate(parsed.clauses):
        if n == number or other.kind != "adverbial" or other.marker not in ("after", "before", "since"):
            continue
        if other.parent not in (None, number) and n != number - 1:
            continue
        date = take_own_date(parsed, other, published)
        if date is None and other.marker != "since" and not (other.marker == "after" and n < number):
            continue  # "closed the mill after the strike ended": the news tells both
        words = " ".join(t.low for t in parsed.tokens[other.start : other.end])[:60]
        if other.marker != "before":
            return bound_date(date.first if date else None, published, None, f"after “{words}”, not after publication")
        return bound_date(None, (date.last if date else None) or published, None, f"before “{words}”")
    return None


def bound_by_following(parsed: ParsedSentence, clause: Clause, published: dt.date | None) -> EventDate | None:
    """What came first is not later than what it hangs on: "resigned on Wednesday after a wall collapsed"."""
    if clause.kind == "adverbial" and clause.marker in ("when", "as") and clause.parent is not None:
        clause = parsed.clauses[clause.parent]  # "came years after 14 died when a cable car crashed"
    if clause.kind != "adverbial" or clause.marker != "after" or clause.parent is None or clause.verb.tense != "past":
        return None
    parent = parsed.clauses[clause.parent]
    above = take_own_date(parsed, parent, published) or take_date_before_when(parsed, parent)
    if above is not None and (counted := _count_days(parsed, clause, above, -1)) is not None:
        return counted
    last = above.last if above is not None and above.last is not None else published
    told = [date.last for i in parsed.list_dates(parent) if (date := parsed.tokens[i].date)]
    if above is not None and last is not None:  # "in 2014, and again in 2016, after the bank had bought it"
        last = max([last, *(day for day in told if day is not None)])
    return bound_date(None, last, None, "before what is told to have come after it") if last is not None else None


def bound_by_preceding(parsed: ParsedSentence, clause: Clause, published: dt.date | None) -> EventDate | None:
    """What came later is not before what it hangs on: "broke in on 29 January, a week before the alarm was raised"."""
    if clause.kind != "adverbial" or clause.marker != "before" or clause.parent is None or clause.verb.tense != "past":
        return None
    above = take_own_date(parsed, parsed.clauses[clause.parent], published)
    if above is not None and (counted := _count_days(parsed, clause, above, 1)) is not None:
        return counted
    first = above.first if above is not None else None
    reading = "after what is told to have come before it"
    return bound_date(first, published, None, reading) if published is not None else None


def _count_days(parsed: ParsedSentence, clause: Clause, above: EventDate, side: int) -> EventDate | None:
    """The day so many days before or after another: "resigned on Monday, four days after the board had met"."""
    source = parsed.tokens[clause.start - 1].date if clause.start else None
    days = _DAYS.fullmatch(source.timex_value) if source is not None else None
    if source is None or days is None or above.first is None or above.first != above.last:
        return None
    number = above.first.toordinal() + side * int(days[1])
    if not 1 <= number <= dt.date.max.toordinal():
        return None
    day = dt.date.fromordinal(number)
    reading = f"“{source.text}” from “{above.text}”: {day.isoformat()}"
    return EventDate(
        first=day,
        last=day,
        precision="day",
        basis="anchored",
        text=source.text,
        start=source.start,
        end=source.end,
        reading=reading,
    )


_DAYS = re.compile(r"P(\d{1,2})D")
