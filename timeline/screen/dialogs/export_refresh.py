"""“Bring an earlier deck up to date”: slides that were exported once, the differences to today, and the new file."""

import pandas as pd
import streamlit as st

from timeline.errors import TimelineError
from timeline.formats.refresh import Refreshed, refresh
from timeline.screen.messages import say_error, say_info
from timeline.screen.words import escape_markdown
from timeline.table import Timeline

__all__ = ["show_refresh"]

_HELP = (
    "A .pptx that was exported here. What you moved, coloured, typed over or added in it stays; what is new is marked, "
    "what is gone is struck through."
)


def show_refresh(timeline: Timeline, part: Timeline) -> None:
    """Let a user give a deck, and give it back with what `timeline` tells; events of `part` are added to it."""
    with st.expander("Bring an earlier deck up to date"):
        upload = st.file_uploader("A deck that was exported here", type=["pptx"], key="export_deck", help=_HELP)
        if upload is None:
            return
        try:
            made = refresh(upload.getvalue(), timeline, add=part.events["event_id"].tolist())
        except TimelineError as error:
            say_error(f"This deck cannot be brought up to date: {error}.")
            return
        _show(made, upload.name)


def _show(made: Refreshed, name: str) -> None:
    """The differences, and the button that saves the deck."""
    if not made.changes:
        say_info("Nothing is different: the deck is up to date.")
        return
    rows = [(str(c.what), c.title, c.words, ", ".join(map(str, c.slides))) for c in made.changes]
    st.dataframe(pd.DataFrame(rows, columns=["What", "Event", "Difference", "Slides"]), hide_index=True)
    mime = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    st.download_button(
        f"Save {escape_markdown(name)}",
        data=made.content,
        file_name=name,
        mime=mime,
        key="export_refreshed",
        on_click="ignore",
    )
