"""A desk at work: so many people at once on one server and one database, each with so many corrections.

Run by `make bench`; it prints how long a correction takes until it is drawn, and what a page takes of the server's
memory. `SESSIONS` and `ACTIONS` say how many (5 and 40): the machine that drives the browsers sets the bound.
"""

import asyncio
import json
import os
import runpy
import statistics
import sys
import time
from pathlib import Path

import pytest
from conftest import FLAGS, find_or_skip
from programs import BROWSER

from timeline.store import Workspace

pytestmark = [pytest.mark.bench, pytest.mark.browser]

ROOT = Path(__file__).parents[2]
DESK = runpy.run_path(str(ROOT / "tests" / "browser" / "test_desk.py"))
started, find_port = DESK["started"], DESK["find_port"]
SESSIONS, ACTIONS = int(os.environ.get("SESSIONS", "5")), int(os.environ.get("ACTIONS", "40"))
EVENTS = 60
OWN = 2  # events that each corrects by himself
LARGEST_SESSION = 30_000_000  # bytes of an idle page
PATIENCE = 120_000  # milliseconds; all share two cores
DRAWN = """(done) => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app?.dataset.testScriptState === 'notRunning' && document.querySelector('.tl')?.dataset.busy === 'no'
    && document.querySelector('.tl-comment')?.textContent === done;
}"""


def make_briefing(place):
    """A briefing of invented events in the database at `place`."""
    events = [
        {"title": f"Council {number} approved plan", "start": f"2024-{1 + number % 12:02}-{1 + number % 28:02}"}
        for number in range(EVENTS)
    ]
    from timeline.formats import parse, render

    work = Workspace(place)
    work.set_title("Plans")
    work.add_table("plans.json", render(parse(json.dumps(events).encode(), ".json"), ".json").decode())
    return work


def read_memory(process):
    """Bytes that a process has in memory."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))


def find_server(port):
    """The process that serves on `port`."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if b"streamlit" in command and f"--server.port={port}".encode() in command:
            return int(folder.name)
    raise AssertionError("no server")


async def open_page(browser, address):
    """One person's page."""
    context = await browser.new_context(viewport={"width": 1440, "height": 900})
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    await page.goto(address)
    await page.locator(".tl-row").first.wait_for()
    return context, page, errors


async def comment(page, person):
    """Write one comment after the other, each seen on the page before the next; the seconds that each took."""
    took = []
    for number in range(ACTIONS):
        text = f"{person}.{number}"
        await page.locator(".tl-row").nth(person * OWN + number % OWN).click()  # nobody writes over another
        began = time.monotonic()
        await page.locator('.tl-actions [data-key="comment"]').click()
        await page.locator(".tl-ask textarea").fill(text)
        await page.locator(".tl-ask textarea").press("Control+Enter")
        await page.wait_for_function(DRAWN, arg=text, polling=100)
        took.append(time.monotonic() - began)
    return took


async def work_together(address, process):
    """What each correction took, what went wrong, and the server's memory: before, with all pages, after them."""
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_or_skip(BROWSER), args=list(FLAGS))
        first, *_ = await open_page(browser, address)  # what is loaded once for all
        await first.close()
        memory = [read_memory(process)]
        people = [await open_page(browser, address) for _ in range(SESSIONS)]
        await asyncio.sleep(5)
        memory.append(read_memory(process))
        took = await asyncio.gather(*(comment(page, person) for person, (_, page, _) in enumerate(people)))
        memory.append(read_memory(process))
        for context, *_ in people:
            await context.close()
        await asyncio.sleep(5)
        memory.append(read_memory(process))
        await browser.close()
    return [second for each in took for second in each], [error for *_, errors in people for error in errors], memory


def test_a_desk_corrects_at_once(started, new_schema, tmp_path):
    """No error, no correction lost or kept twice, and a page that idles takes little."""
    work, port = make_briefing(new_schema()), find_port()
    place = work.store.address.render_as_string(hide_password=False)
    command = [Path(sys.executable).parent / "timeline", "serve", f"--port={port}", f"--workspace={place}"]
    address = f"http://127.0.0.1:{port}"
    started(command, f"{address}/_stcore/health", {}, tmp_path / "server.txt")
    took, errors, memory = asyncio.run(work_together(address, find_server(port)))
    told = sorted(step.edit.comment for step in work.list_steps())
    asked = sorted(f"{person}.{number}" for person in range(SESSIONS) for number in range(ACTIONS))
    before, idle, busy, after = (bytes_ / 1e6 for bytes_ in memory)
    print(
        f"\n{SESSIONS} sessions, {ACTIONS} corrections each: {len(errors)} errors, "
        f"{len(set(asked) - set(told))} lost, {len(told) - len(set(told))} kept twice; "
        f"{statistics.median(took):.2f} s each (slowest {max(took):.1f}); server {before:.0f} MB, "
        f"{(idle - before) / SESSIONS:.1f} MB an idle page, {busy:.0f} MB at work, {after:.0f} MB after them"
    )
    assert errors == []
    assert told == asked
    assert (idle - before) * 1e6 / SESSIONS <= LARGEST_SESSION
