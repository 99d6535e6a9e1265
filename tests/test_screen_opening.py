"""Opening files, texts, tables and workspaces, asking for dates, and what is new: each control changes the screen."""

import datetime as dt
import json
from pathlib import Path

import pytest
from seen import headline, problems_of, read, rows, said, shown

from timeline import build
from timeline.documents import Document
from timeline.screen.dialogs.open_documents import _explain_too_much
from timeline.screen.workspace import build as briefing
from timeline.session.inputs import Inputs
from timeline.store import Workspace
from timeline.web import Fetched, Fetcher

ROOT = Path(__file__).parents[1]
APP = ROOT / "app.py"
TABLE = ROOT / "tests" / "cases" / "screen_briefing.json"
BAN = "The ministry banned night work on 2 May 2024."
COURT = "HARBOUR CITY, May 14, 2024 – The regional court halted the tunnel works on Monday."


def give(app, *, files=(), pasted="", title="", add=False):
    """Open files and a text by the dialog."""
    app.button(key="open").click().run()
    if files:
        app.file_uploader(key="upload").set_value([(name, data, "text/plain") for name, data in files]).run()
    if pasted:
        app.text_area(key="pasted").set_value(pasted).run()
    if add:
        app.radio(key="into").set_value("add").run()
    if title:
        app.text_input(key="new_title").set_value(title).run()
    return app.button(key="show_timeline").click().run()


def test_pasted_text_becomes_a_briefing(open_app):
    """A text and a title are enough; what was open before is replaced."""
    app = open_app()
    app.button(key="open").click().run()
    assert app.button(key="show_timeline").disabled
    give(app, pasted=BAN, title="Night work")
    assert "<h1>Night work</h1>" in headline(app)
    assert any("banned night work" in row["title"] for row in rows(app))


def test_addresses_are_fetched_only_where_ticked(open_app, monkeypatch):
    """Pasted addresses bring a tick that is off; without it nothing can be opened, and nothing asks the network."""
    asked = []
    page = f"<html><title>Ban</title><body><article><h1>Ban</h1><p>{BAN * 4}</p></article></body></html>".encode()

    def fetch(_, address):
        asked.append(address)
        return Fetched(address=address, data=page, kind="text/html", charset="", day=dt.date(2024, 6, 1))

    monkeypatch.setattr(Fetcher, "fetch", fetch)
    app = open_app()
    app.button(key="open").click().run()
    app.text_area(key="pasted").set_value("https://gazette.example/1").run()
    assert not app.checkbox(key="fetch").value
    assert app.button(key="show_timeline").disabled
    assert [] == asked
    app.checkbox(key="fetch").check().run()
    app.button(key="show_timeline").click().run()
    assert ["https://gazette.example/1"] == asked
    assert any("banned night work" in row["title"] for row in rows(app))
    assert ("https://gazette.example/1", "fetched from https://gazette.example/1 on 2024-06-01") in problems_of(app)


def test_added_documents_are_new_until_dismissed(open_app, tmp_path):
    """What joins a briefing is marked in the list and counted above it; “Show only new” and “Dismiss” do so."""
    (tmp_path / "court.txt").write_text(COURT, encoding="utf-8")
    app = give(open_app(tmp_path), pasted=BAN, add=True)
    assert "2 sources" in headline(app)
    marked = [row["title"] for row in rows(app) if "new" in row["marks"]]
    assert len(marked) == 1
    assert "banned night work" in marked[0]
    assert any("1 new event from 1 document." in line for line in said(app))
    app.button(key="news_show").click().run()
    assert [row["title"] for row in rows(app)] == marked
    app.button(key="news_dismiss").click().run()
    app.run()
    assert len(rows(app)) > 1
    assert not any("new" in row["marks"] for row in rows(app))


def test_an_added_table_is_new_until_dismissed(open_app):
    """Its events are marked, but for those that were there; a briefing that starts with a table has nothing new."""
    plan = b"title,start\nSecond bore opens,2026-01-05\n"
    known = json.loads(TABLE.read_text(encoding="utf-8"))["events"][:1]
    again = json.dumps([*known, {"title": "Third bore opens", "start": "2027-01-05"}]).encode()
    app = give(open_app(TABLE), files=[("plan.csv", plan), ("again.json", again)], pasted=BAN, add=True)
    assert any("3 new events from 1 document and 2 tables." in line for line in said(app))
    app.button(key="news_show").click().run()
    assert [row["title"] for row in rows(app)][1:] == ["Second bore opens", "Third bore opens"]
    app.button(key="news_dismiss").click().run()
    assert not any("new" in row["marks"] for row in rows(app))
    started = give(open_app(TABLE), files=[("plan.csv", plan)], pasted=BAN, title="Anew")
    assert not any("new event" in line for line in said(started))


def test_an_upload_says_what_was_taken_as_what(open_app):
    """Documents and tables are told apart by what is in them; a bad file is named with its reason, and stops none."""
    files = [
        ("../../good.txt", BAN.encode()),
        ("<b>.txt", b""),
        ("plan.csv", b"title,start\nSecond bore opens,2026-01-05\n"),
    ]
    app = give(open_app(), files=files, title="Mixed")
    assert any(
        "Opened 1 document, “plan.csv” as a table of 1 event. 1 could not be read: “&lt;b&gt;.txt” (empty file" in line
        for line in said(app)
    )
    assert [name for name, _ in problems_of(app)] == ["<b>.txt"]
    app.segmented_control(key="show").set_value("all").run()
    titles = {row["title"] for row in rows(app)}
    assert "Second bore opens" in titles
    assert len(titles) == 2
    app.button(key="opened_dismiss").click().run()
    assert not any("plan.csv" in line for line in said(app))


