"""Where a workspace lies that nobody named a place for: one file in the user's own data folder.

It only names places: whether a folder can be written is seen when a workspace is opened in it.
"""

import hashlib
import os
import re
import secrets
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

__all__ = ["SUFFIX", "find_home", "find_place", "is_workspace", "list_places", "make_place"]

SUFFIX: Final = ".timeline"
"""By which a path is known to be that of a workspace."""

_FOLDER: Final = "briefing-timeline"
_NAME: Final = re.compile(r"[\w-]+")


def find_home(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder for workspaces: ``TIMELINE_HOME``, else one in the user's data folder, where the system has it.

    Source: the XDG Base Directory Specification for all but Windows and macOS.

    Examples
    --------
    >>> find_home({"TIMELINE_HOME": "/srv/affairs"}).as_posix(), find_home({"XDG_DATA_HOME": "/d"}, "linux").as_posix()
    ('/srv/affairs', '/d/briefing-timeline')
    """
    if chosen := environ.get("TIMELINE_HOME"):
        return Path(chosen).absolute()
    if platform == "win32" and (local := environ.get("LOCALAPPDATA")):
        return Path(local, _FOLDER)
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _FOLDER
    data = Path(environ.get("XDG_DATA_HOME", ""))  # the specification has one that is not absolute ignored
    return (data if data.is_absolute() else Path.home() / ".local" / "share") / _FOLDER


def is_workspace(path: str | Path) -> bool:
    """Whether `path` is named as a workspace is."""
    return Path(path).suffix.casefold() == SUFFIX


def find_place(paths: Iterable[str | Path], home: Path) -> Path:
    """The workspace in `home` that belongs to these files and folders, in whatever order; none are the default ones.

    Examples
    --------
    >>> find_place([], Path("home")).name
    'default.timeline'
    >>> find_place(["/a/b", "/a/c"], Path("home")) == find_place(["/a/c", "/a/b"], Path("home"))
    True
    """
    full = sorted({str(Path(path).resolve()) for path in paths})
    if not full:
        return home / f"default{SUFFIX}"
    digest = hashlib.sha256("\0".join(full).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return home / f"{_make_slug(Path(full[0]).stem)}-{digest}{SUFFIX}"


def make_place(title: str, home: Path) -> Path:
    """A place in `home` that no workspace has and nobody can guess, named after `title`."""
    return home / f"{_make_slug(title)}-{secrets.token_hex(6)}{SUFFIX}"


def _make_slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.casefold())[:40].strip("-") or "workspace"


def list_places(home: Path) -> list[Path]:
    """The workspaces in `home`, the one changed last first; none where there is no such folder."""
    try:
        found = [(path.stat().st_mtime_ns, path) for path in home.glob(f"*{SUFFIX}") if _NAME.fullmatch(path.stem)]
    except OSError:
        return []
    return [path for _, path in sorted(found, reverse=True)]
