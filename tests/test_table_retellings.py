"""What tells one thing in other words: of it one row is a main event, and of two that are alike both are."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from timeline.build import build_timeline
from timeline.documents import Document
from timeline.table import MAIN, Timeline

CASES = json.loads((Path(__file__).parent / "cases" / "retellings.json").read_text(encoding="utf-8"))


def build(case: dict) -> Timeline:
    """The timeline of the case's articles."""
    published = dt.date.fromisoformat(case["published"])
    return build_timeline([Document(text=text, published=published) for text in case["affair"].values()])


def list_main_titles(case: dict) -> list[str]:
    """The titles of the main events of the case's articles."""
    events = build(case).events
    return events[events["importance"] >= MAIN]["title"].tolist()


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_what_is_told_again(case):
    """Each case says what is one, of which one row is main, or two, of which both are."""
    titles = list_main_titles(case)

    if "one" in case:
        assert sum(any(words in title for words in case["one"]) for title in titles) == 1, titles
    for words in case.get("two", ()):
        assert any(re.search(words, title) for title in titles), titles


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_what_stands_back_is_named_once(case):
    """Each retelling is another event of the table, no main one, and stands back for one event alone."""
    events = build(case).events
    named = [(id_, lead) for lead, ids in zip(events["event_id"], events["retellings"], strict=True) for id_ in ids]
    importance = dict(zip(events["event_id"], events["importance"], strict=True))

    assert len(named) == len({id_ for id_, _ in named})
    assert all(id_ != lead and importance[id_] < MAIN for id_, lead in named)


def test_what_is_told_in_other_words_is_named_with_it():
    """Where one paper writes that a bank was seized and another that it was closed, the row names the other telling."""
    case = next(case for case in CASES if case["id"] == "closed and seized by one regulator")
    events = build(case).events.set_index("event_id")
    leads = events[(events["importance"] >= MAIN) & (events["retellings"].str.len() > 0)]

    assert [["Regulators closed Norvik Bank"]] == [list(events.loc[ids, "title"]) for ids in leads["retellings"]]


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_have_no_week_beside_them(day):
    """What is told on its first or last day is compared as on any other."""
    texts = ("Regulators closed Norvik Bank in December 9999.", "Norvik Bank was seized by regulators today.")
    timeline = build_timeline([Document(text=text, published=day) for text in texts])
    assert len(timeline.events) == 2
