"""Readers of what is no date: durations, repetitions, and vague references to past, present and future.

They are found so that nobody takes them for dates; ``first`` and ``last`` stay None.
"""

import dataclasses
import re

from timeline.dates import spans
from timeline.dates.context import Context, Reading, Words
from timeline.dates.tokens import CODE

__all__ = ["clock_value", "count_of", "read_daypart", "read_duration", "read_reference", "read_repeated", "read_some_units", "read_time"]

_CARDINAL = CODE["cardinal"]
_DIGITS = {CODE["day"], CODE["number"], CODE["year"], CODE["figure"], CODE["short_year"]}


def count_of(words: Words) -> float | None:
    """The number the words count, None for "several" and bare plurals.

    "a" and a bare singular count one; "two hundred" multiplies, "two and a half" adds.
    """
    total: float | None = None
    if (stroke := words.find("stroke")) > 0:
        top, bottom = words.tokens.values[stroke - 1], words.tokens.values[stroke + 1]
        whole = words.tokens.values[words.first] if stroke - words.first > 1 else 0
        under = _figure(str(bottom))
        if isinstance(top, int) and under:
            return (whole if isinstance(whole, int) else 0) + round(top / under, 2)
    for i, code in enumerate(words.codes, words.first):
        value = words.tokens.values[i]
        if code == CODE["vague"]:
            return None
        if code == _CARDINAL and isinstance(value, int):
            total = _add(total, value)
        elif code in _DIGITS:
            total = _figure(str(value))
        elif code == CODE["half"]:
            total = (total or 0) + 0.5
        elif code in (CODE["unit"], CODE["units"], CODE["clock_unit"]) and total is not None and not words.has("half"):
            break
    if total is None and words.has("a"):
        return 1
    return total


def _add(total: float | None, value: int) -> float:
    if total is None:
        return value
    return total * value if value >= 100 else total + value


