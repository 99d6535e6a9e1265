"""All events as native tables, a page a slide."""

from collections.abc import Sequence
from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Pt

from timeline.formats.office import xml_text
from timeline.formats.slides.template import PIXEL
from timeline.layout import Box, wrap

__all__ = ["ROWS", "draw_table"]

ROWS: Final = 14
"""Rows on one slide, at 12 points."""

_SIZE: Final = 16.0  # pixels: 12 points
_SHARES: Final = (0.19, 0.51, 0.3)
_HEADS: Final = ("Date", "Event", "Actors")
_PADDING: Final = 8.0


def draw_table(slide: Any, area: Box, rows: Sequence[tuple[str, str, str]]) -> None:
    """A table of dates, titles and actors; each cell is one line, what does not fit ends in an ellipsis."""
    top, height = area.top + _PADDING, min((area.height - _PADDING) / (ROWS + 1), 34.0)
    frame = slide.shapes.add_table(
        len(rows) + 1, len(_SHARES), *(_emu(x) for x in (area.left, top, area.width, height * (len(rows) + 1)))
    )
    frame.name = "Table of events"
    for column, share in enumerate(_SHARES):
        frame.table.columns[column].width = _emu(area.width * share)
    for number, row in enumerate([_HEADS, *rows]):
        frame.table.rows[number].height = _emu(height)
        for column, text in enumerate(row):
            _fill(frame.table.cell(number, column), text, area.width * _SHARES[column], bold=number == 0)


def _fill(cell: Any, text: str, width: float, *, bold: bool) -> None:
    cell.margin_left = cell.margin_right = _emu(_PADDING)
    cell.vertical_anchor, cell.text_frame.word_wrap = MSO_ANCHOR.MIDDLE, False
    cell.margin_top = cell.margin_bottom = _emu(2)
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = xml_text("".join(wrap(text, _SIZE, width - 2 * _PADDING, 1)))
    run.font.size, run.font.bold = Pt(_SIZE * 0.75), bold


def _emu(pixels: float) -> Emu:
    return Emu(round(pixels * PIXEL))
