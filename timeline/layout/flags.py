"""A few events -> flags: a title on a stem, above or below the axis, for slides.

Events are taken from right to left and all labels open to the right; each goes to the lowest row that is above the rows
of all later events of its side that start under it. So no stem runs through a label, however many there are; and since
later events only move away to the right, that holds at any closer zoom.
"""

import bisect
import dataclasses
from collections.abc import Mapping, Sequence
from typing import Final

from timeline.layout.frame import Frame
from timeline.layout.items import read_items
from timeline.layout.lanes import to_mark
from timeline.layout.legend import actor_entries, sign_entries
from timeline.layout.positions import Box, Label, Layout, Mark, Stem, Tone
from timeline.layout.rows import DOT, GAP, Scale, Spot, mark_reach
from timeline.layout.text import clean, text_width, wrap
from timeline.table import list_events, rank_leading
from timeline.typeface import Weight
from timeline.wording import short_date

__all__ = ["flags"]

_AT_MOST: Final = 30
_ZONE: Final = 30.0
"""Pixels on either side of the axis that are kept for dots and bars."""

_DODGE: Final = (0.0, -8.0, 8.0, -16.0, 16.0, -24.0, 24.0)
_OFFSET: Final = 5.0
_STRETCH: Final = 1.5
_LINE: Final = 1.3


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """How flags are set: type size, whether the date heads them, lines of title, width they wrap at."""

    size: float
    dated: bool
    lines: int
    wrap: float

    @property
    def pitch(self) -> float:
        """The height of a row."""
        return (self.lines + self.dated) * self.size * _LINE + 6


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Flag:
    """A spot with its text; `row` counts from the axis, `side` is -1 above and 1 below."""

    spot: Spot
    head: str
    lines: tuple[str, ...]
    width: float
    x: float
    side: int = 0
    row: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Flagged:
    """The flags that one setting places, and the stretch of the axis they need."""

    placed: list[_Flag]
    window: tuple[float, float]
    scale: Scale
    setting: _Setting


def flags(frame: Frame) -> Layout:
    """Titles on stems: as many as there is room for, headed by their dates where those fit too."""
    items = read_items(frame.events)
    entries = [*sign_entries(items), *actor_entries(items, frame.palette)]
    plot = frame.plot(gutter=0.0, legend=frame.legend(len(items), len(items), entries))
    spots = frame.spots(items)
    heads = {row["event_id"]: short_date(row) for row in list_events(frame.events)}
    tried = []
    for setting in _settings(frame.options.size, plot.width):
        tried.append(_flag(frame, spots, plot, setting, heads))
        if len(tried[-1].placed) == len(_best(spots)):
            break
    best = max(tried, key=lambda flagged: len(flagged.placed))
    marks, labels, stems = _position(spots, best, plot.height / 2, {i.event_id: frame.colour(i) for i in items})
    return frame.finish(
        "flags",
        plot,
        entries,
        shown=len(spots),
        labelled=len(labels),
        window=best.window,
        marks=marks,
        labels=labels,
        stems=stems,
        axis_y=plot.height / 2,
    )


def _settings(size: float, width: float) -> tuple[_Setting, ...]:
    """How flags may be set at a type size on a plot of `width` pixels, the most generous first."""
    wide = min(15 * size, 0.4 * width)
    return (
        _Setting(size=size, dated=True, lines=2, wrap=min(20 * size, 0.4 * width)),
        _Setting(size=size, dated=True, lines=2, wrap=wide),
        _Setting(size=size, dated=False, lines=2, wrap=min(20 * size, 0.4 * width)),
        _Setting(size=size, dated=False, lines=2, wrap=wide),
        _Setting(size=size, dated=False, lines=1, wrap=wide),
    )


def _over(flags: Sequence[_Flag], width: float) -> float:
    """How many of `width` pixels the axis must run on after its last day for all labels to end within the plot.

    Running on by `over` moves what stood at x to x * (width - over) / width.
    """
    needs = (width * (1 - (width - made.width - _OFFSET - GAP) / made.x) for made in flags if made.x > 0)
    return min(max([0.0, *needs]), 0.5 * width)


def _best(spots: Sequence[Spot]) -> list[Spot]:
    """The spots that may get a flag, the most important first."""
    titled = [spot for spot in spots if spot.titled]
    return [titled[i] for i in rank_leading([s.item.importance for s in titled], [s.unit for s in titled], _AT_MOST)]


def _flag(frame: Frame, spots: Sequence[Spot], plot: Box, setting: _Setting, heads: Mapping[str, str]) -> _Flagged:
    """Flags for the most important of `spots`, as many as there is room for; dots for the rest.

    The axis runs on over its last day as far as the last labels need.
    """
    first, last = frame.window
    wide = [_made(spot, frame.scale(plot), setting, heads) for spot in _best(spots)]
    over = _over(wide, plot.width)
    window = (first, last + (last - first) * over / (plot.width - over))
    scale = Scale(first=window[0], last=window[1], width=plot.width)
    rows = int((plot.height / 2 - _ZONE) / setting.pitch)
    flags = [dataclasses.replace(made, x=scale.x(made.spot.unit)) for made in wide]
    flags = [made for made in flags if made.x >= 0 and made.x + _OFFSET + made.width <= plot.width]
    placed = _placed(flags, rows)
    while len(placed) < len(flags):
        flags.pop()
        placed = _placed(flags, rows)
    return _Flagged(placed=placed, window=window, scale=scale, setting=setting)


