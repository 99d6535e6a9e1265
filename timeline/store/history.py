"""Every step that was ever taken on a workspace -> which edits are in force, what undo and redo would take next.

Steps are only ever appended: taking an edit back is a step of its own, and so is giving it again. An edit given again
stands where it first stood.
"""

import dataclasses
import datetime as dt
import textwrap
from collections.abc import Sequence
from typing import Final

import pandas as pd

from timeline.store.edits import (
    AddEvent,
    AddNote,
    Edit,
    EventEdit,
    EventsEdit,
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
from timeline.table import Timeline
from timeline.vocabulary import Review

__all__ = [
    "HISTORY",
    "Anchor",
    "Step",
    "describe_edit",
    "find_anchors",
    "find_author",
    "find_notes",
    "list_addressed",
    "list_in_force",
    "name_session",
    "to_history",
    "to_redo",
    "to_undo",
]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """An event as it stood when it was edited, to find it again by place, or to name it where it is gone.

    `start` and `end` are the trigger's; an event without a mention has neither them nor a document.
    """

    event: str
    title: str
    document_id: str = ""
    start: int = 0
    end: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: an edit, or the undo or redo of one.

    Attributes
    ----------
    number
        From 1, in the order of writing.
    at, session
        When it was made, and in whose tab: `name_session` says who that is.
    seen
        The number of the last step this session had seen; 0 for none.
    edit, anchors
        None and empty for undo and redo.
    undoes, redoes
        The number of the edit taken back or given again, else None.
    """

    number: int
    at: dt.datetime
    session: str
    seen: int
    edit: Edit | None = None
    anchors: tuple[Anchor, ...] = ()
    undoes: int | None = None
    redoes: int | None = None


HISTORY: Final = ("number", "at", "session", "action", "what", "events", "in_force")


def name_session(author: str, token: str) -> str:
    """A tab by which steps name it: that of `author`, an e-mail address, or ``""`` where nobody was asked.

    Examples
    --------
    >>> name_session("anna@desk.example", "ab12"), name_session("", "ab12")
    ('anna@desk.example ab12', 'ab12')
    """
    return f"{author} {token}".lstrip()


def find_author(session: str) -> str:
    """Whose tab that is, ``""`` where nobody was asked.

    Examples
    --------
    >>> find_author("anna@desk.example ab12"), find_author("ab12")
    ('anna@desk.example', '')
    """
    return session.rpartition(" ")[0]


def find_anchors(timeline: Timeline, edit: Edit) -> tuple[Anchor, ...]:
    """How the events that `edit` names stand in `timeline`; those that are not there are left out."""
    wanted = list_addressed(edit)
    mentions = timeline.mentions[timeline.mentions["mention_id"].isin(wanted)]
    events = timeline.events[timeline.events["event_id"].isin([*wanted, *mentions["event_id"].tolist()])]
    titles = dict(zip(events["event_id"].tolist(), events["title"].tolist(), strict=True))
    found = {event: Anchor(event=event, title=titles[event]) for event in wanted if event in titles}
    columns = ("mention_id", "event_id", "document_id", "trigger_start", "trigger_end")
    for mention, event, document, start, end in zip(*(mentions[c].tolist() for c in columns), strict=True):
        found[mention] = Anchor(event=mention, title=titles[event], document_id=document, start=start, end=end)
    return tuple(found[event] for event in wanted if event in found)


def list_addressed(edit: Edit) -> tuple[str, ...]:
    """The mentions that stand for the events `edit` means."""
    match edit:
        case EventEdit(event=event):
            return (event,)
        case EventsEdit(events=events):
            return events
    return ()


def list_in_force(steps: Sequence[Step]) -> list[Step]:
    """The edits that are not undone, in the order in which they were first made."""
    undone: dict[int, bool] = {}
    for step in steps:
        if step.undoes:
            undone[step.undoes] = True
        if step.redoes:
            undone[step.redoes] = False
    return [step for step in steps if step.edit and not undone.get(step.number)]


def find_notes(steps: Sequence[Step]) -> list[tuple[int, AddNote]]:
    """The notes on the chart that are in force, each with the number of its step, whose undoing takes it away."""
    return [(step.number, step.edit) for step in list_in_force(steps) if isinstance(step.edit, AddNote)]


def to_undo(steps: Sequence[Step], session: str) -> Step | None:
    """The last edit of `session` that is in force, None where there is none."""
    return next((step for step in reversed(list_in_force(steps)) if step.session == session), None)


def to_redo(steps: Sequence[Step], session: str) -> Step | None:
    """The edit that `session` took back last, None where there is none or where it has edited since."""
    taken: list[int] = []
    for step in (s for s in steps if s.session == session):
        if step.edit:
            taken.clear()
        elif step.undoes:
            taken.append(step.undoes)
        elif step.redoes in taken:
            taken.remove(step.redoes)
    standing = {step.number for step in list_in_force(steps)}
    last = next((number for number in reversed(taken) if number not in standing), None)
    return next((step for step in steps if step.number == last), None)


def to_history(steps: Sequence[Step]) -> pd.DataFrame:
    """What was changed when, one row a step, the latest first.

    Columns: `number`; `at` (UTC); `session`; `action` (``edit``, ``undo``, ``redo``); `what` in words; `events`, the
    titles the edited events had; `list_in_force`, whether the edit stands (always False for undo and redo).
    """
    by_number = {step.number: step for step in steps}
    standing = {step.number for step in list_in_force(steps)}
    rows = []
    for step in reversed(steps):
        meant = by_number[step.undoes or step.redoes or step.number]
        action = "undo" if step.undoes else "redo" if step.redoes else "edit"
        what, events = describe_edit(meant.edit) if meant.edit else "", [a.title for a in meant.anchors]
        rows.append((step.number, step.at, step.session, action, what, events, step.number in standing))
    table = pd.DataFrame(rows, columns=list(HISTORY))
    return table.assign(at=pd.to_datetime(table["at"], utc=True).astype("datetime64[us, UTC]"))


def describe_edit(edit: Edit) -> str:  # noqa: PLR0911  one answer a kind of edit
    """What `edit` does, in a few words.

    Examples
    --------
    >>> describe_edit(SetReview(events=("e1", "e2"), review="hidden"))
    '2 events hidden'
    """
    match edit:
        case (
            SetBriefingTitle(title=value)
            | SetTitle(title=value)
            | SetDate(text=value)
            | SetKind(kind=value)
            | SetStatus(status=value)
        ):
            return f"{edit.name}: {value or 'none'}"
        case SetActors(actors=actors):
            return f"actors: {', '.join(actors) or 'none'}"
        case AddEvent(title=title):
            return f"added: {title}"
        case AddNote(title=title, text=text):
            return f"note on the chart: {title} ({text})"
        case RenameActor(actor=actor, into=into):
            return f"{actor} renamed {into}"
        case JoinActors(actors=actors, into=into):
            return f"{', '.join(a for a in actors if a != into)} joined into {into}"
    return _describe_events(edit)


def _describe_events(edit: Edit) -> str:
    match edit:
        case SetReview(events=events, review=review):
            word = "set back to new" if review == Review.NEW else review
            return word if len(events) == 1 else f"{len(events)} events {word}"
        case SetTag(events=events, tag=tag, off=off):
            of = "" if len(events) == 1 else f" {'from' if off else 'on'} {len(events)} events"
            return f"tag “{tag}” {'taken off' if off else 'put'}{of}"
        case SetComment(comment=comment):
            return f"comment: {textwrap.shorten(comment, 80, placeholder='…') or 'none'}"
        case Merge(events=events):
            return f"{len(events)} events merged into one"
        case Split(events=events):
            return "a mention taken out" if len(events) == 1 else f"{len(events)} mentions taken out"
    return edit.name
