"""Readers of the larger parts of a year: quarters, halves, seasons, and of holidays."""

import datetime as dt
import re

from timeline.dates.calendar import spans
from timeline.dates.engine import cues
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Found, Reading, Words, read_as, stretch, unresolved
from timeline.dates.engine.tokens import CODE
from timeline.dates.readers.years import before_christ, names_other_unit, year_in_words

__all__ = ["read_half", "read_holiday", "read_quarter", "read_quarter_code", "read_season"]

_LATEST = "the latest that has begun by publication"
_STORY = "year of the date before it"


def read_quarter_code(words: Words, context: Context) -> Found:
    """A quarter or half by its code: "Q3 2023", "H1 2020", "2023 Q3", "Q3"."""
    code = words.word("quarter_code")
    number, is_quarter = int(re.sub(r"\D", "", code)), "q" in code
    if ahead := _CODE_AHEAD.match(words.tokens.codes, words.last):
        year = words.part(*ahead.span()).number("year") or 0
        return read_as((spans.quarter if is_quarter else spans.half)(year, number), "completed", "year of its list")
    if words.find("year", "short_year") < 0 and not (is_quarter and words.text[0].isupper()):
        return None
    return _part_of_year(words, number, context, "Q" if is_quarter else "H")


_CODE_AHEAD = re.compile("[{dash}{to}{and}]{quarter_code}{of}?{year}".format(**CODE))


def read_quarter(words: Words, context: Context) -> Found:
    """A quarter of a year: "the third quarter of 2023", "third-quarter", "last year's fourth quarter"."""
    number = words.number("ordinal", "day_ordinal") or 0
    if not number and words.word("direction") in ("final", "last", "closing") and words.find("year") >= 0:
        number = 4
    compound = _COMPOUND.match(context.after(words.last)) and not words.has("dash")  # "the second quarter-final"
    if "Q" not in words.values("unit") or not 1 <= number <= 4 or compound:
        return None
    return _part_of_year(words, number, context, "Q")


_COMPOUND = re.compile(r"[-\s]?finals?\b|-[a-z]")


def read_half(words: Words, context: Context) -> Found:
    """A half of a year: "the first half of 2020", "first-half", "the latter half of last year"."""
    number = words.number("ordinal") or (
        2 if words.has("later_of") or words.word("direction") in ("last", "final") else 0
    )
    return _part_of_year(words, number, context, "H") if number in (1, 2) else None


def _part_of_year(words: Words, number: int, context: Context, kind: str) -> Found:
    build = spans.quarter if kind == "Q" else spans.half
    found = year_in_words(words, context)
    if not found and not context.anchor:
        return unresolved(f"XXXX-{kind}{number}", "part of a year; the year is missing")
    if not found and context.anchor:
        base = context.anchor[0]
        span = build(base.year, number)
        not_yet = (
            bool(span and span.first and span.first > base) and not context.narrative and not context.future(words)
        )
        found = base.year - not_yet, "completed", _STORY if context.narrative else _LATEST
    return read_as(build(found[0], number), found[1], found[2]) if found else None


def read_season(words: Words, context: Context) -> Found:
    """A season: "the spring of 1941", "summer 2012", "last winter", "in autumn", "the summer offensive"."""
    if names_other_unit(words):
        return None
    code = str(words.value("season"))
    found = year_in_words(words, context)
    if not found and not _is_season(words, context):
        return None
    if not found and context.before_christ:
        return before_christ(f"BC{context.before_christ:04}-{code}")
    found = found or _season_year(words, code, context)
    if not found:
        return unresolved(f"XXXX-{code}", "season; the year is missing")
    reading = read_as(spans.season(found[0], code), found[1], found[2])
    adjective = words.codes == CODE["the"] + CODE["season"] and cues.noun_follows(context.after(words.last))
    if reading and adjective:
        return reading._replace(begin=words.first + 1, end=words.last)
    return reading


def _is_season(words: Words, context: Context) -> bool:
    """Whether the word is the season, not a verb, a well or a person."""
    index = words.find("season")
    word, before, after = words.at(index), context.before(words.first, 14), context.after(words.last, 20)
    if (word == "fall" and _FALLING.match(after)) or (word == "spring" and _SPRINGING.match(after)):
        return False
    if words.last - words.first > 1:
        return True
    if _PERSON.match(words.tokens.text[words.tokens.starts[index] :][:24]) and _OPENING.search(before):
        return False
    if cues.noun_follows(after):
        return word not in ("spring", "fall") or words.text.istitle() or bool(_ARTICLE.search(before))
    return cues.before_season(before)


