"""One event on one slide, as the deck shows it and as the timeline has it now -> its shapes brought up to date.

A shape that a user has moved, coloured or typed over stays as it is in that; everything else follows the timeline.
"""

import copy
import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from timeline.formats.deck_events import DeckEvent, describe_deck_event, name_deck_event
from timeline.formats.refresh.axis import Axis, find_strip_day
from timeline.formats.refresh.label_text import LabelText, clear_mark, is_typed, rewrite_label, set_lines, strike
from timeline.formats.refresh.leaves import Leaf
from timeline.formats.refresh.room import SlideContent
from timeline.formats.slides.carried import carry, read_said
from timeline.formats.slides.shapes import FORMS
from timeline.layout import Box, measure_text, wrap
from timeline.layout.rows import HEAD_GAP
from timeline.typeface import Weight
from timeline.vocabulary import Shape

__all__ = ["Page", "mark_gone", "update_event"]

LINE: Final = 1.3
_WIDEST: Final = 15.0
_MOST_LINES: Final = 5
_STEPS: Final = (1.0, 1.15, 1.35, 1.6, 2.0)
"""How much wider than it was a label may become, the least that does."""

_NEAR: Final = 2.0
"""A mark this many pixels off its day was moved by a user."""

_STRETCHES: Final = {"Possible days", "Bounds", "Period"}
_ON_STRIP: Final = {"This event", "Another event"}
_USUAL: Final = 12.5


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A slide: its shapes, its axes, its size in pixels, and how many times as wide as Arial its font runs."""

    slide: Any
    leaves: tuple[Leaf, ...]
    axes: tuple[Axis, ...]
    width: float
    height: float
    stretch: float

    @property
    def room(self) -> SlideContent:
        """What stands on it now."""
        return SlideContent(self.leaves, self.width, self.height)

    @property
    def axis(self) -> Axis | None:
        """The axis of its chart, if it has one."""
        return next((axis for axis in self.axes if axis.name == "Axis"), None)

    def shapes_of(self, event_id: str) -> list[Leaf]:
        """The shapes that carry an event."""
        return [leaf for leaf in self.leaves if leaf.event_id == event_id]


def update_event(page: Page, event_id: str, was: DeckEvent, now: DeckEvent) -> tuple[str, ...]:
    """Bring the shapes of an event up to date; what a user has typed over something that is new is named."""
    kept: list[str] = []
    shapes = page.shapes_of(event_id)
    for leaf in shapes:
        if leaf.is_group:
            _rename(leaf, was, now)
        elif leaf.name == "Label":
            kept += _update_label(page, leaf, was, now)
        elif leaf.shape.has_text_frame and (said := _find_said(leaf, was, now)):
            kept += _update_text(leaf, *said)
    if page.axis is not None:
        _move(page, shapes, page.axis, was, now)
    for leaf in shapes:
        if leaf.name in _ON_STRIP and (band := next((a for a in page.axes if a.name == "Band of time"), None)):
            _move_mark(leaf, band, find_strip_day(was), find_strip_day(now))
        elif leaf.name == "Mark":
            _restyle(leaf.shape, was, now)
    return tuple(dict.fromkeys(kept))


def _rename(leaf: Leaf, was: DeckEvent, now: DeckEvent) -> None:
    """Name and alternative text of a group, as far as they are ours; the number of the event stays."""
    number, dash, rest = leaf.name.partition(" – ")
    if dash and rest == name_deck_event(was)[: 120 - len(number) - 3]:
        leaf.shape.name = f"{number} – {name_deck_event(now)}"[:120]
    said = read_said(leaf.shape)
    if said in {describe_deck_event(was), _describe_gone(was)}:
        carry(leaf.shape, "", describe_deck_event(now))


def _describe_gone(event: DeckEvent) -> str:
    return f"No longer in the timeline: {describe_deck_event(event)}"


def _update_label(page: Page, leaf: Leaf, was: DeckEvent, now: DeckEvent) -> tuple[str, ...]:
    frame, said = leaf.shape.text_frame, LabelText.read(read_said(leaf.shape))
    brief = said.head == was.brief and was.brief != was.short
    head = "" if not said.head else now.brief if brief else now.short
    wanted = LabelText(head=head, body=said.body if was.title == now.title else now.title)
    if wanted == said:
        return ()
    place: list[Box] = []
    kept = rewrite_label(frame, said, wanted, _make_breaker(page, leaf, wanted, place))
    if place:
        leaf.put(place[0])
    carry(leaf.shape, "", str(wanted))
    return kept


def _make_breaker(page: Page, leaf: Leaf, now: LabelText, place: list[Box]) -> Callable[[str, bool], Sequence[str]]:
    """Breaks a title into the lines of a label; the box they need goes into `place`, unless its size is a user's."""
    frame, box, room = leaf.shape.text_frame, leaf.box, page.room
    size = _measure_size(leaf) * page.stretch
    steady = abs(box.height - len(frame.paragraphs) * size * LINE) < size * LINE / 2 and not frame.word_wrap

    def lines_of(title: str, beside: bool) -> Sequence[str]:  # noqa: FBT001  its one choice
        if frame.word_wrap:
            return [title]
        indent = measure_text(now.head + HEAD_GAP, size, Weight.BOLD) if beside and now.head else 0.0
        heads = 0 if beside else 1
        for step in _STEPS if steady else ():
            wide = min(box.width * step, max(_WIDEST * size, box.width))
            lines = wrap(title, size, wide, _MOST_LINES, indent=indent)
            if (lines and lines[-1].endswith("…")) or not lines:
                continue
            widths = [measure_text(line, size) + indent * (not number) for number, line in enumerate(lines)]
            width = max([*widths, measure_text(now.head, size, Weight.BOLD) * heads])
            height = (len(lines) + heads) * size * LINE
            for top in dict.fromkeys((box.top, box.bottom - height)):
                new = Box(left=_find_left(leaf, box, width), top=top, width=width, height=height)
                if room.is_free(new, leaf.event_id):
                    place.append(new)
                    return lines
        return wrap(title, size, box.width, max(len(frame.paragraphs) - heads, 1), indent=indent)

    return lines_of


