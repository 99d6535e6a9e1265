"""Readers of units counted from publication or from the preceding date: "last month", "two days later", "that year".

Without a publication date and without a preceding date, the reading keeps the words and stays unresolved.
"""

import dataclasses
import datetime as dt
import math
import re

from timeline.dates.calendar import spans, vague
from timeline.dates.calendar.spans import Span
from timeline.dates.engine import cues
from timeline.dates.engine._words import TEXT_DIRECTIONS
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import (
    NO_DATE,
    Found,
    Reading,
    Words,
    make_stretch,
    make_unresolved,
    name_day,
    read_as,
)
from timeline.dates.engine.tokens import CODE
from timeline.dates.readers.durations import count_of, read_duration
from timeline.dates.readers.years import make_before_christ

__all__ = [
    "read_ago",
    "read_counted",
    "read_directed_unit",
    "read_past_units",
    "read_recent",
    "read_same",
    "read_shifted",
    "read_the_unit",
    "read_unit_ago",
    "read_unit_beyond",
    "read_unit_end",
    "read_within",
]

_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}
_YEARS = {"Y": 1, "DE": 10, "CE": 100}
_FROM_PUBLICATION, _FROM_TEXT = "counted from publication", "counted from the date before it"


def _make_missing(unit: str, words: Words) -> Reading:
    return make_unresolved(_UNKNOWN.get(unit, "XXXX"), f"{words.text.lower()}; the date it counts from is missing")


def _explain(words: Words, how: str) -> str:
    return f"{words.text.lower()}, {how}"


def _read_years_before_christ(year: int, unit: str) -> Reading:
    """The year, decade or century that holds a year before Christ."""
    return make_before_christ(f"BC{max(year, 0):04}"[: {"Y": 6, "DE": 5, "CE": 4}[unit]])


def read_directed_unit(words: Words, context: Context) -> Found:  # noqa: PLR0911 one return a rule
    """A unit and a direction: "last month", "this year", "the following day", "the past decade"."""
    unit, word, step = str(words.read_value("unit")), words.read_word("direction"), words.read_number("direction") or 0
    if word in ("final", "closing", "intervening", "recent"):
        return None
    if _is_of_a_life(words, unit, word, context):
        return NO_DATE
    if word == "past":
        return _count_from_publication(unit, 1, step, context)
    if context.before_christ and unit in _YEARS and (word in TEXT_DIRECTIONS or context.narrative):
        return _read_years_before_christ(context.before_christ - step * _YEARS[unit], unit)
    from_text = word in TEXT_DIRECTIONS or context.narrative or (unit == "D" and word == "next")
    if from_text and context.previous_days and not _is_coarser(context, unit):
        first, last = context.previous_days
        date = spans.shift(last if step > 0 and unit == "D" else first, unit, step)
        return read_as(spans.find_unit(date, unit) if date else None, "anchored", _explain(words, _FROM_TEXT))
    if not context.published or from_text:
        return _make_missing(unit, words)
    date = spans.shift(context.published, unit, step)
    return read_as(spans.find_unit(date, unit) if date else None, "relative", _explain(words, _FROM_PUBLICATION))


def _is_of_a_life(words: Words, unit: str, word: str, context: Context) -> bool:
    """Whether a unit is counted in a life or a stretch: "his last year in high school", "the last day of Passover"."""
    return words.read_word("its") in _PERSONAL or (unit == "D" and word == "last" and not context.narrative)


_PERSONAL = frozenset("his her my your".split())


def _count_from_publication(unit: str, count: int, step: int, context: Context) -> Reading:
    """A stretch that ends (or begins) at publication, as a period with days where publication is known."""
    value = {"DE": "P10Y", "CE": "P100Y"}.get(unit, f"P{count}{unit}") if count == 1 else f"P{count}{unit}"
    days = (
        vague.count_past_units(context.published, unit, -step * count)
        if context.published and not context.narrative
        else None
    )
    if not days:
        return make_stretch(value)
    how = f"the stretch {'up to' if step < 0 else 'from'} publication: {name_day(days[0])} to {name_day(days[1])}"
    return Reading(Span(value, *days, "bounded"), "DURATION", "relative", how, period=True)


