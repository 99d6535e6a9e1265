"""Text -> its paragraphs and sentences, as offsets.

What comes in is any text; what goes out are spans in characters of that text, end exclusive, in order, not overlapping.
It never changes a character: ``text[span.start:span.end]`` is what stands there.
"""

import dataclasses

__all__ = ["Paragraph", "Sentence", "find_paragraphs", "find_sentences"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of text that holds something; `kind` is ``"body"``, ``"heading"`` or ``"item"`` (of a list)."""

    start: int
    end: int
    kind: str = "body"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, with the index of its paragraph in `find_paragraphs` of the same text."""

    start: int
    end: int
    paragraph: int


def find_paragraphs(text: str) -> list[Paragraph]:
    """The lines of `text` that are not blank, without the white space around them."""
    raise NotImplementedError


def find_sentences(text: str) -> list[Sentence]:
    """The sentences of `text`; a heading or list item without a full stop is one sentence."""
    raise NotImplementedError
