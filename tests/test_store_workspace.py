"""The file on disk: what goes in comes out, whatever kills, fills, locks or damages it."""

import contextlib
import dataclasses
import datetime as dt
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.documents import Document
from timeline.errors import TableError, WorkspaceError
from timeline.store import AddEvent, Passage, SetReview, SetTitle, Workspace, replay
from timeline.table import DOCUMENTS, from_frame, to_frame

AT = dt.datetime(2025, 9, 1, 12, tzinfo=dt.UTC)
TABLE = from_frame(
    pd.DataFrame({"title": ["Ban", "Deal"], "start": ["2025-04", "2025-08-11"], "event_id": ["e1", "e2"]})
)


@pytest.fixture
def work(tmp_path):
    """An empty workspace in a file."""
    return Workspace(tmp_path / "affair.briefing")


@pytest.fixture(params=["file", "database"])
def place(request, tmp_path):
    """Where no workspace is yet: in a file or in PostgreSQL."""
    return request.getfixturevalue("new_schema")() if request.param == "database" else tmp_path / "affair.briefing"


@pytest.fixture
def kept(place):
    """An empty workspace in either."""
    return Workspace(place)


def retitle(work, title, session="x", seen=0, event="e1"):
    """Record one title."""
    return work.record(SetTitle(event=event, title=title), TABLE, at=AT, session=session, seen=seen)


def titles(work):
    """Every title that was recorded, in order."""
    return [step.edit.title for step in work.list_steps() if step.edit]


def test_a_step_is_kept(kept, place):
    """What was recorded is there after the file is opened again, with who made it, when, and what had been seen."""
    at = dt.datetime(2025, 9, 1, 14, 30, 15, 123456, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    step = kept.record(SetTitle(event="e1", title="Bans"), TABLE, at=at, session="tab", seen=0)
    [read] = Workspace(place).list_steps()
    assert read == step
    assert (read.number, read.at, read.session, read.anchors[0].title) == (1, at, "tab", "Ban")
    assert kept.list_steps(after=1) == []


def test_undo_and_redo_are_steps(kept):
    """Undo and redo are appended, nothing is taken out, and the table follows them."""
    retitle(kept, "One")
    retitle(kept, "Two", seen=1)
    assert kept.undo(at=AT, session="x").edit.title == "Two"
    assert kept.undo(at=AT, session="x").edit.title == "One"
    assert kept.undo(at=AT, session="x") is None
    assert kept.redo(at=AT, session="x").edit.title == "One"
    assert replay(TABLE, kept.list_steps()).timeline.events["title"].tolist() == ["One", "Deal"]
    assert kept.redo(at=AT, session="x").edit.title == "Two"
    assert kept.redo(at=AT, session="x") is None
    assert kept.read_history()["action"].tolist() == ["redo", "redo", "undo", "undo", "edit", "edit"]


def test_any_step_can_be_taken_back_by_its_number(work):
    """From the history a step of another session is undone and given again, once."""
    retitle(work, "One")
    assert work.undo(at=AT, session="y", number=1).number == 1
    assert work.undo(at=AT, session="y", number=1) is None
    assert work.redo(at=AT, session="z", number=1).number == 1
    assert work.redo(at=AT, session="z", number=1) is None
    assert work.undo(at=AT, session="z", number=2) is None
    assert work.undo(at=AT, session="z", number=99) is None


def test_what_does_not_fit_is_not_recorded(work):
    """An edit of what is not there, or a time without a zone, leaves no trace."""
    with pytest.raises(TableError, match="'gone'"):
        retitle(work, "One", event="gone")
    with pytest.raises(WorkspaceError, match="zone"):
        work.record(SetTitle(event="e1", title="One"), TABLE, at=AT.replace(tzinfo=None), session="x", seen=0)
    assert work.list_steps() == []


FULL = Document(
    text="Acme sued Globex.", title="Court", publisher="Gazette", url="https://example.org/?a=1&b=2", path="a.txt",
    published=dt.date(1066, 10, 14), published_basis="metadata", language="en",
    note="read as Latin-1", pages=(0, 5),
)  # fmt: skip


def test_documents_come_out_as_they_went_in(work):
    """Documents keep every field, their order, both paths of one text, and why one could not be read."""
    given_ = [FULL, Document(text=""), Document(text="", path="b.pdf", problem="no text in it"),
              Document(text=FULL.text, path="copy.txt")]  # fmt: skip
    work.add_documents(given_, at=AT)
    work.add_documents(given_, at=AT)
    assert Workspace(work.path).list_documents() == given_


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"title": "Old"}, {"title": "New"}, {"title": "New"}),
        ({"title": "Old"}, {"title": ""}, {"title": "Old"}),
        ({"published": dt.date(2025, 3, 1)}, {}, {"published": dt.date(2025, 3, 1), "published_basis": "given"}),
        ({"published": dt.date(2025, 3, 1)}, {"published": dt.date(2025, 4, 1), "published_basis": "metadata"},
         {"published": dt.date(2025, 3, 1), "published_basis": "given"}),
        ({"published": dt.date(2025, 3, 1), "published_basis": "inferred"}, {"published": dt.date(2025, 4, 1)},
         {"published": dt.date(2025, 4, 1), "published_basis": "given"}),
    ],
    ids=str,
)  # fmt: skip
def test_a_document_given_again(kept, before, after, expected):
    """What is said of a document now wins, nothing wins over something, and a given date over a found one."""
    kept.add_documents([Document(text="x", path="p", **before)], at=AT)
    kept.add_documents([Document(text="x", path="p", **after)], at=AT)
    [document] = kept.list_documents()
    assert {name: getattr(document, name) for name in expected} == expected


