"""The type this package makes, and what an event takes from its mentions: date, title, actors, reasons."""

import dataclasses
import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from timeline.events import EventDate, EventMention
from timeline.merge.figures import find_latest_toll, read_quantities
from timeline.merge.titles import find_best_titled
from timeline.vocabulary import Basis, Kind, Status

__all__ = ["Event", "make_event"]

_MOST_ACTORS = 6
_PART = "part of what its sentence tells, under the same date"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event with all its mentions.

    Attributes
    ----------
    id
        That of its leading mention: the earliest published, then the first in the text.
    mentions, reasons
        The mentions, the leading one first, and why each was joined.
    title
        That of the mention that says most by itself; of an event whose toll rose one with the latest figure.
    date
        The narrowest interval that a stated date supports, of several the one most mentions state; an assumed date
        never outvotes another that says a day, and of several assumed ones the earliest is taken.
    agent
        Of the best mention, else one that this names among its actors; "" where none says who did it.
    conflicts
        Ids of events that other documents tell in the same way, but state another day for.
    """

    id: str
    title: str
    date: EventDate
    status: str
    kind: str
    agent: str
    actors: tuple[str, ...]
    mentions: tuple[EventMention, ...]
    reasons: tuple[str, ...]
    conflicts: tuple[str, ...] = ()


def make_event(mentions: Sequence[EventMention], likelihoods: Sequence[float], wholes: Iterable[str] = ()) -> Event:
    """The event that `mentions` are of: the leading mention first, the others as they were published.

    `likelihoods` are those of each with the leading one; `wholes` are the ids of the mentions among them: what is part
    of one of them changes nothing but the actors.
    """
    ids = set(wholes)
    own = [m for m in mentions if not (m.part_of and m.part_of in ids)]
    date = _choose_date(own)
    told = _without_plans([m for m in own if _may_be_on(m.date, date)] or own)
    best = find_best_titled(_with_latest_toll(told))
    kinds = (m.kind for m in (best, *own) if m.kind != Kind.OTHER)
    reasons = [
        _PART if m.part_of and m.part_of in ids else _explain_join(mentions[0], m, chance)
        for m, chance in zip(mentions[1:], likelihoods[1:], strict=True)
    ]
    return Event(
        id=mentions[0].id,
        title=best.title,
        date=date,
        status=best.status,
        kind=next(kinds, Kind.OTHER),
        agent=best.agent or next((m.agent for m in own if m.agent in best.actors), ""),
        actors=_order_actors(best, mentions),
        mentions=tuple(mentions),
        reasons=("leads: the earliest mention", *_with_tolls(mentions, reasons)),
    )


def _choose_date(mentions: Sequence[EventMention]) -> EventDate:
    """The narrowest of the stated dates, then the one stated most; else the strongest, of assumed ones the earliest."""
    if len(mentions) == 1:
        return mentions[0].date
    votes: Counter[tuple[dt.date | None, dt.date | None]] = Counter()
    for mention in mentions:
        date = mention.date
        votes[date.first, date.last] += 2 if date.basis in {Basis.EXPLICIT, Basis.COMPLETED} else 1

    def key(mention: EventMention) -> tuple[int, int, int, dt.date, str]:
        date = mention.date
        basis = Basis(date.basis)
        width = (date.last - date.first).days if date.first and date.last else 10**7
        rank = 0 if basis.stated else Basis.NONE.rank if date.says_nothing else basis.rank
        narrow = width if basis.stated or basis is Basis.BOUNDED else 0
        return rank, narrow, -votes[date.first, date.last] * basis.stated, date.first or dt.date.max, mention.id

    return min(mentions, key=key).date


def _may_be_on(told: EventDate, date: EventDate) -> bool:
    """Whether a mention tells the event on its date: not one whose own words set it on another day."""
    if not Basis(told.basis).stated or not Basis(date.basis).stated:
        return True
    return not (_ends_before(told, date) or _ends_before(date, told))


def _ends_before(one: EventDate, other: EventDate) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def _order_actors(best: EventMention, mentions: Sequence[EventMention]) -> tuple[str, ...]:
    """The agent of the best mention first, then its other actors, then those of the other mentions by how often."""
    others = Counter(name for m in mentions for name in m.actors)
    ranked = sorted(others, key=lambda name: (-others[name], name))
    return tuple(dict.fromkeys((*best.actors, *ranked)))[:_MOST_ACTORS]


def _without_plans(mentions: Sequence[EventMention]) -> Sequence[EventMention]:
    """The mentions that may name an event: none that still plans it, once others say when it happened."""
    if not any(m.status == Status.HAPPENED and Basis(m.date.basis).stated for m in mentions):
        return mentions
    return [m for m in mentions if Status(m.status).compared_as is not Status.PLANNED]


def _with_latest_toll(mentions: Sequence[EventMention]) -> Sequence[EventMention]:
    """Of an event whose toll rose the mentions that give the latest figure or name none in their title, else all.

    A figure that fewer than half of them give is of something else: "raised its alert to 5, as 91 died".
    """
    if len(mentions) == 1:
        return mentions
    tolls = [find_latest_toll(read_quantities(m)) for m in mentions]
    given = [toll for toll in tolls if toll]
    if len(set(given)) < 2 or 2 * len(given) < len(mentions):
        return mentions
    return [m for m, toll in zip(mentions, tolls, strict=True) if toll == given[-1] or not re.search(r"\d", m.title)]


def _with_tolls(mentions: Sequence[EventMention], reasons: Sequence[str]) -> list[str]:
    """`reasons`, where a toll rose each with the figure of its mention and the latest one."""
    if not reasons:
        return []
    tolls = [find_latest_toll(read_quantities(m)) for m in mentions]
    latest: dict[str, float] = {}
    values: defaultdict[str, set[float]] = defaultdict(set)
    for toll in tolls:
        if toll:
            latest[toll[0]] = toll[1]
            values[toll[0]].add(toll[1])
    return [
        f"{reason}; tells {toll[1]:,.0f} {toll[0]}, the latest {latest[toll[0]]:,.0f}"
        if toll and len(values[toll[0]]) > 1
        else reason
        for reason, toll in zip(reasons, tolls[1:], strict=True)
    ]


def _explain_join(lead: EventMention, mention: EventMention, likelihood: float) -> str:
    """Why `mention` was joined to `lead`, in words."""
    actors = set(lead.actors) & set(mention.actors) or lead.company & mention.company
    parts = [f"same actors ({', '.join(sorted(actors))})"] if actors else []
    if shared := sorted(lead.numbers & mention.numbers):
        parts.append(f"same figures ({', '.join(shared)})")
    if shared := sorted(lead.words & mention.words):
        parts.append(f"shared words ({', '.join(shared[:6])})")
    if not Basis(mention.date.basis).stated:
        parts.append("gives no date of its own")
    elif not Basis(lead.date.basis).stated or lead.date.edtf == mention.date.edtf:
        parts.append("dates agree")
    else:
        parts.append(f"dates it {mention.date.edtf}")
    return f"{'; '.join(parts)}; likelihood {likelihood:.2f}"
