"""The type this package makes: one document of a briefing."""

import bisect
import dataclasses
import datetime as dt
import hashlib
import re
import unicodedata
from typing import Any

from timeline.documents.furniture import Furniture, blank, find_furniture

__all__ = ["Document"]


class _Scanned:
    """What has been worked out from the text; no field, so it is neither compared nor written anywhere."""

    __slots__ = ("_furniture",)
    _furniture: tuple[Furniture, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Document(_Scanned):
    r"""One document of a briefing; only `text` is required.

    Attributes
    ----------
    text
        The text as the reader gave it, but for accents written apart from their letters: they are put together, so
        that names and dates are known by one spelling (Unicode NFC, by whose rules it is the same text). Every offset
        and quote refers to it.
    id
        By default from the hash of the text, so the same text has the same id.
    title, publisher, url, path
        Empty where unknown.
    published, published_basis
        The publication date and how it is known: ``given``, ``metadata``, ``dateline``, ``text``, ``inferred`` or
        ``none``.
    language
        ISO 639-1, empty where unknown.
    problem
        None, or why the document could not be read; such a document has an empty text.
    note
        What a user should know of how the text was read (another encoding than UTF-8, say), else "".
    pages
        The offsets at which the pages of a PDF begin, one each; empty for what has no pages.
    given
        The text to the letter where `text` is not, else ""; `find_given_offset` leads back to it.

    Examples
    --------
    >>> Document(text="Acme sued Globex.").id == Document(text="Acme sued Globex.", title="Court").id
    True
    >>> len("Zoe\u0308"), len(Document(text="Zoe\u0308").text), len(Document(text="Zoe\u0308").given)
    (4, 3, 4)
    """

    text: str
    id: str = ""
    title: str = ""
    publisher: str = ""
    url: str = ""
    path: str = ""
    published: dt.date | None = None
    published_basis: str = ""
    language: str = ""
    problem: str | None = None
    note: str = ""
    pages: tuple[int, ...] = ()
    given: str = ""

    def find_given_offset(self, offset: int) -> int:
        r"""Where the character at `offset` of `text` begins in the text as it was given.

        Examples
        --------
        >>> document = Document(text="Zoe\u0308 C\u030capek")
        >>> document.text.index("pek"), document.find_given_offset(document.text.index("pek"))
        (6, 8)
        """
        if not self.given:
            return offset
        places = range(len(self.given) + 1)
        return bisect.bisect_right(places, offset, key=lambda end: len(_compose(self.given[:end]))) - 1

    def find_page(self, offset: int) -> int | None:
        """The number of the page, from 1, on which the character at `offset` stands; None without pages.

        Examples
        --------
        >>> Document(text="First page. Second page.", pages=(0, 12)).find_page(15)
        2
        """
        return bisect.bisect_right(self.pages, offset) or None

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """The stretches of `text` that are not the article, as `find_furniture` finds them; looked for once."""
        try:
            return self._furniture
        except AttributeError:
            found = tuple(find_furniture(self.text))
            self.with_furniture(found)
            return found

    @property
    def article(self) -> str:
        """`text` with its furniture blanked out, every offset unchanged."""
        return blank(self.text, self.furniture)

    def with_furniture(self, furniture: tuple[Furniture, ...]) -> "Document":
        """The document itself with the `furniture` of its text given, so that it is not looked for."""
        object.__setattr__(self, "_furniture", furniture)
        return self

    def replace(self, **changes: Any) -> "Document":
        """A copy with other fields; unlike that of `dataclasses.replace` it knows the furniture of an unchanged text.

        Examples
        --------
        >>> Document(text="Acme sued Globex.").replace(title="Court").title
        'Court'
        """
        copy = dataclasses.replace(self, **changes)
        known = getattr(self, "_furniture", None)
        return copy.with_furniture(known) if known is not None and copy.text == self.text else copy

    def __reduce__(self) -> tuple[Any, ...]:
        """What another process needs to make the same document, furniture and all."""
        fields = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        return _remake, (fields, getattr(self, "_furniture", None))

    def __post_init__(self) -> None:
        """Put accents to their letters, and fill in what follows from the other fields."""
        # A half character is replaced for good, one for one: offsets hold, and no file can hold it.
        object.__setattr__(self, "text", _HALF.sub("\ufffd", self.text))
        if not unicodedata.is_normalized("NFC", self.text):
            object.__setattr__(self, "given", self.text)
            object.__setattr__(self, "text", _compose(self.text))
        elif self.given and _compose(self.given) != self.text:  # a copy with another text
            object.__setattr__(self, "given", "")
        for name in ("title", "publisher", "url"):
            object.__setattr__(self, name, _compose(getattr(self, name)))
        if not self.id:
            object.__setattr__(self, "id", hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16])
        if not self.published_basis:
            object.__setattr__(self, "published_basis", "given" if self.published else "none")


_HALF = re.compile(r"[\ud800-\udfff]")  # of a character, as programs cut them: no file can hold one


def _compose(text: str) -> str:
    return unicodedata.normalize("NFC", _HALF.sub("\ufffd", text))


def _remake(fields: dict[str, Any], furniture: tuple[Furniture, ...] | None) -> Document:
    document = Document(**fields)
    return document if furniture is None else document.with_furniture(furniture)
