"""How fast the page is: filter to screen settled, against Streamlit's own chart and table; first chart; payload.

Also the export dialog, and what sessions leave in the server's memory. Run by `make bench`; it prints a table. Each
number is the median of several turns in a real browser.
"""

import dataclasses
import json
import os
import random
import re
import runpy
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest
from seen import DIALOG, DONE

from timeline.formats import render
from timeline.screen.view.chart import FIRST_SIZE, lay_out_chart, show_chart
from timeline.table import KINDS, from_frame

pytestmark = [pytest.mark.bench, pytest.mark.browser]

ROOT = Path(__file__).parents[2]
BROWSER = runpy.run_path(str(ROOT / "tests" / "browser" / "conftest.py"))
serve, desk, phones, tabs, visit = (BROWSER[name] for name in ("serve", "desk", "phones", "tabs", "visit"))
TURNS = 7

PLAIN = """
import pandas as pd, plotly.express as px, streamlit as st
st.set_page_config(layout="wide")
table = pd.read_json({path!r}, orient="records")
table["actor"] = table["actors"].str[0]
chosen = st.pills("Actors", sorted(table["actor"].unique()), selection_mode="multi")
table = table[table["actor"].isin(chosen)] if chosen else table
titles = "title" if len(table) <= 1_000 else None  # 10,000 written titles take the page a minute
chart = px.scatter(table, x="start", y="actor", text=titles, hover_name="title", render_mode="svg")
st.plotly_chart(chart, key="chart")
st.dataframe(table)
"""


def make_events(count):
    """An invented table of main events over three years."""
    chance = random.Random(count)
    names = [f"Actor {number:02}" for number in range(12)]
    return [
        {
            "title": f"{chance.choice(names)} {chance.choice(['signs', 'sues', 'delays', 'bans'])} thing {number}",
            "start": (pd.Timestamp("2022-01-01") + pd.Timedelta(days=chance.randrange(1100))).date().isoformat(),
            "actors": [names[number % 12]],
            "kind": chance.choice(KINDS),
            "importance": round(0.5 + chance.random() / 2, 3),
        }
        for number in range(count)
    ]


STILL = "document.querySelector('[data-testid=\"stApp\"]').dataset.testScriptState === 'notRunning'"
OURS = "box.dataset.answer !== answer && box.dataset.busy === 'no'"
THEIRS = "!drawn.isConnected && document.querySelector('.main-svg')"
TIMED = """() => {
  const box = document.querySelector('.tl'), drawn = document.querySelector('.js-plotly-plot');
  const answer = box?.dataset.answer;
  window.settled = new Promise((done) => {
    let clicked = 0;
    document.addEventListener('click', (event) => { clicked = event.timeStamp; }, {capture: true, once: true});
    const watch = new MutationObserver(() => {
      if (!clicked || !(%s) || !(%s)) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => done((performance.now() - clicked) / 1000)));
    });
    watch.observe(document, {subtree: true, childList: true, attributes: true});
  });
}"""
FIRST = """() => {
  const watch = new MutationObserver(() => {
    if (document.querySelector('.tl')?.dataset.busy !== 'no') return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.first = performance.now() / 1000; }));
  });
  watch.observe(document, {subtree: true, childList: true, attributes: true});
}"""


def filter_time(page, name, done):
    """From the click on an actor until what it brings is painted and the server is still, by the browser's clock."""
    page.bring_to_front()
    page.evaluate(TIMED % (done, STILL))
    page.get_by_role("button", name=name).first.click()  # the chip; a lane of the chart has the name, too
    return page.evaluate("() => window.settled")


def first_time(reader):
    """From the start of loading the page until its chart is painted, by the browser's clock."""
    reader.open()
    return reader.page.wait_for_function("() => window.first").json_value()


