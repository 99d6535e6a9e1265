"""A chart -> a picture, taken by one browser that is started once and stays warm, without asking any network.

Needs Chrome or Chromium; whoever has neither is told what to install and which formats do without.
"""

import threading
from typing import Any, Final

import kaleido
from choreographer.browsers.chromium import Chromium

from timeline.errors import FormatError
from timeline.figure import draw
from timeline.table import Timeline

__all__ = ["take_picture"]

# Kaleido has one browser a process and hands its answers out in the order of the questions.
_ONE_AT_A_TIME: Final = threading.Lock()


def take_picture(
    timeline: Timeline,
    kind: str,
    *,
    scale: float = 1.0,
    view: str = "auto",
    width: int = 1280,
    height: int = 720,
    title: str | None = None,
    figure: dict[str, Any] | None = None,
) -> bytes:
    """The slide figure of `timeline`, or any other `figure`, as ``"png"``, ``"svg"`` or ``"pdf"``.

    Parameters
    ----------
    timeline
        What to show.
    scale
        Dots a pixel, for ``"png"``.
    view, width, height, title
        As in `timeline.draw`, for the slide figure.
    figure
        A Plotly figure as a dict to take instead: what a reader has on the screen.

    Raises
    ------
    FormatError
        If there is no Chrome or Chromium, or it fails.
    """
    if not Chromium.find_browser(skip_local=False):
        raise FormatError(
            f"a .{kind} needs Chrome or Chromium, and there is none; install one (Debian: apt install chromium), "
            "or write .html or .pptx, which need none"
        )
    if figure is None:
        figure = draw(timeline, view=view, width=width, height=height, purpose="slide", title=title).to_dict()
    size = {"width": figure["layout"].get("width", width), "height": figure["layout"].get("height", height)}
    with _ONE_AT_A_TIME:
        # Its default page would fetch MathJax from a CDN.
        page = kaleido.PageGenerator(mathjax=False)
        kaleido.start_sync_server(n=1, page_generator=page, silence_warnings=True)
        try:
            return bytes(kaleido.calc_fig_sync(figure, opts={"format": kind, "scale": scale, **size}))
        except (RuntimeError, ValueError, OSError, TimeoutError) as error:
            raise FormatError(f"the browser could not draw the .{kind}: {error}; try .html or .pptx") from error
