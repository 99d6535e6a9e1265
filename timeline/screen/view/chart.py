"""The events that pass -> what the page needs to draw the chart: the figure, its size, its text alternative.

Positions come from `timeline.layout`, the figure from `timeline.figure`; here sizes, days and units are only handed on.
"""

import datetime as dt
import hashlib
import json
import math
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import streamlit as st

from timeline.figure import list_event_sources, make_figure_dict
from timeline.layout import OTHERS, Layout, choose_options, count_outside, lay_out
from timeline.layout.axis import TimeAxis
from timeline.screen.view.lane_choice import choose_lanes
from timeline.table import Timeline, list_events
from timeline.wording import SHORT_MONTHS, count_words, describe_date

__all__ = [
    "FIRST_SIZE",
    "LANES",
    "LOOKS",
    "NARROW",
    "VIEWS",
    "WHOLE",
    "Window",
    "count_days",
    "describe_chart",
    "describe_outside",
    "find_window_days",
    "lay_out_chart",
    "read_window",
    "show_chart",
    "show_view_controls",
    "write_window",
]

VIEWS: Final = {"auto": "Auto", "story": "Story", "lanes": "Lanes", "flags": "Flags", "density": "Density"}
LOOKS: Final = {"chart": "Timeline", "sources": "Who says what"}
"""What stands in the place of chart and list."""

LANES: Final = {"actor": "By actor", "kind": "By kind", "source": "By source", "tag": "By tag"}
SCALES: Final = {"auto": "Auto scale", "time": "To scale", "compact": "Compact"}
WITH_LANES: Final = frozenset({"lanes", "density"})
FIRST_SIZE: Final = "1120x360"
"""What a window of 1440 by 900 pixels leaves for the chart: drawn before the page has ever said how large it is."""

NARROW: Final = 640
"""Below this width in pixels the page is a phone's; the component is sent it."""

WHOLE: Final = "all"
"""Stands in the address where the whole span is shown, not the stretch that a chart opens on."""

_PARTS: Final = 180
_BEYOND: Final = 0.03
_NAMED: Final = 5
_UNDATED: Final = 40  # signs of events without a date that stand side by side on a desk
Window = tuple[dt.date, dt.date]


def show_view_controls(timeline: Timeline, show_chips: Callable[[], None]) -> None:
    """Let the user choose what to look at, the chart's view and what lanes are made by; all is kept in the URL.

    Beside them `show_chips` shows the filters in use.
    """
    with st.container(horizontal=True, gap="medium", key="views"):
        look = st.segmented_control(
            "Look at", options=list(LOOKS), key="look", format_func=LOOKS.__getitem__, default="chart", required=True,
            bind="query-params", label_visibility="collapsed",
        )  # fmt: skip
        view = st.segmented_control(
            "View", options=list(VIEWS), key="view", format_func=VIEWS.__getitem__, default="auto", required=True,
            bind="query-params", label_visibility="collapsed", disabled=look != "chart",
        )  # fmt: skip
        st.segmented_control(
            "Scale", options=list(SCALES), key="scale", format_func=SCALES.__getitem__, default="auto", required=True,
            bind="query-params", label_visibility="collapsed", disabled=look != "chart",
            help="Compact draws stretches in which nothing happens short, and says how long each is",
        )  # fmt: skip
        if view in WITH_LANES:
            choose_lanes(timeline, LANES, enabled=look == "chart")
        show_chips()


