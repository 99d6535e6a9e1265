"""A layout -> native shapes on a slide: the axis as one group, one group an event in date order, then the legend."""

import itertools
from collections.abc import Iterator, Mapping
from typing import Final

from timeline.formats.deck_events import DeckEvent, describe_deck_event, name_deck_event
from timeline.formats.office_marks import OFFICE_MARKS
from timeline.formats.slides.carried import carry_days, carry_gathered
from timeline.formats.slides.shapes import BAND, FAINT, INK, LINE, LIT, PAPER, QUIET, SHADE, Pen, find_ink, glue
from timeline.layout import Box, Label, Layout, Mark, measure_text
from timeline.layout.over_axis import list_over_axis, measure_lift
from timeline.layout.positions import Cluster, LegendEntry, Stem
from timeline.layout.rows import HEAD_GAP
from timeline.vocabulary import Shape, list_values
from timeline.wording import count_words

__all__ = ["SITES", "draw_slide_chart", "name_event"]

_PALE: Final = 0.3
_LIT: Final = 1.5
"""How many times as large as others the mark of the highlighted event is."""
_TICK_LINE: Final = 1.25  # line heights, in type sizes
_NAMED: Final = 5
"""Titles that the alternative text of a disc says."""

SITES: Final = {form: mark.sites for form, mark in OFFICE_MARKS.items()}
"""Where a stem is glued to a mark: the connection site at its top and at its bottom."""


def draw_slide_chart(
    pen: Pen, layout: Layout, events: Mapping[str, DeckEvent], summary: str, *, highlight: str | None = None
) -> None:
    """Draw `layout`: each event as a group with a name and an alternative text, numbered in the order of `events`.

    The axis has the `summary` of the whole; the event to `highlight` is in the first accent of the theme, and large.
    """
    with pen.draw_group("Time axis", summary) as group:
        _draw_axis(group, layout)
    numbers = {event_id: number for number, event_id in enumerate(events, start=1)}
    labels = {label.event_id: label for label in layout.labels}
    stems = {stem.event_id: stem for stem in layout.stems}
    drawn = [mark for mark in layout.marks if not mark.clustered]
    for mark in sorted(drawn, key=lambda m: numbers[m.event_id]):  # a screen reader reads in this order
        event_id, one = mark.event_id, events[mark.event_id]
        name = name_event(numbers[event_id], one)
        with pen.draw_group(name, describe_deck_event(one), event_id=event_id) as group:
            lit = event_id == highlight
            _draw_event(group, layout, mark, stems.get(event_id), lit=lit)
            if event_id in labels:
                _label(group, layout, labels[event_id], one.link, lit=lit)
    for disc in layout.clusters:
        _draw_disc(pen, layout, disc, events)
    for heap in layout.bins:
        left, right = layout.to_x(heap.first), layout.to_x(heap.last)
        box = Box(left=left, top=layout.plot.top + heap.y, width=max(right - left - 1, 1), height=heap.height)
        pen.draw_bar(box, find_ink(heap.colour), name=f"{heap.events} events in {heap.text}")
    for tick in layout.line_marks:
        x, y = layout.to_x(tick.unit), layout.plot.top + tick.y
        pen.draw_line((x, y - 4), (x, y + 4), name="Also takes part", ink=find_ink(tick.colour), width=1.5)
    for entry in layout.legend:
        _draw_legend(pen, layout, entry)


def name_event(number: int, event: DeckEvent) -> str:
    """What the group of an event is called: "Event 03 – 2025-07-14 – Ban reversed"."""
    return f"Event {number:02d} – {name_deck_event(event)}"


def _draw_axis(pen: Pen, layout: Layout) -> None:
    _draw_notes(pen, layout)
    if layout.axis_height:
        _draw_band(pen, layout)
    else:
        _draw_ruled_axis(pen, layout)
    for lane in layout.lanes[:-1]:
        pen.draw_line(
            (0, layout.plot.top + lane.bottom), (layout.plot.right, layout.plot.top + lane.bottom), name="Lane"
        )
    for tick in layout.ticks:
        lines = [tick.year, tick.text] if tick.year else [tick.text]
        _draw_at_axis(pen, layout, lines, layout.to_x(tick.unit))
    for lane in layout.lanes:
        if not lane.lines:
            continue
        height = len(lane.lines) * layout.small * _TICK_LINE
        box = Box(left=0, top=layout.plot.top + lane.label_y - height / 2, width=layout.gutter, height=height)
        pen.draw_text(lane.lines, box, layout.small, name=f"Lane {lane.name}", ink=INK)


