"""Actors -> colours, decided from the whole table, so that a filter or another view never changes one.

Six colours that people with the common colour-vision deficiencies tell apart, each with a contrast of at least 3:1 on
white and on the dark background; everyone else is grey. A colour is never the only sign: lane, title and hover say the
name.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

import pandas as pd

__all__ = ["GREY", "PALETTE", "colours"]

PALETTE: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#9A6A2F", "#8A3FFC")
"""The first four are Okabe and Ito's; their orange, sky blue and yellow fall under 3:1 on white.

The others are chosen so that any two, and grey, keep a distance of 14 (CIE 1976) under simulated deuteranopia and
protanopia too (Machado, Oliveira and Fernandes, 2009).
"""

GREY: Final = "#6B6B6B"


def colours(events: pd.DataFrame) -> dict[str, str]:
    """The colour of each of the (up to six) actors who act most often in `events`, the whole table.

    Acting first counts before being named; ties go by name. An actor who is not in the dictionary is `GREY`.

    Examples
    --------
    >>> colours(pd.DataFrame({"actors": [["Nvidia", "China"], ["China"], ["Nvidia"], []]}))
    {'Nvidia': '#0072B2', 'China': '#D55E00'}
    """
    leads = Counter(names[0] for names in events["actors"] if len(names))
    named = Counter(_each(events["actors"]))
    ranked = sorted(leads, key=lambda name: (-leads[name], -named[name], name))
    return dict(zip(ranked, PALETTE, strict=False))


def _each(column: Iterable[Iterable[str]]) -> Iterable[str]:
    for names in column:
        yield from set(names)
