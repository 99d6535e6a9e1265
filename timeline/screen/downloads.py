"""“Export…”: what is on the screen as a file, made when it is asked for."""

import dataclasses
import re
from collections.abc import Callable

import pandas as pd
import streamlit as st

from timeline.formats import FORMATS, render
from timeline.table import Timeline

__all__ = ["download_controls", "file_name", "shown_timeline"]


def download_controls(timeline: Timeline, events: pd.DataFrame) -> None:
    """A button for each format, for the `events` on the screen."""
    with st.popover("Export…"):
        st.caption(f"What is on the screen: {len(events):,} event{'' if len(events) == 1 else 's'}.")
        for suffix, format_ in FORMATS.items():
            st.download_button(
                format_.what, data=_later(timeline, events, suffix), file_name=file_name(timeline.title, suffix),
                mime=format_.mime, key=f"download_{suffix[1:]}", on_click="ignore", type="tertiary",
                disabled=events.empty,
            )  # fmt: skip


def _later(timeline: Timeline, events: pd.DataFrame, suffix: str) -> Callable[[], bytes]:
    """Makes the file when it is clicked for. `events` are what the reader sees, lesser ones too if they are shown."""
    return lambda: render(shown_timeline(timeline, events), suffix, scope="all")


def shown_timeline(timeline: Timeline, events: pd.DataFrame) -> Timeline:
    """`timeline` with only `events` and their tellings."""
    mentions = timeline.mentions[timeline.mentions["event_id"].isin(events["event_id"])].reset_index(drop=True)
    return dataclasses.replace(timeline, events=events, mentions=mentions)


def file_name(title: str, suffix: str) -> str:
    """A file name from the briefing's title, of letters, digits and hyphens, with this suffix.

    Examples
    --------
    >>> file_name("../H20: sales & “China”", ".csv")
    'h20-sales-china.csv'
    """
    stem = re.sub(r"\W+", "-", title.casefold()).strip("-_")[:60]
    return f"{stem or 'timeline'}{suffix}"
