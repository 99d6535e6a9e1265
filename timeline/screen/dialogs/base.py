"""Which dialog is open, and what stands in it: kept in the session, since a dialog outlives the run that opened it.

Every control of a dialog has a key that begins with ``form_``; opening a dialog sets them anew, so that none shows what
was typed for another event.
"""

import dataclasses
from collections.abc import Callable
from typing import Any

import streamlit as st

from timeline.errors import TimelineError
from timeline.screen.messages import say_error
from timeline.screen.state import Dialog, state

__all__ = ["attempt", "close_dialog", "open_dialog", "save_or_cancel", "show_refusal"]

_FORM = "form_"


def open_dialog(dialog: Dialog, **fields: Any) -> None:
    """Open `dialog`, its controls holding `fields`, named without ``form_``."""
    kept = st.session_state
    for key in [key for key in kept if str(key).startswith(_FORM)]:
        del kept[key]
    for name, value in fields.items():
        kept[f"{_FORM}{name}"] = value
    state.dialog = dataclasses.replace(dialog, seen=state.work.revision[1])


def close_dialog() -> None:
    """Leave the dialog that is open; what stands in it is forgotten."""
    state.dialog = None


def attempt(action: Callable[[], None]) -> str:
    """What hindered `action`, in words; ``""`` where it was done."""
    try:
        action()
    except TimelineError as error:
        return str(error)
    return ""


def show_refusal(action: Callable[[], None]) -> None:
    """Do `action`; what hinders it is said on the page in the next run."""
    if failure := attempt(action):
        state.failure = failure


def save_or_cancel(label: str, action: Callable[[], None]) -> None:
    """The two buttons a dialog ends with: it stays open, and says why, where `action` cannot be done."""
    with st.container(horizontal=True):
        save = st.button(label, type="primary", key="form_save")
        cancel = st.button("Cancel", key="form_cancel")
    if save and (failure := attempt(action)):
        say_error(f"This was not saved: {failure}.")
    elif save or cancel:
        close_dialog()
        st.rerun()
