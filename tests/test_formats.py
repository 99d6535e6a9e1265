"""Files out and in again: nothing changes on the way, and no text of a document becomes a command."""

import dataclasses
import datetime as dt
import importlib
import io
import json
import pickle
import re
import struct
import zipfile
import zlib
from unittest.mock import Mock

import docx
import jsonschema
import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kaleido.errors import KaleidoError
from make import document_row, mention_row, table_timeline
from plotly.offline import get_plotlyjs_version

import timeline
from timeline.dates import to_edtf
from timeline.errors import FormatError, TableError
from timeline.formats import (
    FORMATS,
    SUFFIXES,
    as_parquet,
    as_xlsx,
    export,
    lookup,
    parse,
    picture,
    read_table,
    render,
    write_file,
)
from timeline.formats.cells import defuse, join_names, refuse_cell, split_names
from timeline.formats.headings import group_by_heading
from timeline.shipped import find_shipped
from timeline.table import (
    ACTORS,
    BASES,
    DOCUMENTS,
    EVENTS,
    MENTIONS,
    PROBLEMS,
    REVIEWS,
    STATUSES,
    Note,
    Timeline,
    from_frame,
    to_frame,
    validate,
)
from timeline.table import TABLES as COLUMNS
from timeline.wording import describe_date

few = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])  # a timeline is large

TABLES = ("events", "mentions", "documents", "actors", "problems")
PICTURES = {".png", ".svg", ".pdf"}
WRITTEN = [s for s in SUFFIXES if s not in PICTURES]
ANY = [pytest.param(s, marks=pytest.mark.browser) if s in PICTURES else s for s in SUFFIXES]
HOSTILE = (
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "'=1",
    "'tis",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    '<img src=x onerror="alert(1)">',
    "{{figure}} {{script}}",
    "line\u2028separator\u2029",
    'quote " and \\ and \r\n newline',
    "nul \x00 bell \x07 escape \x1b[31m",
    "\u202eright to left\u202c \u0645\u0631\u062d\u0628\u0627 \u4f60\u597d \U0001f680",
    "$5 and $6 **bold** [link](http://x.example) | cell",
    "x" * 10_000,
)

days = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31))
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(HOSTILE[:-1])
titles = text.filter(str.strip)
names = st.lists(text.map(str.strip).filter(bool), max_size=3, unique=True)


@st.composite
def when(draw):
    """The days of one event, as the road would write them."""
    form = draw(st.sampled_from(["day", "bounded", "month", "period", "open", "undated"]))
    first, last = sorted([draw(days), draw(days)])
    if form == "undated":
        return {"start": None, "end": None, "precision": "undated", "span": "point"}
    if form == "day":
        return {"start": first, "end": first, "precision": "day", "span": "point"}
    if form == "month":
        start = first.replace(day=1)
        end = (start + dt.timedelta(days=31)).replace(day=1) if start < dt.date(9999, 12, 1) else None
        last = end - dt.timedelta(days=1) if end else dt.date(9999, 12, 31)
        return {"start": start, "end": last, "precision": "month", "span": "point"}
    if form == "bounded":
        return {"start": first, "end": last, "precision": "bounded", "span": "point"}
    return {"start": first, "end": last if form == "period" else None, "precision": "day", "span": "period"}


@st.composite
def timelines(draw, most=3):
    """Timelines with odd characters, early years and open ends."""
    rows = [_event(draw, number) for number in range(draw(st.integers(0, most)))]
    rows.sort(key=lambda r: (r["start"] or dt.date.max, r["end"] or dt.date.max, r["event_id"]))
    documents = [_document(draw, number) for number in range(2)]
    mentions = [_mention(draw, n, row["event_id"], documents[n % 2]) for n, row in enumerate(rows)]
    built = Timeline(
        events=to_frame(rows, EVENTS),
        mentions=to_frame(mentions, MENTIONS),
        documents=to_frame(documents, DOCUMENTS),
        actors=to_frame([{"name": "A; B", "kind": "other", "aliases": draw(names), "events": 1}], ACTORS),
        problems=to_frame([{"document": draw(text), "stage": "read", "message": draw(text)}], PROBLEMS),
        title=draw(text),
    )
    validate(built)
    return built


