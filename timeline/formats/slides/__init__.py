"""Slides of native, editable shapes: everything that python-pptx is asked for stands in this folder.

A chart slide is a `Layout` drawn with one group an event; nothing is placed here that `layout` has not placed.
"""

from timeline.formats.slides.carried import carry, keep_record, read_record
from timeline.formats.slides.chart import draw_slide_chart
from timeline.formats.slides.quote import draw_quote
from timeline.formats.slides.shapes import Pen
from timeline.formats.slides.table import count_rows_on, draw_table
from timeline.formats.slides.template import Template, find_title_placeholder, make_template, open_template
from timeline.formats.slides.voices import count_voices_on, draw_voices

__all__ = [
    "Pen",
    "Template",
    "carry",
    "count_rows_on",
    "count_voices_on",
    "draw_quote",
    "draw_slide_chart",
    "draw_table",
    "draw_voices",
    "find_title_placeholder",
    "keep_record",
    "make_template",
    "open_template",
    "read_record",
]
