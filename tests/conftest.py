"""What all tests share: the same generated examples every time, one browser, and where the reference material lies."""

import functools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings
from programs import BROWSER, DATABASE, Program

settings.register_profile("same-every-time", deadline=None, derandomize=True)
settings.load_profile("same-every-time")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


# Browsers, Kaleido and LibreOffice inherit it: whatever fonts a machine has, the tests see DejaVu alone.
os.environ["FONTCONFIG_FILE"] = str(ROOT / "tests" / "fonts" / "fonts.conf")


def find_or_skip(program: Program) -> str:
    """Where `program` is; the tests that need it are skipped without, except where `CI=true`."""
    place = program.find()
    if place is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(program.skipped)
    return place


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
    path = find_or_skip(BROWSER)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chrome
        chrome.close()


@pytest.fixture(scope="session")
def new_schema() -> Iterator:
    """Gives the address of an empty schema in a PostgreSQL of the tests' own, each time another one.

    The tests are skipped where none is installed, except where `CI=true`.
    """
    from database import start_database

    with start_database(find_or_skip(DATABASE)) as new_address:
        yield new_address


@pytest.fixture(autouse=True)
def own_main(monkeypatch):
    """A page under test takes the place of the main module; the next test, which may start processes, gets it back."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(scope="session")
def app_test() -> Iterator[type]:
    """Streamlit's `AppTest`, which looks through all installed packages once a run of ours, not once a page.

    That look, for components that other packages bring, costs as much as five runs of our page.
    """
    from streamlit.components.v2 import manifest_scanner
    from streamlit.testing.v1 import AppTest

    with pytest.MonkeyPatch.context() as patch:
        scan = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield AppTest


@pytest.fixture
def open_app(app_test, monkeypatch):
    """Opens the app on paths, by default on the hand-made briefing, at a URL with these parameters.

    “More filters” is open, so that every control is there.
    With `script` the page is that of these lines instead.
    """

    def opened(*paths, script="", **query):
        file = str(ROOT / "app.py")
        monkeypatch.setattr(sys, "argv", [file, *map(str, paths or (ROOT / "tests/cases/screen_briefing.json",))])
        make = (app_test.from_string, script) if script else (app_test.from_file, file)
        app = make[0](make[1], default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        app.session_state["more_open"] = True
        app.run()
        assert not app.exception
        return app

    return opened


@pytest.fixture
def articles(tmp_path) -> Path:
    """A folder with two articles, whose workspace no other test shares."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "court.txt").write_text(
        "HARBOUR CITY, May 14, 2024 – The regional court halted the tunnel works on Monday. Ferrum Works said on "
        "Tuesday that it would appeal in June.\n\nNight work has a long history 🚢 in the port and its yards.\n",
        encoding="utf-8",
    )
    (folder / "cost.txt").write_text(
        "HARBOUR CITY, May 16, 2024 – The court halted the tunnel works on 13 May 2024. The ministry banned night "
        "work on 2 May 2024.\n",
        encoding="utf-8",
    )
    return folder
