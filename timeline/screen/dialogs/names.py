"""What things are called: the briefing, and its actors."""

import streamlit as st

from timeline.layout.words import name_timeline
from timeline.screen.dialogs.base import close_dialog, open_dialog, save_or_cancel
from timeline.screen.state import Dialog
from timeline.screen.words import escape_markdown
from timeline.screen.workspace.current import record
from timeline.session.open_workspace import OpenWorkspace
from timeline.session.proposals import propose_actors
from timeline.store import JoinActors, RenameActor, SetBriefingTitle

__all__ = ["name_actors", "name_briefing", "open_actors", "open_title"]


def open_title(work: OpenWorkspace) -> None:
    """Open the briefing's title."""
    open_dialog(Dialog(name="title"), title=name_timeline(work.timeline))


def open_actors() -> None:
    """Open the names of the actors."""
    open_dialog(Dialog(name="actors"))


@st.dialog("Title of the briefing", on_dismiss=close_dialog)
def name_briefing(work: OpenWorkspace, dialog: Dialog) -> None:
    """Set the briefing's title."""
    title = st.text_input("Title", key="form_title", max_chars=300)

    def save() -> None:
        if " ".join(title.split()) != work.timeline.title:
            record(SetBriefingTitle(title=title), seen=dialog.seen)

    save_or_cancel("Save", save)


@st.dialog("Actors", width="medium", on_dismiss=close_dialog)
def name_actors(work: OpenWorkspace, dialog: Dialog) -> None:
    """Rename one actor, or join several into one; the names given up stay as aliases."""
    rows = work.timeline.actors
    counts = dict(zip(rows["name"].tolist(), rows["events"].tolist(), strict=True))
    chosen = st.multiselect(
        "Actors", options=list(counts), key="form_names", select_all=False,
        format_func=lambda name: f"{name} ({counts[name]})", placeholder="One to rename, several to join",
    )  # fmt: skip
    _show_aliases(work, chosen)
    if len(chosen) == 1 and (alike := propose_actors(list(counts), chosen[0])):
        st.pills(
            "Looks the same; join with it", options=alike, selection_mode="multi", key="form_alike",
            format_func=lambda name: f"{escape_markdown(name)} ({counts[name]})", on_change=_join_alike,
        )  # fmt: skip
    kept = (
        st.radio("Name to keep", options=chosen, key="form_kept", format_func=escape_markdown)
        if len(chosen) > 1
        else ""
    )
    typed = st.text_input("Or another name" if kept else "New name", key="form_into", max_chars=200)
    into = " ".join(typed.split()) or kept

    def save() -> None:
        if len(chosen) > 1:
            record(JoinActors(actors=tuple(chosen), into=into), seen=dialog.seen)
        elif chosen and into and into != chosen[0]:
            record(RenameActor(actor=chosen[0], into=into), seen=dialog.seen)

    save_or_cancel("Join" if len(chosen) > 1 else "Rename", save)


def _join_alike() -> None:
    """Choose the proposed names, too."""
    st.session_state["form_names"] = [*st.session_state["form_names"], *st.session_state["form_alike"]]


def _show_aliases(work: OpenWorkspace, chosen: list[str]) -> None:
    rows = work.timeline.actors
    for name, aliases in zip(rows["name"].tolist(), rows["aliases"].tolist(), strict=True):
        if name in chosen and aliases:
            st.text(f"{name} is also: {', '.join(aliases)}")
