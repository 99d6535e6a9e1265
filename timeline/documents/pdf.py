"""The bytes of a PDF file -> its text as a document, paragraphs mended, with the offsets at which its pages begin.

Lines are joined to paragraphs, words parted by a hyphen at a line's end are mended, ligatures are taken apart; running
headers, footers and page numbers are left out. The dates in a PDF's properties are those of the file, not of the text,
and are not used.
"""

import collections
import io
import logging
import re
import struct
import zlib
from collections.abc import Sequence

import pypdf
from pypdf.errors import PyPdfError

from timeline.documents.document import Document
from timeline.documents.timing import watch
from timeline.errors import DocumentError

__all__ = ["read_pdf"]

MOST_PAGES = 1_000
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
_FILE_NAME = re.compile(r"(?:Microsoft Word - |untitled|document\d*\Z).*|.*\.\w{2,4}\Z", re.IGNORECASE)

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # else its warnings of broken files go to stderr


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


def _contents(data: bytes) -> tuple[list[list[str]], str]:
    """The lines of each page of the file in `data`, and the title in its properties."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError("encrypted: save a copy that needs no password")
    if len(reader.pages) > MOST_PAGES:
        raise DocumentError(f"{len(reader.pages):,} pages, more than the {MOST_PAGES:,} that are read: split it")
    title = reader.metadata.title if reader.metadata else None
    return _page_lines(reader), " ".join((title or "").split())


def _page_lines(reader: pypdf.PdfReader) -> list[list[str]]:
    """The lines of each page that hold something."""
    pages = []
    check = watch()
    for page in reader.pages:
        check()
        text = page.extract_text(visitor_operand_before=check).translate(_LIGATURES)
        pages.append([line for part in text.splitlines() if (line := " ".join(part.split()))])
    return pages


def _without_running_lines(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """`pages` without the page numbers, and the first and last lines that most pages share but for their numbers."""
    edges = collections.Counter(
        shape for lines in pages for shape in {_shape(line) for line in [*lines[:2], *lines[-2:]] if lines}
    )
    running = {shape for shape, count in edges.items() if count > 1 and count * 2 >= len(pages)}
    kept = []
    for lines in pages:
        last = len(lines) - 1
        kept.append(
            [
                line
                for index, line in enumerate(lines)
                if not ((index < 2 or index > last - 2) and (_shape(line) in running or _is_page_number(line)))
            ],
        )
    return kept


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.casefold())


def _is_page_number(line: str) -> bool:
    return bool(re.fullmatch(r"(?:page\s*)?[-–|]?\s*\d{1,4}\s*(?:(?:/|of)\s*\d{1,4})?\s*[-–|]?", line, re.IGNORECASE))


def _joined(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    """The paragraphs of `pages`, a blank line between them, and the offset at which each page begins."""
    compounds = {word for lines in pages for line in lines for word in _COMPOUND.findall(line)}
    text = ""
    starts = []
    last = ""
    for lines in pages:
        starts.append(len(text))
        width = max(map(len, lines), default=0)
        for index, line in enumerate(lines):
            if _is_parted(last, line):
                text = text if _whole(last, line) in compounds else text[:-1]
            elif text:
                text += " " if _goes_on(last, line, width) else "\n\n"
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
