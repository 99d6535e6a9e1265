"""What every view stands in: items, axis and the stretch shown, plot rectangle, legend and colours."""

import dataclasses
import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.layout.axis import TimeAxis, make_axis
from timeline.layout.colours import GREY, assign_colours, count_actors
from timeline.layout.items import Days, Item, list_first_and_last, list_taken, read_items
from timeline.layout.legend import Entry, list_colour_entries, measure_legend, set_in_lines
from timeline.layout.options import LEAST_HEIGHT, LayoutOptions
from timeline.layout.positions import Box, Layout, LegendEntry, RuleLine, Shade, Tick, Tone
from timeline.layout.rows import Scale, Spot
from timeline.layout.ticks import list_unbroken, make_ticks
from timeline.table import rank_leading

__all__ = ["Frame", "make_frame"]

Flags = npt.NDArray[np.bool_]

_AXIS_LINES: Final = 3.4
_WORDS_LINE: Final = 1.3
"""The height of the axis labels, in type sizes; words over the axis have a line of their own above them."""

_YEAR_SAID: Final = 400
"""In a longer stretch, in days, a label says the year of its day: a year and what a margin adds to it."""

_MONTH: Final = 31.0
"""On the compact scale a longer band takes no room: nothing is known to lie within it."""

_BREAK_WIDTH: Final = 13.3
"""Of the chart for each break, in type sizes: its length, a tick where the axis goes on, and what happened there."""

_QUIET_BELOW: Final = 0.4
_STRONG_ABOVE: Final = 0.8
"""Shares of the labels. Three weights, as on the timelines of newspapers: few stand out, the rest is read after."""

