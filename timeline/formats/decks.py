"""Decks besides the chart: one slide an event with the sentence that tells it, and who says what."""

from collections.abc import Mapping
from typing import Final

from timeline.formats.deck_events import DeckEvent
from timeline.formats.slides import (
    Pen,
    Template,
    carry,
    count_voices_on,
    draw_quote,
    draw_voices,
    find_title_placeholder,
)
from timeline.formats.slides.shapes import QUIET
from timeline.formats.sources import find_dating_citation, read_citations
from timeline.formats.who_says import read_grid
from timeline.layout import Box, clean_text, wrap
from timeline.table import Timeline, find_leading_events, list_events
from timeline.wording import count_words

__all__ = ["DECKS", "add_event_slides", "add_voice_slides", "choose_presented"]

DECKS: Final = ("chart", "events", "sources")
"""What a deck shows: the timeline as a chart, one slide an event, or who says what."""

PRESENTED: Final = 8
"""So many events are presented one by one, where nobody chose others: a slide a minute, and time for a question."""

_LINE: Final = 16.0  # pixels: 12 points
_FINE: Final = 13.34  # pixels: 10 points
_PAGE: Final = 40.0


def choose_presented(timeline: Timeline, most: int | None = PRESENTED) -> Timeline:
    """The dated events to present one by one: the `most` important ones, in the order of time."""
    events = timeline.events
    dated = events[events["start"].notna() | events["end"].notna()]
    chosen = find_leading_events(dated if len(dated) else events, most or len(events))
    return timeline.only(chosen["event_id"])


def add_event_slides(template: Template, timeline: Timeline, events: Mapping[str, DeckEvent]) -> None:
    """One slide for each event of `timeline`, in its order; its title leads to the source, as far as that has an
    address.
    """
    citations, rows = read_citations(timeline), list_events(timeline.events)
    for row in rows:
        one = events[row["event_id"]]
        slide = template.add_slide(one.title)
        title = find_title_placeholder(slide)
        carry(title, row["event_id"], one.title)
        pen = Pen(shapes=slide.shapes, left=template.area.left, top=template.area.top, stretch=template.stretch)
        pen.link(title, one.link)
        cited = citations.get(row["event_id"], ())
        draw_quote(pen, template.area, row, find_dating_citation(cited), rows)
        quotes = [f"[{c.source.number}] {clean_text(c.quoted)} {clean_text(c.source.line)}" for c in cited]
        slide.notes_slide.notes_text_frame.text = "\n".join(quotes)
        _draw_number(pen, template)


def add_voice_slides(template: Template, timeline: Timeline, title: str) -> None:
    """Tables of who tells which event, as many rows on one slide as on the next."""
    grid = read_grid(timeline, timeline.events)
    pages = -(-len(grid.rows) // count_voices_on(template.area, template.stretch)) or 1
    for page in range(pages):
        slide = template.add_slide(title, "who says what" + (f" ({page + 1} of {pages})" if pages > 1 else ""))
        pen = Pen(shapes=slide.shapes, left=template.area.left, top=template.area.top, stretch=template.stretch)
        size = _LINE * template.stretch
        box = Box(left=0, top=4, width=template.area.width, height=size * 1.5)
        scope = wrap(_describe_scope(grid.summary, grid.silent), size, template.area.width, 1)
        pen.draw_text(scope, box, size, name="Scope", ink=QUIET)
        first, last = page * len(grid.rows) // pages, (page + 1) * len(grid.rows) // pages
        draw_voices(slide, template.area, grid.sources, grid.rows[first:last], template.stretch)
        _draw_number(pen, template)


def _describe_scope(summary: str, silent: int) -> str:
    quiet = f"{count_words(silent, 'source')} {'tells' if silent == 1 else 'tell'} none of these" if silent else ""
    return " · ".join(filter(None, [f"{summary[:1].upper()}{summary[1:]}", quiet, "● tells it"]))


def _draw_number(pen: Pen, template: Template) -> None:
    """The number of the slide, at the foot."""
    size = _FINE * template.stretch
    box = Box(left=template.area.width - _PAGE, top=template.area.height + 2, width=_PAGE, height=size * 1.5)
    pen.draw_page_number(box, size, len(template.presentation.slides))
