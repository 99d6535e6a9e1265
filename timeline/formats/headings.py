"""An events table -> its events under headings: by month, or by year where a date says no more."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

from timeline.layout.wording import MONTHS
from timeline.table import records
from timeline.vocabulary import Precision

__all__ = ["headings"]


def headings(events: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """The rows of `events` under "July 2025", "2022" or "Undated"; each heading once, in the order of its first row.

    Examples
    --------
    >>> days = {"start": [dt.date(2025, 7, 1), None], "end": [dt.date(2025, 7, 31), None]}
    >>> list(headings(pd.DataFrame({**days, "precision": ["month", "undated"]})))
    ['July 2025', 'Undated']
    """
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in records(events):
        groups.setdefault(_heading(row), []).append(row)
    return groups


def _heading(event: Mapping[str, Any]) -> str:
    days: list[dt.date] = [day for day in (event["start"], event["end"]) if not pd.isna(day)]
    if not days:
        return "Undated"
    if Precision(event["precision"]).says_month is False:
        return str(days[0].year)
    return f"{MONTHS[days[0].month - 1]} {days[0].year}"
