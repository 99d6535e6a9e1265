"""Who sees the page, and what of it: asked as soon as other machines reach the server."""

import datetime as dt
import sys
from pathlib import Path

import pytest
import streamlit as st
from seen import read, said, shown, titles

from timeline.screen import visitor
from timeline.screen.workspace import owned
from timeline.store import (
    EVERYONE,
    Role,
    Workspace,
    find_place,
    give_role,
    list_grants,
    list_places,
    make_link,
    name_link,
)

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests" / "cases" / "screen_briefing.json"
AT = dt.datetime(2024, 5, 3, 9, tzinfo=dt.UTC)
ANNA, BEN = "anna@desk.example", "ben@desk.example"


@pytest.fixture
def served(monkeypatch):
    """A server that others reach, on the hand-made briefing, which is Anna's."""
    monkeypatch.setenv("TIMELINE_URL", "https://desk.example")
    monkeypatch.setenv("TIMELINE_OWNERS", ANNA)
    monkeypatch.setattr(sys, "argv", [str(ROOT / "app.py"), str(TABLE)])


@pytest.fixture
def come(served, app_test):
    """Opens the page as whoever the provider says it is; nobody without an address."""

    def came(email="", query=None, script="", **claims):
        file = str(ROOT / "app.py")
        app = (app_test.from_string if script else app_test.from_file)(script or file, default_timeout=60)
        app.user = {"is_logged_in": bool(email or claims), **({"email": email} if email else {}), **claims}
        for name, value in (query or {}).items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return came


@pytest.fixture
def work(come, home):
    """The briefing the server was started on, once Anna has opened it."""
    come(ANNA)
    return Workspace(find_place([TABLE], home))


def buttons(app):
    """What can be pressed."""
    return {button.label for button in app.button}


def listed(app):
    """The titles in the list; none where there is no list."""
    return titles(app) if app.get("bidi_component") else []


def errors(app):
    """What is refused."""
    return " ".join(read(error) for error in app.error)


