"""Corrections replayed on a timeline: what each kind does, what is lost with its event, what two readers dispute."""

import dataclasses
import datetime as dt
import hashlib

import pandas as pd
import pytest

from timeline.documents import Document
from timeline.errors import DateError, TableError
from timeline.store import (
    AddEvent,
    AddNote,
    Anchor,
    JoinActors,
    Merge,
    Passage,
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
    Step,
    check,
    describe_edit,
    replay,
    to_history,
    to_redo,
    to_undo,
)
from timeline.store.edits import EDITS, from_json, to_json
from timeline.store.history import find_anchors
from timeline.table import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS, Timeline, from_frame, to_frame, validate

AT = dt.datetime(2025, 9, 1, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
DOCS = {
    name: Document(text=f"{name}: Acme sued Globex. The court of Oz ruled. Globex paid nothing at all.", id=name)
    for name in ("a", "b", "c")
}
PUBLISHED = {"a": dt.date(2025, 3, 1), "b": dt.date(2025, 3, 5), "c": dt.date(2025, 2, 1)}
DATES = {
    "2025-03-01": (dt.date(2025, 3, 1), dt.date(2025, 3, 1), "day"),
    "2025-03-02": (dt.date(2025, 3, 2), dt.date(2025, 3, 2), "day"),
    "2025-03": (dt.date(2025, 3, 1), dt.date(2025, 3, 31), "month"),
    "": (None, None, "undated"),
}


def mention(mention, edtf="2025-03", basis="explicit", status="happened", actors=("Acme", "Globex")):
    """A mention named by its document and the place of its trigger, such as "a8"."""
    place = int(mention[1:])
    return {
        **dict.fromkeys(MENTIONS, ""),
        "mention_id": mention,
        "document_id": mention[0],
        "start_char": place,
        "end_char": place + 4,
        "quote": DOCS[mention[0]].text[place : place + 4],
        "trigger_start": place,
        "trigger_end": place + 4,
        "date_start_char": None,
        "date_end_char": None,
        "edtf": edtf,
        "date_basis": basis,
        "status": status,
        "actors": list(actors),
    }


def event(*mentions, title="", **cells):
    """An event told by `mentions`, dated like the first."""
    lead = mentions[0]
    first, last, precision = DATES[lead["edtf"]]
    rows = [{**t, "event_id": lead["mention_id"]} for t in mentions]
    return {
        "event_id": lead["mention_id"],
        "title": title or f"Event {lead['mention_id']}",
        "start": first,
        "end": last,
        "edtf": lead["edtf"],
        "precision": precision,
        "span": "point",
        "date_basis": lead["date_basis"],
        "status": lead["status"],
        "kind": "other",
        "actors": list(dict.fromkeys(name for t in mentions for name in t["actors"])),
        "sources": len({t["document_id"] for t in mentions}),
        "mentions": len(mentions),
        "importance": 0.5,
        "review": "new",
        "agent": "",
        "conflicts": [],
        "retellings": [],
        "tags": [],
        "comment": "",
        **cells,
    }, rows


def briefing(*events):
    """A timeline of `events` told in the documents a, b and c."""
    rows = sorted((row for row, _ in events), key=lambda r: (r["start"] or dt.date.max, r["event_id"]))
    names = sorted({name for row in rows for name in row["actors"]})
    documents = [
        {
            **dict.fromkeys(DOCUMENTS, ""),
            "document_id": document.id,
            "published": PUBLISHED[document.id],
            "published_basis": "given",
            "characters": len(document.text),
            "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
        }
        for document in DOCS.values()
    ]
    counts = {name: sum(name in row["actors"] for row in rows) for name in names}
    return Timeline(
        events=to_frame(rows, EVENTS),
        mentions=to_frame((m for r in rows for row, told in events if row is r for m in told), MENTIONS),
        documents=to_frame(documents, DOCUMENTS),
        actors=to_frame(({"name": n, "kind": "body", "aliases": [], "events": counts[n]} for n in names), ACTORS),
        problems=to_frame([], PROBLEMS),
    )


def steps(*edits, sessions="", seen=(), anchors=()):
    """`edits` as steps; by default of one session that saw everything."""
    return [
        Step(
            number=n,
            at=AT + n * DAY,
            session=sessions[n - 1 : n] or "x",
            seen=seen[n - 1] if seen else n - 1,
            edit=edit if not isinstance(edit, int) else None,
            undoes=-edit if isinstance(edit, int) and edit < 0 else None,
            redoes=edit if isinstance(edit, int) and edit > 0 else None,
            anchors=anchors,
        )
        for n, edit in enumerate(edits, start=1)
    ]


def row(timeline, event_id):
    """The cells of one event."""
    [cells] = timeline.events[timeline.events["event_id"] == event_id].to_dict("records")
    return cells


def told(timeline, event_id):
    """The mentions of one event."""
    return timeline.mentions.loc[timeline.mentions["event_id"] == event_id, "mention_id"].tolist()


SUED = event(mention("a8"), mention("b8", "2025-03-02", actors=("Acme", "Initech")), title="Acme sued Globex")
RULED = event(mention("a20", "2025-03-01"), title="Court ruled", kind="lawsuit")
PAID = event(mention("b45", "", "none", actors=("Globex Inc",)), title="Globex paid nothing")
READ = briefing(SUED, RULED, PAID)
SAMPLES = (
    SetBriefingTitle(title="Acme against Globex"),
    SetTitle(event="a8", title="Lawsuit"),
    SetDate.read("a8", "2025-03-02"),
    SetActors(event="a8", actors=("Hooli",)),
    SetKind(event="a8", kind="lawsuit"),
    SetStatus(event="a8", status="denied"),
    SetReview(events=("a8", "b45"), review="hidden"),
    Merge(events=("a8", "b45")),
    Split(events=("b8",), title="Second suit"),
    AddEvent.read("Globex closed", "2025-04", actors=["Globex"], passage=Passage.mark(DOCS["c"], 3, 20)),
    RenameActor(actor="Globex Inc", into="Globex plc"),
    JoinActors(actors=("Globex", "Globex Inc"), into="Globex"),
    SetComment(event="a8", comment="Ask the court.\nAgain."),
    SetTag(events=("a8", "b45"), tag="to check"),
    AddNote.read("Ban in force", "April – 14 July 2025"),
)


def test_every_kind_of_edit_is_sampled():
    """The samples hold every kind of edit there is, so that the tests over them leave none out."""
    assert [edit.name for edit in SAMPLES] == list(EDITS)


@pytest.mark.parametrize("edit", SAMPLES, ids=lambda e: e.name)
def test_an_edit_is_kept_as_json(edit):
    """What is written of an edit is read as the same edit."""
    assert from_json(edit.name, to_json(edit)) == edit
    assert to_json(edit).isascii()


@pytest.mark.parametrize("edit", SAMPLES, ids=lambda e: e.name)
def test_an_edit_gives_a_valid_timeline_and_is_taken_back_whole(edit):
    """After any edit every table holds; after its undo they are as read; what was read never changes."""
    before = READ.events.copy(deep=True)
    done = replay(READ, steps(edit))
    validate(done.timeline)
    assert not done.lost
    changed = done.timeline.title or done.timeline.notes or not done.timeline.events.equals(before)
    assert changed or edit.name == "rename actor"
    undone = replay(READ, steps(edit, -1))
    for table in ("events", "mentions", "documents", "actors"):
        pd.testing.assert_frame_equal(getattr(undone.timeline, table), getattr(READ, table))
    pd.testing.assert_frame_equal(READ.events, before)


@pytest.mark.parametrize("edit", SAMPLES, ids=lambda e: e.name)
def test_an_edit_is_described_in_words(edit):
    """The history says of every edit what it did, in words of its own."""
    assert describe_edit(edit)
    assert describe_edit(edit) != edit.name


def test_briefing_title():
    """The briefing's title is the reader's."""
    assert replay(READ, steps(SAMPLES[0])).timeline.title == "Acme against Globex"


@pytest.mark.parametrize(
    ("edit", "column", "value"),
    [
        (SetTitle(event="a8", title="  Law\nsuit "), "title", "Law suit"),
        (SetActors(event="a8", actors=("Hooli", "Acme", "Hooli")), "actors", ["Hooli", "Acme"]),
        (SetActors(event="a8", actors=()), "actors", []),
        (SetKind(event="a8", kind="lawsuit"), "kind", "lawsuit"),
        (SetStatus(event="a8", status="denied"), "status", "denied"),
    ],
    ids=str,
)
def test_fields_of_an_event(edit, column, value):
    """A field is set, the event counts as edited, and no other event changes."""
    done = replay(READ, steps(edit))
    cells = row(done.timeline, "a8")
    assert (cells[column], cells["review"]) == (value, "edited")
    assert done.edited == {"a8": (edit.name,)}
    assert row(done.timeline, "a20") == row(READ, "a20")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("2025-03-02", ("2025-03-02", "2025-03-02", "2025-03-02", "day", "point", "manual")),
        ("2025-04", ("2025-04-01", "2025-04-30", "2025-04", "month", "point", "manual")),
        ("April 2025", ("2025-04-01", "2025-04-30", "2025-04", "month", "point", "manual")),
        ("2022/..", ("2022-01-01", None, "2022/..", "year", "period", "manual")),
        ("2025-07-26/2025-07-28",
         ("2025-07-26", "2025-07-28", "2025-07-26/2025-07-28", "day", "period", "manual")),
        ("[2025-07-11..2025-07-20]",
         ("2025-07-11", "2025-07-20", "[2025-07-11..2025-07-20]", "bounded", "point", "manual")),
        ("mid-July 2025", ("2025-07-11", "2025-07-20", "[2025-07-11..2025-07-20]", "part", "point", "manual")),
        ("", (None, None, "", "undated", "point", "none")),
    ],
    ids=str,
)  # fmt: skip
def test_dates(text, cells):
    """A date is taken as the date reader understands it, and is then a reader's; no text makes an event undated."""
    done = row(replay(READ, steps(SetDate.read("a8", text))).timeline, "a8")
    start, end, *rest = cells
    assert [done[c] for c in ("edtf", "precision", "span", "date_basis")] == rest
    assert [None if pd.isna(done[c]) else str(done[c].date()) for c in ("start", "end")] == [start, end]


