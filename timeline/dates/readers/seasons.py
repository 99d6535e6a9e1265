"""Readers of the larger parts of a year: quarters, halves, seasons."""

import datetime as dt
import re

from timeline.dates.calendar import spans
from timeline.dates.calendar.spans import Span
from timeline.dates.engine import cues
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Found, Words, make_unresolved, read_as
from timeline.dates.engine.tokens import CODE
from timeline.dates.readers.figures import complete_year
from timeline.dates.readers.years import make_before_christ, names_other_unit, read_said_year

__all__ = ["read_half", "read_quarter", "read_quarter_code", "read_quarter_year", "read_season"]

_LATEST = "the latest that has begun by publication"
_STORY = "year of the date before it"


def read_quarter_code(words: Words, context: Context) -> Found:
    """A quarter or half by its code: "Q3 2023", "H1 2020", "2023 Q3", "Q3"."""
    code = words.read_word("quarter_code")
    fiscal = words.read_word("fiscal_code") or words.read_word("day", "number")
    if fiscal and (words.has("fiscal_code") or not cues.is_before_counted(context.read_after(words.last))):
        year = complete_year(re.sub(r"\D", "", fiscal), context.published)
        build = spans.quarter if "q" in code else spans.half
        return read_as(build(year, int(re.sub(r"\D", "", code))), "explicit", "part of a year, by its code")
    number, is_quarter = int(re.sub(r"\D", "", code)), "q" in code
    if ahead := _CODE_AHEAD.match(words.tokens.codes, words.last):
        year = words.take_part(*ahead.span()).read_number("year") or 0
        return read_as((spans.quarter if is_quarter else spans.half)(year, number), "completed", "year of its list")
    if words.find("year", "short_year") < 0 and not (is_quarter and words.text[0].isupper()):
        return None
    return _read_part_of_year(words, number, context, "Q" if is_quarter else "H")


def read_quarter_year(words: Words, context: Context) -> Found:
    """A quarter or half and its year in one code: "1Q24", "Q3'23", "2H2023"."""
    code = words.read_word("quarter_year")
    match = re.fullmatch(r"(?:([1-4])[qh]|[qh]([1-4]))'?(\d+)", code)
    if match is None:
        return None
    year = complete_year(match[3], context.published)
    build = spans.quarter if "q" in code else spans.half
    return read_as(build(year, int(match[1] or match[2])), "explicit", "part of a year, by its code")


_CODE_AHEAD = re.compile("[{dash}{to}{and}]{quarter_code}{of}?{year}".format(**CODE))


def read_quarter(words: Words, context: Context) -> Found:
    """A quarter of a year: "the third quarter of 2023", "third-quarter", "last year's fourth quarter"."""
    number = words.read_number("ordinal", "day_ordinal") or 0
    if not number and words.read_word("direction") in ("final", "last", "closing") and words.find("year") >= 0:
        number = 4
    compound = _COMPOUND.match(context.read_after(words.last)) and not words.has("dash")  # "the second quarter-final"
    if "Q" not in words.list_values("unit") or not 1 <= number <= 4 or compound or _is_of_match(words, context):
        return None
    return _read_part_of_year(words, number, context, "Q")


_COMPOUND = re.compile(r"[-\s]?finals?\b|-[a-z]")


def read_half(words: Words, context: Context) -> Found:
    """A half of a year: "the first half of 2020", "first-half", "the latter half of last year"."""
    number = words.read_number("ordinal") or (
        2 if words.has("later_of") or words.read_word("direction") in ("last", "final") else 0
    )
    if number not in (1, 2) or _is_of_match(words, context):
        return None
    return _read_part_of_year(words, number, context, "H")


def _is_of_match(words: Words, context: Context) -> bool:
    """Whether a half or quarter without a year is that of a match: "scored in the second half"."""
    if words.find("year", "short_year", "unit") >= 0 and "Y" in words.list_values("unit") + ["Y"] * words.has("year"):
        return False
    before, after = context.read_sentence_around(words.first, words.last)
    return cues.speaks_of_sport(before) or cues.speaks_of_sport(after)


def _read_part_of_year(words: Words, number: int, context: Context, kind: str) -> Found:
    build = spans.quarter if kind == "Q" else spans.half
    found = read_said_year(words, context)
    if not found and not context.anchor:
        return make_unresolved(f"XXXX-{kind}{number}", "part of a year; the year is missing")
    if not found and context.anchor:
        base = context.anchor[0]
        span = build(base.year, number)
        not_yet = span is not None and not context.narrative and _is_last_years(span, base, words, context)
        found = base.year - not_yet, "completed", _STORY if context.narrative else _LATEST
    return read_as(build(found[0], number), found[1], found[2]) if found else None


