"""A laid-out timeline -> a Plotly figure. It computes no positions: those come from `timeline.layout`."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from timeline.errors import DrawingError
from timeline.figure.calendar import put_on_calendar
from timeline.figure.chart import Chart
from timeline.figure.decor import draw_annotations, draw_note, draw_shapes
from timeline.figure.escape import escape_lines
from timeline.figure.hover import list_event_sources, write_hover_texts
from timeline.figure.marks import draw_traces
from timeline.figure.slide import lay_out_slide, make_slide
from timeline.figure.theme import Theme
from timeline.figure.theme import find_theme as _theme
from timeline.layout import Layout, choose_options, lay_out
from timeline.layout.words import name_timeline
from timeline.table import Timeline
from timeline.typeface import FONT_STACK

__all__ = ["draw", "make_figure_dict"]

PURPOSES: Final = ("screen", "slide")


def draw(
    timeline: Timeline,
    view: str = "auto",
    width: int = 1280,
    height: int = 720,
    *,
    purpose: str = "screen",
    theme: str = "light",
    title: str | None = None,
    source: str | None = None,
    **options: Any,
) -> Chart:
    """The chart of `timeline`, `width` by `height` pixels, as a Plotly figure that brings its typeface along.

    Parameters
    ----------
    timeline
        Its events are drawn; mentions and documents give the hover text its sources.
    view
        ``"story"``, ``"lanes"``, ``"flags"``, ``"density"``, or ``"auto"``.
    purpose
        ``"screen"``, or ``"slide"``: light, in larger type, at most ten labels, with title, scope and sources.
    theme
        ``"light"`` or ``"dark"``; a slide is always light.
    title
        What a slide says on top; None takes the timeline's, or proposes one.
    source
        The line at the foot of a slide; None names the documents.
    options
        Any other field of `timeline.layout.LayoutOptions`; `lane_by` may also be ``"source"``.

    Raises
    ------
    DrawingError
        For a view, size, purpose or theme that cannot be drawn.
    """
    if purpose not in PURPOSES:
        raise DrawingError(f"unknown purpose {purpose!r}; there are {', '.join(PURPOSES)}")
    look = _theme("light" if purpose == "slide" else theme)
    if options.get("lane_by") == "source":
        options["lane_by"] = list_event_sources(timeline.mentions, timeline.documents)
    slide = None
    if purpose == "slide":
        said = name_timeline(timeline) if title is None else title
        slide = make_slide(timeline, width, said, source)
        options = slide.options | options
        view = "flags" if view == "auto" else view
    asked = choose_options(timeline, view=view, width=width, height=height, **options)
    layout = lay_out_slide(timeline.events, asked) if slide else lay_out(timeline.events, asked)
    if slide is None:
        hover = _write_hover_texts(layout, timeline.events, timeline.mentions, timeline.documents)
        return Chart(put_on_calendar(_make_figure(layout, hover, look), layout))
    figure = _make_figure(layout, {}, look)  # nobody hovers over a slide, and 10,000 texts take longer than its picture
    figure["layout"]["annotations"] += slide.draw_annotations(layout, look, timeline.events)
    return Chart(figure)


def make_figure_dict(
    layout: Layout,
    events: pd.DataFrame,
    *,
    mentions: pd.DataFrame | None = None,
    documents: pd.DataFrame | None = None,
    theme: str = "light",
) -> dict[str, Any]:
    """The figure of `layout` as a plain dict with the keys ``data`` and ``layout``, ready for JSON.

    `events` hold at least the rows that were laid out; `mentions` and `documents` add the sources to the hover text.
    """
    return _make_figure(layout, _write_hover_texts(layout, events, mentions, documents), _theme(theme))


def _write_hover_texts(
    layout: Layout, events: pd.DataFrame, mentions: pd.DataFrame | None, documents: pd.DataFrame | None
) -> dict[str, str]:
    return write_hover_texts(events, {mark.event_id for mark in layout.marks}, mentions, documents)


def _make_figure(layout: Layout, hover: Mapping[str, str], theme: Theme) -> dict[str, Any]:
    frame = _make_frame(layout, theme)
    if layout.view == "empty":
        return {"data": [], "layout": frame | {"annotations": [_draw_nothing(layout, theme)]}}
    frame["annotations"] = draw_annotations(layout, theme)
    frame["shapes"] = draw_shapes(layout, theme)
    return {"data": draw_traces(layout, theme, hover), "layout": frame}


def _make_frame(layout: Layout, theme: Theme) -> dict[str, Any]:
    plot = layout.plot
    return {
        "width": layout.width, "height": layout.height, "autosize": False,
        "margin": {
            "l": plot.left, "t": plot.top, "r": layout.width - plot.right, "b": layout.height - plot.bottom, "pad": 0,
            "autoexpand": False,
        },
        "paper_bgcolor": theme.paper, "plot_bgcolor": theme.paper, "showlegend": False,
        "font": {"family": FONT_STACK, "size": 13, "color": theme.ink},
        "hovermode": "closest", "hoverdistance": 12, "dragmode": "pan", "uirevision": "timeline",
        "hoverlabel": {
            "bgcolor": theme.paper, "bordercolor": theme.line, "align": "left",
            "font": {"family": FONT_STACK, "size": 13, "color": theme.ink},
        },
        "xaxis": _make_x_axis(layout, theme), "yaxis": _make_y_axis(layout, theme),
    }  # fmt: skip


def _make_x_axis(layout: Layout, theme: Theme) -> dict[str, Any]:
    first, last = layout.window
    foot = layout.axis_y + layout.axis_height / 2
    on_band = {"anchor": "free", "position": 1 - foot / layout.plot.height, "showgrid": False, "showline": False}
    return {
        "type": "linear", "range": [first, last], "autorange": False,
        "minallowed": layout.full[0], "maxallowed": layout.full[1],
        "side": "top", "tickmode": "array", "tickvals": [tick.unit for tick in layout.ticks],
        "ticktext": [escape_lines([tick.year, tick.text] if tick.year else [tick.text]) for tick in layout.ticks],
        "tickangle": 0, "ticks": "", "tickfont": {"size": layout.small, "color": theme.quiet},
        "ticklabeloverflow": "allow",
        "showgrid": True, "gridcolor": theme.grid, "gridwidth": 1, "zeroline": False,
        "showline": True, "linecolor": theme.line, "linewidth": 1, "automargin": False, "fixedrange": False,
    } | (on_band if layout.axis_height else {})  # fmt: skip


def _make_y_axis(layout: Layout, theme: Theme) -> dict[str, Any]:
    named = [lane for lane in layout.lanes if layout.gutter]
    return {
        "type": "linear", "range": [layout.plot.height, 0], "autorange": False, "fixedrange": True,
        "tickmode": "array", "tickvals": [lane.label_y for lane in named],
        "ticktext": [escape_lines(lane.lines) for lane in named], "tickangle": 0, "ticks": "",
        "showticklabels": bool(named), "tickfont": {"size": layout.small, "color": theme.ink},
        "showgrid": False, "zeroline": False, "showline": False, "automargin": False,
    }  # fmt: skip


def _draw_nothing(layout: Layout, theme: Theme) -> dict[str, Any]:
    text = "No events to show. Remove a filter, or add documents or a table with dated events."
    if layout.undated:
        text = f"None of the {layout.undated} events has a date. Give them dates in the table to see them here."
    return draw_note(layout, theme, text, layout.width / 2, layout.height / 2, size=14) | {"xanchor": "center"}
