"""The one place that says how many days vague words cover: early, mid, late, recent, ago, the past N units.

What comes in is a span or a publication date and a word; what goes out is a span. The README lists these meanings.

================================  ==============================================================
early / mid / late month          days 1–10, 11–20, 21–end
early / mid / late year           January–April, May–August, September–December
early / mid / late other unit     its first, second, last third
N days / weeks / months / years   that day, that ISO week, that month, that year
ago
recent days / weeks / months      from 7 / 30 / 90 days before publication to publication
earlier this year                 1 January to publication
the past N units                  the N units up to publication
================================  ==============================================================
"""

import dataclasses
import datetime as dt

from timeline.dates.calendar.spans import Span, find_unit, shift

__all__ = ["RECENT_DAYS", "count_back", "count_past_units", "list_recent_days", "narrow_to_part"]

# unit -> days before publication
RECENT_DAYS = {"D": 7, "W": 30, "M": 90, "Y": 1095, "DE": 10958}
_THIRDS = {"early": 0, "mid": 1, "late": 2}
_MONTH_BOUNDS = {"early": (1, 10), "mid": (11, 20), "late": (21, None)}
_YEAR_BOUNDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def narrow_to_part(span: Span, part: str) -> Span:
    """The early, mid or late part of `span`; a day or an unknown span stays what it is.

    Examples
    --------
    >>> from timeline.dates.calendar.spans import month, year
    >>> narrow_to_part(month(2025, 7), "mid").first.isoformat()
    '2025-07-11'
    >>> narrow_to_part(year(2022), "late").first.isoformat()
    '2022-09-01'
    """
    if not (span.first and span.last) or span.precision in ("day", "undated"):
        return span
    if span.precision == "month":
        low, high = _MONTH_BOUNDS[part]
        first, last = span.first.replace(day=low), span.last.replace(day=high) if high else span.last
    elif span.precision == "year":
        low, high = _YEAR_BOUNDS[part]
        first = span.first.replace(month=low)
        last = span.last.replace(month=high, day=31 if high in (8, 12) else 30)
    else:
        first, last = take_third(span.first, span.last, _THIRDS[part])
    return dataclasses.replace(span, first=first, last=last, precision="part")


def take_third(first: dt.date, last: dt.date, number: int) -> tuple[dt.date, dt.date]:
    """The `number`-th third (0–2) of the days from first to last."""
    if last.year - first.year >= 9:  # whole years of a decade or century: 4 + 3 + 3 of ten
        years = last.year - first.year + 1
        cuts = [0, round(years * 0.4), round(years * 0.7), years]
        return first.replace(year=first.year + cuts[number]), last.replace(year=first.year + cuts[number + 1] - 1)
    days = (last - first).days + 1
    cuts = [0, -(-days // 3), -(-2 * days // 3), days]
    return first + dt.timedelta(days=cuts[number]), first + dt.timedelta(days=cuts[number + 1] - 1)


def count_back(anchor: dt.date, unit: str, count: int) -> Span | None:
    """The unit that lies `count` units before `anchor` (after it, where negative).

    Examples
    --------
    >>> count_back(dt.date(2024, 3, 5), "W", 2).value
    '2024-W08'
    """
    date = shift(anchor, unit, -count)
    return find_unit(date, unit) if date else None


def list_recent_days(published: dt.date, unit: str) -> tuple[dt.date, dt.date] | None:
    """The days "recent days", "recent weeks" … cover: up to publication, both ends included."""
    days = RECENT_DAYS.get(unit)
    first = shift(published, "D", -days) if days else None
    return (first, published) if first else None


def count_past_units(published: dt.date, unit: str, count: int) -> tuple[dt.date, dt.date] | None:
    """The `count` units up to `published` ("the past two weeks"), or after it where negative ("the next …")."""
    other = shift(published, unit, -count)
    return (min(other, published), max(other, published)) if other else None
