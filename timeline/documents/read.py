"""Paths -> documents: files and folders in a fixed order, one reader a format, picked in one lookup.

Nothing here raises for a bad file: it comes as a `Document` with an empty text and its `problem`.
"""

import dataclasses
import datetime as dt
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from timeline.cache import Cache, keep_all, open_cache
from timeline.documents.boundary import guard_document
from timeline.documents.complete import complete
from timeline.documents.document import Document
from timeline.documents.furniture import Furniture, find_furniture
from timeline.documents.left_behind import is_left_behind, is_of_system, is_part_of_page
from timeline.documents.ocr import can_recognise
from timeline.documents.readers import KINDS, read_bytes
from timeline.documents.timing import watch
from timeline.errors import DocumentError
from timeline.parallel import Executor, Processes, run_in_parallel
from timeline.web import is_address

__all__ = ["finish", "read_documents", "read_failed"]

LARGEST_FILE = 20_000_000  # bytes
LONGEST_TEXT = 5_000_000  # characters: ten long novels; what is longer is no article
MOST_LINES = 200_000  # of them; each is looked at by itself, and ten long novels have fewer

# What a folder holds besides documents: its description, and what systems and programs leave behind.
_PASSED_OVER = ("readme", "license", "licence")


_Read = tuple[tuple[str, ...], list[Document]]  # the key to keep documents under, if any, and the documents


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A document in a file, its path that within the file, and its furniture: what a cache keeps of it."""

    document: Document
    furniture: tuple[Furniture, ...]


def read_documents(
    paths: Sequence[str | Path] | str | Path,
    *,
    published: dt.date | None = None,
    progress: Callable[[int, int], None] | None = None,
    jobs: int = 1,
    cache: str | Path | Cache | None = None,
    executor: Executor | None = None,
) -> list[Document]:
    """The documents in `paths`, completed with what they say of themselves; a bad one comes with its `problem`.

    Parameters
    ----------
    paths
        Files and folders, or one of them. Folders are read with all below them, sorted by name; hidden files, a
        folder's README and licence, the parts of saved pages and what programs leave behind are passed over. A file
        named twice is read once; the same text in two files gives two documents with one id.
    published
        The publication date of all of them, where the reader knows it better than they do.
    progress
        Called after each file with the number of files read so far and of all.
    jobs
        How many processes read at the same time, with the same result. From 2 up a script that calls this needs
        ``if __name__ == "__main__":``.
    cache
        A folder to keep what was read in, so that a file with the same content is not read twice, or an open cache;
        None for none.
    executor
        Who reads instead of `jobs` processes: a cluster, whose workers find the files at the same places.

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
    files = list(dict.fromkeys(file for path in given for file in _list_files(Path(path))))
    kept = open_cache(cache)
    found = _find_known(files, kept)
    places = [path for path, _ in files]
    who = executor or Processes(jobs)
    absolute = [path.absolute() for path in places]
    done = run_in_parallel(_read, absolute, found, executor=who, lost=_make_lost, progress=progress)
    new = ((key, [_Found(document=d, furniture=d.furniture) for d in documents]) for _, (key, documents) in done if key)
    keep_all(kept, new)  # which fills `found`
    return [
        _place(document, path, published)
        for path, result in zip(places, found, strict=True)
        if result
        for document in result[1]
    ]


def _list_files(path: Path) -> Iterator[tuple[Path, str]]:
    """The files that `path` stands for, each with the problem that keeps it from being read, or ""."""
    try:
        if is_address(str(path).replace(":/", "://", 1)) and not path.exists():
            yield path, "a web address, and nothing is fetched unless asked for: save the page and give the file"
        elif not path.exists():
            yield path, "there is no such file or folder: check the path"
        elif path.is_dir():
            yield from _list_folder(path)
        else:
            yield path, ""
    except (OSError, ValueError) as error:
        yield path, f"this is no path that can be read ({_name_reason(error)}): check it"


