"""An events table -> its events under headings: by month, or by year where a date says no more."""

import pandas as pd

from timeline.table import EventRow, list_events
from timeline.wording import write_heading

__all__ = ["group_by_heading"]


def group_by_heading(events: pd.DataFrame) -> dict[str, list[EventRow]]:
    """The rows of `events` under "July 2025", "2022" or "Undated"; each heading once, in the order of its first row.

    Examples
    --------
    >>> import datetime as dt
    >>> days = {"start": [dt.date(2025, 7, 1), None], "end": [dt.date(2025, 7, 31), None]}
    >>> list(group_by_heading(pd.DataFrame({**days, "precision": ["month", "undated"]})))
    ['July 2025', 'Undated']
    """
    groups: dict[str, list[EventRow]] = {}
    for row in list_events(events):
        groups.setdefault(write_heading(row), []).append(row)
    return groups
