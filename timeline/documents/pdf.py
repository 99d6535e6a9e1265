"""The bytes of a PDF file -> its text as a document, paragraphs mended, with the offsets at which its pages begin.

Lines are joined to paragraphs, words parted by a hyphen at a line's end are mended, ligatures are taken apart; running
headers, footers and page numbers are left out. The dates in a PDF's properties are those of the file, not of the text,
and are not used.
"""

import collections
import dataclasses
import functools
import io
import itertools
import logging
import re
import statistics
import struct
import unicodedata
import zlib
from collections.abc import Sequence
from typing import Any

import pypdf
from pypdf.errors import PyPdfError

from timeline.documents.document import Document
from timeline.documents.timing import watch
from timeline.errors import DocumentError

__all__ = ["read_pdf"]

MOST_PAGES = 1_000
WIDE_GAP = 1.35  # times the usual distance of lines: what follows is a paragraph of its own
HYPHENATED = 0.03  # of the lines end within a word where words are parted; where fewer do, the hyphens are their own
FULL_LINE = 0.75  # of the width of a page's lines: a shorter line ends its paragraph
FULL_END = 0.92  # the same for a line that ends a sentence, with the first word of the next

# What pypdf raises for files that are broken in ways it does not foresee.
_BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "-"}
)
_ITEM = re.compile(r"(?:[•‣▪●–*-]|\(?\d{1,2}[.)])\s")
_COMPOUND = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+)+\b")
_DASH = re.compile(r"\w—\n|\n—\w")  # a dash that the text sets without blanks
_FILE_NAME = re.compile(r"(?:Microsoft Word - |untitled|document\d*\Z).*|.*\.\w{2,4}\Z", re.IGNORECASE)

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # else its warnings of broken files go to stderr


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a page; `apart` where a wider gap than between other lines is above it."""

    text: str
    apart: bool = False


def read_pdf(data: bytes) -> list[Document]:
    """The text of the PDF file in `data`; `Document.pages` holds the offset at which each page begins.

    Raises
    ------
    DocumentError
        If the file is broken, encrypted, too long, or holds pictures of text alone.
    """
    try:
        pages, title = _contents(data)
    except _BROKEN as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError(f"no PDF file that can be read ({error}): save or print it to PDF again") from error
    if not any(pages):
        raise DocumentError("a PDF of pictures without text: run text recognition (OCR) on it first")
    text, starts = _joined(_without_running_lines(pages))
    return [Document(text=text, title="" if _FILE_NAME.fullmatch(title) else title, pages=starts)]


def _contents(data: bytes) -> tuple[list[list[_Line]], str]:
    """The lines of each page of the file in `data`, and the title in its properties."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError("encrypted: save a copy that needs no password")
    if len(reader.pages) > MOST_PAGES:
        raise DocumentError(f"{len(reader.pages):,} pages, more than the {MOST_PAGES:,} that are read: split it")
    title = reader.metadata.title if reader.metadata else None
    return _page_lines(reader), " ".join((title or "").split())


def _page_lines(reader: pypdf.PdfReader) -> list[list[_Line]]:
    """The lines of each page that hold something."""
    pages = []
    check = watch()
    for page in reader.pages:
        check()
        placed: list[tuple[str, float]] = []
        page.extract_text(visitor_operand_before=check, visitor_text=functools.partial(_place, placed))
        pages.append(_lines(placed))
    return pages


def _place(placed: list[tuple[str, float]], text: str, user: Sequence[float], matrix: Sequence[float], *_: Any) -> None:
    """Add to `placed` a piece of text and how high on the page it stands, by the two matrices of the PDF format."""
    placed.append((text, matrix[4] * user[1] + matrix[5] * user[3] + user[5]))


