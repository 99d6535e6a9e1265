"""A dataset is built by one program at a time: a second one would write between the lines of the first."""

import contextlib
import datetime as dt
import os
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from timeline.errors import FormatError, TableError

__all__ = ["hold_dataset"]

_LOCK: Final = "lock"
_HOLDER: Final = "building.txt"


@contextlib.contextmanager
def hold_dataset(folder: Path) -> Iterator[None]:
    """Let nobody else build the dataset in `folder` within the block.

    The lock is SQLite's on an empty file: the system's own on every platform, and gone with the program that held it,
    however that ended.

    Raises
    ------
    TableError
        If somebody does already; it says who.
    FormatError
        If the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(folder / _LOCK, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise FormatError(f"cannot write {str(folder)!r}: {error}; choose another place") from error
    with contextlib.closing(lock):
        _take(lock, folder)
        (folder / _HOLDER).write_text(_name_holder(), encoding="utf-8")
        try:
            yield
        finally:
            (folder / _HOLDER).unlink(missing_ok=True)


def _take(lock: sqlite3.Connection, folder: Path) -> None:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_BUSY":
            raise FormatError(f"cannot write {str(folder / _LOCK)!r}: {error}; choose another place") from error
        raise TableError(
            f"{str(folder)!r} is being built by {_read_holder(folder)}; wait until that is done, or build another"
        ) from error


def _name_holder() -> str:
    return f"process {os.getpid()} on {socket.gethostname()}, since {dt.datetime.now(dt.UTC):%d %B %H:%M} UTC"


def _read_holder(folder: Path) -> str:
    try:
        return (folder / _HOLDER).read_text(encoding="utf-8")[:200]
    except (OSError, ValueError):  # it has only just begun
        return "another program"
