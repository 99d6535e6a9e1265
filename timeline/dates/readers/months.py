"""Readers of days and months: "3 May 2012", "May 3–5", "Friday, July 11", "in June", "the 12th", "last March"."""

import re
from collections.abc import Callable

from timeline.dates.calendar import spans
from timeline.dates.calendar.spans import Span
from timeline.dates.engine import cues
from timeline.dates.engine._words import NEEDS_CUE, TEXT_DIRECTIONS
from timeline.dates.engine.context import Context, Year
from timeline.dates.engine.matches import (
    NO_DATE,
    Choice,
    Found,
    Reading,
    Words,
    day_name,
    name_span,
    read_as,
    unresolved,
)
from timeline.dates.engine.tense import Tense
from timeline.dates.engine.tokens import CODE
from timeline.dates.readers.years import before_christ, names_other_unit, year_in_words

__all__ = ["read_day", "read_day_list", "read_day_of_month", "read_directed_month", "read_month", "read_no_day"]

_MONTHS = ("month", "month_short")
_DAYS = ("day", "day_ordinal", "ordinal")
_MONTH_CODES = CODE["month"] + CODE["month_short"]

# A list or range whose last date has the year: "June–July 1941", "3 May to 5 June 2012"
_YEAR_AHEAD = re.compile(
    "[{dash}{to}{and}{or}{comma}{until}{stroke}]{{1,2}}{part}?{dash}?(?:{the}?[{day}{day_ordinal}]{of}?)?"
    "[{month}{month_short}](?:[{day}{day_ordinal}])?{comma}?{of}?{year}".format(**CODE)
)


def _year_ahead(words: Words, month: int) -> int | None:
    """The year of the date this one is listed with; the year before, where that one is the earlier month."""
    tokens = words.tokens
    match = _YEAR_AHEAD.match(tokens.codes, words.last)
    if not match:
        return None
    listed = words.part(*match.span())
    year, other = listed.number("year"), listed.number(*_MONTHS)
    return year - (month > other) if year and other else None


def _find_year(words: Words, month: int, day: int, context: Context) -> Year | None:
    """The year the words give or imply, its basis, and how it was found."""
    named = year_in_words(words, context)
    if named:
        return Year(*named)
    if words.has("unit"):
        return None
    ahead = _year_ahead(words, month)
    if ahead:
        return Year(ahead, "completed", "year of the date it is listed with")
    start = context.range_start(words)
    if start:
        return Year(start.year + (month < start.month), "completed", "the first after the date the range begins with")
    return context.year_for(month, day, words)


def _day(words: Words, month: int, day: int, context: Context) -> Reading | None:
    """The reading of a day of a month; None where no year has it or the year found does not."""
    if not spans.day(2000, month, day):
        return None
    found = _find_year(words, month, day, context)
    if not found:
        return unresolved(f"XXXX-{month:02}-{day:02}", "day and month; the year is missing")
    return _dated(found, lambda year: spans.day(year, month, day))


def _dated(found: Year, build: Callable[[int], Span | None]) -> Reading | None:
    """The reading in the year found, with the other year beside it where the tense chose."""
    reading = read_as(build(found.year), found.basis, found.how)
    if reading is None or not found.past:
        return reading
    choices = [(Tense.PAST, found.past), (Tense.COMING, found.coming)]
    beside = [(side, span) for side, year in choices if (span := build(year))]
    return reading._replace(
        alternatives=tuple(
            Choice(span, side, reading.how if span == reading.span else f"{_IF[side]}: {name_span(span)}")
            for side, span in beside
        ),
        decided_by=found.verdict.words if found.verdict else "",
    )


_IF = {Tense.PAST: "last one before publication", Tense.COMING: "first one after publication"}


def read_day(words: Words, context: Context) -> Found:
    """A day of a month, with or without its year: "3 May 2012", "May 3rd", "Friday, July 11"."""
    month, day = words.number(*_MONTHS), words.number(*_DAYS)
    if not month or not day or names_other_unit(words):
        return None
    day_at, month_at = words.find(*_DAYS), words.find(*_MONTHS)
    if day_at > month_at and not words.has("year") and _counts_things(words, day_at, context):
        return _month_alone(words, month_at, context)
    reading = _day(words, month, day, context)
    if not reading:
        return NO_DATE
    adjective = words.codes[0] == CODE["the"] and words.tokens.codes[day_at] == CODE["day"]
    if adjective and cues.noun_follows(context.after(words.last)):
        return reading._replace(begin=words.first + 1, end=words.last)  # "the 3 May raid"
    return reading


