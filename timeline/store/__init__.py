"""A workspace on disk: documents and the corrections users made, which are replayed on whatever is read anew.

Steps are only ever appended, undo and redo among them, so the history of what was changed when is complete. It reads
no document, draws nothing and knows no clock: whoever records a step says when it was.
"""

from timeline.store.combine import combine_timelines
from timeline.store.conflicts import Conflict
from timeline.store.edits import (
    AddEvent,
    AddNote,
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
    find_as_read,
    find_event,
    find_publication,
    list_edits,
    list_nearest,
    make_fields,
    make_new_event,
    suggest_fields,
    to_row,
)
from timeline.store.history import (
    Anchor,
    Step,
    describe_edit,
    find_author,
    find_notes,
    list_in_force,
    name_session,
    to_history,
    to_redo,
    to_undo,
)
from timeline.store.passages import Passage, find_passage, snap_to_words
from timeline.store.places import SUFFIX, find_home, find_place, is_workspace, list_places, make_place
from timeline.store.postgres import is_database
from timeline.store.replay import Lost, Replayed, check, replay
from timeline.store.roles import EVERYONE, OWN, Role, Visitor
from timeline.store.sharing import find_place_role, give_role, list_grants, make_link, name_link, read_role
from timeline.store.typed import read_field
from timeline.store.workspace import Workspace

__all__ = [
    "EVERYONE",
    "OWN",
    "SUFFIX",
    "AddEvent",
    "AddNote",
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
    "Role",
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
    "Visitor",
    "Workspace",
    "check",
    "combine_timelines",
    "describe_edit",
    "find_as_read",
    "find_author",
    "find_event",
    "find_home",
    "find_notes",
    "find_passage",
    "find_place",
    "find_place_role",
    "find_publication",
    "give_role",
    "is_database",
    "is_workspace",
    "list_edits",
    "list_grants",
    "list_in_force",
    "list_nearest",
    "list_places",
    "make_fields",
    "make_link",
    "make_new_event",
    "make_place",
    "name_link",
    "name_session",
    "read_field",
    "read_role",
    "replay",
    "snap_to_words",
    "suggest_fields",
    "to_history",
    "to_redo",
    "to_row",
    "to_undo",
]
