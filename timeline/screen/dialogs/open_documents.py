"""“Open documents…”: files, pasted text, tables and workspaces -> the workspace of this session, or a new one.

The dialog only asks; the work is done in a run of its own, with progress by file and document and a way out. Nothing is
written before the timeline is built, so whoever cancels stays where he is.
"""

import dataclasses
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from timeline.documents.readers import KINDS
from timeline.errors import TimelineError
from timeline.screen.dialogs.base import close_dialog, open_dialog
from timeline.screen.filters.controls import clear_filters
from timeline.screen.messages import say_error
from timeline.screen.skeleton import show_skeleton
from timeline.screen.state import Dialog, state
from timeline.screen.words import escape_markdown
from timeline.screen.workspace.current import add, begin_anew, import_upload, start_workspace
from timeline.session.inputs import Inputs
from timeline.session.open_workspace import OpenWorkspace
from timeline.session.uploads import OpenRequest, Taken, Upload, list_addresses, take_uploads
from timeline.web import Fetcher
from timeline.wording import count_if_any

__all__ = ["MOST_FILES", "MOST_MEGABYTES", "ask_documents", "open_asked", "open_demo", "show_opening_controls"]

MOST_FILES: Final = 1_000
_LARGEST_FILE: Final = 20  # megabytes, as `timeline.documents` reads them
MOST_MEGABYTES: Final = 400
_MOST_TEXT: Final = 5_000_000  # characters, as `timeline.documents` reads them
_SHARE: Final = 0.05
"""How much of the time goes into reading files, before events are looked for."""
_PLACES: Final = {"new": "Start a new briefing", "add": "Add to the one that is open"}


def show_opening_controls() -> None:
    """The button that opens the dialog."""
    st.button("Open documents…", key="open", on_click=open_dialog, args=(Dialog(name="open"),))


@st.dialog("Open documents", width="medium", on_dismiss=close_dialog)
def ask_documents(work: OpenWorkspace, dialog: Dialog) -> None:  # noqa: ARG001  all dialogs are called alike
    """Ask for files and text, and whether they are a briefing of their own."""
    files = st.file_uploader("Files", accept_multiple_files=True, key="upload", max_upload_size=_LARGEST_FILE)
    st.caption(
        f"Articles ({escape_markdown(KINDS)}), tables of events (.csv, .xlsx, .json, .html, .ics, .mw) or a saved "
        f"workspace. At most "
        f"{MOST_FILES:,} files of {_LARGEST_FILE} MB each, {MOST_MEGABYTES} MB in all."
    )
    pasted = st.text_area(
        "Or paste a text, or web addresses, one a line", key="pasted", height=140, max_chars=_MOST_TEXT,
        placeholder="One article, with its dateline if it has one",
    )  # fmt: skip
    addresses = list_addresses(pasted)
    fetch = bool(addresses) and st.checkbox(
        f"Fetch {count_if_any(len(addresses), 'page')} from the web", key="fetch",
        help="Asks these sites for their pages, as a browser would. Without this nothing asks the network.",
    )  # fmt: skip
    places = [place for place in _PLACES if place == "new" or state.may_edit]
    place = st.radio("Where to", options=places, key="into", format_func=_PLACES.__getitem__, horizontal=True)
    title = st.text_input(
        "Title of the briefing", key="new_title", max_chars=300, disabled=place == "add",
        placeholder=work.timeline.title if place == "add" else "What these documents are about",
    )  # fmt: skip
    too_much = _explain_too_much(len(files), sum(file.size for file in files))
    if too_much:
        say_error(too_much)
    ready = bool(files or (fetch if addresses else pasted.strip())) and not too_much
    if st.button("Show the timeline", type="primary", disabled=not ready, key="show_timeline"):
        given = tuple((file.name, file.getvalue()) for file in files)
        state.asked = OpenRequest(files=given, pasted=pasted, title=title, add=place == "add", fetch=fetch)
        close_dialog()
        st.rerun()