def test_dates_relative_to_publication():
    """Words that need a publication date are read with it and refused without."""
    edit = SetDate.read("a8", "yesterday", dt.date(2025, 3, 5))
    assert edit.days.edtf == "2025-03-04"
    assert edit.days.reading
    with pytest.raises(DateError, match="yesterday"):
        SetDate.read("a8", "yesterday")


def test_events_are_sorted_anew():
    """An event that was given another date stands where that date belongs, its mentions with it."""
    done = replay(READ, steps(SetDate.read("b45", "2025-02-01"))).timeline
    assert done.events["event_id"].tolist() == ["b45", "a20", "a8"]
    assert done.mentions["mention_id"].tolist() == ["b45", "a20", "a8", "b8"]


@pytest.mark.parametrize(
    ("edits", "review"),
    [
        ((SetReview(events=("a8",), review="accepted"),), "accepted"),
        ((SetReview(events=("a8",), review="hidden"), SetReview(events=("a8",), review="new")), "new"),
        ((SAMPLES[1], SetReview(events=("a8",), review="accepted")), "accepted"),
        ((SetReview(events=("a8",), review="accepted"), SAMPLES[1]), "edited"),
        ((SetReview(events=("a8",), review="hidden"), SAMPLES[1]), "hidden"),
        ((SAMPLES[1], SetReview(events=("a8",), review="hidden"), SetReview(events=("a8",), review="new")), "edited"),
    ],
    ids=lambda e: e if isinstance(e, str) else "+".join(map(describe_edit, e)),
)
def test_review(edits, review):
    """The last verdict holds; an edit marks what is not hidden, and taking a verdict back leaves it marked."""
    assert row(replay(READ, steps(*edits)).timeline, "a8")["review"] == review


