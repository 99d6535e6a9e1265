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
from collections.abc import Sequence
from pathlib import Path

import pytest

from timeline import build
from timeline.build import build_timeline
from timeline.documents import Document
from timeline.sentences import find_sentences

pytestmark = pytest.mark.bench

SIZES = tuple(map(int, os.environ.get("PHASES", "1000,2000,5000").split(",")))
PHASES = ("complete_all", "find_copies", "infer_published", "_read_all", "fold_actors", "merge_mentions", "to_timeline")
STEEPEST = 1.15  # of `docs/scale.md`: twice the articles, 2.2 times the work
NOISE = 0.5  # seconds: what takes less grows with the mood of the machine
NAMES = ("Ferr", "Okaf", "Lind", "Mor", "Tanak", "Hald", "Brandt", "Castell", "Varg", "Ostr", "Pell", "Quint")
ENDS = ("is", "or", "quist", "eau", "a", "en", "ner", "an", "o", "ova", "ley", "ic", "mann", "ez", "ski", "well")
EXCHANGED = 0.3
SHORTEST, LONGEST = 40, 400  # characters of a sentence


@pytest.fixture(scope="module")
def briefing(shared) -> list[Document]:
    """1,000 articles of sentences of the corpora, with other names and publication dates."""
    return write_articles(shared, 1_000)


def write_articles(shared: Path, count: int) -> list[Document]:
    """So many articles, none a copy of another; a thousand are of one year."""
    names = ("events_wikinews.jsonl", "timelines_apple_documents.jsonl")
    lines = [line for name in names for line in (shared / "corpora" / name).read_text(encoding="utf-8").splitlines()]
    texts = [json.loads(line)["text"] for line in lines]
    told = [text[s.start : s.end] for text in texts for s in find_sentences(text)]
    told = [sentence for sentence in told if SHORTEST < len(sentence) < LONGEST]
    chance = random.Random(count)
    return [write_article(told, chance, count) for _ in range(count)]


def write_article(told: Sequence[str], chance: random.Random, count: int) -> Document:
    """Ten sentences in no order, a third of their names exchanged for those of one of many affairs."""
    affair = [f"{chance.choice(NAMES)}{chance.choice(ENDS)}" for _ in range(4)]
    sentences = [
        " ".join(
            chance.choice(affair)
            if n and word[:1].isupper() and word.isalpha() and chance.random() < EXCHANGED
            else word
            for n, word in enumerate(chance.choice(told).split())
        )
        for _ in range(10)
    ]
    day = dt.date(1990, 1, 1) + dt.timedelta(chance.randrange(max(365, 365 * count // 1_000)))
    return Document(text="\n\n".join(sentences), published=day)


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


def test_a_cluster_against_one_process(shared):
    """How much sooner two workers are done than one process, with the same tables."""
    from timeline.cluster import connect

    documents = write_articles(shared, 2_000)
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
    build_timeline(write_articles(shared, 5))
    taken = {size: measure_phases(write_articles(shared, size), monkeypatch) for size in SIZES}
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
