"""What a link asks of the filters, checked against what the briefing has; what is not there is left out and named."""

import datetime as dt
import os
from collections.abc import Collection, Mapping
from typing import Final

import pandas as pd
import streamlit as st

from timeline.screen.address import leave_out
from timeline.screen.state import state

__all__ = ["FIRST_SHOWN", "SHOW", "check_link", "find_days"]

SHOW: Final = {"main": "Main", "10": "10", "30": "30", "100": "100", "all": "All"}
"""How many events to show, and what its button says."""
FIRST_SHOWN: Final = os.environ.get("TIMELINE_TOP") or "main"
"""What a user sees first: what `timeline app --top N` asked for, which takes no other number than these."""

_TRUTHS: Final = frozenset({"true", "false"})


def check_link(
    events: pd.DataFrame, new: Collection[str], filters: Mapping[str, object], others: Collection[str]
) -> None:
    """On the first run, what the URL says that its controls will not take.

    `filters` are the keys of the filters, each with the value that everything passes; `others` are names that are no
    filters.
    """
    query = st.query_params
    if state.is_set("checked"):
        return
    state.checked = True
    known, (first, last) = {*filters, *others}, find_days(events)
    wrong = [f"“{name[:40]}”" for name in query if name not in known and not name.startswith("embed")]
    if (show := query.get("show")) and show not in SHOW.values():
        wrong.append(f"events “{show[:40]}”")
    wrong += [
        f"{key} “{query[key][:40]}”" for key in ("from", "to") if key in query and not _is_day(query[key], first, last)
    ]
    for key in [key for key, loose in filters.items() if loose is False and key != "new"]:
        wrong += [f"{key} “{query[key][:40]}”"] if query.get(key, "true") not in _TRUTHS else []
    wrong += [f"new “{query['new'][:40]}”"] if "new" in query and not new else []
    leave_out(wrong)


def _is_day(text: str, first: dt.date, last: dt.date) -> bool:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return False
    return first <= day <= last


def find_days(events: pd.DataFrame) -> tuple[dt.date, dt.date]:
    """The first and the last day that any of `events` can lie on; two centuries where none is dated."""
    days = pd.concat([events["start"], events["end"]]).dropna()
    return (days.min().date(), days.max().date()) if len(days) else (dt.date(1900, 1, 1), dt.date(2100, 12, 31))
