"""A chart -> a picture, taken by one browser that is started once and stays warm, without asking any network.

Needs Chrome or Chromium; whoever has neither is told what to install and which formats do without.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

import kaleido
from choreographer.browsers.chromium import Chromium
from kaleido.errors import KaleidoError

from timeline.errors import FormatError
from timeline.figure import draw, join_texts
from timeline.formats.browser import draw_in_browser
from timeline.layout.words import name_timeline
from timeline.table import Timeline
from timeline.typeface import SCRIPT, write_style_sheet

__all__ = ["Write", "find_chrome", "make_drawing_page", "make_picture_writer", "make_slide_figure", "take_picture"]

Write = Callable[..., bytes]

# Kaleido asks Plotly for pictures, and Plotly's know nothing of the page's typeface.
_DRAW: Final = """
const toImage = Plotly.toImage;
Plotly.toImage = async ({ data, layout: { meta, ...layout } }, { imageDataOnly, ...options }) => {
  const address = await drawPicture(toImage, { data, layout }, options, meta.typeface);
  if (!imageDataOnly) return address;
  return options.format === "svg" ? decodeURIComponent(address.split(",")[1]) : address.split(",")[1];
};
"""


def make_picture_writer(kind: str, scale: float = 1.0, finish: Callable[[bytes, str], bytes] | None = None) -> Write:
    """The `write` of a picture format: ``"png"``, with `scale` dots a pixel, ``"svg"`` or ``"pdf"``.

    `finish` gets what the browser made and the title, and gives what is written.
    """

    def write(
        timeline: Timeline,
        *,
        view: str = "auto",
        width: int = 1280,
        height: int = 720,
        title: str | None = None,
        source: str | None = None,
        window: tuple[dt.date, dt.date] | None = None,
        figure: dict[str, Any] | None = None,
    ) -> bytes:
        """The slide of `timeline`, as `make_slide_figure` makes it, or any other `figure`: a Plotly figure as a dict.

        Raises
        ------
        FormatError
            If there is no Chrome or Chromium, or it fails.
        """
        if figure is None:
            figure = make_slide_figure(
                timeline, view=view, width=width, height=height, title=title, source=source, window=window
            )
        made = take_picture(figure, kind, scale)
        return finish(made, title or name_timeline(timeline)) if finish else made

    return write


def make_slide_figure(timeline: Timeline, **options: Any) -> dict[str, Any]:
    """The figure of a slide as a dict; `options` are those of `timeline.draw`: view, width, height, title, source."""
    return dict(draw(timeline, purpose="slide", **options).to_dict())


def find_chrome() -> str | None:
    """Where Chrome or Chromium is on this machine; None where there is none."""
    found = Chromium.find_browser(skip_local=False)
    return str(found) if found else None


def make_drawing_page() -> kaleido.PageGenerator:
    """The page that pictures are drawn in: nothing from the web, no margin, our typeface on the page and in pictures.

    Kaleido's own would fetch MathJax from a CDN, and has margins, by which a PDF would be cut at the foot.
    """
    page = kaleido.PageGenerator(mathjax=False)
    page.header += f"        <style>@page {{ margin: 0; }} body {{ margin: 0; }} {write_style_sheet()}</style>"
    page.footer = f"        <script>{SCRIPT}\n{_DRAW}</script>{page.footer}"
    return page


def take_picture(figure: dict[str, Any], kind: str, scale: float = 1.0) -> bytes:
    """A Plotly figure as ``"png"``, ``"svg"`` or ``"pdf"``, in its own size.

    Raises
    ------
    FormatError
        If there is no Chrome or Chromium, or it fails, hangs or dies.
    """
    chrome = find_chrome()
    if not chrome:
        raise FormatError(
            f"a .{kind} needs Chrome or Chromium, and there is none; install one (Debian: apt install chromium), "
            "or write .html or .pptx, which need none"
        )
    size = {name: figure["layout"][name] for name in ("width", "height") if name in figure["layout"]}
    figure = figure | {"layout": figure["layout"] | {"meta": {"typeface": write_style_sheet(join_texts(figure))}}}
    try:
        return draw_in_browser(chrome, make_drawing_page, figure, {"format": kind, "scale": scale, **size})
    except (KaleidoError, RuntimeError, ValueError, OSError, TimeoutError) as error:
        said = " ".join(str(part) for part in error.args)
        raise FormatError(f"the browser could not draw the .{kind}: {said}; try .html or .pptx") from error
