"""The file on disk: documents and steps go in, and come out as they went in.

It knows no timeline of its own: what was read and what readers want is put together by `replay`. Any number of
programs may have one workspace open; each call is one transaction that happens or does not.
"""

import contextlib
import dataclasses
import datetime as dt
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Self

import pandas as pd
import sqlalchemy as sa

from timeline.documents import Document
from timeline.errors import TableError, WorkspaceError
from timeline.store.database import (
    ABOUT,
    DOCUMENTS,
    STEPS,
    TABLES,
    TEXTS,
    open_database,
    prepare,
    transaction,
    write_ahead,
)
from timeline.store.edits import Edit, from_json, to_json
from timeline.store.history import Anchor, Step, find_anchors, in_force, to_history, to_redo, to_undo
from timeline.store.replay import check
from timeline.table import Timeline

__all__ = ["Workspace"]

_FACTS: Final = tuple(field.name for field in dataclasses.fields(Document) if field.name not in {"text", "id"})
_DISMISSED: Final = "dismissed"


class Workspace:
    """A workspace at `path`, made where there is none.

    Every method may raise `WorkspaceError` (the disk is full, the file is locked, damaged or not to be written); what
    was written before stays as it is.

    Parameters
    ----------
    path
        Of the file; its folder must exist.

    Raises
    ------
    WorkspaceError
        If the path is a folder or in none, the file is no workspace, damaged, or written by a newer version.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        _check_path(self.path)
        self._engine = open_database(self.path)
        prepare(self._engine, self.path)
        write_ahead(self._engine, self.path)

    def add_documents(self, documents: Iterable[Document], *, at: dt.datetime) -> None:
        """Keep `documents` with their texts, in their order.

        A text given again under the same path is kept once: what is said of it now wins over what was said, but
        nothing wins over something, and a publication date that was given wins over one that was found. A file that
        could be read at last takes the place of its failure.
        """
        added = _utc(at)
        with transaction(self._engine, self.path, writes=True) as connection, _reading(self.path):
            known = {(id_, facts["path"]): (number, facts) for number, id_, facts in _rows(connection)}
            first = not known
            for document in documents:
                _keep_text(connection, document)
                _keep_facts(connection, document, known, added)
            if first:
                _dismiss(connection)

    def documents(self) -> list[Document]:
        """Every document, in the order in which they were added; one text under two paths twice."""
        with transaction(self._engine, self.path) as connection, _reading(self.path):
            texts = {id_: text for id_, text in connection.execute(sa.select(TEXTS))}  # noqa: C416  rows are no pairs
            return [_to_document(id_, texts[id_], facts) for _, id_, facts in _rows(connection)]

    def new_documents(self) -> frozenset[str]:
        """The ids of the documents that were added since `dismiss_new`; those a workspace began with are not new."""
        with transaction(self._engine, self.path) as connection, _reading(self.path):
            mark = int(_about(connection, _DISMISSED) or 0)
            rows = [(number, id_) for number, id_, _ in _rows(connection)]
        return frozenset(i for n, i in rows if n > mark) - {i for n, i in rows if n <= mark}

    def dismiss_new(self) -> None:
        """Nothing is new any more."""
        with transaction(self._engine, self.path, writes=True) as connection:
            _dismiss(connection)

    def record(self, edit: Edit, timeline: Timeline, *, at: dt.datetime, session: str, seen: int) -> Step:
        """The step that `edit` became; it is on the disk when this returns.

        Parameters
        ----------
        edit
            What the reader wants.
        timeline
            As the reader sees it, with the edits so far.
        at
            When, with its time zone.
        session
            A token of the tab it was made in.
        seen
            The number of the last step that went into `timeline`; 0 for none.

        Raises
        ------
        TableError
            If the edit names what is not in `timeline`, or would change nothing.
        """
        check(timeline, edit)
        step = {"edit": edit.name, "value": to_json(edit), "anchors": _dump(find_anchors(timeline, edit))}
        with transaction(self._engine, self.path, writes=True) as connection:
            return _append(connection, at, session, seen, step)

    def undo(self, *, at: dt.datetime, session: str, number: int | None = None) -> Step | None:
        """The edit taken back: number `number`, else the last one of `session`; None where there is none to take."""
        return self._turn("undoes", at, session, number)

    def redo(self, *, at: dt.datetime, session: str, number: int | None = None) -> Step | None:
        """The edit given again: number `number`, else what `session` took back last; None where there is none."""
        return self._turn("redoes", at, session, number)

    def _turn(self, way: str, at: dt.datetime, session: str, number: int | None) -> Step | None:
        with transaction(self._engine, self.path, writes=True) as connection, _reading(self.path):
            steps = _read_steps(connection, 0)
            if number is None:
                step = to_undo(steps, session) if way == "undoes" else to_redo(steps, session)
            else:
                standing = {s.number for s in in_force(steps)}
                step = next((s for s in steps if s.number == number and s.edit), None)
                if step and (step.number in standing) != (way == "undoes"):
                    step = None
            if step:
                _append(connection, at, session, steps[-1].number, {way: step.number})
        return step

    def steps(self, after: int = 0) -> list[Step]:
        """Every step with a number above `after`, in order: what `replay` takes."""
        with transaction(self._engine, self.path) as connection, _reading(self.path):
            return _read_steps(connection, after)

    def history(self) -> pd.DataFrame:
        """What was changed when, the latest first, with the columns of `to_history`."""
        return to_history(self.steps())

    def export(self, path: str | Path) -> None:
        """Write the whole workspace, as it is at one moment, to one new file that is a workspace, too."""
        _copy(self._engine, self.path, Path(path))

    @classmethod
    def import_file(cls, source: str | Path, path: str | Path) -> Self:
        """The workspace made at the new `path` from an exported one, which is only read.

        Raises
        ------
        WorkspaceError
            If `source` is no workspace, damaged, newer, or holds what no workspace holds; `path` is then not made.
        """
        source = Path(source)
        _check_path(source)
        if not source.is_file() or not source.stat().st_size:
            raise WorkspaceError(
                f"{str(source)!r}: there is no such file, or nothing in it; give one that was exported"
            )
        engine = open_database(source, read_only=True)
        prepare(engine, source)
        _copy(engine, source, Path(path))
        return cls(path)


def _check_path(path: Path) -> None:
    if path.is_dir():
        raise WorkspaceError(f"{str(path)!r}: it is a folder; give the path of a file in it")
    if not path.parent.is_dir():
        raise WorkspaceError(f"{str(path)!r}: there is no folder {str(path.parent)!r}; make it first")


def _rows(connection: sa.Connection) -> list[tuple[int, str, dict[str, Any]]]:
    """Number, document id and facts of each document."""
    rows = connection.execute(sa.select(DOCUMENTS).order_by(DOCUMENTS.c.number))
    return [(row.number, row.document_id, json.loads(row.facts)) for row in rows]


def _keep_text(connection: sa.Connection, document: Document) -> None:
    text = document.text.encode("utf-8", "surrogatepass")
    written = connection.scalar(sa.select(TEXTS.c.text).where(TEXTS.c.document_id == document.id))
    if written is None:
        connection.execute(sa.insert(TEXTS).values(document_id=document.id, text=text))
    elif written != text:  # only where whoever made the document gave it an id of its own
        connection.execute(sa.update(TEXTS).where(TEXTS.c.document_id == document.id).values(text=text))


def _keep_facts(
    connection: sa.Connection,
    document: Document,
    known: dict[tuple[str, str], tuple[int, dict[str, Any]]],
    added: str,
) -> None:
    facts = {name: getattr(document, name) for name in _FACTS}
    facts["published"] = document.published and document.published.isoformat()
    key = (document.id, document.path)
    failed = [k for k, (_, f) in known.items() if f["problem"] and k[1] == document.path != "" and not document.problem]
    for stale in failed:
        connection.execute(sa.delete(DOCUMENTS).where(DOCUMENTS.c.number == known.pop(stale)[0]))
    if key in known:
        number, written = known[key]
        facts = _better(written, facts)
        if facts != written:
            connection.execute(sa.update(DOCUMENTS).where(DOCUMENTS.c.number == number).values(facts=json.dumps(facts)))
    else:
        row = {"document_id": document.id, "facts": json.dumps(facts), "added": added}
        number = _new_number(connection.execute(sa.insert(DOCUMENTS).values(**row)))
    known[key] = (number, facts)


def _better(written: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a document after it was given again."""
    kept = {name: said[name] or written[name] for name in _FACTS} | {"problem": said["problem"]}
    older = said if said["published"] else written
    if written["published_basis"] == "given" and said["published_basis"] != "given":
        older = written
    return kept | {name: older[name] for name in ("published", "published_basis")}


