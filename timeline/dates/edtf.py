"""First day, last day and precision <-> ISO 8601-2 / EDTF.

===========================  ==============================================================
``2025-07-14``               one day
``2025-04``, ``2025``        somewhere within a month, a year
``197X``, ``19XX``           somewhere within a decade, a century
``2023-35``, ``2020-40``     a quarter (33–36), a half (40, 41)
``1941-21``                  a season (21–24: spring to winter)
``[a..b]``                   somewhere from day a to day b: weeks, parts, whatever has no shorter form
``[a,b]``                    one of several days
``[..b]``, ``[a..]``         somewhere up to, or from, a day
``a/b``, ``../b``, ``a/..``  a period from a to b, open where it says ``..``
===========================  ==============================================================
"""

import calendar
import datetime as dt
import re

from timeline.dates import spans

__all__ = ["parse_edtf", "to_edtf"]

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def to_edtf(
    first: dt.date | None,
    last: dt.date | None,
    precision: str | None,
    span: str = "point",
    alternatives: tuple[dt.date, ...] = (),
) -> str:
    """The EDTF form: ``2025-04``, ``2022/..``, ``[2025-07-11..2025-07-20]``; ``""`` for what is undated.

    Examples
    --------
    >>> to_edtf(dt.date(2025, 4, 1), dt.date(2025, 4, 30), "month")
    '2025-04'
    >>> to_edtf(dt.date(2022, 1, 1), None, "year", "period")
    '2022/..'
    >>> to_edtf(dt.date(2023, 10, 11), dt.date(2023, 11, 10), "bounded", alternatives=(dt.date(2023, 10, 11), dt.date(2023, 11, 10)))
    '[2023-10-11,2023-11-10]'
    >>> to_edtf(None, None, "undated")
    ''
    """
    if alternatives:
        return f"[{','.join(day.isoformat() for day in alternatives)}]"
    if first is None and last is None:
        return ""
    if span == "period":
        return f"{_edge(first, precision, is_last=False)}/{_edge(last, precision, is_last=True)}"
    if first is None or last is None:
        return f"[{first.isoformat() if first else ''}..{last.isoformat() if last else ''}]"
    if first == last:
        return first.isoformat()
    return _unit(first, last) or f"[{first.isoformat()}..{last.isoformat()}]"


def _edge(day: dt.date | None, precision: str | None, *, is_last: bool) -> str:
    """One end of a period, as coarse as its precision where it lies on that unit's border."""
    if day is None:
        return ".."
    year, month = f"{day.year:04}", f"{day.year:04}-{day.month:02}"
    coarse = precision in ("year", "decade", "century")
    if coarse and (day.month, day.day) == ((12, 31) if is_last else (1, 1)):
        return year
    border = calendar.monthrange(day.year, day.month)[1] if is_last else 1
    if precision in ("month", "quarter", "season", "half") and day.day == border:
        return month
    return day.isoformat()


def _unit(first: dt.date, last: dt.date) -> str:
    """The short form of a whole calendar unit, or ``""``."""
    if first.day != 1 or last != last.replace(day=calendar.monthrange(last.year, last.month)[1]):
        return ""
    year = f"{first.year:04}"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        return f"{year}-{first.month:02}"
    if months == 3 and first.month % 3 == 1:
        return f"{year}-{33 + first.month // 3}"
    if months == 3 and first.month % 3 == 0:
        return f"{year}-{20 + first.month // 3}"
    if months == 6 and first.month in (1, 7):
        return f"{year}-{40 + first.month // 7}"
    if first.month != 1:
        return ""
    if months == 120 and first.year % 10 == 0:
        return f"{year[:3]}X"
    if months == 1200 and first.year % 100 == 0:
        return f"{year[:2]}XX"
    return year if months == 12 else ""


def parse_edtf(text: str) -> tuple[dt.date | None, dt.date | None, str, str] | None:
    """First day, last day, precision and span (``"point"`` or ``"period"``) of an EDTF form, or None for any other text.

    Examples
    --------
    >>> parse_edtf("2022/..")
    (datetime.date(2022, 1, 1), None, 'year', 'period')
    >>> parse_edtf("[2025-07-11..2025-07-20]")
    (datetime.date(2025, 7, 11), datetime.date(2025, 7, 20), 'bounded', 'point')
    >>> parse_edtf("2023-02-30") is None
    True
    """
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return _parse_set(text[1:-1])
    if "/" in text:
        return _parse_period(*text.split("/", 1))
    found = _parse_unit(text)
    return (found.first, found.last, found.precision, "point") if found else None


def _parse_unit(text: str) -> spans.Span | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X|(\d\d)XX", text, re.ASCII)
    if not match:
        return None
    year, month, day, decade, century = (int(group) if group else None for group in match.groups())
    if century is not None:
        return spans.century(century + 1)
    if decade is not None:
        return spans.decade(decade * 10)
    if year is None or month is None:
        return spans.year(year or 0)
    if day is not None:
        return spans.day(year, month, day)
    if month in _SEASONS:
        return spans.season(year, _SEASONS[month])
    if 33 <= month <= 36:
        return spans.quarter(year, month - 32)
    return spans.half(year, month - 39) if month in (40, 41) else spans.month(year, month)


def _parse_set(inner: str) -> tuple[dt.date | None, dt.date | None, str, str] | None:
    if ".." in inner:
        low, high = inner.split("..", 1)
        return _between(low, high, "", "point")
    days = [_parse_unit(part) for part in inner.split(",")]
    firsts = [unit.first for unit in days if unit and unit.first]
    lasts = [unit.last for unit in days if unit and unit.last]
    return (min(firsts), max(lasts), "bounded", "point") if len(firsts) == len(days) else None


def _parse_period(low: str, high: str) -> tuple[dt.date | None, dt.date | None, str, str] | None:
    return _between(low, high, "..", "period")


def _between(low: str, high: str, empty: str, span: str) -> tuple[dt.date | None, dt.date | None, str, str] | None:
    """What two ends, either of which may be open, cover."""
    first = None if low == empty else _parse_unit(low)
    last = None if high == empty else _parse_unit(high)
    if (low != empty and first is None) or (high != empty and last is None) or not (first or last):
        return None
    start, end = first and first.first, last and last.last
    if start and end and start > end:
        return None
    edge = first or last
    precision = "bounded" if span == "point" and start and end else edge.precision if edge else "day"
    return start, end, precision, span
