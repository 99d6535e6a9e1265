"""The few kinds of shapes a slide is made of, in pixels and theme colours; names and alternative texts included.

Colours and fonts are the theme's, so that a brand's template wins. What python-pptx has no call for (alternative text,
glue, decoration, arrowheads) is set in the XML here and nowhere else.
"""

import contextlib
import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any, Final

from lxml import etree
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from timeline.formats.office import PIXEL, clean_xml_text
from timeline.formats.office_marks import OFFICE_MARKS
from timeline.formats.slides.carried import carry
from timeline.layout import PALETTE, Box
from timeline.vocabulary import Shape

__all__ = [
    "BAND",
    "FAINT",
    "FORMS",
    "INK",
    "LINE",
    "LIT",
    "PAPER",
    "QUIET",
    "SHADE",
    "Ink",
    "Pen",
    "find_ink",
    "to_emu",
]

_DECORATIVE: Final = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_ACCENTS: Final = (
    *(MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3),
    *(MSO_THEME_COLOR.ACCENT_4, MSO_THEME_COLOR.ACCENT_5, MSO_THEME_COLOR.ACCENT_6),
)
FORMS: Final = {form: MSO_SHAPE.from_xml(mark.preset) for form, mark in OFFICE_MARKS.items()}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """A theme colour, drawn towards a middle grey by a share from 0 to 1, or covering what is under it to a share less.

    Both hold on dark and on light slides: nothing is made lighter, which on a dark one would make it stand out.
    """

    theme: Any
    muted: float = 0.0
    cover: float = 1.0

    def paint(self, colour: Any) -> None:
        """Set a colour of python-pptx to this."""
        colour.theme_color = self.theme
        changes = {"a:lumMod": 1 - self.muted, "a:lumOff": self.muted / 2} if self.muted else {}
        if self.cover < 1:
            changes["a:alpha"] = self.cover
        for tag, share in changes.items():
            etree.SubElement(colour._color._xClr, qn(tag), val=str(round(share * 100_000)))  # noqa: SLF001


INK: Final = Ink(theme=MSO_THEME_COLOR.TEXT_1)
QUIET: Final = Ink(theme=MSO_THEME_COLOR.TEXT_1, muted=0.65)
LINE: Final = Ink(theme=MSO_THEME_COLOR.TEXT_1, cover=0.3)
FAINT: Final = Ink(theme=MSO_THEME_COLOR.TEXT_1, cover=0.12)
"""For gridlines, over which labels stand."""
BAND: Final = Ink(theme=MSO_THEME_COLOR.TEXT_1, cover=0.1)
SHADE: Final = Ink(theme=MSO_THEME_COLOR.TEXT_1, cover=0.05)
LIT: Final = Ink(theme=MSO_THEME_COLOR.ACCENT_1)
PAPER: Final = Ink(theme=MSO_THEME_COLOR.BACKGROUND_1)


