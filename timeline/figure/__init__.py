"""A laid-out timeline -> a Plotly figure, as light as plain dicts can make it.

`draw` gives a figure of a whole timeline, `figure_dict` the same from a layout without Plotly's validation; `dated`
makes its axis say the year at any zoom; `source_lanes` are the lanes by source; `texts_of` is all that a figure says.
"""

from timeline.figure.calendar import dated
from timeline.figure.chart import Chart, texts_of
from timeline.figure.draw import draw, figure_dict
from timeline.figure.hover import source_lanes

__all__ = ["Chart", "dated", "draw", "figure_dict", "source_lanes", "texts_of"]