def _counts_things(words: Words, index: int, context: Context) -> bool:
    """Whether the number after a month counts what follows it: "in March 12 ships"."""
    after = context.after(index + 1)
    if words.tokens.codes[index] != CODE["day"]:
        return False
    return cues.counts(after) or (context.before(words.first, 4).endswith("in ") and cues.plural_follows(after))


def _month_alone(words: Words, index: int, context: Context) -> Found:
    reading = read_month(words.part(index, index + 1), context)
    return reading._replace(begin=index, end=index + 1) if isinstance(reading, Reading) else None


def read_no_day(words: Words, _context: Context) -> Found:
    """A number no month has a day for ("32 May 2020"): no part of it is a date."""
    return NO_DATE if 32 <= (words.number("number") or 0) <= 99 else None


def read_day_list(words: Words, context: Context) -> Found:
    """Several days of one month, as a list or range: "3–5 May 2012", "May 3 and 5", "the 22nd to the 25th of April"."""
    month = words.number(*_MONTHS)
    readings = []
    for i in words.find_all("day", "day_ordinal"):
        value = words.tokens.values[i]
        reading = _day(words, month, value, context) if month and isinstance(value, int) else None
        if not reading:
            return NO_DATE
        the = words.tokens.codes[i - 1] == CODE["the"] and i > words.first
        readings.append(reading._replace(begin=i - the, end=i + 1))
    if not words.codes.startswith(CODE["day"]):
        readings[0] = readings[0]._replace(begin=words.first)
    readings[-1] = readings[-1]._replace(end=words.last)
    return tuple(readings)


def read_day_of_month(words: Words, context: Context) -> Found:
    """A day whose month was told before: "on the 12th"."""
    told = context.told
    if not told or not _ON.search(context.before(words.first, 8)) or _THING.match(context.after(words.last)):
        return None
    span = spans.day(told[0].year, told[0].month, words.number("day_ordinal") or 0)
    return read_as(span, "anchored", "day of the month told before")


_ON = re.compile(r"\b(?:on|by|until|since|from|and|to)\s$")
_THING = re.compile(r"-|\s(?!(?:and|or|to|the|an?|in|at|he|she|they|it|when|after|with|but|of|for|was|were)\b)\w")


def read_month(words: Words, context: Context) -> Found:
    """A month, with or without its year: "March 2013", "February of 1940", "in June"."""
    index, month = words.find(*_MONTHS), words.number(*_MONTHS)
    bare = words.find("year", "short_year", "unit") < 0
    if not month or names_other_unit(words) or (bare and not _is_month(words, index, context)):
        return None
    if context.before_christ and bare:
        return before_christ(f"BC{context.before_christ:04}-{month:02}")
    found = _find_year(words, month, 0, context)
    if not found:
        return unresolved(f"XXXX-{month:02}", "month; the year is missing")
    return _dated(found, lambda year: spans.month(year, month))


def _is_month(words: Words, index: int, context: Context) -> bool:
    """Whether a month's name without day or year is the month, not a person, a verb or a march."""
    word = words.at(index).rstrip(".")
    if word not in NEEDS_CUE:
        return True
    before = context.before(index, 14)
    if not cues.before_date(before):
        return False
    if _AND.search(before) and words.tokens.codes[max(0, index - 2)] not in _DATED:
        return False
    doubtful = word in ("may", "march") and _DOUBTFUL.search(before)
    return not doubtful or bool(_AS_MONTH.match(context.after(index + 1)))


_AND = re.compile(r"\b(?:and|or)\s$")
_DATED = "".join(CODE[name] for name in ("month", "month_short", "year", "day", "season", "part"))
_DOUBTFUL = re.compile(r"(?:\b(?:the|and|a|this|that)|[-–—/(,;:])\s*$")
_AS_MONTH = re.compile(r"\s(?!(?:on|of|said|to|was|is|has|had|in|through|will|and|at|for|from)\b)[a-z]|\s?[),;–-]")


def read_directed_month(words: Words, context: Context) -> Found:
    """A month and a direction: "last March", "next May", "this June", "the previous October"."""
    month, step = words.number(*_MONTHS), words.number("direction") or 0
    anchor = context.anchor
    if not month:
        return None
    if not anchor:
        return unresolved(f"XXXX-{month:02}", "month; the publication date is missing")
    base, basis = anchor
    if words.word("direction") in TEXT_DIRECTIONS and context.told:
        base, basis = context.told[0], "anchored"
    year = base.year
    if step < 0:
        year -= month >= base.month
    elif step > 0:
        year += month <= base.month
    return read_as(spans.month(year, month), basis, f"{words.text.lower()}, counted from {day_name(base)}")
