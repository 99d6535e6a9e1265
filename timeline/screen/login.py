"""The way in: whoever is asked who he is sees nothing else before he has said so."""

from typing import Final
from urllib.parse import parse_qs, unquote

import streamlit as st

from timeline.screen.messages import say_error
from timeline.screen.state import state
from timeline.screen.visitor import asks_for_login, explain_closed, find_user, has_link

__all__ = ["admit"]

_ASKED: Final = "briefing_asked"
"""The cookie with what the address asked for: the provider leads back to the page without it."""
_KEEP: Final = (
    f"document.cookie = `{_ASKED}=${{encodeURIComponent(location.search)}}; path=/; max-age=600; SameSite=Lax`;"
)
_DROP: Final = f"document.cookie = '{_ASKED}=; path=/; max-age=0; SameSite=Lax';"


def admit() -> bool:
    """Whether this user may see a page; who may not yet is shown how to log in, or why nobody can."""
    if not asks_for_login() or has_link():
        return True
    if find_user():
        _go_on()
        return True
    with st.container(key="login"):
        st.html("<h1>Briefing Timeline</h1>")
        if reason := explain_closed():
            say_error(f"Nobody can be let in: {reason}.")
        elif st.user.get("is_logged_in"):
            say_error("You are logged in, but without a confirmed e-mail address, by which others would know you.")
            st.button("Log out", key="log_out", on_click=st.logout)
        elif "is_logged_in" in st.user:
            st.html(f"<script>{_KEEP}</script>", unsafe_allow_javascript=True)
            st.html("<p>Log in to read and correct the briefings of your desk.</p>")
            st.button("Log in", type="primary", key="log_in", on_click=st.login)
        else:
            say_error("The server in front of this page has not said who you are; open the page through it.")
    return False


def _go_on() -> None:
    """Show what was asked for before logging in, once."""
    asked = st.context.cookies.get(_ASKED)
    if not asked or state.is_set("tab"):
        return
    st.html(f"<script>{_DROP}</script>", unsafe_allow_javascript=True)
    if not st.query_params.to_dict():
        st.query_params.from_dict(parse_qs(unquote(str(asked)).removeprefix("?")))
