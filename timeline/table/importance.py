"""How much an event matters within its briefing, 0-1: what to keep when there is room for ten, what is seen first.

Two steps, their weights in `importance.json` (`make weights` makes it anew): how salient each mention is in its
document, by its place and form; and of an event its best mention, how many documents tell it, for how long, and who.
What comes of it is a rank, not a measure: the main events are the 10 to 40 that come first, however large the pile.
"""

import datetime as dt
import functools
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from timeline.events import EventMention
from timeline.events.words.verbs import REPORTING
from timeline.merge import BLAND_VERBS, Event, list_own_words, measure_topic, stands_alone
from timeline.table.choosing import Chosen, choose_main
from timeline.table.newsdays import weigh_days
from timeline.vocabulary import Basis, Kind, Status

__all__ = [
    "OF_EVENT",
    "OF_MENTION",
    "WEIGHTS",
    "Briefing",
    "count_sources",
    "find_mention_features",
    "rate_importance",
]

WEIGHTS = Path(__file__).with_name("importance.json")

OF_MENTION: Final = (
    "quoted speech",
    "bare report",
    Status.HAPPENED.value,
    Status.ONGOING.value,
    "planned",
    "possible",
    "denied or negated",
    "weighty kind",
    "title words",
    "depth",
    "in the lead",
    "actors",
    "agent named",
    "day stated",
    "undated",
    "title stands alone",
    "part of another",
    "prominence",
    "bland trigger",
)
"""What is looked at in a mention; each 0-1."""

OF_EVENT: Final = (
    "best mention",
    "sources",
    "mentions",
    "days told on",
    "day stated",
    "to the day",
    "fresh",
    "title stands alone",
    "actors central",
    "day in the news",
    "about the affair",
    "words of the title",
)
"""What is looked at in an event; all but the first from 0 up, mostly below 1."""

_WEIGHTY = frozenset(kind.value for kind in Kind if kind.weighty)
_DEEP = 25  # sentences from which on place says nothing more
_LEAD = 3  # sentences
_MONTH = 30.0  # days
_MOST_WORDS = 4
_MOST_TERMS = 7  # words and actors of a clause from which on a title says no more
_TIMELESS = frozenset({Status.ONGOING.value, Status.POSSIBLE.value, Status.CONDITIONAL.value})


def rate_importance(
    events: Sequence[Event], originals: Mapping[str, str], published: Mapping[str, dt.date | None] | None = None
) -> Chosen:
    """The importance of each event among `events`, 0-1, and what stands back for it; `originals` as in `count_sources`.

    It falls with the rank: from 1.0 for the first to 0.5 for the last main event, and on towards 0 for the others.

    Parameters
    ----------
    published
        Publication day by document id, for how long an event is told and what is planned next.
    """
    if not events:
        return Chosen([], [])
    days = published or {}
    weights = load_importance_weights()
    salience = _measure_salience([m for e in events for m in e.mentions], weights["mention"])
    briefing = Briefing(events, salience, originals, days)
    scores = [_multiply(weights["event"], briefing.measure(e), OF_EVENT) + weights["event"]["bias"] for e in events]
    return choose_main(events, scores, _find_latest(days))


def count_sources(event: Event, originals: Mapping[str, str]) -> int:
    """How many documents tell `event`; a near-copy, by id in `originals`, counts as the document it is a copy of."""
    return len({originals.get(m.document_id, m.document_id) for m in event.mentions})


def find_mention_features(mentions: Sequence[EventMention]) -> dict[str, tuple[float, ...]]:
    """The values of `OF_MENTION` by mention id; `mentions` are all of the documents concerned."""
    sentences: defaultdict[str, dict[int, int]] = defaultdict(dict)
    topics: dict[str, frozenset[str]] = {}
    for m in sorted(mentions, key=lambda m: (m.document_id, m.start)):
        place = sentences[m.document_id]
        place.setdefault(m.start, len(place))
        topics.setdefault(m.document_id, m.context or m.words)
    return {m.id: _measure_mention(m, sentences[m.document_id][m.start], topics[m.document_id]) for m in mentions}


def _measure_mention(mention: EventMention, sentence: int, topic: frozenset[str]) -> tuple[float, ...]:
    status, basis = Status(mention.status), Basis(mention.date.basis)
    return (
        float(_is_quoted(mention)),
        float(mention.lemma in REPORTING),
        float(status is Status.HAPPENED),
        float(status is Status.ONGOING),
        float(status is Status.PLANNED),
        float(status in {Status.POSSIBLE, Status.CONDITIONAL}),
        float(status in {Status.DENIED, Status.NEGATED}),
        float(mention.kind in _WEIGHTY),
        min(_MOST_WORDS, len(mention.words & topic)) / _MOST_WORDS,
        min(_DEEP, sentence) / _DEEP,
        float(sentence < _LEAD),
        min(3, len(mention.actors)) / 3,
        float(bool(mention.agent)),
        float(basis.stated),
        float(basis is Basis.NONE),
        float(stands_alone(mention.title)),
        float(bool(mention.part_of)),
        mention.prominence,
        float(mention.lemma in BLAND_VERBS),
    )


