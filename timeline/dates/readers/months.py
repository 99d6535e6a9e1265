"""Readers of days and months: "3 May 2012", "May 3–5", "Friday, July 11", "in June", "the 12th", "last March"."""

import re
from collections.abc import Callable

from timeline.dates.calendar import spans
from timeline.dates.calendar.spans import Span
from timeline.dates.engine import cues
from timeline.dates.engine._words import MONTH_ABBREVIATIONS, NAMED_DAYS, NEEDS_CUE
from timeline.dates.engine.context import Context, Year
from timeline.dates.engine.matches import (
    NO_DATE,
    Choice,
    Found,
    Reading,
    Words,
    make_unresolved,
    name_span,
    read_as,
)
from timeline.dates.engine.tense import Tense
from timeline.dates.engine.tokens import CODE
from timeline.dates.readers.figures import complete_year
from timeline.dates.readers.years import make_before_christ, names_other_unit, read_said_year

__all__ = [
    "read_day",
    "read_day_list",
    "read_day_with_short_year",
    "read_month",
    "read_nights",
    "read_no_day",
    "read_year_first",
]

_MONTHS = ("month", "month_short")
_DAYS = ("day", "day_ordinal", "ordinal", "day_dot")

# A list or range whose last date has the year: "June–July 1941", "3 May to 5 June 2012", "January and June last year"
_YEAR_AHEAD = re.compile(
    "[{dash}{to}{and}{or}{comma}{until}{stroke}]{{1,2}}{part}?{dash}?(?:{the}?[{day}{day_ordinal}]{of}?)?"
    "(?:{season}{of}?|[{month}{month_short}](?:[{day}{day_ordinal}])?{comma}?[{of}{in}]?)"
    "(?:{year}|[{the}{this}]?[{direction}{this}]{unit})".format(**CODE)
)


def _find_year_ahead(words: Words, month: int, context: Context) -> int | None:
    """The year of the date this one is listed with; the year before, where that one is the earlier month."""
    tokens = words.tokens
    match = _YEAR_AHEAD.match(tokens.codes, words.last)
    if not match:
        return None
    listed = words.take_part(*match.span())
    named, other = read_said_year(listed, context), listed.read_number(*_MONTHS)
    if named is None:
        return None  # "in March and April this week"
    year = named[0]
    if not other:
        return year  # "from March to autumn 2003"
    return year - (month > other)


def _find_year(words: Words, month: int, day: int, context: Context) -> Year | None:
    """The year the words give or imply, its basis, and how it was found."""
    named = read_said_year(words, context)
    if named:
        return Year(*named)
    if words.has("unit"):
        return None
    ahead = _find_year_ahead(words, month, context)
    if ahead:
        return Year(ahead, "completed", "year of the date it is listed with")
    start = context.read_range_start(words)
    if start:
        return Year(start.year + (month < start.month), "completed", "the first after the date the range begins with")
    return context.choose_year(month, day, words)


def _make_day(words: Words, month: int, day: int, context: Context) -> Reading | None:
    """The reading of a day of a month; None where no year has it or the year found does not."""
    if not spans.day(2000, month, day):
        return make_unresolved("XXXX-XX-XX", "a day that no year has")
    found = _find_year(words, month, day, context)
    if not found:
        return make_unresolved(f"XXXX-{month:02}-{day:02}", "day and month; the year is missing")
    return _build_in_year(found, lambda year: spans.day(year, month, day))


def _build_in_year(found: Year, build: Callable[[int], Span | None]) -> Reading | None:
    """The reading in the year found, with the other year beside it where the tense chose."""
    reading = read_as(build(found.year), found.basis, found.how)
    if reading is None:
        return make_unresolved("XXXX-XX-XX", "a day that year does not have")
    if not found.past:
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


def read_day(words: Words, context: Context) -> Found:  # noqa: PLR0911 one return a rule
    """A day of a month, with or without its year: "3 May 2012", "May 3rd", "Friday, July 11"."""
    month, day = words.read_number(*_MONTHS), words.read_number(*_DAYS)
    if not month or not day or names_other_unit(words):
        return None
    if words.has("day_dot") and not (words.has("year") or _DATED_BEFORE.search(context.read_before(words.first, 12))):
        return None  # "He lives in Ward 5. May was wet"
    if (
        words.has("ordinal")
        and words.find("ordinal") > words.find(*_MONTHS)
        and not words.has("the")
        and not _is_bare_ordinal(words, context)
    ):
        return _read_month_alone(words, words.find(*_MONTHS), context)  # "in March first aid"
    day_at, month_at = words.find(*_DAYS), words.find(*_MONTHS)
    if day_at > month_at and not words.has("year") and _counts_things(words, day_at, context):
        return _read_month_alone(words, month_at, context)
    reading = _make_day(words, month, day, context)
    if not reading:
        return NO_DATE
    if (month, day) in NAMED_DAYS and words.find("year", "unit") < 0:
        reading = _read_named_day(month, day, words, context) or reading
    adjective = words.codes[0] == CODE["the"] and words.tokens.codes[day_at] in CODE["day"] + CODE["day_ordinal"]
    if adjective and cues.is_before_noun(context.read_after(words.last)):
        return reading._replace(begin=words.first + 1, end=words.last)  # "the 3 May raid"
    return reading