def test_bulk_review():
    """Many events are judged in one step, and one undo takes it back."""
    edit = SetReview(events=("a8", "a20", "b45"), review="accepted")
    assert set(replay(READ, steps(edit)).timeline.events["review"]) == {"accepted"}


def test_merge():
    """Merged events keep all mentions, the first one's title and status, and the best founded date."""
    done = replay(READ, steps(Merge(events=("b45", "a8"))))
    cells = row(done.timeline, "b45")
    assert told(done.timeline, "b45") == ["a8", "b8", "b45"]
    assert (cells["title"], cells["edtf"], cells["date_basis"]) == ("Globex paid nothing", "2025-03", "explicit")
    assert cells["actors"] == ["Globex Inc", "Acme", "Globex", "Initech"]
    assert (cells["sources"], cells["mentions"], cells["review"]) == (2, 3, "edited")
    reasons = dict(zip(done.timeline.mentions["mention_id"], done.timeline.mentions["reason"], strict=True))
    assert reasons["a8"] == "joined by a user"
    assert reasons["b45"] == ""
    assert len(done.timeline.events) == 2


def test_merge_keeps_what_was_set_by_hand():
    """Of the event that leads a merge, fields that a reader set stay as set; of the other, edits before it are gone."""
    edits = (SetDate.read("b45", ""), SetActors(event="b45", actors=("Hooli",)), SAMPLES[1])
    cells = row(replay(READ, steps(*edits, Merge(events=("b45", "a8")))).timeline, "b45")
    assert (cells["edtf"], cells["actors"], cells["title"]) == ("", ["Hooli"], "Globex paid nothing")