_OPENING = re.compile(r"(?:^|[.;!?\n]\s*)$")
_PERSON = re.compile(r"(?:Summer|Autumn|Spring|Winter)\s[A-Z][a-z]+\s[a-z]")
_FALLING = re.compile(r"\s(?:of|in|from|to|into|by|short|back|below|on|apart|was|for|under|at|took)\b|[-’']")
_SPRINGING = re.compile(r"\s(?:of|from|up|water|to|into|on|back)\b")
_ARTICLE = re.compile(r"(?:\b(?:a|an|the|its|their|his|her|this|new|s)\s|\n)$")


def _season_year(words: Words, code: str, context: Context) -> tuple[int, str, str] | None:
    """The year of a season that has none."""
    told, word = context.told, words.word("direction")
    if words.has("that") and told:
        return told[0].year, "anchored", "year told before"
    if told and (word in _FROM_TEXT or (word == "next" and context.narrative)):
        ahead = _starts(told[0].year, code) > told[0]
        step = (not ahead) if (words.number("direction") or 0) > 0 else -ahead
        return told[0].year + step, "anchored", "counted from the date before it"
    if context.narrative and context.story:
        return context.story.year, "completed", _STORY
    return _published_season(words, code, context) if context.published else None


_FROM_TEXT = frozenset({"following", "subsequent", "ensuing", "previous", "preceding"})


def _starts(year: int, code: str) -> dt.date:
    span = spans.season(year, code)
    return span.first if span and span.first else dt.date(year, 1, 1)


def _published_season(words: Words, code: str, context: Context) -> tuple[int, str, str]:
    """The year of a season told from publication."""
    base = context.published or dt.date.min
    step, begun = words.number("direction"), _starts(base.year, code) <= base
    if code == "WI" and base.month <= 2 and step != 1:
        return base.year - 1 - (step == -1), "relative" if step else "completed", "the winter of publication"
    if step == -1:
        span = spans.season(base.year, code)
        over = bool(span and span.last and span.last < base)
        return base.year - (not over), "relative", "the last one that ended before publication"
    if step == 1:
        return base.year + begun, "relative", "the next one after publication"
    if words.has("this"):
        return base.year, "relative", "the one of the year of publication"
    return base.year - (not begun and not context.future(words)), "completed", _LATEST


def read_holiday(words: Words, context: Context) -> Found:
    """A holiday whose day is fixed or can be computed: "Christmas 2007", "Easter Monday", "9/11"."""
    rule = words.value("holiday")
    if not isinstance(rule, tuple):
        return None
    if cues.season_follows(context.after(words.last)):
        return stretch("PXD")  # "Christmas sales" are not on Christmas Day
    if rule[0] == "once":
        return read_as(spans.of_date(_holiday(rule, 1)), "explicit", "the day of that name")
    found = year_in_words(words, context)
    if not found and context.narrative and context.story:
        found = context.story.year, "completed", _STORY
    if found:
        return read_as(spans.of_date(_holiday(rule, found[0])), found[1], f"holiday, {found[2]}")
    if not context.published:
        return unresolved("XXXX-XX-XX", "holiday; the year is missing")
    return _published_holiday(rule, words, context, context.published)


def _published_holiday(rule: tuple[object, ...], words: Words, context: Context, published: dt.date) -> Reading | None:
    step = words.number("direction")
    dates = [_holiday(rule, published.year + years) for years in (-1, 0, 1) if 1 < published.year + years < 9999]
    if step == -1:
        dates = [date for date in dates if date < published][-1:]
    elif step == 1 or context.future(words):
        dates = [date for date in dates if date >= published][:1]
    date = min(dates, key=lambda date: abs((date - published).days), default=published)
    return read_as(spans.of_date(date), "relative" if step else "completed", "holiday nearest publication")


def _holiday(rule: tuple[object, ...], year: int) -> dt.date:
    kind, *numbers = rule
    n = [number for number in numbers if isinstance(number, int)]
    if kind == "once":
        return dt.date(*n)
    if kind == "fixed":
        return dt.date(year, n[0], n[1])
    if kind == "easter":
        return spans.easter(year) + dt.timedelta(days=n[0])
    return spans.nth_weekday(year, *n)
