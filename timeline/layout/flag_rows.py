"""The events of a row of flags -> their titles as text, side by side, as near to their days as there is room.

As many flags as the rows hold, or fewer of many where more titles are whole then. It refuses to know marks and stems.
"""

import dataclasses
import itertools
from collections.abc import Sequence
from typing import Final

from timeline.layout.positions import Box, Tick, Tone
from timeline.layout.rows import CUT, DOT, Scale, Spot
from timeline.layout.text import clean_text, is_whole, measure_text, wrap
from timeline.typeface import Weight

__all__ = [
    "BAND_LINE",
    "LEAST_SLANT",
    "LEVEL",
    "LEVELS",
    "OFFSET",
    "OUT",
    "Band",
    "Flag",
    "count_lines",
    "place_flags",
]

_LARGER: Final = 1.2
"""The only second size, beside the usual one."""

_LINE: Final = 1.3
BAND_LINE: Final = 1.25
_MOST_LINES: Final = 4
_WIDEST: Final = 15.0
_NARROWEST: Final = 8.0
"""Widths of a title, in type sizes: a column of a newspaper, and where words begin to be broken."""

_WIDER: Final = 30.0
"""A title that is still cut may take what its row has left, up to so many type sizes."""

_ALWAYS: Final = 6
"""So many flags are set if they have room at all; of more, as many as say most."""

_BALANCED: Final = 2
_NARROWER: Final = 0.96
"""`wrap` sets so many lines evenly itself; of more, each step makes the lines so much narrower."""

OFFSET: Final = 6.0
_BETWEEN: Final = 18.0
"""Pixels between a stem and its title, and between two titles of a row."""

OUT: Final = 7.0
LEVEL: Final = 9.0
LEVELS: Final = 3
"""How far dots stand off the band, and further ones that would hide another, in pixels."""

LEAST_SLANT: Final = 14.0
_UNDER: Final = 24.0
"""Pixels under a band that has flags above it alone: a disc, and a little air."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A spot with its text, at pixel `x` of the band; `side` is -1 above and 1 below; the stem ends at pixel `left`."""

    spot: Spot
    head: str
    lines: tuple[str, ...]
    size: float
    width: float
    x: float
    side: int
    left: float = 0.0

    @property
    def height(self) -> float:
        """The height of date and title."""
        return (len(self.lines) + 1) * self.size * _LINE

    @property
    def whole(self) -> bool:
        """Whether all of the title has room."""
        return is_whole(self.lines, self.spot.item.title)

    @property
    def pitch(self) -> float:
        """What it takes of its row."""
        return OFFSET + self.width + _BETWEEN


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The band of time: the plot it runs through, its stretch of the axis, its ticks, half its height, and the sides
    that have flags.
    """

    plot: Box
    scale: Scale
    ticks: tuple[Tick, ...]
    half: float
    sides: tuple[int, ...] = (-1, 1)

    @property
    def middle(self) -> float:
        """Its middle, in pixels from the top of the plot; flags on one side alone leave dots and discs on the other."""
        return self.plot.height / 2 if len(self.sides) > 1 else self.plot.height - self.half - _UNDER

    @property
    def larger(self) -> float:
        """How many times as large the titles of what matters most are set: where there is room for another size."""
        return _LARGER if len(self.sides) > 1 else 1.0

    @property
    def room(self) -> float:
        """Pixels between a row's far end and where its stems may end."""
        return self.middle - self.half - OUT - (LEVELS - 1) * LEVEL - DOT / 2 - LEAST_SLANT


def count_lines(band: Band, size: float) -> int:
    """How many lines of a title there is room for on a side, at most as many as one may have."""
    return min(int(band.room / (size * band.larger * _LINE)) - 1, _MOST_LINES)


