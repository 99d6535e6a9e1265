"""Paths, uploads and pasted text -> documents and tables, and the timeline they tell, built once for its content.

The work is kept for all sessions by what went in; a briefing in it is never changed, only replaced.
"""

import dataclasses
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath

import streamlit as st

from timeline.build import build_timeline
from timeline.documents import Document, read_documents
from timeline.formats import read_table
from timeline.shipped import shipped
from timeline.store import combine
from timeline.table import Timeline

__all__ = ["DEFAULT_TITLE", "Briefing", "open_paths", "read_upload", "tell"]

DEFAULT_TITLE = "Nvidia H20 sales to China"
_TABLES = {".csv", ".json"}
_KEPT = 8


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What a reader opens: documents still to be told, tables (by name) that already are timelines; and a title."""

    documents: tuple[Document, ...] = ()
    tables: tuple[tuple[str, Timeline], ...] = ()
    title: str = ""


def open_paths(paths: Sequence[str]) -> Briefing:
    """The briefing of these files and folders; the one that comes with the package if there are none.

    Raises
    ------
    TableError
        If a path is an event table that does not hold.
    """
    if not paths:
        return Briefing(documents=_read((str(shipped("seeds")),), _stamp([shipped("seeds")])), title=DEFAULT_TITLE)
    if len(paths) == 1 and Path(paths[0]).suffix.casefold() in _TABLES:
        table = read_table(Path(paths[0]))
        name = Path(paths[0]).name
        return Briefing(tables=((name, table),), title=table.title or Path(name).stem)
    return Briefing(documents=_read(tuple(paths), _stamp([Path(path) for path in paths])), title=_title(paths))


def _title(paths: Sequence[str]) -> str:
    first = Path(paths[0]).resolve()
    return first.name if first.is_dir() else first.stem if len(paths) == 1 else first.parent.name


def _stamp(paths: Sequence[Path]) -> tuple[tuple[str, int, int], ...]:
    """What changes when a file changes: its name, size and time of writing."""
    files = [file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("*")))]
    stats = [(str(file), file.stat()) for file in files if file.is_file()]
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)


@st.cache_resource(max_entries=8, show_spinner=False)
def _read(paths: tuple[str, ...], stamp: object) -> tuple[Document, ...]:  # noqa: ARG001  the stamp is part of the key
    return tuple(read_documents(list(paths)))


def read_upload(files: Sequence[tuple[str, bytes]], pasted: str) -> tuple[Document, ...]:
    """The documents of uploaded files, given as (name, content), and of pasted text, in this order.

    The files pass through a temporary folder under names of our own; a name from outside never becomes a path.
    """
    documents: list[Document] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, content) in enumerate(files):
            place = Path(folder) / f"{number:04d}{_suffix(name)}"
            place.write_bytes(content)
            documents += [dataclasses.replace(d, path=PurePath(name).name) for d in read_documents([place])]
    if pasted.strip():
        documents.append(Document(text=pasted, path="pasted text"))
    return tuple(documents)


def _suffix(name: str) -> str:
    suffix = PurePath(name).suffix.casefold()
    return suffix if suffix[1:].isalnum() and len(suffix) <= 8 else ""


def tell(briefing: Briefing, progress: Callable[[int, int], None] | None = None) -> Timeline:
    """The timeline of `briefing`, built once for these documents; `progress` hears of documents done and of all.

    Raises
    ------
    TableError
        If its tables do not go together.
    """
    parts = [table for _, table in briefing.tables]
    if briefing.documents or not parts:
        parts.insert(0, _build(briefing.documents, briefing.title, progress))
    return combine(parts, briefing.title)


def _build(documents: Sequence[Document], title: str, progress: Callable[[int, int], None] | None) -> Timeline:
    key = title, tuple((d.id, d.path, str(d.published), d.problem) for d in documents)
    built = _built()
    if key not in built:
        timeline = build_timeline(documents, title=title, progress=progress)
        while len(built) >= _KEPT:
            built.pop(next(iter(built)), None)
        built[key] = timeline
    return built[key]


@st.cache_resource(show_spinner=False)
def _built() -> dict[object, Timeline]:
    """The timelines built so far, oldest first; kept here since a cached function may not show progress."""
    return {}
