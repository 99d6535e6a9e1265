"""Uploaded files -> documents, event tables and workspaces, each told by its content, and a sentence on what was what.

A file that cannot be read becomes a document with its problem; none stops the others. A name from outside is only ever
shown: files pass through a temporary folder under names of our own.
"""

import dataclasses
import json
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath
from typing import Any, Final

from timeline.documents import Document, complete, one_document, read_documents
from timeline.documents.column_names import bare_name
from timeline.documents.records import read_csv_header
from timeline.errors import DocumentError, FormatError, TableError
from timeline.formats import parse
from timeline.screen.words import count
from timeline.table import Timeline

__all__ = ["Taken", "Upload", "holds_events", "may_hold_events", "take_uploads"]

Upload = tuple[str, bytes]
"""The name and the content of a file."""

_WORKSPACE: Final = b"SQLite format 3\x00"
_ALWAYS: Final = frozenset({".xlsx", ".parquet"})
_TABLES: Final = _ALWAYS | {".csv", ".json"}
# A column that only a table of events has; one of articles has a text and the day it was published.
_OF_EVENTS: Final = frozenset({"edtf", "start", "startdate", "begin", "begindate", "year", "eventid", "events"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an upload turned out to be: documents (those that could not be read among them), tables, workspaces."""

    documents: tuple[Document, ...] = ()
    tables: tuple[tuple[str, Timeline], ...] = ()
    workspaces: tuple[Upload, ...] = ()

    def describe(self) -> str:
        """What was taken as what, in a sentence; ``""`` for nothing.

        Examples
        --------
        >>> bad = Document(text="", path="scan.txt", problem="the file is empty")
        >>> Taken(documents=(Document(text="Acme sued."), bad)).describe()
        'Opened 1 document. 1 could not be read: “scan.txt” (the file is empty).'
        """
        failed = [d for d in self.documents if d.problem]
        parts = [count(len({d.id for d in self.documents if not d.problem}), "document")]
        for name, table in self.tables:
            parts.append(f"“{PurePath(name).name}” as a table of {count(len(table.events), 'event')}")
        opened = f"Opened {', '.join(filter(None, parts))}." if any(parts) else ""
        return " ".join(filter(None, [opened, _describe_failed(failed)]))


def _describe_failed(failed: Sequence[Document], most: int = 5) -> str:
    # The reason alone; what to do about it stands under “problems”.
    named = "; ".join(f"“{d.path}” ({(d.problem or '').partition(': ')[0]})" for d in failed[:most])
    more = f"; and {len(failed) - most} more, under “problems”" if len(failed) > most else ""
    return f"{len(failed)} could not be read: {named}{more}." if failed else ""


def take_uploads(
    files: Sequence[Upload], pasted: str = "", progress: Callable[[int, int, str], None] | None = None
) -> Taken:
    """What `files` and the text `pasted` hold, in this order.

    `progress` hears, before each file, of how many are done, of all, and of its name.
    """
    documents: list[Document] = []
    tables: list[tuple[str, Timeline]] = []
    workspaces: list[Upload] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, (given, content) in enumerate(files):
            name = PurePath(given).name or given
            if progress:
                progress(number, len(files), name)
            if content.startswith(_WORKSPACE):
                workspaces.append((name, content))
                continue
            found = _take_alone(Path(folder, f"{number:04d}{_suffix(name)}"), name, content)
            if isinstance(found, Timeline):
                tables.append((name, found))
            else:
                documents += found
    if pasted.strip():
        documents.append(complete(Document(text=pasted, path="pasted text")))
    return Taken(documents=tuple(documents), tables=tuple(tables), workspaces=tuple(workspaces))


def _take_alone(place: Path, name: str, content: bytes) -> Timeline | list[Document]:
    """What `_take` gives, or a document with the problem where that fails in a way nobody foresaw."""
    try:
        with one_document("opening it"):
            return _take(place, name, content)
    except DocumentError as error:
        return [Document(text="", id=f"file {name}", path=name, problem=str(error))]


def _take(place: Path, name: str, content: bytes) -> Timeline | list[Document]:
    """The table in a file, or its documents; a table that does not hold is a document with that problem."""
    suffix = _suffix(name)
    if holds_events(name, content):
        return _table(name, content, suffix)
    place.write_bytes(content)
    documents = [_renamed(d, place, name) for d in read_documents(place)]
    if suffix in _TABLES and all(d.problem for d in documents):
        table = _table(name, content, suffix)
        return table if isinstance(table, Timeline) else documents
    return documents


def holds_events(name: str, content: bytes) -> bool:
    r"""Whether a file called `name` says of itself that it is a table of events.

    Examples
    --------
    >>> holds_events("a.csv", b"title;start\nBan;2025-04\n"), holds_events("a.csv", b"title,text,date\n")
    (True, False)
    """
    suffix = _suffix(name)
    return suffix in _ALWAYS or (suffix in _TABLES and not _OF_EVENTS.isdisjoint(_columns(suffix, content)))


def may_hold_events(name: str) -> bool:
    """Whether a file of this name can be a table at all, so that its content is worth a look."""
    return _suffix(name) in _TABLES


def _table(name: str, content: bytes, suffix: str) -> Timeline | list[Document]:
    try:
        return parse(content, suffix)
    except (TableError, FormatError) as error:
        return [Document(text="", id=f"table {name}", path=name, problem=str(error))]


def _renamed(document: Document, place: Path, name: str) -> Document:
    """`document` under the name its file came with, and its place within that file where it holds several."""
    inner = document.path.removeprefix(str(place))
    id_ = f"{document.id} {name}" if document.problem else document.id
    return dataclasses.replace(document, path=f"{name}{inner}", id=id_)


def _columns(suffix: str, content: bytes) -> Iterable[str]:
    """The names of the columns of a table, without blanks and signs."""
    names = _header(content) if suffix == ".csv" else _keys(content)
    return [bare_name(name) for name in names]


def _header(content: bytes) -> Iterable[Any]:
    try:
        return read_csv_header(content)
    except DocumentError:
        return ()


def _keys(content: bytes) -> Iterable[Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return ()
    if isinstance(found, list):
        found = next(iter(found), {})
    return found if isinstance(found, dict) else ()


def _suffix(name: str) -> str:
    suffix = PurePath(name).suffix.casefold()
    return suffix if suffix[1:].isalnum() and len(suffix) <= 8 else ""
