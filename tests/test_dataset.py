"""A dataset: an archive's timeline in a folder, of which a stretch is opened as if all had been."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from timeline import app_command, build, cache
from timeline.cli import main
from timeline.dataset import Slice, hold_dataset, open_slice, read_manifest, write, write_dataset
from timeline.errors import FormatError, TableError
from timeline.formats import read_table
from timeline.table import MAIN, filter_events, find_leading_events, from_frame

EVENTS = pd.DataFrame(
    [
        {"title": "Permit granted", "start": "2023-11-05", "actors": ["Norvik"]},
        {"title": "Works lasted", "start": "2023-12-20", "end": "2024-03-02", "actors": ["Norvik", "Halden"]},
        {"title": "Pier sold", "start": "2024-01-31", "actors": ["Halden"]},
        {"title": "Pier opened", "start": "2024-02", "actors": []},
        {"title": "Plan drawn", "edtf": "../2024-01-15", "actors": ["Norvik"]},
        {"title": "Ferry tested", "edtf": "2024-04-01/..", "actors": ["Halden"]},
        {"title": "Nobody knows when", "actors": ["Halden"]},
    ]
)
WHOLE = from_frame(EVENTS)

SLICES = {
    "all of it": Slice(),
    "what lasts reaches into a later month": Slice(first=dt.date(2024, 3, 1), last=dt.date(2024, 3, 31)),
    "what has no first day was before": Slice(last=dt.date(2020, 1, 1)),
    "what has no last day comes after": Slice(first=dt.date(2030, 1, 1)),
    "of one actor": Slice(actors=("Norvik",)),
    "of either actor within days": Slice(first=dt.date(2024, 1, 1), actors=("Norvik", "Halden")),
    "of an actor who is not there": Slice(actors=("Globex",)),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The dataset of `WHOLE`."""
    place = tmp_path_factory.mktemp("archive") / "pier.dataset"
    write_dataset(WHOLE, place)
    return place


@pytest.mark.parametrize("asked", SLICES.values(), ids=SLICES)
def test_a_slice_is_what_the_filters_leave_of_the_whole(folder, asked):
    """Whatever files it lies in, the same rows in the same order; importance is the rank within the slice."""
    kept = filter_events(WHOLE.events, start=asked.first, end=asked.last, actors=asked.actors)
    found = open_slice(folder, asked)

    pd.testing.assert_frame_equal(WHOLE.only(kept["event_id"]).mentions, found.mentions)
    pd.testing.assert_frame_equal(kept.drop(columns="importance"), found.events.drop(columns="importance"))
    if len(kept):
        assert 1.0 == found.events["importance"].max()
        assert MAIN <= found.events["importance"].min()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_groups_of_any_size_give_the_same(tmp_path, monkeypatch, size):
    """A month of many groups: whichever of them hold what is asked for, its rows come with their own mentions."""
    monkeypatch.setattr(write, "ROWS_OF_GROUP", size)
    monkeypatch.setattr(sys.modules["timeline.dataset.open_slice"], "ROWS_OF_GROUP", size)
    shares = [round(n * 0.618 % 1, 3) for n in range(40)]
    rows = [
        {"title": f"Pier {n} opened", "start": f"2024-0{1 + n // 20}-{1 + n % 20:02d}", "importance": shares[n],
         "actors": ["Halden"] if n % 3 else ["Norvik"], "quote": f"Pier {n} was opened."}
        for n in range(40)
    ]  # fmt: skip
    whole = from_frame(pd.DataFrame(rows))
    write_dataset(whole, tmp_path)
    files = [pq.ParquetFile(tmp_path / table / "month=2024-02/part.parquet") for table in ("events", "mentions")]
    assert 1 == len({file.num_row_groups for file in files})
    for most in (1, 5, 17, 40):
        for asked in (
            Slice(most=most),
            Slice(most=most, actors=("Norvik",)),
            Slice(most=most, first=dt.date(2024, 2, 9)),
        ):
            kept = filter_events(whole.events, start=asked.first, actors=asked.actors)
            kept = whole.only(find_leading_events(kept, most)["event_id"])
            found = open_slice(tmp_path, asked)
            assert kept.events["title"].tolist() == found.events["title"].tolist()
            pd.testing.assert_frame_equal(kept.mentions, found.mentions)


def test_only_months_that_can_hold_it_are_opened(tmp_path):
    """Files of other months may be broken: nobody looks at them."""
    write_dataset(WHOLE, tmp_path)
    for file in tmp_path.glob("*/month=2024-0[24]/part.parquet"):
        file.write_bytes(b"no Parquet")
    assert ["Permit granted", "Plan drawn"] == open_slice(tmp_path, Slice(last=dt.date(2023, 12, 1))).events[
        "title"
    ].tolist()
    with pytest.raises(TableError, match=r"does not hold .* build the dataset anew"):
        open_slice(tmp_path, Slice())


