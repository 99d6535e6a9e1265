"""An events table and a size -> positions as data, the same for Plotly, PowerPoint and SVG.

`lay_out` gives a `Layout` for `LayoutOptions`; `assign_colours` gives each actor a colour from the whole table;
`describe_events` says the same in words. Nothing here knows who draws.
"""

from timeline.layout.choose_options import choose_options
from timeline.layout.colours import GREY, PALETTE, assign_actor_colours, assign_colours, choose_colours
from timeline.layout.grouping import OTHERS, list_lane_names
from timeline.layout.lay_out import lay_out
from timeline.layout.options import LayoutOptions
from timeline.layout.positions import Box, Label, Lane, Layout, Mark
from timeline.layout.story_window import count_outside, find_story_window
from timeline.layout.text import clean_text, measure_text, wrap
from timeline.layout.words import describe_events
from timeline.wording import describe_date, describe_date_in_full

__all__ = [
    "GREY",
    "OTHERS",
    "PALETTE",
    "Box",
    "Label",
    "Lane",
    "Layout",
    "LayoutOptions",
    "Mark",
    "assign_actor_colours",
    "assign_colours",
    "choose_colours",
    "choose_options",
    "clean_text",
    "count_outside",
    "describe_date",
    "describe_date_in_full",
    "describe_events",
    "find_story_window",
    "lay_out",
    "list_lane_names",
    "measure_text",
    "wrap",
]
