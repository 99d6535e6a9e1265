"""The tables of a workspace and the way to the file they lie in; the only place that knows it is SQLite.

Every value is text, a whole number or bytes, so the tables would run on PostgreSQL as they are. Between two steps no
connection is open: the workspace is then one plain file, and a step is on the disk when its call returns.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import sqlalchemy as sa

from timeline.errors import WorkspaceError

__all__ = [
    "ABOUT",
    "CLOCK_ELSEWHERE",
    "DOCUMENTS",
    "FORMAT",
    "GIVEN",
    "LARGEST_VALUE",
    "STEPS",
    "TABLES",
    "TEXTS",
    "open_database",
    "open_transaction",
    "prepare",
    "write_ahead",
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

_PATIENCE = 30.0
"""Seconds to wait for another writer, whose steps take milliseconds."""

_CLOCK = 60.0
"""Seconds that one transaction may compute; a step takes milliseconds."""

CLOCK_ELSEWHERE = 10.0
"""The same for a file from elsewhere, which may have been made to take long."""

_EVERY = 100_000
"""Instructions of SQLite's machine between two looks at the clock: about a millisecond."""

LARGEST_VALUE = 300_000_000
"""Bytes of one value; a table of 161,000 events is 200 MB of JSON. SQLite itself takes a thousand million."""

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


def open_database(path: Path, *, read_only: bool = False) -> sa.Engine:
    """The way to the SQLite file at `path`, which need not exist unless `read_only`; nothing is opened yet."""

    def connect() -> sqlite3.Connection:
        mode = "rwc"
        if read_only:  # where nobody is writing, it can be read without a file beside it
            mode = "ro" if Path(f"{path}-wal").exists() else "ro&immutable=1"
        else:
            _make_private(path)
        address = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"
        # Transactions are begun by hand below; left to itself, sqlite3 begins none before a SELECT.
        connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
        ends = time.monotonic() + (CLOCK_ELSEWHERE if read_only else _CLOCK)
        connection.set_progress_handler(lambda: time.monotonic() > ends, _EVERY)
        return connection

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.NullPool)
    sa.event.listen(engine, "connect", _set_up)
    sa.event.listen(engine, "begin", _begin)
    return engine


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


@contextlib.contextmanager
def open_transaction(engine: sa.Engine, path: Path, *, writes: bool = False) -> Iterator[sa.Connection]:
    """A connection on which everything happens or nothing does.

    Raises
    ------
    WorkspaceError
        Says what is wrong with the file or its disk, and what to do.
    """
    try:
        with engine.execution_options(writes=writes).begin() as connection:
            yield connection
    except sa.exc.DBAPIError as error:
        raise WorkspaceError(f"{str(path)!r}: {_explain(error.orig)}") from error
    except UnicodeDecodeError as error:  # a name or an error of SQLite's own with bytes that are no text
        raise WorkspaceError(f"{str(path)!r}: {_REASONS['SQLITE_CORRUPT']}") from error


def _explain(error: Any) -> str:
    code = getattr(error, "sqlite_errorname", "")
    return next((text for start, text in _REASONS.items() if code.startswith(start)), f"{error}; nothing was changed")


def prepare(engine: sa.Engine, path: Path) -> None:
    """Nothing, if the file is a whole workspace of this version; a file with nothing in it is made one.

    Raises
    ------
    WorkspaceError
        For anything else; such a file is left as it is.
    """
    with open_transaction(engine, path) as connection:
        tables = [name for _, name, _ in _read_schema(connection)]
        if tables and ABOUT.name not in tables:
            raise WorkspaceError(f"{str(path)!r}: {_REASONS['SQLITE_NOTADB']}")
        if tables:
            _check_schema(connection, path)
            _check_format(connection, path)
            _check_pages(connection, path)
            return
    with open_transaction(engine, path, writes=True) as connection:
        if not sa.inspect(connection).has_table(ABOUT.name):  # or another program was faster
            TABLES.create_all(connection)
            connection.execute(sa.insert(ABOUT).values(name="format", value=str(FORMAT)))


def _read_schema(connection: sa.Connection) -> list[tuple[str, str, str]]:
    """Type, name and definition of all that the file defines, but for what SQLite makes by itself."""
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master ORDER BY name")
    return [(row[0], row[1], row[2] or "") for row in rows if not row[1].startswith("sqlite_")]


def _check_schema(connection: sa.Connection, path: Path) -> None:
    """Refuse a view, trigger or index, and a table that is not ours word by word: each may compute without an end."""
    ours = {
        table.name: _strip_definition(str(sa.schema.CreateTable(table).compile(dialect=connection.dialect)))
        for table in TABLES.sorted_tables
    }
    for kind, name, definition in _read_schema(connection):
        if kind != "table" or ours.pop(name, None) != _strip_definition(definition):
            raise WorkspaceError(
                f"{str(path)!r}: its {kind} {name[:60]!r} is none that a workspace has; it was left as it is; "
                "open an export or a copy from a backup"
            )
    if ours:
        missing = ", ".join(map(repr, sorted(ours)))
        raise WorkspaceError(f"{str(path)!r}: it has no table {missing}; {_REASONS['SQLITE_CORRUPT']}")


def _strip_definition(definition: str) -> str:
    """A definition without what libraries write in one way or another: quotation marks, white space, case."""
    return "".join(char for char in definition.casefold() if not char.isspace() and char not in '"`[]')


def _check_format(connection: sa.Connection, path: Path) -> None:
    written = connection.scalar(sa.select(ABOUT.c.value).where(ABOUT.c.name == "format")) or ""
    if not written.isdecimal():
        raise WorkspaceError(f"{str(path)!r}: its format is {written!r}, no number; {_REASONS['SQLITE_CORRUPT']}")
    if int(written) > FORMAT:
        raise WorkspaceError(
            f"{str(path)!r}: a newer version wrote it (format {written}, this one reads up to {FORMAT}); "
            "nothing was changed; open it with that version"
        )


def _check_pages(connection: sa.Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise WorkspaceError(f"{str(path)!r}: {_REASONS['SQLITE_CORRUPT']}")


def write_ahead(engine: sa.Engine, path: Path) -> None:
    """Set WAL mode, in which readers and a writer do not wait for each other; the file keeps it.

    The switch needs the file for itself and does not wait for it, so it is tried for a while.
    """
    tries = 300
    for left in reversed(range(tries)):
        try:
            with contextlib.closing(engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
        except (sqlite3.OperationalError, sa.exc.DBAPIError) as error:
            code = getattr(getattr(error, "orig", error), "sqlite_errorname", "")
            if left and code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                time.sleep(_PATIENCE / tries)
                continue
            raise WorkspaceError(f"{str(path)!r}: {_explain(getattr(error, 'orig', error))}") from error
        return
