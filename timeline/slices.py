"""What of a table or dataset a command is given: a stretch of days, some actors; and of a dataset a file to open."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline.arguments import is_dataset
from timeline.dataset import Slice, open_slice
from timeline.formats import export, read_table
from timeline.table import filter_events

if TYPE_CHECKING:
    from timeline.table import Timeline

__all__ = ["MOST_SHOWN", "cut", "read_slice", "write_slice"]

MOST_SHOWN: Final = 5_000
"""Of a dataset the page opens so many events, the most important of those asked for: it draws thousands in seconds."""


def read_slice(table: str, asked: Slice, *, strict: bool = False) -> "Timeline":
    """What is `asked` of a saved or hand-made table, or of a dataset, of which no more is read than that takes.

    Raises
    ------
    FormatError, TableError
        If it cannot be read, or a dataset holds more of it than is opened.
    """
    if is_dataset(table):
        return open_slice(Path(table), asked)
    return cut(read_table(table, strict=strict), asked)


def cut(timeline: "Timeline", asked: Slice) -> "Timeline":
    """What is `asked` of a timeline that is open."""
    if asked == Slice():
        return timeline
    kept = filter_events(timeline.events, actors=asked.actors, start=asked.first, end=asked.last, most=asked.most)
    return timeline.only(kept["event_id"])


def write_slice(folder: Path, asked: Slice) -> Path:
    """The file in the dataset `folder` with what is `asked` of it, for the app, which keeps corrections by its path."""
    timeline = open_slice(folder, asked)
    days = "-".join(day.isoformat() if day else "" for day in (asked.first, asked.last)).strip("-")
    who = hashlib.sha256(repr(asked).encode()).hexdigest()[:8]
    path = folder / "slices" / f"{'-'.join(filter(None, (folder.stem, days, who)))}.json"
    path.parent.mkdir(exist_ok=True)
    export(timeline, path, scope="all")
    return path
