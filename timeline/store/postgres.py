"""A workspace in a database of PostgreSQL's; the only place that knows of it.

Its address names the database, and may name a schema in it (``?options=-csearch_path%3Dbriefing``), so that one server
holds many workspaces. Between two steps no connection is open, as with a file: the server may end at any time.
"""

import contextlib
import re
from collections.abc import Iterator
from typing import Any, Final

import sqlalchemy as sa

from timeline.errors import WorkspaceError
from timeline.extras import name_extra
from timeline.store.tables import ABOUT, DOCUMENTS, FORMAT, GIVEN, TABLES, read_format

__all__ = ["PostgresDatabase", "is_database"]

_ADDRESS: Final = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://", re.IGNORECASE)

_PATIENCE: Final = 30
"""Seconds to wait for another writer, whose steps take milliseconds."""

_CLOCK: Final = 60
"""Seconds that one statement may take; those of a step take milliseconds."""

_ANSWER: Final = 10
"""Seconds for the server to answer."""

_REASONS: Final = {  # by the beginning of the state that PostgreSQL's manual lists in its appendix A
    "55P03": f"another program has kept it locked for {_PATIENCE} s; close it there and try again",
    "57014": "it takes longer than any workspace would; nothing was changed; ask who runs the server",
    "53100": "the server's disk is full; nothing was changed; free some space there and try again",
    "53": "the server has no room for more; nothing was changed; try again later",
    "42501": "you may not do this there; nothing was changed; ask who runs the server for the right to",
    "25006": "it can only be read; nothing was changed; give the address of the server that can be written",
    "3F000": "there is no such schema; make it with 'CREATE SCHEMA', or give another",
    "42P01": "it is no workspace, or a table of it is missing; it was left as it is; restore a backup",
    "42703": "it is no workspace; it was left as it is; give another database",
}


def is_database(place: object) -> bool:
    """Whether `place` is the address of a database.

    Examples
    --------
    >>> [is_database(place) for place in ("postgresql+psycopg://desk@db/affair", "postgres:///x", "postgresql")]
    [True, True, False]
    """
    return isinstance(place, str) and bool(_ADDRESS.match(place))


class PostgresDatabase:
    """A `Store` in the database at `address`; nothing is opened yet.

    Raises
    ------
    WorkspaceError
        If the address cannot be read.
    MissingError
        If psycopg is not installed.
    """

    def __init__(self, address: str) -> None:
        with name_extra("a workspace in PostgreSQL", "team"):
            import psycopg  # noqa: F401, PLC0415  an extra
        try:
            url = sa.make_url(_ADDRESS.sub("postgresql+psycopg://", address, count=1))
        except (sa.exc.ArgumentError, ValueError) as error:
            raise WorkspaceError(
                f"{address.rpartition('@')[2][:60]!r}: no address of a database; "
                "give it as postgresql+psycopg://USER@HOST/DATABASE"
            ) from error
        self.address = url
        self.engine = sa.create_engine(
            url, poolclass=sa.NullPool, isolation_level="REPEATABLE READ", connect_args={"connect_timeout": _ANSWER}
        )
        sa.event.listen(self.engine, "connect", _set_up)

    @property
    def name(self) -> str:
        """Its address without the password, quoted."""
        return repr(self.address.render_as_string(hide_password=True))

    @contextlib.contextmanager
    def open_transaction(self, *, writes: bool = False) -> Iterator[sa.Connection]:
        """A connection on which everything happens or nothing does; a writer waits for the one before."""
        try:
            with self.engine.begin() as connection:
                if (
                    writes
                ):  # before anything is read, since what a transaction sees is what was there when it first looked
                    connection.exec_driver_sql(f"LOCK TABLE {ABOUT.name} IN EXCLUSIVE MODE")
                yield connection
        except sa.exc.DBAPIError as error:
            raise self._refuse(_explain(error.orig)) from error

    def prepare(self) -> None:
        """Nothing, if there is a whole workspace of this version; where there is no table of one, they are made."""
        if not self.is_made():
            with self._begin_alone() as connection:
                if not _has_tables(connection):  # or another program was faster
                    _make(connection)
        with self.open_transaction() as connection:
            written = read_format(connection)
            for table in TABLES.sorted_tables:  # every column is asked for, and no row
                connection.execute(sa.select(table).limit(0))
        if not written.isdecimal():
            raise self._refuse(f"its format is {written!r}, no number; it was left as it is; restore a backup")
        if int(written) > FORMAT:
            raise self._refuse(
                f"a newer version wrote it (format {written}, this one reads up to {FORMAT}); "
                "nothing was changed; open it with that version"
            )

    def check_new(self) -> None:
        """Nothing, if there is no workspace yet."""
        if self.is_made():
            raise self._refuse("it holds a workspace already, which is left as it is; give another database or schema")

    @contextlib.contextmanager
    def fill(self) -> Iterator[sa.Connection]:
        """A connection to new tables, which are there for all when the block ends well."""
        with self._begin_alone() as connection:
            if _has_tables(connection):
                raise self._refuse("it holds a workspace already, which is left as it is")
            _make(connection)
            yield connection
            for table in (DOCUMENTS, GIVEN):
                _continue_numbers(connection, table)

    def is_made(self) -> bool:
        """Whether there is a workspace, whole or not."""
        with self._begin() as connection:
            return _has_tables(connection)

    @contextlib.contextmanager
    def _begin(self, engine: sa.Engine | None = None) -> Iterator[sa.Connection]:
        """A transaction without the tables, which may not be there yet."""
        try:
            with (engine or self.engine).begin() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            raise self._refuse(_explain(error.orig)) from error

    @contextlib.contextmanager
    def _begin_alone(self) -> Iterator[sa.Connection]:
        """A transaction beside which nobody else makes tables: there is none yet that could be locked."""
        # Each statement has to see what was there when the lock was given, not when it was asked for.
        with self._begin(self.engine.execution_options(isolation_level="READ COMMITTED")) as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            yield connection

    def _refuse(self, reason: str) -> WorkspaceError:
        return WorkspaceError(f"{self.name}: {reason}")


_LOCK: Final = 0x7EED_11E5
"""The number by which programs that make a workspace know each other."""


def _set_up(connection: Any, _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET statement_timeout = '{_CLOCK}s'; SET lock_timeout = '{_PATIENCE}s'")
    connection.commit()


def _has_tables(connection: sa.Connection) -> bool:
    """Whether the schema at hand has a table of ours, whole or not."""
    return any(sa.inspect(connection).has_table(table.name) for table in TABLES.sorted_tables)


def _make(connection: sa.Connection) -> None:
    TABLES.create_all(connection)
    connection.execute(sa.insert(ABOUT).values(name="format", value=str(FORMAT)))


def _continue_numbers(connection: sa.Connection, table: sa.Table) -> None:
    """Let the next row of `table` have a number after those that were written with their own."""
    last = connection.scalar(sa.select(sa.func.max(table.c.number)))
    if last:
        connection.execute(sa.select(sa.func.setval(sa.func.pg_get_serial_sequence(table.name, "number"), last)))


def _explain(error: Any) -> str:
    state = getattr(error, "sqlstate", None) or ""
    if not state:  # there never was a connection, and what the server said of that comes as text alone
        told = " ".join(str(error).split()).rpartition("FATAL: ")[2][:200]
        return f"there is no connection ({told}); nothing was changed; check the address and that the server runs"
    told = next((text for start, text in _REASONS.items() if state.startswith(start)), "")
    return told or f"{' '.join(str(error).split())[:200]}; nothing was changed"