def test_a_merged_event_answers_to_every_name_it_had():
    """An edit that names a merged event by the other one's id is an edit of the merged one."""
    edits = steps(
        Merge(events=("b45", "a8")), SetTitle(event="a8", title="All of it"), SetKind(event="b8", kind="deal")
    )
    done = replay(READ, edits)
    assert not done.lost
    assert (row(done.timeline, "b45")["title"], row(done.timeline, "b45")["kind"]) == ("All of it", "deal")


def test_split():
    """A mention taken out is an event that says what it says; the rest says no more than its own mentions."""
    done = replay(READ, steps(SAMPLES[8])).timeline
    new, rest = row(done, "b8"), row(done, "a8")
    assert (new["title"], new["edtf"], new["actors"]) == ("Second suit", "2025-03-02", ["Acme", "Initech"])
    assert (new["sources"], new["mentions"], rest["mentions"], rest["sources"]) == (1, 1, 1, 1)
    assert rest["actors"] == ["Acme", "Globex"]
    assert (told(done, "a8"), told(done, "b8")) == (["a8"], ["b8"])


def test_split_gives_the_rest_a_date_of_its_own():
    """A date that only the mention taken out supports goes with it."""
    wrong = event(mention("a8", "2025-03-02"), mention("b8", "2025-03"), title="Both")
    done = replay(briefing(wrong), steps(Split(events=("a8",)))).timeline
    assert row(done, "b8")["edtf"] == "2025-03"
    assert row(done, "b8")["precision"] == "month"
    assert row(done, "a8")["edtf"] == "2025-03-02"
    assert row(done, "a8")["title"] == DOCS["a"].text[8:12].strip()
    by_hand = replay(briefing(wrong), steps(SetDate.read("a8", "2025-03-01"), Split(events=("a8",)))).timeline
    assert row(by_hand, "b8")["edtf"] == "2025-03-01"


def test_split_of_a_merge_restores_both_sides():
    """A merge can be undone mention by mention."""
    done = replay(READ, steps(Merge(events=("a8", "a20")), Split(events=("a20",), title="Court ruled"))).timeline
    assert (told(done, "a8"), told(done, "a20")) == (["a8", "b8"], ["a20"])
    assert row(done, "a20")["edtf"] == "2025-03-01"


def test_a_date_by_hand_outlives_merge_and_split():
    """A date that a reader gave goes along with a merge and stays when the mention it came with is taken out."""
    edits = (SetDate.read("b45", "2025-04"), Merge(events=("a8", "b45")), Split(events=("b45",), title="Paid"))
    done = replay(READ, steps(*edits)).timeline
    assert (row(done, "a8")["edtf"], row(done, "a8")["date_basis"]) == ("2025-04", "manual")


def test_an_event_merged_twice_is_found_by_its_first_id():
    """An event without a mention, joined to one that was joined to a third, still answers to its own id."""
    table = from_frame(pd.DataFrame({"title": list("abc"), "start": ["2025"] * 3, "event_id": ["e1", "e2", "e3"]}))
    edits = steps(Merge(events=("e2", "e3")), Merge(events=("e1", "e2")), SetTitle(event="e3", title="All"))
    done = replay(table, edits)
    assert not done.lost
    assert done.timeline.events["title"].tolist() == ["All"]