def test_more_than_is_opened_is_refused_with_a_way_out(folder):
    """The most important of it can be asked for, and what is narrower."""
    with pytest.raises(TableError, match=r"7 events pass, and at most 3 .* --from, --to, --actor or --top"):
        open_slice(folder, Slice(), bound=3)
    assert 3 == len(open_slice(folder, Slice(most=3), bound=3).events)


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "building broke off"), ("{", "does not hold"), ('{"format": 99}', "another version")],
)
def test_what_is_no_whole_dataset_is_refused(tmp_path, content, message):
    """A manifest is written last: without one, nothing of the folder is believed."""
    if content:
        (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(TableError, match=message):
        open_slice(tmp_path, Slice())


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """Runs the command on documents in a folder, with parts of two results, and lists whose events it looked for."""
    monkeypatch.setattr(cache, "PART", 2)
    monkeypatch.chdir(tmp_path)
    read = []
    search = build._search
    monkeypatch.setattr(build, "_search", lambda d, *rest: (read.append(Path(d.path).stem), search(d, *rest))[1])

    def add(*names):
        Path("docs").mkdir(exist_ok=True)
        for number, name in enumerate(names):
            text = f"---\ndate: 2024-03-0{number + 1}\n---\n{name} sued Globex on 1 March 2024 over the {name} pier."
            Path("docs", f"{name}.txt").write_text(text)

    def run(*arguments):
        read.clear()
        done = CliRunner().invoke(main, ["build", *arguments, "-o", "pier.dataset"])
        return done.exit_code, list(read)

    return add, run


NAMES = ("Acme", "Hooli", "Initech", "Norvik", "Umbrella")


def test_what_broke_off_goes_on_and_grows_without_reading_twice(archive, monkeypatch):
    """Only what was in hand is read again; later documents are added without a look at the others."""
    add, run = archive
    add(*NAMES)
    whole = build._search

    def die(document, *rest):
        if "Norvik" in document.text:  # the last but one, and the second that is looked at
            raise SystemExit(9)
        return whole(document, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(build, "_search", die)
        code, before = run("docs")
        assert (9, 1) == (code, len(before))
        with pytest.raises(TableError, match="broke off"):
            read_manifest(Path("pier.dataset"))
    code, after = run("--resume")
    assert (0, sorted(NAMES)) == (code, sorted(before + after))
    add("Wayne")
    assert (0, ["Wayne"]) == run("--resume")
    CliRunner().invoke(main, ["build", "docs", "--no-cache", "--all", "-o", "whole.json"])
    found, expected = open_slice(Path("pier.dataset"), Slice()), read_table("whole.json")
    assert expected.events["title"].tolist() == found.events["title"].tolist()
    assert expected.mentions["quote"].tolist() == found.mentions["quote"].tolist()


def test_a_slice_is_exported_and_opened(folder, tmp_path, monkeypatch):
    """Days and actors are options; the page opens a file in the dataset, and keeps corrections by its path."""
    opened = []
    monkeypatch.setattr(app_command, "serve_app", lambda paths, *_: opened.extend(paths) or 0)
    asked = ["--from", "2024-01-01", "--to", "2024-01-31", "--actor", "Halden"]
    exported = CliRunner().invoke(main, ["export", str(folder), *asked, "--all", "-o", str(tmp_path / "a.json")])
    assert 0 == exported.exit_code, exported.output
    titles = [row["title"] for row in json.loads((tmp_path / "a.json").read_text())["events"]]
    assert ["Works lasted", "Pier sold"] == titles
    for _ in range(2):
        assert 0 == CliRunner().invoke(main, ["app", str(folder), *asked]).exit_code
    assert opened[0] == opened[1]
    assert titles == read_table(opened[0]).events["title"].tolist()
    assert 2 == CliRunner().invoke(main, ["app", *asked, str(tmp_path)]).exit_code


HOLDING = """
import sys, time
from pathlib import Path
from timeline.dataset import hold_dataset
with hold_dataset(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_two_builds_of_one_dataset_are_refused(tmp_path, articles):
    """The second is told who is at it, and changes nothing; whoever is killed holds nothing any more."""
    folder = tmp_path / "a.dataset"
    with subprocess.Popen([sys.executable, "-c", HOLDING, folder], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "held\n"
        before = sorted(path.name for path in folder.iterdir())
        done = CliRunner().invoke(main, ["build", str(articles), "-o", str(folder)])
        assert (done.exit_code, f"is being built by process {other.pid} on" in done.stderr) == (1, True)
        assert sorted(path.name for path in folder.iterdir()) == before
        other.kill()
    done = CliRunner().invoke(main, ["build", str(articles), "-o", str(folder)])
    assert (done.exit_code, "written to" in done.stderr) == (0, True)
    with hold_dataset(folder):  # the command has let go
        pass


def test_a_dataset_that_cannot_be_held_says_why(tmp_path):
    """A file is no folder to build in."""
    (tmp_path / "a.dataset").write_text("not a folder")
    with pytest.raises(FormatError, match="choose another place"), hold_dataset(tmp_path / "a.dataset"):
        pass
