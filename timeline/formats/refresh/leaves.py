"""The shapes of a slide, those within groups too, and where they stand on it, whatever a user has moved or scaled."""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from pptx.oxml.ns import qn
from pptx.shapes.connector import Connector
from pptx.shapes.group import GroupShape

from timeline.formats.office import PIXEL
from timeline.formats.slides.carried import read_event_id
from timeline.formats.slides.shapes import to_emu
from timeline.layout import Box

__all__ = ["Leaf", "Point", "walk"]

Point = tuple[float, float]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A shape, the groups that it is in, the outermost first, and how its coordinates become pixels of the slide."""

    shape: Any
    groups: tuple[Any, ...] = ()
    scale: Point = (1.0, 1.0)
    shift: Point = (0.0, 0.0)

    @property
    def name(self) -> str:
        """What the shape is called: its part in the event."""
        return str(self.shape.name)

    @property
    def event_id(self) -> str:
        """The event it belongs to; ``""`` for none."""
        return read_event_id(self.shape)

    @property
    def is_group(self) -> bool:
        """Whether it holds other shapes."""
        return isinstance(self.shape, GroupShape)

    @property
    def is_line(self) -> bool:
        """Whether it is a line from a point to another."""
        return isinstance(self.shape, Connector)

    @property
    def has_text(self) -> bool:
        """Whether something is written in it."""
        return bool(self.shape.has_text_frame and self.shape.text_frame.text.strip())

    @property
    def box(self) -> Box:
        """Where it stands, in pixels of the slide; at its corner without any size where it says nothing."""
        left, top, width, height = (
            (size or 0) / PIXEL for size in (self.shape.left, self.shape.top, self.shape.width, self.shape.height)
        )
        corner = self._to_slide((left, top))
        return Box(left=corner[0], top=corner[1], width=width * self.scale[0], height=height * self.scale[1])

    @property
    def ends(self) -> tuple[Point, Point]:
        """Both ends of a line, in pixels of the slide."""
        line = self.shape
        return (
            self._to_slide((line.begin_x / PIXEL, line.begin_y / PIXEL)),
            self._to_slide((line.end_x / PIXEL, line.end_y / PIXEL)),
        )

    def _to_slide(self, point: Point) -> Point:
        return point[0] * self.scale[0] + self.shift[0], point[1] * self.scale[1] + self.shift[1]

    def put(self, box: Box) -> None:
        """Move it to `box`, and let its groups be as large as what they hold."""
        left, top = self._to_group((box.left, box.top))
        self.shape.left, self.shape.top = to_emu(left), to_emu(top)
        self.shape.width, self.shape.height = to_emu(box.width / self.scale[0]), to_emu(box.height / self.scale[1])
        self._refit()

    def put_ends(self, ends: tuple[Point, Point]) -> None:
        """Draw a line anew between two points."""
        (x, y), (to_x, to_y) = map(self._to_group, ends)
        line = self.shape
        line.begin_x, line.begin_y, line.end_x, line.end_y = map(to_emu, (x, y, to_x, to_y))
        self._refit()

    def _to_group(self, point: Point) -> Point:
        return (point[0] - self.shift[0]) / self.scale[0], (point[1] - self.shift[1]) / self.scale[1]

    def _refit(self) -> None:
        for group in reversed(self.groups):
            _fit_group(group)


def walk(shapes: Iterable[Any], around: Leaf | None = None) -> Iterator[Leaf]:
    """Every shape of a slide, each group before what it holds."""
    around = around or Leaf(shape=None)
    for shape in shapes:
        leaf = dataclasses.replace(around, shape=shape)
        yield leaf
        if leaf.is_group:
            yield from walk(shape.shapes, _enter(leaf))


def _enter(group: Leaf) -> Leaf:
    """What shapes within `group` are to count from."""
    (left, top, width, height), (inner_left, inner_top, inner_width, inner_height) = _read_frames(group.shape)
    across, down = width / (inner_width or width or 1), height / (inner_height or height or 1)
    corner = group._to_slide((left - inner_left * across, top - inner_top * down))  # noqa: SLF001
    scale = (group.scale[0] * (across or 1), group.scale[1] * (down or 1))
    return Leaf(shape=None, groups=(*group.groups, group.shape), scale=scale, shift=corner)


Frame = tuple[float, float, float, float]


def _read_frames(group: Any) -> tuple[Frame, Frame]:
    """Left, top, width and height of a group in pixels: as seen from outside, and in the numbers of what it holds."""
    outer = tuple((size or 0) / PIXEL for size in (group.left, group.top, group.width, group.height))
    place = group._element.grpSpPr.find(qn("a:xfrm"))  # noqa: SLF001  python-pptx has no call for inner extents
    corner, size = (None, None) if place is None else (place.find(qn("a:chOff")), place.find(qn("a:chExt")))
    if corner is None or size is None:
        return outer, outer  # type: ignore[return-value]
    inner = tuple(int(value) / PIXEL for value in (*_read_pair(corner, "x", "y"), *_read_pair(size, "cx", "cy")))
    return outer, inner  # type: ignore[return-value]


def _read_pair(element: Any, one: str, other: str) -> tuple[str, str]:
    return element.get(one, "0"), element.get(other, "0")


def _fit_group(group: Any) -> None:
    """Let `group` reach around what it holds, which stays where it is on the slide."""
    inside = _enter(Leaf(shape=group))
    boxes = [Leaf(shape=shape).box for shape in group.shapes]
    if not boxes:
        return
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    width, height = max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top
    outer = inside._to_slide((left, top))  # noqa: SLF001
    group.left, group.top = to_emu(outer[0]), to_emu(outer[1])
    group.width, group.height = to_emu(width * inside.scale[0]), to_emu(height * inside.scale[1])
    place = group._element.grpSpPr.find(qn("a:xfrm"))  # noqa: SLF001
    for tag, names, values in (("a:chOff", ("x", "y"), (left, top)), ("a:chExt", ("cx", "cy"), (width, height))):
        element = place.find(qn(tag))
        for name, value in zip(names, values, strict=True):
            element.set(name, str(to_emu(value)))
