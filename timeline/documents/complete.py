"""What a document says of itself: title, publisher, publication date, language; and what its sisters say of its date."""

from collections.abc import Sequence

from timeline.documents.document import Document

__all__ = ["complete", "infer_published"]


def complete(document: Document) -> Document:
    """`document` with the fields filled that its own text states; fields that are filled stay as they are."""
    raise NotImplementedError


def infer_published(documents: Sequence[Document]) -> list[Document]:
    """`documents`, those without a publication date given an inferred one where the text or a sister document allows."""
    raise NotImplementedError
