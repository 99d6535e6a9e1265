"""What the owners of a workspace give to whom, and the links by which others read it."""

import datetime as dt
import hashlib
import re
import secrets
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from timeline.errors import WorkspaceError
from timeline.store.roles import EVERYONE, Role, Visitor, check_role, find_role, read_grants
from timeline.store.rows import write_utc
from timeline.store.sqlite_file import SqliteFile
from timeline.store.tables import ACCESS, GRANTS
from timeline.store.workspace import Workspace

__all__ = ["find_place_role", "give_role", "list_grants", "make_link", "name_link", "read_role"]

_LINK: Final = "link "
_ADDRESS: Final = re.compile(r"[^@\s]{1,64}@[^@\s]{1,190}")


def read_role(workspace: Workspace) -> Role:
    """What the visitor may whom `workspace` was opened for."""
    with workspace.unguarded.open_transaction() as connection:
        return find_role(connection, workspace.visitor)


def find_place_role(path: Path, visitor: Visitor) -> Role:
    """What `visitor` may with the file at `path`, which is only looked at; nothing where it cannot be read."""
    try:
        with SqliteFile(path, read_only=True).open_transaction() as connection:
            return find_role(connection, visitor)
    except WorkspaceError:  # who opens it is told what is wrong with it
        return Role.NONE


def list_grants(workspace: Workspace) -> dict[str, Role]:
    """What is given to whom now, links among them, in the order in which it was first given; for its owners.

    Raises
    ------
    WorkspaceError
        If the visitor is none.
    """
    with workspace.unguarded.open_transaction() as connection:
        check_role(connection, workspace.visitor, Role.OWNER, workspace.store.name)
        return {who: role for who, role in read_grants(connection).items() if role}


def give_role(workspace: Workspace, who: str, role: Role, *, at: dt.datetime) -> None:
    """Let `who` (an e-mail address, `EVERYONE`, a link) be `role` from now on, and no more; `Role.NONE` takes it away.

    Raises
    ------
    WorkspaceError
        If the visitor is no owner, `who` cannot be read, or no owner would be left.
    """
    name = _read_name(who)
    with workspace.unguarded.open_transaction(writes=True) as connection:
        check_role(connection, workspace.visitor, Role.OWNER, workspace.store.name)
        ACCESS.create_all(connection)
        grants = read_grants(connection)
        if grants.get(name, Role.NONE) is role:
            return
        others = [each for each, given in grants.items() if given is Role.OWNER and each != name]
        if grants.get(name) is Role.OWNER and not others:
            raise WorkspaceError(f"{name!r} is the only owner; let somebody else be one first")
        by = workspace.visitor.name
        connection.execute(sa.insert(GRANTS).values(at=write_utc(at), given_by=by, who=name, role=role.word))


def _read_name(who: str) -> str:
    name = who.strip().casefold()
    if name != EVERYONE and not name.startswith(_LINK) and not _ADDRESS.fullmatch(name):
        raise WorkspaceError(f"{who[:60]!r} is no e-mail address; give the one that somebody logs in with")
    return name


def make_link(workspace: Workspace, *, at: dt.datetime) -> str:
    """A new token: whoever has it may read the workspace. Only its hash is kept, so it is shown once.

    Raises
    ------
    WorkspaceError
        If the visitor is no owner.
    """
    token = secrets.token_urlsafe(24)
    give_role(workspace, name_link(token), Role.VIEWER, at=at)
    return token


def name_link(token: str) -> str:
    """By what grants name the link with this token: a hash, which leads to no token.

    Examples
    --------
    >>> name_link("t0ken") == name_link("t0ken"), "t0ken" in name_link("t0ken")
    (True, False)
    """
    return f"{_LINK}{hashlib.sha256(token.encode()).hexdigest()}"
