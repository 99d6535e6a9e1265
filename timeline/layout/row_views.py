"""The story view, all events in one band, and the lanes view, a band for each actor, kind or source."""

import dataclasses
import math
from collections import defaultdict
from collections.abc import Container, Sequence
from typing import Final

from timeline.layout.frame import Frame
from timeline.layout.grouping import OTHERS, list_lane_names, order_lanes
from timeline.layout.items import Item
from timeline.layout.lanes import arrange
from timeline.layout.legend import Entry, list_sign_entries
from timeline.layout.plan import Group, Room
from timeline.layout.positions import Layout
from timeline.layout.rows import NARROW, Spot
from timeline.layout.text import measure_text, wrap

__all__ = ["BY_NUMBER", "lay_out_lanes", "lay_out_story", "measure_gutter", "wrap_name"]

BY_NUMBER: Final[Entry] = ("text", "lanes by number of events", "")
"""Says in the legend how lanes are ordered."""

ASSUMED: Final = "Assumed days"
"""Stands over the events of the story whose day no words give, apart from what is founded."""

_FEWEST_APART: Final = 3
"""A lane for one or two events takes more room than it gives order: their dotted rings tell them."""

_LESS: Final = 0.5
"""How much the rows that assumed days want count beside those of what is founded."""

FOLDED: Final = "▸ "
"""Stands before the name of a lane without titles."""

_GUTTER_AT_MOST: Final = 130.0
_MANY: Final = 1000


def lay_out_story(frame: Frame) -> Layout:
    """All events in one band, each on a row with its label."""
    return _lay_out_view(frame, "story")


def lay_out_lanes(frame: Frame) -> Layout:
    """A lane for each actor, kind or source; an event stands in its own lane and is ticked in the others."""
    return _lay_out_view(frame, "lanes")


def _make_groups(frame: Frame, view: str, items: Sequence[Item], *, apart: bool) -> list[Group]:
    """The lanes with their spots; in the story view one without a name, and where `apart` one for assumed days."""
    if view == "story":
        spots = frame.make_spots(items)
        if not apart:
            return [Group(name="", lines=(), spots=spots)]
        stated, assumed = (tuple(s for s in spots if s.item.is_assumed == is_assumed) for is_assumed in (False, True))
        return [
            Group(name="", lines=(), spots=stated),
            Group(name=ASSUMED, lines=(ASSUMED,), spots=assumed, claim=_LESS),
        ]
    order = order_lanes(frame, _measure_room(frame, items))
    names = dict(zip(frame.whole["event_id"], list_lane_names(frame.whole, frame.options.lane_by), strict=True))
    own: dict[str, list[Spot]] = defaultdict(list)
    also: dict[str, list[Spot]] = defaultdict(list)
    for spot in frame.make_spots(items):
        first, *others = dict.fromkeys(order.get(name, OTHERS) for name in names[spot.item.event_id])
        own[first].append(spot)
        for lane in others:
            also[lane].append(spot)
    return [_lane(frame, lane, own[lane], also[lane]) for lane in dict.fromkeys(order.values())]


def _is_mixed(items: Sequence[Item]) -> bool:
    """Whether enough of the days are assumed, and enough are not, for each to have a lane."""
    assumed = sum(item.is_assumed for item in items)
    return min(assumed, len(items) - assumed) >= _FEWEST_APART


def _lane(frame: Frame, name: str, own: Sequence[Spot], also: Sequence[Spot]) -> Group:
    """The lane called `name`; one that is folded has no titles, so that all its events stand in its strip."""
    if name not in frame.options.folded:
        return Group(name=name, lines=wrap_name(frame, name), spots=tuple(own), also=tuple(also))
    bare = tuple(dataclasses.replace(spot, titled=False) for spot in own)
    return Group(name=name, lines=wrap_name(frame, f"{FOLDED}{name}", lines=1), spots=bare, also=tuple(also))


def _measure_room(frame: Frame, items: Sequence[Item]) -> float:
    """The pixels there are for lanes; on narrow charts the legend has many lines, so these are counted."""
    options = frame.options
    if options.width >= NARROW:
        return options.height - options.headroom - options.footroom - 70
    entries = [BY_NUMBER, *list_sign_entries(items, also=True)]
    return frame.find_plot(gutter=0.0, legend=frame.set_legend(len(items), len(items), entries)).height


