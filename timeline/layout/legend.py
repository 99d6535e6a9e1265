"""What the marks mean, on one line under the chart: only what occurs, and how many events carry a label."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from timeline.layout.colours import GREY
from timeline.layout.items import Item
from timeline.layout.positions import LegendEntry
from timeline.layout.text import measure_text, wrap
from timeline.vocabulary import Shape

__all__ = ["Entry", "list_colour_entries", "list_sign_entries", "measure_legend", "set_in_lines"]

Entry = tuple[str, str, str]
"""A sample, its meaning, and its colour."""

_SAMPLE: Final = 1.5
"""The width of a sample, in type sizes; so are the space between entries and the height of a line."""

_BETWEEN: Final = 1.4
_LINE: Final = 1.6

_SIGNS: Final = (
    ("day", "day"),
    ("band", "some time within"),
    ("period", "period"),
    ("open", "no end given"),
    ("assumed", "date assumed"),
    ("guess", "counted from a guess"),
    ("bounded", "between bounds"),
    ("one-of", "sources differ"),
    ("disputed", "also told for another day"),
    *((str(shape), shape.meaning) for shape in Shape if shape.meaning),
    ("also", "also takes part"),
)


def list_sign_entries(items: Iterable[Item], *, also: bool = False) -> list[Entry]:
    """(sample, text, colour) of every kind of mark that occurs; `also` where lanes hold ticks of other actors."""
    occurring = {sign for item in items for sign in _list_signs(item)}
    if also:
        occurring.add("also")
    return [(sample, text, GREY) for sample, text in _SIGNS if sample in occurring]


def _list_signs(item: Item) -> Iterable[str]:
    if item.form == "period":
        yield "period"
        if item.first is None or item.last is None:
            yield "open"
    elif item.form == "band":
        yield "bounded" if item.dashed else "band"
    elif item.dashed:
        yield "assumed"
    elif item.guessed:
        yield "guess"
    elif item.shape == Shape.DOT:
        yield "day"
    if item.alternatives:
        yield "one-of"
    if item.disputed:
        yield "disputed"
    if item.shape != Shape.DOT:
        yield item.shape


def list_colour_entries(names: Collection[str], palette: Mapping[str, str]) -> list[Entry]:
    """(sample, name, colour) of those of `names` that have a colour, and one entry for all others."""
    entries = [("colour", " ".join(wrap(name, 12, 150, 1)), hue) for name, hue in palette.items() if name in names]
    if entries and set(names) - set(palette):
        entries.append(("colour", "others", GREY))
    return entries


def set_in_lines(entries: Sequence[Entry], left: float, right: float, size: float) -> tuple[LegendEntry, ...]:
    """`entries` set from `left` to `right`, in as many lines as it takes; `y` counts from the top of the first line."""
    placed, x, line = [], left, 0
    for sample, text, colour in entries:
        indent = _SAMPLE * size if sample != "text" else 0.0
        width = indent + measure_text(text, size)
        if x > left and x + width > right:
            x, line = left, line + 1
        placed.append(
            LegendEntry(sample=sample, text=text, colour=colour, left=x, indent=indent, y=(line + 0.5) * _LINE * size)
        )
        x += width + _BETWEEN * size
    return tuple(placed)


def measure_legend(legend: Sequence[LegendEntry], size: float) -> float:
    """The height of what `set_in_lines` has set."""
    return max((entry.y for entry in legend), default=-_LINE * size / 2) + _LINE * size / 2
