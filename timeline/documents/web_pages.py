"""Web addresses -> documents, where a user asks for it: each is read like a file, and says when it was fetched."""

import codecs
import datetime as dt
import mimetypes
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from timeline.documents.document import Document
from timeline.documents.read import finish, read_failed
from timeline.documents.readers import CONTAINERS, READERS, read_bytes, say_unread
from timeline.errors import DocumentError
from timeline.web import Fetched, Fetcher

__all__ = ["read_addresses"]

MOST_ADDRESSES = 100  # at once; who wants more saves the pages

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/json": ".json",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rtf": ".rtf",
    "application/epub+zip": ".epub",
    "message/rfc822": ".eml",
    "text/vtt": ".vtt",
    "application/zip": ".zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
_TEXTS = frozenset({".txt", ".md", ".csv", ".html"})


def read_addresses(
    addresses: Sequence[str],
    *,
    published: dt.date | None = None,
    progress: Callable[[int, int], None] | None = None,
    fetcher: Fetcher | None = None,
) -> list[Document]:
    """The documents at `addresses`, in their order, each with its address and the day it was fetched in its note.

    This asks the network. What cannot be had is a document with its problem; nothing raises.

    Parameters
    ----------
    addresses
        Web addresses, ``https://…``; after the first hundred, each is a problem.
    published
        The publication date of all of them, where the reader knows it better than they do.
    progress
        Called after each with the number of addresses read so far and of all.
    fetcher
        What fetches; tests give one that may connect to this machine.
    """
    fetcher = fetcher or Fetcher()
    found: list[Document] = []
    unique = list(dict.fromkeys(addresses))
    for number, address in enumerate(unique, start=1):
        try:
            if number > MOST_ADDRESSES:
                raise DocumentError(f"more than the {MOST_ADDRESSES} addresses that are fetched at once: give it later")  # noqa: TRY301
            found += _read(address, fetcher, published)
        except DocumentError as error:
            found.append(read_failed(str(error), address))
        if progress:
            progress(number, len(unique))
    return found


def _read(address: str, fetcher: Fetcher, published: dt.date | None) -> list[Document]:
    page = fetcher.fetch(address)
    documents = [
        finish(d.replace(url=d.url or page.address)) for d in read_bytes(f"page{_find_suffix(page)}", _decode(page))
    ]
    note = f"fetched from {page.address} on {page.day}"
    given = {"published": published, "published_basis": "given"} if published else {}
    return [
        read_failed(d.problem, _name_place(address, d))
        if d.problem
        else d.replace(path=_name_place(address, d), note="; ".join(filter(None, (d.note, note))), **given)
        for d in documents
    ]


def _name_place(address: str, document: Document) -> str:
    return f"{address}/{document.path}" if document.path else address


def _find_suffix(page: Fetched) -> str:
    """What a page is read as: by the kind that its site names, or else by the end of its address."""
    named = PurePosixPath(urlsplit(page.address).path).suffix.casefold()
    suffix = _SUFFIXES.get(page.kind, named if page.kind in {"application/octet-stream", ""} else "")
    if suffix == ".txt" and named in READERS:
        suffix = named
    if suffix not in READERS | CONTAINERS:
        raise DocumentError(say_unread(suffix or mimetypes.guess_extension(page.kind) or page.kind))
    return suffix


def _decode(page: Fetched) -> bytes:
    """The bytes of a page; where its site alone names the encoding, in UTF-8."""
    if _find_suffix(page) not in _TEXTS or not page.charset or b"charset" in page.data[:4096].lower():
        return page.data
    try:
        codec = codecs.lookup(page.charset).name
        return page.data if codec == "utf-8" else page.data.decode(codec, "replace").encode("utf-8", "replace")
    except (LookupError, ValueError):
        return page.data
