"""Who says what on a slide: a native table, events as rows and sources as columns."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from timeline.formats.office import clean_xml_text
from timeline.formats.slides.cells import carry_rows, underline_cell
from timeline.formats.slides.shapes import INK, Ink, to_emu
from timeline.formats.who_says import GridRow, Voice
from timeline.layout import Box, clean_text, measure_text, wrap
from timeline.table import DocumentRow
from timeline.typeface import Weight
from timeline.vocabulary import Agreement
from timeline.wording import name_source, shorten_date

__all__ = ["MOST_SOURCES", "NAME", "count_voices_on", "draw_voices"]

NAME: Final = "Who says what"

MOST_SOURCES: Final = 8
"""Columns that keep a name of two words readable at 10 points; what other sources tell is counted in one more."""

_MOST_TITLES: Final = 5
"""Columns that hold the beginning of a title, where several articles are of one publisher."""

_SIZE: Final = 14.67  # pixels: 11 points
_SMALL: Final = 13.34  # pixels: 10 points
_ROW: Final = 38.0
_HEAD: Final = 56.0
_TOP: Final = 40.0  # pixels between title and table: the line above it
_PADDING: Final = 5.0
_TITLE: Final = 0.36  # of the width
_PLAIN: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_AMBER: Final = Ink(theme=MSO_THEME_COLOR.ACCENT_2, cover=0.35)
_TOLD: Final = "●"


def count_voices_on(area: Box, stretch: float) -> int:
    """How many events one slide holds."""
    return max(1, min(12, int((area.height - _TOP - _HEAD * stretch - 24) / (_ROW * stretch))))


def draw_voices(slide: Any, area: Box, sources: Sequence[DocumentRow], rows: Sequence[GridRow], stretch: float) -> None:
    """The table of `rows`; a cell says that a source tells the event, or its other day, on amber; else it is empty.

    The columns are the sources that tell most of these rows; those that tell none of them have no column.
    """
    told = Counter(document_id for row in rows for document_id in row.voices)
    telling = sorted((s for s in sources if s["document_id"] in told), key=lambda s: -told[s["document_id"]])
    most = MOST_SOURCES if _are_apart(telling[:MOST_SOURCES]) else _MOST_TITLES
    named, others = telling[:most], telling[most:]
    heads = ["Date", "Event", *_name_apart(named), *([f"{len(others)} others"] if others else [])]
    height = min(_ROW * stretch, (area.height - _TOP - _HEAD * stretch) / max(len(rows), 1))
    box = (area.left, area.top + _TOP, area.width, _HEAD * stretch + height * len(rows))
    frame = slide.shapes.add_table(len(rows) + 1, len(heads), *map(to_emu, box))
    frame.name = NAME
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "Which source tells which event")  # noqa: SLF001
    frame.table._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN  # noqa: SLF001
    frame.table.horz_banding = False
    widths = _divide_width([shorten_date(row.event) for row in rows], area.width, len(heads), stretch)
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = to_emu(width)
    lines = [heads, *(_list_texts(row, named, others) for row in rows)]
    for number, texts in enumerate(lines):
        frame.table.rows[number].height = to_emu(height if number else _HEAD * stretch)
        for place, text in enumerate(texts):
            cell = frame.table.cell(number, place)
            _fill(cell, text, widths[place], stretch, head=not number, middle=place > 1)
            if number and 1 < place < 2 + len(named) and _differs(rows[number - 1], named[place - 2]):
                cell.fill.solid()
                _AMBER.paint(cell.fill.fore_color)
    carry_rows(frame.table, [row.event["event_id"] for row in rows])


def _are_apart(sources: Sequence[DocumentRow]) -> bool:
    """Whether publishers tell the sources apart."""
    return len({name_source(source) for source in sources}) == len(sources)


def _name_apart(sources: Sequence[DocumentRow]) -> list[str]:
    """The names of the sources; of several articles of one publisher their titles tell them apart."""
    names = Counter(map(name_source, sources))
    return [s["title"] if names[name_source(s)] > 1 and s["title"] else name_source(s) for s in sources]


def _differs(row: GridRow, source: DocumentRow) -> bool:
    voice = row.voices.get(source["document_id"])
    return voice is not None and voice.agreement.differs


def _list_texts(row: GridRow, named: Sequence[DocumentRow], others: Sequence[DocumentRow]) -> list[str]:
    cells = [_choose_sign(row.voices.get(source["document_id"])) for source in named]
    more = sum(source["document_id"] in row.voices for source in others)
    return [shorten_date(row.event), clean_text(row.event["title"]), *cells, *([str(more or "")] if others else [])]


def _choose_sign(voice: Voice | None) -> str:
    """What stands in a cell: nothing for a source that is silent."""
    if voice is None:
        return ""
    if voice.agreement is Agreement.OTHER_DATE:
        return voice.day
    return "other figure" if voice.agreement.differs else _TOLD


def _divide_width(dates: Sequence[str], width: float, columns: int, stretch: float) -> list[float]:
    day = min(max(measure_text(text, _SIZE * stretch) for text in [*dates, "Date"]) + 2 * _PADDING + 4, 0.16 * width)
    title = _TITLE * width
    rest = (width - day - title) / max(columns - 2, 1)
    return [day, title, *[rest] * (columns - 2)]


def _fill(cell: Any, text: str, width: float, stretch: float, *, head: bool, middle: bool) -> None:
    """Text in at most two lines, and a rule under it."""
    cell.margin_left = cell.margin_right = to_emu(_PADDING)
    cell.margin_top = cell.margin_bottom = to_emu(1)
    cell.vertical_anchor, cell.text_frame.word_wrap = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.MIDDLE, False
    size = _SMALL if middle else _SIZE
    weight = Weight.BOLD if head else Weight.REGULAR
    for number, line in enumerate(wrap(text, size * stretch, width - 2 * _PADDING, 2, weight)):
        paragraph = cell.text_frame.paragraphs[0] if number == 0 else cell.text_frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if middle else PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = clean_xml_text(line)
        run.font.size, run.font.bold = Pt(round(size * 1.5) / 2), head
        INK.paint(run.font.color)
    underline_cell(cell, strong=head)
