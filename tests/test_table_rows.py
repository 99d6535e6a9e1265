"""The typed rows hold what the tables hold, with plain days and None."""

import datetime as dt
from typing import get_type_hints

import pandas as pd
import pytest

from timeline.formats import read_table
from timeline.table import DOCUMENTS, EVENTS, MENTIONS, DocumentRow, EventRow, MentionRow, list_events, list_mentions

CELLS = {"text": str, "day": dt.date | None, "names": list[str], "count": int, "offset": int | None, "share": float}
ROWS = [(EventRow, EVENTS), (MentionRow, MENTIONS), (DocumentRow, DOCUMENTS)]


@pytest.mark.parametrize(("row", "columns"), ROWS, ids=[row.__name__ for row, _ in ROWS])
def test_every_column_has_its_type(row, columns):
    """A row has the columns of its table, in their order, each with the type of its cells."""
    assert list(get_type_hints(row).items()) == [(name, CELLS[kind]) for name, kind in columns.items()]


def test_days_are_dates_and_what_is_missing_is_none():
    """No `Timestamp`, `NaT` or `NA` gets past the rows, and years before 1677 do."""
    made = read_table(pd.DataFrame({"title": ["Flood", "War"], "start": ["1421-11-18", "2022/.."]}))
    flood, war = list_events(made.events)
    assert (type(flood["start"]), flood["start"], war["end"]) == (dt.date, dt.date(1421, 11, 18), None)


def test_a_mention_without_words_for_its_date_has_no_offsets():
    """A missing offset is None, a known one a plain number."""
    from timeline import Document, build_timeline

    text = "On 4 March 2024 Acme sued Globex. Acme then closed its plant in Halden."
    made = build_timeline([Document(text=text, published=dt.date(2024, 3, 8))])
    offsets = {(type(m["date_start_char"]), bool(m["date_text"])) for m in list_mentions(made.mentions)}
    assert offsets <= {(int, True), (type(None), False)}
    assert (int, True) in offsets
