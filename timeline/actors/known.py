"""The lists of actors that are known before a word is read: the shipped one and the reader's, which wins."""

import dataclasses
from pathlib import Path

import pandas as pd

__all__ = ["Actor", "ActorList", "read_actor_list"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor: its name, its kind and the other names it goes by."""

    name: str
    kind: str = "other"
    aliases: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ActorList:
    """Known actors, those that win first."""

    actors: tuple[Actor, ...] = ()


def read_actor_list(own: str | Path | pd.DataFrame | None = None) -> ActorList:
    """The shipped list, with the actors of `own` (a CSV file or table: name, kind, aliases) before and above it."""
    raise NotImplementedError
