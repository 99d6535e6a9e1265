"""A laid-out timeline -> a Plotly figure, as light as plain dicts can make it.

`draw` gives a figure of a whole timeline, `figure_dict` the same from a layout without Plotly's validation.
"""

from timeline.figure.draw import draw, figure_dict

__all__ = ["draw", "figure_dict"]
