"""What readers type and where workspaces lie: dates in words, forms and their edits, passages, places, tables."""

import dataclasses
import datetime as dt
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from timeline.documents import Document
from timeline.errors import DateError, TableError
from timeline.store import (
    Fields,
    SetActors,
    SetDate,
    SetKind,
    SetStatus,
    SetTitle,
    Workspace,
    combine_timelines,
    find_as_read,
    find_event,
    find_home,
    find_passage,
    find_place,
    list_edits,
    list_nearest,
    list_places,
    make_fields,
    make_place,
    read_field,
    replay,
    to_row,
)
from timeline.table import from_frame, list_events
from timeline.wording import describe_date

AT = dt.datetime(2025, 9, 1, tzinfo=dt.UTC)
PUBLISHED = dt.date(2025, 8, 14)
TABLE = from_frame(
    pd.DataFrame(
        {"title": ["Ban", "Deal", "Suit"], "start": ["2025-04", "2025-08-11", ""], "event_id": ["e1", "e2", "e3"],
         "actors": ["Acme", "Acme; Globex", ""]}
    ),
    title="Affair",
)  # fmt: skip

TYPED = [
    ("14 July 2025", "2025-07-14", "day", "point"),
    ("14 july 2025", "2025-07-14", "day", "point"),
    ("may 2025", "2025-05", "month", "point"),
    ("on Monday", "2025-08-11", "day", "point"),
    ("since 2022", "2022/..", "year", "period"),
    ("until 5 May 2025", "../2025-05-05", "day", "period"),
    ("3-5 May 2025", "2025-05-03/2025-05-05", "day", "period"),
    ("26 July – 3 August 2025", "2025-07-26/2025-08-03", "day", "period"),
    ("from May to June 2024", "2024-05/2024-06", "month", "period"),
    ("between 4 and 9 June 2025", "[2025-06-04..2025-06-09]", "bounded", "point"),
    ("between May 2025 and June 2025", "[2025-05-01..2025-06-30]", "bounded", "point"),
    ("the week of 16 July 2025", "[2025-07-14..2025-07-20]", "week", "point"),
    ("on or before 5 May 2025", "[..2025-05-05]", "day", "point"),
    ("on or after 5 May 2025", "[2025-05-05..]", "day", "point"),
    ("11 October 2023 or 10 November 2023", "[2023-10-11,2023-11-10]", "bounded", "point"),
    ("2022/..", "2022/..", "year", "period"),
    ("  ", "", "undated", "point"),
]


@pytest.mark.parametrize(("text", "edtf", "precision", "span"), TYPED, ids=[t[0] for t in TYPED])
def test_typed_dates(text, edtf, precision, span):
    """A date is read as a reader means it, capitals and small words or not."""
    days = read_field(text, PUBLISHED)
    assert (days.edtf, days.precision, days.span) == (edtf, precision, span)


NOT_TYPED = [
    "one fine day", "not 5 May 2025", "5 May 2025 maybe", "5 May 2025 and 9 May 2025 and 11 May 2025", "40 May 2025",
    "the week of May 2025", "5 May 2025 or never", "H20", "x" * 100_000, "between", "or or or", "\x00",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_TYPED, ids=[t[:30] for t in NOT_TYPED])
def test_what_is_no_one_date_is_refused(text):
    """Words that a date does not account for are never left out in silence."""
    with pytest.raises(DateError, match="is not read as one date"):
        read_field(text, PUBLISHED)


DAYS = some.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


@given(DAYS, DAYS, some.sampled_from(["point", "period", "since", "until", "before", "after", "month", "year"]))
def test_what_the_screen_says_can_be_typed_back(one, other, kind):
    """Any date that the screen puts into words is read back as the same days."""
    first, last = sorted((one, other))
    row = {
        "start": None if kind in {"until", "before"} else first,
        "end": None if kind in {"since", "after"} else last,
        "span": "period" if kind in {"period", "since", "until"} else "point",
        "precision": "bounded" if kind == "point" and first != last else "day",
        "edtf": "",
    }
    if kind == "month":
        ends = pd.Period(first, "M")
        row |= {"start": ends.start_time.date(), "end": ends.end_time.date(), "precision": "month"}
    if kind == "year":
        row |= {"start": dt.date(first.year, 1, 1), "end": dt.date(first.year, 12, 31), "precision": "year"}
    if kind == "period" and first == last:
        row["span"] = "point"
    days = read_field(describe_date(row))
    assert (days.first, days.last, days.precision, days.span) == (
        row["start"], row["end"], row["precision"], row["span"]
    )  # fmt: skip
    assert describe_date(to_row(days)) == describe_date(row)