def _to_document(document_id: str, text: bytes, facts: Mapping[str, Any]) -> Document:
    day = facts["published"] and dt.date.fromisoformat(facts["published"])
    return Document(text=text.decode("utf-8", "surrogatepass"), id=document_id, **{**facts, "published": day})


def _about(connection: sa.Connection, name: str) -> str | None:
    return connection.scalar(sa.select(ABOUT.c.value).where(ABOUT.c.name == name))


def _dismiss(connection: sa.Connection) -> None:
    last = connection.scalar(sa.select(sa.func.max(DOCUMENTS.c.number))) or 0
    connection.execute(sa.delete(ABOUT).where(ABOUT.c.name == _DISMISSED))
    connection.execute(sa.insert(ABOUT).values(name=_DISMISSED, value=str(last)))


def _append(connection: sa.Connection, at: dt.datetime, session: str, seen: int, step: Mapping[str, Any]) -> Step:
    row = {"at": _utc(at), "session": session, "seen": seen, **step}
    number = _new_number(connection.execute(sa.insert(STEPS).values(**row)))
    written = connection.execute(sa.select(STEPS).where(STEPS.c.number == number)).one()
    return _to_step(written)


def _new_number(result: sa.CursorResult[Any]) -> int:
    return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0


def _read_steps(connection: sa.Connection, after: int) -> list[Step]:
    rows = connection.execute(sa.select(STEPS).where(STEPS.c.number > after).order_by(STEPS.c.number))
    return [_to_step(row) for row in rows]