def _read_named_day(month: int, day: int, words: Words, context: Context) -> Reading | None:
    """A day that stands for what happened on it: "the 7 October attack", "the lessons of September 11".

    It is a name, and dates nothing, where it is the adjective of that.
    """
    before, named = context.read_before(words.first, 40), cues.names_day(context.read_after(words.last))
    year = NAMED_DAYS[month, day]
    span = spans.day(year, month, day)
    over = context.published is None or (span is not None and span.first is not None and span.first < context.published)
    if not over or not (named or cues.recalls_day(before)):
        return None
    reading = read_as(span, "explicit", "the day of that name")
    bounded = before.removesuffix("the ").endswith(("after ", "since ", "before ", "following "))
    return reading._replace(is_name=named and not bounded) if reading else None


def _is_bare_ordinal(words: Words, context: Context) -> bool:
    """Whether an ordinal in words after a month is its day: "on March eighth"."""
    after = context.read_after(words.last)
    return words.has("year") or not (cues.is_before_noun(after) or after[:1] == "-")


_DATED_BEFORE = re.compile(r"(?:^|\n|\b(?:on|of|dated|from|to|until|since|by|the|before|after|am|den|vom)\s)$")


def read_day_with_short_year(words: Words, context: Context) -> Found:
    """A day, month and two figures of the year: "5-May-24"."""
    month, [day, year] = words.read_number(*_MONTHS), words.list_values("day", "number", "year")
    if not month or not isinstance(day, int) or not isinstance(year, int):
        return None
    full = year if year > _CENTURY else complete_year(f"{year:02}", context.published)
    return read_as(spans.day(full, month, day), "explicit", "day, month and year") or NO_DATE


_CENTURY = 99


def read_year_first(words: Words, context: Context) -> Found:
    """A year before its month and day: "2019-June-09", "2014, Feb 17", "2017 Nov"."""
    year, month, day = words.read_number("year"), words.read_number(*_MONTHS), words.read_number("day", "day_ordinal")
    if not year or not month:
        return None
    if not day and words.read_word(*_MONTHS) in NEEDS_CUE - set(MONTH_ABBREVIATIONS):
        return None  # "in 2019 May resigned"
    if day and _counts_things(words, words.find("day", "day_ordinal"), context):
        return None
    span = spans.day(year, month, day) if day else spans.month(year, month)
    return read_as(span, "explicit", "as written") or NO_DATE


def _counts_things(words: Words, index: int, context: Context) -> bool:
    """Whether the number after a month counts what follows it: "in March 12 ships"."""
    after = context.read_after(index + 1)
    if words.tokens.codes[index] != CODE["day"]:
        return False
    return cues.is_before_counted(after) or (
        context.read_before(words.first, 4).endswith("in ") and cues.is_before_plural(after)
    )


def _read_month_alone(words: Words, index: int, context: Context) -> Found:
    reading = read_month(words.take_part(index, index + 1), context)
    return reading._replace(begin=index, end=index + 1) if isinstance(reading, Reading) else None


_DAYS_OF_MONTH = 31


def read_no_day(words: Words, _context: Context) -> Found:
    """A number no month has a day for ("32 May 2020"): a stated time that stays unresolved."""
    if not _DAYS_OF_MONTH < (words.read_number("number") or 0) <= _CENTURY:
        return None
    return make_unresolved("XXXX-XX-XX", "a day that no month has")


def read_day_list(words: Words, context: Context) -> Found:
    """Several days of one month, as a list or range: "3–5 May 2012", "May 3 and 5", "the 22nd to the 25th of April"."""
    month = words.read_number(*_MONTHS)
    readings = []
    for i in words.find_all("day", "day_ordinal"):
        value = words.tokens.values[i]
        reading = _make_day(words, month, value, context) if month and isinstance(value, int) else None
        if not reading:
            return NO_DATE
        begin = i
        while begin > words.first and words.tokens.codes[begin - 1] in _BEFORE_DAY:
            begin -= 1
        readings.append(reading._replace(begin=begin, end=i + 1))
    if not words.codes.startswith(CODE["day"]):
        readings[0] = readings[0]._replace(begin=words.first)
    readings[-1] = readings[-1]._replace(end=words.last)
    return tuple(readings)


_BEFORE_DAY = "".join(CODE[name] for name in ("the", "weekday", "weekday_short"))


