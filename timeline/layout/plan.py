"""Spots in groups -> a plan: how labels are set, the rows of each lane, and which label stands in which row.

In fit mode the rows are shared out among the lanes and the least important labels are left out; in grow mode every
label has a row. It refuses to know where lanes stand: that is for `lanes`.
"""

import bisect
import dataclasses
import functools
from collections.abc import Mapping, Sequence
from typing import Final

from timeline.layout.pairs import pair_options
from timeline.layout.rows import (
    CUT,
    NARROW,
    Level,
    Place,
    Scale,
    Spot,
    choose_places,
    count_rows,
    list_placements,
    pack,
)
from timeline.layout.stops import find_leading_ids
from timeline.layout.strip import Strip, fill_strip
from timeline.layout.whole import is_cut, make_whole, measure_shown
from timeline.table import rank_leading

__all__ = [
    "HEADER",
    "PAD",
    "Group",
    "Plan",
    "Room",
    "list_places_of",
    "list_unlabelled",
    "make_kept_plan",
    "make_plan",
    "refill",
]

_LABELS_AT_MOST: Final = 400
_GOOD_ENOUGH: Final = (1.0, 0.92, 0.92, 0.0)
"""The share of labels at which a level is taken, one for each of `list_levels`."""

_HOPELESS: Final = 1.6
"""Where labels want so many times the plot or its height, some have none: the widest are not tried, and room for dots
is kept from the first."""

_WORTH_PAIRING: Final = 1.1
"""Rows are shared where that labels a tenth more: a row of its own is read with less search."""

PAD: Final = 6.0
"""Free pixels at the ends of a lane, half of them above it."""

_STRETCH: Final = 1.4
HEADER: Final = 20.0
"""The height of a lane's name where it stands over its lane."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A lane to be: its name as lines, its spots, and the spots of other lanes that it takes part in.

    `claim` says how much the rows it wants count beside those that other lanes want.
    """

    name: str
    lines: tuple[str, ...]
    spots: tuple[Spot, ...]
    also: tuple[Spot, ...] = ()
    claim: float = 1.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a table is set: label level, rows of each lane, their height, the heights of the strips, and who is where."""

    level: Level
    rows: Sequence[int]
    pitch: float
    strips: Sequence[float]
    places: Mapping[str, Place]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    """The labels of each lane at one level, and the rows each lane has."""

    level: Level
    places: list[list[Place]]
    rows: list[int]

    @property
    def labelled(self) -> int:
        return sum(len(option.parts) or 1 for lane in self.places for option in lane)


def list_levels(size: float) -> tuple[Level, ...]:
    """How labels may be set at a type size, the most generous first: two lines wide or narrow, or one line in
    lower rows.
    """
    return (
        Level(size=size, lines=2, wrap=21 * size, pitch=2.45 * size + 3),
        Level(size=size, lines=2, wrap=14.6 * size, pitch=2.45 * size + 3),
        Level(size=size, lines=1, wrap=15.4 * size, pitch=1.15 * size + 7),
        Level(size=size, lines=1, wrap=12.6 * size, pitch=1.15 * size + 7),
    )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where the lanes go: across by `scale`, down `height` pixels, or as many as they need where `grow` is set.

    `headers` puts each lane's name into a row of its own. `levels` is how many levels of dots a strip has; with 0 there
    are no strips, and what has no label is not drawn. `gather` makes discs of dots too close to part. Rows are drawn
    apart up to `stretch` times where height is left.
    """

    scale: Scale
    height: float
    grow: bool = False
    headers: bool = False
    levels: int = 1
    gather: bool = False
    stretch: float = _STRETCH

    def strip(self, own: Sequence[Spot], also: Sequence[Spot]) -> Strip:
        """The strip at the foot of a lane."""
        return fill_strip(own, also, self.scale, self.levels, gather=self.gather)

    def measure_header(self, group: Group) -> float:
        """The pixels that the name of a lane has to itself."""
        return HEADER if self.headers and group.lines else 0.0

    def measure_fixed(self, groups: Sequence[Group], strips: Sequence[float]) -> float:
        """The pixels that rows cannot have."""
        return sum(strips) + sum(PAD + self.measure_header(group) for group in groups)


