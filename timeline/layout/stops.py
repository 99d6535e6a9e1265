"""Events by importance -> those that have a title first, so that few titles still stand all along the axis."""

from collections.abc import Sequence
from typing import Final

from timeline.layout.rows import Scale, Spot

__all__ = ["find_leading_ids"]

_STOPS: Final = 4
"""Places along the width, from end to end, beside each of which the most important title goes first. A phone has rows
for four titles, each as wide as the chart: by importance alone they stood on one day, and most of the axis was bare."""


def find_leading_ids(ranked: Sequence[Spot], scale: Scale) -> set[str]:
    """The ids of the first of `ranked` beside each of `_STOPS` places that part the width evenly."""
    leading: dict[int, str] = {}
    for spot in ranked:
        if 0 <= (x := scale.to_x(spot.unit)) <= scale.width:
            leading.setdefault(round(x / scale.width * (_STOPS - 1)), spot.item.event_id)
    return set(leading.values())
