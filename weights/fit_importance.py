"""Make `timeline/table/importance.json` anew: `make weights`; with `--folds` say how good it is on what is kept aside.

Two steps. Which mentions of a document are salient: TimeSET (`events_wikinews.jsonl`), where readers marked them. Which
events of an affair journalists put on their timeline: whether an event's day is one of theirs, in the affairs of
Timeline17. Both corpora are for measuring and fitting only.
"""

import argparse
import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import logistic
import numpy as np
from reading import SHARED, read_mentions, read_pile, stamp

from timeline.merge import Event, merge_mentions
from timeline.table.choosing import choose_main
from timeline.table.importance import OF_EVENT, OF_MENTION, WEIGHTS, Briefing, find_mention_features

CORPUS = SHARED / "corpora" / "events_wikinews.jsonl"
AT_LEAST = {"best mention": 0.4, "sources": 1.0, "day stated": 1.4, "days told on": 0.0, "fresh": 0.3}
AT_LEAST |= {"about the affair": 1.0, "day in the news": 4.0, "words of the title": 0.7}
"""What the days of journalists do not teach: of two events of a day a reader wants the one that news makes most of,
that more sources tell, whose day the words state, and that has to do with the affair. On the days it costs nothing, or
one in a hundred; of the words of the first 15 titles of an affair kept aside those that the journalists' own words of
that day have, too, are a fifth more (three affairs)."""

AT_MOST = {"to the day": 0.3, "fresh": 0.5, "day in the news": 6.0, "about the affair": 4.0}
"""The days of journalists are days, most of them when there was news: taken as they are, a ban "in April" that four
sources tell would come after whatever the last article says in passing, and all rows would be of the busiest days."""

AFFAIRS = [SHARED / "corpora" / f"affair_{name}.json" for name in ("finan", "h1n1", "iraq")]


class Affair(NamedTuple):
    """An affair: its events with their features, which of them count in the fit, and the journalists' days."""

    events: list[Event]
    rows: np.ndarray
    counts: np.ndarray
    days: frozenset[str]
    latest: dt.date

    @property
    def labels(self) -> np.ndarray:
        """Whether each event's day is one of the journalists'."""
        return np.array([_has_day(e) and str(e.date.first) in self.days for e in self.events], float)


def main() -> None:
    """Fit both steps and write the file; with `--folds` print how good they are on what was kept aside instead."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", action="store_true")
    folds = parser.parse_args().folds
    rows, labels, groups = read_tellings()
    mention = logistic.fit(rows, labels)
    affairs = {path.stem: read_affair(path, mention) for path in AFFAIRS}
    aside = {
        name: round(_score_days(affair, fit_events([a for a in affairs.values() if a is not affair])), 3)
        for name, affair in affairs.items()
    }
    if folds:
        print("mentions", round(_auc_of_folds(rows, labels, groups % 7), 3), "days of affairs", aside)
        return
    event = fit_events(list(affairs.values()))
    said = stamp(CORPUS, *AFFAIRS) | {"date F1 of each affair kept aside": aside}
    text = json.dumps(said | {"mention": _named(OF_MENTION, mention), "event": _named(OF_EVENT, event)}, indent=1)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


def fit_events(affairs: Sequence[Affair]) -> np.ndarray:
    """The bias and weights of the second step, within the bounds above."""
    rows = np.concatenate([affair.rows[affair.counts] for affair in affairs])
    labels = np.concatenate([affair.labels[affair.counts] for affair in affairs])
    event = logistic.fit(rows, labels)
    for name, weight in AT_LEAST.items():
        event[1 + OF_EVENT.index(name)] = max(event[1 + OF_EVENT.index(name)], weight)
    for name, weight in AT_MOST.items():
        event[1 + OF_EVENT.index(name)] = min(event[1 + OF_EVENT.index(name)], weight)
    return event


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


def read_affair(path: Path, mention: np.ndarray) -> Affair:
    """The events of an affair; those count that have a date and are told once the journalists' timeline has begun."""
    data = json.loads(path.read_text(encoding="utf-8"))
    first = min(data["gold"])
    mentions, published = read_pile(path.name)
    events = merge_mentions(mentions, published)
    told = dict(zip(*_salience(events, mention), strict=True))
    briefing = Briefing(events, told, {}, published)
    counts = [bool(e.date.first) and first <= str(max(published[m.document_id] for m in e.mentions)) for e in events]
    rows = np.array([briefing.measure(e) for e in events])
    return Affair(events, rows, np.array(counts), frozenset(data["gold"]), max(filter(None, published.values())))


def _score_days(affair: Affair, weights: np.ndarray) -> float:
    """F1 of as many days as the journalists chose, those whose events' importance is the most, against theirs."""
    scores = (weights[0] + affair.rows @ weights[1:]).tolist()
    weight: Counter[str] = Counter()
    choice = choose_main(affair.events, scores, affair.latest)
    for event, importance in zip(affair.events, choice.importance, strict=True):
        if _has_day(event) and min(affair.days) <= str(event.date.first) <= max(affair.days):
            weight[str(event.date.first)] += importance
    chosen = {day for day, _ in weight.most_common(len(affair.days))}
    return 2 * len(chosen & affair.days) / (len(chosen) + len(affair.days))


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
