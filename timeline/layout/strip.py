"""The events of a lane without labels -> dots in a strip at its foot; a numbered disc where they are too close to part.

Dots stand side by side on a few levels. Where a stretch of the strip has more than the levels hold, all of that stretch
are one disc; so are the assumed dates of one day, which say the same thing many times. It refuses to drop any.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from timeline.layout.positions import Cluster
from timeline.layout.rows import DOT, Scale, Spot

__all__ = ["Strip", "fill_strip"]

_LEVEL: Final = 9.0
_DISC: Final = 18.0
"""The width of a disc in pixels: two figures at the smallest type size."""

_CELL: Final = 22.0
"""The strip is cut into cells at least this wide, and a disc stays within its own, so that no two ever touch."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The dots of a strip, the ticks of events of other lanes, each with its height, its discs, and the strip's height.

    Heights count from the strip's top. The spots of `clusters` are in `crowd`, with the height of their disc.
    """

    dots: tuple[tuple[Spot, float], ...]
    ticks: tuple[tuple[Spot, float], ...]
    crowd: tuple[tuple[Spot, float], ...]
    clusters: tuple[Cluster, ...]
    height: float


def fill_strip(own: Sequence[Spot], also: Sequence[Spot], scale: Scale, levels: int, *, gather: bool = False) -> Strip:
    """The strip of a lane's `own` spots and of those that `also` take part, on so many levels.

    `gather` makes discs of what is too close to part; without it dots stand one over another there.
    """
    if not levels:
        return Strip(dots=(), ticks=(), crowd=(), clusters=(), height=0.0)
    spots = sorted(own, key=lambda s: (s.unit, s.item.event_id))
    crowds = _find_crowds(spots, scale, levels) if gather else []
    gathered = {spot.item.event_id for crowd in crowds for spot in crowd}
    dots, _ = _dodge([spot for spot in spots if spot.item.event_id not in gathered], scale, levels)
    ticks = tuple((spot, _LEVEL / 2) for spot in sorted(also, key=lambda s: (s.unit, s.item.event_id)))
    lowest = max((y for _, y in (*dots, *ticks)), default=0.0)
    middle = max(lowest + _LEVEL / 2, _DISC) / 2 if crowds else 0.0
    foot = max(lowest + _LEVEL / 2, 2 * middle)
    return Strip(
        dots=tuple(dots),
        ticks=ticks,
        crowd=tuple((spot, middle) for crowd in crowds for spot in crowd),
        clusters=tuple(_make_cluster(crowd, middle, scale) for crowd in crowds),
        height=foot + 1 if foot else 0.0,
    )


def _dodge(spots: Sequence[Spot], scale: Scale, levels: int) -> tuple[list[tuple[Spot, float]], list[Spot]]:
    """Each spot with its height, side by side, then one over another; and those that stand over another."""
    reached = [float("-inf")] * levels
    placed, over = [], []
    for spot in spots:
        x = scale.to_x(spot.unit)
        level = next((level for level, edge in enumerate(reached) if edge <= x), None)
        if level is None:
            over.append(spot)
            level = reached.index(min(reached))
        reached[level] = x + DOT
        placed.append((spot, _LEVEL * (level + 0.5)))
    return placed, over


def _find_crowds(spots: Sequence[Spot], scale: Scale, levels: int) -> list[list[Spot]]:
    """The spots of each cell in which one would stand over another, and the assumed dates of one day."""
    cells: dict[int, list[Spot]] = defaultdict(list)
    for spot in spots:
        cells[_find_cell(spot, scale)].append(spot)
    full = {_find_cell(spot, scale) for spot in _dodge(spots, scale, levels)[1]}
    full |= {cell for cell, held in cells.items() if _has_same_day(held)}
    return [held for cell, held in sorted(cells.items()) if cell in full and len(held) > 1]


def _find_cell(spot: Spot, scale: Scale) -> int:
    return int(scale.to_x(spot.unit) // _measure_cell(scale))


def _measure_cell(scale: Scale) -> float:
    """The width of a cell: the last one in view ends with the plot, so that no disc is cut there."""
    return scale.width / max(int(scale.width / _CELL), 1)


def _has_same_day(spots: Sequence[Spot]) -> bool:
    """Whether two of the spots have the same assumed day."""
    assumed = [spot.unit for spot in spots if spot.item.is_assumed]
    return len(set(assumed)) < len(assumed)


def _make_cluster(crowd: Sequence[Spot], y: float, scale: Scale) -> Cluster:
    """The disc for `crowd`, in its cell, the most important first."""
    units, cell = [spot.unit for spot in crowd], _measure_cell(scale)
    left = _find_cell(crowd[0], scale) * cell + _DISC / 2
    x = min(max(scale.to_x((units[0] + units[-1]) / 2), left), left + cell - _DISC)
    ranked = sorted(crowd, key=lambda s: (-s.item.importance, s.unit, s.item.event_id))
    return Cluster(
        event_ids=tuple(spot.item.event_id for spot in ranked),
        unit=scale.first + x / scale.width * (scale.last - scale.first),
        y=y,
        first=units[0],
        last=units[-1],
        size=_DISC,
        dashed=all(spot.item.dashed for spot in crowd),
    )
