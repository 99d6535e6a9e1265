"""The way in: whoever is asked who he is sees nothing else before he has said so."""

import streamlit as st

from timeline.screen.messages import say_error
from timeline.screen.visitor import asks_for_login, explain_closed, find_user, has_link

__all__ = ["admit"]


def admit() -> bool:
    """Whether this user may see a page; who may not yet is shown how to log in, or why nobody can."""
    if not asks_for_login() or find_user() or has_link():
        return True
    with st.container(key="login"):
        st.html("<h1>Briefing Timeline</h1>")
        if reason := explain_closed():
            say_error(f"Nobody can be let in: {reason}.")
        elif st.user.get("is_logged_in"):
            say_error("You are logged in, but without a confirmed e-mail address, by which others would know you.")
            st.button("Log out", key="log_out", on_click=st.logout)
        elif "is_logged_in" in st.user:
            st.html("<p>Log in to read and correct the briefings of your desk.</p>")
            st.button("Log in", type="primary", key="log_in", on_click=st.login)
        else:
            say_error("The server in front of this page has not said who you are; open the page through it.")
    return False
