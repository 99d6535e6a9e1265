"""The dated events as data for TimelineJS, which shows headlines and texts as HTML: so they are escaped.

A slide of TimelineJS needs a start: undated events are left out, and the title slide says how many.
"""

import datetime as dt
import html
import json
from typing import Any

import pandas as pd

from timeline.formats.sources import Telling, read_tellings
from timeline.table import Timeline, records
from timeline.wording import date_words

__all__ = ["write"]


def write(timeline: Timeline) -> bytes:
    """`timeline` in the JSON format of TimelineJS 3, a slide an event, the quotes below it, grouped by agent."""
    tellings = read_tellings(timeline)
    rows = records(timeline.events)
    slides = [_slide(row, tellings.get(row["event_id"], [])) for row in rows if not _undated(row)]
    left_out = len(rows) - len(slides)
    title = {
        "headline": _escape(timeline.title or "Timeline"),
        "text": f"{left_out} undated left out" if left_out else "",
    }
    content = {"title": {"text": title, "autolink": False}, "events": slides}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _undated(row: dict[str, Any]) -> bool:
    return row["start"] is pd.NaT and row["end"] is pd.NaT


def _slide(row: dict[str, Any], tellings: list[Telling]) -> dict[str, Any]:
    first = row["end"] if row["start"] is pd.NaT else row["start"]
    last = row["start"] if row["end"] is pd.NaT else row["end"]
    quotes = [f"<p>“{_escape(t.quote)}” {_escape(t.source.line)}</p>" for t in tellings]
    return {
        "unique_id": row["event_id"],
        "start_date": _date(first),
        "end_date": _date(last),
        "display_date": _escape(date_words(row)),
        "group": _escape(row["actors"][0]) if row["actors"] else "",
        "autolink": False,
        "text": {"headline": _escape(row["title"]), "text": "".join(quotes)},
    }


def _date(day: dt.date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _escape(text: str) -> str:
    return html.escape(" ".join(text.split()))
