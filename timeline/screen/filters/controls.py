"""The controls of the filters, in the margin; each is kept in the URL, so that a link shows what its sender saw.

Streamlit binds a control to the URL by its labels, so
those whose labels carry a count, which changes with the documents, are bound here by value.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from timeline.layout import assign_actor_colours
from timeline.screen.address import read_chosen, write_chosen
from timeline.screen.filters.link import FIRST_SHOWN, SHOW, find_days
from timeline.screen.words import escape_markdown
from timeline.session.filters import Filters, choose_scope, describe_filters, list_source_names
from timeline.table import REVIEWS, Timeline
from timeline.vocabulary import Review, Status

__all__ = ["LOOSE", "clear_filters", "filter_chips", "filter_controls", "loosen"]

_SHOWN_ACTORS: Final = 12
_LISTS: Final = {
    "hide": "Hide actors",
    "kind": "Kind",
    "status": "Status",
    "source": "Source",
    "review": "Review",
    "tag": "Tag",
}
"""What is under “More filters”, by key."""

_KEYS_OF: Final[dict[str, tuple[str, object]]] = {
    "text": ("q", ""),
    "show": ("show", "all"),
    "actors": ("actors", []),
    "kinds": ("kind", []),
    "statuses": ("status", []),
    "start": ("from", None),
    "end": ("to", None),
    "stated": ("stated", False),
    "alone": ("alone", False),
    "sources": ("source", []),
    "without": ("hide", []),
    "reviews": ("review", []),
    "tags": ("tag", []),
    "new": ("new", False),
}
"""By field of `Filters` the key of its control, and the value that everything passes."""

LOOSE: Final[dict[str, object]] = dict(_KEYS_OF.values())
"""By key of a control the value that everything passes."""


def loosen(field: str) -> None:
    """Set one filter so that everything passes it."""
    key, loose = _KEYS_OF[field]
    st.session_state[key] = loose


def clear_filters() -> None:
    """Set every filter back to what a user sees first."""
    for field in _KEYS_OF:
        loosen(field)
    st.session_state["show"] = FIRST_SHOWN


def filter_chips(filters: Filters) -> None:
    """What is asked for, a chip each, where this is called; pressing one drops that filter."""
    for field, words in describe_filters(filters).items():
        st.button(
            f"{escape_markdown(words)} ×", key=f"chip_{field}", on_click=loosen, args=(field,), help="Drop this filter",
        )  # fmt: skip


def filter_controls(timeline: Timeline, new: Collection[str] = ()) -> tuple[Filters, pd.DataFrame]:
    """The filters the user has set, from controls drawn where this is called, and the events they choose from.

    `new` are the ids of the events that are new; without any there is no control to ask for them.
    """
    text = st.text_input("Search", key="q", bind="query-params", live=True, placeholder="Titles, actors and quotes")
    show = _choose_number()
    only_new = _choose_new(new)
    # The numbers count what a click would show, so they follow Main and All, and no other filter.
    events = choose_scope(timeline, Filters(show=show))
    start, end = _choose_days(timeline.events)
    stated = st.checkbox(
        "Only dates the text states", key="stated", bind="query-params",
        help="Leaves out events whose date is assumed from publication or only bounded by other events.",
    )  # fmt: skip
    alone = st.checkbox(
        "Told by one source only", key="alone", bind="query-params",
        help="Leaves what no second document confirms. A near-copy of a document is no second source.",
    )  # fmt: skip
    named = _count_values(_names(timeline.events), _names(events))
    without, kinds, statuses, sources, reviews, tags = _choose_more(timeline, events, named)
    actors = _choose_actors(timeline, named)  # the last ones, since their number is any
    filters = Filters(
        text=text or "", show=show, actors=tuple(actors), without=without, kinds=kinds, statuses=statuses,
        start=start, end=end, stated=stated, alone=alone, sources=sources, reviews=reviews, tags=tags,
        new=frozenset(new) if only_new else frozenset(),
    )  # fmt: skip
    st.button(
        "Clear filters",
        on_click=clear_filters,
        disabled=filters == Filters(show=FIRST_SHOWN),
        type="tertiary",
        key="clear",
    )
    return filters, choose_scope(timeline, filters) if Review.HIDDEN in reviews else events


def _choose_number() -> str:
    """How many events to show."""
    return st.segmented_control(
        "Events", options=list(SHOW), key="show", format_func=SHOW.__getitem__, default=FIRST_SHOWN, required=True,
        width="stretch", bind="query-params",
        help="Main is what matters most to the briefing, 10 to 40 events; 10, 30 and 100 are the most important of "
        "those that pass the filters; All is every event the documents tell.",
    )  # fmt: skip


def _choose_new(new: Collection[str]) -> bool:
    if "new" not in st.session_state:
        st.session_state["new"] = st.query_params.get("new") == "true"
    if not new:
        st.session_state["new"] = False
    only = bool(new) and st.checkbox(f"Only what is new ({len(new):,})", key="new")
    write_chosen("new", ["true"] if only else [])
    return only


def _list_sources(timeline: Timeline, events: pd.DataFrame) -> list[str]:
    """The source of every mention of every event, once an event, for counting."""
    names = dict(zip(timeline.documents["document_id"], list_source_names(timeline.documents), strict=True))
    chosen = set(events["event_id"].tolist())
    mentions = zip(timeline.mentions["event_id"].tolist(), timeline.mentions["document_id"].tolist(), strict=True)
    pairs = {(event, names[document]) for event, document in mentions if event in chosen and document in names}
    return [name for _, name in pairs]


def _choose_actors(timeline: Timeline, counts: Mapping[str, int]) -> list[str]:
    """The actors to show: those with most events as a row of chips, and any other by name."""
    first = [name for name in counts if counts[name]][:_SHOWN_ACTORS]
    chosen = read_chosen("actors", counts)
    shown = [*first, *(name for name in chosen if name not in first)]
    picked = st.pills(
        "Only these actors", options=shown, selection_mode="multi", key="actors",
        format_func=lambda name: f"{escape_markdown(name)} {counts[name]}",
    )  # fmt: skip
    write_chosen("actors", picked)
    _colour_chips(shown, assign_actor_colours(timeline.events, timeline.actors, picked))
    rest = [name for name in counts if name not in set(shown)]
    if rest:
        st.selectbox(
            "Another actor", options=rest, index=None, key="another", on_change=_add_actor,
            label_visibility="collapsed", placeholder=f"{len(rest):,} more actors",
            format_func=lambda name: f"{name} {counts[name]}",
        )  # fmt: skip
    return picked


def _colour_chips(names: Sequence[str], colours: Mapping[str, str]) -> None:
    """Give the chips of `names`, in their order, the colours that the chart gives those actors."""
    rules = "".join(
        f'.st-key-actors button:nth-of-type({place})::before {{ content: ""; background: {colours[name]}; }}'
        for place, name in enumerate(names, 1)
        if name in colours
    )
    st.html(f"<style>{rules}</style>" if rules else "<style></style>")


def _add_actor() -> None:
    name = st.session_state["another"]
    if name:
        st.session_state["actors"] = [*st.session_state.get("actors", []), name]
        st.session_state["another"] = None


def _choose_more(timeline: Timeline, events: pd.DataFrame, named: Mapping[str, int]) -> list[tuple[str, ...]]:
    """What is chosen in each of `_LISTS`, behind a button; the line under it names those in use.

    Behind a button, since they are asked for seldom, and Streamlit draws what is in sight anew with every click. What
    is not in sight is not made, since the browser would go on sending what its list held when it was closed.
    """
    known: dict[str, Iterable[str]] = {
        "hide": named,
        "kind": sorted(set(timeline.events["kind"].tolist())),  # a list is read many times faster than a column
        "status": sorted(set(timeline.events["status"].tolist())),
        "source": sorted(set(list_source_names(timeline.documents))),
        "review": sorted(REVIEWS),
        "tag": sorted({tag for tags in timeline.events["tags"].tolist() for tag in tags}),
    }
    chosen = {key: read_chosen(key, options) for key, options in known.items()}
    more = st.popover("More filters", width="stretch", key="more_open", on_change="rerun")
    used = ", ".join(_LISTS[key] for key, values in chosen.items() if values)
    st.caption(f"In use: {used}" if used else "Kind, status, source, review…")  # a line in any case: nothing jumps
    if more.open:
        values_of = _list_values(timeline, events)
        with more, st.container(key="more"):
            offered = [key for key in known if key != "tag" or known[key]]
            chosen |= {key: _choose_several(key, _count_values(known[key], values_of[key])) for key in offered}
    for key, values in chosen.items():
        write_chosen(key, values)
    return [tuple(values) for values in chosen.values()]


def _list_values(timeline: Timeline, events: pd.DataFrame) -> dict[str, list[str]]:
    """What each of `_LISTS` counts. Hidden events are in no other number, so under review all of them are."""
    reviews = [review for review in events["review"].tolist() if review != Review.HIDDEN]
    hidden = [review for review in timeline.events["review"].tolist() if review == Review.HIDDEN]
    return {
        "hide": _names(events),
        "kind": events["kind"].tolist(),
        "status": events["status"].tolist(),
        "source": _list_sources(timeline, events),
        "review": [*reviews, *hidden],
        "tag": [tag for tags in events["tags"].tolist() for tag in tags],
    }


def _choose_several(key: str, counts: Mapping[str, int]) -> list[str]:
    """The chosen ones of the values in `counts`, each shown with its count."""
    said = (lambda value: Status(value).words) if key == "status" else str
    return st.multiselect(
        _LISTS[key], options=list(counts), key=key, placeholder="None" if key == "hide" else "Any",
        format_func=lambda value: f"{said(value)} {counts[value]}",
    )  # fmt: skip


def _names(events: pd.DataFrame) -> list[str]:
    return [name for names in events["actors"] for name in names]


def _count_values(known: Iterable[str], values: Iterable[str]) -> dict[str, int]:
    """How many of `values` each known one is, most first, and as in `known` where as many."""
    counts = Counter(values)
    return {value: counts[value] for value in sorted(dict.fromkeys(known), key=lambda value: -counts[value])}


def _choose_days(events: pd.DataFrame) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day asked for, each None where the user set none."""
    first, last = find_days(events)
    start, end = (  # one under the other, since side by side neither shows its day in full
        st.date_input(
            label, value=None, key=label.casefold(), bind="query-params", min_value=first, max_value=last,
            format="YYYY-MM-DD",
        )
        for label in ("From", "To")
    )  # fmt: skip
    return start, end
