"""What was worked out once, under what it was worked out from -> the same again without the work.

A cache is a folder of its owner alone. Results lie in parts: Parquet files that are written whole and never changed,
each with the results of one stretch of work, so that a thousand documents are a few files and one look. What is
written by another user, damaged, or made by another version of the program is not there; a folder that cannot be made
or written is an empty cache and no error. Results are JSON, so reading one runs nothing.
"""

import collections
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
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import platformdirs
import pyarrow as pa
import pyarrow.parquet as pq

from timeline.garbage import pause_collection
from timeline.memory import Memory

__all__ = ["Cache", "find_default_folder", "identify_program", "keep_all", "open_cache"]

LARGEST: Final = 500_000_000  # bytes in the folder; beyond it what was not used for longest goes
PART: Final = 64  # results in a part as it is written: about a second of work, which is lost if the program is killed
MOST_PARTS: Final = 32  # of this program; beyond them small ones are put together, since each costs a look
_SMALL: Final = 16_000_000  # bytes; a part beyond it stays as it is

# What else decides how a document is read.
_LIBRARIES = ("dateparser", "htmldate", "lxml", "py3langid", "pypdf", "python-docx", "textblob", "trafilatura")

T = TypeVar("T")
Key = tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """A folder of results, each under the hash of a key, in parts named after a hash of this program."""

    folder: Path
    largest: int = LARGEST
    memory: Memory | None = None

    def get_all(self, kind: type[T], keys: Sequence[Key]) -> list[T | None]:
        """The results kept under `keys`, each a `kind`; None where none is kept, or what is kept is no such thing."""
        hashes = [_compute_hash(key) for key in keys]
        found: list[T | None] = [self.memory.get(key_hash) if self.memory else None for key_hash in hashes]
        wanted: dict[bytes, list[int]] = collections.defaultdict(list)
        for place, key_hash in enumerate(hashes):
            if found[place] is None:
                wanted[key_hash].append(place)
        if not wanted:
            return found
        with pause_collection():
            for part in self._list_parts():
                for key_hash, content in _read_part(part, wanted):
                    value = _restore(kind, content)
                    self._remember(key_hash, value, content)
                    for place in wanted.pop(key_hash, []) if value is not None else []:
                        found[place] = value
        return found

    def put_all(self, results: Iterable[tuple[Key, object]]) -> None:
        """Keep `results` as they come, part by part, so that what was done is kept if the rest is not to be."""
        rows: dict[bytes, bytes] = {}
        try:
            for key, value in results:
                key_hash, content = _compute_hash(key), json.dumps(_to_plain(value), separators=(",", ":")).encode()
                rows[key_hash] = content
                self._remember(key_hash, value, content)
                if len(rows) >= PART:
                    self._write(rows)
                    rows = {}
        finally:
            self._write(rows)
            self._gather()
            self._trim()

    def _remember(self, key_hash: bytes, value: object, content: bytes) -> None:
        if self.memory and value is not None:
            self.memory.put(key_hash, value, len(content))

    def _list_parts(self) -> list[Path]:
        """The parts that this program wrote, newest first."""
        with contextlib.suppress(OSError):
            found = [(entry.stat().st_mtime_ns, entry.path) for entry in os.scandir(self.folder)]
            mine = [Path(path) for _, path in sorted(found, reverse=True)]
            return [path for path in mine if path.name.startswith(identify_program()) and path.suffix == ".parquet"]
        return []

    def _write(self, rows: dict[bytes, bytes]) -> None:
        """Add a part with `rows`, where the folder can be written."""
        if not rows:
            return
        table = pa.table({"key": list(rows), "value": list(rows.values())}, schema=_SCHEMA)
        with contextlib.suppress(OSError):  # a full disk or a folder that is gone: it is worked out again next time
            number, name = tempfile.mkstemp(dir=self.folder, prefix=identify_program(), suffix=".part")
            with os.fdopen(number, "wb") as file:
                pq.write_table(table, file, compression="zstd", row_group_size=PART, write_page_checksum=True)
            Path(name).rename(Path(name).with_suffix(".parquet"))

    def _gather(self) -> None:
        """Put small parts together where there are many."""
        parts = self._list_parts()
        with contextlib.suppress(OSError):
            small = [part for part in parts if part.stat().st_size < _SMALL]
            if len(parts) > MOST_PARTS and len(small) > 1:
                self._write({key: content for part in reversed(small) for key, content in _read_part(part)})
                for part in small:
                    part.unlink(missing_ok=True)

    def _trim(self) -> None:
        """Remove the parts not used for longest until the folder is no larger than `largest`."""
        with contextlib.suppress(OSError):
            kept = sorted(
                ((e.stat().st_mtime, e.stat().st_size, e.path) for e in os.scandir(self.folder)), reverse=True
            )
            size = 0
            for _, bytes_, name in kept:
                size += bytes_
                if size > self.largest:
                    Path(name).unlink(missing_ok=True)


