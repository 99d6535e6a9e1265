"""Edits, undos, redos and readings in any order, against a model that replays everything naively on plain lists."""

import datetime as dt
import itertools
import tempfile
from pathlib import Path

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from timeline.errors import TableError
from timeline.store import (
    AddEvent,
    JoinActors,
    Merge,
    RenameActor,
    SetActors,
    SetBriefingTitle,
    SetDate,
    SetKind,
    SetReview,
    SetStatus,
    SetTitle,
    Split,
    Workspace,
    replay,
)
from timeline.table import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS, Timeline, to_frame

AT = dt.datetime(2025, 9, 1, tzinfo=dt.UTC)
TELLINGS = ("a0", "a5", "b0", "b5", "c0", "c5")  # by document and place
NAMES = ("Acme", "Globex", "Hooli", "Initech")
DATES = ("2025-04", "2025-05-06", "")


def read(groups):
    """The timeline of a reading that found the events `groups`, each a list of mentions."""
    day = dt.date(2025, 3, 1)
    same = {"edtf": "2025-03-01", "date_basis": "explicit", "status": "happened", "actors": ["Acme", "Globex"]}
    events = [
        {**same, "event_id": group[0], "title": f"Event {group[0]}", "start": day, "end": day, "precision": "day",
         "span": "point", "kind": "other", "sources": len({t[0] for t in group}), "mentions": len(group),
         "importance": 0.5, "review": "new", "agent": "", "conflicts": [], "retellings": [], "tags": [], "comment": ""}
        for group in sorted(groups)
    ]  # fmt: skip
    mentions = [
        {**dict.fromkeys(MENTIONS, ""), **same, "mention_id": mention, "event_id": group[0], "document_id": mention[0],
         "start_char": int(mention[1]), "end_char": int(mention[1]) + 1, "trigger_start": int(mention[1]),
         "trigger_end": int(mention[1]) + 1, "date_start_char": None, "date_end_char": None}
        for group in sorted(groups) for mention in group
    ]  # fmt: skip
    documents = [
        {
            **dict.fromkeys(DOCUMENTS, ""),
            "document_id": name,
            "published": None,
            "published_basis": "none",
            "characters": 9,
        }
        for name in "abc"
    ]
    actors = [{"name": name, "kind": "body", "aliases": [], "events": len(groups)} for name in NAMES[:2] if groups]
    frames = ((events, EVENTS), (mentions, MENTIONS), (documents, DOCUMENTS), (actors, ACTORS), ([], PROBLEMS))
    tables = dict(
        zip(("events", "mentions", "documents", "actors", "problems"), itertools.starmap(to_frame, frames), strict=True)
    )
    return Timeline(**tables)


