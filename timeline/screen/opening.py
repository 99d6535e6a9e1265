"""“Open documents…”: files and pasted text -> the briefing on the screen, with what could not be read said at once."""

import streamlit as st

from timeline.screen.briefing import Briefing, read_upload

__all__ = ["open_documents"]

_MOST_FILES = 200
_MOST_TEXT = 5_000_000


@st.dialog("Open documents", width="medium")
def open_documents() -> None:
    """Ask for files and text, read them and show their timeline instead of, or with, what is open."""
    files = st.file_uploader(
        "Files", accept_multiple_files=True, key="upload",
        help=f"Articles as plain text, Markdown and whatever else the program reads; at most {_MOST_FILES} at a time.",
    )  # fmt: skip
    pasted = st.text_area(
        "Or paste a text", key="pasted", height=160, max_chars=_MOST_TEXT, placeholder="One article, with its dateline if it has one"
    )
    title = st.text_input("Title of the briefing", key="new_title", placeholder="What these documents are about")
    keep = st.checkbox("Keep the documents that are open now", key="keep")
    if len(files) > _MOST_FILES:
        st.error(f"{len(files)} files are too many at a time; take at most {_MOST_FILES} and add the others afterwards.")
    ready = bool(files or pasted.strip()) and len(files) <= _MOST_FILES
    if st.button("Show the timeline", type="primary", disabled=not ready, key="show_timeline"):
        _take([(file.name, file.getvalue()) for file in files], pasted, title, keep=keep)
        st.rerun()


def _take(files: list[tuple[str, bytes]], pasted: str, title: str, *, keep: bool) -> None:
    before: Briefing = st.session_state["briefing"]
    with st.spinner(f"Reading {len(files) or 'the'} documents" if len(files) != 1 else "Reading the document"):
        documents = read_upload(files, pasted)
    if keep:
        documents = (*before.documents, *documents)
    st.session_state["briefing"] = Briefing(documents=documents, title=title or (before.title if keep else _name(files)))


def _name(files: list[tuple[str, bytes]]) -> str:
    return files[0][0].rpartition(".")[0] or files[0][0] if len(files) == 1 else "Untitled briefing"
