"""Events <-> the pandas tables a user works with; the only place that names columns.

It validates, filters, sorts and weighs; it draws nothing.
"""

from timeline.dates.typed import Days, read_days
from timeline.table.choosing import score_rank
from timeline.table.columns import (
    ACTOR_KINDS,
    ACTORS,
    BASES,
    DOCUMENTS,
    EVENTS,
    KINDS,
    MAIN,
    MENTIONS,
    PRECISIONS,
    PROBLEMS,
    PUBLISHED_BASES,
    REVIEWS,
    SPANS,
    STATUSES,
    TABLES,
)
from timeline.table.comparing import COMPARISON, compare_sources
from timeline.table.filters import STATED, filter_events, is_in_scope, select
from timeline.table.folding import find_folds
from timeline.table.guesses import find_guesses
from timeline.table.leading import find_leading_events, rank_leading
from timeline.table.reading import from_frame
from timeline.table.rows import DocumentRow, EventRow, MentionRow, list_documents, list_events, list_mentions
from timeline.table.sheet import MOST_COLUMNS, MOST_ROWS, check_size, find_header, to_table
from timeline.table.timeline import Note, Timeline, list_records, to_frame, to_timeline
from timeline.table.validate import validate

__all__ = [
    "ACTORS",
    "ACTOR_KINDS",
    "BASES",
    "COMPARISON",
    "DOCUMENTS",
    "EVENTS",
    "KINDS",
    "MAIN",
    "MENTIONS",
    "MOST_COLUMNS",
    "MOST_ROWS",
    "PRECISIONS",
    "PROBLEMS",
    "PUBLISHED_BASES",
    "REVIEWS",
    "SPANS",
    "STATED",
    "STATUSES",
    "TABLES",
    "Days",
    "DocumentRow",
    "EventRow",
    "MentionRow",
    "Note",
    "Timeline",
    "check_size",
    "compare_sources",
    "filter_events",
    "find_folds",
    "find_guesses",
    "find_header",
    "find_leading_events",
    "from_frame",
    "is_in_scope",
    "list_documents",
    "list_events",
    "list_mentions",
    "list_records",
    "rank_leading",
    "read_days",
    "score_rank",
    "select",
    "to_frame",
    "to_table",
    "to_timeline",
    "validate",
]
