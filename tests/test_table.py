"""The five tables: what a hand-made table becomes, what is refused, what a filter lets pass."""

import dataclasses
import datetime as dt
import json
import re
import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import DateError, TableError
from timeline.formats import parse
from timeline.table import EVENTS, Timeline, filter_events, from_frame, read_days, select, validate
from timeline.table.headers import read_headers

ROWS = [
    {
        "title": "Controls",
        "start": "2022-01-01",
        "end": None,
        "edtf": "2022/..",
        "actors": "United States; China",
        "importance": 0.9,
    },
    {"title": "Ban", "start": "2025-04", "actors": ["United States"], "kind": "ban", "importance": 0.8},
    {"title": "Denied talks", "start": "2025-05-02", "status": "denied", "importance": 0.2},
    {"title": "Undated rumour", "start": None, "status": "possible", "importance": 0.1},
]


@pytest.fixture(scope="module")
def small() -> Timeline:
    """Four events: an open period, a month, a day and one without a date."""
    return from_frame(pd.DataFrame(ROWS))


def test_every_column_is_there(small):
    """A hand-made table becomes a table with all columns of the design, in their order."""
    assert list(EVENTS) == list(small.events.columns)
    assert ["Controls", "Ban", "Denied talks", "Undated rumour"] == list(small.events["title"])


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"start": "2025-07-14"}, ("2025-07-14", "2025-07-14", "day", "point", "2025-07-14")),
        ({"start": dt.date(2025, 7, 14)}, ("2025-07-14", "2025-07-14", "day", "point", "2025-07-14")),
        ({"start": pd.Timestamp("2025-07-14")}, ("2025-07-14", "2025-07-14", "day", "point", "2025-07-14")),
        ({"start": "2025-04"}, ("2025-04-01", "2025-04-30", "month", "point", "2025-04")),
        ({"start": "April 2025"}, ("2025-04-01", "2025-04-30", "month", "point", "2025-04")),
        ({"start": "1066"}, ("1066-01-01", "1066-12-31", "year", "point", "1066")),
        ({"start": "2022-01-01", "end": "2022-03-31"},
         ("2022-01-01", "2022-03-31", "day", "period", "2022-01-01/2022-03-31")),
        ({"start": "2025-04-01", "end": "2025-04-30", "precision": "month", "span": "point"},
         ("2025-04-01", "2025-04-30", "month", "point", "2025-04")),
        ({"edtf": "2022/.."}, ("2022-01-01", None, "year", "period", "2022/..")),
        ({"edtf": "[2025-07-11..2025-07-20]"},
         ("2025-07-11", "2025-07-20", "bounded", "point", "[2025-07-11..2025-07-20]")),
        ({"start": "2025-07-14", "end": "2025-07-14"}, ("2025-07-14", "2025-07-14", "day", "point", "2025-07-14")),
    ],
    ids=str,
)  # fmt: skip
def test_dates_by_hand(cells, expected):
    """A date cell is read as precisely as it is written, and no more."""
    row = from_frame(pd.DataFrame([{"title": "x", "start": None, **cells}])).events.iloc[0]
    days = [None if pd.isna(d) else str(d.date()) for d in (row["start"], row["end"])]

    assert expected == (*days, row["precision"], row["span"], row["edtf"])


