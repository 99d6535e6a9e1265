"""A file's name and bytes -> its documents: the lookup of formats by suffix, and files within files.

A new format is a small module with one function from bytes to documents, and one line here.
"""

import dataclasses
import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any

from timeline.documents.boundary import guard_document
from timeline.documents.document import Document
from timeline.documents.text import read_text
from timeline.documents.timing import watch
from timeline.documents.zip import LARGEST_ARCHIVE, unpack_zip
from timeline.errors import DocumentError

__all__ = ["CONTAINERS", "KINDS", "READERS", "read_bytes", "say_unread"]

DEEPEST = 3  # archives within archives
MOST_TEXT = 20_000_000  # characters in one archive; ten thousand articles have as many


def _load_later(module: str, function: str) -> Callable[[bytes], Any]:
    """A function of a module beside this one, imported when it is first called: together they take two seconds."""

    def read(data: bytes) -> Any:
        return getattr(importlib.import_module(f"timeline.documents.{module}"), function)(data)

    return read


READERS: dict[str, Callable[[bytes], list[Document]]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".html": _load_later("html", "read_html"),
    ".htm": _load_later("html", "read_html"),
    ".xhtml": _load_later("html", "read_html"),
    ".pdf": _load_later("pdf", "read_pdf"),
    ".docx": _load_later("docx", "read_docx"),
    ".eml": _load_later("mail", "read_mail"),
    ".json": _load_later("records", "read_json"),
    ".jsonl": _load_later("records", "read_jsonl"),
    ".csv": _load_later("records", "read_csv"),
    ".rtf": _load_later("office", "read_rtf"),
    ".odt": _load_later("office", "read_odt"),
    ".epub": _load_later("office", "read_epub"),
    ".mhtml": _load_later("saved_page", "read_saved_page"),
    ".mht": _load_later("saved_page", "read_saved_page"),
    ".msg": _load_later("outlook", "read_msg"),
    ".srt": _load_later("subtitles", "read_subtitles"),
    ".vtt": _load_later("subtitles", "read_subtitles"),
    ".rss": _load_later("feed", "read_feed"),
    ".atom": _load_later("feed", "read_feed"),
    ".xml": _load_later("feed", "read_feed"),
    ".warc": _load_later("warc", "read_warc"),
}
CONTAINERS: dict[str, Callable[[bytes], Iterator[tuple[str, bytes | DocumentError]]]] = {
    ".zip": unpack_zip,
    ".eml": _load_later("mail", "list_attachments"),
}
_SNIFFED = 2_000  # bytes that tell a page or a feed
_TEXTS = frozenset({".txt", ".text", ".md", ".markdown"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE
)
# What to do with files of other kinds that people have.
_INSTEAD = {
    ".doc .dot .wps .wpd": "save it as .docx",
    ".pages .key .numbers": "export it as .docx, .pdf or .xlsx",
    ".ppt .pptx .odp": "save it as .pdf",
    ".xls .ods": "save it as .xlsx, and open it as a table of events (in the app, or with 'timeline export')",
    ".xlsx .parquet .ics .mw": "it is a table of events; open it in the app, or write it with 'timeline export'",
    ".png .jpg .jpeg .tif .tiff .heic .gif .webp .bmp": "a picture; run text recognition (OCR) and save it as .pdf",
    ".mbox .pst .ost .olm": "a mailbox; save the messages you need as .eml",
    ".7z .rar .tar .gz .tgz .bz2 .xz": "unpack it, or pack it as .zip",
    ".mp3 .m4a .wav .mp4 .mov .mkv .webm": "a recording; give its transcript as .txt, .srt or .vtt",
    ".mobi .azw .azw3": "save it as .epub",
    ".url .webloc .website": "a link; open it and save the page, or give the address with --web",
}
KINDS = ", ".join([*READERS, ".zip"])


@dataclasses.dataclass(slots=True)
class _Allowance:
    """What all files within one file may take together, however deep they lie: bytes unpacked, characters, and time."""

    left: int = LARGEST_ARCHIVE
    text: int = MOST_TEXT
    check: Callable[[], None] = dataclasses.field(default_factory=watch)

    def take(self, size: int) -> None:
        """Take `size` bytes; a `DocumentError` where there are not as many left, or no time."""
        self.check()
        if self.text < 0:
            raise DocumentError(f"holds more than {MOST_TEXT // 1_000_000} million characters of text: split it")
        self.left -= size
        if self.left < 0:
            raise DocumentError(f"unpacks to more than {LARGEST_ARCHIVE // 1_000_000} MB: unpack it and choose from it")


def read_bytes(name: str, data: bytes) -> list[Document]:
    """The documents in a file called `name`; those within an archive or e-mail carry their place in it as `path`.

    Raises
    ------
    DocumentError
        If the file is empty, of an unknown kind, or cannot be read, for whatever reason. A bad file within another is a
        document with a problem.
    """
    with guard_document("reading it"):
        return _read_file(name, data, 0, _Allowance())


def _read_file(name: str, data: bytes, depth: int, allowance: _Allowance) -> list[Document]:
    suffix = _find_suffix(name)
    if suffix not in READERS and suffix not in CONTAINERS:
        raise DocumentError(say_unread(suffix))
    if not data:
        raise DocumentError("empty file: nothing to read")
    documents = _choose_reader(suffix, data)(data) if suffix in READERS else []
    allowance.text -= sum(len(document.text) for document in documents)
    if suffix in CONTAINERS:
        if depth >= DEEPEST:
            raise DocumentError(f"files within files more than {DEEPEST} deep: unpack them")
        documents += _read_all(CONTAINERS[suffix](data), depth + 1, allowance)
    if not documents:
        raise DocumentError(f"nothing to read in it: put {KINDS} files in it")
    return documents


def _find_suffix(name: str) -> str:
    """The suffix that says the format; that of a packed web archive is the one before the last."""
    path = PurePath(name)
    suffixes = [suffix.casefold() for suffix in path.suffixes[-2:]]
    return ".warc" if suffixes == [".warc", ".gz"] else path.suffix.casefold()


def say_unread(suffix: str) -> str:
    """Why a file with `suffix` is not read, and what to do.

    Examples
    --------
    >>> say_unread(".doc"), say_unread(".xyz")[:40]
    ("'.doc' is not read: save it as .docx", "'.xyz' is not read: save it as one of .t")
    """
    if not suffix:
        return f"a file without a suffix is not read: save it as one of {KINDS}"
    how = next((words for suffixes, words in _INSTEAD.items() if suffix in suffixes.split()), "")
    return f"{suffix!r} is not read: {how or f'save it as one of {KINDS}'}"


def _choose_reader(suffix: str, data: bytes) -> Callable[[bytes], list[Document]]:
    """The reader for `data`: that of its suffix, unless a text or page is plainly a page or feed by another name."""
    if suffix in _TEXTS | _PAGES and _FEED.match(data[:_SNIFFED]):
        return READERS[".rss"]
    if suffix in _TEXTS and _PAGE.match(data[:_SNIFFED]):
        return READERS[".html"]
    return READERS[suffix]


def _read_all(
    files: Iterator[tuple[str, bytes | DocumentError]], depth: int, allowance: _Allowance
) -> Iterator[Document]:
    """The documents in files within another; where the allowance ends, one that says so stands for the rest."""
    for place, (name, content) in enumerate(files):
        try:
            allowance.take(0 if isinstance(content, DocumentError) else len(content))
        except DocumentError as error:
            if not place:
                raise
            problem = f"not read, nor what comes after it, for the file that it is in {error}"
            yield Document(text="", id=name, path=name, problem=problem)
            return
        yield from _read_inner(name, content, depth, allowance)


def _read_inner(name: str, data: bytes | DocumentError, depth: int, allowance: _Allowance) -> list[Document]:
    """The documents in a file within another, or one that says why there are none."""
    if isinstance(data, DocumentError):
        return [Document(text="", id=name, path=name, problem=str(data))]
    try:
        with guard_document("reading it"):
            found = _read_file(name, data, depth, allowance)
    except DocumentError as error:
        return [Document(text="", id=name, path=name, problem=str(error))]
    return [dataclasses.replace(d, path=f"{name}/{d.path}" if d.path else name) for d in found]