class Model:
    """What a timeline is after some edits: plain dicts in a list, rebuilt from nothing each time."""

    def __init__(self, groups, edits):
        self.title, self.lost = "", []
        self.people = {name: [name] for name in (NAMES[:2] if groups else ())}
        self.events = [
            {"id": g[0], "known": set(g), "mentions": list(g), "title": f"Event {g[0]}", "edtf": "2025-03-01",
             "basis": "explicit", "status": "happened", "kind": "other", "review": "new", "hand": set(),
             "actors": self.persons(("Acme", "Globex"))}
            for g in groups
        ]  # fmt: skip
        for number, edit in edits:
            self.number = number
            getattr(self, type(edit).__name__)(edit)

    def persons(self, names):
        """Who is meant by `names`: whoever is called so, else whoever was called so first, else somebody new."""
        return list({id(p): p for p in map(self.person, names)}.values())

    def person(self, name, *, new=True):
        """Who is or was called `name`; None or, if `new`, somebody new where nobody was."""
        for one in self.people.values():
            if one[0] == name:
                return one
        return self.people.setdefault(name, [name]) if new else self.people.get(name)

    def find(self, *ids):
        """The events that hold `ids`, each once; what no event holds is lost."""
        found = {}
        for id_ in ids:
            event = next((e for e in self.events if id_ in e["known"]), None)
            if event is None:
                self.lost.append((self.number, id_))
            else:
                found[id(event)] = event
        return list(found.values())

    def mark(self, event, field):
        """A reader set `field` of `event`."""
        event["hand"].add(field)
        if event["review"] != "hidden":
            event["review"] = "edited"

    def set(self, id_, field, **cells):
        """Set the cells of one field of the event that holds `id_`."""
        for event in self.find(id_):
            event.update(cells)
            self.mark(event, field)

    def SetBriefingTitle(self, edit):  # noqa: N802
        """The title is the reader's."""
        self.title = edit.title

    def SetTitle(self, edit):  # noqa: N802
        """The title is the reader's."""
        self.set(edit.event, "title", title=edit.title)

    def SetDate(self, edit):  # noqa: N802
        """The date is the reader's; none is nobody's."""
        self.set(edit.event, "date", edtf=edit.days.edtf, basis="manual" if edit.days.edtf else "none")

    def SetActors(self, edit):  # noqa: N802
        """The actors are the reader's, by the names they have now."""
        for event in self.find(edit.event):
            event["actors"] = self.persons(edit.actors)
            self.mark(event, "actors")

    def SetKind(self, edit):  # noqa: N802
        """The kind is the reader's."""
        self.set(edit.event, "kind", kind=edit.kind)

    def SetStatus(self, edit):  # noqa: N802
        """The status is the reader's."""
        self.set(edit.event, "status", status=edit.status)

    def SetReview(self, edit):  # noqa: N802
        """The verdict holds; taken back, an edited event is an edited one."""
        for event in self.find(*edit.events):
            event["review"] = "edited" if edit.review == "new" and event["hand"] else edit.review

    def Merge(self, edit):  # noqa: N802
        """The first event takes in the others."""
        lead, *others = self.find(*edit.events) or [None]
        for other in others:
            order = ("manual", "explicit", "none")
            if "date" not in lead["hand"] and order.index(other["basis"]) < order.index(lead["basis"]):
                lead["edtf"], lead["basis"] = other["edtf"], other["basis"]
            if lead["basis"] == "manual":
                lead["hand"].add("date")
            if "actors" not in lead["hand"]:
                lead["actors"] = list({id(p): p for p in lead["actors"] + other["actors"]}.values())
            lead["hand"] |= other["hand"] & {"actors"}
            if "kind" not in lead["hand"] and lead["kind"] == "other":
                lead["kind"] = other["kind"]
            if other["review"] != "hidden":
                lead["review"] = "edited"
            self.mark(lead, "mentions")
            lead["known"] |= other["known"]
            lead["mentions"] += other["mentions"]
            self.events.remove(other)

    def Split(self, edit):  # noqa: N802
        """Mentions of the first one's event are an event of their own."""
        self.find(*edit.events)
        there = [t for t in edit.events if any(t in e["known"] for e in self.events)]
        if not there:
            return
        event = next(e for e in self.events if there[0] in e["known"])
        self.lost += [(self.number, t) for t in there if t not in event["mentions"]]
        taken = [t for t in event["mentions"] if t in there]
        rest = [t for t in event["mentions"] if t not in there]
        if not taken or not rest:
            return
        self.events.append(
            {**event, "id": taken[0], "known": set(taken), "mentions": taken, "title": edit.title, "review": "edited",
             "edtf": "2025-03-01", "basis": "explicit", "status": "happened", "hand": {"mentions"},
             "actors": self.readers_of(("Acme", "Globex"))}
        )  # fmt: skip
        event["mentions"], event["known"] = rest, event["known"] - set(taken)
        event["id"] = rest[0] if event["id"] in taken else event["id"]
        self.mark(event, "mentions")

    def readers_of(self, names):
        """The people who were read as `names`, whoever is called so by now."""
        return list({id(p): p for p in (self.people[name] for name in names)}.values())

    def AddEvent(self, edit):  # noqa: N802
        """There is one event more."""
        if any(edit.id in e["known"] for e in self.events):
            self.lost.append((self.number, edit.id))
            return
        self.events.append(
            {"id": edit.id, "known": {edit.id}, "mentions": [], "title": edit.title, "edtf": edit.days.edtf,
             "basis": "manual" if edit.days.edtf else "none", "status": edit.status, "kind": edit.kind,
             "review": "edited", "hand": {"title", "date", "actors", "kind", "status"},
             "actors": self.persons(edit.actors)}
        )  # fmt: skip

    def RenameActor(self, edit):  # noqa: N802
        """To rename is to join one."""
        self.JoinActors(JoinActors(actors=(edit.actor,), into=edit.into))

    def JoinActors(self, edit):  # noqa: N802
        """Everybody named is called `into`."""
        for name in edit.actors:
            old = self.person(name, new=False)
            if old is None:
                self.lost.append((self.number, name))
                continue
            new = next((one for one in self.people.values() if one[0] == edit.into), None)
            self.people.setdefault(edit.into, old)
            if new is None:
                old[0] = edit.into
            elif new is not old:
                self.people = {n: new if one is old else one for n, one in self.people.items()}
                for event in self.events:
                    event["actors"] = list(
                        {id(p): p for p in (new if p is old else p for p in event["actors"])}.values()
                    )

    def table(self):
        """What the table must hold, by event id."""
        return {
            e["id"]: (e["title"], e["edtf"], e["status"], e["kind"], e["review"], [p[0] for p in e["actors"]],
                      set(e["mentions"]))
            for e in self.events
        }  # fmt: skip