def _event(draw, number):
    shown = draw(when())
    return {
        "event_id": f"{number:04d}",
        "title": draw(titles),
        **shown,
        "edtf": to_edtf(shown["start"], shown["end"], shown["precision"], shown["span"]),
        "date_basis": draw(st.sampled_from(BASES)),
        "status": draw(st.sampled_from(STATUSES)),
        "kind": "other",
        "actors": draw(names),
        "sources": draw(st.integers(0, 9)),
        "mentions": draw(st.integers(0, 9)),
        "importance": draw(st.floats(0, 1)),
        "review": draw(st.sampled_from([r for r in REVIEWS if r != "hidden"])),
        "agent": draw(st.sampled_from(["", "Firefighters"])),
        "conflicts": draw(names),
        "retellings": draw(names),
        "tags": draw(names),
        "comment": draw(st.sampled_from(["", "To check\nwith the ministry"])),
    }


def _mention(draw, number, event_id, document):
    place = draw(st.none() | st.integers(0, 99))
    return {
        **dict.fromkeys(MENTIONS, ""),
        "mention_id": f"m{number}",
        "event_id": event_id,
        "document_id": document["document_id"],
        "start_char": 0,
        "end_char": 5,
        "trigger_start": 1,
        "trigger_end": 2,
        "quote": draw(text),
        "date_start_char": place,
        "date_end_char": place,
        "date_basis": "none",
        "status": "happened",
        "actors": draw(names),
    }


def _document(draw, number):
    return {
        **{name: draw(text) for name in ("path", "url", "title", "publisher")},
        "document_id": f"d{number}",
        "published": draw(st.none() | days),
        "published_basis": "given",
        "language": "en",
        "characters": 7,
        "sha256": "0",
        "copy_of": "",
    }


def _assert_same(one, other):
    assert one.title == other.title
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name), obj=name)


def _hostile():
    return from_frame(
        pd.DataFrame({"title": HOSTILE, "start": "2025-07-14", "actors": [[t.strip(), "B"] for t in HOSTILE]}), "<b>&"
    )


@few
@given(timelines())
def test_json_carries_the_whole_timeline(built):
    """JSON out and in again gives an equal timeline: all five tables and the title."""
    _assert_same(parse(render(built, "json", scope="all"), "json"), built)


@few
@given(timelines(), st.booleans())
def test_csv_carries_the_events(built, bom):
    """CSV out and in again gives an equal events table, with a byte order mark or without."""
    back = parse(render(built, "csv", scope="all", bom=bom), "csv")
    pd.testing.assert_frame_equal(back.events, built.events)


@given(st.lists(st.text().map(str.strip).filter(bool)))
def test_any_names_survive_a_cell(listed):
    """No name, whatever semicolons and backslashes it holds, is split or changed by a cell."""
    assert split_names(join_names(listed)) == listed


@given(st.text() | st.sampled_from(HOSTILE))
def test_defused_text_is_no_formula_and_reads_back(cell):
    """No defused cell opens with what a spreadsheet would run, and every one reads back unchanged."""
    assert not defuse(cell).lstrip().startswith(("=", "+", "-", "@"))
    assert not defuse(cell).startswith(("\t", "\r", "\n"))
    assert refuse_cell(defuse(cell)) == cell


@pytest.mark.parametrize("suffix", ANY)
def test_hostile_text_survives_every_format(suffix):
    """Formulas, markup, control characters and 10,000-character titles stop no format."""
    assert render(_hostile(), suffix, scope="all")


@pytest.mark.parametrize("suffix", ANY)
def test_every_format_takes_a_timeline_without_events(suffix):
    """A timeline without events is written, not refused."""
    empty = from_frame(pd.DataFrame({"title": [], "start": []}))
    assert render(empty, suffix)


@pytest.mark.parametrize("suffix", WRITTEN)
def test_the_same_timeline_gives_the_same_bytes(suffix):
    """No clock and no chance is in a file we write: the same timeline gives the same bytes."""
    tl = from_frame(
        pd.DataFrame({"title": ["Ban", "Deal"], "start": ["2025-04", "2025-08-11"], "actors": "Nvidia; China"})
    )
    assert render(tl, suffix) == render(tl, suffix)


