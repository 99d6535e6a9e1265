"""Who may do what with a workspace: decided in its store, in a file as in a database."""

import datetime as dt
import sqlite3
from contextlib import closing

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.documents import Document
from timeline.errors import WorkspaceError
from timeline.store import (
    EVERYONE,
    Role,
    SetBriefingTitle,
    Visitor,
    Workspace,
    find_place_role,
    give_role,
    list_grants,
    make_link,
    name_link,
    read_role,
)
from timeline.table import from_frame

AT = dt.datetime(2024, 5, 3, 9, tzinfo=dt.UTC)
TIMELINE = from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025-04"], "event_id": ["e1"]}))
ANNA, BEN = "anna@desk.example", "ben@desk.example"


@pytest.fixture(params=["file", "database"])
def work(request, tmp_path):
    """A workspace with one document that Anna owns, in either store."""
    place = request.getfixturevalue("new_schema")() if request.param == "database" else tmp_path / "affair.timeline"
    work = Workspace(place)
    work.add_documents([Document(text="The pier fell on Monday.")], at=AT)
    give_role(work, ANNA, Role.OWNER, at=AT)
    return work


def visit(work, *names):
    """The workspace for whoever is known by `names`."""
    return work.act_for(Visitor(known_as=names))


ACTIONS = {
    "read": (Role.VIEWER, lambda w: w.list_documents()),
    "read the history": (Role.VIEWER, lambda w: w.read_history()),
    "ask whether it changed": (Role.VIEWER, lambda w: w.read_revision()),
    "correct": (
        Role.EDITOR,
        lambda w: w.record(SetBriefingTitle(title="New"), TIMELINE, at=AT, session="s", seen=0),
    ),
    "take back": (Role.EDITOR, lambda w: w.undo(at=AT, session="s")),
    "add a document": (Role.EDITOR, lambda w: w.add_documents([Document(text="It rose.")], at=AT)),
    "ask what adding would give": (Role.EDITOR, lambda w: w.preview_documents([Document(text="It rose.")], at=AT)),
    "add a table": (Role.EDITOR, lambda w: w.add_table("t.json", "{}")),
    "renew": (Role.EDITOR, lambda w: w.renew_documents([], at=AT)),
    "name": (Role.EDITOR, lambda w: w.set_title("New")),
    "dismiss": (Role.EDITOR, lambda w: w.dismiss_new()),
    "let it be another browser's": (Role.EDITOR, lambda w: w.set_browser("x")),
    "see who may what": (Role.OWNER, list_grants),
    "share": (Role.OWNER, lambda w: give_role(w, "carl@desk.example", Role.VIEWER, at=AT)),
    "make a link": (Role.OWNER, lambda w: make_link(w, at=AT)),
}


@pytest.mark.parametrize("role", Role)
def test_a_role_allows_what_it_is_for_and_nothing_more(work, role):
    """Each thing that can be done, by each role; what is refused changes nothing."""
    give_role(work, BEN, role, at=AT)
    assert read_role(visit(work, BEN)) is role
    for needed, act in ACTIONS.values():
        before = work.read_revision(), list_grants(work)
        if role >= needed:
            act(visit(work, BEN))
        else:
            with pytest.raises(WorkspaceError, match="you may not"):
                act(visit(work, BEN))
            assert (work.read_revision(), list_grants(work)) == before


def test_the_user_of_this_machine_may_everything(work):
    """Where nobody is asked, nothing is looked up and nothing refused."""
    for _, act in ACTIONS.values():
        act(work)


def test_what_was_taken_is_gone_at_once(work):
    """Also for whoever has the page open."""
    give_role(work, BEN, Role.EDITOR, at=AT)
    bens = visit(work, BEN)
    bens.set_title("Ben's")
    give_role(work, BEN, Role.NONE, at=AT)
    with pytest.raises(WorkspaceError, match=f"ask {ANNA}"):
        bens.set_title("Ben's again")
    assert work.read_title() == "Ben's"


def test_a_refusal_names_nobody_to_a_stranger(work):
    """Whoever has a link that leads nowhere is not told who works here."""
    with pytest.raises(WorkspaceError) as refused:
        visit(work, name_link("no such token")).list_documents()
    assert "@" not in str(refused.value)


