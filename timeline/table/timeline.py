"""The type of this package: a timeline as five tables; and the way from events to it."""

import dataclasses
import datetime as dt
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from timeline.actors import Actor
from timeline.documents import Document
from timeline.events import EventMention
from timeline.merge import Event
from timeline.table.columns import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS
from timeline.table.importance import count_sources, rate_importance
from timeline.vocabulary import Basis, PublishedBasis, Review

__all__ = ["Note", "Timeline", "list_records", "to_frame", "to_timeline"]


class Note(NamedTuple):
    """What a user wrote over a day, or over a longer stretch of the chart; None for an open end."""

    start: dt.date | None
    end: dt.date | None
    text: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A timeline as five tables, with the columns of `timeline.table.columns`.

    Attributes
    ----------
    events
        One row an event, sorted by start, end and event_id; missing starts come last.
    mentions
        One row a mention, sorted by event, then by document and place.
    documents, actors, problems
        One row a document, an actor (by number of events) and a problem.
    title
        The briefing's title, ``""`` where nobody gave one.
    notes
        What users wrote on the chart, in the order in which they wrote it.
    """

    events: pd.DataFrame
    mentions: pd.DataFrame
    documents: pd.DataFrame
    actors: pd.DataFrame
    problems: pd.DataFrame
    title: str = ""
    notes: tuple[Note, ...] = ()

    def only(self, event_ids: Iterable[str]) -> "Timeline":
        """The same with only these events and their mentions, in the order of the tables; all documents stay."""
        wanted = set(event_ids)
        # As objects: pandas looks up words in a column of text sixteen times slower.
        kept = [table[table["event_id"].astype(object).isin(wanted)] for table in (self.events, self.mentions)]
        events, mentions = (table.reset_index(drop=True) for table in kept)
        return dataclasses.replace(self, events=events, mentions=mentions)


DTYPES = {
    "text": "str",
    "day": "datetime64[us]",
    "names": "object",
    "count": "int64",
    "offset": "Int64",
    "share": "float64",
}


def list_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table by column name: by columns, which takes a quarter of the time of `DataFrame.to_dict`.

    Examples
    --------
    >>> list_records(pd.DataFrame({"name": ["Nvidia", "AMD"], "events": [7, 2]}))
    [{'name': 'Nvidia', 'events': 7}, {'name': 'AMD', 'events': 2}]
    """
    names = frame.columns.tolist()
    return [dict(zip(names, row, strict=True)) for row in zip(*(frame[name].tolist() for name in names), strict=True)]


