"""“Open documents…”: files and pasted text -> the briefing on the screen, with what could not be read said at once."""

import streamlit as st

from timeline.screen.briefing import Briefing, read_upload
from timeline.screen.workspace import add, start

__all__ = ["open_documents", "opening_controls"]

_MOST_FILES = 200
_MOST_TEXT = 5_000_000


def opening_controls() -> None:
    """The button, and the dialog while it is open."""
    st.button("Open documents…", key="open", on_click=_set_opening, args=(True,))
    if st.session_state.get("opening"):
        open_documents()


def _set_opening(state: bool = False) -> None:  # noqa: FBT001, FBT002  a callback's arguments are positional
    st.session_state["opening"] = state


@st.dialog("Open documents", width="medium", on_dismiss=_set_opening)
def open_documents() -> None:
    """Ask for files and text, read them and show their timeline instead of, or with, what is open."""
    files = st.file_uploader(
        "Files", accept_multiple_files=True, key="upload",
        help=f"Articles as plain text, Markdown and whatever else the program reads; at most {_MOST_FILES} at a time.",
    )  # fmt: skip
    pasted = st.text_area(
        "Or paste a text",
        key="pasted",
        height=160,
        max_chars=_MOST_TEXT,
        placeholder="One article, with its dateline if it has one",
    )
    title = st.text_input("Title of the briefing", key="new_title", placeholder="What these documents are about")
    keep = st.checkbox("Keep the documents that are open now", key="keep")
    if len(files) > _MOST_FILES:
        st.error(
            f"{len(files)} files are too many at a time; take at most {_MOST_FILES} and add the others afterwards."
        )
    ready = bool(files or pasted.strip()) and len(files) <= _MOST_FILES
    if st.button("Show the timeline", type="primary", disabled=not ready, key="show_timeline"):
        _take([(file.name, file.getvalue()) for file in files], pasted, title, keep=keep)
        st.rerun()


def _take(files: list[tuple[str, bytes]], pasted: str, title: str, *, keep: bool) -> None:
    with st.spinner(f"Reading {len(files) or 'the'} documents" if len(files) != 1 else "Reading the document"):
        documents = read_upload(files, pasted)
        if keep:
            add(Briefing(documents=documents))
        else:
            start(Briefing(documents=documents, title=title or _name(files)))
    st.session_state["opening"] = False


def _name(files: list[tuple[str, bytes]]) -> str:
    return files[0][0].rpartition(".")[0] or files[0][0] if len(files) == 1 else "Untitled briefing"
