"""A workspace in one file of SQLite's; the only place that knows of it.

Between two steps no connection is open: the workspace is then one plain file, and a step is on the disk when its call
returns.
"""

import contextlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import sqlalchemy as sa

from timeline.errors import WorkspaceError
from timeline.store.tables import ABOUT, ACCESS, FORMAT, LARGEST_VALUE, TABLES, read_format

__all__ = ["CLOCK_ELSEWHERE", "SqliteFile", "check_path"]

_PATIENCE = 30.0
"""Seconds to wait for another writer, whose steps take milliseconds."""

_CLOCK = 60.0
"""Seconds that one transaction may compute; a step takes milliseconds."""

CLOCK_ELSEWHERE = 10.0
"""The same for a file from elsewhere, which may have been made to take long."""

_EVERY = 100_000
"""Instructions of SQLite's machine between two looks at the clock: about a millisecond."""

_REASONS: Final = {
    "SQLITE_INTERRUPT": "it takes longer than any workspace would; it was left as it is; open an export of it",
    "SQLITE_TOOBIG": f"a value in it is larger than {LARGEST_VALUE // 1_000_000} MB, the most that is kept; split it",
    "SQLITE_FULL": "the disk is full; nothing was changed; free some space and try again",
    "SQLITE_BUSY": f"another program has kept it locked for {_PATIENCE:.0f} s; close it there and try again",
    "SQLITE_LOCKED": f"another program has kept it locked for {_PATIENCE:.0f} s; close it there and try again",
    "SQLITE_READONLY": "it or its folder cannot be written; nothing was changed; copy it to a folder of your own",
    "SQLITE_CANTOPEN": "it or its folder cannot be opened for writing; choose a folder of your own",
    "SQLITE_PERM": "it cannot be opened; choose a folder of your own",
    "SQLITE_CORRUPT": "the file is damaged; it was left as it is; open an export of it or a copy from a backup",
    "SQLITE_NOTADB": "it is no workspace; it was left as it is; give another path",
    "SQLITE_IOERR": "the disk could not be read or written; nothing was changed; check the disk and try again",
}


def check_path(path: Path) -> None:
    """Nothing, if a file can be at `path`; else a `WorkspaceError`."""
    if path.is_dir():
        raise WorkspaceError(f"{str(path)!r}: it is a folder; give the path of a file in it")
    if not path.parent.is_dir():
        raise WorkspaceError(f"{str(path)!r}: there is no folder {str(path.parent)!r}; make it first")