GROUPS = st.lists(st.integers(0, 3), min_size=len(TELLINGS), max_size=len(TELLINGS)).map(
    # 0: not told in this reading; 1-3: the event it tells
    lambda labels: [
        group for n in (1, 2, 3) if (group := [t for t, label in zip(TELLINGS, labels, strict=True) if label == n])
    ]
)
ADDED = tuple(AddEvent.read(f"Added {n}", text, actors=[name]) for n, text, name in
              ((1, "2025-04", "Hooli"), (2, "", "Acme")))  # fmt: skip
IDS = st.sampled_from((*TELLINGS, *(edit.id for edit in ADDED)))
SEVERAL = st.lists(IDS, min_size=1, max_size=3, unique=True).map(tuple)
WORDS = st.sampled_from(("One", "Two", "Three"))
ACTOR_NAMES = st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple)
EDITS = st.one_of(
    st.builds(SetBriefingTitle, title=WORDS),
    st.builds(SetTitle, event=IDS, title=WORDS),
    st.builds(SetDate.read, IDS, st.sampled_from(DATES)),
    st.builds(SetActors, event=IDS, actors=ACTOR_NAMES),
    st.builds(SetKind, event=IDS, kind=st.sampled_from(("deal", "ban", "other"))),
    st.builds(SetStatus, event=IDS, status=st.sampled_from(("happened", "denied"))),
    st.builds(SetReview, events=SEVERAL, review=st.sampled_from(("new", "accepted", "hidden"))),
    st.builds(Merge, events=SEVERAL),
    st.builds(Split, events=SEVERAL, title=WORDS),
    st.sampled_from(ADDED),
    st.builds(RenameActor, actor=st.sampled_from(NAMES), into=st.sampled_from(NAMES)),
    st.builds(JoinActors, actors=ACTOR_NAMES.filter(bool), into=st.sampled_from(NAMES)),
)
SESSIONS = st.sampled_from(("x", "y"))


