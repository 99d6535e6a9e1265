"""What opening documents brought, in one line each above the chart, until the user has seen it.

That is: whether others can see the page, what was taken as what, which events are new, which documents name no date of
publication, and what a link asked for that is not there.
"""

import html
import os
from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from timeline.launch import OWN_MACHINE
from timeline.screen.dialogs.base import show_refusal
from timeline.screen.dialogs.publication_dates import list_undated, open_dates
from timeline.screen.state import state
from timeline.screen.visitor import asks_for_login
from timeline.screen.workspace.current import find_workspace
from timeline.session.news import News, describe_news
from timeline.session.open_workspace import OpenWorkspace

__all__ = ["offer_dates", "show_news"]

_ON_GUESSES: Final = "Words such as “last week” are counted from the day on which an article appeared."


def show_news(work: OpenWorkspace, news: News) -> None:
    """The lines, each with what can be done about it."""
    if (address := _open_address()) and not state.address_seen:
        text = (
            f"This page can be opened from other machines (at {address}) and asks nobody who he is: "
            "whoever reaches it reads and corrects what is open."
        )
        _show_line("address", text, [("Dismiss", _see_address, ())])
    if opened := state.opened:
        _show_line("opened", opened, [("Dismiss", state.forget, ("opened",))])
    if left_out := state.left_out:
        _show_line("left_out", left_out, [("Dismiss", state.forget, ("left_out",))])
    if others := state.from_others:
        text = "A colleague's correction has" if others == 1 else f"{others} corrections by colleagues have"
        _show_line("others", f"{text} come in.", [("Dismiss", state.forget, ("from_others",))])
    if news:
        dismiss = [("Dismiss", _dismiss, (work,))] if state.may_edit else []
        _show_line("news", describe_news(work, news), [("Show only new", _show_only_new, ()), *dismiss])
    asking = list_undated(work, guessed=bool(state.ask_dates))
    if asking and state.may_edit and not state.dates_left:
        words = "document does" if len(asking) == 1 else "documents do"
        text = f"{len(asking)} {words} not say when published; dates like “last week” rest on a guess."
        _show_line("undated", text, [("Give dates…", open_dates, ()), ("Dismiss", _leave_dates, ())])


def offer_dates(work: OpenWorkspace) -> None:
    """In one line how many publication dates are guesses, and the way to give them; nothing where a line asks for them.

    Said once for the page, so that a row of the list needs no more than a small sign.
    """
    guessed = len(list_undated(work)) - len(list_undated(work, guessed=False))
    if guessed and state.may_edit and not state.ask_dates:
        words = "date of 1 article is a guess" if guessed == 1 else f"dates of {guessed:,} articles are guesses"
        label = f"{words}: give {'it' if guessed == 1 else 'them'}…"
        st.button(label, key="give_dates", type="tertiary", on_click=open_dates, help=_ON_GUESSES)


def _open_address() -> str:
    """Where others reach the page though nobody is asked who he is; ``""`` where everybody is, or nobody else comes."""
    if asks_for_login():
        return ""
    address = st.get_option("server.address") or "every address"
    return os.environ.get("TIMELINE_URL", "") if address in OWN_MACHINE else str(address)


def _see_address() -> None:
    state.address_seen = True


def _show_line(key: str, text: str, actions: list[tuple[str, Callable[..., None], tuple[Any, ...]]]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"line_{key}"):
        st.html(f'<p role="status">{html.escape(text)}</p>', width="content")
        for label, action, args in actions:
            name = f"{key}_{label.split(maxsplit=1)[0].casefold()}"
            st.button(label, on_click=action, args=args, type="tertiary", key=name)


def _show_only_new() -> None:
    st.session_state["new"] = True
    st.session_state["show"] = "all"


def _dismiss(work: OpenWorkspace) -> None:
    show_refusal(find_workspace(work).dismiss_new)
    st.session_state["new"] = False


def _leave_dates() -> None:
    state.ask_dates = False
    state.dates_left = True
