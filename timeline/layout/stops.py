"""Events by importance -> those that have a title first, so that few titles still stand all along the axis."""

from collections.abc import Sequence
from typing import Final

from timeline.layout.rows import NARROW, Scale, Spot

__all__ = ["find_leading_ids"]

_STOPS: Final = (4, 7)
"""Places along the width of a phone and of a wider chart, from end to end, beside each of which the most important
title goes first. By importance alone titles stood on one day, and most of the axis was bare; with more stops a phone's
few are those of small matters, and with fewer those of a tablet take half of the axis."""


def find_leading_ids(ranked: Sequence[Spot], scale: Scale) -> set[str]:
    """The ids of the first of `ranked` beside each of some places that part the width evenly."""
    stops = _STOPS[scale.width >= NARROW]
    leading: dict[int, str] = {}
    for spot in ranked:
        if 0 <= (x := scale.to_x(spot.unit)) <= scale.width:
            leading.setdefault(round(x / scale.width * (stops - 1)), spot.item.event_id)
    return set(leading.values())