@given(some.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    """Whatever is typed, the answer is a date or a `DateError`."""
    try:
        days = read_field(text, PUBLISHED)
    except DateError:
        return
    assert days.precision == "undated" or days.edtf


def event(id_):
    """A row of the table."""
    return list_events(TABLE.events[TABLE.events["event_id"] == id_])[0]


def test_only_changed_fields_become_edits():
    """An untouched form means no edit; each changed field means one."""
    before = make_fields(event("e2"), "11 August 2025")
    assert before == Fields(title="Deal", date="11 August 2025", actors=("Acme", "Globex"))
    assert list_edits("e2", before, before) == []
    after = Fields(title="Deal done", date="12 august 2025", actors=("Globex",), kind="deal", status="denied")
    assert [type(edit) for edit in list_edits("e2", before, after)] == [
        SetTitle,
        SetDate,
        SetActors,
        SetKind,
        SetStatus,
    ]


def test_a_date_in_words_that_would_be_read_otherwise_stands_as_edtf():
    """A form never holds words that saving would read as another date."""
    assert make_fields(event("e1"), "spring 2025").date == "2025-04"
    assert make_fields(event("e3"), "undated").date == ""


def test_what_an_event_was_before_correction():
    """The row as it was read is found by the event's id, or by a mention; an added event has none."""
    assert find_as_read(TABLE, TABLE, "e1")["title"] == "Ban"
    assert find_as_read(TABLE, TABLE, "gone") is None
    assert find_event(TABLE, "e1") == "e1"
    assert find_event(TABLE, "gone") == ""


def test_the_nearest_come_first():
    """Events near in time come first, undated ones last, the event itself not at all."""
    assert list_nearest(TABLE, "e1") == ["e2", "e3"]
    assert list_nearest(TABLE, "e3") == ["e1", "e2"]


def test_passages_by_their_words():
    """White space and capitals may differ; other words are refused; the exact spelling wins."""
    document = Document(text="It rained. ACME sued.\nAcme\nsued Globex.")
    assert find_passage(document, "Acme sued").quote == "Acme\nsued"
    assert find_passage(document, "acme SUED globex").quote == "Acme\nsued Globex"
    for words in ("Acme paid", "", "  "):
        with pytest.raises(TableError, match="does not say these words"):
            find_passage(document, words)


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"TIMELINE_HOME": "/srv/a"}, "linux", "/srv/a"),
        ({"XDG_DATA_HOME": "/data"}, "linux", "/data/briefing-timeline"),
        ({"XDG_DATA_HOME": "not/absolute"}, "linux", "~/.local/share/briefing-timeline"),
        ({}, "darwin", "~/Library/Application Support/briefing-timeline"),
        ({"LOCALAPPDATA": "/c/local"}, "win32", "/c/local/briefing-timeline"),
    ],
)
def test_the_home_of_workspaces(environ, platform, expected):
    """The user's choice wins, else the place the system has for data."""
    assert find_home(environ, platform) == Path(expected).expanduser()


@given(some.text(max_size=80))
def test_any_title_makes_a_file_name(title):
    """Whatever a briefing is called, its file lies in the folder it is meant for, under a plain name."""
    for path in (make_place(title, Path("home")), find_place([title.replace("\0", "")], Path("home"))):
        assert path.parent == Path("home")
        assert path.name.isascii()
        assert len(path.name) < 80
    assert make_place(title, Path("home")) != make_place(title, Path("home"))


