"""Readers of years and what is counted in them: "1941", "1939–45", "490 BC", "the 1990s", "the 19th century"."""

import dataclasses
import datetime as dt
import re

from timeline.dates.calendar import spans
from timeline.dates.engine import cues
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Found, Reading, Words, make_unresolved, read_as
from timeline.dates.engine.tokens import CODE
from timeline.dates.readers.figures import complete_year

__all__ = [
    "make_before_christ",
    "names_other_unit",
    "read_ad",
    "read_bc",
    "read_century",
    "read_decade",
    "read_fiscal",
    "read_fiscal_pair",
    "read_said_year",
    "read_spelled_year",
    "read_year",
    "read_year_of_era",
    "read_year_pair",
]

_NUMBERS = ("day", "number", "year", "decade_number")


def read_said_year(words: Words, context: Context) -> tuple[int, str, str] | None:
    """The year said with a month, quarter or season: written, "last year's", "of that year"; its basis and how."""
    written = words.find("year", "short_year")
    if written >= 0:
        value = words.tokens.values[written]
        return (
            (value if isinstance(value, int) else _complete_short_year(str(value), context)),
            "explicit",
            "as written",
        )
    if "Y" not in words.list_values("unit"):
        return None
    if (words.has("that") or words.has("same")) and context.previous_days:
        return context.previous_days[0].year, "anchored", "year told before"
    if not context.anchor:
        return None
    base, basis = context.anchor
    how = "year counted from publication" if basis == "relative" else "year counted from the date before it"
    return base.year + (words.read_number("direction") or 0), basis, how


def names_other_unit(words: Words) -> bool:
    """Whether the unit that is said with a month or season is no year: "in March last week"."""
    units = words.list_values("unit")
    return bool(units) and "Y" not in units


def _complete_short_year(written: str, context: Context) -> int:
    """A year such as ``'98``: of the century told before, else near publication."""
    number = int(re.sub(r"\D", "", written))
    if context.previous_days and (context.narrative or not context.published):
        return context.previous_days[0].year // 100 * 100 + number
    return complete_year(f"{number:02}", context.published)


def read_year(words: Words, context: Context) -> Found:
    """A year in four digits (or ``'98``), unless what stands around it makes it a number of something."""
    index = words.find("year", "short_year")
    value = words.tokens.values[index]
    if isinstance(value, str):
        if not cues.follows_date_cue(context.read_before(words.first, 14)):
            return None
        return read_as(spans.year(_complete_short_year(value, context)), "completed", "year in two digits")
    if not isinstance(value, int) or _is_time(value, index, context) or not _is_year(index, value, context):
        return None
    before, after = context.read_before(index, 8), context.read_after(index + 1, 60)
    named = bool(_DETERMINER.search(before)) and cues.is_before_name(after)
    named = named or cues.names_model(before, after)
    reading = read_as(spans.year(value), "explicit", "year")
    return reading._replace(is_name=True) if reading and named else reading


_DETERMINER = re.compile(r"\b(?:the|a|an|its|their|his|her|our|s)\s$")


def _is_year(index: int, value: int, context: Context) -> bool:
    """Whether a number of four digits is a year; before 1900, a plural after it makes it a count."""
    before, after = context.read_before(index, 24), context.read_after(index + 1)
    if cues.is_before_counted(after) or cues.is_numbered(before) or _is_in_figures(value, before, after):
        return False
    if not cues.follows_year_cue(before) and context.identifies(value):
        return False  # "Resolution 1441 … 1441 was capable of"
    if 1900 <= value <= 2099:
        return not _PREFIXED.search(before) or bool(_YEAR_PREFIX.search(before))
    return cues.follows_year_cue(before) or not cues.is_before_plural(after)


def _is_time(value: int, index: int, context: Context) -> bool:
    """Whether four figures are a time of day: "at about 1100", "between 1040 and 1050"; never in a history."""
    if context.narrative or value > _MIDNIGHT or value % 100 >= _HOUR:
        return False
    before = context.read_before(index, 24)
    if _AT_OR_BY.search(before) and _follows_time(index, context):
        return True
    if _AT.search(before) and not (context.previous_days is None and value > _RECENT and not _ABOUT.search(before)):
        return True
    return value < _OLD and bool(_BETWEEN.search(before) or (_TO.search(before) and _BETWEEN_OPEN.search(before)))


