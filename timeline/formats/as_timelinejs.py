"""The dated events as data for TimelineJS, which shows headlines and texts as HTML: so they are escaped.

A slide of TimelineJS needs a start: undated events are left out, and the title slide says how many.
"""

import datetime as dt
import html
import json
from typing import Any

from timeline.formats import as_json
from timeline.formats.sources import Citation, read_citations
from timeline.layout.words import name_timeline
from timeline.table import EventRow, Timeline, list_events
from timeline.wording import describe_date

__all__ = ["read", "write"]


def read(data: bytes, *, strict: bool = False) -> Timeline:
    """The timeline in a file of TimelineJS; of those that `write` made, the group of a slide is its agent.

    Raises
    ------
    TableError
        If it is no JSON, or holds no slides.
    """
    return as_json.read(data, strict=strict)


def write(timeline: Timeline) -> bytes:
    """`timeline` in the JSON format of TimelineJS 3, a slide an event, the quotes below it, grouped by agent."""
    citations = read_citations(timeline)
    rows = list_events(timeline.events)
    slides = [
        _make_slide(row, first, last, citations.get(row["event_id"], []))
        for row in rows
        if (first := row["start"] or row["end"]) and (last := row["end"] or row["start"])
    ]
    left_out = len(rows) - len(slides)
    title = {
        "headline": _escape(name_timeline(timeline)),
        "text": f"{left_out} undated left out" if left_out else "",
    }
    content = {"title": {"text": title, "autolink": False}, "events": slides}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _make_slide(row: EventRow, first: dt.date, last: dt.date, citations: list[Citation]) -> dict[str, Any]:
    return {
        "unique_id": row["event_id"],
        "start_date": _make_date(first),
        "end_date": _make_date(last),
        "display_date": _escape(describe_date(row)),
        "group": _escape(row["actors"][0]) if row["actors"] else "",
        "autolink": False,
        "text": {"headline": _escape(row["title"]), "text": "".join(map(_cite, citations))},
    }


def _cite(citation: Citation) -> str:
    """The words and the source of a citation; its link is one to follow, not a medium, which TimelineJS would fetch."""
    link = f'<a href="{_escape(citation.source.link)}">{_escape(citation.source.link)}</a>' * bool(citation.source.link)
    return f"<p>{' '.join(filter(None, (_escape(citation.quoted), _escape(citation.source.line), link)))}</p>"


def _make_date(day: dt.date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _escape(text: str) -> str:
    return html.escape(" ".join(text.split()))
