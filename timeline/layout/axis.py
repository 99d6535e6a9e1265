"""The days that events lie on -> a time axis: to scale, but for marked breaks where long stretches are empty.

Days are proleptic ordinals as floats (`datetime.date.toordinal`, so 1 is 1 January of year 1; noon is a half more).
Axis units are the same numbers less what the breaks before them leave out. It refuses to know pixels.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["SCALES", "Break", "TimeAxis", "make_axis"]

SCALES: Final = ("auto", "time", "compact")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Pace:
    """When a stretch is left out: it is longer than this share of the axis and than so many usual steps.

    A usual step is what it takes from one event to the next elsewhere. `most` is how many there may be.
    """

    share: float
    times: float
    most: int


_FEW: Final = _Pace(share=0.2, times=8, most=3)
"""What would crush all the rest, and no more: between these breaks distances can be compared."""

_ALL: Final = _Pace(share=0.04, times=4, most=6)
"""Whatever is empty, up to six: of more, the breaks are most of what one sees, even where their lengths have room."""

_TOO_EMPTY: Final = 0.7
"""Where more of the width would still be empty, `auto` leaves out all that is. A chronology of years that happen evenly
stays to scale: about half of it lies in gaps."""

_DRAWN: Final = 0.06
_MARGIN: Final = 0.02
"""Shares of the rest of the axis: how wide a break is drawn, and how far it keeps from what is next to it. Its length
in words has room in the first, a dot in the second; wider ones took half of a chart with three breaks."""

_FEWEST = 5
"""Fewer events are never crushed."""

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

    def to_unit(self, day: float) -> float:
        """Where `day` is drawn.

        Examples
        --------
        >>> axis = make_axis([1, 5, 9, 14, 1001], [2, 6, 10, 15, 1002])
        >>> axis.breaks[0].text
        '32 months'
        >>> axis.to_unit(9), axis.to_unit(1001) < 20
        (9.0, True)
        """
        return _shift(day, ((gap.first_day, gap.last_day, gap.first, gap.last) for gap in self.breaks))

    def to_day(self, unit: float) -> float:
        """The day drawn at `unit`: the inverse of `to_unit`."""
        return _shift(unit, ((gap.first, gap.last, gap.first_day, gap.last_day) for gap in self.breaks))


def _shift(place: float, breaks: Iterable[tuple[float, float, float, float]]) -> float:
    """Where `place` of one scale lies on the other; a break is its first and last place on the one and on the other.

    Example: in a break from 10 to 20 that is drawn from 10 to 11, 15 lies at 10.5, and what follows 9 earlier.
    """
    shifted = 0.0
    for first, last, first_there, last_there in breaks:
        if place <= first:
            break
        if place < last:
            return first_there + (place - first) / (last - first) * (last_there - first_there)
        shifted = last_there - last
    return place + shifted


def make_axis(starts: npt.ArrayLike, ends: npt.ArrayLike, *, scale: str = "auto", most: int = 6) -> TimeAxis:
    """The axis over all stretches taken (first day, day after the last), at least two weeks long.

    On the scale ``"time"`` nothing is left out; on ``"compact"`` every empty stretch that stands out is drawn short, at
    most so many as their lengths can be read side by side (`most`); ``"auto"`` does so with up to three that crush
    the rest, or with all where most of the width would be empty.

    Examples
    --------
    >>> days = [1, 3, 40, 42, 80, 84, 130, 131]
    >>> [len(make_axis(days, [day + 1 for day in days], scale=scale).breaks) for scale in SCALES]
    [3, 0, 3]
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
    length = last - first
    made = _make_breaks(_choose(gaps, length, len(order), scale, most), length)
    return TimeAxis(first=first, last=TimeAxis(first=first, last=last, breaks=made).to_unit(last), breaks=made)


Gaps = Sequence[tuple[float, float]]


def _choose(gaps: Gaps, length: float, number: int, scale: str, most: int) -> Gaps:
    """The gaps that `scale` leaves out, in order of time."""
    if scale == "time" or number < _FEWEST:
        return []
    every = _choose_long_gaps(gaps, length, number, dataclasses.replace(_ALL, most=min(_ALL.most, most)))
    few = _choose_long_gaps(gaps, length, number, _FEW)
    rest = length - _sum_gaps(few)
    crushed = _sum_gaps(every) - _sum_gaps(few) > _TOO_EMPTY * rest
    return every if scale == "compact" or crushed else few


def _sum_gaps(gaps: Gaps) -> float:
    return sum(end - start for start, end in gaps)


def _choose_long_gaps(gaps: Gaps, length: float, number: int, pace: _Pace) -> Gaps:
    """The gaps worth leaving out, in order of time: as many as stand out from the pace of the `number` events.

    Where most steps from one event to the next are as long, that is the pace, and none stands out.
    """
    longest = sorted(gaps, key=lambda gap: (gap[0] - gap[1], gap[0]))
    for count in range(min(pace.most, len(gaps), number // 2), 0, -1):
        rest = length - _sum_gaps(longest[:count])
        usual = max(rest / max(number - 1 - count, 1), 1.0)
        shortest = longest[count - 1][1] - longest[count - 1][0]
        if shortest >= max(pace.share * length, pace.times * usual):
            return sorted(longest[:count])
    return []


def _make_breaks(gaps: Gaps, length: float) -> tuple[Break, ...]:
    rest = length - _sum_gaps(gaps)
    made, left_out = [], 0.0
    for start, end in gaps:
        margin = min(_MARGIN * rest, (end - start) / 4)
        first_day, last_day = start + margin, end - margin
        first = first_day - left_out
        last = first + min(_DRAWN * rest, last_day - first_day)
        made.append(
            Break(
                first_day=first_day, last_day=last_day, first=first, last=last, text=_name_length(last_day - first_day)
            )
        )
        left_out = last_day - last
    return tuple(made)


def _name_length(days: float) -> str:
    """How much time is left out, in the unit a user would use."""
    if days >= 5 * _DAYS_A_YEAR:
        return f"{days / _DAYS_A_YEAR:,.0f} years"
    if days >= 2 * _DAYS_A_MONTH:
        return f"{days / _DAYS_A_MONTH:.0f} months"
    return f"{days:.0f} days"
