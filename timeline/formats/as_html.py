"""The timeline as one page that opens offline: chart, filters, the list by month, every quote.

The page may run its own three scripts and nothing else, and may ask no server for anything: its content security policy
says so to the browser. Text from documents is escaped; links are only http and https.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pandas as pd
from plotly.utils import PlotlyJSONEncoder

from timeline.figure import make_figure_dict, put_on_calendar
from timeline.formats.headings import group_by_heading
from timeline.formats.sources import (
    Citation,
    Source,
    find_latest_publication,
    read_citations,
    read_remarks,
    read_sources,
)
from timeline.layout import Layout, choose_options, lay_out
from timeline.layout.words import name_timeline
from timeline.table import EventRow, Timeline
from timeline.typeface import SCRIPT, write_style_sheet
from timeline.vocabulary import Status
from timeline.wording import count_words, describe_date, write_day

__all__ = ["write"]

_FOLDER: Final = Path(__file__).parent
_PAPER, _HEIGHT, _LEAST_HEIGHT = 1024, 460, 160  # what A4 across holds, and what few events need
_WIDE: Final = 1208  # what the page leaves in a window of 1280 pixels with its scroll bar
_SHOWN: Final = ("title", "scope", "actors", "months", "sources", "figure")  # the parts with text of documents
_LABEL_ALL = 12  # events whose labels the chart has room for: more make a ladder, and the list below has them all
_PHONE: Final = 358  # pixels that a phone of 390 leaves
# A page has no place for control characters; form feed and tab become the space they stand for.
_CONTROL: Final = dict.fromkeys([*range(9), 11, *range(14, 32), 127], "\ufffd") | {9: " ", 12: " "}
# Inside a script element neither "</script" nor "<!--" may occur, and old parsers end a line at U+2028.
_INERT: Final = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def write(timeline: Timeline, *, view: str = "auto") -> bytes:
    """A standalone page; `view` is that of the chart, as in `timeline.draw`."""
    plotly, script = _read_part("plotly_basic/plotly-basic.min.js"), f"{SCRIPT}\n{_read_part('page.js')}"
    parts = {
        "policy": _write_policy(plotly, script),
        "title": _escape(name_timeline(timeline)),
        "scope": _escape(_describe_scope(timeline)),
        "alt": _escape(f"Timeline of {len(timeline.events)} events; the list below holds the same events"),
        "style": _read_part("page.css"),
        "typeface": "",
        "actors": _write_actors(timeline.events),
        "months": _write_months(timeline),
        "sources": _write_sources(timeline),
        "figure": _write_charts(timeline, view),
        "plotly": plotly,
        "script": script,
    }
    parts["typeface"] = write_style_sheet("".join(parts[name] for name in _SHOWN))
    # One pass over the template alone: what stands in a document is never taken for a place to fill.
    return re.sub(r"\{\{(\w+)\}\}", lambda place: parts[place[1]], _read_part("page.html")).encode()


def _write_charts(timeline: Timeline, view: str) -> str:
    """The charts for wide windows, for paper, and for phones, of which the page shows one."""
    widths = {"wide": _WIDE, "paper": _PAPER, "narrow": _PHONE}
    charts = {name: _make_chart(timeline, view, width) for name, width in widths.items()}
    return str(PlotlyJSONEncoder().encode(charts)).translate(_INERT)


def _make_chart(timeline: Timeline, view: str, width: int) -> dict[str, Any]:
    """The figure of one width, as high as its content; the year stands where it changes, and no more often."""
    mode = "grow" if len(timeline.events) <= _LABEL_ALL and view != "flags" else "fit"
    height = _LEAST_HEIGHT if mode == "grow" else _HEIGHT
    view = "story" if view == "flags" and width == _PHONE else view  # two rows of titles need a wide page
    asked = choose_options(
        timeline, view=view, width=width, height=height, mode=mode, scale="compact", clusters=True, legend_below=True
    )
    layout = lay_out(timeline.events, asked)
    figure = make_figure_dict(layout, timeline.events, mentions=timeline.mentions, documents=timeline.documents)
    if width == _PHONE:
        figure["layout"]["dragmode"] = False  # a finger on the chart scrolls the page
    figure["layout"] |= {"paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)"}  # the page's own
    for trace in figure["data"]:
        points = zip(trace["x"], trace["y"], strict=True)
        trace.setdefault("customdata", [[_find_owner(layout, x, y)] for x, y in points])
    return figure if layout.axis.breaks else put_on_calendar(figure, layout)


def _find_owner(layout: Layout, x: float | None, y: float | None) -> str | None:
    """The event whose band, bar or label is at a point, so that the page can hide it with its event."""
    labels = (label.event_id for label in layout.labels if (label.unit, label.y) == (x, y))
    marks = (m.event_id for m in layout.marks if x is not None and m.y == y and m.first <= x <= m.last)
    return next(labels, None) or next(marks, None)


def _read_part(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8").strip()


def _write_policy(*scripts: str) -> str:
    hashes = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts)
    allowed = " ".join(f"&#39;sha256-{h}&#39;" for h in hashes)
    return (
        f"default-src &#39;none&#39;; script-src {allowed}; style-src &#39;unsafe-inline&#39;; "
        "font-src data:; img-src data: blob:"
    )


def _escape(text: str) -> str:
    return html.escape(text.translate(_CONTROL))


def _describe_scope(timeline: Timeline) -> str:
    counts = count_words(len(timeline.events), "event")
    if len(timeline.documents):
        counts += f" from {count_words(len(timeline.documents), 'document')}"
    day = find_latest_publication(timeline)
    return f"{counts}, as of {write_day(day)}" if day else counts


def _write_actors(events: pd.DataFrame) -> str:
    counts = events["actors"].explode().dropna().value_counts()
    ranked = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    return "\n".join(
        f'<label><input type="checkbox" name="actor" value="{_escape(str(name))}"><bdi>{_escape(str(name))}</bdi> '
        f'<span class="count">{count}</span></label>'
        for name, count in ranked
    )


def _write_months(timeline: Timeline) -> str:
    citations, remarks = read_citations(timeline), read_remarks(timeline)
    return "\n".join(
        f'<section class="month"><h2>{_escape(heading)}</h2>\n{_write_events(rows, citations, remarks)}\n</section>'
        for heading, rows in group_by_heading(timeline.events).items()
    )


def _write_events(
    rows: Sequence[EventRow], citations: Mapping[str, Sequence[Citation]], remarks: Mapping[str, str]
) -> str:
    return "\n".join(_write_event(row, citations.get(row["event_id"], []), remarks[row["event_id"]]) for row in rows)


def _write_event(event: EventRow, citations: Sequence[Citation], remark: str) -> str:
    assumed = " assumed" if remark else ""
    notes = [_escape(event["status"])] if event["status"] != Status.HAPPENED else []
    notes += [remark] if remark else []
    actors = " · ".join([*(f"<bdi>{_escape(name)}</bdi>" for name in event["actors"]), *notes])
    names = _escape(json.dumps(event["actors"], ensure_ascii=False))
    return (
        f'<article class="event{assumed}" id="e-{_escape(event["event_id"])}" data-actors="{names}">'
        f'<p class="when">{_escape(describe_date(event))}</p>'
        f'<div><h3 dir="auto">{_escape(event["title"])}</h3><p class="meta">{actors}</p>'
        f"{_write_quotes(citations)}</div>"
        "</article>"
    )


def _write_quotes(citations: Sequence[Citation]) -> str:
    if not citations:
        return ""
    sources = len({citation.source.number for citation in citations})
    quotes = "".join(
        (f'<blockquote dir="auto">{_write_quote(citation)}</blockquote>' if citation.quote else "")
        + f'<p class="origin">{_link_source(citation.source)} [{citation.source.number}]</p>'
        f'<p class="reading">{_escape(citation.reading)}</p>'
        for citation in citations
    )
    return f"<details><summary>{count_words(sources, 'source')}</summary>{quotes}</details>"


def _write_quote(citation: Citation) -> str:
    """The quote with the words that date the event marked, where they stand in it."""
    if not citation.dated:
        return _escape(citation.quote)
    start, end = citation.dated
    before, words, after = citation.quote[:start], citation.quote[start:end], citation.quote[end:]
    return f"{_escape(before)}<mark>{_escape(words)}</mark>{_escape(after)}"


def _link_source(source: Source) -> str:
    """The line of a source, which leads to where it stands, if that has an address."""
    line = f"<bdi>{_escape(source.line)}</bdi>"
    return f'<a href="{_escape(source.link)}" rel="noreferrer noopener">{line}</a>' if source.link else line


def _write_sources(timeline: Timeline) -> str:
    items = [f"<li>{_write_source(source)}</li>" for source in read_sources(timeline).values()]
    return "\n".join(['<section class="sources"><h2>Sources</h2><ol>', *items, "</ol></section>"]) if items else ""


def _write_source(source: Source) -> str:
    line = f"<bdi>{_escape(source.line)}</bdi>{' (publication date inferred)' if source.inferred else ''}"
    if source.link:
        return f'{line} <a href="{_escape(source.link)}" rel="noreferrer noopener">{_escape(source.link)}</a>'
    return f"{line} {_escape(source.address)}".rstrip()