def make_plan(groups: tuple[Group, ...], room: Room, size: float, keep: tuple[tuple[str, int], ...]) -> Plan:
    """How the lanes are set."""
    tried = []
    wanted = sum(len(group.spots) for group in groups)
    levels = list_levels(size)
    for level, share in zip(levels, _GOOD_ENOUGH, strict=True):
        if level is levels[0] and _is_hopeless(wanted, level, room):
            continue  # the same lines narrower will do
        tried.append(_choose(groups, room, level))
        if room.grow or tried[-1].labelled >= share * wanted:
            break
    packed = [[_pack_lane(chosen, lane, room, dict(keep)) for lane in range(len(groups))] for chosen in tried]
    best = max(range(len(tried)), key=lambda place: _rate_labels(packed[place]))
    return _plan_heights(groups, packed[best], tried[best], room)


def _is_hopeless(wanted: int, level: Level, room: Room) -> bool:
    """Whether so many labels are far too many for the widest lines; a phone has room for a few of any width."""
    if room.grow or room.scale.width < NARROW:
        return False
    return wanted * level.wrap * level.pitch > _HOPELESS * room.scale.width * room.height


def _pack_lane(chosen: _Chosen, lane: int, room: Room, keep: Mapping[str, int]) -> list[Place]:
    """The labels of a lane in its rows, with whole titles where there is room for them."""
    rows = chosen.rows[lane]
    return make_whole(pack(chosen.places[lane], rows, keep), rows, room.scale, chosen.level)


def _rate_labels(lanes: Sequence[Sequence[Place]]) -> float:
    """What labels say: a title that is cut says less than a whole one by what it lacks, yet more than none."""
    return sum(CUT * measure_shown(option) if is_cut(option) else 1.0 for lane in lanes for option in lane)


make_kept_plan = functools.lru_cache(maxsize=16)(make_plan)
"""Users filter the same table again and again; others are not worth the room and the search."""


def _plan_heights(groups: Sequence[Group], packed: Sequence[Sequence[Place]], chosen: _Chosen, room: Room) -> Plan:
    """The heights that rows and strips get."""
    heights = [
        room.strip(list_unlabelled(group, lane), group.also).height for group, lane in zip(groups, packed, strict=True)
    ]
    pitch = chosen.level.pitch
    if not room.grow and any(chosen.rows):
        free = (room.height - room.measure_fixed(groups, heights)) / sum(chosen.rows)
        pitch = min(max(pitch, free), room.stretch * pitch)
    places = {put.spot.item.event_id: put for lane in packed for put in lane}
    return Plan(level=chosen.level, rows=chosen.rows, pitch=pitch, strips=heights, places=places)


def list_places_of(plan: Plan, group: Group) -> list[Place]:
    """The places of `group` under the plan, of those that have one and may have a title."""
    return [plan.places[s.item.event_id] for s in group.spots if s.item.event_id in plan.places and s.titled]


def list_unlabelled(group: Group, packed: Sequence[Place]) -> list[Spot]:
    """The spots of `group` that have no place among those `packed`."""
    done = {put.spot.item.event_id for put in packed}
    return [spot for spot in group.spots if spot.item.event_id not in done]


def refill(group: Group, rows: int, room: Room, plan: Plan) -> list[Place]:
    """The places of `group` under the plan, and more labels where rows have room."""
    places = list_places_of(plan, group)
    taken = [sorted((put.left, put.right) for put in places if put.row == row) for row in range(rows)]
    for options in _list_options(list_unlabelled(group, places), room.scale, plan.level):
        free = ((option, row) for option in options for row in range(rows) if _fits(option, taken[row]))
        option, row = next(free, (None, 0))
        if option is not None:
            bisect.insort(taken[row], (option.left, option.right))
            places.append(dataclasses.replace(option, row=row))
    return places