def test_places_are_listed_latest_first(tmp_path):
    """The workspace changed last comes first; other files, and a folder that is not there, do not matter."""
    import os

    for age, name in enumerate(["b.timeline", "a.timeline", "notes.txt"]):
        (tmp_path / name).write_text("", encoding="utf-8")
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))
    assert [path.name for path in list_places(tmp_path)] == ["b.timeline", "a.timeline"]
    assert list_places(tmp_path / "missing") == []


def test_tables_are_combined_row_by_row():
    """All rows of all parts stand in one timeline, in order, each id once, and the actors count in both."""
    other = from_frame(pd.DataFrame({"title": ["Talks", "Ban"], "start": ["2025-01", "2025-04"],
                                     "event_id": ["e0", "e1"], "actors": ["Globex", "Acme"]}))  # fmt: skip
    both = combine_timelines([TABLE, other], "Both")
    assert both.title == "Both"
    assert both.events["event_id"].tolist() == ["e0", "e1", "e2", "e3"]
    assert dict(zip(both.actors["name"], both.actors["events"], strict=True)) == {"Acme": 3, "Globex": 2}
    assert combine_timelines([TABLE], TABLE.title) is TABLE


def test_paths_read_again(tmp_path):
    """What the paths hold no more goes with its text; what came from elsewhere, and a date that was given, stays."""
    work = Workspace(tmp_path / "w")
    old = Document(text="Old.", path="a.txt")
    work.renew_documents([old, Document(text="Same.", path="b.txt")], at=AT)
    work.add_documents([Document(text="Pasted.", path="pasted text")], at=AT)
    given_ = dataclasses.replace(old, published=dt.date(2025, 3, 1), published_basis="given")
    work.add_documents([given_], at=AT)
    work.renew_documents([Document(text="New.", path="a.txt"), Document(text="Same.", path="b.txt")], at=AT)
    assert sorted(document.text for document in work.list_documents()) == ["New.", "Pasted.", "Same."]
    [new] = [document for document in work.list_documents() if document.text == "New."]
    assert (new.published, new.published_basis) == (dt.date(2025, 3, 1), "given")


def test_the_revision_tells_whether_anything_changed(tmp_path):
    """Reading the same again changes nothing; documents, tables, titles and steps each do."""
    work = Workspace(tmp_path / "w")
    documents = [Document(text="Old.", path="a.txt")]
    work.renew_documents(documents, at=AT)
    seen = [work.read_revision()]
    work.renew_documents(documents, at=AT)
    assert work.read_revision() == seen[0]
    for change in (
        lambda: work.add_documents([Document(text="More.")], at=AT),
        lambda: work.set_title("Affair"),
        lambda: work.add_table("t", "{}"),
        lambda: work.add_table("t", "[]"),
        work.dismiss_new,
        lambda: work.record(SetTitle(event="e1", title="Bans"), TABLE, at=AT, session="x", seen=0),
        lambda: work.undo(at=AT, session="x"),
    ):
        change()
        assert work.read_revision() not in seen
        seen.append(work.read_revision())
    assert (work.read_title(), work.list_tables()) == ("Affair", [("t", "[]")])
    assert replay(TABLE, work.list_steps()).timeline is TABLE


def test_a_preview_writes_nothing(tmp_path):
    """What documents would be there after adding some is told without adding them."""
    work = Workspace(tmp_path / "w")
    work.add_documents([Document(text="Old.", path="a.txt")], at=AT)
    before = work.read_revision()
    assert [d.text for d in work.preview_documents([Document(text="New.")], at=AT)] == ["Old.", "New."]
    assert [d.text for d in work.list_documents()] == ["Old."]
    assert work.read_revision() == before


def test_title_and_tables_travel_with_the_file(tmp_path):
    """An exported workspace has what it began with, too."""
    work = Workspace(tmp_path / "w")
    work.set_title("Affair")
    work.add_table("events.csv", "{}")
    work.export(tmp_path / "out")
    again = Workspace.import_file(tmp_path / "out", tmp_path / "in")
    assert (again.read_title(), again.list_tables()) == ("Affair", [("events.csv", "{}")])
