"""Labels of points that stand too close for a row -> both back to back in one row, where rows are few.

The earlier one opens to the left, the later one to the right, and their dots stand one over the other; so no zoom
brings them together. It refuses bars and bands, whose ends other labels hang on.
"""

import bisect
import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from timeline.layout.rows import DOT, GAP, Place, Scale

__all__ = ["find_lifts", "pair_options"]

_NEAR: Final = DOT + GAP
"""Pixels between dots from which on a row has room for both."""


def pair_options(ranked: Sequence[Sequence[Place]], scale: Scale) -> list[list[Place]]:
    """The places of each spot, before its own those that it shares with the next in rank that stands as near.

    `ranked` are the places of the spots, the most important first. No spot is in two pairs.
    """
    near = _Near(ranked, scale)
    paired: set[str] = set()
    made = []
    for place, options in enumerate(ranked):
        other = near.find_next(place, paired)
        shared = list(_join(options, ranked[other])) if other is not None else []
        if shared:
            paired |= {option.spot.item.event_id for option in (options[0], ranked[other][0])}  # type: ignore[index]
        made.append([*shared, *options])
    return made


class _Near:
    """Which spots stand too close to another for a row of their own."""

    def __init__(self, ranked: Sequence[Sequence[Place]], scale: Scale) -> None:
        """Sort the points among them by their place across."""
        self._ranked = ranked
        self._xs = {n: scale.to_x(options[0].spot.unit) for n, options in enumerate(ranked) if _is_point(options[0])}
        self._order = sorted(self._xs, key=lambda n: self._xs[n])
        self._across = [self._xs[n] for n in self._order]

    def find_next(self, place: int, paired: Collection[str]) -> int | None:
        """The next in rank after `place` that stands near it and is not `paired`; None if `place` itself is."""
        if place not in self._xs or self._ranked[place][0].spot.item.event_id in paired:
            return None
        x = self._xs[place]
        first, last = bisect.bisect_right(self._across, x - _NEAR), bisect.bisect_left(self._across, x + _NEAR)
        around = (n for n in self._order[first:last] if n > place)
        return min((n for n in around if self._ranked[n][0].spot.item.event_id not in paired), default=None)


def _is_point(option: Place) -> bool:
    return option.spot.item.form == "point"


def _join(some: Sequence[Place], others: Sequence[Place]) -> Iterator[Place]:
    """The two ways in which two spots may share a row, as far as there is room within the plot."""
    for one, other in ((one, other) for one in some for other in others if one.align != other.align):
        left, right = (one, other) if one.align == "right" else (other, one)
        if left.spot.unit <= right.spot.unit:
            yield dataclasses.replace(one, left=left.left, right=right.right, parts=(left, right))


def find_lifts(packed: Sequence[Place]) -> Mapping[str, int]:
    """Which labels stand in the upper (-1) and in the lower half (1) of a row that they share; others are left out."""
    rows = {option.spot.item.event_id: option.row for option in packed}
    return {
        option.spot.item.event_id: -1 if option.align == "right" else 1
        for option in packed
        if option.partner and rows.get(option.partner) == option.row
    }
