"""Readers of days that have a name: holidays whose day can be computed, days named once, times that cannot be read."""

import datetime as dt
import re

from timeline.dates.calendar import spans
from timeline.dates.engine import _words, cues
from timeline.dates.engine._words import TEXT_DIRECTIONS
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Found, Reading, Words, make_stretch, make_unresolved, read_as
from timeline.dates.engine.tense import Tense
from timeline.dates.readers.years import read_said_year

__all__ = ["read_holiday", "read_named_day", "read_uncountable_day"]

_STORY = "year of the date before it"


def read_holiday(words: Words, context: Context) -> Found:  # noqa: PLR0911 one return a rule
    """A holiday whose day is fixed or can be computed: "Christmas 2007", "Easter Monday", "9/11"."""
    rule = words.read_value("holiday")
    if not isinstance(rule, tuple):
        return None
    if cues.is_before_season(context.read_after(words.last)):
        return (
            None if words.read_word("holiday") == "new year" else make_stretch("PXD")
        )  # "Christmas sales" are not on Christmas Day
    index = words.find("holiday")
    text = words.tokens.text
    if cues.is_capital_name(text, words.tokens.starts[index], words.tokens.ends[index]):
        return None  # "the Good Friday Agreement"
    if _PACT.match(context.read_after(words.last)):
        return None
    if rule[0] == "primary":
        return _read_super_tuesday(words, context)
    if rule[0] == "once":
        return read_as(spans.from_date(_find_holiday(rule, 1)), "explicit", "the day of that name")
    found = read_said_year(words, context)
    if not found and context.narrative and context.story:
        found = context.story.year, "completed", _STORY
    if found:
        return read_as(spans.from_date(_find_holiday(rule, found[0])), found[1], f"holiday, {found[2]}")
    return _count_holiday(rule, words, context)


def _count_holiday(rule: tuple[object, ...], words: Words, context: Context) -> Found:
    """A holiday without a year: "the following Easter" counts from the last date before it, others from publication."""
    if words.read_word("direction") in TEXT_DIRECTIONS and context.previous_days:
        counted = _read_from_publication(rule, words, context, context.previous_days[1])
        how = "holiday counted from the date before it"
        return counted._replace(basis="anchored", how=how) if counted else None
    if not context.published:
        return make_unresolved("XXXX-XX-XX", "holiday; the year is missing")
    return _read_from_publication(rule, words, context, context.published)


_PACT = re.compile(r"\s(?:peace\s)?(?:agreement|accords?|deal|pact)\b")  # "the Good Friday peace deal"


def _read_from_publication(
    rule: tuple[object, ...], words: Words, context: Context, published: dt.date
) -> Reading | None:
    step = words.read_number("direction")
    verdict = None if step else context.judge_tense(words)
    dates = [_find_holiday(rule, published.year + years) for years in (-1, 0, 1) if 1 < published.year + years < 9999]
    if step == -1:
        dates = [date for date in dates if date < published][-1:]
    elif step == 1 or (verdict and verdict.tense is Tense.COMING):
        dates = [date for date in dates if date >= published][:1]
    elif verdict and verdict.plain:
        dates = [date for date in dates if date <= published][-1:]
    date = min(dates, key=lambda date: abs((date - published).days), default=published)
    how = f"holiday, as the clause looks (“{verdict.words}”)" if verdict else "holiday nearest publication"
    reading = read_as(spans.from_date(date), "relative" if step else "completed", how)
    return reading._replace(decided_by=verdict.words) if reading and verdict else reading


def _find_holiday(rule: tuple[object, ...], year: int) -> dt.date:
    """The day of a holiday in `year`: ("fixed", 12, 25) in 2007 is 25 December 2007."""
    kind, *numbers = rule
    n = [number for number in numbers if isinstance(number, int)]
    if kind == "once":
        return dt.date(*n)
    if kind == "fixed":
        return dt.date(year, n[0], n[1])
    if kind == "easter":
        return spans.compute_easter(year) + dt.timedelta(days=n[0])
    if kind == "after_nth":  # so many days after the nth weekday of a month
        return spans.find_nth_weekday(year, *n[:3]) + dt.timedelta(days=n[3])
    return spans.find_nth_weekday(year, *n)


def _read_super_tuesday(words: Words, context: Context) -> Found:
    """The day on which most states of the US vote: in the stated year, else the last one on or before publication."""
    found = read_said_year(words, context)
    days = {year: dt.date(year, month, day) for year, month, day in _words.SUPER_TUESDAYS}
    if found:
        date = days.get(found[0])
    else:
        past = [day for day in days.values() if context.published and day <= context.published]
        coming = [day for day in days.values() if context.published and day > context.published]
        date = next(iter(coming), None) if context.looks_ahead(words) else next(iter(reversed(past)), None)
    if date is None:
        return make_unresolved("XXXX-XX-XX", "Super Tuesday; of which year is not said")
    return read_as(spans.from_date(date), "explicit" if found else "completed", "Super Tuesday of that year")


def read_named_day(words: Words, context: Context) -> Found:
    """A day that stands for what happened on it: "9/11", "the 7/7 bombings"."""
    year, month, day = _words.NAMED_FIGURES[words.read_word("named_day")]
    reading = read_as(spans.day(year, month, day), "explicit", "the day of that name")
    named = cues.is_before_name(context.read_after(words.last))
    return reading._replace(is_name=True) if reading and named and not _is_bounded(words, context) else reading


def _is_bounded(words: Words, context: Context) -> bool:
    """Whether the day only bounds the date: "after 9/11"."""
    return context.read_before(words.first, 12).rstrip("the ").endswith(("after", "since", "before", "following"))


def read_uncountable_day(words: Words, context: Context) -> Found:
    """A stated time that no rule can turn into days: Ramadan, Golden Week; it stays unresolved, with its words."""
    if context.narrative or not _DURING.search(context.read_before(words.first, 30)):
        return None
    if _OF_NAME.match(words.tokens.text, words.tokens.ends[words.last - 1]):
        return None
    return make_unresolved("XXXX-XX-XX", f"{words.text}; its days cannot be computed")


_DURING = re.compile(
    r"\b(?:during|over|on|at|for|before|after|since|until|in|of)\s(?:the\s(?:[\w-]+\s){0,3}(?:of\s)?)?$"
)
_OF_NAME = re.compile(r"\s[A-Z]")
