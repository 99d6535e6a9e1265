"""Readers of days and months told before or counted: "the 12th", "that July", "last March", "the previous October"."""

import datetime as dt
import re

from timeline.dates.calendar import spans
from timeline.dates.calendar.spans import Span
from timeline.dates.engine._words import TEXT_DIRECTIONS
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Found, Words, make_unresolved, name_day, read_as, read_by_tense
from timeline.dates.engine.tense import Tense, Verdict
from timeline.dates.engine.which_year import find_month_days_around

__all__ = ["read_day_of_month", "read_directed_month", "read_month_of_previous_year"]

_MONTHS = ("month", "month_short")
_DAYS_OF_MONTH = 31


def read_day_of_month(words: Words, context: Context) -> Found:
    """A day whose month was told before, or else is that of publication or next to it: "on the 12th"."""
    number = words.read_number("day_ordinal") or 0
    if not _ON.search(context.read_before(words.first, 14)) or _THING.match(context.read_after(words.last)):
        return None
    verdict = None if context.narrative else context.judge_tense(words)
    tense = verdict.tense if verdict else Tense.PAST
    month = _find_previous_month(words, number, context)
    published = None if context.narrative else context.published
    if month and not _contradicts(verdict, month.first, published):
        return read_as(month, "anchored", "day of the month told before")
    if published is None:
        return None
    past, coming = (spans.from_date(day) if day else None for day in find_month_days_around(published, number))
    return read_by_tense(past, coming, tense, verdict, "relative", "day of that number")


def _contradicts(verdict: Verdict | None, day: dt.date | None, published: dt.date | None) -> bool:
    """Whether a verb that leaves no doubt puts the day on the other side of publication."""
    if not verdict or not verdict.plain or not published or not day:
        return False
    return day > published if verdict.tense is Tense.PAST else day < published


def _find_previous_month(words: Words, number: int, context: Context) -> Span | None:
    """The day of the month that was told shortly before; None where none was, or only a longer time."""
    told = context.previous_days
    if not told or (told[1] - told[0]).days > _DAYS_OF_MONTH or not (context.narrative or context.is_near(words.first)):
        return None
    return spans.day(told[0].year, told[0].month, number)


_ON = re.compile(r"\b(?:on|by|until|since|from|and|to)\s$|\b(?:morning|afternoon|evening|night)\sof\s$")
_THING = re.compile(r"-|\s(?!(?:and|or|to|the|an?|in|at|he|she|they|it|when|after|with|but|of|for|was|were)\b)\w")


def read_month_of_previous_year(words: Words, context: Context) -> Found:
    """A month of the year told: "It set out in June 1845. It was last seen that July"."""
    month, told = words.read_number(*_MONTHS) or 0, context.previous_days
    if not told or (told[1] - told[0]).days > _DAYS_OF_YEAR or not context.is_near(words.first):
        return None
    if _SAID_THAT.search(context.read_before(words.first, 16)) or not _PHRASE_ENDS.match(
        context.read_after(words.last)
    ):
        return None  # "said that July sales had fallen"
    span = spans.month(told[0].year + (month < told[0].month), month)
    return read_as(span, "anchored", "month of the year told before")


_DAYS_OF_YEAR = 366
_SAID_THAT = re.compile(r"\b(?:sa(?:id|ys?|ying)|tells?|told|show(?:s|ed)|announced|confirmed|so|hoped?)\s$")
_PHRASE_ENDS = re.compile(
    r"\s*(?:[.,;:)]|$|\n|\s(?:and|but|when|after|before|to|in|at|with|by|as|for|from|on|he|she|they|it|the|an?)\b)"
)


def read_directed_month(words: Words, context: Context) -> Found:
    """A month and a direction: "last March", "next May", "this June", "the previous October"."""
    month, step = words.read_number(*_MONTHS), words.read_number("direction") or 0
    anchor = context.anchor
    if not month:
        return None
    if not anchor:
        return make_unresolved(f"XXXX-{month:02}", "month; the publication date is missing")
    base, basis = anchor
    if words.read_word("direction") in TEXT_DIRECTIONS and context.previous_days:
        base, basis = context.previous_days[0], "anchored"
    year = base.year
    if step < 0:
        year -= month >= base.month
    elif step > 0:
        year += month <= base.month
    elif words.has("this") and month > base.month and not context.narrative and context.is_past(words):
        year -= 1  # "when I met him this May", said in January
    return read_as(spans.month(year, month), basis, f"{words.text.lower()}, counted from {name_day(base)}")
