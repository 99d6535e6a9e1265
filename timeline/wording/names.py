"""What a document is called where it has no title, and who is named as a source where it has no publisher."""

from collections.abc import Mapping
from typing import Any

__all__ = ["name_document", "name_source"]


def name_document(document: Mapping[str, Any]) -> str:
    """A row of the documents table as one of many: its title, else where it lies.

    Examples
    --------
    >>> name_document({"title": "", "path": "a.txt"}), name_document({})
    ('a.txt', 'untitled document')
    """
    return next((str(document[key]) for key in ("title", "path", "url") if document.get(key)), "untitled document")


def name_source(document: Mapping[str, Any]) -> str:
    """A row of the documents table, perhaps an empty one, as the one who says so: its publisher, else its title.

    Examples
    --------
    >>> name_source({"publisher": "", "title": "Chips", "path": "a.txt"}), name_source({})
    ('Chips', 'source not named')
    """
    return next(
        (str(document[key]) for key in ("publisher", "title", "path", "url") if document.get(key)), "source not named"
    )
