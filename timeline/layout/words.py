"""The whole chart -> a text alternative for those who do not see it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

import pandas as pd

from timeline.layout.text import clean
from timeline.layout.wording import date_in_full, day_words

__all__ = ["days_covered", "describe"]

_STATUS: Final = {
    "planned": "planned",
    "possible": "possible",
    "conditional": "conditional",
    "denied": "denied",
    "negated": "did not happen",
}


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
    said = date_in_full(row)
    return f"{said[0].upper()}{said[1:]}: {clean(row['title'])}{f' ({aside})' if aside else ''}"
