"""The filters: controls in the margin -> plain values -> the events that pass.

The controls keep themselves in the URL; a value the briefing does not know is ignored. Streamlit binds a control to
the URL by its labels, so those whose labels carry a count, which changes with the documents, are bound here by value.
What passes is decided by `timeline.table.filter_events`; here the controls' values are only handed to it.
"""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final, cast

import pandas as pd
import streamlit as st

from timeline.screen.words import STATUS_WORDS, records
from timeline.table import STATED, Timeline, filter_events, select

__all__ = [
    "KEYS",
    "SHOW",
    "Filters",
    "clear_filters",
    "events_of",
    "filter_controls",
    "find_loosest",
    "loosen",
    "scope_of",
]

SHOW: Final = {"main": "Main", "ten": "Top ten", "all": "All"}
KEYS: Final = ("q", "show", "actors", "kind", "status", "from", "to", "stated", "source")
_SHOWN_ACTORS: Final = 12


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the reader asks to see; the default lets every main event pass."""

    text: str = ""
    show: str = "main"
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    stated: bool = False
    sources: tuple[str, ...] = ()


_NAMES: Final = {
    "text": "the search text",
    "show": "“Main” to “All”",
    "actors": "the actors",
    "kinds": "the kind",
    "statuses": "the status",
    "start": "the first day",
    "end": "the last day",
    "stated": "“Only dates the text states”",
    "sources": "the sources",
}
"""What each filter is called in the sentence that asks to loosen it."""


def events_of(timeline: Timeline, filters: Filters, scope: pd.DataFrame | None = None) -> pd.DataFrame:
    """The rows of the events table that pass `filters`, in table order; `scope` where `scope_of` was asked already."""
    passing = filter_events(
        scope_of(timeline, filters) if scope is None else scope,
        actors=filters.actors,
        kinds=filters.kinds,
        statuses=filters.statuses,
        bases=STATED if filters.stated else (),
        start=filters.start,
        end=filters.end,
        event_ids=_told(timeline, filters),
    )
    return filter_events(passing, most=10) if filters.show == "ten" else passing


def scope_of(timeline: Timeline, filters: Filters) -> pd.DataFrame:
    """The events that the filters choose from: the main ones, or all but hidden ones."""
    events = timeline.events
    if filters.show != "main":
        return events[events["review"] != "hidden"].reset_index(drop=True)
    # Without mentions: picking those of the events takes longer than all the rest.
    return select(dataclasses.replace(timeline, mentions=timeline.mentions.iloc[:0])).events


def _told(timeline: Timeline, filters: Filters) -> set[str] | None:
    """The events that the asked sources tell and that say the asked words in title, actors or quotes; None for all."""
    asked: set[str] | None = None
    mentions = timeline.mentions
    if filters.sources:
        documents = timeline.documents
        wanted = documents.loc[[name in filters.sources for name in source_names(documents)], "document_id"]
        asked = set(mentions.loc[mentions["document_id"].isin(wanted), "event_id"])
    if words := filters.text.casefold().split():
        said = set(filter_events(timeline.events, text=filters.text)["event_id"])
        quotes = mentions["quote"].str.casefold()
        hits = [all(word in quote for word in words) for quote in quotes]
        said |= set(mentions.loc[hits, "event_id"])
        asked = said if asked is None else asked & said
    return asked


def source_names(documents: pd.DataFrame) -> list[str]:
    """What each document is called in the filter: its publisher, else its title, else its path."""
    return [d["publisher"] or d["title"] or d["path"] or d["document_id"] for d in records(documents)]


def find_loosest(timeline: Timeline, filters: Filters) -> tuple[str, str, int] | None:
    """The filter in use to loosen: field, name, how many events would pass; None if none helps.

    “Main” before all others, since no wish of the reader's is given up with it; else the one that lets most pass.
    """
    best: tuple[str, str, int] | None = None
    for field in sorted(dataclasses.fields(Filters), key=lambda field: field.name != "show"):
        loose = "all" if field.name == "show" else field.default
        if getattr(filters, field.name) == loose:
            continue
        count = len(events_of(timeline, dataclasses.replace(filters, **cast("dict[str, Any]", {field.name: loose}))))
        if count and (best is None or (count > best[2] and best[0] != "show")):
            best = field.name, _NAMES[field.name], count
    return best


_KEYS_OF: Final = {
    "text": ("q", ""),
    "show": ("show", "all"),
    "actors": ("actors", []),
    "kinds": ("kind", []),
    "statuses": ("status", []),
    "start": ("from", None),
    "end": ("to", None),
    "stated": ("stated", False),
    "sources": ("source", []),
}


def loosen(field: str) -> None:
    """Set one filter so that everything passes it."""
    key, loose = _KEYS_OF[field]
    st.session_state[key] = loose


def clear_filters() -> None:
    """Set every filter back to what a reader sees first."""
    for field in _KEYS_OF:
        loosen(field)
    st.session_state["show"] = "main"


def filter_controls(timeline: Timeline) -> tuple[Filters, pd.DataFrame]:
    """The filters the reader has set, from controls drawn where this is called, and the events they choose from."""
    text = st.text_input("Search", key="q", bind="query-params", placeholder="Titles, actors and quotes")
    show = st.segmented_control(
        "Events", options=list(SHOW), key="show", format_func=SHOW.__getitem__, default="main", required=True,
        width="stretch", bind="query-params",
        help="Main events matter most to the briefing; Top ten are the ten that matter most of those that pass the "
        "filters; All is every event the documents tell.",
    )  # fmt: skip
    # The numbers count what a click would show, so they follow Main and All, and no other filter.
    events = scope_of(timeline, Filters(show=show))
    actors = _actor_controls(timeline.events, events)
    kinds, statuses = (  # as lists, which are counted many times faster than columns
        _several(name.title(), name, timeline.events[name].tolist(), events[name].tolist())
        for name in ("kind", "status")
    )
    start, end = _day_controls(timeline.events)
    stated = st.checkbox(
        "Only dates the text states", key="stated", bind="query-params",
        help="Leaves out events whose date is assumed from publication or only bounded by other events.",
    )  # fmt: skip
    sources = _several("Source", "source", source_names(timeline.documents), _sources(timeline, events))
    filters = Filters(
        text=text or "", show=show, actors=tuple(actors), kinds=tuple(kinds), statuses=tuple(statuses),
        start=start, end=end, stated=stated, sources=tuple(sources),
    )  # fmt: skip
    st.button("Clear filters", on_click=clear_filters, disabled=filters == Filters(), type="tertiary", key="clear")
    return filters, events


def _sources(timeline: Timeline, events: pd.DataFrame) -> list[str]:
    """The source of every telling of every event, once an event, for counting."""
    names = dict(zip(timeline.documents["document_id"], source_names(timeline.documents), strict=True))
    chosen = set(events["event_id"].tolist())
    told = zip(timeline.mentions["event_id"].tolist(), timeline.mentions["document_id"].tolist(), strict=True)
    pairs = {(event, names[document]) for event, document in told if event in chosen and document in names}
    return [name for _, name in pairs]


def _actor_controls(everything: pd.DataFrame, events: pd.DataFrame) -> list[str]:
    """The chosen actors: those with most of `events` as a row of chips, any other by name."""
    counts = Counter(name for names in events["actors"] for name in names)
    ranked = [name for name, _ in counts.most_common()]
    known = [*ranked, *dict.fromkeys(name for names in everything["actors"] for name in names if name not in counts)]
    chosen = _from_url("actors", known)
    shown = [*ranked[:_SHOWN_ACTORS], *(name for name in chosen if name not in ranked[:_SHOWN_ACTORS])]
    picked = st.pills(
        "Actors", options=shown, selection_mode="multi", key="actors",
        format_func=lambda name: f"{_plain(name)} {counts[name]}",
    )  # fmt: skip
    _to_url("actors", picked)
    rest = [name for name in known if name not in set(shown)]
    if rest:
        st.selectbox(
            "Another actor", options=rest, index=None, key="another", on_change=_add_actor,
            label_visibility="collapsed", placeholder=f"{len(rest):,} more actors",
            format_func=lambda name: f"{name} {counts[name]}",
        )  # fmt: skip
    return picked


def _add_actor() -> None:
    name = st.session_state["another"]
    if name:
        st.session_state["actors"] = [*st.session_state.get("actors", []), name]
        st.session_state["another"] = None


def _plain(text: str) -> str:
    """`text` with what Markdown would take for marks escaped: a pill's label is Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()<>#+-.!|~$:" else sign for sign in text)


