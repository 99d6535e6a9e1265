"""The events beside a band of time that have no flag -> a numbered disc where many stand in one place, else small dots.

A disc stands on the side of its dots, clear of the marks of that side that have a flag. It refuses to drop any: where a
disc has no room, its dots stay.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from timeline.layout.positions import Cluster
from timeline.layout.rows import DOT, Scale, Spot, measure_mark_reach
from timeline.layout.text import measure_text

__all__ = ["BARE", "list_discs"]

_CELL: Final = 2.4
"""The side of a band is cut into cells so wide, in type sizes: a disc with three figures stays within its own."""

_FEWEST: Final = 3
"""Two dots in one place are told by the sides of the band, on which they stand turn by turn."""

BARE: Final = 0.6
"""How large a dot without a flag is beside one that has one."""

_LEAST: Final = 1.6
_AROUND: Final = 0.7
"""The width of a disc and what it has more than its number, in type sizes."""

_APART: Final = 3.0
_STEP: Final = 2.0


def list_discs(
    bare: Sequence[Spot], flagged: Sequence[Spot], scale: Scale, *, edge: float, side: int, size: float
) -> Iterator[Cluster]:
    """The discs of one `side` of a band that ends at `edge`, for `bare` spots; of `flagged` ones they keep clear.

    `size` is the type size of their numbers; heights are pixels as `edge` is.
    """
    cells: dict[int, list[Spot]] = defaultdict(list)
    for spot in bare:
        cells[int(scale.to_x(spot.unit) // (_CELL * size))].append(spot)
    taken = [measure_mark_reach(spot, scale) for spot in flagged]
    for cell, held in sorted(cells.items()):
        width = max(_LEAST * size, measure_text(str(len(held)), size) + _AROUND * size)
        x = _find_place(held, taken, scale, (cell * _CELL * size, (cell + 1) * _CELL * size), width)
        if x is not None and _is_crowded(held, scale):
            yield _make_disc(held, scale.first + x / scale.width * (scale.last - scale.first), edge, side, width)


def _is_crowded(held: Sequence[Spot], scale: Scale) -> bool:
    """Whether there are several dots, and one hides part of another."""
    across = sorted(scale.to_x(spot.unit) for spot in held)
    return len(held) >= _FEWEST and min(b - a for a, b in pairwise(across)) < DOT * BARE


def _find_place(
    held: Sequence[Spot], taken: Sequence[tuple[float, float]], scale: Scale, cell: tuple[float, float], width: float
) -> float | None:
    """The middle of a disc within its cell, as near to its dots as what is taken allows; None where nothing is free."""
    first, last = max(cell[0], 0.0) + width / 2, min(cell[1], scale.width) - width / 2
    wanted = sum(scale.to_x(spot.unit) for spot in held) / len(held)
    places = [first + _STEP * step for step in range(int((last - first) / _STEP) + 1)]
    reach = width / 2 + _APART
    free = [x for x in places if all(x + reach <= begin or end <= x - reach for begin, end in taken)]
    return min(free, key=lambda x: abs(x - wanted), default=None)


def _make_disc(held: Sequence[Spot], unit: float, edge: float, side: int, width: float) -> Cluster:
    """The disc for `held`, the most important first."""
    ranked = sorted(held, key=lambda s: (-s.item.importance, s.unit, s.item.event_id))
    units = [spot.unit for spot in held]
    return Cluster(
        event_ids=tuple(spot.item.event_id for spot in ranked),
        unit=unit,
        y=edge + side * (width / 2 + 1),
        first=min(units),
        last=max(units),
        size=width,
        dashed=all(spot.item.dashed for spot in held),
    )
