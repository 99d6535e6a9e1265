"""“Share…”: who may read, correct or own the briefing, and links by which others read it without logging in."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from timeline.screen.dialogs.base import attempt, close_dialog, open_dialog
from timeline.screen.messages import say_error
from timeline.screen.state import Dialog
from timeline.screen.visitor import SHARE
from timeline.screen.words import escape_markdown
from timeline.screen.workspace.current import find_workspace, read_now
from timeline.session.open_workspace import OpenWorkspace
from timeline.store import EVERYONE, Role, Workspace, give_role, list_grants, make_link

__all__ = ["open_sharing", "share_workspace"]

_ROLES: Final = {Role.VIEWER: "reads", Role.EDITOR: "reads and corrects", Role.OWNER: "owns and shares"}
_TAKEN: Final = {**_ROLES, Role.NONE: "nothing any more"}
_REFUSED: Final = "form_refused"
"""The control that keeps why the last click was not done."""
_MADE: Final = "form_made"
"""The one that keeps the token of the link just made, until the dialog closes: it is kept nowhere else."""


def open_sharing() -> None:
    """Open the dialog."""
    open_dialog(Dialog(name="share"))


@st.dialog("Share this briefing", width="medium", on_dismiss=close_dialog)
def share_workspace(work: OpenWorkspace, dialog: Dialog) -> None:  # noqa: ARG001  all dialogs are called alike
    """Who may what, one line each, with what can be changed about it."""
    workspace = find_workspace(work)
    grants: dict[str, Role] = {}
    if failure := attempt(lambda: grants.update(list_grants(workspace))):
        say_error(f"This cannot be shared: {failure}.")
        return
    if refused := st.session_state.get(_REFUSED):
        say_error(f"This was not done: {refused}.")
    people = {who: role for who, role in grants.items() if who == EVERYONE or "@" in who}
    for who, role in people.items():
        _show_person(workspace, who, role)
    _ask_for_person(workspace)
    _show_links(workspace, work, [who for who in grants if who not in people])


def _show_person(workspace: Workspace, who: str, role: Role) -> None:
    key = f"form_role_{who}"
    st.session_state[key] = role  # what is kept, whatever was chosen in vain
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text("Everyone who logs in" if who == EVERYONE else who, width="stretch")
        st.selectbox(
            f"What {escape_markdown(who.replace('@', ' at '))} may",  # with the sign it would be a link
            options=list(_TAKEN), format_func=_TAKEN.__getitem__, key=key, width=200,
            label_visibility="collapsed", on_change=_give, args=(workspace, who, key),
        )  # fmt: skip


def _ask_for_person(workspace: Workspace) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Somebody else", key="form_who", max_chars=254, placeholder="E-mail address, or “everyone” who logs in"
        )
        st.selectbox(
            "What he may", options=list(_ROLES), format_func=_ROLES.__getitem__, key="form_role", width=200,
            label_visibility="collapsed",
        )  # fmt: skip
        # Never disabled: what is typed is sent when the field is left.
        st.button("Add", key="form_add", on_click=_add, args=(workspace,))


def _show_links(workspace: Workspace, work: OpenWorkspace, links: list[str]) -> None:
    st.caption("A link lets whoever has it read this briefing, without logging in, until it is revoked.")
    for number, link in enumerate(links, start=1):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"Link {number}", width="stretch")
            st.button("Revoke", key=f"form_revoke_{link}", on_click=_revoke, args=(workspace, link))
    st.button("Make a link to read", key="form_link", on_click=_make_link, args=(workspace,))
    if token := st.session_state.get(_MADE):
        st.caption("Copy it now: it is not shown again.")
        st.code(_write_link(work, token), language=None)


def _write_link(work: OpenWorkspace, token: str) -> str:
    """Where whoever has the link goes."""
    where = work.place.where
    named = {"workspace": where.stem} if isinstance(where, Path) and "workspace" in st.query_params else {}
    base = os.environ.get("TIMELINE_URL") or str(st.context.url or "").partition("?")[0].rstrip("/")
    return f"{base}/?{urlencode({**named, SHARE: token})}"


def _do(action: Callable[[], None]) -> bool:
    """Whether `action` was done; why it was not is kept, to be said."""
    st.session_state[_REFUSED] = failure = attempt(action)
    return not failure


def _give(workspace: Workspace, who: str, key: str) -> None:
    role = st.session_state[key]
    _do(lambda: give_role(workspace, who, role, at=read_now()))


def _add(workspace: Workspace) -> None:
    who, role = str(st.session_state["form_who"] or ""), st.session_state["form_role"]
    if _do(lambda: give_role(workspace, who, role, at=read_now())):
        st.session_state["form_who"] = ""


def _revoke(workspace: Workspace, link: str) -> None:
    _do(lambda: give_role(workspace, link, Role.NONE, at=read_now()))


def _make_link(workspace: Workspace) -> None:
    def make() -> None:
        st.session_state[_MADE] = make_link(workspace, at=read_now())

    _do(make)
