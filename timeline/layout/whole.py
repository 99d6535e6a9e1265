"""Labels packed into rows -> the same with whole titles, wherever the plot has room for one that was cut.

A title may grow within its row, change to the other side of its mark, or move to a row with more room. What was whole
stays where it is. It refuses to cut, drop or add a label.
"""

import bisect
import dataclasses
import math
from collections.abc import Iterator, Sequence
from typing import Final

from timeline.layout.rows import GAP, Level, Place, Scale, list_set_places, measure_indent, set_title
from timeline.layout.text import clean_text

__all__ = ["is_cut", "make_whole", "measure_shown"]

_WIDEST: Final = 60
"""No line is set wider than this, in type sizes: about a hundred letters, more than nearly any title has."""

_SHARES: Final = (0.5, 0.58, 0.7, 0.85, 1.0)
"""Of the width of a title on one line, at which it is tried on two: half of it seldom breaks between words."""

_ROUNDS: Final = 3
"""A label that moves leaves room for others; after three rounds none was ever seen to move."""


def is_cut(option: Place) -> bool:
    """Whether the title ends in an ellipsis for want of room."""
    return bool(option.lines) and option.lines[-1].endswith("…")


def measure_shown(option: Place) -> float:
    """The share of the letters of a title that show."""
    shown, title = "".join(option.lines).removesuffix("…"), clean_text(option.spot.item.title)
    return min(len(shown.replace(" ", "")) / max(len(title.replace(" ", "")), 1), 1.0)


def make_whole(places: Sequence[Place], rows: int, scale: Scale, level: Level) -> list[Place]:
    """`places`, packed into `rows`, with as many titles whole as there is room for, the most important first."""
    board = _Board(places, rows)
    for _ in range(_ROUNDS):
        cut = sorted(filter(is_cut, board.list_places()), key=lambda p: (-p.spot.item.importance, p.spot.item.event_id))
        if not sum(_relieve(option, board, scale, level) for option in cut):
            break
    for option in sorted(filter(is_cut, board.list_places()), key=lambda p: (p.left, p.row)):
        _widen(option, board, scale, level)
    return board.list_places()


class _Board:
    """The rows, each with what it holds from left to right."""

    def __init__(self, places: Sequence[Place], rows: int) -> None:
        """Put `places` on `rows` rows."""
        self._rows: list[list[Place]] = [[] for _ in range(rows)]
        for option in sorted(places, key=_from_left):
            self._rows[option.row].append(option)
        self._lefts = [[option.left for option in row] for row in self._rows]

    def list_places(self) -> list[Place]:
        """All of them, from left to right."""
        return sorted((option for row in self._rows for option in row), key=lambda p: (*_from_left(p), p.row))

    def swap(self, old: Place, new: Place) -> None:
        """Put `new` where `old` was, or into another row."""
        self._rows[old.row].remove(old)
        bisect.insort(self._rows[new.row], new, key=_from_left)
        for row in {old.row, new.row}:
            self._lefts[row] = [option.left for option in self._rows[row]]

    def ends(self, option: Place) -> tuple[float, float]:
        """Where the one before `option` ends in its row, and the one after it begins."""
        here = self._rows[option.row]
        place = bisect.bisect_left(here, _from_left(option), key=_from_left)
        before = here[place - 1].right if place else -math.inf
        return before, here[place + 1].left if place + 1 < len(here) else math.inf

    def list_nearest(self, row: int) -> list[int]:
        """All rows, that one first."""
        return sorted(range(len(self._rows)), key=lambda other: (abs(other - row), other))

    def fits(self, option: Place, row: int, before: Place) -> bool:
        """Whether that row has room for it, the label `before` aside, and its partner where that stays beside it."""
        here, left, right, own = self._rows[row], option.left, option.right, option.spot
        partner = before.partner if _stays(option, row, before) else ""
        after = bisect.bisect(self._lefts[row], left)
        for other in here[max(after - 2, 0) : after + 2]:
            if (
                other.left < right
                and left < other.right
                and other.spot is not own
                and not (partner and other.spot.item.event_id == partner)
            ):
                return False
        return True


def _from_left(option: Place) -> tuple[int, int, str]:
    return option.left, option.right, option.spot.item.event_id


def _relieve(option: Place, board: _Board, scale: Scale, level: Level) -> bool:
    """Give `option` its whole title where any row has room, its own before others; whether one had."""
    if not 0 <= scale.to_x(option.unit) <= scale.width:
        return False
    options = list(_list_whole_places(option, scale, level))
    for row in board.list_nearest(option.row):
        for other in options:
            if board.fits(other, row, option):
                board.swap(option, _put(other, row, option))
                return True
    return False


def _list_whole_places(option: Place, scale: Scale, level: Level) -> Iterator[Place]:
    """Where the label may go with its title whole, on the side it has first."""
    most = 1 if option.above else level.lines
    lines, width = set_title(option.spot, level.size, _WIDEST * level.size, 1)
    for share in _SHARES if most > 1 else ():
        two, narrower = set_title(option.spot, level.size, share * width, most)
        if not two[-1].endswith("…"):
            lines, width = two, narrower
            break
    if lines[-1].endswith("…"):
        return
    found = list_set_places(option.spot, scale, lines, width)
    yield from sorted(found, key=lambda other: other.align != option.align)


def _widen(option: Place, board: _Board, scale: Scale, level: Level) -> None:
    """Show as much more of the title of `option` as its row has room for."""
    most = 1 if option.above else level.lines
    before, after = board.ends(option)
    edge = scale.to_x(option.unit)
    left, right = max(before + GAP / 2, 0.0), min(after - GAP / 2, scale.width)
    free = right - edge if option.align == "left" else edge - left
    room = min(free - option.dx - measure_indent(option.spot, level.size) / most, _WIDEST * level.size)
    lines, width = set_title(option.spot, level.size, room, most)
    if width <= option.width:
        return
    for other in list_set_places(option.spot, scale, lines, width):
        if other.align == option.align and board.fits(other, option.row, option):
            board.swap(option, _put(other, option.row, option))
            return


def _put(option: Place, row: int, before: Place) -> Place:
    """`option` in a row, with the partner that it had `before` where it stays beside it."""
    return dataclasses.replace(option, row=row, partner=before.partner if _stays(option, row, before) else "")


def _stays(option: Place, row: int, before: Place) -> bool:
    return row == before.row and option.align == before.align
