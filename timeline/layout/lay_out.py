"""The events table and a size -> the `Layout`: which view, and everything in its place."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from timeline.layout.density import density
from timeline.layout.flags import flags
from timeline.layout.frame import Frame, Wish, make_frame
from timeline.layout.positions import Layout
from timeline.layout.row_views import lanes, story

__all__ = ["lay_out"]

_DENSE: Final = 1000
"""Above this number of events in the window `auto` counts them instead of drawing each."""


def lay_out(  # noqa: PLR0913  a chart has that many sides
    events: pd.DataFrame,
    *,
    view: str = "auto",
    width: int = 1280,
    height: int = 720,
    lane_by: str | Mapping[str, Sequence[str]] = "actor",
    window: tuple[dt.date, dt.date] | None = None,
    mode: str = "fit",
    whole: pd.DataFrame | None = None,
    palette: Mapping[str, str] | None = None,
    breaks: bool = True,
    size: float = 13.0,
    small: float = 12.0,
    most: int | None = None,
    headroom: float = 0.0,
    footroom: float = 0.0,
    today: dt.date | None = None,
    published: Sequence[dt.date] = (),
    keep: Mapping[str, int] | None = None,
) -> Layout:
    """The positions of `events` on a chart of `width` by `height` pixels.

    Parameters
    ----------
    events
        Rows of an events table: what to draw.
    view
        ``"story"``, ``"lanes"``, ``"flags"`` or ``"density"``; ``"auto"`` picks by number and size.
    lane_by
        ``"actor"``, ``"kind"``, or a mapping from event_id to the names of its lanes, its own first.
    window
        First and last day to show; labels are laid out for it. None shows everything.
    mode
        ``"fit"`` keeps to `height` and leaves out the least important labels, ``"grow"`` labels all and grows.
    whole
        The table before filtering: it decides axis and lanes, so that a filter moves nothing. None: `events`.
    palette
        The colours of the actors that have one, as `colours` gives them for the whole timeline, so that no view, filter
        or export changes them. None counts the actors of `whole`.
    breaks
        Whether long empty stretches are drawn short.
    size, small
        Type sizes in pixels: of labels, and of axis, lane names and legend.
    most
        How many labels at most; None as many as there is room for.
    headroom, footroom
        Pixels above and below the chart that the renderer wants for a title or a source line.
    today, published
        Days to mark with a line.
    keep
        The row each event had before, so that readers do not lose their place.

    Returns
    -------
    Layout
        Its view is ``"empty"`` where no event has a date. The same input gives the same layout.

    Raises
    ------
    DrawingError
        For a view, mode, size or window that cannot be drawn.
    """
    wish = Wish(
        view=view, width=width, height=height, lane_by=lane_by, window=window, mode=mode,
        breaks=breaks, size=size, small=small, most=most, headroom=headroom, footroom=footroom,
        today=today, published=tuple(published), keep=keep or {}, palette=palette,
    )  # fmt: skip
    frame = make_frame(events, whole, wish)
    if frame.events.empty:
        return frame.finish("empty", frame.plot(gutter=0, legend=()), (), shown=0, labelled=0)
    views = {"story": story, "lanes": lanes, "flags": flags, "density": density}
    return views[_pick(frame)](frame)


def _pick(frame: Frame) -> str:
    """The view asked for, or the one that suits the number of events."""
    if frame.wish.view != "auto":
        return frame.wish.view
    return "density" if int(frame.near().sum()) > _DENSE else "story"