def _list_folder(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files in `folder` and below it, sorted; the folder itself with a problem where it holds none."""
    failed: list[OSError] = []
    files = []
    for root, folders, names in os.walk(folder, onerror=failed.append):
        kept = [name for name in folders if not is_of_system(name) and not is_part_of_page(name, names)]
        folders[:] = kept
        found = [name for name in names if not is_left_behind(name)]
        files += [Path(root, name) for name in found if not name.casefold().startswith(_PASSED_OVER)]
    for error in failed:
        yield Path(error.filename), f"this folder cannot be opened ({_name_reason(error)}): check its permissions"
    if not files and not failed:
        yield folder, f"nothing to read in this folder: put {KINDS} files in it"
    for file in sorted(files, key=lambda path: path.parts):
        yield file, ""


def _find_known(files: Sequence[tuple[Path, str]], cache: Cache | None) -> list[_Read | None]:
    """What `_read` would give for each of `files` that need not be read; None for those that have to be."""
    found: list[_Read | None] = [((), [_make_failed(problem)]) if problem else None for _, problem in files]
    if cache:
        keys = [() if problem else _find_key(path) for path, problem in files]
        for place, kept in enumerate(cache.get_all(list[_Found], keys)):
            if kept:
                found[place] = (), [f.document.with_furniture(f.furniture) for f in kept]
    return found


def _find_key(path: Path) -> tuple[str, ...]:
    """What the documents in the file at `path` are kept under; empty, under which nothing is, where it fails."""
    try:
        return _make_key(path, _read_bytes(path))
    except (DocumentError, OSError):
        return ()


def _make_key(path: Path, data: bytes) -> tuple[str, ...]:
    """What the documents in a file depend on."""
    suffix = path.suffix.casefold()
    how = "recognised" if suffix == ".pdf" and can_recognise() else ""  # whoever installs it reads scans anew
    return "documents", suffix, how, hashlib.sha256(data).hexdigest()


def _read(path: Path) -> _Read:
    """The documents in one file, or one that says why there are none, and the key to keep them under, if any."""
    try:
        data = _read_bytes(path)
    except DocumentError as error:
        return (), [_make_failed(str(error))]
    except OSError as error:
        return (), [
            _make_failed(f"cannot be opened ({_name_reason(error)}): check that it is still there and not locked")
        ]
    try:
        documents = [finish(document) for document in read_bytes(path.name, data)]
    except DocumentError as error:
        documents = [_make_failed(str(error))]
    return _make_key(path, data), documents


def _make_lost(_path: Path) -> _Read:
    """What stands for a file over which the process that read it died."""
    return (), [_make_failed("the reading of it broke off: save it anew or as plain text")]


def _read_bytes(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise DocumentError("not a regular file: give a file or folder")
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise DocumentError(f"larger than {LARGEST_FILE / 1e6:.0f} MB, the most that is read: split it")
    return data


def finish(document: Document) -> Document:
    """`document` with what its text says of it, or with the problem that it has no text to use."""
    if not document.text.strip():
        return _make_failed(document.problem or "holds no text: nothing to read", document.path)
    if len(document.text) > LONGEST_TEXT:
        return _make_failed(f"longer than {LONGEST_TEXT:,} characters, the most that is read: split it", document.path)
    if len(document.text.splitlines()) > MOST_LINES:
        return _make_failed(f"has more than {MOST_LINES:,} lines, the most that are read: split it", document.path)
    try:
        with guard_document("looking through its text"):
            return complete(document.with_furniture(tuple(find_furniture(document.text, watch()))))
    except DocumentError as error:
        return _make_failed(str(error), document.path)


def _make_failed(problem: str, path: str = "") -> Document:
    """A document without text."""
    return Document(text="", path=path, problem=problem)


def read_failed(problem: str, place: str) -> Document:
    """What stands for a document at `place` that could not be read; its id tells it from others without text."""
    key = f"{place}\n{problem}".encode("utf-8", "surrogatepass")
    return _make_failed(problem, place).replace(id=hashlib.sha256(key).hexdigest()[:16])


def _place(document: Document, path: Path, published: dt.date | None) -> Document:
    """`document` of the file at `path` with its whole path, and the date `published` where one is given."""
    place = f"{path}/{document.path}" if document.path else str(path)
    if document.problem:
        return read_failed(document.problem, place)
    if published:
        return document.replace(path=place, published=published, published_basis="given")
    return document.replace(path=place)


def _name_reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).casefold()
