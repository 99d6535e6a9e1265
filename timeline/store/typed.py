"""What somebody typed for a date -> the days it says: one date, or two ends and what stands between them.

It reads more than `timeline.table.read_days` (one date that stands for itself): "since 2022", "3-5 May 2025", "between
4 and 9 June", "on or before Friday", and whatever the screen says a date in, so that it can be typed back. It guesses
nothing: words that no date accounts for are refused.
"""

import contextlib
import dataclasses
import datetime as dt
import re
import string
from collections.abc import Sequence
from typing import Final

from timeline.dates import DateMention, find_dates, to_edtf
from timeline.errors import DateError
from timeline.table import Days, read_days
from timeline.vocabulary import Extent, Precision

__all__ = ["read_typed"]

_AROUND: Final = re.compile(
    r"(?:\b(?:on|in|at|by|during|from|to|through|until|till|since|between|and|before|after|the|of|year)\b|[\s,.–—-])*",
    re.IGNORECASE,
)
"""What may stand around and between dates without a meaning that the date reader has not taken."""

_WEEK: Final = re.compile(r"(?:the |in the )?week of (?P<day>.+)", re.IGNORECASE)
_OR: Final = re.compile(r"\s+or\s+", re.IGNORECASE)
_SIDE: Final = re.compile(r"on or (?P<side>before|after) (?P<day>.+)", re.IGNORECASE)
_LONGEST: Final = 200
_UNITS: Final = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
_ACCEPTED: Final = (
    "give a day (14 July 2025), a month (July 2025), a year, part of one (early 2025), a period (26 July – 3 August "
    "2025, since 2022), bounds (between 4 and 9 June 2025) or EDTF (2022/..)"
)


def read_typed(text: str, published: dt.date | None = None) -> Days:
    """What `text` says, always with its EDTF form; ``""`` is undated. `published` anchors words such as "on Monday".

    Raises
    ------
    DateError
        For words that name no date, or several, or more than a date.

    Examples
    --------
    >>> [read_typed(text).edtf for text in ("3-5 may 2025", "since 2022", "between 4 and 9 June 2025")]
    ['2025-05-03/2025-05-05', '2022/..', '[2025-06-04..2025-06-09]']
    >>> read_typed("on or before 5 May 2025").edtf, read_typed("on Monday", dt.date(2025, 7, 16)).first
    ('[..2025-05-05]', datetime.date(2025, 7, 14))
    >>> read_typed("not 5 May 2025")
    Traceback (most recent call last):
    ...
    timeline.errors.DateError: 'not 5 May 2025' is not read as one date; give a day (14 July 2025), ...
    """
    said = " ".join(text.split())
    if not said:
        return Days(first=None, last=None, precision=Precision.UNDATED)
    # In running text "may" is a verb and "sun" a star; whoever types a date means the month and the day.
    for words in (said, string.capwords(said)) if len(said) <= _LONGEST else ():
        with contextlib.suppress(DateError):
            days = _bound(_read(words, published))
            edtf = days.edtf or to_edtf(days.first, days.last, days.precision, days.span)
            return dataclasses.replace(days, edtf=edtf)
    raise _make_error(said)


def _read(text: str, published: dt.date | None) -> Days:
    if week := _WEEK.fullmatch(text):
        return _read_week(read_days(week["day"], published), text)
    if side := _SIDE.fullmatch(text):
        return _open(read_days(side["day"], published), side["side"])
    if len(either := _OR.split(text)) > 1:
        return _read_one_of([read_days(part, published) for part in either], text)
    try:
        return read_days(text, published)
    except DateError:
        return _ends(find_dates(text, published), text)


def _bound(days: Days) -> Days:
    """`days`, as bounds where a point lies within more than one day, month or year."""
    unit = Precision(days.precision)
    if unit not in _UNITS or days.span != Extent.POINT or not (days.first and days.last):
        return days
    longer = (days.last - days.first).days >= unit.longest
    return dataclasses.replace(days, precision=Precision.BOUNDED) if longer else days


def _read_week(days: Days, text: str) -> Days:
    if days.first is None or days.first != days.last:
        raise _make_error(text)
    monday = days.first - dt.timedelta(days=days.first.weekday())
    return Days(first=monday, last=monday + dt.timedelta(days=6), precision=Precision.WEEK, reading="Monday to Sunday")


def _open(days: Days, side: str) -> Days:
    if side == "before":
        return dataclasses.replace(days, first=None, precision=Precision.DAY, edtf="")
    return dataclasses.replace(days, last=None, precision=Precision.DAY, edtf="")


def _read_one_of(parts: Sequence[Days], text: str) -> Days:
    days = sorted({part.first for part in parts if part.first and part.first == part.last})
    if len(days) < 2 or len(days) != len(parts):
        raise _make_error(text)
    listed = ",".join(day.isoformat() for day in days)
    return Days(
        first=days[0], last=days[-1], precision=Precision.BOUNDED, edtf=f"[{listed}]", reading="one of these days"
    )


def _ends(mentions: Sequence[DateMention], text: str) -> Days:
    """The days that one or two dates in `text` give together, if nothing else stands there."""
    said = {(m.first, m.last, m.span) for m in mentions}
    if not mentions or len(said) > 1 or any(m.is_open for m in mentions) or not _is_accounted(mentions, text):
        raise _make_error(text)
    [(first, last, span)] = said
    precision = mentions[0].precision
    if precision is None or (first is None and last is None):
        raise _make_error(text)
    reading = mentions[0].reading if first == last else ""  # that of one end says nothing of the other
    return Days(first=first, last=last, precision=precision, span=span, reading=reading)


def _is_accounted(mentions: Sequence[DateMention], text: str) -> bool:
    """Whether nothing of `text` is left beside its dates but words without a meaning of their own."""
    ends = [0, *(m.end for m in mentions)]
    starts = [*(m.start for m in mentions), len(text)]
    return all(_AROUND.fullmatch(text[end:start].strip()) for end, start in zip(ends, starts, strict=True))


def _make_error(text: str) -> DateError:
    return DateError(f"{text[:_LONGEST]!r} is not read as one date; {_ACCEPTED}")
