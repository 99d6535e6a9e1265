"""The workspace as a file: where it lies, saved for somebody else, or another one opened."""

import tempfile
from pathlib import Path

import streamlit as st

from timeline.screen.dialogs.base import attempt, close_dialog, open_dialog
from timeline.screen.messages import say_error
from timeline.screen.state import Dialog
from timeline.screen.workspace.current import find_workspace, import_upload, open_file
from timeline.screen.workspace.owned import list_recent
from timeline.session.exports import make_file_name
from timeline.session.open_workspace import OpenWorkspace
from timeline.store import SUFFIX, Workspace

__all__ = ["keep_workspace", "open_keeping", "save_copy"]

_SHOWN = 20


def open_keeping() -> None:
    """Open the dialog that saves the workspace or opens another."""
    open_dialog(Dialog(name="keep"))


@st.dialog("Workspace", width="medium", on_dismiss=close_dialog)
def keep_workspace(work: OpenWorkspace, dialog: Dialog) -> None:  # noqa: ARG001  all dialogs are called alike
    """Save this workspace as a file, or open another."""
    st.text(f"Documents and corrections are kept in {work.place.name or work.place.where}")
    st.download_button(
        "Save workspace as a file", data=lambda: save_copy(find_workspace(work)), on_click="ignore",
        key="form_save_copy",
        file_name=make_file_name(work.timeline.title, SUFFIX), mime="application/vnd.sqlite3",
    )  # fmt: skip
    upload = st.file_uploader("Open a saved workspace", key="form_workspace")
    places = [path for path in list_recent() if path != work.place.where][:_SHOWN]
    chosen = None
    if places:
        chosen = st.selectbox(
            "Or one you worked on before", options=places, index=None, key="form_recent",
            format_func=lambda path: path.stem, placeholder="The latest come first",
        )  # fmt: skip
    if not st.button("Open", type="primary", key="form_open", disabled=not (upload or chosen)):
        return

    def open_chosen() -> None:
        if upload:
            import_upload(upload.getvalue(), upload.name)
        elif chosen:
            open_file(chosen)

    if failure := attempt(open_chosen):
        say_error(f"This cannot be opened: {failure}.")
    else:
        close_dialog()
        st.rerun()


def save_copy(workspace: Workspace) -> bytes:
    """The content of a file with everything in `workspace`."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        workspace.export(copy)
        return copy.read_bytes()
