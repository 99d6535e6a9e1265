"""A workspace on disk: documents and the corrections readers made, which are replayed on whatever is read anew.

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
    Passage,
    RenameActor,
    Review,
    SetActors,
    SetBriefingTitle,
    SetDate,
    SetKind,
    SetStatus,
    SetTitle,
    Split,
)
from timeline.store.history import Anchor, Step, describe, in_force, to_history, to_redo, to_undo
from timeline.store.places import SUFFIX, find_home, is_workspace, list_places, new_place, place_of
from timeline.store.replay import Lost, Replayed, check, replay
from timeline.store.workspace import Workspace

__all__ = [
    "SUFFIX",
    "AddEvent",
    "Anchor",
    "Conflict",
    "Edit",
    "JoinActors",
    "Lost",
    "Merge",
    "Passage",
    "RenameActor",
    "Replayed",
    "Review",
    "SetActors",
    "SetBriefingTitle",
    "SetDate",
    "SetKind",
    "SetStatus",
    "SetTitle",
    "Split",
    "Step",
    "Workspace",
    "check",
    "combine",
    "describe",
    "find_home",
    "in_force",
    "is_workspace",
    "list_places",
    "new_place",
    "place_of",
    "replay",
    "to_history",
    "to_redo",
    "to_undo",
]
