"""The dated events as markwhen text: a line an event, its first and last day in front.

An open end reaches to the day up to which the timeline knows; the words of the date stay beside the title.
"""

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from timeline.formats.sources import as_of
from timeline.table import Timeline, records
from timeline.wording import date_words

__all__ = ["write"]

_MARKUP = re.compile(r"[#@](?=\w)|\](?=\()")


def write(timeline: Timeline) -> bytes:
    """The dated events of `timeline` as markwhen text, tagged with their actors."""
    last = timeline.events[["start", "end"]].max().max()
    known = as_of(timeline) or (None if pd.isna(last) else last.date())
    rows = records(timeline.events)
    dated = [row for row in rows if not (pd.isna(row["start"]) and pd.isna(row["end"]))]
    lines = ["---", f"title: {json.dumps(_plain(timeline.title or 'Timeline'), ensure_ascii=False)}", "---", ""]
    return "\n".join([*lines, *(_line(row, known or dt.date.min) for row in dated), ""]).encode()


def _line(row: Mapping[str, Any], known: dt.date) -> str:
    first = (row["end"] if pd.isna(row["start"]) else row["start"]).date()
    last = max(first, known) if pd.isna(row["end"]) else row["end"].date()
    days = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    words = "" if row["precision"] == "day" and first == last else f" ({date_words(row)})"
    tags = "".join(f" #{tag}" for name in row["actors"] if (tag := re.sub(r"\W+", "_", name).strip("_")))
    return f"{days}: {_plain(row['title'])}{words}{tags}"


def _plain(text: str) -> str:
    """One line in which markwhen finds no tag, mention or link."""
    visible = "".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in text)
    return _MARKUP.sub(r"\g<0> ", " ".join(visible.split()))