def _is_last_years(span: Span, base: dt.date, words: Words, context: Context) -> bool:
    """Whether a part of a year that has not begun is meant as the one gone by: always in the past, in a clause that
    looks ahead where that one is nearer ("will report its fourth-quarter results" in February).
    """
    if span.first is None or span.last is None or span.first <= base:
        return False
    gone = spans.shift(span.last, "Y", -1)
    return not context.looks_ahead(words) or (gone is not None and base - gone < span.first - base)


def read_season(words: Words, context: Context) -> Found:  # noqa: PLR0911 one return a rule
    """A season: "the spring of 1941", "summer 2012", "last winter", "in autumn", "the summer offensive"."""
    if names_other_unit(words):
        return None
    code, index = str(words.read_value("season")), words.find("season")
    if cues.is_capital_name(words.tokens.text, words.tokens.starts[index], words.tokens.ends[index]):
        return None
    found = read_said_year(words, context)
    if not found and not _is_season(words, context):
        return None
    if not found and context.before_christ:
        return make_before_christ(f"BC{context.before_christ:04}-{code}")
    found = found or _choose_season_year(words, code, context)
    if not found:
        return make_unresolved(f"XXXX-{code}", "season; the year is missing")
    reading = read_as(spans.season(found[0], code), found[1], found[2])
    adjective = words.codes == CODE["the"] + CODE["season"] and cues.is_before_noun(context.read_after(words.last))
    if reading and adjective:
        return reading._replace(begin=words.first + 1, end=words.last)
    return reading


def _is_season(words: Words, context: Context) -> bool:
    """Whether the word is the season, not a verb, a well or a person."""
    index = words.find("season")
    word, before, after = words.read_at(index), context.read_before(words.first, 14), context.read_after(words.last, 20)
    if (word == "fall" and _FALLING.match(after)) or (word == "spring" and _SPRINGING.match(after)):
        return False
    if (
        word in ("fall", "spring")
        and _VERBAL.search(before)
        and not _FROM_SEASON.search(context.read_before(index, 24))
    ):
        return False  # "continued to fall sharply"
    if words.last - words.first > 1:
        return True
    if _PERSON.match(words.tokens.text[words.tokens.starts[index] :][:24]) and _OPENING.search(before):
        return False
    if cues.is_before_noun(after):
        return word not in ("spring", "fall") or words.text.istitle() or bool(_ARTICLE.search(before))
    return cues.follows_season_cue(before)


_VERBAL = re.compile(r"\b(?:to|will|would|could|may|might|must|should|can|not|and|didn't|did|n't)\s$")
_FROM_SEASON = re.compile(r"\b(?:from|spring|summer|autumn|fall|winter)\s(?:\w+\s)?(?:to|and|or)\s$")
_OPENING = re.compile(r"(?:^|[.;!?\n]\s*)$")
_PERSON = re.compile(r"(?:Summer|Autumn|Spring|Winter)\s[A-Z][a-z]+\s[a-z]")
_FALLING = re.compile(r"\s(?:of|in|from|to|into|by|short|back|below|on|apart|was|for|under|at|took)\b|[-’']")
_SPRINGING = re.compile(r"\s(?:of|from|up|water|to|into|on|back)\b")
_ARTICLE = re.compile(r"(?:\b(?:a|an|the|its|their|his|her|this|new|s)\s|\n)$")


def _choose_season_year(words: Words, code: str, context: Context) -> tuple[int, str, str] | None:
    """The year of a season that has none."""
    told, word = context.previous_days, words.read_word("direction")
    if words.has("that") and told:
        return told[0].year, "anchored", "year told before"
    if told and (word in _FROM_TEXT or (word == "next" and context.narrative)):
        ahead = _starts(told[0].year, code) > told[0]
        step = (not ahead) if (words.read_number("direction") or 0) > 0 else -ahead
        return told[0].year + step, "anchored", "counted from the date before it"
    if context.narrative and context.story:
        return context.story.year, "completed", _STORY
    return _choose_from_publication(words, code, context) if context.published else None


_FROM_TEXT = frozenset({"following", "subsequent", "ensuing", "previous", "preceding"})


def _starts(year: int, code: str) -> dt.date:
    span = spans.season(year, code)
    return span.first if span and span.first else dt.date(year, 1, 1)


def _choose_from_publication(words: Words, code: str, context: Context) -> tuple[int, str, str]:
    """The year of a season told from publication."""
    base = context.published or dt.date.min
    step, begun = words.read_number("direction"), _starts(base.year, code) <= base
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
    return base.year - (not begun and not context.looks_ahead(words)), "completed", _LATEST
