"""Who may do what with a workspace; the one place that decides it, for every store and every way in.

What was given to whom is kept beside the workspace it is about, line after line: the last one on somebody says what he
may. A copy of the workspace is handed on without it.
"""

import contextlib
import dataclasses
import enum
from collections.abc import Iterator
from typing import Final

import sqlalchemy as sa

from timeline.errors import WorkspaceError
from timeline.store.tables import GRANTS, Store

__all__ = ["EVERYONE", "OWN", "GuardedStore", "Role", "Visitor", "check_role", "find_role", "read_grants"]

EVERYONE: Final = "everyone"
"""Whom a grant names that is for all who log in."""


class Role(enum.IntEnum):
    """What somebody may do with one workspace; who may more may less, too."""

    NONE = 0
    VIEWER = 1
    EDITOR = 2
    OWNER = 3

    @property
    def word(self) -> str:
        """How it is written and shown."""
        return self.name.lower()

    @classmethod
    def read(cls, word: str) -> "Role":
        """The role of that name.

        Raises
        ------
        WorkspaceError
            If there is none.

        Examples
        --------
        >>> Role.read("editor") > Role.VIEWER
        True
        """
        for role in cls:
            if role.word == word:
                return role
        raise WorkspaceError(f"{word[:60]!r} is no role; take one of {', '.join(role.word for role in cls)}")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who wants to do something.

    Attributes
    ----------
    known_as
        By what grants may name him: his address, `EVERYONE`, a link that he was given.
    at_least
        What he may, whatever was granted.
    """

    known_as: tuple[str, ...] = ()
    at_least: Role = Role.NONE

    @property
    def name(self) -> str:
        """How the history names him; ``""`` where nobody was asked, or all that is known is a link."""
        return next((name for name in self.known_as if "@" in name), "")


OWN: Final = Visitor(at_least=Role.OWNER)
"""The user of this machine, whom nobody asks who he is."""


def read_grants(connection: sa.Connection) -> dict[str, Role]:
    """What everybody may who was ever given anything; who was taken everything may `Role.NONE`."""
    if not sa.inspect(connection).has_table(GRANTS.name):
        return {}
    rows = connection.execute(sa.select(GRANTS.c.who, GRANTS.c.role).order_by(GRANTS.c.number))
    return {row.who: Role.read(row.role) for row in rows}


def find_role(connection: sa.Connection, visitor: Visitor) -> Role:
    """What `visitor` may: the most of what was given to any of the names he is known by."""
    if visitor.at_least is Role.OWNER:
        return visitor.at_least
    grants = read_grants(connection)
    return max([visitor.at_least, *(grants.get(name, Role.NONE) for name in visitor.known_as)])


_DOES: Final = {Role.VIEWER: "open", Role.EDITOR: "change", Role.OWNER: "share"}


def check_role(connection: sa.Connection, visitor: Visitor, needed: Role, name: str) -> None:
    """Nothing, if `visitor` may what takes the role `needed`; `name` is that of the store.

    Raises
    ------
    WorkspaceError
        Says what he may, and whom to ask.
    """
    role = find_role(connection, visitor)
    if role < needed:
        owners = [who for who, given in read_grants(connection).items() if given is Role.OWNER]
        ask = f"ask {' or '.join(owners)}" if owners and visitor.name else "ask whoever sent you here"
        may = f"as a {role.word} you may not" if role else "you may not"
        raise WorkspaceError(f"{name if role else 'this briefing'}: {may} {_DOES[needed]} it; {ask} for the right to")


class GuardedStore:
    """A `Store` for one visitor: nothing is read or written in it that his role does not allow.

    What he may is looked up in the transaction it is needed for, so what was taken from him is gone at once.
    """

    def __init__(self, store: Store, visitor: Visitor) -> None:
        self.store, self.visitor = store, visitor

    @property
    def name(self) -> str:
        """How messages name it."""
        return self.store.name

    @contextlib.contextmanager
    def open_transaction(self, *, writes: bool = False) -> Iterator[sa.Connection]:
        """A connection for what he may do; with `writes` that is more than reading."""
        with self.store.open_transaction(writes=writes) as connection:
            check_role(connection, self.visitor, Role.EDITOR if writes else Role.VIEWER, self.name)
            yield connection

    def is_made(self) -> bool:
        """Whether there is a workspace."""
        return self.store.is_made()

    def prepare(self) -> None:
        """Nothing: it was opened for the server before."""

    def check_new(self) -> None:
        """Refuse: what is there is not written over."""
        self.store.check_new()

    def fill(self) -> contextlib.AbstractContextManager[sa.Connection]:
        """A connection to new tables, where there are none."""
        return self.store.fill()
