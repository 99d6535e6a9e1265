"""Readers of dates written in figures alone: ISO 8601, ``13/11/2023``, ``10/30/89``, ``3.5.2023``."""

import dataclasses
import datetime as dt
import re

from timeline.dates.calendar import spans
from timeline.dates.calendar.spans import Span
from timeline.dates.engine import cues
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import NO_DATE, Choice, Found, Reading, Words, name_day, name_span, read_as
from timeline.dates.engine.tokens import CODE, Tokens

__all__ = ["complete_year", "find_order", "read_basic", "read_figures", "read_iso", "read_iso_week"]

_NUMERIC = CODE["numeric"]
_TWO_NUMBERS = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-]\d")


def read_iso(words: Words, _context: Context) -> Found:
    """``2025-07-14``, with or without a time of day."""
    text = words.read_word("iso")
    span = spans.day(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if not span:
        return NO_DATE
    if len(text) == len("2025-07-14"):
        return read_as(span, "explicit", "ISO 8601 date")
    value = f"{text[:10]}T{text[11:].upper()}"
    return Reading(dataclasses.replace(span, value=value), "TIME", "explicit", "ISO 8601 date and time")


def read_iso_week(words: Words, _context: Context) -> Found:
    """An ISO week or a day of one: "2024-W20", "2024-W20-3"."""
    match = re.fullmatch(r"(\d{4})-?w(\d\d)(?:-?(\d))?", words.read_word("iso_week"))
    try:
        date = dt.date.fromisocalendar(int(match[1]), int(match[2]), int(match[3] or 1)) if match else None
    except ValueError:  # not every year has a week 53
        return NO_DATE
    if match is None or date is None:
        return NO_DATE
    return read_as(spans.from_date(date) if match[3] else spans.week(date), "explicit", "ISO 8601 week")


def read_basic(words: Words, context: Context) -> Found:
    """``20240505`` where a word stands before it that goes with days; elsewhere it is an id."""
    text, before = words.read_word("basic"), context.read_before(words.first, 16)
    if not _DATED.search(before) or cues.is_numbered(before):
        return None
    return read_as(spans.day(int(text[:4]), int(text[4:6]), int(text[6:])), "explicit", "ISO 8601 basic date")


_DATED = re.compile(r"(?:\b(?:on|dated?|since|until|till|by|before|after|of|from|between|and|to)|[(:])\s?$")
_EARLIEST, _LATEST = 1000, 2199  # years in four figures


def complete_year(written: str, published: dt.date | None) -> int:
    """A year of two or four digits; of two, the last such year up to twenty years after publication.

    Examples
    --------
    >>> complete_year("12", dt.date(2025, 1, 1)), complete_year("89", dt.date(2025, 1, 1))
    (2012, 1989)
    """
    number = int(written)
    if len(written) > 2:
        return number
    today = published.year if published else 2000
    year = today - today % 100 + number
    return year - 100 if year > today + 20 else year


def read_figures(words: Words, context: Context) -> Found:
    """Day, month and year in figures: both readings where day and month could change places."""
    text = words.read_word("numeric")
    parts = re.split(r"[/.-]", text)
    if cues.is_numbered(context.read_before(words.first)):
        return NO_DATE  # "version 10.5.12"
    if len(parts[0]) == 4 and not _EARLIEST <= int(parts[0]) <= _LATEST:
        return NO_DATE
    if len(parts[0]) == 4:
        return (
            read_as(spans.day(int(parts[0]), int(parts[1]), int(parts[2])), "explicit", "year, month, day") or NO_DATE
        )
    year = complete_year(parts[2], context.published)
    day_first = spans.day(year, int(parts[1]), int(parts[0]))
    month_first = spans.day(year, int(parts[0]), int(parts[1]))
    order = "dmy" if "." in text else context.order
    if day_first and month_first and order:
        return read_as(
            day_first if order == "dmy" else month_first, "explicit", "figures, in the order the document uses"
        )
    if day_first and month_first and day_first != month_first:
        return _read_either(day_first, month_first)
    return read_as(day_first or month_first, "explicit", "day, month, year in figures") or NO_DATE


def _read_either(day_first: Span, month_first: Span) -> Reading | None:
    both = [(day_first, "day before month"), (month_first, "month before day")]
    days = sorted(span.first for span, _ in both if span.first)
    how = f"figures that are {name_day(days[0])} or {name_day(days[-1])}"
    span = Span(month_first.value, days[0], days[-1], "bounded")
    either = tuple(
        Choice(each, None, f"{order}: {name_span(each)}") for each, order in sorted(both, key=_find_first_day)
    )
    return Reading(span, "DATE", "explicit", how, alternatives=either)


def _find_first_day(choice: tuple[Span, str]) -> dt.date:
    return choice[0].first or dt.date.min


def find_order(tokens: Tokens) -> str | None:
    """``"dmy"`` or ``"mdy"``, where the dates of the text that can be read one way only agree on it, else None."""
    orders = set()
    for index in _list_indexes(tokens.codes, _NUMERIC):
        if match := _TWO_NUMBERS.match(str(tokens.values[index])):
            one, two = int(match[1]), int(match[2])
            orders |= {"dmy"} if one > 12 >= two else {"mdy"} if two > 12 >= one else set()
    return orders.pop() if len(orders) == 1 else None


def _list_indexes(codes: str, code: str) -> list[int]:
    found, at = [], codes.find(code)
    while at >= 0:
        found.append(at)
        at = codes.find(code, at + 1)
    return found
