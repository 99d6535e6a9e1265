"""What many articles do to joining and choosing: one event stays one, every process gives the same, in bounded time."""

import dataclasses
import datetime as dt
import json
import os
import pickle
import random
import resource
import subprocess
import sys
import time
from unittest import mock

import pytest
from told import AFFAIRS, count_tellings, tell_often

from timeline import build
from timeline.build import build_timeline
from timeline.documents import Document
from timeline.events import EventMention
from timeline.merge import merge_mentions

pytestmark = pytest.mark.bench

NAMES = ["Ferris", "Okafor", "Lindqvist", "Moreau", "Tanaka", "Halden", "Brandt", "Castellan"]
AFFAIR_FILES = ("affair_finan.json", "affair_h1n1.json", "affair_iraq.json")
BUILD = """
import hashlib, pickle, random, sys
from timeline.build import build_timeline
if __name__ == "__main__":
    documents = pickle.load(open(sys.argv[1], "rb"))
    random.Random(int(sys.argv[3])).shuffle(documents)
    tl = build_timeline(documents, jobs=int(sys.argv[2]))
    tables = [getattr(tl, name) for name in ("events", "mentions", "actors", "problems")]
    tables.append(tl.documents.sort_values("document_id", ignore_index=True))
    print(hashlib.sha256("".join(t.to_json(date_format="iso") for t in tables).encode()).hexdigest())
"""


@pytest.mark.parametrize("affair", AFFAIRS)
def test_one_event_told_often(affair):
    """An event told in 10 to 800 articles is one event or two."""
    found = {}
    for times in (10, 55, 100, 200, 400, 800):
        documents = tell_often(affair, times)
        found[times] = count_tellings(build_timeline(documents), documents, affair)
    print(f"\n{affair}: " + ", ".join(f"told {times} times {number} events" for times, number in found.items()))

    assert max(found.values()) <= 2


@pytest.fixture(scope="module")
def affairs(shared) -> list[Document]:
    """The articles of three affairs, repeated with other names to 3,000."""
    rows = [row for name in AFFAIR_FILES for row in json.loads((shared / "corpora" / name).read_text())["documents"]]
    rnd = random.Random(1)
    return [varied(rows[n % len(rows)], n, rnd) for n in range(3000)]


def varied(row: dict, number: int, rnd: random.Random) -> Document:
    """An article with some of its names changed, so that no two are the same."""
    words = row["text"].split(" ")
    for place in rnd.sample(range(len(words)), k=min(12, len(words))):
        if words[place][:1].isupper() and words[place].isalpha():
            words[place] = rnd.choice(NAMES)
    return Document(text=" ".join(words), id=f"d{number:04}", published=dt.date.fromisoformat(row["published"]))


def test_every_process_gives_the_same(affairs, tmp_path):
    """3,000 documents in any order, with three seeds for the order of sets, in one process or two: the same bytes."""
    path = tmp_path / "documents.pickle"
    path.write_bytes(pickle.dumps(affairs))
    script = tmp_path / "build.py"
    script.write_text(BUILD)
    found = {}
    for seed, jobs in (("1", "1"), ("2", "2"), ("3", "2")):
        start = time.perf_counter()
        command = [sys.executable, str(script), str(path), jobs, seed]
        env = os.environ | {"PYTHONHASHSEED": seed}
        found[seed, jobs] = subprocess.run(command, env=env, capture_output=True, check=True, text=True).stdout.strip()
        print(f"\nseed {seed}, {jobs} jobs: {found[seed, jobs][:12]} in {time.perf_counter() - start:.0f} s")

    assert len(set(found.values())) == 1


def test_joining_grows_evenly(affairs):
    """100,000 mentions are joined in a minute and 2 GB, and twice as many take little more than twice the time."""
    with mock.patch.object(build, "merge_mentions", return_value=[]) as merge:
        build_timeline(affairs[:941])
    mentions, published = merge.call_args.args
    spent = {}
    for times in (1, 2, 4):
        told, days = repeated(mentions, published, times)
        start = time.perf_counter()
        events = merge_mentions(told, days)
        spent[len(told)] = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"\n{len(told)} mentions: {len(events)} events in {spent[len(told)]:.0f} s, peak {memory:.0f} MB")
    per_mention = [seconds / number for number, seconds in spent.items()]

    assert per_mention[-1] * 100_000 <= 60
    assert memory <= 2048
    assert per_mention[-1] <= 1.5 * per_mention[0]


def repeated(mentions, published, times: int):
    """`mentions` so many times over, each time in documents and under names of their own, a year later."""
    told: list[EventMention] = []
    days: dict[str, dt.date | None] = {}
    for n in range(times):
        by = dt.timedelta(400 * n)
        days |= {f"{name}-{n}": day and day + by for name, day in published.items()}
        told += [renamed(m, n, by) for m in mentions]
    return told, days


def renamed(mention, n: int, by: dt.timedelta):
    """`mention` in repetition number `n`."""
    name = {actor: f"{actor} {n}" for actor in (*mention.actors, *mention.company, mention.agent) if actor}
    date = mention.date
    early = [day for day in (date.first, date.last) if day and day.year > 9900]
    if not early:
        date = dataclasses.replace(date, first=date.first and date.first + by, last=date.last and date.last + by)
    return dataclasses.replace(
        mention,
        id=f"{mention.id}-{n}",
        document_id=f"{mention.document_id}-{n}",
        part_of=mention.part_of and f"{mention.part_of}-{n}",
        agent=name.get(mention.agent, ""),
        actors=tuple(name[a] for a in mention.actors),
        company=frozenset(name[a] for a in mention.company),
        date=date,
    )
