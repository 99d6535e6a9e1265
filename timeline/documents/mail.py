"""The bytes of an e-mail (.eml) -> its message as a document, and the files attached to it."""

import dataclasses
import datetime as dt
import email.errors
import email.policy
import email.utils
import re
from collections.abc import Callable, Iterator
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from typing import Any

from timeline.documents.document import Document
from timeline.documents.html import read_html
from timeline.documents.html_text import strip_tags
from timeline.documents.quotes import split_quotes
from timeline.documents.text import decode_named
from timeline.documents.timing import watch
from timeline.errors import DocumentError

__all__ = ["list_attachments", "read_mail"]

MOST_PARTS = 1_000  # attachments, and messages within messages; parsing takes the square of them
LONGEST_HEADER = 2_000  # characters; RFC 5322 has 998 in a line. Parsing takes a thousand times their memory

# What programs put around the message that a page of mail quotes; there the article of the page would be both.
_QUOTED = re.compile(
    r"<blockquote|gmail_quote|divRplyFwdMsg|OutlookMessageHeader|appendonsend|moz-cite|yahoo_quoted|border-top: ?solid",
    re.IGNORECASE,
)
_PART = re.compile(rb"^content-(?:type|disposition):", re.IGNORECASE | re.MULTILINE)
_BROKEN = (email.errors.MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError)


def read_mail(data: bytes) -> list[Document]:
    r"""The message in `data`: its subject is the title, its sender the publisher, its date that of publication.

    Of a message that comes as plain text and as a page, the plain text is taken. Messages quoted or forwarded in it are
    documents of their own, each with the day that its header says.

    Raises
    ------
    DocumentError
        If `data` is no e-mail, or has no text.

    Examples
    --------
    >>> mail = b"From: Ann Bo <ann@example.org>\nDate: Tue, 5 Mar 2024 23:30 -0500\nSubject: Sold\n\nIt fell."
    >>> [document] = read_mail(mail)
    >>> document.title, document.publisher, str(document.published), document.text
    ('Sold', 'Ann Bo', '2024-03-05', 'It fell.')
    """
    message = _parse_message(data)
    try:
        text = _read_text(message)
        title, sender = _read_header(message, "subject"), _read_header(message, "from")
        published = _read_day(_read_header(message, "date"))
    except _BROKEN as error:
        raise DocumentError("an e-mail that cannot be read: save it as .eml or text again") from error
    if not text.strip():
        raise DocumentError("an e-mail without text: nothing to read")
    name, address = email.utils.parseaddr(sender)
    own, *quoted = split_quotes(text)
    message_ = Document(
        text=own.text,
        title=title,
        publisher=name or address,
        published=published,
        published_basis="metadata" if published else "none",
    )
    return [message_, *(dataclasses.replace(q, title=q.title or title) for q in quoted)] if own.text else quoted


def list_attachments(data: bytes) -> Iterator[tuple[str, bytes | DocumentError]]:
    """The names and bytes of the files attached to the e-mail in `data`; what has no name is passed over."""
    try:
        for part in _parse_message(data).iter_attachments():
            if part.get_content_type() == "message/rfc822":
                yield f"{' '.join(_read_subject(part).split())[:80] or 'message'}.eml", part.get_content().as_bytes()
                continue
            name = (part.get_filename() or "").replace("\\", "/").rsplit("/", maxsplit=1)[-1]
            content = part.get_payload(decode=True)
            if name and isinstance(content, bytes):
                yield name, content
    except _BROKEN as error:
        raise DocumentError("attachments that cannot be read: save them as files") from error


def _read_subject(part: EmailMessage) -> str:
    """The subject of an attached message, without what would be a folder."""
    return str(part.get_content().get("subject", "")).replace("/", " ").replace("\\", " ")


def _parse_message(data: bytes) -> EmailMessage:
    if len(_PART.findall(data)) > MOST_PARTS:
        raise DocumentError(f"an e-mail of more than {MOST_PARTS:,} parts: save those you need as files")
    message = email.message_from_bytes(data, policy=email.policy.default.clone(header_factory=_limit_headers(watch())))
    if not isinstance(message, EmailMessage) or not message.keys():
        raise DocumentError("no e-mail, as no line such as 'Subject: …' heads it: save the message as .eml")
    return message


def _limit_headers(check: Callable[..., None]) -> Callable[[str, str], Any]:
    """What makes headers of names and values: as far as they are read, with `check` called before each of them."""
    registry = HeaderRegistry()

    def header(name: str, value: str) -> Any:
        check()
        return registry(name, value[:LONGEST_HEADER])

    return header


def _read_header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _read_text(message: EmailMessage) -> str:
    """The text of the message, "" where it has none."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    payload = body.get_payload(decode=True)
    content, _ = decode_named(payload if isinstance(payload, bytes) else b"", str(body.get_content_charset() or ""))
    if body.get_content_subtype() == "html" and _QUOTED.search(content):
        return strip_tags(content)
    if body.get_content_subtype() == "html":
        return read_html(content.encode("utf-8", "replace"))[0].text
    return content.rstrip("\r\n")


def _read_day(words: str) -> dt.date | None:
    """The day of a mail's date header, in the sender's own time zone; None where it is none."""
    try:
        return email.utils.parsedate_to_datetime(words).date()
    except (ValueError, TypeError):
        return None
