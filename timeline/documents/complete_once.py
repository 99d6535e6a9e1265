"""Documents -> the same completed with what their texts say of them, worked out once for each text."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from timeline.cache import Cache, keep_all, open_cache
from timeline.documents.boundary import guard_document
from timeline.documents.complete import complete
from timeline.documents.document import Document
from timeline.documents.furniture import Furniture
from timeline.errors import DocumentError
from timeline.parallel import Processes, run_in_parallel

__all__ = ["complete_all", "name_content"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What a document says of itself: the fields that `complete` fills, furniture, or why it is kept out."""

    title: str
    publisher: str
    url: str
    published: dt.date | None
    published_basis: str
    note: str
    language: str
    furniture: tuple[Furniture, ...] = ()
    problem: str | None = None


_FILLED: Final = ("title", "publisher", "url", "published", "published_basis", "note", "language")


def complete_all(documents: Sequence[Document], cache: str | Path | Cache | None = None) -> list[Document]:
    """`documents` as `complete` fills them, with the problem of each over which that fails.

    `cache` is a folder to keep what they say in, so that the same text is not looked through twice; None for none.
    """
    kept = open_cache(cache)
    keys = [("said", name_content(d)) for d in documents] if kept else []
    found: list[_Facts | None] = kept.get_all(_Facts, keys) if kept else [None] * len(documents)
    done = run_in_parallel(_look_through, documents, found, executor=Processes(), lost=_look_through)
    keep_all(kept, ((keys[place] if kept else (), said) for place, said in done))  # which fills `found`
    return [_fill_in(d, said) for d, said in zip(documents, found, strict=True) if said]


def name_content(document: Document) -> str:
    """What tells `document` from any other but the same one under another path.

    Examples
    --------
    >>> one = Document(text="Acme sued Globex.", path="a.txt")
    >>> [name_content(one) == name_content(one.replace(**other)) for other in ({"path": "b.txt"}, {"title": "Court"})]
    [True, False]
    """
    return repr(dataclasses.replace(document, path=""))


def _look_through(document: Document) -> _Facts:
    said, problem = document, document.problem
    try:
        with guard_document("looking through its text"):
            said = document if problem else complete(document)
    except DocumentError as error:
        problem = str(error)
    furniture = () if problem else said.furniture
    return _Facts(**{name: getattr(said, name) for name in _FILLED}, furniture=furniture, problem=problem)


def _fill_in(document: Document, said: _Facts) -> Document:
    if said.problem:
        return document if document.problem else document.replace(text="", problem=said.problem)
    return document.with_furniture(said.furniture).replace(**{name: getattr(said, name) for name in _FILLED})
