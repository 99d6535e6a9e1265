"""The bytes of a feed (RSS, Atom) -> a document for each of its items, with its own day.

Nothing is fetched: of an item whose feed has its first lines alone, those are its text.
"""

import datetime as dt
import email.utils
import io
from typing import Any

import feedparser

from timeline.documents.document import Document
from timeline.documents.html_text import holds_html, strip_tags
from timeline.documents.publication import read_only_day
from timeline.documents.timing import limit_time
from timeline.errors import DocumentError

__all__ = ["is_feed", "read_feed"]

MOST_ITEMS = 5_000

_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf")


def is_feed(data: bytes) -> bool:
    """Whether `data` begins as a feed does, whatever its file is called.

    Examples
    --------
    >>> is_feed(b"<?xml version='1.0'?><rss version='2.0'>"), is_feed(b"<html><body>About <b>&lt;rss</b>")
    (True, False)
    """
    head = data[:2_000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return head.startswith(b"<") and any(root in head for root in _ROOTS) and b"<html" not in head


def read_feed(data: bytes) -> list[Document]:
    r"""The items of the feed in `data`, each a document with its title, address and day.

    Raises
    ------
    DocumentError
        If `data` is no feed, or has no items.

    Examples
    --------
    >>> item = "<item><title>Vote</title><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate><description>It &lt;b&gt;voted"
    >>> feed = f"<rss><channel><title>Gazette</title>{item}&lt;/b&gt;.</description></item></channel></rss>"
    >>> [document] = read_feed(feed.encode())
    >>> document.publisher, document.title, str(document.published), document.text.split()
    ('Gazette', 'Vote', '2024-05-03', ['Vote', 'It', 'voted.'])
    """
    if not is_feed(data):
        raise DocumentError("XML that is no feed: save the page as .html or its text as .txt")
    found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    entries = found.get("entries", [])[:MOST_ITEMS]
    if not entries:
        raise DocumentError("a feed without items: nothing to read")
    publisher = _strip_markup(found.get("feed", {}).get("title", ""))
    is_atom = str(found.get("version", "")).startswith("atom")
    return [
        _make_document(entry, publisher, n, is_atom=is_atom) for n, entry in enumerate(limit_time(entries), start=1)
    ]


def _make_document(entry: Any, publisher: str, number: int, *, is_atom: bool) -> Document:
    title = _strip_markup(entry.get("title", ""))
    contents = [part.get("value", "") for part in entry.get("content", [])]
    body = max([*contents, entry.get("summary", "")], key=len)
    text = strip_tags(body).strip() if body else ""
    published = _read_day(entry.get("published", ""))
    other = None if published else _read_day(entry.get("updated", "")) or _read_day(entry.get("date", ""))
    is_change = other is not None and is_atom  # RSS has the one day, which the library calls so
    link = str(entry.get("link", ""))
    return Document(
        text=f"{title}\n\n{text}" if title and text else title or text,
        title=title,
        publisher=publisher,
        url=link if link.startswith(("http://", "https://")) else "",
        path=f"item-{number}",
        published=published or other,
        published_basis="metadata" if published or other else "none",
        note=f"it says when it was changed alone, so {other} is taken" if is_change else "",
    )


def _strip_markup(words: str) -> str:
    return " ".join((strip_tags(words) if holds_html(words) else words).split())


def _read_day(words: str) -> dt.date | None:
    """The day as the feed writes it, in its own time zone."""
    try:
        return email.utils.parsedate_to_datetime(words).date()
    except (TypeError, ValueError):
        return read_only_day(words)
