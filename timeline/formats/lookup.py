"""The one lookup of formats. Each module is imported when its format is first asked for: some bring heavy libraries."""

import dataclasses
import importlib
import inspect
import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePath
from typing import Any, Final, cast

from timeline.errors import FormatError, TableError, TimelineError
from timeline.extras import name_extra
from timeline.table import Timeline

__all__ = ["FORMATS", "LARGEST_TABLE", "SUFFIXES", "Format", "Preview", "find_format"]

LARGEST_TABLE: Final = 100_000_000
"""Bytes; 50,000 events with three quotes each are as many in JSON."""


class Preview(StrEnum):
    """What shows beforehand how a file will look."""

    TABLE = "the first rows of the table"
    CHRONOLOGY = "the first rows of the chronology"
    TEXT = "the first lines"
    PAGE = "the chart of a page"
    SLIDE = "the chart of a slide"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One file format.

    Attributes
    ----------
    suffix
        With its dot, lower case: ``".csv"``.
    what
        What a user gets, in a few words for a menu.
    mime
        The media type, for downloads.
    module
        Where its `write(timeline, **options) -> bytes` is and, if `reads`, its `read(data) -> Timeline`.
    reads
        Whether a timeline can be read back from it.
    preview
        What the app shows of it before it is made.
    is_picture
        Whether a browser makes it, and so Chrome or Chromium must be there.
    dots
        The dots a pixel where the user's own browser can make it in place of the server's, else 0.
    extra
        The extra of the package that writing it needs, if any.
    reader
        The module of its `read`, where that is another than that of `write`.
    """

    suffix: str
    what: str
    mime: str
    module: str
    reads: bool = False
    preview: Preview = Preview.TABLE
    is_picture: bool = False
    dots: int = 0
    extra: str = ""
    reader: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """The names of the options that `write` takes."""
        parameters = inspect.signature(self._load_function("write")).parameters.values()
        return tuple(p.name for p in parameters if p.kind is p.KEYWORD_ONLY)

    def write(self, timeline: Timeline, **options: Any) -> bytes:
        """The content of a file of this format.

        Raises
        ------
        FormatError
            If an option is none of this format's.
        """
        for name in options:
            if name not in self.options:
                allowed = ", ".join(self.options) or "none"
                raise FormatError(f"{self.suffix!r} has no option {name!r}; its options: {allowed}")
        return cast("bytes", self._load_function("write")(timeline, **options))

    def read(self, data: bytes, *, strict: bool = False) -> Timeline:
        """The timeline in a file of this format; where `strict`, the first cell that does not hold is an error.

        Raises
        ------
        FormatError
            If this format cannot be read back.
        TableError
            If the table in it does not hold.
        """
        if not self.reads:
            readable = " ".join(f.suffix for f in FORMATS.values() if f.reads)
            raise FormatError(f"a timeline cannot be read from {self.suffix!r}; it can from: {readable}")
        if len(data) > LARGEST_TABLE:
            raise TableError(f"larger than {LARGEST_TABLE // 1_000_000} MB, the most that a table may have: split it")
        try:
            return cast("Timeline", self._load_function("read")(data, strict=strict))
        except TimelineError:
            raise
        except Exception as error:  # the boundary of all libraries that read tables; none lists what it raises
            said = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST]
            raise TableError(f"no {self.suffix} that can be read ({said}); save it anew, or as .csv") from error

    def _load_function(self, name: str) -> Callable[..., Any]:
        if name == "read" and self.reader:
            return cast("Callable[..., Any]", importlib.import_module(f"timeline.formats.{self.reader}").read)
        with name_extra(repr(self.suffix), self.extra):
            module = importlib.import_module(f"timeline.formats.{self.module}")
        return cast("Callable[..., Any]", getattr(module, name))


def _make_picture_format(suffix: str, what: str, mime: str, *, dots: int) -> Format:
    return Format(
        suffix=suffix, what=what, mime=mime, module=f"as_{suffix[1:]}",
        preview=Preview.SLIDE, is_picture=True, dots=dots, extra="pictures",
    )  # fmt: skip


def _make_text_format(suffix: str, what: str, mime: str, module: str, *, reads: bool = False) -> Format:
    return Format(suffix=suffix, what=what, mime=mime, module=module, preview=Preview.TEXT, reads=reads)


_LONGEST = 120  # characters of what a library says

_ALL: Final = (
    Format(suffix=".csv", what="Table of events (CSV)", mime="text/csv", module="as_csv", reads=True),
    Format(
        suffix=".xlsx",
        what="Workbook of all tables (Excel)",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        module="as_xlsx",
        preview=Preview.CHRONOLOGY,
        reads=True,
    ),
    Format(
        suffix=".parquet",
        what="Table for other programs (Parquet)",
        mime="application/vnd.apache.parquet",
        module="as_parquet",
        reads=True,
    ),
    Format(
        suffix=".json",
        what="Whole timeline (JSON)",
        mime="application/json",
        module="as_json",
        reads=True,
        preview=Preview.TEXT,
    ),
    Format(
        suffix=".html",
        what="Page that opens offline (HTML)",
        mime="text/html",
        module="as_html",
        reads=True,
        reader="html_tables",
        preview=Preview.PAGE,
        extra="pictures",
    ),
    Format(
        suffix=".pptx",
        what="Slides of native shapes (PowerPoint)",
        mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
        module="as_pptx",
        preview=Preview.SLIDE,
        extra="slides",
    ),
    Format(
        suffix=".docx",
        what="Chronology with quotes (Word)",
        mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        module="as_docx",
        preview=Preview.CHRONOLOGY,
    ),
    _make_picture_format(".png", "Picture (PNG)", "image/png", dots=2),
    _make_picture_format(".svg", "Vector graphic (SVG)", "image/svg+xml", dots=1),
    _make_picture_format(".pdf", "Page (PDF)", "application/pdf", dots=0),
    _make_text_format(".md", "Text with footnoted sources (Markdown)", "text/markdown", "as_md"),
    _make_text_format(".ics", "Calendar (iCalendar)", "text/calendar", "as_ics", reads=True),
    _make_text_format(".timelinejs.json", "Data for TimelineJS", "application/json", "as_timelinejs", reads=True),
    _make_text_format(".mw", "Text for markwhen", "text/plain", "as_mw", reads=True),
)
FORMATS: Final = {format_.suffix: format_ for format_ in _ALL}
"""Every format by its suffix."""

SUFFIXES: Final = tuple(FORMATS)
"""The suffixes of every format, the plain tables first."""


def find_format(name: str) -> Format:
    """The format of a file called `name`, or of a suffix with or without its dot, whatever its case.

    Raises
    ------
    FormatError
        Lists the suffixes that exist.

    Examples
    --------
    >>> find_format("page.htm").suffix
    '.html'
    >>> find_format("CSV").mime, find_format("ban.timelinejs.json").module, find_format("ban.json").module
    ('text/csv', 'as_timelinejs', 'as_json')
    >>> find_format("letter.doc")
    Traceback (most recent call last):
    timeline.errors.FormatError: unknown format '.doc'; choose one of: ...
    """
    ending = re.sub(r"\.x?html?\Z", ".html", f".{name.lower()}")
    fitting = [suffix for suffix in FORMATS if ending.endswith(suffix)]
    if not fitting:
        raise FormatError(f"unknown format {(PurePath(name).suffix or name)!r}; choose one of: {' '.join(SUFFIXES)}")
    return FORMATS[max(fitting, key=len)]
