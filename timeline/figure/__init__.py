"""A laid-out timeline -> a Plotly figure, as light as plain dicts can make it.

`draw` gives a figure of a whole timeline, `make_figure_dict` the same from a layout without Plotly's validation;
`put_on_calendar` makes its axis say the year at any zoom; `list_event_sources` gives the lanes by source; `join_texts`
gives all that a figure says.
"""

from timeline.figure.calendar import put_on_calendar
from timeline.figure.chart import Chart, join_texts
from timeline.figure.draw import draw, make_figure_dict
from timeline.figure.hover import list_event_sources

__all__ = ["Chart", "draw", "join_texts", "list_event_sources", "make_figure_dict", "put_on_calendar"]
