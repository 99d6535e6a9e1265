"""A date that someone typed -> its days. It refuses what names no date, several, half of one, or more than a date.

It guesses nothing: words that no date accounts for are refused, and whatever the screen says a date in can be typed.
"""

import dataclasses
import datetime as dt
import functools
import re
import string
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from timeline.dates.calendar.edtf import parse_edtf
from timeline.dates.calendar.seconds import read_seconds
from timeline.dates.find import LANGUAGES, find_dates
from timeline.dates.mention import DateMention
from timeline.dates.typed.days import Days
from timeline.dates.typed.forms import leaves_century_open, read_form, tidy
from timeline.errors import DateError
from timeline.vocabulary import Extent, Precision

__all__ = ["find_figure_order", "read_days"]

_ACCEPTED: Final = (
    "give a day (14 July 2025, 2025-07-14), a month (July 2025), a year, part of one (early 2025), a period (26 July – "
    "3 August 2025, since 2022), bounds (between 4 and 9 June 2025) or EDTF (2022/..)"
)
_LONGEST: Final = 200  # characters; no date takes more
_UNITS: Final = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
_BASIC = re.compile(r"((?:1[4-9]|20)\d\d)([01]\d)([0-3]\d)")  # ISO 8601 without its hyphens
_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/.-](\d{4})")
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)\b.*")
_SERIAL = re.compile(r"([2-6]\d{4})(?:\.\d+)?")  # from 1954 to 2091
_FIRST_DAY = dt.date(1899, 12, 30)  # from which Excel counts, as it has a 29 February 1900
_BEFORE_CHRIST = re.compile(r"\d\s?B\.?C\.?(?:E\.?)?(?!\w)")
_COMMAS = re.compile(r"(\d{4}),(\d\d?)(?:,(\d\d?))?")  # as old TimelineJS has them
_WHOLE_YEAR = re.compile(r"\d{1,4}\.0")  # a year from a column in which others are missing
_JOINTS = frozenset(
    "from since until till to through and between the of on in at by during before after year le den am el il".split()
)
"""What may stand around and between dates without a meaning that the date reader has not taken."""

_OPEN = frozenset("present today now ongoing date".split())


def read_days(value: object, published: dt.date | None = None, *, order: str | None = None) -> Days:
    """What `value` says: a day, a timestamp, EDTF, or words that name one date; with `published` also "today".

    Words may be English or another language whose dates are read, and may name the first and the last day of a period
    ("3-5 May 2025", "since 2022"). `order` is that of days and months in figures (``"dmy"`` or ``"mdy"``).

    Raises
    ------
    DateError
        For words that name no date, several, or one that needs an anchor they do not have.

    Examples
    --------
    >>> read_days("3-5 May 2025").last, read_days("14. Juli 2025").first, read_days("20250714").precision
    (datetime.date(2025, 5, 5), datetime.date(2025, 7, 14), 'day')
    >>> [read_days(text).edtf for text in ("on or before 5 May 2025", "3 or 4 May 2025")]
    ['[..2025-05-05]', '[2025-05-03,2025-05-04]']
    >>> read_days("3/4/2025")
    Traceback (most recent call last):
    timeline.errors.DateError: '3/4/2025' can be 2025-03-04 or 2025-04-03; write it as one of these
    """
    if isinstance(value, dt.date):  # a Timestamp and a datetime are dates, too
        day = dt.date(value.year, value.month, value.day)
        return Days(first=day, last=day, precision=Precision.DAY)
    if len(str(value)) > _LONGEST:
        raise _make_error(value)
    text, doubt = tidy(_tidy(str(value)))
    if second := read_seconds(text):
        said = f"{value!r} is read as a time since 1970"
        return Days(first=second, last=second, precision=Precision.DAY, reading=said)
    _refuse_others(text, value)
    if doubt:
        return dataclasses.replace(read_days(text, published, order=order), reading=f"{value!r} is not certain")
    if (read := parse_edtf(text)) is not None:
        return Days(first=read[0], last=read[1], precision=read[2], span=read[3], edtf=text)
    if leaves_century_open(text) and published is None:
        raise DateError(f"{value!r} leaves the century open; write its year with four digits")
    if form := read_form(text, functools.partial(read_days, published=published, order=order)):
        return form
    # In running text "may" is a verb and "sun" a star; whoever types a date means the month and the day.
    for words in dict.fromkeys((text, string.capwords(text))):
        if days := _read_words(words, published, order):
            return days
    raise _make_error(value)


