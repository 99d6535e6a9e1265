"""Whatever a link, a table, a workspace, a template or a form holds: the browser asks no other host for anything.

The pages here are held by no content security policy, so what is tested is that nothing is read as markup.
"""

import datetime as dt
import http.server
import json
import threading
from types import SimpleNamespace
from urllib.parse import quote

import pytest
from seen import DIALOG, DONE
from test_formats_template_file import reaching_out

from timeline.build import build_timeline
from timeline.documents import Document
from timeline.formats import render
from timeline.store import SetComment, SetTitle, Workspace

pytestmark = pytest.mark.browser

LURES = (
    "![x]({0}/markdown.png)",
    '<img src="{0}/image.png">',
    "[![x]({0}/linked.png)]({0}/link)",
    '<link rel="preconnect stylesheet" href="{0}/style.css">',
    "<style>@import url({0}/import.css); * {{ background: url({0}/background.png) }}</style>",
    '<svg><image href="{0}/svg.png"/></svg>',
    '<a href="{0}/ping" ping="{0}/ping">x</a>',
    r"$\includegraphics{{{0}/tex.png}}$",
    ":material/{0}: {0}/bare.png",
)


@pytest.fixture(scope="module")
def tracker():
    """A site that counts what it is asked for, and words that would make a careless page ask it."""
    asked: list[str] = []

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    lures = [lure.format(address) for lure in LURES]
    yield SimpleNamespace(address=address, asked=asked, lures=lures, lure=" ".join(lures))
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def desk(browser):
    """Pages whose browser does not mind the policy of the server."""
    return browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)


@pytest.fixture(autouse=True)
def nothing_is_asked(tracker):
    """At the end of each journey."""
    yield
    assert tracker.asked == []


def hostile(tracker):
    """A whole timeline, as JSON, in which every text that may be any lures."""
    text = "Acme sued Globex on 3 May 2024. Norway banned the pier on 9 June 2024."
    timeline = build_timeline([Document(text=text, title="Pier", path="pier.txt")], title="Pier")
    whole = json.loads(render(timeline, "json", scope="all"))
    lure = tracker.lure
    for event in whole["events"]:
        event |= {"title": f"{event['title']} {lure}", "comment": lure, "kind": lure, "agent": lure}
        event |= {"tags": tracker.lures, "actors": tracker.lures, "importance": 0.9}
    for mention in whole["mentions"]:
        mention |= {"reported_by": lure, "reason": lure, "date_reading": lure, "actors": tracker.lures}
    for document in whole["documents"]:
        document |= {"title": lure, "publisher": lure, "path": lure, "url": f"{tracker.address}/source.png"}
    whole["actors"] = [{"name": name, "kind": "other", "aliases": [lure], "events": 2} for name in tracker.lures]
    whole["problems"] = [{"document": lure, "stage": "read", "message": lure}]
    return json.dumps({**whole, "title": f"Pier {lure}"})


def linger(page):
    """Wait until the page is still, and as long again as a picture would take to be asked for."""
    page.wait_for_selector(DONE, state="attached")
    page.wait_for_timeout(300)


def test_the_tracker_would_be_asked(tracker, desk):
    """A page that reads the lures as markup asks it: the others are held to something."""
    page = desk.new_page()
    page.set_content(tracker.lure)
    page.wait_for_timeout(500)
    page.close()
    assert {"/image.png", "/svg.png"} <= set(tracker.asked)
    tracker.asked.clear()


ASKED = [
    ("event", "document", "window", "q", "actors", "kinds", "view"),
    pytest.param(("workspace",), marks=pytest.mark.sweep),
]


@pytest.mark.parametrize("names", ASKED)
def test_a_link(visit, tracker, names):
    """What an address asks for and what is not there is said in plain words."""
    reader = visit(query="?" + "&".join(f"{name}={quote(tracker.lure)}" for name in names))
    linger(reader.page)
    assert reader.page.get_by_text("markdown.png").count() or "q" in names


def test_a_table(visit, tracker, tmp_path):
    """In list, panel, story, actors, sources and problems, as a label of the chart and under the pointer."""
    path = tmp_path / "hostile.json"
    path.write_text(hostile(tracker), encoding="utf-8")
    reader = visit(path, query="?show=All")
    page = reader.page
    page.locator(".tl-row").first.click()
    page.wait_for_selector(".tl-panel blockquote")
    page.mouse.move(*reader.place_of(page.locator(".tl-row").first.get_attribute("data-id")))
    linger(page)
    page.get_by_role("button", name="1 problem").click()
    page.locator("dl.problems").wait_for()
    page.keyboard.press("Escape")
    for kind in ("actors", "sources"):
        page.locator(f".st-key-count_{kind} button").click()
        page.wait_for_selector(".tl-overview li")
    for look in page.locator(".st-key-look button").all():
        look.click()
        linger(page)
    page.get_by_role("button", name="More filters").press("Enter")
    linger(page)


