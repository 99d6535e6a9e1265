"""Actors -> colours, decided from the whole timeline, so that no filter, view or export ever changes one.

Six colours that people with the common colour-vision deficiencies tell apart, each with a contrast of at least 3:1 on
white and on the dark background; everyone else is grey. A colour is never the only sign: lane, title and hover say the
name.
"""

from collections import Counter
from typing import Final

import pandas as pd

__all__ = ["GREY", "PALETTE", "colours", "count_actors"]

PALETTE: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#9A6A2F", "#8A3FFC")
"""The first four are Okabe and Ito's; their orange, sky blue and yellow fall under 3:1 on white.

The others are chosen so that any two, and grey, keep a distance of 14 (CIE 1976) under simulated deuteranopia and
protanopia too (Machado, Oliveira and Fernandes, 2009).
"""

GREY: Final = "#6B6B6B"


def colours(actors: pd.DataFrame) -> dict[str, str]:
    """The colour of each of the (up to six) actors of most events, by a timeline's table of actors.

    That table stays whole when events are filtered. Ties go by name; one without events gets no colour. An actor who is
    not in the dictionary is `GREY`.

    Examples
    --------
    >>> colours(pd.DataFrame({"name": ["Audit Office", "China", "Nvidia"], "events": [0, 2, 3]}))
    {'Nvidia': '#0072B2', 'China': '#D55E00'}
    """
    acting = zip(actors["events"].tolist(), actors["name"].tolist(), strict=True)
    ranked = sorted((-events, name) for events, name in acting if events)
    return dict(zip((name for _, name in ranked), PALETTE, strict=False))


def count_actors(events: pd.DataFrame) -> pd.DataFrame:
    """The table of actors of an events table: each name and in how many events it takes part."""
    counts = Counter(name for names in events["actors"].tolist() for name in set(names))
    return pd.DataFrame({"name": list(counts), "events": list(counts.values())})