_SCHEMA: Final = pa.schema([("key", pa.binary()), ("value", pa.large_binary())])


def _compute_hash(key: Key) -> bytes:
    return hashlib.sha256(json.dumps(key).encode()).digest()


def _read_part(part: Path, wanted: Iterable[bytes] | None = None) -> Iterator[tuple[bytes, bytes]]:
    """The rows of `part` under the keys `wanted`, or all; none of what is damaged. Being read keeps a part alive."""
    try:
        with pq.ParquetFile(part, page_checksum_verification=True) as file:
            for group in range(file.num_row_groups):
                keys = file.read_row_group(group, ["key"]).column(0).to_pylist()
                hits = [i for i, key in enumerate(keys) if wanted is None or key in wanted]
                if hits:
                    values = file.read_row_group(group, ["value"]).column(0).take(hits).to_pylist()
                    yield from zip([keys[i] for i in hits], values, strict=True)
                    os.utime(part)
    except (OSError, pa.ArrowException, ValueError, KeyError):
        return


def _restore(kind: type[T], content: bytes) -> T | None:
    """The `kind` that was kept as `content`; None if it is something else."""
    try:
        read = _make_reader(typing.cast("Any", kind))
        return typing.cast("T", read(json.loads(content)) if read else json.loads(content))
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None


def find_default_folder() -> Path:
    """Where results are kept: what the variable TIMELINE_CACHE names, else the place this system has for caches."""
    named = os.environ.get("TIMELINE_CACHE")
    return Path(named) if named else platformdirs.user_cache_path("briefing-timeline", appauthor=False)


def open_cache(folder: "str | Path | Cache | None", *, memory: Memory | None = None) -> Cache | None:
    """The cache in `folder`, made where it is missing; None for None, and where it would not be ours alone.

    The results lie in a folder within it that nobody else may look into. A cache that is open stays as it is; one with
    a `memory` does not ask the disk for what it was asked for lately.
    """
    if folder is None or isinstance(folder, Cache):
        return folder
    own = Path(folder) / "results"
    try:
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = own.lstat()
    except (OSError, ValueError):
        return None
    is_ours = not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & 0o077)
    return Cache(folder=own, memory=memory) if stat.S_ISDIR(found.st_mode) and is_ours else None


def keep_all(cache: Cache | None, results: Iterable[tuple[Key, object]]) -> None:
    """Let the work be done that gives `results`, and keep them where there is a cache."""
    if cache:
        cache.put_all(results)
    else:
        collections.deque(results, maxlen=0)


@functools.cache
def identify_program() -> str:
    """A short hash of the package's own code and the versions of what it reads with."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    for name in _LIBRARIES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            digest.update(f"{name} {importlib.metadata.version(name)}".encode())
    return digest.hexdigest()[:16]


def _to_plain(value: Any) -> Any:
    """`value` as JSON knows it: a dataclass as the list of its fields, a day as text, a set in order."""
    if dataclasses.is_dataclass(value):
        return [_to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    return [_to_plain(part) for part in value] if isinstance(value, list | tuple) else value


@functools.cache
def _make_reader(hint: Any) -> Callable[[Any], Any] | None:
    """The way back from `_to_plain` to what `hint` announces; None where it is that already."""
    outer, inner = typing.get_origin(hint), [part for part in typing.get_args(hint) if part is not types.NoneType]
    within = _make_reader(inner[0]) if inner else None
    if outer in {types.UnionType, typing.Union}:
        return (lambda value: None if value is None else within(value)) if within else None
    if outer is frozenset and not within:
        return lambda parts: _share(tuple(parts))
    if outer in {tuple, list, frozenset}:
        return lambda parts: outer(map(within, parts) if within else parts)
    if dataclasses.is_dataclass(hint):
        return _make_dataclass_reader(typing.cast("type", hint))
    return dt.date.fromisoformat if hint is dt.date else None


@functools.lru_cache(maxsize=1_000)  # what stands close together often says the same
def _share(parts: tuple[Any, ...]) -> frozenset[Any]:
    return frozenset(parts)


def _make_dataclass_reader(kind: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    readers = [(place, reader) for place, name in enumerate(names) if (reader := _make_reader(hints[name]))]

    def read(parts: Any) -> Any:
        for place, read_part in readers:
            parts[place] = read_part(parts[place])
        return kind(**dict(zip(names, parts, strict=True)))

    return read