@pytest.mark.parametrize(
    ("frame", "says"),
    [
        ({"colour": ["x"]}, "no column 'title'"),
        ({"title": ["x"]}, "no column 'start'"),
        ({"title": ["x", ""], "start": ["2025", "2025"]}, "row 2, column 'title'"),
        (
            {"title": ["x"], "start": ["31 February 2025"]},
            "row 1, column 'start': '31 February 2025' is not read as one date",
        ),
        ({"title": ["x"], "start": ["yesterday"]}, "'yesterday' is not read as one date"),
        ({"title": ["x"], "start": ["10/11/2023"]}, "'10/11/2023' can be 2023-10-11 or 2023-11-10; write"),
        ({"title": ["x"], "start": ["2025-07-14"], "end": ["2025-07-13"]}, "lies before the start '2025-07-14'"),
        ({"title": ["x"], "start": ["2025-07-14"], "edtf": ["2024"]}, "contradicts edtf '2024'"),
        ({"title": ["x"], "edtf": ["soon"]}, "'soon' is not EDTF"),
        (
            {"title": ["x"], "start": ["2025"], "status": ["maybe"]},
            "row 1, column 'status': 'maybe'; allowed: happened",
        ),
        ({"title": ["x"], "start": ["2025"], "importance": [7]}, "column 'importance': 7"),
        ({"title": ["x"], "start": ["2025"], "sources": ["many"]}, "column 'sources': 'many' is not a whole number"),
        ({"title": ["x", "y"], "start": ["2025", "2025"], "event_id": ["a", "a"]}, "row 2, column 'event_id': 'a'"),
    ],
    ids=str,
)
def test_refuses_with_row_column_and_value(frame, says):
    """A cell that does not hold is refused by name where reading is strict; else it is told, and the rest is read."""
    with pytest.raises(TableError) as refused:
        from_frame(pd.DataFrame(frame), strict=True)
    assert says in str(refused.value)

    if "no column" not in says:
        told = from_frame(pd.DataFrame(frame)).problems["message"]
        assert any(says.partition("; write")[0] in message for message in told)


@pytest.mark.parametrize(
    ("columns", "names"),
    [
        (["Event", "Date"], {"title": "Event", "start": "Date"}),
        (["What", "When", "Who"], {"title": "What", "start": "When", "actors": "Who"}),
        (["Headline", "Start date", "End_Date"], {"title": "Headline", "start": "Start date", "end": "End_Date"}),
        (["From", "To", "Description", "Category"],
         {"title": "Description", "start": "From", "end": "To", "kind": "Category"}),
        (["Titel", "Datum", "Akteure"], {"title": "Titel", "start": "Datum", "actors": "Akteure"}),
        (["title", "Name", "start", "Date"], {"title": "title", "start": "start"}),
        (["EDTF", "Title", "Event ID"], {"title": "Title", "edtf": "EDTF", "event_id": "Event ID"}),
        (["Year", "Month", "Day", "Headline", "Type"], {"title": "Headline", "start": "Year", "kind": "Type"}),
    ],
    ids=str,
)  # fmt: skip
def test_columns_are_known_by_their_usual_names(columns, names):
    """A column is found by what it is usually called, our own name first; the match and what is left over are told."""
    headers = read_headers(columns)
    held = set(names.values()) | set(headers.parts.values())

    assert names == {field: name for field, name in headers.names.items() if field in names}
    assert [c for c in columns if c not in held] == list(headers.unused)


def test_the_match_of_columns_is_told():
    """What was taken for what stands in the problems, with what is left out."""
    problems = from_frame(pd.DataFrame([{"Event": "x", "Date": "2025", "Colour": "red"}])).problems

    assert [
        "columns read: title from 'Event', start from 'Date'",
        "column 'Colour' has no place here and is left out",
    ] == list(problems["message"])


SHEET = {
    "Year": "",
    "Month": "",
    "Day": "",
    "Time": "",
    "End Year": "",
    "End Month": "",
    "End Day": "",
    "Headline": "x",
}


@pytest.mark.parametrize(
    ("cells", "edtf"),
    [
        ({"Year": "2025"}, "2025"),
        ({"Year": 2025.0, "Month": 7.0}, "2025-07"),
        ({"Year": "2025", "Month": "Jul.", "Day": "14", "Time": "10:00"}, "2025-07-14"),
        ({"Year": "2025", "Month": "7", "Day": "14", "End Year": "2025", "End Month": "7", "End Day": "16"},
         "2025-07-14/2025-07-16"),
        ({"Year": "2022", "End Year": "2024"}, "2022/2024"),
        ({"Year": "2022", "Type": "era", "End Year": "2024"}, "2022/2024"),
        ({}, ""),
    ],
    ids=str,
)  # fmt: skip
def test_a_spreadsheet_of_timelinejs(cells, edtf):
    """Year, month and day of a TimelineJS spreadsheet are one date, as precise as they are filled in."""
    tl = from_frame(pd.DataFrame([{**SHEET, **cells}]))

    assert [("x", edtf)] == list(zip(tl.events["title"], tl.events["edtf"], strict=True))