def test_add_by_hand():
    """An event by hand has the cells that were given, no mention, and is among the main ones."""
    edit = AddEvent.read("Globex closed", "2025-04", actors=["Globex"], kind="finance", status="planned")
    done = replay(READ, steps(edit)).timeline
    cells = row(done, edit.id)
    assert (cells["title"], cells["edtf"], cells["date_basis"]) == ("Globex closed", "2025-04", "manual")
    assert (cells["kind"], cells["status"], cells["review"]) == ("finance", "planned", "edited")
    assert (cells["sources"], cells["mentions"], cells["importance"]) == (0, 0, 1.0)


def test_add_from_a_passage():
    """A marked passage becomes a mention whose quote is the document's, letter for letter."""
    edit = SAMPLES[9]
    done = replay(READ, steps(edit, SetTitle(event=edit.id, title="Globex shut down"))).timeline
    [mention] = done.mentions[done.mentions["event_id"] == edit.id].to_dict("records")
    assert mention["quote"] == DOCS["c"].text[mention["start_char"] : mention["end_char"]] == "Acme sued Globex."
    assert (row(done, edit.id)["title"], row(done, edit.id)["sources"]) == ("Globex shut down", 1)


def test_a_passage_of_another_text_is_lost():
    """A passage is not quoted from a text that has changed or is not there."""
    changed = dataclasses.replace(DOCS["c"], text=DOCS["c"].text.replace("sued", "paid"))
    for document in (changed, Document(text="Somewhere else altogether.", id="z")):
        edit = AddEvent.read("Globex closed", passage=Passage.mark(document, 3, 20))
        done = replay(READ, steps(edit))
        assert "text has changed" in done.lost[0].reason
        assert len(done.timeline.events) == 3


def test_an_event_added_twice_is_one():
    """A second click adds nothing, and says so."""
    done = replay(READ, steps(SAMPLES[9], SAMPLES[9]))
    assert len(done.timeline.events) == 4
    assert done.lost[0].reason == "the same event was added before"


def test_an_added_event_merges_and_takes_its_passage_along():
    """What was added by hand can be joined to what was read."""
    added = SAMPLES[9]
    done = replay(READ, steps(added, Merge(events=("a8", added.id)))).timeline
    assert told(done, "a8") == [added.id, "a8", "b8"]
    assert row(done, "a8")["sources"] == 3
    assert row(done, "a8")["edtf"] == "2025-04"


def test_rename_actor():
    """A renamed actor has its new name in every table, keeps the old one as an alias, and answers to it."""
    edits = steps(RenameActor(actor="Globex", into="Globex plc"), SetActors(event="a20", actors=("Globex",)))
    done = replay(READ, edits).timeline
    actors = done.actors.set_index("name")
    assert "Globex" not in actors.index
    assert actors.loc["Globex plc", "aliases"] == ["Globex"]
    assert row(done, "a8")["actors"] == ["Acme", "Globex plc", "Initech"]
    assert row(done, "a20")["actors"] == ["Globex plc"]
    assert done.mentions["actors"].map(lambda names: "Globex" in names).sum() == 0


def test_join_actors():
    """Joined actors are one row with the events of both, and one name in an event that named both."""
    done = replay(READ, steps(Merge(events=("a8", "b45")), SAMPLES[11])).timeline
    actors = done.actors.set_index("name")
    assert (actors.loc["Globex", "events"], actors.loc["Globex", "aliases"]) == (2, ["Globex Inc"])
    assert row(done, "a8")["actors"] == ["Acme", "Globex", "Initech"]


def test_a_name_given_up_can_be_taken_by_another():
    """After A became B, C may become A: each name means whoever bears it now."""
    edits = (RenameActor(actor="Acme", into="B"), RenameActor(actor="Globex", into="Acme"))
    done = replay(READ, steps(*edits, RenameActor(actor="Acme", into="D"))).timeline
    assert row(done, "a8")["actors"] == ["B", "D", "Initech"]
    assert row(done, "a20")["actors"] == ["B", "D"]