def read_past_units(words: Words, context: Context) -> Found:
    """A duration that ends or begins at publication: "the past two weeks", "the next six months"."""
    unit, count, word = (
        str(words.read_value("unit", "units", "clock_unit")),
        count_of(words),
        words.read_word("direction"),
    )
    if word == "last" and words.codes[1:2] == CODE["a"]:
        return None  # "is expected to last a month"
    if words.has("clock_unit"):
        return _count_hours(words, count, word, context)
    if not count or count != int(count):
        return make_stretch(f"P{count:g}{unit}" if count else f"PX{unit}")
    if word in TEXT_DIRECTIONS or word in ("final", "closing", "intervening"):
        return make_stretch(f"P{count:g}{unit}")
    return _count_from_publication(unit, int(count), words.read_number("direction") or 0, context)


def _count_hours(words: Words, count: float | None, word: str, context: Context) -> Reading:
    """Hours up to publication, as the days they touch: "the past 24 hours" are publication and the day before."""
    unit = words.read_value("clock_unit")
    value = f"PT{count:g}{unit}" if count else f"PTX{unit}"
    days = math.ceil(count / _HOURS_A_DAY) if count and unit == "H" else 0
    first = spans.shift(context.published, "D", -days) if context.published and not context.narrative else None
    if word not in ("past", "last") or not first or not context.published or not 1 <= days <= _MOST_DAYS:
        return make_stretch(value)
    how = f"the hours up to publication: {name_day(first)} to {name_day(context.published)}"
    return Reading(Span(value, first, context.published, "bounded"), "DURATION", "relative", how)


_HOURS_A_DAY, _MOST_DAYS = 24, 4


def read_recent(words: Words, context: Context) -> Found:
    """The days before publication: "recent days"; "the coming weeks" and "the intervening years" are but stretches."""
    unit = str(words.read_value("units"))
    if words.read_word("direction") != "recent":
        count = count_of(words)
        return make_stretch(f"P{count:g}{unit}" if count else f"PX{unit}")
    days = vague.list_recent_days(context.published, unit) if context.published and not context.narrative else None
    if not days:
        return make_unresolved("PAST_REF", "recently; the publication date is missing")
    how = f"the {vague.RECENT_DAYS[unit]} days up to publication"
    return Reading(Span(f"PX{unit}", *days, "bounded"), "DATE", "relative", how)


def read_ago(words: Words, context: Context) -> Found:
    """So many units ago, at the grain of the unit: "two weeks ago" is that week, "a year ago" that year."""
    if words.find("deictic", "weekday", "this") >= 0:
        ago = words.find("ago")
        exact = read_ago_from(words, context)
        return exact or _stop_at(read_ago(words.take_part(words.first, ago + 1), context), ago + 1)
    unit, count = str(words.read_value("unit", "units", "clock_unit")), count_of(words)
    if words.has("clock_unit") or not count:
        return make_unresolved("PAST_REF", "a while before publication")
    if count != int(count):
        unit, count = _convert_to_smaller(unit, count)
    told = context.period or context.previous
    if unit == "Y" and told and told.precision == "quarter" and told.first and not context.narrative:
        date = spans.shift(told.first, "Y", -int(count))
        return read_as(spans.find_unit(date, "Q") if date else None, "anchored", "the same quarter, years back")
    anchor = context.story if context.narrative else context.published
    if not anchor:
        return _make_missing(unit, words)
    basis, how = ("anchored", _FROM_TEXT) if context.narrative else ("relative", _FROM_PUBLICATION)
    return read_as(vague.count_back(anchor, unit, int(count)), basis, _explain(words, how))


def _convert_to_smaller(unit: str, count: float) -> tuple[str, float]:
    """A broken number of units as a whole one of a smaller unit: half a year is six months."""
    smaller, factor = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("DE", 10), "M": ("W", 4), "W": ("D", 7)}.get(
        unit, (unit, 1)
    )
    return smaller, round(count * factor)


def _stop_at(found: Found, end: int) -> Found:
    """The reading of the words up to `end`, so that the rest of them is read anew."""
    return found._replace(end=end) if isinstance(found, Reading) else None


def read_counted(words: Words, context: Context) -> Found:
    """A count of units: a date where it is counted from publication ("in two weeks' time"), else a stretch."""
    if not context.narrative and words.find("old", "age") >= 0:
        return NO_DATE  # an age tells no stretch of the story; histories are annotated with them
    joint = words.find("from", "possessive", "time")
    if joint >= 0:
        return read_from_now(words, context) or _stop_at(
            read_duration(words.take_part(words.first, joint), context), joint
        )
    return read_in_units(words, context) or read_duration(words, context)


