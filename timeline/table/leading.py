"""Which events come first where there is room for only so many: the most important, ties spread over time."""

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["find_leading_events", "rank_leading"]


def rank_leading(importance: npt.ArrayLike, days: npt.ArrayLike, number: int) -> list[int]:
    """The places of the `number` most important, from the top down.

    Of equally important ones that comes next which is farthest in time from all before it (farthest-first traversal,
    Gonzalez 1985), so that however few there is room for, they stand all along the axis. The first two are the
    earliest and the latest. What has no day (NaN) comes after its equals.

    Examples
    --------
    >>> rank_leading([1, 1, 1, 1, 1], [0, 1, 2, 9, 10], 3)
    [0, 4, 2]
    >>> rank_leading([0.2, 0.9, 0.2, 0.2], [0, 9, 1, float("nan")], 9)
    [1, 0, 2, 3]
    >>> rank_leading([], [], 3)
    []
    """
    weights, where = np.asarray(importance, dtype=float), np.asarray(days, dtype=float)
    number = min(number, len(weights))
    if number <= 0:
        return []
    able = np.flatnonzero(weights >= np.partition(weights, -number)[-number])
    order = able[np.lexsort((able, where[able], -weights[able]))]
    where = where[order]  # of a million, only what can be taken is looked at again for each that is
    taken: list[int] = []
    distance = np.where(np.isnan(where), -1.0, np.inf)
    for equals in np.split(np.arange(len(order)), np.flatnonzero(np.diff(weights[order])) + 1):
        ties = equals
        while len(ties) and len(taken) < number:
            farthest = int(np.argmax(distance[ties]))
            taken.append(int(ties[farthest]))
            distance = np.fmin(distance, np.abs(where - where[taken[-1]]))
            ties = np.delete(ties, farthest)
    return [int(place) for place in order[taken]]


def find_leading_events(events: pd.DataFrame, number: int) -> pd.DataFrame:
    """The `number` most important rows of an events table, in its order; ties as `rank_leading` spreads them."""
    days = events["start"].fillna(events["end"]).to_numpy(dtype="datetime64[D]")
    numbers = np.where(np.isnat(days), np.nan, days.astype("int64"))
    return events.iloc[sorted(rank_leading(events["importance"], numbers, number))]
