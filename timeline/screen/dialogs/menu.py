"""What a user can correct, and from where: the buttons of the header and of the selected event, and the menu.

A correction is a step kept by `timeline.screen.workspace.current`; here it is only said which.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from timeline.errors import TimelineError
from timeline.screen.dialogs.base import show_refusal
from timeline.screen.dialogs.event_form import open_addition, open_edit
from timeline.screen.dialogs.history import open_history, show_notices
from timeline.screen.dialogs.merge_split import open_merge, open_split
from timeline.screen.dialogs.names import open_actors, open_title
from timeline.screen.dialogs.notes import open_notes
from timeline.screen.dialogs.sharing import open_sharing
from timeline.screen.dialogs.workspace_file import open_keeping
from timeline.screen.state import state
from timeline.screen.visitor import asks_for_login, find_user, may_open_others
from timeline.screen.words import escape_markdown
from timeline.screen.workspace.current import record, redo, undo
from timeline.session.open_workspace import OpenWorkspace
from timeline.store import Role, SetComment, SetReview, SetTag, Step, describe_edit, to_redo, to_undo
from timeline.vocabulary import Review
from timeline.wording import count_if_any

__all__ = ["correct", "show_correcting_controls"]

_CHANGES: Final = {
    "add": "Add an event…",
    "notes": "Notes and shaded periods…",
    "title": "Title of the briefing…",
    "actors": "Rename or join actors…",
}
_KEEPS: Final = {"history": "History…", "keep": "Save or open a workspace…"}

_VERDICTS: Final = {"accept": Review.ACCEPTED, "hide": Review.HIDDEN, "renew": Review.NEW}


def show_correcting_controls(work: OpenWorkspace, events: pd.DataFrame) -> None:
    """Undo, redo and a menu of what can be done beyond one event; `events` are those on the screen.

    Who may only read is offered what changes nothing.
    """
    if state.may_edit:
        show_notices(work)
        tab = state.tab
        _turn_button("Undo", to_undo(work.steps, tab), undo, "This takes back")
        _turn_button("Redo", to_redo(work.steps, tab), redo, "This does again")
    menu = _list_entries(events)
    if menu:
        ids = tuple(events["event_id"].tolist())
        label = "Edit…" if state.may_edit else "More…"
        st.menu_button(
            label, options=list(menu), format_func=menu.__getitem__, key="menu", on_click=_choose, args=(work, ids)
        )


def _list_entries(events: pd.DataFrame) -> dict[str, str]:
    """What the menu offers this user, by name."""
    user = find_user() if asks_for_login() else ""
    menu = dict(_CHANGES) if state.may_edit else {}
    if may_open_others():  # who has a link alone is told nothing of who works here
        menu |= _KEEPS
    if state.may_edit and not events.empty:
        shown = f"{count_if_any(len(events), 'event')} on the screen"
        menu |= {Review.ACCEPTED: f"Accept the {shown}", Review.HIDDEN: f"Hide the {shown}"}
    if user and state.role is Role.OWNER:
        menu["share"] = "Share…"
    if user:
        menu["leave"] = f"Log out {user}"
    return menu


def _turn_button(label: str, step: Step | None, action: Callable[[], None], what: str) -> None:
    help_ = f"{what}: {escape_markdown(describe_edit(step.edit))}" if step and step.edit else None
    st.button(label, key=label.lower(), on_click=show_refusal, args=(action,), disabled=step is None, help=help_)


def _choose(work: OpenWorkspace, shown: tuple[str, ...]) -> None:
    """Do what was chosen in the menu."""
    match state.menu:
        case "add":
            open_addition(work)
        case "notes":
            open_notes()
        case "title":
            open_title(work)
        case "actors":
            open_actors()
        case "history":
            open_history()
        case "keep":
            open_keeping()
        case "share":
            open_sharing()
        case "leave":
            st.logout()
        case Review.ACCEPTED | Review.HIDDEN as review:
            _review_events(work, shown, review)


def correct(value: Any) -> None:
    """Do what the user asked for in the panel: its name, and what it is about."""
    asked: Sequence[Any] = value if isinstance(value, list) and value else [""]
    work = state.work
    match asked:
        case ["undo"]:
            state.done = ""
            show_refusal(undo)
        case ["redo"]:
            show_refusal(redo)
        case ["edit", str(event)]:
            open_edit(work.timeline, event)
        case ["merge", str(event)]:
            open_merge(event)
        case ["split", str(event)]:
            open_split(event)
        case [str(verdict), *events] if verdict in _VERDICTS and _are_ids(events):
            _review_events(work, tuple(events), _VERDICTS[verdict])
        case ["tag" | "untag" as how, str(tag), *events] if _are_ids(events):
            show_refusal(lambda: _do(work, SetTag(tag=tag, events=tuple(events), off=how == "untag")))
        case ["comment", str(comment), str(event)]:
            show_refusal(lambda: _do(work, SetComment(event=event, comment=comment)))
        case ["mark", str(document), int(start), int(end)]:
            show_refusal(lambda: open_addition(work, document, start, end))


def _review_events(work: OpenWorkspace, asked: tuple[str, ...], review: str) -> None:
    """Give the events that verdict; by keyboard it may be asked for twice."""
    events = work.timeline.events
    had = set(events.loc[events["review"] == review, "event_id"])
    if wanted := tuple(event for event in asked if event not in had):
        show_refusal(lambda: _do(work, SetReview(events=wanted, review=review)))


def _do(work: OpenWorkspace, edit: SetReview | SetTag | SetComment) -> None:
    """Make the correction, and say what was done to what, so that it can be undone.

    That is said first: a newer message stops whoever looks at session state, and what is stopped once the correction is
    kept would be sent, and kept, again.
    """
    ids = edit.events if isinstance(edit, SetReview | SetTag) else (edit.event,)
    titles = work.timeline.events.loc[work.timeline.events["event_id"].isin(ids), "title"].tolist()
    of = f": “{titles[0]}”" if len(ids) == 1 and titles else ""
    state.done = f"{describe_edit(edit)}{of}"
    try:
        record(edit)
    except TimelineError:
        state.done = ""
        raise


def _are_ids(events: Sequence[Any]) -> bool:
    return bool(events) and all(isinstance(event, str) for event in events)
