"""The five tables: what a hand-made table becomes, what is refused, what a filter lets pass."""

import dataclasses
import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import TableError
from timeline.table import EVENTS, Timeline, filter_events, from_frame, select, validate

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
        ({"name": ["x"]}, "no column 'title'"),
        ({"title": ["x"]}, "no column 'start'"),
        ({"title": ["x", ""], "start": ["2025", "2025"]}, "row 2, column 'title'"),
        ({"title": ["x"], "start": ["31 February 2025"]}, "row 1, column 'start': '31 February 2025' is not a date"),
        ({"title": ["x"], "start": ["yesterday"]}, "'yesterday' is not a date that stands for itself"),
        ({"title": ["x"], "start": ["10/11/2023"]}, "'10/11/2023' is not a date"),
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
    """A cell that does not hold is refused by name, never shifted or dropped."""
    with pytest.raises(TableError) as refused:
        from_frame(pd.DataFrame(frame))

    assert says in str(refused.value)


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
@settings(max_examples=50)
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