@pytest.mark.parametrize(
    ("edit", "lost"),
    [
        (SetTitle(event="gone", title="x"), ["gone"]),
        (SetReview(events=("a8", "gone"), review="hidden"), ["gone"]),
        (Merge(events=("a8", "gone")), ["gone"]),
        (Split(events=("gone",)), ["gone"]),
        (Split(events=("a8", "a20")), ["a20"]),
        (RenameActor(actor="Hooli", into="x"), ["Hooli"]),
        (JoinActors(actors=("Hooli", "Globex"), into="Globex"), ["Hooli"]),
    ],
    ids=lambda e: e if isinstance(e, list) else describe_edit(e),
)
def test_what_is_gone_is_reported(edit, lost):
    """An edit, or its part, whose event or actor is gone is reported with the reason, and the rest of it is done."""
    done = replay(READ, steps(edit))
    assert [entry.event for entry in done.lost] == lost
    assert all(entry.reason and entry.step.edit == edit for entry in done.lost)
    assert describe_edit(edit) in done.lost[0].message
    if isinstance(edit, SetReview):
        assert row(done.timeline, "a8")["review"] == "hidden"


def test_edits_hold_after_reading_again():
    """With an earlier document the event is led by another mention, and every edit still means the same event."""
    more = event(mention("c8", "2025-03-01"), mention("a8"), mention("b8", "2025-03-02", actors=("Acme", "Initech")))
    edits = steps(SAMPLES[1], SAMPLES[2], SAMPLES[5], Merge(events=("a20", "b45")))
    done = replay(briefing(more, RULED, PAID), edits)
    assert not done.lost
    assert not done.conflicts
    cells = row(done.timeline, "c8")
    assert (cells["title"], cells["edtf"], cells["status"]) == ("Lawsuit", "2025-03-02", "denied")
    assert told(done.timeline, "a20") == ["a20", "b45"]


def test_a_split_holds_after_reading_again():
    """A mention that was taken out stays out, whatever joined the event since."""
    more = event(mention("c8", "2025-03-01"), mention("a8"), mention("b8"))
    done = replay(briefing(more), steps(SAMPLES[8])).timeline
    assert (told(done, "c8"), told(done, "b8")) == (["c8", "a8"], ["b8"])
    alone = replay(briefing(event(mention("a8")), event(mention("b8"))), steps(SAMPLES[8]))
    assert not alone.lost


def test_a_trigger_read_otherwise_is_found_by_its_place():
    """Where a newer reading gives a mention another id, its edits find it by document and place."""
    anchors = find_anchors(READ, SAMPLES[1])
    assert anchors == (Anchor(event="a8", title="Acme sued Globex", document_id="a", start=8, end=12),)
    again = briefing(event(mention("a10")), event(mention("b8")))
    done = replay(again, steps(SAMPLES[1], anchors=anchors))
    assert not done.lost
    assert row(done.timeline, "a10")["title"] == "Lawsuit"
    [lost] = replay(briefing(event(mention("a20"))), steps(SAMPLES[1], anchors=anchors)).lost
    assert "'title: Lawsuit' of 'Acme sued Globex' is not in force" in lost.message


def test_a_table_made_by_hand_can_be_edited():
    """Events without mentions are named by their own id; merged, they keep the sources they counted."""
    table = from_frame(
        pd.DataFrame({"title": ["Ban", "Bans"], "start": ["2025-04", "2025-04"], "event_id": ["e1", "e2"],
                      "sources": [3, 2], "mentions": [3, 2]})
    )  # fmt: skip
    done = replay(table, steps(Merge(events=("e1", "e2")), SetTitle(event="e2", title="The ban")))
    assert not done.lost
    cells = row(done.timeline, "e1")
    assert (cells["title"], cells["sources"], cells["mentions"]) == ("The ban", 3, 5)
    with pytest.raises(TableError, match="no mention"):
        check(table, Split(events=("e1",)))


HIDE = SetReview(events=("a8",), review="hidden")
TITLES = (SetTitle(event="a8", title="One"), SetTitle(event="a8", title="Two"), SetTitle(event="a8", title="Three"))


