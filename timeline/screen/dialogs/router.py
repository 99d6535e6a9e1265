"""The dialog that is open -> what shows it; the page shows one at a time."""

from collections.abc import Callable
from typing import Final

import pandas as pd

from timeline.screen.dialogs.event_form import add_event, edit_event
from timeline.screen.dialogs.export import show_export
from timeline.screen.dialogs.history import show_history
from timeline.screen.dialogs.merge_split import merge_events, split_event
from timeline.screen.dialogs.names import name_actors, name_briefing
from timeline.screen.dialogs.notes import write_notes
from timeline.screen.dialogs.open_documents import ask_documents
from timeline.screen.dialogs.publication_dates import ask_dates
from timeline.screen.dialogs.sharing import share_workspace
from timeline.screen.dialogs.workspace_file import keep_workspace
from timeline.screen.state import Dialog, state
from timeline.session.open_workspace import OpenWorkspace

__all__ = ["show_dialog"]

_DIALOGS: Final[dict[str, Callable[[OpenWorkspace, Dialog], None]]] = {
    "open": ask_documents,
    "dates": ask_dates,
    "edit": edit_event,
    "add": add_event,
    "merge": merge_events,
    "split": split_event,
    "title": name_briefing,
    "actors": name_actors,
    "history": show_history,
    "keep": keep_workspace,
    "notes": write_notes,
    "share": share_workspace,
}


def show_dialog(work: OpenWorkspace, events: pd.DataFrame) -> None:
    """The dialog that is open, if one is; `events` are those on the screen, which an export can be of."""
    dialog = state.dialog
    if dialog is None:
        return
    if dialog.name == "export":
        show_export(work.timeline, events)
    else:
        _DIALOGS[dialog.name](work, dialog)