def test_a_dialog(visit, tracker, tmp_path):
    """In the forms of an event and of actors, in what is proposed, in the history, and in each preview of a file."""
    path = tmp_path / "hostile.json"
    path.write_text(hostile(tracker), encoding="utf-8")
    reader = visit(path, query="?show=All")
    page = reader.page
    page.locator(".tl-row").first.click()
    for key in ("edit", "merge", "split"):
        if (button := page.locator(f'.tl-panel [data-key="{key}"]')).count():
            button.click()
            page.wait_for_selector(DIALOG)
            if key == "edit":
                for field in ("date", "title"):
                    page.locator(f".st-key-form_{field} input").fill(tracker.lure[:300])
                    page.keyboard.press("Tab")
            linger(page)
            page.keyboard.press("Escape")
            page.wait_for_selector(DIALOG, state="detached")
    page.locator('.tl-panel [data-key="accept"]').click()
    reader.settle()
    for entry in ("Rename or join actors…", "Title of the briefing…", "History…", "Save or open a workspace…"):
        reader.choose(entry)
        linger(page)
        page.keyboard.press("Escape")
        page.wait_for_selector(DIALOG, state="detached")


def test_a_workspace(visit, tracker, tmp_path):
    """A file with such documents, titles and corrections, opened; and one that is none, whose name is said."""
    source = Workspace(tmp_path / "source")
    document = Document(text=f"Acme sued Globex on 3 May 2024. {tracker.lure}", title=tracker.lure, path=tracker.lure)
    at = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)
    source.add_documents([document], at=at)
    source.set_title(tracker.lure)
    timeline = build_timeline([document])
    event = timeline.events["event_id"].iloc[0]
    for edit in (SetTitle(event=event, title=tracker.lure[:300]), SetComment(event=event, comment=tracker.lure)):
        source.record(edit, timeline, at=at, session=tracker.lure, seen=0)
    source.export(tmp_path / "saved")
    reader = visit()
    page = reader.page
    for name, content in ((tracker.lure[:80], b"SQLite format 3\x00"), ("a", (tmp_path / "saved").read_bytes())):
        reader.choose("Save or open a workspace…")
        file = {"name": name, "mimeType": "text/plain", "buffer": content}
        page.locator(".st-key-form_workspace input").set_input_files([file])
        reader.settle()  # the button may be enabled for the file before
        page.locator(".st-key-form_open button:enabled").click()
        linger(page)
        if name != "a":
            page.get_by_text("This cannot be opened").wait_for()
            page.keyboard.press("Escape")
            page.wait_for_selector(DIALOG, state="detached")
            reader.settle()
    page.wait_for_selector(DIALOG, state="detached")
    reader.settle()
    reader.choose("History…")
    linger(page)


@pytest.mark.sweep
def test_an_upload(visit, tracker):
    """Names and contents of files, and a text with addresses that nobody asked to be fetched."""
    reader = visit()
    page = reader.page
    page.get_by_role("button", name="Open documents…").click()
    files = [
        {"name": f"{n}{lure.replace('/', '∕')[:60]}.txt", "mimeType": "text/plain", "buffer": text.encode()}
        for n, lure in enumerate(tracker.lures)
        for text in ("", f"Acme sued Globex on {n + 1} May 2024. {lure}")
    ]
    page.locator(f"{DIALOG} input[type=file]").set_input_files(files)
    page.locator(".st-key-pasted textarea").fill(f"{tracker.address}/1")
    page.keyboard.press("Tab")
    page.get_by_text("Fetch 1 page from the web").wait_for()
    page.locator(".st-key-pasted textarea").fill(f"Acme sued Globex on 3 May 2024. {tracker.lure}")
    page.locator(".st-key-show_timeline button:enabled").click()
    page.get_by_text("could not be read").wait_for()
    reader.settle()
    linger(page)


@pytest.mark.sweep
def test_a_template(visit, tracker, tmp_path):
    """A template that links to the tracker is said to, and its deck is drawn without."""
    reader = visit()
    page = reader.page
    page.get_by_role("button", name="Export…").click()
    page.locator('.tl-picture[data-drawn="yes"]').wait_for()
    template = reaching_out(f"{tracker.address}/a.png#![x]({tracker.address}/said.png)")
    page.locator(".st-key-export_template input").set_input_files(
        [{"name": "a.potx", "mimeType": "application/zip", "buffer": template}]
    )
    page.get_by_text("Left out of this template").wait_for()
    linger(page)
    page.locator(".st-key-export_make button").click()
    page.get_by_role("button", name="Save the-harbour-tunnel.pptx").wait_for()
