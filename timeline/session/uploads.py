"""Uploaded files -> documents, event tables and workspaces, each told by its content, and a sentence on what was what.

A file that cannot be read becomes a document with its problem; none stops the others. A name from outside is only ever
shown: files pass through a temporary folder under names of our own.
"""

import dataclasses
import json
import re
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import Any, Final

from timeline.documents import Document, complete, guard_document, read_addresses, read_documents
from timeline.documents.column_names import strip_name
from timeline.documents.left_behind import is_left_behind
from timeline.documents.records import TEXT_COLUMNS, read_csv_rows
from timeline.errors import DocumentError, FormatError, TableError
from timeline.formats import parse
from timeline.formats.html_tables import holds_event_tables
from timeline.table import Timeline, find_header
from timeline.web import Fetcher, is_address
from timeline.wording import count_if_any

__all__ = ["OpenRequest", "Taken", "Upload", "holds_events", "list_addresses", "may_hold_events", "take_uploads"]

Upload = tuple[str, bytes]
"""The name and the content of a file."""

_WORKSPACE: Final = b"SQLite format 3\x00"
_ALWAYS: Final = frozenset({".xlsx", ".parquet", ".ics", ".mw"})
_PAGES: Final = frozenset({".html", ".htm"})
_TABLES: Final = _ALWAYS | {".csv", ".json"}
# A column that only a table of events has; one of articles has a text and the day it was published.
_SAMPLE: Final = 200  # lines of a table that are looked at to tell what it is
_LABEL: Final = 30  # characters: texts that are shorter in the median are no articles
_SHORTEST_ARTICLE: Final = 250  # characters: texts that are shorter are none where their days lie years apart
_BRIEFING: Final = 3  # years: articles of one briefing are no further apart, events may be
_OF_EVENTS: Final = frozenset({"edtf", "start", "startdate", "begin", "begindate", "year", "eventid", "events"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OpenRequest:
    """What a user wants opened, and whether it is added to what is open."""

    files: tuple[Upload, ...]
    pasted: str
    title: str
    add: bool
    fetch: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an upload turned out to be: documents (those that could not be read among them), tables, workspaces.

    `passed_over` are the names of files that programs leave behind: locks, thumbnails, unfinished downloads.
    """

    documents: tuple[Document, ...] = ()
    tables: tuple[tuple[str, Timeline], ...] = ()
    workspaces: tuple[Upload, ...] = ()
    passed_over: tuple[str, ...] = ()

    def describe(self) -> str:
        """What was taken as what, in a sentence; ``""`` for nothing.

        Examples
        --------
        >>> bad = Document(text="", path="scan.txt", problem="the file is empty")
        >>> Taken(documents=(Document(text="Acme sued."), bad)).describe()
        'Opened 1 document. 1 could not be read: “scan.txt” (the file is empty).'
        """
        failed = [d for d in self.documents if d.problem]
        parts = [count_if_any(len({d.id for d in self.documents if not d.problem}), "document")]
        for name, table in self.tables:
            parts.append(f"“{PurePath(name).name}” as a table of {count_if_any(len(table.events), 'event')}")
        opened = f"Opened {', '.join(filter(None, parts))}." if any(parts) else ""
        left = count_if_any(len(self.passed_over), "file")
        passed = f"{left} that programs leave behind ({', '.join(self.passed_over[:3])}): passed over." if left else ""
        return " ".join(filter(None, [opened, _describe_failed(failed), passed]))


def _describe_failed(failed: Sequence[Document], most: int = 5) -> str:
    named = "; ".join(f"“{d.path}” ({_explain(d)})" for d in failed[:most])
    more = f"; and {len(failed) - most} more, under “problems”" if len(failed) > most else ""
    return f"{len(failed)} could not be read: {named}{more}." if failed else ""


def _explain(document: Document) -> str:
    """The reason alone, for what to do about it stands under “problems”; of a table all that the command line says."""
    problem = document.problem or ""
    return problem if document.id.startswith("table ") else problem.partition(": ")[0]


def take_uploads(
    files: Sequence[Upload],
    pasted: str = "",
    progress: Callable[[int, int, str], None] | None = None,
    fetcher: Fetcher | None = None,
) -> Taken:
    """What `files` and the text `pasted` hold, in this order; addresses in it are fetched only by a `fetcher`.

    `progress` hears, before each file, of how many are done, of all, and of its name.
    """
    documents: list[Document] = []
    tables: list[tuple[str, Timeline]] = []
    workspaces: list[Upload] = []
    passed_over = [name for name, _ in files if name.strip("./") and is_left_behind(PurePath(name).name)]
    files = [(name, content) for name, content in files if name not in passed_over]
    with tempfile.TemporaryDirectory() as folder:
        for number, (given, content) in enumerate(files):
            name = PurePath(given).name or given
            if progress:
                progress(number, len(files), name)
            if content.startswith(_WORKSPACE):
                workspaces.append((name, content))
                continue
            found = _take_alone(Path(folder, f"{number:04d}{_find_suffix(name)}"), name, content)
            if isinstance(found, Timeline):
                tables.append((name, found))
            else:
                documents += found
    documents += _read_pasted(pasted, fetcher) if pasted.strip() else []
    return Taken(
        documents=tuple(documents), tables=tuple(tables), workspaces=tuple(workspaces), passed_over=tuple(passed_over)
    )


def list_addresses(pasted: str) -> tuple[str, ...]:
    r"""The web addresses that were pasted, one a line; none where anything else is among them.

    Examples
    --------
    >>> list_addresses("https://gazette.example/1\n\nhttps://herald.example/2\n"), list_addresses("See https://g.example")
    (('https://gazette.example/1', 'https://herald.example/2'), ())
    """
    lines = [line.strip() for line in pasted.splitlines() if line.strip()]
    return tuple(lines) if all(is_address(line) and " " not in line for line in lines) else ()


def _read_pasted(pasted: str, fetcher: Fetcher | None) -> list[Document]:
    """The text that was pasted, or what stands at the addresses in place of it, where they may be fetched."""
    addresses = list_addresses(pasted)
    if not addresses:
        return [complete(Document(text=pasted, path="pasted text"))]
    if fetcher is None:
        problem = "web addresses, and nothing is fetched unless asked for: tick “Fetch” below them, or paste the text"
        return [Document(text="", id="pasted addresses", path="pasted text", problem=problem)]
    return read_addresses(addresses, fetcher=fetcher)


def _take_alone(place: Path, name: str, content: bytes) -> Timeline | list[Document]:
    """What `_take` gives, or a document with the problem where that fails in a way nobody foresaw."""
    try:
        with guard_document("opening it"):
            return _take(place, name, content)
    except DocumentError as error:
        return [Document(text="", id=f"file {name}", path=name, problem=str(error))]


def _take(place: Path, name: str, content: bytes) -> Timeline | list[Document]:
    """The table in a file, or its documents; a table that does not hold is a document with that problem."""
    suffix = _find_suffix(name)
    if holds_events(name, content):
        return _read_table(name, content, suffix)
    place.write_bytes(content)
    documents = [_rename(d, place, name) for d in read_documents(place)]
    if suffix in _TABLES and all(d.problem for d in documents):
        table = _read_table(name, content, suffix)
        return documents if _names_text(name, content) else table
    return documents


def holds_events(name: str, content: bytes) -> bool:
    r"""Whether a file called `name` is a table of events: by its columns, or by texts too short for articles.

    Examples
    --------
    >>> holds_events("a.csv", b"title;start\nBan;2025-04\n"), holds_events("a.csv", b"title,text,date\n")
    (True, False)
    >>> holds_events("a.csv", b"Date,Headline,Text\n1969-07-20,First step,A man steps out.\n")
    True
    """
    suffix = _find_suffix(name)
    if suffix in _PAGES:
        return holds_event_tables(content)
    if suffix in _ALWAYS or suffix not in _TABLES:
        return suffix in _ALWAYS
    lines = _read_lines(suffix, content)
    header = find_header(lines)
    columns = [strip_name(cell) for cell in lines[header or 0]] if lines else []
    if not _OF_EVENTS.isdisjoint(columns):
        return True
    texts = [place for place, column in enumerate(columns) if column in TEXT_COLUMNS]
    cells = [str(line[p]) for line in lines[(header or 0) + 1 :] for p in texts if p < len(line) and line[p]]
    if not texts:
        return header is not None
    length = statistics.median(map(len, cells)) if cells else _SHORTEST_ARTICLE  # a table that may yet hold articles
    return header is not None and (
        length < _LABEL or (length < _SHORTEST_ARTICLE and _count_years_apart(lines) > _BRIEFING)
    )


def _count_years_apart(lines: Sequence[Sequence[Any]]) -> int:
    """How many years lie between the first and the last day that short cells name."""
    cells = [str(cell) for line in lines[1:] for cell in line if cell is not None and len(str(cell)) < 40]
    years = [int(year) for cell in cells for year in re.findall(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)", cell)]
    return max(years) - min(years) if years else 0


def _names_text(name: str, content: bytes) -> bool:
    """Whether a table has a column for the text of articles."""
    lines = _read_lines(_find_suffix(name), content)
    return any(strip_name(cell) in TEXT_COLUMNS for line in lines[:1] for cell in line)


def may_hold_events(name: str) -> bool:
    """Whether a file of this name can be a table at all, so that its content is worth a look."""
    return _find_suffix(name) in _TABLES | _PAGES


def _read_table(name: str, content: bytes, suffix: str) -> Timeline | list[Document]:
    try:
        return parse(content, suffix)
    except (TableError, FormatError) as error:
        return [Document(text="", id=f"table {name}", path=name, problem=str(error))]


def _rename(document: Document, place: Path, name: str) -> Document:
    """`document` under the name its file came with, and its place within that file where it holds several."""
    inner = document.path.removeprefix(str(place))
    id_ = f"{document.id} {name}" if document.problem else document.id
    return dataclasses.replace(document, path=f"{name}{inner}", id=id_)


def _read_lines(suffix: str, content: bytes) -> list[list[Any]]:
    """The first lines of a table, the names of its columns among them; none where it cannot be read."""
    try:
        if suffix == ".csv":
            return [list(line) for line in read_csv_rows(content)[:_SAMPLE]]
        return _list_objects(json.loads(content))
    except (ValueError, RecursionError, DocumentError):
        return []


def _list_objects(found: Any) -> list[list[Any]]:
    """The names and the cells of the objects in parsed JSON; the names alone of an object that holds the list."""
    if isinstance(found, dict):
        return [list(found)]
    rows = [row for row in found if isinstance(row, dict)][:_SAMPLE] if isinstance(found, list) else []
    names = list(dict.fromkeys(name for row in rows for name in row))
    return [names, *([row.get(name) for name in names] for row in rows)] if names else []


def _find_suffix(name: str) -> str:
    if name.casefold().endswith(".warc.gz"):
        return ".warc"  # the one suffix before ".gz" that says what is in it
    suffix = PurePath(name).suffix.casefold()
    return suffix if suffix[1:].isalnum() and len(suffix) <= 8 else ""
