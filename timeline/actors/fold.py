"""The names of all documents folded onto one actor each."""

import dataclasses
from collections.abc import Mapping, Sequence

from timeline.actors.known import Actor, ActorList
from timeline.actors.mention import ActorMention

__all__ = ["Folding", "fold_actors"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Folding:
    """What the names of each document mean across the briefing.

    `names` maps (document id, name within the document) to the actor's name; `actors` lists every actor with the
    other forms it was met in as aliases.
    """

    names: Mapping[tuple[str, str], str]
    actors: tuple[Actor, ...]


def fold_actors(mentions: Mapping[str, Sequence[ActorMention]], known: ActorList) -> Folding:
    """One actor for each set of names that mean the same across documents; `mentions` by document id."""
    raise NotImplementedError
