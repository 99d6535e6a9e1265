"""The events table and a size -> the `Layout`: which view, and everything in its place."""

from typing import Final

import pandas as pd

from timeline.layout.density import lay_out_density
from timeline.layout.flags import lay_out_flags
from timeline.layout.frame import Frame, make_frame
from timeline.layout.options import LayoutOptions
from timeline.layout.positions import Layout
from timeline.layout.row_views import lay_out_lanes, lay_out_story

__all__ = ["lay_out"]

_DENSE: Final = 1000
"""Above this number of events in the window `auto` counts them instead of drawing each."""


def lay_out(events: pd.DataFrame, options: LayoutOptions | None = None, *, whole: pd.DataFrame | None = None) -> Layout:
    """The positions of `events` on a chart.

    Parameters
    ----------
    events
        Rows of an events table: what to draw.
    options
        How; None takes the defaults.
    whole
        The table before filtering: it decides axis and lanes, so that a filter moves nothing. None: `events`.

    Returns
    -------
    Layout
        Its view is ``"empty"`` where no event has a date. The same input gives the same layout.
    """
    frame = make_frame(events, whole, options or LayoutOptions())
    if frame.events.empty:
        return frame.finish("empty", frame.find_plot(gutter=0, legend=()), (), shown=0, labelled=0)
    views = {"story": lay_out_story, "lanes": lay_out_lanes, "flags": lay_out_flags, "density": lay_out_density}
    return views[_pick(frame)](frame)


def _pick(frame: Frame) -> str:
    """The view asked for, or the one that suits the number of events."""
    if frame.options.view != "auto":
        return frame.options.view
    return "density" if int(frame.find_near().sum()) > _DENSE else "story"
