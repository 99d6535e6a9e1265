"""A stretch of a document that a user points at: by its offsets, or by its words."""

import dataclasses
import hashlib
import re
from typing import Final, Self

from timeline.documents import Document
from timeline.errors import TableError

__all__ = ["Passage", "find_passage", "snap_to_words"]

_LONGEST_QUOTE: Final = 400


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A marked stretch of a document; `quote` equals ``document.text[start:end]``, and `sha256` says of which text."""

    document_id: str
    start: int
    end: int
    quote: str
    sha256: str

    def __post_init__(self) -> None:
        """Refuse what is no passage of any text."""
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise TableError(f"passage {self.start}-{self.end}: it does not hold the quote {self.quote[:80]!r}")

    @classmethod
    def mark(cls, document: Document, start: int, end: int) -> Self:
        """The passage of `document` from `start` to `end` (exclusive), white space at its ends left out.

        Raises
        ------
        TableError
            For a stretch outside the text, without words, or of more than 400 characters.

        Examples
        --------
        >>> Passage.mark(Document(text="Acme sued Globex. It lost."), 17, 26).quote
        'It lost.'
        """
        text = document.text
        if not 0 <= start < end <= len(text):
            raise TableError(
                f"passage {start}-{end}: not in the text; allowed: 0-{len(text)}, the start before the end"
            )
        marked = text[start:end]
        first = start + len(marked) - len(marked.lstrip())
        quote = marked.strip()
        if not 0 < len(quote) <= _LONGEST_QUOTE:
            raise TableError(f"passage {start}-{end}: {len(quote)} characters; mark from 1 to {_LONGEST_QUOTE}")
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(document_id=document.id, start=first, end=first + len(quote), quote=quote, sha256=digest)


def snap_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end`, each moved out to the end of the word that it cuts.

    Examples
    --------
    >>> "Acme sued Globex."[slice(*snap_to_words("Acme sued Globex.", 7, 12))]
    'sued Globex'
    >>> snap_to_words("Acme sued Globex.", 4, 9)
    (4, 9)
    """
    start, end = max(start, 0), min(end, len(text))
    while 0 < start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def find_passage(document: Document, words: str) -> Passage:
    r"""The first passage of `document` that says `words`, whatever white space and capitals stand in it.

    Raises
    ------
    TableError
        If the document does not say them, or they are none, or more than 400 characters.

    Examples
    --------
    >>> find_passage(Document(text="Acme\nsued Globex. It lost."), "acme sued  Globex").quote
    'Acme\nsued Globex'
    """
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = pattern and (re.search(pattern, document.text) or re.search(pattern, document.text, re.IGNORECASE))
    if not found:
        raise TableError(f"{words[:80]!r}: the document does not say these words; copy them from it")
    return Passage.mark(document, found.start(), found.end())