def _fits(option: Place, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a row has room, of which these stretches are taken, from left to right."""
    after = bisect.bisect(taken, (option.left, option.right))
    free_before = after == 0 or taken[after - 1][1] <= option.left
    return free_before and (after == len(taken) or option.right <= taken[after][0])


def _choose(groups: Sequence[Group], room: Room, level: Level) -> _Chosen:
    """The labels of all lanes at one level; room for dots is kept only if some event has no label."""
    options = [_list_options(group.spots, room.scale, level) for group in groups]
    wanted = [count_rows([first[0] for first in lane]) for lane in options]
    if room.grow:
        return _Chosen(level=level, places=[[first[0] for first in lane] for lane in options], rows=wanted)
    bare = [room.strip((), group.also).height for group in groups]
    full = [room.strip(group.spots, group.also).height for group in groups]
    hopeless = sum(wanted) * level.pitch > _HOPELESS * room.height
    for strips in (full,) if hopeless else (bare, full):
        number = int((room.height - room.measure_fixed(groups, strips)) / level.pitch)
        rows = _share_rows(wanted, [len(lane) for lane in options], number, [group.claim for group in groups])
        chosen = _fill_rows(options, rows, room, level)
        if chosen.labelled == sum(len(group.spots) for group in groups):
            return chosen
    paired = _fill_rows([pair_options(lane, room.scale) for lane in options], rows, room, level)
    return paired if paired.labelled >= _WORTH_PAIRING * chosen.labelled else chosen


def _fill_rows(options: Sequence[Sequence[Sequence[Place]]], rows: list[int], room: Room, level: Level) -> _Chosen:
    """The places chosen for each lane, in so many rows."""
    places = [choose_places(lane, n, room.scale.width) if n else [] for lane, n in zip(options, rows, strict=True)]
    return _Chosen(level=level, places=places, rows=rows)


def _list_options(spots: Sequence[Spot], scale: Scale, level: Level) -> list[list[Place]]:
    """The places of the spots that may get a label, the most important first, those in view before the rest.

    The most important at each stop goes before all others. Among equals the box that ends first goes first,
    which is what lets most boxes in.
    """

    def weigh(spot: Spot) -> float:
        """Importance, and one more in view."""
        return spot.item.importance + (scale.first <= spot.unit <= scale.last)

    titled = [spot for spot in spots if spot.titled]
    best = rank_leading([weigh(spot) for spot in titled], [spot.unit for spot in titled], _LABELS_AT_MOST)
    candidates = [titled[place] for place in best]
    found = [options for spot in candidates if (options := list_placements(spot, scale, level))]
    ranked = sorted(found, key=lambda o: (-weigh(o[0].spot), o[0].right, o[0].spot.item.event_id))
    leading = find_leading_ids([options[0].spot for options in ranked], scale)
    return sorted(ranked, key=lambda options: options[0].spot.item.event_id not in leading)


def _share_rows(wanted: Sequence[int], most: Sequence[int], room: int, claims: Sequence[float]) -> list[int]:
    """How many of `room` rows each lane gets: one to each, then to the lane that lacks most of what it may claim.

    One lane alone takes a row an event where there is room, so that its events read as a staircase.
    """
    if len(wanted) == 1:
        return [max(min(room, most[0]), min(1, most[0]))]
    rows = [min(1, want) for want in wanted]
    for _ in range(max(room - sum(rows), 0)):
        lacking = [lane for lane, want in enumerate(wanted) if rows[lane] < want]
        if not lacking:
            break
        rows[max(lacking, key=lambda lane: (claims[lane] * wanted[lane] / rows[lane], -lane))] += 1
    return rows
