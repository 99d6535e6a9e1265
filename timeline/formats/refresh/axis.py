"""The axis of a slide as a user left it: from days to pixels, wherever it was moved and however wide it was drawn."""

import dataclasses
from collections.abc import Iterable, Iterator
from itertools import pairwise

from timeline.formats.deck_events import DeckEvent
from timeline.formats.refresh.leaves import Leaf
from timeline.formats.slides.carried import read_axis_days
from timeline.layout import Box

__all__ = ["Axis", "find_axes", "find_strip_day"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Where the axis called `name` stands, and which days are where on it, as shares of its width."""

    name: str
    box: Box
    days: tuple[tuple[float, float], ...]

    @property
    def is_band(self) -> bool:
        """Whether it is a band of time through the middle of a chart."""
        return self.name == "Axis" and self.box.height > 1

    @property
    def length(self) -> float:
        """How many days it shows."""
        return self.days[-1][0] - self.days[0][0]

    def to_x(self, day: float | None) -> float | None:
        """The pixel of a day; None for none, and for one beyond its ends."""
        if day is None or not self.days[0][0] <= day <= self.days[-1][0]:
            return None
        return self.clip(day)

    def clip(self, day: float) -> float:
        """The pixel of a day, or of the end that it lies beyond."""
        day = min(max(day, self.days[0][0]), self.days[-1][0])
        for (first, begin), (last, end) in pairwise(self.days):
            if day <= last:
                return self.box.left + (begin + (day - first) / (last - first) * (end - begin)) * self.box.width
        return self.box.right


def find_axes(leaves: Iterable[Leaf]) -> Iterator[Axis]:
    """The axes among the shapes of a slide."""
    for leaf in leaves:
        days = read_axis_days(leaf.shape)
        if len(days) > 1:
            yield Axis(name=leaf.name, box=leaf.box, days=days)


def find_strip_day(event: DeckEvent) -> float | None:
    """The day of an event on the band under a sentence: its first, else its last."""
    if event.first is not None:
        return event.first
    return event.last - 1 if event.last is not None else None