class Briefing:
    """What the weight of one event is measured against: all events of the briefing, and when its documents appeared."""

    def __init__(
        self,
        events: Sequence[Event],
        salience: Mapping[str, float],
        originals: Mapping[str, str],
        published: Mapping[str, dt.date | None],
    ) -> None:
        self._salience, self._originals, self._published = salience, originals, published
        self._central = _measure_centrality(events)
        self._named = weigh_days(events, published)
        self._topic = measure_topic([m for event in events for m in event.mentions])

    def measure(self, event: Event) -> tuple[float, ...]:
        """The values of `OF_EVENT`."""
        days = {day for m in event.mentions if (day := self._published.get(m.document_id))}
        first, last, titled = event.date.first, event.date.last, find_titled(event)
        return (
            self._salience[titled.id],
            math.log2(_count_tellings(event, self._originals)),
            math.log2(len(event.mentions)),
            math.log2(max(1, len(days))),
            float(Basis(event.date.basis).stated),
            float(first is not None and first == last),
            _measure_freshness(event, days),
            float(stands_alone(event.title)),
            max((self._central[name] for name in event.actors if name in self._central), default=0.0),
            self._named.get(first, 0.0) if first and first == last else 0.0,
            self._topic.get(titled.id, 0.0),
            min(_MOST_TERMS, len(titled.words.union(titled.actors))) / _MOST_TERMS,
        )


def find_titled(event: Event) -> EventMention:
    """The mention whose title the event has, else its leading one."""
    return next((m for m in event.mentions if m.title == event.title), event.mentions[0])


def _tells_title(mention: EventMention, titled: EventMention) -> bool:
    """Whether a mention says at least half of what the title's says beside its trigger.

    "Ten students returned from Mexico" does not tell that a man returned from a trip, though they may be joined.
    """
    terms = _list_own_terms(titled)
    return mention is titled or 2 * len(terms & _list_own_terms(mention)) >= len(terms)


def _list_own_terms(mention: EventMention) -> frozenset[str]:
    return list_own_words(mention).union(mention.actors)


def _count_tellings(event: Event, originals: Mapping[str, str]) -> int:
    """How many documents tell what the title of `event` says in words of their own: what stands in many word for word
    is told once.

    Who says what is so in general ("viruses cause illness") tells nothing of what happened, unless all do.
    """
    titled = find_titled(event)
    told = [m for m in event.mentions if _tells_title(m, titled)]
    told = [m for m in told if not _is_general(m)] or told
    quotes = {m.quote: m.document_id for m in reversed(told)}
    return len({originals.get(name, name) for name in quotes.values()})


def _is_general(mention: EventMention) -> bool:
    return mention.date.basis == Basis.NONE and mention.status in _TIMELESS and not mention.actors


def _measure_freshness(event: Event, published: Iterable[dt.date]) -> float:
    """1 for what happened when it was first told, near 0 for what lay a year from it: background told in passing."""
    first, reported = event.date.last or event.date.first, min(published, default=None)
    if first is None or reported is None:
        return 0.5
    return math.exp(-abs((reported - first).days) / _MONTH)


def _is_quoted(mention: EventMention) -> bool:
    """Whether the trigger stands within quotation marks."""
    before = mention.quote[: max(0, mention.trigger_start - mention.start)]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _measure_salience(mentions: Sequence[EventMention], weights: Mapping[str, float]) -> dict[str, float]:
    return {
        name: _multiply(weights, values, OF_MENTION) + weights["bias"]
        for name, values in find_mention_features(mentions).items()
    }


def _measure_centrality(events: Iterable[Event]) -> dict[str, float]:
    """For each actor how much of the briefing has to do with it, 0-1."""
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        for mention in event.mentions:
            for name in mention.actors:
                documents[name].add(mention.document_id)
    most = max(map(len, documents.values()), default=1)
    return {name: math.sqrt(len(held) / most) for name, held in documents.items()}


def _multiply(weights: Mapping[str, float], values: Sequence[float], names: Sequence[str]) -> float:
    return math.fsum(weights[name] * value for name, value in zip(names, values, strict=True))


def _find_latest(published: Mapping[str, dt.date | None]) -> dt.date | None:
    return max(filter(None, published.values()), default=None)


@functools.lru_cache(maxsize=1)
def load_importance_weights() -> dict[str, dict[str, float]]:
    """The weights of the two steps, each with its bias."""
    given = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {step: {name: float(w) for name, w in given[step].items()} for step in ("mention", "event")}
