"""Forms that dates take only where they are typed -> their days: bounds, spans with a sign, marks of doubt.

What one end of a span says is read by the function given; a form that is none of these is None.
"""

import dataclasses
import datetime as dt
import html
import re
from collections.abc import Callable, Sequence

from timeline.dates.calendar.edtf import to_edtf
from timeline.dates.typed.days import Days
from timeline.errors import DateError
from timeline.vocabulary import Extent, Precision

__all__ = ["is_open_end", "leaves_century_open", "names_no_date", "read_form", "tidy"]

_I = re.IGNORECASE
_NONE = frozenset(
    (
        "tbd tba tbc tbs ? ?? ??? - -- – — . / n/a na n.a. none null nil nan unknown unclear undated unk unbekannt"
        " inconnu desconocido n.d. nd n.d s.d. sd sine date unspecified pending #n/a #value! #ref!"
    ).split()
) | {"no date", "not known", "not dated", "date unknown", "to be determined", "to be confirmed", "to be announced"}
_OPEN = (
    r"(?:present|today|now|ongoing|current|date|current day|in progress|continuing|heute|jetzt|aujourd['’]hui|presente"
    r"|actualidad|hoy|oggi|\.\.\.?|…)"
)
_FOOTNOTE = re.compile(r"(?<=\S)\s*\[(?:[1-9]\d{0,2}|[a-h]|note \d+|citation needed|n \d+)\]", _I)
_TAG = re.compile(r"</?(?:p|b|i|em|strong|br|a|span|div|sup|sub|ul|ol|li|h[1-6]|u|font|small|td|tr|time)\b[^<>]*>", _I)
_BREAK = re.compile(r"</?(?:p|br|div|li|h[1-6]|td|tr)\b[^<>]*>", _I)
_DOUBT = re.compile(
    r"\s*(?:[?~%]|\(\?\)|\((?:approx(?:\.|imate(?:ly)?)?|est(?:\.|imated)?|circa|ca?\.|planned|exact)\))\Z", _I
)
_ABOUT = re.compile(r"(?:[~≈]\s*|(?:circa|ca?\.?|approx(?:\.|imately)?)\s+)(?=[\w(])", _I)
_ASIDE = re.compile(r"(?P<date>.*\d.*?)\s*\((?P<aside>[^()\d]{2,60})\)\Z")
_TWO_DAYS = re.compile(
    r"(?P<a>\d{1,2})\s?(?:/|\bor\b|\boder\b|\bou\b)\s?(?P<b>\d{1,2})(?P<rest>\.?\s+[^\W\d_]{3,12}\.?,?\s+\d{4})"
    r"|(?P<head>[^\W\d_]{3,12}\.?\s+)(?P<c>\d{1,2})\s?(?:/|\bor\b)\s?(?P<d>\d{1,2})(?P<year>,?\s+\d{4})"
)
_WIKIDATA = re.compile(r"\+0*(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+Z?)?")
_UNSPECIFIED = re.compile(r"(\d{4}(?:-\d\d)?)(?:-(?:XX|xx|uu|UU|00|\?\?)){1,2}")
_OPEN_END = re.compile(
    rf"(?P<start>.+?)\s*(?:(?:[–—-]|/|\bto\b|\btill\b|\buntil\b|\bbis\b)\s*{_OPEN}?|\bonwards?|\bforward)\Z", _I
)
_BOUND = re.compile(
    r"(?P<word>before|prior to|by|no later than|after|not before|later than|vor|nach|avant|après)\s+(?P<day>.+)\Z", _I
)
_ENDS = re.compile(
    r"(?P<start>.+?)(?:\s+(?:to|until|till|through|thru|bis|à|al|a|and)\s+|\s*[–—]\s*|\s+-\s+|\s*/\s*"
    r"|(?<=[^\W\d_])-(?=[^\W\d_])|(?<=\.)\s?-\s?(?=\d)|\s*\.\.\s*)(?P<end>.+)\Z",
    _I,
)
_PARTS = frozenset({"mid", "early", "late", "anfang", "mitte", "ende", "mi", "début", "fin"})
"""What a hyphen joins to the month that it is a part of: "mid-July" is no period from one to the other."""

