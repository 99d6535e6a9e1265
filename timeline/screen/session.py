"""What a link asks for and what the user does in the page part -> session state, and back into the URL.

The values are listed in `timeline.screen.state`; those of the filters are kept by their controls.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

import streamlit as st

from timeline.screen.address import leave_out
from timeline.screen.dialogs.base import open_dialog, show_refusal
from timeline.screen.dialogs.menu import correct
from timeline.screen.dialogs.open_documents import open_demo
from timeline.screen.filters.controls import clear_filters, loosen
from timeline.screen.selection import keep_in_url, pick, read_document
from timeline.screen.state import Dialog, state
from timeline.screen.view.chart import FIRST_SIZE, VIEWS, WHOLE, find_window_days, read_window, write_window
from timeline.screen.view.lane_choice import LANE_KEYS
from timeline.screen.visitor import SHARE
from timeline.store import find_event
from timeline.table import Timeline
from timeline.vocabulary import Review

__all__ = ["IN_URL", "start_session", "take_action"]

IN_URL: Final = ("event", "document", "window", "look", "view", "scale", "lanes", *LANE_KEYS, "workspace", SHARE)
"""What the URL keeps besides the filters."""


def start_session(timeline: Timeline, readable: Iterable[str]) -> None:
    """Set what a page just opened shows, from its URL; `readable` are the ids of the documents that can be read."""
    query = st.query_params
    if not state.is_set("event"):
        _ask_for_event(timeline, frozenset(readable))
    if not state.is_set("window"):
        asked = query.get("window", "")
        state.window, state.whole = read_window(asked), asked == WHOLE
        if asked and not (state.window or state.whole):
            leave_out([f"window “{asked[:40]}”"])
            keep_in_url("window", "")
        if query.get("view", "Auto") not in VIEWS.values():
            leave_out([f"view “{query['view'][:40]}”"])
    if not state.is_set("size"):
        # A page says how large its chart is, and the browser what the last one said: mostly that of this one, too.
        state.size = _read_size(st.context.cookies.get("briefing_size"))
    if state.event and (found := find_event(timeline, state.event)) != state.event:
        pick(found)


def _read_size(said: Any) -> str:
    """Width and height of the chart as the page says them, if they can be that."""
    return str(said) if re.fullmatch(r"\d{2,4}x\d{2,4}", str(said)) else FIRST_SIZE


def _ask_for_event(timeline: Timeline, readable: frozenset[str]) -> None:
    """Event and document that the URL names; without either the event that matters most."""
    query = st.query_params
    asked = query.get("document", "")
    document = asked if asked in readable else ""
    state.event = query.get("event") or ("" if document else _find_most_important(timeline))
    if state.event and not find_event(timeline, state.event):
        leave_out([f"event “{state.event[:40]}”"])
    if asked != document:
        leave_out([f"document “{asked[:40]}”"])
    read_document(document)


def _find_most_important(timeline: Timeline) -> str:
    """The event whose quotes a user sees at first; ``""`` where there is none."""
    best = timeline.events[timeline.events["review"] != Review.HIDDEN].nlargest(1, ["importance", "sources"])
    return "" if best.empty else str(best["event_id"].iloc[0])


def _zoom(value: Any) -> None:
    """Show a stretch of the axis, given in its units, or the whole of it, or for None what a chart opens on."""
    state.whole = value == WHOLE
    state.window = (
        find_window_days(value, state.drawn.axis) if state.drawn and isinstance(value, list | tuple) else None
    )
    keep_in_url("window", WHOLE if state.whole else write_window(state.window))


def _loosen(what: str) -> None:
    """Let everything pass one filter, or all; list the events in the order of time again; or open something."""
    match what:
        case "all":
            clear_filters()
        case "time":
            state.queue = False
        case "open":
            open_dialog(Dialog(name="open"))
        case "demo":
            show_refusal(open_demo)
        case field:
            loosen(field)


def _fold(lane: str) -> None:
    """Fold a lane of the chart, or unfold it."""
    folded = list(st.session_state.get("folded", []))
    st.session_state["folded"] = [name for name in folded if name != lane] if lane in folded else [*folded, lane]


def take_action(action: str, value: Any) -> None:  # noqa: C901, PLR0912  one line an action
    """What the user did, into session state and URL."""
    match action:
        case "picked":
            pick(str(value or ""))
        case "zoomed":
            _zoom(value)
        case "pinned":
            state.pinned = bool(value)
        case "resized":
            state.size = _read_size(value)
        case "queued":
            state.queue, state.turned = bool(value), 0
        case "chosen":
            state.chosen = tuple(map(str, value))
        case "corrected":
            correct(value)
        case "turned":
            state.turned = int(value)
            pick("")
        case "looked":
            state.overview = "actors" if value == "actors" else "sources"
        case "opened":
            document, mention = value
            read_document(str(document), str(mention))
        case "only":
            st.session_state["actors"] = [str(value)]
        case "folded":
            _fold(str(value))
        case "ordered":
            st.session_state["lane"] = [str(name) for name in value]
        case "asked":
            _loosen(str(value))
