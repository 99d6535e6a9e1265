"""Paths -> documents; one reader a format, picked in one lookup."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from timeline.documents.document import Document

__all__ = ["read_documents"]


def read_documents(
    paths: Sequence[str | Path],
    *,
    published: dt.date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Document]:
    """One document for each file in `paths` (files and folders); a file that cannot be read comes with its `problem`."""
    raise NotImplementedError
