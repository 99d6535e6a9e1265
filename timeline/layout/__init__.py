"""An events table and a size -> positions as data, the same for Plotly, PowerPoint and SVG.

`lay_out` gives a `Layout` for `LayoutOptions`; `colours` gives each actor a colour from the whole table; `describe`
says the same in words. Nothing here knows who draws.
"""

from timeline.layout.colours import GREY, PALETTE, choose_colours, colours
from timeline.layout.lay_out import lay_out
from timeline.layout.options import LayoutOptions
from timeline.layout.positions import Box, Label, Lane, Layout, Mark
from timeline.layout.story_window import count_outside, find_story_window
from timeline.layout.text import clean, text_width, wrap
from timeline.layout.words import describe
from timeline.wording import date_in_full, date_words

__all__ = [
    "GREY",
    "PALETTE",
    "Box",
    "Label",
    "Lane",
    "Layout",
    "LayoutOptions",
    "Mark",
    "choose_colours",
    "clean",
    "colours",
    "count_outside",
    "date_in_full",
    "date_words",
    "describe",
    "find_story_window",
    "lay_out",
    "text_width",
    "wrap",
]
