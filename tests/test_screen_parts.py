"""What the parts of the page make of tables, without a page."""

import contextlib
import dataclasses
import datetime as dt
import threading
import time
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some
from make import event_row

from timeline.documents import Document
from timeline.formats import read_table
from timeline.layout.axis import TimeAxis
from timeline.screen.view.chart import describe_chart, find_window_days, read_window, write_window
from timeline.screen.view.event_list import PAGE, find_page, list_months, sort_for_reading, write_headline
from timeline.screen.view.event_panel import mark_document, tell_event
from timeline.screen.words import write_date_under_heading
from timeline.screen.workspace.build import build_once, open_paths
from timeline.session.actions import ActionLog
from timeline.session.filters import Filters, find_loosest, select_events
from timeline.session.inputs import Inputs
from timeline.table import EVENTS, MENTIONS, PRECISIONS, SPANS, from_frame, to_frame
from timeline.wording import write_heading

ROOT = Path(__file__).parents[1]
BRIEFING = read_table(ROOT / "tests" / "cases" / "screen_briefing.json")

DAYS = some.dates(dt.date(1, 1, 2), dt.date(9999, 12, 30))


@some.composite
def events(draw):
    """A row of the events table with any dates that the table allows."""
    ends = sorted(draw(some.lists(DAYS, min_size=2, max_size=2)))
    start, end = (draw(some.sampled_from([day, None])) for day in ends)
    return event_row(
        event_id=draw(some.uuids().map(str)), start=start, end=end,
        precision=draw(some.sampled_from(PRECISIONS)), span=draw(some.sampled_from(SPANS)),
    )  # fmt: skip


@given(some.lists(events(), max_size=12))
def test_every_event_stands_once_in_the_list(rows):
    """No date is too odd for the list: each event has one row, under one heading a group."""
    table = sort_for_reading(to_frame(rows, EVENTS))
    months = list_months(table, {}, {})
    assert sorted(row["id"] for month in months for row in month["rows"]) == sorted(row["event_id"] for row in rows)
    assert all(month["heading"] and month["rows"] for month in months)


SHORT = [
    ("day", "point", "2025-07-14", "2025-07-14", "July 2025", "14"),
    ("part", "point", "2025-07-11", "2025-07-20", "July 2025", "mid"),
    ("part", "point", "2025-01-01", "2025-04-30", "2025", "early 2025"),
    ("month", "point", "2025-04-01", "2025-04-30", "April 2025", "April"),
    ("quarter", "point", "2025-04-01", "2025-06-30", "2025", "Q2 2025"),
    ("year", "point", "2025-01-01", "2025-12-31", "2025", "2025"),
    ("year", "period", "2022-01-01", None, "2022", "since 2022"),
    ("day", "period", "2025-07-26", "2025-07-28", "July 2025", "26–28"),
    ("bounded", "point", "2025-07-21", "2025-08-03", "July 2025", "21 Jul–3 Aug"),
    ("bounded", "point", "2025-01-01", "2025-07-30", "2025", "1 Jan–30 Jul"),
    ("undated", "point", None, None, "Undated", ""),
]


@pytest.mark.parametrize(
    ("precision", "span", "start", "end", "heading", "short"), SHORT, ids=[row[5] for row in SHORT]
)
def test_dates_in_the_list_say_no_more_than_is_known(precision, span, start, end, heading, short):
    """Heading and short date together are as precise as the event, never more."""
    days = {"start": start and dt.date.fromisoformat(start), "end": end and dt.date.fromisoformat(end)}
    row = {"precision": precision, "span": span, "edtf": "", **days}
    assert (write_heading(row), write_date_under_heading(row)) == (heading, short)


def test_a_year_stands_before_its_months_and_undated_events_last():
    """The reading order puts what is known least of a year first, and what has no date at the end."""
    order = sort_for_reading(BRIEFING.events)["event_id"].tolist()
    assert order[0] == "ev-survey"
    assert order[-1] == "ev-talks"


