"""The timeline as slides of native shapes to edit: one chart, or an overview, one slide a stretch of time and a table.

The user's own template may be given: its title placeholder, body area, fonts and colours are used.
"""

import dataclasses
import datetime as dt
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pandas as pd

from timeline.errors import FormatError
from timeline.figure.slide import MOST_SLIDES, SLIDE_LABELS, lay_out_slide, write_source_line
from timeline.formats.decks import DECKS, add_event_slides, add_voice_slides, choose_told
from timeline.formats.office import EPOCH, repack
from timeline.formats.slides import Pen, Template, count_rows_on, draw_slide_chart, draw_table, open_template
from timeline.formats.slides.shapes import QUIET
from timeline.formats.slides.template_file import name_template
from timeline.formats.sources import Citation, find_latest_publication, read_citations
from timeline.layout import Box, Layout, LayoutOptions, choose_colours, clean_text, describe_events, lay_out, wrap
from timeline.layout.words import describe_days, name_leading_actors, propose_title
from timeline.table import EventRow, Timeline, list_events
from timeline.wording import count_words, describe_date, shorten_date

__all__ = ["write"]

_LABEL, _SMALL, _FINE = 16.5, 16.0, 13.34  # pixels: 12.5, 12 and 10 points
_ROOM_DAYS: Final = 2
_NO_END: Final = 10_000
_ALL: Final = "all events"
_LINE: Final = 1.5  # line heights of scope and source line
_PAGE: Final = 40.0  # pixels for the number of a slide


def write(  # noqa: PLR0913  each is one control of the dialog
    timeline: Timeline,
    *,
    view: str = "flags",
    template: str | Path | bytes | None = None,
    title: str | None = None,
    source: str | None = None,
    size: str = "16:9",
    window: tuple[dt.date, dt.date] | None = None,
    slides: int | None = MOST_SLIDES,
    show: str = "chart",
) -> bytes:
    """A presentation of `timeline`.

    Parameters
    ----------
    timeline
        What to show.
    view
        ``"flags"``: titles on stems; ``"lanes"``: a lane an actor; or another view of `timeline.draw`.
    template
        A .pptx or .potx, as path or content, whose layouts and theme are used; its slides are not.
    title
        What the first slide says; by default the timeline's title.
    source
        The line at the foot of every chart; None names the documents.
    size
        ``"16:9"`` or ``"4:3"``, for slides without a template, which has a size of its own.
    window
        First and last day of the first chart; None shows everything.
    slides
        How many at most: 1 is the one chart, None as many as it takes to label every event and list all in tables.
        With fewer, several events of a stretch have only a dot, and their titles stand in the notes; tables come only
        where all of them have room.
    show
        ``"chart"``; ``"events"``: one slide an event with the sentence that tells it, of the eight most important where
        there are more; ``"sources"``: who says what, as a table. `view`, `source` and `window` are the chart's.

    Raises
    ------
    FormatError
        If the template cannot be used, or there is no such size or nothing such to show.
    DrawingError
        If there is no such view.
    """
    if show not in DECKS:
        raise FormatError(f"unknown {show!r} for a deck to show; choose one of: {', '.join(DECKS)}")
    said = clean_text(title or timeline.title) or propose_title(timeline.events)
    created = max(find_latest_publication(timeline) or EPOCH, EPOCH)
    parts = list(_split_stretches(timeline, (slides or _NO_END) - 1))
    titles = [said, *(f"{said}: {tail}" for _, tail in parts), f"{said}: {_ALL}"]
    if show == "events":
        timeline = choose_told(timeline)
        titles = [said, *map(clean_text, timeline.events["title"].tolist())]
    opened = open_template(_read_template(template), titles=titles, created=created, size=size)
    asked = _Asked(view=view, source=source, window=window)
    with name_template(given=template is not None):
        if show == "events":
            add_event_slides(opened, timeline)
        elif show == "sources":
            add_voice_slides(opened, timeline, said)
        else:
            _add_chart_slides(opened, timeline, parts, (said, slides), asked)
        content = io.BytesIO()
        opened.presentation.save(content)
    return repack(content.getvalue())


