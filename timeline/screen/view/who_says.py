"""Who says what, for the page: a row an event, a cell a source, each with its sentence and the one it differs from."""

from collections import Counter
from collections.abc import Container
from typing import Any, Final

import pandas as pd

from timeline.formats.who_says import Grid, GridRow, Voice, read_grid
from timeline.screen.view.event_panel import cut_quote
from timeline.screen.words import describe_publication
from timeline.table import DocumentRow, MentionRow, Timeline, list_documents
from timeline.wording import count_if_any, name_source, shorten_date

__all__ = ["tell_who_says"]

_ROWS: Final = 200
_COLUMNS: Final = 40
"""What a browser lays out at once without a wait; what is beyond is counted."""


def tell_who_says(timeline: Timeline, events: pd.DataFrame, readable: Container[str]) -> dict[str, Any]:
    """The rows of `events`, in the order to show them in; `readable` are the ids of documents that can be opened."""
    grid = read_grid(timeline, events.head(_ROWS))
    named = {row["document_id"]: row for row in list_documents(timeline.documents)}
    compared = _find_compared(grid)
    shown = compared[:_COLUMNS]
    left_out = (
        count_if_any(len(events) - len(grid.rows), "more event"),
        count_if_any(len(compared) - len(shown), "more source"),
        f"{count_if_any(grid.silent, 'source')} without any of these" if grid.silent else "",
    )
    return {
        "summary": f"{grid.summary[:1].upper()}{grid.summary[1:]}.",
        "left_out": " · ".join(filter(None, left_out)),
        "sources": [_make_column(source, readable) for source in shown],
        "rows": [_make_row(row, shown, named) for row in grid.rows],
    }


def _find_compared(grid: Grid) -> tuple[DocumentRow, ...]:
    """The sources that tell something beside another, those that do it most first, then in the order of the rows.

    Who tells an event alone is named in its row: a column would be empty but for that dot.
    """
    beside = Counter(source for row in grid.rows if len(row.voices) > 1 for source in row.voices)
    documents = {source["document_id"]: source for source in grid.sources}
    return tuple(documents[source] for source, _ in beside.most_common())


def _make_column(source: DocumentRow, readable: Container[str]) -> dict[str, Any]:
    id_ = source["document_id"]
    return {"id": id_, "name": name_source(source), "day": describe_publication(source), "readable": id_ in readable}


def _make_row(row: GridRow, shown: tuple[DocumentRow, ...], named: dict[str, DocumentRow]) -> dict[str, Any]:
    event = row.event
    cells = [_make_cell(row.voices.get(source["document_id"]), named) for source in shown]
    alone = next(iter(row.voices)) if len(row.voices) == 1 else ""
    return {
        "id": event["event_id"],
        "when": shorten_date(event),
        "title": event["title"],
        "alone": {"name": name_source(named[alone]), "voice": _make_cell(row.voices[alone], named)} if alone else None,
        "cells": cells,
        "split": event["mentions"] > 1,
    }


def _make_cell(voice: Voice | None, named: dict[str, DocumentRow]) -> dict[str, Any] | None:
    """None for a source that is silent."""
    if voice is None:
        return None
    return {
        "words": voice.words,
        "differs": voice.agreement.differs,
        "short": voice.day if voice.agreement.differs else "",
        "said": _make_sentence(voice.said, named),
        "against": _make_sentence(voice.against, named) if voice.against else None,
    }


def _make_sentence(mention: MentionRow, named: dict[str, DocumentRow]) -> dict[str, Any]:
    document = named[mention["document_id"]]
    return {
        "quote": cut_quote(mention),
        "source": [name_source(document), describe_publication(document)],
        "document": mention["document_id"],
        "mention": mention["mention_id"],
    }
