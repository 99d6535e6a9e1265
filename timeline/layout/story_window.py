"""The dated events -> the days a chart opens on: the shortest stretch that holds nearly all that matters.

One event in 1940 and thirty in five weeks of 2025 otherwise leave nearly all of the axis empty. What lies outside is
counted at the edges of the chart, which lead there. It refuses to leave out events of a table that fills its axis,
and the one event that matters most.
"""

import dataclasses
import datetime as dt
import math
from typing import Final

import numpy as np
import pandas as pd

from timeline.layout.axis import make_axis
from timeline.layout.items import Days, list_first_and_last, list_taken

__all__ = ["Outside", "count_outside", "find_story_window"]

_SHARE: Final = 0.9
"""Of the weight (importance) of the dated events. A briefing's background is seldom more than a tenth of it."""

_WORTH: Final = 0.6
"""A window longer than this share of the axis is none: leaving out so little gains nothing."""

_FEWEST: Final = 6
"""Of fewer events all are shown."""

_LONG: Final = 31.0
_LONG_SHARE: Final = 0.05
"""A stretch longer than a month, and than this share of the axis, lies in no place that a window should hold."""

_MARGIN: Final = 0.04
"""How much of the window is added at either end."""

Window = tuple[dt.date, dt.date]


def find_story_window(events: pd.DataFrame) -> Window | None:
    """The first and last day of the shortest stretch with nine tenths of the weight of `events`, and the leading one.

    Returns
    -------
    tuple of date or None
        None where there are fewer than six dated events, or the stretch is not much shorter than their whole axis.

    Examples
    --------
    >>> before = [f"2025-0{month}-09" for month in range(1, 7)]
    >>> days = pd.to_datetime([*before, *(f"2025-07-{day}" for day in range(10, 31))])
    >>> weights = [0.2] * 6 + [0.9] * 21
    >>> events = pd.DataFrame({"start": days, "end": days, "span": "point", "importance": weights})
    >>> find_story_window(events)
    (datetime.date(2025, 7, 9), datetime.date(2025, 7, 31))
    >>> find_story_window(events.tail(21)) is None
    True
    """
    first, last = list_first_and_last(events)
    axis = make_axis(*list_taken(events))
    at = (first + last) / 2
    placed = last - first <= max(_LONG, _LONG_SHARE * (axis.last - axis.first))  # an open end is NaN: it compares false
    if int(placed.sum()) < _FEWEST:
        return None
    at, weight = at[placed], events["importance"].to_numpy(dtype=float)[placed] + 1e-9
    order = np.argsort(at, kind="stable")
    start, end = _find_shortest(at[order], weight[order], _find_leading(at[order], weight[order]))
    margin = max((end - start) * _MARGIN, 0.5)
    start, end = start - margin, end + margin
    if axis.to_unit(end) - axis.to_unit(start) > _WORTH * (axis.last - axis.first):
        return None
    return dt.date.fromordinal(math.floor(start)), dt.date.fromordinal(math.ceil(end) - 1)


def _find_leading(at: Days, weight: Days) -> float | None:
    """The day of the event that matters most; None where several matter as much, as in every table made by hand."""
    heaviest = np.flatnonzero(weight == weight.max())
    return float(at[heaviest[0]]) if len(heaviest) == 1 else None


def _find_shortest(at: Days, weight: Days, leading: float | None) -> tuple[float, float]:
    """The ends of the shortest stretch of sorted days that holds `_SHARE` of their weight and the `leading` day.

    Of several the latest.
    """
    reached = np.concatenate([[0.0], np.cumsum(weight)])
    wanted = _SHARE * reached[-1]
    ends = np.searchsorted(reached, reached[:-1] + wanted - 1e-9) - 1
    fits = ends < len(at)
    firsts, lasts = at[fits], at[ends[fits]]
    if leading is not None:
        firsts, lasts = np.fmin(firsts, leading), np.fmax(lasts, leading)
    lengths = lasts - firsts
    begin = len(lengths) - 1 - int(np.argmin(lengths[::-1]))
    return float(firsts[begin]), float(lasts[begin])


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """How many events end before a window and begin after it, and the first and last day of those."""

    earlier: int
    first: dt.date | None
    later: int
    last: dt.date | None


def count_outside(events: pd.DataFrame, window: Window) -> Outside:
    """What of `events` lies outside `window`; an open end reaches into it.

    Examples
    --------
    >>> days = pd.to_datetime(["1940-05-10", "2025-07-01", "2026-01-01"])
    >>> count_outside(pd.DataFrame({"start": days, "end": days}), (dt.date(2025, 1, 1), dt.date(2025, 12, 31)))
    Outside(earlier=1, first=datetime.date(1940, 5, 10), later=1, last=datetime.date(2026, 1, 1))
    """
    first, last = list_first_and_last(events)
    earlier, later = last <= window[0].toordinal(), first > window[1].toordinal()
    begins, ends = np.fmin(first[earlier], last[earlier] - 1), np.fmax(last[later] - 1, first[later])
    return Outside(
        earlier=int(earlier.sum()),
        first=dt.date.fromordinal(int(np.nanmin(begins))) if len(begins) else None,
        later=int(later.sum()),
        last=dt.date.fromordinal(int(np.nanmax(ends))) if len(ends) else None,
    )