def _several(label: str, key: str, known: Iterable[str], values: Iterable[str]) -> Sequence[str]:
    """The chosen ones of the `known` values, each with its count among `values`."""
    counts = Counter(values)
    said = STATUS_WORDS if key == "status" else {}
    options = sorted(dict.fromkeys(known), key=lambda value: (-counts[value], value))
    _from_url(key, options)
    picked = st.multiselect(
        label,
        options=options,
        key=key,
        placeholder="Any",
        format_func=lambda value: f"{said.get(value, value)} {counts[value]}",
    )
    _to_url(key, picked)
    return picked


def _from_url(key: str, options: Sequence[str]) -> list[str]:
    """What is chosen under `key`: on the first run what the URL says, and never a value that is no option."""
    chosen = st.session_state.get(key, st.query_params.get_all(key))
    kept = [value for value in chosen if value in options]
    st.session_state[key] = kept
    return kept


def _to_url(key: str, values: Sequence[str]) -> None:
    if values:
        st.query_params[key] = list(values)
    else:
        st.query_params.pop(key, None)


def _day_controls(events: pd.DataFrame) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day asked for, each None where the reader set none."""
    days = pd.concat([events["start"], events["end"]]).dropna()
    first, last = (days.min().date(), days.max().date()) if len(days) else (dt.date(1900, 1, 1), dt.date(2100, 12, 31))
    left, right = st.columns(2, gap="small")
    start = left.date_input(
        "From", value=None, key="from", bind="query-params", min_value=first, max_value=last, format="YYYY-MM-DD"
    )
    end = right.date_input(
        "To", value=None, key="to", bind="query-params", min_value=first, max_value=last, format="YYYY-MM-DD"
    )
    return start, end
