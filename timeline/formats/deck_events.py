"""Each event as a deck shows it, as plain values. The deck keeps them, and a later timeline is compared with them."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any

from timeline.errors import FormatError
from timeline.formats.sources import Citation, find_dating_citation, read_citations
from timeline.layout import clean_text
from timeline.layout.items import Item, read_items
from timeline.table import EventRow, Timeline, find_guesses, list_events
from timeline.vocabulary import Shape
from timeline.wording import describe_date, shorten_date, shorten_date_without_year

__all__ = [
    "DeckEvent",
    "describe_deck_event",
    "list_deck_events",
    "name_deck_event",
    "read_deck_event",
    "write_deck_event",
]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class DeckEvent:
    """One event as a deck shows it: its words, its days, its mark, the sentence that dates it and the source of that.

    `date`, `short` and `brief` are its days in full, as on a label, and as on a label without the year; `at`, `first`
    and `last` are the days of its `Item`, None where it has none; `lit` are the offsets of the date words in `quote`.
    `is_gone`: a later timeline no longer has it.
    """

    title: str
    date: str
    short: str
    brief: str
    edtf: str
    actors: str
    at: float | None
    first: float | None
    last: float | None
    form: str
    mark: str
    hollow: bool
    dashed: bool
    quote: str = ""
    lit: tuple[int, int] | None = None
    source: str = ""
    link: str = ""
    is_gone: bool = False


def list_deck_events(timeline: Timeline) -> dict[str, DeckEvent]:
    """Each event of `timeline` as a deck shows it, by its id, in the order of the table."""
    items = {item.event_id: item for item in read_items(timeline.events, find_guesses(timeline))}
    citations = read_citations(timeline)
    return {
        row["event_id"]: _make_deck_event(row, items.get(row["event_id"]), citations.get(row["event_id"], []))
        for row in list_events(timeline.events)
    }


def _make_deck_event(row: EventRow, item: Item | None, cited: list[Citation]) -> DeckEvent:
    citation = find_dating_citation(cited)
    dated = row["start"] is not None or row["end"] is not None
    return DeckEvent(
        title=clean_text(row["title"]), date=describe_date(row), short=shorten_date(row),
        brief=shorten_date_without_year(row) if dated else shorten_date(row),
        edtf=row["edtf"], actors=", ".join(row["actors"]),
        at=item.at if item else None, first=item.first if item else None, last=item.last if item else None,
        form=item.form if item else "", mark=_find_mark(item),
        hollow=item is not None and (item.hollow or item.shape.hollow), dashed=item is not None and item.dashed,
        quote=citation.quote if citation else "", lit=citation.dated if citation else None,
        source=citation.source.line if citation else "",
        link=next((c.source.link for c in cited if c.source.link), ""),
    )  # fmt: skip


def _find_mark(item: Item | None) -> str:
    if item is None:
        return ""
    return "square" if item.form == "period" and item.shape == Shape.DOT else str(item.shape)


def name_deck_event(event: DeckEvent) -> str:
    """What the group of an event is called, behind its number: "2025-07-14 – Ban reversed"."""
    return f"{event.edtf or 'undated'} – {event.title}"


def describe_deck_event(event: DeckEvent) -> str:
    """The alternative text of an event: "14 July 2025. Ban reversed. Nvidia, United States"."""
    return ". ".join(filter(None, [event.date, event.title, event.actors]))


def write_deck_event(event: DeckEvent) -> dict[str, Any]:
    """The values of `event` that are not empty, ready for JSON; the inverse of `read_deck_event`."""
    return {name: value for name, value in dataclasses.asdict(event).items() if value not in {None, "", False}}


_TYPES = typing.get_type_hints(DeckEvent)
_EMPTY: dict[Any, Any] = {str: "", bool: False}


def read_deck_event(row: Mapping[str, Any]) -> DeckEvent:
    """The event whose values `write_deck_event` wrote.

    Raises
    ------
    FormatError
        If a value is of another type: another program wrote it.
    """
    values = {name: row.get(name, _EMPTY.get(kind)) for name, kind in _TYPES.items()}
    if isinstance(values["lit"], list):
        values["lit"] = tuple(values["lit"])
    for name, kind in _TYPES.items():
        if not _is_a(values[name], kind):
            raise FormatError(f"what the deck says of {name!r} of an event is {values[name]!r}; export the deck anew")
    return DeckEvent(**values)


def _is_a(value: Any, kind: Any) -> bool:
    if isinstance(kind, types.UnionType):
        return any(_is_a(value, one) for one in kind.__args__)
    if typing.get_origin(kind) is tuple:
        return isinstance(value, tuple) and len(value) == 2 and all(type(place) is int for place in value)
    if kind is float:
        return type(value) in {int, float} and value == value and abs(value) < 1e7  # noqa: PLR0124  NaN
    return isinstance(value, kind)