def test_every_entry_of_the_lookup_holds():
    """Every format has a module that writes it, and one that reads it if the lookup says so."""
    for suffix, known in FORMATS.items():
        assert suffix == known.suffix == suffix.lower()
        assert callable(known._load_function("write"))
        module = importlib.import_module(f"timeline.formats.{known.reader or known.module}")
        assert known.reads == hasattr(module, "read")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda tl, p: export(tl, p / "t.doc"), "unknown format '.doc'; choose one of: .csv .xlsx"),
        (lambda tl, p: export(tl, p / "t"), "unknown format 't'; choose one of: .csv .xlsx"),
        (
            lambda tl, p: export(tl, p / "t.csv", scope="some"),
            "unknown scope 'some'; choose one of: main, all, accepted",
        ),
        (lambda tl, p: export(tl, p / "t.csv", wide=True), "'.csv' has no option 'wide'; its options: bom"),
        (lambda tl, p: export(tl, p / "no" / "t.csv"), "cannot write"),
        (lambda _, p: read_table(p / "t.md"), "a timeline cannot be read from '.md'; it can from: .csv .xlsx"),
    ],
)
def test_what_cannot_be_written_says_what_can(call, message, tmp_path):
    """An unknown suffix, scope or option lists those that exist, and nothing is written."""
    tl = from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025-04"]}))
    with pytest.raises(FormatError) as refused:
        call(tl, tmp_path)
    assert message in str(refused.value)
    assert not list(tmp_path.iterdir())


