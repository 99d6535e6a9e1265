"""A date that someone typed into a cell or field -> its days. It refuses what names no date, several or half of one."""

import dataclasses
import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import cast

from timeline.dates import DateMention, find_dates, parse_edtf, read_seconds
from timeline.dates.readers.foreign import LANGUAGES
from timeline.errors import DateError
from timeline.table.date_forms import leaves_century_open, read_form, tidy
from timeline.vocabulary import Extent, Precision

__all__ = ["NO_DAYS", "Days", "find_figure_order", "read_days"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What one date that someone typed says.

    Attributes
    ----------
    first, last, precision, span
        As in the columns `start`, `end`, `precision` and `span` of the events table.
    edtf
        The EDTF form where that is what was typed, else ``""``.
    reading
        One plain sentence on how words were read, ``""`` where nothing had to be read into them.
    """

    first: dt.date | None
    last: dt.date | None
    precision: str
    span: str = Extent.POINT
    edtf: str = ""
    reading: str = ""


NO_DAYS = Days(first=None, last=None, precision=Precision.UNDATED)

_ACCEPTED = "a day (2025-07-14), a month (2025-04, April 2025), a year (2025) or EDTF (2022/..)"
_BASIC = re.compile(r"((?:1[4-9]|20)\d\d)([01]\d)([0-3]\d)")  # ISO 8601 without its hyphens
_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/.-](\d{4})")
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)\b.*")
_WHOLE_YEAR = re.compile(r"\d{1,4}\.0")  # a year from a column in which others are missing
_JOINTS = frozenset("from since until till to through and between the of on in le den am el il".split())
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
    >>> read_days("3/4/2025")
    Traceback (most recent call last):
    timeline.errors.DateError: '3/4/2025' can be 2025-03-04 or 2025-04-03; write it as one of these
    """
    if isinstance(value, dt.date):  # a Timestamp and a datetime are dates, too
        day = dt.date(value.year, value.month, value.day)
        return Days(first=day, last=day, precision=Precision.DAY)
    text, doubt = tidy(_tidy(str(value)))
    if second := read_seconds(text):
        said = f"{value!r} is read as a time since 1970"
        return Days(first=second, last=second, precision=Precision.DAY, reading=said)
    if doubt:
        return dataclasses.replace(read_days(text, published, order=order), reading=f"{value!r} is not certain")
    if (read := parse_edtf(text)) is not None:
        return Days(first=read[0], last=read[1], precision=read[2], span=read[3], edtf=text)
    if leaves_century_open(text) and published is None:
        raise DateError(f"{value!r} leaves the century open; write its year with four digits")
    if form := read_form(text, functools.partial(read_days, published=published, order=order)):
        return cast("Days", form)
    for language in ("en", *(LANGUAGES if any(c.isalpha() for c in text) or not text.isascii() else ())):
        mentions = find_dates(text, published, order=order, language=language)
        days = _read_whole(text, mentions)
        if days:
            return days
        if len(mentions) == 1 and mentions[0].text == text and mentions[0].is_open:
            readings = " or ".join(day.isoformat() for day in mentions[0].open_days)
            raise DateError(f"{value!r} can be {readings}; write it as one of these")
    raise DateError(f"{value!r} is not a date that stands for itself; give {_ACCEPTED}")


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
    if words - _JOINTS - _OPEN or (words & _OPEN and not is_open) or re.search(r"[^\w\s,–—-]", rest):
        return None
    return Days(
        first=mention.first,
        last=None if is_open else mention.last,
        precision=mention.precision or "",
        span=Extent.PERIOD if is_open else mention.span,
        reading=mention.reading,
    )
