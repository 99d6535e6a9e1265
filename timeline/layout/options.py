"""What can be asked of a layout, and what of it cannot be drawn."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from timeline.errors import DrawingError
from timeline.layout.axis import SCALES
from timeline.table import Note

__all__ = ["COLOURED_BY", "LEAST_HEIGHT", "MODES", "VIEWS", "LayoutOptions"]

VIEWS: Final = ("auto", "story", "lanes", "flags", "density")
MODES: Final = ("fit", "grow")
COLOURED_BY: Final = ("agent", "any", "kind")
LEAST_HEIGHT: Final = 160
_LEAST_WIDTH: Final = 240


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LayoutOptions:
    """How to lay a table out.

    Attributes
    ----------
    view
        ``"story"``, ``"lanes"``, ``"flags"`` or ``"density"``; ``"auto"`` picks by number and size.
    width, height
        Of the whole chart in pixels.
    lane_by
        ``"actor"``, ``"kind"``, ``"tag"``, or a mapping from event_id to the names of its lanes, its own first.
    lanes, folded
        The names of the lanes to draw, from the top, and of those that are drawn without titles. Without any names as
        many are drawn as there is room for, by number of events; what has no lane of its own shares one.
    window
        First and last day to show; labels are laid out for it. None shows everything.
    mode
        ``"fit"`` keeps to `height` and leaves out the least important labels, ``"grow"`` labels all and grows.
    palette
        The colours of the actors or kinds that have one, as `choose_colours` gives them for the whole timeline, so that
        no view or export changes them. None counts the actors of the whole table.
    colour_by
        What the palette's names are: ``"agent"``, the first actor; ``"any"``, whichever actor has a colour first;
        ``"kind"``.
    scale
        ``"time"``: nothing is left out; ``"compact"``: empty stretches are drawn short; ``"auto"``: only those that
        would crush the rest, or all where they would take most of the width.
    size, small
        Type sizes in pixels: of labels, and of axis, lane names and legend.
    most
        How many labels at most; None as many as there is room for.
    headroom, footroom
        Pixels above and below the chart that the renderer wants for a title or a source line.
    legend_below
        Whether the legend comes under the `height`, for a page that unfolds it.
    clusters
        Whether events too close to part are one disc with a number: for a page that opens it, and a slide whose notes
        name them.
    today, published
        Days to mark with a line.
    notes
        What users wrote over a day or a longer stretch.
    guessed
        The ids of events whose dates are counted from a guess, and so drawn hollow.
    keep
        The row each event had before, so that users do not lose their place.

    Raises
    ------
    DrawingError
        On making one whose view, mode, size or window cannot be drawn.
    """

    view: str = "auto"
    width: int = 1280
    height: int = 720
    lane_by: str | Mapping[str, Sequence[str]] = "actor"
    lanes: Sequence[str] = ()
    folded: frozenset[str] = frozenset()
    window: tuple[dt.date, dt.date] | None = None
    mode: str = "fit"
    palette: Mapping[str, str] | None = None
    colour_by: str = "agent"
    scale: str = "auto"
    size: float = 13.0
    small: float = 12.0
    most: int | None = None
    headroom: float = 0.0
    footroom: float = 0.0
    legend_below: bool = False
    clusters: bool = False
    today: dt.date | None = None
    published: Sequence[dt.date] = ()
    notes: Sequence[Note] = ()
    guessed: frozenset[str] = frozenset()
    keep: Mapping[str, int] = dataclasses.field(default_factory=dict)

    @property
    def fixed(self) -> bool:
        """Whether the chart is as high as was asked for, all in all."""
        return self.mode == "fit" and not self.legend_below

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        if self.view not in VIEWS:
            raise DrawingError(f"unknown view {self.view!r}; there are {', '.join(VIEWS)}")
        if self.mode not in MODES:
            raise DrawingError(f"unknown mode {self.mode!r}; there are {', '.join(MODES)}")
        if self.scale not in SCALES:
            raise DrawingError(f"unknown scale {self.scale!r}; there are {', '.join(SCALES)}")
        if self.colour_by not in COLOURED_BY:
            raise DrawingError(f"cannot colour by {self.colour_by!r}; there are {', '.join(COLOURED_BY)}")
        if self.width < _LEAST_WIDTH or self.height < LEAST_HEIGHT:
            raise DrawingError(
                f"a chart of {self.width} by {self.height} pixels is too small; give at least "
                f"{_LEAST_WIDTH} by {LEAST_HEIGHT}"
            )
        if self.window is not None and self.window[0] > self.window[1]:
            raise DrawingError(f"the window ends before it starts: {self.window[0]} to {self.window[1]}; swap its days")