def _follows_time(index: int, context: Context) -> bool:
    """Whether another time of day stands shortly before: "at 1910 GMT … by 2100"."""
    clock = CODE["clock"] in context.tokens.codes[max(0, index - _TIMES_NEAR) : index]
    return clock or bool(_AT_TIME.search(context.read_before(index, 100)))


_TIMES_NEAR = 10  # tokens
_AT_TIME = re.compile(r"\bat\s(?:about\s|around\s)?(?:[01]\d|2[0-3])[0-5]\d\b(?!,)[^\n]*$")
_MIDNIGHT, _HOUR, _OLD, _RECENT = 2359, 60, 1500, 1900
_AT_OR_BY = re.compile(r"(?:\b(?:at|by|until|from|to|about|around|and)\s|\()$")
_AT = re.compile(r"\bat\s(?:(?:about|around|approximately|roughly|exactly|just before|just after)\s)?$")
_ABOUT = re.compile(r"\b(?:about|around|approximately|roughly|exactly|just before|just after)\s$")
_BETWEEN = re.compile(r"\bbetween\s(?:about\s)?$")
_TO = re.compile(r"\b(?:and|to)\s$")
_BETWEEN_OPEN = re.compile(r"\b(?:between|from)\s(?:about\s)?[012]\d[0-5]\d\s")


def read_spelled_year(words: Words, context: Context) -> Found:
    """A year in words: "nineteen ninety-six", "twenty twenty-four"; nothing may be counted by it."""
    year = words.read_number("spelled_year") or 0
    if not cues.follows_date_cue(context.read_before(words.first, 14)) or cues.is_before_plural(
        context.read_after(words.last)
    ):
        return None
    return read_as(spans.year(year), "explicit", "year in words")


_LAST_OF_CENTURY = 99


def _is_in_figures(value: int, before: str, after: str) -> bool:
    """Whether more figures stand by, as in a telephone number; the later year of a range is none of these."""
    if earlier := _YEAR_DASH.search(before):
        return int(earlier[1]) >= value
    return bool(_FIGURE_BEFORE.search(before) or _FIGURE_AFTER.match(after))


_YEAR_DASH = re.compile(r"(?<![\w-])([12]\d{3})\s?[-–—]\s?$")
_FIGURE_BEFORE = re.compile(r"\d[\s-]$")
_FIGURE_AFTER = re.compile(r"\s\d{3}|-\d{1,3}-")
_PREFIXED = re.compile(r"[a-z]-$")
_YEAR_PREFIX = re.compile(r"\b(?:pre|post|mid|early|late|since|through|circa|end|start)-$")


def read_year_pair(words: Words, context: Context) -> Found:
    """Two years as a range whose second is cut short: "1939–45", "2019-20"."""
    first_at, last_at = words.find("year"), words.last - 1
    first, second = words.tokens.values[first_at], words.tokens.values[last_at]
    if not isinstance(first, int) or not isinstance(second, int) or not _is_year(first_at, first, context):
        return None
    second += first // 100 * 100 if second <= _LAST_OF_CENTURY else 0
    one, two = spans.year(first), spans.year(second)
    if not first < second or not one or not two:
        return None
    if words.has("stroke"):  # "2024/25"
        span = dataclasses.replace(one, value=f"{first:04}/{second:04}", last=two.last) if second == first + 1 else None
        return Reading(span, "DATE", "explicit", "a year that begins in one and ends in the next") if span else None
    return (
        Reading(one, "DATE", "explicit", "year", begin=words.first, end=first_at + 1),
        Reading(two, "DATE", "explicit", "year, the century of the one before it", begin=last_at, end=words.last),
    )


def make_before_christ(value: str) -> Reading:
    """The reading of a date before year 1: a TIMEX3 value without days, for a calendar of days begins with year 1."""
    return Reading(spans.make_undated(value), "DATE", "anchored", "before Christ, where there are no calendar days")


def read_bc(words: Words, context: Context) -> Found:
    """Years before Christ: "490 BC", "480–479 BC", "August 480 BC", "the 470s BC"."""
    month, season = words.read_number("month", "month_short"), words.read_value("season")
    suffix = f"-{month:02}" if month else f"-{season}" if season else ""
    readings = []
    for i in words.find_all(*_NUMBERS):
        number = int(re.sub(r"\D", "", str(words.tokens.values[i])))
        context.before_christ = number
        decade = words.tokens.codes[i] == CODE["decade_number"]
        value = f"BC{number // 10:03}" if decade else f"BC{number:04}{suffix}"
        readings.append(make_before_christ(value)._replace(basis="explicit", begin=i, end=i + 1))
    readings[0] = readings[0]._replace(begin=words.first)
    readings[-1] = readings[-1]._replace(end=words.last)
    return tuple(readings)


