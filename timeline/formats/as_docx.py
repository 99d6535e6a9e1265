"""The timeline as a handout in Word: the chart on the first page, then date, event, actors, quote and source."""

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from timeline.formats.office import EPOCH, PANOSE, clean_xml_text, repack
from timeline.formats.sources import (
    Citation,
    Source,
    find_latest_publication,
    read_citations,
    read_remarks,
    read_sources,
)
from timeline.formats.word_chart import STRETCH, draw_word_chart
from timeline.layout import choose_options, describe_events, lay_out
from timeline.layout.words import describe_days, name_timeline
from timeline.table import EventRow, Timeline, list_events
from timeline.typeface import FAMILY
from timeline.vocabulary import Status
from timeline.wording import count_words, describe_date, write_day

__all__ = ["write"]

_INK: Final = RGBColor(0x1D, 0x21, 0x26)
_HEADS: Final = ("Date", "Event", "Actors", "Quote", "Source")
_WIDTHS: Final = (30, 62, 40, 100, 35)  # millimetres, 267 in all: A4 across less the margins
_LINK: Final = RGBColor(0x1F, 0x5F, 0xA8)
_QUOTES: Final = 3
"""More mentions of one event are counted: a handout is read at a table, and the workbook has them all."""

_CHART: Final = (1009, 380)
"""Pixels: the width between the margins, and what leaves room for the first rows on the page."""

_LABEL, _SMALL = 12.0, 11.0  # pixels: 9 and 8 points, as large as the rest of the page
_TITLES: Final = 10

_Line = str | tuple[str, str]
"""A line of a cell; with an address, the text that leads to it."""


def write(timeline: Timeline) -> bytes:
    """A document with the chart, the chronology as one table whose head is repeated on every page, and the numbered
    sources, which lead to where they stand.
    """
    document = docx.Document()
    _set_up(document, timeline)
    document.add_heading(clean_xml_text(name_timeline(timeline)), level=1)
    document.add_paragraph(_describe_scope(timeline))
    _add_chart(document, timeline)
    table = document.add_table(rows=0, cols=len(_HEADS), style="Table Grid")
    table.autofit = False
    _pad_cells(table)
    _draw_rules(table)
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    _add_row(table, [[head] for head in _HEADS])
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].font.bold = True
        _shade_cell(cell)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  no call repeats a head
    citations, remarks = read_citations(timeline), read_remarks(timeline)
    for row in list_events(timeline.events):
        _add_row(table, _list_cells(row, citations.get(row["event_id"], []), remarks[row["event_id"]]))
    sources = read_sources(timeline).values()
    if sources:
        document.add_heading("Sources", level=2)
    for source in sources:
        paragraph = document.add_paragraph(clean_xml_text(f"[{source.number}] {source.line} "))
        if source.link:
            _link(paragraph, source.link, source.link)
    content = io.BytesIO()
    document.save(content)
    return repack(content.getvalue())


def _add_chart(document: Any, timeline: Timeline) -> None:
    """The chart, as wide as the page and as high as leaves room for a few rows below; none without a dated event."""
    options = choose_options(
        timeline,
        view="flags",
        width=_CHART[0],
        height=_CHART[1],
        size=_LABEL * STRETCH,
        small=_SMALL * STRETCH,
        most=_TITLES,
    )
    layout = lay_out(timeline.events, options)
    if layout.view != "empty":
        words = clean_xml_text(describe_events(timeline.events, most=_TITLES))
        document.add_paragraph().add_run()._r.append(draw_word_chart(layout, words))  # noqa: SLF001


