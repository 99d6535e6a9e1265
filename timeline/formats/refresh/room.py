"""What stands on a slide, and whether there is room for something more between it."""

import itertools
from collections.abc import Iterable, Sequence
from typing import Final

from timeline.formats.refresh.leaves import Leaf, Point
from timeline.layout import Box

__all__ = ["SlideContent", "is_crossing", "is_near"]

_AIR: Final = 3.0
"""Pixels between a text and what is next to it."""

_GROUND: Final = 0.5
"""What covers more of a slide than this is its ground."""

_MARK: Final = 14.0
"""What is no larger is a mark."""

_UNDER: Final = frozenset({"Tick", "Lane", "Axis break", "Possible days", "Shaded period", "Note"})
"""Names of what labels may stand over: gridlines, and days that are only possible."""


class SlideContent:
    """The texts, marks and lines on a slide of so many pixels, each with its event."""

    def __init__(self, leaves: Iterable[Leaf], width: float, height: float) -> None:
        self.width, self.height = width, height
        self.boxes: list[tuple[str, Box]] = []
        self.lines: list[tuple[str, tuple[Point, Point]]] = []
        for leaf in leaves:
            if leaf.is_line and leaf.name not in _UNDER and not leaf.event_id.startswith("days "):
                self.lines.append((leaf.event_id, leaf.ends))
            elif not leaf.is_group and not leaf.is_line and self._is_counted(leaf):
                self.boxes.append((leaf.event_id, leaf.box))

    def _is_counted(self, leaf: Leaf) -> bool:
        box = leaf.box
        is_ground = box.width * box.height > _GROUND * self.width * self.height
        return leaf.has_text or not (is_ground or leaf.name in _UNDER)

    def is_free(self, box: Box, event_id: str = "", air: float = _AIR) -> bool:
        """Whether nothing but what belongs to the event stands in `box`, which is on the slide."""
        if box.left < 0 or box.top < 0 or box.right > self.width or box.bottom > self.height:
            return False
        mine = {event_id} - {""}
        return not any(is_near(box, other, air) for owner, other in self.boxes if owner not in mine) and not any(
            is_cutting(line, box) for owner, line in self.lines if owner not in mine
        )

    def is_clear(self, path: Sequence[Point], event_id: str = "") -> bool:
        """Whether a line through these points meets no text and no other line; over marks it may run."""
        mine = {event_id} - {""}
        steps = list(itertools.pairwise(path))
        large = [(owner, box) for owner, box in self.boxes if max(box.width, box.height) > _MARK]
        return not any(
            is_cutting(step, other) for step in steps for owner, other in large if owner not in mine
        ) and not any(is_crossing(step, line) for step in steps for owner, line in self.lines if owner not in mine)


def is_near(one: Box, other: Box, air: float = 0.0) -> bool:
    """Whether two rectangles are nearer to each other than `air`."""
    return (
        one.left < other.right + air
        and other.left < one.right + air
        and one.top < other.bottom + air
        and other.top < one.bottom + air
    )


def is_cutting(line: tuple[Point, Point], box: Box) -> bool:
    """Whether some of a line is within a rectangle: what is left of it after cutting at the four sides."""
    (x, y), (to_x, to_y) = line
    first, last = 0.0, 1.0
    for start, way, low, high in ((x, to_x - x, box.left, box.right), (y, to_y - y, box.top, box.bottom)):
        if abs(way) < 1e-9:
            if not low < start < high:
                return False
            continue
        enter, leave = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, enter), min(last, leave)
    return first < last


def is_crossing(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two lines cross within both.

    Examples
    --------
    >>> is_crossing(((0, 0), (2, 2)), ((0, 2), (2, 0))), is_crossing(((0, 0), (2, 2)), ((0, 1), (0, 2)))
    (True, False)
    """
    (a, b), (c, d) = one, other
    return _find_turn(a, b, c) * _find_turn(a, b, d) < 0 and _find_turn(c, d, a) * _find_turn(c, d, b) < 0


def _find_turn(p: Point, q: Point, r: Point) -> float:
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
