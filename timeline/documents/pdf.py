"""The bytes of a PDF file -> its text as a document, paragraphs mended, with the offsets at which its pages begin.

Lines are joined to paragraphs, words parted by a hyphen at a line's end are mended, ligatures are taken apart; lines in
larger print are headings. Running headers and footers would part sentences that go on over the page, so they are left
out and named in `Document.note`; page numbers are left out. The dates in a PDF's properties are those of the file, not
of the text, and are not used.
"""

import collections
import dataclasses
import functools
import io
import itertools
import logging
import math
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
from timeline.documents.ocr import recognise_text
from timeline.documents.timing import watch
from timeline.errors import DocumentError
from timeline.sentences import HEADING_CHARACTERS

__all__ = ["read_pdf"]

MOST_PAGES = 1_000
WIDE_GAP = 1.35  # times the usual distance of lines: what follows is a paragraph of its own
HYPHENATED = 0.03  # of the lines end within a word where words are parted; where fewer do, the hyphens are their own
LARGE_PRINT = 1.15  # times the usual size: a heading
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
_WORD = re.compile(r"[^\W\d_]{2}")
_FILE_NAME = re.compile(r"(?:Microsoft Word - |untitled|document\d*\Z).*|.*\.\w{2,4}\Z", re.IGNORECASE)

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # else its warnings of broken files go to stderr


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a page; `apart` where a wider gap than between other lines is above it.

    `size` is that of most of its letters, in points; `mark` is that of a heading, "" where it is none.
    """

    text: str
    apart: bool = False
    size: float = 0.0
    mark: str = ""


def read_pdf(data: bytes) -> list[Document]:
    """The text of the PDF file in `data`; `Document.pages` holds the offset at which each page begins.

    Raises
    ------
    DocumentError
        If the file is broken, encrypted, too long, or holds pictures of text alone.
    """
    pages, title = _read(data)
    recognised = ""
    if not any(pages):
        pages, title = _read(recognise_text(data, len(pages)))
        recognised = "its text was recognised in pictures: check names and dates"
    if not any(pages):
        raise DocumentError("a PDF of pictures in which no text was recognised: give its text")
    running = _find_running_lines(pages)
    text, starts = _join_pages(_mark_headings(_without(running, pages)))
    return [
        Document(
            text=text,
            title="" if _FILE_NAME.fullmatch(title) else title,
            pages=starts,
            note="; ".join(filter(None, (recognised, _describe_left_out(running, pages)))),
        )
    ]


def _read(data: bytes) -> tuple[list[list[_Line]], str]:
    """The lines of each page of the file in `data`, and the title in its properties; its errors are ours."""
    try:
        return _read_contents(data)
    except _BROKEN as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError("no PDF file that can be read: save or print it to PDF again") from error


def _read_contents(data: bytes) -> tuple[list[list[_Line]], str]:
    """The lines of each page of the file in `data`, and the title in its properties."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError("encrypted: save a copy that needs no password")
    if len(reader.pages) > MOST_PAGES:
        raise DocumentError(f"{len(reader.pages):,} pages, more than the {MOST_PAGES:,} that are read: split it")
    title = reader.metadata.title if reader.metadata else None
    return _list_page_lines(reader), " ".join((title or "").split())


def _list_page_lines(reader: pypdf.PdfReader) -> list[list[_Line]]:
    """The lines of each page that hold something."""
    pages = []
    check = watch()
    for page in reader.pages:
        check()
        placed: list[_Piece] = []
        page.extract_text(visitor_operand_before=check, visitor_text=functools.partial(_add_placed, placed))
        pages.append(_make_lines(placed))
    return pages


_Piece = tuple[str, float, float]  # text, how high on the page it stands, and its size


def _add_placed(
    placed: list[_Piece], text: str, user: Sequence[float], matrix: Sequence[float], _font: Any, size: float
) -> None:
    """Add to `placed` a piece of text, its height on the page and its size, by the two matrices of the PDF format."""
    height = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
    scale = math.hypot(matrix[2] * user[0] + matrix[3] * user[2], matrix[2] * user[1] + matrix[3] * user[3])
    placed.append((text, height, round(size * scale, 1)))


def _make_lines(placed: Sequence[_Piece]) -> list[_Line]:
    """The lines that pieces of text make up, each apart or not from the one above."""
    found: list[_Piece] = []
    text, height = "", 0.0
    sizes: collections.Counter[float] = collections.Counter()
    for piece, place, size in placed:
        for number, part in enumerate(piece.split("\n")):
            if number:
                found.append((text, height, _find_commonest(sizes)))
                text = ""
                sizes.clear()
            if part.strip() and not text.strip():
                height = place
            text += part
            sizes[size] += len(part.strip())
    found.append((text, height, _find_commonest(sizes)))
    lines = [(tidy, height, size) for text, height, size in found if (tidy := _tidy(text))]
    gaps = [abs(above - below) for (_, above, _), (_, below, _) in itertools.pairwise(lines)]
    usual = statistics.median_low([gap for gap in gaps if gap > 1] or [0.0])
    return [
        _Line(text=words, apart=bool(index and usual and gaps[index - 1] > WIDE_GAP * max(usual, size)), size=size)
        for index, (words, _, size) in enumerate(lines)
    ]


