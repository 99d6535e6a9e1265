"""The tellings of all documents -> events: one event once, each join with its reason.

It changes no mention. Two tellings are joined when their dates are compatible, they share an actor and content, and
their figures agree; conflicting figures, statuses or stated days keep them apart, and nothing is joined by a chain:
every telling of an event must go with every other (complete link).
"""

import dataclasses
import datetime as dt
import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.events import EventDate, EventMention

__all__ = ["Event", "merge_mentions"]

_JOIN = 0.5
"""Two tellings with at least this likeness start or extend an event."""

_GO_ALONG = 0.2
"""Any two tellings of one event have at least this likeness."""

_COMMON = 120
"""A word in more tellings than this picks no candidates: it is what the briefing is about."""

_STATED = ("explicit", "completed", "anchored", "relative")
_STRENGTH = {basis: rank for rank, basis in enumerate((*_STATED, "bounded", "published", "none"))}
_HAPPENED = frozenset({"happened", "ongoing"})
_OPEN = frozenset({"planned", "possible", "conditional"})
_OPPOSED = frozenset({frozenset({"ban", "approval"})})
_MOST_ACTORS = 6


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event with all its tellings.

    Attributes
    ----------
    id
        That of its leading mention: the earliest published, then the first in the text.
    mentions, reasons
        The tellings, the leading one first, and why each was joined.
    date
        The narrowest interval that a stated date supports; an assumed date never outvotes another, and of several
        assumed ones the earliest is taken.
    """

    id: str
    title: str
    date: EventDate
    status: str
    kind: str
    actors: tuple[str, ...]
    mentions: tuple[EventMention, ...]
    reasons: tuple[str, ...]


def merge_mentions(
    mentions: Sequence[EventMention], published: Mapping[str, dt.date | None] | None = None
) -> list[Event]:
    """The events that `mentions` tell, ordered by id; the order of `mentions` changes nothing.

    Parameters
    ----------
    mentions
        Of all documents, their actors under the names of the briefing.
    published
        Publication date by document id: the earliest published telling leads.
    """
    dates = published or {}
    ordered = sorted(mentions, key=lambda m: (dates.get(m.document_id) or dt.date.max, m.document_id, m.trigger_start))
    alike = _Likeness(ordered)
    events = [_event(ordered, cluster, alike) for cluster in _clusters(ordered, alike)]
    return _with_own_titles(sorted(events, key=lambda e: e.id))


class _Likeness:
    """How alike two tellings are, 0-1; zero where anything keeps them apart."""

    def __init__(self, mentions: Sequence[EventMention]) -> None:
        self.mentions = mentions
        self.spread = Counter(word for m in mentions for word in m.words)
        self._weight = {w: math.log(1 + len(mentions) / n) for w, n in self.spread.items()}
        self._size = [sum(self._weight[w] for w in m.words) for m in mentions]
        self._known: dict[tuple[int, int], float] = {}

    def __call__(self, i: int, j: int) -> float:
        """The likeness of the tellings number `i` and `j`."""
        pair = (i, j) if i < j else (j, i)
        if pair not in self._known:
            a, b = self.mentions[pair[0]], self.mentions[pair[1]]
            self._known[pair] = 0.0 if _kept_apart(a, b) else self._measure(*pair)
        return self._known[pair]

    def _measure(self, i: int, j: int) -> float:
        a, b = self.mentions[i], self.mentions[j]
        actors = _shared(a.actors, b.actors)
        if not actors:
            return 0.0
        words = sum(self._weight[w] for w in a.words & b.words)
        content = words / math.sqrt(self._size[i] * self._size[j]) if words else 0.0
        trigger = 1.0 if a.lemma == b.lemma else 0.6 if a.kind == b.kind != "other" else 0.0
        figures = 1.0 if a.numbers & b.numbers else 0.0
        return min(1.0, 0.55 * content + 0.25 * trigger + 0.2 * actors + 0.2 * figures) if content or figures else 0.0


def _shared(a: Sequence[str], b: Sequence[str]) -> float:
    """The share of actors of the telling with fewer that the other names, too."""
    return len(set(a) & set(b)) / min(len(set(a)), len(set(b))) if a and b else 0.0


def _kept_apart(a: EventMention, b: EventMention) -> str:
    """Why `a` and `b` cannot tell the same event, or "" where nothing speaks against it."""
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return "figures differ"
    if a.status != b.status and not {a.status, b.status} <= _HAPPENED and not {a.status, b.status} <= _OPEN:
        return "statuses differ"
    if frozenset({a.kind, b.kind}) in _OPPOSED:
        return "one undoes the other"
    if not _compatible(a.date, b.date):
        return "days differ"
    return ""


def _compatible(a: EventDate, b: EventDate) -> bool:
    """Whether both can be the same day or days; an assumed day only says that it was not later."""
    if "none" in (a.basis, b.basis):
        return True
    first_a, first_b = (None if d.basis == "published" else d.first for d in (a, b))
    return not (first_a and b.last and first_a > b.last) and not (first_b and a.last and first_b > a.last)


def _clusters(mentions: Sequence[EventMention], alike: _Likeness) -> list[list[int]]:
    """The tellings, by number, grouped so that any two of a group go together; the best pairs first."""
    pairs = ((alike(i, j), i, j) for i, j in _candidates(mentions, alike.spread))
    cluster = {i: [i] for i in range(len(mentions))}
    for _, i, j in sorted((p for p in pairs if p[0] >= _JOIN), key=lambda p: (-p[0], p[1], p[2])):
        a, b = cluster[i], cluster[j]
        if a is not b and all(alike(x, y) >= _GO_ALONG for x in a for y in b):
            a += b
            cluster.update(dict.fromkeys(b, a))
    return [sorted(group) for number, group in cluster.items() if number == min(group)]


def _candidates(mentions: Sequence[EventMention], spread: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Pairs that share an actor and a telling word or figure, each once."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        rare = itertools.chain(mention.numbers, (w for w in mention.words if spread[w] <= _COMMON))
        for key in itertools.product(sorted(set(mention.actors)), sorted(set(rare))):
            places[key].append(number)
    pairs = {pair for numbers in places.values() for pair in itertools.combinations(numbers, 2)}
    yield from sorted(pairs)


def _event(mentions: Sequence[EventMention], cluster: Sequence[int], alike: _Likeness) -> Event:
    told = [mentions[i] for i in cluster]
    lead = told[0]
    best = max(told, key=lambda m: (-_STRENGTH[m.date.basis], m.prominence, bool(m.actors), -len(m.title), m.id))
    return Event(
        id=lead.id,
        title=best.title,
        date=_date(told),
        status=best.status,
        kind=best.kind if best.kind != "other" else next((m.kind for m in told if m.kind != "other"), "other"),
        actors=_actors(best, told),
        mentions=tuple(told),
        reasons=(
            "leads: the earliest telling",
            *(_reason(lead, m, alike(cluster[0], i)) for m, i in zip(told[1:], cluster[1:], strict=True)),
        ),
    )


def _date(told: Iterable[EventMention]) -> EventDate:
    """The narrowest of the strongest dates; of assumed ones the earliest."""

    def key(mention: EventMention) -> tuple[int, int, dt.date, str]:
        date = mention.date
        stated = date.basis in _STATED
        width = (date.last - date.first).days if date.first and date.last else 10**7
        rank = 0 if stated else _STRENGTH[date.basis]
        return rank, width if stated or date.basis == "bounded" else 0, date.first or dt.date.max, mention.id

    return min(told, key=key).date


def _actors(best: EventMention, told: Sequence[EventMention]) -> tuple[str, ...]:
    """The agent of the best telling first, then its other actors, then those of the other tellings by how often."""
    others = Counter(name for m in told for name in m.actors)
    ranked = sorted(others, key=lambda name: (-others[name], name))
    return tuple(dict.fromkeys((*best.actors, *ranked)))[:_MOST_ACTORS]


def _reason(lead: EventMention, mention: EventMention, likeness: float) -> str:
    """Why `mention` was joined to `lead`, in words."""
    parts = [f"same actors ({', '.join(sorted(set(lead.actors) & set(mention.actors)))})"]
    if shared := sorted(lead.numbers & mention.numbers):
        parts.append(f"same figures ({', '.join(shared)})")
    if shared := sorted(lead.words & mention.words):
        parts.append(f"shared words ({', '.join(shared[:6])})")
    parts.append("dates agree" if mention.date.basis in _STATED else "gives no date of its own")
    return f"{'; '.join(parts)}; likeness {likeness:.2f}"


def _with_own_titles(events: Sequence[Event]) -> list[Event]:
    """Every event with a title of its own: another telling's where two events have the same, else a number."""
    taken: set[str] = set()
    named = []
    for event in sorted(events, key=lambda e: (e.date.first or dt.date.max, e.id)):
        options = (event.title, *(m.title for m in event.mentions))
        numbered = (f"{event.title[:74].rstrip()} ({n})" for n in itertools.count(2))
        title = next(t for t in itertools.chain(options, numbered) if t not in taken)
        taken.add(title)
        named.append(dataclasses.replace(event, title=title))
    return sorted(named, key=lambda e: e.id)
