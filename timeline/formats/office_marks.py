"""The marks of events as native shapes of Office: one row a shape, read by slides and by Word."""

from typing import Final, NamedTuple

from timeline.vocabulary import Shape

__all__ = ["OFFICE_MARKS", "OfficeMark"]


class OfficeMark(NamedTuple):
    """`preset` is the name of the shape in DrawingML; `sites` are its connection sites at the top and at the bottom."""

    preset: str
    sites: tuple[int, int]


OFFICE_MARKS: Final[dict[str, OfficeMark]] = {
    Shape.DOT: OfficeMark("ellipse", (0, 4)),
    Shape.PLANNED: OfficeMark("triangle", (1, 5)),
    Shape.POSSIBLE: OfficeMark("diamond", (0, 2)),
    Shape.ALLEGED: OfficeMark("rect", (0, 2)),
    Shape.DENIED: OfficeMark("mathMultiply", (0, 2)),
    "square": OfficeMark("rect", (0, 2)),
}
"""By shape; a period that happened is a square."""
