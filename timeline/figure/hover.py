"""What a user sees over a dot: title, date in plain words and as the text has it, actors, sources.

All of it is escaped, and folded so that the box stays readable.
"""

from collections.abc import Collection, Sequence
from typing import Final

import pandas as pd

from timeline.figure.escape import escape_lines
from timeline.layout import clean_text, describe_date_in_full, wrap
from timeline.table import list_documents, list_events
from timeline.wording import count_words, name_source

__all__ = ["list_event_sources", "write_hover_texts"]

_SIZE: Final = 13.0
_WIDTH: Final = 360.0
_TITLE_LINES: Final = 4
_NAMED: Final = 4


def write_hover_texts(
    events: pd.DataFrame, ids: Collection[str], mentions: pd.DataFrame | None, documents: pd.DataFrame | None
) -> dict[str, str]:
    """The escaped hover text of each event in `ids`, by event_id."""
    drawn = events[_is_among(events, ids)]
    written = _list_date_words(mentions, ids)
    sources = _list_sources(mentions, documents, ids)
    texts = {}
    rows = {row["event_id"]: row for row in list_events(drawn)}
    days = {event_id: describe_date_in_full(row) for event_id, row in rows.items()}
    for event_id, row in rows.items():
        when = days[event_id]
        if event_id in written:
            when += f" (“{clean_text(written[event_id])}”)"
        about = [*_fold(when), *_fold(", ".join(row["actors"])), *_fold(sources.get(event_id, ""))]
        if others := sorted(days.get(other, "a day not shown") for other in row["conflicts"]):
            about += _fold(f"also told for {', '.join(others)}")
        title = [f"<b>{line}</b>" for line in map(_escape, wrap(row["title"], _SIZE, _WIDTH, _TITLE_LINES))]
        texts[event_id] = "<br>".join([*title, *map(_escape, about)])
    return texts


def _is_among(table: pd.DataFrame, ids: Collection[str]) -> pd.Series:
    """Which rows are of `ids`; as objects, since pandas looks up words in a column of text many times slower."""
    return table["event_id"].astype(object).isin(list(ids))


def _escape(line: str) -> str:
    return escape_lines([line])


def _fold(text: str) -> tuple[str, ...]:
    return wrap(text, _SIZE, _WIDTH, 2)


def _list_date_words(mentions: pd.DataFrame | None, ids: Collection[str]) -> dict[str, str]:
    """The date words of the first mention of each event that has any."""
    if mentions is None or mentions.empty:
        return {}
    dated = mentions[_is_among(mentions, ids) & (mentions["date_text"].fillna("") != "")]
    first = dated.drop_duplicates("event_id")
    return dict(zip(first["event_id"], first["date_text"], strict=True))


def _list_sources(
    mentions: pd.DataFrame | None, documents: pd.DataFrame | None, ids: Collection[str]
) -> dict[str, str]:
    """``2 sources: A, B`` for each event."""
    if mentions is None or documents is None or mentions.empty or documents.empty:
        return {}
    lanes = list_event_sources(mentions[_is_among(mentions, ids)], documents)
    return {event_id: _join_sources(names) for event_id, names in lanes.items()}


def list_event_sources(mentions: pd.DataFrame, documents: pd.DataFrame) -> dict[str, list[str]]:
    """The names of the documents that tell each event: publishers, or titles where a document names none."""
    names = {document["document_id"]: name_source(document) for document in list_documents(documents)}
    pairs = mentions.drop_duplicates(["event_id", "document_id"])
    found: dict[str, list[str]] = {}
    for event_id, document_id in zip(pairs["event_id"], pairs["document_id"], strict=True):
        found.setdefault(event_id, []).append(names.get(document_id, str(document_id)))
    return found


def _join_sources(sources: Sequence[str]) -> str:
    named = list(dict.fromkeys(map(clean_text, sources)))
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return f"{count_words(len(sources), 'source')}: {', '.join(named[:_NAMED])}{more}"