def _to_step(row: sa.Row[Any]) -> Step:
    return Step(
        number=row.number,
        at=dt.datetime.fromisoformat(row.at),
        session=row.session,
        seen=row.seen,
        edit=from_json(row.edit, row.value) if row.edit else None,
        anchors=tuple(Anchor(**anchor) for anchor in json.loads(row.anchors or "[]")),
        undoes=row.undoes,
        redoes=row.redoes,
    )


def _dump(anchors: Iterable[Anchor]) -> str:
    return json.dumps([dataclasses.asdict(anchor) for anchor in anchors])


def _utc(at: dt.datetime) -> str:
    if at.tzinfo is None:
        raise WorkspaceError(f"{at}: a time without its zone; give one with tzinfo, such as UTC")
    return at.astimezone(dt.UTC).isoformat()


def _copy(engine: sa.Engine, source: Path, path: Path) -> None:
    """Every row of one workspace, each read as what it says it is, in a new file that appears only when it is whole."""
    _check_path(path)
    if path.exists():
        raise WorkspaceError(f"{str(path)!r}: it exists already and is left as it is; give a new name")
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".workspace-") as folder:
            part = Path(folder, "part")
            copy = open_database(part)
            prepare(copy, part)
            with transaction(engine, source) as reader, transaction(copy, path, writes=True) as writer:
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
    with _reading(source):
        _read_steps(connection, 0)
        for _, id_, facts in _rows(connection):
            _to_document(id_, b"", facts)


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Take a row that does not say what rows say for a damaged file."""
    try:
        yield
    except (TableError, AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        reason = (
            f"it holds what no workspace holds ({str(error)[:200]}); it was left as it is; open an export or a backup"
        )
        raise WorkspaceError(f"{str(path)!r}: {reason}") from error
