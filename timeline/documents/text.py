"""The bytes of a text file -> its text, whatever it is encoded in."""

import codecs
import dataclasses
import html

import charset_normalizer

from timeline.documents.conversation import split_conversation
from timeline.documents.document import Document
from timeline.documents.html_text import holds_blocks, holds_html, strip_tags
from timeline.errors import DocumentError

__all__ = ["decode_named", "decode_text", "read_text"]

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Codecs of Python for text that no page or mail is written in; some take the square of the length.
_NO_ENCODINGS = frozenset(("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "unicode_escape"))
SAMPLE = 20_000  # bytes that tell an encoding
LEAST = 24  # of them beyond ASCII, below which they tell none
_OTHER_SCRIPTS = [
    *("cp1251", "koi8_r", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1253", "cp1255", "cp1256", "iso8859_5")
]
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))


def read_text(data: bytes) -> list[Document]:
    """The text that `data` encodes, as `Document` keeps it; a chat, or articles strung together, are several."""
    text, note = decode_text(data)
    if holds_html(text):
        note = "; ".join(filter(None, (note, "tags and entities of a page in it are read as a browser shows them")))
        text = strip_tags(text) if holds_blocks(text) else html.unescape(text).replace("\u00ad", "")
    return [dataclasses.replace(document, note=note) for document in split_conversation(text)]


def decode_text(data: bytes) -> tuple[str, str]:
    r"""The text that `data` encodes, without a byte-order mark, and a note on the encoding where it had to be guessed.

    A byte-order mark decides; else UTF-8 is tried, else Windows-1252 (or Latin-1 where that has gaps).

    Raises
    ------
    DocumentError
        If `data` is no text, or not in the encoding that its mark announces.

    Examples
    --------
    >>> decode_text("Zoë".encode("utf-16"))
    ('Zoë', '')
    >>> decode_text(b"Zo\xeb")
    ('Zoë', 'not UTF-8, so read as Windows-1252: check names with accents')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), ""
            except UnicodeDecodeError as error:
                raise DocumentError(
                    f"starts as {encoding} text but is broken at byte {error.start}: save it as UTF-8"
                ) from error
    if _is_binary(data):
        raise DocumentError("binary, not text: save it as plain text (UTF-8)")
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _decode_unnamed(data)


def decode_named(data: bytes, encoding: str) -> tuple[str, str]:
    r"""The text that `data` encodes in what it says is its `encoding`, and a note where that had to be guessed.

    Without such an encoding it is guessed, as `decode_text` does; bytes that it has no characters for are marked.

    Raises
    ------
    DocumentError
        If `encoding` is none and `data` is no text.

    Examples
    --------
    >>> decode_named("Zoë".encode("koi8-r", "replace"), "koi8-r")[0], decode_named("Zoë".encode(), "undefined")[0]
    ('Zo?', 'Zoë')
    """
    try:
        codec = codecs.lookup(encoding)
        if codec.name.replace("_", "-") not in _NO_ENCODINGS:
            return data.decode(encoding, "replace"), ""
    except (LookupError, ValueError):  # there is none, its name is none, or it is no encoding of text
        pass
    return decode_text(data)


def _decode_unnamed(data: bytes) -> tuple[str, str]:
    """The text of `data` in what it is most likely in, where it is not UTF-8."""
    high = sum(byte > 127 for byte in data[:SAMPLE])
    if high >= LEAST and high * 3 > len(data[:SAMPLE]):  # no Western language has so many letters beyond ASCII
        best = charset_normalizer.from_bytes(data[:SAMPLE], cp_isolation=_OTHER_SCRIPTS).best()
        if best:
            text = data.decode(best.encoding, "replace")
            return text, f"not UTF-8, so read as {best.encoding.replace('_', '-')}: check names"
    return _decode_western(data)


def _decode_western(data: bytes) -> tuple[str, str]:
    try:
        return data.decode("cp1252"), "not UTF-8, so read as Windows-1252: check names with accents"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "not UTF-8, so read as Latin-1: check names with accents"


def _is_binary(data: bytes) -> bool:
    """Whether `data` holds a NUL, or more control characters than a damaged text would."""
    return b"\0" in data or (len(data) - len(data.translate(None, _CONTROLS))) * 50 > len(data)
