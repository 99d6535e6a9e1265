"""What colleagues do on the same workspace, brought to an open page within seconds, without a click."""

import contextlib
from typing import Final

import streamlit as st

from timeline.errors import TimelineError
from timeline.screen.state import state
from timeline.screen.workspace.current import find_workspace
from timeline.session.open_workspace import OpenWorkspace
from timeline.store import is_database

__all__ = ["watch_colleagues"]

_LOOK: Final = 4.0
"""Seconds between two looks, each a query for two numbers."""


def watch_colleagues(work: OpenWorkspace) -> None:
    """Look every few seconds whether others changed what is open, where others can: in a database."""
    if is_database(work.place.where):
        _look()


@st.fragment(run_every=_LOOK)
def _look() -> None:
    """Show the page anew if it has changed; who has a dialog open is not disturbed, and sees it when that closes."""
    if state.dialog is not None:
        return
    with contextlib.suppress(TimelineError):  # a database that is away may be back at the next look; a click says so
        if find_workspace(state.work).read_revision() != state.work.revision:
            st.rerun()
