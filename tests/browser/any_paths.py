"""The app on the paths that the page's cookie names: one server for every test, and each its own documents.

What is odd about it a second cookie names: without Chrome, or with a correction that is cut off.
"""

import json
from urllib.parse import unquote

import streamlit as st

from timeline.screen import GUARDED, KEPT, MARKED, TYPEFACE, page, session

app = st.App(__file__, middleware=[GUARDED, MARKED, KEPT], routes=[TYPEFACE])


def odd() -> str:
    """How this page's app differs from the usual one."""
    return st.context.cookies.get("odd", "")


def take_action(action: str, value: object) -> None:
    """Cut off the first correction, as Streamlit does where another message comes at that moment."""
    if odd() == "cuts off" and action == "corrected" and "cut" not in st.session_state:
        st.session_state["cut"] = True
        st.rerun()
    session.take_action(action, value)


@st.cache_resource
def hide_chrome() -> None:
    """Let no Chrome be found for a page without one."""
    from timeline.formats import picture  # slow to import, and most pages take no picture

    find = picture.find_chrome
    picture.find_chrome = lambda: None if odd() == "without Chrome" else find()


if st.runtime.exists():
    page.take_action = take_action  # type: ignore[attr-defined]  # what the page imported stands in for its own
    if odd() == "without Chrome":
        hide_chrome()
    page.show(json.loads(unquote(st.context.cookies["paths"])))
