"""Calendar units -> the days they cover: day, week, month, quarter, half, season, year, decade, century.

What comes in are numbers; what goes out is a `Span`, or None where the calendar has no such unit (31 February).
Nothing here knows words.
"""

import calendar
import dataclasses
import datetime as dt
import functools
from collections.abc import Callable

__all__ = [
    "Span",
    "century",
    "compute_easter",
    "day",
    "decade",
    "find_nth_weekday",
    "find_unit",
    "from_date",
    "half",
    "make_undated",
    "month",
    "quarter",
    "season",
    "shift",
    "week",
    "weekend",
    "year",
]

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclasses.dataclass(frozen=True, slots=True)
class Span:
    """A unit of the calendar: its TIMEX3 value, first and last day (inclusive) and precision.

    Both days are None where the unit is known but not which one ("XXXX-05"), and for years before 1.
    """

    value: str
    first: dt.date | None
    last: dt.date | None
    precision: str

    @property
    def is_fine(self) -> bool:
        """Whether it says where in its year it lies: a day, a week, a month or a part of one."""
        if self.precision == "part" and self.first and self.last:
            return (self.last - self.first).days <= _LONGEST_MONTH
        return self.precision in _FINE


_LONGEST_MONTH = 31  # days; a longer part of a year does not say where in it something lies
_FINE = frozenset({"day", "week", "month"})


def make_undated(value: str) -> Span:
    """A span that is not on the calendar: ``XXXX-W10``, ``PAST_REF``."""
    return Span(value, None, None, "undated")


def day(year_: int, month_: int, day_: int) -> Span | None:
    """One day, or None where the calendar has no such day.

    Examples
    --------
    >>> day(2024, 2, 29).value
    '2024-02-29'
    >>> day(2023, 2, 29) is None
    True
    """
    try:
        date = dt.date(year_, month_, day_)
    except ValueError:
        return None
    return Span(date.isoformat(), date, date, "day")


def from_date(date: dt.date) -> Span:
    """The day `date`."""
    return Span(date.isoformat(), date, date, "day")


@functools.lru_cache(maxsize=4096)
def month(year_: int, month_: int) -> Span | None:
    """One month of a year from 1 to 9999."""
    if not (1 <= year_ <= 9999 and 1 <= month_ <= 12):
        return None
    last = calendar.monthrange(year_, month_)[1]
    return Span(f"{year_:04}-{month_:02}", dt.date(year_, month_, 1), dt.date(year_, month_, last), "month")


def _span_months(value: str, year_: int, first: int, last: int, precision: str) -> Span | None:
    start, end = month(year_, first), month(year_ + (last > 12), (last - 1) % 12 + 1)
    return Span(value, start.first, end.last, precision) if start and end else None


def quarter(year_: int, number: int) -> Span | None:
    """A quarter (1–4) of a calendar year."""
    if not 1 <= number <= 4:
        return None
    return _span_months(f"{year_:04}-Q{number}", year_, 3 * number - 2, 3 * number, "quarter")


def half(year_: int, number: int) -> Span | None:
    """A half (1–2) of a calendar year."""
    return _span_months(f"{year_:04}-H{number}", year_, 6 * number - 5, 6 * number, "half")


def season(year_: int, code: str) -> Span | None:
    """A season of the northern hemisphere, whole months; the winter of a year begins in its December."""
    first = _SEASON_STARTS[code]
    return _span_months(f"{year_:04}-{code}", year_, first, first + 2, "season")


@functools.lru_cache(maxsize=4096)
def year(year_: int) -> Span | None:
    """One year from 1 to 9999."""
    if not 1 <= year_ <= 9999:
        return None
    return Span(f"{year_:04}", dt.date(year_, 1, 1), dt.date(year_, 12, 31), "year")


def decade(first_year: int) -> Span | None:
    """The ten years from `first_year`, a multiple of ten."""
    start, end = year(first_year), year(first_year + 9)
    return Span(f"{first_year // 10:03}", start.first, end.last, "decade") if start and end else None


def century(number: int) -> Span | None:
    """The `number`-th century, counted 1900–1999 as TIMEX3 and everyday use do.

    Examples
    --------
    >>> century(20).first.isoformat(), century(20).value
    ('1900-01-01', '19')
    """
    start, end = year(max(1, 100 * number - 100)), year(100 * number - 1)
    return Span(f"{number - 1:02}", start.first, end.last, "century") if start and end else None


def week(date: dt.date) -> Span | None:
    """The ISO week (Monday to Sunday) of `date`."""
    number = date.isocalendar()
    try:
        monday = date - dt.timedelta(days=number.weekday - 1)
        return Span(f"{number.year:04}-W{number.week:02}", monday, monday + dt.timedelta(days=6), "week")
    except OverflowError:
        return None


def weekend(date: dt.date) -> Span | None:
    """Saturday and Sunday of the ISO week of `date`; its precision is ``day``."""
    whole = week(date)
    if not whole or not whole.last:
        return None
    return Span(f"{whole.value}-WE", whole.last - dt.timedelta(days=1), whole.last, "day")


def shift(date: dt.date, unit: str, count: int) -> dt.date | None:
    """`date` moved by `count` TIMEX3 units, the day held inside its month; None past the years 1 and 9999.

    Examples
    --------
    >>> shift(dt.date(2024, 3, 31), "M", -1)
    datetime.date(2024, 2, 29)
    """
    try:
        if unit in _DAYS:
            return date + dt.timedelta(days=_DAYS[unit] * count)
        months = date.year * 12 + date.month - 1 + _MONTHS[unit] * count
        year_, month_ = divmod(months, 12)
        return dt.date(year_, month_ + 1, min(date.day, calendar.monthrange(year_, month_ + 1)[1]))
    except (ValueError, OverflowError):
        return None


_DAYS = {"D": 1, "W": 7, "2W": 14, "WE": 7}
_MONTHS = {"M": 1, "Q": 3, "3M": 3, "6M": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}


def find_unit(date: dt.date, unit: str) -> Span | None:
    """The unit of the calendar that holds `date`.

    Examples
    --------
    >>> find_unit(dt.date(2025, 8, 12), "Q").value
    '2025-Q3'
    """
    return _CONTAINING.get(unit, _CONTAINING["Y"])(date)


_CONTAINING: dict[str, Callable[[dt.date], Span | None]] = {
    "D": from_date,
    "W": week,
    "2W": week,
    "WE": weekend,
    "M": lambda date: month(date.year, date.month),
    "Q": lambda date: quarter(date.year, (date.month + 2) // 3),
    "3M": lambda date: quarter(date.year, (date.month + 2) // 3),
    "6M": lambda date: half(date.year, (date.month + 5) // 6),
    "Y": lambda date: year(date.year),
    "DE": lambda date: decade(date.year - date.year % 10),
    "CE": lambda date: century(date.year // 100 + 1),
}


def compute_easter(year_: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the Meeus/Jones/Butcher rule)."""
    a, b, c = year_ % 19, year_ // 100, year_ % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month_, day_ = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year_, month_, day_ + 1)


def find_nth_weekday(year_: int, month_: int, weekday: int, n: int) -> dt.date:
    """The n-th ISO weekday (Monday is 1) of a month; n = -1 is the last."""
    last = dt.date(year_, month_, calendar.monthrange(year_, month_)[1])
    if n < 0:
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    first = last.replace(day=1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))
