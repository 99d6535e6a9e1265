"""Spots in groups -> rows of labelled marks, lane under lane; the story view is one lane without a name.

What has no label goes to a strip of dots at the foot of its lane, where no label ever stands.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from timeline.layout.pairs import find_lifts
from timeline.layout.plan import (
    PAD,
    Group,
    Plan,
    Room,
    list_places_of,
    list_unlabelled,
    make_kept_plan,
    make_plan,
    refill,
)
from timeline.layout.positions import Cluster, Label, Lane, LineMark, Mark
from timeline.layout.rows import DOT, Level, Place, Spot
from timeline.layout.text import is_whole

__all__ = ["Arranged", "arrange", "to_mark"]

_UNDER: Final = 6.0
_STACKED: Final = DOT / 2 + 0.5
"""How far the dots of two labels that share a row stand off its middle, and the labels, as far as the row has room."""

_LIFT: Final = 3.5
"""A label above its mark stands this much over the middle of its row; the mark has `_UNDER` pixels under it."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """Positions from the plot's top, and the height they take."""

    marks: tuple[Mark, ...]
    clusters: tuple[Cluster, ...]
    labels: tuple[Label, ...]
    lanes: tuple[Lane, ...]
    line_marks: tuple[LineMark, ...]
    height: float


def arrange(
    groups: Sequence[Group],
    room: Room,
    size: float,
    colours: Mapping[str, str],
    keep: Mapping[str, int],
    whole: Sequence[Group] | None = None,
) -> Arranged:
    """`groups` from top to bottom with labels at type size `size`.

    `colours` holds a colour by event_id, `keep` the rows that events had before. Of a filtered table, `whole` are the
    lanes before filtering: what passes stays where it is among them, and others come into the room that is left.
    """
    rows_before = tuple(sorted(keep.items()))
    if whole is None:
        plan = make_plan(tuple(groups), room, size, rows_before)
        packed = [list_places_of(plan, group) for group in groups]
    else:
        plan = make_kept_plan(tuple(whole), room, size, rows_before)
        packed = [refill(group, rows, room, plan) for group, rows in zip(groups, plan.rows, strict=True)]
    return _position_groups(groups, packed, plan, room, colours)


def _position_groups(
    groups: Sequence[Group], places: Sequence[Sequence[Place]], plan: Plan, room: Room, colours: Mapping[str, str]
) -> Arranged:
    done: list[Arranged] = []
    top = 0.0
    for lane, group in enumerate(groups):
        header = room.measure_header(group)
        first_row = top + PAD / 2 + header
        foot = first_row + plan.rows[lane] * plan.pitch
        packed = places[lane]
        lifts = find_lifts(packed)
        rows = [(put, first_row + (put.row + 0.5) * plan.pitch, lifts.get(put.spot.item.event_id, 0)) for put in packed]
        strip = room.strip(list_unlabelled(group, packed), group.also)
        bottom = foot + plan.strips[lane] + PAD / 2
        label_y = top + header / 2 if header else (top + bottom) / 2
        done.append(
            Arranged(
                marks=(
                    *_make_row_marks(rows, plan.level, lane, colours),
                    *(_strip_mark(s, lane, foot + y, colours) for s, y in strip.dots),
                    *(
                        dataclasses.replace(_strip_mark(s, lane, foot + y, colours), clustered=True)
                        for s, y in strip.crowd
                    ),
                ),
                clusters=tuple(dataclasses.replace(cluster, y=foot + cluster.y) for cluster in strip.clusters),
                labels=tuple(_make_label(put, plan, middle, lift) for put, middle, lift in rows),
                lanes=(
                    Lane(
                        name=group.name, lines=group.lines, top=top, bottom=bottom, label_y=label_y,
                        events=len(group.spots),
                    ),
                ),
                line_marks=tuple(_make_line_mark(s, lane, foot + y, colours) for s, y in strip.ticks),
                height=bottom,
            )
        )  # fmt: skip
        top = bottom
    return _join_lanes(done)


def _join_lanes(parts: Sequence[Arranged]) -> Arranged:
    """All lanes as one, from left to right."""
    return Arranged(
        marks=tuple(sorted((m for part in parts for m in part.marks), key=lambda m: (m.unit, m.event_id))),
        clusters=tuple(cluster for part in parts for cluster in part.clusters),
        labels=tuple(sorted((m for part in parts for m in part.labels), key=lambda m: (m.unit, m.event_id))),
        lanes=tuple(lane for part in parts for lane in part.lanes),
        line_marks=tuple(mark for part in parts for mark in part.line_marks),
        height=parts[-1].height if parts else 0.0,
    )


def _make_row_marks(
    rows: Sequence[tuple[Place, float, int]], level: Level, lane: int, colours: Mapping[str, str]
) -> Iterator[Mark]:
    """The marks of a lane's rows, each on the middle of its row or under its label."""
    for put, middle, lift in rows:
        colour = colours[put.spot.item.event_id]
        size = _UNDER if put.above else DOT
        y = _find_mark_y(put, level, middle) + lift * _STACKED
        yield to_mark(put.spot, lane, y, colour, size=size, labelled=True)


def _strip_mark(spot: Spot, lane: int, y: float, colours: Mapping[str, str]) -> Mark:
    return to_mark(spot, lane, y, colours[spot.item.event_id], size=DOT - 2, labelled=False)


def _make_line_mark(spot: Spot, lane: int, y: float, colours: Mapping[str, str]) -> LineMark:
    event_id = spot.item.event_id
    return LineMark(event_id=event_id, lane=lane, unit=spot.unit, y=y, colour=colours[event_id])


def _find_mark_y(spot: Place, level: Level, middle: float) -> float:
    """A mark stands on the middle of its row, or under its label where that is above."""
    return middle + 0.56 * level.size - _LIFT + _UNDER / 2 if spot.above else middle


def _make_label(spot: Place, plan: Plan, middle: float, lift: int) -> Label:
    level = plan.level
    height = level.measure_height(len(spot.lines))
    middle += lift * min(_STACKED, max(plan.pitch - height, 0.0) / 2)
    return Label(
        event_id=spot.spot.item.event_id,
        head=spot.spot.head,
        lines=spot.lines,
        unit=spot.unit,
        dx=spot.dx,
        y=middle - _LIFT if spot.above else middle,
        align=spot.align,
        width=spot.width,
        height=height,
        size=level.size,
        whole=is_whole(spot.lines, spot.spot.item.title),
        beside=True,
        tone=spot.spot.tone,
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
        disputed=item.disputed,
        labelled=labelled,
    )