class SqliteFile:
    """A `Store` in the file at `path`, which need not exist unless `read_only`; nothing is opened yet.

    Messages speak of it as `called`, where that is another path.

    Raises
    ------
    WorkspaceError
        If the path is a folder or in none.
    """

    def __init__(self, path: Path, *, read_only: bool = False, called: Path | None = None) -> None:
        check_path(path)
        self.path = path
        self.engine = sa.create_engine("sqlite://", creator=self._connect, poolclass=sa.NullPool)
        self._called, self._read_only = called or path, read_only
        sa.event.listen(self.engine, "connect", _set_up)
        sa.event.listen(self.engine, "begin", _begin)

    @property
    def name(self) -> str:
        """Its path, quoted."""
        return repr(str(self._called))

    @contextlib.contextmanager
    def open_transaction(self, *, writes: bool = False) -> Iterator[sa.Connection]:
        """A connection on which everything happens or nothing does."""
        try:
            with self.engine.execution_options(writes=writes).begin() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            raise self._refuse(_explain(error.orig)) from error
        except UnicodeDecodeError as error:  # a name or an error of SQLite's own with bytes that are no text
            raise self._refuse(_REASONS["SQLITE_CORRUPT"]) from error

    def prepare(self) -> None:
        """Nothing, if the file is a whole workspace of this version; a file with nothing in it is made one."""
        with self.open_transaction() as connection:
            tables = [name for _, name, _ in _read_schema(connection)]
            if tables and ABOUT.name not in tables:
                raise self._refuse(_REASONS["SQLITE_NOTADB"])
            if tables:
                self._check_schema(connection)
                self._check_format(connection)
                self._check_pages(connection)
        if not tables:
            with self.open_transaction(writes=True) as connection:
                if not sa.inspect(connection).has_table(ABOUT.name):  # or another program was faster
                    TABLES.create_all(connection)
                    connection.execute(sa.insert(ABOUT).values(name="format", value=str(FORMAT)))
        if not self._read_only:
            self._write_ahead()

    def is_made(self) -> bool:
        """Whether there is a file with anything in it."""
        return self.path.is_file() and self.path.stat().st_size > 0

    def check_new(self) -> None:
        """Nothing, if there is no file yet."""
        if self.path.exists():
            raise self._refuse("it exists already and is left as it is; give a new name")

    @contextlib.contextmanager
    def fill(self) -> Iterator[sa.Connection]:
        """A connection to a file beside `path` that takes its place when the block ends well."""
        try:
            with tempfile.TemporaryDirectory(dir=self.path.parent, prefix=".workspace-") as folder:
                part = SqliteFile(Path(folder, "part"), called=self.path)
                part.prepare()
                with part.open_transaction(writes=True) as connection:
                    yield connection
                part.path.replace(self.path)
        except OSError as error:
            if isinstance(error, WorkspaceError):
                raise
            raise self._refuse(f"{error.strerror}; nothing was written; choose another folder") from error

    def _connect(self) -> sqlite3.Connection:
        mode = "rwc"
        if self._read_only:  # where nobody is writing, it can be read without a file beside it
            mode = "ro" if Path(f"{self.path}-wal").exists() else "ro&immutable=1"
        else:
            _make_private(self.path)
        address = f"file:{quote(os.fsencode(self.path.absolute()))}?mode={mode}"
        # Transactions are begun by hand below; left to itself, sqlite3 begins none before a SELECT.
        connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
        ends = time.monotonic() + (CLOCK_ELSEWHERE if self._read_only else _CLOCK)
        connection.set_progress_handler(lambda: time.monotonic() > ends, _EVERY)
        return connection

    def _refuse(self, reason: str) -> WorkspaceError:
        return WorkspaceError(f"{self.name}: {reason}")

    def _check_schema(self, connection: sa.Connection) -> None:
        """Refuse a view, trigger or index, and a table that is not ours word by word: each may compute without end."""
        ours, beside = _define(TABLES, connection), _define(ACCESS, connection)
        for kind, name, definition in _read_schema(connection):
            if kind != "table" or ours.pop(name, beside.get(name)) != _strip_definition(definition):
                raise self._refuse(
                    f"its {kind} {name[:60]!r} is none that a workspace has; it was left as it is; "
                    "open an export or a copy from a backup"
                )
        if ours:
            missing = ", ".join(map(repr, sorted(ours)))
            raise self._refuse(f"it has no table {missing}; {_REASONS['SQLITE_CORRUPT']}")

    def _check_format(self, connection: sa.Connection) -> None:
        written = read_format(connection)
        if not written.isdecimal():
            raise self._refuse(f"its format is {written!r}, no number; {_REASONS['SQLITE_CORRUPT']}")
        if int(written) > FORMAT:
            raise self._refuse(
                f"a newer version wrote it (format {written}, this one reads up to {FORMAT}); "
                "nothing was changed; open it with that version"
            )

    def _check_pages(self, connection: sa.Connection) -> None:
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
            raise self._refuse(_REASONS["SQLITE_CORRUPT"])

    def _write_ahead(self) -> None:
        """Set WAL mode, in which readers and a writer do not wait for each other; the file keeps it.

        The switch needs the file for itself and does not wait for it, so it is tried for a while.
        """
        tries = 300
        for left in reversed(range(tries)):
            try:
                with contextlib.closing(self.engine.raw_connection()) as connection:
                    connection.cursor().execute("PRAGMA journal_mode = WAL")
            except (sqlite3.OperationalError, sa.exc.DBAPIError) as error:
                code = getattr(getattr(error, "orig", error), "sqlite_errorname", "")
                if left and code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                    time.sleep(_PATIENCE / tries)
                    continue
                raise self._refuse(_explain(getattr(error, "orig", error))) from error
            return


def _make_private(path: Path) -> None:
    """Make an empty file at `path` that its owner alone may read, unless there is one; SQLite would let all read it.

    What SQLite puts beside it has the same rights.
    """
    with contextlib.suppress(OSError):  # the folder cannot be written, or another was faster: opening it says so
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    """A writer locks at once: two that read first and then write would refuse each other."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _explain(error: Any) -> str:
    code = getattr(error, "sqlite_errorname", "")
    return next((text for start, text in _REASONS.items() if code.startswith(start)), f"{error}; nothing was changed")


def _read_schema(connection: sa.Connection) -> list[tuple[str, str, str]]:
    """Type, name and definition of all that the file defines, but for what SQLite makes by itself."""
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master ORDER BY name")
    return [(row[0], row[1], row[2] or "") for row in rows if not row[1].startswith("sqlite_")]


def _define(tables: sa.MetaData, connection: sa.Connection) -> dict[str, str]:
    """How each of `tables` is defined, stripped."""
    return {
        table.name: _strip_definition(str(sa.schema.CreateTable(table).compile(dialect=connection.dialect)))
        for table in tables.sorted_tables
    }


def _strip_definition(definition: str) -> str:
    """A definition without what libraries write in one way or another: quotation marks, white space, case."""
    return "".join(char for char in definition.casefold() if not char.isspace() and char not in '"`[]')