def _made(spot: Spot, scale: Scale, setting: _Setting, heads: Mapping[str, str]) -> _Flag:
    head = heads[spot.item.event_id] if setting.dated else ""
    lines = wrap(spot.item.title, setting.size, setting.wrap, setting.lines)
    widths = [text_width(line, setting.size) for line in lines] + [text_width(head, setting.size, Weight.BOLD)]
    return _Flag(spot=spot, head=head, lines=lines, width=max(widths), x=scale.x(spot.unit))


def _placed(flags: Sequence[_Flag], rows: int) -> list[_Flag]:
    """The flags that find a row, from right to left."""
    placed: list[_Flag] = []
    side = 1
    for made in sorted(flags, key=lambda f: (-f.x, f.spot.item.event_id)):
        reach = made.x + _OFFSET + made.width + GAP
        lowest = {
            where: max((f.row + 1 for f in placed if f.side == where and f.x < reach), default=0) for where in (-1, 1)
        }
        side = min((-side, side), key=lambda where: lowest[where])
        if lowest[side] < rows:
            placed.append(dataclasses.replace(made, side=side, row=lowest[side]))
    return placed


def _position(
    spots: Sequence[Spot], flagged: _Flagged, axis_y: float, colours: Mapping[str, str]
) -> tuple[tuple[Mark, ...], tuple[Label, ...], tuple[Stem, ...]]:
    placed, scale, setting = flagged.placed, flagged.scale, flagged.setting
    used = max((made.row + 1 for made in placed), default=1)
    pitch = max(min((axis_y - _ZONE) / used, _STRETCH * setting.pitch), setting.pitch)
    labels, stems = [], []
    heights = _dodged(spots, scale)
    for made in placed:
        event_id = made.spot.item.event_id
        text_height = (len(made.lines) + bool(made.head)) * setting.size * _LINE
        y = axis_y + made.side * (_ZONE + made.row * pitch + setting.pitch / 2)
        labels.append(
            Label(
                event_id=event_id,
                head=made.head,
                lines=made.lines,
                unit=made.spot.unit,
                dx=_OFFSET,
                y=y,
                align="left",
                width=made.width,
                height=text_height,
                size=setting.size,
                whole="".join(made.lines).replace(" ", "") == clean(made.spot.item.title).replace(" ", ""),
                beside=False,
                tone=Tone.PLAIN,
            )
        )
        start, end = sorted((axis_y + heights[event_id] + made.side * DOT / 2, y + made.side * text_height / 2))
        stems.append(Stem(event_id=event_id, unit=made.spot.unit, top=start, bottom=end))
    done = {made.spot.item.event_id for made in placed}
    marks = [
        to_mark(
            spot, 0, axis_y + heights[spot.item.event_id], colours[spot.item.event_id], size=DOT,
            labelled=spot.item.event_id in done,
        )
        for spot in spots
    ]  # fmt: skip
    return (
        tuple(sorted(marks, key=lambda m: (m.unit, m.event_id))),
        tuple(sorted(labels, key=lambda label: (label.unit, label.event_id))),
        tuple(sorted(stems, key=lambda stem: (stem.unit, stem.event_id))),
    )


def _dodged(spots: Sequence[Spot], scale: Scale) -> dict[str, float]:
    """How far each mark stands off the axis: short ones on it, longer ones where they hide no other."""
    taken: list[list[tuple[float, float]]] = [[] for _ in _DODGE]
    found = {}
    reaches = [(mark_reach(spot, scale), spot.item.event_id) for spot in spots]
    for (first, last), event_id in sorted(reaches, key=lambda r: (r[0][1] - r[0][0], r[0][0], r[1])):
        free = (i for i, ranges in enumerate(taken) if not ranges[_overlapped(ranges, first, last)])
        level = next(free, 0)
        _cover(taken[level], first, last)
        found[event_id] = _DODGE[level]
    return found


def _overlapped(ranges: Sequence[tuple[float, float]], first: float, last: float) -> slice:
    """Where those of sorted `ranges` stand that share more than an end with these; else where these belong."""
    begin = bisect.bisect_right(ranges, first, key=lambda reach: reach[1])
    return slice(begin, max(begin, bisect.bisect_left(ranges, last, key=lambda reach: reach[0])))


def _cover(ranges: list[tuple[float, float]], first: float, last: float) -> None:
    """Add `first` to `last` to sorted `ranges`, as one with those it overlaps."""
    where = _overlapped(ranges, first, last)
    joined = [(first, last), *ranges[where]]
    ranges[where] = [(min(begin for begin, _ in joined), max(end for _, end in joined))]
