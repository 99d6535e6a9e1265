"""What the lanes of the chart are made by, which of them there are, in which order, and which are folded.

The user chooses behind a button, or by dragging and pressing the lanes' names; the URL keeps it.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Final

import streamlit as st

from timeline.figure import list_event_sources
from timeline.layout import list_lane_names
from timeline.screen.address import read_chosen, write_chosen
from timeline.screen.state import state
from timeline.screen.words import escape_markdown
from timeline.table import Timeline
from timeline.vocabulary import Review

__all__ = ["LANE_KEYS", "choose_lanes"]

LANE_KEYS: Final = ("lane", "folded")
"""The URL's words for the lanes that were chosen, and for those that are folded."""

_LISTS: Final = {
    "lane": ("Lanes, from the top", "As many as there is room for"),
    "folded": ("Folded to a line of dots", "None"),
}
"""What each list is called, and what it says while nothing is chosen."""


def choose_lanes(timeline: Timeline, kinds: Mapping[str, str], *, enabled: bool) -> None:
    """Let the user choose what lanes are made by, one of `kinds` with its words, and which; `state` keeps the choice.

    The lists are made while they are in sight alone, since the browser would go on sending what they held.
    """
    more = st.popover(
        escape_markdown(kinds[state.lanes or "actor"]), key="lanes_open", on_change="rerun", disabled=not enabled
    )
    with more, st.container(key="lane_choice"):
        by = st.segmented_control(
            "Lanes", options=_list_kinds(timeline, kinds), key="lanes", default="actor", required=True,
            format_func=lambda kind: escape_markdown(kinds[kind]), bind="query-params",
        )  # fmt: skip
        counts = _count_lanes(timeline, by)
        chosen = {key: read_chosen(key, counts) for key in LANE_KEYS}
        if more.open:
            chosen = {key: _choose_several(key, counts) for key in LANE_KEYS}
            st.caption("Or drag the names beside the chart, and press one to fold it.")
    for key, names in chosen.items():
        write_chosen(key, names)
    state.chosen_lanes, state.folded_lanes = tuple(chosen["lane"]), tuple(chosen["folded"])


def _list_kinds(timeline: Timeline, kinds: Mapping[str, str]) -> list[str]:
    """What lanes can be made by: by source where there are documents, by tag where somebody gave one."""
    missing = {"source": timeline.documents.empty, "tag": not any(map(len, timeline.events["tags"]))}
    return [name for name in kinds if not missing.get(name)]


def _choose_several(key: str, counts: Mapping[str, int]) -> list[str]:
    label, hint = _LISTS[key]
    return st.multiselect(
        label, options=list(counts), key=key, placeholder=hint, format_func=lambda name: f"{name} {counts[name]}"
    )


def _count_lanes(timeline: Timeline, by: str) -> dict[str, int]:
    """How many events each lane has of its own, most first."""
    made = list_event_sources(timeline.mentions, timeline.documents) if by == "source" else by
    events = timeline.events[timeline.events["review"] != Review.HIDDEN]
    return dict(Counter(names[0] for names in list_lane_names(events, made)).most_common())
