"""Readers of units counted inside a longer one: "the first nine months of 1989", "the last week of August"."""

import datetime as dt

from timeline.dates.calendar import spans
from timeline.dates.calendar.spans import Span
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Found, Reading, Words, day_name
from timeline.dates.engine.tokens import CODE
from timeline.dates.readers.durations import count_of
from timeline.dates.readers.months import read_month
from timeline.dates.readers.relative import read_directed_unit, read_same, read_the_unit
from timeline.dates.readers.years import read_year

__all__ = ["read_counted_of"]

_PRECISION = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


def read_counted_of(words: Words, context: Context) -> Found:
    """So many units from one end of a longer one; a single one is a point within it, several are a period."""
    where = words.first + words.codes.index(CODE["of"], 2)
    head, whole = words.part(words.first, where), _whole(words.part(where + 1, words.last), context)
    unit, count = str(head.value("unit", "units")), int(count_of(head) or 1)
    if not isinstance(whole, Reading) or not whole.span.first or not whole.span.last:
        return None
    nth = 0 if head.has("direction") else head.number("ordinal") or 0
    if nth > 1 and head.has("units"):
        return None
    days = _days(whole.span.first, whole.span.last, unit, count, nth)
    if not days:
        return None
    period = head.has("units")
    span = Span(f"P{count}{unit}", *days, "bounded" if period else _PRECISION.get(unit, "bounded"))
    how = f"{words.text.lower()}: {day_name(days[0])} to {day_name(days[1])}"
    return Reading(span, "DURATION", whole.basis, how, period=period)


def _whole(words: Words, context: Context) -> Found:
    """The longer unit: a month, a year, "last year", "the year"."""
    if words.find("month", "month_short") >= 0:
        return read_month(words, context)
    if words.has("year"):
        return read_year(words, context)
    if words.has("direction") or words.has("this"):
        return read_directed_unit(words, context)
    return read_the_unit(words, context) or read_same(words, context)


def _days(first: dt.date, last: dt.date, unit: str, count: int, nth: int) -> tuple[dt.date, dt.date] | None:
    """First and last day of `count` units from the nth on; the last ones where nth is 0. None where they do not fit."""
    one = dt.timedelta(days=1)
    if nth == 0:
        start = spans.shift(last + one, unit, -count) if last < dt.date.max else None
        return (max(first, start), last) if start else None
    start, end = spans.shift(first, unit, nth - 1), spans.shift(first, unit, nth - 1 + count)
    if not start or not end or start > last:
        return None
    return start, min(last, end - one)
