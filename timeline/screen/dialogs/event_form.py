"""The form of an event: to correct the one that is selected, or to add one by hand or from a marked passage."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from timeline.documents import Document
from timeline.errors import DateError
from timeline.screen.dialogs.base import close_dialog, open_dialog, save_or_cancel
from timeline.screen.messages import say_error
from timeline.screen.selection import pick
from timeline.screen.state import Dialog
from timeline.screen.words import escape_markdown
from timeline.screen.workspace.current import record
from timeline.sentences import find_sentences
from timeline.session.open_workspace import OpenWorkspace
from timeline.store import (
    Fields,
    Passage,
    find_passage,
    find_publication,
    list_edits,
    make_fields,
    make_new_event,
    read_field,
    snap_to_words,
    suggest_fields,
    to_row,
)
from timeline.table import KINDS, STATUSES, Days, Timeline, list_documents, list_events, list_mentions
from timeline.vocabulary import Status
from timeline.wording import describe_date, name_document, name_source

__all__ = ["add_event", "edit_event", "open_addition", "open_edit"]

_QUOTES = 6
_DATE_HELP = (
    "A day, a month, a year, part of one (early May 2024), a period (3–5 May 2024, since 2022), bounds (between 3 and "
    "9 May 2024) or words that the publication date anchors (last Monday). Leave it empty where nothing is known."
)


def open_edit(timeline: Timeline, event: str) -> None:
    """Open the form on what the timeline says of `event`."""
    found = list_events(timeline.events[timeline.events["event_id"] == event])
    fields = make_fields(found[0], describe_date(found[0])) if found else Fields()
    _open(Dialog(name="edit", event=event, about=fields), fields)


def open_addition(work: OpenWorkspace, document: str = "", start: int = 0, end: int = 0) -> None:
    """Open an empty form, or one filled from a passage of `document`.

    Raises
    ------
    TableError
        If there is no such passage.
    """
    found = next((d for d in work.documents if d.id == document), None)
    if found is None:
        _open(Dialog(name="add"), Fields())
        return
    passage = Passage.mark(found, *snap_to_words(found.text, start, end))
    known = work.timeline.actors["name"].tolist()
    fields = suggest_fields(
        passage, known, _find_publication(work.timeline, document), _find_sentences(found.text, passage)
    )
    _open(Dialog(name="add", about=passage), fields)


def _find_sentences(text: str, passage: Passage) -> str:
    """The sentences of `text` that the passage lies in, for what the marked words leave out."""
    around = [s for s in find_sentences(text) if s.end > passage.start and s.start < passage.end]
    return text[around[0].start : around[-1].end] if around else ""


def _open(dialog: Dialog, fields: Fields) -> None:
    open_dialog(
        dialog, title=fields.title, date=fields.date, actors=list(fields.actors), kind=fields.kind, status=fields.status
    )


@st.dialog("Edit event", width="large", on_dismiss=close_dialog)
def edit_event(work: OpenWorkspace, dialog: Dialog) -> None:
    """Correct title, date, actors, kind and status; only what was changed becomes a correction."""
    if dialog.event not in set(work.timeline.events["event_id"]):
        say_error("This event is not in the timeline any more. Close this, and look at the timeline as it is now.")
        return
    published = find_publication(work.timeline, dialog.event)
    form, quotes = st.columns([3, 2], gap="medium")
    with quotes:
        _say_quotes(work.timeline, dialog.event)
    with form:
        fields = _show_fields(work.timeline, published, before=dialog.about)

    def save() -> None:
        record(*list_edits(dialog.event, dialog.about, fields, published), seen=dialog.seen)

    save_or_cancel("Save", save)


def _say_quotes(timeline: Timeline, event: str) -> None:
    """The sentences that the event rests on, beside what is typed about it."""
    mentions = timeline.mentions[timeline.mentions["event_id"] == event].drop_duplicates("quote")
    names = {row["document_id"]: name_source(row) for row in list_documents(timeline.documents)}
    shown = mentions.head(_QUOTES)
    for mention in list_mentions(shown):
        st.text(f"“{' '.join(mention['quote'].split())}”")
        st.caption(escape_markdown(names[mention["document_id"]]))
    if len(mentions) > len(shown):
        st.text(f"and {len(mentions) - len(shown)} more")


@st.dialog("Add an event", width="medium", on_dismiss=close_dialog)
def add_event(work: OpenWorkspace, dialog: Dialog) -> None:
    """Add an event, on the passage that was marked, on words that are given here, or on the user's own word."""
    document, words = "", ""
    if dialog.about:
        st.text(f"“{dialog.about.quote}”")
        document = dialog.about.document_id
    else:
        document, words = _show_passage_fields(work.documents)
    published = _find_publication(work.timeline, document)
    fields = _show_fields(work.timeline, published)

    def save() -> None:
        passage = dialog.about or _mark_passage(work.documents, document, words)
        edit = make_new_event(fields, passage, published)
        record(edit, seen=dialog.seen)
        pick(edit.id)

    save_or_cancel("Add", save)


