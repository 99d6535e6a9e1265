"""A deck saved by a program that keeps names alone -> the same with what its shapes carried, found by their names.

LibreOffice (7.4) drops alternative texts of shapes and the numbers of rows; it keeps names, and the part of the file
that holds its events.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from timeline.formats.deck_events import DeckEvent, describe_deck_event
from timeline.formats.refresh.label_text import LabelText, squeeze
from timeline.formats.refresh.leaves import Leaf
from timeline.formats.slides.carried import carry, carry_days, read_axis_days
from timeline.formats.slides.chart import name_event

__all__ = ["restore_carried"]

_NAME = 120


def restore_carried(leaves: Iterable[Leaf], was: Mapping[str, DeckEvent]) -> None:
    """Let the shapes of a slide carry their events again, where their groups are still called after them."""
    names = {name_event(number, one)[:_NAME]: event_id for number, (event_id, one) in enumerate(was.items(), start=1)}
    shapes = list(leaves)
    for leaf in shapes:
        event_id = names.get(leaf.name, "")
        if leaf.is_group and event_id and not leaf.event_id:
            carry(leaf.shape, event_id, describe_deck_event(was[event_id]))
            for inner in shapes:
                if any(group._element is leaf.shape._element for group in inner.groups):  # noqa: SLF001
                    carry(inner.shape, event_id, _say_again(inner, was[event_id]))
    for axis in (leaf for leaf in shapes if leaf.name == "Axis" and not read_axis_days(leaf.shape)):
        _restore_days(axis, shapes, was)


def _say_again(leaf: Leaf, event: DeckEvent) -> str:
    """What a label said when it was written; where a user typed over it, the words of its event."""
    if leaf.name != "Label" or not leaf.has_text:
        return ""
    shown = squeeze(leaf.shape.text_frame.text)
    for head in (event.short, event.brief):
        body = shown.removeprefix(head).strip()
        if shown.startswith(head) and (body == event.title or event.title.startswith(body.removesuffix("…").rstrip())):
            return str(LabelText(head=head, body=body))
    return str(LabelText(head=event.short, body=event.title))


def _restore_days(axis: Leaf, leaves: Iterable[Leaf], was: Mapping[str, DeckEvent]) -> None:
    """The days of an axis from the marks on it: between two of them it runs evenly, beyond them nothing is known."""
    box, places = axis.box, {}
    for leaf in leaves:
        event: Any = was.get(leaf.event_id)
        if leaf.name == "Mark" and event is not None and event.at is not None:
            places[event.at] = (leaf.box.left + leaf.box.width / 2 - box.left) / max(box.width, 1)
    days: list[tuple[float, float]] = []
    for day, place in sorted(places.items()):
        if not days or place > days[-1][1]:
            days.append((day, place))
    if len(days) > 1:
        carry_days(axis.shape, days)
