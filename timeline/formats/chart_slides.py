"""The slides of a chart: the whole, one a stretch of time where it cannot label all, and tables of all events."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pandas as pd

from timeline.figure.slide import SLIDE_LABELS, describe_undrawn, lay_out_slide, write_source_line
from timeline.formats.deck_events import DeckEvent
from timeline.formats.slides import Pen, Template, count_rows_on, draw_slide_chart, draw_table
from timeline.formats.slides.shapes import QUIET
from timeline.formats.sources import Citation, read_citations
from timeline.layout import Box, Layout, choose_options, clean_text, describe_events, lay_out, wrap
from timeline.layout.words import describe_days, name_leading_actors
from timeline.table import EventRow, Timeline, list_events
from timeline.wording import count_words, describe_date

__all__ = [
    "Asked",
    "add_chart_slides",
    "count_slides",
    "list_titles",
    "split_stretches",
    "write_note_line",
    "write_scope_line",
]

LABEL, SMALL, FINE = 16.5, 16.0, 13.34  # pixels: 12.5, 12 and 10 points
PAGE: Final = 40.0  # pixels for the number of a slide
_ROOM_DAYS: Final = 2
_NO_END: Final = 10_000
_ALL: Final = "all events"
_LINE: Final = 1.5  # line heights of scope and source line
_FOREMOST: Final = 2.0
"""An importance above that of any other event."""

_USUAL: Final = (1184.0, 520.0)
"""Width and height of the area of a slide without a template."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the charts of a deck are to look like, as `as_pptx.write` has it; `events` are the words of each event."""

    view: str
    source: str | None
    events: Mapping[str, DeckEvent]
    window: tuple[dt.date, dt.date] | None = None
    slides: int | None = None
    highlight: str | None = None


def add_chart_slides(
    template: Template, timeline: Timeline, parts: Sequence[tuple[Timeline, str]], title: str, asked: Asked
) -> None:
    """The chart of the whole; where it cannot label all, one a stretch, and tables where all of them have room."""
    chart = _add_chart_slide(template, timeline, timeline, (title, ""), asked)
    if chart.labelled < len(timeline.events) and asked.slides != 1:
        for part, tail in parts:
            _add_chart_slide(template, part, timeline, (title, tail), asked)
        pages = _count_pages(len(timeline.events), count_rows_on(template.area, template.stretch))
        if 1 + len(parts) + pages <= (asked.slides or _NO_END):
            _add_table_slides(template, title, pages, asked.events)


def split_stretches(timeline: Timeline, slides: int | None) -> Iterator[tuple[Timeline, str]]:
    """The dated events in date order, as many to a slide as it can label, or more where that needs over `slides`
    slides, the first included; and the days each slide covers.
    """
    dated = timeline.events[_is_dated(timeline.events)]
    number = _count_stretches(len(dated), slides)
    for place in range(number):
        first, last = place * len(dated) // number, (place + 1) * len(dated) // number
        part = timeline.only(dated["event_id"].iloc[first:last])
        yield part, describe_days(part.events)


def _is_dated(events: pd.DataFrame) -> "pd.Series[bool]":
    return events["start"].notna() | events["end"].notna()


