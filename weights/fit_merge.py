"""Make `timeline/merge/weights.json` anew: `make weights`; with `--folds` say how good it is on topics kept aside.

From the pairs of mentions of ECB+ (`../shared/corpora/merge_ecb.jsonl`, measuring and fitting only) and the cases of
`tests/cases/merge.json`. Each topic of ECB+ is two affairs that resemble each other, years apart; it is taken a second
time with both on the same days, so that days alone do not tell them apart.

ECB+ marks the few sentences of an article that tell the main event, where the same word is nearly always the same
event. In whole articles of one long affair it is so one time in twenty. So that the likelihood holds there, too, 370
pairs of whole piles were labelled by hand: `pairs.json` has, by corpus, document and offset of the triggers of two
mentions, whether they are one event, and what share of the pile's pairs of its likelihood it stands for.
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
from reading import ROOT, SHARED, read_mentions, read_pile, stamp

from timeline.events import EventMention
from timeline.merge import likelihood, merge_mentions
from timeline.merge.compared import ComparedMention
from timeline.merge.features import FEATURES, Comparison
from timeline.merge.likelihood import WEIGHTS
from timeline.merge.stories import find_stories
from timeline.merge.vetoes import find_veto

CORPUS = SHARED / "corpora" / "merge_ecb.jsonl"
CASES = ROOT / "tests" / "cases" / "merge.json"
PAIRS = ROOT / "weights" / "pairs.json"
PILE = 50.0
"""What a labelled pair of a pile counts on average, up to a hundred pairs: with less, more of what is joined in long
affairs is wrong; with four times as much a tenth of the right joins of ECB+ are lost."""

OWN = 30.0  # what a pair of our own cases counts
FOLDS = 5

Weighed = tuple[np.ndarray, np.ndarray, np.ndarray]  # features, labels, what each counts
Topic = tuple[list[EventMention], dict[str, dt.date | None], dict[str, str]]  # with the instance by mention id


def main() -> None:
    """Fit, write the file; with `--folds` print precision, recall and F1 of topics kept aside instead."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", action="store_true")
    folds = parser.parse_args().folds
    topics = read_topics()
    sets = {name: [pairs_of(topic), pairs_of(_same_days(topic))] for name, topic in topics.items()}
    own = [(x, y, np.full(len(y), OWN)) for x, y in map(pairs_of, read_cases())]
    own += [labelled_pairs(name, rows) for name, rows in json.loads(PAIRS.read_text(encoding="utf-8")).items()]
    if folds:
        _print_folds(topics, sets, own)
    else:
        beta = _fitted([rows for both in sets.values() for rows in both], own)
        weights = {name: round(float(w), 4) for name, w in zip(FEATURES, beta[1:], strict=True)}
        text = json.dumps(
            stamp(CORPUS, CASES, PAIRS) | {"bias": round(float(beta[0]), 4), "weights": weights}, indent=1
        )
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
    compared, compare = _compare_all(mentions, published)
    gold = [n for n, m in enumerate(mentions) if m.id in instances]
    pairs = [(i, j) for i, j in itertools.combinations(gold, 2) if not find_veto(compared[i], compared[j])]
    same = [instances[mentions[i].id] == instances[mentions[j].id] for i, j in pairs]
    return np.array([compare(i, j) for i, j in pairs]).reshape(-1, len(FEATURES)), np.array(same, float)


def _compare_all(
    mentions: Sequence[EventMention], published: Mapping[str, dt.date | None]
) -> tuple[list[ComparedMention], Comparison]:
    stories = find_stories(mentions, published)
    compared = [
        ComparedMention.from_mention(m, published.get(d), stories.number[d], stories.affair[d])
        for m, d in ((m, m.document_id) for m in mentions)
    ]
    return compared, Comparison(compared, stories)


def labelled_pairs(name: str, rows: Iterable[Sequence[Any]]) -> Weighed:
    """Features, labels and what each counts of the labelled pairs of a pile that are still read and not kept apart."""
    mentions, published = read_pile(name)
    compared, compare = _compare_all(mentions, published)
    place = {(m.document_id, m.trigger_start): n for n, m in enumerate(mentions)}
    found = [(place.get((a, s)), place.get((b, t)), same, share) for a, s, b, t, same, share in rows]
    kept = [
        (compare(i, j), same, share)
        for i, j, same, share in found
        if i is not None and j is not None and not find_veto(compared[i], compared[j])
    ]
    x, y, shares = (np.array(column, float) for column in zip(*kept, strict=True))
    return x, y, shares * PILE * min(100, len(y)) / shares.sum()


def _fitted(sets: Sequence[tuple[np.ndarray, np.ndarray]], own: Sequence[Weighed]) -> np.ndarray:
    x, y, counts = zip(*((x, y, np.ones(len(y))) for x, y in sets), *own, strict=True)
    return logistic.fit(np.concatenate(x), np.concatenate(y), np.concatenate(counts))


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
