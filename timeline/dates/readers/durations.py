"""Readers of what is no date: durations, repetitions, times of day, and vague references to past, present and future.

They are found so that nobody takes them for dates; ``first`` and ``last`` stay None.
"""

import dataclasses
import re

from timeline.dates.calendar import spans
from timeline.dates.engine import cues
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Found, Reading, Words, make_stretch, make_unresolved
from timeline.dates.engine.tokens import CODE

__all__ = [
    "count_of",
    "read_clock",
    "read_daypart",
    "read_duration",
    "read_reference",
    "read_repeated",
    "read_some_units",
    "read_time",
]

_DIGITS = ("day", "number", "year", "figure", "short_year")
_UNITS = ("unit", "units", "clock_unit")
# TIMEX3 has no letter for these: so many of another unit
_COMPOSED = {"2W": ("W", 2), "3M": ("M", 3), "6M": ("M", 6)}


def count_of(words: Words) -> float | None:
    """The number the words count, None for "several" and bare plurals.

    "a" and a bare singular count one; "two hundred" multiplies, "two and a half" adds.
    """
    if words.has("vague"):
        return None
    unit_at = max(words.find(*_UNITS), words.first)
    before = words.take_part(words.first, unit_at) if unit_at > words.first else words
    total = _read_whole_number(before)
    if words.has("half"):
        whole = (
            1
            if total is None
            and before.has("a")
            and before.find("a") < before.find("and", "half") != before.find("half")
            else 0
        )
        total = (total or whole) + 0.5
    if total == _HALF and words.find("and") > unit_at > words.find("a") >= 0:
        total = 1 + _HALF  # "a year and a half"
    one = words.has("a") and not (words.has("units") and not words.has("half"))  # "a months-long trek" counts none
    return 1 if total is None and one else total


_HALF = 0.5


def _read_whole_number(words: Words) -> float | None:
    if words.has("stroke"):
        *whole, top, bottom = (_read_figure(str(value)) for value in words.list_values(*_DIGITS))
        return sum(n or 0 for n in whole) + round((top or 0) / (bottom or 1), 2)
    figures = words.list_values(*_DIGITS)
    total = _read_figure(str(figures[-1])) if figures else None
    for value in words.list_values("cardinal"):
        if isinstance(value, int):
            total = value if total is None else total * value if value >= 100 else total + value
    return total


def _read_figure(text: str) -> float | None:
    try:
        return float(text.replace(",", "")) if len(text) < 12 else None
    except ValueError:
        return None


def read_duration(words: Words, _context: Context) -> Found:
    """A stretch of time: "three days", "more than two and a half years", "six-month", "several weeks"."""
    clock, unit, count = words.has("clock_unit"), str(words.read_value(*_UNITS)), count_of(words)
    if unit == "Q" and (words.has("units") or not words.has("dash")):
        return None  # "three quarters" is a share
    if count is None and words.has("unit") and not words.has("vague"):
        count = 1
    unit, factor = _COMPOSED.get(unit, (unit, 1))
    amount = "X" if count is None else f"{count * factor:g}"
    reading = make_stretch("PXW" if unit == "WE" else f"P{'T' if clock else ''}{amount}{unit}")
    compound = (words.has("dash") or words.has("long")) and not words.has("half")
    if compound and words.codes[0] in (CODE["the"], CODE["a"]):
        return reading._replace(begin=words.first + 1, end=words.last)  # "a three-day visit"
    return reading


def read_some_units(words: Words, context: Context) -> Found:
    """A bare plural as an unnamed stretch: "for weeks", "days of rain"."""
    unit = str(words.read_value("units"))
    cued = _STRETCHING.search(context.read_before(words.first, 14)) or context.read_after(words.last).startswith(" of ")
    return make_stretch(f"PX{unit}") if cued and unit not in ("WE", "Q") else None