def _draw_notes(pen: Pen, layout: Layout) -> None:
    """What users wrote on the chart: a shade or a line through the whole plot, and its words above."""
    plot = layout.plot
    for shade in layout.shades:
        left, right = layout.to_x(shade.first), layout.to_x(shade.last)
        pen.draw_bar(Box(left=left, top=plot.top, width=right - left, height=plot.height), SHADE, name="Shaded period")
        pen.draw_line((left, plot.top), (right, plot.top), name="Shaded period", ink=QUIET, width=3)
    for rule in layout.rules:
        x = layout.to_x(rule.unit)
        pen.draw_line((x, plot.top), (x, plot.bottom), name="Note", ink=LINE, width=1)
    height = layout.small * _TICK_LINE
    for said in list_over_axis(layout):
        top, width = plot.top - measure_lift(layout) - height, measure_text(said.text, layout.small)
        box = Box(left=said.find_left(layout), top=top, width=width, height=height)
        pen.draw_text([said.text], box, layout.small, name=f"Note: {said.text}", ink=INK)


def _draw_band(pen: Pen, layout: Layout) -> None:
    """One band of time; where it leaves a stretch out, it is cut."""
    plot, top = layout.plot, layout.plot.top + layout.axis_y - layout.axis_height / 2
    band = pen.draw_bar(Box(left=plot.left, top=top, width=plot.width, height=layout.axis_height), BAND, name="Axis")
    carry_days(band, _days(layout))
    for left, right, text in _list_gaps(layout):
        pen.draw_bar(Box(left=left, top=top, width=right - left, height=layout.axis_height), PAPER, name="Axis break")
        if text:
            _draw_at_axis(pen, layout, [text], (left + right) / 2, name="Axis break")


def _days(layout: Layout) -> list[tuple[float, float]]:
    """Days of the axis and where they are on it, as a share of its width; between them it is to scale."""
    first, last = layout.window
    bends = {unit for gap in layout.breaks for unit in (gap.first, gap.last) if first < unit < last}
    return [(layout.axis.to_day(unit), (unit - first) / (last - first)) for unit in sorted({first, *bends, last})]


def _list_gaps(layout: Layout) -> Iterator[tuple[float, float, str]]:
    """From where to where, in pixels, the axis leaves a stretch out, and its length where there is room to say it."""
    plot = layout.plot
    for gap in layout.breaks:
        left, right = max(layout.to_x(gap.first), plot.left), min(layout.to_x(gap.last), plot.right)
        middle, half = (layout.to_x(gap.first) + layout.to_x(gap.last)) / 2, measure_text(gap.text, layout.small) / 2
        yield left, right, gap.text if plot.left <= middle - half and middle + half <= plot.right else ""


def _draw_ruled_axis(pen: Pen, layout: Layout) -> None:
    """An axis above the plot, with a line down from every tick."""
    plot = layout.plot
    for left, right, _ in _list_gaps(layout):
        pen.draw_bar(Box(left=left, top=plot.top, width=right - left, height=plot.height), SHADE, name="Axis break")
    for tick in layout.ticks:
        x = layout.to_x(tick.unit)
        pen.draw_line((x, plot.top), (x, plot.bottom), name="Tick", ink=FAINT)
    axis = pen.draw_line((plot.left, plot.top), (plot.right, plot.top), name="Axis", ink=LINE)
    carry_days(axis, _days(layout))
    for left, right, text in _list_gaps(layout):
        if text:
            _draw_at_axis(pen, layout, [text], (left + right) / 2, name="Axis break")
            pen.draw_zigzag((left + right) / 2, plot.top)


def _draw_at_axis(pen: Pen, layout: Layout, lines: list[str], x: float, *, name: str = "Tick") -> None:
    """Text on the band of time, or over the axis."""
    height = len(lines) * layout.small * _TICK_LINE
    width = max(measure_text(line, layout.small) for line in lines)
    foot = layout.plot.top + layout.axis_y + layout.axis_height / 2 - (3 if layout.axis_height else 4)
    box = Box(left=x - width / 2, top=foot - height, width=width, height=height)
    pen.draw_text(lines, box, layout.small, name=name, ink=QUIET, align="center")


def _draw_event(pen: Pen, layout: Layout, mark: Mark, stem: Stem | None, *, lit: bool) -> None:
    """Band or bar, mark and stem of one event."""
    x, y = layout.to_x(mark.unit), layout.plot.top + mark.y
    _draw_stretch(pen, layout, mark, y)
    form = "square" if mark.form == "period" and mark.shape == Shape.DOT else mark.shape
    hollow, size = mark.hollow or mark.shape.hollow, mark.size * (_LIT if lit else 1)
    ink = LIT if lit else find_ink(mark.colour)
    dot = pen.draw_mark(form, x, y, size, ink, hollow=hollow, dashed=mark.dashed, name="Mark")
    for unit in mark.alternatives:
        pen.draw_mark(
            "dot", layout.to_x(unit), y, mark.size * 0.7, find_ink(mark.colour), hollow=True, dashed=True, name="Or"
        )
    if stem:
        points = [(layout.to_x(unit), layout.plot.top + down) for unit, down in stem.points]
        ends = itertools.pairwise(points)
        lines = [pen.draw_line(*both, name="Stem", ink=LIT if lit else LINE, width=2 if lit else 1) for both in ends]
        glue(lines[0], dot, SITES[form][points[0][1] > y])


