"""How likely two mentions are of one event, 0-1: a logistic over named features, its weights read from a data file.

``make weights`` makes `weights.json` anew; the file says from what.
"""

import functools
import json
import math
from collections.abc import Sequence
from pathlib import Path

from timeline.merge.compared import ComparedMention
from timeline.merge.features import FEATURES, Comparison
from timeline.merge.retold import RETOLD, retells_day, retells_headline
from timeline.merge.stories import Stories
from timeline.merge.vetoes import DAYS, find_group_veto, find_veto

__all__ = ["WEIGHTS", "Likelihood", "load_merge_weights"]

WEIGHTS = Path(__file__).with_name("weights.json")


class Likelihood:
    """How likely any two of `compared` are of one event, by their numbers; zero where anything keeps them apart."""

    def __init__(self, compared: Sequence[ComparedMention], stories: Stories) -> None:
        self.compared = compared
        self.compare = Comparison(compared, stories)
        self._bias, *self._weights = load_merge_weights()
        self._known: dict[tuple[int, int], float] = {}

    def __call__(self, i: int, j: int) -> float:
        """The likelihood that the mentions number `i` and `j` are of one event."""
        pair = (i, j) if i < j else (j, i)
        if pair not in self._known:
            apart = find_veto(self.compared[pair[0]], self.compared[pair[1]])
            self._known[pair] = 0.0 if apart else self._estimate(*pair)
        return self._known[pair]

    def keeps_apart(self, i: int, j: int) -> bool:
        """Whether two mentions keep the groups apart that they stand in."""
        return bool(find_group_veto(self.compared[i], self.compared[j]))

    def estimate_without_days(self, i: int, j: int) -> float:
        """The likelihood for two mentions that nothing keeps apart but their days; zero where anything else does."""
        return self._estimate(i, j) if find_veto(self.compared[i], self.compared[j]) == DAYS else 0.0

    def _estimate(self, i: int, j: int) -> float:
        values = self.compare(i, j)
        chance = 1 / (1 + math.exp(-self._bias - math.fsum(map(float.__mul__, self._weights, values))))
        a, b = self.compared[i], self.compared[j]
        same = retells_headline(a, b) or retells_day(a, b) or (a.victim and a.victim == b.victim)
        return max(chance, RETOLD) if same else chance


@functools.lru_cache(maxsize=1)
def load_merge_weights() -> tuple[float, ...]:
    """The bias, then the weights in the order of `FEATURES`."""
    given = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return float(given["bias"]), *(float(given["weights"][name]) for name in FEATURES)