def _figure(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


def read_duration(words: Words, context: Context) -> Reading | None:
    """A stretch of time: "three days", "more than two and a half years", "six-month", "several weeks"."""
    begin = words.first
    if (words.has("dash") or words.has("long")) and words.codes[0] in (CODE["the"], CODE["a"]) and not words.has("half"):
        begin += 1  # the article belongs to the noun: "a three-day visit"
    clock = words.value("clock_unit")
    unit = str(clock or words.value("unit", "units"))
    count = count_of(words)
    if unit in ("Q",) and not words.has("dash") or unit == "Q" and words.has("dash") and words.has("units"):
        return None
    if count is None and not words.has("units") and not clock and not words.has("vague"):
        count = 1
    letters = "P" if not clock else "PT"
    if unit == "2W":
        unit, count = "W", 2 * count if count else None
    if unit == "WE":
        return Reading(spans.undated("PXW"), "DURATION", None, "a stretch of time")
    if unit in ("3M", "6M"):
        count, unit = (count * int(unit[0]) if count else None), "M"
    amount = "X" if count is None else f"{count:g}"
    return Reading(spans.undated(f"{letters}{amount}{unit}"), "DURATION", None, "a stretch of time, not a date", begin=begin, end=words.last)


def read_some_units(words: Words, context: Context) -> Reading | None:
    """A bare plural as an unnamed stretch: "for weeks", "days of rain"."""
    unit = str(words.value("units"))
    if unit == "WE" or not (_STRETCHING.search(context.before(words.first, 14)) or context.after(words.last).startswith(" of ")):
        return None
    return Reading(spans.undated(f"PX{unit}"), "DURATION", None, "a stretch of time, not a date")


_STRETCHING = re.compile(r"\b(?:for|in|of|over|within|after|before|through|during|lasted|took|and|or|these|those|the|many)\s$")


def read_daypart(words: Words, context: Context) -> Reading | None:
    """A part of some day: "at night", "one afternoon"."""
    part = words.value("daypart", "dayparts")
    alone = words.last - words.first == 1
    if words.has("cardinal") and words.number("cardinal") != 1:
        return Reading(spans.undated(f"P{words.number('cardinal')}D"), "DURATION", None, "a stretch of time, not a date")
    if alone and not _AT.search(context.before(words.first, 12)) and not context.narrative:
        return None
    return Reading(spans.undated(f"XXXX-XX-XXT{part}"), "TIME", "none", "part of a day; which day it was is not said")


_AT = re.compile(r"\b(?:at|by|in\sthe|during\sthe|until|before|after|since)\s$")


def read_repeated(words: Words, context: Context) -> Reading | None:
    """A repetition: "every Tuesday", "daily", "each year", "Mondays"."""
    value = words.value("repeated")
    if not value:
        number = words.value("weekday", "weekdays", "weekday_short")
        unit = words.value("unit")
        if number:
            value = f"XXXX-WXX-{number}"
        elif words.has("month"):
            value = f"XXXX-{words.number('month'):02}"
        elif words.has("daypart"):
            value = f"XXXX-XX-XXT{words.value('daypart')}"
        elif words.has("season"):
            value = f"XXXX-{words.value('season')}"
        elif words.has("weekend"):
            value = "XXXX-WXX-WE"
        elif words.has("clock_unit"):
            value = f"PT1{words.value('clock_unit')}"
        else:
            count = count_of(words) or (2 if words.has("other") else 1)
            value = f"P{count:g}{unit or words.value('units')}"
    return Reading(spans.undated(str(value)), "SET", None, "a repetition, not a date")


def read_reference(words: Words, context: Context) -> Reading | None:
    """A vague reference: "now", "recently", "the future"."""
    value = words.value("reference")
    if not value:
        value = _vague_reference(words, context)
    return Reading(spans.undated(str(value)), "DATE", "none", "a vague reference, not a date") if value else None


def _vague_reference(words: Words, context: Context) -> str | None:
    """The adjectives and nouns of vague time; histories are annotated with "former" and "recent", news is not."""
    word = words.word("direction")
    if words.has("former") or word == "recent":
        return "PAST_REF" if context.narrative else None
    if word == "current":
        return "PRESENT_REF" if context.narrative else None
    alone = not _NOUN.match(context.after(words.last))
    if words.has("future"):
        return "FUTURE_REF" if alone or context.narrative else None
    if words.has("present"):
        return "PRESENT_REF" if alone and (words.has("the") or context.before(words.first).endswith("at ")) else None
    return "PAST_REF" if word == "past" and words.has("the") and alone else None


_NOUN = re.compile(r"\s(?!and\b|or\b|to\b|of\b|in\b|on\b|as\b|but\b|by\b|for\b|with\b|has\b|had\b|was\b|were\b|is\b|are\b|will\b|that\b|when\b)[a-z]")


def read_time(words: Words, context: Context) -> Reading | None:
    """A time of day on its own: on the day told just before it, else on a day the words do not say."""
    clock = clock_value(words.word("clock"))
    told = context.previous
    near = context.near(words.first)
    if told and told.precision == "day" and told.first and near:
        value = f"{told.first.isoformat()}T{clock}"
        return Reading(dataclasses.replace(told, value=value), "TIME", "anchored", "time of day, on the day told before it")
    return Reading(spans.undated(f"XXXX-XX-XXT{clock}"), "TIME", "none", "time of day; which day it was is not said")


def clock_value(text: str) -> str:
    """The 24-hour form of a time of day as written.

    Examples
    --------
    >>> clock_value("3:30 p.m."), clock_value("0500 hours"), clock_value("12 a.m.")
    ('15:30', '05:00', '00:00')
    """
    match = re.match(r"(\d\d)(\d\d)(?!\d)|(\d\d?)(?:[:.](\d\d))?", text)
    if not match:
        return "XX"
    hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
    if re.search(r"p\.?m", text) and hour < 12:
        hour += 12
    elif re.search(r"a\.?m", text) and hour == 12:
        hour = 0
    zone = "Z" if re.search(r"gmt|utc", text) else ""
    return f"{hour:02}:{minute:02}{zone}"