_SHORT_YEARS = re.compile(r"(?P<start>\d{4})\s?[–—/-]\s?(?P<end>\d\d)\Z")
_WEEK_OF = re.compile(r"(?:in )?(?:the )?week of (?P<day>.+)", _I)
_SIDE = re.compile(r"on or (?P<side>before|after) (?P<day>.+)", _I)
_OR = re.compile(r"\s+or\s+", _I)
_EITHER = re.compile(r".+\sor\s.+", _I)
_WEEK = re.compile(r"(\d{4})-?W(\d\d)(?:-?(\d))?\Z")
_LAST_YEAR = re.compile(r"(?:\d{4})\Z")
_CENTURY = re.compile(r"\d\d?(?:st|nd|rd|th|\.|e|ème)?\s*(?:c\b|cent|jahrh|siècle|secolo|siglo|век)", _I)

Read = Callable[[str], Days]


def tidy(text: str, *, with_doubt: bool = True) -> tuple[str, str]:
    """`text` without tags, footnote marks and, `with_doubt`, marks of doubt; and such a mark, ``""`` if there was none.

    Examples
    --------
    >>> tidy("<b>3 May&nbsp;2024</b>[2]"), tidy("1984~"), tidy("c. 1984"), tidy("[2025-07-11..2025-07-20]")
    (('3 May 2024', ''), ('1984', '~'), ('1984', 'c.'), ('[2025-07-11..2025-07-20]', ''))
    """
    plain = html.unescape(text) if "&" in text else text
    plain = " ".join(_TAG.sub("", _BREAK.sub(" ", plain)).split())
    plain = _FOOTNOTE.sub("", plain)
    doubt = _DOUBT.search(plain) if with_doubt else None
    if doubt and plain[: doubt.start()].strip():
        return plain[: doubt.start()].strip(), doubt[0].strip()
    if with_doubt and (about := _ABOUT.match(plain)):
        return plain[about.end() :], about[0].strip()
    return plain, ""


def is_open_end(text: str) -> bool:
    """Whether `text` says that something has not ended.

    Examples
    --------
    >>> is_open_end("present"), is_open_end("Ongoing"), is_open_end("2024")
    (True, True, False)
    """
    return bool(re.fullmatch(_OPEN, text.strip(), _I))


def names_no_date(text: str) -> bool:
    """Whether `text` is what people write where they know no date: TBD, ?, n.d.

    Examples
    --------
    >>> names_no_date("TBD"), names_no_date("n.d."), names_no_date("soon")
    (True, True, False)
    """
    return " ".join(text.casefold().split()) in _NONE


def leaves_century_open(text: str) -> bool:
    """Whether `text` gives its year with two figures alone.

    Examples
    --------
    >>> leaves_century_open("3 May '24"), leaves_century_open("FY24"), leaves_century_open("19th century")
    (True, True, False)
    """
    return not re.search(r"\d{3}", text) and bool(re.search(r"\d\d", text)) and not _CENTURY.search(text)


def read_form(text: str, read: Read) -> Days | None:
    """The days of `text` where it has one of these forms, its parts read by `read`; None for any other.

    Raises
    ------
    DateError
        Where it has such a form, but a part of it is no date.
    """
    if text.casefold().startswith("between"):  # some time within, which the date reader knows
        return None
    for pattern, form in _FORMS:
        if (found := pattern.fullmatch(text)) and (days := form(found, read)) is not None:
            return days
    return None


def _read_precise(found: re.Match[str], read: Read) -> Days:
    """The day, month or year of a form in which what is not known is written as such."""
    return read("-".join(part for part in found.groups() if part != "00"))


def _read_aside(found: re.Match[str], read: Read) -> Days:
    """A date with a remark in brackets ("3 May 2024 (morning)"), which says no other day."""
    days = read(found["date"])
    return dataclasses.replace(days, reading=f"{found['aside']!r} is left out of the date")


def _read_two_days(found: re.Match[str], read: Read) -> Days | None:
    """One of two days that follow each other ("3/4 May 2024"); None where they do not."""
    if found["rest"]:
        days = [read(f"{found[day]}{found['rest']}") for day in ("a", "b")]
    else:
        days = [read(f"{found['head']}{found[day]}{found['year']}") for day in ("c", "d")]
    first, second = (part.first for part in days)
    return _choose_between(days) if first and second and second - first == dt.timedelta(1) else None


def _read_one_of(found: re.Match[str], read: Read) -> Days | None:
    """One of several days, each in full ("3 May 2024 or 9 May 2024")."""
    parts = [_try(part, read) for part in _OR.split(found[0])]
    return _choose_between([part for part in parts if part]) if all(parts) else None


