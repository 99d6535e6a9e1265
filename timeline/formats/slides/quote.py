"""One event on a slide: its day, the sentence that tells it in large type, who says so, and where it stands in time."""

import dataclasses
from collections.abc import Sequence
from typing import Final

from timeline.formats.slides.carried import carry_days
from timeline.formats.slides.shapes import BAND, FAINT, INK, LIT, QUIET, Pen, find_ink
from timeline.formats.sources import Citation
from timeline.layout import PALETTE, Box, clean_text, measure_text, wrap
from timeline.table import EventRow
from timeline.vocabulary import Shape
from timeline.wording import describe_date, shorten_date

__all__ = ["draw_quote"]

_DAY: Final = 26.67  # pixels: 20 points
_LARGEST, _LEAST = 42.67, 21.33  # pixels: 32 and 16 points
_STEP: Final = 2.67
_FINE: Final = 16.0  # pixels: 12 points
_LINE: Final = 1.25
_SAFE: Final = 0.96  # of the width: PowerPoint breaks a little earlier than the letters are wide
_STRIP: Final = 56.0
_DOT, _HERE = 8.0, 15.0


def draw_quote(pen: Pen, area: Box, event: EventRow, citation: Citation | None, shown: Sequence[EventRow]) -> None:
    """Draw `event` into the area of a slide, whose title says it; below, all `shown` events on one band of time.

    The date words are lit. An event that no words tell has its day alone.
    """
    day, title = describe_date(event), clean_text(event["title"])
    name = f"Event – {event['edtf'] or 'undated'} – {title}"
    with pen.draw_group(name, f"{day}. {title}", event_id=event["event_id"]) as group:
        top = 18.0
        box = Box(left=0, top=top, width=area.width, height=_DAY * _LINE)
        group.draw_text([day], box, _DAY, name="Date", ink=LIT, bold=day, alt=day)
        top += _DAY * _LINE + 14
        if citation:
            box = Box(left=0, top=top, width=area.width, height=area.height - top - _STRIP)
            _draw_sentence(group, citation, box, pen.stretch)
    _draw_strip(pen, area, event, shown)


def _draw_sentence(pen: Pen, citation: Citation, box: Box, stretch: float) -> None:
    """The sentence as large as it fits, its date words lit, and its source beneath."""
    source_height = _FINE * _LINE * 2 * stretch
    room = box.height - source_height - 10
    size = _LARGEST
    while size > _LEAST and _measure_height(citation, size * stretch, box.width) > room:
        size -= _STEP
    height = min(_measure_height(citation, size * stretch, box.width), room)
    said = Box(left=box.left, top=box.top, width=box.width, height=height)
    pen.draw_runs(_split_quote(citation), said, size * stretch, name="Quote", ink=INK, lit=LIT)
    source = wrap(citation.source.line, _FINE * stretch, box.width, 2)
    at = Box(left=box.left, top=said.bottom + 10, width=box.width, height=source_height)
    pen.draw_text(source, at, _FINE * stretch, name="Source", ink=QUIET, alt=citation.source.line)


def _measure_height(citation: Citation, size: float, width: float) -> float:
    return len(wrap(citation.quoted, size, width * _SAFE, 40)) * size * _LINE


def _split_quote(citation: Citation) -> list[tuple[str, bool]]:
    """The quoted sentence cut at its date words."""
    quote, (start, end) = citation.quote, citation.dated or (0, 0)
    parts = [("“" + quote[:start], False), (quote[start:end], True), (quote[end:] + "”", False)]
    return [part for part in parts if part[0]]


def _draw_strip(pen: Pen, area: Box, event: EventRow, shown: Sequence[EventRow]) -> None:
    """All shown events as dots on one band of time, this one large."""
    days = {row["event_id"]: day.toordinal() for row in shown if (day := row["start"] or row["end"])}
    if not days:
        return
    first, last = min(days.values()), max(days.values())
    y, left, right = area.height - 30.0, _HERE, area.width - _HERE
    band = pen.draw_bar(Box(left=0, top=y - 3, width=area.width, height=6), BAND, name="Band of time")
    carry_days(band, [(first, left / area.width), (max(last, first + 1), right / area.width)])
    places = {id_: left + (right - left) * (day - first) / max(last - first, 1) for id_, day in days.items()}
    here = places.pop(event["event_id"], None)
    for event_id, x in places.items():
        other = dataclasses.replace(pen, event_id=event_id)
        other.draw_mark(Shape.DOT, x, y, _DOT, FAINT, hollow=False, dashed=False, name="Another event")
    if here is not None:
        this = dataclasses.replace(pen, event_id=event["event_id"])
        this.draw_mark(Shape.DOT, here, y, _HERE, find_ink(PALETTE[0]), hollow=False, dashed=False, name="This event")
    dated = sorted((row for row in shown if row["event_id"] in days), key=lambda row: days[row["event_id"]])
    ends = [dated[0], dated[-1]]
    for row, align in zip(ends if first < last else ends[:1], ("left", "right"), strict=False):
        width = measure_text(shorten_date(row), _FINE * pen.stretch) + 8
        at = 0 if align == "left" else area.width - width
        box = Box(left=at, top=y + 8, width=width, height=_FINE * _LINE)
        pen.draw_text([shorten_date(row)], box, _FINE * pen.stretch, name="End of the band", ink=QUIET, align=align)