def test_a_file_that_can_be_read_at_last_replaces_its_failure(kept):
    """The problem of a file goes when the file is read."""
    kept.add_documents([Document(text="", path="b.pdf", problem="broken")], at=AT)
    kept.add_documents([Document(text="Whole.", path="b.pdf")], at=AT)
    assert [(d.text, d.problem) for d in kept.list_documents()] == [("Whole.", None)]


def test_what_is_new(kept, place):
    """Documents added after the first ones are new until dismissed; a known text under another path is not."""
    assert kept.list_new_documents() == frozenset()
    kept.add_documents([FULL], at=AT)
    assert kept.list_new_documents() == frozenset()
    more = Document(text="More.")
    kept.add_documents([more, Document(text=FULL.text, path="copy.txt")], at=AT)
    assert Workspace(place).list_new_documents() == {more.id}
    kept.dismiss_new()
    assert kept.list_new_documents() == frozenset()


def test_what_tables_are_new(kept):
    """A table added to what there is is new until dismissed, written again it is not; the first one is what it is."""
    kept.add_table("first", "{}")
    assert kept.list_new_tables() == frozenset()
    kept.add_table("second", "{}")
    kept.add_documents([FULL], at=AT)
    assert kept.list_new_tables() == {"second"}
    assert kept.list_new_documents() == {FULL.id}
    kept.dismiss_new()
    kept.add_table("second", "[]")
    assert kept.list_new_tables() == kept.list_new_documents() == frozenset()


ODD = ["\x00", "\udcff\udc80", "😀", "'; drop table steps; --", "\r\n"]
LINE = st.one_of(st.text(max_size=30), st.sampled_from(ODD))
TEXT = st.one_of(LINE, st.just("\ud83d\ude00"))  # two halves of a character, which are not that character


@settings(max_examples=15)
@given(texts=st.lists(st.tuples(TEXT, LINE, LINE), max_size=3), said=LINE)
def test_any_text_comes_out_as_it_went_in(texts, said):
    """Whatever characters a text, a title, a path or a reader's words hold, they come back the same."""
    with tempfile.TemporaryDirectory() as folder:
        work = Workspace(Path(folder, "w"))
        documents = [Document(text=text, title=title, path=f"{n}{path}") for n, (text, title, path) in enumerate(texts)]
        work.add_documents(documents, at=AT)
        retitle(work, f"said {said}")
        assert work.list_documents() == documents
        assert titles(work) == [" ".join(f"said {said}".split())]
        assert [p.name for p in Path(folder).iterdir()] == ["w"]


def test_any_text_in_a_database(new_schema):
    """Half characters, zeros and quotation marks come back the same from there, too."""
    work = Workspace(new_schema())
    documents = [Document(text=odd, title=odd, path=f"{n}{odd}") for n, odd in enumerate(ODD)]
    work.add_documents(documents, at=AT)
    for odd in ODD:
        retitle(work, f"said {odd}")
    assert work.list_documents() == documents
    assert titles(work) == [" ".join(f"said {odd}".split()) for odd in ODD]