def _link(paragraph: Any, text: str, address: str) -> None:
    """Text at the end of `paragraph` that leads to `address`, for which python-docx has no call."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RT.HYPERLINK, is_external=True))
    run = paragraph.add_run(clean_xml_text(text))
    run.font.color.rgb = _LINK
    link.append(run._r)  # noqa: SLF001
    paragraph._p.append(link)  # noqa: SLF001


def _set_up(document: Any, timeline: Timeline) -> None:
    """A4 across in a quiet font, and properties that are the timeline's own."""
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    for name, size in (("Normal", 9), ("Heading 1", 18), ("Heading 2", 12)):
        style = document.styles[name]
        style.element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()  # the theme's fonts would win
        style.font.name, style.font.size, style.font.color.rgb = FAMILY, Pt(size), _INK
        style.paragraph_format.space_after = Pt(3)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(0)
    _say_what_is_like_it(document)
    created = dt.datetime.combine(max(find_latest_publication(timeline) or EPOCH, EPOCH), dt.time())
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = clean_xml_text(timeline.title)[:255], "", ""
    properties.comments, properties.created, properties.modified = "", created, created
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype in {RT.THUMBNAIL, RT.CUSTOM_XML}]:
            relations.pop(key)


def _say_what_is_like_it(document: Any) -> None:
    """Where our typeface is not installed, Arial takes its place, which is as wide."""
    part = document.part.part_related_by(RT.FONT_TABLE)
    fonts = etree.fromstring(part.blob)
    font = etree.SubElement(fonts, qn("w:font"), {qn("w:name"): FAMILY})
    kind = {"altName": "Arial", "panose1": PANOSE, "charset": "00", "family": "swiss", "pitch": "variable"}
    for name, value in kind.items():
        etree.SubElement(font, qn(f"w:{name}"), {qn("w:val"): value})
    part._blob = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001


def _list_cells(row: EventRow, citations: Sequence[Citation], remark: str) -> list[list[_Line]]:
    ordered = sorted(citations, key=lambda citation: citation.dated is None)[:_QUOTES]  # first what says when
    more = [f"and {len(citations) - _QUOTES} more"] if len(citations) > _QUOTES else []
    status = [] if row["status"] == Status.HAPPENED else [f"({row['status']})"]
    assumed = [f"({remark})"] if remark else []
    return [
        [describe_date(row), *assumed],
        [row["title"], *status],
        [", ".join(row["actors"])],
        [*(f"{citation.quoted} [{citation.source.number}]".lstrip() for citation in ordered), *more],
        list(dict.fromkeys(_name_source(citation.source) for citation in ordered)),
    ]


def _name_source(source: Source) -> _Line:
    """A source by its number and name, with where it stands, if that has an address."""
    name = f"[{source.number}] {source.publisher or source.title}"
    return (name, source.link) if source.link else name


def _add_row(table: Any, cells: Sequence[Sequence[_Line]]) -> None:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  no call keeps a row on one page
    for cell, lines, width in zip(row.cells, cells, _WIDTHS, strict=True):
        cell.width = Mm(width)
        for number, line in enumerate(lines):
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            if isinstance(line, str):
                paragraph.add_run(clean_xml_text(line))
            else:
                _link(paragraph, *line)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(0 if paragraph is cell.paragraphs[-1] else 2)


def _describe_scope(timeline: Timeline) -> str:
    """How many events, from when to when, and up to which day the documents go."""
    day = find_latest_publication(timeline)
    known = f"as of {write_day(day)}" if day else ""
    counted = count_words(len(timeline.events), "event")
    return ", ".join(filter(None, [counted, describe_days(timeline.events), known]))


def _pad_cells(table: Any) -> None:
    """Room above and below the text of every cell, which python-docx has no call for."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "45")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))  # noqa: SLF001
    layout.addnext(margins)


def _draw_rules(table: Any) -> None:
    """Hairlines between the rows and no other lines, which python-docx has no call for."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        level = side not in {"left", "right", "insideV"}
        kind = {"val": "single", "sz": "2", "space": "0", "color": "B8BEC6"} if level else {"val": "nil"}
        for name, value in kind.items():
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)  # noqa: SLF001


def _shade_cell(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E9ECEF")):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001
