"""Readers of dates that count from publication or from the date told last: "last month", "Friday", "two days later".

Without publication date and without a date told before, the reading keeps the words and stays unresolved.
"""

import dataclasses
import datetime as dt
import re

from timeline.dates import spans, vague
from timeline.dates._words import TEXT_DIRECTIONS
from timeline.dates.absolute import before_christ, day_name, read_month, read_year
from timeline.dates.context import Context, Reading, Words
from timeline.dates.spans import Span
from timeline.dates.stretches import count_of
from timeline.dates.tokens import CODE

__all__ = [
    "read_ago",
    "read_deictic",
    "read_directed_daypart",
    "read_directed_month",
    "read_directed_unit",
    "read_overnight",
    "read_part_counted",
    "read_recent",
    "read_same",
    "read_shifted",
    "read_stretch",
    "read_the_unit",
    "read_unit_ago",
    "read_unit_end",
    "read_weekday",
    "read_weekday_of_week",
    "read_weekend",
    "read_within",
    "with_daypart",
]

_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}


def _missing(unit: str, what: str) -> Reading:
    return Reading(spans.undated(_UNKNOWN.get(unit, "XXXX")), "DATE", "none", f"{what}; the publication date is missing")


def _reading(span: Span | None, basis: str, how: str) -> Reading | None:
    if not span:
        return None
    where = day_name(span.first) if span.first and span.first == span.last else span.value
    return Reading(span, "DATE", basis, f"{how}: {where}")


def _told(context: Context) -> tuple[dt.date, dt.date] | None:
    """First and last day of the date told last."""
    told = context.previous
    return (told.first, told.last) if told and told.first and told.last else None


def read_deictic(words: Words, context: Context) -> Reading | None:
    """Today, yesterday, tomorrow, tonight, and the days before and after those."""
    step = words.number("deictic")
    if step is None:
        return None
    word = words.word("deictic")
    shift = words.number("shift")
    if shift and words.has("the"):
        step += shift
    if context.narrative:
        return Reading(spans.undated("PRESENT_REF"), "DATE", "none", "the narrator's present") if word == "today" else None
    if not context.published:
        return _missing("D", word)
    date = spans.shift(context.published, "D", step)
    if not date:
        return None
    reading = _reading(spans.of_date(date), "relative", f"{word}, from publication")
    if reading and word == "tonight":
        return dataclasses.replace(reading, span=dataclasses.replace(reading.span, value=f"{reading.span.value}TNI"), type="TIME")
    return reading


def read_overnight(words: Words, context: Context) -> Reading | None:
    """ "overnight": the night before or of publication."""
    if not context.published or context.narrative:
        return None
    reading = _reading(spans.of_date(context.published), "relative", "overnight, from publication")
    first = spans.shift(context.published, "D", -1)
    if not reading or not first:
        return None
    span = Span(f"{reading.span.value}TNI", first, reading.span.last, "bounded")
    return dataclasses.replace(reading, span=span, type="TIME")


def read_unit_ago(words: Words, context: Context) -> Reading | None:
    """ "year-ago", "the year-earlier period": the date told last, a unit back."""
    unit = str(words.value("unit"))
    told = context.previous
    base = told.first if told else context.published
    date = spans.shift(base, unit, -1) if base else None
    if not date:
        return None
    grain = "Q" if (told and told.precision == "quarter") or "Q" in words.all("unit") else unit
    return _reading(spans.containing(date, grain), "anchored" if told else "relative", words.text.lower())


def read_weekday(words: Words, context: Context) -> Reading | None:
    """A weekday: the one on or before publication, or the coming one where the clause looks ahead."""
    number = words.number("weekday", "weekday_short")
    if not number:
        return None
    step = words.number("direction")
    anchor = context.anchor
    if not anchor:
        return Reading(spans.undated(f"XXXX-WXX-{number}"), "DATE", "none", "weekday; the publication date is missing")
    base, basis = anchor
    back, ahead = (base.isoweekday() - number) % 7, (number - base.isoweekday()) % 7
    text_step = words.word("direction") in TEXT_DIRECTIONS
    if (text_step or words.has("that")) and (told := _told(context)):
        base, basis = told[0], "anchored"
        back, ahead = (base.isoweekday() - number) % 7, (number - base.isoweekday()) % 7
        days = (ahead or 7) if (step or 0) > 0 else -back if words.has("that") else -(back or 7)
        how = "weekday counted from the date before it"
    elif context.narrative:
        days, how = ahead, "weekday on or after the date before it"
    elif step == -1 or words.has("unit") and step == -1:
        days, how = -(back or 7), "last such weekday before publication"
    elif step == 1:
        days, how = ahead or 7, "next such weekday after publication"
    elif back and words.has("this") and context.future(words):
        days, how = ahead, "weekday after publication"
    elif back and context.future(words):
        days, how = ahead, "weekday after publication, the clause looks ahead"
    else:
        days, how = -back, "weekday on or before publication"
    date = spans.shift(base, "D", days)
    return _reading(spans.of_date(date), basis, how) if date else None


