"""A desk of people on one server: a provider of OpenID Connect, PostgreSQL and a real browser, all on this machine."""

import datetime as dt
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from timeline.store import Role, Workspace, give_role, list_grants

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "tests" / "cases" / "screen_briefing.json"
PATIENCE = 60_000  # milliseconds
USERS = {name: f"{name}@desk.example" for name in ("anna", "ben")}
CORRECTING = ".tl-actions, .tl-make, .st-key-undo, .st-key-redo, .st-key-open"

pytestmark = pytest.mark.browser


@pytest.fixture
def started():
    """Starts programs that end with the test: `started(command, answers, variables, log)`."""
    running = []

    def start(command, answers, variables, log):
        with log.open("wb") as out:
            running.append(subprocess.Popen(command, env=os.environ | variables, stdout=out, stderr=out, cwd=ROOT))
        for _ in range(240):
            assert running[-1].poll() is None, log.read_text()
            try:
                urllib.request.urlopen(answers, timeout=2).close()
            except OSError:
                time.sleep(0.25)
            else:
                return
        pytest.fail(f"{answers} did not answer within a minute")

    yield start
    for process in running:
        process.terminate()
        process.wait(20)


def find_port():
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def desk(started, new_schema, tmp_path):
    """A briefing in a database, served below a path to whoever the provider knows; Anna owns it."""
    work = Workspace(new_schema())
    work.set_title("The harbour tunnel")
    work.add_table("a.json", TABLE.read_text(encoding="utf-8"))
    provider, port = f"http://localhost:{(issuing := find_port())}", find_port()
    claims = [f"--user-claims={json.dumps({'sub': name, 'email': email})}" for name, email in USERS.items()]
    bin_ = Path(sys.executable).parent
    started(
        [bin_ / "oidc-provider-mock", f"--port={issuing}", *claims],
        f"{provider}/.well-known/openid-configuration",
        {},
        tmp_path / "provider.txt",
    )
    address = f"http://localhost:{port}/desk"
    database = work.store.address.render_as_string(hide_password=False)
    options = (f"--port={port}", f"--url={address}", f"--owner={USERS['anna']}", f"--workspace={database}")
    started(
        [bin_ / "timeline", "serve", *options],
        f"{address}/_stcore/health",
        {"TIMELINE_OIDC_ISSUER": provider, "TIMELINE_OIDC_CLIENT": "desk", "TIMELINE_OIDC_SECRET": "s"},
        tmp_path / "server.txt",
    )
    return address, work, tmp_path / "server.txt"


@pytest.fixture
def come(browser, desk):
    """Opens the page in a browser of its own, logged in as one of the provider's users where one is named."""
    contexts = []

    def came(user="", address=desk[0]):
        contexts.append(browser.new_context(viewport={"width": 1440, "height": 900}))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address if "?" in address else f"{address}/")
        if user:
            page.locator(".st-key-log_in button").click()
            page.get_by_role("button", name=user, exact=True).click()
        return page

    yield came
    for context in contexts:
        context.close()


def choose(page, entry):
    """An entry of the menu."""
    page.locator(".st-key-menu button").click()
    page.get_by_text(entry, exact=True).click()


def settle(page):
    """Wait until the page is drawn and the server has nothing more to say."""
    page.locator(".tl-row").first.wait_for()
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"] .tl[data-busy="no"]').wait_for()


def share(page):
    """Let Ben read, and make a link; what the link is."""
    choose(page, "Share…")
    page.locator(".st-key-form_who input").fill("Ben@desk.example")
    page.locator(".st-key-form_add button").click()
    page.get_by_text(USERS["ben"], exact=True).wait_for()
    page.locator(".st-key-form_link button").click()
    link = page.locator('[data-testid="stDialog"] code').inner_text()
    page.keyboard.press("Escape")
    return link


def test_a_desk_reads_and_corrects_what_each_may(come, desk):
    """Log in, share, read by a link, read as a viewer; an open page follows what is given and taken back."""
    address, work, log = desk
    anna = come("anna")
    settle(anna)
    link = share(anna)
    assert link.startswith(f"{address}/?share=")
    anna.locator('.tl-actions [data-key="accept"]').click()
    anna.locator(".tl-done").wait_for()
    assert [step.session.split()[0] for step in work.list_steps()] == [USERS["anna"]]

    stranger, ben = come(address=link), come("ben", f"{address}/?event=ev-permit&lanes=kind")
    settle(ben)
    assert "event=ev-permit" in ben.url  # what he was sent is shown once he has logged in
    assert ben.locator('.tl-row[aria-selected="true"]').get_attribute("data-id") == "ev-permit"
    for reader in (stranger, ben):
        settle(reader)
        reader.locator(".tl-row").first.click()
        for key in ("a", "h", "e", "t", "Control+z"):
            reader.keyboard.press(key)
        settle(reader)
        assert reader.locator(CORRECTING).count() == (reader is ben)  # he may open documents of his own
    assert stranger.locator(".st-key-menu").count() == 0
    assert len(work.list_steps()) == 1
    ben.locator(".st-key-menu button").click()
    ben.get_by_text(f"Log out {USERS['ben']}").wait_for()
    assert ben.get_by_text("Title of the briefing…").count() == 0

    choose(anna, "Share…")
    anna.get_by_role("button", name="Revoke").click()
    anna.get_by_role("button", name="Revoke").wait_for(state="detached")
    assert list_grants(work) == {USERS["anna"]: Role.OWNER, USERS["ben"]: Role.VIEWER}
    stranger.get_by_text("you may not open it").wait_for()  # within seconds, and without a click
    give_role(work, USERS["ben"], Role.EDITOR, at=dt.datetime.now(dt.UTC))
    ben.locator('.tl-actions [data-key="accept"]').wait_for()

    written = log.read_text()
    assert "corrected session=anna@desk.example" in written
    assert not [event["title"] for event in json.loads(TABLE.read_text())["events"] if event["title"] in written]
    assert link.rpartition("=")[2] not in written
