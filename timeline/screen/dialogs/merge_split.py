"""Which mentions are one event: two events made one, and one taken apart."""

import textwrap

import streamlit as st

from timeline.screen.dialogs.base import close_dialog, open_dialog, save_or_cancel
from timeline.screen.messages import say_error
from timeline.screen.selection import pick
from timeline.screen.state import Dialog
from timeline.screen.words import escape_markdown
from timeline.screen.workspace.current import record
from timeline.session.open_workspace import OpenWorkspace
from timeline.session.proposals import propose_merges
from timeline.store import Merge, Split, list_nearest
from timeline.table import Timeline, list_documents, list_events, list_mentions
from timeline.vocabulary import Review
from timeline.wording import describe_date, name_source

__all__ = ["merge_events", "open_merge", "open_split", "split_event"]

_OFFERED = 1_000
"""Events offered for a merge, the nearest in time; more of them would make the list slow and help nobody."""
_QUOTE = 200


def open_merge(event: str) -> None:
    """Open the choice of what `event` is one with."""
    open_dialog(Dialog(name="merge", event=event))


def open_split(event: str) -> None:
    """Open the choice of which mentions leave `event`."""
    open_dialog(Dialog(name="split", event=event))


@st.dialog("Merge events", width="medium", on_dismiss=close_dialog)
def merge_events(work: OpenWorkspace, dialog: Dialog) -> None:
    """Make two events one, with all their mentions."""
    events = {event["event_id"]: event for event in list_events(work.timeline.events)}
    if dialog.event not in events:
        _say_gone()
        return
    labels = {id_: f"{describe_date(event)} · {event['title']}" for id_, event in events.items()}
    offered = [id_ for id_ in list_nearest(work.timeline, dialog.event) if events[id_]["review"] != Review.HIDDEN]
    st.text(labels[dialog.event])
    likely = {p.event: p.reason for p in propose_merges(work.timeline, dialog.event)}
    proposed = None
    if likely:
        proposed = st.radio(
            "is likely the same event as", options=list(likely), index=None, key="form_likely",
            format_func=lambda id_: escape_markdown(labels[id_]),
            captions=[escape_markdown(reason) for reason in likely.values()],
        )  # fmt: skip
    other = proposed or st.selectbox(
        "or as" if likely else "is the same event as", options=offered[:_OFFERED], index=None, key="form_other",
        format_func=labels.__getitem__, placeholder="Those nearest in time come first; type to search",
    )  # fmt: skip
    lead = dialog.event
    if other:
        _show_quotes(work.timeline, other)
        best = max((dialog.event, other), key=lambda id_: (events[id_]["importance"], id_ == dialog.event))
        lead = st.radio(
            "Title and status of", options=[dialog.event, other], index=int(best == other), key="form_lead",
            format_func=lambda id_: escape_markdown(events[id_]["title"]),
            help="Of the two dates the better founded one stays, and so do all quotes and actors.",
        )  # fmt: skip

    def save() -> None:
        if other:
            record(Merge(events=(lead, other if lead == dialog.event else dialog.event)), seen=dialog.seen)
            pick(lead)

    save_or_cancel("Merge", save)


def _show_quotes(timeline: Timeline, event: str) -> None:
    """The words of the first mentions, to see whether it is the same."""
    for quote in timeline.mentions.loc[timeline.mentions["event_id"] == event, "quote"].head(2):
        st.text(f"“{textwrap.shorten(quote, _QUOTE, placeholder='…')}”")


@st.dialog("Split event", width="medium", on_dismiss=close_dialog)
def split_event(work: OpenWorkspace, dialog: Dialog) -> None:
    """Take some mentions out of an event; they are an event of their own."""
    mentions = work.timeline.mentions[work.timeline.mentions["event_id"] == dialog.event]
    groups = [group["mention_id"].tolist() for _, group in mentions.groupby(["document_id", "start_char"], sort=False)]
    if len(groups) < 2:
        _say_gone()
        return
    st.text("Which of these tell another event?")
    names = {document["document_id"]: name_source(document) for document in list_documents(work.timeline.documents)}
    chosen: list[str] = []
    for number, ids in enumerate(groups):
        [mention] = list_mentions(mentions[mentions["mention_id"] == ids[0]])
        quote = textwrap.shorten(mention["quote"], _QUOTE, placeholder="…")
        if st.checkbox(
            f"{escape_markdown(quote)} — {escape_markdown(names[mention['document_id']])}", key=f"form_mention_{number}"
        ):
            chosen += ids
    title = st.text_input("Title of the new event", key="form_title", max_chars=300, placeholder="Its first words")

    def save() -> None:
        if chosen:
            record(Split(events=tuple(chosen), title=title), seen=dialog.seen)

    save_or_cancel("Split", save)


def _say_gone() -> None:
    say_error("This event is not as it was any more. Close this, and look at the timeline as it is now.")
