"""Paths, uploads and pasted text -> documents and tables, and the timeline they tell, built once for its content.

The work is kept for all sessions by what went in; a briefing in it is never changed, only replaced. What each document
gave is kept on disk as well, as on the command line, so that one more document, or a server begun anew, costs little.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from timeline.build import build_timeline
from timeline.cache import Cache, find_default_folder, open_cache
from timeline.documents import Document, read_documents
from timeline.formats import parse
from timeline.formats.export import read_start
from timeline.memory import Memory
from timeline.session.inputs import Inputs, name_paths, stamp_files
from timeline.session.uploads import holds_events, may_hold_events
from timeline.shipped import find_shipped
from timeline.store import combine_timelines
from timeline.table import Timeline

__all__ = ["DEFAULT_TITLE", "build_once", "open_paths"]

DEFAULT_TITLE = "Nvidia H20 sales to China"
_KEPT = 8


def open_paths(paths: Sequence[str]) -> Inputs:
    """The briefing of these files and folders; the one that comes with the package if there are none.

    Raises
    ------
    TableError
        If a path is an event table that does not hold.
    """
    if not paths:
        return Inputs(
            documents=_read((str(find_shipped("seeds")),), stamp_files([find_shipped("seeds")])), title=DEFAULT_TITLE
        )
    found = [_read_table(path, stamp_files([Path(path)])) for path in paths]
    tables = tuple((Path(path).name, table) for path, table in zip(paths, found, strict=True) if table is not None)
    rest = tuple(path for path, table in zip(paths, found, strict=True) if table is None)
    named = tables[0][1].title if len(paths) == 1 and tables else ""
    documents = _read(rest, stamp_files([Path(path) for path in rest])) if rest else ()
    return Inputs(documents=documents, tables=tables, title=named or name_paths(paths))


@st.cache_resource(max_entries=8, show_spinner=False)
def _read_table(path: str, stamp: object) -> Timeline | None:  # noqa: ARG001  the stamp is part of the key
    """The event table in a file, None if it holds documents."""
    file = Path(path)
    if not (file.is_file() and may_hold_events(file.name)):
        return None
    content = read_start(file)
    return parse(content, file.suffix) if holds_events(file.name, content) else None


@st.cache_resource(max_entries=8, show_spinner=False)
def _read(paths: tuple[str, ...], stamp: object) -> tuple[Document, ...]:  # noqa: ARG001  the stamp is part of the key
    return tuple(read_documents(list(paths), cache=_open_cache()))


def build_once(briefing: Inputs, progress: Callable[[int, int], None] | None = None) -> Timeline:
    """The timeline of `briefing`, built once for these documents; `progress` hears of documents done and of all.

    Raises
    ------
    TableError
        If its tables do not go together.
    """
    parts = [table for _, table in briefing.tables]
    if briefing.documents or not parts:
        parts.insert(0, _build(briefing.documents, briefing.title, progress))
    return combine_timelines(parts, briefing.title)


def _build(documents: Sequence[Document], title: str, progress: Callable[[int, int], None] | None) -> Timeline:
    key = title, tuple((d.id, d.path, str(d.published), d.problem) for d in documents)
    built = _list_built()
    if key not in built:
        timeline = build_timeline(documents, title=title, progress=progress, cache=_open_cache())
        while len(built) >= _KEPT:
            built.pop(next(iter(built)), None)
        built[key] = timeline
    return built[key]


@st.cache_resource(show_spinner=False)
def _open_cache() -> Cache | None:
    """What all sessions take from and keep: on the disk, and what was used last in memory."""
    return open_cache(find_default_folder(), memory=Memory())


@st.cache_resource(show_spinner=False)
def _list_built() -> dict[object, Timeline]:
    """The timelines built so far, oldest first; kept here since a cached function may not show progress."""
    return {}
