"""An axis and its width in pixels -> ticks at natural places, the year always said.

The finest of days, weeks, months, quarters, halves, years and their multiples whose labels keep apart is taken. The
first tick of every unbroken stretch carries the year, and so does the first of every new year. A stretch that no such
place falls into gets a day of its own, and so does a window that lies within a break: none is without a date.
"""

import dataclasses
import datetime as dt
import math
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from timeline.layout.axis import TimeAxis
from timeline.layout.positions import Tick
from timeline.layout.text import measure_text
from timeline.wording import SHORT_MONTHS

__all__ = ["list_period_edges", "list_unbroken", "make_ticks", "name_period"]

_GAP: Final = 10.0
_OVER: Final = 10.0
"""Pixels between two labels, and how far one may reach over the end of the axis."""

_LAST_YEAR: Final = dt.MAXYEAR - 1
_MONTH_STEPS: Final = (1, 3, 6)
_YEAR_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)

# (days a step, name and step of the level, pixels a label and its gap need at least)
_LEVELS: Final = (
    (1.0, ("day", 1), 54),
    (2.0, ("day", 2), 54),
    (7.0, ("week", 1), 54),
    (14.0, ("week", 2), 54),
    *((30.4 * step, ("month", step), 42) for step in _MONTH_STEPS),
    *((365.25 * step, ("year", step), 44) for step in _YEAR_STEPS),
)

_PERIODS: Final = (
    (1.0, "day", ("day", 1)),
    (7.0, "week", ("week", 1)),
    (30.4, "month", ("month", 1)),
    (91.3, "quarter", ("month", 3)),
    (365.25, "year", ("year", 1)),
)


def make_ticks(
    axis: TimeAxis,
    window: tuple[float, float],
    width: float,
    size: float = 12.0,
    words: Sequence[tuple[float, str]] = (),
) -> tuple[Tick, ...]:
    """The ticks of `window` (axis units) over `width` pixels, from left to right, no two of their labels touching.

    `size` is that of the type, `words` are texts that stand among them, each with the axis unit of its middle.
    """
    ruler = _Ruler(axis=axis, window=window, width=width, size=size, words=words)
    name, step = _choose_level(ruler.scale * 12.0 / size)
    stretches = list(list_unbroken(axis, window))
    made: list[Tick] = []
    said: tuple[int, int] | None = None
    for place, (start, end) in enumerate(stretches):
        for day in _list_days(name, step, start, end):
            tick = _make_tick(ruler, name, day, anew=(day.year, place) != said)
            if ruler.fits(tick, made[-1:]):
                made.append(tick)
                said = day.year, place
    bare = [stretch for place, stretch in enumerate(stretches) if not _has_tick(stretch, made, axis)]
    for start, end in bare:
        made += _find_first_fitting(ruler, axis.to_unit(start), axis.to_unit(end), made)
    made = made or _find_first_fitting(dataclasses.replace(ruler, in_breaks=True, words=()), *window, made)
    return tuple(sorted(made, key=lambda tick: tick.unit))


def _has_tick(stretch: tuple[float, float], ticks: Sequence[Tick], axis: TimeAxis) -> bool:
    first, last = map(axis.to_unit, stretch)
    return any(first <= tick.unit <= last for tick in ticks)


