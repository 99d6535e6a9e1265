"""The presentation to draw into: the user's own file, or a plain 16:9 one with a title and nothing else.

Only masters, layouts and theme of the user's file are kept; its slides are samples and go.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

import pptx
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Emu, Pt

from timeline.errors import FormatError
from timeline.formats.office import EPOCH, PANOSE, PIXEL, clean_xml_text
from timeline.formats.slides.template_file import drop_slides, name_template, open_presentation
from timeline.formats.slides.title import Heading, read_heading
from timeline.formats.slides.typeface import measure_body_stretch, measure_head_stretch
from timeline.layout import PALETTE, Box, wrap
from timeline.typeface import FAMILY, Weight

__all__ = ["MARGIN", "SIZES", "Template", "find_title_placeholder", "make_template", "open_template"]

SIZES: Final = {"16:9": (1280, 720), "4:3": (960, 720)}
"""Width and height in pixels of slides without a template."""

_TITLE: Final = 26  # points
_TITLE_LINE: Final = 42
_LONGEST: Final = 255  # characters of a property
MARGIN: Final = 48.0
"""Half an inch."""

_TITLES: Final = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
_BODIES: Final = {PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY}
_ANCILLARY: Final = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A presentation without slides, the layout to use, and the part of a slide that a chart may fill, in pixels.

    `heading` is the box of titles, `stretch` how many times as wide as Arial the font of texts runs, `left_out` what of
    the user's file is in no deck.
    """

    presentation: Any
    layout: Any
    area: Box
    heading: Heading
    stretch: float
    left_out: tuple[str, ...] = ()

    def add_slide(self, title: str, tail: str = "") -> Any:
        """A slide whose title placeholder says `title: tail`, smaller or cut where there is no room for it."""
        slide = self.presentation.slides.add_slide(self.layout)
        heading = find_title_placeholder(slide)
        for shape in list(slide.placeholders):
            if shape.element is not heading.element:
                shape.element.getparent().remove(shape.element)
        lines, points = self.heading.fit(title, tail)
        frame = heading.text_frame
        frame.text = "\v".join(map(clean_xml_text, lines))
        if points < self.heading.points:
            for run in frame.paragraphs[0].runs:
                run.font.size = Pt(points)
        return slide


def find_title_placeholder(slide: Any) -> Any:
    """The title placeholder of a slide; None where it has none.

    Not `shapes.title`, which is the placeholder with the index 0: a brand may give its title any other.
    """
    titles = (shape for shape in slide.placeholders if shape.placeholder_format.type in _TITLES)
    return next(titles, None)


def make_template(presentation: Any, layout: Any, left_out: tuple[str, ...] = ()) -> Template:
    """`presentation` as what more slides with `layout` are added to."""
    title = next(p for p in layout.placeholders if p.placeholder_format.type in _TITLES)
    return Template(
        presentation=presentation,
        layout=layout,
        area=_find_area(presentation, layout),
        heading=read_heading(layout, title),
        stretch=measure_body_stretch(layout.slide_master),
        left_out=left_out,
    )


def open_template(
    data: bytes | None, *, titles: Sequence[str] = ("",), created: dt.date = EPOCH, size: str = "16:9"
) -> Template:
    """The template in `data` (.pptx or .potx), or the plain one of a `size`, with room for the longest of `titles`.

    The first of `titles` and `created` go into the file's properties.

    Raises
    ------
    FormatError
        If `data` is no presentation, none of its layouts has a title, or there is no such size.
    """
    if size not in SIZES:
        raise FormatError(f"unknown size {size!r} of a slide; choose one of: {', '.join(SIZES)}")
    presentation, left_out = open_presentation(data) if data is not None else (_make_plain(*SIZES[size], titles), ())
    properties = presentation.core_properties
    properties.title, properties.author, properties.last_modified_by = clean_xml_text(titles[0])[:_LONGEST], "", ""
    properties.comments, properties.keywords, properties.subject, properties.revision = "", "", "", 1
    properties.created = properties.modified = dt.datetime.combine(created, dt.time())
    with name_template(given=data is not None):
        return make_template(presentation, _pick(presentation.slide_layouts), left_out)


