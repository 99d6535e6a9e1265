"""The rows of a workspace <-> documents and steps, whatever characters they hold."""

import contextlib
import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import sqlalchemy as sa

from timeline.documents import Document
from timeline.errors import TableError, WorkspaceError
from timeline.store.edits import from_json
from timeline.store.history import Anchor, Step
from timeline.store.tables import ABOUT, DOCUMENTS, GIVEN, STEPS, TEXTS, Store

__all__ = [
    "BEGUN",
    "BROWSER",
    "DISMISSED",
    "DISMISSED_TABLES",
    "REVISION",
    "TITLE",
    "append",
    "dismiss",
    "drop_documents",
    "dump",
    "guard_reading",
    "is_empty",
    "keep_facts",
    "keep_text",
    "read_note",
    "read_rows",
    "read_steps",
    "read_texts",
    "to_document",
    "touch",
    "write_note",
    "write_utc",
]

_FACTS: Final = tuple(field.name for field in dataclasses.fields(Document) if field.name not in {"text", "id"})
DISMISSED: Final = "dismissed"
"""The name under which a workspace keeps the number of the last document that is not new."""
DISMISSED_TABLES: Final = "dismissed tables"
"""The same of the last table."""
BEGUN: Final = "begun"
"""The name of the list of documents (id and path, JSON) that come from the paths the workspace belongs to."""
BROWSER: Final = "browser"
"""The name of the mark of the browser that a workspace was made in; none where a server was started on it."""
TITLE: Final = "title"
"""The name of the title the briefing began with."""
REVISION: Final = "revision"
"""The name of a number that grows with every change of documents, tables and titles."""


def read_rows(connection: sa.Connection) -> list[tuple[int, str, dict[str, Any]]]:
    """Number, document id and facts of each document."""
    rows = connection.execute(sa.select(DOCUMENTS).order_by(DOCUMENTS.c.number))
    return [(row.number, row.document_id, json.loads(row.facts)) for row in rows]


def keep_text(connection: sa.Connection, document: Document) -> bool:
    """Write the text of `document`, once; whether there was anything to write."""
    text = document.text.encode("utf-8", "surrogatepass")
    written = connection.scalar(sa.select(TEXTS.c.text).where(TEXTS.c.document_id == document.id))
    if written is None:
        connection.execute(sa.insert(TEXTS).values(document_id=document.id, text=text))
    elif written != text:  # only where whoever made the document gave it an id of its own
        connection.execute(sa.update(TEXTS).where(TEXTS.c.document_id == document.id).values(text=text))
    return written != text


def keep_facts(
    connection: sa.Connection,
    document: Document,
    known: dict[str, dict[str, tuple[int, dict[str, Any]]]],
    added: str,
) -> None:
    """Write what is said of `document`; `known` has number and facts by path and document id, and is kept up."""
    said = {name: getattr(document, name) for name in _FACTS}
    facts = json.loads(json.dumps(said, default=dt.date.isoformat))
    here = known.setdefault(document.path, {})
    if document.path and not document.problem:
        for stale in [id_ for id_, (_, written) in here.items() if written["problem"]]:
            connection.execute(sa.delete(DOCUMENTS).where(DOCUMENTS.c.number == here.pop(stale)[0]))
    if document.id in here:
        number, written = here[document.id]
        facts = _choose_better(written, facts)
        if facts != written:
            connection.execute(sa.update(DOCUMENTS).where(DOCUMENTS.c.number == number).values(facts=json.dumps(facts)))
    else:
        row = {"document_id": document.id, "facts": json.dumps(facts), "added": added}
        number = _read_new_number(connection.execute(sa.insert(DOCUMENTS).values(**row)))
    here[document.id] = (number, facts)