def lay_out_chart(  # noqa: PLR0913  each is one thing that the user chooses
    timeline: Timeline,
    events: pd.DataFrame,
    whole: pd.DataFrame,
    *,
    view: str,
    size: str,
    window: Window | None,
    by: str = "actor",
    lanes: Sequence[str] = (),
    folded: Sequence[str] = (),
    scale: str = "auto",
    asked: Sequence[str] = (),
    guesses: frozenset[str] = frozenset(),
) -> Layout:
    """The positions of `events` among those of `whole`, for a chart of `size` (such as ``"1120x380"``).

    `by` is one of `LANES`, `lanes` and `folded` are what the user chose of them; `guesses` are the ids of events whose
    date rests on a guess. Colours are those of the whole `timeline`, or of the actors `asked` for.

    The legend explains marks to who asks for it, so it is laid out below what the page shows at first.
    """
    width, height = (max(least, int(pixels)) for least, pixels in zip((240, 160), size.split("x"), strict=True))
    options = choose_options(
        timeline, asked, view=view, window=window, width=width, height=height, legend_below=True, clusters=True,
        scale=scale,
        lane_by=list_event_sources(timeline.mentions, timeline.documents) if by == "source" else by,
        today=_choose_today(events),
        guessed=guesses, lanes=tuple(lanes), folded=frozenset(folded),
    )  # fmt: skip
    return lay_out(events, options, whole=whole)


def _choose_today(events: pd.DataFrame) -> dt.date | None:
    """Today, where something of what is shown still lies ahead: a line through a past affair would say nothing."""
    today = dt.datetime.now(tz=dt.UTC).date()
    ends = events["end"].fillna(events["start"])
    return today if (ends >= pd.Timestamp(today)).any() else None


def show_chart(
    timeline: Timeline,
    events: pd.DataFrame,
    layout: Layout,
    *,
    theme: str,
    plotly: str,
    keyed: bool = False,
    folded: Sequence[str] = (),
) -> dict[str, Any]:
    """What the page draws.

    That is the figure, an id that changes with it, one that changes with its axis, its height, how much of that is
    shown at first, what is said in place of a legend that is folded away, what the colours mean where `keyed` is set,
    and the chart in words.
    """
    has_legend = bool(layout.legend)
    figure = make_figure_dict(layout, events, mentions=timeline.mentions, documents=timeline.documents, theme=theme)
    beyond = (layout.axis.last - layout.axis.first) * _BEYOND
    reach = {"minallowed": layout.axis.first - beyond, "maxallowed": layout.axis.last + beyond}
    figure["layout"]["xaxis"] = {**figure["layout"].get("xaxis", {}), **reach}
    return {
        "figure": figure,
        "id": hashlib.sha256(json.dumps(figure, sort_keys=True).encode()).hexdigest()[:16],
        "axis": hashlib.sha256(repr(layout.axis).encode()).hexdigest()[:16],
        "height": layout.height,
        "shown": math.ceil(layout.plot.bottom) + 4 if has_legend else layout.height,
        "folded": _describe_labels(layout) if has_legend else "",
        "key": [[entry.text, entry.colour] for entry in layout.legend if entry.sample == "colour"] if keyed else [],
        "lanes": _list_lanes(layout, folded),
        "undated": _list_undated(events),
        "alt": describe_chart(events),
        "plotly": plotly,
    }


def _list_lanes(layout: Layout, folded: Sequence[str]) -> list[dict[str, Any]]:
    """The lanes whose names stand beside the chart, with their heights in pixels from its top."""
    return [
        {
            "name": lane.name, "top": layout.plot.top + lane.top, "bottom": layout.plot.top + lane.bottom,
            "gutter": layout.gutter, "folded": lane.name in folded, "fixed": lane.name == OTHERS,
        }
        for lane in layout.lanes
        if layout.gutter
    ]  # fmt: skip


def _list_undated(events: pd.DataFrame) -> dict[str, Any]:
    """The events without a date, which have no place on the axis: id and title of the first, and how many more."""
    undated = events[events["start"].isna() & events["end"].isna()]
    shown = undated.head(_UNDATED)
    pairs = list(zip(shown["event_id"].tolist(), shown["title"].tolist(), strict=True))
    return {"events": pairs, "more": len(undated) - len(pairs)}


def _describe_labels(layout: Layout) -> str:
    """How many of the events are labelled, how many days are assumed, and what the axis leaves out."""
    first, last = layout.window
    assumed = sum(mark.dashed and mark.form == "point" and first <= mark.unit <= last for mark in layout.marks)
    return layout.legend[0].text + (f" · {assumed:,} on an assumed day" if assumed else "") + _describe_scale(layout)