def _zipped(name):
    """A zip file with one part."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr(name, "hello")
    return content.getvalue()


@pytest.mark.parametrize(
    ("suffix", "data", "message"),
    [
        ("csv", b"", "the table is empty"),
        ("csv", b"colour,size\nBan,2025\n", "no column 'title'"),
        ("csv", b"title,start\nBan,sometime\n", "row 1, column 'start': 'sometime'"),
        ("csv", b"title,start\nBan,2025,more\n", "row 1 has 3 cells, the first line 2"),
        ("csv", b"title,start,Title\nBan,2025,x\n", "column 'title' stands twice"),
        ("csv", b'title,start\n"Ban,2025\n', "not comma-separated values"),
        ("csv", "title,start\nVerbot f\u00fcr H20,2025\n".encode("latin-1"), "not UTF-8, so read as Windows-1252"),
        ("csv", b"\x89PNG\r\n\x1a\n\x00", "is not UTF-8"),
        ("xlsx", b"", "not a workbook (.xlsx)"),
        ("xlsx", b"PK\x03\x04 and no more", "not a workbook (.xlsx)"),
        ("xlsx", _zipped("hello.txt"), "not a workbook (.xlsx)"),
        ("parquet", b"", "not Parquet"),
        ("parquet", b"PAR1 and no more", "not Parquet"),
        ("json", b"", "not JSON"),
        ("json", b"[" * 100_000, "not JSON"),
        ("json", b"7", "there are no events"),
        ("json", b'{"events": [7]}', "there are no events"),
        ("json", b'[{"title": "Ban", "start": "sometime"}]', "row 1, column 'start': 'sometime'"),
        ("json", b'{"title": 3, "events": []}', "title: 3 is not text"),
    ],
)
def test_a_bad_table_is_refused_in_one_line(suffix, data, message):
    """Whatever is no table is refused with the place and the value, never with a traceback of another library."""
    with pytest.raises(TableError) as refused:
        parse(data, suffix, strict=True)
    assert message in str(refused.value)


FOREIGN = (
    KeyError("sheet1.xml"), IndexError(), ValueError("bad"), RecursionError(), MemoryError(), OverflowError("int"),
    AttributeError("no text_frame"), UnicodeDecodeError("ascii", b"\xff", 0, 1, "no"), zipfile.BadZipFile("cut"),
    struct.error("unpack"), OSError(5, "broken"), AssertionError(), ZeroDivisionError(), EOFError(), zlib.error("-3"),
)  # fmt: skip


@pytest.mark.parametrize("error", FOREIGN, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("suffix", [form.suffix for form in FORMATS.values() if form.reads])
def test_whatever_a_library_raises_is_an_error_of_ours(monkeypatch, suffix, error):
    """No reader of tables, nor the library behind it, ends a program: it is one line that names the error."""
    form = FORMATS[suffix]
    module = importlib.import_module(f"timeline.formats.{form.reader or form.module}")
    monkeypatch.setattr(module, "read", Mock(side_effect=error))
    with pytest.raises(TableError, match=rf"no {suffix} that can be read \({type(error).__name__}.*; save it anew"):
        parse(b"title,start", suffix)


def test_a_table_that_is_too_large_is_refused_by_its_bound(tmp_path, monkeypatch):
    """No more of its file is read than shows that it is."""
    exporting = importlib.import_module("timeline.formats.export")  # the package calls the function so
    monkeypatch.setattr(lookup, "LARGEST_TABLE", 1_000_000)
    monkeypatch.setattr(exporting, "LARGEST_TABLE", 1_000_000)
    path = tmp_path / "a.csv"
    path.write_bytes(b"title,start\n" + b"Ban,2024\n" * 120_000)
    with pytest.raises(TableError, match="larger than 1 MB, the most that a table may have: split it"):
        read_table(path)
    assert len(exporting.read_start(path)) == 1_000_001


LINKED = ["https://gazette.example/a?b=1&c=2", "https://herald.example/pier_(old)"]


@pytest.mark.parametrize("suffix", [".csv", ".ics", ".timelinejs.json", ".xlsx", ".parquet", ".json"])
def test_links_go_out_and_come_back(suffix):
    """Every address that a table names for an event is among its sources after writing and reading."""
    told = from_frame(pd.DataFrame({"title": ["Ban", "Deal"], "start": "2025-04-01", "url": [LINKED, ""]}))
    back = parse(render(told, suffix, scope="all"), suffix)
    events = dict(zip(back.events["event_id"], back.events["title"], strict=True))
    links = dict(zip(back.documents["document_id"], back.documents["url"], strict=True))
    found = [(events[row.event_id], links[row.document_id]) for row in back.mentions.itertuples()]
    assert found == [("Ban", LINKED[0]), ("Ban", LINKED[1])]


OTHERS = {
    "mw": b"2024-05-03: Council [votes](https://g.example/1)\n",
    "json": b"""[{"content": "<a href='https://g.example/1'>Council</a> votes", "start": "2024-05-03"}]""",
    "csv": b"Date,Event,Media\n2024-05-03,Council votes,https://g.example/1\n",
    ".csv": b'Date,Event\n2024-05-03,"Council <a href=""https://g.example/1"">votes</a>"\n',
    "ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20240503\r\n"
    b"SUMMARY:Council votes\r\nDESCRIPTION:See <a href='https://g.example/1'>here</a>\r\nEND:VEVENT\r\n"
    b"END:VCALENDAR\r\n",
    "timelinejs.json": b"""{"events": [{"start_date": {"year": "2024", "month": "5", "day": "3"}, "text": {"headline":
    "Council votes", "text": "<p><a href='https://g.example/1'>Gazette</a></p>"},
    "media": {"url": "https://g.example/a.jpg"}}]}""",
}


@pytest.mark.parametrize("suffix", OTHERS)
def test_links_of_other_programs_are_kept(suffix):
    """Wherever they write them; the address of a picture is none."""
    told = parse(OTHERS[suffix], suffix)
    assert (told.events["title"].tolist(), told.documents["url"].tolist()) == (
        ["Council votes"],
        ["https://g.example/1"],
    )


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("events", "start", "14.7.2025"),
        ("events", "sources", 1.5),
        ("events", "actors", "Nvidia"),
        ("events", "importance", "high"),
        ("events", "status", "maybe"),
        ("documents", "published", 20250714),
        ("documents", "title", "half a character \ud83d"),
        ("mentions", "date_start_char", -1),
        ("mentions", "event_id", "nobody's"),
    ],
)
def test_a_cell_that_does_not_hold_is_named(table, column, value):
    """A cell of a saved timeline that does not hold is named with its table, row and column."""
    content = json.loads(render(_small(), "json"))
    content[table][0][column] = value
    with pytest.raises(TableError) as refused:
        parse(json.dumps(content).encode(), "json")
    assert f"table {table!r}, row 1, column {column!r}" in str(refused.value)


def _small():
    """One event, told in one document."""
    event = from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025-04"], "event_id": ["e1"]}))
    document = document_row(document_id="d1", characters=4)
    mention = mention_row(
        mention_id="m1", event_id="e1", document_id="d1", quote="Ban in April", start_char=0, end_char=12,
        trigger_start=0, trigger_end=3, date_start_char=7, date_end_char=12, date_text="April",
    )  # fmt: skip
    return table_timeline(event.events, [mention], [document], "Chips")


@pytest.mark.parametrize(
    "data",
    [
        b"title;start;actors\nBan;April 2025;Nvidia, Inc.\n",
        b'\xef\xbb\xbfTitle,Start,Actors\r\nBan,April 2025,"Nvidia, Inc."\r\n\r\n',
        "title\tstart\tactors\nBan\tApril 2025\tNvidia, Inc.\n".encode("utf-16"),
    ],
)
def test_tables_as_spreadsheets_save_them_are_read(data):
    """Semicolons, tabs, a byte order mark, UTF-16 and blank lines are read as what they mean."""
    events = parse(data, "csv").events
    assert events[["title", "edtf", "actors"]].to_numpy().tolist() == [["Ban", "2025-04", ["Nvidia, Inc."]]]


def test_pandas_reads_the_csv(tmp_path):
    """A saved CSV is a table like any other for pandas, and its frame reads back, too."""
    tl = from_frame(pd.DataFrame({"title": ["Ban"], "start": ["April 2025"], "actors": ["Nvidia; China"]}))
    timeline.export(tl, tmp_path / "t.csv")
    pd.testing.assert_frame_equal(timeline.read_table(pd.read_csv(tmp_path / "t.csv")).events, tl.events)


def test_hidden_events_are_never_written():
    """What a reader has hidden is in no export, whatever the scope."""
    tl = from_frame(pd.DataFrame({"title": ["Ban", "Deal"], "start": "2025", "review": ["hidden", "accepted"]}))
    for scope in ("main", "all", "accepted"):
        assert list(pd.read_csv(io.BytesIO(render(tl, "csv", scope=scope))).title) == ["Deal"]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"start": "2025-07-14"}, "14 July 2025"),
        ({"start": "2025-04"}, "April 2025"),
        ({"start": "2025"}, "2025"),
        ({"start": "2025-07-26", "end": "2025-07-28"}, "26–28 July 2025"),
        ({"start": "2025-07-26", "end": "2025-08-03"}, "26 July – 3 August 2025"),
        ({"start": "2024-12-26", "end": "2025-01-03"}, "26 December 2024 – 3 January 2025"),
        ({"edtf": "2022/.."}, "since 2022"),
        ({"edtf": "../2022-03"}, "until March 2022"),
        ({"edtf": "2019/2021"}, "2019–2021"),
        ({"edtf": "2025-04/2025-06"}, "April – June 2025"),
        ({"edtf": "[2025-07-19..2025-07-26]", "precision": "bounded"}, "between 19 and 26 July 2025"),
        ({"edtf": "[2025-07-11..2025-07-20]", "precision": "part"}, "mid-July 2025"),
        ({"edtf": "[2025-01-01..2025-04-30]", "precision": "part"}, "early 2025"),
        ({"edtf": "[2023-10-11,2023-11-10]"}, "11 October 2023 or 10 November 2023"),
    ],
)
def test_days_in_words_say_no_more_than_the_table(cells, words):
    """A date reads as exact as it is known, and what both ends share is said once."""
    events = from_frame(pd.DataFrame([{"title": "Ban", "start": None, **cells}])).events
    assert describe_date(events.to_dict("records")[0]) == words


@given(when())
def test_any_days_have_words(shown):
    """No days are without words."""
    edtf = to_edtf(shown["start"], shown["end"], shown["precision"], shown["span"])
    assert describe_date({**shown, "edtf": edtf})


def test_headings_stand_once_each():
    """Each heading stands once, a year's events before its months', undated events last."""
    starts = ["2025-01-01", "2025", "2025-01-31", "2025-02", ""]
    tl = from_frame(pd.DataFrame({"title": list("abcde"), "start": starts}))
    assert list(group_by_heading(tl.events)) == ["January 2025", "2025", "February 2025", "Undated"]


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@given(timelines())
def test_any_timeline_can_be_written_in_any_format(built):
    """Odd characters, early years, open ends and no events at all stop no format."""
    for suffix in WRITTEN:
        assert render(built, suffix, scope="all")


@pytest.mark.parametrize("suffix", [".xlsx", ".parquet"])
@few
@given(built=timelines())
def test_workbook_and_parquet_carry_the_whole_timeline(suffix, built):
    """XLSX and Parquet out and in again give an equal timeline: all five tables and the title."""
    with pytest.MonkeyPatch.context() as patch:  # what goes to another process goes to none, which costs half a second
        for reader in (as_xlsx, as_parquet):
            patch.setattr(reader, "run_apart", lambda function, data, _: pickle.loads(pickle.dumps(function(data))))
        _assert_same(parse(render(built, suffix, scope="all"), suffix), built)


def test_parquet_passes_through_another_process():
    """As it does where no test stands in the way."""
    built = _small()
    _assert_same(parse(render(built, ".parquet", scope="all"), ".parquet"), built)


def test_a_second_reader_finds_every_event_in_the_calendar():
    """A calendar library reads titles, days (the end is the day after), actors and notes as they are in the table."""
    icalendar = pytest.importorskip("icalendar")
    cells = {
        "title": ["Ban, as of now; \\n\nand 你好 " * 9, "Deal"],
        "start": ["2025-04", "2025-08-11"],
        "actors": "A, B; C",
    }
    calendar = icalendar.Calendar.from_ical(render(from_frame(pd.DataFrame(cells), "Chips"), "ics"))
    ban, deal = calendar.walk("VEVENT")
    assert str(ban["SUMMARY"]) == cells["title"][0]
    assert (ban["DTSTART"].dt, ban["DTEND"].dt) == (dt.date(2025, 4, 1), dt.date(2025, 5, 1))
    assert (deal["DTSTART"].dt, deal["DTEND"].dt) == (dt.date(2025, 8, 11), dt.date(2025, 8, 12))
    assert "somewhere within" in ban["DESCRIPTION"]
    assert "somewhere within" not in deal["DESCRIPTION"]
    assert [str(name) for name in deal["CATEGORIES"].cats] == ["A, B", "C"]


@few
@given(timelines())
def test_no_line_of_a_calendar_is_longer_than_75_octets(built):
    """Calendars are folded between characters, and no text of a document starts a line of its own."""
    lines = render(built, "ics", scope="all").split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    names = {line.decode().split(":")[0].split(";")[0] for line in lines if line and not line.startswith(b" ")}
    known = "BEGIN END VERSION PRODID CALSCALE X-WR-CALNAME X-WR-CALDESC UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION"
    assert names <= {*known.split(), "CATEGORIES", "STATUS", "TRANSP"}


def test_markdown_quotes_its_sources_in_footnotes():
    """Every event of the Markdown points to a footnote with the quote and who said it."""
    text = render(_small(), "md").decode()
    assert "- **April 2025** Ban[^1]" in text
    assert "\n[^1]: “Ban in April” untitled document." in text


def test_markup_of_a_document_is_shown_as_it_stands():
    """No link, image, emphasis, mathematics, HTML or heading of a document is live in the Markdown."""
    title = "[a](http://x.example) ![b](//x) *c* $d$ <e> `f` www.x.example"
    text = render(from_frame(pd.DataFrame({"title": [title], "start": ["2025"]})), "md").decode()
    assert r"\[a\](http:\/\/x.example) !\[b\](//x) \*c\* \$d\$ \<e\> \`f\` www\.x.example" in text


@pytest.mark.browser
@pytest.mark.parametrize("suffix", [".pptx", ".docx", ".html"])
def test_what_users_wrote_on_the_chart_is_in_every_chart(suffix):
    """The words of a shade and of a line are in slides, handout and page, and none where nothing was written."""
    rows = [{"title": f"Ban {day}", "start": f"2025-07-{day:02}", "importance": 0.9} for day in range(3, 19)]
    plain = from_frame(pd.DataFrame(rows), "Bans")
    notes = (Note(dt.date(2025, 7, 4), dt.date(2025, 7, 9), "Truce"), Note(*[dt.date(2025, 7, 12)] * 2, "Vote"))
    for tl, is_said in ((dataclasses.replace(plain, notes=notes), True), (plain, False)):
        text = read_whole(render(tl, suffix, scope="all"))
        assert [word in text for word in ("Truce", "Vote")] == [is_said] * 2


def read_whole(data):
    """All text within a file, whether or not it is an archive."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())