class Editing(RuleBasedStateMachine):
    """Two sessions edit one workspace while its documents are read again and again."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.work = Workspace(self.choose_place())
        self.edits, self.standing = {}, set()
        self.redo = {"x": [], "y": []}
        self.written = 0
        self.view = {}

    def choose_place(self):
        """Where a new workspace is made."""
        return Path(self.folder.name, "w")

    def teardown(self):
        """The file goes."""
        self.folder.cleanup()

    @initialize(groups=GROUPS)
    def read_first(self, groups):
        """The documents are read; both sessions see it."""
        self.read_again(groups)
        for session in ("x", "y"):
            self.look(session)

    @rule(session=SESSIONS)
    def look(self, session):
        """A session's page is drawn anew."""
        self.view[session] = replay(self.timeline, self.work.list_steps()).timeline, self.written

    @rule(groups=GROUPS)
    def read_again(self, groups):
        """Documents were added or read again, and tell other events."""
        self.groups, self.timeline, self.checked = groups, read(groups), None

    @rule(edit=EDITS, session=SESSIONS)
    def edit(self, edit, session):
        """A session edits what it sees, which may be out of date; what does not fit what it sees is refused."""
        timeline, seen = self.view[session]
        try:
            step = self.work.record(edit, timeline, at=AT, session=session, seen=seen)
        except TableError:
            assert set(edit_ids(edit)) - set(known(timeline)) or isinstance(
                edit, Merge | Split | AddEvent | RenameActor | JoinActors
            )
            return
        self.written += 1
        assert step.number == self.written
        self.edits[step.number] = (session, edit)
        self.standing.add(step.number)
        self.redo[session] = []

    @rule(session=SESSIONS)
    def undo(self, session):
        """A session takes its last standing edit back."""
        mine = [number for number in self.standing if self.edits[number][0] == session]
        step = self.work.undo(at=AT, session=session)
        assert (step and step.number) == max(mine, default=None)
        self.take_back(step, session)

    @precondition(lambda self: self.edits)
    @rule(session=SESSIONS, data=st.data())
    def undo_any(self, session, data):
        """A session takes back any edit from the history."""
        number = data.draw(st.sampled_from(sorted(self.edits)))
        step = self.work.undo(at=AT, session=session, number=number)
        assert (step is not None) == (number in self.standing)
        self.take_back(step, session)

    def take_back(self, step, session):
        """The step does not stand any more, and waits to be given back."""
        if step:
            self.written += 1
            self.standing.remove(step.number)
            self.redo[session].append(step.number)

    @rule(session=SESSIONS)
    def redo_last(self, session):
        """A session gives back what it took last."""
        waiting = [number for number in self.redo[session] if number not in self.standing]
        step = self.work.redo(at=AT, session=session)
        assert (step and step.number) == (waiting[-1] if waiting else None)
        if step:
            self.written += 1
            self.standing.add(step.number)
            self.redo[session] = [n for n in self.redo[session] if n != step.number]

    @invariant()
    @precondition(lambda self: self.view)
    def the_table_is_the_models(self):
        """Whatever was done, the table holds what the model holds, every table is valid, and nothing is lost unsaid."""
        if self.checked == self.written:
            return
        self.checked = self.written
        done = replay(self.timeline, self.work.list_steps())
        model = Model(self.groups, [(n, self.edits[n][1]) for n in sorted(self.standing)])
        assert table(done.timeline) == model.table()
        assert done.timeline.title == model.title
        assert sorted((entry.step.number, entry.event) for entry in done.lost) == sorted(model.lost)
        assert sorted(done.timeline.mentions["mention_id"]) == sorted(itertools.chain(*self.groups))
        ordered = done.timeline.events.sort_values(["start", "end", "event_id"], ignore_index=True)
        pd.testing.assert_frame_equal(done.timeline.events, ordered)
        told = done.timeline.mentions["event_id"].value_counts()
        for event, count in zip(done.timeline.events["event_id"], done.timeline.events["mentions"], strict=True):
            assert count == told.get(event, 0)
        for conflict in done.conflicts:
            assert {conflict.kept.number, *(s.number for s in conflict.overruled)} <= self.standing
            assert all(s.number < conflict.kept.number for s in conflict.overruled)
        assert len(self.work.list_steps()) == self.written


def edit_ids(edit):
    """The events that `edit` names."""
    return getattr(edit, "events", ()) or ((edit.event,) if hasattr(edit, "event") else ())


def known(timeline):
    """Every id an edit may name."""
    return [*timeline.events["event_id"], *timeline.mentions["mention_id"]]


def table(timeline):
    """The cells that a model knows, by event id."""
    told = timeline.mentions.groupby("event_id")["mention_id"].agg(set).to_dict()
    return {
        row["event_id"]: (row["title"], row["edtf"], row["status"], row["kind"], row["review"], row["actors"],
                          told.get(row["event_id"], set()))
        for row in timeline.events.to_dict("records")
    }  # fmt: skip


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=15, stateful_step_count=18, deadline=None, derandomize=True)


def test_editing_in_a_database(new_schema):
    """The same in PostgreSQL."""

    class EditingInDatabase(Editing):
        def choose_place(self):
            return new_schema()

    run_state_machine_as_test(EditingInDatabase, settings=settings(TestEditing.settings, max_examples=8))
