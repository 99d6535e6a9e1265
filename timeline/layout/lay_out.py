"""The events table and a size -> the `Layout`: which view, and everything in its place."""

import dataclasses
import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import pandas as pd

from timeline.errors import DrawingError
from timeline.layout.flags import Flagged, Setting, flag, reserve, settings
from timeline.layout.frame import Frame, Wish, make_frame
from timeline.layout.items import Item
from timeline.layout.lanes import Group, arrange
from timeline.layout.legend import actor_entries, legend_height, sign_entries
from timeline.layout.positions import Box, Layout, LegendEntry
from timeline.layout.rows import Scale, Spot
from timeline.layout.text import text_width, wrap
from timeline.layout.ticks import make_ticks
from timeline.layout.words import short_date

__all__ = ["lay_out"]

_GUTTER_AT_MOST: Final = 130.0
_NARROW: Final = 640
_LANE_HEIGHT: Final = 70.0
_NOBODY: Final = "No actor"
_OTHERS: Final = "Others"
_DENSE: Final = 1000
_FLAGS: Final = 12


def lay_out(  # noqa: PLR0913  a chart has that many sides
    events: pd.DataFrame,
    *,
    view: str = "auto",
    width: int = 1280,
    height: int = 720,
    lane_by: str | Mapping[str, Sequence[str]] = "actor",
    window: tuple[dt.date, dt.date] | None = None,
    mode: str = "fit",
    whole: pd.DataFrame | None = None,
    breaks: bool = True,
    size: float = 13.0,
    small: float = 12.0,
    headroom: float = 0.0,
    footroom: float = 0.0,
    today: dt.date | None = None,
    published: Sequence[dt.date] = (),
    keep: Mapping[str, int] | None = None,
) -> Layout:
    """The positions of `events` on a chart of `width` by `height` pixels.

    Parameters
    ----------
    events
        Rows of an events table: what to draw.
    view
        ``"story"``, ``"lanes"``, ``"flags"`` or ``"density"``; ``"auto"`` picks by number and size.
    lane_by
        ``"actor"``, ``"kind"``, or a mapping from event_id to the names of its lanes, its own first.
    window
        First and last day to show; labels are laid out for it. None shows everything.
    mode
        ``"fit"`` keeps to `height` and leaves out the least important labels, ``"grow"`` labels all and grows.
    whole
        The table before filtering: it decides axis, lanes and colours, so that a filter moves nothing. None: `events`.
    breaks
        Whether long empty stretches are drawn short.
    size, small
        Type sizes in pixels: of labels, and of axis, lane names and legend.
    headroom, footroom
        Pixels above and below the chart that the renderer wants for a title or a source line.
    today, published
        Days to mark with a line.
    keep
        The row each event had before, so that readers do not lose their place.

    Returns
    -------
    Layout
        Its view is ``"empty"`` where no event has a date. The same input gives the same layout.

    Raises
    ------
    DrawingError
        For a view, mode, size or window that cannot be drawn.
    """
    wish = Wish(
        view=view, width=width, height=height, lane_by=lane_by, window=window, mode=mode, breaks=breaks, size=size, small=small,
        headroom=headroom, footroom=footroom, today=today, published=tuple(published), keep=keep or {},
    )  # fmt: skip
    frame = make_frame(events, whole, wish)
    if not frame.items:
        return _empty(frame)
    views = {"story": _story, "lanes": _lanes, "flags": _flags, "density": _lanes}
    return views[_pick(frame)](frame)


def _pick(frame: Frame) -> str:
    """The view asked for, or the one that suits the number of events."""
    if frame.wish.view != "auto":
        return frame.wish.view
    return "density" if len(frame.items) > _DENSE else "story"


def _empty(frame: Frame) -> Layout:
    """A frame without events."""
    plot = frame.plot(gutter=0, legend=())
    return Layout(
        view="empty", width=frame.wish.width, height=frame.wish.height, plot=plot, axis=frame.axis, window=frame.full,
        marks=(), labels=(), lanes=(), ticks=(), legend=(), shown=0, labelled=0, undated=frame.undated, size=wish.size, small=wish.small, notes=(),
    )  # fmt: skip


def _story(frame: Frame) -> Layout:
    """All events in one band, each on a row with its label."""
    group = Group(name="", lines=(), spots=[frame.spot(item) for item in frame.items])
    entries = [*sign_entries(frame.items), *actor_entries(frame.items, frame.palette)]
    return _rows(frame, "story", [group], entries, gutter=0.0)


def _lanes(frame: Frame) -> Layout:
    """A lane for each actor, kind or source."""
    order = _order(frame)
    own: dict[str, list[Spot]] = defaultdict(list)
    also: dict[str, list[Spot]] = defaultdict(list)
    for item in frame.items:
        spot = frame.spot(item)
        lanes = list(dict.fromkeys(order.get(name, _OTHERS) for name in _lanes_of(frame, item)))
        own[lanes[0]].append(spot)
        for lane in lanes[1:]:
            also[lane].append(spot)
    shown = list(dict.fromkeys(order.values()))
    narrow = frame.wish.width < _NARROW
    wide = frame.wish.width - 40.0 if narrow else _GUTTER_AT_MOST
    groups = [
        Group(name=lane, lines=wrap(lane, frame.wish.small, wide, 1 if narrow else 2), spots=own[lane], also=also[lane])
        for lane in shown
    ]
    gutter = 0.0 if narrow else max(text_width(line, frame.wish.small) for group in groups for line in group.lines) + 10
    entries = sign_entries(frame.items, also=any(group.also for group in groups))
    return _rows(frame, "lanes", groups, entries, gutter=gutter)


