"""A workspace -> the same in another file: how one is handed on, and how a file from elsewhere is taken in."""

import hashlib
import tempfile
from pathlib import Path

import sqlalchemy as sa

from timeline.errors import TableError, WorkspaceError
from timeline.store.database import ABOUT, TABLES, open_database, open_transaction, prepare
from timeline.store.edits import AddEvent
from timeline.store.passages import Passage
from timeline.store.rows import guard_reading, read_rows, read_steps, read_texts, to_document

__all__ = ["check_path", "copy_workspace"]


def check_path(path: Path) -> None:
    """Nothing, if a file can be at `path`; else a `WorkspaceError`."""
    if path.is_dir():
        raise WorkspaceError(f"{str(path)!r}: it is a folder; give the path of a file in it")
    if not path.parent.is_dir():
        raise WorkspaceError(f"{str(path)!r}: there is no folder {str(path.parent)!r}; make it first")


def copy_workspace(engine: sa.Engine, source: Path, path: Path) -> None:
    """Every row of one workspace, each read as what it says it is, in a new file that appears only when it is whole."""
    check_path(path)
    if path.exists():
        raise WorkspaceError(f"{str(path)!r}: it exists already and is left as it is; give a new name")
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".workspace-") as folder:
            part = Path(folder, "part")
            copy = open_database(part)
            prepare(copy, part)
            with open_transaction(engine, source) as reader, open_transaction(copy, path, writes=True) as writer:
                _check_rows(reader, source)
                _copy_rows(reader, writer)
            part.replace(path)
    except OSError as error:
        if isinstance(error, WorkspaceError):
            raise
        raise WorkspaceError(f"{str(path)!r}: {error.strerror}; nothing was written; choose another folder") from error


def _copy_rows(reader: sa.Connection, writer: sa.Connection) -> None:
    writer.execute(sa.delete(ABOUT))
    for table in TABLES.sorted_tables:
        rows = [row._asdict() for row in reader.execute(sa.select(table).order_by(*table.primary_key))]
        if rows:
            writer.execute(sa.insert(table), rows)


def _check_rows(connection: sa.Connection, source: Path) -> None:
    """Refuse what no workspace wrote, above all a passage that is not in the text it is quoted from."""
    with guard_reading(source):
        texts = read_texts(connection)
        for _, id_, facts in read_rows(connection):
            to_document(id_, texts[id_], facts)
        for step in read_steps(connection):
            if isinstance(step.edit, AddEvent) and step.edit.passage:
                _check_passage(step.edit.passage, texts.get(step.edit.passage.document_id, b""))


def _check_passage(passage: Passage, written: bytes) -> None:
    text = written.decode("utf-8", "surrogatepass")
    same = hashlib.sha256(written).hexdigest() == passage.sha256
    if same and text[passage.start : passage.end] != passage.quote:
        raise TableError(
            f"passage {passage.start}-{passage.end}: {passage.quote[:80]!r} is not what the text says there"
        )