def _pick(layouts: Any) -> Any:
    """The layout with a title that has least else: one without a body if there is one."""
    titled = [layout for layout in layouts if any(p.placeholder_format.type in _TITLES for p in layout.placeholders)]
    if not titled:
        raise FormatError("the template has no layout with a title; add one in PowerPoint, or leave the template out")
    return min(titled, key=lambda layout: (_is_cover(layout), sum(1 for _ in layout.placeholders)))


def _is_cover(layout: Any) -> bool:
    """Whether a layout is that of a cover, with its title in the middle."""
    return any(p.placeholder_format.type == PP_PLACEHOLDER.CENTER_TITLE for p in layout.placeholders)


def _find_area(presentation: Any, layout: Any) -> Box:
    """The body placeholder's rectangle; else everything between the title and the footers, less the margins."""
    width, height = presentation.slide_width / PIXEL, presentation.slide_height / PIXEL
    bodies = [p for p in layout.placeholders if p.placeholder_format.type in _BODIES and p.width]
    if bodies:
        body = max(bodies, key=lambda p: p.width * p.height)
        return Box(left=body.left / PIXEL, top=body.top / PIXEL, width=body.width / PIXEL, height=body.height / PIXEL)
    title = next(p for p in layout.placeholders if p.placeholder_format.type in _TITLES)
    footers = [p.top / PIXEL for p in layout.placeholders if p.placeholder_format.type in _ANCILLARY and p.top]
    top = (title.top + title.height) / PIXEL
    bottom = min([height - MARGIN, *(foot for foot in footers if foot > height / 2)])
    return Box(left=MARGIN, top=top, width=width - 2 * MARGIN, height=bottom - top)


def _make_plain(width: int, height: int, titles: Sequence[str]) -> Any:
    """python-pptx's own template in this size, with one layout, the palette as accents, nothing in its properties."""
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Emu(width * PIXEL), Emu(height * PIXEL)
    keep: Any = presentation.slide_layouts.get_by_name("Title Only")
    for layout in list(presentation.slide_layouts):
        if layout is not keep:
            presentation.slide_layouts.remove(layout)
    master = presentation.slide_master
    for holder in (keep, master):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type not in _TITLES:
                shape.element.getparent().remove(shape.element)
    _restyle(master)
    size, room = _TITLE / 0.75 * measure_head_stretch(master), width - 2 * MARGIN
    lines = max(len(wrap(title, size, room, weight=Weight.BOLD)) for title in titles) or 1
    title = next(iter(master.placeholders))
    title.left, title.top = Emu(int(MARGIN * PIXEL)), Emu(int(MARGIN * PIXEL))
    title.width, title.height = Emu(int(room * PIXEL)), Emu(lines * _TITLE_LINE * PIXEL)
    drop_slides(presentation)
    return presentation


def _restyle(master: Any) -> None:
    """Titles left and bold, all at one height; our typeface, or what is like it; the palette as accents."""
    names = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    names["p"] = "http://schemas.openxmlformats.org/presentationml/2006/main"
    style = master.element.find(".//p:titleStyle/a:lvl1pPr", names)
    style.set("algn", "l")
    style.find("a:defRPr", names).attrib.update({"sz": str(_TITLE * 100), "b": "1"})
    body = next(iter(master.placeholders)).text_frame._txBody.bodyPr  # noqa: SLF001
    body.attrib.update({"anchor": "t", "lIns": "0", "rIns": "0", "tIns": "0", "bIns": "0"})
    for fit in list(body):
        body.remove(fit)
    part = master.part.part_related_by(RT.THEME)
    theme = etree.fromstring(part.blob)
    for font in theme.iterfind(".//a:fontScheme/*/a:latin", names):
        font.attrib.update({"typeface": FAMILY, "panose": PANOSE})
    for number, colour in enumerate(PALETTE, start=1):
        accent = theme.find(f".//a:clrScheme/a:accent{number}", names)
        accent.clear()
        etree.SubElement(accent, f"{{{names['a']}}}srgbClr", val=colour.lstrip("#"))
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
