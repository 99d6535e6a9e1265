"""What the table of limits promises, measured: texts without end, and every hostile input by both ways in.

`tests/hostile/` holds a sample of each in `make test`; here they have their full size, and memory is counted.
"""

import dataclasses
import itertools
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile.inputs import ARTICLES, TABLES
from hostile.texts import TEXTS

from timeline.build import build_timeline
from timeline.documents import Document

pytestmark = pytest.mark.bench

ROOT = Path(__file__).parents[2]
SIZES = (100_000, 200_000, 400_000)  # characters
LONGEST = 10.0  # seconds of the processor, for the largest text and for any input
GROWTH = 2.3  # times the work for twice the text
ROUNDS = 3  # so often a text is read at most: other work on the machine makes single times a fifth longer
NOISE = 0.5  # seconds: what takes less grows with the mood of the machine
MOST = 1_000  # megabytes
GOOD = "Acme sued Globex on 3 May 2023. The court met on 4 June 2023."
TOLD = ("Acme sued Globex", "Court met")
APP = """
import pathlib, sys
from streamlit.testing.v1 import AppTest
from seen import rows

names, sys.argv = sys.argv[1:], ["app.py"]
app = AppTest.from_file("app.py", default_timeout=600).run()
app.button(key="open").click().run()
app.file_uploader(key="upload").set_value([(pathlib.Path(n).name, pathlib.Path(n).read_bytes(), "") for n in names])
app.run()
app.button(key="show_timeline").click().run()
app.segmented_control(key="show").set_value("all").run()
print(*(row["title"] for row in rows(app)), sep="\\n")
"""


def seconds_for(text: str) -> float:
    """Of the processor, to build the timeline that `text` tells."""
    start = time.process_time()
    build_timeline([Document(text=text)])
    return time.process_time() - start


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_text_without_end(name):
    """Twice the text takes at most 2.3 times the work, and 400 KB ten seconds."""
    build_timeline([Document(text=TEXTS[name](2_000))])
    times, growth = [float("inf")] * len(SIZES), [float("inf")]
    for _ in range(ROUNDS):
        times = [min(before, seconds_for(TEXTS[name](size))) for before, size in zip(times, SIZES, strict=True)]
        growth = [later / max(earlier, NOISE) for earlier, later in itertools.pairwise(times)]
        if max(growth) <= GROWTH:
            break
    print(f"\n{name}: {', '.join(f'{t:.2f}' for t in times)} s, growth {', '.join(f'{g:.2f}' for g in growth)}")
    assert times[-1] <= LONGEST
    assert max(growth) <= GROWTH


@dataclasses.dataclass(frozen=True, slots=True)
class Run:
    """What a program wrote, and what it took: seconds of the processor and megabytes."""

    code: int
    out: str
    error: str
    seconds: float
    memory: float


def run(folder: Path, *command: str) -> Run:
    """What `command` does in a process of its own, those it starts counted with it."""
    places = {"TIMELINE_HOME": str(folder / "home"), "TIMELINE_CACHE": str(folder / "cache")}
    with (folder / "out").open("w+") as out, (folder / "error").open("w+") as error:
        environment = os.environ | places | {"PYTHONPATH": str(ROOT / "tests")}
        process = subprocess.Popen(command, stdout=out, stderr=error, cwd=ROOT, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), error.seek(0)
        return Run(process.returncode, out.read(), error.read(), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


PROGRAM = (sys.executable, "-c", "from timeline.cli import main; main()")
BUILD = (*PROGRAM, "build", "--out", "-", "--all", "--no-cache")


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> dict[str, Run]:
    """What each way in takes with the good file alone: its start is not the hostile file's doing."""
    folder = tmp_path_factory.mktemp("empty")
    good = beside(folder, "good.txt", GOOD.encode())
    return {"app": run(folder, sys.executable, "-c", APP, good), "build": run(folder, *BUILD, good)}


def beside(folder: Path, name: str, data: bytes) -> str:
    """The path of a new file in a folder below `folder`."""
    place = folder / "files" / name
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(data)
    return str(place)


def write_apart(folder: Path, name: str, make: Callable[[], bytes]) -> str:
    """The path of a new file that another process makes: what this one has ever taken would count for its children."""
    writer = multiprocessing.get_context("fork").Process(target=lambda: beside(folder, name, make()))
    writer.start()
    writer.join()
    assert writer.exitcode == 0
    return str(folder / "files" / name)


INPUTS = {**{f"article: {n}": made for n, made in ARTICLES.items()}, **{f"table: {n}": m for n, m in TABLES.items()}}


@pytest.mark.parametrize("name", sorted(INPUTS))
def test_an_input_costs_no_other(name, empty, tmp_path):
    """Given with a good file to the app and to the command line, it takes ten seconds and a gigabyte at most."""
    suffix, make = INPUTS[name]
    good = beside(tmp_path, "good.txt", GOOD.encode())
    hostile = write_apart(tmp_path, f"hostile{suffix}", make)
    runs = {
        "app": run(tmp_path, sys.executable, "-c", APP, hostile, good),
        "build": run(tmp_path, *BUILD, hostile, good),
    }
    for way, done in runs.items():
        assert done.code == 0, f"{way}: {done.error[-2000:]}"
        assert all(title in done.out for title in TOLD), way
    if name.startswith("table"):
        runs["export"] = run(tmp_path, *PROGRAM, "export", hostile, "--out", "-")
        assert runs["export"].code in {0, 1}
        assert "Traceback" not in runs["export"].error
    for way, done in runs.items():
        took = done.seconds - (empty[way].seconds if way in empty else 0)
        print(f"\n{name}, {way}: {took:.1f} s, {done.memory:.0f} MB", end="")
        assert took <= LONGEST
        assert done.memory <= MOST
