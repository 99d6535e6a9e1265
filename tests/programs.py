"""The programs that tests need beside Python: found where they are installed, else Debian's installed if that may be.

Run before the tests. It says in one line a program what it found; exit 1 only where `CI=true` and one is missing.
"""

import dataclasses
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

__all__ = ["BROWSER", "DATABASE", "PROGRAMS", "Program", "find_browser", "find_database", "main"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "brave")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def find_browser(names: Iterable[str] = NAMES, places: Iterable[str] = PLACES) -> str | None:
    """The browser to drive: BROWSER_PATH, else the first of `names` on the PATH or of `places`; None without one."""
    given = os.environ.get("BROWSER_PATH")
    if given:
        return given if Path(given).exists() else None
    found = [path for name in names if (path := shutil.which(name))]
    return next(iter([*found, *(place for place in places if Path(place).exists())]), None)


def find_database(root: Path = Path("/usr/lib/postgresql")) -> str | None:
    """The folder with initdb and postgres, the newest where Debian has several; None for none."""
    found = sorted(root.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    named = shutil.which("initdb")
    return str(found[-1].parent) if found else str(Path(named).parent) if named else None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program, the tests that are skipped without it, how to get it, and Debian's package of it."""

    tests: str
    missing: str
    package: str
    find: Callable[[], str | None]

    @property
    def skipped(self) -> str:
        """What is said where there is none."""
        return f"{self.tests} are skipped: {self.missing}"


BROWSER = Program(
    tests="browser tests",
    missing="no Chrome or Chromium found; install one or name it in BROWSER_PATH",
    package="chromium",
    find=find_browser,
)
DATABASE = Program(
    tests="tests of shared workspaces",
    missing="no PostgreSQL found; apt-get install postgresql",
    package="postgresql",
    find=find_database,
)
PROGRAMS = (BROWSER, DATABASE)


def main(programs: Sequence[Program] = PROGRAMS) -> int:
    """Find or install each of `programs` and say so in one line; the exit code."""
    install([program.package for program in programs if program.find() is None])
    found = {program: program.find() for program in programs}
    for program, place in found.items():
        sys.stderr.write(f"{program.tests} use {place}\n" if place else f"{program.skipped}\n")
    return int(None in found.values() and os.environ.get("CI") == "true")


def install(packages: Sequence[str]) -> None:
    """Install what can be of Debian's `packages`, each by itself: it takes root and apt-get."""
    if not packages or getattr(os, "geteuid", lambda: 1)() != 0 or shutil.which("apt-get") is None:
        return
    steps = [["update"], *(["install", "--yes", "--no-install-recommends", package] for package in packages)]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in steps:
        subprocess.run(["apt-get", "-qq", *step], check=False, env=environment, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
