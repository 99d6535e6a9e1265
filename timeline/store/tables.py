"""The tables of a workspace, and what any store of them can do: a file of SQLite's, a database of PostgreSQL's.

Every value is text, a whole number or bytes, so that both hold the same rows.
"""

import contextlib
from typing import Final, Protocol

import sqlalchemy as sa

__all__ = [
    "ABOUT",
    "ACCESS",
    "DOCUMENTS",
    "FORMAT",
    "GIVEN",
    "GRANTS",
    "LARGEST_VALUE",
    "STEPS",
    "TABLES",
    "TEXTS",
    "Store",
    "read_format",
]

FORMAT: Final = 1
"""The version of these tables; a workspace says which one it was written in."""

TABLES: Final = sa.MetaData()
ABOUT: Final = sa.Table(
    "workspace",
    TABLES,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
TEXTS: Final = sa.Table(
    "texts",
    TABLES,
    sa.Column("document_id", sa.Text, primary_key=True),
    # Bytes, because a text of a broken file may hold what neither SQLite nor PostgreSQL takes for text.
    sa.Column("text", sa.LargeBinary, nullable=False),
)
DOCUMENTS: Final = sa.Table(
    "documents",
    TABLES,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("document_id", sa.Text, sa.ForeignKey(TEXTS.c.document_id), nullable=False),
    sa.Column("facts", sa.Text, nullable=False),  # JSON
    sa.Column("added", sa.Text, nullable=False),  # ISO 8601, UTC
    sqlite_autoincrement=True,  # as elsewhere, the number of a row that went is not given again
)
GIVEN: Final = sa.Table(
    "tables",
    TABLES,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("content", sa.Text, nullable=False),
)
STEPS: Final = sa.Table(
    "steps",
    TABLES,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),  # ISO 8601, UTC
    sa.Column("session", sa.Text, nullable=False),
    sa.Column("seen", sa.Integer, nullable=False),
    sa.Column("edit", sa.Text),  # the kind of edit; none for undo and redo
    sa.Column("value", sa.Text),  # JSON
    sa.Column("anchors", sa.Text),  # JSON
    sa.Column("undoes", sa.Integer, sa.ForeignKey("steps.number")),
    sa.Column("redoes", sa.Integer, sa.ForeignKey("steps.number")),
)

ACCESS: Final = sa.MetaData()
"""Beside these, where more than the user of one machine have to do with it: who may what. It is no part of a copy."""

GRANTS: Final = sa.Table(
    "grants",
    ACCESS,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),  # ISO 8601, UTC
    sa.Column("given_by", sa.Text, nullable=False),  # an e-mail address; none where the server did it
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
)

LARGEST_VALUE: Final = 300_000_000
"""Bytes of one value; a table of 161,000 events is 200 MB of JSON. SQLite itself takes a thousand million."""


class Store(Protocol):
    """Where the tables of one workspace lie."""

    @property
    def name(self) -> str:
        """How messages name it."""

    def is_made(self) -> bool:
        """Whether there is a workspace, or what may be one."""

    def prepare(self) -> None:
        """Nothing, if there is a whole workspace of this version; where there is nothing, one is made.

        Raises
        ------
        WorkspaceError
            For anything else; it is left as it is.
        """

    def open_transaction(self, *, writes: bool = False) -> contextlib.AbstractContextManager[sa.Connection]:
        """A connection on which everything happens or nothing does, and which sees the tables as at one moment.

        Of those with `writes` one is under way at a time, so that steps are numbered in the order in which they can be
        seen: whoever has read up to a number has missed nothing.

        Raises
        ------
        WorkspaceError
            Says what is wrong with the store, and what to do.
        """

    def check_new(self) -> None:
        """Nothing, if nothing is there that a workspace copied here would take the place of."""

    def fill(self) -> contextlib.AbstractContextManager[sa.Connection]:
        """A connection to new, empty tables, which are there for all when the block ends well, and else never were."""


def read_format(connection: sa.Connection) -> str:
    """The version of the tables as it is written there, ``""`` for none."""
    return connection.scalar(sa.select(ABOUT.c.value).where(ABOUT.c.name == "format")) or ""
