"""Slides of native, editable shapes: everything that python-pptx is asked for stands in this folder.

A chart slide is a `Layout` drawn with one group an event; nothing is placed here that `layout` has not placed.
"""

from timeline.formats.slides.chart import draw_chart
from timeline.formats.slides.shapes import Pen
from timeline.formats.slides.table import draw_table, rows_on
from timeline.formats.slides.template import Template, open_template

__all__ = ["Pen", "Template", "draw_chart", "draw_table", "open_template", "rows_on"]