def _count_stretches(dated: int, slides: int | None) -> int:
    """How many slides show a stretch each of so many dated events; none where one would show them all."""
    number = min(-(-dated // SLIDE_LABELS), (slides or _NO_END) - 1)
    return number if number > 1 else 0


def list_titles(title: str, parts: Sequence[tuple[Timeline, str]]) -> list[str]:
    """What the slides of a chart may be called."""
    return [title, *(f"{title}: {tail}" for _, tail in parts), f"{title}: {_ALL}"]


def count_slides(timeline: Timeline, slides: int | None = None, view: str = "flags") -> int:
    """How many slides a deck of the chart has, at most `slides`, on slides without a template.

    Examples
    --------
    >>> from timeline.table import from_frame
    >>> days = pd.date_range("2025-01-06", periods=40, freq="9D")
    >>> told = from_frame(pd.DataFrame({"title": [f"Ban {n}" for n in range(40)], "start": days, "importance": 0.9}))
    >>> count_slides(told), count_slides(told, 5), count_slides(told, 1)
    (9, 5, 1)
    """
    if slides == 1 or timeline.events.empty or _fits_one(timeline, view):
        return 1
    number = 1 + _count_stretches(int(_is_dated(timeline.events).sum()), slides)
    pages = _count_pages(
        len(timeline.events), count_rows_on(Box(left=0, top=0, width=_USUAL[0], height=_USUAL[1]), 1.15)
    )
    return number + pages if number + pages <= (slides or _NO_END) else number


def _fits_one(timeline: Timeline, view: str) -> bool:
    """Whether one slide has room for the title of every event."""
    if view == "flags" and len(timeline.events) > SLIDE_LABELS:
        return False  # the export dialog asks with every click, and laying out 10,000 takes half a second
    options = choose_options(
        timeline, view=view, width=round(_USUAL[0]), height=round(_USUAL[1]), size=LABEL, small=SMALL
    )
    layout = (lay_out_slide if view == "flags" else lay_out)(timeline.events, options)
    return layout.labelled >= len(timeline.events)


def _add_chart_slide(
    template: Template, part: Timeline, whole: Timeline, title: tuple[str, str], asked: Asked
) -> Layout:
    """One slide with the events of `part`, in the colours of the `whole`; `title` is what may be cut, and the rest."""
    area, wide = template.area, template.stretch
    slide = template.add_slide(*title)
    foot, head = FINE * wide * _LINE, SMALL * wide * _LINE + 6
    options = choose_options(
        whole, view=asked.view, width=round(area.width), height=round(area.height - head - foot),
        size=LABEL * wide, small=SMALL * wide,
        clusters=True, window=_choose_window(part.events) if part is not whole else asked.window,
    )  # fmt: skip
    lay = lay_out_slide if asked.view == "flags" else lay_out
    layout = lay(_raise(part.events, asked.highlight), options, whole=whole.events)
    pen = Pen(shapes=slide.shapes, left=area.left, top=area.top, stretch=wide)
    scope = "".join(wrap(_describe_scope(layout, part, whole), SMALL * wide, area.width, 1))
    box = Box(left=0, top=4, width=area.width, height=head - 6)
    pen.draw_text([scope], box, SMALL * wide, name="Scope", ink=QUIET, alt=scope)
    chart = dataclasses.replace(pen, top=area.top + head)
    draw_slide_chart(
        chart, layout, asked.events, describe_events(part.events, most=SLIDE_LABELS), highlight=asked.highlight
    )
    box = Box(left=0, top=area.height - foot, width=area.width - PAGE * wide, height=foot)
    if source := write_source_line(part.documents, asked.source, FINE * wide, box.width):
        pen.draw_text([source], box, FINE * wide, name="Source", ink=QUIET, alt=source if asked.source is None else "")
    page = dataclasses.replace(box, left=box.right, width=PAGE * wide)
    pen.draw_page_number(page, FINE * wide, len(template.presentation.slides))
    slide.notes_slide.notes_text_frame.text = _write_notes(part, layout)
    return layout


def _raise(events: pd.DataFrame, highlight: str | None) -> pd.DataFrame:
    """`events`, of which the one to stand out matters most, so that it has a label and a large one."""
    return events.assign(importance=events["importance"].where(events["event_id"] != highlight, _FOREMOST))


def _describe_scope(layout: Layout, part: Timeline, whole: Timeline) -> str:
    """What a slide shows, of how much, how much of it only the notes name; which days; who."""
    quiet = len(part.events) - layout.labelled if layout.labels else 0
    shown = layout.labelled if layout.labels else layout.shown
    drawn = part.events[part.events["event_id"].isin([mark.event_id for mark in layout.marks])]
    outside = list(describe_undrawn(layout, part.events))
    return write_scope_line(drawn if len(drawn) else part.events, (shown, len(whole.events), quiet), outside)


def write_scope_line(events: pd.DataFrame, counts: tuple[int, int, int], outside: Iterable[str] = ()) -> str:
    """``10 of 40 events · 5 more in the notes · 6 January to 28 March 2025 · Nvidia, China`` for a chart of `events`.

    `counts` are how many have a label, how many there are, and how many only the notes name; `outside` says what lies
    before and after the chart.
    """
    shown, total, quiet = counts
    aside = f"{quiet:,} more in the notes" if quiet else ""
    counted = f"{shown:,} of {count_words(total, 'event')}"
    return " · ".join(filter(None, [counted, aside, describe_days(events), *outside, name_leading_actors(events)]))


def _choose_window(events: pd.DataFrame) -> tuple[dt.date, dt.date] | None:
    """The days of `events` with some room around them; None without a dated one."""
    days = pd.concat([events["start"], events["end"]]).dropna()
    if days.empty:
        return None
    first, last = days.min().date(), days.max().date()
    room = max(_ROOM_DAYS, (last - first).days // 20)
    around = min(room, (first - dt.date.min).days), min(room, (dt.date.max - last).days)
    return first - dt.timedelta(days=around[0]), last + dt.timedelta(days=around[1])


def _write_notes(part: Timeline, layout: Layout) -> str:
    """Every event shown with its numbered quotes and where they are from; then what has no label."""
    citations, shown = read_citations(part), {label.event_id for label in layout.labels}
    rows = list_events(part.events)
    notes = [_describe_event(row, citations.get(row["event_id"], [])) for row in rows if row["event_id"] in shown]
    rest = [
        write_note_line(describe_date(row), clean_text(row["title"])) for row in rows if row["event_id"] not in shown
    ]
    left_out = [f"Without a label, {len(rest)}:\n" + "\n".join(rest)] if rest else []
    return "\n\n".join([*notes, *left_out]).translate(_NO_CONTROLS)


_NO_CONTROLS: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], " ")


def write_note_line(date: str, title: str) -> str:
    """An event in the notes."""
    return f"{date}: {title}"


def _describe_event(row: EventRow, citations: Sequence[Citation]) -> str:
    lines = [write_note_line(describe_date(row), clean_text(row["title"]))]
    for citation in citations:
        source = citation.source
        lines.append(
            " ".join(
                filter(None, (f"[{source.number}]", clean_text(citation.quoted), clean_text(source.line), source.link))
            )
        )
    return "\n".join(lines)


def _count_pages(count: int, rows: int) -> int:
    """How many slides the tables of so many events take."""
    return -(-count // rows)


def _add_table_slides(template: Template, title: str, pages: int, events: Mapping[str, DeckEvent]) -> None:
    """Tables of all events, as many rows on one slide as on the next."""
    for page in range(pages):
        slide = template.add_slide(title, _ALL + (f" ({page + 1} of {pages})" if pages > 1 else ""))
        first, last = page * len(events) // pages, (page + 1) * len(events) // pages
        draw_table(slide, template.area, dict(list(events.items())[first:last]), template.stretch)
