"""What there is, in numbers, and what each number counts: every actor and every source of the briefing.

The numbers stand under the title; what they count is listed where else the selected event stands.
"""

import html
from collections import Counter
from collections.abc import Callable, Container, Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from timeline.screen.selection import pick
from timeline.screen.state import state
from timeline.screen.view.event_list import write_headline
from timeline.screen.words import describe_publication
from timeline.session.certainty import count_checked
from timeline.table import DocumentRow, Timeline, list_documents
from timeline.wording import count_if_any, name_document

__all__ = ["print_sources", "show_counts", "tell_overview"]

_MOST: Final = 1_000
"""Rows the page holds at once."""

_PRINTED: Final = 300
"""Sources on paper: ten pages of them."""


def show_counts(timeline: Timeline, events: pd.DataFrame, more: Callable[[], None]) -> None:
    """One line that says what there is; its numbers of actors and sources lead to their list, and `more` adds to it."""
    with st.container(horizontal=True, vertical_alignment="center", key="counts"):
        st.html(f"<p>{html.escape(write_headline(events))}</p>", width="content")
        for kind, words in _list_counts(timeline, events):
            st.button(words, type="tertiary", key=f"count_{kind}", on_click=_look, args=(kind,))
        checked = count_checked(events).checked
        st.html(f"<p>· {checked:,} checked</p>" if checked else "<p>· none checked yet</p>", width="content")
        more()


def _list_counts(timeline: Timeline, events: pd.DataFrame) -> list[tuple[str, str]]:
    actors = {name for names in events["actors"] for name in names}
    found = ("actors", count_if_any(len(actors), "actor")), ("sources", count_if_any(len(timeline.documents), "source"))
    return [(kind, words) for kind, words in found if words]


def _look(kind: str) -> None:
    pick("")
    state.overview = kind
    state.looked += 1


def tell_overview(
    timeline: Timeline, events: pd.DataFrame, colours: Mapping[str, str], readable: Container[str]
) -> dict[str, Any]:
    """The list the user looks at, or the other where that would be empty, its rows in plain data.

    Actors are those of `events`, which pass the filters, those with most events first. Sources are all, those that
    tell no event among them, in order of publication, those without a date last; `readable` are the ids of those whose
    text can be read.
    """
    kinds = _list_counts(timeline, events)
    asked = state.overview
    kind = asked if asked in dict(kinds) else next(iter(dict(kinds)), "")
    rows = _list_actors(events, colours) if kind == "actors" else _list_sources(timeline, readable)
    return {
        "kind": kind,
        "kinds": kinds,
        "rows": rows[:_MOST],
        "more": max(0, len(rows) - _MOST),
    }


def print_sources(timeline: Timeline) -> None:
    """The sources, for paper alone: on the screen they are under their number."""
    rows = _list_sources(timeline, ())
    items = [
        f"<li>{html.escape(row['name'])} <span>{html.escape(' · '.join(row['facts']))}</span></li>" for row in rows
    ]
    more = f"<p>and {len(items) - _PRINTED:,} more</p>" if len(items) > _PRINTED else ""
    if items:
        st.html(f'<section class="sources"><h2>Sources</h2><ol>{"".join(items[:_PRINTED])}</ol>{more}</section>')


def _list_actors(events: pd.DataFrame, colours: Mapping[str, str]) -> list[dict[str, Any]]:
    counts = Counter(name for names in events["actors"] for name in names)
    return [
        {"id": name, "name": name, "colour": colours.get(name, ""), "facts": [count_if_any(number, "event")]}
        for name, number in counts.most_common()
    ]


def _list_sources(timeline: Timeline, readable: Container[str]) -> list[dict[str, Any]]:
    counts = timeline.mentions[["document_id", "event_id"]].drop_duplicates()["document_id"].value_counts()

    def events_of(document: DocumentRow) -> str:
        return count_if_any(int(counts.get(document["document_id"], 0)), "event") or "no event"

    return [
        {
            "id": document["document_id"],
            "name": name_document(document),
            "facts": [*filter(None, [document["publisher"]]), describe_publication(document), events_of(document)],
            "readable": document["document_id"] in readable,
        }
        for document in list_documents(timeline.documents.sort_values("published", kind="stable"))
    ]
