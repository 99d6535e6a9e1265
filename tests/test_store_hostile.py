"""Workspace files that somebody made to harm: refused by what they define, before anything in them is computed."""

import os
import sqlite3
import stat
import time
from contextlib import closing

import pytest

from timeline.errors import WorkspaceError
from timeline.store import Workspace

FOREVER = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t"

HARM = {
    "a view in the place of a table never ends": [
        "DROP TABLE tables",
        f"CREATE VIEW tables AS SELECT 1 number, 'a' name, ({FOREVER}) content",
    ],
    "a trigger deletes documents at the first correction": [
        "CREATE TRIGGER harm AFTER INSERT ON steps BEGIN DELETE FROM documents; END",
    ],
    "a generated column computes for ever": [
        "DROP TABLE tables",
        "CREATE TABLE tables (number INTEGER PRIMARY KEY, name TEXT, content TEXT AS (hex(zeroblob(99999999))))",
    ],
    "a table of somebody else": ["CREATE TABLE more (number INTEGER)"],
    "an index computes at every step": ["CREATE INDEX slow ON steps (hex(zeroblob(1000000)))"],
    "a table is missing": ["DROP TABLE steps"],
}


def harmed(path, statements):
    """A workspace file at `path` after `statements`."""
    Workspace(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA trusted_schema = ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.execute("PRAGMA journal_mode = DELETE")
    return path


@pytest.mark.parametrize("harm", HARM, ids=lambda name: name.replace(" ", "-"))
def test_a_file_defines_our_tables_and_nothing_else(tmp_path, harm):
    """Opened or imported, it is refused with the name of what is not ours, and left as it was."""
    path = harmed(tmp_path / "harm.timeline", HARM[harm])
    before = path.read_bytes()
    for attempt in (lambda: Workspace(path), lambda: Workspace.import_file(path, tmp_path / "copy.timeline")):
        with pytest.raises(WorkspaceError, match="left as it is"):
            attempt()
    assert path.read_bytes() == before
    assert not (tmp_path / "copy.timeline").exists()


def test_what_computes_without_an_end_is_stopped(tmp_path, monkeypatch):
    """The clock of a connection ends any statement."""
    from timeline.store import sqlite_file

    monkeypatch.setattr(sqlite_file, "_CLOCK", 0.2)
    path = tmp_path / "slow.timeline"
    Workspace(path)
    began = time.monotonic()
    store = sqlite_file.SqliteFile(path)
    with pytest.raises(WorkspaceError, match="longer than any"), store.open_transaction() as connection:
        connection.exec_driver_sql(FOREVER)
    assert time.monotonic() - began < 30


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX's")
def test_a_workspace_is_its_owner_s_alone(tmp_path):
    """Made, copied or imported, no other user of the machine can read it."""
    made = Workspace(tmp_path / "a.timeline")
    made.export(tmp_path / "b.timeline")
    Workspace.import_file(tmp_path / "b.timeline", tmp_path / "c.timeline")
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("*.timeline")} == {0o600}


def test_a_schema_of_bytes_that_are_no_text_is_damage(tmp_path):
    """SQLite hands on what a broken file calls its tables, which may be no UTF-8."""
    path = tmp_path / "harm.timeline"
    Workspace(path).export(tmp_path / "whole")
    whole = (tmp_path / "whole").read_bytes()
    path.write_bytes(whole.replace(b"CREATE TABLE documents", b"CREATE TABLE \xd5ocuments"))
    with pytest.raises(WorkspaceError):
        Workspace.import_file(path, tmp_path / "copy.timeline")
