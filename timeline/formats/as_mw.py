"""The dated events as markwhen text: a line an event, its first and last day in front.

An open end reaches to the day up to which the timeline knows; the words of the date stay beside the title.
"""

import datetime as dt
import json
import re

import pandas as pd

from timeline.formats.sources import as_of
from timeline.table import EventRow, Timeline, list_events
from timeline.vocabulary import Precision
from timeline.wording import date_words

__all__ = ["write"]

_MARKUP = re.compile(r"[#@](?=\w)|\](?=\()")


def write(timeline: Timeline) -> bytes:
    """The dated events of `timeline` as markwhen text, tagged with their actors."""
    last = timeline.events[["start", "end"]].max().max()
    known = as_of(timeline) or (None if pd.isna(last) else last.date())
    rows = [
        (row, first, row["end"] or max(first, known or dt.date.min))
        for row in list_events(timeline.events)
        if (first := row["start"] or row["end"])
    ]
    lines = ["---", f"title: {json.dumps(_plain(timeline.title or 'Timeline'), ensure_ascii=False)}", "---", ""]
    return "\n".join([*lines, *(_line(*row) for row in rows), ""]).encode()


def _line(row: EventRow, first: dt.date, last: dt.date) -> str:
    days = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    words = "" if row["precision"] == Precision.DAY and first == last else f" ({date_words(row)})"
    tags = "".join(f" #{tag}" for name in row["actors"] if (tag := re.sub(r"\W+", "_", name).strip("_")))
    return f"{days}: {_plain(row['title'])}{words}{tags}"


def _plain(text: str) -> str:
    """One line in which markwhen finds no tag, mention or link."""
    visible = "".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in text)
    return _MARKUP.sub(r"\g<0> ", " ".join(visible.split()))
