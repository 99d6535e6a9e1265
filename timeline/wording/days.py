"""An event's days in words, no more exact than the table: "14 July 2025", "mid-July 2025", "since 2022"."""

import datetime as dt
import itertools
import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from timeline.vocabulary import Basis, Extent, Precision
from timeline.wording.months import MONTHS

__all__ = [
    "describe_date",
    "describe_date_in_full",
    "remark_on_date",
    "says_no_month",
    "shorten_date",
    "shorten_date_without_year",
    "write_day",
    "write_heading",
]

_YEAR: Final = re.compile(r"\d{4}")
_YEAR_AT_END: Final = re.compile(r"(?<=[a-z]) \d{4}\Z")
_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}  # EDTF writes them as months 21 to 24
_MONTH_PARTS: Final = {1: "early ", 11: "mid-", 21: "late "}
_YEAR_PARTS: Final = {1: "early ", 5: "mid-", 9: "late "}


def describe_date(event: Mapping[str, Any]) -> str:
    """The days of an event in words; ``"undated"`` where there are none.

    Parameters
    ----------
    event
        One row of the events table.

    Examples
    --------
    >>> row = {"start": dt.date(2025, 7, 11), "end": dt.date(2025, 7, 20), "precision": "part", "span": "point",
    ...        "edtf": "[2025-07-11..2025-07-20]"}
    >>> describe_date(row)
    'mid-July 2025'
    >>> describe_date(row | {"precision": "bounded"}), describe_date(row | {"span": "period", "precision": "day"})
    ('between 11 and 20 July 2025', '11–20 July 2025')
    >>> describe_date(row | {"start": dt.date(2022, 1, 1), "end": None, "precision": "year", "span": "period"})
    'since 2022'
    >>> decades = {"start": dt.date(1940, 1, 1), "end": dt.date(2002, 12, 31), "precision": "decade", "edtf": ""}
    >>> describe_date(row | decades), describe_date(row | decades | {"span": "period"})
    ('between the 1940s and 2002', 'the 1940s – 2002')
    """
    first, last = _read_date(event["start"]), _read_date(event["end"])
    if first is None and last is None:
        return "undated"
    precision = Precision(event["precision"])
    if event["span"] == Extent.PERIOD:
        return _describe_period(first, last, precision)
    if first is None or last is None:
        return f"on or before {write_day(last)}" if last else f"on or after {write_day(first)}"  # type: ignore[arg-type]
    return _describe_point(first, last, precision, event["edtf"])


def describe_date_in_full(event: Mapping[str, Any]) -> str:
    """The same as `describe_date`, and behind it what the date rests on where no words state it.

    Examples
    --------
    >>> day = dt.date(2025, 8, 13)
    >>> describe_date_in_full({"start": day, "end": day, "precision": "day", "span": "point", "edtf": "2025-08-13",
    ...               "date_basis": "published"})
    '13 August 2025 (assumed: the day of publication)'
    """
    said = describe_date(event)
    aside = Basis(event["date_basis"]).aside
    return f"{said} ({aside})" if aside and said != "undated" else said


def remark_on_date(event: Mapping[str, Any], *, is_guess: bool) -> str:
    """What to say of a date that no words of the text state, or that is read from a publication date nobody states.

    Examples
    --------
    >>> remark_on_date({"date_basis": "published"}, is_guess=False)
    'date assumed from publication'
    >>> remark_on_date({"date_basis": "relative"}, is_guess=True)
    'date read from a publication date that is a guess'
    """
    if event["date_basis"] == Basis.PUBLISHED:
        return "date assumed from publication" + (", itself a guess" if is_guess else "")
    return "date read from a publication date that is a guess" if is_guess else ""


def shorten_date(event: Mapping[str, Any]) -> str:
    """The same as `describe_date`, short enough to head a label.

    Examples
    --------
    >>> shorten_date({"start": dt.date(2025, 7, 19), "end": dt.date(2025, 7, 26), "edtf": "",
    ...             "precision": "bounded", "span": "point"})
    '19–26 Jul 2025'
    """
    said = describe_date(event)
    if said.startswith("between "):
        said = said.removeprefix("between ").replace(" and ", "–" if said.count(" ") == 5 else " – ")
    for month in MONTHS:
        said = said.replace(month, month[:3])
    return said


def shorten_date_without_year(event: Mapping[str, Any]) -> str:
    """The same as `shorten_date` without the year, where month and year stand at its end and an axis says the year.

    Examples
    --------
    >>> row = {"start": dt.date(2025, 7, 19), "end": dt.date(2025, 7, 26), "edtf": "", "precision": "bounded",
    ...        "span": "point"}
    >>> shorten_date_without_year(row), shorten_date_without_year(row | {"end": dt.date(2026, 7, 26)})
    ('19–26 Jul', '19 Jul 2025 – 26 Jul 2026')
    """
    said = shorten_date(event)
    return said if len(_YEAR.findall(said)) > 1 else _YEAR_AT_END.sub("", said)