def _find_commonest(sizes: collections.Counter[float]) -> float:
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _mark_headings(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """`pages`, their lines in larger print than most of the text marked as headings, those in the largest above all."""
    letters: collections.Counter[float] = collections.Counter()
    for line in itertools.chain(*pages):
        letters[line.size] += len(line.text)
    least = LARGE_PRINT * _find_commonest(letters)
    largest = max((line.size for line in itertools.chain(*pages) if _is_heading(line, least)), default=0.0)
    marks = {line.size: "# " if line.size == largest else "## " for line in itertools.chain(*pages)}
    return [
        [dataclasses.replace(n, mark=marks[n.size]) if _is_heading(n, least) else n for n in lines] for lines in pages
    ]


def _is_heading(line: _Line, least: float) -> bool:
    """Whether `line` is in print of the size `least` or larger and has words, unlike a letter that opens a chapter."""
    return line.size >= least > 0 and len(line.text) <= HEADING_CHARACTERS and bool(_WORD.search(line.text))


def _tidy(text: str) -> str:
    """`text` without ligatures, accents written apart, and white space that says nothing."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_LIGATURES)).split())


def _find_running_lines(pages: Sequence[Sequence[_Line]]) -> set[str]:
    """The shapes of first and last lines that most pages share but for their numbers."""
    edges = collections.Counter(
        shape for lines in pages for shape in {_make_shape(line.text) for line in [*lines[:2], *lines[-2:]] if lines}
    )
    # A third, since left and right pages may have a header each.
    return {shape for shape, count in edges.items() if count > 1 and count * 3 >= len(pages)}


def _without(running: set[str], pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """`pages` without their page numbers and the `running` lines."""
    return [
        [
            line
            for index, line in enumerate(lines)
            if not (_is_edge(index, lines) and (_make_shape(line.text) in running or _is_page_number(line.text)))
        ]
        for lines in pages
    ]


def _describe_left_out(running: set[str], pages: Sequence[Sequence[_Line]]) -> str:
    """What is left out of `pages` besides their numbers, each of the `running` lines as it first stands there."""
    left_out: dict[str, str] = {}
    for lines in pages:
        for index, line in enumerate(lines):
            if _is_edge(index, lines) and not _is_page_number(line.text) and _make_shape(line.text) in running:
                left_out.setdefault(_make_shape(line.text), line.text)
    return f"left out as running lines of its pages: {', '.join(map(repr, left_out.values()))}" if left_out else ""


def _is_edge(index: int, lines: Sequence[_Line]) -> bool:
    """Whether the line at `index` is one of the first two or last two of its page."""
    return index < 2 or index > len(lines) - 3


def _make_shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.casefold())


def _is_page_number(line: str) -> bool:
    return bool(re.fullmatch(r"(?:page\s*)?[-–|]?\s*\d{1,4}\s*(?:(?:/|of)\s*\d{1,4})?\s*[-–|]?", line, re.IGNORECASE))


def _join_pages(pages: Sequence[Sequence[_Line]]) -> tuple[str, tuple[int, ...]]:
    """The paragraphs of `pages`, a blank line between them, and the offset at which each page begins."""
    compounds = {word for lines in pages for line in lines for word in _COMPOUND.findall(line.text)}
    every_line = [line.text for lines in pages for line in lines]
    parted = sum(itertools.starmap(_is_parted, itertools.pairwise(every_line)))
    parts_words = parted >= HYPHENATED * len(every_line)
    text = ""
    starts = []
    last, above = "", ""
    for lines in pages:
        starts.append(len(text))
        width = max((len(line.text) for line in lines), default=0)
        for index, (line, apart, mark) in enumerate((line.text, line.apart, line.mark) for line in lines):
            if mark or above:
                goes_on = mark == above and not apart and index  # a heading of several lines
                text += (" " if goes_on else "\n\n") if text else ""
                text += "" if goes_on else mark
            elif _is_parted(last, line):
                text = text[:-1] if parts_words and _join_word(last, line) not in compounds else text
            elif text:
                goes_on = _goes_on(last, line, width) and not (apart and index)
                text += ("" if _DASH.search(f"{last}\n{line}") else " ") if goes_on else "\n\n"
            if index == 0:
                starts[-1] = len(text) - len(mark)
            text += line
            last, above = line, mark
    return text, tuple(starts)


def _is_parted(last: str, line: str) -> bool:
    """Whether a hyphen at the end of `last` parts a word that `line` ends."""
    return last.endswith("-") and last[-2:-1].isalpha() and line[0].islower()


def _join_word(last: str, line: str) -> str:
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
