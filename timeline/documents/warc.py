"""The bytes of a web archive (.warc, .warc.gz) -> the articles in it, each with its address and day of fetching.

Pictures, scripts and answers that are no page are passed over; nothing is fetched.
"""

import contextlib
import io
import logging
from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from timeline.documents.document import Document
from timeline.documents.html import read_html
from timeline.documents.timing import watch
from timeline.documents.zip import BROKEN, LARGEST_ARCHIVE
from timeline.errors import DocumentError

__all__ = ["read_warc"]

MOST_RECORDS = 20_000
MOST_PAGES = 1_000
LARGEST_PAGE = 20_000_000  # bytes unpacked

logging.getLogger("warcio").addHandler(logging.NullHandler())

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_BROKEN = (*BROKEN, ArchiveLoadFailed, AttributeError, TypeError, KeyError, IndexError, RecursionError)


def read_warc(data: bytes) -> list[Document]:
    """The pages in the web archive `data`, in its order, each address once; those without an article are counted.

    Raises
    ------
    DocumentError
        If `data` is no web archive, holds no page, or more than is read.
    """
    found: dict[str, Document] = {}
    empty: set[str] = set()
    try:
        # What the library writes to stderr over each broken record belongs to no user.
        with contextlib.redirect_stderr(io.StringIO()):
            for address, day, page in _list_pages(data):
                if address not in found and (document := _read_article(address, day, page)):
                    found[address] = document
                elif address not in found:
                    empty.add(address)
                if len(found) > MOST_PAGES:
                    raise DocumentError(f"more than the {MOST_PAGES:,} pages of a web archive that are read: split it")
    except _BROKEN as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError(f"no web archive that can be read ({error}): save the page as .html") from error
    if not found:
        raise DocumentError("a web archive without an article: save the page as .html")
    left = len(empty - found.keys())
    problem = f"{left} of its pages hold no article: open them and save their text if you need it"
    return [*found.values(), *([Document(text="", id="pages", problem=problem)] if left else [])]


def _read_article(address: str, day: str, page: bytes) -> Document | None:
    """The article of a page, None where it has none: many are frames of others."""
    try:
        [document] = read_html(page)
    except DocumentError:
        return None
    note = "; ".join(filter(None, (document.note, f"fetched from {address} on {day}")))
    return document.replace(url=document.url or address, path=address, note=note) if document.text.strip() else None


def _list_pages(data: bytes) -> Iterator[tuple[str, str, bytes]]:
    """The address, day and bytes of each page that a site answered with; sizes that are announced are not believed."""
    check, left = watch(), LARGEST_ARCHIVE
    for number, record in enumerate(ArchiveIterator(io.BytesIO(data)), start=1):
        check()
        if number > MOST_RECORDS:
            raise DocumentError(f"more than the {MOST_RECORDS:,} records of a web archive that are read: split it")
        if not _is_page(record):
            continue
        content = record.content_stream().read(min(LARGEST_PAGE, left) + 1)
        left -= len(content)
        if left < 0 or len(content) > LARGEST_PAGE:
            raise DocumentError(
                f"unpacks to more than {LARGEST_ARCHIVE // 1_000_000} MB, or one page to more than "
                f"{LARGEST_PAGE // 1_000_000}: save the pages you need as .html"
            )
        address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
        if address.startswith(("http://", "https://")):
            yield address, str(record.rec_headers.get_header("WARC-Date") or "")[:10], content


def _is_page(record: Any) -> bool:
    """Whether a record is a page that was answered as one."""
    if record.rec_type not in {"response", "resource"}:
        return False
    headers = record.http_headers
    if headers is None:
        kind = record.rec_headers.get_header("Content-Type") or ""
    elif headers.get_statuscode() != "200":
        return False
    else:
        kind = headers.get_header("Content-Type") or ""
    return kind.partition(";")[0].strip().casefold() in _PAGES
