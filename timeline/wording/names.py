"""What a document is called where it has no title, and who is named as a source where it has no publisher."""

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["name_document", "name_source"]


def name_document(document: Mapping[str, Any]) -> str:
    """A row of the documents table as one of many: its title, else its file's name, else its address.

    Examples
    --------
    >>> name_document({"title": "", "path": "/home/ana/pile/a.txt"}), name_document({})
    ('a.txt', 'untitled document')
    """
    return _name_by(document, "title") or "untitled document"


def name_source(document: Mapping[str, Any]) -> str:
    """A row of the documents table, perhaps an empty one, as the one who says so: its publisher, else its title.

    Examples
    --------
    >>> name_source({"publisher": "", "title": "Chips", "path": "a.txt"}), name_source({})
    ('Chips', 'source not named')
    """
    return _name_by(document, "publisher", "title") or "source not named"


def _name_by(document: Mapping[str, Any], *columns: str) -> str:
    """What the first of the columns that is filled says, else the file's name, else the address; ``""`` without."""
    named = next((str(document[column]) for column in columns if document.get(column)), "")
    file = _FOLDERS.sub("", str(document.get("path") or ""))
    return named or file or str(document.get("url") or "")


_FOLDERS = re.compile(r".*[/\\]")
