"""A layout -> the words over its axis: today, and what users wrote on the chart, as far as they have room.

It is the same for page, picture, slide and handout. It refuses to let two of them meet.
"""

from typing import Final, NamedTuple

from timeline.layout.positions import Layout
from timeline.layout.text import measure_text, wrap

__all__ = ["APART", "TICK_LINES", "AxisWord", "list_over_axis", "measure_lift"]

APART: Final = 4.0
"""Pixels between two texts."""

TICK_LINES: Final = 2.7
"""The height of the tick labels, in type sizes."""

_LIFT: Final = 6.0
_LEAST: Final = 24.0
"""Pixels in which the text of a note is still worth cutting."""

_SHARES: Final = {"left": 0.0, "center": 0.5, "right": 1.0}


class AxisWord(NamedTuple):
    """A text, the place on the axis where it hangs, and which of its sides is there."""

    text: str
    unit: float
    side: str

    def find_left(self, layout: Layout) -> float:
        """The pixel at which it begins."""
        return layout.to_x(self.unit) - _SHARES[self.side] * measure_text(self.text, layout.small)


def measure_lift(layout: Layout) -> float:
    """How many pixels over the plot they stand: over the ticks, where those are there."""
    return _LIFT if layout.axis_height else _LIFT + TICK_LINES * layout.small


def list_over_axis(layout: Layout) -> list[AxisWord]:
    """What stands over the axis, cut where the next begins.

    A shade's text begins with the shade, that of a line has the line in its middle, or at a side at the chart's edge.
    """
    wanted = [AxisWord(shade.text, shade.first, "left") for shade in layout.shades]
    for rule in layout.rules:
        half, x = measure_text(rule.text, layout.small) / 2, layout.to_x(rule.unit)
        side = "left" if x - half < 0 else "right" if x + half > layout.width else "center"
        wanted += [AxisWord(rule.text, rule.unit, side)] if rule.text else []
    said, reached = [], 0.0
    wanted.sort(key=lambda one: (one.unit, one.side, one.text))
    for place, one in enumerate(wanted):
        end = layout.to_x(wanted[place + 1].unit) - APART if place + 1 < len(wanted) else layout.width
        left = one.find_left(layout)
        cut = one.side == "left" and end - left > _LEAST
        text = wrap(one.text, layout.small, end - left, 1)[0] if cut else one.text
        right = left + measure_text(text, layout.small)
        if left >= reached and right <= layout.width:
            said.append(one._replace(text=text))
            reached = right + APART
    return said
