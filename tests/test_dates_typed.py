"""Dates that people type: a field of the screen, a cell of a table and an argument read them alike."""

import datetime as dt
import json
from pathlib import Path

import click
import pandas as pd
import pytest

from timeline.arguments import Day
from timeline.errors import DateError, TableError
from timeline.store import read_field
from timeline.table import from_frame, list_events

CASES = json.loads((Path(__file__).parent / "cases" / "dates_typed.json").read_text(encoding="utf-8"))
READ = [pytest.param(case, id=case["id"]) for case in CASES if "edtf" in case]
REFUSED = [pytest.param(case, id=case["id"]) for case in CASES if "error" in case]


@pytest.mark.parametrize("case", READ)
def test_a_typed_date_says_the_same_wherever_it_is_typed(case):
    """A field and a cell have the same days, precision and extent, and an argument takes what is one day."""
    days = read_field(case["text"])
    assert (days.edtf, days.precision, days.span) == (case["edtf"], case["precision"], case["span"])

    [row] = list_events(from_frame(pd.DataFrame({"title": ["Ban"], "start": [case["text"]]}), strict=True).events)
    assert (days.first, days.last, days.precision, days.span) == (
        row["start"], row["end"], row["precision"], row["span"]
    )  # fmt: skip

    if days.first == days.last and isinstance(days.first, dt.date):
        assert Day().convert(case["text"], None, None) == days.first
    else:
        with pytest.raises(click.BadParameter, match="is not one day; give it as 2025-07-14"):
            Day().convert(case["text"], None, None)


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_is_refused_everywhere(case):
    """Field, cell and argument refuse the same words with the same message."""
    with pytest.raises(DateError, match=case["error"]):
        read_field(case["text"])
    with pytest.raises(TableError, match=case["error"]):
        from_frame(pd.DataFrame({"title": ["Ban"], "start": [case["text"]]}), strict=True)
    with pytest.raises(click.BadParameter, match=case["error"]):
        Day().convert(case["text"], None, None)
