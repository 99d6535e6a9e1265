"""What was worked out once, under what it was worked out from -> the same again without the work.

A cache is a folder of its owner alone, with one file a result. What is written by another user, damaged, or made by
another version of the program is not there; a folder that cannot be made or written is an empty cache and no error.
Results are JSON, so reading one runs nothing.
"""

import contextlib
import dataclasses
import datetime as dt
import functools
import hashlib
import importlib.metadata
import json
import os
import stat
import tempfile
import types
import typing
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import platformdirs

__all__ = ["Cache", "default_folder", "open_cache"]

LARGEST = 500_000_000  # bytes in the folder; beyond it what was not used for longest goes

# What else decides how a document is read.
_LIBRARIES = ("dateparser", "htmldate", "lxml", "py3langid", "pypdf", "python-docx", "textblob", "trafilatura")

T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """A folder of results, each under the hash of this program and of a key."""

    folder: Path
    largest: int = LARGEST

    def get(self, kind: type[T], *key: str) -> T | None:
        """The result kept under `key`, a `kind`; None where none is kept, or what is kept is no such thing."""
        path = self._path(key)
        try:
            kept = json.loads(zlib.decompress(path.read_bytes()))
            value = _reader(typing.cast("Any", kind))(kept)
            os.utime(path)  # so that what is used stays
        except (OSError, zlib.error, ValueError, TypeError, KeyError, RecursionError):
            return None
        return typing.cast("T", value)

    def put(self, value: object, *key: str) -> None:
        """Keep `value` under `key`, where the folder can be written."""
        content = zlib.compress(json.dumps(_plain(value), separators=(",", ":")).encode(), 1)
        with contextlib.suppress(OSError):  # a full disk or a folder that is gone: it is worked out again next time
            number, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            with os.fdopen(number, "wb") as file:
                file.write(content)
            Path(name).replace(self._path(key))

    def trim(self) -> None:
        """Remove what was not used for longest until the folder is no larger than `largest`."""
        with contextlib.suppress(OSError):
            kept = sorted(
                ((e.stat().st_mtime, e.stat().st_size, e.path) for e in os.scandir(self.folder)), reverse=True
            )
            size = 0
            for _, bytes_, name in kept:
                size += bytes_
                if size > self.largest:
                    Path(name).unlink(missing_ok=True)

    def _path(self, key: tuple[str, ...]) -> Path:
        parts = json.dumps([_program(), *key]).encode()
        return self.folder / hashlib.sha256(parts).hexdigest()


def default_folder() -> Path:
    """Where results are kept: what the variable TIMELINE_CACHE names, else the place this system has for caches."""
    named = os.environ.get("TIMELINE_CACHE")
    return Path(named) if named else platformdirs.user_cache_path("briefing-timeline", appauthor=False)


def open_cache(folder: str | Path | None) -> Cache | None:
    """The cache in `folder`, made where it is missing; None for None, and where it would not be ours alone.

    The results lie in a folder within it that nobody else may look into.
    """
    if folder is None:
        return None
    own = Path(folder) / "results"
    try:
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = own.lstat()
    except (OSError, ValueError):
        return None
    is_ours = not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & 0o077)
    return Cache(folder=own) if stat.S_ISDIR(found.st_mode) and is_ours else None


@functools.cache
def _program() -> str:
    """A hash of the package's own code and the versions of what it reads with."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    for name in _LIBRARIES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            digest.update(f"{name} {importlib.metadata.version(name)}".encode())
    return digest.hexdigest()


def _plain(value: Any) -> Any:
    """`value` as JSON knows it: a dataclass as the list of its fields, a day as text, a set in order."""
    if dataclasses.is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value


@functools.cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """The way back from `_plain` to what `hint` announces."""
    outer, inner = typing.get_origin(hint), typing.get_args(hint)
    if outer in {tuple, list, frozenset}:
        read = _reader(inner[0])
        return lambda parts: outer(map(read, parts))
    if outer in {types.UnionType, typing.Union}:
        (kind,) = [part for part in inner if part is not types.NoneType]
        read = _reader(kind)
        return lambda value: None if value is None else read(value)
    if dataclasses.is_dataclass(hint):
        return _dataclass_reader(typing.cast("type", hint))
    return dt.date.fromisoformat if hint is dt.date else lambda value: value


def _dataclass_reader(kind: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    readers = [_reader(hints[name]) for name in names]

    def read(parts: Any) -> Any:
        return kind(**{name: read(part) for name, read, part in zip(names, readers, parts, strict=True)})

    return read