def write_heading(event: Mapping[str, Any]) -> str:
    """The heading an event stands under: its month, its year where no month is known, or ``"Undated"``.

    Examples
    --------
    >>> row = {"start": dt.date(2025, 1, 1), "end": dt.date(2025, 1, 31), "precision": "month"}
    >>> write_heading(row), write_heading(row | {"start": None, "end": None, "precision": "undated"})
    ('January 2025', 'Undated')
    >>> april = row | {"end": dt.date(2025, 4, 30)}
    >>> [write_heading(april | {"precision": precision}) for precision in ("half", "part", "day")]
    ['2025', '2025', 'January 2025']
    """
    first = _read_date(event["start"]) or _read_date(event["end"])
    if first is None:
        return "Undated"
    return str(first.year) if says_no_month(event) else _write_month(first)


def says_no_month(event: Mapping[str, Any]) -> bool:
    """Whether the date is a year, or a part of one, or bounds, longer than a month."""
    says = Precision(event["precision"]).says_month
    if says is not None:
        return not says
    first, last = _read_date(event["start"]), _read_date(event["end"])
    return first is not None and last is not None and (last - first).days > 31


def _read_date(value: Any) -> dt.date | None:
    if value is None or math.isnan(value.year):  # as the year of `NaT` is; this module knows no tables
        return None
    return dt.date(value.year, value.month, value.day)


def _describe_point(first: dt.date, last: dt.date, precision: Precision, edtf: str) -> str:
    if edtf.startswith("[") and "," in edtf:
        return " or ".join(write_day(dt.date.fromisoformat(day)) for day in edtf.strip("[]").split(","))
    if first == last:
        return write_day(first)
    # "Between 1940 and 2002" has the precision of a year, yet is longer than one.
    whole = precision in _SPECIAL and (last - first).days < precision.longest
    words = _SPECIAL[precision](first, last, edtf) if whole else ""
    return words or _describe_range(first, last, _choose_unit(precision), " and ", "between ")


def _describe_part(first: dt.date, last: dt.date, _: str) -> str:
    if (first.year, first.month) == (last.year, last.month) and first.day in _MONTH_PARTS:
        return f"{_MONTH_PARTS[first.day]}{_write_month(first)}"
    if first.year == last.year and first.day == 1 and first.month in _YEAR_PARTS:
        return f"{_YEAR_PARTS[first.month]}{first.year}"
    return ""


def _describe_season(first: dt.date, _: dt.date, edtf: str) -> str:
    code = edtf.partition("-")[2]
    name = _SEASONS.get(int(code)) if code.isdecimal() else None
    return f"{name} {first.year}" if name else ""


def _describe_century(first: dt.date, _: dt.date, __: str) -> str:
    number = (first.year - 1) // 100 + 1
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


_SPECIAL: Final[dict[Precision, Callable[[dt.date, dt.date, str], str]]] = {
    Precision.PART: _describe_part,
    Precision.WEEK: lambda first, _, __: f"week of {write_day(first)}",
    Precision.MONTH: lambda first, _, __: _write_month(first),
    Precision.QUARTER: lambda first, _, __: f"Q{(first.month - 1) // 3 + 1} {first.year}",
    Precision.SEASON: _describe_season,
    Precision.HALF: lambda first, _, __: f"{'first' if first.month < 7 else 'second'} half of {first.year}",
    Precision.YEAR: lambda first, _, __: str(first.year),
    Precision.DECADE: lambda first, _, __: f"{first.year // 10 * 10}s",
    Precision.CENTURY: _describe_century,
}
"""How a whole unit is said; days and bounds have no words of their own."""


def _choose_unit(precision: Precision) -> Callable[[dt.date], str]:
    """The function that writes one end of a range no more exactly than it is known."""
    return {"day": write_day, "month": _write_month, "year": _write_year, "decade": _write_decade}[precision.unit]


def _describe_period(first: dt.date | None, last: dt.date | None, precision: Precision) -> str:
    unit = _choose_unit(precision)
    if first is None or last is None:
        return f"until {unit(last)}" if last else f"since {unit(first)}"  # type: ignore[arg-type]
    return _describe_range(first, last, unit, "–")


def _describe_range(first: dt.date, last: dt.date, unit: Callable[[dt.date], str], sign: str, before: str = "") -> str:
    """Both ends, what they share said once: "26–28 July 2025", "26 July – 3 August 2025"."""
    start, end = unit(first).split(), unit(last).split()
    if start == end:
        return " ".join(start)
    pairs = itertools.zip_longest(reversed(start), reversed(end))
    shared = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    own = start[: len(start) - shared]
    spaced = sign if sign.startswith(" ") or (len(own) == 1 and own[0].isdecimal()) else f" {sign} "
    return f"{before}{' '.join(own)}{spaced}{' '.join(end)}"


def write_day(day: dt.date) -> str:
    """One day in words: "14 July 2025"."""
    return f"{day.day} {_write_month(day)}"


def _write_month(day: dt.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _write_year(day: dt.date) -> str:
    return str(day.year)


def _write_decade(day: dt.date) -> str:
    """The decade that begins or ends with this day; within one, the year."""
    edge = (day.month, day.day, day.year % 10) in {(1, 1, 0), (12, 31, 9)}
    return f"the {day.year // 10 * 10}s" if edge else str(day.year)
