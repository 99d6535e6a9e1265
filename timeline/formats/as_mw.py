"""The dated events as markwhen text: a line an event, its first and last day in front.

An open end reaches to the day up to which the timeline knows; the words of the date stay beside the title. markwhen
has no place for what is undated: it is kept in comments at the end. And back.
"""

import datetime as dt
import json
import re
from typing import Any

import pandas as pd

from timeline.documents.text import decode_text
from timeline.errors import TableError
from timeline.formats.sources import find_latest_publication
from timeline.layout.words import name_timeline
from timeline.table import EventRow, Timeline, from_frame, list_events
from timeline.table.links import find_addresses
from timeline.vocabulary import Precision
from timeline.wording import describe_date

__all__ = ["read", "write"]

_UNDATED = "// undated"
_TITLE = re.compile(r"title:\s*(.+)", re.IGNORECASE)
_EVENT = re.compile(r"\s*(?:- )?(?P<date>\[?\d[^:\n]{2,60}?|[A-Z][a-z]{2,8}\.? [^:\n]{2,50}?\d{4}):\s+(?P<title>\S.*)")
_LOOKS_DATED = re.compile(r"\s*(?:now|today|after|before|by|every)\b[^:\n]{0,60}:\s", re.IGNORECASE)
_TAG = re.compile(r"(?<!\S)#([\w-]+)")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_WORDS = re.compile(r" \([^()]{0,20}\d[^()]{0,20}\)\Z")  # the date in words, as `write` has it
_MARKUP = re.compile(r"[#@](?=\w)|\](?=\()")


def write(timeline: Timeline) -> bytes:
    """The dated events of `timeline` as markwhen text, tagged with their actors."""
    last = timeline.events[["start", "end"]].max().max()
    known = find_latest_publication(timeline) or (None if pd.isna(last) else last.date())
    rows = [
        (row, first, row["end"] or max(first, known or dt.date.min))
        for row in list_events(timeline.events)
        if (first := row["start"] or row["end"])
    ]
    lines = ["---", f"title: {json.dumps(_flatten(name_timeline(timeline)), ensure_ascii=False)}", "---", ""]
    undated = [row for row in list_events(timeline.events) if not row["start"] and not row["end"]]
    rest = ["", _UNDATED, *(f"// {_flatten(row['title'])}" for row in undated)] if undated else []
    return "\n".join([*lines, *(_write_line(*row) for row in rows), *rest, ""]).encode()


def read(data: bytes, *, strict: bool = False) -> Timeline:
    r"""The timeline in markwhen text: a line an event, sections and the lines below an event left out.

    Raises
    ------
    TableError
        If no line of it is an event.

    Examples
    --------
    >>> timeline = read(b"title: Docks\n2024-05-03: Council votes #City\n2024-06 / 2024-07: Strike\nnow - 10 days: x")
    >>> timeline.title, timeline.events[["title", "edtf"]].values.tolist()
    ('Docks', [['Council votes', '2024-05-03'], ['Strike', '2024-06/2024-07']])
    >>> timeline.problems["message"].tolist()
    ["line 'now - 10 days: x' is no event with a day of its own and left out"]
    """
    text, _ = decode_text(data)
    rows: list[dict[str, Any]] = []
    remarks = []
    title = ""
    undated = False
    for line in text.splitlines():
        head = _TITLE.match(line)
        event = _EVENT.match(line)
        undated |= line.strip() == _UNDATED
        if undated and line.startswith("// ") and line.strip() != _UNDATED:
            rows.append({"title": line[3:].strip(), "start": ""})
        elif head and not rows:
            title = head[1].strip().strip("\"'")
        elif event:
            rows.append(_make_row(event["date"], event["title"]))
        elif _LOOKS_DATED.match(line):
            remarks.append(f"line {line.strip()[:60]!r} is no event with a day of its own and left out")
    if not rows:
        raise TableError("no line of this is an event; markwhen has them as '2024-05-03: Council votes'")
    return from_frame(pd.DataFrame(rows, dtype="object"), title, strict=strict, clean=True, remarks=remarks)


def _make_row(date: str, words: str) -> dict[str, Any]:
    """An event's cells: its tags are actors, as `write` has them."""
    tags = [tag.replace("_", " ") for tag in _TAG.findall(words)]
    plain = " ".join(_LINK.sub(r"\1", _TAG.sub("", words)).split())
    return {
        "title": _WORDS.sub("", plain) or plain,
        "start": re.sub(r"\s*/\s*", "/", date.strip()),
        "actors": tags,
        "links": find_addresses(" ".join(address for _, address in _LINK.findall(words))),
    }


def _write_line(row: EventRow, first: dt.date, last: dt.date) -> str:
    days = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    words = "" if row["precision"] == Precision.DAY and first == last else f" ({describe_date(row)})"
    tags = "".join(f" #{tag}" for name in row["actors"] if (tag := re.sub(r"\W+", "_", name).strip("_")))
    return f"{days}: {_flatten(row['title'])}{words}{tags}"


def _flatten(text: str) -> str:
    """One line in which markwhen finds no tag, mention or link."""
    visible = "".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in text)
    return _MARKUP.sub(r"\g<0> ", " ".join(visible.split()))