def _show_passage_fields(documents: Sequence[Document]) -> tuple[str, str]:
    """The document that a new event rests on, and its words there; both ``""`` for none."""
    names = {d.id: name_document({"title": d.title, "path": d.path}) for d in documents if d.text}
    chosen = st.selectbox(
        "Document it rests on", options=list(names), index=None, key="form_document", format_func=names.__getitem__,
        placeholder="None: an event on your own word",
    )  # fmt: skip
    if not chosen:
        return "", ""
    words = st.text_area("Its words there", key="form_words", height=68, placeholder="Copied from the document")
    return chosen, words


def _mark_passage(documents: Sequence[Document], chosen: str, words: str) -> Passage | None:
    document = next((d for d in documents if d.id == chosen), None)
    return find_passage(document, words) if document else None


def _show_fields(timeline: Timeline, published: dt.date | None, before: Fields | None = None) -> Fields:
    """The fields as they stand in the form; those of `before` are allowed whatever the lists say."""
    title = st.text_input("Title", key="form_title", max_chars=300)
    date = st.text_input("Date", key="form_date", live=True, help=_DATE_HELP, placeholder="Not known")
    _say_reading(date, published, before)
    known = list(dict.fromkeys((*timeline.actors["name"].tolist(), *(before.actors if before else ()))))
    actors = st.multiselect(
        "Actors", options=known, key="form_actors", accept_new_options=True, select_all=False, placeholder="None",
        help="Whoever acts comes first. Type a name that is not in the list to add it.",
    )  # fmt: skip
    if len(actors) > 1:
        first = st.selectbox("Named first", options=actors, key="form_first", index=0)
        actors = [first, *(name for name in actors if name != first)]
    left, right = st.columns(2)
    kinds = sorted({*KINDS, *timeline.events["kind"].tolist()})
    kind = left.selectbox("Kind", options=kinds, key="form_kind", accept_new_options=True)
    status = right.selectbox(
        "Status", options=STATUSES, key="form_status", format_func=lambda status: Status(status).words
    )
    return Fields(title=title, date=date, actors=tuple(actors), kind=kind or "other", status=status)


def _say_reading(date: str, published: dt.date | None, before: Fields | None) -> None:
    """How the date is read, at once, so that nobody saves what he did not mean."""
    if " ".join(date.split()) == (before.date if before else ""):
        return
    try:
        days = read_field(date, published)
    except DateError as error:
        st.caption(f":red[{escape_markdown(str(error))}.]")
    else:
        st.caption(f"Read as **{escape_markdown(_describe_days(days))}**{escape_markdown(_explain_days(days))}")


def _describe_days(days: Days) -> str:
    return describe_date(to_row(days))


def _explain_days(days: Days) -> str:
    return f" ({days.reading})" if days.reading else ""


def _find_publication(timeline: Timeline, document: str) -> dt.date | None:
    days = timeline.documents.loc[timeline.documents["document_id"] == document, "published"].dropna()
    return None if days.empty else days.iloc[0].date()