def _add_chart_slides(
    template: Template,
    timeline: Timeline,
    parts: Sequence[tuple[Timeline, str]],
    said: tuple[str, int | None],
    asked: "_Asked",
) -> None:
    """The chart of the whole; where it cannot label all, one a stretch, and tables where all of them have room."""
    title, slides = said
    chart = _add_chart_slide(template, timeline, timeline, (title, ""), asked)
    if chart.labelled < len(timeline.events) and slides != 1:
        for part, tail in parts:
            _add_chart_slide(template, part, timeline, (title, tail), asked)
        if 1 + len(parts) + _count_pages(template, timeline) <= (slides or _NO_END):
            _add_table_slides(template, timeline, title)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a chart is to look like: its view, source line and days, as `write` has them."""

    view: str
    source: str | None
    window: tuple[dt.date, dt.date] | None = None


def _read_template(template: str | Path | bytes | None) -> bytes | None:
    if template is None or isinstance(template, bytes):
        return template
    try:
        return Path(template).read_bytes()
    except OSError as error:
        raise FormatError(
            f"cannot read the template {str(template)!r}: {error.strerror}; give a .pptx or .potx"
        ) from error


def _split_stretches(timeline: Timeline, most: int) -> Iterator[tuple[Timeline, str]]:
    """The dated events in date order, as many to a slide as it can label, or more where that needs over `most` slides;
    and the days each slide covers.
    """
    dated = timeline.events[timeline.events["start"].notna() | timeline.events["end"].notna()]
    slides = min(-(-len(dated) // SLIDE_LABELS), most)
    for number in range(slides if slides > 1 else 0):
        first, last = number * len(dated) // slides, (number + 1) * len(dated) // slides
        part = timeline.only(dated["event_id"].iloc[first:last])
        yield part, describe_days(part.events)


def _add_chart_slide(
    template: Template, part: Timeline, whole: Timeline, title: tuple[str, str], asked: _Asked
) -> Layout:
    """One slide with the events of `part`, in the colours of the `whole`; `title` is what may be cut, and the rest."""
    area, wide = template.area, template.stretch
    slide = template.add_slide(*title)
    source = write_source_line(part.documents, asked.source, _FINE * wide, area.width - _PAGE * wide)
    foot = _FINE * wide * _LINE
    head = _SMALL * wide * _LINE + 6
    palette, by = choose_colours(whole.events, whole.actors)
    options = LayoutOptions(
        view=asked.view, width=round(area.width), height=round(area.height - head - foot),
        size=_LABEL * wide, small=_SMALL * wide,
        window=_choose_window(part.events) if part is not whole else asked.window,
        palette=palette, colour_by=by,
    )  # fmt: skip
    lay = lay_out_slide if asked.view == "flags" else lay_out
    layout = lay(part.events, options, whole=whole.events)
    pen = Pen(shapes=slide.shapes, left=area.left, top=area.top, stretch=wide)
    scope = wrap(_describe_scope(layout, part, whole), _SMALL * wide, area.width, 1)
    pen.draw_text(scope, Box(left=0, top=4, width=area.width, height=head - 6), _SMALL * wide, name="Scope", ink=QUIET)
    draw_slide_chart(
        dataclasses.replace(pen, top=area.top + head), layout, _names(whole.events), _write_alts(whole),
        describe_events(part.events, most=SLIDE_LABELS),
    )  # fmt: skip
    box = Box(left=0, top=area.height - foot, width=area.width - _PAGE * wide, height=foot)
    if source:
        pen.draw_text([source], box, _FINE * wide, name="Source", ink=QUIET)
    page = dataclasses.replace(box, left=box.right, width=_PAGE * wide)
    pen.draw_page_number(page, _FINE * wide, len(template.presentation.slides))
    slide.notes_slide.notes_text_frame.text = _write_notes(part, layout)
    return layout


def _describe_scope(layout: Layout, part: Timeline, whole: Timeline) -> str:
    """How many events are shown, of how many, how many of them only the notes name; which days; who."""
    quiet = len(part.events) - layout.labelled
    aside = f"{quiet} more in the notes" if layout.labels and quiet else ""
    shown, total = layout.labelled if layout.labels else layout.shown, len(whole.events)
    counted = f"{shown:,} of {count_words(total, 'event')}"
    drawn = part.events[part.events["event_id"].isin([mark.event_id for mark in layout.marks])]
    days = describe_days(drawn if len(drawn) else part.events)
    return " · ".join(
        filter(None, [counted, aside, days, *_describe_outside(layout, part.events), name_leading_actors(part.events)])
    )


def _describe_outside(layout: Layout, events: pd.DataFrame) -> Iterator[str]:
    """How many dated events lie before and after the band of time, and when."""
    begins = events["start"].fillna(events["end"])
    left_out = begins.notna() & ~events["event_id"].isin([mark.event_id for mark in layout.marks])
    if layout.view != "flags" or not left_out.any():
        return
    first = pd.Timestamp(dt.date.fromordinal(max(int(layout.axis.to_day(layout.window[0])), 1)))
    for word, part in (("earlier", begins < first), ("later", begins >= first)):
        if (aside := events[left_out & part]).size:
            yield f"{len(aside)} {word} ({describe_days(aside)})"


def _choose_window(events: pd.DataFrame) -> tuple[dt.date, dt.date] | None:
    """The days of `events` with some room around them; None without a dated one."""
    days = pd.concat([events["start"], events["end"]]).dropna()
    if days.empty:
        return None
    first, last = days.min().date(), days.max().date()
    room = max(_ROOM_DAYS, (last - first).days // 20)
    around = min(room, (first - dt.date.min).days), min(room, (dt.date.max - last).days)
    return first - dt.timedelta(days=around[0]), last + dt.timedelta(days=around[1])


def _names(events: pd.DataFrame) -> dict[str, str]:
    """The name of each event's group: "Event 03 – 2025-07-14 – Ban reversed"."""
    return {
        row["event_id"]: f"Event {number:02d} – {row['edtf'] or 'undated'} – {clean_text(row['title'])}"
        for number, row in enumerate(list_events(events), start=1)
    }


