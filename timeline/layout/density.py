"""Thousands of events -> how many there are in each lane and stretch of time, and the titles of those that matter most.

The stretches are days, weeks, months, quarters or years, the finest that still make bars one can see. Each lane has a
scale of its own, so that one busy actor, or all the others together, does not flatten the rest; beside its name stands
how many events its tallest bar holds.
"""

import dataclasses
from collections.abc import Sequence
from typing import Final

import numpy as np

from timeline.layout.colours import GREY
from timeline.layout.frame import Frame
from timeline.layout.grouping import OTHERS, list_lane_names, order_lanes
from timeline.layout.items import Days
from timeline.layout.lanes import arrange
from timeline.layout.legend import list_sign_entries
from timeline.layout.plan import HEADER, Group, Room
from timeline.layout.positions import Bin, Box, Label, Lane, Layout, Mark
from timeline.layout.row_views import BY_NUMBER, measure_gutter, wrap_name
from timeline.layout.rows import NARROW
from timeline.layout.ticks import list_period_edges, name_period
from timeline.table import find_leading_events

__all__ = ["lay_out_density"]

_TITLED: Final = 0.4
"""The share of the plot's height that the titles get."""

_LANE_HEIGHT: Final = 34.0
_CANDIDATES: Final = 200
_BAR_PIXELS: Final = 4.0
_LANE_PAD: Final = 6.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Counts:
    """How many events start between neighbouring `edges` (days), a row a lane; `name` says what a stretch is."""

    edges: Days
    counts: np.ndarray
    name: str


def lay_out_density(frame: Frame) -> Layout:
    """Bars of counts in lanes, and over them the most important events with their titles."""
    options = frame.options
    room = (1 - _TITLED) * (options.height - options.headroom - options.footroom - 70)
    order = order_lanes(frame, room, _LANE_HEIGHT + _measure_header(frame))
    lanes = list(dict.fromkeys(order.values()))
    gutter = measure_gutter(frame, [(*_wrap_name(frame, lane), _describe_tallest("quarter", 1000)) for lane in lanes])
    width = options.width - gutter
    counts = _count(frame, order, lanes, width)
    entries = [("bar", f"events a {counts.name}", GREY), BY_NUMBER]
    shown = int(frame.find_near().sum())
    named = [("colour", name[:24], "") for name in [*frame.palette, "others"]]
    plot = frame.find_plot(
        gutter=gutter, legend=frame.set_legend(shown, shown, [*entries, ("day", "0" * 60, ""), *named])
    )
    marks, labels, used = _place_titles(frame, plot)
    drawn = {mark.event_id for mark in marks}
    titled = frame.list_items(frame.events[frame.events["event_id"].isin(drawn)])
    made = _place_lanes(frame, lanes, counts, used, plot)
    return frame.finish(
        "density",
        plot,
        [*entries, *list_sign_entries(titled), *frame.list_colour_entries(titled)],
        shown=shown,
        labelled=len(labels),
        marks=marks,
        labels=labels,
        lanes=made,
        bins=_place_bins(frame, made, counts),
        gutter=gutter,
    )


def _place_titles(frame: Frame, plot: Box) -> tuple[tuple[Mark, ...], tuple[Label, ...], float]:
    """Marks and labels of the most important events in the window, and the height they take."""
    items = frame.list_items(find_leading_events(frame.events[frame.find_near()], _CANDIDATES))
    group = Group(name="", lines=(), spots=frame.make_spots(items))
    room = Room(scale=frame.make_scale(plot), height=_TITLED * plot.height, levels=0, stretch=1.0)
    done = arrange(
        [group], room, frame.options.size, {i.event_id: frame.choose_colour(i) for i in items}, frame.options.keep
    )
    return done.marks, done.labels, done.height


def _count(frame: Frame, order: dict[str, str], lanes: Sequence[str], width: float) -> _Counts:
    """The events of each lane in stretches a few pixels wide."""
    start, end = frame.around
    scale = width / (frame.window[1] - frame.window[0])
    name, edges = list_period_edges(start, end, _BAR_PIXELS / scale)
    days = np.where(np.isnan(frame.first), frame.last - 1, frame.first)
    place = {lane: number for number, lane in enumerate(lanes)}
    named = list_lane_names(frame.events, frame.options.lane_by)
    rows = np.array([place[order.get(names[0], OTHERS)] for names in named], dtype=np.int64)
    column = np.searchsorted(edges, days, side="right") - 1
    inside = (column >= 0) & (column < len(edges) - 1)
    flat = rows[inside] * (len(edges) - 1) + column[inside]
    counts = np.bincount(flat, minlength=len(lanes) * (len(edges) - 1)).reshape(len(lanes), -1)
    return _Counts(edges=edges, counts=counts, name=name)


def _measure_header(frame: Frame) -> float:
    """The height of a lane's name where it stands over its bars, not beside them."""
    return 0.0 if frame.options.width >= NARROW else HEADER


def _wrap_name(frame: Frame, name: str) -> tuple[str, ...]:
    """The name of a lane on one line."""
    return wrap_name(frame, name, lines=1)


def _describe_lane(frame: Frame, name: str, counts: _Counts, lane: int) -> tuple[str, ...]:
    """The name of a lane, and what its tallest bar holds, as its bars have a scale of their own."""
    most = int(counts.counts[lane].max(initial=0))
    return (*_wrap_name(frame, name), _describe_tallest(counts.name, most)) if most else _wrap_name(frame, name)


def _describe_tallest(stretch: str, events: int) -> str:
    return f"up to {events:,} a {stretch}"


def _place_lanes(frame: Frame, lanes: Sequence[str], counts: _Counts, top: float, plot: Box) -> tuple[Lane, ...]:
    """The lanes from `top` to the plot's foot, all of one height."""
    each = (plot.height - top) / len(lanes)
    header = _measure_header(frame)
    return tuple(
        Lane(
            name=name,
            lines=_describe_lane(frame, name, counts, place),
            top=top + place * each,
            bottom=top + (place + 1) * each,
            label_y=top + (place + 0.5) * each if not header else top + place * each + header / 2,
            events=int(counts.counts[place].sum()),
        )
        for place, name in enumerate(lanes)
    )


def _place_bins(frame: Frame, lanes: Sequence[Lane], counts: _Counts) -> tuple[Bin, ...]:
    """A bar for each stretch that holds an event."""
    header = _measure_header(frame)
    units = [frame.axis.to_unit(edge) for edge in counts.edges.tolist()]
    made = []
    for number, lane in enumerate(lanes):
        room = lane.bottom - lane.top - _LANE_PAD - header
        most = max(int(counts.counts[number].max(initial=0)), 1)
        for place in np.flatnonzero(counts.counts[number]).tolist():
            events = int(counts.counts[number, place])
            height = max(room * events / most, 1.0)
            made.append(
                Bin(
                    lane=number,
                    first=units[place],
                    last=units[place + 1],
                    events=events,
                    y=lane.bottom - height,
                    height=height,
                    colour=frame.choose_lane_colour(lane.name),
                    text=name_period(counts.name, counts.edges[place]),
                )
            )
    return tuple(made)
