"""The type this package makes: one document of a briefing."""

import bisect
import dataclasses
import datetime as dt
import hashlib

__all__ = ["Document"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of a briefing; only `text` is required.

    Attributes
    ----------
    text
        The text as the reader gave it; every offset and quote refers to it.
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
        What a reader should know of how the text was read (another encoding than UTF-8, say), else "".
    pages
        The offsets at which the pages of a PDF begin, one each; empty for what has no pages.

    Examples
    --------
    >>> Document(text="Acme sued Globex.").id == Document(text="Acme sued Globex.", title="Court").id
    True
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

    def page_of(self, offset: int) -> int | None:
        """The number of the page, from 1, on which the character at `offset` stands; None without pages.

        Examples
        --------
        >>> Document(text="First page. Second page.", pages=(0, 12)).page_of(15)
        2
        """
        return bisect.bisect_right(self.pages, offset) or None

    def __post_init__(self) -> None:
        """Fill in what follows from the other fields."""
        if not self.id:
            object.__setattr__(self, "id", hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16])
        if not self.published_basis:
            object.__setattr__(self, "published_basis", "given" if self.published else "none")
