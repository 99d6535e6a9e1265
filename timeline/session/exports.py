"""A file that a user asks for: what to write, what it is called, and its content."""

import dataclasses
import re
from typing import Any

from timeline.formats import render
from timeline.table import Timeline

__all__ = ["ExportRequest", "ExportedFile", "make_file_name", "write_export"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What to write: the format's suffix, the title, and the options of that format."""

    suffix: str
    title: str
    options: dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """A file, with the timeline it was made from and the request it was made for."""

    timeline: Timeline
    request: ExportRequest
    content: bytes


def write_export(timeline: Timeline, request: ExportRequest) -> bytes:
    """The file that `request` asks for, with all events of `timeline`."""
    return render(dataclasses.replace(timeline, title=request.title), request.suffix, scope="all", **request.options)


def make_file_name(title: str, suffix: str) -> str:
    """A file name from the briefing's title, of letters, digits and hyphens, with this suffix.

    Examples
    --------
    >>> make_file_name("../H20: sales & “China”", ".csv")
    'h20-sales-china.csv'
    """
    stem = re.sub(r"\W+", "-", title.casefold()).strip("-_")[:60]
    return f"{stem or 'timeline'}{suffix}"