def _write_alts(timeline: Timeline) -> dict[str, str]:
    return {
        row["event_id"]: ". ".join(
            filter(None, [describe_date(row), clean_text(row["title"]), ", ".join(row["actors"])])
        )
        for row in list_events(timeline.events)
    }


def _write_notes(part: Timeline, layout: Layout) -> str:
    """Every event shown with its numbered quotes and where they are from; then what has no label."""
    citations, shown = read_citations(part), {label.event_id for label in layout.labels}
    rows = list_events(part.events)
    notes = [_describe_event(row, citations.get(row["event_id"], [])) for row in rows if row["event_id"] in shown]
    rest = [f"{describe_date(row)}: {clean_text(row['title'])}" for row in rows if row["event_id"] not in shown]
    left_out = [f"Without a label, {len(rest)}:\n" + "\n".join(rest)] if rest else []
    return "\n\n".join([*notes, *left_out]).translate(_NO_CONTROLS)


_NO_CONTROLS: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], " ")


def _describe_event(row: EventRow, citations: Sequence[Citation]) -> str:
    lines = [f"{describe_date(row)}: {clean_text(row['title'])}"]
    for citation in citations:
        source = citation.source
        lines.append(
            " ".join(
                filter(None, (f"[{source.number}]", clean_text(citation.quoted), clean_text(source.line), source.link))
            )
        )
    return "\n".join(lines)


def _count_pages(template: Template, timeline: Timeline) -> int:
    """How many slides the tables of all events take."""
    return -(-len(timeline.events) // count_rows_on(template.area, template.stretch))


def _add_table_slides(template: Template, timeline: Timeline, title: str) -> None:
    """Tables of all events, as many rows on one slide as on the next."""
    rows = [
        (shorten_date(row), clean_text(row["title"]), ", ".join(row["actors"])) for row in list_events(timeline.events)
    ]
    pages = _count_pages(template, timeline)
    for page in range(pages):
        slide = template.add_slide(title, _ALL + (f" ({page + 1} of {pages})" if pages > 1 else ""))
        first, last = page * len(rows) // pages, (page + 1) * len(rows) // pages
        draw_table(slide, template.area, rows[first:last], template.stretch)
