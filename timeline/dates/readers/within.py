"""Readers of units counted inside a longer one: "the first nine months of 1989", "the last week of August"."""

import dataclasses
import datetime as dt

from timeline.dates.calendar import spans
from timeline.dates.calendar.spans import Span
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Found, Reading, Words, name_day, read_as
from timeline.dates.engine.tense import Tense
from timeline.dates.engine.tokens import CODE
from timeline.dates.readers.durations import count_of
from timeline.dates.readers.months import read_day, read_month
from timeline.dates.readers.relative import read_directed_unit, read_same, read_the_unit
from timeline.dates.readers.weekdays import read_weekday
from timeline.dates.readers.years import read_year

__all__ = ["read_counted_of", "read_period_ended", "read_week_of"]

_MIDDLE = 3  # days from the first day of a week to its middle
_PRECISION = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


def read_counted_of(words: Words, context: Context) -> Found:
    """So many units from one end of a longer one; a single one is a point within it, several are a period."""
    where = words.first + words.codes.index(CODE["of"], 2)
    head, whole = words.take_part(words.first, where), _read_whole(words.take_part(where + 1, words.last), context)
    unit, count = str(head.read_value("unit", "units")), int(count_of(head) or 1)
    if not isinstance(whole, Reading) or not whole.span.first or not whole.span.last:
        return None
    nth = 0 if head.has("direction") else head.read_number("ordinal") or 0
    if nth > 1 and head.has("units"):
        return None
    days = _count_days(whole.span.first, whole.span.last, unit, count, nth)
    if not days:
        return None
    period = head.has("units")
    span = Span(f"P{count}{unit}", *days, "bounded" if period else _PRECISION.get(unit, "bounded"))
    how = f"{words.text.lower()}: {name_day(days[0])} to {name_day(days[1])}"
    return Reading(span, "DURATION", whole.basis, how, period=period)


def read_week_of(words: Words, context: Context) -> Found:
    """The week a day lies in, begins or ends: "the week of 3 May", "week commencing 20 May"."""
    unit, joint = str(words.read_value("unit")), words.find("of", "ended", "commencing", "boundary")
    inner = words.take_part(joint + 1, words.last)
    day = read_weekday(inner, context) if inner.find("month", "month_short") < 0 else read_day(inner, context)
    if unit != "W" or not isinstance(day, Reading) or not day.span.first:
        return None
    ends = words.read_word("ended", "boundary") in ("ended", "ending", "ending on", "ended on")
    begins = words.has("commencing") or words.read_word("boundary") == "beginning"

    def week(span: Span) -> Span | None:
        first = spans.shift(span.first, "D", -6 if ends else 0) if span.first else None
        middle = spans.shift(first, "D", _MIDDLE) if first and (ends or begins) else first
        whole = spans.week(middle) if middle else None  # of a week from Saturday to Friday, the one that holds most
        if not first or not whole or not (ends or begins):
            return whole
        return dataclasses.replace(whole, first=first, last=spans.shift(first, "D", 6), precision="week")

    reading = read_as(week(day.span), day.basis or "none", f"{words.text.lower()}, {day.how}")
    if not reading:
        return None
    others = tuple(choice._replace(span=span) for choice in day.alternatives if (span := week(choice.span)))
    return reading._replace(alternatives=others, decided_by=day.decided_by)


def read_period_ended(words: Words, context: Context) -> Found:
    """A period that ended on a day: "the year ended March 31", "the three months ending June 30"; it looks back."""
    unit, ended = str(words.read_value("unit", "units")), words.find("ended")
    head, inner = words.take_part(words.first, ended), words.take_part(ended + 1, words.last)
    day = read_day(inner, context)
    if not isinstance(day, Reading) or not day.span.first or not day.span.last:
        return None
    last = next((choice.span.last for choice in day.alternatives if choice.tense is Tense.PAST), day.span.last)
    count = int(count_of(head) or 1) if head.has("units") else 1
    first = spans.shift(last + dt.timedelta(days=1), unit, -count) if last and last < dt.date.max else None
    if not first or not last or unit == "D":
        return None
    how = f"{words.text.lower()}: {name_day(first)} to {name_day(last)}"
    return Reading(Span(f"P{count}{unit}", first, last, "bounded"), "DURATION", day.basis, how, period=True)


def _read_whole(words: Words, context: Context) -> Found:
    """The longer unit: a month, a year, "last year", "the year"."""
    if words.find("month", "month_short") >= 0:
        return read_month(words, context)
    if words.has("year"):
        return read_year(words, context)
    if words.has("direction") or words.has("this"):
        return read_directed_unit(words, context)
    return read_the_unit(words, context) or read_same(words, context)


def _count_days(first: dt.date, last: dt.date, unit: str, count: int, nth: int) -> tuple[dt.date, dt.date] | None:
    """First and last day of `count` units from the nth on; the last ones where nth is 0. None where they do not fit."""
    one = dt.timedelta(days=1)
    if nth == 0:
        start = spans.shift(last + one, unit, -count) if last < dt.date.max else None
        return (max(first, start), last) if start else None
    start, end = spans.shift(first, unit, nth - 1), spans.shift(first, unit, nth - 1 + count)
    if not start or not end or start > last:
        return None
    return start, min(last, end - one)
