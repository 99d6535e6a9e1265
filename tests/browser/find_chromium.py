"""Find the Chrome or Chromium that the browser tests drive; where there is none, install Debian's if that is allowed.

Run before the tests. It says in one line what it did; exit 1 only where `CI=true` and there is no browser.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "brave")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
SKIPPED = "browser tests are skipped: no Chrome or Chromium found; install one or name it in BROWSER_PATH"


def find_browser(names: Iterable[str] = NAMES, places: Iterable[str] = PLACES) -> str | None:
    """The browser to drive: BROWSER_PATH, else the first of `names` on the PATH or of `places`; None without one."""
    given = os.environ.get("BROWSER_PATH")
    if given:
        return given if Path(given).exists() else None
    found = [path for name in names if (path := shutil.which(name))]
    return next(iter([*found, *(place for place in places if Path(place).exists())]), None)


def install() -> bool:
    """Whether Debian's chromium could be installed: it takes root and apt-get."""
    if getattr(os, "geteuid", lambda: 1)() != 0 or shutil.which("apt-get") is None:
        return False
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
    return all(subprocess.run(step, check=False, env=environment, **quiet).returncode == 0 for step in steps)


def main() -> int:
    """Find or install a browser and say so in one line; the exit code."""
    browser = find_browser()
    if browser is None and install():
        browser = find_browser()
    sys.stderr.write(f"browser tests use {browser}\n" if browser else f"{SKIPPED}\n")
    return int(browser is None and os.environ.get("CI") == "true")


if __name__ == "__main__":
    sys.exit(main())