def _choose_better(written: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a document after it was given again."""
    kept = {name: said[name] or written.get(name, said[name]) for name in _FACTS} | {"problem": said["problem"]}
    older = said if said["published"] else written
    if written["published_basis"] == "given" and said["published_basis"] != "given":
        older = written
    return kept | {name: older[name] for name in ("published", "published_basis")}


def read_texts(connection: sa.Connection) -> dict[str, bytes]:
    """Every text as it is written, by document id."""
    return {row.document_id: row.text for row in connection.execute(sa.select(TEXTS))}


def to_document(document_id: str, text: bytes, facts: Mapping[str, Any]) -> Document:
    """The document as it was before it was written."""
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()}
    fields["published"] = facts["published"] and dt.date.fromisoformat(facts["published"])
    return Document(text=text.decode("utf-8", "surrogatepass"), id=document_id, **fields)


def read_note(connection: sa.Connection, name: str) -> str | None:
    """What the workspace notes of itself under `name`."""
    return connection.scalar(sa.select(ABOUT.c.value).where(ABOUT.c.name == name))


def write_note(connection: sa.Connection, name: str, value: str) -> None:
    """Let the workspace note `value` of itself under `name`."""
    connection.execute(sa.delete(ABOUT).where(ABOUT.c.name == name))
    connection.execute(sa.insert(ABOUT).values(name=name, value=value))


def touch(connection: sa.Connection) -> None:
    """Note that something other than a step was written."""
    write_note(connection, REVISION, str(int(read_note(connection, REVISION) or 0) + 1))


def dismiss(connection: sa.Connection) -> None:
    """Note that no document and no table is new."""
    for name, table in ((DISMISSED, DOCUMENTS), (DISMISSED_TABLES, GIVEN)):
        write_note(connection, name, str(connection.scalar(sa.select(sa.func.max(table.c.number))) or 0))


def is_empty(connection: sa.Connection) -> bool:
    """Whether there is no document and no table yet."""
    return all(connection.scalar(sa.select(sa.func.count()).select_from(table)) == 0 for table in (DOCUMENTS, GIVEN))


def drop_documents(connection: sa.Connection, numbers: Iterable[int]) -> None:
    """Take documents out, and the texts that no document has any more."""
    connection.execute(sa.delete(DOCUMENTS).where(DOCUMENTS.c.number.in_(list(numbers))))
    kept = sa.select(DOCUMENTS.c.document_id)
    connection.execute(sa.delete(TEXTS).where(TEXTS.c.document_id.not_in(kept)))


def append(connection: sa.Connection, at: dt.datetime, session: str, seen: int, step: Mapping[str, Any]) -> Step:
    """Write one step with the next number."""
    number = (connection.scalar(sa.select(sa.func.max(STEPS.c.number))) or 0) + 1  # nobody else writes meanwhile
    row = {"number": number, "at": write_utc(at), "session": session, "seen": seen, **step}
    connection.execute(sa.insert(STEPS).values(**row))
    written = connection.execute(sa.select(STEPS).where(STEPS.c.number == number)).one()
    return _to_step(written)


def _read_new_number(result: sa.CursorResult[Any]) -> int:
    return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0


def read_steps(connection: sa.Connection, after: int = 0) -> list[Step]:
    """The steps with a number above `after`, in order."""
    rows = connection.execute(sa.select(STEPS).where(STEPS.c.number > after).order_by(STEPS.c.number))
    return [_to_step(row) for row in rows]


def _to_step(row: sa.Row[Any]) -> Step:
    return Step(
        number=row.number,
        at=dt.datetime.fromisoformat(row.at).astimezone(dt.UTC),
        session=row.session,
        seen=int(row.seen),
        edit=from_json(row.edit, row.value) if row.edit else None,
        anchors=tuple(_to_anchor(anchor) for anchor in json.loads(row.anchors or "[]")),
        undoes=row.undoes,
        redoes=row.redoes,
    )


def _to_anchor(fields: Mapping[str, Any]) -> Anchor:
    return Anchor(**{**fields, "start": int(fields["start"]), "end": int(fields["end"])})


def dump(anchors: Iterable[Anchor]) -> str:
    """The JSON form of `anchors`."""
    return json.dumps([dataclasses.asdict(anchor) for anchor in anchors])


def write_utc(at: dt.datetime) -> str:
    """The written form of a time."""
    if at.tzinfo is None:
        raise WorkspaceError(f"{at}: a time without its zone; give one with tzinfo, such as UTC")
    return at.astimezone(dt.UTC).isoformat()


@contextlib.contextmanager
def guard_reading(store: Store) -> Iterator[None]:
    """Take a row that does not say what rows say for damage."""
    try:
        yield
    except (TableError, AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        reason = (
            f"it holds what no workspace holds ({str(error)[:200]}); it was left as it is; open an export or a backup"
        )
        raise WorkspaceError(f"{store.name}: {reason}") from error
