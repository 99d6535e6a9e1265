"""What the address says is chosen, read once and kept in step; what is not there is left out and named."""

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from timeline.screen.state import state

__all__ = ["leave_out", "read_chosen", "write_chosen"]

_LEFT_OUT: Final = "The link also asks for what is not in this briefing, which was left out: "
_SAID: Final = {"actors": "actor", "hide": "hidden actor"}


def read_chosen(key: str, options: Iterable[str]) -> list[str]:
    """What is chosen under `key`: on the first run what the URL says, and never a value that is no option."""
    allowed = set(options)
    if key not in st.session_state:
        st.session_state[key] = asked = list(dict.fromkeys(st.query_params.get_all(key)))
        leave_out([f"{_SAID.get(key, key)} “{value[:60]}”" for value in asked if value not in allowed])
    kept = [value for value in st.session_state[key] if value in allowed]
    st.session_state[key] = kept
    return kept


def write_chosen(key: str, values: Sequence[str]) -> None:
    """Let the URL say what is chosen under `key`, or nothing of it where nothing is."""
    if values and st.query_params.get_all(key) != list(values):
        st.query_params[key] = list(values)
    elif not values and key in st.query_params:
        st.query_params.pop(key)


def leave_out(asked: Sequence[str]) -> None:
    """Remember what a link asked for that is not there, to say so."""
    if asked:
        before = state.left_out.removeprefix(_LEFT_OUT).removesuffix(".")
        state.left_out = f"{_LEFT_OUT}{', '.join(filter(None, [before, *asked]))}."
