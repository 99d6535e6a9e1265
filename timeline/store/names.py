"""The actors' names while edits are replayed: who is called what by now, and the actors table that comes of it."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import pandas as pd

from timeline.table import ACTORS, Timeline, list_records, to_frame

__all__ = ["Names", "to_actors"]


class Names:
    """Every name ever used, and what it has become."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.changed = False

    @functools.cached_property
    def _now(self) -> dict[str, str]:
        """What everybody who ever had a name is called now; gathered only where an edit asks for names."""
        tables = (self._timeline.events, self._timeline.mentions)
        named = dict.fromkeys(name for frame in tables for names in frame["actors"].tolist() for name in names)
        return {name: name for name in (*self._timeline.actors["name"].tolist(), *named)}

    def find_current(self, name: str) -> str:
        """What whoever is or was called `name` is called now; ``""`` where nobody was."""
        return name if name in self._now.values() else self._now.get(name, "")

    def list_current(self, names: Iterable[str]) -> list[str]:
        """The names of today for `names` as they were read, each once."""
        return list(dict.fromkeys(self._now.get(name, name) for name in names) if self.changed else names)

    def list_known(self, names: Iterable[str]) -> list[str]:
        """Those of `names` that are actors, each once: a mention may begin with a role noun such as "Firefighters"."""
        actors = {*self._timeline.actors["name"].tolist(), *self.list_current(self._timeline.actors["name"].tolist())}
        return [name for name in dict.fromkeys(names) if name in actors]

    def take(self, names: Iterable[str]) -> list[str]:
        """The names of today for `names` a user gave; those that are new are known from here on."""
        taken = []
        for name in names:
            current = self.find_current(name)
            if not current:
                self._now[name] = current = name
            taken.append(current)
        return list(dict.fromkeys(taken))

    def rename(self, old: str, new: str) -> None:
        """Call everybody `new` who is called `old` by now."""
        self._now.setdefault(new, new)
        for name, current in self._now.items():
            if current == old:
                self._now[name] = new
        self.changed = True


def to_actors(timeline: Timeline, names: Names, events: pd.DataFrame) -> pd.DataFrame:
    """The actors of `events`, most frequent first; a name given up is an alias of the one that took its place."""
    counts = Counter(name for row in events["actors"] for name in row)
    kinds: dict[str, str] = {}
    aliases: defaultdict[str, list[str]] = defaultdict(list)
    for row in list_records(timeline.actors):
        [name] = names.list_current([row["name"]])
        aliases[name] += [row["name"], *row["aliases"]]
        if row["name"] == name or name not in kinds:
            kinds[name] = row["kind"]
    rows: list[dict[str, Any]] = [
        {
            "name": name,
            "kind": kinds.get(name, "other"),
            "aliases": [alias for alias in dict.fromkeys(aliases[name]) if alias != name],
            "events": counts[name],
        }
        for name in dict.fromkeys((*kinds, *counts))
    ]
    return to_frame(sorted(rows, key=lambda row: (-row["events"], row["name"])), ACTORS)
