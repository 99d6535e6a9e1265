"""A title and the box of its placeholder -> lines and a type size in which it fits: the brand's own where it does."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any, Final

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from timeline.formats.office import PIXEL
from timeline.formats.slides.typeface import measure_head_stretch
from timeline.layout import clean_text, wrap
from timeline.typeface import Weight

__all__ = ["LEAST", "Heading", "read_heading"]

LEAST: Final = 24.0
"""Points: smaller, a title is no title."""

_LINES: Final = 2
_LINE: Final = 1.2
_OVER: Final = 0.2  # of a line a box may lack, as brands' often do
_CAPITALS: Final = 1.2
_USUAL: Final = 44.0
_INSET: Final = 9.6  # pixels, where a placeholder says nothing else
_READ: Final = 300  # characters
_WORD: Final = 40  # so far back the end of a word is looked for


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Where titles stand: width and height in pixels, the size in points, and how wide the font runs."""

    width: float
    height: float
    points: float
    stretch: float

    def fit(self, title: str, tail: str = "") -> tuple[tuple[str, ...], float]:
        """``title: tail``, and the largest type size up to the heading's in which it fits.

        It is one text to be broken wherever there is room, or two where the tail has a line for itself. Where it has no
        room in any size, it is the title that is cut, with an ellipsis: the tail tells slides apart.
        """
        said, end = clean_text(title), f": {tail}" if tail else ""
        for points in _list_sizes(self.points):
            if tail and not self._holds([said + end], points) and self._holds([f"{said}:", tail], points):
                return (f"{said}:", tail), points
            if self._holds([said + end], points, _LINES):
                return (said + end,), points
        points, said = min(self.points, LEAST), said[:_READ]
        while said and not self._holds([f"{said}…{end}"], points, _LINES):
            shorter = said[: len(said) - 1 - len(said) // 20]
            said = shorter.rpartition(" ")[0] if " " in shorter[_WORD:] else shorter
        return (f"{said.rstrip(' ,;:.–-')}…{end}",), points

    def _holds(self, texts: Sequence[str], points: float, lines: int = 1) -> bool:
        """Whether there is room for all `texts`, each in so many `lines`, without cutting any."""
        pixels = points / 0.75
        room = min(_LINES, max(1, int(self.height / (pixels * _LINE) + _OVER)))
        each = min(lines, room // len(texts))
        broken = (wrap(text[: _READ + 1], pixels * self.stretch, self.width, each, Weight.BOLD) for text in texts)
        return each > 0 and all(
            len(text) <= _READ and _is_same("".join(lines), text) for text, lines in zip(texts, broken, strict=True)
        )


def _is_same(one: str, other: str) -> bool:
    """Whether two texts differ in white space at most."""
    return one.replace(" ", "") == other.replace(" ", "")


def _list_sizes(points: float) -> Iterator[float]:
    """From `points` down to the least."""
    yield points
    while points > LEAST:
        points = max(points - 2, LEAST)
        yield points


def read_heading(layout: Any, title: Any) -> Heading:
    """The heading of a slide layout whose title placeholder is `title`."""
    master = layout.slide_master
    style = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    own = [
        found
        for found in (_find_own(title), *(_find_own(shape) for shape in _list_titles(master)), style)
        if found is not None
    ]
    size = next((int(found.get("sz")) / 100 for found in own if found.get("sz")), _USUAL)
    capitals = next((found.get("cap") for found in own if found.get("cap")), "none") == "all"
    body = [shape.text_frame._txBody.bodyPr for shape in (title, *_list_titles(master))]  # noqa: SLF001
    inset = {
        side: _find_inset(body, side, usual) for side, usual in (("lIns", 1), ("rIns", 1), ("tIns", 0.5), ("bIns", 0.5))
    }
    return Heading(
        width=title.width / PIXEL - inset["lIns"] - inset["rIns"],
        height=title.height / PIXEL - inset["tIns"] - inset["bIns"],
        points=size,
        stretch=measure_head_stretch(master) * (_CAPITALS if capitals else 1.0),
    )


def _list_titles(master: Any) -> list[Any]:
    return [shape for shape in master.placeholders if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE]


def _find_own(shape: Any) -> Any:
    """The character properties that a placeholder itself sets for its first level."""
    return shape.element.find(f".//{qn('a:lstStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}")


def _find_inset(bodies: list[Any], side: str, usual: float) -> float:
    """The first inset that placeholder or master sets, in pixels."""
    return next((int(body.get(side)) / PIXEL for body in bodies if body.get(side)), usual * _INSET)
