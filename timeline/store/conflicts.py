"""The edits of one field -> where two users disagreed without having seen each other's edit.

Both edits are kept and the later one holds; the conflict is there to be shown, until a user who has seen both
edits the field again or takes one of them back.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from timeline.store.history import Step, describe_edit

__all__ = ["Claim", "Claims", "Conflict", "is_unseen"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The value one step gives to one field; `event` is the id by which it named the event."""

    step: Step
    value: Hashable
    event: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Edits of one field made without knowledge of each other.

    Attributes
    ----------
    event_id, subject
        The event and its title; for an actor ``""`` and its name, for the briefing twice ``""``.
    field
        ``title``, ``date``, ``actors``, ``kind``, ``status``, ``review``, ``mentions``, ``name``, ``briefing title``.
    kept, overruled
        The edit that holds, and those it overruled.
    """

    event_id: str
    subject: str
    field: str
    kept: Step
    overruled: tuple[Step, ...]

    @property
    def message(self) -> str:
        """In one line what holds, what does not, and how to settle it."""
        others = "; ".join(describe_edit(step.edit) for step in self.overruled if step.edit)
        kept = describe_edit(self.kept.edit) if self.kept.edit else ""
        of = f" of {self.subject!r}" if self.subject else ""
        return f"{self.field}{of} was edited twice: {kept!r} holds, {others!r} does not; edit it again to settle it"


class Claims:
    """The claims to each field of each subject that no later claim has seen."""

    def __init__(self) -> None:
        self._open: defaultdict[Hashable, dict[str, list[Claim]]] = defaultdict(dict)

    def add(self, subject: Hashable, field: str, claim: Claim, strangers: Sequence[Claim] = ()) -> None:
        """Put `claim` on top; it settles the claims its user had seen, but not `strangers`."""
        rivals = [c for c in self.list_open(subject, field) if c in strangers or is_unseen(c, claim.step)]
        self._open[subject][field] = [*rivals, claim]

    def list_open(self, subject: Hashable, field: str) -> list[Claim]:
        """The open claims to one field."""
        return self._open[subject].get(field, [])

    def take(self, subject: Hashable) -> dict[str, list[Claim]]:
        """The open claims to every field of `subject`, which has none any more."""
        return self._open.pop(subject, {})

    def put(self, subject: Hashable, field: str, claims: Iterable[Claim]) -> None:
        """Open claims to a field, before others are added on top."""
        self._open[subject][field] = [*claims, *self.list_open(subject, field)]

    def list_disputed(self) -> list[tuple[Hashable, str, list[Claim]]]:
        """Each subject and field with claims that differ, in the order in which the claim that holds was made."""
        found = [
            (subject, field, claims)
            for subject, fields in self._open.items()
            for field, claims in fields.items()
            if len({claim.value for claim in claims}) > 1
        ]
        return sorted(found, key=lambda dispute: dispute[2][-1].step.number)


def is_unseen(claim: Claim, step: Step) -> bool:
    """Whether whoever made `step` did not know of `claim`."""
    return claim.step.number > step.seen and claim.step.session != step.session
