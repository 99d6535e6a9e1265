"""Publication dates that no document states: the user is asked, with the guess filled in, and what he says holds."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from timeline.documents import Document, pair_dates
from timeline.errors import TimelineError
from timeline.screen.dialogs.base import close_dialog, open_dialog
from timeline.screen.messages import say_warning
from timeline.screen.state import Dialog, state
from timeline.screen.words import escape_markdown
from timeline.screen.workspace.current import add
from timeline.session.inputs import Inputs
from timeline.session.open_workspace import OpenWorkspace
from timeline.table import DocumentRow, list_documents
from timeline.wording import name_document

__all__ = ["ask_dates", "list_undated", "open_dates"]

_FEW: Final = 4
"""Up to so many documents have a field each; more are asked about in one table."""
_LONGEST: Final = 120  # characters of a first line
_FIRST, _LAST = dt.date(1, 1, 1), dt.date(9999, 12, 31)


def list_undated(work: OpenWorkspace, *, guessed: bool = True) -> list[DocumentRow]:
    """The rows of the documents whose publication date nobody states; those with a guess among them if `guessed`.

    The documents that a table names are none of them: their events have their dates already.
    """
    table, read = work.timeline.documents, [document.id for document in work.documents]
    bases = ["none", "inferred"] if guessed else ["none"]
    asked = table["published_basis"].isin(bases)
    return list_documents(table[asked & table["document_id"].isin(read)]) if asked.any() else []


def open_dates() -> None:
    """Open the dialog that asks."""
    open_dialog(Dialog(name="dates"))


@st.dialog("When were these published?", width="medium", on_dismiss=close_dialog)
def ask_dates(work: OpenWorkspace, dialog: Dialog) -> None:  # noqa: ARG001  all dialogs are called alike
    """A field or row a document, with what was worked out of its date in it; an empty one stays unknown."""
    rows = list_undated(work)
    st.caption(
        "These documents do not say when they were published, and “last week” or “in May” are read from that day. "
        "A date that is filled in is a guess from the text and from the other documents."
    )
    given = (
        {row["document_id"]: _show_field(row) for row in rows}
        if len(rows) <= _FEW
        else _show_table(rows, work.documents)
    )
    with st.container(horizontal=True):
        use = st.button("Use these dates", type="primary", key="use_dates", disabled=not any(given.values()))
        leave = st.button("Leave the guesses as they are", key="leave_dates")
    if use:
        _use(work, {id_: day for id_, day in given.items() if day})
    if use or leave:
        close_dialog()
        state.ask_dates = False
        st.rerun()


def _show_field(row: DocumentRow) -> dt.date | None:
    guess = row["published"]
    name = name_document(row)
    facts = " · ".join(part for part in (row["publisher"], row["path"] if row["title"] else "") if part)
    day: dt.date | None = st.date_input(
        escape_markdown(name[:120]), value=guess, key=f"published_{row['document_id']}", format="YYYY-MM-DD",
        min_value=_FIRST, max_value=_LAST, help=escape_markdown(facts) or None,
    )  # fmt: skip
    return day


def _show_table(rows: Sequence[DocumentRow], documents: Sequence[Document]) -> dict[str, dt.date | None]:
    """The days that the user gives in a table of all `rows`, pastes beside it, or gives them all at once."""
    rows = sorted(rows, key=lambda row: (row["path"], row["title"]))
    texts = {document.id: document.article for document in documents}
    same: dt.date | None = st.date_input(
        "The same date for all", value=None, key="published_all", format="YYYY-MM-DD", min_value=_FIRST, max_value=_LAST
    )
    pasted = st.text_area(
        "Or paste dates, one a line, in the order of the table", key="published_paste", height=80, max_chars=100_000
    )
    days = _read_pasted(pasted, len(rows))
    frame = pd.DataFrame(
        {
            "document": [row["path"].partition("; ")[0].rpartition("/")[2] or name_document(row) for row in rows],
            "title": [row["title"] for row in rows],
            "first line": [_find_first_line(texts.get(row["document_id"], ""), row["title"]) for row in rows],
            "guess": [row["published"] for row in rows],
            "published": [days.get(place) or same or row["published"] for place, row in enumerate(rows)],
        }
    )
    column = st.column_config.DateColumn("Published", format="YYYY-MM-DD", min_value=_FIRST, max_value=_LAST)
    guess = st.column_config.DateColumn("Guess", format="YYYY-MM-DD")
    edited = st.data_editor(
        frame, key=f"published_table {same} {hash(pasted)}", hide_index=True, width="stretch", height=360,
        disabled=["document", "title", "first line", "guess"],
        column_config={
            "document": "Document", "title": "Title", "first line": "First line", "guess": guess, "published": column,
        },
    )  # fmt: skip
    given = [None if pd.isna(day) else pd.Timestamp(day).date() for day in edited["published"]]
    return {row["document_id"]: day for row, day in zip(rows, given, strict=True)}


def _read_pasted(text: str, most: int) -> dict[int, dt.date]:
    """The days in the lines of `text`, by their place; what is no day, or one too many, is said."""
    lines = text.strip("\n").split("\n") if text.strip() else []
    found = pair_dates((str(place), line.strip()) for place, line in enumerate(lines) if line.strip())
    for problem in found.problems[:3]:
        say_warning(problem)
    if len(lines) > most:
        say_warning(f"{len(lines)} dates are pasted for {most} documents; those beyond are left out.")
    return {int(place): day for place, day in found.days.items() if int(place) < most}


def _find_first_line(text: str, title: str) -> str:
    """The first line of a text that is not its title."""
    lines = (line.strip("# \t") for line in text.splitlines())
    return next((line[:_LONGEST] for line in lines if line and line != title), "")


def _use(work: OpenWorkspace, days: dict[str, dt.date]) -> None:
    """Keep the days in the workspace, where they win over whatever a document says; the timeline is built with them."""
    documents: Sequence[Any] = [
        dataclasses.replace(d, published=days[d.id], published_basis="given") for d in work.documents if d.id in days
    ]
    try:
        with st.spinner("Reading the documents with these dates"):
            add(Inputs(documents=tuple(documents)))
    except TimelineError as error:
        state.failure = str(error)
