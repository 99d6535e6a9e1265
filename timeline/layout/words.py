"""An event's date -> plain words, saying no more than the table does; and the whole chart -> a text alternative."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

import pandas as pd

from timeline.layout.text import clean

__all__ = ["MONTHS", "date_words", "day_words", "days_covered", "describe", "short_date"]

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_QUARTERS: Final = ("first", "second", "third", "fourth")
_ASIDE: Final = {
    "published": "assumed: the day of publication",
    "bounded": "not stated, only bounded by other dates",
}
_STATUS: Final = {
    "planned": "planned",
    "possible": "possible",
    "conditional": "conditional",
    "denied": "denied",
    "negated": "did not happen",
}


def date_words(event: Mapping[str, Any]) -> str:
    """When `event`, a row of the events table, happened, in words; ``"no date"`` where it has none.

    Examples
    --------
    >>> row = {"start": dt.date(2025, 4, 1), "end": dt.date(2025, 4, 30), "edtf": "2025-04",
    ...        "precision": "month", "span": "point", "date_basis": "explicit"}
    >>> date_words(row)
    'April 2025'
    >>> date_words(row | {"span": "period", "end": None})
    'since April 2025'
    >>> date_words(row | {"start": dt.date(2025, 3, 28), "precision": "bounded", "date_basis": "bounded"})
    'some time from 28 March to 30 April 2025 (not stated, only bounded by other dates)'
    """
    start, end = _date(event["start"]), _date(event["end"])
    said = _said(event, start, end)
    aside = _ASIDE.get(event["date_basis"])
    return f"{said} ({aside})" if aside and said != "no date" else said


def short_date(event: Mapping[str, Any]) -> str:
    """The same as `date_words`, short enough to head a label.

    Examples
    --------
    >>> short_date({"start": dt.date(2025, 7, 19), "end": dt.date(2025, 7, 26), "edtf": "",
    ...             "precision": "bounded", "span": "point", "date_basis": "bounded"})
    '19–26 Jul 2025'
    """
    said = _said(event, _date(event["start"]), _date(event["end"]))
    for lead in ("some time from ", "from ", "throughout ", "the "):
        said = said.removeprefix(lead)
    for month in MONTHS:
        said = said.replace(month, month[:3])
    return re.sub(r"(?<=\d) to (?=\d+ \w+ \d+$)", "–", said) if said.count(" ") == 4 else said.replace(" to ", " – ")


def _said(event: Mapping[str, Any], start: dt.date | None, end: dt.date | None) -> str:
    edtf = str(event["edtf"])
    if edtf.startswith("[") and "," in edtf:
        return " or ".join(
            day_words(dt.date.fromisoformat(d)) if len(d) == 10 else d for d in edtf.strip("[]").split(",")
        )
    precision = event["precision"]
    if start is None or end is None:
        known = start or end
        return f"{'since' if start else 'until'} {_unit(known, precision)}" if known else "no date"
    if start == end:
        return day_words(start)
    named = _named(start, end)
    if event["span"] == "period":
        return f"throughout {named}" if named else f"from {_range(start, end)}"
    return named or f"some time from {_range(start, end)}"


def _date(value: Any) -> dt.date | None:
    if value is None or value is pd.NaT:
        return None
    return value.date() if isinstance(value, dt.datetime) else value


def day_words(day: dt.date) -> str:
    """``14 July 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _unit(day: dt.date, precision: str) -> str:
    """The known end of an open period, at its precision."""
    if precision in {"year", "decade", "century"}:
        return str(day.year)
    return f"{MONTHS[day.month - 1]} {day.year}" if precision == "month" else day_words(day)


def _range(start: dt.date, end: dt.date) -> str:
    """``1 to 30 April 2025``, with month and year only where they differ."""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day_words(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} to {day_words(end)}"
    return f"{day_words(start)} to {day_words(end)}"


def _named(start: dt.date, end: dt.date) -> str:
    """The month, quarter, year, decade or part of a month that is exactly this stretch; else nothing."""
    after = end + dt.timedelta(days=1) if end < dt.date.max else end
    month = f"{MONTHS[start.month - 1]} {start.year}"
    if start.weekday() == 0 and (end - start).days == 6:
        return f"the week of {day_words(start)}"
    if (start.year, start.month) == (end.year, end.month):
        parts = {(1, 10): f"early {month}", (11, 20): f"mid-{month}"}
        if after.day == 1:
            parts |= {(1, end.day): month, (21, end.day): f"late {month}"}
        return parts.get((start.day, end.day), "")
    if start.day != 1 or after.day != 1:
        return ""
    months = (after.year - start.year) * 12 + after.month - start.month
    known = {
        (3, start.month % 3 == 1): f"the {_QUARTERS[start.month // 3]} quarter of {start.year}",
        (12, start.month == 1): str(start.year),
        (120, start.month == 1 and start.year % 10 == 0): f"the {start.year}s",
    }
    return known.get((months, True), "")


def describe(events: pd.DataFrame, *, most: int = 200) -> str:
    """The chart in words for those who do not see it: a sentence on the whole, then a line an event, in date order.

    Only the `most` most important events have a line, and the text says so.

    Examples
    --------
    >>> print(describe(pd.DataFrame({"title": [], "start": [], "end": []})))
    A timeline without events.
    """
    if not len(events):
        return "A timeline without events."
    listed = events
    if len(events) > most:
        best = events.sort_values(["importance", "event_id"], ascending=[False, True], kind="stable").head(most)
        listed = best.sort_index()
    rows = [{str(name): cell for name, cell in row.items()} for row in listed.to_dict("records")]
    more = [f"and {len(events) - most} less important events."] if len(events) > most else []
    return "\n".join([_overview(events), *map(_line, rows), *more])


def days_covered(events: pd.DataFrame) -> str:
    """``1 January 2022 to 13 August 2025``, or nothing where no event has a date."""
    days = pd.concat([events["start"], events["end"]]).dropna()
    if days.empty:
        return ""
    first, last = days.min().date(), days.max().date()
    return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"


def _overview(events: pd.DataFrame) -> str:
    covered = days_covered(events)
    joint = "from" if " to " in covered else "on"
    span = f"{joint} {covered}" if covered else "without dates"
    leads = Counter(name for names in events["actors"] for name in set(names))
    ranked = sorted(leads, key=lambda name: (-leads[name], name))[:3]
    whom = f"; most often with {', '.join(clean(name) for name in ranked)}" if ranked else ""
    return f"A timeline of {_count(len(events), 'event')} {span}{whom}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _line(row: Mapping[str, Any]) -> str:
    names: Iterable[str] = row["actors"]
    about = [", ".join(clean(name) for name in names), _STATUS.get(row["status"], "")]
    aside = "; ".join(filter(None, about))
    said = date_words(row)
    return f"{said[0].upper()}{said[1:]}: {clean(row['title'])}{f' ({aside})' if aside else ''}"
