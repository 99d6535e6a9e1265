"""The one call of the package: tellings in, events out."""

import dataclasses
import datetime as dt
import itertools
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from timeline.events import EventMention
from timeline.merge.event import Event, make_event
from timeline.merge.likeness import Likeness
from timeline.merge.telling import Telling
from timeline.merge.vetoes import unnamed

__all__ = ["merge_mentions"]

_JOIN = 0.42
"""Two tellings with at least this likeness start or extend an event."""

_GO_ALONG = 0.2
"""Any two tellings of one event have at least this likeness."""

_DISPUTED = 0.6
"""Two tellings at least so alike, but on other days, tell one event, and one of them errs."""

_NEARBY = 31
"""Days that a slip may move an event by; what lies further apart is another one of its kind."""

_COMMON = 60
"""A word in more tellings than this picks no candidates: it is what the briefing is about."""

_RAREST = 6
"""So many of a telling's rarest words pick its candidates: what shares none of them is not alike enough."""


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
    parts = _by_whole(mentions)
    whole = [m for m in mentions if not m.part_of]
    ordered = sorted(whole, key=lambda m: (dates.get(m.document_id) or dt.date.max, m.document_id, m.trigger_start))
    copies = _copies(ordered)
    firsts = [ordered[numbers[0]] for numbers in copies]
    alike = Likeness([Telling.of(m) for m in firsts])
    pairs = list(_candidates(alike))
    clusters = _clusters(alike, pairs)
    events = []
    for cluster in clusters:
        told = sorted(
            (number, alike(cluster[0], c) if c != cluster[0] else 1.0) for c in cluster for number in copies[c]
        )
        leads = [ordered[number] for number, _ in told]
        events.append(make_event(leads, [likeness for _, likeness in told], [p for m in leads for p in parts[m.id]]))
    return _with_own_titles(_with_conflicts(events, clusters, _disputes(alike, pairs)))


def _by_whole(mentions: Sequence[EventMention]) -> defaultdict[str, list[EventMention]]:
    """The tellings that are parts of others, by the telling that stands by itself, in the order of the text."""
    by_id = {m.id: m for m in mentions}
    parts: defaultdict[str, list[EventMention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: (m.document_id, m.trigger_start)):
        whole = mention
        while whole.part_of:
            whole = by_id[whole.part_of]
        if whole is not mention:
            parts[whole.id].append(mention)
    return parts


def _copies(mentions: Sequence[EventMention]) -> list[list[int]]:
    """The numbers of tellings that say the same in the same words, as the copies of one article do, together."""
    same: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, m in enumerate(mentions):
        days = None if m.date.basis == "published" else m.date.edtf
        says = (m.lemma, m.status, m.actors, m.words, m.numbers, m.context, days)
        same[says if m.actors and len(m.words) > 1 else number].append(number)
    return list(same.values())


def _clusters(alike: Likeness, pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The tellings, by number, grouped so that any two of a group go together; the best of `pairs` first."""
    measured = ((alike(i, j), i, j) for i, j in pairs)
    cluster = {i: [i] for i in range(len(alike.tellings))}
    for _, i, j in sorted((p for p in measured if p[0] >= _JOIN), key=lambda p: (-p[0], p[1], p[2])):
        a, b = cluster[i], cluster[j]
        if a is not b and all(alike(x, y) >= _GO_ALONG for x in a for y in b):
            a += b
            cluster.update(dict.fromkeys(b, a))
    return [sorted(group) for number, group in cluster.items() if number == min(group)]


def _candidates(alike: Likeness) -> Iterator[tuple[int, int]]:
    """Pairs that share a figure or one of their rarest words and may be alike, each once, in any order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(alike.tellings):
        rarest = sorted(telling.words, key=lambda w: (-alike.words[w], w))[:_RAREST]
        for key in itertools.chain(rarest, telling.mention.numbers):
            places[key].append(number)
    few = (numbers for numbers in places.values() if len(numbers) <= _COMMON)
    yield from {pair for numbers in few for pair in _overlapping(alike.tellings, numbers)}


def _overlapping(tellings: Sequence[Telling], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of one status that share somebody and a day, or nearly: most pairs do not, and need no closer look."""
    by_day = sorted(numbers, key=lambda number: (tellings[number].first, number))
    for n, i in enumerate(by_day):
        a = tellings[i]
        for j in by_day[n + 1 :]:
            b = tellings[j]
            if b.first > a.last + (_NEARBY if a.exact else 0):
                break
            if a.status == b.status and (unnamed(a, b) or not a.company.isdisjoint(b.company)):
                yield (i, j) if i < j else (j, i)


def _disputes(alike: Likeness, pairs: Sequence[tuple[int, int]]) -> defaultdict[int, list[int]]:
    """For each telling those of other documents that tell its event, but set it on another day."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        a, b = alike.tellings[i], alike.tellings[j]
        apart = a.exact and b.exact and a.first != b.first and a.mention.document_id != b.mention.document_id
        if apart and alike.but_for_days(i, j) >= _DISPUTED:
            found[i].append(j)
            found[j].append(i)
    return found


def _with_conflicts(
    events: Sequence[Event], clusters: Sequence[Sequence[int]], disputes: Mapping[int, Sequence[int]]
) -> list[Event]:
    """The events of `clusters`, each with those that tell the same under another date."""
    if not disputes:
        return list(events)
    of = {number: event.id for event, cluster in zip(events, clusters, strict=True) for number in cluster}
    others = [{of[j] for i in cluster for j in disputes.get(i, ())} for cluster in clusters]
    return [
        dataclasses.replace(event, conflicts=tuple(sorted(ids - {event.id}))) if ids else event
        for event, ids in zip(events, others, strict=True)
    ]


def _with_own_titles(events: Sequence[Event]) -> list[Event]:
    """Every event with a title of its own: another telling's where two events have the same, else a number."""
    taken: set[str] = set()
    numbers: Counter[str] = Counter()
    named = []
    for event in sorted(events, key=lambda e: (e.date.first or dt.date.max, e.id)):
        title = next((t for t in (event.title, *(m.title for m in event.mentions)) if t not in taken), "")
        while not title or title in taken:
            numbers[event.title] += 1
            title = f"{event.title[:73].rstrip()} ({numbers[event.title] + 1})"
        taken.add(title)
        named.append(dataclasses.replace(event, title=title))
    return sorted(named, key=lambda e: e.id)
