"""The bytes of a message as Outlook saves it (.msg) -> its text as a document, and what it quotes as others.

The properties read are those of [MS-OXMSG] and [MS-OXPROPS]; attachments are left.
"""

import dataclasses
import datetime as dt
import io
import struct

import olefile

from timeline.documents.document import Document
from timeline.documents.html_text import strip_tags
from timeline.documents.quotes import split_quotes
from timeline.errors import DocumentError

__all__ = ["read_msg"]

_SUBJECT, _SENDER, _BODY, _HTML = "0037", "0C1A", "1000", "1013"
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06  # the times of sending and of arriving
_PROPERTIES = "__properties_version1.0"
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)  # of Windows' clock


def read_msg(data: bytes) -> list[Document]:
    """The message in `data`: its subject is the title, its sender the publisher, the day of sending its own.

    Raises
    ------
    DocumentError
        If `data` is no such message, or has no text.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            text = _read_string(file, _BODY) or strip_tags(_read_bytes(file, f"{_HTML}0102").decode("utf-8", "replace"))
            title, sender, day = _read_string(file, _SUBJECT), _read_string(file, _SENDER), _read_day(file)
    except (OSError, ValueError, IndexError, struct.error, AttributeError, TypeError, OverflowError) as error:
        raise DocumentError(f"no Outlook message that can be read ({error}): save it as .eml or .txt") from error
    if not text.strip():
        raise DocumentError("an Outlook message without text: save it as .eml")
    own, *quoted = split_quotes(text.replace("\r\n", "\n").strip())
    message = Document(
        text=own.text, title=title, publisher=sender, published=day, published_basis="metadata" if day else "none"
    )
    return [message, *(dataclasses.replace(q, title=q.title or title) for q in quoted)] if own.text else quoted


def _read_bytes(file: olefile.OleFileIO, name: str) -> bytes:
    path = f"__substg1.0_{name}"
    return bytes(file.openstream(path).read()) if file.exists(path) else b""


def _read_string(file: olefile.OleFileIO, name: str) -> str:
    wide = _read_bytes(file, f"{name}001F").decode("utf-16-le", "replace")
    return (wide or _read_bytes(file, f"{name}001E").decode("cp1252", "replace")).rstrip("\0")


def _read_day(file: olefile.OleFileIO) -> dt.date | None:
    """The day the message was sent, or else arrived."""
    content = file.openstream(_PROPERTIES).read() if file.exists(_PROPERTIES) else b""
    times = {}
    for place in range(32, len(content) - 15, 16):
        kind, number, _, value = struct.unpack_from("<HHIQ", content, place)
        if kind == 0x0040:
            times[number] = value
    ticks = times.get(_SUBMITTED) or times.get(_DELIVERED)
    return (_EPOCH + dt.timedelta(microseconds=ticks // 10)).date() if ticks else None
