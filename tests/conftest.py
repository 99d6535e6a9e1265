"""What all tests share: the same generated examples every time, one browser, and where the reference material lies."""

import os
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

settings.register_profile("same-every-time", deadline=None, derandomize=True)
settings.load_profile("same-every-time")

SHARED = Path(__file__).parents[2] / "shared"
FINDER = runpy.run_path(str(Path(__file__).parent / "browser" / "find_chromium.py"))
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(autouse=True, scope="session")
def cache_of_its_own(tmp_path_factory) -> None:
    """No test reads or writes the cache of whoever runs it."""
    os.environ["TIMELINE_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with reference articles and corpora, which are third-party text and no part of the project."""
    if not SHARED.is_dir():
        pytest.skip(f"the reference material is not at {SHARED}")
    return SHARED


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch) -> Path:
    """Where this test's workspaces lie: no test finds the corrections of another, or the user's own."""
    folder = tmp_path_factory.getbasetemp() / f"home-{uuid4().hex}"
    monkeypatch.setenv("TIMELINE_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Chrome or Chromium; the tests are skipped without one, except where `CI=true`."""
    path = FINDER["find_browser"]()
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(FINDER["SKIPPED"])
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chrome
        chrome.close()


@pytest.fixture(autouse=True)
def own_main(monkeypatch):
    """A page under test takes the place of the main module; the next test, which may start processes, gets it back."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
