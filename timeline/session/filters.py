"""What the user asks to see, as plain values -> the events that pass, or the one filter to loosen where none does.

What passes is decided by `timeline.table.filter_events`; here the values are only handed to it. The controls they come
from are in `timeline.screen.filters.controls`.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any, Final, cast

import pandas as pd

from timeline.table import STATED, Timeline, filter_events, is_in_scope, list_documents
from timeline.vocabulary import Review, Status
from timeline.wording import name_source, write_day

__all__ = ["Filters", "choose_scope", "describe_filters", "find_loosest", "list_source_names", "select_events"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the user asks to see; the default lets every main event pass that is not hidden.

    `show` is ``main``, ``all``, or how many to show, the most important of those that pass; `without` are actors whose
    events are left out; `new` are the ids of the new events where only those are asked for.
    """

    text: str = ""
    show: str = "main"
    actors: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    stated: bool = False
    alone: bool = False
    sources: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    new: frozenset[str] = frozenset()


_CHIP: Final = 60  # characters of a chip

_NAMES: Final = {
    "text": "the search text",
    "show": "the number of events to “All”",
    "actors": "the actors",
    "without": "the hidden actors",
    "kinds": "the kind",
    "statuses": "the status",
    "start": "the first day",
    "end": "the last day",
    "stated": "“Only dates the text states”",
    "alone": "“Told by one source only”",
    "sources": "the sources",
    "reviews": "the review",
    "tags": "the tags",
    "new": "“Only what is new”",
}
"""What each filter is called in the sentence that asks to loosen it."""


def describe_filters(filters: Filters) -> dict[str, str]:
    """By field what is asked for, in a few words; which events are chosen from (`show`) is no filter of its own.

    Examples
    --------
    >>> describe_filters(Filters(text="ban", actors=("Nvidia", "AMD", "China"), start=dt.date(2025, 7, 1), alone=True))
    {'text': '“ban”', 'actors': 'Nvidia, AMD and 1 more', 'start': 'from 1 July 2025', 'alone': 'one source only'}
    """
    words = {
        "text": f"“{filters.text.strip()}”" if filters.text.strip() else "",
        "actors": _name_few(filters.actors),
        "without": f"not {_name_few(filters.without)}" if filters.without else "",
        "kinds": _name_few(filters.kinds),
        "statuses": _name_few([Status(status).words for status in filters.statuses]),
        "start": f"from {write_day(filters.start)}" if filters.start else "",
        "end": f"to {write_day(filters.end)}" if filters.end else "",
        "stated": "stated dates only" if filters.stated else "",
        "alone": "one source only" if filters.alone else "",
        "sources": _name_few(filters.sources),
        "reviews": _name_few(filters.reviews),
        "tags": f"tagged {_name_few(filters.tags)}" if filters.tags else "",
        "new": "new only" if filters.new else "",
    }
    return {field: said[:_CHIP] for field, said in words.items() if said}


def _name_few(names: Sequence[str]) -> str:
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return ", ".join(names[:2]) + more


def select_events(timeline: Timeline, filters: Filters, scope: pd.DataFrame | None = None) -> pd.DataFrame:
    """The rows of the events table that pass `filters`, in table order; `scope` spares a second `choose_scope`."""
    passing = filter_events(
        choose_scope(timeline, filters) if scope is None else scope,
        actors=filters.actors,
        kinds=filters.kinds,
        statuses=filters.statuses,
        reviews=filters.reviews,
        bases=STATED if filters.stated else (),
        alone=filters.alone,
        start=filters.start,
        end=filters.end,
        event_ids=_find_asked_ids(timeline, filters),
    )
    if wanted := set(filters.tags):
        passing = passing[[not wanted.isdisjoint(tags) for tags in passing["tags"]]].reset_index(drop=True)
    if filters.without:
        left_out = set(filters.without)
        passing = passing[[left_out.isdisjoint(names) for names in passing["actors"]]].reset_index(drop=True)
    return filter_events(passing, most=int(filters.show)) if filters.show.isdecimal() else passing


def choose_scope(timeline: Timeline, filters: Filters) -> pd.DataFrame:
    """The events that the filters choose from: the main ones, or all; hidden ones only where they are asked for."""
    events = timeline.events
    keep = is_in_scope(events, "main" if filters.show == "main" else "all")
    if Review.HIDDEN in filters.reviews:
        keep |= events["review"] == Review.HIDDEN
    return events[keep].reset_index(drop=True)


def _find_asked_ids(timeline: Timeline, filters: Filters) -> set[str] | None:
    """Of the new events, if asked for, those that the asked sources tell and that say the asked words; None for all."""
    asked = set(filters.new) or None
    mentions = timeline.mentions
    if filters.sources:
        documents = timeline.documents
        wanted = documents.loc[[name in filters.sources for name in list_source_names(documents)], "document_id"]
        from_sources = set(mentions.loc[mentions["document_id"].isin(wanted), "event_id"])
        asked = from_sources if asked is None else asked & from_sources
    if words := filters.text.casefold().split():
        said = set(filter_events(timeline.events, text=filters.text)["event_id"])
        quotes = mentions["quote"].str.casefold()
        hits = [all(word in quote for word in words) for quote in quotes]
        said |= set(mentions.loc[hits, "event_id"])
        asked = said if asked is None else asked & said
    return asked


def list_source_names(documents: pd.DataFrame) -> list[str]:
    """What each document is called in the filter: its publisher, else its title, else its path."""
    return [name_source(document) for document in list_documents(documents)]


def find_loosest(timeline: Timeline, filters: Filters) -> tuple[str, str, int] | None:
    """The filter in use to loosen: field, name, how many events would pass; None if none helps.

    “Main” before all others, since no wish of the user's is given up with it; else the one that lets most pass.
    """
    best: tuple[str, str, int] | None = None
    for field in sorted(dataclasses.fields(Filters), key=lambda field: field.name != "show"):
        loose = "all" if field.name == "show" else field.default
        if getattr(filters, field.name) == loose:
            continue
        count = len(
            select_events(timeline, dataclasses.replace(filters, **cast("dict[str, Any]", {field.name: loose})))
        )
        if count and (best is None or (count > best[2] and best[0] != "show")):
            best = field.name, _NAMES[field.name], count
    return best
