"""The calls every format shares: out to a file or to bytes, and in from a file, bytes or a DataFrame."""

import os
import stat
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.errors import FormatError, TableError
from timeline.formats.lookup import LARGEST_TABLE, find_format
from timeline.table import Timeline, from_frame, select

__all__ = ["SCOPES", "export", "parse", "read_start", "read_table", "render", "write_file"]

SCOPES = ("main", "all", "accepted")
"""Which events to write: the main ones, all but hidden ones, only those a user accepted or edited."""


def render(timeline: Timeline, suffix: str, *, scope: str = "main", top: int | None = None, **options: Any) -> bytes:
    """The content of a file of the format `suffix`.

    Parameters
    ----------
    timeline
        What to write.
    suffix
        One of `SUFFIXES`, with or without its dot.
    scope
        ``"main"``, ``"all"`` or ``"accepted"`` events; hidden ones are never written.
    top
        Of those only so many, the most important; None for all.
    options
        Those of the format: `FORMATS[suffix].options`.

    Raises
    ------
    FormatError
        If format, scope or option does not exist, or the format cannot be made on this machine.

    Examples
    --------
    >>> tl = from_frame(pd.DataFrame({"title": ["=SUM(A1)"], "start": ["April 2025"]}))
    >>> b"'=SUM(A1),2025-04-01,2025-04-30,2025-04,month" in render(tl, "csv")
    True
    """
    if scope not in SCOPES:
        raise FormatError(f"unknown scope {scope!r}; choose one of: {', '.join(SCOPES)}")
    return find_format(suffix).write(select(timeline, scope, top), **options)


def export(timeline: Timeline, path: str | Path, *, scope: str = "main", **options: Any) -> None:
    """Write `timeline` to `path`, whose suffix picks the format; see `render` for `scope` and `options`.

    A file already there stays as it was unless the whole content could be made and written.

    Raises
    ------
    FormatError
        As `render`, and if the file cannot be written.
    """
    target = Path(path)
    write_file(target, render(timeline, target.name, scope=scope, **options))


def write_file(target: Path, content: bytes) -> None:
    """Write `content` to `target`, where an older file stays until all of the new one is on the disk.

    Raises
    ------
    FormatError
        If it cannot be written.
    """
    try:
        _replace(target, content)
    except OSError as error:
        raise FormatError(f"cannot write {str(target)!r}: {error.strerror}; choose another place") from error


def _replace(target: Path, content: bytes) -> None:
    """Write `content` beside `target` and put it in its place.

    What is no plain file (a device, a pipe) is written as it is, and so is a file that is there in a folder where none
    can be made. The new file is read and written by whoever could read and write the old one.
    """
    real = target.resolve()  # through a link, to the file it names
    if real.exists() and (not real.is_file() or not os.access(real.parent, os.W_OK)):
        real.write_bytes(content)
        return
    number, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name[:40]}-", suffix=".part")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(stat.S_IMODE(real.stat().st_mode) if real.exists() else 0o666 & ~_read_umask())
        Path(name).replace(real)
    finally:
        Path(name).unlink(missing_ok=True)


def _read_umask() -> int:
    """What this process takes from the rights of new files; the system tells it only to who sets it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def parse(data: bytes, suffix: str, *, strict: bool = False) -> Timeline:
    r"""The timeline in `data`, the content of a file of the format `suffix`.

    Where `strict`, the first cell that does not hold is an error; else it is named in `problems`.

    Raises
    ------
    FormatError
        If there is no such format or it cannot be read back.
    TableError
        Names row, column and value of the first cell that does not hold.

    Examples
    --------
    >>> parse(b"title;start\nBan;2025-04\n", ".csv").events.edtf[0]
    '2025-04'
    """
    return find_format(suffix).read(data, strict=strict)


def read_start(path: Path) -> bytes:
    """The content of a file that may be a table; of one that is too large for that, a byte more than one may have."""
    with path.open("rb") as file:
        return file.read(LARGEST_TABLE + 1)


def read_table(source: str | Path | pd.DataFrame, *, strict: bool = False) -> Timeline:
    """The timeline in a saved or hand-made table.

    Parameters
    ----------
    source
        A file whose suffix names its format, or an events table; only `title` and `start` are needed. An event with
        two different days is a period unless `span`, `precision` or `edtf` says otherwise.
    strict
        Refuse the first cell that does not hold, instead of leaving it out and naming it in `problems`.

    Raises
    ------
    FormatError
        If the suffix is unknown or names a format that cannot be read back.
    TableError
        If there is no such file, or names row, column and value of the first cell that does not hold.

    Examples
    --------
    >>> read_table(pd.DataFrame({"title": ["Ban"], "start": ["2025-04"]})).events.precision[0]
    'month'
    """
    if isinstance(source, pd.DataFrame):
        return from_frame(source, strict=strict)
    path = Path(source)
    known = find_format(path.name)
    try:
        data = read_start(path) if known.reads else b""
    except OSError as error:
        raise TableError(f"cannot read {str(source)!r}: {error.strerror}; give the path of a table") from error
    return known.read(data, strict=strict)