def _explain_too_much(files: int, size: int) -> str:
    """Why so much cannot be opened at once; ``""`` where it can."""
    if files > MOST_FILES:
        return f"{files:,} files are too many at once; take at most {MOST_FILES:,} and add the others afterwards."
    if size > MOST_MEGABYTES * 1e6:
        return (
            f"{size / 1e6:,.0f} MB are too much at once; take at most {MOST_MEGABYTES} MB and add the rest afterwards."
        )
    return ""


def open_asked() -> None:
    """Open what the user asked for, if anything, where this is called; “Cancel” leaves everything as it was."""
    asked = state.asked
    if asked is None:
        return
    place = st.empty()
    with place.container():
        bar = st.progress(0.0, "Reading the files")
        st.button("Cancel", on_click=_cancel, key="cancel_opening")
        show_skeleton(st.empty())
    try:
        _open(asked, _Progress(bar))
    except TimelineError as error:
        state.failure = str(error)
    state.asked = None
    st.rerun()


def _cancel() -> None:
    state.asked = None
    state.opened = "Opening was cancelled; nothing was changed."


class _Progress:
    """Says how far the work is. Any call of Streamlit lets a waiting click in, so “Cancel” stops the work here."""

    def __init__(self, bar: st.delta_generator.DeltaGenerator) -> None:
        self._bar = bar
        self._began = time.monotonic()

    def start_file(self, done: int, total: int, name: str) -> None:
        """Before each file."""
        self._bar.progress(_SHARE * done / total, f"Reading file {done + 1} of {total}: {escape_markdown(name[:80])}")

    def count_document(self, done: int, total: int) -> None:
        """After each document whose events have been found."""
        if done <= 1:
            self._began = time.monotonic()
        left = (time.monotonic() - self._began) / max(1, done - 1) * (total - done)
        said = f"; about {left:.0f} s left" if done > 1 else ""
        self._bar.progress(_SHARE + (1 - _SHARE) * done / total, f"Finding events in document {done} of {total}{said}")


def _open(asked: OpenRequest, progress: _Progress) -> None:
    taken = take_uploads(asked.files, asked.pasted, progress.start_file, Fetcher() if asked.fetch else None)
    if taken.workspaces:
        _open_workspace(asked, taken)
        return
    briefing = Inputs(documents=taken.documents, tables=taken.tables)
    if not taken.tables and all(d.problem for d in taken.documents):
        raise TimelineError(f"nothing was opened, and what was open stays. {taken.describe()}")
    if asked.add:
        add(briefing, progress.count_document)
    else:
        start_workspace(
            dataclasses.replace(briefing, title=asked.title.strip() or _name_briefing(asked.files, taken)),
            progress.count_document,
        )
        _forget()
    state.opened = taken.describe()
    state.ask_dates = True


def _open_workspace(asked: OpenRequest, taken: Taken) -> None:
    """Open the one workspace that was given; with anything else it would not be clear which is meant."""
    if len(asked.files) > 1 or asked.pasted.strip() or asked.add:
        raise TimelineError(f"{taken.workspaces[0][0]!r} is a workspace; open it alone, as a new briefing")
    import_upload(taken.workspaces[0][1], taken.workspaces[0][0])
    _forget()
    state.opened = f"Opened the workspace “{taken.workspaces[0][0]}”."


def open_demo() -> None:
    """Work on the briefing that comes with the package, which the address names from here on."""
    begin_anew(())
    _forget()
    if isinstance(state.workspace.where, Path):
        st.query_params["workspace"] = state.workspace.where.stem


def _forget() -> None:
    """Drop what was asked of the briefing before: filters, window and selection."""
    clear_filters()
    state.forget("event", "document", "window", "turned")
    for key in ("event", "document", "window"):
        st.query_params.pop(key, None)


def _name_briefing(files: Sequence[Upload], taken: Taken) -> str:
    """A title for documents that were given none: that of the only one."""
    if len(taken.tables) == 1 and taken.tables[0][1].title:
        return taken.tables[0][1].title
    if len(files) == 1 and not taken.documents[1:]:
        return files[0][0].rpartition(".")[0] or files[0][0]
    if len(taken.documents) == 1 and taken.documents[0].title:
        return taken.documents[0].title
    return ""  # the page proposes one from what it tells
