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
import functools
import re

from timeline.dates.calendar import spans

__all__ = ["parse_edtf", "to_edtf"]

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


# A briefing names few days, and each of them often.
@functools.lru_cache(maxsize=10_000)
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
    >>> days = dt.date(2023, 10, 11), dt.date(2023, 11, 10)
    >>> to_edtf(*days, "bounded", alternatives=days)
    '[2023-10-11,2023-11-10]'
    >>> to_edtf(None, None, "undated")
    ''
    """
    if alternatives:
        return f"[{','.join(day.isoformat() for day in alternatives)}]"
    if first is None and last is None:
        return ""
    if span == "period":
        return f"{_write_edge(first, precision, is_last=False)}/{_write_edge(last, precision, is_last=True)}"
    if first is None or last is None:
        return f"[{first.isoformat() if first else ''}..{last.isoformat() if last else ''}]"
    if first == last:
        return first.isoformat()
    return _write_unit(first, last, precision) or f"[{first.isoformat()}..{last.isoformat()}]"


def _write_edge(day: dt.date | None, precision: str | None, *, is_last: bool) -> str:
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


def _write_unit(first: dt.date, last: dt.date, precision: str | None) -> str:
    """The short form of the whole calendar unit that the precision names, or ``""``."""
    if first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return ""
    year, months = f"{first.year:04}", (last.year - first.year) * 12 + last.month - first.month + 1
    length, short = _UNITS.get(precision or "", (0, ""))
    code = _CODES.get((precision or "", first.month))
    if months != length or (months >= 12 and (first.month > 1 or first.year % (months // 12))):
        return ""
    if months in (3, 6) and code is None:
        return ""
    return short.format(year=year, month=first.month, decade=year[:3], century=year[:2], code=code)


# precision -> months, and how the unit is written
_UNITS = {
    "month": (1, "{year}-{month:02}"),
    "season": (3, "{year}-{code}"),
    "quarter": (3, "{year}-{code}"),
    "half": (6, "{year}-{code}"),
    "year": (12, "{year}"),
    "decade": (120, "{decade}X"),
    "century": (1200, "{century}XX"),
}
# precision and first month -> EDTF's number: seasons 21–24, quarters 33–36, halves 40 and 41
_CODES = {
    ("season", 3): 21, ("season", 6): 22, ("season", 9): 23, ("season", 12): 24, ("quarter", 1): 33,
    ("quarter", 4): 34, ("quarter", 7): 35, ("quarter", 10): 36, ("half", 1): 40, ("half", 7): 41,
}  # fmt: skip


def parse_edtf(text: str) -> tuple[dt.date | None, dt.date | None, str, str] | None:
    """First day, last day, precision, span (``"point"`` or ``"period"``) of an EDTF form; None for any other text.

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


_UNIT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X|(\d\d)XX", re.ASCII)


def _parse_unit(text: str) -> spans.Span | None:
    match = _UNIT.fullmatch(text)
    if not match:
        return None
    year, month, day, decade, century = (int(group) if group else None for group in match.groups())
    if year is None:
        return spans.decade(decade * 10) if decade is not None else spans.century((century or 0) + 1)
    if month is None:
        return spans.year(year)
    return spans.day(year, month, day) if day is not None else _make_part_of_year(year, month)


def _make_part_of_year(year: int, number: int) -> spans.Span | None:
    """A month (1–12), season, quarter or half by its EDTF number."""
    if number in _SEASONS:
        return spans.season(year, _SEASONS[number])
    if 33 <= number <= 36:
        return spans.quarter(year, number - 32)
    return spans.half(year, number - 39) if number in (40, 41) else spans.month(year, number)


def _parse_set(inner: str) -> tuple[dt.date | None, dt.date | None, str, str] | None:
    if ".." in inner:
        low, high = inner.split("..", 1)
        return _span_between(low, high, "", "point")
    days = [_parse_unit(part) for part in inner.split(",")]
    firsts = [unit.first for unit in days if unit and unit.first]
    lasts = [unit.last for unit in days if unit and unit.last]
    return (min(firsts), max(lasts), "bounded", "point") if len(firsts) == len(days) else None


def _parse_period(low: str, high: str) -> tuple[dt.date | None, dt.date | None, str, str] | None:
    return _span_between(low, high, "..", "period")


def _span_between(low: str, high: str, empty: str, span: str) -> tuple[dt.date | None, dt.date | None, str, str] | None:
    """What two ends, either of which may be open, cover."""
    start = None if low == empty else _parse_unit(low)
    end = None if high == empty else _parse_unit(high)
    if (low != empty and start is None) or (high != empty and end is None) or not (start or end):
        return None
    first, last = start.first if start else None, end.last if end else None
    if first and last and first > last:
        return None
    edge = start or end
    precision = edge.precision if edge and not (span == "point" and start and end) else "bounded"
    return first, last, precision, span
