"""The story view, all events in one band, and the lanes view, a band for each actor, kind or source."""

import dataclasses
import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from timeline.layout.frame import Frame
from timeline.layout.grouping import OTHERS, lane_names, lane_order
from timeline.layout.items import Item, read_items
from timeline.layout.lanes import Group, Room, arrange
from timeline.layout.legend import Entry, actor_entries, sign_entries
from timeline.layout.positions import Layout
from timeline.layout.rows import Spot
from timeline.layout.text import text_width, wrap

__all__ = ["gutter_of", "lanes", "story", "wrapped"]

_NARROW: Final = 640
_GUTTER_AT_MOST: Final = 130.0
_MANY: Final = 1000


def story(frame: Frame) -> Layout:
    """All events in one band, each on a row with its label."""
    items = _items(frame)
    group = Group(name="", lines=(), spots=frame.spots(items))
    entries = [*sign_entries(items), *actor_entries(items, frame.palette)]
    return _arranged(frame, "story", [group], items, entries)


def lanes(frame: Frame) -> Layout:
    """A lane for each actor, kind or source; an event stands in its own lane and is ticked in the others."""
    items = _items(frame)
    order = lane_order(frame, frame.wish.height - frame.wish.headroom - frame.wish.footroom - 70)
    names = dict(zip(frame.events["event_id"], lane_names(frame.events, frame.wish.lane_by), strict=True))
    own: dict[str, list[Spot]] = defaultdict(list)
    also: dict[str, list[Spot]] = defaultdict(list)
    for spot in frame.spots(items):
        first, *others = dict.fromkeys(order.get(name, OTHERS) for name in names[spot.item.event_id])
        own[first].append(spot)
        for lane in others:
            also[lane].append(spot)
    groups = [
        Group(name=lane, lines=wrapped(frame, lane), spots=own[lane], also=also[lane])
        for lane in dict.fromkeys(order.values())
    ]
    return _arranged(frame, "lanes", groups, items, sign_entries(items, also=any(group.also for group in groups)))


def _items(frame: Frame) -> list[Item]:
    """The events to draw: all, or of very many those in the window and as far again on both sides."""
    if frame.wish.window is None or len(frame.events) <= _MANY:
        return read_items(frame.events)
    return read_items(frame.events[frame.near(1.0)])


def wrapped(frame: Frame, name: str) -> tuple[str, ...]:
    """The name of a lane, as it fits the gutter or, on narrow charts, a line of its own."""
    narrow = frame.wish.width < _NARROW
    return wrap(name, frame.wish.small, frame.wish.width - 40.0 if narrow else _GUTTER_AT_MOST, 1 if narrow else 2)


def gutter_of(frame: Frame, names: Sequence[tuple[str, ...]]) -> float:
    """The width of the lane names left of the plot; 0 on narrow charts, where they stand over their lanes."""
    if frame.wish.width < _NARROW:
        return 0.0
    return max((text_width(line, frame.wish.small) for lines in names for line in lines), default=0.0) + 10


def _arranged(
    frame: Frame, view: str, groups: Sequence[Group], items: Sequence[Item], entries: Sequence[Entry]
) -> Layout:
    """Groups arranged in a plot, and the frame around them."""
    wish = frame.wish
    gutter = gutter_of(frame, [group.lines for group in groups]) if view == "lanes" else 0.0
    plot = frame.plot(gutter=gutter, legend=frame.legend(len(items), len(items), entries))
    room = Room(
        scale=frame.scale(plot),
        height=plot.height,
        grow=wish.mode == "grow",
        headers=view == "lanes" and not gutter,
        levels=3 if view == "story" else 1,
    )
    done = arrange(groups, room, wish.size, {item.event_id: frame.colour(item) for item in items}, wish.keep)
    if wish.mode == "grow":
        plot = dataclasses.replace(plot, height=math.ceil(done.height))
    first, last = frame.window
    shown = {mark.event_id for mark in done.marks if mark.last > first and mark.first < last}
    return frame.finish(
        view,
        plot,
        entries,
        shown=len(shown),
        labelled=sum(label.event_id in shown for label in done.labels),
        marks=done.marks,
        labels=done.labels,
        lanes=done.lanes if view == "lanes" else (),
        line_marks=done.line_marks,
        gutter=gutter,
    )