SIDE: Final = 10.0
_FOOT: Final = 6.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The input of a view.

    `events` are the dated ones to draw, `first` and `last` their days; `whole` is the table before filtering, which
    settles axis and lanes; `full` is the axis with a margin at both ends, `window` the stretch of it shown.
    """

    options: LayoutOptions
    events: pd.DataFrame
    first: Days
    last: Days
    whole: pd.DataFrame
    undated: int
    axis: TimeAxis
    window: tuple[float, float]
    full: tuple[float, float]
    palette: Mapping[str, str]

    @property
    def days(self) -> tuple[float, float]:
        """The window as days."""
        return self.axis.to_day(self.window[0]), self.axis.to_day(self.window[1])

    @property
    def around(self) -> tuple[float, float]:
        """The window and half as much on both sides, within the axis, as days: what panning may bring into view."""
        half = (self.window[1] - self.window[0]) / 2
        first, last = max(self.window[0] - half, self.full[0]), min(self.window[1] + half, self.full[1])
        return self.axis.to_day(first), self.axis.to_day(last)

    def list_items(self, events: pd.DataFrame) -> list[Item]:
        """The dated rows of `events`, which are some of its own."""
        return read_items(events, self.options.guessed)

    def find_near(self, margin: float = 0.0) -> Flags:
        """Which events reach into the window, widened on both sides by `margin` times its length."""
        start, end = self.days
        reach = margin * (end - start)
        return ~((self.last <= start - reach) | (self.first >= end + reach))  # an open end is NaN: it compares false

    def find_plot(self, *, gutter: float, legend: Sequence[LegendEntry]) -> Box:
        """The rectangle left over by gutter, axis labels, legend, and what the renderer asked for."""
        top = self.options.headroom + _AXIS_LINES * self.options.small + self.measure_over_axis()
        under = 0.0 if self.options.legend_below else measure_legend(legend, self.options.small)
        bottom = self.options.height - self.options.footroom - under - _FOOT
        width = self.options.width - gutter - 2 * SIDE
        return Box(left=gutter + SIDE, top=top, width=width, height=max(bottom - top, 40))

    def measure_over_axis(self, window: tuple[float, float] | None = None) -> float:
        """The pixels that the line of words over the axis takes; none where nothing is said there."""
        is_said = any(rule.text for rule in self.place_rules(window)) or bool(self.place_shades(window))
        return _WORDS_LINE * self.options.small if is_said else 0.0

    def set_legend(self, labelled: int, shown: int, entries: Sequence[Entry]) -> tuple[LegendEntry, ...]:
        """The count of labels, but where no more were asked for, and `entries` set into lines from the first."""
        notes = [("text", f"{labelled:,} of {shown:,} labelled", "")] if self.options.most is None else []
        return set_in_lines([*notes, *entries], SIDE, self.options.width - SIDE, self.options.small)

    def finish(
        self,
        view: str,
        plot: Box,
        entries: Sequence[Entry],
        *,
        shown: int,
        labelled: int,
        window: tuple[float, float] | None = None,
        **parts: Any,
    ) -> Layout:
        """The layout of a view: its `parts`, fields of `Layout`, and what all views have."""
        options = self.options
        if any(rule.kind == "published" for rule in self.place_rules()):
            entries = [*entries, ("published", "a source appeared", GREY)]
        window = self.window if window is None else window
        legend = self.set_legend(labelled, shown, entries) if shown else ()
        height = plot.bottom + _FOOT + measure_legend(legend, options.small) + options.footroom
        return Layout(
            view=view,
            width=options.width,
            height=options.height if options.fixed else max(math.ceil(height), LEAST_HEIGHT),
            plot=plot,
            axis=self.axis,
            full=(min(self.full[0], window[0]), max(self.full[1], window[1])),
            window=window,
            ticks=() if view == "empty" else self.place_ticks(window, plot.width),
            legend=tuple(dataclasses.replace(entry, y=plot.bottom + _FOOT + entry.y) for entry in legend),
            shown=shown,
            labelled=labelled,
            undated=self.undated,
            size=options.size,
            small=options.small,
            breaks=tuple(gap for gap in self.axis.breaks if gap.first < window[1] and window[0] < gap.last),
            rules=self.place_rules(window),
            shades=self.place_shades(window),
            **parts,
        )

    def place_ticks(self, window: tuple[float, float], width: float) -> tuple[Tick, ...]:
        """The ticks of a stretch of the axis that is `width` pixels wide."""
        return make_ticks(self.axis, window, width, self.options.small, self._describe_gaps())

    def _describe_gaps(self) -> list[tuple[float, str]]:
        """What stands among the ticks: the length of each break."""
        return [((gap.first + gap.last) / 2, gap.text) for gap in self.axis.breaks]

    def make_scale(self, plot: Box) -> Scale:
        """From axis units to pixels of `plot`."""
        return Scale(first=self.window[0], last=self.window[1], width=plot.width)

    def make_spots(self, items: Sequence[Item]) -> tuple[Spot, ...]:
        """`items` on the axis, the most important of them to be titled; open ends reach to the ends of the axis."""
        titled = {item.event_id for item in items}
        if self.options.most is not None and len(items) > self.options.most:
            best = rank_leading(
                [i.importance for i in items], [self.axis.to_unit(i.at) for i in items], self.options.most
            )
            titled = {items[place].event_id for place in best}
        tones = _rank_tones([item.importance for item in items if item.event_id in titled])
        start, end = self._find_busiest(items)
        years = {_read_year(start), _read_year(end)}
        return tuple(
            Spot(
                item=item,
                unit=self.axis.to_unit(item.at),
                first=self.full[0] if item.first is None else self.axis.to_unit(item.first),
                last=self.full[1] if item.last is None else self.axis.to_unit(item.last),
                alternatives=tuple(self.axis.to_unit(day) for day in item.alternatives),
                titled=item.event_id in titled,
                years=end - start > _YEAR_SAID or not years.issuperset(_list_years(item)),
                tone=tones(item.importance),
            )
            for item in items
        )

    def _find_busiest(self, items: Sequence[Item]) -> tuple[float, float]:
        """The days of the stretch between two breaks that holds most of `items`, as far as it is in view."""
        days = [item.at for item in items]
        stretches = list_unbroken(self.axis, self.window)
        return max(stretches, key=lambda s: sum(s[0] <= day <= s[1] for day in days), default=self.days)

    def choose_colour(self, item: Item) -> str:
        """The colour of what the chart is coloured by."""
        return self.palette.get(self._find_colour_name(item), GREY)

    def choose_lane_colour(self, name: str) -> str:
        """The colour of a lane's bars: that of its name, where marks of that name have it."""
        by = "kind" if self.options.colour_by == "kind" else "actor"
        return self.palette.get(name, GREY) if self.options.lane_by == by else GREY

    def list_colour_entries(self, items: Sequence[Item]) -> list[Entry]:
        """What the colours of `items` mean."""
        return list_colour_entries({self._find_colour_name(item) for item in items}, self.palette)

    def _find_colour_name(self, item: Item) -> str:
        """Whose colour `item` has: its agent's, its kind's, or that of the first of its actors that has one."""
        by = self.options.colour_by
        if by == "kind":
            return item.kind
        names = item.actors if by == "any" else item.actors[:1]
        return next((name for name in names if name in self.palette), "")

    def place_rules(self, window: tuple[float, float] | None = None) -> tuple[RuleLine, ...]:
        """Today, the days of publication and those with a note, where they are within the window."""
        start, end = window or self.window
        days = [(day, "", "published") for day in sorted(set(self.options.published))]
        if self.options.today is not None:
            days.append((self.options.today, "today", "today"))
        days += [(first, text, "note") for first, last, text in self.options.notes if first and first == last]
        rules = (
            RuleLine(unit=self.axis.to_unit(day.toordinal() + 0.5), text=text, kind=kind) for day, text, kind in days
        )
        return tuple(rule for rule in rules if start <= rule.unit <= end)

    def place_shades(self, window: tuple[float, float] | None = None) -> tuple[Shade, ...]:
        """The stretches with a note, as far as they are in view; an open end reaches to the end of the axis."""
        start, end = window or self.window
        made = []
        for first, last, text in self.options.notes:
            if first and first == last:
                continue
            left = start if first is None else max(start, self.axis.to_unit(first.toordinal()))
            right = end if last is None else min(end, self.axis.to_unit(last.toordinal() + 1))
            made += [Shade(first=left, last=right, text=text)] if left < right else []
        return tuple(made)


