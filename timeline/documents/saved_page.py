"""The bytes of a page saved as one file (.mhtml, .mht) -> its article; the frames and pictures beside it are left."""

import email
import email.policy
from email.message import EmailMessage

from timeline.documents.document import Document
from timeline.documents.html import read_html
from timeline.errors import DocumentError

__all__ = ["read_saved_page"]

MOST_PARTS = 2_000


def read_saved_page(data: bytes) -> list[Document]:
    """The article of the first page in the web archive `data`, with its address.

    Raises
    ------
    DocumentError
        If `data` is no web archive, or holds no page.
    """
    if data.count(b"\nContent-Type:") > MOST_PARTS:
        raise DocumentError(f"a saved page of more than {MOST_PARTS:,} parts: save it as .html")
    message = email.message_from_bytes(data, policy=email.policy.default)
    pages = (part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"})
    page = next(pages, None)
    content = page.get_payload(decode=True) if isinstance(page, EmailMessage) else None
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise DocumentError("no web archive with a page in it: save the page as .html")
    address = str(page.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
    charset = page.get_content_charset() or ""
    if charset and b"charset" not in content[:4096].lower():
        content = b"<meta charset='" + charset.encode("ascii", "replace") + b"'>" + content
    return [
        document if document.url or not address.startswith(("http://", "https://")) else document.replace(url=address)
        for document in read_html(content)
    ]
