"""A few events -> flags: dated titles in a row above and a row below one band of time, for slides.

On a chart too low for both rows, as on a phone, there is the one above.

Titles keep the order of their days, turn by turn above and below, and are moved apart no more than they need. Each
hangs on a stem that leaves its dot upright, slants where nothing else is, and runs along the left edge of its title.
Stems of a side have the same order at both ends of the slant, so that none crosses another or a title; and since rows
and days only move apart, that holds at any closer zoom. The band ends with the last event: an open or imprecise date
runs off its edge.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from timeline.layout.flag_dots import BARE, list_discs
from timeline.layout.flag_rows import (
    BAND_LINE,
    LEAST_SLANT,
    LEVEL,
    LEVELS,
    OFFSET,
    OUT,
    Band,
    Flag,
    count_lines,
    place_flags,
)
from timeline.layout.frame import Frame
from timeline.layout.items import Item
from timeline.layout.lanes import to_mark
from timeline.layout.legend import Entry, list_sign_entries
from timeline.layout.positions import Box, Cluster, Label, Layout, Mark, Stem, Tone
from timeline.layout.rows import DOT, Scale, Spot, measure_mark_reach
from timeline.layout.stops import find_leading_ids
from timeline.table import rank_leading

__all__ = ["lay_out_flags"]

_AT_MOST: Final = 30
_MOST_SLANT: Final = 64.0
_NEAR: Final = 0.2
"""Dots without a flag lie on the band no farther out than this share of it."""

_MARGIN: Final = 0.025
_SHORTEST: Final = 7.0
"""What the band runs on at both ends, as a share of it, and the fewest days it shows."""

_LEAST_LINES: Final = 2
"""With room for fewer lines on a side nearly every title is cut: one side has more than twice as many."""

_SAMPLES: Final = 2
_PLAIN: Final = frozenset({"day", "period"})
"""Signs that need no explaining; of the others so many are explained."""


def lay_out_flags(frame: Frame) -> Layout:
    """Dated titles on stems: as many as there is room for, the most important first; dots for the rest."""
    items = frame.list_items(frame.events)
    spots = sorted(frame.make_spots(items), key=lambda spot: (spot.unit, spot.item.event_id))
    line = frame.set_legend(len(items), len(items), [("text", "", "")])
    band = _place_band(frame, spots, frame.find_plot(gutter=0.0, legend=line))
    if frame.options.most is not None or frame.options.window is not None:
        spots = [spot for spot in spots if band.scale.first <= spot.unit <= band.scale.last]
    placed = place_flags(band, _rank_spots(spots, band.scale), frame.options.size)
    entries = _list_entries(frame, [flag.spot.item for flag in placed], len(spots))
    colours = {item.event_id: frame.choose_colour(item) for item in items}
    marks, labels, stems = _position_flags(band, spots, placed, colours)
    discs = tuple(_list_discs(frame, band, spots, marks)) if frame.options.clusters else ()
    gathered = {event_id for disc in discs for event_id in disc.event_ids}
    return frame.finish(
        "flags",
        band.plot,
        entries,
        shown=len(spots),
        labelled=len(labels),
        window=(band.scale.first, band.scale.last),
        marks=tuple(dataclasses.replace(m, clustered=True) if m.event_id in gathered else m for m in marks),
        clusters=discs,
        labels=labels,
        stems=stems,
        axis_y=band.middle,
        axis_height=2 * band.half,
    )


def _list_entries(frame: Frame, flagged: Sequence[Item], shown: int) -> list[Entry]:
    """Two signs of `flagged` that a user cannot guess, and their actors, as far as one line has room for them."""
    signs = [entry for entry in list_sign_entries(flagged) if entry[0] not in _PLAIN][-_SAMPLES:]
    entries = [*signs, *frame.list_colour_entries(flagged)]
    while len({entry.y for entry in frame.set_legend(len(flagged), shown, entries)}) > 1:
        entries.pop()
    return entries


def _place_band(frame: Frame, spots: Sequence[Spot], plot: Box) -> Band:
    """The band through the middle of what `plot` and the room for an axis above it are together."""
    window = frame.window if frame.options.window else _find_stretch(spots)
    ticks = frame.place_ticks(window, plot.width)
    top = frame.options.headroom + frame.options.small / 2 + frame.measure_over_axis(window)
    plot = dataclasses.replace(plot, top=top, height=plot.bottom - top)
    lines = 2 if any(tick.year for tick in ticks) else 1
    half = (lines * BAND_LINE * frame.options.small + 6) / 2
    scale = Scale(first=window[0], last=window[1], width=plot.width)
    band = Band(plot=plot, scale=scale, ticks=ticks, half=half)
    return band if count_lines(band, frame.options.size) >= _LEAST_LINES else dataclasses.replace(band, sides=(-1,))


def _find_stretch(spots: Sequence[Spot]) -> tuple[float, float]:
    """From the first dot to the last of what may have a flag, with what else lies near and a little more.

    Neither an open end nor a year makes it longer.
    """
    days = [spot.item.at for spot in spots if spot.titled]
    first, last = min(days, default=0.0), max(days, default=0.0)
    near = max((last - first) * _NEAR, _SHORTEST)
    units = [spot.unit for spot in spots if first - near <= spot.item.at <= last + near]
    first, last = min(units, default=0.0), max(units, default=0.0)
    more = max((last - first) * _MARGIN, (_SHORTEST - (last - first)) / 2, 0.5)
    return first - more, last + more


def _rank_spots(spots: Sequence[Spot], scale: Scale) -> list[Spot]:
    """The spots on the band that may get a flag, the most important first, at each stop and then of the rest."""
    titled = [spot for spot in spots if spot.titled and scale.first <= spot.unit <= scale.last]
    best = rank_leading([s.item.importance for s in titled], [s.unit for s in titled], _AT_MOST)
    leading = find_leading_ids([titled[place] for place in best], scale)
    return sorted((titled[place] for place in best), key=lambda spot: spot.item.event_id not in leading)


def _position_flags(
    band: Band, spots: Sequence[Spot], placed: Sequence[Flag], colours: Mapping[str, str]
) -> tuple[tuple[Mark, ...], tuple[Label, ...], tuple[Stem, ...]]:
    sides = {flag.spot.item.event_id: flag.side for flag in placed}
    offs = _stagger_marks([flag.spot for flag in placed if flag.side < 0], band.scale)
    offs |= _stagger_marks([flag.spot for flag in placed if flag.side > 0], band.scale)
    labels, stems = [], []
    for side in band.sides:
        row = [flag for flag in placed if flag.side == side]
        tallest = max((flag.height for flag in row), default=0.0)
        slant = min(band.room - tallest + LEAST_SLANT, _MOST_SLANT)
        near = band.half + OUT + (LEVELS - 1) * LEVEL + DOT / 2 + slant
        for flag in row:
            labels.append(_make_label(flag, band, near, tallest))
            stems.append(_make_stem(flag, band, offs[flag.spot.item.event_id], near, slant, labels[-1]))
    marks = []
    for number, spot in enumerate(spots):
        event_id = spot.item.event_id
        turn = 1 - 2 * (number % 2) if len(band.sides) > 1 else 1
        side = sides.get(event_id) or _choose_side(spot, turn, placed, band.scale)
        off = offs.get(event_id, OUT)
        y = band.middle + side * (band.half + off)
        flagged = event_id in sides
        colour = colours[event_id]
        marks.append(to_mark(spot, 0, y, colour, size=DOT, labelled=True) if flagged else _make_dot(spot, y, colour))
    return (
        tuple(sorted(marks, key=lambda m: (m.unit, m.event_id))),
        tuple(sorted(labels, key=lambda label: (label.unit, label.event_id))),
        tuple(sorted(stems, key=lambda stem: (stem.points[0], stem.event_id))),
    )


def _choose_side(spot: Spot, turn: int, placed: Sequence[Flag], scale: Scale) -> int:
    """The side of a dot without a flag: in `turn`, but for the other where it would lie under a dot that has one."""
    x = scale.to_x(spot.unit)
    hidden = {flag.side for flag in placed if abs(flag.x - x) < DOT}
    return -turn if turn in hidden and -turn not in hidden else turn


def _list_discs(frame: Frame, band: Band, spots: Sequence[Spot], marks: Sequence[Mark]) -> Iterator[Cluster]:
    """The discs of both sides."""
    places = {mark.event_id: mark for mark in marks}
    for side in (-1, 1):
        here = [spot for spot in spots if (places[spot.item.event_id].y > band.middle) == (side > 0)]
        bare, flagged = ([s for s in here if places[s.item.event_id].labelled == has] for has in (False, True))
        edge = band.middle + side * band.half
        yield from list_discs(bare, flagged, band.scale, edge=edge, side=side, size=frame.options.small)


def _make_dot(spot: Spot, y: float, colour: str) -> Mark:
    """A dot that says when, and no more."""
    item = spot.item
    return Mark(
        event_id=item.event_id,
        lane=0,
        y=y,
        unit=spot.unit,
        first=spot.unit,
        last=spot.unit,
        form="point",
        shape=item.shape,
        hollow=item.hollow,
        dashed=item.dashed,
        open_start=False,
        open_end=False,
        alternatives=(),
        colour=colour,
        size=DOT * BARE,
        disputed=item.disputed,
        labelled=False,
    )


def _make_label(flag: Flag, band: Band, near: float, tallest: float) -> Label:
    """The text of a flag; the dates of a row stand at one height."""
    top = band.middle - near - tallest if flag.side < 0 else band.middle + near
    return Label(
        event_id=flag.spot.item.event_id,
        head=flag.head,
        lines=flag.lines,
        unit=_to_unit(band.scale, flag.left),
        dx=OFFSET,
        y=top + flag.height / 2,
        align="left",
        width=flag.width,
        height=flag.height,
        size=flag.size,
        whole=flag.whole,
        beside=False,
        tone=Tone.PLAIN,
    )


def _make_stem(flag: Flag, band: Band, off: float, near: float, slant: float, label: Label) -> Stem:
    """From the dot up, aslant to the title, and along its left edge to the end of it."""
    begin = band.middle + flag.side * (band.half + off + DOT / 2)
    end = label.y + flag.side * label.height / 2
    bend, reach = band.middle + flag.side * (near - slant), band.middle + flag.side * near
    points = [(flag.spot.unit, begin), (flag.spot.unit, bend), (label.unit, reach), (label.unit, end)]
    if abs(flag.x - flag.left) < 1:
        points = [points[0], (flag.spot.unit, end)]
    return Stem(event_id=label.event_id, points=tuple(points))


def _to_unit(scale: Scale, x: float) -> float:
    """What is drawn at pixel `x`."""
    return scale.first + x / scale.width * (scale.last - scale.first)


def _stagger_marks(spots: Sequence[Spot], scale: Scale) -> dict[str, float]:
    """How far each mark of a side stands off the band: short ones next to it, longer ones where they hide no other."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(LEVELS)]
    found = {}
    reaches = [(measure_mark_reach(spot, scale), spot.item.event_id) for spot in spots]
    for (first, last), event_id in sorted(reaches, key=lambda r: (r[0][1] - r[0][0], r[0][0], r[1])):
        free = (n for n, ranges in enumerate(taken) if all(end <= first or last <= begin for begin, end in ranges))
        level = next(free, LEVELS - 1)
        taken[level].append((first, last))
        found[event_id] = OUT + level * LEVEL
    return found
