"""Make `timeline/merge/weights.json` anew: `make weights`; with `--folds` say how good it is on topics kept aside.

From the pairs of mentions of ECB+ (`../shared/corpora/merge_ecb.jsonl`, measuring and fitting only) and the cases of
`tests/cases/merge.json`. Each topic of ECB+ is two affairs that resemble each other, years apart; it is taken a second
time with both on the same days, so that days alone do not tell them apart.
"""

import argparse
import collections
import dataclasses
import datetime as dt
import itertools
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from unittest import mock

import logistic
import numpy as np
from reading import ROOT, SHARED, read_mentions, stamp

from timeline.events import EventMention
from timeline.merge import likelihood, merge_mentions
from timeline.merge.compared import ComparedMention
from timeline.merge.features import FEATURES, Comparison
from timeline.merge.likelihood import WEIGHTS
from timeline.merge.stories import find_stories
from timeline.merge.vetoes import find_veto

CORPUS = SHARED / "corpora" / "merge_ecb.jsonl"
CASES = ROOT / "tests" / "cases" / "merge.json"
OWN = 30.0  # what a pair of our own cases counts
FOLDS = 5

Topic = tuple[list[EventMention], dict[str, dt.date | None], dict[str, str]]  # with the instance by mention id


def main() -> None:
    """Fit, write the file; with `--folds` print precision, recall and F1 of topics kept aside instead."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", action="store_true")
    folds = parser.parse_args().folds
    topics = read_topics()
    sets = {name: [pairs_of(topic), pairs_of(_same_days(topic))] for name, topic in topics.items()}
    own = [pairs_of(case) for case in read_cases()]
    if folds:
        _print_folds(topics, sets, own)
    else:
        beta = _fitted([rows for both in sets.values() for rows in both], own)
        weights = {name: round(float(w), 4) for name, w in zip(FEATURES, beta[1:], strict=True)}
        text = json.dumps(stamp(CORPUS, CASES) | {"bias": round(float(beta[0]), 4), "weights": weights}, indent=1)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")


def read_topics() -> dict[str, Topic]:
    """Each topic's mentions, days of publication, and the instance that each gold mention tells."""
    by_topic: dict[str, list[dict[str, Any]]] = collections.defaultdict(list)
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_topic[row["topic"]].append(row)
    topics = {}
    for name, rows in by_topic.items():
        mentions, published = read_mentions(rows)
        topics[name] = (mentions, published, dict(_instances(mentions, rows)))
    return topics


def _instances(mentions: Sequence[EventMention], rows: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, str]]:
    told = collections.defaultdict(list)
    for m in sorted(mentions, key=lambda m: m.trigger_start):
        told[m.document_id].append(m)
    for row in rows:
        for gold in row["mentions"]:
            on_it = (m for m in told[row["id"]] if m.trigger_start < gold["end"] and gold["start"] < m.trigger_end)
            if hit := next(on_it, None):
                yield hit.id, gold["instance"]


def read_cases() -> list[Topic]:
    """The cases of the tests; what stays apart has an instance of its own."""
    sys.path.insert(0, str(ROOT / "tests"))
    from test_merge import read  # noqa: PLC0415 - a test module is no package

    cases = []
    for case in json.loads(CASES.read_text(encoding="utf-8")):
        mentions = [read(row) for row in case["mentions"]]
        group = {document: str(n) for n, documents in enumerate(case["together"]) for document in documents}
        cases.append((mentions, {}, {m.id: group[m.document_id] for m in mentions}))
    return cases


def _same_days(topic: Topic) -> Topic:
    """`topic` with the documents of its later affair moved to the days of the earlier one."""
    mentions, published, instances = topic
    days = [day for day in published.values() if day]
    first, last = min(days), max(days)
    moved = {
        name: last - first if day and day - first > dt.timedelta(365) else dt.timedelta()
        for name, day in published.items()
    }
    return (
        [_moved(m, moved[m.document_id]) for m in mentions],
        {name: day and day - moved[name] for name, day in published.items()},
        instances,
    )


def _moved(mention: EventMention, by: dt.timedelta) -> EventMention:
    date = mention.date
    if not by or any(d and d.year < 1900 for d in (date.first, date.last)):
        return mention
    date = dataclasses.replace(date, first=date.first and date.first - by, last=date.last and date.last - by)
    return dataclasses.replace(mention, date=date)


def pairs_of(topic: Topic) -> tuple[np.ndarray, np.ndarray]:
    """The features and labels of all pairs of gold mentions that no veto keeps apart."""
    mentions, published, instances = topic
    stories = find_stories(mentions, published)
    compared = [
        ComparedMention.from_mention(m, published.get(m.document_id), stories.number[m.document_id]) for m in mentions
    ]
    compare = Comparison(compared, stories)
    gold = [n for n, m in enumerate(mentions) if m.id in instances]
    pairs = [(i, j) for i, j in itertools.combinations(gold, 2) if not find_veto(compared[i], compared[j])]
    same = [instances[mentions[i].id] == instances[mentions[j].id] for i, j in pairs]
    return np.array([compare(i, j) for i, j in pairs]).reshape(-1, len(FEATURES)), np.array(same, float)


def _fitted(sets: Sequence[tuple[np.ndarray, np.ndarray]], own: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    both = [*sets, *own]
    counts = np.concatenate([np.full(len(y), OWN if n >= len(sets) else 1.0) for n, (_, y) in enumerate(both)])
    return logistic.fit(np.concatenate([x for x, _ in both]), np.concatenate([y for _, y in both]), counts)


def _print_folds(topics: Mapping[str, Topic], sets: Mapping[str, Any], own: Sequence[Any]) -> None:
    """Precision, recall and F1 of pairs, each topic joined with weights from the others."""
    both = ours = theirs = 0
    names = sorted(topics, key=int)
    for fold in range(FOLDS):
        aside = names[fold::FOLDS]
        beta = _fitted([rows for name in names if name not in aside for rows in sets[name]], own)
        for name in aside:
            mentions, published, instances = topics[name]
            with mock.patch.object(likelihood, "load_merge_weights", return_value=beta.tolist()):
                events = merge_mentions(mentions, published)
            event = {m.id: e.id for e in events for m in e.mentions}
            labels = [(instances[i], event[i]) for i in instances]
            both += _pairs(labels)
            ours += _pairs([mine for _, mine in labels])
            theirs += _pairs([gold for gold, _ in labels])
    p, r = both / ours, both / theirs
    print(f"{len(names)} topics in {FOLDS} folds: P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}")


def _pairs(labels: Iterable[Any]) -> int:
    return sum(n * (n - 1) // 2 for n in collections.Counter(labels).values())


if __name__ == "__main__":
    main()