@pytest.mark.parametrize(
    "name", ["a b?c#d%20&e", 'it\'s "it"', "-o", "ünï😀", "a\nb", os.fsdecode(b"\xff\xfe"), "x?mode=ro"]
)
def test_any_file_name(tmp_path, name):
    """A workspace may be called anything the disk allows, and makes that file and no other."""
    retitle(Workspace(tmp_path / name), "One")
    assert titles(Workspace(tmp_path / name)) == ["One"]
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_no_file_lies_beside_it_between_steps(work):
    """Between two steps the workspace is one plain file, so copying it by hand takes everything along."""
    retitle(work, "One")
    assert [p.name for p in work.path.parent.iterdir()] == [work.path.name]
    shutil.copy(work.path, work.path.with_name("copy"))
    assert titles(Workspace(work.path.with_name("copy"))) == ["One"]
    with contextlib.closing(sqlite3.connect(work.path)) as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)


def test_export_and_import(work, tmp_path):
    """An exported workspace is one file with everything in it, from which the same workspace is made anywhere."""
    work.add_documents([FULL, Document(text="\ud800")], at=AT)
    retitle(work, "One")
    retitle(work, "Two", seen=1)
    work.undo(at=AT, session="x")
    work.add_documents([Document(text="new")], at=AT)
    work.export(tmp_path / "out")
    retitle(work, "Later")
    again = Workspace.import_file(tmp_path / "out", tmp_path / "in")
    assert again.list_steps() == work.list_steps()[:3]
    assert again.list_documents() == work.list_documents()
    assert again.list_new_documents() == work.list_new_documents()
    assert sorted(p.name for p in tmp_path.iterdir()) == [work.path.name, "in", "out"]
    assert Workspace(tmp_path / "out").list_steps() == again.list_steps()
    retitle(again, "Goes on", seen=3)


def test_export_and_import_replace_nothing(work, tmp_path):
    """An existing file is never written over."""
    (tmp_path / "there").write_text("mine")
    with pytest.raises(WorkspaceError, match="exists already"):
        work.export(tmp_path / "there")
    with pytest.raises(WorkspaceError, match="exists already"):
        Workspace.import_file(work.path, tmp_path / "there")
    assert (tmp_path / "there").read_text() == "mine"


def read_all(path):
    """The number of steps and documents in the workspace at `path`."""
    work = Workspace(path)
    return len(work.list_steps()), len(work.list_documents())


BAD_DAYS = '{"event": "e1", "text": "", "days": {"first": "2025-02-02", "last": "2025-02-01", "precision": "day"}}'


def spoil(path, how):
    """A file at `path` that is not a workspace this version can open."""
    if how in {"newer", "unnumbered", "no json", "unknown edit", "no facts", "bad days", "bad event"}:
        work = Workspace(path)
        work.add_documents([FULL], at=AT)
        retitle(work, "One")
    statements = {
        "newer": "update workspace set value = '2' where name = 'format'",
        "unnumbered": "delete from workspace",
        "no json": "update steps set value = '{'",
        "unknown edit": "update steps set edit = 'fly'",
        "bad days": f"update steps set edit = 'date', value = '{BAD_DAYS}'",
        "bad event": 'update steps set value = \'{"event": {}, "title": "x"}\'',
        "no facts": "update documents set facts = '[]'",
        "other tables": "create table notes (text)",
    }
    if how in statements:
        with contextlib.closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(statements[how])
    elif how == "text":
        path.write_text("Dear all, this is no workspace." * 50)
    elif how == "noise":
        path.write_bytes(random.Random(1).randbytes(20_000))


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("newer", "newer version wrote it .format 2, this one reads up to 1"),
        ("unnumbered", "format is ''"),
        ("other tables", "no workspace"),
        ("text", "no workspace"),
        ("noise", "no workspace"),
        ("no json", "holds what no workspace holds"),
        ("unknown edit", "holds what no workspace holds"),
        ("no facts", "holds what no workspace holds"),
        ("bad days", "day, point, 2025-02-02 to 2025-02-01"),
        ("bad event", "is no text"),
    ],
)
def test_what_cannot_be_opened_is_left_as_it_is(tmp_path, how, words):
    """A file of another kind, version or content is refused in plain words, not changed, and nothing is made of it."""
    path = tmp_path / "w"
    spoil(path, how)
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match=words):
        read_all(path)
    with pytest.raises(WorkspaceError, match=words):
        Workspace.import_file(path, tmp_path / "new")
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["w"]