def _find_first_fitting(ruler: "_Ruler", start: float, end: float, others: Sequence[Tick]) -> list[Tick]:
    """A tick between two units: where a day begins there, else in the middle, within a day; none where none has room.

    The first, the middle and the last such day are tried.
    """
    axis = ruler.axis
    first, last = max(math.ceil(axis.to_day(start)), 1), min(math.floor(axis.to_day(end)), dt.date.max.toordinal())
    days = [
        (first, axis.to_unit(first)),
        ((first + last) // 2, axis.to_unit((first + last) // 2)),
        (last, axis.to_unit(last)),
    ]
    middle = (start + end) / 2
    options = [option for option in days if first <= last] + [(math.floor(axis.to_day(middle)), middle)]
    made = (
        dataclasses.replace(_make_tick(ruler, "day", dt.date.fromordinal(day), anew=True), unit=unit)
        for day, unit in options
        if 1 <= day <= dt.date.max.toordinal()
    )
    return [tick for tick in made if ruler.fits(tick, others)][:1]


def _make_tick(ruler: "_Ruler", name: str, day: dt.date, *, anew: bool) -> Tick:
    month = SHORT_MONTHS[day.month - 1]
    words = {"year": str(day.year), "month": month}
    return Tick(
        unit=ruler.axis.to_unit(day.toordinal()),
        text=words.get(name, f"{day.day} {month}"),
        year=str(day.year) if anew and name != "year" else "",
    )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Ruler:
    """The axis as pixels, and the `words` that stand among its ticks, each with the unit of its middle.

    Breaks bear no tick unless `in_breaks` is set.
    """

    axis: TimeAxis
    window: tuple[float, float]
    width: float
    size: float
    words: Sequence[tuple[float, str]]
    in_breaks: bool = False

    @property
    def scale(self) -> float:
        """Pixels an axis unit."""
        return self.width / (self.window[1] - self.window[0])

    def measure_half(self, *texts: str) -> float:
        """Half the pixels that the widest of `texts` takes."""
        return max(measure_text(text, self.size) for text in texts) / 2

    def fits(self, tick: Tick, others: Sequence[Tick]) -> bool:
        """Whether the label of `tick` stands on the axis, in no break, and apart from `others` and the words."""
        half, scale = self.measure_half(tick.text, tick.year), self.scale
        centre = (tick.unit - self.window[0]) * scale
        if centre - half < -_OVER or centre + half > self.width + _OVER:
            return False
        breaks = () if self.in_breaks else self.axis.breaks
        if any(gap.first - half / scale < tick.unit < gap.last + half / scale for gap in breaks):
            return False
        near = [(other.unit, self.measure_half(other.text, other.year) + _GAP) for other in others]
        near += [(unit, self.measure_half(text) + 3) for unit, text in self.words]
        return all(abs(tick.unit - unit) * scale >= half + apart for unit, apart in near)


def list_period_edges(start: float, end: float, least: float) -> tuple[str, npt.NDArray[np.float64]]:
    """The finest of day, week, month, quarter, year that is `least` days long, and its first days around start-end."""
    years = int(-(-least // 365.25))
    longest = (0.0, f"{years} years", ("year", years))
    _, name, level = next((period for period in _PERIODS if period[0] >= least), longest)
    inner = [float(day.toordinal()) for day in _list_days(*level, start, end)]
    return name, np.array([min(start, *inner[:1]), *inner, end])


def name_period(name: str, day: float) -> str:
    """The stretch of a kind from `list_period_edges` that `day` lies in.

    Examples
    --------
    >>> name_period("week", dt.date(2025, 7, 14).toordinal())
    'the week of 14 Jul 2025'
    """
    date = dt.date.fromordinal(max(int(day), 1))
    month = f"{SHORT_MONTHS[date.month - 1]} {date.year}"
    words = {"day": f"{date.day} {month}", "week": f"the week of {date.day} {month}", "month": month}
    return words.get(name, f"the {name} from {month}" if name == "quarter" else str(date.year))


def _choose_level(scale: float) -> tuple[str, int]:
    for days, level, pixels in _LEVELS:
        if days * scale >= pixels:
            return level
    return "year", 5000


def list_unbroken(axis: TimeAxis, window: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """The stretches of days that `window` shows to scale: what it shares with those between the breaks."""
    starts = [-math.inf, *(gap.last for gap in axis.breaks)]
    ends = [*(gap.first for gap in axis.breaks), math.inf]
    for start, end in zip(starts, ends, strict=True):
        first, last = max(start, window[0]), min(end, window[1])
        if first < last:
            yield axis.to_day(first), axis.to_day(last)


def _list_days(name: str, step: int, first: float, last: float) -> Iterator[dt.date]:
    """The days a level marks between two days."""
    if last < 1 or first > dt.date.max.toordinal():
        return
    day = dt.date.fromordinal(max(1, min(int(-(-first // 1)), dt.date.max.toordinal())))
    end = min(last, dt.date(_LAST_YEAR, 12, 31).toordinal())
    steps = {"day": _step_days, "week": _step_weeks, "month": _step_months, "year": _step_years}
    for found in steps[name](day, step):
        if found.toordinal() > end:
            return
        yield found


def _step_days(first: dt.date, step: int) -> Iterator[dt.date]:
    number = first.toordinal() + (-first.toordinal()) % step
    while True:
        yield dt.date.fromordinal(number)
        number += step


def _step_weeks(first: dt.date, step: int) -> Iterator[dt.date]:
    """Mondays; ordinal 1 was one."""
    number = first.toordinal() + (1 - first.toordinal()) % (7 * step)
    while True:
        yield dt.date.fromordinal(number)
        number += 7 * step


def _step_months(first: dt.date, step: int) -> Iterator[dt.date]:
    months = first.year * 12 + first.month - 1 + (first.day > 1)
    months += -months % step
    while True:
        yield dt.date(months // 12, months % 12 + 1, 1)
        months += step


def _step_years(first: dt.date, step: int) -> Iterator[dt.date]:
    year = first.year + (first.month > 1 or first.day > 1)
    year = max(year + -year % step, 1)
    while year <= dt.MAXYEAR:
        yield dt.date(year, 1, 1)
        year += step
