"""Publication dates that no document states: the reader is asked, with the guess filled in, and what he says holds."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from timeline.errors import TimelineError
from timeline.screen.words import escape
from timeline.screen.workspace import add
from timeline.session.inputs import Inputs
from timeline.session.open_workspace import OpenWorkspace
from timeline.table import DocumentRow, list_documents
from timeline.wording import document_name

__all__ = ["ask_dates", "open_dates", "undated"]

_AT_ONCE: Final = 20
"""So many documents are asked about at a time; a reader who gives dates to twenty may do something else then."""


def undated(work: OpenWorkspace, *, guessed: bool = True) -> list[DocumentRow]:
    """The rows of the documents whose publication date nobody states; those with a guess among them if `guessed`.

    The documents that a table names are none of them: their events have their dates already.
    """
    table, read = work.timeline.documents, [document.id for document in work.documents]
    bases = ["none", "inferred"] if guessed else ["none"]
    asked = table["published_basis"].isin(bases)
    return list_documents(table[asked & table["document_id"].isin(read)]) if asked.any() else []


def open_dates() -> None:
    """Open the dialog that asks."""
    st.session_state["dating"] = True
    st.session_state["dialog"] = None


def _close() -> None:
    st.session_state["dating"] = False


@st.dialog("When were these published?", width="medium", on_dismiss=_close)
def ask_dates(work: OpenWorkspace) -> None:
    """A field a document, with what was worked out of its date in it; an empty one stays unknown."""
    rows = undated(work)
    st.caption(
        "These documents do not say when they were published, and “last week” or “in May” are read from that day. "
        "A date that is filled in is a guess from the text and from the other documents."
    )
    given = {row["document_id"]: _field(row) for row in rows[:_AT_ONCE]}
    if len(rows) > _AT_ONCE:
        st.caption(f"{len(rows) - _AT_ONCE} more are asked about after these.")
    with st.container(horizontal=True):
        use = st.button("Use these dates", type="primary", key="use_dates", disabled=not any(given.values()))
        leave = st.button("Leave the guesses as they are", key="leave_dates")
    if use:
        _use(work, {id_: day for id_, day in given.items() if day})
    if use or leave:
        st.session_state["dating"] = use and len(rows) > _AT_ONCE
        st.session_state["ask_dates"] = False
        st.rerun()


def _field(row: DocumentRow) -> dt.date | None:
    guess = row["published"]
    name = document_name(row)
    told = " · ".join(part for part in (row["publisher"], row["path"] if row["title"] else "") if part)
    day: dt.date | None = st.date_input(
        escape(name[:120]), value=guess, key=f"published_{row['document_id']}", format="YYYY-MM-DD",
        min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31), help=escape(told) or None,
    )  # fmt: skip
    return day


def _use(work: OpenWorkspace, days: dict[str, dt.date]) -> None:
    """Keep the days in the workspace, where they win over whatever a document says; the timeline is built with them."""
    documents: Sequence[Any] = [
        dataclasses.replace(d, published=days[d.id], published_basis="given") for d in work.documents if d.id in days
    ]
    try:
        with st.spinner("Reading the documents with these dates"):
            add(Inputs(documents=tuple(documents)))
    except TimelineError as error:
        st.session_state["failure"] = str(error)