def test_a_forged_passage_is_not_imported(work, tmp_path):
    """A file from elsewhere whose passage is not in its text is refused: a quote is what the document says."""
    work.add_documents([FULL], at=AT)
    edit = AddEvent.read("Suit", passage=Passage.mark(FULL, 0, 16))
    work.record(edit, dataclasses.replace(TABLE, documents=listed(FULL)), at=AT, session="x", seen=0)
    work.export(tmp_path / "fine")
    with contextlib.closing(sqlite3.connect(work.path)) as connection, connection:
        connection.execute("update steps set value = replace(value, 'Acme sued', 'Acme paid')")
    Workspace.import_file(tmp_path / "fine", tmp_path / "new")
    with pytest.raises(WorkspaceError, match="not what the text says"):
        Workspace.import_file(work.path, tmp_path / "forged")


def listed(document):
    """A table of documents with one row."""
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    row = {**dict.fromkeys(DOCUMENTS, ""), "document_id": document.id, "published": None, "published_basis": "none"}
    return to_frame([{**row, "characters": len(document.text), "sha256": digest}], DOCUMENTS)


@pytest.mark.parametrize("damage", ["cut", "first page", "middle", "end"])
def test_a_damaged_file(tmp_path, damage):
    """A file that lost pages is refused, never half read, and left as it is."""
    path = tmp_path / "w"
    work = Workspace(path)
    work.add_documents([Document(text=f"{n} " * 3000) for n in range(20)], at=AT)
    for n in range(20):
        retitle(work, f"Title {n}", seen=n)
    spoiled = bytearray(path.read_bytes())
    if damage == "cut":
        del spoiled[len(spoiled) // 2 :]
    else:
        start, end = {"first page": (100, 3000), "middle": (4096, 20480), "end": (-4096, -1)}[damage]
        spoiled[start:end] = b"\xa5" * len(spoiled[start:end])
    path.write_bytes(spoiled)
    with pytest.raises(WorkspaceError, match=r"damaged|no workspace"):
        read_all(path)
    assert path.read_bytes() == spoiled


@pytest.mark.parametrize(
    ("path", "words"),
    [("", "is a folder"), ("missing/w", "no folder"), ("a file/w", "no folder")],
)
def test_a_path_that_cannot_be_a_workspace(tmp_path, path, words):
    """A folder, or a path in none, is refused with what to do."""
    (tmp_path / "a file").write_text("")
    with pytest.raises(WorkspaceError, match=words):
        Workspace(tmp_path / path)
    with pytest.raises(WorkspaceError, match=f"{words}|no such file"):
        Workspace.import_file(tmp_path / path, tmp_path / "new")


def test_import_of_nothing(tmp_path):
    """A missing or empty file cannot be imported."""
    (tmp_path / "empty").write_text("")
    for name in ("empty", "missing"):
        with pytest.raises(WorkspaceError, match="nothing in it"):
            Workspace.import_file(tmp_path / name, tmp_path / "new")


@pytest.fixture
def read_only():
    """A folder with a workspace that may be read and not written, and nobody who may do so all the same."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        retitle(Workspace(folder / "w"), "One")
        (folder / "w").chmod(0o444)
        folder.chmod(0o555)
        if os.geteuid():
            yield folder
        else:
            os.seteuid(65534)
            try:
                yield folder
            finally:
                os.seteuid(0)
        folder.chmod(0o755)


def test_a_read_only_folder(read_only):
    """Where nothing can be written, opening, making and exporting are refused in plain words and nothing changes."""
    before = (read_only / "w").read_bytes()
    for path in ("new", "w"):
        with pytest.raises(WorkspaceError, match="folder of your own"):
            retitle(Workspace(read_only / path), "Two")
    assert (read_only / "w").read_bytes() == before
    with tempfile.TemporaryDirectory() as folder:
        assert titles(Workspace.import_file(read_only / "w", Path(folder, "mine"))) == ["One"]
    assert [p.name for p in read_only.iterdir()] == ["w"]


def test_export_to_a_read_only_folder(work, read_only):
    """An export that cannot be written says so."""
    with contextlib.suppress(PermissionError), pytest.raises(WorkspaceError, match="nothing was written"):
        _copy_to(work, read_only / "out")


def _copy_to(work, path):
    """Export `work`, whose own folder only root may enter."""
    me = os.geteuid()
    if me == 65534:
        os.seteuid(0)
        work.path.parent.chmod(0o755)
        os.seteuid(65534)
    work.export(path)


def test_a_full_disk(work):
    """A step that finds no room is refused, what was written before stays, and with room again it goes on."""
    retitle(work, "One")
    with contextlib.closing(sqlite3.connect(work.path)) as connection:
        [pages] = connection.execute("pragma page_count").fetchone()

    def fill(connection, _record):
        connection.execute(f"pragma max_page_count = {pages}")

    sa.event.listen(work.store.engine, "connect", fill)
    for what in (lambda: work.add_documents([Document(text="x" * 100_000)], at=AT), lambda: retitle_often(work)):
        with pytest.raises(WorkspaceError, match="disk is full; nothing was changed"):
            what()
    kept = titles(work)
    assert kept[0] == "One"
    assert work.list_documents() == []
    sa.event.remove(work.store.engine, "connect", fill)
    retitle(work, "Room again")
    assert titles(work) == [*kept, "Room again"]


def retitle_often(work):
    """More titles than a page holds."""
    for n in range(60):
        retitle(work, f"{n} " * 60)


def test_a_locked_file(work, monkeypatch):
    """A file that another program keeps locked is refused in plain words after a while."""
    monkeypatch.setattr("timeline.store.sqlite_file._PATIENCE", 0.2)
    impatient = Workspace(work.path)
    with contextlib.closing(sqlite3.connect(work.path)) as connection:
        connection.execute("begin immediate")
        with pytest.raises(WorkspaceError, match="locked"):
            retitle(impatient, "One")
        assert impatient.list_steps() == []
    retitle(impatient, "One")


# Reads "path session count" a line, and for each forks a writer that says the number of every step once it is written.
WRITER = """
import datetime as dt, os, sys
import pandas as pd
from timeline.documents import Document
from timeline.store import SetTitle, Workspace
from timeline.table import from_frame
table = from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025-04"], "event_id": ["e1"]}))
at = dt.datetime(2025, 9, 1, tzinfo=dt.UTC)
def write(path, session, count):
    work = Workspace(path)
    for n in range(count):
        title = f"{session} {n}"
        if n % 5 == 0:
            work.add_documents([Document(text=title, title=title * 2000)], at=at)
            os.write(1, f"text {title}\\n".encode())
        work.record(SetTitle(event="e1", title=title), table, at=at, session=session, seen=0)
        os.write(1, f"step {title}\\n".encode())
print("ready", flush=True)
for line in sys.stdin:
    path, *writers = line.rstrip("\\n").split("\\t")
    pids = []
    for writer in writers:
        session, count = writer.split()
        pid = os.fork()
        if not pid:
            try:
                write(path, session, int(count))
            except BaseException as error:
                os.write(1, f"failed {error!r}\\n".encode())
            os._exit(0)
        pids.append(pid)
        os.write(1, f"pid {pid}\\n".encode())
    for pid in pids:
        os.waitpid(pid, 0)
    os.write(1, b"end\\n")
"""


@pytest.fixture(scope="module")
def writers():
    """A process that starts writers."""
    command = [sys.executable, "-c", WRITER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        yield process


def run_writers(process, path, *sessions, kill_after=None):
    """What the writers say they wrote; with `kill_after`, they are killed when they have said that many lines."""
    process.stdin.write("\t".join([str(path), *sessions]) + "\n")
    process.stdin.flush()
    said, pids = [], []
    for line in process.stdout:
        if line == "end\n":
            return said
        word, rest = line.rstrip("\n").split(" ", 1)
        (pids if word == "pid" else said).append(int(rest) if word == "pid" else (word, rest))
        if kill_after is not None and len(said) >= kill_after and len(pids) == len(sessions):
            for pid in pids:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
    raise AssertionError(f"the writers stopped after {said[-1:]}")


def check_whole(path, said, base=()):
    """Nothing that was said to be written is missing, and nothing is there that nobody wrote; the file is whole."""
    assert not [rest for word, rest in said if word == "failed"]
    work = Workspace(path)
    steps = titles(work)
    wrote = [*base, *(rest for word, rest in said if word == "step")]
    assert set(wrote) <= set(steps)
    assert len(steps) == len(set(steps))
    assert [step.number for step in work.list_steps()] == list(range(1, len(steps) + 1))
    assert {rest for word, rest in said if word == "text"} <= {document.text for document in work.list_documents()}
    if isinstance(path, Path):
        with contextlib.closing(sqlite3.connect(path)) as connection:
            assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    return steps


def test_killed_while_writing(place, writers):
    """A writer killed at any moment, the first opening included, loses no step it reported and leaves a whole file."""
    chance = random.Random(7)
    before = []
    for n in range(5):
        said = run_writers(writers, place, f"s{n} 200", kill_after=chance.choice([0, 1, 2, 3, 5, 9]))
        after = check_whole(place, said, before)
        assert len(after) - len(before) <= 1 + sum(word == "step" for word, _ in said)
        before = after


def test_two_writers_lose_nothing(place, writers):
    """Two programs that write to one workspace at once, and make it, lose no step of either."""
    said = run_writers(writers, place, "one 15", "two 15")
    steps = check_whole(place, said)
    assert len(steps) == 30
    assert [t for t in steps if t.startswith("one")] == [f"one {n}" for n in range(15)]


def test_both_edits_of_two_tabs_are_kept(kept, place):
    """Two tabs that set one title without seeing each other: both are kept, the later holds, both are shown."""
    retitle(kept, "One", session="x")
    retitle(kept, "Two", session="y")
    kept.record(SetReview(events=("e2",), review="hidden"), TABLE, at=AT, session="x", seen=1)
    done = replay(TABLE, Workspace(place).list_steps())
    assert done.timeline.events["title"].tolist() == ["Two", "Deal"]
    [conflict] = done.conflicts
    assert "'title: Two' holds, 'title: One' does not" in conflict.message
    assert kept.read_history()["what"].tolist() == ["hidden", "title: Two", "title: One"]


def test_a_workspace_moves_between_file_and_database(work, new_schema, tmp_path):
    """Copied into a database and back it is the same, and both go on with the next numbers."""
    work.add_documents([FULL, Document(text="\ud800")], at=AT)
    work.add_table("first", "{}")
    retitle(work, "One")
    retitle(work, "Two", seen=1)
    work.undo(at=AT, session="x")
    address = new_schema()
    work.export(address)
    there = Workspace(address)
    there.export(tmp_path / "back")
    again = Workspace(tmp_path / "back")
    for one in (there, again):
        assert one.list_steps() == work.list_steps()
        assert (one.list_documents(), one.list_tables()) == (work.list_documents(), work.list_tables())
        assert retitle(one, "Three", seen=3).number == 4
        one.add_documents([Document(text="More.")], at=AT)
        one.add_table("second", "{}")
        assert (len(one.list_new_documents()), one.list_new_tables()) == (1, {"first", "second"})
    with pytest.raises(WorkspaceError, match="it holds a workspace already"):
        work.export(address)


def test_a_database_is_told_from_what_is_none(new_schema):
    """What is wrong with an address, a server or what is there is said in plain words, never with the password."""
    address = new_schema()
    socket = address.partition("host=")[2].partition("&")[0]
    for wrong, said in (
        (f"postgresql://desk:secret@/none?host={socket}", r'no connection \(database "none" does not exist\)'),
        ("postgresql://desk:secret@127.0.0.1:1/none", "no connection .* check the address"),
        ("postgresql://desk:secret@127.0.0.1:port/none", "no address of a database"),
    ):
        with pytest.raises(WorkspaceError, match=said) as caught:
            Workspace(wrong)
        assert "secret" not in str(caught.value)
    there = Workspace(address)
    for statement, said in (
        ("UPDATE workspace SET value = '2' WHERE name = 'format'", "a newer version wrote it"),
        ("DROP TABLE steps", "a table of it is missing"),
    ):
        with there.store.engine.begin() as connection:
            connection.exec_driver_sql(statement)
        with pytest.raises(WorkspaceError, match=said):
            Workspace(address)