def _read_words(text: str, published: dt.date | None, order: str | None) -> Days | None:
    """The days that `text` names in the first language that makes one date of all of it; None where none does.

    Raises
    ------
    DateError
        For a date in figures that can be two days.
    """
    for language in ("en", *(LANGUAGES if any(c.isalpha() for c in text) or not text.isascii() else ())):
        mentions = find_dates(text, published, order=order, language=language)
        if days := _read_whole(text, mentions):
            return _bound(days)
        if len(mentions) == 1 and mentions[0].text == text and mentions[0].is_open:
            readings = " or ".join(day.isoformat() for day in mentions[0].open_days)
            raise DateError(f"{text!r} can be {readings}; write it as one of these")
    return None


def _bound(days: Days) -> Days:
    """`days`, as bounds where a point lies within more than one day, month or year."""
    unit = Precision(days.precision)
    if unit not in _UNITS or days.span != Extent.POINT or not (days.first and days.last):
        return days
    longer = (days.last - days.first).days >= unit.longest
    return dataclasses.replace(days, precision=Precision.BOUNDED) if longer else days


def _make_error(value: object) -> DateError:
    return DateError(f"{str(value)[:_LONGEST]!r} is not read as one date; {_ACCEPTED}")


def _refuse_others(text: str, value: object) -> None:
    """Raise a `DateError` for days of other calendars: the numbers of spreadsheets, and years before the first."""
    if number := _SERIAL.fullmatch(text):
        day = _FIRST_DAY + dt.timedelta(int(number[1]))
        raise DateError(f"{value!r} is a number, by which spreadsheets mean {day}; write it as that day")
    if _BEFORE_CHRIST.search(text):
        raise DateError(f"{value!r} lies before the year 1, of which no days are kept; give it in the title")


def find_figure_order(values: Iterable[object]) -> str | None:
    """The order of days and months (``"dmy"`` or ``"mdy"``) in `values` such as ``14/07/2025``; None where none shows.

    Examples
    --------
    >>> find_figure_order(["3/4/2025", "25/12/2025"]), find_figure_order(["3/4/2025"])
    ('dmy', None)
    """
    found = [m for value in values if isinstance(value, str) and (m := _FIGURES.fullmatch(value.strip()))]
    slashed = [m for m in found if m[2] != "."]
    orders = {"dmy" if int(m[1]) > 12 else "mdy" for m in slashed if (int(m[1]) > 12) != (int(m[3]) > 12)}
    return orders.pop() if len(orders) == 1 else None


def _tidy(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).strip()
    if text.endswith((" 00:00:00", "T00:00:00")):
        text = text[:-9]
    if _WHOLE_YEAR.fullmatch(text):
        return text[:-2]
    if month := _MONTH.fullmatch(text):
        return f"{month[2]}-{int(month[1]):02}"
    if parts := _COMMAS.fullmatch(text):
        return "-".join(part.zfill(2) for part in parts.groups() if part)
    basic = _BASIC.fullmatch(text)
    return "-".join(basic.groups()) if basic else text


def _read_whole(text: str, mentions: Sequence[DateMention]) -> Days | None:
    """The days that `mentions` name, if they are one date or period and all that `text` says."""
    spans = {(m.first, m.last) for m in mentions}
    if len(spans) != 1 or any(m.is_open or not m.precision for m in mentions) or spans == {(None, None)}:
        return None
    rest = text
    for mention in reversed(mentions):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    words = set(re.findall(r"\w+", rest.casefold()))
    mention = mentions[0]
    is_open = mention.span == Extent.POINT and bool(words & _OPEN or words == {"from"})
    if words - _JOINTS - _OPEN or (words & _OPEN and not is_open) or re.search(r"[^\w\s,.–—-]", rest):
        return None
    return Days(
        first=mention.first,
        last=None if is_open else mention.last,
        precision=mention.precision or "",
        span=Extent.PERIOD if is_open else mention.span,
        reading=mention.reading,
    )