@pytest.mark.parametrize(
    ("address", "variables", "asked"),
    [
        ("127.0.0.1", {}, False),
        ("localhost", {}, False),
        ("0.0.0.0", {}, True),
        ("10.0.0.5", {}, True),
        (None, {}, True),
        ("127.0.0.1", {"TIMELINE_URL": "https://desk.example"}, True),
        ("0.0.0.0", {"TIMELINE_LOGIN": "no"}, False),
        ("0.0.0.0", {"TIMELINE_LOGIN": "yes"}, True),
    ],
)
def test_whoever_comes_from_elsewhere_is_asked(monkeypatch, address, variables, asked):
    """As soon as other machines reach the server, by its address or through a proxy, unless it was told otherwise."""
    for name in ("TIMELINE_URL", "TIMELINE_LOGIN"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(st, "get_option", {"server.address": address}.__getitem__)
    assert visitor.asks_for_login() is asked


def test_without_a_login_nothing_is_seen(come, home):
    """Neither event nor control, nor is anything opened; the page says who it is for."""
    app = come()
    assert (listed(app), buttons(app)) == ([], {"Log in"})
    assert list_places(home) == []


def test_a_server_without_a_provider_lets_nobody_in(come, monkeypatch):
    """It says which settings it lacks, and never opens the page instead."""
    monkeypatch.setattr(visitor, "_has_auth", lambda: False)
    app = come()
    assert "lacks TIMELINE_OIDC_ISSUER, TIMELINE_OIDC_CLIENT, TIMELINE_OIDC_SECRET" in errors(app)
    assert (listed(app), buttons(app)) == ([], set())


@pytest.mark.parametrize("claims", [{"email": ANNA, "email_verified": False}, {"sub": ANNA}, {"email": "everyone"}])
def test_an_address_that_nobody_confirmed_is_none(come, work, claims):
    """Whoever could name any address would be its owner."""
    app = come(**claims)
    assert "without a confirmed e-mail address" in errors(app)
    assert (listed(app), buttons(app)) == ([], {"Log out"})


def menu(app):
    """The entries of “Edit…”, or of “More…”."""
    return set(app.get("menu_button")[0].options) if app.get("menu_button") else set()


def test_owners_are_named_with_the_server(work, come):
    """They may everything from the start; who logs in besides may nothing before it is given to him."""
    app = come(ANNA)
    assert len(listed(app)) > 3
    assert {"Share…", "History…", "Title of the briefing…", f"Log out {ANNA}"} <= menu(app)
    assert {"Undo", "Redo", "Open documents…"} <= buttons(app)
    app = come(BEN)
    assert f"ask {ANNA} for the right to" in errors(app)
    assert (listed(app), menu(app)) == ([], set())


@pytest.mark.parametrize(
    ("role", "entries", "may_edit"),
    [
        (Role.VIEWER, {"History…", "Save or open a workspace…", f"Log out {BEN}"}, False),
        (Role.EDITOR, {"Add an event…", "History…", f"Log out {BEN}"}, True),
        (Role.OWNER, {"Add an event…", "Share…"}, True),
    ],
)
def test_a_role_shows_the_controls_it_allows(work, come, role, entries, may_edit):
    """And no other: the page is told, too, which draws no button and hears no key of those that correct."""
    give_role(work, BEN, role, at=AT)
    app = come(BEN)
    assert len(listed(app)) > 3
    assert entries <= menu(app)
    assert ("Title of the briefing…" in menu(app), "Undo" in buttons(app)) == (may_edit, may_edit)
    assert ("Share…" in menu(app)) == (role is Role.OWNER)
    assert shown(app)["may_edit"] is may_edit


@pytest.mark.parametrize(
    "asked", [["accept", "e1"], ["hide", "e1"], ["tag", "x", "e1"], ["comment", "x", "e1"], ["undo"], ["redo"]]
)
def test_the_store_refuses_what_no_control_offers(work, come, asked):
    """Whoever sends the message all the same changes nothing, and is told."""
    give_role(work, BEN, Role.VIEWER, at=AT)
    script = f"""
import streamlit as st
from timeline.screen.dialogs.menu import correct
from timeline.screen import show
import timeline.screen.page as page
show([{str(TABLE)!r}])
if "sent" not in st.session_state:
    st.session_state["sent"] = True
    event = st.session_state["work"].timeline.events["event_id"].iloc[0]
    correct([event if part == "e1" else part for part in {asked!r}])
"""
    app = come(BEN, script=script).run()
    assert "as a viewer you may not change it" in errors(app)
    assert work.list_steps() == []


def test_history_says_who(work, come):
    """By the address he logged in with; to who made it, “you”, in every tab."""
    give_role(work, BEN, Role.EDITOR, at=AT)
    script = f"""
import streamlit as st
from timeline.screen import show
from timeline.screen.dialogs.menu import correct
show([{str(TABLE)!r}])
if "sent" not in st.session_state:
    st.session_state["sent"] = True
    correct(["accept", st.session_state["work"].timeline.events["event_id"].iloc[0]])
"""
    come(BEN, script=script)
    for user, name in ((BEN, "you"), (ANNA, BEN)):
        app = come(user)
        app.menu_button(key="menu").click("History…").run()
        rows = [caption.value for caption in app.caption if " · " in caption.value]
        assert [read_name(row) for row in rows] == [name]


def read_name(row):
    """Who made a step, as its row says."""
    return row.rpartition(" · ")[2].replace("\\", "")


def test_a_link_reads_one_briefing_and_no_more(work, come):
    """Without logging in; nothing of who works here is shown, nothing else can be opened, and revoked it is nothing."""
    token = make_link(work, at=AT)
    app = come(query={"share": token})
    assert len(listed(app)) > 3
    assert not {"Open documents…", "Undo", "Redo"} & buttons(app)
    assert menu(app) == set()
    assert shown(app)["may_edit"] is False
    assert not any("left out" in line for line in said(app))
    give_role(work, name_link(token), Role.NONE, at=AT)
    for app_ in (app.run(), come(query={"share": token}), come(query={"share": "guessed"})):
        assert "you may not open it; ask whoever sent you here" in errors(app_)
        assert (listed(app_), "@" in errors(app_)) == ([], False)


def test_everybody_who_logs_in_may_try_the_demo(come, monkeypatch, home):
    """A server that was started on nothing shows it, to read; what somebody opens there is his own."""
    monkeypatch.setattr(sys, "argv", [str(ROOT / "app.py")])
    app = come(BEN)
    assert len(listed(app)) > 3
    assert "Undo" not in buttons(app)
    assert "Open documents…" in buttons(app)
    assert not errors(app)


OPENING = """
import streamlit as st
from timeline.documents import Document
from timeline.errors import TimelineError
from timeline.screen import show
from timeline.screen.workspace import current
from timeline.session.inputs import Inputs
current.enter([])
current.read_current()
if "done" not in st.session_state:
    st.session_state["done"] = True
    try:
        document = Document(text="The court lifted the ban on 9 May 2024.")
        current.start_workspace(Inputs(documents=(document,), title="Ban"))
    except TimelineError as error:
        st.session_state["refused"] = str(error)
show([])
"""


def test_what_somebody_opens_is_his_own(come, home):
    """He may share it; nobody else is shown it, or opens it by its address."""
    app = come(BEN, script=OPENING)
    assert listed(app) == ["Court lifted the ban"]
    assert "Share…" in menu(app)
    name = app.query_params["workspace"]
    assert listed(come(BEN, script="from timeline.screen import show; show([])", query={"workspace": name})) == [
        "Court lifted the ban"
    ]
    other = come(ANNA, script="from timeline.screen import show; show([])", query={"workspace": name})
    assert "Court lifted the ban" not in listed(other)
    path = next(path for path in list_places(home) if path.stem == name)
    give_role(Workspace(path), EVERYONE, Role.VIEWER, at=AT)
    other = come(ANNA, script="from timeline.screen import show; show([])", query={"workspace": name})
    assert listed(other) == ["Court lifted the ban"]


@pytest.mark.parametrize(
    ("bound", "said_"),
    [("MOST_BRIEFINGS", "you have 1 briefings, the most"), ("MOST_KEPT", "is the most that one may have")],
)
def test_one_user_does_not_fill_the_machine(come, monkeypatch, bound, said_):
    """So many briefings and so many bytes are one's own; what is over is refused before it is read."""
    come(BEN, script=OPENING)
    monkeypatch.setattr(owned, bound, 1)
    assert said_ in come(BEN, script=OPENING).session_state["refused"]
    assert "refused" not in come("carl@desk.example", script=OPENING).session_state


def test_a_link_opens_no_documents(come, work):
    """Who has not logged in has nothing of his own on the server."""
    app = come(script=OPENING.replace("[]", f"[{str(TABLE)!r}]"), query={"share": make_link(work, at=AT)})
    assert "log in to open others" in app.session_state["refused"]


def test_a_proxy_may_have_asked(come, monkeypatch, work):
    """Its header says who somebody is; who comes past it is nobody."""
    monkeypatch.setenv("TIMELINE_USER_HEADER", "X-Forwarded-Email")
    app = come(is_logged_in=False)
    assert (listed(app), "Log out" in str(buttons(app))) == ([], False)
    assert len(listed(come(ANNA, is_logged_in=False))) > 3


def test_owners_share_in_the_page(come, work):
    """Somebody is added, made more and less, a link is made and revoked; what cannot be done is said."""
    app = come(ANNA)
    app.menu_button(key="menu").click("Share…").run()
    app.text_input(key="form_who").set_value("ben at desk")
    app.button(key="form_add").click().run()
    assert "'ben at desk' is no e-mail address" in errors(app)
    app.text_input(key="form_who").set_value("Ben@desk.example")
    app.button(key="form_add").click().run()
    assert (list_grants(work)[BEN], app.text_input(key="form_who").value, errors(app)) == (Role.VIEWER, "", "")
    app.selectbox(key=f"form_role_{BEN}").select(Role.EDITOR).run()
    assert list_grants(work)[BEN] is Role.EDITOR
    app.selectbox(key=f"form_role_{ANNA}").select(Role.NONE).run()
    assert "is the only owner" in errors(app)
    assert app.selectbox(key=f"form_role_{ANNA}").value is Role.OWNER
    app.button(key="form_link").click().run()
    token = app.code[0].value.rpartition("share=")[2]
    assert app.code[0].value.startswith("https://desk.example/?share=")
    assert len(listed(come(query={"share": token}))) > 3
    app.button(key=f"form_revoke_{name_link(token)}").click().run()
    assert list_grants(work) == {ANNA: Role.OWNER, BEN: Role.EDITOR}


def test_what_all_share_is_put_aside_by_nobody(come, home, work):
    """A damaged file is said to be one; the page renames it only on a machine of one's own."""
    find_place([TABLE], home).write_bytes(b"no workspace at all")
    from timeline.screen.workspace import current

    current._open_workspace.clear()
    app = come(ANNA)
    assert "it is no workspace" in errors(app) + "".join(read(warning) for warning in app.warning)
    assert "Put that file aside and start anew" not in buttons(app)
