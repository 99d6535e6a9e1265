"""Spots in groups -> rows of labelled marks, lane under lane; the story view is one lane without a name.

In fit mode the rows are shared out among the lanes and the least important labels are left out; in grow mode every
label has a row. What has no label goes to a strip of dots at the foot of its lane, where no label ever stands.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Final

from timeline.layout.positions import Label, Lane, LineMark, Mark
from timeline.layout.rows import DOT, Level, Place, Scale, Spot, choose, needed, pack, place
from timeline.layout.text import clean

__all__ = ["Arranged", "Group", "arrange", "levels", "to_mark"]

_LABELS_AT_MOST: Final = 400
_GOOD_ENOUGH: Final = (1.0, 0.92, 0.92, 0.0)
"""The share of labels at which a level is taken, one for each of `levels`."""

_HOPELESS: Final = 1.6
"""A level is not tried where its labels at their widest would cover the plot this many times."""

_STRIP_LEVEL: Final = 9.0
_PAD: Final = 6.0
_STRETCH: Final = 1.4
_HEADER: Final = 20.0
_UNDER: Final = 6.0
_LIFT: Final = 3.5
"""A label above its mark stands this much over the middle of its row; the mark has `_UNDER` pixels under it."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A lane to be: its name as lines, its spots, and the spots of other lanes that it takes part in."""

    name: str
    lines: tuple[str, ...]
    spots: Sequence[Spot]
    also: Sequence[Spot] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """Positions from the plot's top, and the height they take."""

    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    lanes: tuple[Lane, ...]
    line_marks: tuple[LineMark, ...]
    height: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    """The labels of each lane at one level, and the rows each lane has."""

    level: Level
    places: list[list[Place]]
    rows: list[int]

    @property
    def labelled(self) -> int:
        return sum(map(len, self.places))


def levels(size: float) -> tuple[Level, ...]:
    """How labels may be set at a type size, the most generous first: two lines wide or narrow, or one line in
    lower rows."""
    return (
        Level(size=size, lines=2, wrap=21 * size, pitch=2.45 * size + 3),
        Level(size=size, lines=2, wrap=14.6 * size, pitch=2.45 * size + 3),
        Level(size=size, lines=1, wrap=15.4 * size, pitch=1.15 * size + 7),
        Level(size=size, lines=1, wrap=12.6 * size, pitch=1.15 * size + 7),
    )


def arrange(  # noqa: PLR0913  the size, and what a caller may settle
    groups: Sequence[Group],
    scale: Scale,
    height: float,
    *,
    size: float,
    grow: bool,
    headers: bool,
    colours: Mapping[str, str],
    keep: Mapping[str, int],
) -> Arranged:
    """`groups` from top to bottom over `height` pixels, or as many as they need where `grow` is set.

    `headers` puts each lane's name into a row of its own, `colours` holds a colour by event, `keep` the rows that
    events had before.
    """
    tried = []
    wanted = sum(len(group.spots) for group in groups)
    for level, share in zip(levels(size), _GOOD_ENOUGH, strict=True):
        if share and not grow and wanted * level.wrap * level.pitch > _HOPELESS * scale.width * height:
            continue
        tried.append(_choose(groups, scale, height, level, grow=grow, headers=headers))
        if grow or tried[-1].labelled >= share * wanted:
            break
    best = max(tried, key=lambda chosen: chosen.labelled)
    return _position(groups, best, scale, height, grow=grow, headers=headers, colours=colours, keep=keep)


def _choose(
    groups: Sequence[Group], scale: Scale, height: float, level: Level, *, grow: bool, headers: bool
) -> _Chosen:
    options = [_options(group.spots, scale, level) for group in groups]
    if grow:
        places = [[first[0] for first in lane] for lane in options]
        return _Chosen(level=level, places=places, rows=[max(needed(lane), 1) for lane in places])
    extra = (_PAD + _HEADER * headers) * len(groups)
    deep = _strip_levels(groups)
    bare = [_strip_height((), group.also, scale, deep) for group in groups]
    full = [_strip_height(group.spots, group.also, scale, deep) for group in groups]
    for strip in (bare, full):
        room = int((height - extra - sum(strip)) / level.pitch)
        wanted = [needed([first[0] for first in lane]) for lane in options]
        rows = _share(wanted, [len(lane) for lane in options], room)
        places = [choose(lane, n, scale.width) if n else [] for lane, n in zip(options, rows, strict=True)]
        chosen = _Chosen(level=level, places=places, rows=rows)
        if all(len(lane) == len(group.spots) for lane, group in zip(places, groups, strict=True)):
            break
    return chosen


def _strip_levels(groups: Sequence[Group]) -> int:
    """How many levels of dots a strip has: several where it is the only one."""
    return 3 if len(groups) == 1 else 1


def _options(spots: Sequence[Spot], scale: Scale, level: Level) -> list[list[Place]]:
    """The places of the spots that may get a label, the most important first, those in view before the rest.

    Among equals the box that ends first goes first, which is what lets most boxes in.
    """

    def rank(spot: Spot) -> tuple[bool, float]:
        return not (scale.first <= spot.unit <= scale.last), -spot.item.importance

    candidates = sorted(spots, key=lambda s: (*rank(s), s.unit, s.item.event_id))[:_LABELS_AT_MOST]
    found = [options for spot in candidates if (options := place(spot, scale, level))]
    return sorted(found, key=lambda o: (*rank(o[0].spot), o[0].right, o[0].spot.item.event_id))


