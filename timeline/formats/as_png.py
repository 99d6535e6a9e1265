"""The chart as a bitmap for slides and documents, twice as fine as a screen."""

from typing import Any

from timeline.formats.picture import take_picture
from timeline.table import Timeline

__all__ = ["write"]


def write(
    timeline: Timeline,
    *,
    view: str = "auto",
    width: int = 1280,
    height: int = 720,
    title: str | None = None,
    figure: dict[str, Any] | None = None,
) -> bytes:
    """The slide figure of `timeline` as PNG, or `figure`, a Plotly figure as a dict; see `take_picture`."""
    return take_picture(timeline, "png", scale=2.0, view=view, width=width, height=height, title=title, figure=figure)
