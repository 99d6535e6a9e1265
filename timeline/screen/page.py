"""The page: what is open -> filters -> the events that pass -> chart, list and selected event.

Data goes one way down this file; what the user does comes back as `timeline.screen.state` and starts the next run.
"""

import gc
import html
import time
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Final

import pandas as pd
import streamlit as st

from timeline.errors import TimelineError
from timeline.layout.words import name_timeline
from timeline.screen.colleagues import watch_colleagues
from timeline.screen.dialogs.base import open_dialog
from timeline.screen.dialogs.export import export_button
from timeline.screen.dialogs.menu import show_correcting_controls
from timeline.screen.dialogs.open_documents import open_asked, show_opening_controls
from timeline.screen.dialogs.router import show_dialog
from timeline.screen.filters.controls import LOOSE, filter_chips, filter_controls
from timeline.screen.filters.link import check_link
from timeline.screen.login import admit
from timeline.screen.messages import say_error, say_warning
from timeline.screen.news import offer_dates, show_news
from timeline.screen.session import IN_URL, start_session, take_action
from timeline.screen.skeleton import show_skeleton
from timeline.screen.state import Dialog, state
from timeline.screen.view.chart import show_view_controls
from timeline.screen.view.component import mount, preload
from timeline.screen.view.contents import make_contents
from timeline.screen.view.event_list import sort_for_reading
from timeline.screen.view.overview import print_sources, show_counts
from timeline.screen.visitor import asks_for_login, may_open_others
from timeline.screen.workspace.current import begin_anew, enter, read_current, set_aside, undo
from timeline.session.filters import select_events
from timeline.session.news import find_news
from timeline.session.open_workspace import OpenWorkspace
from timeline.store import find_home, find_place, list_in_force
from timeline.wording import count_if_any

__all__ = ["show"]

_STYLE: Final = resources.files(__package__).joinpath("page.css").read_text(encoding="utf-8")
_COLOURS: Final = {"text-color": "textColor", "background-color": "backgroundColor", "primary-color": "primaryColor"}
_MOST_PROBLEMS: Final = 200
_QUICK: Final = 20
"""Up to so many documents are read before a user would notice."""


def show(paths: Sequence[str] = ()) -> None:
    """Show the page, on these files and folders at first, or on the default briefing if there are none."""
    st.set_page_config(page_title="Briefing Timeline", layout="wide", initial_sidebar_state="auto")
    st.html(f"<style>{_write_colours()}{_STYLE}</style>")
    if not admit():
        return
    preload()
    try:
        enter(paths)
        open_asked()
        work = _open_current()
    except TimelineError as error:
        _cannot_open(str(error), paths)
        return
    _keep_for_good()
    timeline, news = work.timeline, find_news(work)
    check_link(timeline.events, news, LOOSE, IN_URL)
    with st.sidebar:
        filters, scope = filter_controls(timeline, news)
    events = select_events(timeline, filters, scope)
    head, begins = st.container(), not state.is_set("size")
    if work.place.note:
        say_warning(work.place.note)
    _say_failure()
    if begins:  # before the chart, whose page measures what stands above it
        _show_header(head, work, events)
    start_session(timeline, (document.id for document in work.documents))
    show_news(work, news)
    show_view_controls(timeline, lambda: filter_chips(filters))
    mount(make_contents(work, sort_for_reading(events), scope, filters, news), take_action)
    if not begins:  # after the chart, which a user waits for
        _show_header(head, work, events)
    print_sources(timeline)
    show_dialog(work, events)
    watch_colleagues(work)


def _write_colours() -> str:
    """The theme's colours by the names they have within a component, for the page around it, which is given none."""
    pairs = {
        name: [st.get_option(f"theme.{base}.{option}") for base in ("light", "dark")]
        for name, option in _COLOURS.items()
    }
    rules = [f"--st-{name}: light-dark({', '.join(pair)});" for name, pair in pairs.items() if all(pair)]
    return f".stApp {{ {' '.join(rules)} }}\n"


