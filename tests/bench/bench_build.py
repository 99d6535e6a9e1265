"""How fast a briefing of 1,000 articles is read, and in how much memory."""

import datetime as dt
import json
import random
import resource
import time

import pytest

from timeline.build import build_timeline
from timeline.documents import Document

pytestmark = pytest.mark.bench

NAMES = ["Ferris", "Okafor", "Lindqvist", "Moreau", "Tanaka", "Halden", "Brandt", "Castellan"]


@pytest.fixture(scope="module")
def briefing(shared) -> list[Document]:
    """1,000 articles: those of the corpora repeated, with other names, numbers and publication dates."""
    lines = [
        json.loads(line)
        for name in ("events_wikinews.jsonl", "timelines_apple_documents.jsonl")
        for line in (shared / "corpora" / name).read_text(encoding="utf-8").splitlines()
    ]
    rnd = random.Random(1)
    return [varied(lines[i % len(lines)]["text"], rnd) for i in range(1000)]


def varied(text: str, rnd: random.Random) -> Document:
    """`text` with other names and another date, so that no two are the same."""
    words = text.split(" ")
    for place in rnd.sample(range(len(words)), k=min(12, len(words))):
        if words[place][:1].isupper() and words[place].isalpha():
            words[place] = rnd.choice(NAMES)
    return Document(text=" ".join(words), published=dt.date(2024, 1, 1) + dt.timedelta(rnd.randrange(365)))


def test_a_thousand_articles(briefing):
    """Documents a second on one core and peak memory of a briefing of 1,000 articles."""
    build_timeline(briefing[:5])
    start = time.perf_counter()
    tl = build_timeline(briefing)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    characters = sum(len(d.text) for d in briefing)
    print(
        f"\nbuild: 1,000 articles, {characters / 1e6:.1f} M characters, {len(tl.mentions)} mentions, "
        f"{len(tl.events)} events: {1000 / seconds:.0f} documents/s, peak {memory:.0f} MB"
    )
    assert len(tl.events)


def test_a_cluster_against_one_process(briefing):
    """How much sooner two workers are done than one process, with the same tables."""
    from timeline.cluster import connect

    rnd = random.Random(2)
    documents = [*briefing, *(varied(document.text, rnd) for document in briefing)]
    begun = time.perf_counter()
    alone = build_timeline(documents)
    between = time.perf_counter()
    with connect("dask") as cluster:
        started = time.perf_counter()
        spread = build_timeline(documents, executor=cluster)
        done = time.perf_counter()
    assert alone.events.equals(spread.events)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"\ncluster: {len(documents):,} articles in {between - begun:.0f} s by one process, in {done - started:.0f} s "
        f"by {cluster.workers} workers ({(between - begun) / (done - started):.2f} times as fast), which start in "
        f"{started - between:.0f} s; peak of the client {memory:.0f} MB"
    )