@pytest.mark.parametrize(
    ("edits", "sessions", "seen", "overruled"),
    [
        (TITLES[:2], "xx", (0, 0), []),
        (TITLES[:2], "xy", (0, 1), []),
        (TITLES[:2], "xy", (0, 0), [[1]]),
        (TITLES, "xyx", (0, 0, 2), []),
        (TITLES, "xyx", (0, 0, 1), [[2]]),
        (TITLES, "xyz", (0, 0, 0), [[1, 2]]),
        ((TITLES[0], TITLES[0]), "xy", (0, 0), []),
        ((TITLES[0], SetKind(event="a8", kind="deal")), "xy", (0, 0), []),
        ((TITLES[0], TITLES[1], -1), "xyx", (0, 0, 2), []),
        ((TITLES[0], SetTitle(event="b8", title="Two")), "xy", (0, 0), [[1]]),
        ((HIDE, SetReview(events=("a8", "a20"), review="accepted")), "xy", (0, 0), [[1]]),
        ((RenameActor(actor="Globex", into="A"), RenameActor(actor="Globex", into="B")), "xy", (0, 0), [[1]]),
        ((Merge(events=("a20", "a8")), Merge(events=("b45", "a8"))), "xy", (0, 0), [[1]]),
        ((Merge(events=("a20", "a8")), Merge(events=("a20", "a8"))), "xy", (0, 0), []),
        ((SetTitle(event="a8", title="One"), Merge(events=("a20", "a8"))), "xy", (0, 0), [[1]]),
        ((SetTitle(event="a8", title="One"), Merge(events=("a20", "a8"))), "xy", (0, 1), []),
        ((SAMPLES[0], SetBriefingTitle(title="Other")), "xy", (0, 0), [[1]]),
    ],
    ids=str,
)  # fmt: skip
def test_conflicts(edits, sessions, seen, overruled):
    """Edits of one field by readers who had not seen each other are reported, the later one holds; else nothing is."""
    done = replay(READ, steps(*edits, sessions=sessions, seen=seen))
    assert [[step.number for step in c.overruled] for c in done.conflicts] == overruled
    assert all(c.kept.number > max(s.number for s in c.overruled) and c.message for c in done.conflicts)


def test_edits_that_meet_on_one_event_are_a_conflict():
    """Two events with a title each that a later reading joins: the later title holds, the other one is shown."""
    edits = steps(SetTitle(event="a8", title="One"), SetTitle(event="b8", title="Two"))
    apart = replay(briefing(event(mention("a8")), event(mention("b8"))), edits)
    assert not apart.conflicts
    [conflict] = replay(READ, edits).conflicts
    assert [step.number for step in conflict.overruled] == [1]
    assert (conflict.event_id, conflict.field) == ("a8", "title")
    settled = replay(READ, [*edits, *steps(*TITLES)[2:]])
    assert not settled.conflicts
    lead = replay(READ, steps(SetTitle(event="b8", title="One"), SetTitle(event="a8", title="Two")))
    assert not lead.conflicts


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: SetTitle(event="a8", title=" \n"), "title ''"),
        (lambda: SetTitle(event="a8", title="x" * 301), "301 characters"),
        (lambda: SetKind(event="a8", kind=""), "kind"),
        (lambda: SetStatus(event="a8", status="dreamt"), "'dreamt': allowed: happened"),
        (lambda: SetReview(events=("a8",), review="edited"), "'edited': allowed: new, accepted, hidden"),
        (lambda: SetReview(events=(), review="new"), "at least one"),
        (lambda: SetActors(event="a8", actors=("y" * 201,)), "200 characters"),
        (lambda: SetDate.read("a8", "one fine day"), "one fine day"),
        (lambda: RenameActor(actor="Globex", into=" "), "actor ''"),
        (lambda: Passage.mark(DOCS["a"], 5, 5), "5-5"),
        (lambda: Passage.mark(DOCS["a"], 0, 9999), "9999"),
        (lambda: Passage.mark(Document(text="a" + " " * 9), 1, 9), "0 characters"),
        (lambda: Passage.mark(Document(text="a" * 500), 0, 401), "401 characters"),
        (lambda: from_json("fly", "{}"), "'fly' is no kind"),
        (lambda: from_json("title", '{"event": "a8"}'), "'title' cannot hold"),
        (lambda: from_json("title", "[]"), "'title' cannot hold"),
        (lambda: from_json("date", '{"event": "a8", "text": "", "days": {}}'), "'date' cannot hold"),
    ],
)
def test_values_no_table_could_hold_are_refused(make, words):
    """An edit that cannot be is refused when it is made, with the value and what is allowed."""
    with pytest.raises((TableError, DateError), match=words):
        make()


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (SetTitle(event="gone", title="x"), "'gone': its event is not"),
        (Merge(events=("a8", "b8")), "one event already"),
        (Split(events=("a20",)), "no other mention"),
        (RenameActor(actor="Hooli", into="x"), "'Hooli': no actor"),
    ],
    ids=lambda e: e if isinstance(e, str) else describe_edit(e),
)
def test_an_edit_that_would_do_nothing_is_refused(edit, words):
    """Before it is recorded, an edit is tried on the timeline as it is shown."""
    with pytest.raises(TableError, match=words):
        check(READ, edit)