def _choose_between(parts: Sequence[Days]) -> Days | None:
    days = sorted({part.first for part in parts if part.first and part.first == part.last})
    if len(days) < len(parts):
        return None
    listed = f"[{','.join(day.isoformat() for day in days)}]"
    return Days(first=days[0], last=days[-1], precision=Precision.BOUNDED, edtf=listed, reading="one of these days")


def _read_week_of(found: re.Match[str], read: Read) -> Days | None:
    """Monday to Sunday around a day ("the week of 16 July 2025"); None around anything longer."""
    day = read(found["day"])
    if day.first is None or day.first != day.last:
        return None
    monday = day.first - dt.timedelta(day.first.weekday())
    return Days(first=monday, last=monday + dt.timedelta(6), precision=Precision.WEEK, reading="Monday to Sunday")


def _read_side(found: re.Match[str], read: Read) -> Days:
    """A day or what lies before or after it ("on or before 5 May 2025")."""
    day = read(found["day"])
    is_before = found["side"].casefold() == "before"
    first, last = (None, day.last) if is_before else (day.first, None)
    edtf = to_edtf(first, last, Precision.DAY, Extent.POINT)
    return dataclasses.replace(day, first=first, last=last, precision=Precision.DAY, edtf=edtf)


def _read_week(found: re.Match[str], read: Read) -> Days | None:
    year, week, day = found.groups()
    try:
        first = dt.date.fromisocalendar(int(year), int(week), int(day or 1))
        days = read(first.isoformat())
        last = first if day else first + dt.timedelta(6)
    except (ValueError, OverflowError):
        return None
    return dataclasses.replace(days, last=last, precision=Precision.DAY if day else Precision.WEEK, edtf="")


def _read_bounded(found: re.Match[str], read: Read) -> Days:
    """Some time before or after a day, which is not of it but for "by" and "not before"."""
    word, day = found["word"].casefold(), read(found["day"])
    if word in {"after", "later than", "nach", "après", "not before"}:
        first = day.first if word == "not before" else _step_day(day.last, 1)
        return dataclasses.replace(day, first=first, last=None, precision=Precision.BOUNDED, edtf="")
    last = day.last if word in {"by", "no later than"} else _step_day(day.first, -1)
    return dataclasses.replace(day, first=None, last=last, precision=Precision.BOUNDED, edtf="")


def _step_day(day: dt.date | None, step: int) -> dt.date | None:
    if day is None:
        raise DateError("a bound without a day; give a day, month or year")
    return day + dt.timedelta(step)


def _read_short_years(found: re.Match[str], read: Read) -> Days | None:
    """The years from the first to the one that the second abbreviates; None where that would not be later."""
    start, end = int(found["start"]), int(found["end"])
    last = start - start % 100 + end
    return None if last <= start else _join(read(str(start)), read(str(last)))


def _open_end(found: re.Match[str], read: Read) -> Days | None:
    start = _try(found["start"], read)
    if start is None or start.span != Extent.POINT:
        return None
    return dataclasses.replace(start, last=None, span=Extent.PERIOD, edtf="")


def _read_between(found: re.Match[str], read: Read) -> Days | None:
    """The period from one date to another; the year that the first lacks is that of the last."""
    first, last = found["start"].strip(), found["end"].strip()
    if first.casefold() in _PARTS:
        return None
    end = _try(last, read)
    year = _LAST_YEAR.search(last)
    start = _try(first, read) or (_try(f"{first}{'' if first.endswith('.') else ' '}{year[0]}", read) if year else None)
    if start is None or end is None or start.span != Extent.POINT or end.span != Extent.POINT:
        return None
    return _join(start, end)


def _join(start: Days, end: Days) -> Days | None:
    if start.first is None or end.last is None or start.first > end.last:
        return None
    return dataclasses.replace(start, last=end.last, span=Extent.PERIOD, edtf="")


def _try(words: str, read: Read) -> Days | None:
    try:
        return read(words)
    except DateError:
        return None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Read], Days | None]], ...] = (
    (_ASIDE, _read_aside),
    (_SIDE, _read_side),
    (_WEEK_OF, _read_week_of),
    (_TWO_DAYS, _read_two_days),
    (_EITHER, _read_one_of),
    (_WIKIDATA, _read_precise),
    (_UNSPECIFIED, _read_precise),
    (_WEEK, _read_week),
    (_BOUND, _read_bounded),
    (_SHORT_YEARS, _read_short_years),
    (_OPEN_END, _open_end),
    (_ENDS, _read_between),
)
