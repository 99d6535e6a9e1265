"""The whole chart -> a text alternative for those who do not see it."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from timeline.layout.text import clean
from timeline.table import EventRow, leading_events, list_events
from timeline.vocabulary import Extent, Precision, Status
from timeline.wording import MONTHS, count_words, date_in_full, date_words, day_words

__all__ = ["days_covered", "describe"]


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
        listed = leading_events(events, most)
    more = [f"and {len(events) - most} less important events."] if len(events) > most else []
    return "\n".join([_overview(events), *map(_line, list_events(listed)), *more])


def days_covered(events: pd.DataFrame) -> str:
    """The first and last date in words, no more exact than they are known; nothing where no event has a date.

    Examples
    --------
    >>> row = {"start": pd.Timestamp("2022-01-01"), "end": pd.NaT, "precision": "year", "span": "period",
    ...        "edtf": "2022/.."}
    >>> days_covered(pd.DataFrame([row]))
    '2022'
    >>> day = row | {"start": pd.Timestamp("2025-08-13"), "end": pd.Timestamp("2025-08-13"), "precision": "day"}
    >>> days_covered(pd.DataFrame([row, day]))
    '2022 to 13 August 2025'
    >>> week = {"start": pd.Timestamp("2025-07-21"), "end": pd.Timestamp("2025-07-27"), "precision": "week"}
    >>> days_covered(pd.DataFrame([row | week | {"span": "point"}, day]))
    '21 July to 13 August 2025'
    """
    begins, ends = events["start"].fillna(events["end"]), events["end"].fillna(events["start"])
    if begins.dropna().empty:
        return ""
    first, last = _edge(events, begins, begins.min()), _edge(events, ends, ends.max())
    if first.endswith(last) or last.endswith(first):  # one within the other: "31 July 2025" and "July 2025"
        return min(first, last, key=len)
    start, end = first.split(), last.split()
    once = len(start) > 1 and start[-2] in MONTHS and start[-1] == end[-1]
    return f"{' '.join(start[:-1]) if once else first} to {last}"


def _coarseness(precision: Precision) -> int:
    return -1 if precision.exact_ends else precision.rank


def _edge(events: pd.DataFrame, days: pd.Series, day: pd.Timestamp) -> str:
    """The first or last of `days` in words, as exact as the event that knows it best."""
    row = min(list_events(events[days == day]), key=lambda row: _coarseness(Precision(row["precision"])))
    if Precision(row["precision"]).exact_ends:
        return day_words(day.date())
    whole = row["span"] == Extent.POINT and None not in (row["start"], row["end"])
    return date_words(row if whole else row | {"span": Extent.PERIOD, "start": day, "end": day})


def _overview(events: pd.DataFrame) -> str:
    covered = days_covered(events)
    joint = "from" if " to " in covered else "on" if covered[:1].isdecimal() and " " in covered else "in"
    span = f"{joint} {covered}" if covered else "without dates"
    leads = Counter(name for names in events["actors"] for name in set(names))
    ranked = sorted(leads, key=lambda name: (-leads[name], name))[:3]
    whom = f"; most often with {', '.join(clean(name) for name in ranked)}" if ranked else ""
    return f"A timeline of {count_words(len(events), 'event')} {span}{whom}."


def _line(row: EventRow) -> str:
    names: Iterable[str] = row["actors"]
    about = [", ".join(clean(name) for name in names), Status(row["status"]).aside]
    aside = "; ".join(filter(None, about))
    said = date_in_full(row)
    return f"{said[0].upper()}{said[1:]}: {clean(row['title'])}{f' ({aside})' if aside else ''}"