def read_ago_from(words: Words, context: Context) -> Found:
    """So many units before or after a day named from publication: "30 years ago today", "a week ago on Friday".

    With a unit for the day it is that unit: "two years ago this week".
    """
    unit, count, published = str(words.read_value("unit", "units")), count_of(words), context.published
    if not count or count != int(count) or not published or context.narrative:
        return None
    day = spans.shift(published, "D", words.read_number("deictic") or 0)
    if weekday := words.read_number("weekday"):
        day = spans.shift(published, "D", -((published.isoweekday() - weekday) % 7))
    date = spans.shift(day, unit, -int(count)) if day else None
    grain = str(words.take_part(words.find("this") + 1, words.last).read_value("unit")) if words.has("this") else "D"
    return read_as(spans.find_unit(date, grain), "relative", _explain(words, _FROM_PUBLICATION)) if date else None


def read_from_now(words: Words, context: Context) -> Found:
    """So many units ahead: "a year from now", "a fortnight from today", "in two weeks' time"."""
    unit, count, published = str(words.read_value("unit", "units")), count_of(words), context.published
    opens = context.read_before(words.first, 8).rstrip().endswith("in")
    if not count or (words.has("time") and not opens) or words.has("clock_unit") or unit == "None":
        return None
    if words.has("reference") and words.read_word("reference") != "now":
        return None
    if not published or context.narrative:
        return None
    if count != int(count):
        unit, count = _convert_to_smaller(unit, count)
    if words.has("deictic"):
        day = spans.shift(published, "D", words.read_number("deictic") or 0)
        date = spans.shift(day, unit, int(count)) if day else None
        return read_as(spans.from_date(date), "relative", _explain(words, _FROM_PUBLICATION)) if date else None
    return read_as(vague.count_back(published, unit, -int(count)), "relative", _explain(words, _FROM_PUBLICATION))


def read_in_units(words: Words, context: Context) -> Found:
    """So many units ahead after "in", where the clause looks ahead: "will reopen in two weeks"; else a stretch."""
    if context.narrative or not context.published or not context.read_before(words.first, 4).endswith(" in "):
        return None
    if words.find("direction", "ordinal", "modifier", "old", "long", "clock_unit", "dash", "half") >= 0:
        return None
    if cues.follows_superlative(context.read_before(words.first, 90).removesuffix("in ")):
        return None  # "the first poll in 50 years"
    if not _UNIT_ENDS.match(context.read_after(words.last)) or not context.looks_ahead(words) or not count_of(words):
        return None
    return read_from_now(words, context)


_UNIT_ENDS = re.compile(r"\s*(?:[.,;:)!?]|$|\n|\s(?:to|and|but|when|if|with|at|for|as)\b)")


def read_unit_beyond(words: Words, context: Context) -> Found:
    """A unit two steps away: "the year before last", "the week after next"."""
    unit, anchor = str(words.read_value("unit")), context.anchor
    step = {("before", "last"): -2, ("after", "next"): 2}.get((words.read_word("shift"), words.read_word("direction")))
    if not step:
        return None
    if not anchor:
        return _make_missing(unit, words)
    date = spans.shift(anchor[0], unit, step)
    return read_as(spans.find_unit(date, unit), anchor[1], _explain(words, _FROM_PUBLICATION)) if date else None


def read_shifted(words: Words, context: Context) -> Found:
    """A stretch from the preceding date: "two days later", "a year earlier", "a week prior", "the day before"."""
    unit, word = str(words.read_value("unit", "units")), words.read_word("shift", "direction")
    step = words.read_number("shift") or -1
    after = context.read_after(words.last)
    if after.startswith(" than") or (word in ("before", "after") and not _ENDS.match(after)):
        return None  # "two days before the raid": a stretch
    if words.has("direction") and word not in ("prior", "previous"):
        return None
    if words.has("clock_unit"):
        return make_unresolved("XXXX-XX-XX", "hours from a time told before")
    count = count_of(words) or (1 if words.has("the") and words.has("unit") else None)
    return _shift(words, unit, int(count) * step if count else None, step, context)


_ENDS = re.compile(r"\s*(?:[,.;:)–—]|that\b|this\b|$|\n)")


_AT_THIS = re.compile(r"\s(?:to\s)?this\b")
_DAYS = {"D": 1, "W": 7, "2W": 14, "M": 31, "Q": 92, "Y": 366}


def _is_coarser(context: Context, unit: str) -> bool:
    """Whether the preceding date is too vague to count such units from: "in 1915 … four days later"."""
    first, last = context.previous_days or (dt.date.min, dt.date.max)
    return (last - first).days >= 2 * _DAYS.get(unit, 3660)


