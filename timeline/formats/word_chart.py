"""A laid-out chart -> one drawing of native shapes for Word: vectors and text of its own, made without any browser.

Word draws what slides draw, so that a handout and a deck look alike; colours are those of the palette, for paper has no
theme.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any, Final

from lxml import etree
from lxml.builder import ElementMaker

from timeline.formats.office import PIXEL, clean_xml_text, measure_stretch
from timeline.formats.office_marks import OFFICE_MARKS
from timeline.layout import Box, Label, Layout, Mark, measure_text
from timeline.layout.over_axis import list_over_axis, measure_lift
from timeline.layout.positions import LegendEntry
from timeline.typeface import FAMILY
from timeline.vocabulary import Shape

__all__ = ["STRETCH", "draw_word_chart"]

_SPACES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_A, _MC, _W, _WP, _WPG, _WPS = (ElementMaker(namespace=uri, nsmap=_SPACES) for uri in _SPACES.values())

_INK: Final = "1D2126"
_QUIET: Final = "59616B"
_LINE: Final = "B8BEC6"
_BAND: Final = "E9ECEF"
_PAPER: Final = "FFFFFF"
_NOTE: Final = "C77700"
_SHADE: Final = "F8EEDF"
_PALE: Final = 30_000
"""How far, in thousandths of a per cent, days that are only possible cover what is under them."""

_LEADING: Final = 1.3
STRETCH: Final = measure_stretch(FAMILY)
"""Type is set so many times smaller than it is laid out: whatever takes the place of our typeface has room, and no line
is broken or cut where none was."""


def draw_word_chart(layout: Layout, words: str) -> Any:
    """The element of a run that holds the drawing of `layout`, which is one of flags; `words` say it to who cannot see.

    Each shape has a number of its own, as Word wants it.
    """
    shapes = [*_draw_notes(layout), *_draw_band(layout), *_draw_events(layout), *_draw_legend(layout)]
    for number, shape in enumerate(shapes, start=2):
        shape.find(f"{{{_SPACES['wps']}}}cNvPr").set("id", str(number))
    width, height = _to_emu(layout.width), _to_emu(layout.height)
    whole = {"x": "0", "y": "0"}, {"cx": width, "cy": height}
    frame = _A.xfrm(_A.off(**whole[0]), _A.ext(**whole[1]), _A.chOff(**whole[0]), _A.chExt(**whole[1]))
    group = _WPG.wgp(_WPG.cNvGrpSpPr(), _WPG.grpSpPr(frame), *shapes)
    inline = _WP.inline(
        _WP.extent(cx=width, cy=height), _WP.docPr(id="1", name="Timeline", descr=words), _WP.cNvGraphicFramePr(),
        _A.graphic(_A.graphicData(group, uri=_SPACES["wpg"])), distT="0", distB="0", distL="0", distR="0",
    )  # fmt: skip
    return _MC.AlternateContent(_MC.Choice(_W.drawing(inline), Requires="wpg"))


def _draw_notes(layout: Layout) -> Iterator[Any]:
    """What users wrote on the chart: a shade or a line through the whole plot, and its words above."""
    plot = layout.plot
    for shade in layout.shades:
        left, right = layout.to_x(shade.first), layout.to_x(shade.last)
        yield _draw_form("rect", Box(left=left, top=plot.top, width=right - left, height=plot.height), _SHADE)
        yield _draw_line((left, plot.top), (right, plot.top), _NOTE, 3.0)
    for rule in layout.rules:
        x = layout.to_x(rule.unit)
        yield _draw_line((x, plot.top), (x, plot.bottom), _NOTE, 1.0)
    for said in list_over_axis(layout):
        width, height = measure_text(said.text, layout.small) + 4, layout.small * _LEADING
        box = Box(left=said.find_left(layout), top=plot.top - measure_lift(layout) - height, width=width, height=height)
        yield _draw_text([said.text], box, layout.small, _INK)


def _draw_band(layout: Layout) -> Iterator[Any]:
    """The band of time with its ticks, cut where it leaves a stretch out."""
    plot, top = layout.plot, layout.plot.top + layout.axis_y - layout.axis_height / 2
    yield _draw_form("rect", Box(left=plot.left, top=top, width=plot.width, height=layout.axis_height), _BAND)
    for gap in layout.breaks:
        left, right = max(layout.to_x(gap.first), plot.left), min(layout.to_x(gap.last), plot.right)
        yield _draw_form("rect", Box(left=left, top=top, width=right - left, height=layout.axis_height), _PAPER)
        if right - left > measure_text(gap.text, layout.small):
            yield _draw_at((left + right) / 2, top + layout.axis_height - 3, [gap.text], layout.small)
    for tick in layout.ticks:
        lines = [tick.year, tick.text] if tick.year else [tick.text]
        yield _draw_at(layout.to_x(tick.unit), top + layout.axis_height - 3, lines, layout.small)


def _draw_at(x: float, foot: float, lines: Sequence[str], size: float) -> Any:
    """Lines of text around `x` that end at `foot`."""
    width, height = max(measure_text(line, size) for line in lines) + 4, len(lines) * size * _LEADING
    box = Box(left=x - width / 2, top=foot - height, width=width, height=height)
    return _draw_text(lines, box, size, _QUIET, align="center")


def _draw_events(layout: Layout) -> Iterator[Any]:
    for stem in layout.stems:
        points = [(layout.to_x(unit), layout.plot.top + down) for unit, down in stem.points]
        yield from (_draw_line(*ends, _LINE, 1.0) for ends in itertools.pairwise(points))
    for mark in layout.marks:
        yield from _draw_mark(layout, mark)
    for label in layout.labels:
        yield _draw_label(layout, label)


def _draw_mark(layout: Layout, mark: Mark) -> Iterator[Any]:
    """The days of an event and its mark."""
    x, y, colour = layout.to_x(mark.unit), layout.plot.top + mark.y, mark.colour.lstrip("#")
    left = max(layout.to_x(mark.first), layout.plot.left)
    right = min(layout.to_x(mark.last), layout.plot.right)
    if mark.form == "period":
        yield _draw_line((left, y), (right, y), colour, 4.0, is_open=mark.open_end)
    elif mark.form == "band" and mark.dashed:
        yield _draw_line((left, y), (right, y), colour, 1.5, dashed=True)
    elif mark.form == "band":
        yield _draw_form("rect", Box(left=left, top=y - 4, width=max(right - left, 1), height=8), colour, cover=_PALE)
    is_square = mark.form == "period" and mark.shape == Shape.DOT
    form = OFFICE_MARKS["square" if is_square else mark.shape].preset
    yield _draw_sign(form, (x, y), mark.size, colour, hollow=mark.hollow or mark.shape.hollow, dashed=mark.dashed)


def _draw_sign(
    form: str, at: tuple[float, float], size: float, colour: str, *, hollow: bool = False, dashed: bool = False
) -> Any:
    box = Box(left=at[0] - size / 2, top=at[1] - size / 2, width=size, height=size)
    outline = _draw_outline(colour, 1.5, dashed=dashed)
    return _draw_form(form, box, _PAPER if hollow else colour, outline=outline, turned=form == "triangle")


def _draw_label(layout: Layout, label: Label) -> Any:
    """Date and title of an event."""
    lines = [label.head, *label.lines] if label.head else list(label.lines)
    return _draw_text(lines, layout.find_box(label), label.size, _INK, bold=bool(label.head))


def _draw_legend(layout: Layout) -> Iterator[Any]:
    for entry in layout.legend:
        if entry.indent:
            yield _draw_sample(entry)
        width = measure_text(entry.text, layout.small) + 4
        top = entry.y - layout.small * _LEADING / 2
        box = Box(left=entry.left + entry.indent, top=top, width=width, height=layout.small * _LEADING)
        yield _draw_text([entry.text], box, layout.small, _QUIET)


def _draw_sample(entry: LegendEntry) -> Any:
    is_plain = entry.sample in {"colour", "day", "period", Shape.DENIED}
    form = OFFICE_MARKS[entry.sample if entry.sample in set(Shape) else Shape.DOT].preset
    dashed = entry.sample in {"bounded", "assumed", "one-of"}
    at = (entry.left + entry.indent / 2 - 2, entry.y)
    return _draw_sign(form, at, 8, entry.colour.lstrip("#"), hollow=not is_plain, dashed=dashed)


def _to_emu(pixels: float) -> str:
    return str(round(pixels * PIXEL))


def _draw_fill(colour: str, cover: int = 100_000) -> Any:
    hue = _A.srgbClr(val=colour)
    if cover < 100_000:
        hue.append(_A.alpha(val=str(cover)))
    return _A.solidFill(hue)


def _draw_outline(colour: str, width: float, *, dashed: bool = False) -> Any:
    line = _A.ln(_draw_fill(colour), w=_to_emu(width))
    if dashed:
        line.append(_A.prstDash(val="sysDash"))
    return line


def _draw_form(
    form: str, box: Box, colour: str, *, outline: Any = None, cover: int = 100_000, turned: bool = False
) -> Any:
    """A filled shape."""
    place = _make_place(box)
    if turned:
        place.set("rot", "5400000")
    look = [_draw_fill(colour, cover), _A.ln(_A.noFill()) if outline is None else outline]
    drawn = _WPS.spPr(place, _A.prstGeom(_A.avLst(), prst=form), *look)
    return _WPS.wsp(_WPS.cNvPr(id="0", name="Shape"), _WPS.cNvSpPr(), drawn, _WPS.bodyPr())


def _make_place(box: Box) -> Any:
    return _A.xfrm(
        _A.off(x=_to_emu(box.left), y=_to_emu(box.top)), _A.ext(cx=_to_emu(box.width), cy=_to_emu(box.height))
    )


def _draw_line(
    start: tuple[float, float], end: tuple[float, float], colour: str, width: float, *,
    dashed: bool = False, is_open: bool = False,
) -> Any:  # fmt: skip
    """A straight line, with an arrow where it goes on."""
    (x, y), (to_x, to_y) = start, end
    place = _make_place(Box(left=min(x, to_x), top=min(y, to_y), width=abs(to_x - x), height=abs(to_y - y)))
    for name, turned in (("flipH", to_x < x), ("flipV", to_y < y)):
        if turned:
            place.set(name, "1")
    line = _draw_outline(colour, width, dashed=dashed)
    if is_open:
        line.append(_A.tailEnd(type="triangle", w="sm", len="sm"))
    drawn = _WPS.spPr(place, _A.prstGeom(_A.avLst(), prst="line"), line)
    return _WPS.wsp(_WPS.cNvPr(id="0", name="Line"), _WPS.cNvCnPr(), drawn, _WPS.bodyPr())


def _draw_text(
    lines: Sequence[str], box: Box, size: float, colour: str, *, align: str = "left", bold: bool = False
) -> Any:
    """Lines of text, the first of them `bold`, broken as given; the box is a little wider than they are."""
    content = _W.txbxContent(
        *(_write_line(line, size, colour, align, bold=bold and not number) for number, line in enumerate(lines))
    )
    drawn = _WPS.spPr(_make_place(box), _A.prstGeom(_A.avLst(), prst="rect"), _A.noFill(), _A.ln(_A.noFill()))
    inside = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), "0")
    return _WPS.wsp(
        _WPS.cNvPr(id="0", name="Text"), _WPS.cNvSpPr(txBox="1"), drawn, _WPS.txbx(content),
        _WPS.bodyPr(wrap="none", anchor="t", **inside),
    )  # fmt: skip


def _write_line(text: str, size: float, colour: str, align: str, *, bold: bool) -> Any:
    name = f"{{{_SPACES['w']}}}"
    exact = str(round(size * _LEADING * 15))  # twentieths of a point
    apart = {"before": "0", "after": "0", "line": exact, "lineRule": "exact"}
    spacing = _W.spacing(**{f"{name}{key}": value for key, value in apart.items()})
    look = _W.rPr(_W.color(**{f"{name}val": colour}), _W.sz(**{f"{name}val": str(round(size * 1.5 / STRETCH))}))
    if bold:
        look.insert(0, _W.b())
    said = etree.SubElement(run := _W.r(look), f"{name}t")
    said.text = clean_xml_text(text)
    return _W.p(_W.pPr(spacing, _W.jc(**{f"{name}val": align})), run)
