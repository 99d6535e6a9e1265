"""The one call of the package: mentions in, events out."""

import dataclasses
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Mapping, Sequence

from timeline.events import EventMention
from timeline.events.syntax.stems import find_stem
from timeline.merge.candidates import find_candidate_pairs
from timeline.merge.compared import ComparedMention
from timeline.merge.event import Event, make_event
from timeline.merge.groups import group
from timeline.merge.likelihood import Likelihood
from timeline.merge.stories import find_stories

__all__ = ["merge_mentions"]

_DISPUTED = 0.6
"""Two mentions at least so likely of one event, but on other days: they tell one event, and one of them errs."""


def merge_mentions(
    mentions: Sequence[EventMention], published: Mapping[str, dt.date | None] | None = None
) -> list[Event]:
    """The events that `mentions` tell, ordered by id; the order of `mentions` changes nothing.

    Parameters
    ----------
    mentions
        Of all documents, their actors under the names of the briefing.
    published
        Publication date by document id: the earliest published mention leads.
    """
    dates = published or {}
    mentions = _with_known_wholes(mentions)
    stories = find_stories(mentions, dates)
    ordered = sorted(mentions, key=lambda m: (dates.get(m.document_id) or dt.date.max, m.document_id, m.trigger_start))
    copies = _group_copies(ordered)
    firsts = [ordered[numbers[0]] for numbers in copies]
    compared = [
        ComparedMention.from_mention(m, dates.get(d), stories.number[d], stories.affair[d])
        for m, d in ((m, m.document_id) for m in firsts)
    ]
    likelihood = Likelihood(compared, stories)
    pairs = list(find_candidate_pairs(compared))
    groups = _with_parts(group(likelihood, pairs), copies, ordered)
    events = [_make_event(g, likelihood, copies, ordered) for g in groups]
    return _with_own_titles(_with_conflicts(events, groups, _find_disputes(likelihood, pairs)))


def _with_known_wholes(mentions: Sequence[EventMention]) -> list[EventMention]:
    """`mentions`, in which a part of what none of them tells stands by itself.

    What it is part of may be left out by now: the original of a near-copy tells it, or it said nothing new.
    """
    whole_of = {m.id: m.part_of for m in mentions}
    stands = [m.part_of != "" and not _is_part(m.id, whole_of) for m in mentions]
    return [dataclasses.replace(m, part_of="") if alone else m for m, alone in zip(mentions, stands, strict=True)]


def _is_part(id_: str, whole_of: Mapping[str, str]) -> bool:
    """Whether what a mention is part of is there; parts in a ring have no whole."""
    if whole_of[id_] not in whole_of:
        return False
    seen = set[str]()
    while id_ in whole_of and id_ not in seen:
        seen.add(id_)
        id_ = whole_of[id_]
    return id_ not in seen


def _group_copies(mentions: Sequence[EventMention]) -> list[list[int]]:
    """The numbers of mentions that say the same in the same words, as the copies of one article do, together.

    Where nobody is named, or hardly a word said, only one document repeats itself.
    """
    same: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, m in enumerate(mentions):
        days = None if m.date.basis == "published" else m.date.edtf
        says = (m.lemma, m.status, m.actors, m.words, m.numbers, m.context, days, bool(m.part_of))
        same[says if m.actors and len(m.words) > 1 else (*says, m.document_id)].append(number)
    return list(same.values())


def _with_parts(
    groups: Sequence[Sequence[int]], copies: Sequence[Sequence[int]], mentions: Sequence[EventMention]
) -> list[list[int]]:
    """`groups`, those of nothing but parts of mentions put to the events of which they are parts.

    But where others tell the whole, too, their event is what they have in common: a part that they do not tell is an
    event of its own, unless the whole says it itself.
    """
    number_of = {mentions[k].id: number for number, numbers in enumerate(copies) for k in numbers}
    first = [mentions[numbers[0]] for numbers in copies]
    whole_of = {m.id: m.part_of for m in mentions}
    whole_groups = [list(g) for g in groups if any(not first[n].part_of for n in g)]
    of = {number: g for g in whole_groups for number in g}
    alone = {n for g in whole_groups if _is_of_one_document(g, copies, mentions) for n in g}
    by_themselves = []
    for parts in (g for g in groups if g[0] not in of):
        wholes = [_find_whole(first[n].id, of, number_of, whole_of) for n in parts]
        said = [_says_itself(first[n], first[whole]) for n, whole in zip(parts, wholes, strict=True)]
        if alone.issuperset(wholes) or all(said):
            for number, whole in zip(parts, wholes, strict=True):
                of[whole].append(number)
        else:
            by_themselves.append(list(parts))
    return [sorted(g) for g in (*whole_groups, *by_themselves)]


def _says_itself(part: EventMention, whole: EventMention) -> bool:
    """Whether the whole says its part in its own clause, as a verb does its noun: "filed for bankruptcy"."""
    return find_stem(part.lemma, "NN") in whole.words


def _is_of_one_document(
    numbers: Sequence[int], copies: Sequence[Sequence[int]], mentions: Sequence[EventMention]
) -> bool:
    return len({mentions[k].document_id for n in numbers for k in copies[n]}) == 1


def _find_whole(id_: str, of: Container[int], number_of: Mapping[str, int], whole_of: Mapping[str, str]) -> int:
    """The number of the mention that stands by itself of which the mention `id_` is a part.

    From mention to mention, which form no ring: a part and its own part may say the same and have one number.
    """
    while number_of[id_] not in of:
        id_ = whole_of[id_]
    return number_of[id_]


def _make_event(
    numbers: Sequence[int], likelihood: Likelihood, copies: Sequence[Sequence[int]], mentions: Sequence[EventMention]
) -> Event:
    """The event of one group: the earliest mention that stands by itself leads, else the earliest of all."""
    lead = next((n for n in numbers if not mentions[copies[n][0]].part_of), numbers[0])
    chance = {k: likelihood(lead, n) if n != lead else 1.0 for n in numbers for k in copies[n]}
    order = sorted(chance, key=lambda k: (k != copies[lead][0], k))
    ordered = [mentions[k] for k in order]
    return make_event(ordered, [chance[k] for k in order], [m.id for m in ordered])


def _find_disputes(likelihood: Likelihood, pairs: Sequence[tuple[int, int]]) -> defaultdict[int, list[int]]:
    """For each mention those of other documents that tell its event, but set it on another day."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        a, b = likelihood.compared[i], likelihood.compared[j]
        apart = a.exact and b.exact and a.first != b.first and a.original.document_id != b.original.document_id
        if apart and likelihood.estimate_without_days(i, j) >= _DISPUTED:
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
    """Every event with a title of its own: another mention's where two events have the same, else a number."""
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
