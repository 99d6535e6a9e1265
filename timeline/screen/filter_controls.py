"""The controls of the filters, in the margin; each is kept in the URL, so that a link shows what its sender saw.

A value the briefing does not know is left out, and said to be. Streamlit binds a control to the URL by its labels, so
those whose labels carry a count, which changes with the documents, are bound here by value.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from timeline.screen.words import escape
from timeline.session.filters import Filters, scope_of, source_names
from timeline.table import REVIEWS, Timeline
from timeline.vocabulary import Review, Status

__all__ = ["KEYS", "SHOW", "check_link", "clear_filters", "filter_controls", "leave_out", "loosen"]

SHOW: Final = {"main": "Main", "ten": "Top ten", "all": "All"}
KEYS: Final = ("q", "show", "actors", "hide", "kind", "status", "from", "to", "stated", "source", "review", "new")
_SHOWN_ACTORS: Final = 12
_LEFT_OUT: Final = "The link also asks for what is not in this briefing, which was left out: "
_SAID: Final = {"actors": "actor", "hide": "hidden actor"}
_LISTS: Final = {"hide": "Hide actors", "kind": "Kind", "status": "Status", "source": "Source", "review": "Review"}
"""What is under “More filters”, by key."""
_TRUTHS: Final = frozenset({"true", "false"})

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
    "without": ("hide", []),
    "reviews": ("review", []),
    "new": ("new", False),
}


def loosen(field: str) -> None:
    """Set one filter so that everything passes it."""
    key, loose = _KEYS_OF[field]
    st.session_state[key] = loose


def clear_filters() -> None:
    """Set every filter back to what a user sees first."""
    for field in _KEYS_OF:
        loosen(field)
    st.session_state["show"] = "main"


def filter_controls(timeline: Timeline, new: Collection[str] = ()) -> tuple[Filters, pd.DataFrame]:
    """The filters the user has set, from controls drawn where this is called, and the events they choose from.

    `new` are the ids of the events that are new; without any there is no control to ask for them.
    """
    text = st.text_input("Search", key="q", bind="query-params", placeholder="Titles, actors and quotes")
    show = st.segmented_control(
        "Events", options=list(SHOW), key="show", format_func=SHOW.__getitem__, default="main", required=True,
        width="stretch", bind="query-params",
        help="Main events matter most to the briefing; Top ten are the ten that matter most of those that pass the "
        "filters; All is every event the documents tell.",
    )  # fmt: skip
    only_new = _new_control(new)
    # The numbers count what a click would show, so they follow Main and All, and no other filter.
    events = scope_of(timeline, Filters(show=show))
    start, end = _day_controls(timeline.events)
    stated = st.checkbox(
        "Only dates the text states", key="stated", bind="query-params",
        help="Leaves out events whose date is assumed from publication or only bounded by other events.",
    )  # fmt: skip
    named = _counted(_names(timeline.events), _names(events))
    without, kinds, statuses, sources, reviews = _more_controls(timeline, events, named)
    actors = _actor_controls(named)  # the last ones, since their number is any
    filters = Filters(
        text=text or "", show=show, actors=tuple(actors), without=without, kinds=kinds, statuses=statuses,
        start=start, end=end, stated=stated, sources=sources, reviews=reviews,
        new=frozenset(new) if only_new else frozenset(),
    )  # fmt: skip
    st.button("Clear filters", on_click=clear_filters, disabled=filters == Filters(), type="tertiary", key="clear")
    return filters, scope_of(timeline, filters) if Review.HIDDEN in reviews else events


def _new_control(new: Collection[str]) -> bool:
    if "new" not in st.session_state:
        st.session_state["new"] = st.query_params.get("new") == "true"
    if not new:
        st.session_state["new"] = False
    only = bool(new) and st.checkbox(f"Only what is new ({len(new):,})", key="new")
    _to_url("new", ["true"] if only else [])
    return only


def _sources(timeline: Timeline, events: pd.DataFrame) -> list[str]:
    """The source of every telling of every event, once an event, for counting."""
    names = dict(zip(timeline.documents["document_id"], source_names(timeline.documents), strict=True))
    chosen = set(events["event_id"].tolist())
    told = zip(timeline.mentions["event_id"].tolist(), timeline.mentions["document_id"].tolist(), strict=True)
    pairs = {(event, names[document]) for event, document in told if event in chosen and document in names}
    return [name for _, name in pairs]


def _actor_controls(counts: Mapping[str, int]) -> list[str]:
    """The actors to show: those with most events as a row of chips, and any other by name."""
    first = [name for name in counts if counts[name]][:_SHOWN_ACTORS]
    chosen = _from_url("actors", counts)
    shown = [*first, *(name for name in chosen if name not in first)]
    picked = st.pills(
        "Only these actors", options=shown, selection_mode="multi", key="actors",
        format_func=lambda name: f"{escape(name)} {counts[name]}",
    )  # fmt: skip
    _to_url("actors", picked)
    rest = [name for name in counts if name not in set(shown)]
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


def _more_controls(timeline: Timeline, events: pd.DataFrame, named: Mapping[str, int]) -> list[tuple[str, ...]]:
    """What is chosen in each of `_LISTS`, behind a button; the line under it names those in use.

    Behind a button, since they are asked for seldom, and Streamlit draws what is in sight anew with every click. What
    is not in sight is not made, since the browser would go on sending what its list held when it was closed.
    """
    known: dict[str, Iterable[str]] = {
        "hide": named,
        "kind": sorted(set(timeline.events["kind"].tolist())),  # a list is read many times faster than a column
        "status": sorted(set(timeline.events["status"].tolist())),
        "source": sorted(set(source_names(timeline.documents))),
        "review": sorted(REVIEWS),
    }
    chosen = {key: _from_url(key, options) for key, options in known.items()}
    more = st.popover("More filters", width="stretch", key="more_open", on_change="rerun")
    used = ", ".join(_LISTS[key] for key, values in chosen.items() if values)
    st.caption(f"In use: {used}" if used else "Kind, status, source, review…")  # a line in any case: nothing jumps
    if more.open:
        told = _values(timeline, events)
        with more, st.container(key="more"):
            chosen = {key: _several(key, _counted(known[key], told[key])) for key in known}
    for key, values in chosen.items():
        _to_url(key, values)
    return [tuple(values) for values in chosen.values()]


def _values(timeline: Timeline, events: pd.DataFrame) -> dict[str, list[str]]:
    """What each of `_LISTS` counts. Hidden events are in no other number, so under review all of them are."""
    reviews = [review for review in events["review"].tolist() if review != Review.HIDDEN]
    hidden = [review for review in timeline.events["review"].tolist() if review == Review.HIDDEN]
    return {
        "hide": _names(events),
        "kind": events["kind"].tolist(),
        "status": events["status"].tolist(),
        "source": _sources(timeline, events),
        "review": [*reviews, *hidden],
    }


def _several(key: str, counts: Mapping[str, int]) -> list[str]:
    """The chosen ones of the values in `counts`, each shown with its count."""
    said = (lambda value: Status(value).words) if key == "status" else str
    return st.multiselect(
        _LISTS[key], options=list(counts), key=key, placeholder="None" if key == "hide" else "Any",
        format_func=lambda value: f"{said(value)} {counts[value]}",
    )  # fmt: skip


def _names(events: pd.DataFrame) -> list[str]:
    return [name for names in events["actors"] for name in names]


def _counted(known: Iterable[str], values: Iterable[str]) -> dict[str, int]:
    """How many of `values` each known one is, most first, and as in `known` where as many."""
    counts = Counter(values)
    return {value: counts[value] for value in sorted(dict.fromkeys(known), key=lambda value: -counts[value])}


def _from_url(key: str, options: Iterable[str]) -> list[str]:
    """What is chosen under `key`: on the first run what the URL says, and never a value that is no option."""
    allowed = set(options)
    if key not in st.session_state:
        st.session_state[key] = asked = list(dict.fromkeys(st.query_params.get_all(key)))
        leave_out([f"{_SAID.get(key, key)} “{value[:60]}”" for value in asked if value not in allowed])
    kept = [value for value in st.session_state[key] if value in allowed]
    st.session_state[key] = kept
    return kept


def _to_url(key: str, values: Sequence[str]) -> None:
    if values and st.query_params.get_all(key) != list(values):
        st.query_params[key] = list(values)
    elif not values and key in st.query_params:
        st.query_params.pop(key)


def leave_out(asked: Sequence[str]) -> None:
    """Remember what a link asked for that is not there, to say so."""
    if asked:
        before = st.session_state.get("left_out", "").removeprefix(_LEFT_OUT).removesuffix(".")
        st.session_state["left_out"] = f"{_LEFT_OUT}{', '.join(filter(None, [before, *asked]))}."


def check_link(events: pd.DataFrame, new: Collection[str], others: Collection[str]) -> None:
    """On the first run, what the URL says that its controls will not take; `others` are names that are no filters."""
    query = st.query_params
    if "checked" in st.session_state:
        return
    st.session_state["checked"] = True
    known, (first, last) = {*KEYS, *others}, _days_of(events)
    wrong = [f"“{name[:40]}”" for name in query if name not in known and not name.startswith("embed")]
    if (show := query.get("show")) and show not in SHOW.values():
        wrong.append(f"events “{show[:40]}”")
    wrong += [
        f"{key} “{query[key][:40]}”" for key in ("from", "to") if key in query and not _is_day(query[key], first, last)
    ]
    wrong += [f"stated “{query['stated'][:40]}”"] if query.get("stated", "true") not in _TRUTHS else []
    wrong += [f"new “{query['new'][:40]}”"] if "new" in query and not new else []
    leave_out(wrong)


def _is_day(text: str, first: dt.date, last: dt.date) -> bool:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return False
    return first <= day <= last


def _days_of(events: pd.DataFrame) -> tuple[dt.date, dt.date]:
    """The first and the last day that any of `events` can lie on; two centuries where none is dated."""
    days = pd.concat([events["start"], events["end"]]).dropna()
    return (days.min().date(), days.max().date()) if len(days) else (dt.date(1900, 1, 1), dt.date(2100, 12, 31))


def _day_controls(events: pd.DataFrame) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day asked for, each None where the user set none."""
    first, last = _days_of(events)
    sides = zip(st.columns(2, gap="small"), ("From", "To"), strict=True)
    start, end = (
        side.date_input(
            label, value=None, key=label.casefold(), bind="query-params", min_value=first, max_value=last,
            format="YYYY-MM-DD",
        )
        for side, label in sides
    )  # fmt: skip
    return start, end
