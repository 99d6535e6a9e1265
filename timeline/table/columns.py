"""The columns of the five tables and the words their cells may hold. No other module names them a second time."""

from typing import Final

from timeline.vocabulary import ActorKind, Basis, Extent, Kind, Precision, PublishedBasis, Review, Status, list_values

__all__ = [
    "ACTORS",
    "ACTOR_KINDS",
    "BASES",
    "DOCUMENTS",
    "EVENTS",
    "KINDS",
    "MAIN",
    "MENTIONS",
    "PRECISIONS",
    "PROBLEMS",
    "PUBLISHED_BASES",
    "REVIEWS",
    "SPANS",
    "STATUSES",
    "TABLES",
]

# Each column has a cell type: "text" (never missing, "" where unknown), "day" (datetime64, NaT where missing),
# "names" (a list of text), "count" (whole number), "offset" (whole number or missing), "share" (0-1).
EVENTS: Final = {
    "event_id": "text",
    "title": "text",
    "start": "day",
    "end": "day",
    "edtf": "text",
    "precision": "text",
    "span": "text",
    "date_basis": "text",
    "status": "text",
    "kind": "text",
    "agent": "text",  # who did it: the name of an actor, or a role noun as the text has it
    "actors": "names",
    "sources": "count",
    "mentions": "count",
    "importance": "share",
    "review": "text",
    "conflicts": "names",  # the event_ids of events that seem to be the same, but are stated to have been another day
    "retellings": "names",  # the event_ids of events that tell the same in other words and are no main events for it
    "tags": "names",  # what a user sorts it under
    "comment": "text",  # what a user remarks on it
}
MENTIONS: Final = {
    "mention_id": "text",
    "event_id": "text",
    "document_id": "text",
    "start_char": "count",
    "end_char": "count",
    "quote": "text",
    "trigger_start": "count",
    "trigger_end": "count",
    "date_text": "text",
    "date_start_char": "offset",
    "date_end_char": "offset",
    "edtf": "text",
    "date_basis": "text",
    "date_reading": "text",
    "status": "text",
    "actors": "names",  # the agent first, be it a name or a role noun
    "reported_by": "text",
    "reason": "text",
}
DOCUMENTS: Final = {
    "document_id": "text",
    "path": "text",
    "url": "text",
    "title": "text",
    "publisher": "text",
    "published": "day",
    "published_basis": "text",
    "language": "text",
    "characters": "count",
    "sha256": "text",
    "copy_of": "text",  # the document_id of the document that this is a near-copy of
}
ACTORS: Final = {"name": "text", "kind": "text", "aliases": "names", "events": "count"}
PROBLEMS: Final = {"document": "text", "stage": "text", "message": "text"}

PRECISIONS: Final = list_values(Precision)
SPANS: Final = list_values(Extent)
BASES: Final = list_values(Basis)
STATUSES: Final = list_values(Status)
REVIEWS: Final = list_values(Review)
ACTOR_KINDS: Final = list_values(ActorKind)
PUBLISHED_BASES: Final = list_values(PublishedBasis)
KINDS: Final = list_values(Kind)  # an open list: a table made by hand may use kinds of its own

TABLES: Final = {
    "events": EVENTS,
    "mentions": MENTIONS,
    "documents": DOCUMENTS,
    "actors": ACTORS,
    "problems": PROBLEMS,
}
"""The columns of each table, under its name in `Timeline`."""

MAIN: Final = 0.5
"""From this importance up an event is a main event: what app, chart and exports show at first."""