def _shift(words: Words, unit: str, count: int | None, step: int, context: Context) -> Found:
    of_now = bool(_AT_THIS.match(context.read_after(words.last))) and not context.narrative
    told = None if of_now else context.previous_days
    if context.before_christ and count and unit in _YEARS:
        return _read_years_before_christ(context.before_christ - count * _YEARS[unit], unit)
    if count is None:
        return make_unresolved(
            "FUTURE_REF" if step > 0 else "PAST_REF", "an unnamed number of units from the date before it"
        )
    if told and _is_coarser(context, unit):
        return _make_missing(unit, words)
    if not told or not context.previous:
        # "was lifted ten days later" tells of no day after publication, "two days before, he had left" of one not told
        untold = not context.looks_ahead(words) if count > 0 else unit in ("D", "W", "2W") and not of_now
        if not context.published or untold:
            return _make_missing(unit, words)
        date = spans.shift(context.published, unit, count)
        return read_as(spans.find_unit(date, unit) if date else None, "relative", _explain(words, _FROM_PUBLICATION))
    from_last = step > 0 and unit == "D" and context.previous.precision == "day"
    date = spans.shift(told[1] if from_last else told[0], unit, count)
    grain = "Q" if unit == "Y" and context.previous.precision == "quarter" else unit
    return read_as(spans.find_unit(date, grain) if date else None, "anchored", _explain(words, _FROM_TEXT))


def read_unit_ago(words: Words, context: Context) -> Found:
    """The preceding date, a unit back: "year-ago", "the year-earlier period"."""
    unit, told = str(words.read_value("unit")), context.previous
    base = told.first if told else context.published
    date = spans.shift(base, unit, -1) if base else None
    grain = "Q" if (told and told.precision == "quarter") or "Q" in words.list_values("unit") else unit
    basis = "anchored" if told else "relative"
    return read_as(spans.find_unit(date, grain), basis, words.text.lower()) if date else None


def read_same(words: Words, context: Context) -> Found:
    """The unit that holds the preceding date: "the same day", "that year", "later that month"."""
    unit = str(words.read_value("unit"))
    if not context.previous_days or _is_coarser(context, unit):
        return _make_missing(unit, words)  # "It began in January. That day …": no day was told
    return read_as(spans.find_unit(context.previous_days[0], unit), "anchored", _explain(words, _FROM_TEXT))


def read_within(words: Words, context: Context) -> Found:
    """A unit up to publication, or from it on: "earlier this year", "later this week", "earlier in the month"."""
    if context.narrative or words.has("that") or not context.published:
        return read_same(words, context)
    unit = "WE" if words.has("weekend") else str(words.read_value("unit"))
    whole, later = spans.find_unit(context.published, unit), words.read_word("shift") == "later"
    if not whole or not whole.first or not whole.last:
        return None
    first, last = (context.published, whole.last) if later else (whole.first, context.published)
    if first > last:
        return read_as(whole, "relative", words.text.lower())
    span = dataclasses.replace(whole, first=first, last=last, precision="bounded")
    side = "from publication on" if later else "up to publication"
    return Reading(span, "DATE", "relative", f"{words.text.lower()}, {side}")


def read_unit_end(words: Words, context: Context) -> Found:
    """The late part of the unit of publication, or of the date the story has come to: "year-end", "month's end"."""
    unit = words.read_word("unit_end")[0].upper()
    base = context.story if context.narrative else context.published
    whole = spans.find_unit(base, unit) if base else None
    if not whole:
        return _make_missing(unit, words)
    return read_as(
        vague.narrow_to_part(whole, "late"), "anchored" if context.narrative else "relative", words.text.lower()
    )


def read_the_unit(words: Words, context: Context) -> Found:
    """The year, month or week of "the end of the year" and "later in the month"; and "the quarter" named before."""
    unit, told = str(words.read_value("unit")), context.previous
    if unit == "Q" and told and told.precision == "quarter":
        return read_same(words, context)
    before, codes = context.read_before(words.first, 4), words.tokens.codes
    narrowed = words.first > 1 and codes[words.first - 2] != CODE["gap"] and before.endswith(("of ", "in "))
    if unit in ("D", "CE", "ML") or not narrowed:  # "the turn of the century" is not this century's
        return None
    if context.narrative and context.previous_days:
        return read_same(words, context)
    if not context.published:
        return _make_missing(unit, words)
    return read_as(spans.find_unit(context.published, unit), "relative", _explain(words, _FROM_PUBLICATION))