def find_ink(colour: str, cover: float = 1.0) -> Ink:
    """The accent that stands for a colour of the palette; grey for any other.

    Bands are see-through and not lightened: a saturated accent made lighter glares.
    """
    if colour in PALETTE:
        return Ink(theme=_ACCENTS[PALETTE.index(colour)], cover=cover)
    return Ink(theme=MSO_THEME_COLOR.TEXT_1, muted=0.9, cover=cover)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """Draws into `shapes` (of a slide or a group), `left` and `top` pixels off its corner.

    Type is set `stretch` times smaller than it is laid out: layouts measure Arial, and the template's font runs wider.
    Every shape carries the id of the event that the pen draws, if it draws one.
    """

    shapes: Any
    left: float = 0.0
    top: float = 0.0
    stretch: float = 1.0
    event_id: str = ""

    @contextlib.contextmanager
    def draw_group(self, name: str, alt: str, *, event_id: str = "") -> Iterator["Pen"]:
        """A pen for a new group with a name and an alternative text; it and all in it carry the id of the event."""
        group = self.shapes.add_group_shape()
        self._describe(group, name)
        carry(group, event_id, alt)
        shapes = group.shapes
        measure = shapes._recalculate_extents  # noqa: SLF001  measured once, not anew at every shape
        shapes._recalculate_extents = _leave_unmeasured  # noqa: SLF001
        yield dataclasses.replace(self, shapes=shapes, event_id=event_id)
        measure()

    def draw_text(
        self,
        lines: Sequence[str],
        box: Box,
        size: float,
        *,
        name: str,
        ink: Ink = INK,
        align: str = "left",
        bold: str = "",
        alt: str = "",
    ) -> Any:
        """Lines of text, broken as given and never anew, `size` pixels high; `bold`, with which they begin, is bold."""
        shape = self.shapes.add_textbox(
            self._to_x(box.left), self._to_y(box.top), to_emu(box.width), to_emu(box.height)
        )
        self._describe(shape, name)
        carry(shape, self.event_id, alt)
        frame = shape.text_frame
        frame.auto_size, frame.word_wrap, frame.vertical_anchor = MSO_AUTO_SIZE.NONE, False, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}[align]
            head = bold if number == 0 and bold and line.startswith(bold) else ""
            for part, weight in ((head, True), (line[len(head) :], False)):
                if part or not line:
                    run = paragraph.add_run()
                    run.text = part[: len(part) - len(part.lstrip())] + clean_xml_text(part)  # the blank after a date
                    run.font.size, run.font.bold = Pt(round(size / self.stretch * 0.75 * 2) / 2), weight
                    ink.paint(run.font.color)
        return shape

    def draw_runs(
        self, parts: Sequence[tuple[str, bool]], box: Box, size: float, *, name: str, ink: Ink, lit: Ink
    ) -> Any:
        """One text that PowerPoint breaks, `size` pixels high, at the top of `box`; what is lit is bold in its ink."""
        shape = self.draw_text([], box, size, name=name, alt=" ".join("".join(text for text, _ in parts).split()))
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        for text, is_lit in parts:
            run = frame.paragraphs[0].add_run()
            run.text = _with_ends(text)
            run.font.size, run.font.bold = Pt(round(size / self.stretch * 0.75 * 2) / 2), is_lit
            (lit if is_lit else ink).paint(run.font.color)
        return shape

    def draw_page_number(self, box: Box, size: float, number: int) -> None:
        """The number of the slide, right in `box`, as a field that counts anew when slides are moved."""
        shape = self.draw_text([str(number)], box, size, name="Page", ink=QUIET, align="right")
        run = shape.text_frame.paragraphs[0].runs[0]._r  # noqa: SLF001  python-pptx has no call for fields
        field = etree.Element(qn("a:fld"), id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
        field.extend(list(run))
        run.getparent().replace(run, field)

    def link(self, shape: Any, address: str) -> None:
        """Let a click on `shape` in the show open `address`, if there is one; its text keeps its look."""
        if address:
            shape.click_action.hyperlink.address = address

    def draw_line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        name: str,
        ink: Ink = LINE,
        width: float = 1.0,
        dashed: bool = False,
        arrows: tuple[bool, bool] = (False, False),
    ) -> Any:
        """A straight line, `width` pixels wide; `arrows` at its start and end. It is decoration to a screen reader."""
        shape = self.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, self._to_x(start[0]), self._to_y(start[1]), self._to_x(end[0]), self._to_y(end[1])
        )
        _remove_effects(shape)
        self._decorate(shape, name)
        ink.paint(shape.line.color)
        shape.line.width = Pt(width * 0.75)
        if dashed:
            shape.line.dash_style = MSO_LINE_DASH_STYLE.DASH
        for tag, wanted in zip(("a:headEnd", "a:tailEnd"), arrows, strict=True):
            if wanted:
                etree.SubElement(shape.line._get_or_add_ln(), qn(tag), type="triangle", w="sm", len="sm")  # noqa: SLF001
        return shape

    def draw_mark(
        self, form: str, x: float, y: float, size: float, ink: Ink, *, hollow: bool, dashed: bool, name: str
    ) -> Any:
        """A mark of `size` pixels around a point."""
        half = size / 2
        shape = self.shapes.add_shape(
            FORMS[form], self._to_x(x - half), self._to_y(y - half), to_emu(size), to_emu(size)
        )
        _remove_effects(shape)
        self._decorate(shape, name)
        shape.rotation = 90 if form == Shape.PLANNED else 0
        shape.fill.solid()
        (PAPER if hollow else ink).paint(shape.fill.fore_color)
        ink.paint(shape.line.color)
        shape.line.width = Pt(1.25)
        if dashed:
            shape.line.dash_style = MSO_LINE_DASH_STYLE.SQUARE_DOT
        return shape

    def draw_bar(self, box: Box, ink: Ink, *, name: str) -> Any:
        """A filled rectangle without outline."""
        shape = self.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, self._to_x(box.left), self._to_y(box.top), to_emu(box.width), to_emu(box.height)
        )
        _remove_effects(shape)
        self._decorate(shape, name)
        shape.fill.solid()
        ink.paint(shape.fill.fore_color)
        shape.line.fill.background()
        return shape

    def draw_zigzag(self, x: float, y: float) -> None:
        """The sign of a broken axis around a point."""
        builder = self.shapes.build_freeform(self._to_x(x - 12), self._to_y(y))
        points = [(x - 7.5, y - 5), (x - 2.5, y + 5), (x + 2.5, y - 5), (x + 7.5, y + 5), (x + 12, y)]
        builder.add_line_segments([(self._to_x(a), self._to_y(b)) for a, b in points], close=False)
        shape = builder.convert_to_shape()
        _remove_effects(shape)
        self._decorate(shape, "Axis break")
        shape.fill.background()
        QUIET.paint(shape.line.color)
        shape.line.width = Pt(1.25)

    def _describe(self, shape: Any, name: str) -> None:
        shape._element._nvXxPr.cNvPr.set("name", clean_xml_text(name)[:120])  # noqa: SLF001
        carry(shape, self.event_id)

    def _decorate(self, shape: Any, name: str) -> None:
        """Name a shape and mark it as decoration, which screen readers pass over."""
        self._describe(shape, name)
        properties = shape._element._nvXxPr.cNvPr  # noqa: SLF001  python-pptx has no call for decoration
        extensions = etree.SubElement(properties, qn("a:extLst"))
        extension = etree.SubElement(extensions, qn("a:ext"), uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
        etree.SubElement(extension, f"{{{_DECORATIVE}}}decorative", nsmap={"adec": _DECORATIVE}, val="1")

    def _to_x(self, pixels: float) -> Emu:
        return to_emu(self.left + pixels)

    def _to_y(self, pixels: float) -> Emu:
        return to_emu(self.top + pixels)


def _with_ends(text: str) -> str:
    """`text` as XML takes it on one line, the blanks kept at its ends."""
    said = clean_xml_text(" ".join(text.split()))
    return f"{' ' * text[:1].isspace()}{said}{' ' * (text[-1:].isspace() and bool(said))}"


def glue(line: Any, shape: Any, site: int) -> None:
    """Tie the start of a line to a connection site of a shape, so that it follows when the shape is moved."""
    properties = line.element.nvCxnSpPr.cNvCxnSpPr
    etree.SubElement(properties, qn("a:stCxn"), id=str(shape.shape_id), idx=str(site))


def _leave_unmeasured() -> None:
    """Leave a group unmeasured while it grows."""


def to_emu(pixels: float) -> Emu:
    """So many pixels in PowerPoint's unit."""
    return Emu(round(pixels * PIXEL))


def _remove_effects(shape: Any) -> None:
    """Take away the theme's effects: LibreOffice gives lines a shadow, and shapes an outline of their own."""
    style = shape._element.find(qn("p:style"))  # noqa: SLF001
    if style is not None:
        shape._element.remove(style)  # noqa: SLF001