def to_frame(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """A table of `rows` with exactly `columns`, each of the dtype of its cell type.

    Examples
    --------
    >>> to_frame([], {"name": "text", "events": "count"}).dtypes.astype(str).to_dict()
    {'name': 'str', 'events': 'int64'}
    """
    cells = list(rows)
    return pd.DataFrame({name: _make_column([row[name] for row in cells], kind) for name, kind in columns.items()})


def _make_column(cells: list[Any], kind: str) -> "pd.Series[Any]":
    """A column of `cells`; halves of characters, which no column and no file can hold, are marked."""
    if kind == "text" and _HALF.search("\n".join(map(str, cells))):
        cells = [_HALF.sub("\ufffd", str(cell)) for cell in cells]
    elif kind == "names" and any(_HALF.search(name) for names in cells for name in names):
        cells = [[_HALF.sub("\ufffd", name) for name in names] for names in cells]
    return pd.Series(cells, dtype=DTYPES[kind])


_HALF = re.compile(r"[\ud800-\udfff]")


def to_timeline(
    events: Sequence[Event],
    documents: Sequence[Document],
    actors: Sequence[Actor],
    problems: Sequence[tuple[str, str, str]] = (),
    title: str = "",
    originals: Mapping[str, str] | None = None,
) -> Timeline:
    """The tables of merged events.

    `problems` are (document, stage, message); `originals` has the id of the original for that of each near-copy, which
    counts as one source with it.
    """
    originals = originals or {}
    places = {document.id: place for place, document in enumerate(_sort_by_date(documents))}
    guesses = {d.id: d.published for d in documents if d.published and d.published_basis == PublishedBasis.INFERRED}
    ordered = sorted(events, key=lambda e: (*_make_sort_key(e), e.id))
    choice = rate_importance(ordered, originals, {d.id: d.published for d in documents})
    rated = zip(ordered, choice.importance, choice.retellings, strict=True)
    return Timeline(
        events=to_frame(
            (_make_event_row(e, i, [ordered[n].id for n in again], originals) for e, i, again in rated), EVENTS
        ),
        mentions=to_frame(_make_mention_rows(ordered, places, guesses), MENTIONS),
        documents=to_frame(_make_document_rows(documents, originals), DOCUMENTS),
        actors=to_frame(_make_actor_rows(ordered, actors), ACTORS),
        problems=to_frame((dict(zip(PROBLEMS, row, strict=True)) for row in problems), PROBLEMS),
        title=title,
    )


def _sort_by_date(documents: Sequence[Document]) -> list[Document]:
    return sorted(documents, key=lambda d: (d.published or dt.date.max, d.id))


def _make_sort_key(event: Event) -> tuple[dt.date, dt.date]:
    return event.date.first or dt.date.max, event.date.last or dt.date.max


def _make_event_row(
    event: Event, importance: float, retellings: list[str], originals: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "event_id": event.id,
        "title": event.title,
        "start": event.date.first,
        "end": event.date.last,
        "edtf": event.date.edtf,
        "precision": event.date.precision,
        "span": event.date.span,
        "date_basis": event.date.basis,
        "status": event.status,
        "kind": event.kind,
        "agent": event.agent,
        "actors": list(event.actors),
        "sources": count_sources(event, originals),
        "mentions": len(event.mentions),
        "importance": importance,
        "review": Review.NEW,
        "conflicts": list(event.conflicts),
        "retellings": retellings,
        "tags": [],
        "comment": "",
    }


def _make_mention_rows(
    events: Sequence[Event], places: Mapping[str, int], guesses: Mapping[str, dt.date]
) -> Iterable[dict[str, Any]]:
    for event in events:
        mentions = zip(event.mentions, event.reasons, strict=True)
        for mention, reason in sorted(mentions, key=lambda t: (places[t[0].document_id], t[0].trigger_start)):
            yield _make_mention_row(event, mention, reason, guesses.get(mention.document_id))


def _make_mention_row(event: Event, mention: EventMention, reason: str, guess: dt.date | None) -> dict[str, Any]:
    """A mention; where it is dated from a publication date that is a `guess`, its reading says so."""
    reading = mention.date.reading
    if guess and Basis(mention.date.basis).from_publication:
        reading = "; ".join(filter(None, (reading, f"the publication date {guess} is a guess")))
    return {
        "mention_id": mention.id,
        "event_id": event.id,
        "document_id": mention.document_id,
        "start_char": mention.start,
        "end_char": mention.end,
        "quote": mention.quote,
        "trigger_start": mention.trigger_start,
        "trigger_end": mention.trigger_end,
        "date_text": mention.date.text,
        "date_start_char": mention.date.start,
        "date_end_char": mention.date.end,
        "edtf": mention.date.edtf,
        "date_basis": mention.date.basis,
        "date_reading": reading,
        "status": mention.status,
        "actors": list(dict.fromkeys(filter(None, (mention.agent, *mention.actors)))),
        "reported_by": mention.reported_by,
        "reason": reason,
    }


def _make_document_rows(documents: Sequence[Document], originals: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    """The same text under two paths is one document with both."""
    paths: defaultdict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document.path not in paths[document.id]:
            paths[document.id].append(document.path)
    for document in {d.id: d for d in reversed(_sort_by_date(documents))}.values():
        yield {
            "document_id": document.id,
            "path": "; ".join(sorted(filter(None, paths[document.id]))),
            "url": document.url,
            "title": document.title,
            "publisher": document.publisher,
            "published": document.published,
            "published_basis": document.published_basis,
            "language": document.language,
            "characters": len(document.text),
            "sha256": hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
            "copy_of": originals.get(document.id, ""),
        }


def _make_actor_rows(events: Sequence[Event], actors: Sequence[Actor]) -> Iterable[dict[str, Any]]:
    counts = Counter(name for event in events for name in event.actors)
    for actor in sorted(actors, key=lambda a: (-counts[a.name], a.name)):
        yield {
            "name": actor.name,
            "kind": actor.kind,
            "aliases": list(actor.aliases),
            "events": counts[actor.name],
        }