def test_the_title_slide_of_timelinejs_is_the_title():
    """A row of type "title" names the briefing and is no event; an era is a period."""
    rows = [{**SHEET, "Headline": "Pier", "Type": "title"}, {**SHEET, "Year": "2022", "Type": "era"}]
    tl = from_frame(pd.DataFrame(rows))

    assert ("Pier", ["period"]) == (tl.title, list(tl.events["span"]))


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"Month": "7"}, "row 1, column 'Year': '7' stands without a year"),
        ({"Year": "2025", "Day": "7"}, "row 1, column 'Year': day '7' stands without a month"),
        ({"Year": "2025", "Month": "13"}, "row 1, column 'Year': '13' is not a month; give 1-12 or its name"),
        ({"Year": "2025", "Month": "2", "Day": "30"}, "2025-02 has no day '30'; give 1-28"),
        ({"Year": "-44"}, "'-44' is not a year from 1 to 9999"),
        ({"Year": "2025", "End Year": "soon"}, "row 1, column 'End Year': 'soon' is not a year"),
        ({"Year": "2025", "End Year": "2024"}, "column 'End Year': '2024' lies before the start '2025'"),
    ],
    ids=str,
)
def test_a_spreadsheet_of_timelinejs_is_refused_by_cell(cells, says):
    """A part of a date that does not hold is refused by its row and column, or told and the event kept undated."""
    with pytest.raises(TableError) as refused:
        from_frame(pd.DataFrame([{**SHEET, **cells}]), strict=True)

    assert says in str(refused.value)
    assert any(says in message for message in from_frame(pd.DataFrame([{**SHEET, **cells}])).problems["message"])


def test_figures_are_read_as_one_of_them_shows():
    """Where one date shows whether day or month comes first, all figures of the table are read so, and it is told."""
    tl = from_frame(pd.DataFrame({"title": ["a", "b"], "start": ["3/4/2025", "25/12/2025"]}))

    assert ["2025-04-03", "2025-12-25"] == list(tl.events["edtf"])
    assert "read day first" in tl.problems["message"][0]
    frame = pd.DataFrame({"title": ["a", "b", "c"], "start": ["3/4/2025", "25/12/2025", "12/25/2025"]})
    with pytest.raises(TableError, match="row 1, column 'start': '3/4/2025' can be 2025-03-04 or 2025-04-03"):
        from_frame(frame, strict=True)


