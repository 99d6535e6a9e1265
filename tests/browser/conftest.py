"""The app on a free port and a real browser in front of it."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page
from seen import DIALOG, DONE

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "tests" / "cases" / "screen_briefing.json"
ANY = Path(__file__).parent / "any_paths.py"
PATIENCE = 60_000  # milliseconds; a loaded machine is slow, a broken page is stopped all the same
LOOKS = 40.0  # milliseconds from look to look; a look with every frame has the browser draw sixty a second
IN_SIGHT = "[...document.querySelectorAll(s)].some((part) => part.checkVisibility({visibilityProperty: true}))"
SETTLED = """(done) => {
  const settled = document.querySelector(done) && document.querySelector('.tl')?.dataset.busy === 'no';
  window.settledFor = settled ? (window.settledFor ?? 0) + 1 : 0;
  if (window.settledFor < 4) return false;
  window.settledFor = 0;
  return true;
}"""
"""For as many frames as it takes React to draw what has come."""


@pytest.fixture(scope="session")
def serve(tmp_path_factory) -> Iterator:
    """Starts `streamlit run` on a script and returns its address; a second time it is the same server."""
    running: dict[Path, tuple[subprocess.Popen, str]] = {}

    def served(script) -> str:
        if script not in running:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
            folder = tmp_path_factory.mktemp("server")
            with (folder / "log.txt").open("wb") as log:
                process = subprocess.Popen(
                    [*command, "--server.headless", "true"],
                    cwd=ROOT,
                    env={**os.environ, "TIMELINE_HOME": str(folder / "home")},
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
            running[script] = process, f"http://127.0.0.1:{port}"
            wait_for(process, running[script][1])
        return running[script][1]

    yield served
    for process, _ in running.values():
        process.terminate()
        process.wait(20)


def wait_for(process: subprocess.Popen, address: str) -> None:
    """Return when the server answers; fail if it ends before, or takes over a minute."""
    for _ in range(240):
        assert process.poll() is None, f"the server ended with {process.returncode}"
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
        else:
            return
    pytest.fail("the server did not answer within a minute")


class Reader:
    """One reader's page, in a tab that others had before, and all that went wrong on it or left the machine."""

    def __init__(self, tab: Page, address: str) -> None:
        self.address = address
        self.page = tab
        self._shape = tab.viewport_size or {"width": 1440, "height": 900}
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self._ears = {
            "console": lambda m: self.errors.append(m.text) if m.type == "error" else None,
            "pageerror": lambda error: self.errors.append(str(error)),
            "dialog": self._refuse,
            "request": lambda request: self._note(request.url),
            "websocket": lambda socket: self._note(socket.url.replace("ws://", "http://")),
        }
        for event, hear in self._ears.items():
            tab.on(event, hear)  # type: ignore[call-overload]

    def _note(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.foreign.append(url)

    def _refuse(self, dialog: Dialog) -> None:
        """No text of a document and nothing of ours opens a dialog of the browser."""
        self.errors.append(f"a dialog opened: {dialog.message}")
        dialog.dismiss()

    def leave(self) -> None:
        """Let the tab be as it was, on a page without any script, which ends the session at the server."""
        if self.page.is_closed():
            return
        self.page.goto(f"{self.address}/_stcore/health")
        for event, hear in self._ears.items():
            self.page.remove_listener(event, hear)
        self.page.emulate_media(color_scheme="null", media="null")
        self.page.set_viewport_size(self._shape)

    def open(self, query: str = "") -> None:
        """Open the app and wait until list and chart are there."""
        self.page.goto(f"{self.address}/{query}", wait_until="commit")
        self.see(".tl-row, .tl-empty")
        self.settle()

    def see(self, selector: str) -> None:
        """Wait until something that `selector` names is in sight; looked for with every frame, not twice a second."""
        self.page.wait_for_function(f"(s) => {IN_SIGHT}", arg=selector, polling=LOOKS)

    def miss(self, selector: str) -> None:
        """Wait until nothing that `selector` names is in sight."""
        self.page.wait_for_function(f"(s) => !{IN_SIGHT}", arg=selector, polling=LOOKS)

    def settle(self) -> None:
        """Wait until the server is done and the page has drawn what it said."""
        self.page.wait_for_function(SETTLED, arg=DONE, polling=LOOKS)

    def choose(self, entry: str) -> None:
        """Choose an entry of “Edit…” and wait for its dialog."""
        self.page.locator(".st-key-menu button").click()
        self.page.get_by_text(entry, exact=True).click()
        self.page.wait_for_selector(DIALOG)

    def titles(self) -> list[str]:
        """The titles in the list, those of groups that the browser has not drawn yet among them."""
        return self.page.locator(".tl-row .tl-title").all_text_contents()

    def range(self) -> list[float]:
        """The stretch of the axis that the chart shows."""
        return self.page.evaluate("() => [...document.querySelector('.tl-plot')._fullLayout.xaxis.range]")

    def place_of(self, event_id: str) -> tuple[float, float]:
        """Where on the page the dot of an event is."""
        return self.page.evaluate(
            """(id) => {
              const plot = document.querySelector('.tl-plot'), box = plot.getBoundingClientRect();
              const {xaxis, yaxis} = plot._fullLayout;
              for (const trace of plot.data) {
                const at = (trace.customdata ?? []).findIndex((data) => data && data[0] === id);
                if (at >= 0 && trace.mode?.includes('markers'))
                  return [box.left + xaxis._offset + xaxis.l2p(trace.x[at]),
                          box.top + yaxis._offset + yaxis.l2p(trace.y[at])];
              }
              return null;
            }""",
            event_id,
        )


@pytest.fixture(scope="session")
def desk(browser):
    """Pages of 1440 by 900; they share what the browser keeps, as one reader's pages do."""
    return browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)


@pytest.fixture(scope="session")
def phones(browser):
    """Pages of 390 by 844 under a finger."""
    return browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)


@pytest.fixture(scope="session")
def tabs() -> dict[BrowserContext, list[Page]]:
    """The tabs of each context that nobody is at: a new one has to start a process and to compile all scripts anew."""
    return {}


@pytest.fixture
def visit(desk, phones, tabs, serve) -> Iterator:
    """Opens the app as a reader: `visit(*paths, query="", phone=False)`; nothing may go wrong on its pages.

    `odd` names a way in which the app is not as usual, which `any_paths.py` knows.
    """
    readers: list[Reader] = []

    def visited(*paths, query: str = "", phone: bool = False, odd: str = "") -> Reader:
        context, address = phones if phone else desk, serve(ANY)
        named = quote(json.dumps([str(path) for path in paths or (TABLE,)]))
        context.add_cookies([{"name": n, "value": v, "url": address} for n, v in (("paths", named), ("odd", odd))])
        free = tabs.setdefault(context, [])
        reader = Reader(free.pop() if free else context.new_page(), address)
        reader.page.set_default_timeout(PATIENCE)
        readers.append(reader)
        reader.open(query)
        return reader

    yield visited
    for reader in readers:
        reader.leave()
        if not reader.page.is_closed():
            tabs[reader.page.context].append(reader.page)
        assert reader.errors == []
        assert reader.foreign == []
