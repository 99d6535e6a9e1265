"""What an upload is taken for: documents, a table of events, a workspace, or a problem that costs only itself."""

import json
from pathlib import Path

import pytest

from timeline.session import uploads
from timeline.session.uploads import take_uploads

TABLE = Path(__file__).parents[1] / "tests" / "cases" / "screen_briefing.json"
BAN = "The ministry banned night work on 2 May 2024."

KINDS = [
    ("articles.csv", b"title,date,text\nBan,2024-05-03," + b"The ministry banned night work. " * 9, "documents"),
    ("lite.csv", b"Date,Headline,Text\n1969-07-20,First step,A man steps out.\n", "table"),
    ("mac.csv", b"Date,Event\r1969-07-20,First step\r", "table"),
    ("events.csv", "﻿Title;Start\nBan;2024-05-02\n".encode(), "table"),
    ("events.csv", b"event,date\nBan,2024-05-02\n", "table"),
    ("old mac.csv", b"title,start\rBan,2024-05-02\r", "table"),
    ("old mac.csv", b"title,date,text\rBan,2024-05-03," + b"The ministry banned night work. " * 9, "documents"),
    ("mixed.csv", b'"title\rof","start\r\n\x00\rBan', "problem"),
    ("events.csv", b"title,start\nBan,not a day\n", "table"),
    ("events.csv", b"title,colour\nBan,red\n", "problem"),
    ("events.json", TABLE.read_bytes(), "table"),
    ("articles.json", json.dumps([{"title": "Ban", "text": BAN, "date": "2024-05-03"}]).encode(), "documents"),
    ("list.json", json.dumps([{"title": "Ban", "start": "2024-05-02"}]).encode(), "table"),
    ("broken.json", b"{", "problem"),
    ("book.xlsx", b"no workbook", "problem"),
    ("note.txt", b"title,start\nBan,2024-05-02\n", "documents"),
    ("scan.exe", b"MZ", "problem"),
]


@pytest.mark.parametrize(("name", "content", "kind"), KINDS, ids=[f"{k[0]}-{k[2]}" for k in KINDS])
def test_files_are_told_apart_by_what_is_in_them(name, content, kind):
    """A table of events is a table, one of articles is documents, and what is neither says why."""
    taken = take_uploads([(name, content)])
    assert bool(taken.tables) == (kind == "table")
    problems = [document.problem for document in taken.documents if document.problem]
    assert bool(problems) == (kind == "problem")
    assert bool(taken.documents) == (kind != "table")


def test_five_broken_files_of_two_hundred_are_named():
    """The others are read, and each of the five has its reason."""
    files = [
        (f"note {n}.txt", f"The ministry banned night work number {n} on 2 May 2024.".encode()) for n in range(195)
    ]
    broken = [
        ("a.pdf", b"%PDF-1.4 nothing"),
        ("b.docx", b"PK\x03\x04"),
        ("c.txt", b""),
        ("d.exe", b"MZ"),
        ("e.json", b"["),
    ]
    heard = []
    taken = take_uploads([*files[:100], *broken, *files[100:]], progress=lambda *step: heard.append(step))
    assert {d.path for d in taken.documents if d.problem} == {name for name, _ in broken}
    assert len({d.id for d in taken.documents}) == 200
    assert [done for done, _, _ in heard] == list(range(200))
    assert taken.describe().startswith("Opened 195 documents. 5 could not be read: “a.pdf” (")


def test_a_file_that_nobody_foresaw_costs_itself_alone(monkeypatch):
    """Whatever a library raises over one file, the others of the upload are taken."""

    def fail(_content, _suffix):
        raise RecursionError

    monkeypatch.setattr(uploads, "parse", fail)
    taken = take_uploads([("events.csv", b"title,start\nBan,2024-05-02\n"), ("note.txt", BAN.encode())])
    assert [document.path for document in taken.documents if document.problem] == ["events.csv"]
    assert [document.path for document in taken.documents if not document.problem] == ["note.txt"]


def test_what_programs_leave_behind_is_passed_over():
    """Of a folder dropped as a whole, locks and thumbnails are named in one line, and are no problems."""
    taken = take_uploads([("note.txt", BAN.encode()), ("Thumbs.db", b"x"), ("~$note.docx", b"x")])
    assert taken.describe() == (
        "Opened 1 document. 2 files that programs leave behind (Thumbs.db, ~$note.docx): passed over."
    )
    assert not [document for document in taken.documents if document.problem]


def test_an_upload_never_writes_outside_its_folder(tmp_path, monkeypatch):
    """A file name from outside is a name to show, not a path."""
    monkeypatch.chdir(tmp_path)
    names = ["../../evil.txt", "/etc/passwd", "a" * 300 + ".txt", "note.txt\x00.md", "..", "con.txt"]
    taken = take_uploads([(name, BAN.encode()) for name in names])
    assert len(taken.documents) == len(names)
    assert not any("/" in document.path for document in taken.documents)
    assert list(tmp_path.iterdir()) == []


def test_pasted_addresses_are_no_text():
    """Without a fetcher they are a problem that says how; a text with an address in it stays a text."""
    [document] = take_uploads([], "https://gazette.example/1\n").documents
    assert "nothing is fetched unless asked for" in document.problem
    [document] = take_uploads([], "It stands on https://gazette.example/1 since 3 May 2024.").documents
    assert document.problem is None


@pytest.mark.parametrize("name", ["plan.ics", "plan.mw", "plan.html", "crawl.warc.gz"])
def test_what_the_command_line_reads_is_opened(name):
    """Calendars, markwhen text and tables of a page are tables; a packed web archive is known by the suffix within."""
    content = {
        "plan.ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        b"DTSTART;VALUE=DATE:20240503\r\nSUMMARY:Council votes\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "plan.mw": b"2024-05-03: Council votes\n",
        "plan.html": b"<table><tr><th>Date<th>Event<tr><td>3 May 2024<td>Council votes<tr><td>2025<td>Sale</table>",
        "crawl.warc.gz": b"no archive",
    }[name]
    taken = take_uploads([(name, content)])
    if name == "crawl.warc.gz":
        assert "no web archive" in taken.documents[0].problem
    else:
        assert "Council votes" in taken.tables[0][1].events["title"].tolist()
