"""A timeline as it was read, and the steps users took -> the timeline as they want it.

A pure function: the same timeline and steps give the same tables. An edit whose event is gone is reported, never
dropped; edits of one field by users who had not seen each other are both kept, the later one holds, and that is
reported, too.
"""

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from timeline.errors import TableError
from timeline.store.conflicts import Claim, Claims, Conflict, is_unseen
from timeline.store.draft import Draft, DraftRow
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
from timeline.store.history import Step, describe_edit, list_addressed, list_in_force
from timeline.store.regroup import insert_event, join_rows, make_date_cells, split_row
from timeline.table import Note, Timeline, validate
from timeline.vocabulary import Basis, Review

__all__ = ["Lost", "Replayed", "check", "replay"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A step, or its part about one event, that has nothing to hold on to any more, and why."""

    step: Step
    event: str
    reason: str

    @property
    def message(self) -> str:
        """In one line what was wanted, of which event as it was called then, and why it cannot be."""
        title = next((anchor.title for anchor in self.step.anchors if anchor.event == self.event), self.event)
        what = describe_edit(self.step.edit) if self.step.edit else ""
        return f"{what!r} of {title!r} is not in force: {self.reason}"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What comes of a timeline and its edits.

    Attributes
    ----------
    timeline
        The edited timeline, valid.
    edited
        By event id the fields a user set: ``title``, ``date``, ``actors``, ``kind``, ``status``, ``mentions``.
    lost, conflicts
        What could not be replayed, and which edits of one field overruled others; by the order of the steps.
    """

    timeline: Timeline
    edited: dict[str, tuple[str, ...]]
    lost: tuple[Lost, ...]
    conflicts: tuple[Conflict, ...]


_GONE: Final = "its event is not in the timeline any more"
_COLUMNS: Final = {"title": "title", "date": "edtf", "actors": "actors", "kind": "kind", "status": "status"}


def replay(timeline: Timeline, steps: Sequence[Step]) -> Replayed:
    """`timeline` with every edit of `steps` that is in force.

    Parameters
    ----------
    timeline
        As it was read: without edits.
    steps
        All steps of a workspace, undos and redos among them, in the order of their numbers.

    Raises
    ------
    TableError
        If `timeline` itself does not hold.
    """
    standing = list_in_force(steps)
    if not standing:
        return Replayed(timeline=timeline, edited={}, lost=(), conflicts=())
    run = _Run(timeline)
    for step in standing:
        run.take(step)
    replayed = run.draft.finish()
    validate(replayed)
    return Replayed(timeline=replayed, edited=run.list_edited(), lost=tuple(run.lost), conflicts=run.list_conflicts())


def check(timeline: Timeline, edit: Edit) -> None:
    """Nothing, if `edit` can be made in `timeline` as it is shown and would change it.

    Raises
    ------
    TableError
        Says what the edit needs that is not there.
    """
    run = _Run(_cut_around(timeline, edit))
    run.take(Step(number=1, at=dt.datetime.min.replace(tzinfo=dt.UTC), session="", seen=0, edit=edit))
    for reason in (*(f"{lost.event!r}: {lost.reason}" for lost in run.lost), *run.moot):
        raise TableError(f"{edit.name}: {reason}; look at the timeline as it is now")


def _cut_around(timeline: Timeline, edit: Edit) -> Timeline:
    """`timeline` with only the events that `edit` names: a step must not cost more where there are more of them."""
    if isinstance(edit, SetBriefingTitle | RenameActor | JoinActors):
        return timeline
    wanted = [edit.id] if isinstance(edit, AddEvent) else list(list_addressed(edit))
    events, mentions = timeline.events, timeline.mentions
    owners = mentions.loc[mentions["mention_id"].isin(wanted), "event_id"].tolist()
    events = events[events["event_id"].isin([*wanted, *owners])]
    mentions = mentions[mentions["event_id"].isin(events["event_id"].tolist())]
    return dataclasses.replace(timeline, events=events, mentions=mentions)


class _Run:
    """One replay: the draft, who claims what, what was lost and which fields were set by hand."""

    def __init__(self, timeline: Timeline) -> None:
        self.draft = Draft(timeline)
        self.lost: list[Lost] = []
        self.moot: list[str] = []
        self._claims = Claims()
        self._by_hand: defaultdict[DraftRow, dict[str, None]] = defaultdict(dict)
        self._texts = dict(zip(timeline.documents["document_id"], timeline.documents["sha256"], strict=True))

    def take(self, step: Step) -> None:  # noqa: C901  one case a kind of edit
        """Replay one step."""
        match self._find(step):
            case SetBriefingTitle(title=title):
                self.draft.title = title
                self._claims.add("", "briefing title", Claim(step=step, value=title))
            case AddNote(title=title, days=days):
                self.draft.notes.append(Note(days.first, days.last, title))
            case SetComment() as edit:
                self._apply_comment(step, edit)
            case EventEdit() as edit:
                self._set(step, edit)
            case SetTag() as edit:
                self._apply_tag(edit)
            case SetReview() as edit:
                self._apply_review(step, edit)
            case Merge(events=events):
                self._merge(step, events)
            case Split(events=events, title=title):
                self._split(step, events, title)
            case AddEvent() as edit:
                self._add(step, edit)
            case RenameActor(actor=actor, into=into):
                self._rename(step, (actor,), into)
            case JoinActors(actors=actors, into=into):
                self._rename(step, actors, into)

    def _find(self, step: Step) -> Edit | None:
        """The edit with the ids by which its events are known here; those that are gone are reported."""
        anchors = {anchor.event: anchor for anchor in step.anchors}
        found = []
        for event in list_addressed(step.edit) if step.edit else ():
            if here := self.draft.find(event, anchors.get(event)):
                found.append(here)
            else:
                self._lose(step, event, _GONE)
        match step.edit:
            case EventEdit() as edit:
                return dataclasses.replace(edit, event=found[0]) if found else None
            case EventsEdit() as edit:
                return dataclasses.replace(edit, events=tuple(found)) if found else None
        return step.edit

    def _lose(self, step: Step, event: str, reason: str) -> None:
        self.lost.append(Lost(step=step, event=event, reason=reason))

    def _set(self, step: Step, edit: EventEdit) -> None:
        row = self.draft.find_row(edit.event)
        row.cells |= self._make_cells(row, edit)
        self._mark_edited(row, edit.name)
        self._claim(row, edit.name, step, edit.event, str(row.cells[_COLUMNS[edit.name]]))

    def _find_agent(self, row: DraftRow, actors: list[str]) -> str:
        """Who did it once a user has said who takes part: an actor taken out no more, a role noun still."""
        agent = row.cells["agent"]
        return "" if agent in row.cells["actors"] and agent not in actors else agent

    def _make_cells(self, row: DraftRow, edit: EventEdit) -> dict[str, Any]:
        match edit:
            case SetTitle(title=title):
                return {"title": title}
            case SetDate(days=days):
                return make_date_cells(days)
            case SetActors(actors=actors):
                names = self.draft.names.take(actors)
                return {"actors": names, "agent": self._find_agent(row, names)}
            case SetKind(kind=kind):
                return {"kind": kind}
            case SetStatus(status=status):
                return {"status": status}
        raise TableError(f"{edit.name!r} is no kind of edit of one event")

    def _mark_edited(self, row: DraftRow, field: str) -> None:
        self._by_hand[row][field] = None
        row.edited = True
        if row.cells["review"] != Review.HIDDEN:
            row.cells["review"] = Review.EDITED

    def _claim(self, row: DraftRow, field: str, step: Step, event: str, value: str) -> None:
        """Claim a field; claims made when its event and this one were still two are strangers to each other."""
        after = self.draft.mentions.is_after
        strangers = [claim for claim in self._claims.list_open(row, field) if after(event, claim.event)]
        self._claims.add(row, field, Claim(step=step, value=value, event=event), strangers)

    def _apply_review(self, step: Step, edit: SetReview) -> None:
        for event in edit.events:
            row = self.draft.find_row(event)
            row.cells["review"] = Review.EDITED if edit.review == Review.NEW and row.edited else edit.review
            self._claim(row, "review", step, event, edit.review)

    def _apply_comment(self, step: Step, edit: SetComment) -> None:
        row = self.draft.find_row(edit.event)
        row.cells["comment"] = edit.comment
        self._claim(row, "comment", step, edit.event, edit.comment)

    def _apply_tag(self, edit: SetTag) -> None:
        """Of tags nobody overrules another: each is put or taken by itself."""
        for event in edit.events:
            cells = self.draft.find_row(event).cells
            rest = [tag for tag in cells["tags"] if tag != edit.tag]
            cells["tags"] = rest if edit.off else [*rest, edit.tag]

    def _merge(self, step: Step, events: Sequence[str]) -> None:
        lead, *others = dict.fromkeys(self.draft.find_row(event) for event in events)
        if not others:
            self.moot.append("it is one event already")
        for other in others:
            self._inherit(step, lead, other)
            join_rows(self.draft, lead, other, self._by_hand[lead])
            self._mark_edited(lead, "mentions")
            if lead.cells["date_basis"] == Basis.MANUAL:
                self._by_hand[lead]["date"] = None
            if "actors" in self._by_hand[other]:
                self._by_hand[lead]["actors"] = None
        if others:
            self._claim(lead, "mentions", step, events[0], " ".join(sorted(events)))

    def _inherit(self, step: Step, lead: DraftRow, other: DraftRow) -> None:
        """What whoever merged had not seen of `other` is overruled by the merge, and shown as such."""
        for field, claims in self._claims.take(other).items():
            overruled = claims if field == "mentions" else [claim for claim in claims if is_unseen(claim, step)]
            if overruled and field in _COLUMNS and not self._claims.list_open(lead, field):
                overruled.append(Claim(step=step, value=str(lead.cells[_COLUMNS[field]])))
            self._claims.put(lead, field, overruled)

    def _split(self, step: Step, events: Sequence[str], title: str) -> None:
        row = self.draft.find_row(events[0])
        for event in events:
            if event not in row.mentions:
                self._lose(step, event, "it is no mention of the event that it was to be taken out of")
        mentions = [mention for mention in row.mentions if mention in events]
        if len(mentions) == len(row.mentions):
            self.moot.append("it has no other mention")
        elif mentions:
            new = split_row(self.draft, row, mentions, title, self._by_hand[row])
            for part in (new, row):
                self._mark_edited(part, "mentions")
                self._claim(part, "mentions", step, events[0], " ".join(mentions))

    def _add(self, step: Step, edit: AddEvent) -> None:
        if self.draft.find(edit.id):
            self._lose(step, edit.id, "the same event was added before")
        elif edit.passage and self._texts.get(edit.passage.document_id) != edit.passage.sha256:
            self._lose(step, edit.id, "the document it was marked in is not here, or its text has changed")
        else:
            row = insert_event(self.draft, edit)
            self._by_hand[row] = dict.fromkeys(_COLUMNS)

    def _rename(self, step: Step, actors: Sequence[str], into: str) -> None:
        claims: list[Claim] = []
        for actor in actors:
            current = self.draft.names.find_current(actor)
            if not current:
                self._lose(step, actor, "no actor has or had this name")
                continue
            claims += self._claims.take(("actor", current)).get("name", [])
            if current != into:
                self.draft.rename(current, into)
        if claims or self.draft.names.find_current(into):
            self._claims.put(("actor", into), "name", claims)
            self._claims.add(("actor", into), "name", Claim(step=step, value=into))

    def list_edited(self) -> dict[str, tuple[str, ...]]:
        """By event id the fields set by hand."""
        rows = (row for row in self.draft.rows if row in self._by_hand)
        return {row.cells["event_id"]: tuple(self._by_hand[row]) for row in rows if self._by_hand[row]}

    def list_conflicts(self) -> tuple[Conflict, ...]:
        """The fields on which claims differ."""
        found = []
        for subject, field, claims in self._claims.list_disputed():
            event, title = "", ""
            if isinstance(subject, DraftRow):
                event, title = subject.cells["event_id"], subject.cells["title"]
            elif isinstance(subject, tuple):
                title = subject[1]
            *overruled, kept = claims
            steps = tuple(claim.step for claim in overruled if claim.value != kept.value)
            found.append(Conflict(event_id=event, subject=title, field=field, kept=kept.step, overruled=steps))
        return tuple(found)
