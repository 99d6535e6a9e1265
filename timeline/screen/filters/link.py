"""What a link asks of the filters, checked against what the briefing has; what is not there is left out and named."""

import datetime as dt
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from timeline.screen.state import state

__all__ = ["FIRST_SHOWN", "SHOW", "check_link", "find_days", "leave_out", "read_chosen", "write_chosen"]

SHOW: Final = {"main": "Main", "10": "10", "30": "30", "100": "100", "all": "All"}
"""How many events to show, and what its button says."""
FIRST_SHOWN: Final = os.environ.get("TIMELINE_TOP") or "main"
"""What a user sees first: what `timeline app --top N` asked for, which takes no other number than these."""

_LEFT_OUT: Final = "The link also asks for what is not in this briefing, which was left out: "
_SAID: Final = {"actors": "actor", "hide": "hidden actor"}
_TRUTHS: Final = frozenset({"true", "false"})


def read_chosen(key: str, options: Iterable[str]) -> list[str]:
    """What is chosen under `key`: on the first run what the URL says, and never a value that is no option."""
    allowed = set(options)
    if key not in st.session_state:
        st.session_state[key] = asked = list(dict.fromkeys(st.query_params.get_all(key)))
        leave_out([f"{_SAID.get(key, key)} “{value[:60]}”" for value in asked if value not in allowed])
    kept = [value for value in st.session_state[key] if value in allowed]
    st.session_state[key] = kept
    return kept


def write_chosen(key: str, values: Sequence[str]) -> None:
    """Let the URL say what is chosen under `key`, or nothing of it where nothing is."""
    if values and st.query_params.get_all(key) != list(values):
        st.query_params[key] = list(values)
    elif not values and key in st.query_params:
        st.query_params.pop(key)


def leave_out(asked: Sequence[str]) -> None:
    """Remember what a link asked for that is not there, to say so."""
    if asked:
        before = state.left_out.removeprefix(_LEFT_OUT).removesuffix(".")
        state.left_out = f"{_LEFT_OUT}{', '.join(filter(None, [before, *asked]))}."


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
