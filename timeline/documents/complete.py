"""What a document says of itself: title, publisher, address, publication date, language.

Only its head and its front matter are asked: never the footer ("last updated"), never a date in the article, never the
times of a file.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from timeline.documents import _furniture_words as words
from timeline.documents._stamp_words import MONTHS
from timeline.documents.day_order import drop_questions, find_language_order, say_both, settle_order
from timeline.documents.document import Document
from timeline.documents.front_matter import FrontMatter, read_front_matter
from timeline.documents.furniture import Furniture
from timeline.documents.language import guess_language
from timeline.documents.publication import find_stated_dates, read_only_day
from timeline.documents.stamps import read_possible_days
from timeline.sentences import find_paragraphs

__all__ = ["complete"]

LONGEST_TITLE = 200  # characters; a first line that is longer opens the text

_BASES = {"given", "metadata", "dateline", "text", "inferred"}
_GUESSES = {"estimated", "estimate", "guessed", "assumed", "approximate"}
_PATH_DATE = re.compile(
    r"/(?P<y>(?:19|20)\d\d)(?:[/-](?P<m>\d{1,2}|[a-z]{3,9})[/-](?P<d>\d{1,2})(?=[/_.-]|\Z)|(?P<md>[01]\d[0-3]\d)(?=[/_-]))",
    re.IGNORECASE,
)


def complete(document: Document) -> Document:
    r"""`document` with the fields filled that its own text states; fields that are filled stay as they are.

    The publication date comes from the front matter (basis ``metadata``, or the basis it names itself), the dateline
    (``dateline``), the date line under the title (``text``) or the address (``metadata``), in this order. A dateline
    without a year is left to `infer_published`.

    Examples
    --------
    >>> text = "Loan signed\nKYIV, 3 March 2024 (Wire) - Ukraine took the loan from them.\nLast updated 9 March 2025"
    >>> done = complete(Document(text=text))
    >>> done.title, done.published, done.published_basis, done.language
    ('Loan signed', datetime.date(2024, 3, 3), 'dateline', 'en')
    """
    if not document.text.strip():
        return document
    matter = read_front_matter(document.text)
    furniture = document.furniture
    language = document.language or matter.language[:2].casefold() or guess_language(document.article)
    known = _Published(day=document.published, basis=document.published_basis)
    if document.published is None:
        known = _find_publication(document, matter, find_language_order(language))
    told = drop_questions(document.note) if known.day else document.note
    return document.replace(
        title=document.title or matter.title or _find_first_heading(document.text, furniture),
        publisher=document.publisher or matter.publisher or _find_signature(document.text, furniture),
        url=document.url or matter.url,
        published=known.day,
        published_basis=known.basis,
        note="; ".join(filter(None, (told, known.note if known.note not in told else ""))),
        language=language,
    )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Published:
    """A publication date, how it is known, and what a user should know of it."""

    day: dt.date | None = None
    basis: str = "none"
    note: str = ""


def _find_publication(document: Document, matter: FrontMatter, order: str) -> _Published:
    """The publication date of a document by what it states; without a day where it states none, or none for sure.

    `order` is that of day and month in figures, where the language of the document has one alone.
    """
    if matter.published and (
        day := read_only_day(matter.published) or settle_order(read_possible_days(matter.published), order=order)
    ):
        return _Published(day=day, basis=_read_basis(matter.published_basis))
    stated = {date.basis: date for date in find_stated_dates(document.text, matter.end) if date.words}
    both = [(matter.published, read_possible_days(matter.published))] if matter.published else []
    for basis in ("dateline", "text"):
        if basis in stated:
            days = stated[basis].days
            if day := settle_order(days, document.text, order):
                return _Published(day=day, basis=basis)
            both.append((stated[basis].words, days))
    day = _read_day_in_path(document.url or matter.url)
    if day:
        return _Published(day=day, basis="metadata")
    unsettled = next((said for said in both if len(said[1]) > 1), None)
    if unsettled:
        return _Published(note=say_both(*unsettled))
    if "updated" in stated and (day := settle_order(stated["updated"].days, document.text, order)):
        return _Published(day=day, basis="text", note=f"it says when it was changed alone, so {day} is taken")
    return _Published()


def _read_basis(name: str) -> str:
    """The basis that front matter gives in its own words; ``metadata`` where it says nothing we know."""
    word = re.split(r"\W", name.strip().casefold(), maxsplit=1)[0]
    if word in _GUESSES:
        return "inferred"
    return word if word in _BASES else "metadata"


def _read_day_in_path(url: str) -> dt.date | None:
    """The day in an address such as ``https://example.org/2024/03/05/loan`` or ``…/20240305-loan``."""
    found = _PATH_DATE.search(url)
    if not found:
        return None
    month, day = (found["md"][:2], found["md"][2:]) if found["md"] else (found["m"], found["d"])
    number = int(month) if month.isdigit() else MONTHS.get(month.casefold(), 0)
    try:
        return dt.date(int(found["y"]), number, int(day))
    except ValueError:
        return None


def _find_first_heading(text: str, furniture: Sequence[Furniture]) -> str:
    """The first line that is not furniture, where it looks like a title; else ""."""
    blocked = {f.start for f in furniture}
    matter = furniture[0].end if furniture and furniture[0].kind == "front matter" else 0
    paragraphs = [p for p in find_paragraphs(text) if p.start >= matter and p.start not in blocked]
    if not paragraphs or paragraphs[0].kind != "heading" or paragraphs[0].end - paragraphs[0].start > LONGEST_TITLE:
        return ""
    return " ".join(text[paragraphs[0].start : paragraphs[0].end].lstrip("# ").split())


def _find_signature(text: str, furniture: Sequence[Furniture]) -> str:
    """The publisher as a line of its own names it ("Hindustan Times3 days ago"), else ""."""
    for found in furniture:
        if found.kind in {"related", "comments", "sources"}:
            break
        if found.kind == "publisher":
            name = re.sub(rf"\s*[|•·–—-]?\s*{words.AGO}\Z", "", text[found.start : found.end])
            if len(name) > 1 and name.casefold() != "time":
                return name
    return ""
