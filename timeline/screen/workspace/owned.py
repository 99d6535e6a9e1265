"""Whose a workspace is: the user's who logged in, or, where nobody is asked, the browser's that it was made in."""

import datetime as dt
import hashlib
import os
from pathlib import Path
from typing import Final

import streamlit as st

from timeline.errors import WorkspaceError
from timeline.launch import OWN_MACHINE
from timeline.screen.serving import BROWSER
from timeline.screen.visitor import asks_for_login, find_user, find_visitor
from timeline.store import (
    EVERYONE,
    Role,
    Visitor,
    Workspace,
    find_home,
    find_place_role,
    give_role,
    list_grants,
    list_places,
)

__all__ = ["MOST_BRIEFINGS", "MOST_KEPT", "check_room", "claim", "hand_out", "is_own", "list_recent"]

MOST_BRIEFINGS: Final = 100
"""Briefings of one user who logs in, of those that lie on this machine; measured by what a desk has in a year."""

MOST_KEPT: Final = 2_000_000_000
"""Bytes of them together: five times as much as may be opened at once."""

_LOOKED_AT = 200
"""Of so many workspaces it is looked up whose they are: a millisecond each."""


def is_own(path: Path) -> bool:
    """Whether this user may open the workspace at `path`.

    Where nobody is asked who he is, it has to have been made in this browser; of those of old, nobody knows where.
    """
    if asks_for_login():
        return find_place_role(path, find_visitor()) >= Role.VIEWER
    mark = Workspace.find_browser(path)
    return mark == _name_browser() or (mark is None and st.get_option("server.address") in OWN_MACHINE)


def _name_browser() -> str:
    """What stands for this session's browser: the hash of its mark, since a workspace may be handed on as a file."""
    mark = st.context.cookies.get(BROWSER)
    return hashlib.sha256(mark.encode() if isinstance(mark, str) else b"").hexdigest()


def list_recent() -> list[Path]:
    """The workspaces in the data folder that this user may open, the one changed last first."""
    return [path for path in list_places(find_home())[:_LOOKED_AT] if is_own(path)]


def claim(workspace: Workspace, *, at: dt.datetime) -> None:
    """Let the new `workspace` be this user's."""
    if asks_for_login():
        give_role(workspace, find_user(), Role.OWNER, at=at)
    else:
        workspace.set_browser(_name_browser())


def hand_out(workspace: Workspace, *, at: dt.datetime, everyone: bool = False) -> None:
    """Let those own what the server was started on whom it was started with; `everyone` who logs in may read a demo."""
    if not asks_for_login():
        return
    wanted = dict.fromkeys(os.environ.get("TIMELINE_OWNERS", "").casefold().split(), Role.OWNER)
    wanted |= {EVERYONE: Role.VIEWER} if everyone else {}
    given = list_grants(workspace)
    for who, role in wanted.items():
        if given.get(who, Role.NONE) < role:
            give_role(workspace, who, role, at=at)


def check_room() -> None:
    """Nothing, if this user may open one more briefing of his own.

    Raises
    ------
    WorkspaceError
        If he came by a link alone, or has as many as one may have.
    """
    if not asks_for_login():
        return
    user = find_user()
    if not user:
        raise WorkspaceError("a link lets you read one briefing; log in to open others")
    me = Visitor(known_as=(user,))
    own = [path for path in list_places(find_home()) if find_place_role(path, me) is Role.OWNER]
    if len(own) >= MOST_BRIEFINGS:
        raise WorkspaceError(f"you have {len(own)} briefings, the most that one may have; add to one of them")
    if (kept := sum(path.stat().st_size for path in own)) > MOST_KEPT:
        raise WorkspaceError(
            f"your briefings take {kept / 1e6:,.0f} MB, and {MOST_KEPT / 1e6:,.0f} is the most that one may have; "
            "ask who runs the server to clear some away"
        )
