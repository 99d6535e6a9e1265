"""Which workspace a session works on: where it lies, what outlives it, and what is said where it cannot be had."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from seen import read, said, shown, titles

from timeline.documents import Document
from timeline.formats import parse
from timeline.store import SetTitle, Workspace, find_place, list_places
from timeline.table import Timeline

ROOT = Path(__file__).parents[1]
APP = ROOT / "app.py"
TABLE = ROOT / "tests" / "cases" / "screen_briefing.json"

# Runs what a test wants done in a session, then the page.
SCRIPT = """
import streamlit as st
from timeline.screen import show
from timeline.screen.workspace import current as workspace
from timeline.session.inputs import Inputs
workspace.enter({paths!r})
workspace.read_current()
if "done" not in st.session_state:
    st.session_state["done"] = True
    {action}
show({paths!r})
"""


@pytest.fixture
def act(open_app, home):
    """Opens the app on paths and does something in its session, given as a line of code."""

    def acted(*paths, action="pass", **query):
        return open_app(script=SCRIPT.format(paths=list(map(str, paths)), action=action), **query)

    return acted


RETITLE = "from timeline.store import SetTitle; workspace.record(SetTitle(event='ev-halt', title='All work stopped'))"


def test_corrections_outlive_the_session(act):
    """Who opens the same paths again finds the corrections made before; other paths have none of them."""
    assert "All work stopped" in titles(act(TABLE, action=RETITLE))
    assert "All work stopped" in titles(act(TABLE))


def test_another_tab_s_correction_shows_at_the_next_run(act):
    """Two sessions on one workspace see each other's corrections without opening anything anew."""
    one = act(TABLE)
    act(TABLE, action=RETITLE)
    assert "All work stopped" in titles(one.run())


def test_the_same_paths_are_one_workspace(home, tmp_path):
    """Paths in any order, and relative ones, lead to one file; other paths to another."""
    (tmp_path / "a").mkdir()
    places = {find_place(p, home) for p in ([tmp_path / "a", "b"], ["b", str(tmp_path / "a")], ["./b", tmp_path / "a"])}
    assert len(places) == 1
    assert find_place(["b"], home) not in places


def test_a_workspace_file_opens_as_it_was_left(act, tmp_path):
    """`timeline app affair.timeline` works on that very file."""
    path = tmp_path / "affair.timeline"
    work = Workspace(path)
    work.set_title("The affair")
    work.add_table("a.json", TABLE.read_text(encoding="utf-8"))
    app = act(path, action=RETITLE)
    assert "All work stopped" in titles(app)
    assert len(Workspace(path).list_steps()) == 1


def test_a_changed_file_is_not_told_twice(act, tmp_path):
    """What the paths hold now takes the place of what they held; documents added by hand stay."""
    (tmp_path / "a.txt").write_text("The ministry banned night work on 2 May 2024.", encoding="utf-8")
    pasted = "Document(text='The court lifted the ban on 9 May 2024.', path='pasted')"
    action = f"from timeline.documents import Document; workspace.add(Inputs(documents=({pasted},)))"
    app = act(tmp_path, action=action, show="All")
    assert len(titles(app.run())) == 2
    (tmp_path / "a.txt").write_text("The ministry banned night work on 3 May 2024.", encoding="utf-8")
    rows = [row for month in shown(act(tmp_path, show="All"))["months"] for row in month["rows"]]
    assert [row["when_full"] for row in rows] == ["3 May 2024", "9 May 2024"]


def test_a_new_workspace_is_found_again_by_its_address(act, home):
    """What was opened in the app has a workspace of its own, which the address names; a reload shows it again."""
    document = "Document(text='The court lifted the ban on 9 May 2024.')"
    begun = f"Inputs(documents=({document},), title='Ban')"
    action = f"from timeline.documents import Document; workspace.start_workspace({begun})"
    app = act(TABLE, action=action)
    name = app.query_params["workspace"]
    assert name in {path.stem for path in list_places(home)}
    assert titles(act(TABLE, workspace=name)) == titles(app)
    assert len(titles(app)) == 1


@pytest.mark.parametrize("name", ["gone-123", "../../etc/passwd", "\x00", "x" * 5000])
def test_an_address_of_no_workspace_says_so(act, name):
    """A name from an address is never a path; the paths at the start are shown, with a word on it."""
    app = act(TABLE, workspace=name)
    assert len(titles(app)) == 6
    assert "is not on this machine" in read(app.warning[0])


def test_documents_join_a_table(act):
    """Documents added to a table of events stand beside its rows, and a correction of either is kept."""
    document = "Document(text='The court lifted the ban on 9 May 2024.')"
    add = f"from timeline.documents import Document; workspace.add(Inputs(documents=({document},))); {RETITLE}"
    app = act(TABLE, action=add, show="All").run()
    assert {"All work stopped", "Court lifted the ban"} <= set(titles(app))
    assert len(titles(app)) == 10


