"""What the marks mean, on one line under the chart: only what occurs, and how many events carry a label."""

from collections.abc import Iterable, Sequence
from typing import Final

from timeline.layout.colours import GREY
from timeline.layout.items import Item
from timeline.layout.positions import LegendEntry
from timeline.layout.text import text_width, wrap

__all__ = ["LEGEND_LINE", "LEGEND_SIZE", "actor_entries", "flow", "sign_entries"]

LEGEND_SIZE: Final = 12.0
LEGEND_LINE: Final = 20.0

_SAMPLE: Final = 18.0
_BETWEEN: Final = 18.0

_SIGNS: Final = (
    ("day", "day"),
    ("band", "some time within"),
    ("period", "period"),
    ("open", "no end given"),
    ("assumed", "date assumed"),
    ("bounded", "between bounds"),
    ("one-of", "sources differ"),
    ("planned", "planned"),
    ("possible", "possible"),
    ("denied", "denied"),
    ("also", "also takes part"),
)


def sign_entries(items: Iterable[Item], *, also: bool = False) -> list[tuple[str, str, str]]:
    """(sample, text, colour) of every kind of mark that occurs; `also` where lanes hold ticks of other actors."""
    occurring = {sign for item in items for sign in _signs(item)}
    if also:
        occurring.add("also")
    return [(sample, text, GREY) for sample, text in _SIGNS if sample in occurring]


def _signs(item: Item) -> Iterable[str]:
    if item.form == "period":
        yield "period"
        if item.first is None or item.last is None:
            yield "open"
    elif item.form == "band":
        yield "bounded" if item.dashed else "band"
    elif item.dashed:
        yield "assumed"
    elif item.shape == "dot":
        yield "day"
    if item.alternatives:
        yield "one-of"
    if item.shape != "dot":
        yield item.shape


def actor_entries(items: Iterable[Item], palette: dict[str, str]) -> list[tuple[str, str, str]]:
    """(sample, name, colour) of the coloured actors who lead an event, and one entry for all others."""
    leads = {item.actors[0] if item.actors else "" for item in items}
    entries = [
        ("colour", " ".join(wrap(name, LEGEND_SIZE, 140, 1)), hue) for name, hue in palette.items() if name in leads
    ]
    if entries and leads - set(palette):
        entries.append(("colour", "others", GREY))
    return entries


def flow(entries: Sequence[tuple[str, str, str]], left: float, right: float) -> tuple[LegendEntry, ...]:
    """`entries` set from `left` to `right`, in as many lines as it takes; `y` counts from the first line's middle."""
    placed, x, y = [], left, 0.0
    for sample, text, colour in entries:
        width = (_SAMPLE if sample != "text" else 0.0) + text_width(text, LEGEND_SIZE)
        if x > left and x + width > right:
            x, y = left, y + LEGEND_LINE
        placed.append(LegendEntry(sample=sample, text=text, colour=colour, left=x, y=y))
        x += width + _BETWEEN
    return tuple(placed)