def test_json_carries_what_users_wrote_on_the_chart():
    """An open end stays open, and what is no list of notes is refused with what it is."""
    notes = (Note(dt.date(2025, 7, 4), None, "Truce"),)
    tl = dataclasses.replace(from_frame(pd.DataFrame([{"title": "Ban", "start": "2025"}])), notes=notes)
    data = render(tl, ".json", scope="all")
    assert parse(data, ".json").notes == notes
    with pytest.raises(TableError, match="'notes' is 'Truce'"):
        parse(json.dumps(json.loads(data) | {"notes": "Truce"}).encode(), ".json")


def test_pictures_are_what_they_say():
    """PNG is twice as fine as the size asked for, SVG and PDF hold text as text, and SVG asks nobody for anything."""
    tl = from_frame(pd.DataFrame({"title": ["Ban reversed"], "start": ["2025-07-14"]}), "Chips")
    png = render(tl, "png", width=800, height=450)
    assert (png[:8], int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (b"\x89PNG\r\n\x1a\n", 1600, 900)
    svg = render(tl, "svg", title="Washington gave in").decode()
    assert ">Washington gave in</text>" in svg
    assert "Ban reversed<" in svg
    assert not re.search(r"<script|<image|(?:href|src)=\W?http", svg)
    pdf = render(tl, "pdf")
    assert pdf.startswith(b"%PDF")
    assert b"/Font" in pdf


@pytest.mark.browser
def test_the_view_on_the_screen_can_be_the_picture():
    """A figure given takes the place of the slide figure, at its own size."""
    tl = from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025-07-14"]}))
    figure = timeline.draw(tl, width=640, height=320).to_dict()
    png = render(tl, "png", figure=figure)
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (1280, 640)


def test_a_picture_without_a_browser_says_what_to_install(monkeypatch):
    """Where there is no Chrome, the message names it, how to get it, and the formats that need none."""
    monkeypatch.setattr(picture.Chromium, "find_browser", lambda **_: None)
    with pytest.raises(FormatError, match=r"apt install chromium.*html or \.pptx"):
        render(from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025"]})), "png")


@pytest.mark.parametrize("failure", [KaleidoError(525, "plotly.js error"), RuntimeError("gone"), TimeoutError()])
def test_a_browser_that_fails_says_so_in_one_line(monkeypatch, failure):
    """What goes wrong in the browser is an error of ours that names other formats, never a traceback of a library."""
    monkeypatch.setattr(picture, "find_chrome", lambda: "chromium")
    monkeypatch.setattr(picture, "draw_in_browser", Mock(side_effect=failure))
    with pytest.raises(FormatError, match=r"the browser could not draw the \.svg: .*; try \.html or \.pptx"):
        render(from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025"]})), "svg")


def test_the_picture_page_asks_no_network():
    """The page in which pictures are drawn takes its scripts from this machine: none has an address on the web."""
    page = picture.make_drawing_page().generate_index()
    assert "plotly" in page
    assert not re.search(r"src=\W?https?:", page)


@few
@given(timelines())
def test_json_holds_to_its_schema(built):
    """Whatever timeline is written as JSON is what `data/timeline.schema.json` describes."""
    schema = json.loads(find_shipped("data/timeline.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(render(built, "json", scope="all")), schema)


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    """A small file that says it holds gigabytes is refused before it is unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    with pytest.raises(TableError, match="unpacks to more than"):
        parse(packed.getvalue(), "xlsx")


def test_the_schema_names_every_column():
    """The schema has every table and every column, so that a new column cannot be forgotten there."""
    schema = json.loads(find_shipped("data/timeline.schema.json").read_text("utf-8"))
    for name, columns in COLUMNS.items():
        assert list(schema["properties"][name]["items"]["properties"]) == list(columns)


def test_word_has_a_line_for_every_event_and_nothing_of_the_library():
    """The chronology has date, event, actors, quote and source, a head for every page, and no foreign author."""
    document = docx.Document(io.BytesIO(render(_small(), "docx")))
    lines = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert lines[0] == ["Date", "Event", "Actors", "Quote", "Source"]
    assert lines[1] == ["April 2025", "Ban", "", "“Ban in April” [1]", "[1] untitled document"]
    assert "tblHeader" in document.tables[0].rows[0]._tr.xml
    assert document.core_properties.author == ""


def test_timelinejs_gets_escaped_slides_with_both_days():
    """TimelineJS shows texts as HTML: they are escaped; each slide has first and last day and the date in words."""
    tl = from_frame(pd.DataFrame({"title": ["<b>Ban</b>", "When?"], "start": ["2025-04", ""], "actors": ["A & B", ""]}))
    content = json.loads(render(tl, ".timelinejs.json"))
    (slide,) = content["events"]
    assert content["title"]["text"]["text"] == "1 undated left out"
    assert (slide["start_date"], slide["end_date"]["day"]) == ({"year": 2025, "month": 4, "day": 1}, 30)
    assert (slide["text"]["headline"], slide["group"]) == ("&lt;b&gt;Ban&lt;/b&gt;", "A &amp; B")
    assert slide["display_date"] == "April 2025"


def test_markwhen_gets_a_line_an_event():
    """A line of markwhen holds the days, the title without live markup, the date in words and the actors as tags."""
    cells = {"title": ["Ban #5 [a](b)", "Deal"], "edtf": ["2022/..", "2025-08-11"], "actors": ["Acme & Co.", ""]}
    text = render(from_frame(pd.DataFrame(cells), 'The "ban"'), "mw").decode()
    assert text.splitlines() == [
        "---",
        'title: "The \\"ban\\""',
        "---",
        "",
        "2022-01-01/2025-08-11: Ban # 5 [a] (b) (since 2022) #Acme_Co",
        "2025-08-11: Deal",
    ]


def test_tables_of_other_programs_are_read():
    """A workbook or Parquet file that a person or program made needs a title and a start, and may hold typed days."""
    frame = pd.DataFrame({"title": ["Ban"], "start": [pd.Timestamp("2025-04-01")], "actors": ["Nvidia; China"]})
    for suffix in ("xlsx", "parquet"):
        content = io.BytesIO()
        getattr(frame, {"xlsx": "to_excel", "parquet": "to_parquet"}[suffix])(content, index=False)
        events = parse(content.getvalue(), suffix).events
        assert events[["title", "edtf", "actors"]].to_numpy().tolist() == [["Ban", "2025-04-01", ["Nvidia", "China"]]]


def test_a_workbook_has_typed_days_a_frozen_head_and_no_formula():
    """Days are dates to Excel, the first line stays in sight, and what looks like a formula is quoted text."""
    book = openpyxl.load_workbook(io.BytesIO(render(_hostile(), "xlsx", scope="all")))
    sheet = book["events"]
    start = next(cell for cell in sheet[2] if sheet.cell(1, cell.column).value == "start")
    assert (start.value, start.is_date) == (dt.datetime(2025, 7, 14), True)  # noqa: DTZ001  a day has no zone
    assert (sheet.freeze_panes, bool(sheet.auto_filter.ref)) == ("A2", True)
    cells = [
        cell for row in sheet.iter_rows(min_row=2) for cell in row if str(cell.value).startswith(("=", "+", "-", "@"))
    ]
    assert cells
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)
    assert book.sheetnames == ["Chronology", "events", "mentions", "documents", "actors", "problems", "about"]


def test_a_text_too_long_for_a_cell_is_refused_not_cut():
    """A workbook cell holds 32,767 characters; a longer text is refused, since cutting would lose what was said."""
    tl = from_frame(pd.DataFrame({"title": ["x" * 40_000], "start": ["2025"]}))
    with pytest.raises(FormatError, match="40000 characters"):
        render(tl, "xlsx")


def test_a_full_disk_leaves_the_older_file(tmp_path, monkeypatch):
    """What cannot be written whole takes nobody's place, and leaves nothing behind."""
    target = tmp_path / "briefing.csv"
    target.write_bytes(b"older")

    def fail(number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(FormatError, match="No space left on device; choose another place"):
        write_file(target, b"newer")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"older"]


def test_a_file_keeps_its_rights_and_a_link_its_target(tmp_path):
    """Who could read the older file can read the new one; a link goes on pointing where it did."""
    target, link = tmp_path / "briefing.csv", tmp_path / "link.csv"
    target.write_bytes(b"older")
    target.chmod(0o640)
    link.symlink_to(target)
    write_file(link, b"newer")
    assert link.is_symlink()
    assert target.read_bytes() == b"newer"
    assert target.stat().st_mode & 0o777 == 0o640


def test_the_first_sheet_is_a_chronology_to_print():
    """It says date, event, actors, quote, source, link and what was checked, wrapped, one page wide, A4 across."""
    book = openpyxl.load_workbook(io.BytesIO(render(_hostile(), "xlsx", scope="all")))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["Date", "Event", "Actors", "Quote", "Source", "Link", "Checked"]
    assert sheet.max_row == 1 + len(_hostile().events)
    assert all(cell.alignment.wrap_text for cell in sheet[2])
    assert all(cell.data_type in {"s", "n"} for row in sheet.iter_rows() for cell in row)
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)


def test_the_page_is_small_and_of_the_version_of_plotly_that_the_app_has():
    """The page carries the basic bundle, of the version of the Python package, and is less than 2 MB."""
    page = render(_hostile(), "html", scope="all")
    assert len(page) < 2_000_000
    assert f"plotly.js (basic - minified) v{get_plotlyjs_version()}".encode() in page
