"""What goes into a briefing: documents still to be told, and tables that are timelines already."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from timeline.documents import Document
from timeline.table import Timeline

__all__ = ["Inputs", "name_paths", "stamp_files"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a user opens: documents still to be told, tables (by name) that already are timelines; and a title."""

    documents: tuple[Document, ...] = ()
    tables: tuple[tuple[str, Timeline], ...] = ()
    title: str = ""


def name_paths(paths: Sequence[str]) -> str:
    """What a briefing of these paths is called: the folder, or the one file, or the folder of the first."""
    first = Path(paths[0]).resolve()
    return first.name if first.is_dir() else first.stem if len(paths) == 1 else first.parent.name


def stamp_files(paths: Sequence[Path]) -> tuple[tuple[str, int, int], ...]:
    """What changes when a file changes: its name, size and time of writing."""
    files = [file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("*")))]
    stats = [(str(file), file.stat()) for file in files if file.is_file()]
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)
