"""Paths -> documents: files and folders in a fixed order, one reader a format, picked in one lookup.

Nothing here raises for a bad file: it comes as a `Document` with an empty text and its `problem`.
"""

import dataclasses
import datetime as dt
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from timeline.documents.complete import complete
from timeline.documents.document import Document
from timeline.documents.readers import KINDS, read_bytes
from timeline.errors import DocumentError

__all__ = ["read_documents"]

LARGEST_FILE = 20_000_000  # bytes
LONGEST_TEXT = 5_000_000  # characters: ten long novels; what is longer is no article

# What a folder holds besides documents: its description, and what systems leave behind.
_PASSED_OVER = ("readme", "license", "licence", "thumbs.db", "desktop.ini")


def read_documents(
    paths: Sequence[str | Path] | str | Path,
    *,
    published: dt.date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Document]:
    """The documents in `paths`, completed with what they say of themselves; a bad one comes with its `problem`.

    Parameters
    ----------
    paths
        Files and folders, or one of them. Folders are read with all below them, sorted by name; hidden files and a
        folder's README and licence are passed over. A file named twice is read once; the same text in two files gives
        two documents with one id.
    published
        The publication date of all of them, where the reader knows it better than they do.
    progress
        Called after each file with the number of files read so far and of all.

    Returns
    -------
    list of Document
        In the order of `paths`; never empty where `paths` is not, and nothing raises: a file that is missing, empty,
        binary, of an unknown kind or too large has an empty text and a `problem`.

    Examples
    --------
    >>> [(d.path, d.problem) for d in read_documents(["no/such.txt"])]
    [('no/such.txt', 'there is no such file or folder: check the path')]
    """
    given = [paths] if isinstance(paths, str | Path) else paths
    found = list(dict.fromkeys(file for path in given for file in _files(Path(path))))
    documents = []
    for done, (path, problem) in enumerate(found, start=1):
        documents += [_failed(path, problem)] if problem else _read(path, published)
        if progress:
            progress(done, len(found))
    return documents


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    """The files that `path` stands for, each with the problem that keeps it from being read, or ""."""
    try:
        if not path.exists():
            yield path, "there is no such file or folder: check the path"
        elif path.is_dir():
            yield from _files_in(path)
        else:
            yield path, ""
    except (OSError, ValueError) as error:
        yield path, f"this is no path that can be read ({_reason(error)}): check it"


def _files_in(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files in `folder` and below it, sorted; the folder itself with a problem where it holds none."""
    failed: list[OSError] = []
    files = []
    for root, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(root, name) for name in names if not name.casefold().startswith((".", *_PASSED_OVER))]
    for error in failed:
        yield Path(error.filename), f"this folder cannot be opened ({_reason(error)}): check its permissions"
    if not files and not failed:
        yield folder, f"nothing to read in this folder: put {KINDS} files in it"
    for file in sorted(files, key=lambda path: path.parts):
        yield file, ""


def _read(path: Path, published: dt.date | None) -> list[Document]:
    """The documents in one file, or one that says why there are none."""
    try:
        documents = _contents(path)
    except DocumentError as error:
        return [_failed(path, str(error))]
    except OSError as error:
        return [_failed(path, f"cannot be opened ({_reason(error)}): check that it is still there and not locked")]
    return [_finished(document, path, published) for document in documents]


def _contents(path: Path) -> list[Document]:
    if path.exists() and not path.is_file():
        raise DocumentError("not a regular file: give a file or folder")
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise DocumentError(f"larger than {LARGEST_FILE / 1e6:.0f} MB, the most that is read: split it")
    return read_bytes(path.name, data)


def _finished(document: Document, path: Path, published: dt.date | None) -> Document:
    """`document` with its path and what its text says of it, or with the problem that it has no text to use."""
    place = f"{path}/{document.path}" if document.path else str(path)
    if not document.text.strip():
        return _failed(place, document.problem or "holds no text: nothing to read")
    if len(document.text) > LONGEST_TEXT:
        return _failed(place, f"longer than {LONGEST_TEXT:,} characters, the most that is read: split it")
    given = dataclasses.replace(document, path=place)
    if published:
        given = dataclasses.replace(given, published=published, published_basis="given")
    return complete(given)


def _failed(path: Path | str, problem: str) -> Document:
    """A document without text; its id tells it from others without text."""
    key = f"{path}\n{problem}".encode("utf-8", "surrogatepass")
    return Document(text="", id=hashlib.sha256(key).hexdigest()[:16], path=str(path), problem=problem)


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).casefold()
