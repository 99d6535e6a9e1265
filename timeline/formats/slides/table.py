"""All events as native tables, a page a slide: text between thin rules, readable on dark and on light slides."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from timeline.formats.deck_events import DeckEvent
from timeline.formats.office import clean_xml_text
from timeline.formats.slides.cells import carry_rows, underline_cell
from timeline.formats.slides.shapes import INK, to_emu
from timeline.layout import Box, measure_text, wrap
from timeline.typeface import Weight

__all__ = ["NAME", "count_rows_on", "draw_table"]

NAME: Final = "Table of events"

_AT_MOST: Final = 14
_SIZE: Final = 16.0  # pixels: 12 points
_ROW: Final = 30.0
_HIGHEST: Final = 36.0
_TOP: Final = 16.0  # pixels between title and table
_WIDEST_DATE: Final = 0.3
_EVENT: Final = 0.66  # of what the dates leave
_HEADS: Final = ("Date", "Event", "Actors")
_PADDING: Final = 8.0
_PLAIN: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without fills and lines: the usual one takes for granted that text is dark."""


def count_rows_on(area: Box, stretch: float) -> int:
    """How many rows one slide holds at 12 points."""
    return max(1, min(_AT_MOST, int((area.height - _TOP) / (_ROW * stretch)) - 1))


def draw_table(slide: Any, area: Box, events: Mapping[str, DeckEvent], stretch: float = 1.0) -> None:
    """A table of dates, titles and actors; each cell is one line, what does not fit ends in an ellipsis.

    The column of dates is as wide as they are. Each row carries the id of its event. `stretch` is how many times as
    wide as Arial the font runs.
    """
    rows = [(one.short, one.title, one.actors) for one in events.values()]
    size = _SIZE * stretch
    height = min((area.height - _TOP) / (len(rows) + 1), _HIGHEST)
    frame = slide.shapes.add_table(
        len(rows) + 1, len(_HEADS),
        *(to_emu(x) for x in (area.left, area.top + _TOP, area.width, height * (len(rows) + 1))),
    )  # fmt: skip
    frame.name = NAME
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "Date, title and actors of each event")  # noqa: SLF001
    frame.table._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN  # noqa: SLF001
    frame.table.horz_banding = False
    widths = _divide_width([row[0] for row in rows], area.width, size)
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = to_emu(width)
    for number, row in enumerate([_HEADS, *rows]):
        frame.table.rows[number].height = to_emu(height)
        for column, text in enumerate(row):
            weight = Weight.REGULAR if number else Weight.BOLD
            line = "".join(wrap(text, size, widths[column] - 2 * _PADDING, 1, weight))
            _fill(frame.table.cell(number, column), line, bold=number == 0)
    carry_rows(frame.table, list(events))


def _divide_width(dates: Sequence[str], width: float, size: float) -> tuple[float, float, float]:
    """The widths of the columns: as much as the dates need, the rest for titles and actors."""
    widest = max(measure_text(_HEADS[0], size, Weight.BOLD), *(measure_text(text, size) for text in dates))
    needed = widest + 2 * _PADDING + 4
    first = min(needed, _WIDEST_DATE * width)
    return first, (width - first) * _EVENT, (width - first) * (1 - _EVENT)


def _fill(cell: Any, line: str, *, bold: bool) -> None:
    cell.margin_left = cell.margin_right = to_emu(_PADDING)
    cell.margin_top = cell.margin_bottom = to_emu(2)
    cell.vertical_anchor, cell.text_frame.word_wrap = MSO_ANCHOR.MIDDLE, False
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = clean_xml_text(line)
    run.font.size, run.font.bold = Pt(_SIZE * 0.75), bold
    INK.paint(run.font.color)
    underline_cell(cell, strong=bold)