def read_weekday_of_week(words: Words, context: Context) -> Reading | None:
    """ "Monday last week", "Friday of next week"."""
    number = words.number("weekday")
    anchor = context.anchor
    if not number or words.value("unit") != "W" or not anchor:
        return None
    step = words.number("direction") or 0
    week = spans.week(anchor[0])
    date = spans.shift(week.first, "D", 7 * step + number - 1) if week and week.first else None
    return _reading(spans.of_date(date), anchor[1], "weekday of a week counted from publication") if date else None


def read_directed_unit(words: Words, context: Context) -> Reading | None:
    """ "last month", "this year", "the following day", "the past decade"."""
    unit = str(words.value("unit"))
    word = words.word("direction")
    step = words.number("direction") or 0
    if word in ("final", "closing", "intervening", "recent"):
        return None
    if word == "past" or (word in ("coming", "last") and words.has("the") and unit not in ("Q",) and not context.narrative and word == "past"):
        return _stretch(unit, 1, -1 if word == "past" else 1, context)
    if context.bc and (word in TEXT_DIRECTIONS or context.narrative) and unit in _YEARS:
        return _bc_units(context.bc - step * _YEARS[unit], unit)
    narrated = word in TEXT_DIRECTIONS or (context.narrative and word != "current") or (unit == "D" and word == "next")
    if narrated and (told := _told(context)):
        date = spans.shift(told[1] if step > 0 and unit == "D" else told[0], unit, step)
        span = spans.containing(date, unit) if date else None
        return _reading(span, "anchored", f"{word or 'this'} {words.word('unit')}, from the date before it")
    anchor = context.published
    if not anchor:
        return _missing(unit, words.text)
    date = spans.shift(anchor, unit, step)
    return _reading(spans.containing(date, unit) if date else None, "relative", f"{words.text.lower()}, from publication")


_YEARS = {"Y": 1, "DE": 10, "CE": 100}


def _bc_units(year: int, unit: str) -> Reading | None:
    """A year, decade or century before Christ."""
    digits = {"Y": 4, "DE": 3, "CE": 2}[unit]
    return before_christ(f"BC{max(year, 0):04}"[: 2 + digits])


def _stretch(unit: str, count: float, step: int, context: Context) -> Reading:
    value = f"P{count:g}{unit}"
    if unit in ("DE", "CE") and count == 1:
        value = "P10Y" if unit == "DE" else "P100Y"
    days = vague.past_units(context.published, unit, -step * int(count)) if context.published and not context.narrative else None
    if not days:
        return Reading(spans.undated(value), "DURATION", None, "a stretch of time")
    side = "up to" if step < 0 else "from"
    return Reading(Span(value, *days, "bounded"), "DURATION", "relative", f"the stretch {side} publication", period=True)


def read_stretch(words: Words, context: Context) -> Reading | None:
    """ "the past two weeks", "the next six months": a duration that ends or begins at publication."""
    unit = str(words.value("unit", "units"))
    count = count_of(words)
    word = words.word("direction")
    step = words.number("direction") or 0
    if unit == "None" or word in TEXT_DIRECTIONS or word in ("final", "closing", "intervening"):
        return Reading(spans.undated(f"P{count if count else 'X'}{unit}"), "DURATION", None, "a stretch of time")
    if not count or count != int(count) or (not words.has("the") and word == "last" and False):
        return Reading(spans.undated(f"PX{unit}"), "DURATION", None, "a stretch of time")
    return _stretch(unit, count, step, context)


def read_recent(words: Words, context: Context) -> Reading | None:
    """ "recent days", "in more recent weeks": the days before publication; other adjectives say no more than a stretch."""
    unit = str(words.value("units"))
    if words.word("direction") != "recent":
        count = count_of(words)
        return Reading(spans.undated(f"P{count:g}{unit}" if count else f"PX{unit}"), "DURATION", None, "a stretch of time, not a date")
    days = vague.recent(context.published, unit) if context.published and not context.narrative else None
    if not days:
        return Reading(spans.undated("PAST_REF"), "DATE", "none", "recently; the publication date is missing")
    return Reading(Span("PAST_REF", *days, "bounded"), "DATE", "relative", f"the {vague.RECENT_DAYS[unit]} days up to publication")


