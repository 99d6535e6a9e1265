"""Marks and titles -> label boxes packed into rows, none touching another at this or any closer zoom.

A label opens to the right of its mark, to the left where the right has no room, and above a long mark. Labels are taken
by importance; one is kept while no place across would be crossed by more boxes than there are rows. Such a set always
fits: going from left to right, each box finds a free row (an interval graph needs as many colours as its depth). Boxes
of a row keep the order of their days and hang on them by fixed distances, so zooming in only draws them apart.
"""

import dataclasses
import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from timeline.layout.items import Item
from timeline.layout.positions import Tone
from timeline.layout.text import measure_text, wrap
from timeline.typeface import Weight

__all__ = [
    "CUT",
    "DOT",
    "GAP",
    "HEAD_GAP",
    "NARROW",
    "Level",
    "Place",
    "Scale",
    "Spot",
    "choose_places",
    "count_rows",
    "list_placements",
    "list_set_places",
    "measure_indent",
    "measure_mark_reach",
    "pack",
    "set_title",
]

DOT: Final = 9.0
"""The width of a dot in pixels."""

GAP: Final = 8.0
"""Free pixels between two boxes of a row."""

CUT: Final = 0.6
"""What a cut title is worth beside a whole one: four whole titles are read with more gain than six cut ones."""

HEAD_GAP: Final = "\u00a0\u00a0"
"""What stands between a date and its title on one line; renderers keep such blanks."""

NARROW: Final = 640
"""Below this width in pixels a chart is a phone's, with rows for a few titles as wide as it."""

_OFFSET: Final = 10.0
_BESIDE: Final = 7.0
"""How far a label stands off the middle of its dot, and off the end of its bar."""

_LONG: Final = 110.0
"""A mark wider than this carries its label above, not beside."""

_LINE: Final = 1.3
_LEADING: Final = 0.15
"""The distance of two lines, and what of it no letter uses, in type sizes."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How labels are set: type size, lines, the width they wrap at, and the height of a row, all in pixels."""

    size: float
    lines: int
    wrap: float
    pitch: float

    def measure_height(self, lines: int) -> float:
        """The height of a box of `lines` lines."""
        return (max(lines, 1) * _LINE - _LEADING) * self.size


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """From axis units to pixels from the plot's left edge."""

    first: float
    last: float
    width: float

    def to_x(self, unit: float) -> float:
        """The pixel of `unit`."""
        return (unit - self.first) / (self.last - self.first) * self.width


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An item on the axis: its dot and its ends in axis units, open ends drawn to the end of the axis.

    `titled` is False where the event is to have no label, `years` where the axis says in which year a day is. `tone` is
    how much its title stands out.
    """

    item: Item
    unit: float
    first: float
    last: float
    alternatives: tuple[float, ...] = ()
    titled: bool = True
    years: bool = True
    tone: Tone = Tone.PLAIN

    @property
    def head(self) -> str:
        """The date before the title."""
        return self.item.write_date(year=self.years)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A spot with its label: the box hangs at `unit`, `dx` pixels off; from `left` to `right` both take up the row.

    Two that share a row are one place at first, which has both as `parts`; then each names its `partner`, an event_id.
    """

    spot: Spot
    lines: tuple[str, ...]
    width: float
    unit: float
    dx: float
    align: str
    above: bool
    left: int
    right: int
    row: int = 0
    parts: tuple["Place", ...] = ()
    partner: str = ""


def measure_mark_reach(spot: Spot, scale: Scale) -> tuple[float, float]:
    """The pixels that the mark of `spot` covers, its dot included."""
    dot, (first, last) = scale.to_x(spot.unit), _ends(spot, scale)
    return min(first, dot - DOT / 2), max(last, dot + DOT / 2)


def _ends(spot: Spot, scale: Scale) -> tuple[float, float]:
    """The pixels at which a bar or band ends; of a single day, which is a dot however far one zooms in, its middle."""
    if spot.item.form == "point":
        return scale.to_x(spot.unit), scale.to_x(spot.unit)
    return scale.to_x(spot.first), scale.to_x(spot.last)


def list_placements(spot: Spot, scale: Scale, level: Level) -> list[Place]:
    """Where the label of `spot` may go within the plot, the best first; nothing where it fits nowhere."""
    from_x, to_x = measure_mark_reach(spot, scale)
    if to_x < -scale.width or from_x > 2 * scale.width:
        return []
    if to_x - from_x > _LONG:
        return _list_above(spot, scale, level, from_x, to_x)
    lines, width = set_title(spot, level.size, min(level.wrap, 0.46 * scale.width), level.lines)
    return _list_beside(spot, scale, lines, width)


def list_set_places(spot: Spot, scale: Scale, lines: tuple[str, ...], width: float) -> list[Place]:
    """Where the label of `spot`, set into `lines` already, may go within the plot, the best first."""
    from_x, to_x = measure_mark_reach(spot, scale)
    if to_x - from_x > _LONG:
        return _list_over(spot, scale, lines, width, (from_x, to_x))
    return _list_beside(spot, scale, lines, width)


