"""The workspace where it is kept: documents and steps go in, and come out as they went in.

It knows no timeline of its own: what was read and what users want is put together by `replay`. Any number of
programs may have one workspace open; each call is one transaction that happens or does not.
"""

import copy
import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Self

import pandas as pd
import sqlalchemy as sa

from timeline.documents import Document
from timeline.errors import WorkspaceError
from timeline.store.copying import copy_store
from timeline.store.edits import Edit, to_json
from timeline.store.history import Step, find_anchors, list_in_force, to_history, to_redo, to_undo
from timeline.store.postgres import PostgresDatabase, is_database
from timeline.store.replay import check
from timeline.store.roles import OWN, GuardedStore, Visitor
from timeline.store.rows import (
    BEGUN,
    BROWSER,
    DISMISSED,
    DISMISSED_TABLES,
    REVISION,
    TITLE,
    append,
    dismiss,
    drop_documents,
    dump,
    guard_reading,
    is_empty,
    keep_facts,
    keep_text,
    read_note,
    read_rows,
    read_steps,
    read_texts,
    to_document,
    touch,
    write_note,
    write_utc,
)
from timeline.store.sqlite_file import SqliteFile
from timeline.store.tables import GIVEN, STEPS, Store
from timeline.table import Timeline

__all__ = ["Workspace", "open_store"]


def open_store(place: str | Path) -> Store:
    """What keeps the workspace at `place`: a database for an address such as postgresql://…, a file for anything else.

    Raises
    ------
    WorkspaceError
        If the path is a folder or in none, or the address cannot be read.
    MissingError
        If what speaks to the database is not installed.
    """
    return PostgresDatabase(str(place)) if is_database(place) else SqliteFile(Path(place))


