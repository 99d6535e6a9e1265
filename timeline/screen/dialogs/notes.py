"""What a user writes on the chart: over a day, which gets a line, or over a longer stretch, which is shaded."""

import streamlit as st

from timeline.screen.dialogs.base import close_dialog, open_dialog, save_or_cancel, show_refusal
from timeline.screen.state import Dialog
from timeline.screen.workspace.current import record, undo
from timeline.session.open_workspace import OpenWorkspace
from timeline.store import AddNote, describe_edit, find_notes

__all__ = ["open_notes", "write_notes"]


def open_notes() -> None:
    """Open the notes on the chart."""
    open_dialog(Dialog(name="notes"))


@st.dialog("Notes and shaded periods", width="medium", on_dismiss=close_dialog)
def write_notes(work: OpenWorkspace, dialog: Dialog) -> None:
    """Those there are, each with a button that takes it away, and a form for another."""
    for number, note in find_notes(work.steps):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(describe_edit(note).partition(": ")[2], width="stretch")
            st.button("Remove", key=f"form_note_{number}", on_click=show_refusal, args=(lambda n=number: undo(n),))
    if opened := work.built.notes:
        st.text(f"Opened with the table: {', '.join(note.text for note in opened)}.")
    title = st.text_input("Note", key="form_title", max_chars=60, placeholder="Ban in force")
    days = st.text_input(
        "Day or period", key="form_days", max_chars=100, placeholder="April – 14 July 2025, since 2022, 3 May 2025",
        help="A day gets a line through the chart; anything longer is shaded.",
    )  # fmt: skip
    save_or_cancel("Write it on the chart", lambda: record(AddNote.read(title, days), seen=dialog.seen))
