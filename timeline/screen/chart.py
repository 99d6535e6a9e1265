"""The events that pass -> what the page needs to draw the chart: the figure, its size, its text alternative.

Positions come from `timeline.layout`, the figure from `timeline.figure`; here sizes, days and units are only handed on.
"""

from typing import Any, Final

import pandas as pd

from timeline.table import Timeline

VIEWS: Final = {"auto": "Auto", "story": "Story", "lanes": "Lanes", "density": "Density"}
FIRST_SIZE: Final = "1120x340"


def chart_data(timeline: Timeline, events: pd.DataFrame, palette, *, view, size, window) -> dict[str, Any] | None:
    return None


def read_window(text: str):
    return None


def write_window(window) -> str:
    return ""
