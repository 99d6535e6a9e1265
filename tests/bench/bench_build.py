"""How fast a briefing of 1,000 articles is read, in how much memory, and how each phase grows with the articles.

`PHASES=1000,5000,20000` says the sizes of the last; 20,000 articles take ten minutes and 3 GB.
"""

import datetime as dt
import itertools
import json
import math
import os
import random
import resource
import time
from collections import defaultdict
from pathlib import Path

import pytest

from timeline import build
from timeline.build import build_timeline
from timeline.documents import Document

pytestmark = pytest.mark.bench

SIZES = tuple(map(int, os.environ.get("PHASES", "1000,2000,5000").split(",")))
PHASES = ("complete_all", "find_copies", "infer_published", "_read_all", "fold_actors", "merge_mentions", "to_timeline")
STEEPEST = 1.15  # of `docs/scale.md`: twice the articles, 2.2 times the work
NOISE = 0.5  # seconds: what takes less grows with the mood of the machine
NAMES = ["Ferris", "Okafor", "Lindqvist", "Moreau", "Tanaka", "Halden", "Brandt", "Castellan"]


@pytest.fixture(scope="module")
def briefing(shared) -> list[Document]:
    """1,000 articles: those of the corpora repeated, with other names, numbers and publication dates."""
    texts, rnd = list_texts(shared), random.Random(1)
    return [varied(texts[n % len(texts)], rnd) for n in range(1000)]


def list_texts(shared: Path) -> list[str]:
    """The texts of the corpora that are repeated."""
    return [
        json.loads(line)["text"]
        for name in ("events_wikinews.jsonl", "timelines_apple_documents.jsonl")
        for line in (shared / "corpora" / name).read_text(encoding="utf-8").splitlines()
    ]


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


def measure_phases(documents: list[Document], monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Seconds of the processor that each phase takes; what a phase calls of another one counts for both."""
    spent: defaultdict[str, float] = defaultdict(float)

    def timed(name):
        work = getattr(build, name)

        def run(*args, **options):
            start = time.process_time()
            try:
                return work(*args, **options)
            finally:
                spent[name] += time.process_time() - start

        return run

    with monkeypatch.context() as patch:
        for name in PHASES:
            patch.setattr(build, name, timed(name))
        start = time.process_time()
        built = build_timeline(documents)
        spent["all"] = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = f"{len(built.mentions):,} mentions, {len(built.events):,} events"
    print(f"\n{len(documents):,} articles: {told}, peak {memory:,.0f} MB")
    return spent


def test_each_phase_grows_with_the_articles(shared, monkeypatch):
    """From size to size no phase grows with more than the power 1.15 of the articles."""
    texts, rnd = list_texts(shared), random.Random(3)
    documents = [varied(texts[n % len(texts)], rnd) for n in range(max(SIZES))]
    build_timeline(documents[:5])
    taken = {size: measure_phases(documents[:size], monkeypatch) for size in SIZES}
    steep = {}
    for phase in (*PHASES, "all"):
        times = [taken[size][phase] for size in SIZES]
        powers = [
            math.log(max(later, NOISE) / max(earlier, NOISE)) / math.log(more / size)
            for (size, earlier), (more, later) in itertools.pairwise(zip(SIZES, times, strict=True))
        ]
        steep[phase] = max(powers)
        print(f"{phase:16} {' '.join(f'{t:8.2f}' for t in times)} s   exponents {' '.join(f'{p:.2f}' for p in powers)}")
    assert max(steep.values()) <= STEEPEST
