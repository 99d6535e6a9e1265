"""What colleagues do on the same workspace, brought to an open page within seconds, without a click."""

import contextlib
from typing import Final

import streamlit as st

from timeline.errors import TimelineError
from timeline.screen.state import state
from timeline.screen.visitor import asks_for_login
from timeline.screen.workspace.current import find_workspace
from timeline.session.open_workspace import OpenWorkspace
from timeline.store import is_database, read_role

__all__ = ["watch_colleagues"]

_LOOK: Final = 4.0
"""Seconds between two looks, each a query or two for a few numbers."""


def watch_colleagues(work: OpenWorkspace) -> None:
    """Look every few seconds whether others changed what is open or who may see it, where others can.

    They can in a database; and where users log in, its owners can in a file, too.
    """
    if is_database(work.place.where) or asks_for_login():
        _look()


@st.fragment(run_every=_LOOK)
def _look() -> None:
    """Show the page anew if it has changed; who has a dialog open is not disturbed, and sees it when that closes.

    What a user may is not left standing, though: who was taken the right to read has nothing open from here on.
    """
    workspace = find_workspace(state.work)
    with contextlib.suppress(TimelineError):  # a database that is away may be back at the next look; a click says so
        if read_role(workspace) is not state.role or (
            state.dialog is None and workspace.read_revision() != state.work.revision
        ):
            st.rerun()
