"""An event that a deck does not tell yet -> its mark and title on a chart, where nothing else stands, marked as new."""

import dataclasses
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from timeline.formats.deck_events import DeckEvent, describe_deck_event
from timeline.formats.refresh.axis import Axis
from timeline.formats.refresh.events import LINE, Page
from timeline.formats.refresh.label_text import NEW
from timeline.formats.refresh.leaves import Point
from timeline.formats.refresh.room import SlideContent
from timeline.formats.slides.chart import SITES, name_event
from timeline.formats.slides.shapes import LINE as THIN
from timeline.formats.slides.shapes import LIT, Ink, Pen, glue
from timeline.layout import Box, measure_text, wrap
from timeline.typeface import Weight

__all__ = ["add_dot", "draw_event"]

_LABEL: Final = 16.5  # pixels: 12.5 points
_DOT: Final = 9.0
_OFF: Final = (7.0, 16.0, 25.0)
"""How far dots stand off the band, the nearest that hides no other."""

_WIDTHS: Final = (11.0, 15.0, 8.0)  # of a title, in type sizes
_MOST_LINES: Final = 4
_BESIDE: Final = 6.0
_FIRST: Final = 20.0
_STEP: Final = 10.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a new event goes: its mark, the path of its stem, and its title."""

    mark: Point
    path: tuple[Point, ...]
    box: Box
    lines: tuple[str, ...]


def draw_event(page: Page, event_id: str, event: DeckEvent, number: int, ink: Ink) -> bool:
    """Draw an event on a slide with its title, if that has an axis with its day and room; whether it has."""
    axis = page.axis
    if axis is None or event.at is None or axis.to_x(event.at) is None or _has_lanes(page):
        return False
    place = next(_list_places(page, axis, event), None)
    if place is None:
        return False
    pen = Pen(shapes=page.slide.shapes, stretch=page.stretch)
    with pen.draw_group(name_event(number, event), describe_deck_event(event), event_id=event_id) as group:
        mark = _find_mark(group, event, place.mark, ink)
        stems = [group.draw_line(*step, name="Stem", ink=THIN) for step in pairwise(place.path)]
        if stems:
            glue(stems[0], mark, SITES[event.mark][place.path[0][1] > place.mark[1]])
        text = group.draw_text(
            [event.short, *place.lines], place.box, _LABEL * page.stretch, name="Label", bold=event.short,
            alt=f"{event.short}: {' '.join(place.lines)}",
        )  # fmt: skip
        group.link(text, event.link)
    run = text.text_frame.paragraphs[0].add_run()
    run.text = NEW
    run.font.size, run.font.bold = text.text_frame.paragraphs[0].runs[0].font.size, True
    LIT.paint(run.font.color)
    return True


def add_dot(page: Page, event_id: str, event: DeckEvent, number: int, ink: Ink) -> bool:
    """Draw a small mark of an event on a slide whose band of time has its day; whether it has."""
    axis = page.axis
    if axis is None or not axis.is_band or event.at is None or axis.to_x(event.at) is None:
        return False
    pen = Pen(shapes=page.slide.shapes, stretch=page.stretch)
    with pen.draw_group(name_event(number, event), describe_deck_event(event), event_id=event_id) as group:
        _find_mark(group, event, _find_dot(page.room, axis, axis.clip(event.at), -1), ink, size=_DOT * 0.6)
    return True


def _find_mark(pen: Pen, event: DeckEvent, place: Point, ink: Ink, size: float = _DOT) -> object:
    return pen.draw_mark(event.mark, *place, size, ink, hollow=event.hollow, dashed=event.dashed, name="Mark")


def _has_lanes(page: Page) -> bool:
    return any(leaf.name.startswith("Lane ") or " events in " in leaf.name for leaf in page.leaves)


def _list_places(page: Page, axis: Axis, event: DeckEvent) -> Iterator[_Place]:
    """Every place there is for an event, the best first: near to its day, with the whole title, in a usual width."""
    room, size, x = page.room, _LABEL * page.stretch, axis.clip(event.at or 0.0)
    for width in _WIDTHS:
        lines = wrap(event.title, size, width * size, _MOST_LINES)
        widths = [measure_text(line, size) for line in lines]
        wide = max([*widths, measure_text(event.short + NEW, size, Weight.BOLD)])
        high = (len(lines) + 1) * size * LINE
        for box, side in _list_boxes(page, axis, x, (wide, high)):
            if not room.is_free(box):
                continue
            mark = _find_dot(room, axis, x, side) if axis.is_band else (x, box.top + high / 2)
            path = _find_path(axis, mark, box, side)
            if room.is_clear(path):
                yield _Place(mark=mark, path=path, box=box, lines=lines)


def _list_boxes(page: Page, axis: Axis, x: float, size: tuple[float, float]) -> Iterable[tuple[Box, int]]:
    """Where a title may stand, and on which side of the axis, the nearest to its day first."""
    (width, height), band = size, axis.box
    found = []
    left, right = axis.box.left, axis.box.right - width - _BESIDE
    across = [x + step * _STEP for step in range(-60, 61) if left <= x + step * _STEP <= right] if axis.is_band else [x]
    for side in (-1, 1) if axis.is_band else (1,):
        gap = (_OFF[-1] if axis.is_band else 0.0) + _FIRST
        while 0 < (top := band.top - gap - height if side < 0 else band.bottom + gap) < page.height - height:
            for stem in across:
                beside = _BESIDE if axis.is_band else 10.0
                box = Box(left=stem + beside, top=top, width=width, height=height)
                found.append((abs(stem - x) + gap / 2, box, side))
            gap += _STEP
    return [(box, side) for _, box, side in sorted(found, key=lambda f: (f[0], f[1].left, f[1].top))]


def _find_dot(room: SlideContent, axis: Axis, x: float, side: int) -> Point:
    """Where a mark stands off the band, over no other if it can."""
    edge = axis.box.top if side < 0 else axis.box.bottom
    for off in _OFF:
        y = edge + side * off
        if room.is_free(Box(left=x - _DOT / 2, top=y - _DOT / 2, width=_DOT, height=_DOT), air=0.0):
            return x, y
    return x, edge + side * _OFF[0]


def _find_path(axis: Axis, mark: Point, box: Box, side: int) -> tuple[Point, ...]:
    """From the mark aslant to the title and along its left edge; none where the title stands beside its mark."""
    if not axis.is_band:
        return ()
    stem, near = box.left - _BESIDE, box.bottom if side < 0 else box.top
    far = box.top if side < 0 else box.bottom
    begin = (mark[0], mark[1] + side * _DOT / 2)
    return (begin, (stem, far)) if abs(stem - mark[0]) < 1 else (begin, (stem, near), (stem, far))