def read_ago(words: Words, context: Context) -> Reading | None:
    """ "two weeks ago", "a year ago": that week, that year."""
    unit = str(words.value("unit", "units", "clock_unit"))
    if words.has("clock_unit"):
        return Reading(spans.undated("PAST_REF"), "DATE", "none", "hours ago")
    count = count_of(words)
    anchor = context.line.first if context.narrative and context.line else context.published
    if not anchor:
        return _missing(unit, words.text)
    if not count:
        return Reading(spans.undated("PAST_REF"), "DATE", "none", "an unnamed number of units before publication")
    whole = int(count)
    told = context.previous
    if unit == "Y" and told and told.precision == "quarter" and told.first and not context.narrative:
        date = spans.shift(told.first, "Y", -whole)
        return _reading(spans.containing(date, "Q") if date else None, "anchored", "the same quarter, counted back from the one before it")
    how = "from the date before it" if context.narrative else "from publication"
    return _reading(vague.ago(anchor, unit, whole), "anchored" if context.narrative else "relative", f"{words.text.lower()}, {how}")


def read_shifted(words: Words, context: Context) -> Reading | None:
    """ "two days later", "a year earlier", "the day before": counted from the date told last."""
    unit = str(words.value("unit", "units"))
    step = words.number("shift") or 1
    if context.after(words.last).startswith(" than"):
        return None
    if words.word("shift") in ("before", "after") and not _ENDS.match(context.after(words.last)):
        return None
    count = count_of(words) or (1 if words.has("the") and words.has("unit") else None)
    if words.has("clock_unit"):
        return Reading(spans.undated("XXXX-XX-XX"), "DATE", "none", "hours from a time told before")
    told = _told(context)
    if context.bc and count and unit in _YEARS:
        return _bc_units(context.bc - int(count) * step * _YEARS[unit], unit)
    if not told:
        return _missing(unit, words.text) if not count or not context.published else _from_publication(unit, int(count) * step, context, words)
    if not count:
        return Reading(spans.undated("FUTURE_REF" if step > 0 else "PAST_REF"), "DATE", "none", "an unnamed number of units from the date before it")
    base = told[1] if step > 0 and unit == "D" and context.previous and context.previous.precision == "day" else told[0]
    date = spans.shift(base, unit, int(count) * step)
    if not date or not context.previous:
        return None
    grain = _grain(unit, context.previous.precision)
    return _reading(spans.containing(date, grain), "anchored", f"{words.text.lower()}, from the date before it")


_ENDS = re.compile(r"\s*(?:[,.;:)–—]|that\b|this\b|$|\n)")


def _from_publication(unit: str, count: int, context: Context, words: Words) -> Reading | None:
    if not context.published:
        return None
    date = spans.shift(context.published, unit, count)
    return _reading(spans.containing(date, unit) if date else None, "relative", f"{words.text.lower()}, from publication")


def _grain(unit: str, precision: str) -> str:
    """How fine the date is that lies some units from a date of that precision."""
    if unit == "Y" and precision == "quarter":
        return "Q"
    if unit == "W" and precision == "day":
        return "W"
    return unit


def read_same(words: Words, context: Context) -> Reading | None:
    """ "the same day", "that year", "later that month": the unit of the date told last."""
    unit = str(words.value("unit"))
    told = _told(context)
    if not told:
        return _missing(unit, words.text)
    return _reading(spans.containing(told[0], unit), "anchored", f"{words.text.lower()}, from the date before it")


def read_within(words: Words, context: Context) -> Reading | None:
    """ "earlier this year", "later this week", "earlier in the month": part of a unit, up to or from publication."""
    unit = str(words.value("unit"))
    later = words.word("shift") == "later" or words.has("part") and words.word("part") == "late"
    if context.narrative or words.has("that") or not context.published:
        reading = read_same(words, context)
        return reading
    whole = spans.containing(context.published, unit)
    if not whole or not whole.first or not whole.last:
        return None
    first, last = (context.published, whole.last) if later else (whole.first, context.published)
    side = "from" if later else "up to"
    return Reading(dataclasses.replace(whole, first=first, last=last, precision="bounded"), "DATE", "relative", f"this {words.word('unit')}, {side} publication")


def read_weekend(words: Words, context: Context) -> Reading | None:
    """A weekend: "last weekend", "over the weekend", "next weekend"."""
    anchor = context.anchor
    if not anchor:
        return Reading(spans.undated("XXXX-WXX-WE"), "DATE", "none", "weekend; the publication date is missing")
    base, basis = anchor
    step = words.number("direction")
    future = context.future(words)
    if step is None and not words.has("this") and not future and base.isoweekday() < 6:
        step = -1
    elif step == -1 and base.isoweekday() == 7:
        step = -1
    date = spans.shift(base, "D", 7 * (step or 0))
    return _reading(spans.weekend(date) if date else None, basis, "weekend counted from publication")


