"""What every view stands in: items, axis and the stretch shown, plot rectangle, legend and colours."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from timeline.errors import DrawingError
from timeline.layout.axis import TimeAxis, make_axis
from timeline.layout.colours import GREY, colours
from timeline.layout.items import Item, read_items, taken
from timeline.layout.legend import flow, legend_height
from timeline.layout.positions import Box, LegendEntry, Rule
from timeline.layout.rows import Scale, Spot

__all__ = ["MODES", "VIEWS", "Frame", "Wish", "make_frame"]

VIEWS: Final = ("auto", "story", "lanes", "flags", "density")
MODES: Final = ("fit", "grow")

_AXIS_LINES: Final = 3.4
"""The height of the axis labels, in type sizes."""

SIDE: Final = 10.0
_FOOT: Final = 6.0
_LEAST_WIDTH: Final = 240
_LEAST_HEIGHT: Final = 160


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was asked for; the fields are `lay_out`'s parameters."""

    view: str
    width: int
    height: int
    lane_by: str | Mapping[str, Sequence[str]]
    window: tuple[dt.date, dt.date] | None
    mode: str
    breaks: bool
    size: float
    small: float
    headroom: float
    footroom: float
    today: dt.date | None
    published: Sequence[dt.date]
    keep: Mapping[str, int]

    def check(self) -> None:
        """Refuse what cannot be drawn."""
        if self.view not in VIEWS:
            raise DrawingError(f"unknown view {self.view!r}; there are {', '.join(VIEWS)}")
        if self.mode not in MODES:
            raise DrawingError(f"unknown mode {self.mode!r}; there are {', '.join(MODES)}")
        if self.width < _LEAST_WIDTH or self.height < _LEAST_HEIGHT:
            raise DrawingError(
                f"a chart of {self.width} by {self.height} pixels is too small; give at least "
                f"{_LEAST_WIDTH} by {_LEAST_HEIGHT}"
            )
        if self.window is not None and self.window[0] > self.window[1]:
            raise DrawingError(f"the window ends before it starts: {self.window[0]} to {self.window[1]}; swap its days")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The input of a view.

    `items` are drawn, `everything` is the table before filtering, which settles lanes and colours; `full` is the
    axis with a margin at both ends, `window` the stretch of it shown.
    """

    wish: Wish
    events: pd.DataFrame
    items: Sequence[Item]
    everything: Sequence[Item]
    undated: int
    axis: TimeAxis
    window: tuple[float, float]
    full: tuple[float, float]
    palette: dict[str, str]

    def plot(self, *, gutter: float, legend: Sequence[LegendEntry]) -> Box:
        """The rectangle left over by gutter, axis labels, legend, and what the renderer asked for."""
        top = self.wish.headroom + _AXIS_LINES * self.wish.small
        bottom = self.wish.height - self.wish.footroom - legend_height(legend, self.wish.small) - _FOOT
        return Box(left=gutter + SIDE, top=top, width=self.wish.width - gutter - 2 * SIDE, height=max(bottom - top, 40))

    def legend(self, entries: Sequence[tuple[str, str, str]]) -> tuple[LegendEntry, ...]:
        """`entries` set into lines, counted from the first."""
        return flow(entries, SIDE, self.wish.width - SIDE, self.wish.small)

    def scale(self, plot: Box) -> Scale:
        """From axis units to pixels of `plot`."""
        return Scale(first=self.window[0], last=self.window[1], width=plot.width)

    def spot(self, item: Item) -> Spot:
        """`item` on the axis; open ends reach to the ends of the axis."""
        first = self.full[0] if item.first is None else self.axis.unit(item.first)
        last = self.full[1] if item.last is None else self.axis.unit(item.last)
        unit = self.axis.unit(item.at)
        return Spot(
            item=item,
            unit=unit,
            first=first,
            last=last,
            alternatives=tuple(self.axis.unit(day) for day in item.alternatives),
        )

    def colour(self, item: Item) -> str:
        """The colour of the event's agent."""
        return self.palette.get(item.actors[0], GREY) if item.actors else GREY

    def rules(self) -> tuple[Rule, ...]:
        """Today and the days of publication, where they are within the window."""
        days = [(day, "published", "published") for day in sorted(set(self.wish.published))]
        if self.wish.today is not None:
            days.append((self.wish.today, "today", "today"))
        rules = (Rule(unit=self.axis.unit(day.toordinal() + 0.5), text=text, kind=kind) for day, text, kind in days)
        return tuple(rule for rule in rules if self.window[0] <= rule.unit <= self.window[1])


def make_frame(events: pd.DataFrame, whole: pd.DataFrame | None, wish: Wish) -> Frame:
    """The frame for `events`, rows of the table `whole` (None: they are the whole)."""
    wish.check()
    items = read_items(events)
    everything = items if whole is None else read_items(whole)
    axis = make_axis(taken(everything), breaks=wish.breaks)
    margin = (axis.last - axis.first) * 1.2 * SIDE / max(wish.width - 4 * SIDE, 1)
    full = (axis.first - margin, axis.last + margin)
    return Frame(
        wish=wish,
        events=events,
        items=items,
        everything=everything,
        undated=len(events) - len(items),
        axis=axis,
        window=_window(wish, axis, full),
        full=full,
        palette=colours(events if whole is None else whole),
    )


def _window(wish: Wish, axis: TimeAxis, full: tuple[float, float]) -> tuple[float, float]:
    """The stretch to show: the one asked for, not beyond the ends of the axis and at least a day long."""
    if wish.window is None:
        return full
    first = max(full[0], axis.unit(wish.window[0].toordinal()))
    last = min(full[1], axis.unit(wish.window[1].toordinal() + 1))
    return (first, last) if last - first >= 1 else full