_STRETCHING = re.compile(
    r"\b(?:for|in|of|over|within|after|before|through|during|lasted|took|and|or|these|those|the|many)\s$"
)


def read_daypart(words: Words, context: Context) -> Found:
    """A part of some day: "at night", "one afternoon"."""
    count = words.read_number("cardinal")
    if count and count != 1:
        return make_stretch(f"P{count}D")
    alone = words.last - words.first == 1
    if alone and not context.narrative and not _AT.search(context.read_before(words.first, 12)):
        return None
    part = words.read_value("daypart", "dayparts")
    return make_unresolved(f"XXXX-XX-XXT{part}", "part of a day; which day it was is not said")._replace(type="TIME")


_AT = re.compile(r"\b(?:at|by|in\sthe|during\sthe|until|before|after|since)\s$")


def read_repeated(words: Words, _context: Context) -> Found:
    """A repetition: "every Tuesday", "daily", "each year", "Mondays"."""
    return Reading(spans.make_undated(_read_period(words)), "SET", None, "a repetition, not a date")


def _read_period(words: Words) -> str:
    """What is repeated, as TIMEX3 writes it."""
    named = {
        "repeated": "{}", "weekday": "XXXX-WXX-{}", "weekdays": "XXXX-WXX-{}", "weekday_short": "XXXX-WXX-{}",
        "month": "XXXX-{:02}", "season": "XXXX-{}", "daypart": "XXXX-XX-XXT{}", "weekend": "XXXX-WXX-WE",
    }  # fmt: skip
    for name, form in named.items():
        if words.has(name):
            return form.format(words.read_value(name))
    count = count_of(words) or (2 if words.has("other") else 1)
    unit, factor = _COMPOSED.get(str(words.read_value(*_UNITS)), (str(words.read_value(*_UNITS)), 1))
    return f"P{'T' if words.has('clock_unit') else ''}{count * factor:g}{unit}"


def read_reference(words: Words, context: Context) -> Found:
    """A vague reference: "now", "recently", "the future"."""
    if context.read_after(words.last, 1) == "-":
        return None  # "the now-closed mill"
    value = words.read_value("reference") or _read_vague_reference(words, context)
    return make_unresolved(str(value), "a vague reference, not a date") if value else None


def _read_vague_reference(words: Words, context: Context) -> str | None:
    """The adjectives and nouns of vague time; histories are annotated with "former" and "recent", news is not."""
    word = words.read_word("direction")
    if words.has("former") or word in ("recent", "current"):
        value = "PRESENT_REF" if word == "current" else "PAST_REF"
        return value if context.narrative else None
    alone = not cues.is_before_noun(context.read_after(words.last))
    if words.has("future"):
        return "FUTURE_REF" if alone or context.narrative else None
    if words.has("present"):
        return "PRESENT_REF" if alone and words.has("the") else None
    return "PAST_REF" if word == "past" and words.has("the") and alone else None


def read_time(words: Words, context: Context) -> Found:
    """A time of day on its own: on the day told just before it, else on a day the words do not say."""
    if _OFFSET.search(context.read_before(words.first, 6)):
        return None  # "UTC+03:00"
    clock = read_clock(words.read_word("clock"))
    told = context.previous
    near = context.is_near(words.first)
    if told and told.precision == "day" and told.first and near:
        value = f"{told.first.isoformat()}T{clock}"
        return Reading(
            dataclasses.replace(told, value=value), "TIME", "anchored", "time of day, on the day told before it"
        )
    return make_unresolved(f"XXXX-XX-XXT{clock}", "time of day; which day it was is not said")._replace(type="TIME")


_OFFSET = re.compile(r"(?:utc|gmt)\s?[+−-]?\s?$")


def read_clock(text: str) -> str:
    """The 24-hour form of a time of day as written.

    Examples
    --------
    >>> read_clock("3:30 p.m."), read_clock("0500 hours"), read_clock("12 a.m.")
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
