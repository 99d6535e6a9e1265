"""What a deck tells of an event, as plain values: they travel in the file, and tell later what has changed since."""

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

__all__ = ["Told", "describe_told", "list_deck_events", "name_told", "read_told", "write_told"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event: its words, where it lies, what its mark looks like, the sentence that dates it and who says so.

    `date`, `short` and `brief` are its days in full, as on a label, and as on a label without the year; `at`, `first`
    and `last` are days as `Item` has them, None where it has none; `lit` are the date words in `quote`. `is_gone` says
    that a later timeline no longer had it.
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


def list_deck_events(timeline: Timeline) -> dict[str, Told]:
    """What is told of each event of `timeline`, by its id, in the order of the table."""
    items = {item.event_id: item for item in read_items(timeline.events, find_guesses(timeline))}
    citations = read_citations(timeline)
    return {
        row["event_id"]: _make_told(row, items.get(row["event_id"]), citations.get(row["event_id"], []))
        for row in list_events(timeline.events)
    }


def _make_told(row: EventRow, item: Item | None, cited: list[Citation]) -> Told:
    citation = find_dating_citation(cited)
    dated = row["start"] is not None or row["end"] is not None
    return Told(
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


def name_told(told: Told) -> str:
    """What the group of an event is called, behind its number: "2025-07-14 – Ban reversed"."""
    return f"{told.edtf or 'undated'} – {told.title}"


def describe_told(told: Told) -> str:
    """The alternative text of an event: "14 July 2025. Ban reversed. Nvidia, United States"."""
    return ". ".join(filter(None, [told.date, told.title, told.actors]))


def write_told(told: Told) -> dict[str, Any]:
    """The values of `told` that say something, ready for JSON; the inverse of `read_told`."""
    return {name: value for name, value in dataclasses.asdict(told).items() if value not in {None, "", False}}


_TYPES = typing.get_type_hints(Told)
_EMPTY: dict[Any, Any] = {str: "", bool: False}


def read_told(row: Mapping[str, Any]) -> Told:
    """The values that `as_told` wrote.

    Raises
    ------
    FormatError
        If one of them is of another kind: somebody else wrote them.
    """
    values = {name: row.get(name, _EMPTY.get(kind)) for name, kind in _TYPES.items()}
    if isinstance(values["lit"], list):
        values["lit"] = tuple(values["lit"])
    for name, kind in _TYPES.items():
        if not _is_a(values[name], kind):
            raise FormatError(f"what the deck says of {name!r} of an event is {values[name]!r}; export the deck anew")
    return Told(**values)


def _is_a(value: Any, kind: Any) -> bool:
    if isinstance(kind, types.UnionType):
        return any(_is_a(value, one) for one in kind.__args__)
    if typing.get_origin(kind) is tuple:
        return isinstance(value, tuple) and len(value) == 2 and all(type(place) is int for place in value)
    if kind is float:
        return type(value) in {int, float} and value == value and abs(value) < 1e7  # noqa: PLR0124  NaN
    return isinstance(value, kind)