def test_a_link_reads_until_it_is_revoked(work, tmp_path):
    """Its token is kept nowhere: what is written leads to none."""
    token = make_link(visit(work, ANNA), at=AT)
    reader = visit(work, name_link(token))
    assert [document.text for document in reader.list_documents()] == ["The pier fell on Monday."]
    assert read_role(reader) is Role.VIEWER
    assert token not in str(list_grants(work))
    for file in tmp_path.iterdir():
        assert token.encode() not in file.read_bytes()
    give_role(visit(work, ANNA), name_link(token), Role.NONE, at=AT)
    with pytest.raises(WorkspaceError, match="you may not open it"):
        reader.list_documents()


def test_the_most_of_what_is_given_counts(work):
    """Somebody is himself, one of everyone, and whoever has the link."""
    give_role(work, EVERYONE, Role.VIEWER, at=AT)
    assert read_role(visit(work, BEN, EVERYONE)) is Role.VIEWER
    give_role(work, BEN, Role.EDITOR, at=AT)
    assert read_role(visit(work, BEN, EVERYONE)) is Role.EDITOR
    assert read_role(visit(work, ANNA, EVERYONE, name_link(make_link(work, at=AT)))) is Role.OWNER


def test_somebody_is_left_to_own_it(work):
    """The only owner can neither go nor be made less."""
    for role in (Role.NONE, Role.VIEWER, Role.EDITOR):
        with pytest.raises(WorkspaceError, match="is the only owner"):
            give_role(visit(work, ANNA), ANNA, role, at=AT)
    give_role(visit(work, ANNA), BEN, Role.OWNER, at=AT)
    give_role(visit(work, ANNA), ANNA, Role.VIEWER, at=AT)
    assert list_grants(work) == {ANNA: Role.VIEWER, BEN: Role.OWNER}


@pytest.mark.parametrize("who", ["", "anna", "@desk.example", "a b@desk.example", "a@b@c", "x" * 70 + "@desk.example"])
def test_only_addresses_are_given_anything(work, who):
    """A slip of the keyboard opens nothing to nobody."""
    with pytest.raises(WorkspaceError, match="is no e-mail address"):
        give_role(work, who, Role.VIEWER, at=AT)


def test_addresses_are_the_same_in_capitals(work):
    """As nearly every provider and mail server has it."""
    give_role(work, " Ben@Desk.Example ", Role.EDITOR, at=AT)
    assert list_grants(work)[BEN] is Role.EDITOR


def test_who_may_what_is_no_part_of_a_copy(work, tmp_path):
    """Whoever is handed the file opens it as his own, and learns of nobody."""
    work.export(tmp_path / "copy.timeline")
    copy = Workspace(tmp_path / "copy.timeline")
    assert list_grants(copy) == {}
    assert b"anna@desk" not in (tmp_path / "copy.timeline").read_bytes()


def test_a_file_says_who_may_open_it(tmp_path):
    """Without being opened for writing; one that cannot be read is nobody's."""
    path = tmp_path / "affair.timeline"
    give_role(Workspace(path), ANNA, Role.OWNER, at=AT)
    assert find_place_role(path, Visitor(known_as=(ANNA,))) is Role.OWNER
    assert find_place_role(path, Visitor(known_as=(BEN, EVERYONE))) is Role.NONE
    (tmp_path / "b.timeline").write_bytes(b"no workspace at all")
    assert find_place_role(tmp_path / "b.timeline", Visitor(known_as=(ANNA,))) is Role.NONE


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE grants SET role = 'emperor'", "'emperor' is no role"),
        ("DROP TABLE grants; CREATE TABLE grants (who TEXT)", "is none that a workspace has"),
    ],
)
def test_grants_that_were_tampered_with_open_nothing(tmp_path, change, said):
    """What is not understood is refused, not passed over."""
    path = tmp_path / "affair.timeline"
    give_role(Workspace(path), ANNA, Role.OWNER, at=AT)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(change)
    with pytest.raises(WorkspaceError, match=said):
        Workspace(path).act_for(Visitor(known_as=(ANNA,))).list_documents()


@given(st.lists(st.tuples(st.sampled_from([BEN, EVERYONE, "carl@desk.example"]), st.sampled_from(Role)), max_size=8))
def test_the_last_word_on_somebody_holds(tmp_path_factory, given_roles):
    """Whatever was given and taken before, in any order."""
    work = Workspace(tmp_path_factory.mktemp("roles") / "a.timeline")
    give_role(work, ANNA, Role.OWNER, at=AT)
    last = {ANNA: Role.OWNER}
    for who, role in given_roles:
        give_role(work, who, role, at=AT)
        last[who] = role
    assert list_grants(work) == {who: role for who, role in last.items() if role}
    for who, role in last.items():
        assert read_role(visit(work, who)) is role