def _read_year(day: float) -> int:
    """The year of a day, as far as there are such days."""
    return dt.date.fromordinal(min(max(int(day), 1), dt.date.max.toordinal())).year


def _list_years(item: Item) -> set[int]:
    """The years in which what is known of the days of `item` lies."""
    last = None if item.last is None else item.last - 1
    return {_read_year(day) for day in (item.first, last) if day is not None}


def _rank_tones(importances: Sequence[float]) -> Callable[[float], Tone]:
    """How much each importance stands out among all: the first fifth, the last two fifths; none among equals."""
    if not importances:
        return lambda _: Tone.PLAIN
    low, high = np.quantile(importances, [_QUIET_BELOW, _STRONG_ABOVE])
    return lambda importance: Tone.STRONG if importance > high else Tone.QUIET if importance < low else Tone.PLAIN


def make_frame(events: pd.DataFrame, whole: pd.DataFrame | None, options: LayoutOptions) -> Frame:
    """The frame for `events`, rows of the table `whole` (None: they are the whole)."""
    table = events if whole is None else whole
    first, last = list_first_and_last(events)
    dated = ~(np.isnan(first) & np.isnan(last))
    longest = _MONTH if options.scale == "compact" else math.inf
    most = max(int(options.width / (_BREAK_WIDTH * options.small)), 1)
    axis = make_axis(*list_taken(table, most=longest), scale=options.scale, most=most)
    margin = (axis.last - axis.first) * 1.2 * SIDE / max(options.width - 4 * SIDE, 1)
    full = (axis.first - margin, axis.last + margin)
    return Frame(
        options=options,
        events=events if dated.all() else events[dated],
        first=first[dated],
        last=last[dated],
        whole=table,
        undated=int((~dated).sum()),
        axis=axis,
        window=_choose_window(options, axis, full),
        full=full,
        palette=assign_colours(count_actors(table)) if options.palette is None else options.palette,
    )


def _choose_window(options: LayoutOptions, axis: TimeAxis, full: tuple[float, float]) -> tuple[float, float]:
    """The stretch to show: the one asked for, not beyond the ends of the axis and at least a day long."""
    if options.window is None:
        return full
    first = max(full[0], axis.to_unit(options.window[0].toordinal()))
    last = min(full[1], axis.to_unit(options.window[1].toordinal() + 1))
    return (first, last) if last - first >= 1 else full
