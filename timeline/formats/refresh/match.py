"""The events that a deck tells and those of a timeline -> which are the same, where the ids are no longer.

An event made by hand has its id from its own words, and one of articles from the sentence that leads it: either may
change while the event stays.
"""

import difflib
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from timeline.formats.deck_events import DeckEvent

__all__ = ["find_renamed"]

_ALIKE: Final = 0.6
"""Titles of one day whose letters agree to this share are of one event: a word or two was changed."""

_NEAR: Final = 400.0
"""Days within which an event with the same title was moved; an anniversary is another."""


def find_renamed(was: Mapping[str, DeckEvent], now: Mapping[str, DeckEvent]) -> dict[str, str]:
    """The new id of each event of `was` that `now` has under another; no new one is taken twice."""
    lost = {event_id: event for event_id, event in was.items() if event_id not in now}
    fresh = {event_id: event for event_id, event in now.items() if event_id not in was}
    found: dict[str, str] = {}
    for key in (_read_title, _read_day):
        known: defaultdict[str, list[str]] = defaultdict(list)
        for event_id, event in fresh.items():
            known[key(event)].append(event_id)
        for event_id, event in lost.items():
            free = [other for other in known[key(event)] if other not in found.values()]
            best = max(free, key=lambda other: (_measure_likeness(event, fresh[other]), other), default=None)
            if event_id not in found and best is not None and _measure_likeness(event, fresh[best]) > 0:
                found[event_id] = best
    return found


def _read_title(event: DeckEvent) -> str:
    return event.title.casefold()


def _read_day(event: DeckEvent) -> str:
    return event.edtf


def _measure_likeness(one: DeckEvent, other: DeckEvent) -> float:
    """How likely two are one event, 0 for not at all: the same title and near days, or the same day and like titles."""
    if one.title.casefold() == other.title.casefold():
        apart = abs(one.at - other.at) if one.at is not None and other.at is not None else 0.0
        return 2.0 - apart / _NEAR if apart < _NEAR else 0.0
    alike = difflib.SequenceMatcher(None, one.title.casefold(), other.title.casefold()).ratio()
    return alike if one.edtf and one.edtf == other.edtf and alike >= _ALIKE else 0.0
