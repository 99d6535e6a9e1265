"""Slides of native, editable shapes: everything that python-pptx is asked for stands in this folder.

A chart slide is a `Layout` drawn with one group an event; nothing is placed here that `layout` has not placed.
"""

from timeline.formats.slides.chart import draw_chart
from timeline.formats.slides.quote import draw_quote
from timeline.formats.slides.shapes import Pen
from timeline.formats.slides.table import draw_table, rows_on
from timeline.formats.slides.template import Template, open_template
from timeline.formats.slides.voices import draw_voices, voices_on

__all__ = [
    "Pen",
    "Template",
    "draw_chart",
    "draw_quote",
    "draw_table",
    "draw_voices",
    "open_template",
    "rows_on",
    "voices_on",
]
