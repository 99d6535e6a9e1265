"""How soon a slice of an archive's dataset of a million events is there."""

import datetime as dt
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from timeline.dataset import Slice, open_slice, write_dataset
from timeline.formats import export
from timeline.table import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS, Timeline, to_frame

pytestmark = pytest.mark.bench

EVENTS_WANTED = 1_000_000
NAMES = [
    f"{first} {last}" for first in ("Ada", "Bo", "Cem", "Dana") for last in ("Ferris", "Okafor", "Moreau", "Brandt")
]


def synthesise(number: int) -> Timeline:
    """A timeline of so many events on twenty years, each with one mention, sixteen to a document."""
    rnd = np.random.default_rng(1)
    days = np.datetime64("2004-01-01", "us") + np.sort(rnd.integers(0, 7300, number)).astype("timedelta64[D]")
    ids = [f"{n:016x}" for n in range(number)]
    written = pd.Series(days).dt.strftime("%Y-%m-%d").tolist()
    who = [[NAMES[a], NAMES[b]] for a, b in rnd.integers(0, len(NAMES), (number, 2)).tolist()]
    basis = rnd.choice(["explicit", "published"], number).tolist()
    document = [f"{n // 16:016x}" for n in range(number)]
    texts = {"precision": "day", "span": "point", "status": "happened", "kind": "deal", "review": "new"}
    events = {
        **dict.fromkeys(EVENTS, ""), **texts, "event_id": ids,
        "title": [f"Board signed deal {n}" for n in range(number)],
        "start": days, "end": days, "edtf": written, "date_basis": basis, "agent": [a for a, _ in who], "actors": who,
        "sources": 1, "mentions": 1, "importance": rnd.random(number),
        "conflicts": [[]] * number, "retellings": [[]] * number, "tags": [[]] * number,
    }  # fmt: skip
    mentions = {
        **dict.fromkeys(MENTIONS, ""), "mention_id": ids, "event_id": ids, "document_id": document, "start_char": 0,
        "end_char": 60, "quote": [f"The board signed the deal number {n} on {d}." for n, d in enumerate(written)],
        "trigger_start": 10, "trigger_end": 16, "date_start_char": pd.array([40] * number, "Int64"),
        "date_end_char": pd.array([50] * number, "Int64"), "edtf": written, "date_basis": basis, "status": "happened",
        "actors": who,
    }  # fmt: skip
    documents = {
        **dict.fromkeys(DOCUMENTS, ""), "document_id": document[::16], "published": days[::16],
        "published_basis": "given", "language": "en", "characters": 1_450,
    }  # fmt: skip
    actors = [{"name": name, "kind": "person", "aliases": [], "events": number // 8} for name in NAMES]
    return Timeline(
        events=pd.DataFrame(events), mentions=pd.DataFrame(mentions), documents=pd.DataFrame(documents),
        actors=to_frame(actors, ACTORS), problems=to_frame([], PROBLEMS), title="Archive",
    )  # fmt: skip


def test_a_million_events(tmp_path):
    """Seconds of the clock and of the processor to open, filter and export; peak memory of a process of its own."""
    folder = tmp_path / "archive.dataset"
    write_dataset(synthesise(EVENTS_WANTED), folder)
    done = subprocess.run([sys.executable, __file__, str(folder)], capture_output=True, text=True, check=True)
    print(f"\n{done.stdout}")


def _measure(folder: Path) -> None:
    month = Slice(first=dt.date(2014, 5, 1), last=dt.date(2014, 5, 31))
    for what, work in {
        "open the 5,000 that matter": lambda: open_slice(folder, Slice(most=5_000)),
        "filter to an actor": lambda: open_slice(folder, Slice(actors=(NAMES[3],), most=5_000)),
        "filter to a year": lambda: open_slice(
            folder, Slice(first=dt.date(2014, 1, 1), last=dt.date(2014, 12, 31), most=5_000)
        ),
        "export a month": lambda: export(open_slice(folder, month), folder / "month.csv", scope="all"),
    }.items():
        begun, worked = time.perf_counter(), time.process_time()
        work()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"dataset: {what}: {time.perf_counter() - begun:.1f} s, {time.process_time() - worked:.1f} s of the "
            f"processor, peak {memory:.0f} MB"
        )


if __name__ == "__main__":
    _measure(Path(sys.argv[1]))