@pytest.mark.parametrize(
    ("words", "first", "last", "span"),
    [
        ("3-5 May 2025", "2025-05-03", "2025-05-05", "period"),
        ("2022–2024", "2022-01-01", "2024-12-31", "period"),
        ("from 3 May 2025 to 4 June 2025", "2025-05-03", "2025-06-04", "period"),
        ("between 3 and 5 May 2025", "2025-05-03", "2025-05-05", "point"),
        ("since 2022", "2022-01-01", None, "period"),
        ("2022 - present", "2022-01-01", None, "period"),
        ("until May 2023", None, "2023-05-31", "period"),
        ("14. Juli 2025", "2025-07-14", "2025-07-14", "point"),
        ("2025年7月14日", "2025-07-14", "2025-07-14", "point"),
        ("２０２５-０７-１４", "2025-07-14", "2025-07-14", "point"),
        ("20250714", "2025-07-14", "2025-07-14", "point"),
        ("07/2025", "2025-07-01", "2025-07-31", "point"),
        (2025.0, "2025-01-01", "2025-12-31", "point"),
        ("April–June 2025", "2025-04-01", "2025-06-30", "period"),
        ("30 May – 2 June 2024", "2024-05-30", "2024-06-02", "period"),
        ("2024-05-03 to 2024-05-07", "2024-05-03", "2024-05-07", "period"),
        ("12 Dec 1998–3 Jan 1999", "1998-12-12", "1999-01-03", "period"),
        ("1995-98", "1995-01-01", "1998-12-31", "period"),
        ("2019-", "2019-01-01", None, "period"),
        ("2019 onwards", "2019-01-01", None, "period"),
        ("before 2010", None, "2009-12-31", "point"),
        ("after May 2010", "2010-06-01", None, "point"),
        ("by 3 May 2024", None, "2024-05-03", "point"),
        ("1984?", "1984-01-01", "1984-12-31", "point"),
        ("1984~", "1984-01-01", "1984-12-31", "point"),
        ("2004-06-XX", "2004-06-01", "2004-06-30", "point"),
        ("+1984-00-00T00:00:00Z", "1984-01-01", "1984-12-31", "point"),
        ("2024-W18", "2024-04-29", "2024-05-05", "point"),
        ("3 May 2024[2]", "2024-05-03", "2024-05-03", "point"),
        ("<b>3 May&nbsp;2024</b>", "2024-05-03", "2024-05-03", "point"),
        ("c. 1984", "1984-01-01", "1984-12-31", "point"),
    ],
)
def test_what_a_date_cell_may_say(words, first, last, span):
    """Periods, open periods and dates of other languages are read in a cell, as precise as they are."""
    days = read_days(words)

    assert (first, last, span) == (days.first and str(days.first), days.last and str(days.last), days.span)


@pytest.mark.parametrize(
    "words",
    ["14/07/25", "3/4/2025", "FY24", "3 May '24", "July 14", "the deal of May 2025", "45852", "5 BCE", "-44"],
)
def test_what_a_date_cell_may_not_say(words):
    """What leaves century, year or reading open, or says more than a date, is refused, with what is accepted."""
    with pytest.raises(DateError, match=f"{re.escape(repr(words))} .*; (?:give|write)"):
        read_days(words)


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}", fullmatch=True))
def test_any_words_are_a_date_or_refused(words):
    """Any text in a date cell is read or refused with our own error, and a day that is read is written in it."""
    try:
        days = read_days(words)
    except DateError:
        return
    assert days.first or days.last
    assert any(str(int(day.year)) in unicodedata.normalize("NFKC", words) for day in (days.first, days.last) if day)


TABLES = json.loads((Path(__file__).parent / "cases" / "tables.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in TABLES])
def test_tables_as_people_make_them(row):
    """Every row of a table is an event on its day, or told; nothing that only looks like ours is taken for it."""
    tl = parse(row["text"].encode(row.get("encoding", "utf-8")), row.get("suffix", ".csv"))
    told = " | ".join(tl.problems["message"])

    assert row["events"] == [list(pair) for pair in zip(tl.events["title"], tl.events["edtf"], strict=True)]
    assert [] == [words for words in row.get("told", []) if words not in told]
    assert row.get("title", "") == tl.title
    assert row.get("sources", []) == sorted(
        url or name for url, name in zip(tl.documents["url"], tl.documents["publisher"], strict=True)
    )
    assert row.get("actors", []) == sorted(tl.actors["name"])


def test_unused_columns_are_reported():
    """A column that has no place is said to be left out."""
    problems = from_frame(pd.DataFrame([{"title": "x", "start": "2025", "Colour": "red"}])).problems

    assert ["column 'Colour' has no place here and is left out"] == list(problems["message"])


def test_no_rows_is_no_error():
    """An empty table is a timeline without events."""
    assert 0 == len(from_frame(pd.DataFrame({"title": [], "start": []})).events)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["Controls", "Ban", "Denied talks", "Undated rumour"]),
        ({"actors": ["China"]}, ["Controls"]),
        ({"actors": ["China", "United States"]}, ["Controls", "Ban"]),
        ({"kinds": ["ban"]}, ["Ban"]),
        ({"statuses": ["denied"]}, ["Denied talks"]),
        ({"start": dt.date(2025, 4, 30)}, ["Controls", "Ban", "Denied talks"]),
        ({"end": dt.date(2025, 4, 1)}, ["Controls", "Ban"]),
        ({"start": dt.date(2025, 4, 1), "end": dt.date(2025, 4, 1)}, ["Controls", "Ban"]),
        ({"text": "bAn"}, ["Ban"]),
        ({"text": "united"}, ["Controls", "Ban"]),
        ({"text": "talks denied"}, ["Denied talks"]),
        ({"at_least": 0.5}, ["Controls", "Ban"]),
        ({"most": 1}, ["Controls"]),
        ({"event_ids": []}, []),
    ],
    ids=str,
)
def test_filters(small, filters, expected):
    """A filter keeps exactly the rows that meet it, in their order."""
    assert expected == list(filter_events(small.events, **filters)["title"])