def _list_beside(spot: Spot, scale: Scale, lines: tuple[str, ...], width: float) -> list[Place]:
    """Right of the mark, and left of it."""
    dot, (first, last) = scale.to_x(spot.unit), _ends(spot, scale)
    from_x, to_x = measure_mark_reach(spot, scale)
    places = []
    unit, dx = (spot.last, _BESIDE) if last > dot + DOT / 2 + 1 else (spot.unit, _OFFSET)
    hung = scale.to_x(unit)  # of a mark that the window cuts, where it ends in view
    right = hung + dx + width
    beyond = from_x > scale.width  # what lies outside comes into view whole or not at all
    if beyond or right <= (scale.width if 0 <= hung <= scale.width else 0.0):
        places.append(_make_place(spot, lines, width, unit, dx, "left", (from_x, max(right, to_x))))
    unit, dx = (spot.first, _BESIDE) if first < dot - DOT / 2 - 1 else (spot.unit, _OFFSET)
    left = scale.to_x(unit) - dx - width
    if left >= 0 and scale.to_x(unit) <= scale.width:
        places.append(_make_place(spot, lines, width, unit, dx, "right", (min(left, from_x), to_x)))
    return places


def measure_indent(spot: Spot, size: float) -> float:
    """The pixels that the date takes from the first line."""
    return measure_text(f"{spot.head}{HEAD_GAP}", size, Weight.BOLD)


def set_title(spot: Spot, size: float, room: float, most: int) -> tuple[tuple[str, ...], float]:
    """The title of `spot` behind its date, in at most so many lines, and the width of the box.

    The title has as much room as `room` pixels a line give it; what the date takes comes on top.
    """
    indent, weight = measure_indent(spot, size), spot.tone.weight
    lines = wrap(spot.item.title, size, room + indent / most, most, weight, indent)
    widths = [measure_text(line, size, weight) for line in lines]
    return lines, max([indent + (widths[0] if widths else 0.0), *widths[1:]])


def _list_above(spot: Spot, scale: Scale, level: Level, from_x: float, to_x: float) -> list[Place]:
    """The label on one line over a long mark, from where the mark comes into view."""
    start, end = max(from_x, 0.0), min(to_x, scale.width)
    lines, width = set_title(spot, level.size, max(level.wrap, min(end - start, 2 * level.wrap)), 1)
    return _list_over(spot, scale, lines, width, (from_x, to_x))


def _list_over(
    spot: Spot, scale: Scale, lines: tuple[str, ...], width: float, reach: tuple[float, float]
) -> list[Place]:
    """Over a mark that reaches so far, from where it comes into view."""
    from_x, to_x = reach
    unit = spot.first if from_x >= 0 else scale.first
    right = scale.to_x(unit) + width  # from where the box hangs: the dot of a period reaches a little farther back
    if right <= scale.width or from_x > scale.width:
        return [_make_place(spot, lines, width, unit, 0.0, "left", (from_x, max(to_x, right)), above=True)]
    unit = spot.last if to_x <= scale.width else scale.last
    left = scale.to_x(unit) - width
    if left >= 0:
        return [_make_place(spot, lines, width, unit, 0.0, "right", (min(from_x, left), to_x), above=True)]
    return []


def _make_place(
    spot: Spot,
    lines: tuple[str, ...],
    width: float,
    unit: float,
    dx: float,
    align: str,
    reach: tuple[float, float],
    *,
    above: bool = False,
) -> Place:
    left, right = math.floor(reach[0] - GAP / 2), math.ceil(reach[1] + GAP / 2)
    return Place(
        spot=spot,
        lines=lines,
        width=width,
        unit=unit,
        dx=dx,
        align=align,
        above=above,
        left=left,
        right=right,
    )  # fmt: skip


def choose_places(places: Sequence[Sequence[Place]], rows: int, width: float) -> list[Place]:
    """One place for as many spots as go into `rows`, the first in `places` first; the places still without rows."""
    depth = np.zeros(math.ceil(3 * width) + 2, dtype=np.int32)
    shift = math.ceil(width)
    chosen = []
    done: set[str] = set()
    for options in places:
        if options[0].spot.item.event_id in done:
            continue
        for option in options:
            taken = depth[max(option.left + shift, 0) : max(option.right + shift, 1)]
            if taken.size == 0 or int(taken.max()) < rows:
                taken += 1
                chosen.append(option)
                done.update(part.spot.item.event_id for part in option.parts)
                break
    return chosen


def count_rows(places: Sequence[Place]) -> int:
    """How many rows hold all of `places`."""
    edges = sorted([(p.left, 1) for p in places] + [(p.right, -1) for p in places])
    return max(itertools.accumulate(step for _, step in edges), default=0)


def pack(places: Sequence[Place], rows: int, keep: Mapping[str, int]) -> list[Place]:
    """`places` with their rows, from left to right: the row of `keep` where it is free, else the next one down.

    Taking the next row down, not the first, makes neighbours read as a staircase.
    """
    free = [-math.inf] * rows
    packed, last = [], -1
    for option in sorted(places, key=lambda p: (p.left, p.right, p.spot.item.event_id)):
        wanted = keep.get(option.spot.item.event_id, (last + 1) % rows)
        order = [wanted, *((last + 1 + step) % rows for step in range(rows))]
        last = next(row for row in order if row < rows and free[row] <= option.left)
        free[last] = option.right
        packed += _part(option, last)
    return packed


def _part(option: Place, row: int) -> list[Place]:
    """`option` in its row, as the two that share it if they do."""
    if not option.parts:
        return [dataclasses.replace(option, row=row)]
    left, right = option.parts
    return [
        dataclasses.replace(one, row=row, partner=other.spot.item.event_id)
        for one, other in ((left, right), (right, left))
    ]
