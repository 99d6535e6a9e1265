"""A workspace -> the same elsewhere: how one is handed on, and how a file from elsewhere is taken in."""

import hashlib

import sqlalchemy as sa

from timeline.errors import TableError
from timeline.store.edits import AddEvent
from timeline.store.passages import Passage
from timeline.store.rows import guard_reading, read_rows, read_steps, read_texts, to_document
from timeline.store.tables import ABOUT, TABLES, Store

__all__ = ["copy_store"]


def copy_store(source: Store, target: Store) -> None:
    """Every row of one workspace, each read as what it says it is, in a new one that is there only when it is whole."""
    target.check_new()
    with target.fill() as writer, source.open_transaction() as reader:
        _check_rows(reader, source)
        _copy_rows(reader, writer)


def _copy_rows(reader: sa.Connection, writer: sa.Connection) -> None:
    writer.execute(sa.delete(ABOUT))
    for table in TABLES.sorted_tables:
        rows = [row._asdict() for row in reader.execute(sa.select(table).order_by(*table.primary_key))]
        if rows:
            writer.execute(sa.insert(table), rows)


def _check_rows(connection: sa.Connection, source: Store) -> None:
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
