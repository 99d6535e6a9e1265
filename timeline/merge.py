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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from timeline.events import EventDate, EventMention

__all__ = ["Event", "merge_mentions"]

_JOIN = 0.42
"""Two tellings with at least this likeness start or extend an event."""

_GO_ALONG = 0.2
"""Any two tellings of one event have at least this likeness."""

_STEM = 4
"""So many letters of a trigger name it in another word: reverse, reversal."""

_COMMON = 120
"""A word in more tellings than this picks no candidates: it is what the briefing is about."""

_STATED = ("explicit", "completed", "anchored", "relative")
_STRENGTH = {basis: rank for rank, basis in enumerate((*_STATED, "bounded", "published", "none"))}
_HAPPENED = frozenset({"happened", "ongoing"})
_OPEN = frozenset({"planned", "possible", "conditional"})
_FORBIDS, _ALLOWS = frozenset({"ban", "sanction"}), frozenset({"approval", "reversal"})
_VAGUE = frozenset({"other", "statement"})
"""Kinds that say too little to make two tellings alike."""
_MOST_ACTORS = 6
_DAYS_OF = {"part": 10, "week": 6, "month": 30, "quarter": 91, "season": 91, "half": 183, "year": 365, "decade": 3652}


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
    """How alike two tellings are, 0-1; zero where anything keeps them apart.

    A word, actor or figure counts by how rare it is among all tellings: what the whole briefing is about tells nothing
    of one event.
    """

    def __init__(self, mentions: Sequence[EventMention]) -> None:
        self.mentions = mentions
        self._words = _Rarity(mentions, _telling_words)
        self._context = _Rarity(mentions, lambda m: m.context)
        self._actors = _Rarity(mentions, lambda m: m.company | set(m.actors))
        self._figures = _Rarity(mentions, lambda m: m.numbers)
        self._lemmas = _Rarity(mentions, lambda m: {m.lemma})
        self._known: dict[tuple[int, int], float] = {}

    def __call__(self, i: int, j: int) -> float:
        """The likeness of the tellings number `i` and `j`."""
        pair = (i, j) if i < j else (j, i)
        if pair not in self._known:
            a, b = self.mentions[pair[0]], self.mentions[pair[1]]
            self._known[pair] = 0.0 if _kept_apart(a, b) else self._measure(a, b)
        return self._known[pair]

    def _measure(self, a: EventMention, b: EventMention) -> float:
        own = bool(a.actors and b.actors)
        actors = self._actors.alike(set(a.actors), set(b.actors)) if own else self._actors.alike(a.company, b.company)
        trigger = self._trigger(a, b)
        figures = max((self._figures.weight(n) for n in a.numbers & b.numbers), default=0.0)
        if not actors or not (trigger or figures):
            return 0.0
        content = self._words.alike(_telling_words(a), _telling_words(b))
        apart = (a.document_id, a.start) != (b.document_id, b.start)
        context = self._context.alike(a.context, b.context) if apart else 0.0
        return min(1.0, 0.35 * content + 0.25 * context + 0.2 * trigger + 0.2 * actors + 0.3 * figures)

    def _trigger(self, a: EventMention, b: EventMention) -> float:
        """1 for the same rare trigger, less for the same kind or a trigger that the other only mentions."""
        if a.lemma == b.lemma:
            return self._lemmas.weight(a.lemma)
        if _same_trigger(a, b):
            return 0.6
        named = any(w.startswith(x.lemma[:_STEM]) for x, y in ((a, b), (b, a)) for w in y.words)
        return 0.4 if named else 0.0


class _Rarity:
    """What some feature of the tellings weighs: 1 where only one has it, less the more have it."""

    def __init__(self, mentions: Sequence[EventMention], feature: Callable[[EventMention], AbstractSet[str]]) -> None:
        spread = Counter(value for m in mentions for value in feature(m))
        self._weight = {v: math.log(1 + len(mentions) / n) / math.log(1 + len(mentions)) for v, n in spread.items()}

    def weight(self, value: str) -> float:
        """0-1."""
        return self._weight[value]

    def alike(self, a: AbstractSet[str], b: AbstractSet[str]) -> float:
        """The weight that `a` and `b` share, 0-1 (the cosine of the two)."""
        shared = sum(self.weight(value) for value in a & b)
        return shared / math.sqrt(sum(map(self.weight, a)) * sum(map(self.weight, b))) if shared else 0.0


