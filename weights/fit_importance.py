"""Make `timeline/table/importance.json` anew: `make weights`; with `--folds` say how good it is on what is kept aside.

Two steps. Which mentions of a document are salient: TimeSET (`events_wikinews.jsonl`), where readers marked them. Which
events of an affair journalists put on their timeline: whether an event's day is one of theirs, in the affairs of
Timeline17. Both corpora are for measuring and fitting only.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import logistic
import numpy as np
from reading import SHARED, read_mentions, read_pile, stamp

from timeline.merge import Event, merge_mentions
from timeline.table.importance import OF_EVENT, OF_MENTION, WEIGHTS, Briefing, find_mention_features

CORPUS = SHARED / "corpora" / "events_wikinews.jsonl"
AT_LEAST = {"best mention": 0.3, "sources": 1.0, "day stated": 0.7, "days told on": 0.0}
"""What the days of journalists do not teach: of two events of a day a reader wants the one that news makes most of,
that more sources tell and whose day the words state. On the days it costs nothing: date F1 over the count .035 with it
and without, covered .76 without and .79 with it, each affair kept aside in turn."""

AT_MOST = {"to the day": 0.3, "fresh": 1.0, "day in the news": 2.0}
"""The days of journalists are days, most of them when there was news: taken as they are, a ban "in April" that four
sources tell would come after whatever the last article says in passing, and all rows would be of the busiest days."""

AFFAIRS = [SHARED / "corpora" / f"affair_{name}.json" for name in ("finan", "h1n1", "iraq")]


def main() -> None:
    """Fit both steps and write the file; with `--folds` print the AUC of what was kept aside instead."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", action="store_true")
    folds = parser.parse_args().folds
    rows, labels, groups = read_tellings()
    mention = logistic.fit(rows, labels)
    affairs = [read_affair(path, mention) for path in AFFAIRS]
    if folds:
        print("mentions", round(_auc_of_folds(rows, labels, groups % 7), 3))
        place = np.repeat(np.arange(len(affairs)), [len(y) for _, y in affairs])
        event_rows, event_labels = (np.concatenate(part) for part in zip(*affairs, strict=True))
        print("events", round(_auc_of_folds(event_rows, event_labels, place), 3))
        return
    event = logistic.fit(*(np.concatenate(part) for part in zip(*affairs, strict=True)))
    for name, weight in AT_LEAST.items():
        event[1 + OF_EVENT.index(name)] = max(event[1 + OF_EVENT.index(name)], weight)
    for name, weight in AT_MOST.items():
        event[1 + OF_EVENT.index(name)] = min(event[1 + OF_EVENT.index(name)], weight)
    text = json.dumps(
        stamp(CORPUS, *AFFAIRS) | {"mention": _named(OF_MENTION, mention), "event": _named(OF_EVENT, event)}, indent=1
    )
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


def read_tellings() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The features of all mentions below the headlines, whether each is salient, and the number of its document."""
    rows: list[Sequence[float]] = []
    labels, groups = [], []
    for number, line in enumerate(CORPUS.read_text(encoding="utf-8").splitlines()):
        document = json.loads(line)
        mentions, _ = read_mentions([document])
        features = find_mention_features(mentions)
        body = len(document["text"].lstrip().split("\n")[0])
        for m in (m for m in mentions if m.trigger_start >= body):
            rows.append(features[m.id])
            labels.append(any(m.trigger_start < e["end"] and e["start"] < m.trigger_end for e in document["events"]))
            groups.append(number)
    return np.array(rows), np.array(labels, float), np.array(groups)


def read_affair(path: Path, mention: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The features of the events of an affair that have a date, and whether it is one of the journalists' days."""
    data = json.loads(path.read_text(encoding="utf-8"))
    first = min(data["gold"])
    mentions, published = read_pile(path.name)
    events = merge_mentions(mentions, published)
    told = dict(zip(*_salience(events, mention), strict=True))
    briefing = Briefing(events, told, {}, published)
    kept = [e for e in events if e.date.first and first <= str(max(published[m.document_id] for m in e.mentions))]
    rows = np.array([briefing.measure(e) for e in kept])
    return rows, np.array([_has_day(e) and str(e.date.first) in data["gold"] for e in kept], float)


def _salience(events: Sequence[Event], mention: np.ndarray) -> tuple[list[str], list[float]]:
    features = find_mention_features([m for e in events for m in e.mentions])
    return list(features), (mention[0] + np.array(list(features.values())) @ mention[1:]).tolist()


def _has_day(event: Event) -> bool:
    return event.date.first is not None and event.date.first == event.date.last and event.date.precision == "day"


def _named(names: Sequence[str], beta: np.ndarray) -> dict[str, Any]:
    return {"bias": round(float(beta[0]), 4)} | {n: round(float(w), 4) for n, w in zip(names, beta[1:], strict=True)}


def _auc_of_folds(rows: np.ndarray, labels: np.ndarray, fold: np.ndarray) -> float:
    """The mean over folds of the chance that what counts is put before what does not."""
    found = defaultdict(float)
    for k in sorted(set(fold.tolist())):
        beta = logistic.fit(rows[fold != k], labels[fold != k])
        scores, y = logistic.predict(rows[fold == k], beta), labels[fold == k]
        ranks = scores.argsort().argsort() + 1
        ones = y.sum()
        found[k] = (ranks[y == 1].sum() - ones * (ones + 1) / 2) / (ones * (len(y) - ones))
    return sum(found.values()) / len(found)


if __name__ == "__main__":
    main()