def place_flags(band: Band, ranked: Sequence[Spot], size: float) -> list[Flag]:
    """Flags for as many of `ranked` as the rows hold, or for fewer of many where that says more."""
    lines, best = count_lines(band, size), list[Flag]()
    most = len(band.sides) * int((band.plot.width + _BETWEEN) / (_NARROWEST * size + OFFSET + _BETWEEN))
    for count in range(min(len(ranked), most) if lines > 0 else 0, 0, -1):
        order = sorted(ranked[:count], key=lambda spot: (spot.unit, spot.item.event_id))
        turns = len(band.sides)
        rows = [_place_row(band, order[turn::turns], side, size, lines) for turn, side in enumerate(band.sides)]
        if all(sum(flag.pitch for flag in row) - _BETWEEN <= band.plot.width for row in rows if row):
            placed = [flag for row in rows for flag in _set_out(_make_whole(row, band, lines), band.plot.width)]
            best = max(best, placed, key=_rate_flags)
            if count <= _ALWAYS or all(flag.whole for flag in placed):
                break
    return best


def _rate_flags(flags: Sequence[Flag]) -> float:
    """What flags say, where a cut title says less than a whole one."""
    return sum(1.0 if flag.whole else CUT for flag in flags)


def _place_row(band: Band, spots: Sequence[Spot], side: int, size: float, lines: int) -> list[Flag]:
    """The flags of one side, as wide as each may be where all get as much."""
    share = (band.plot.width + _BETWEEN) / max(len(spots), 1) - _BETWEEN - OFFSET
    sizes = [size * (band.larger if spot.tone is Tone.STRONG else 1) for spot in spots]
    return [
        _make_flag(spot, band.scale, side, each, min(share, _WIDEST * each), lines)
        for spot, each in zip(spots, sizes, strict=True)
    ]


def _make_whole(row: Sequence[Flag], band: Band, lines: int) -> list[Flag]:
    """`row`, in which cut titles have what the others leave of it, the most important first."""
    done = list(row)
    spare = band.plot.width + _BETWEEN - sum(flag.pitch for flag in row)
    cut = [place for place, flag in enumerate(row) if not flag.whole]
    for place in sorted(cut, key=lambda place: -row[place].spot.item.importance):
        old = row[place]
        width = min(old.width + spare, _WIDER * old.size)
        new = _make_flag(old.spot, band.scale, old.side, old.size, width, lines)
        if old.width < new.width <= old.width + spare:
            done[place], spare = new, spare - (new.width - old.width)
    return done


def _make_flag(spot: Spot, scale: Scale, side: int, size: float, width: float, lines: int) -> Flag:
    """The flag of `spot` in lines of at most `width` pixels."""
    head = clean_text(spot.item.write_date(year=True))
    text = _wrap_evenly(spot.item.title, size, width, lines)
    widths = [measure_text(line, size) for line in text] + [measure_text(head, size, Weight.BOLD)]
    return Flag(spot=spot, head=head, lines=text, size=size, width=max(widths), x=scale.to_x(spot.unit), side=side)


def _wrap_evenly(title: str, size: float, width: float, lines: int) -> tuple[str, ...]:
    """`title` in as few lines of `width` as it takes, and then as narrow as so many allow: no word stands alone."""
    text, said = wrap(title, size, width, lines), clean_text(title)
    while len(text) > _BALANCED:
        width *= _NARROWER
        narrower = wrap(title, size, width, len(text))
        if " ".join(narrower) != said:
            break
        text = narrower
    return text


def _set_out(row: Sequence[Flag], width: float) -> list[Flag]:
    """The flags of a row side by side, as near to their days as the least squares of their distances bring them.

    Less the widths before each, their places must not fall from left to right: an isotonic regression, by pooling
    neighbours that do (Ayer et al. 1955). Cut to the room there is, it is the nearest within that room.
    """
    before = [0.0, *itertools.accumulate(flag.pitch for flag in row)]
    pools: list[tuple[float, int]] = []
    for flag, taken in zip(row, before, strict=False):
        pools.append((flag.x - taken, 1))
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            (one, few), (other, more) = pools[-2:]
            pools[-2:] = [((one * few + other * more) / (few + more), few + more)]
    spare = max(width - before[-1] + _BETWEEN, 0.0)
    places = [min(max(place, 0.0), spare) for place, count in pools for _ in range(count)]
    return [
        dataclasses.replace(flag, left=place + taken)
        for flag, place, taken in zip(row, places, before, strict=False)
    ]  # fmt: skip
