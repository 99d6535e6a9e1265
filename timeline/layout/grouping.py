"""Events -> the lanes they belong to: by actor, by kind, by tag, or as the caller says.

Lanes and their order are settled by the whole table, the lane with most events first, so that a filter moves none.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from timeline.errors import DrawingError
from timeline.layout.frame import Frame

__all__ = ["list_lane_names", "order_lanes"]

NOBODY: Final = "No actor"
NOT_GIVEN: Final = "Not given"
NO_TAG: Final = "No tag"
OTHERS: Final = "Others"
LANE_HEIGHT: Final = 70.0
"""Pixels that a lane of labels needs at least."""

_LANES_AT_MOST: Final = 10


def list_lane_names(events: pd.DataFrame, lane_by: str | Mapping[str, Sequence[str]]) -> list[Sequence[str]]:
    """The names of each row's lanes, its own first.

    Raises
    ------
    DrawingError
        Where `lane_by` is another word than ``"actor"``, ``"kind"`` or ``"tag"``.
    """
    if lane_by == "actor":
        return [names if len(names) else (NOBODY,) for names in events["actors"]]
    if lane_by == "kind":
        return [(kind,) for kind in events["kind"]]
    if lane_by == "tag":
        return [tags if len(tags) else (NO_TAG,) for tags in events["tags"]]
    if isinstance(lane_by, str):
        raise DrawingError(f"cannot make lanes by {lane_by!r}; there are actor, kind, tag, or names by event_id")
    return [lane_by.get(event_id) or (NOT_GIVEN,) for event_id in events["event_id"]]


def order_lanes(frame: Frame, room: float, each: float = LANE_HEIGHT) -> dict[str, str]:
    """The lane of each name, in the order of the lanes; those that `room` pixels do not hold share one for the rest.

    `each` is the least height of a lane. Lanes that the user chose stand in the chosen order, whatever the room.
    """
    counts = Counter(names[0] for names in list_lane_names(frame.whole, frame.options.lane_by))
    nameless = {NOBODY, NOT_GIVEN, NO_TAG}
    ranked = sorted(counts, key=lambda name: (name in nameless, -counts[name], name))
    if chosen := [name for name in frame.options.lanes if name in counts]:
        return {name: name for name in chosen} | {name: OTHERS for name in ranked if name not in set(chosen)}
    most = max(2, min(_LANES_AT_MOST, int(room / each)))
    if len(ranked) <= most or (frame.options.mode == "grow" and frame.options.view != "density"):
        return {name: name for name in ranked}
    kept = [name for name in ranked if name not in nameless][: most - 1]
    return {name: name for name in kept} | {name: OTHERS for name in ranked if name not in set(kept)}
