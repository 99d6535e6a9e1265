"""The days that events lie on -> a time axis: to scale, but for marked breaks where long stretches are empty.

Days are proleptic ordinals as floats (`datetime.date.toordinal`, so 1 is 1 January of year 1; noon is a half more).
Axis units are the same numbers less what the breaks before them leave out. It refuses to know pixels.
"""

import dataclasses
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["Break", "TimeAxis", "make_axis"]

_BREAK_FROM = 0.2
"""A gap is broken where it would take more than this share of the axis ..."""

_TIMES_USUAL = 8
"""... and is this many times as long as it usually takes from one event to the next elsewhere."""

_FEWEST = 5
"""Fewer events are never crushed."""

_DRAWN = 0.06
_MARGIN = 0.045
"""Shares of the rest of the axis: how wide a break is drawn, and how far it keeps from what is next to it."""

_BREAKS_AT_MOST = 3
_SHORTEST = 14.0
_DAYS_A_MONTH = 30.44
_DAYS_A_YEAR = 365.25


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A stretch left out: its first day and the day after its last, where it is drawn, and its length in words."""

    first_day: float
    last_day: float
    first: float
    last: float
    text: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """A map from days to axis units and back; `first` and `last` are the units of the earliest and latest day."""

    first: float
    last: float
    breaks: tuple[Break, ...] = ()

    def unit(self, day: float) -> float:
        """Where `day` is drawn.

        Examples
        --------
        >>> axis = make_axis([1, 5, 9, 14, 1001], [2, 6, 10, 15, 1002])
        >>> axis.breaks[0].text
        '32 months'
        >>> axis.unit(9), axis.unit(1001) < 20
        (9.0, True)
        """
        left_out = 0.0
        for gap in self.breaks:
            if day <= gap.first_day:
                break
            if day < gap.last_day:
                share = (day - gap.first_day) / (gap.last_day - gap.first_day)
                return gap.first + share * (gap.last - gap.first)
            left_out = gap.last_day - gap.last
        return day - left_out

    def day(self, unit: float) -> float:
        """The day drawn at `unit`: the inverse of `unit`."""
        left_out = 0.0
        for gap in self.breaks:
            if unit <= gap.first:
                break
            if unit < gap.last:
                share = (unit - gap.first) / (gap.last - gap.first)
                return gap.first_day + share * (gap.last_day - gap.first_day)
            left_out = gap.last_day - gap.last
        return unit + left_out


def make_axis(starts: npt.ArrayLike, ends: npt.ArrayLike, *, breaks: bool = True) -> TimeAxis:
    """The axis over all stretches taken (first day, day after the last), at least two weeks long.

    Where `breaks` is set, up to three empty stretches that would crush the rest are drawn short.
    """
    order = np.argsort(starts, kind="stable")
    first_days, last_days = np.asarray(starts, dtype=float)[order], np.asarray(ends, dtype=float)[order]
    if not len(order):
        return TimeAxis(first=0.0, last=_SHORTEST)
    reached = np.maximum.accumulate(last_days)
    first, last = float(first_days[0]), float(reached[-1])
    if last - first < _SHORTEST:
        pad = (_SHORTEST - (last - first)) / 2
        return TimeAxis(first=first - pad, last=last + pad)
    empty = first_days[1:] > reached[:-1]
    gaps = list(zip(reached[:-1][empty].tolist(), first_days[1:][empty].tolist(), strict=True))
    made = _breaks(_long(gaps, last - first, len(order)), last - first) if breaks else ()
    return TimeAxis(first=first, last=TimeAxis(first=first, last=last, breaks=made).unit(last), breaks=made)


def _long(gaps: Sequence[tuple[float, float]], length: float, number: int) -> list[tuple[float, float]]:
    """The gaps worth leaving out, in order of time: as many as stand out from the pace of the `number` events."""
    if number < _FEWEST:
        return []
    longest = sorted(gaps, key=lambda gap: (gap[0] - gap[1], gap[0]))
    for count in range(min(_BREAKS_AT_MOST, len(gaps)), 0, -1):
        rest = length - sum(end - start for start, end in longest[:count])
        usual = max(rest / max(number - 1 - count, 1), 1.0)
        shortest = longest[count - 1][1] - longest[count - 1][0]
        if shortest >= max(_BREAK_FROM * length, _TIMES_USUAL * usual):
            return sorted(longest[:count])
    return []


def _breaks(gaps: Sequence[tuple[float, float]], length: float) -> tuple[Break, ...]:
    rest = length - sum(end - start for start, end in gaps)
    made, left_out = [], 0.0
    for start, end in gaps:
        margin = min(_MARGIN * rest, (end - start) / 4)
        first_day, last_day = start + margin, end - margin
        first = first_day - left_out
        last = first + min(_DRAWN * rest, last_day - first_day)
        made.append(
            Break(first_day=first_day, last_day=last_day, first=first, last=last, text=_length(last_day - first_day))
        )
        left_out = last_day - last
    return tuple(made)


def _length(days: float) -> str:
    """How much time is left out, in the unit a user would use."""
    if days >= 5 * _DAYS_A_YEAR:
        return f"{days / _DAYS_A_YEAR:,.0f} years"
    if days >= 2 * _DAYS_A_MONTH:
        return f"{days / _DAYS_A_MONTH:.0f} months"
    return f"{days:.0f} days"