def test_a_saved_workspace_opens_as_it_was(open_app, tmp_path):
    """A workspace file is known by its content, whatever it is called, and is not mixed with anything."""
    saved = Workspace(tmp_path / "saved.timeline")
    saved.set_title("Saved affair")
    saved.add_documents([Document(text=BAN, published=dt.date(2024, 5, 3))], at=dt.datetime(2024, 6, 1, tzinfo=dt.UTC))
    saved.export(tmp_path / "out.bin")
    content = (tmp_path / "out.bin").read_bytes()
    app = give(open_app(), files=[("kept.bin", content)])
    assert "<h1>Saved affair</h1>" in headline(app)
    app = give(open_app(), files=[("kept.bin", content), ("more.txt", b"Text.")])
    assert "open it alone" in read(app.error[0])
    assert "The harbour tunnel" in headline(app)


def test_a_date_that_no_document_states_is_asked_for(open_app, tmp_path):
    """The reader's date is kept, and the events are dated from it."""
    (tmp_path / "undated.txt").write_text("The ministry banned night work last week.", encoding="utf-8")
    app = open_app(tmp_path)
    assert any("1 document does not say when published" in line for line in said(app))
    app.button(key="undated_give").click().run()
    field = next(each for each in app.date_input if each.key.startswith("published_"))
    assert field.value is None
    field.set_value(dt.date(2024, 5, 8)).run()
    app.button(key="use_dates").click().run()
    app.run()
    app.segmented_control(key="show").set_value("all").run()
    assert "2024" in headline(app)
    assert not any("does not say when" in line for line in said(app))
    assert "8 May 2024" in json.dumps(shown(app)["event"])


def test_a_guess_is_filled_in_and_can_be_kept(open_app):
    """After opening, a document with an inferred date is asked about once, with the guess in the field."""
    told = b"The ministry banned night work on 2 May 2024. It met on 6 May 2024."
    app = give(open_app(), files=[("a.txt", told)])
    app.button(key="undated_give").click().run()
    field = next(each for each in app.date_input if each.key.startswith("published_"))
    assert field.value == dt.date(2024, 5, 6)
    app.button(key="leave_dates").click().run()
    assert not any("say when published" in line for line in said(app))


def test_many_documents_are_dated_in_one_table(open_app, tmp_path):
    """One date for all, or a pasted column, dates every row; what is no date in it is said."""
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(
            f"The ministry banned work number {number} last week.", encoding="utf-8"
        )
    app = open_app(tmp_path)
    app.button(key="undated_give").click().run()
    app.text_area(key="published_paste").set_value("2024-05-08\nsoon\n").run()
    assert any("'soon' is no one day" in read(warning) for warning in app.warning)
    app.date_input(key="published_all").set_value(dt.date(2024, 6, 5)).run()
    app.button(key="use_dates").click().run()
    app.run()
    dates = sorted(str(document.published) for document in app.session_state["work"].documents)
    assert ["2024-05-08", *["2024-06-05"] * 5] == dates


def test_limits_are_said_in_numbers():
    """Too many files, or too much of them, is refused with the limit and what to do."""
    assert _explain_too_much(200, 1_000_000) == ""
    assert "at most 1,000" in _explain_too_much(1_001, 1)
    assert "at most 400 MB" in _explain_too_much(30, 500_000_000)


@pytest.mark.parametrize(
    ("address", "url", "said_so"),
    [
        ("127.0.0.1", "", ""),
        ("127.0.0.1", "https://desk.example", "https://desk.example"),
        ("0.0.0.0", "", "0.0.0.0"),
        (None, "", "every address"),
    ],
)
@pytest.mark.parametrize("asked", ["yes", "no"])
def test_the_page_says_when_others_reach_it_unasked(monkeypatch, address, url, said_so, asked):
    """Only a server that this machine alone can reach, or that asks who somebody is, needs no word."""
    from timeline.screen import news

    monkeypatch.setenv("TIMELINE_LOGIN", asked)
    monkeypatch.setenv("TIMELINE_URL", url)
    monkeypatch.setattr(news.st, "get_option", lambda _: address)
    assert news._open_address() == ("" if asked == "yes" else said_so)


def test_a_server_begun_anew_reads_nothing_twice(monkeypatch, tmp_path):
    """What a document gave is on disk: with one document more, or after a restart, only what is new is searched."""
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path))
    searched = []
    search = build._search
    monkeypatch.setattr(
        build, "_search", lambda document, *rest: searched.append(document.id) or search(document, *rest)
    )
    old = Document(text="Acme sued Globex on Monday.", published=dt.date(2024, 3, 5))
    new = Document(text="Globex fined Acme on Tuesday.", published=dt.date(2024, 3, 6))

    briefing.build_once(Inputs(documents=(old,)))
    briefing._list_built().clear()
    timeline = briefing.build_once(Inputs(documents=(old, new)))

    assert [old.id, new.id] == searched
    assert {"Acme sued Globex", "Globex fined Acme"} == set(timeline.events["title"])
