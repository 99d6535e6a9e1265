"""Long runs over the workspace: killed writers, writers at once, many random histories, and what a step costs."""

import datetime as dt
import importlib.util
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from timeline.documents import Document
from timeline.store import Merge, SetDate, SetReview, SetTitle, Split, Workspace, replay
from timeline.table import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS, Timeline, to_frame

pytestmark = pytest.mark.bench

AT = dt.datetime(2025, 9, 1, tzinfo=dt.UTC)
TESTS = Path(__file__).parents[1]


def load(name):
    """The test module `name`, whose tools are used here for longer."""
    spec = importlib.util.spec_from_file_location(name, TESTS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tools():
    """The tools of the workspace's tests."""
    return load("test_store_workspace")


@pytest.fixture(scope="module")
def process(tools):
    """A process that starts writers."""
    command = [sys.executable, "-c", tools.WRITER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout.readline() == "ready\n"
        yield started


def test_killed_fifty_times(tmp_path, tools, process):
    """Fifty writers killed in the middle of writing lose no reported step and never leave an unreadable file."""
    chance = random.Random(11)
    path, before = tmp_path / "w", []
    for n in range(50):
        said = tools.run_writers(process, path, f"s{n} 500", kill_after=chance.randrange(0, 12))
        after = tools.check_whole(path, said, before)
        assert len(after) - len(before) <= 1 + sum(word == "step" for word, _ in said)
        before = after
    print(f"\n50 writers killed: {len(before)} steps written, none lost, file whole each time")


def test_two_writers_for_long(tmp_path, tools, process):
    """Two programs with 300 steps each on one workspace lose none."""
    started = time.perf_counter()
    said = tools.run_writers(process, tmp_path / "w", "one 300", "two 300")
    steps = tools.check_whole(tmp_path / "w", said)
    assert len(steps) == 600
    print(f"\ntwo writers at once: 600 of 600 steps kept, {(time.perf_counter() - started) / 600 * 1000:.0f} ms a step")


def test_many_histories():
    """Two hundred random histories of edits, undos, redos and readings leave the table equal to the model."""
    machine = load("test_store_machine").Editing
    run_state_machine_as_test(machine, settings=settings(max_examples=200, stateful_step_count=40, deadline=None))
    print("\n200 histories of up to 40 steps: table equal to the model after every step")


def many(events):
    """A timeline of `events` events with two mentions each in a hundred documents."""
    day = dt.date(2020, 1, 1)
    rows, told = [], []
    for n in range(events):
        on = day + dt.timedelta(days=n // 5)
        same = {
            "edtf": on.isoformat(),
            "date_basis": "explicit",
            "status": "happened",
            "actors": [f"Actor {n % 50}", "Acme"],
        }
        rows.append(
            {**same, "event_id": f"m{n}", "title": f"Event {n}", "start": on, "end": on, "precision": "day",
             "span": "point", "kind": "deal", "sources": 2, "mentions": 2, "importance": 0.5, "review": "new",
             "agent": "", "conflicts": [], "retellings": [], "tags": [], "comment": ""}
        )  # fmt: skip
        told += [
            {**dict.fromkeys(MENTIONS, ""), **same, "mention_id": f"m{n}{part}", "event_id": f"m{n}",
             "document_id": f"d{(n + shift) % 100}", "start_char": n, "end_char": n + 9, "quote": "x" * 120,
             "trigger_start": n, "trigger_end": n + 5, "date_start_char": None, "date_end_char": None}
            for shift, part in enumerate(("", "b"))
        ]  # fmt: skip
    documents = [
        {
            **dict.fromkeys(DOCUMENTS, ""),
            "document_id": f"d{n}",
            "published": day,
            "published_basis": "given",
            "characters": 9,
        }
        for n in range(100)
    ]
    actors = [{"name": f"Actor {n}", "kind": "body", "aliases": [], "events": events // 50} for n in range(50)]
    rows.sort(key=lambda row: (row["start"], row["event_id"]))
    return Timeline(
        events=to_frame(rows, EVENTS),
        mentions=to_frame(told, MENTIONS),
        documents=to_frame(documents, DOCUMENTS),
        actors=to_frame(actors, ACTORS),
        problems=to_frame([], PROBLEMS),
    )


def clock(what, times=5):
    """The median of some runs of `what`, in milliseconds."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        what()
        taken.append((time.perf_counter() - started) * 1000)
    return sorted(taken)[times // 2]


@pytest.mark.parametrize("events", [100, 1_000, 10_000])
def test_what_a_step_costs(tmp_path, events):
    """Recording, replaying and undoing two hundred edits, by the size of the timeline."""
    timeline = many(events)
    work = Workspace(tmp_path / "w")
    work.add_documents([Document(text=f"{n} " * 3000, id=f"d{n}") for n in range(100)], at=AT)
    kinds = (
        lambda n: SetTitle(event=f"m{n}", title=f"Title {n}"),
        lambda n: SetDate.read(f"m{n}", "2025-04"),
        lambda n: SetReview(events=(f"m{n}",), review="accepted"),
        lambda n: Merge(events=(f"m{n}", f"m{(n + 7) % events}")),
        lambda n: Split(events=(f"m{n}b",)),
    )
    for n in range(200):
        work.record(kinds[n % 5](n % events), timeline, at=AT, session="x", seen=n)
    number = len(work.list_steps())
    hide = SetReview(events=tuple(timeline.events["event_id"]), review="hidden")
    one = SetTitle(event="m0", title="Again")
    figures = {
        "record": clock(lambda: work.record(one, timeline, at=AT, session="x", seen=number)),
        "undo": clock(lambda: work.undo(at=AT, session="x")),
        "read steps": clock(work.steps),
        "read documents": clock(work.documents),
        "replay 200": clock(lambda: replay(timeline, work.list_steps())),
        "hide all": clock(lambda: work.record(hide, timeline, at=AT, session="x", seen=number), 1),
        "replay all hidden": clock(lambda: replay(timeline, work.list_steps())),
        "open": clock(lambda: Workspace(work.path)),
    }  # fmt: skip
    print(f"\n{events} events: " + ", ".join(f"{name} {ms:.0f} ms" for name, ms in figures.items()))
