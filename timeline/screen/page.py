"""The page: what is open -> filters -> the events that pass -> chart, list and selected event.

Data goes one way down this file; what the user does comes back as session state and starts the next run. Session
state, besides the keys of the filters (`timeline.screen.filters.link.KEYS`, each kept in the URL by its control):

| key | default | set by | cleared by |
|---|---|---|---|
| ``workspace`` | ``?workspace=``, else the one of the paths at the start | first run; “Open documents…” | nothing |
| ``work`` | what is in it, and the timeline with its corrections | a run that finds it changed | nothing |
| ``tab`` | a token of this session, which names who made a correction | first run | nothing |
| ``refused`` | the workspace of ours that could not be opened | whoever tried to | opening another |
| ``failure`` | what a click could not do | that click | the next run, which shows it |
| ``event`` | ``?event=``, else the most important one | choosing in chart or list | Esc, Close; an unknown id |
| ``document`` | ``?document=``; else ``""``, that is none | “Open in document”, a source | “Back”; another event |
| ``mention`` | ``""``; else the mention it was opened at | “Open in document” | with ``document`` |
| ``overview`` | what is listed without an event: ``sources``, else ``actors`` | a number under the title | nothing |
| ``looked`` | 0, how often a number under the title was pressed | that | nothing |
| ``window`` | ``?window=``, else None (what a chart opens on) | zoom, pan | “Story”, “Whole”; a filter, unless pinned |
| ``whole`` | whether ``?window=all`` | “Whole” shows the whole span | “Story”, zoom and pan |
| ``pinned`` | False | “Pin”: filters leave the span as it is | “Pin” again |
| ``fitted`` | None; else the filters that the chart was last fitted to | a run that draws the chart | nothing |
| ``heard`` | an `Ear`: how much was heard of what the user did | the page part, hearing it | nothing |
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
| ``size`` | as the last page in this browser, else `FIRST_SIZE` | the page, having measured itself | nothing |
| ``turned`` | 0, the page of the list | “n later events” | a selected event on another page |
| ``view`` | ``auto`` | the view control (kept in the URL) | nothing |
| ``queue`` | False; else the list has what is least certain first | “Least certain first” | itself |
| ``done`` | ``""``, else what was done to which events | accepting, hiding, tagging | the next of these; undo |
| ``chosen`` | ``()``, else the ids of the events ticked in the list | ticking | nothing |
| ``look`` | ``chart``, else ``sources``, that is who says what | the first control (kept in the URL) | nothing |
| ``scale`` | ``auto`` | the scale control (kept in the URL) | nothing |
| ``lanes`` | ``actor`` | the lanes control (kept in the URL) | a view without lanes |
| ``dialog`` | the dialog that is open, and what it is about | whatever opens it | closing it; saving |
| ``form_…`` | what stands in that dialog | opening it, and its controls | opening another |
| ``exporting`` | False | “Export…” | closing its dialog |
| ``made`` | None | “Make the file”: the file, and what for | opening or closing that dialog |
| ``menu`` | None | “Edit…” | itself, at once |
| ``another`` | None | “n more actors”, which adds to ``actors`` | itself, at once |
| ``more_open`` | False | “More filters” | itself; a click beside it |
"""

import gc
import html
import time
from collections.abc import Sequence
from importlib import resources
from typing import Final

import pandas as pd
import streamlit as st

from timeline.errors import TimelineError
from timeline.screen.dialogs.export import export_button, export_dialog
from timeline.screen.dialogs.menu import correcting_controls, correcting_dialogs
from timeline.screen.dialogs.open_documents import open_asked, opening_controls
from timeline.screen.filters.controls import filter_controls
from timeline.screen.filters.link import check_link
from timeline.screen.messages import say_error, say_warning
from timeline.screen.news import show_news
from timeline.screen.session import IN_URL, heard, start_session
from timeline.screen.view.chart import view_controls
from timeline.screen.view.component import mount, preload
from timeline.screen.view.contents import contents
from timeline.screen.view.event_list import reading_order
from timeline.screen.view.overview import counts
from timeline.screen.workspace.current import begin_anew, current, enter, set_aside
from timeline.session.filters import events_of
from timeline.session.news import find_news
from timeline.session.open_workspace import OpenWorkspace
from timeline.wording import count_if_any

