"""Which event is selected and which document is read, in session state and URL alike."""

import streamlit as st

from timeline.screen.state import state

__all__ = ["keep_in_url", "pick", "read_document"]


def pick(event_id: str) -> None:
    """Select an event, ``""`` for none, instead of what was selected or read."""
    state.event = event_id
    keep_in_url("event", event_id)
    read_document("")


def read_document(document: str, mention: str = "") -> None:
    """Read a document, ``""`` for none, at a mention in it if one is named."""
    state.document, state.mention = document, mention
    keep_in_url("document", document)


def keep_in_url(name: str, value: str) -> None:
    """Let the URL say `value`, or nothing where that is ``""``."""
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)