def _share(wanted: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """How many of `room` rows each lane gets: one to each, then to the lane that lacks most of what it wants.

    One lane alone takes a row an event where there is room, so that its events read as a staircase.
    """
    if len(wanted) == 1:
        return [max(min(room, most[0]), min(1, most[0]))]
    rows = [min(1, want) for want in wanted]
    for _ in range(max(room - sum(rows), 0)):
        lacking = max(range(len(rows)), key=lambda i: (wanted[i] / rows[i] if rows[i] else 0, -i), default=0)
        if not rows or rows[lacking] >= wanted[lacking]:
            break
        rows[lacking] += 1
    return rows


def _position(  # noqa: PLR0913
    groups: Sequence[Group],
    chosen: _Chosen,
    scale: Scale,
    height: float,
    *,
    grow: bool,
    headers: bool,
    colours: Mapping[str, str],
    keep: Mapping[str, int],
) -> Arranged:
    level = chosen.level
    labelled = [{p.spot.item.event_id for p in lane} for lane in chosen.places]
    strips = [
        [s for s in group.spots if s.item.event_id not in done] for group, done in zip(groups, labelled, strict=True)
    ]
    deep = _strip_levels(groups)
    heights = [_strip_height(strip, g.also, scale, deep) for strip, g in zip(strips, groups, strict=True)]
    fixed = sum(heights) + (_PAD + _HEADER * headers) * len(groups)
    pitch = level.pitch
    if not grow and sum(chosen.rows):
        pitch = min(max(level.pitch, (height - fixed) / sum(chosen.rows)), _STRETCH * level.pitch)
    marks: list[Mark] = []
    labels: list[Label] = []
    lanes: list[Lane] = []
    line_marks: list[LineMark] = []
    top = 0.0
    for lane, group in enumerate(groups):
        first_row = top + _PAD / 2 + headers * _HEADER
        for put in pack(chosen.places[lane], max(chosen.rows[lane], 1), keep):
            middle = first_row + (put.row + 0.5) * pitch
            colour = colours[put.spot.item.event_id]
            labels.append(_label(put, level, middle))
            size = _UNDER if put.above else DOT
            marks.append(to_mark(put.spot, lane, _mark_y(put, level, middle), colour, size=size, labelled=True))
        foot = first_row + chosen.rows[lane] * pitch
        for spot, y, own in _dodged(strips[lane], group.also, scale, foot, deep):
            colour = colours[spot.item.event_id]
            if own:
                marks.append(to_mark(spot, lane, y, colour, size=DOT - 2, labelled=False))
            else:
                line_marks.append(LineMark(event_id=spot.item.event_id, lane=lane, unit=spot.unit, y=y, colour=colour))
        bottom = foot + heights[lane] + _PAD / 2
        label_y = top + _HEADER / 2 if headers else (top + bottom) / 2
        lanes.append(
            Lane(name=group.name, lines=group.lines, top=top, bottom=bottom, label_y=label_y, events=len(group.spots))
        )
        top = bottom
    return Arranged(
        marks=tuple(sorted(marks, key=lambda m: (m.unit, m.event_id))),
        labels=tuple(sorted(labels, key=lambda label: (label.unit, label.event_id))),
        lanes=tuple(lanes),
        line_marks=tuple(line_marks),
        height=top,
    )


def _mark_y(spot: Place, level: Level, middle: float) -> float:
    """A mark stands on the middle of its row, or under its label where that is above."""
    return middle + 0.56 * level.size - _LIFT + _UNDER / 2 if spot.above else middle


def _label(spot: Place, level: Level, middle: float) -> Label:
    title = clean(spot.spot.item.title)
    return Label(
        event_id=spot.spot.item.event_id,
        head="",
        lines=spot.lines,
        unit=spot.unit,
        dx=spot.dx,
        y=middle - _LIFT if spot.above else middle,
        align=spot.align,
        width=spot.width,
        height=level.height(max(len(spot.lines), 1)),
        size=level.size,
        whole="".join(spot.lines).replace(" ", "") == title.replace(" ", ""),
    )


def to_mark(spot: Spot, lane: int, y: float, colour: str, *, size: float, labelled: bool) -> Mark:
    """`spot` as it is drawn at a height of its lane."""
    item = spot.item
    return Mark(
        event_id=item.event_id,
        lane=lane,
        y=y,
        unit=spot.unit,
        first=spot.first,
        last=spot.last,
        form=item.form,
        shape=item.shape,
        hollow=item.hollow,
        dashed=item.dashed,
        open_start=item.first is None,
        open_end=item.last is None,
        alternatives=spot.alternatives,
        colour=colour,
        size=size,
        labelled=labelled,
    )


def _dodged(own: Sequence[Spot], also: Sequence[Spot], scale: Scale, top: float, most: int) -> list[tuple[Spot, float, bool]]:
    """Each spot of a strip with its height: dots side by side on up to `most` levels, then one over another.

    The ticks of those who also take part stand on the first level, since one over another they still read.
    """
    reached = [float("-inf")] * most
    placed = []
    for spot in sorted(own, key=lambda s: (s.unit, s.item.event_id)):
        x = scale.x(spot.unit)
        free = next((i for i, edge in enumerate(reached) if edge <= x), None)
        level = free if free is not None else min(range(most), key=lambda i: (reached[i], i))
        reached[level] = x + DOT
        placed.append((spot, top + _STRIP_LEVEL * (level + 0.5), True))
    ticks = sorted(also, key=lambda s: (s.unit, s.item.event_id))
    return placed + [(spot, top + _STRIP_LEVEL / 2, False) for spot in ticks]


def _strip_height(own: Sequence[Spot], also: Sequence[Spot], scale: Scale, most: int) -> float:
    """The height of a strip that holds them."""
    placed = _dodged(own, also, scale, 0.0, most)
    return max(y for _, y, _ in placed) + _STRIP_LEVEL / 2 + 1 if placed else 0.0
