"""Slides of native, editable shapes: everything that python-pptx is asked for stands in this folder.

A chart slide is a `Layout` drawn with one group an event; nothing is placed here that `layout` has not placed.
"""

from timeline.formats.slides.chart import draw_chart
from timeline.formats.slides.shapes import Pen
from timeline.formats.slides.table import ROWS, draw_table
from timeline.formats.slides.template import MARGIN, PIXEL, SIZES, Template, open_template

__all__ = ["MARGIN", "PIXEL", "ROWS", "SIZES", "Pen", "Template", "draw_chart", "draw_table", "open_template"]