@pytest.mark.parametrize("count", [200, 1_000, 10_000])
def test_filter_to_settled(count, visit, desk, serve, tmp_path):
    """At most half a second at 1,000 events and a second at 10,000, and faster than Streamlit's own."""
    events = make_events(count)
    table = tmp_path / f"{count}.json"
    table.write_text(json.dumps({"title": "Bench", "events": events}), encoding="utf-8")
    reader = visit(table)
    reader.page.add_init_script(f"({FIRST})()")
    first = statistics.median(first_time(reader) for _ in range(TURNS))
    pages = (reader.page, OURS), (plain_page(desk.new_page(), serve, tmp_path, events), THEIRS)
    # In turn, since a shared machine is not equally fast from one minute to the next.
    times = [[filter_time(page, f"Actor {n:02}", done) for page, done in pages] for n in range(TURNS)]
    pages[1][0].close()  # what it draws would slow down the pages of the tests behind
    ours, plain = map(statistics.median, zip(*times, strict=True))
    print(f"\n{count:>7,} events: first chart {first:.2f} s; filter {ours:.2f} s, Streamlit's own {plain:.2f} s")
    if count == 1_000:
        assert ours <= 0.5
    if count == 10_000:
        assert ours <= 1.0
    assert count < 1_000 or ours < plain


def plain_page(page, serve, folder, events):
    """The same in this tab on a page of st.plotly_chart and st.dataframe."""
    table, script = folder / "plain.json", folder / "plain.py"
    table.write_text(json.dumps(events), encoding="utf-8")
    script.write_text(PLAIN.format(path=str(table)), encoding="utf-8")
    page.goto(serve(script), wait_until="commit")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.wait_for_selector(DONE, state="attached")
    return page


def test_payload():
    """The chart of 100,000 events is at most a megabyte."""
    events = pd.DataFrame(make_events(100_000))
    half, other = from_frame(events[:50_000]), from_frame(events[50_000:])  # as many as one table may have
    timeline = dataclasses.replace(half, events=pd.concat([half.events, other.events], ignore_index=True))
    before = time.perf_counter()
    layout = lay_out_chart(timeline, timeline.events, timeline.events, view="auto", size=FIRST_SIZE, window=None)
    chart = show_chart(timeline, timeline.events, layout, theme="light", plotly="")
    size = len(json.dumps(chart))
    print(f"\n100,000 events: {size / 1e6:.2f} MB, made in {time.perf_counter() - before:.1f} s, view {layout.view}")
    assert len(render(timeline, "csv")) > size
    assert size <= 1_000_000


@pytest.fixture
def many(tmp_path) -> Path:
    """A table of 10,000 events."""
    table = tmp_path / "many.json"
    table.write_text(json.dumps({"title": "Bench", "events": make_events(10_000)}), encoding="utf-8")
    return table


def test_the_export_dialog(visit, many):
    """Of 10,000 events the dialog stands with its picture within two seconds of the click."""
    page = visit(many).page
    times = []
    for _ in range(TURNS):
        page.wait_for_timeout(1_000)
        start = time.perf_counter()
        page.get_by_role("button", name="Export…").click()
        page.locator('.tl-picture[data-drawn="yes"]').wait_for()
        times.append(time.perf_counter() - start)
        page.keyboard.press("Escape")
        page.wait_for_selector(DIALOG, state="detached")
        page.wait_for_selector(DONE, state="attached")
    print(f"\nexport dialog at 10,000 events: {', '.join(f'{t:.2f}' for t in times)} s")
    assert statistics.median(times) <= 2


def test_sessions_that_left(browser, many, tmp_path):
    """Twenty readers of 10,000 events who came and went leave at most a fifth more memory than the first."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    environment = os.environ | {"TIMELINE_HOME": str(tmp_path / "home")}
    with subprocess.Popen([*command, "--", str(many)], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            BROWSER["wait_for"](server, f"http://127.0.0.1:{port}")
            sizes = [left_behind(browser, f"http://127.0.0.1:{port}", server.pid) for _ in range(20)]
        finally:
            server.terminate()
    print(f"\nmemory after each of 20 sessions: {', '.join(f'{size:.0f}' for size in sizes)} MB")
    assert sizes[-1] <= 1.2 * sizes[0]


def left_behind(browser, address: str, server: int) -> float:
    """The megabytes of the `server` after a reader has opened the page, read an event, filtered and left."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    reader = BROWSER["Reader"](context.new_page(), address)
    reader.open()
    reader.page.locator(".tl-row").nth(3).click()
    reader.page.get_by_test_id("stSidebarUserContent").get_by_role("button", name="Actor 03").click()
    reader.settle()
    context.close()
    time.sleep(3)
    status = Path(f"/proc/{server}/status").read_text(encoding="ascii")
    return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024