def test_the_page_of_the_list_follows_the_selected_event():
    """An event chosen in the chart is in the list that is sent, however far down it stands."""
    table = pd.DataFrame({"event_id": [f"e{number}" for number in range(2 * PAGE + 5)]})
    assert find_page(table, 0, "") == 0
    assert find_page(table, 0, f"e{2 * PAGE}") == 2
    assert find_page(table, 99, "") == 2
    assert find_page(table.iloc[:0], 3, "e1") == 0


def test_the_headline_of_one_event_counts_in_the_singular():
    """One event is no events."""
    assert write_headline(BRIEFING.events.iloc[[4]]).startswith("1 event · ")


@given(DAYS, DAYS)
def test_a_window_survives_the_url(one, other):
    """What is written into the link is what is read from it."""
    window = (min(one, other), max(one, other))
    assert read_window(write_window(window)) == window


@given(some.lists(some.floats(), max_size=3) | some.none())
def test_no_stretch_of_the_axis_breaks_the_window(units):
    """Whatever the page sends, the window is none or two days in order."""
    window = find_window_days(units, TimeAxis(first=738_000, last=739_000))
    assert window is None or window[0] <= window[1]


def test_the_chart_in_words_names_what_matters_most():
    """Count first, then at most five events in order of time."""
    words = describe_chart(BRIEFING.events)
    assert words.startswith(
        "Timeline of 9 events. Most important: Tunnel works on the north shore (since March 2023); "
    )
    assert words.count(";") == 4


def test_a_sentence_that_tells_an_event_twice_is_quoted_once():
    """The panel shows each passage once, however many mentions lie in it."""
    twice = pd.concat([BRIEFING.mentions, BRIEFING.mentions]).reset_index(drop=True)
    told = tell_event(dataclasses.replace(BRIEFING, mentions=twice), "ev-halt", {})
    assert len(told["mentions"]) == 3


def test_what_tells_it_again_is_named_with_its_sources():
    """The panel names what stands back for the event, and from there the event; but nothing that a user hid."""
    again = {"ev-halt": ["ev-cost", "ev-talks", "ev-gone"]}
    events = BRIEFING.events.assign(retellings=[again.get(id_, []) for id_ in BRIEFING.events["event_id"]])
    events.loc[events["event_id"] == "ev-talks", "review"] = "hidden"
    briefing = dataclasses.replace(BRIEFING, events=events)

    (told,) = tell_event(briefing, "ev-halt", {})["retellings"]
    (better,) = tell_event(briefing, "ev-cost", {})["retellings"]

    assert "ev-cost" == told["id"]
    assert "Harbour Gazette" in told["facts"]
    assert ("ev-halt", "Regional court halted the tunnel works") == (better["id"], better["title"])


def test_an_event_that_is_not_there_tells_nothing():
    """The panel of an unknown event is empty."""
    assert tell_event(BRIEFING, "ev-gone", {}) is None


@given(some.text(max_size=200), some.lists(some.tuples(some.integers(0, 200), some.integers(0, 200)), max_size=6))
def test_a_marked_document_is_its_text(text, spans):
    """However mentions overlap, the pieces joined are the text, and each lies in what marks it."""
    document = Document(text=text)
    rows = [
        {"mention_id": f"m{n}", "event_id": f"e{n}", "document_id": document.id, "start_char": min(span),
         "end_char": max(span), "quote": "", "trigger_start": 0, "trigger_end": 0, "date_text": "",
         "date_start_char": min(span) if n % 2 else None, "date_end_char": max(span) if n % 2 else None, "edtf": "",
         "date_basis": "none", "date_reading": "", "status": "happened", "actors": [], "reported_by": "", "reason": ""}
        for n, span in enumerate(spans) if max(span) <= len(text)
    ]  # fmt: skip
    timeline = dataclasses.replace(BRIEFING, mentions=to_frame(rows, MENTIONS))
    parts = mark_document(document, timeline, mention_id="m0")["parts"]
    assert "".join(piece for piece, _, _ in parts) == text