def read_nights(words: Words, context: Context) -> Found:
    """A night or weekend over two days, a point within both: "the night of 3-4 May", "the weekend of 12-13 July"."""
    last_of = words.tokens.codes.index(CODE["of"], words.first)
    days = read_day_list(words.take_part(last_of + 1, words.last), context)
    if days is None or isinstance(days, Reading) or len(days) != _TWO:
        return None
    one, two = days
    first, last = one.span.first, two.span.last
    if not first or not last or not 0 < (last - first).days <= _TWO:
        return None
    how = f"{words.text.lower()}, {two.how}"
    value = f"{first.isoformat()}TNI" if words.has("daypart") else one.span.value
    return Reading(Span(value, first, last, "bounded"), "DATE", two.basis, how)


_TWO = 2


def read_month(words: Words, context: Context) -> Found:
    """A month, with or without its year: "March 2013", "February of 1940", "in June"."""
    index, month = words.find(*_MONTHS), words.read_number(*_MONTHS)
    bare = words.find("year", "short_year", "unit") < 0
    if not month or names_other_unit(words) or (bare and not _is_month(words, index, context)):
        return None
    if context.before_christ and bare:
        return make_before_christ(f"BC{context.before_christ:04}-{month:02}")
    found = _find_year(words, month, 0, context)
    if not found:
        return make_unresolved(f"XXXX-{month:02}", "month; the year is missing")
    return _build_in_year(found, lambda year: spans.month(year, month))


def _is_month(words: Words, index: int, context: Context) -> bool:  # noqa: PLR0911 one return a rule
    """Whether a month's name without day or year is the month, not a person, a verb or a march."""
    word = words.read_at(index).rstrip(".")
    tokens = words.tokens
    if _is_name(words, index, word):
        return False
    if word == "may" and context.knows_may and not _SURELY_MAY.search(context.read_before(index, 20)):
        return False
    if word not in NEEDS_CUE:
        return True
    before = context.read_before(index, 14)
    if _PART_OF.search(before) or _MONTH_AHEAD.match(tokens.codes, index + 1):
        return True  # "April to July 2022"
    if context.read_since_previous(index) and _FIGURES.match(context.read_after(index + 1)):
        return True  # "rose in September, while August was revised"
    if not cues.follows_date_cue(before):
        return False
    if _AND.search(before) and words.tokens.codes[max(0, index - 2)] not in _DATED:
        return False
    doubtful = word in ("may", "march") and _DOUBTFUL.search(before)
    if not doubtful:
        return True
    after = context.read_after(index + 1)
    if word == "may" and _PERSON_DOES.match(after):
        return False  # "On March 29, May triggers the clause"
    return bool(_AS_MONTH.match(after))


_FIGURES = re.compile(
    r"(?:'s)?\s(?:was\srevised|were\srevised|figures?|data|payrolls|sales|output|orders|reading|level)\b"
)
_MONTH_AHEAD = re.compile(
    "[{to}{dash}{until}{and}{stroke}]{part}?{dash}?[{month}{month_short}]{comma}?{year}".format(**CODE)
)


def _is_name(words: Words, index: int, word: str) -> bool:
    """Whether a month's name is part of a person's or a thing's: "Jan Novak", "Carl-August", "June Carter Street"."""
    tokens, start = words.tokens, words.tokens.starts[index]
    if cues.is_capital_name(tokens.text, start, tokens.ends[index]):
        return True
    if _HYPHENATED.search(tokens.text, max(0, start - 20), start) and tokens.codes[index - 2 : index - 1] not in _DATED:
        return True  # not "June-August"
    return word in MONTH_ABBREVIATIONS and _SURNAME.match(tokens.text, tokens.ends[index]) is not None


_HYPHENATED = re.compile(r"\b[A-Z][a-z]+-$")
_PART_OF = re.compile(r"\b(?:end|start|mid|early|late)-$")
_SURNAME = re.compile(r"\s[A-Z][a-z]")
_SURELY_MAY = re.compile(
    r"\b(?:in|since|until|last|next|this|early|late|mid|by|end of|during|throughout|and|from|to)[\s-]+$"
)
_PERSON_DOES = re.compile(
    r"\s(?:[a-z]+(?:s|ed)|said|told|will|would|won|lost|made|took|met|went|held|flew|gave|spoke|sent|led|did|has|had)\b"
)


_AND = re.compile(r"\b(?:and|or)\s$")
_DATED = "".join(CODE[name] for name in ("month", "month_short", "year", "day", "season", "part"))
_DOUBTFUL = re.compile(r"(?:\b(?:the|and|a|this|that)|[-–—/(,;:])\s*$")
_AS_MONTH = re.compile(r"\s(?!(?:on|of|said|to|was|is|has|had|in|through|will|and|at|for|from)\b)[a-z]|\s?[),;–-]")