class Workspace:
    """The workspace at `place`, made where there is none.

    Every method may raise `WorkspaceError` (the disk is full, the file is locked, damaged or not to be written); what
    was written before stays as it is.

    Parameters
    ----------
    place
        The path of a file, whose folder must exist, or the address of a database of PostgreSQL's.

    Raises
    ------
    WorkspaceError
        If the path is a folder or in none, the server cannot be reached, or what is there is no workspace, damaged, or
        written by a newer version.
    """

    def __init__(self, place: str | Path) -> None:
        self.visitor = OWN
        self.unguarded = open_store(place)
        self.store: Store = self.unguarded
        self.store.prepare()

    def act_for(self, visitor: Visitor) -> Self:
        """The same workspace for `visitor`, in which nothing is read or written that he may not."""
        guarded = copy.copy(self)
        guarded.visitor = visitor
        guarded.store = GuardedStore(self.unguarded, visitor)
        return guarded

    @property
    def path(self) -> Path:
        """That of its file.

        Raises
        ------
        WorkspaceError
            If it lies in a database.
        """
        if isinstance(self.unguarded, SqliteFile):
            return self.unguarded.path
        raise WorkspaceError(f"{self.store.name}: it is kept in a database and has no path; copy it to a file first")

    def add_documents(self, documents: Iterable[Document], *, at: dt.datetime) -> None:
        """Keep `documents` with their texts, in their order.

        A text given again under the same path is kept once: what is said of it now wins over what was said, but
        nothing wins over something, and a publication date that was given wins over one that was found. A file that
        could be read at last takes the place of its failure.
        """
        added = write_utc(at)
        with self.store.open_transaction(writes=True) as connection, guard_reading(self.store):
            _keep(connection, documents, added)

    def preview_documents(self, documents: Iterable[Document], *, at: dt.datetime) -> list[Document]:
        """What `documents` would give after `add_documents`, which is not done."""
        added = write_utc(at)
        with self.store.open_transaction(writes=True) as connection, guard_reading(self.store):
            trial = connection.begin_nested()
            _keep(connection, documents, added)
            found = _read_documents(connection)
            trial.rollback()
        return found

    def renew_documents(self, documents: Iterable[Document], *, at: dt.datetime) -> None:
        """Keep `documents` as what the paths hold that this workspace belongs to.

        What they held before and hold no more goes, so that a file changed on the disk is not told twice; what came
        from elsewhere stays, and so does a publication date that was given for a file that has changed since.
        """
        added, renewed = write_utc(at), list(documents)
        with self.store.open_transaction(writes=True) as connection, guard_reading(self.store):
            begun = {(id_, path) for id_, path in json.loads(read_note(connection, BEGUN) or "[]")}
            now = {(document.id, document.path) for document in renewed}
            gone = [(n, f) for n, id_, f in read_rows(connection) if (id_, f["path"]) in begun - now]
            given = {f["path"]: dt.date.fromisoformat(f["published"]) for _, f in gone if _is_given(f)}
            if gone:
                drop_documents(connection, [number for number, _ in gone])
                touch(connection)
            _keep(connection, (_with_given(document, given) for document in renewed), added)
            write_note(connection, BEGUN, json.dumps(sorted(now)))

    def add_table(self, name: str, content: str) -> None:
        """Keep a ready-made timeline as text; one of the same name is replaced. What it says is not asked here."""
        with self.store.open_transaction(writes=True) as connection:
            row = connection.execute(sa.select(GIVEN.c.content).where(GIVEN.c.name == name)).scalar()
            if row is None:
                begins = is_empty(connection)
                connection.execute(sa.insert(GIVEN).values(name=name, content=content))
                if begins:
                    dismiss(connection)
            elif row != content:
                connection.execute(sa.update(GIVEN).where(GIVEN.c.name == name).values(content=content))
            if row != content:
                touch(connection)

    def list_tables(self) -> list[tuple[str, str]]:
        """The ready-made timelines as (name, content), in the order in which they were first added."""
        with self.store.open_transaction() as connection:
            rows = connection.execute(sa.select(GIVEN).order_by(GIVEN.c.number))
            return [(row.name, row.content) for row in rows]

    def set_title(self, title: str) -> None:
        """Name the title that the briefing has until a user corrects it; that correction is an edit."""
        with self.store.open_transaction(writes=True) as connection:
            if read_note(connection, TITLE) != title:
                write_note(connection, TITLE, title)
                touch(connection)

    def read_title(self) -> str:
        """The title the briefing began with, ``""`` for none."""
        with self.store.open_transaction() as connection:
            return read_note(connection, TITLE) or ""

    def set_browser(self, mark: str) -> None:
        """Note what stands for the browser that the workspace belongs to."""
        with self.store.open_transaction(writes=True) as connection:
            write_note(connection, BROWSER, mark)

    @staticmethod
    def find_browser(path: str | Path) -> str | None:
        """What stands for the browser that the workspace at `path` belongs to; None for nobody's, or one not read."""
        try:
            with SqliteFile(Path(path), read_only=True).open_transaction() as connection:
                return read_note(connection, BROWSER)
        except WorkspaceError:  # who opens it is told what is wrong with it
            return None

    def read_revision(self) -> tuple[int, int]:
        """Two numbers that tell whether it has changed: one grows with its documents, the other is its last step's."""
        with self.store.open_transaction() as connection, guard_reading(self.store):
            last = connection.scalar(sa.select(sa.func.max(STEPS.c.number)))
            return int(read_note(connection, REVISION) or 0), last or 0

    def list_documents(self) -> list[Document]:
        """Every document, in the order in which they were added; one text under two paths twice."""
        with self.store.open_transaction() as connection, guard_reading(self.store):
            return _read_documents(connection)

    def list_new_documents(self) -> frozenset[str]:
        """The ids of the documents that were added since `dismiss_new`; what a workspace began with is not new."""
        with self.store.open_transaction() as connection, guard_reading(self.store):
            mark = int(read_note(connection, DISMISSED) or 0)
            rows = [(number, id_) for number, id_, _ in read_rows(connection)]
        return frozenset(i for n, i in rows if n > mark) - {i for n, i in rows if n <= mark}

    def list_new_tables(self) -> frozenset[str]:
        """The names of the tables that were added since `dismiss_new`; what a workspace began with is not new."""
        with self.store.open_transaction() as connection, guard_reading(self.store):
            mark = read_note(connection, DISMISSED_TABLES)
            if mark is None:  # nothing was added or dismissed since the mark is kept
                return frozenset()
            return frozenset(connection.scalars(sa.select(GIVEN.c.name).where(GIVEN.c.number > int(mark))))

    def dismiss_new(self) -> None:
        """Nothing is new any more."""
        with self.store.open_transaction(writes=True) as connection:
            dismiss(connection)
            touch(connection)

    def record(self, edit: Edit, timeline: Timeline, *, at: dt.datetime, session: str, seen: int) -> Step:
        """The step that `edit` became; it is on the disk when this returns.

        Parameters
        ----------
        edit
            What the user wants.
        timeline
            As the user sees it, with the edits so far.
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
        step = {"edit": edit.name, "value": to_json(edit), "anchors": dump(find_anchors(timeline, edit))}
        with self.store.open_transaction(writes=True) as connection:
            return append(connection, at, session, seen, step)

    def undo(self, *, at: dt.datetime, session: str, number: int | None = None) -> Step | None:
        """The edit taken back: number `number`, else the last one of `session`; None where there is none to take."""
        return self._turn("undoes", at, session, number)

    def redo(self, *, at: dt.datetime, session: str, number: int | None = None) -> Step | None:
        """The edit given again: number `number`, else what `session` took back last; None where there is none."""
        return self._turn("redoes", at, session, number)

    def _turn(self, way: str, at: dt.datetime, session: str, number: int | None) -> Step | None:
        with self.store.open_transaction(writes=True) as connection, guard_reading(self.store):
            steps = read_steps(connection)
            if number is None:
                step = to_undo(steps, session) if way == "undoes" else to_redo(steps, session)
            else:
                standing = {s.number for s in list_in_force(steps)}
                step = next((s for s in steps if s.number == number and s.edit), None)
                if step and (step.number in standing) != (way == "undoes"):
                    step = None
            if step:
                append(connection, at, session, steps[-1].number, {way: step.number})
        return step

    def list_steps(self, after: int = 0) -> list[Step]:
        """Every step with a number above `after`, in order: what `replay` takes."""
        with self.store.open_transaction() as connection, guard_reading(self.store):
            return read_steps(connection, after)

    def read_history(self) -> pd.DataFrame:
        """What was changed when, the latest first, with the columns of `to_history`."""
        return to_history(self.list_steps())

    def export(self, place: str | Path) -> None:
        """Write the whole workspace, as it is at one moment, to a new file or database that is a workspace, too."""
        copy_store(self.store, open_store(place))

    @classmethod
    def import_file(cls, source: str | Path, place: str | Path) -> Self:
        """The workspace made at the new `place` from an exported file or that in a database, which is only read.

        Raises
        ------
        WorkspaceError
            If `source` is no workspace, damaged, newer, or holds what no workspace holds; `place` is then not made.
        """
        store = open_store(source) if is_database(source) else SqliteFile(Path(source), read_only=True)
        if not store.is_made():
            raise WorkspaceError(f"{store.name}: there is no workspace, or nothing in it; give one that was exported")
        store.prepare()
        copy_store(store, open_store(place))
        return cls(place)


def _keep(connection: sa.Connection, documents: Iterable[Document], added: str) -> None:
    """Write `documents` and what is said of them; an empty workspace finds none of them new."""
    begins, before = is_empty(connection), read_rows(connection)
    known: dict[str, dict[str, tuple[int, dict[str, Any]]]] = {}
    for number, id_, facts in before:
        known.setdefault(facts["path"], {})[id_] = (number, facts)
    changed = False
    for document in documents:
        changed |= keep_text(connection, document)
        keep_facts(connection, document, known, added)
    if begins:
        dismiss(connection)
    if changed or read_rows(connection) != before:
        touch(connection)


def _read_documents(connection: sa.Connection) -> list[Document]:
    texts = read_texts(connection)
    return [to_document(id_, texts[id_], facts) for _, id_, facts in read_rows(connection)]


def _is_given(facts: Mapping[str, Any]) -> bool:
    return facts["published_basis"] == "given" and bool(facts["published"])


def _with_given(document: Document, given: Mapping[str, dt.date]) -> Document:
    if document.published_basis == "given" or document.path not in given:
        return document
    return dataclasses.replace(document, published=given[document.path], published_basis="given")