def read_directed_month(words: Words, context: Context) -> Reading | None:
    """ "last March", "next May", "this June", "the previous October"."""
    month = words.number("month", "month_short")
    step = words.number("direction") or 0
    anchor = context.anchor
    if not month:
        return None
    if not anchor:
        return Reading(spans.undated(f"XXXX-{month:02}"), "DATE", "none", "month; the publication date is missing")
    base, basis = anchor
    if words.word("direction") in TEXT_DIRECTIONS and (told := _told(context)):
        base, basis = told[0], "anchored"
    year = base.year
    if step < 0:
        year -= month >= base.month
    elif step > 0:
        year += month <= base.month
    return _reading(spans.month(year, month), basis, words.text.lower())


def read_directed_daypart(words: Words, context: Context) -> Reading | None:
    """ "last night", "this morning", "that afternoon", "the next evening"."""
    code = str(words.value("daypart"))
    word, step = words.word("direction"), words.number("direction") or 0
    told = _told(context)
    if words.has("that") or words.has("same") or word in TEXT_DIRECTIONS or word == "next" or context.narrative:
        if not told:
            return _missing("D", words.text)
        base, basis = told[1], "anchored"
    elif context.published:
        base, basis = context.published, "relative"
    else:
        return _missing("D", words.text)
    date = spans.shift(base, "D", step)
    if not date:
        return None
    reading = _reading(spans.of_date(date), basis, words.text.lower())
    return with_daypart(reading, code) if reading else None


def with_daypart(reading: Reading, code: str) -> Reading:
    """The reading of a day, narrowed to a part of it or a time of day."""
    value = f"{reading.span.value}T{code}"
    return dataclasses.replace(reading, span=dataclasses.replace(reading.span, value=value), type="TIME")


def read_part_counted(words: Words, context: Context) -> Reading | None:
    """ "the first nine months of 1989", "the last week of August": so many units from one end of a longer one."""
    where = words.codes.index(CODE["of"], 2) + words.first
    head, tail = Words(words.tokens, words.first, where), Words(words.tokens, where + 1, words.last)
    unit = str(head.value("unit", "units"))
    count = count_of(head) or 1
    from_end = head.has("direction")
    if not from_end:
        nth = head.number("ordinal") or 0
        if nth != 1 and head.has("units"):
            return None
    whole = read_month(tail, context) if tail.has("month") or tail.has("month_short") else None
    if whole is None and tail.has("year"):
        whole = read_year(tail, context)
    if whole is None and tail.has("unit"):
        whole = read_directed_unit(tail, context) if tail.has("direction") or tail.has("this") else read_the_unit(tail, context) or read_same(tail, context)
    if not whole or not whole.span.first or not whole.span.last or unit == "D" and not head.has("units"):
        return None
    first, last = whole.span.first, whole.span.last
    value = f"P{count:g}{unit}"
    if from_end:
        start = spans.shift(last + dt.timedelta(days=1), unit, -int(count))
        first = max(first, start) if start else first
    else:
        nth = head.number("ordinal") or 1
        start = spans.shift(first, unit, nth - 1)
        end = spans.shift(first, unit, nth - 1 + int(count))
        if not start or not end or start > last:
            return None
        first, last = start, min(last, end - dt.timedelta(days=1))
    period = head.has("units")
    return Reading(Span(value, first, last, "bounded" if period else "week" if unit == "W" else "month"), "DURATION", whole.basis, f"{head.text.lower()} of {whole.span.value}", period=period)


def read_unit_end(words: Words, context: Context) -> Reading | None:
    """ "year-end", "month's end": the late part of the unit of publication, or of the date told last."""
    unit = words.word("unit_end")[0].upper()
    base = context.line.first if context.narrative and context.line else context.published
    if not base:
        return _missing(unit, words.text)
    whole = spans.containing(base, unit)
    return _reading(vague.part_of(whole, "late") if whole else None, "anchored" if context.narrative else "relative", words.text.lower())


def read_the_unit(words: Words, context: Context) -> Reading | None:
    """ "the year" after "the end of": the one told last, or that of publication."""
    before = context.before(words.first, 4)
    unit = str(words.value("unit"))
    if unit == "Q" and context.previous and context.previous.precision == "quarter":
        return read_same(words, context)
    if not before.endswith(("of ", "in ")) or unit == "D" or words.first == 0:
        return None
    if CODE["gap"] == words.tokens.codes[words.first - 2 : words.first - 1] and before.endswith("of "):
        return None
    if context.narrative and _told(context):
        return read_same(words, context)
    if not context.published:
        return _missing(unit, words.text)
    return _reading(spans.containing(context.published, unit), "relative", f"{words.text.lower()}, from publication")
