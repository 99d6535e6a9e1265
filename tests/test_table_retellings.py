"""What tells one thing in other words: of it one row is a main event, and of two that are alike both are."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from timeline.build import build_timeline
from timeline.documents import Document
from timeline.table import MAIN

CASES = json.loads((Path(__file__).parent / "cases" / "retellings.json").read_text(encoding="utf-8"))


def list_main_titles(case: dict) -> list[str]:
    """The titles of the main events of the case's articles."""
    published = dt.date.fromisoformat(case["published"])
    documents = [Document(text=text, published=published) for text in case["affair"].values()]
    events = build_timeline(documents).events
    return events[events["importance"] >= MAIN]["title"].tolist()


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_what_is_told_again(case):
    """Each case says what is one, of which one row is main, or two, of which both are."""
    titles = list_main_titles(case)

    if "one" in case:
        assert sum(any(words in title for words in case["one"]) for title in titles) == 1, titles
    for words in case.get("two", ()):
        assert any(re.search(words, title) for title in titles), titles


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_have_no_week_beside_them(day):
    """What is told on its first or last day is compared as on any other."""
    texts = ("Regulators closed Norvik Bank in December 9999.", "Norvik Bank was seized by regulators today.")
    timeline = build_timeline([Document(text=text, published=day) for text in texts])
    assert len(timeline.events) == 2