LOOSE = [
    (Filters(actors=("Regional court",), text="appeal"), {"text", "actors"}),
    (Filters(kinds=("meeting",)), {"show"}),
    (Filters(start=dt.date(2030, 1, 1), statuses=("denied",), show="all"), {"start", "statuses"}),
]


@pytest.mark.parametrize(("filters", "fields"), LOOSE, ids=["two", "main", "day"])
def test_the_filter_to_loosen_is_one_that_helps(filters, fields):
    """Without the filter that is named there are events, as many as the sentence says."""
    field, _, count = find_loosest(BRIEFING, filters)
    assert select_events(BRIEFING, filters).empty
    assert field in fields
    assert count > 0


def test_no_filter_helps_where_two_are_too_narrow():
    """Where dropping one filter is not enough, none is named."""
    assert find_loosest(BRIEFING, Filters(text="zebra", kinds=("meeting",), actors=("Regional court",))) is None


class CutOff(BaseException):
    """What stops a run, as Streamlit's own does."""


@given(some.lists(some.sampled_from(["said", "not heard", "cut off"]), max_size=30))
def test_whatever_is_cut_off_each_action_is_done_once_and_in_order(fates):
    """The page says all that was not heard; a message may be lost, or cut off before any of its actions."""
    log, done, said = ActionLog(), [], []
    for number, fate in enumerate([*fates, "said"], start=1):

        def do(action, value, fate=fate, number=number):
            if fate == "cut off" and value == number:
                raise CutOff
            done.append(value)

        said.append((number, "corrected", number))
        if fate == "not heard":
            continue
        with contextlib.suppress(CutOff):
            log.do_new(said, do)
        said = [action for action in said if action[0] > log.number]
    assert done == list(range(1, len(fates) + 2))


def test_an_action_that_fails_is_not_asked_for_again():
    """Else it would stand in the way of all that the reader does after it."""
    log = ActionLog()
    with pytest.raises(ZeroDivisionError):
        log.do_new([(1, "turned", 0)], lambda _, value: 1 / value)
    assert log.number == 1


def test_a_briefing_is_built_once(tmp_path):
    """Opening the same documents again costs nothing and gives the very same tables."""
    (tmp_path / "one.txt").write_text("The ministry banned night work on 2 May 2024.", encoding="utf-8")
    heard = []
    briefing = open_paths([str(tmp_path)])
    first = build_once(briefing, lambda done, total: heard.append((done, total)))
    assert build_once(open_paths([str(tmp_path)]), None) is first
    assert heard == [(1, 1)]
    assert build_once(Inputs(tables=(("a.json", BRIEFING),), title=BRIEFING.title)) is BRIEFING


def test_assumed_days_are_folded():
    """What one article tells of a day that no words give stands behind one row."""
    table = from_frame(pd.DataFrame({"title": ["Ban", "Deal", "Visit", "Letter"], "start": ["2025-08-11"] * 4})).events
    ids = table["event_id"].tolist()

    [month] = list_months(table, {}, {}, folds=[(ids[2], ids[0], ids[3])])

    assert [row["id"] for row in month["rows"]] == [ids[1], ids[2], ids[0], ids[3]]
    assert [row["folded"] for row in month["rows"]] == ["", "also told, day assumed: 2", "", ""]
    assert [row["under"] for row in month["rows"]] == ["", "", ids[2], ids[2]]


def test_two_runs_that_hear_of_one_action_do_it_once():
    """A newer message begins its run while the one before still writes; both have heard of what is being written."""
    log, done, begun = ActionLog(), [], threading.Event()

    def write(action, _):
        begun.set()
        time.sleep(0.2)
        done.append(action)

    first = threading.Thread(target=log.do_new, args=([(1, "accept", "e1")], write))
    first.start()
    begun.wait(10)
    log.do_new([(1, "accept", "e1"), (2, "pick", "e2")], write)
    first.join()
    assert done == ["accept", "pick"]