@st.cache_resource(show_spinner=False)
def _keep_for_good() -> None:
    """Spare what is loaded by now the search for garbage that Streamlit makes after every run, before it is done."""
    gc.collect()
    gc.freeze()


def _open_current() -> OpenWorkspace:
    """What the user works on, with progress while its timeline is being built."""
    place = st.empty()
    bar = show_skeleton(place) if not state.is_set("work") else place
    started = time.monotonic()

    def report(done: int, total: int) -> None:
        if total > _QUICK:
            left = (time.monotonic() - started) / done * (total - done)
            bar.progress(done / total, f"Reading document {done} of {total}; about {left:.0f} s left")

    work = read_current(report)
    place.empty()
    return work


def _cannot_open(message: str, paths: Sequence[str]) -> None:
    say_error(f"This cannot be opened: {message}.")
    _say_failure()
    if may_open_others():
        st.button("Open the default briefing", on_click=_start_anew, args=((),), key="open_default")
    if state.refused and not asks_for_login():  # what all share is for whoever runs the server to move
        st.button(
            "Put that file aside and start anew", on_click=_start_anew, args=(paths, True), key="set_aside",
            help="The file is renamed and stays where it is; its documents are read again, without corrections.",
        )  # fmt: skip


def _say_failure() -> None:
    if failure := state.failure:
        state.failure = ""
        say_error(f"That could not be done: {failure}.")


def _start_anew(paths: Sequence[str], aside: bool = False) -> None:  # noqa: FBT001, FBT002  a callback's arguments are positional
    """Leave the workspace that cannot be opened."""
    try:
        if aside:
            set_aside()
        begin_anew(paths)
    except TimelineError as error:
        state.failure = str(error)


def _show_header(place: st.delta_generator.DeltaGenerator, work: OpenWorkspace, events: pd.DataFrame) -> None:
    """The title, one line that says what there is, and what can be done with it."""
    timeline = work.timeline
    title = name_timeline(timeline)
    st.set_page_config(page_title=f"{title} – Briefing Timeline")
    with place, st.container(horizontal=True, vertical_alignment="center", key="head"):
        with st.container(gap=None, key="title"):
            st.html(f"<h1>{html.escape(title)}</h1>")
            show_counts(timeline, events, lambda: offer_dates(work))
            _tell_demo(work)
        if len(timeline.problems):
            _show_problems(timeline.problems)
        if may_open_others():
            show_opening_controls()
        show_correcting_controls(work, events)
        export_button(timeline)


def _tell_demo(work: OpenWorkspace) -> None:
    """That this is the demo, and a way back to how it began."""
    if not isinstance(work.place.where, Path) or work.place.where.name != find_place((), find_home()).name:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="demo"):
        st.html("<p>This is the demo, five notes on one affair to try everything on.</p>", width="content")
        if may_open_others():
            st.button("Open your own…", key="own", type="tertiary", on_click=open_dialog, args=(Dialog(name="open"),))
        if state.may_edit and list_in_force(work.steps):
            st.button("Reset the demo", key="reset", type="tertiary", on_click=_reset, args=(work,))


def _reset(work: OpenWorkspace) -> None:
    """Take back every correction of the demo, each as a step that can be given again."""
    state.done = ""
    try:
        for step in reversed(list_in_force(work.steps)):
            undo(step.number)
    except TimelineError as error:
        state.failure = str(error)


def _show_problems(problems: pd.DataFrame) -> None:
    with st.popover(count_if_any(len(problems), "problem")):
        told = [
            f"<dt>{html.escape(str(document))}</dt><dd>{html.escape(str(message))}</dd>"
            for document, message in problems[["document", "message"]].head(_MOST_PROBLEMS).itertuples(index=False)
        ]
        more = len(problems) - _MOST_PROBLEMS
        told += [f"<dd>and {more:,} more, in the sheet “problems” of the workbook</dd>"] if more > 0 else []
        st.html(f'<dl class="problems">{"".join(told)}</dl>')
