"""The page: what is open -> filters -> the events that pass -> chart, list and selected event.

Data goes one way down this file; what the reader does comes back as session state and starts the next run. Session
state, besides the keys of the filters (`timeline.screen.filter_controls.KEYS`, each kept in the URL by its control):

| key | default | set by | cleared by |
|---|---|---|---|
| ``workspace`` | ``?workspace=``, else the one of the paths at the start | first run; “Open documents…” | nothing |
| ``work`` | what is in it, and the timeline with its corrections | a run that finds it changed | nothing |
| ``tab`` | a token of this session, which names who made a correction | first run | nothing |
| ``refused`` | the workspace of ours that could not be opened | whoever tried to | opening another |
| ``failure`` | what a click could not do | that click | the next run, which shows it |
| ``event`` | ``?event=``, else the most important one | choosing in chart or list | Esc, Close; an unknown id |
| ``document`` | ``""``; else the mention whose document is read | “Open in document” | “Back”; another event |
| ``window`` | ``?window=``, else None (the whole span) | zoom and pan | “Fit”, `f` |
| ``heard`` | 0, the number of the last thing the reader did | the page part, hearing it | nothing |
| ``drawn`` | the chart on the screen, and what it was drawn for | a run that changes the chart | nothing |
| ``opening`` | False | “Open documents…” | closing its dialog; “Show the timeline” |
| ``asked`` | None; else what is to be opened | “Show the timeline” | having opened it; “Cancel” |
| ``opened`` | ``""``; else what was taken as what | opening documents | “Dismiss” |
| ``ask_dates`` | whether guessed dates are asked about, too | opening documents | answering; “Dismiss” |
| ``dates_left`` | False | “Dismiss” where dates are asked for | nothing |
| ``dating`` | False | “Give dates…” | closing its dialog |
| ``address_seen`` | False | “Dismiss” where the server listens to others | nothing |
| ``checked`` | True, once the URL has been read | first run | nothing |
| ``left_out`` | ``""``; else what the URL asked for in vain | first run | “Dismiss” |
| ``size`` | `FIRST_SIZE` | the page, when it has measured itself | nothing |
| ``turned`` | 0, the page of the list | “n later events” | a selected event on another page |
| ``view`` | ``auto`` | the view control (kept in the URL) | nothing |
| ``lanes`` | ``actor`` | the lanes control (kept in the URL) | a view without lanes |
| ``dialog`` | the dialog that is open, and what it is about | whatever opens it | closing it; saving |
| ``form_…`` | what stands in that dialog | opening it, and its controls | opening another |
| ``exporting`` | False | “Export…” | closing its dialog |
| ``made`` | None | “Make the file”: the file, and what for | opening or closing that dialog |
| ``menu`` | None | “Edit…” | itself, at once |
| ``another`` | None | “n more actors”, which adds to ``actors`` | itself, at once |
"""

import dataclasses
import gc
import hashlib
import html
import json
import re
import time
from collections.abc import Sequence
from importlib import resources
from typing import Any, Final

import pandas as pd
import streamlit as st

from timeline.documents import Document
from timeline.errors import TimelineError
from timeline.layout import colours
from timeline.layout.axis import TimeAxis
from timeline.screen.chart import (
    FIRST_SIZE,
    VIEWS,
    days_of,
    draw_chart,
    lay_out_chart,
    read_window,
    view_controls,
    write_window,
)
from timeline.screen.correcting import correct, correcting_controls, correcting_dialogs
from timeline.screen.detail import dating_first, mark_document, tell_changes, tell_event
from timeline.screen.exporting import export_button, export_dialog
from timeline.screen.filter_controls import check_link, clear_filters, filter_controls, leave_out, loosen
from timeline.screen.filters import Filters, events_of, find_loosest
from timeline.screen.news import News, news_of, show_news
from timeline.screen.opening import open_asked, opening_controls
from timeline.screen.reader import mount, plotly_path, preload
from timeline.screen.reading import PAGE, find_page, headline, list_months, reading_order
from timeline.screen.workspace import Work, begin_anew, current, enter, set_aside
from timeline.store import find_event
from timeline.table import Timeline

__all__ = ["show"]