def _draw_disc(pen: Pen, layout: Layout, disc: Cluster, events: Mapping[str, DeckEvent]) -> None:
    """A disc with the number of its events, which it carries; in words it names the most important of them."""
    x, y = layout.to_x(disc.unit), layout.plot.top + disc.y
    named = "; ".join(describe_deck_event(events[event_id]) for event_id in disc.event_ids[:_NAMED])
    number, height = str(len(disc.event_ids)), layout.small * _TICK_LINE
    with pen.draw_group(f"Disc – {count_words(len(disc.event_ids), 'event')}", named) as group:
        group.draw_mark(Shape.DOT, x, y, disc.size, QUIET, hollow=True, dashed=disc.dashed, name="Disc")
        box = Box(left=x - disc.size / 2, top=y - height / 2, width=disc.size, height=height)
        text = group.draw_text([number], box, layout.small, name="Number", align="center")
        carry_gathered(text, disc.event_ids, number)


def _label(pen: Pen, layout: Layout, label: Label, link: str, *, lit: bool) -> None:
    """The text of an event, which leads to its source, if that has an address."""
    said, ink = f"{label.head}: {' '.join(label.lines)}", LIT if lit else INK
    box = _find_label_box(layout, label)
    text = pen.draw_text(
        _list_lines(label), box, label.size, name="Label", ink=ink, align=label.align, bold=label.head, alt=said
    )
    pen.link(text, link)


def _list_lines(label: Label) -> list[str]:
    """The date and the title, on one line or one above the other."""
    if label.head and label.beside:
        return [f"{label.head}{HEAD_GAP}{label.lines[0]}", *label.lines[1:]] if label.lines else [label.head]
    return [label.head, *label.lines] if label.head else list(label.lines)


def _find_label_box(layout: Layout, label: Label) -> Box:
    """Where a label stands: `dx` pixels off its day, on the side it is aligned away from."""
    x, off = layout.to_x(label.unit), abs(label.dx)
    left = x - off - label.width if label.align == "right" else x + off
    return Box(left=left, top=layout.plot.top + label.y - label.height / 2, width=label.width, height=label.height)


def _draw_stretch(pen: Pen, layout: Layout, mark: Mark, y: float) -> None:
    """The days an event can lie on, pale or as a dashed line; or those it covers, with arrows at open ends."""
    left = max(layout.to_x(mark.first), layout.plot.left)
    right = min(layout.to_x(mark.last), layout.plot.right)
    if mark.form == "band" and mark.dashed:
        pen.draw_line((left, y), (right, y), name="Bounds", ink=find_ink(mark.colour), width=1.5, dashed=True)
    elif mark.form == "band":
        high = 10 if mark.labelled else 5
        box = Box(left=left, top=y - high / 2, width=max(right - left, 1), height=high)
        pen.draw_bar(box, find_ink(mark.colour, _PALE), name="Possible days")
    elif mark.form == "period":
        cut = (layout.to_x(mark.first) < layout.plot.left - 1, layout.to_x(mark.last) > layout.plot.right + 1)
        arrows = (mark.open_start or cut[0], mark.open_end or cut[1])
        pen.draw_line((left, y), (right, y), name="Period", ink=find_ink(mark.colour), width=5, arrows=arrows)


def _draw_legend(pen: Pen, layout: Layout, entry: LegendEntry) -> None:
    height = layout.small * _TICK_LINE
    if entry.indent:
        with pen.draw_group(f"Legend sample: {entry.text}", f"Sign for: {entry.text}") as group:
            _draw_sample(group, entry)
    width = measure_text(entry.text, layout.small)
    box = Box(left=entry.left + entry.indent, top=entry.y - height / 2, width=width, height=height)
    pen.draw_text([entry.text], box, layout.small, name=f"Legend: {entry.text}", ink=QUIET)


def _draw_sample(pen: Pen, entry: LegendEntry) -> None:
    """The sign a legend entry explains, drawn as the chart draws it."""
    ink, x, y = find_ink(entry.colour), entry.left + entry.indent / 2 - 2, entry.y
    if entry.sample == "band":
        pen.draw_bar(
            Box(left=x - 9, top=y - 5, width=18, height=10), find_ink(entry.colour, _PALE), name="Possible days"
        )
    if entry.sample in {"bounded", "period", "open"}:
        dashed = entry.sample == "bounded"
        arrows = (False, entry.sample == "open")
        pen.draw_line(
            (x - 9, y), (x + 9, y), name="Sample", ink=ink, width=1.5 if dashed else 5, dashed=dashed, arrows=arrows
        )
    if entry.sample == "also":
        pen.draw_line((x, y - 4), (x, y + 4), name="Sample", ink=ink, width=1.5)
    elif entry.sample != "open":
        form = "square" if entry.sample == "period" else entry.sample if entry.sample in list_values(Shape) else "dot"
        hollow = entry.sample not in {"day", "colour", "period", Shape.DENIED}
        dashed = entry.sample in {"bounded", "assumed", "one-of"}
        at = x - 6 if entry.sample == "period" else x
        pen.draw_mark(form, at, y, 9, ink, hollow=hollow, dashed=dashed, name="Sample")