def _keep_passing(group: Group, passing: Container[str]) -> Group:
    """A lane with the spots of these events alone."""
    spots, also = (tuple(s for s in some if s.item.event_id in passing) for some in (group.spots, group.also))
    return dataclasses.replace(group, spots=spots, also=also)


def _list_entries(frame: Frame, view: str, items: Sequence[Item], groups: Sequence[Group]) -> list[Entry]:
    """The legend: in lanes the names stand at the side, and their order is said."""
    if view == "story":
        return [*list_sign_entries(items), *frame.list_colour_entries(items)]
    also = any(group.also for group in groups)
    return [BY_NUMBER, *list_sign_entries(items, also=also)]


def _list_items(frame: Frame) -> list[Item]:
    """The events to draw: all, or of very many those in the window and as far again on both sides."""
    if frame.options.window is None or len(frame.events) <= _MANY:
        return frame.list_items(frame.events)
    return frame.list_items(frame.events[frame.find_near(1.0)])


def wrap_name(frame: Frame, name: str, lines: int = 2) -> tuple[str, ...]:
    """The name of a lane, as it fits the gutter in so many `lines` or, on narrow charts, a line of its own."""
    narrow = frame.options.width < NARROW
    width = frame.options.width - 40.0 if narrow else _GUTTER_AT_MOST
    return wrap(name, frame.options.small, width, 1 if narrow else lines)


def measure_gutter(frame: Frame, names: Sequence[tuple[str, ...]]) -> float:
    """The width of the lane names left of the plot; 0 on narrow charts, where they stand over their lanes."""
    if frame.options.width < NARROW:
        return 0.0
    return max((measure_text(line, frame.options.small) for lines in names for line in lines), default=0.0) + 10


def _lay_out_view(frame: Frame, view: str) -> Layout:
    """Events arranged in a plot, and the frame around them.

    Of a filtered table the whole is laid out first: what stays is put where it was, and the rest into what is free.
    """
    options = frame.options
    filtered = len(frame.whole) <= _MANY and len(frame.whole) > len(frame.events) + frame.undated
    everything = frame.list_items(frame.whole) if filtered else _list_items(frame)
    passing = frozenset(frame.events["event_id"].tolist())
    items = [item for item in everything if item.event_id in passing] if filtered else everything
    apart = view == "story" and options.width >= NARROW and _is_mixed(items)
    groups = _make_groups(frame, view, everything, apart=apart)
    gutter = measure_gutter(frame, [group.lines for group in groups]) if view == "lanes" else 0.0
    most = len(everything)
    plot = frame.find_plot(
        gutter=gutter, legend=frame.set_legend(most, most, _list_entries(frame, view, everything, groups))
    )
    room = Room(
        scale=frame.make_scale(plot),
        height=plot.height,
        grow=options.mode == "grow",
        headers=not gutter,
        levels=3 if view == "story" else 1,
        gather=options.clusters,
    )
    colours = {item.event_id: frame.choose_colour(item) for item in everything}
    whole = groups if filtered else None
    if filtered:
        # Who is to have a title, where only so many may, is for those that pass to say.
        kept = [_keep_passing(group, passing) for group in groups]
        groups = kept if options.most is None else _make_groups(frame, view, items, apart=apart)
    done = arrange(groups, room, options.size, colours, options.keep, whole)
    if options.mode == "grow":
        plot = dataclasses.replace(plot, height=math.ceil(done.height))
    first, last = frame.window
    shown = {mark.event_id for mark in done.marks if mark.last > first and mark.first < last}
    return frame.finish(
        view,
        plot,
        _list_entries(frame, view, items, groups),
        shown=len(shown),
        labelled=sum(label.event_id in shown for label in done.labels),
        marks=done.marks,
        clusters=done.clusters,
        labels=done.labels,
        lanes=done.lanes if view == "lanes" or apart else (),
        line_marks=done.line_marks,
        gutter=gutter,
    )
