"""A workspace on disk: documents and the corrections users made, which are replayed on whatever is read anew.

Steps are only ever appended, undo and redo among them, so the history of what was changed when is complete. It reads
no document, draws nothing and knows no clock: whoever records a step says when it was.
"""

from timeline.store.combine import combine
from timeline.store.conflicts import Conflict
from timeline.store.edits import (
    AddEvent,
    Edit,
    JoinActors,
    Merge,
    RenameActor,
    SetActors,
    SetBriefingTitle,
    SetComment,
    SetDate,
    SetKind,
    SetReview,
    SetStatus,
    SetTag,
    SetTitle,
    Split,
)
from timeline.store.fields import (
    Fields,
    as_read,
    as_row,
    draft_fields,
    edits_of,
    fields_of,
    find_event,
    nearest,
    new_event,
    published_of,
)
from timeline.store.history import Anchor, Step, describe, in_force, to_history, to_redo, to_undo
from timeline.store.passages import Passage, find_passage, snap_to_words
from timeline.store.places import SUFFIX, find_home, is_workspace, list_places, new_place, place_of
from timeline.store.replay import Lost, Replayed, check, replay
from timeline.store.typed import read_typed
from timeline.store.workspace import Workspace

__all__ = [
    "SUFFIX",
    "AddEvent",
    "Anchor",
    "Conflict",
    "Edit",
    "Fields",
    "JoinActors",
    "Lost",
    "Merge",
    "Passage",
    "RenameActor",
    "Replayed",
    "SetActors",
    "SetBriefingTitle",
    "SetComment",
    "SetDate",
    "SetKind",
    "SetReview",
    "SetStatus",
    "SetTag",
    "SetTitle",
    "Split",
    "Step",
    "Workspace",
    "as_read",
    "as_row",
    "check",
    "combine",
    "describe",
    "draft_fields",
    "edits_of",
    "fields_of",
    "find_event",
    "find_home",
    "find_passage",
    "in_force",
    "is_workspace",
    "list_places",
    "nearest",
    "new_event",
    "new_place",
    "place_of",
    "published_of",
    "read_typed",
    "replay",
    "snap_to_words",
    "to_history",
    "to_redo",
    "to_undo",
]
