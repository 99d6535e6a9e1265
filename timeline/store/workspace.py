"""The file on disk: documents and steps go in, and come out as they went in.

It knows no timeline of its own: what was read and what readers want is put together by `replay`. Any number of
programs may have one workspace open; each call is one transaction that happens or does not.
"""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import pandas as pd

from timeline.documents import Document
from timeline.errors import WorkspaceError
from timeline.store.copying import check_path, copy_workspace
from timeline.store.database import open_database, prepare, transaction, write_ahead
from timeline.store.edits import Edit, to_json
from timeline.store.history import Step, find_anchors, in_force, to_history, to_redo, to_undo
from timeline.store.replay import check
from timeline.store.rows import (
    DISMISSED,
    about,
    append,
    dismiss,
    dump,
    keep_facts,
    keep_text,
    read_rows,
    read_steps,
    read_texts,
    reading,
    to_document,
    utc,
)
from timeline.table import Timeline

__all__ = ["Workspace"]


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
        check_path(self.path)
        self._engine = open_database(self.path)
        prepare(self._engine, self.path)
        write_ahead(self._engine, self.path)

    def add_documents(self, documents: Iterable[Document], *, at: dt.datetime) -> None:
        """Keep `documents` with their texts, in their order.

        A text given again under the same path is kept once: what is said of it now wins over what was said, but
        nothing wins over something, and a publication date that was given wins over one that was found. A file that
        could be read at last takes the place of its failure.
        """
        added = utc(at)
        with transaction(self._engine, self.path, writes=True) as connection, reading(self.path):
            known = {(id_, facts["path"]): (number, facts) for number, id_, facts in read_rows(connection)}
            first = not known
            for document in documents:
                keep_text(connection, document)
                keep_facts(connection, document, known, added)
            if first:
                dismiss(connection)

    def documents(self) -> list[Document]:
        """Every document, in the order in which they were added; one text under two paths twice."""
        with transaction(self._engine, self.path) as connection, reading(self.path):
            texts = read_texts(connection)
            return [to_document(id_, texts[id_], facts) for _, id_, facts in read_rows(connection)]

    def new_documents(self) -> frozenset[str]:
        """The ids of the documents that were added since `dismiss_new`; those a workspace began with are not new."""
        with transaction(self._engine, self.path) as connection, reading(self.path):
            mark = int(about(connection, DISMISSED) or 0)
            rows = [(number, id_) for number, id_, _ in read_rows(connection)]
        return frozenset(i for n, i in rows if n > mark) - {i for n, i in rows if n <= mark}

    def dismiss_new(self) -> None:
        """Nothing is new any more."""
        with transaction(self._engine, self.path, writes=True) as connection:
            dismiss(connection)

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
        step = {"edit": edit.name, "value": to_json(edit), "anchors": dump(find_anchors(timeline, edit))}
        with transaction(self._engine, self.path, writes=True) as connection:
            return append(connection, at, session, seen, step)

    def undo(self, *, at: dt.datetime, session: str, number: int | None = None) -> Step | None:
        """The edit taken back: number `number`, else the last one of `session`; None where there is none to take."""
        return self._turn("undoes", at, session, number)

    def redo(self, *, at: dt.datetime, session: str, number: int | None = None) -> Step | None:
        """The edit given again: number `number`, else what `session` took back last; None where there is none."""
        return self._turn("redoes", at, session, number)

    def _turn(self, way: str, at: dt.datetime, session: str, number: int | None) -> Step | None:
        with transaction(self._engine, self.path, writes=True) as connection, reading(self.path):
            steps = read_steps(connection)
            if number is None:
                step = to_undo(steps, session) if way == "undoes" else to_redo(steps, session)
            else:
                standing = {s.number for s in in_force(steps)}
                step = next((s for s in steps if s.number == number and s.edit), None)
                if step and (step.number in standing) != (way == "undoes"):
                    step = None
            if step:
                append(connection, at, session, steps[-1].number, {way: step.number})
        return step

    def steps(self, after: int = 0) -> list[Step]:
        """Every step with a number above `after`, in order: what `replay` takes."""
        with transaction(self._engine, self.path) as connection, reading(self.path):
            return read_steps(connection, after)

    def history(self) -> pd.DataFrame:
        """What was changed when, the latest first, with the columns of `to_history`."""
        return to_history(self.steps())

    def export(self, path: str | Path) -> None:
        """Write the whole workspace, as it is at one moment, to one new file that is a workspace, too."""
        copy_workspace(self._engine, self.path, Path(path))

    @classmethod
    def import_file(cls, source: str | Path, path: str | Path) -> Self:
        """The workspace made at the new `path` from an exported one, which is only read.

        Raises
        ------
        WorkspaceError
            If `source` is no workspace, damaged, newer, or holds what no workspace holds; `path` is then not made.
        """
        source = Path(source)
        check_path(source)
        if not source.is_file() or not source.stat().st_size:
            raise WorkspaceError(
                f"{str(source)!r}: there is no such file, or nothing in it; give one that was exported"
            )
        engine = open_database(source, read_only=True)
        prepare(engine, source)
        copy_workspace(engine, source, Path(path))
        return cls(path)