def _telling_words(mention: EventMention) -> frozenset[str]:
    """The words of its clause; for what may be said in many ways its kind instead of its trigger: lifted, reversed."""
    if mention.kind in _VAGUE:
        return mention.words
    return _class(mention) | {word for word in mention.words if not word.startswith(mention.lemma[:_STEM])}


def _class(mention: EventMention) -> frozenset[str]:
    """The kinds that may be told for one another: a ban for a sanction, the lifting of one for an approval."""
    return next((kinds for kinds in (_FORBIDS, _ALLOWS) if mention.kind in kinds), frozenset({mention.kind}))


def _kept_apart(a: EventMention, b: EventMention) -> str:
    """Why `a` and `b` cannot tell the same event, or "" where nothing speaks against it."""
    return next((reason for reason, holds in _VETOES if holds(a, b)), "")


def _figures_differ(a: EventMention, b: EventMention) -> bool:
    return bool(a.numbers and b.numbers and not a.numbers & b.numbers)


def _statuses_differ(a: EventMention, b: EventMention) -> bool:
    both = {a.status, b.status}
    return len(both) > 1 and not both <= _HAPPENED and not both <= _OPEN


def _days_differ(a: EventMention, b: EventMention) -> bool:
    return not _compatible(a.date, b.date)


def _one_undoes_the_other(a: EventMention, b: EventMention) -> bool:
    return {_class(a), _class(b)} == {_FORBIDS, _ALLOWS}


def _neither_says_when(a: EventMention, b: EventMention) -> bool:
    return a.date.basis == b.date.basis == "none"


def _told_side_by_side(a: EventMention, b: EventMention) -> bool:
    return (a.document_id, a.start) == (b.document_id, b.start) and not _same_trigger(a, b)


def _same_trigger(a: EventMention, b: EventMention) -> bool:
    return a.lemma[:_STEM] == b.lemma[:_STEM] or (a.kind not in _VAGUE and _class(a) == _class(b))


def _compatible(a: EventDate, b: EventDate) -> bool:
    """Whether both can be the same day or days; an assumed day only says that it was not later.

    What happened once is the same as what lasted only where it can be its beginning: a ban in April 2025 is not the
    controls in force since 2022.
    """
    if "none" in (a.basis, b.basis):
        return True
    if a.span != b.span and a.basis in _STATED and b.basis in _STATED:
        a, b = (_beginning(date) if date.span == "period" else date for date in (a, b))
    first_a, first_b = (None if d.basis == "published" else d.first for d in (a, b))
    return not (first_a and b.last and first_a > b.last) and not (first_b and a.last and first_b > a.last)


def _beginning(period: EventDate) -> EventDate:
    """The days on which `period` can have begun."""
    if period.first is None:
        return period
    slack = dt.timedelta(_DAYS_OF.get(period.precision, 0))
    return dataclasses.replace(period, last=min(period.first + slack, period.last or dt.date.max))


_VETOES: tuple[tuple[str, Callable[[EventMention, EventMention], bool]], ...] = (
    ("figures differ", _figures_differ),
    ("statuses differ", _statuses_differ),
    ("days differ", _days_differ),
    ("one undoes the other", _one_undoes_the_other),
    ("neither says when", _neither_says_when),
    ("two things told in one sentence", _told_side_by_side),
)


def _clusters(mentions: Sequence[EventMention], alike: _Likeness) -> list[list[int]]:
    """The tellings, by number, grouped so that any two of a group go together; the best pairs first."""
    pairs = ((alike(i, j), i, j) for i, j in _candidates(mentions))
    cluster = {i: [i] for i in range(len(mentions))}
    for _, i, j in sorted((p for p in pairs if p[0] >= _JOIN), key=lambda p: (-p[0], p[1], p[2])):
        a, b = cluster[i], cluster[j]
        if a is not b and all(alike(x, y) >= _GO_ALONG for x in a for y in b):
            a += b
            cluster.update(dict.fromkeys(b, a))
    return [sorted(group) for number, group in cluster.items() if number == min(group)]


def _candidates(mentions: Sequence[EventMention]) -> Iterator[tuple[int, int]]:
    """Pairs that share a word or figure that is not everywhere, each once."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        for key in _telling_words(mention) | mention.numbers:
            places[key].append(number)
    few = (numbers for numbers in places.values() if len(numbers) <= _COMMON)
    pairs = {pair for numbers in few for pair in itertools.combinations(numbers, 2)}
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
    actors = set(lead.actors) & set(mention.actors) or lead.company & mention.company
    parts = [f"same actors ({', '.join(sorted(actors))})"] if actors else []
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