def _lanes_of(frame: Frame, item: Item) -> Sequence[str]:
    """The lanes of an item, its own first."""
    by = frame.wish.lane_by
    if by == "actor":
        return item.actors or (_NOBODY,)
    if by == "kind":
        return (item.kind,)
    if isinstance(by, str):
        raise DrawingError(f"cannot make lanes by {by!r}; there are actor, kind, or a mapping from event_id to names")
    return by.get(item.event_id) or (_NOBODY,)


def _order(frame: Frame) -> dict[str, str]:
    """Each name's lane, from the lane with most events down; what has no room goes to one lane for the rest."""
    counts = Counter(_lanes_of(frame, item)[0] for item in frame.everything)
    ranked = sorted(counts, key=lambda name: (name == _NOBODY, -counts[name], name))
    most = max(2, min(10, int((frame.wish.height - frame.wish.headroom - frame.wish.footroom) / _LANE_HEIGHT) - 1))
    if len(ranked) <= most or frame.wish.mode == "grow":
        return {name: name for name in ranked}
    return {name: name if place < most - 1 else _OTHERS for place, name in enumerate(ranked)}


def _flags(frame: Frame) -> Layout:
    """Titles on stems: as many as there is room for, with dates where they fit too."""
    entries = [*sign_entries(frame.items), *actor_entries(frame.items, frame.palette)]
    plot = frame.plot(gutter=0.0, legend=frame.legend([("text", _labelled(0, len(frame.items)), ""), *entries]))
    spots = [frame.spot(item) for item in frame.items]
    colours = {item.event_id: frame.colour(item) for item in frame.items}
    drawn = frame.events[frame.events["start"].notna() | frame.events["end"].notna()]
    heads = {str(row["event_id"]): short_date({str(k): v for k, v in row.items()}) for row in drawn.to_dict("records")}
    done: list[tuple[Flagged, tuple[float, float], Setting]] = []
    for setting in settings(frame.wish.size, plot.width):
        first, last = frame.window
        over = reserve(spots, frame.scale(plot), setting)
        window = (first, last + (last - first) * over / (plot.width - over))
        scale = Scale(first=window[0], last=window[1], width=plot.width)
        done.append((flag(spots, scale, plot.height, setting, heads, colours), window, setting))
        if len(done[-1][0].labels) == len(spots):
            break
    flagged, window, setting = max(done, key=lambda d: len(d[0].labels))
    legend = frame.legend([("text", _labelled(len(flagged.labels), len(spots)), ""), *entries])
    return Layout(
        view="flags", width=frame.wish.width, height=frame.wish.height, plot=plot, axis=frame.axis, window=window,
        marks=flagged.marks, labels=flagged.labels, lanes=(), stems=flagged.stems, axis_y=plot.height / 2,
        ticks=make_ticks(frame.axis, window, plot.width, frame.wish.small), breaks=frame.axis.breaks,
        legend=_lowered(legend, plot), shown=len(spots), labelled=len(flagged.labels), undated=frame.undated,
        size=frame.wish.size, small=frame.wish.small, notes=(), rules=frame.rules(),
    )  # fmt: skip


def _labelled(labelled: int, shown: int) -> str:
    return f"{labelled} of {shown} labelled"


def _lowered(legend: Sequence[LegendEntry], plot: Box) -> tuple[LegendEntry, ...]:
    """The legend under the plot."""
    return tuple(dataclasses.replace(entry, y=plot.bottom + 6 + entry.y) for entry in legend)


def _rows(
    frame: Frame, view: str, groups: Sequence[Group], entries: Iterable[tuple[str, str, str]], *, gutter: float
) -> Layout:
    """Groups arranged in a plot, and the frame around them."""
    wish = frame.wish
    note = ("text", _labelled(len(frame.items), len(frame.items)), "")
    legend = frame.legend([note, *entries])
    plot = frame.plot(gutter=gutter, legend=legend)
    done = arrange(
        groups, frame.scale(plot), plot.height, size=wish.size, grow=wish.mode == "grow",
        headers=not gutter and view == "lanes", colours={i.event_id: frame.colour(i) for i in frame.items},
        keep=wish.keep,
    )  # fmt: skip
    if wish.mode == "grow":
        plot = Box(left=plot.left, top=plot.top, width=plot.width, height=done.height)
    first, last = frame.window
    shown = sum(1 for mark in done.marks if mark.last >= first and mark.first <= last)
    labelled = len(done.labels)
    legend = frame.legend([("text", _labelled(labelled, shown), ""), *entries])
    foot = legend_height(legend, wish.small)
    legend = _lowered(legend, plot)
    height = wish.height if wish.mode == "fit" else math.ceil(plot.bottom + 6 + foot + wish.footroom)
    return Layout(
        view=view, width=wish.width, height=height, plot=plot, axis=frame.axis,
        window=frame.window, marks=done.marks, labels=done.labels, lanes=done.lanes if view == "lanes" else (),
        ticks=make_ticks(frame.axis, frame.window, plot.width, wish.small), legend=legend, shown=shown, labelled=labelled,
        undated=frame.undated, size=wish.size, small=wish.small, notes=(), gutter=gutter, breaks=frame.axis.breaks, line_marks=done.line_marks,
        rules=frame.rules(),
    )  # fmt: skip