def _find_left(leaf: Leaf, box: Box, width: float) -> float:
    """Where a box begins that has become so wide: a label that ends at its mark still does."""
    look = leaf.shape.text_frame.paragraphs[0]._p.find(qn("a:pPr"))  # noqa: SLF001
    return box.right - width if look is not None and look.get("algn") == "r" else box.left


def _measure_size(leaf: Leaf) -> float:
    """The size of the type in pixels, where it begins."""
    runs = [run for paragraph in leaf.shape.text_frame.paragraphs for run in paragraph.runs]
    points = next((run.font.size.pt for run in runs if run.font.size), _USUAL)
    return float(points / 0.75)


def _find_said(leaf: Leaf, was: DeckEvent, now: DeckEvent) -> tuple[str, str, str] | None:
    """Which part of the event a text on a slide of its own says, and its words before and now."""
    if leaf.shape.is_placeholder:
        return "title", was.title, now.title
    words = {"Date": (was.date, now.date), "Source": (was.source, now.source), "Quote": (_quote(was), _quote(now))}
    return (leaf.name.lower(), *words[leaf.name]) if leaf.name in words else None


def _quote(event: DeckEvent) -> str:
    return f"“{event.quote}”" if event.quote else ""


def _update_text(leaf: Leaf, part: str, was: str, now: str) -> tuple[str, ...]:
    if was == now or not now:
        return ()
    if is_typed(leaf.shape.text_frame, was):
        return (part,)
    set_lines(leaf.shape.text_frame, [now])
    if leaf.name == "Source":
        leaf.shape.text_frame.word_wrap = True
    _shrink(leaf, now)
    carry(leaf.shape, "", now)
    return ()


def _shrink(leaf: Leaf, text: str) -> None:
    """Set a longer text smaller, down to 16 points, until its box holds it."""
    size, box, frame = _measure_size(leaf), leaf.box, leaf.shape.text_frame
    if leaf.name != "Quote":
        return
    while size > 21.33 and len(wrap(text, size * 1.15, box.width * 0.96, 40)) * size * 1.25 > box.height:
        size -= 2.67
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(round(size * 1.5) / 2)


def _move(page: Page, shapes: Sequence[Leaf], axis: Axis, was: DeckEvent, now: DeckEvent) -> None:
    """Mark, stems and days to where the event lies now, as far as nobody has moved them."""
    before, after = axis.to_x(was.at), axis.to_x(now.at)
    if before is None or after is None or before == after:
        _stretch(shapes, axis, was, now)
        return
    marks = [leaf for leaf in shapes if leaf.name == "Mark"]
    moved = [leaf for leaf in marks if _move_mark(leaf, axis, was.at, now.at)]
    stems = [leaf for leaf in shapes if leaf.name == "Stem"]
    for stem in stems if moved else ():
        ends = [(after if abs(x - before) <= _NEAR else x, y) for x, y in stem.ends]
        stem.put_ends((ends[0], ends[1]))
    if moved and not stems:  # a title beside its mark goes with it, where there is room
        for label in (leaf for leaf in shapes if leaf.name == "Label"):
            box = dataclasses.replace(label.box, left=label.box.left + after - before)
            if page.room.is_free(box, label.event_id):
                label.put(box)
    _stretch(shapes, axis, was, now)