def _lines(placed: Sequence[tuple[str, float]]) -> list[_Line]:
    """The lines that pieces of text make up, each apart or not from the one above."""
    found: list[tuple[str, float]] = []
    text, height = "", 0.0
    for piece, place in placed:
        for number, part in enumerate(piece.split("\n")):
            if number:
                found.append((text, height))
                text = ""
            if part.strip() and not text.strip():
                height = place
            text += part
    found.append((text, height))
    lines = [(tidy, height) for text, height in found if (tidy := _tidy(text))]
    gaps = [abs(above - below) for (_, above), (_, below) in itertools.pairwise(lines)]
    usual = statistics.median_low([gap for gap in gaps if gap > 1] or [0.0])
    return [
        _Line(text=words, apart=bool(index and usual and gaps[index - 1] > WIDE_GAP * usual))
        for index, (words, _) in enumerate(lines)
    ]


def _tidy(text: str) -> str:
    """`text` without ligatures, accents written apart, and white space that says nothing."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_LIGATURES)).split())


def _without_running_lines(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """`pages` without the page numbers, and the first and last lines that most pages share but for their numbers."""
    edges = collections.Counter(
        shape for lines in pages for shape in {_shape(line.text) for line in [*lines[:2], *lines[-2:]] if lines}
    )
    # A third, since left and right pages may have a header each.
    running = {shape for shape, count in edges.items() if count > 1 and count * 3 >= len(pages)}
    kept = []
    for lines in pages:
        last = len(lines) - 1
        kept.append(
            [
                line
                for index, line in enumerate(lines)
                if not (
                    (index < 2 or index > last - 2) and (_shape(line.text) in running or _is_page_number(line.text))
                )
            ],
        )
    return kept


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.casefold())


def _is_page_number(line: str) -> bool:
    return bool(re.fullmatch(r"(?:page\s*)?[-–|]?\s*\d{1,4}\s*(?:(?:/|of)\s*\d{1,4})?\s*[-–|]?", line, re.IGNORECASE))


def _joined(pages: Sequence[Sequence[_Line]]) -> tuple[str, tuple[int, ...]]:
    """The paragraphs of `pages`, a blank line between them, and the offset at which each page begins."""
    compounds = {word for lines in pages for line in lines for word in _COMPOUND.findall(line.text)}
    every_line = [line.text for lines in pages for line in lines]
    parted = sum(itertools.starmap(_is_parted, itertools.pairwise(every_line)))
    parts_words = parted >= HYPHENATED * len(every_line)
    text = ""
    starts = []
    last = ""
    for lines in pages:
        starts.append(len(text))
        width = max((len(line.text) for line in lines), default=0)
        for index, (line, apart) in enumerate((line.text, line.apart) for line in lines):
            if _is_parted(last, line):
                text = text[:-1] if parts_words and _whole(last, line) not in compounds else text
            elif text:
                goes_on = _goes_on(last, line, width) and not (apart and index)
                text += ("" if _DASH.search(f"{last}\n{line}") else " ") if goes_on else "\n\n"
            if index == 0:
                starts[-1] = len(text)
            text += line
            last = line
    return text, tuple(starts)


def _is_parted(last: str, line: str) -> bool:
    """Whether a hyphen at the end of `last` parts a word that `line` ends."""
    return last.endswith("-") and last[-2:-1].isalpha() and line[0].islower()


def _whole(last: str, line: str) -> str:
    """The word parted by the end of `last`, with its hyphen: where it stands so elsewhere, the hyphen is its own."""
    return last.rsplit(" ", maxsplit=1)[-1].lstrip("\"'“‘(") + re.split(r"[^\w-]", line, maxsplit=1)[0]


def _goes_on(last: str, line: str, width: int) -> bool:
    """Whether `line` goes on with the paragraph of `last`, on a page of lines `width` characters wide."""
    if _ITEM.match(line):
        return False
    if line[0].islower():
        return True
    if last.rstrip("\"'”’)]").endswith((".", "!", "?")):
        return len(last) + 1 + len(line.split(" ", maxsplit=1)[0]) > FULL_END * width
    return len(last) >= FULL_LINE * width