def test_undo_and_redo_are_of_the_session():
    """Undo takes the session's own last edit that stands, redo gives the last one back until it edits again."""
    taken = steps(*TITLES[:2], -1, sessions="xyx")
    assert to_undo(taken, "x") is None
    assert to_undo(taken, "y").number == 2
    assert to_redo(taken, "x").number == 1
    assert to_redo(taken, "y") is None
    assert to_redo(steps(*TITLES[:2], -1, TITLES[2], sessions="xyxx"), "x") is None
    assert to_redo(steps(*TITLES[:2], -2, -1), "x").number == 1
    assert to_redo(steps(*TITLES[:2], -2, -1, 1), "x").number == 2
    assert to_redo(steps(*TITLES[:2], -2, -1, 1, 2), "x") is None


def test_an_edit_given_again_stands_where_it_stood():
    """Redo does not make an old edit the latest word."""
    edits = steps(TITLES[0], TITLES[1], -1, 1, sessions="xyxx", seen=(0, 1, 2, 3))
    assert row(replay(READ, edits).timeline, "a8")["title"] == "Two"


def test_history():
    """The history has every step, the latest first: when, who, what, on which event, and whether it stands."""
    anchors = find_anchors(READ, TITLES[0])
    table = to_history(steps(TITLES[0], -1, anchors=anchors))
    assert table["action"].tolist() == ["undo", "edit"]
    assert table["what"].tolist() == ["title: One"] * 2
    assert table["events"].tolist()[1] == ["Acme sued Globex"]
    assert not table["in_force"].any()
    assert str(table["at"].dtype) == "datetime64[us, UTC]"
    assert to_history([]).empty


def test_tags_are_put_and_taken_each_by_itself():
    """A tag is put once, taken off without a trace, and survives a merge; it is no correction of what was read."""
    put = SetTag(events=("a8", "b45"), tag=" to  check ")
    assert put.tag == "to check"
    timeline = replay(READ, steps(put, put, SetTag(events=("b45",), tag="legal"))).timeline
    tags = dict(zip(timeline.events["event_id"], timeline.events["tags"], strict=True))
    assert (tags["a8"], tags["b45"]) == (["to check"], ["to check", "legal"])
    assert set(timeline.events["review"]) == {"new"}
    off = SetTag(events=("a8",), tag="to check", off=True)
    assert replay(READ, steps(put, off)).timeline.events["tags"].tolist().count([]) == len(READ.events) - 1
    merged = replay(READ, steps(put, SetTag(events=("b45",), tag="legal"), Merge(events=("a8", "b45")))).timeline
    assert merged.events.set_index("event_id")["tags"]["a8"] == ["to check", "legal"]


def test_a_comment_keeps_its_lines_and_corrects_nothing():
    """The event stays new; an empty comment takes it away; one too long is refused."""
    said = replay(READ, steps(SetComment(event="a8", comment="Ask\nagain "))).timeline.events.set_index("event_id")
    assert (said["comment"]["a8"], said["review"]["a8"]) == ("Ask\nagain", "new")
    gone = replay(READ, steps(SetComment(event="a8", comment="Ask"), SetComment(event="a8"))).timeline
    assert set(gone.events["comment"]) == {""}
    with pytest.raises(TableError, match="2001 characters"):
        SetComment(event="a8", comment="x" * 2001)
