"""Table cells -> the words the screen says for them: dates as precise as they are, statuses, bases.

It reads no text and decides nothing; what a date means stands in the table.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

__all__ = ["BASIS_WORDS", "STATUS_WORDS", "day_words", "month_heading", "short_when", "when"]

STATUS_WORDS: Final = {
    "happened": "happened",
    "ongoing": "still going on",
    "planned": "planned",
    "possible": "possible",
    "conditional": "on a condition",
    "denied": "denied",
    "negated": "did not happen",
}
BASIS_WORDS: Final = {
    "explicit": "The text states the date in full.",
    "completed": "The text states day or month; the year is filled in.",
    "relative": "The date is counted from the publication date.",
    "anchored": "The date is counted from another date in the text.",
    "bounded": "The text gives no date, only what lies before and after.",
    "published": "The text gives no date: the publication date is assumed.",
    "none": "Nothing in the text dates this event.",
    "manual": "The date was given by hand.",
}
_PARTS: Final = ("early ", "mid-", "late ")
_SEASONS: Final = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}
UNDATED: Final = "date not known"


def day_words(day: dt.date) -> str:
    """A day in full.

    Examples
    --------
    >>> day_words(dt.date(2025, 7, 4))
    '4 July 2025'
    """
    return f"{day.day} {_month(day)}"


def when(event: Mapping[str, Any]) -> str:
    """The date of a row of the events table in full, as precise as it is and no more.

    Examples
    --------
    >>> day = {"start": pd.Timestamp(2025, 7, 14), "end": pd.Timestamp(2025, 7, 14)}
    >>> when({**day, "precision": "day", "span": "point"})
    '14 July 2025'
    >>> when({"start": pd.Timestamp(2022, 1, 1), "end": pd.NaT, "precision": "year", "span": "period"})
    'since 2022'
    >>> when({"start": pd.Timestamp(2025, 7, 21), "end": pd.Timestamp(2025, 8, 3), "precision": "bounded", "span": "point"})
    'between 21 July and 3 August 2025'
    """
    start, end = _days(event)
    precision = event["precision"]
    if start is None and end is None:
        return UNDATED
    if start is None or end is None:
        return _open(start, end, precision, period=event["span"] == "period")
    if event["span"] == "period" and (unit := _unit(start, end, precision)) is None:
        return _range(start, end, precision)
    return _unit(start, end, precision) or f"between {_pair(start, end, ' and ')}"


def short_when(event: Mapping[str, Any]) -> str:
    """The date under its month's heading, where month and year need not be said again.

    Examples
    --------
    >>> short_when({"start": pd.Timestamp(2025, 7, 21), "end": pd.Timestamp(2025, 7, 31), "precision": "part", "span": "point"})
    'late'
    >>> short_when({"start": pd.Timestamp(2025, 7, 1), "end": pd.Timestamp(2025, 7, 31), "precision": "month", "span": "point"})
    'July'
    >>> short_when({"start": pd.Timestamp(2025, 7, 30), "end": pd.Timestamp(2025, 8, 2), "precision": "day", "span": "period"})
    '30 – 2 Aug'
    """
    start, end = _days(event)
    if start is None and end is None:
        return ""
    if start is None or end is None:
        day = start or end
        word = "from" if start else "to"
        return f"{word} {day.day if event['precision'] == 'day' and day else (day or dt.date.min).year}"
    if start == end:
        return str(start.day)
    if event["precision"] == "part" and (part := _part(start, end)):
        return part.rstrip(" -")
    if event["precision"] in {"quarter", "season", "half"} and (unit := _unit(start, end, event["precision"])):
        return unit.removesuffix(f" {start.year}")
    if event["precision"] == "month" and _unit(start, end, "month"):
        return f"{start:%B}"
    if event["precision"] in {"year", "decade", "century"} and (unit := _unit(start, end, event["precision"])):
        return unit
    if event["precision"] == "week" and event["span"] == "point":
        return f"{start.day}–{end.day}" if start.month == end.month else f"{start.day} – {end.day} {end:%b}"
    return _short_range(start, end)


def month_heading(event: Mapping[str, Any]) -> str:
    """The heading an event stands under: its month; its year where no month is known; its decade or century.

    Examples
    --------
    >>> month_heading({"start": pd.Timestamp(2025, 7, 14), "end": pd.Timestamp(2025, 7, 14), "precision": "day"})
    'July 2025'
    >>> month_heading({"start": pd.Timestamp(2025, 1, 1), "end": pd.Timestamp(2025, 12, 31), "precision": "year"})
    '2025, month not stated'
    """
    start, end = _days(event)
    day = start or end
    if day is None:
        return UNDATED.capitalize()
    precision = event["precision"]
    if precision in {"decade", "century"}:
        return _unit(start or day, end or day, precision) or str(day.year)
    coarse = precision in {"quarter", "season", "half", "year"} or (
        precision == "part" and start is not None and end is not None and (end - start).days > 31
    )
    return f"{day.year}, month not stated" if coarse else _month(day)


def _days(event: Mapping[str, Any]) -> tuple[dt.date | None, dt.date | None]:
    start, end = (None if pd.isna(event[c]) else event[c].date() for c in ("start", "end"))
    return start, end


def _month(day: dt.date) -> str:
    return f"{day:%B} {day.year}"


def _unit(start: dt.date, end: dt.date, precision: str) -> str | None:  # noqa: PLR0911  one a precision
    """The one word for start–end, if the two are the ends of one unit of `precision`."""
    if start == end:
        return day_words(start)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    whole = start.day == 1 and (end + dt.timedelta(days=1)).day == 1
    if precision == "part" and (part := _part(start, end)):
        return f"{part}{_month(start) if months == 1 and not whole else start.year}"
    if precision == "week" and (end - start).days == 6:
        return f"week of {day_words(start)}"
    if not whole:
        return None
    match (precision, months):
        case ("month", 1):
            return _month(start)
        case ("quarter", 3):
            return f"Q{(start.month + 2) // 3} {start.year}"
        case ("season", 3):
            return f"{_SEASONS.get(start.month, 'season')} {end.year}"
        case ("half", 6):
            return f"{'first' if start.month < 7 else 'second'} half of {start.year}"
        case ("year", 12):
            return str(start.year)
        case ("decade", 120):
            return f"{start.year}s"
        case ("century", 1200):
            return f"{start.year}–{end.year}"
    return None


def _part(start: dt.date, end: dt.date) -> str | None:
    """Early, mid or late, of a month or of a year."""
    if (start.year, start.month) == (end.year, end.month):
        return {1: _PARTS[0], 11: _PARTS[1], 21: _PARTS[2]}.get(start.day)
    if start.year == end.year and end.month - start.month == 3:
        return {1: _PARTS[0], 5: _PARTS[1], 9: _PARTS[2]}.get(start.month)
    return None


def _open(start: dt.date | None, end: dt.date | None, precision: str, *, period: bool) -> str:
    day = start or end or dt.date.min
    said = {"month": _month(day), "year": str(day.year)}.get(precision, day_words(day))
    if start:
        return f"since {said}" if period else f"after {said}"
    return f"until {said}" if period else f"before {said}"


def _range(start: dt.date, end: dt.date, precision: str) -> str:
    if precision == "year":
        return f"{start.year} – {end.year}"
    if precision == "month":
        return f"{_month(start)} – {_month(end)}"
    return _pair(start, end, " – ")


def _pair(start: dt.date, end: dt.date, joint: str) -> str:
    """Two days with what they share said once."""
    if (start.year, start.month) == (end.year, end.month):
        tight = joint.replace(" – ", "–")
        return f"{start.day}{tight}{day_words(end)}"
    left = f"{start.day} {start:%B}" if start.year == end.year else day_words(start)
    return f"{left}{joint}{day_words(end)}"


def _short_range(start: dt.date, end: dt.date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day}"
    if start.year == end.year:
        return f"{start.day} – {end.day} {end:%b}"
    return f"to {end.year}"
