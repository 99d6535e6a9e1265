"""The type this package makes, and what an event takes from its tellings: date, title, actors, reasons."""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from timeline.events import EventDate, EventMention
from timeline.merge.telling import STATED

__all__ = ["Event", "make_event"]

_STRENGTH = {basis: rank for rank, basis in enumerate((*STATED, "bounded", "published", "none"))}
_MOST_ACTORS = 6
_PART = "part of what its sentence tells, under the same date"


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
    agent
        Of the best telling, else one that this names among its actors; "" where none says who did it.
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


def make_event(told: Sequence[EventMention], likeness: Sequence[float], parts: Sequence[EventMention] = ()) -> Event:
    """The event that `told` tell, the leading telling first; `likeness` is that of each to the leading one.

    `parts` are tellings that are only parts of one of them.
    """
    best = max(
        told, key=lambda m: (m.stands, -_STRENGTH[m.date.basis], m.prominence, bool(m.actors), -len(m.title), m.id)
    )
    joined = (_reason(told[0], m, alike) for m, alike in zip(told[1:], likeness[1:], strict=True))
    return Event(
        id=told[0].id,
        title=best.title,
        date=_date(told),
        status=best.status,
        kind=best.kind if best.kind != "other" else next((m.kind for m in told if m.kind != "other"), "other"),
        agent=best.agent or next((m.agent for m in told if m.agent in best.actors), ""),
        actors=_actors(best, (*told, *parts)),
        mentions=(*told, *parts),
        reasons=("leads: the earliest telling", *joined, *(_PART for _ in parts)),
    )


def _date(told: Iterable[EventMention]) -> EventDate:
    """The narrowest of the strongest dates; of assumed ones the earliest."""

    def key(mention: EventMention) -> tuple[int, int, dt.date, str]:
        date = mention.date
        stated = date.basis in STATED
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
    parts.append("dates agree" if mention.date.basis in STATED else "gives no date of its own")
    return f"{'; '.join(parts)}; likeness {likeness:.2f}"
