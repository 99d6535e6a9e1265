"""A file's name and bytes -> its documents: the lookup of formats by suffix, and files within files.

A new format is a small module with one function from bytes to documents, and one line here.
"""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import PurePath

from timeline.documents.document import Document
from timeline.documents.docx import read_docx
from timeline.documents.html import read_html
from timeline.documents.mail import attached_files, read_mail
from timeline.documents.pdf import read_pdf
from timeline.documents.records import read_csv, read_json, read_jsonl
from timeline.documents.text import decode_text
from timeline.documents.zip import unpack_zip
from timeline.errors import DocumentError

__all__ = ["CONTAINERS", "KINDS", "READERS", "read_bytes"]

DEEPEST = 3  # archives within archives


def _read_text(data: bytes) -> list[Document]:
    text, note = decode_text(data)
    return [Document(text=text, note=note)]


READERS: dict[str, Callable[[bytes], list[Document]]] = {
    ".txt": _read_text,
    ".text": _read_text,
    ".md": _read_text,
    ".markdown": _read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".eml": read_mail,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".csv": read_csv,
}
CONTAINERS: dict[str, Callable[[bytes], Iterator[tuple[str, bytes | DocumentError]]]] = {
    ".zip": unpack_zip,
    ".eml": attached_files,
}
KINDS = ", ".join([*READERS, ".zip"])


def read_bytes(name: str, data: bytes, depth: int = 0) -> list[Document]:
    """The documents in a file called `name`; those within an archive or e-mail carry their place in it as `path`.

    Raises
    ------
    DocumentError
        If the file is empty, of an unknown kind, or cannot be read. A bad file within another is a document with a
        problem.
    """
    suffix = PurePath(name).suffix.casefold()
    if suffix not in READERS and suffix not in CONTAINERS:
        raise DocumentError(f"{suffix or 'a file without a suffix'!r} is not read: save it as one of {KINDS}")
    if not data:
        raise DocumentError("empty file: nothing to read")
    documents = READERS[suffix](data) if suffix in READERS else []
    if suffix in CONTAINERS:
        if depth >= DEEPEST:
            raise DocumentError(f"files within files more than {DEEPEST} deep: unpack them")
        for inner, content in CONTAINERS[suffix](data):
            documents += _read_inner(inner, content, depth + 1)
    if not documents:
        raise DocumentError(f"nothing to read in it: put {KINDS} files in it")
    return documents


def _read_inner(name: str, data: bytes | DocumentError, depth: int) -> list[Document]:
    """The documents in a file within another, or one that says why there are none."""
    if isinstance(data, DocumentError):
        return [Document(text="", id=name, path=name, problem=str(data))]
    try:
        found = read_bytes(name, data, depth)
    except DocumentError as error:
        return [Document(text="", id=name, path=name, problem=str(error))]
    return [dataclasses.replace(d, path=f"{name}/{d.path}" if d.path else name) for d in found]