def test_select_by_scope(small):
    """Main events are the important ones and those a reader touched; hidden ones never pass."""
    events = small.events.assign(review=["hidden", "new", "accepted", "new"])
    touched = dataclasses.replace(small, events=events)

    assert ["Ban", "Denied talks"] == list(select(touched, "main").events["title"])
    assert ["Ban", "Denied talks", "Undated rumour"] == list(select(touched, "all").events["title"])
    assert ["Denied talks"] == list(select(touched, "accepted").events["title"])


@pytest.mark.parametrize("scope", ["main", "all", "accepted"])
def test_select_leaves_the_timeline_as_it_was(small, scope):
    """A filter returns a new table and changes none."""
    before = small.events.copy()
    select(small, scope)

    pd.testing.assert_frame_equal(before, small.events)


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("precision", "minute", "table 'events', row 2, column 'precision': 'minute'; allowed: day"),
        ("title", " ", "row 2, column 'title'"),
        ("importance", 2.0, "row 2, column 'importance': 2.0; allowed: a number from 0 to 1"),
        ("review", "", "row 2, column 'review': ''"),
    ],
)
def test_validate_names_the_cell(small, column, value, says):
    """A wrong cell is named with table, row, column, value and what is allowed."""
    events = small.events.copy()
    events.loc[1, column] = value

    with pytest.raises(TableError) as refused:
        validate(dataclasses.replace(small, events=events))

    assert says in str(refused.value)


def test_validate_names_missing_columns(small):
    """A table without one of its columns is refused."""
    with pytest.raises(TableError, match=r"missing columns \['edtf'\]"):
        validate(dataclasses.replace(small, events=small.events.drop(columns="edtf")))


DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
TITLES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@given(st.lists(st.tuples(TITLES, DAYS, st.integers(0, 500)), max_size=6))
@settings(max_examples=25)
def test_any_days_survive(rows):
    """Any title and days from year 1 to 9999 come through unchanged, whatever the order of the rows."""
    frame = pd.DataFrame(
        [
            {"title": t, "start": d, "end": min(dt.date.max, d + dt.timedelta(n) if d.year < 9990 else d)}
            for t, d, n in rows
        ],
        columns=["title", "start", "end"],
    )

    events = from_frame(frame).events
    back = from_frame(frame[::-1]).events

    assert sorted((t, d) for t, d, _ in rows) == sorted(zip(events["title"], events["start"].dt.date, strict=True))
    pd.testing.assert_frame_equal(events, back)
    assert events["start"].is_monotonic_increasing


def test_json_of_timelinejs():
    """The nested JSON of TimelineJS is read like its spreadsheet: title slide, dates in parts, headline."""
    slide = {
        "start_date": {"year": 2025, "month": "7", "day": ""},
        "end_date": {"year": 2025, "month": 8},
        "text": {"headline": "Pier sold", "text": "<p>At last.</p>"},
        "media": {"url": "https://example.org"},
    }
    content = {"title": {"text": {"headline": "Harbour", "text": ""}}, "events": [slide]}
    tl = parse(json.dumps(content).encode(), ".json")

    assert ("Harbour", ["Pier sold"], ["2025-07/2025-08"]) == (
        tl.title,
        list(tl.events["title"]),
        list(tl.events["edtf"]),
    )
    assert "https://example.org" in set(tl.documents["url"])