def read_ad(words: Words, context: Context) -> Found:
    """A year said to be after Christ: "AD 476", "476 CE"."""
    number = words.read_number("number", "year", "day") or 0
    context.before_christ = 0
    return read_as(spans.year(number), "explicit", "year after Christ")


def read_year_of_era(words: Words, context: Context) -> Found:
    """A bare number as a year before Christ, where the story is set there: "in 490"."""
    number = words.read_number("number") or 0
    if not context.before_christ or not cues.follows_year_cue(context.read_before(words.first, 12)):
        return None
    if cues.is_before_counted(context.read_after(words.last)) or number < 32:
        return None
    context.before_christ = number
    return make_before_christ(f"BC{number:04}")


def read_decade(words: Words, context: Context) -> Found:
    """A decade: "the 1990s", "the late '60s", "the eighties"."""
    value = words.read_value("decade_number", "decade", "bare_decade")
    if words.has("bare_decade") and (not words.has("the") or _MEASURED.search(context.read_before(words.first, 60))):
        return None  # "temperatures in the 70s"
    digits = re.sub(r"\D", "", str(value))
    if isinstance(value, int) and not words.has("the"):
        return None
    if len(digits) == 3:
        return None
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    if year % 100 == 0 and year < 2000 and len(digits) == 4:  # "the 1800s" are a century
        return read_as(spans.century(year // 100 + 1), "explicit", f"the years {year} to {year + 99}")
    return read_as(spans.decade(year), "explicit", f"decade from {year}")


_MEASURED = re.compile(r"\b(?:temperatures?|highs?|lows?|degrees|mercury|scored|shot|aged|age)\b")


def read_century(words: Words, _context: Context) -> Found:
    """A century: "the 19th century", "the early twenty-first century", "the 4th century BC"."""
    number = words.read_number("ordinal", "day_ordinal", "century_ordinal")
    if words.read_value("unit") != "CE" or not number or number > 99:
        return None
    if words.has("bc"):
        return make_before_christ(f"BC{number - 1:02}")._replace(basis="explicit")
    return read_as(spans.century(number), "explicit", f"the years {100 * number - 100} to {100 * number - 1}")


_LATEST_KNOWN = dt.date(2024, 12, 31)  # for a code without publication day: FY24 is no year of the last century


def read_fiscal_pair(words: Words, _context: Context) -> Found:
    """A fiscal year that begins in one year and ends in the next: "fiscal 2022/23", "financial year 2022-23"."""
    first, second = words.read_number("year") or 0, words.read_number("day", "number") or 0
    if (first + 1) % 100 != second:
        return None
    span, end = spans.year(first), spans.year(first + 1)
    if not span or not end:
        return None
    whole = dataclasses.replace(span, value=f"{first:04}/{first + 1:04}", last=end.last)
    return read_as(whole, "explicit", "fiscal year over two calendar years")


def read_fiscal(words: Words, context: Context) -> Found:
    """A fiscal year: "fiscal 1989", "FY2024", "the fiscal year"; its days are taken as the calendar year's."""
    if words.has("unit") and words.read_value("unit") != "Y":
        return None
    code, year, basis = words.read_word("fiscal_code"), words.read_number("year"), "explicit"
    if pair := re.search(r"(\d\d)[/-](\d\d)$", code):
        year = complete_year(re.sub(r"\D", "", code[: pair.end(1)]), context.published or _LATEST_KNOWN)
        one, two = spans.year(year), spans.year(year + 1)
        if not one or not two or (year + 1) % 100 != int(pair[2]):
            return None
        whole = dataclasses.replace(one, value=f"{year:04}/{year + 1:04}", last=two.last)
        return read_as(whole, "explicit", "fiscal year over two calendar years")
    if code:
        year = complete_year(re.sub(r"\D", "", code), context.published or _LATEST_KNOWN)
    if not year:
        if not context.published:
            return make_unresolved("XXXX", "fiscal year; the publication date is missing")
        year, basis = context.published.year + (words.read_number("direction") or 0), "relative"
    reading = read_as(spans.year(year), basis, "fiscal year, taken as the calendar year")
    if reading and basis == "relative":  # "the financial year" is none but that; "fiscal 2024" is annotated plainly
        return reading._replace(span=dataclasses.replace(reading.span, value=f"FY{year:04}"))
    return reading