def test_an_uploaded_workspace_is_a_copy(act, tmp_path):
    """A saved workspace opens as a new one of ours, with its corrections; the file it came from is not touched."""
    source = tmp_path / "saved"
    work = Workspace(source)
    work.add_table("a.json", TABLE.read_text(encoding="utf-8"))
    timeline: Timeline = parse(TABLE.read_bytes(), ".json")
    at = work_time()
    work.record(SetTitle(event="ev-halt", title="All work stopped"), timeline, at=at, session="x", seen=0)
    before = source.read_bytes()
    read = f"__import__('pathlib').Path({str(source)!r}).read_bytes()"
    app = act(action=f"workspace.import_upload({read}, 'Saved affair.timeline')")
    assert "All work stopped" in titles(app)
    assert app.query_params["workspace"].startswith("saved-affair-")
    assert source.read_bytes() == before


def work_time():
    """Some time."""
    import datetime as dt

    return dt.datetime(2025, 9, 1, tzinfo=dt.UTC)


def test_where_no_folder_can_be_written_corrections_are_for_now(act, monkeypatch, tmp_path):
    """Without a place to keep them, corrections work all the same, and the page says that they will be lost."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("TIMELINE_HOME", str(tmp_path / "file" / "home"))
    app = act(TABLE, action=RETITLE)
    assert "All work stopped" in titles(app)
    assert "Corrections will be lost when the program ends" in read(app.warning[0])
    assert "TIMELINE_HOME" in read(app.warning[0])


def spoil(path, how):
    """Make the workspace at `path` one that cannot be opened."""
    if how == "newer":
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("update workspace set value = '99' where name = 'format'")
    elif how == "noise":
        path.write_bytes(b"no workspace at all" * 500)
    elif how == "table":
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("insert into tables (name, content) values ('x', '{')")


@pytest.mark.parametrize(("how", "words"), [("newer", "a newer version wrote it"), ("noise", "it is no workspace")])
def test_a_workspace_that_cannot_be_opened(open_app, tmp_path, how, words):
    """The reader is told why, the file is left as it is, and there is a way on."""
    path = tmp_path / "affair.timeline"
    Workspace(path).add_documents([Document(text="The court lifted the ban on 9 May 2024.")], at=work_time())
    spoil(path, how)
    before = path.read_bytes()
    app = open_app(path)
    assert words in read(app.error[0])
    assert path.read_bytes() == before
    assert "Put that file aside and start anew" not in {button.label for button in app.button}
    app.button(key="open_default").click().run()
    assert not app.exception
    assert not app.error


def test_a_table_in_it_that_does_not_hold(open_app, tmp_path):
    """A workspace whose table somebody broke is refused in words."""
    path = tmp_path / "affair.timeline"
    Workspace(path).add_documents([Document(text="The court lifted the ban on 9 May 2024.")], at=work_time())
    spoil(path, "table")
    assert "cannot be opened" in read(open_app(path).error[0])


def test_a_damaged_workspace_of_our_own_can_be_set_aside(open_app, home):
    """Where the very workspace of the default briefing is damaged, it is put aside, not lost, and a new one begun."""
    open_app(TABLE)
    [path] = list_places(home)
    shutil.copy(path, path.with_suffix(".sound"))
    spoil(path, "noise")
    import streamlit as st

    st.cache_resource.clear()
    app = open_app(TABLE)
    assert "it is no workspace" in read(app.error[0])
    app.button(key="set_aside").click().run()
    assert not app.error
    assert len(titles(app)) == 6
    [aside] = home.glob("*.aside")
    assert aside.read_bytes().startswith(b"no workspace at all")


def test_a_workspace_belongs_to_the_browser_that_made_it(act, home, monkeypatch):
    """Another browser of the same server neither lists it nor opens it by its address."""
    from timeline.screen.workspace import owned

    document = "Document(text='The court lifted the ban on 9 May 2024.')"
    begun = f"Inputs(documents=({document},), title='Ban')"
    action = f"from timeline.documents import Document; workspace.start_workspace({begun})"
    name = act(TABLE, action=action).query_params["workspace"]
    assert titles(act(TABLE, workspace=name)) == ["Court lifted the ban"]
    monkeypatch.setattr(owned, "_name_browser", lambda: "another")
    assert name not in {path.stem for path in owned.list_recent()}
    app = act(TABLE, workspace=name)
    assert "made in another browser" in read(app.warning[0])
    assert "Court lifted the ban" not in titles(app)


def test_a_desk_works_on_one_database(act, new_schema, monkeypatch):
    """With an address in place of paths every session opens that workspace, and sees what the others corrected."""
    from timeline.screen.workspace import current

    address = new_schema()
    work = Workspace(address)
    work.set_title("The affair")
    work.add_table("a.json", TABLE.read_text(encoding="utf-8"))
    monkeypatch.setattr(current, "SHARED", address)
    one = act()
    other = act(action=RETITLE)
    assert "All work stopped" in titles(one.run())
    assert ["correction has come in" in line for line in said(one)].count(True) == 1
    assert "come in" not in "".join(said(other.run()))
    assert "come in" not in "".join(said(one.button(key="others_dismiss").click().run()))
    assert "workspace" not in one.query_params
    assert len(work.list_steps()) == 1