def _move_mark(leaf: Leaf, axis: Axis, was: float | None, now: float | None) -> bool:
    """Move a mark to its day, unless somebody has moved it; whether it is there."""
    before, after, box = axis.to_x(was), axis.to_x(now), leaf.box
    if before is None or after is None or abs(box.left + box.width / 2 - before) > _NEAR:
        return False
    leaf.put(dataclasses.replace(box, left=after - box.width / 2))
    return True


def _stretch(shapes: Sequence[Leaf], axis: Axis, was: DeckEvent, now: DeckEvent) -> None:
    """The days that an event covers or can lie on."""
    for leaf in (leaf for leaf in shapes if leaf.name in _STRETCHES and _is_in_place(leaf, axis, was)):
        if now.form == was.form and (now.first, now.last) != (was.first, was.last):
            left, right = (axis.clip(end) for end in _find_ends(axis, now))
            if leaf.is_line:
                (_, y), (_, to_y) = leaf.ends
                leaf.put_ends(((left, y), (right, to_y)))
            else:
                leaf.put(dataclasses.replace(leaf.box, left=left, width=max(right - left, 1)))
        elif now.form == "point" and was.form != "point":
            leaf.shape._element.getparent().remove(leaf.shape._element)  # noqa: SLF001


def _is_in_place(leaf: Leaf, axis: Axis, was: DeckEvent) -> bool:
    """Whether nobody has moved the days of an event, or drawn them longer."""
    ends = [leaf.box.left, leaf.box.right] if not leaf.is_line else sorted(x for x, _ in leaf.ends)
    return all(abs(x - axis.clip(day)) <= _NEAR for x, day in zip(ends, _find_ends(axis, was), strict=True))


def _find_ends(axis: Axis, event: DeckEvent) -> tuple[float, float]:
    first, last = axis.days[0][0], axis.days[-1][0]
    return event.first if event.first is not None else first, event.last if event.last is not None else last


def _restyle(shape: Any, was: DeckEvent, now: DeckEvent) -> None:
    """Form, filling and outline of a mark, as far as they are still what they were."""
    geometry = shape._element.spPr.find(qn("a:prstGeom"))  # noqa: SLF001
    before, after = (FORMS.get(event.mark) for event in (was, now))
    is_ours = geometry is not None and before is not None and geometry.get("prst") == before.xml_value
    if is_ours and after is not None and before != after:
        geometry.set("prst", after.xml_value)
        shape.rotation = 90 if now.mark == Shape.PLANNED else 0
    if was.hollow != now.hollow:
        _fill(shape, hollow=now.hollow)
    if was.dashed != now.dashed and (shape.line.dash_style is not None) == was.dashed:
        shape.line.dash_style = MSO_LINE_DASH_STYLE.SQUARE_DOT if now.dashed else None


def _fill(shape: Any, *, hollow: bool) -> None:
    """Fill a mark as its outline is, or with the ground; a filling that is a user's own stays."""
    outline = shape._element.spPr.find(f"{qn('a:ln')}/{qn('a:solidFill')}")  # noqa: SLF001
    filling = shape._element.spPr.find(qn("a:solidFill"))  # noqa: SLF001
    if outline is None or filling is None or not len(outline) or not len(filling):
        return
    is_hollow = filling[0].tag == qn("a:schemeClr") and filling[0].get("val") == "bg1"
    if not hollow and is_hollow:
        filling.getparent().replace(filling, copy.deepcopy(outline))
    elif hollow and _is_same(filling, outline):
        shape.fill.solid()
        shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1


def _is_same(one: Any, other: Any) -> bool:
    return [(e.tag, dict(e.attrib)) for e in one.iter()] == [(e.tag, dict(e.attrib)) for e in other.iter()]


def mark_gone(page: Page, event_id: str, event: DeckEvent, *, gone: bool) -> None:
    """Strike through what a slide says of an event that the timeline no longer has, or take the lines away."""
    for leaf in page.shapes_of(event_id):
        if leaf.is_group and read_said(leaf.shape) in {describe_deck_event(event), _describe_gone(event)}:
            carry(leaf.shape, "", _describe_gone(event) if gone else describe_deck_event(event))
        elif leaf.name in {"Label", "Date", "Quote"} or (not leaf.is_group and leaf.shape.is_placeholder):
            strike(leaf.shape.text_frame, struck=gone)


def clear_marks(pages: Sequence[Page], known: Mapping[str, DeckEvent]) -> None:
    """Take away the sign of what was new at the last refresh."""
    for page in pages:
        for leaf in page.leaves:
            if leaf.name == "Label" and leaf.event_id in known:
                clear_mark(leaf.shape.text_frame)