_IN_URL: Final = ("event", "window", "view", "lanes", "workspace")
_QUICK: Final = 20
"""Up to so many documents are read before a reader would notice."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """A chart, what it shows, and its time axis."""

    timeline: Timeline
    asked: tuple[Any, ...]
    axis: TimeAxis
    chart: dict[str, Any]


def show(paths: Sequence[str] = ()) -> None:
    """Show the page, on these files and folders at first, or on the default briefing if there are none."""
    st.set_page_config(page_title="Briefing Timeline", layout="wide", initial_sidebar_state="auto")
    style = resources.files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    st.html(f"<style>{style}</style>")
    preload()
    try:
        enter(paths)
        open_asked()
        work = _current()
    except TimelineError as error:
        _cannot_open(str(error), paths)
        return
    _keep_for_good()
    timeline, news = work.timeline, news_of(work)
    check_link(timeline.events, news, _IN_URL)
    with st.sidebar:
        filters, scope = filter_controls(timeline, news)
    events = events_of(timeline, filters, scope)
    _header(work, events)
    _start_state(timeline)
    show_news(work, news)
    view_controls(timeline)
    _reader(work, reading_order(events), scope, filters, news)
    correcting_dialogs(work)
    export_dialog(timeline, events)


@st.cache_resource(show_spinner=False)
def _keep_for_good() -> None:
    """Spare what is loaded by now the search for garbage that Streamlit makes after every run, before it is done."""
    gc.collect()
    gc.freeze()


def _current() -> Work:
    """What the reader works on, with progress while its timeline is being built."""
    place = st.empty()
    started = time.monotonic()

    def report(done: int, total: int) -> None:
        if total > _QUICK:
            left = (time.monotonic() - started) / done * (total - done)
            place.progress(done / total, f"Reading document {done} of {total}; about {left:.0f} s left")

    work = current(report)
    place.empty()
    return work


def _cannot_open(message: str, paths: Sequence[str]) -> None:
    st.error(f"This cannot be opened: {message}.")
    _say_failure()
    st.button("Open the default briefing", on_click=_anew, args=((),), key="open_default")
    if "refused" in st.session_state:
        st.button(
            "Put that file aside and start anew", on_click=_anew, args=(paths, True), key="set_aside",
            help="The file is renamed and stays where it is; its documents are read again, without corrections.",
        )  # fmt: skip


def _say_failure() -> None:
    if failure := st.session_state.pop("failure", ""):
        st.error(f"That could not be done: {failure}.")


def _anew(paths: Sequence[str], aside: bool = False) -> None:  # noqa: FBT001, FBT002  a callback's arguments are positional
    """Leave the workspace that cannot be opened."""
    try:
        if aside:
            set_aside()
        begin_anew(paths)
    except TimelineError as error:
        st.session_state["failure"] = str(error)


def _header(work: Work, events: pd.DataFrame) -> None:
    """The title, one line that says what there is, and what can be done with it."""
    timeline = work.timeline
    title = html.escape(timeline.title or "Untitled briefing")
    line = html.escape(headline(events, timeline.documents))
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.html(f"<h1>{title}</h1><p>{line}</p>")
        if len(timeline.problems):
            _problems(timeline.problems)
        opening_controls(work)
        correcting_controls(work, events)
        export_button(timeline)
    if work.place.note:
        st.warning(work.place.note)
    _say_failure()


def _problems(problems: pd.DataFrame) -> None:
    count = len(problems)
    with st.popover(f"{count} problem{'' if count == 1 else 's'}"):
        st.dataframe(problems, hide_index=True)


def _reader(work: Work, events: pd.DataFrame, whole: pd.DataFrame, filters: Filters, news: News) -> None:
    """Chart, list and selected event, as one part of the page."""
    state, timeline = st.session_state, work.timeline
    palette = colours(timeline.actors)
    page = find_page(events, state["turned"], state["event"])
    here = events.iloc[page * PAGE : (page + 1) * PAGE]
    told = timeline.mentions[timeline.mentions["event_id"].astype(object).isin(here["event_id"].tolist())]
    told = dating_first(told).drop_duplicates("event_id")
    quotes = dict(zip(told["event_id"].tolist(), told["quote"].tolist(), strict=True))
    documents = {document.id: document for document in work.documents}
    months = list_months(
        here, quotes, palette, edited=work.edited, disputed={c.event_id for c in work.conflicts}, news=news
    )
    empty = _empty(timeline, filters) if events.empty else None
    mount(
        {
            "chart": _chart(timeline, events, whole, filters),
            "months": months,
            "list_id": _fingerprint(months, empty, page),
            "page": _turns(len(events), page),
            "selected": state["event"],
            "asked_for": "event" in st.query_params,
            "event": tell_event(timeline, state["event"], palette, documents) if state["event"] else None,
            "changes": tell_changes(work, state["event"]),
            "document": _document(timeline, documents),
            "empty": empty,
            "size": state["size"],
            "session": state["tab"],
        },
        _heard,
    )


def _chart(timeline: Timeline, events: pd.DataFrame, whole: pd.DataFrame, filters: Filters) -> dict[str, Any] | None:
    """The chart of `events` on the axis of `whole`, drawn anew only if it changes; None if there is nothing to draw."""
    state = st.session_state
    if events.empty:
        return None
    theme = st.context.theme.type or "light"
    asked = filters, state["view"], state.get("lanes"), state["size"], state["window"], theme
    drawn: _Drawn | None = state.get("drawn")
    if drawn is None or drawn.timeline is not timeline or drawn.asked != asked:
        layout = lay_out_chart(
            timeline, events, whole, view=state["view"], by=state.get("lanes") or "actor", size=state["size"],
            window=state["window"],
        )  # fmt: skip
        chart = draw_chart(timeline, events, layout, theme=theme, plotly=plotly_path())
        drawn = _Drawn(timeline=timeline, asked=asked, axis=layout.axis, chart=chart)
        state["drawn"] = drawn
    return drawn.chart


def _start_state(timeline: Timeline) -> None:
    """The session state of a page just opened, from its URL."""
    state, query = st.session_state, st.query_params
    if "event" not in state:
        state["event"] = query.get("event") or _most_important(timeline)
        if state["event"] and not find_event(timeline, state["event"]):
            leave_out([f"event “{state['event'][:40]}”"])
    if "window" not in state:
        state["window"] = read_window(query.get("window", ""))
        if "window" in query and not state["window"]:
            leave_out([f"window “{query['window'][:40]}”"])
            _in_url("window", "")
        if query.get("view", "Auto") not in VIEWS.values():
            leave_out([f"view “{query['view'][:40]}”"])
    for key, value in {"document": "", "size": FIRST_SIZE, "turned": 0}.items():
        state.setdefault(key, value)
    if state["event"] and (found := find_event(timeline, state["event"])) != state["event"]:
        _pick(found)


def _most_important(timeline: Timeline) -> str:
    """The event whose quotes a reader sees at first; ``""`` where there is none."""
    best = timeline.events[timeline.events["review"] != "hidden"].nlargest(1, ["importance", "sources"])
    return "" if best.empty else str(best["event_id"].iloc[0])


def _heard(action: str, value: Any) -> None:
    """What the reader did, into session state and URL."""
    state = st.session_state
    match action:
        case "picked":
            _pick(str(value or ""))
        case "zoomed":
            state["window"] = days_of(value, state["drawn"].axis)
            _in_url("window", write_window(state["window"]))
        case "resized":
            state["size"] = value if re.fullmatch(r"\d{2,4}x\d{2,4}", str(value)) else FIRST_SIZE
        case "corrected":
            correct(value)
        case "turned":
            state["turned"] = int(value)
            _pick("")
        case "opened":
            state["document"] = str(value or "")
        case "asked" if value == "all":
            clear_filters()
        case "asked":
            loosen(str(value))


def _pick(event_id: str) -> None:
    st.session_state["event"] = event_id
    st.session_state["document"] = ""
    _in_url("event", event_id)


def _in_url(name: str, value: str) -> None:
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def _document(timeline: Timeline, documents: dict[str, Document]) -> dict[str, Any] | None:
    """The document that is read instead of the event, if one is."""
    mentions = timeline.mentions[timeline.mentions["mention_id"] == st.session_state["document"]]
    if mentions.empty or (document := documents.get(mentions.iloc[0]["document_id"])) is None:
        return None
    return mark_document(document, timeline, st.session_state["document"])


def _turns(count: int, page: int) -> dict[str, int]:
    """How many events lie before and after this page of the list, and which pages they are on."""
    return {
        "earlier": page * PAGE,
        "earlier_page": page - 1,
        "later": max(0, count - (page + 1) * PAGE),
        "later_page": page + 1,
    }


def _empty(timeline: Timeline, filters: Filters) -> dict[str, str]:
    """Why there is nothing to see, and what to do about it."""
    if timeline.events.empty:
        read = len(timeline.documents)
        if not read:
            return {"text": "No document could be read, for the reasons under “problems”. Try “Open documents…” above."}
        return {"text": f"None of the {read} documents tells an event. Try others with “Open documents…” above."}
    loosest = find_loosest(timeline, filters)
    if loosest is None:
        return {"text": "No event passes these filters.", "action": "Clear all filters", "ask": "all"}
    field, name, count = loosest
    change = f"Change {name}" if field == "show" else f"Drop {name}"
    return {
        "text": f"No event passes these filters. Without one of them, {name}, {count:,} would.",
        "action": f"{change}: {count:,} event{'' if count == 1 else 's'}",
        "ask": field,
    }


def _fingerprint(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