__all__ = ["show"]

_STYLE: Final = resources.files(__package__).joinpath("page.css").read_text(encoding="utf-8")
_MOST_PROBLEMS: Final = 200
_QUICK: Final = 20
"""Up to so many documents are read before a user would notice."""


def show(paths: Sequence[str] = ()) -> None:
    """Show the page, on these files and folders at first, or on the default briefing if there are none."""
    st.set_page_config(page_title="Briefing Timeline", layout="wide", initial_sidebar_state="auto")
    st.html(f"<style>{_STYLE}</style>")
    preload()
    try:
        enter(paths)
        open_asked()
        work = _current()
    except TimelineError as error:
        _cannot_open(str(error), paths)
        return
    _keep_for_good()
    timeline, news = work.timeline, find_news(work)
    check_link(timeline.events, news, IN_URL)
    with st.sidebar:
        filters, scope = filter_controls(timeline, news)
    events = events_of(timeline, filters, scope)
    head, begins = st.container(), "size" not in st.session_state
    if work.file.note:
        say_warning(work.file.note)
    _say_failure()
    if begins:  # before the chart, whose page measures what stands above it
        _header(head, work, events)
    start_session(timeline, (document.id for document in work.documents))
    show_news(work, news)
    view_controls(timeline)
    mount(contents(work, reading_order(events), scope, filters, news), heard)
    if not begins:  # after the chart, which a user waits for
        _header(head, work, events)
    correcting_dialogs(work)
    export_dialog(timeline, events)


@st.cache_resource(show_spinner=False)
def _keep_for_good() -> None:
    """Spare what is loaded by now the search for garbage that Streamlit makes after every run, before it is done."""
    gc.collect()
    gc.freeze()


def _current() -> OpenWorkspace:
    """What the user works on, with progress while its timeline is being built."""
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
    say_error(f"This cannot be opened: {message}.")
    _say_failure()
    st.button("Open the default briefing", on_click=_anew, args=((),), key="open_default")
    if "refused" in st.session_state:
        st.button(
            "Put that file aside and start anew", on_click=_anew, args=(paths, True), key="set_aside",
            help="The file is renamed and stays where it is; its documents are read again, without corrections.",
        )  # fmt: skip


def _say_failure() -> None:
    if failure := st.session_state.pop("failure", ""):
        say_error(f"That could not be done: {failure}.")


def _anew(paths: Sequence[str], aside: bool = False) -> None:  # noqa: FBT001, FBT002  a callback's arguments are positional
    """Leave the workspace that cannot be opened."""
    try:
        if aside:
            set_aside()
        begin_anew(paths)
    except TimelineError as error:
        st.session_state["failure"] = str(error)


def _header(place: st.delta_generator.DeltaGenerator, work: OpenWorkspace, events: pd.DataFrame) -> None:
    """The title, one line that says what there is, and what can be done with it."""
    timeline = work.timeline
    with place, st.container(horizontal=True, vertical_alignment="center", key="head"):
        with st.container(gap=None, key="title"):
            st.html(f"<h1>{html.escape(timeline.title or 'Untitled briefing')}</h1>")
            counts(timeline, events)
        if len(timeline.problems):
            _problems(timeline.problems)
        opening_controls(work)
        correcting_controls(work, events)
        export_button(timeline)


def _problems(problems: pd.DataFrame) -> None:
    with st.popover(count_if_any(len(problems), "problem")):
        told = [
            f"<dt>{html.escape(str(document))}</dt><dd>{html.escape(str(message))}</dd>"
            for document, message in problems[["document", "message"]].head(_MOST_PROBLEMS).itertuples(index=False)
        ]
        more = len(problems) - _MOST_PROBLEMS
        told += [f"<dd>and {more:,} more, in the sheet “problems” of the workbook</dd>"] if more > 0 else []
        st.html(f'<dl class="problems">{"".join(told)}</dl>')
