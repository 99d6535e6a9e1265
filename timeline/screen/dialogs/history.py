"""What was changed, when and by whom; each step can be taken back; and what of it does not hold, and why."""

import datetime as dt
import zoneinfo

import pandas as pd
import streamlit as st

from timeline.screen.dialogs.base import close_dialog, open_dialog, show_refusal
from timeline.screen.state import Dialog, state
from timeline.screen.words import escape_markdown
from timeline.screen.workspace.current import redo, undo
from timeline.session.open_workspace import OpenWorkspace
from timeline.store import Conflict, Lost, Step, describe_edit, find_author, to_history
from timeline.table import list_records
from timeline.wording import count_if_any

__all__ = ["open_history", "show_history", "show_notices"]

_PAGE = 20


def open_history() -> None:
    """Open the history, at its latest step."""
    open_dialog(Dialog(name="history"))


@st.dialog("History", width="large", on_dismiss=close_dialog)
def show_history(work: OpenWorkspace, dialog: Dialog) -> None:  # noqa: ARG001  all dialogs are called alike
    """Every step, the latest first, with a button that takes it back or gives it again."""
    history = to_history(work.steps)
    if history.empty:
        st.text("Nothing has been changed yet.")
        return
    pages = -(-len(history) // _PAGE)
    page = st.number_input("Page", 1, pages, key="form_page", help=f"of {pages}") if pages > 1 else 1
    edits = {step.number for step in work.steps if step.edit}
    lost = {entry.step.number: entry.reason for entry in work.lost}
    for row in list_records(history.iloc[(page - 1) * _PAGE : page * _PAGE]):
        _show_row(row, number=row["number"] if row["number"] in edits else 0, lost=lost.get(row["number"], ""))


def _show_row(row: dict[str, object], *, number: int, lost: str) -> None:
    """One step; only an edit (with its `number`) can be taken back or given again."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"step_{row['number']}"):
        with st.container(gap=None, width="stretch"):
            st.text(_describe_step(row, lost))
            st.caption(escape_markdown(f"{_write_time(row['at'])} · {_name_session(row['session'])}"))
        if not state.may_edit:
            return
        if number and row["in_force"]:
            st.button("Take back", key=f"form_undo_{number}", on_click=_turn, args=(number, True))
        elif number:
            st.button("Do again", key=f"form_redo_{number}", on_click=_turn, args=(number, False))


def _describe_step(row: dict[str, object], lost: str) -> str:
    verb = {"undo": "taken back: ", "redo": "done again: "}.get(str(row["action"]), "")
    titles = list(row["events"])  # type: ignore[call-overload]
    of = "" if not titles else f"\n{titles[0]}" if len(titles) == 1 else f"\n{titles[0]} and {len(titles) - 1} more"
    state = f"\nwithout effect: {lost}" if lost else ""
    if row["action"] == "edit" and not row["in_force"]:
        state = "\nnot in force"
    return f"{verb}{row['what']}{of}{state}"


def _turn(number: int, back: bool) -> None:  # noqa: FBT001  a callback's arguments are positional
    show_refusal(lambda: undo(number) if back else redo(number))


def _write_time(at: object) -> str:
    """A moment as the user's clock shows it."""
    moment = pd.Timestamp(at)  # type: ignore[arg-type]
    try:
        zone: dt.tzinfo = zoneinfo.ZoneInfo(st.context.timezone or "UTC")
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        zone = dt.UTC
    here = moment.tz_convert(zone)
    return f"{here.day} {here:%b %Y, %H:%M}"


def _name_session(session: object) -> str:
    """Who that is: by his address where everybody was asked for it."""
    author, here = find_author(str(session)), find_author(state.tab)
    if session == state.tab or (author and author == here):
        return "you"
    return author or f"another session ({session})"


def show_notices(work: OpenWorkspace) -> None:
    """What the user must know of the corrections: those that hold on to nothing, and those that contradict others."""
    corrections = count_if_any(len(work.lost) + len(work.conflicts), "correction")
    if not corrections or not state.may_edit:
        return
    with st.popover(f"{corrections} to look at", type="primary"):
        for conflict in work.conflicts:
            _show_conflict(conflict)
        for entry in work.lost:
            _show_lost(entry)


def _show_conflict(conflict: Conflict) -> None:
    of = f" of “{conflict.subject}”" if conflict.subject else ""
    st.text(f"Two users set the {conflict.field}{of} without seeing each other.")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(f"It is now: {_describe_edit(conflict.kept)}", width="stretch")
        key = f"conflict_{conflict.kept.number}_{conflict.overruled[0].number if conflict.overruled else 0}"
        st.button("Take this back", key=key, on_click=_turn, args=(conflict.kept.number, True))
    for step in conflict.overruled:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"Overruled: {_describe_edit(step)}", width="stretch")
            key = f"conflict_{step.number}_{conflict.kept.number}"
            st.button("Drop this", key=key, on_click=_turn, args=(step.number, True))


def _show_lost(entry: Lost) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(entry.message, width="stretch")
        key = f"lost_{entry.step.number}_{entry.event}"
        st.button("Drop it", key=key, on_click=_turn, args=(entry.step.number, True))


def _describe_edit(step: Step) -> str:
    what = describe_edit(step.edit) if step.edit else ""
    return f"{what} ({_name_session(step.session)}, {_write_time(step.at)})"
