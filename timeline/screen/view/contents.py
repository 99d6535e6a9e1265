"""What is open, the events that pass and the session state -> what the page part with chart, list and panel is sent."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from timeline.documents import Document
from timeline.layout import assign_actor_colours, find_story_window
from timeline.screen.selection import keep_in_url
from timeline.screen.state import DrawnChart, state
from timeline.screen.view.chart import NARROW, count_days, describe_outside, lay_out_chart, show_chart
from timeline.screen.view.component import find_plotly_path
from timeline.screen.view.event_list import PAGE, find_page, list_months
from timeline.screen.view.event_panel import mark_document, sort_dating_first, tell_changes, tell_event
from timeline.screen.view.overview import tell_overview
from timeline.screen.view.story import tell_story
from timeline.screen.view.who_says import tell_who_says
from timeline.session.certainty import count_checked, sort_least_certain
from timeline.session.filters import Filters, find_loosest
from timeline.session.news import News
from timeline.session.open_workspace import OpenWorkspace
from timeline.store import AddEvent
from timeline.table import Timeline, find_folds, find_guesses
from timeline.wording import count_if_any, count_words

__all__ = ["make_contents"]


def make_contents(
    work: OpenWorkspace, events: pd.DataFrame, whole: pd.DataFrame, filters: Filters, news: News
) -> dict[str, Any]:
    """The data of the page part.

    `events`, in reading order, are those of `whole` that pass `filters`.
    """
    timeline = work.timeline
    palette = assign_actor_colours(timeline.events, timeline.actors, filters.actors)
    guesses = find_guesses(timeline)
    queue = bool(state.queue) and not events.empty
    listed = sort_least_certain(events, guesses) if queue else events
    page = find_page(listed, state.turned, state.event)
    heading = "Least certain first, of what is not checked yet" if queue else ""
    months = _make_months(
        work, listed.iloc[page * PAGE : (page + 1) * PAGE], palette, news, guesses, heading, searched=bool(filters.text)
    )
    documents = {document.id: document for document in work.documents}
    empty = _explain_empty(timeline, filters) if events.empty else _ALL_CHECKED if listed.empty else None
    event, document = state.event, _make_document(timeline, documents)
    comparing = state.look == "sources" and not events.empty
    return {
        "chart": None if comparing else _make_chart(work, events, whole, filters, guesses, keyed=not palette),
        "months": months,
        "list_id": _compute_fingerprint(months, empty, page),
        "page": _count_turns(len(listed), page),
        "review": _tell_review(work, events),
        "selected": event,
        "asked_for": "event" in st.query_params or "document" in st.query_params,
        "event": tell_event(timeline, event, palette, documents) if event else None,
        "changes": tell_changes(work, event),
        "document": document,
        "overview": None if event or document else tell_overview(timeline, events, palette, documents),
        "looked": state.looked,
        "empty": empty,
        "story": tell_story(timeline, events, state.chosen),
        "who": tell_who_says(timeline, events, documents) if comparing else None,
        "size": state.size,
        "narrow": NARROW,
        "session": state.tab,
        "may_edit": state.may_edit,
    }


_ALL_CHECKED: Final = {"text": "All of these events are checked.", "action": "Back to the order of time", "ask": "time"}


def _tell_review(work: OpenWorkspace, events: pd.DataFrame) -> dict[str, Any]:
    """How far the events on the screen are checked, what was done last, and the tags there are."""
    progress = count_checked(events)
    tags = dict.fromkeys(tag for tags in work.timeline.events["tags"].tolist() for tag in tags)
    return {
        "checked": progress.checked,
        "total": progress.total,
        "queue": state.queue,
        "done": state.done,
        "tags": list(tags),
    }


def _make_months(
    work: OpenWorkspace,
    here: pd.DataFrame,
    palette: Mapping[str, str],
    news: News,
    guesses: frozenset[str],
    heading: str,
    *,
    searched: bool,
) -> list[dict[str, Any]]:
    """The page of the list with the events `here`, under one `heading` where they are not in the order of time.

    Of what was `searched` for nothing is folded.
    """
    mentions = work.timeline.mentions
    mentions = mentions[mentions["event_id"].astype(object).isin(here["event_id"].tolist())]
    mentions = sort_dating_first(mentions).drop_duplicates("event_id")
    quotes = dict(zip(mentions["event_id"].tolist(), mentions["quote"].tolist(), strict=True))
    disputed = {conflict.event_id for conflict in work.conflicts}
    added = {step.edit.id for step in work.steps if isinstance(step.edit, AddEvent)}
    return list_months(
        here, quotes, palette, edited=work.edited, disputed=disputed, news=news, guesses=guesses, added=added,
        heading=heading, folds=() if searched else find_folds(work.timeline),
    )  # fmt: skip


def _make_chart(
    work: OpenWorkspace,
    events: pd.DataFrame,
    whole: pd.DataFrame,
    filters: Filters,
    guesses: frozenset[str],
    *,
    keyed: bool,
) -> dict[str, Any] | None:
    """The chart of `events`, drawn anew only if it changes; None if there is nothing to draw.

    It opens on the stretch that the story takes, and every filter fits it anew, unless the user pinned the span: then
    the axis stays that of `whole`, and what is zoomed into stays in view.
    """
    if events.empty:
        return None
    _fit_anew(filters)
    timeline = work.timeline
    theme = st.context.theme.type or "light"
    span = state.window, state.whole, state.pinned
    scale = state.scale or "auto"
    lanes = state.lanes, state.chosen_lanes, state.folded_lanes
    asked = filters, state.view, lanes, scale, state.size, span, theme
    drawn = state.drawn
    if drawn is None or drawn.timeline is not timeline or drawn.asked != asked:
        spanned = whole if state.pinned else events
        story = None if scale == "compact" else find_story_window(spanned)  # where nothing is empty, all has room
        window = state.window or (None if state.whole else story)
        layout = lay_out_chart(
            timeline, events, spanned, view=state.view, by=state.lanes or "actor", size=state.size,
            lanes=state.chosen_lanes, folded=state.folded_lanes, window=window, scale=scale, asked=filters.actors,
            guesses=guesses,
        )  # fmt: skip
        chart = show_chart(
            timeline, events, layout, theme=theme, plotly=find_plotly_path(), keyed=keyed, folded=state.folded_lanes
        )
        chart |= describe_outside(events, layout, window) | {
            "whole": count_days(spanned, layout), "zoomed": bool(state.window), "story": story is not None,
            "pinned": state.pinned,
        }  # fmt: skip
        drawn = DrawnChart(timeline=timeline, asked=asked, axis=layout.axis, chart=chart)
        state.drawn = drawn
    return drawn.chart


def _fit_anew(filters: Filters) -> None:
    """Leave a window that was zoomed to when other events are asked for, unless the span is pinned."""
    if state.fitted is not None and state.fitted != filters and not state.pinned and state.window:
        state.window = None
        keep_in_url("window", "")
    state.fitted = filters


def _make_document(timeline: Timeline, documents: dict[str, Document]) -> dict[str, Any] | None:
    """The document that is read instead of the event or the overview, if one is."""
    document = documents.get(state.document)
    return mark_document(document, timeline, state.event, state.mention) if document else None


def _count_turns(events: int, page: int) -> dict[str, int]:
    """How many events lie before and after this page of the list, and which pages they are on."""
    return {
        "earlier": page * PAGE,
        "earlier_page": page - 1,
        "later": max(0, events - (page + 1) * PAGE),
        "later_page": page + 1,
    }


_CARDS: Final = (
    (
        "open",
        "Drop your articles",
        "Anywhere on this page, up to a thousand at once: text, PDF, Word, web pages, mail.",
    ),
    ("open", "Open a table of events", "One you have made by hand, as CSV or Excel; or a workspace you have saved."),
    ("demo", "Try the demo", "Five notes on the sale of a chip, to try everything on."),
)
"""What to begin with, where there is nothing yet: what it asks for, its title, and a line on it."""


def _explain_empty(timeline: Timeline, filters: Filters) -> dict[str, Any]:
    """Why there is nothing to see, and what to do about it."""
    if timeline.events.empty:
        read = len(timeline.documents)
        said = f"No event is told in {count_words(read, 'document')}." if read else "There is nothing here yet."
        if len(timeline.problems):
            said += " Why what was opened could not be read stands under “problems”."
        return {"text": said, "cards": _CARDS}
    loosest = find_loosest(timeline, filters)
    if loosest is None:
        return {"text": "No event passes these filters.", "action": "Clear all filters", "ask": "all"}
    field, name, number = loosest
    change = f"Change {name}" if field == "show" else f"Drop {name}"
    return {
        "text": f"No event passes these filters. Without one of them, {name}, {number:,} would.",
        "action": f"{change}: {count_if_any(number, 'event')}",
        "ask": field,
    }


def _compute_fingerprint(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