def _describe_scale(layout: Layout) -> str:
    """What the axis leaves out; nothing where it is to scale, which is what everybody takes it for."""
    return f" · {count_words(len(layout.breaks), 'gap')} cut short" if layout.breaks else ""


def describe_chart(events: pd.DataFrame) -> str:
    """The chart in words: how many events, from when to when, and those that matter most.

    Examples
    --------
    >>> day = pd.Timestamp(2025, 7, 14)
    >>> row = {"title": "Ban reversed", "start": day, "end": day, "precision": "day", "span": "point",
    ...        "edtf": "2025-07-14", "importance": 1.0}
    >>> describe_chart(pd.DataFrame([row]))
    'Timeline of 1 event. Most important: Ban reversed (14 July 2025).'
    """
    count = f"Timeline of {count_words(len(events), 'event')}"
    best = list_events(events.loc[events["importance"].nlargest(_NAMED).index.sort_values()])
    named = "; ".join(f"{event['title']} ({describe_date(event)})" for event in best)
    return f"{count}. Most important: {named}." if named else f"{count}."


def find_window_days(units: Sequence[float] | None, axis: TimeAxis) -> Window | None:
    """The whole days that a stretch of `axis` touches; None for None and for what is no stretch.

    Examples
    --------
    >>> start = dt.date(2025, 7, 14).toordinal()
    >>> find_window_days([start + 0.2, start + 1.1], TimeAxis(first=start, last=start + 30))
    (datetime.date(2025, 7, 14), datetime.date(2025, 7, 15))
    """
    if units is None or len(units) != 2 or not all(math.isfinite(unit) for unit in units):
        return None
    first, last = (axis.to_day(unit) for unit in sorted(units))
    least, most = dt.date.min.toordinal(), dt.date.max.toordinal()
    ends = (min(max(int(day), least), most) for day in (math.floor(first), math.ceil(last) - 1))
    start, end = map(dt.date.fromordinal, ends)
    return start, max(start, end)


def describe_outside(events: pd.DataFrame, layout: Layout, window: Window | None) -> dict[str, dict[str, Any] | None]:
    """What lies before and after the window, in words, and the stretch of the axis that shows it, too.

    None where nothing does, or where the window is the whole span.
    """
    if window is None:
        return {"earlier": None, "later": None}
    found, (first, last) = count_outside(events, window), layout.full
    earlier = f"← {found.earlier:,} earlier, from {_write_year_or_month(found.first, window)}" if found.first else ""
    later = f"{found.later:,} later, to {_write_year_or_month(found.last, window)} →" if found.last else ""
    return {
        "earlier": {"text": earlier, "range": [first, layout.window[1]]} if earlier else None,
        "later": {"text": later, "range": [layout.window[0], last]} if later else None,
    }


def _write_year_or_month(day: dt.date, window: Window) -> str:
    """A day as exactly as tells it from those of the window."""
    within = window[0].year <= day.year <= window[1].year
    return f"{SHORT_MONTHS[day.month - 1]} {day.year}" if within else str(day.year)


def count_days(events: pd.DataFrame, layout: Layout) -> dict[str, Any]:
    """The small chart of the whole span: how many events begin in each of its equal parts, and its ends in units."""
    first, last = layout.full
    units = [layout.axis.to_unit(day.toordinal() + 0.5) for day in events["start"].fillna(events["end"]).dropna()]
    counts, _ = np.histogram(units, bins=_PARTS, range=(first, last))
    return {"range": [first, last], "counts": counts.tolist()}


def read_window(text: str) -> Window | None:
    """The window a URL names; None where it names none.

    Examples
    --------
    >>> read_window("2025-07-14..2025-08-01")
    (datetime.date(2025, 7, 14), datetime.date(2025, 8, 1))
    >>> read_window("2025-08-01..2025-07-14"), read_window("July"), read_window("")
    (None, None, None)
    """
    try:
        start, end = map(dt.date.fromisoformat, text.split(".."))
    except ValueError:
        return None
    return (start, end) if start <= end else None


def write_window(window: Window | None) -> str:
    """The window as `read_window` takes it; ``""`` for None."""
    return f"{window[0]}..{window[1]}" if window else ""
