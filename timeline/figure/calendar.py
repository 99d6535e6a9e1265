"""A figure laid out for one window -> one whose axis says the year at any zoom, where nobody lays it out anew.

Without a break an axis unit is a day, so the axis becomes Plotly's own of dates, which sets its ticks afresh at every
zoom. With a break no such axis exists (Plotly's drops what it leaves out, and a break here is drawn), so there every
tick says its year. It refuses to move anything.
"""

import datetime as dt
from typing import Any, Final

import numpy as np

from timeline.figure.escape import escape_lines
from timeline.layout import Layout
from timeline.layout.positions import Tick

__all__ = ["put_on_calendar"]

_DAY: Final = 86_400_000
_BEFORE_1970: Final = dt.date(1970, 1, 1).toordinal()
_FORMATS: Final = (
    ([None, _DAY - 1], "%H:%M\n%-d %b %Y"),
    ([_DAY, "M1"], "%-d %b\n%Y"),
    (["M1", "M12"], "%b\n%Y"),
    (["M12", None], "%Y"),
)
"""What a tick says at which distance of ticks; Plotly repeats what follows the line break only where it changes."""

Figure = dict[str, Any]


def put_on_calendar(figure: Figure, layout: Layout) -> Figure:
    """`figure`, drawn from `layout`, with the year in sight however far one zooms in; positions stay to the second."""
    if layout.view == "empty":
        return figure
    frame, axis = figure["layout"], figure["layout"]["xaxis"]
    if layout.axis.breaks:
        return figure | {
            "layout": frame | {"xaxis": axis | {"ticktext": [_with_year(t, layout) for t in layout.ticks]}}
        }
    shown = {name: value for name, value in axis.items() if name not in {"tickvals", "ticktext"}}
    shown |= {
        "type": "date", "tickmode": "auto", "ticklabeloverflow": "hide past div",
        "range": _write_dates(axis["range"]),
        "minallowed": _write_date(axis["minallowed"]), "maxallowed": _write_date(axis["maxallowed"]),
        "tickformatstops": [{"dtickrange": reach, "value": value} for reach, value in _FORMATS],
    }  # fmt: skip
    frame = frame | {
        "xaxis": shown,
        "shapes": [_move_shape(shape) for shape in frame["shapes"]],
        "annotations": [_move_item(note, "x") if note["xref"] == "x" else note for note in frame["annotations"]],
    }
    return figure | {"data": [_trace(trace) for trace in figure["data"]], "layout": frame}


def _with_year(tick: Tick, layout: Layout) -> str:
    day = dt.date.fromordinal(max(round(layout.axis.to_day(tick.unit)), 1))
    return escape_lines([tick.text] if tick.text == str(day.year) else [str(day.year), tick.text])


def _trace(trace: Figure) -> Figure:
    widths = {"width": [days * _DAY for days in trace["width"]]} if trace["type"] == "bar" else {}
    return trace | {"x": _write_dates(trace["x"])} | widths


def _move_shape(shape: Figure) -> Figure:
    if shape["xref"] != "x":
        return shape
    return _move_item(shape, *(("xanchor",) if shape.get("xsizemode") == "pixel" else ("x0", "x1")))


def _move_item(item: Figure, *names: str) -> Figure:
    return item | {name: _write_date(item[name]) for name in names}


def _write_dates(units: list[float | None]) -> list[str | None]:
    return [None if unit is None else _write_date(unit) for unit in units]


def _write_date(unit: float) -> str:
    """The second of a day as Plotly reads it; years before 1 and after 9999 are left as they come."""
    return str(np.datetime64(round((unit - _BEFORE_1970) * _DAY / 1000), "s")).replace("T", " ")
