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
from seen import DIALOG, DONE

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "tests" / "cases" / "screen_briefing.json"
ANY = Path(__file__).parent / "any_paths.py"
PATIENCE = 60_000  # milliseconds; a loaded machine is slow, a broken page is stopped all the same


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
    """One reader's page, and all that went wrong on it or left the machine."""

    def __init__(self, context, address: str) -> None:
        self.address = address
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("websocket", lambda socket: self._note(socket.url.replace("ws://", "http://")))

    def _note(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.foreign.append(url)

    def open(self, query: str = "", ready: str = ".tl-row, .tl-empty") -> None:
        """Open the app and wait until list and chart are there; another page, until there is what `ready` selects."""
        self.page.goto(f"{self.address}/{query}")
        self.page.wait_for_selector(ready)
        if ready.startswith(".tl"):
            self.settle()

    def settle(self) -> None:
        """Wait until the server is done and the page has drawn what it said."""
        self.page.wait_for_function("() => document.querySelector('.tl')?.dataset.busy === 'no'")
        self.page.wait_for_selector(DONE, state="attached")
        self.page.wait_for_function("() => document.querySelector('.tl')?.dataset.busy === 'no'")

    def choose(self, entry: str) -> None:
        """Choose an entry of “Edit…” and wait for its dialog."""
        self.page.locator(".st-key-menu button").click()
        self.page.get_by_text(entry, exact=True).click()
        self.page.wait_for_selector(DIALOG)

    def titles(self) -> list[str]:
        """The titles in the list."""
        return self.page.locator(".tl-row .tl-title").all_inner_texts()

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


@pytest.fixture
def visit(desk, phones, serve) -> Iterator:
    """Opens the app as a reader: `visit(*paths, query="", phone=False)`; nothing may go wrong on its pages.

    With `script`, and `ready` for what to wait for, it opens another page than the app's.
    """
    readers: list[Reader] = []

    def visited(*paths, query: str = "", phone: bool = False, **page) -> Reader:
        context = phones if phone else desk
        address = serve(page.get("script", ANY))
        named = quote(json.dumps([str(path) for path in paths or (TABLE,)]))
        context.add_cookies([{"name": "paths", "value": named, "url": address}])
        reader = Reader(context, address)
        readers.append(reader)
        reader.open(query, **({"ready": page["ready"]} if page else {}))
        return reader

    yield visited
    for reader in readers:
        reader.page.close()
        assert reader.errors == []
        assert reader.foreign == []
