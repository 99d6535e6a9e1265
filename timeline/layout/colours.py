"""Actors or kinds -> colours, decided from the whole timeline, so that no view or export ever changes one.

Six colours that people with the common colour-vision deficiencies tell apart, each with a contrast of at least 3:1 on
white and on the dark background; everyone else is grey. Where that would leave nearly all grey, kinds have the colours,
and where some actors are asked for, it is those. A colour is never the only sign: lane, title and hover say the
name.
"""

from collections import Counter
from collections.abc import Collection
from typing import Final

import pandas as pd

from timeline.table import is_in_scope
from timeline.vocabulary import Kind

__all__ = ["GREY", "PALETTE", "assign_actor_colours", "assign_colours", "choose_colours", "count_actors"]

PALETTE: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#9A6A2F", "#8A3FFC")
"""The first four are Okabe and Ito's; their orange, sky blue and yellow fall under 3:1 on white.

The others are chosen so that any two, and grey, keep a distance of 14 (CIE 1976) under simulated deuteranopia and
protanopia too (Machado, Oliveira and Fernandes, 2009).
"""

GREY: Final = "#6B6B6B"

_COLOURED: Final = 0.35
"""Where the leading actors act in a smaller share of the events, two marks of three would be grey."""


def assign_colours(actors: pd.DataFrame) -> dict[str, str]:
    """The colour of each of the (up to six) actors of most events, by a timeline's table of actors.

    That table stays whole when events are filtered. Ties go by name; one without events gets no colour. An actor who is
    not in the dictionary is `GREY`.

    Examples
    --------
    >>> assign_colours(pd.DataFrame({"name": ["Audit Office", "China", "Nvidia"], "events": [0, 2, 3]}))
    {'Nvidia': '#0072B2', 'China': '#D55E00'}
    """
    acting = zip(actors["events"].tolist(), actors["name"].tolist(), strict=True)
    ranked = sorted((-events, name) for events, name in acting if events)
    return dict(zip((name for _, name in ranked), PALETTE, strict=False))


def choose_colours(
    events: pd.DataFrame, actors: pd.DataFrame, asked: Collection[str] = ()
) -> tuple[dict[str, str], str]:
    """The palette of a timeline with these events and actors, and what it is by (see `LayoutOptions`).

    Those `asked` for keep their colours, and such as have none get the ones that are left.

    Examples
    --------
    >>> actors = pd.DataFrame({"name": ["Nvidia", "China"], "events": [1, 1]})
    >>> events = pd.DataFrame({"actors": [["China"], ["Nvidia"], []], "kind": ["ban", "deal", "ban"],
    ...                        "importance": 0.9, "review": "open"})
    >>> choose_colours(events, actors)
    ({'China': '#0072B2', 'Nvidia': '#D55E00'}, 'agent')
    >>> choose_colours(events, actors.head(0))
    ({'ban': '#0072B2', 'deal': '#D55E00'}, 'kind')
    >>> choose_colours(events, actors, asked=["Nvidia", "TSMC"])
    ({'Nvidia': '#D55E00', 'TSMC': '#0072B2'}, 'any')
    """
    palette = assign_colours(actors)
    if asked:
        kept = {name: palette[name] for name in asked if name in palette}
        free = (hue for hue in PALETTE if hue not in kept.values())
        return kept | dict(zip((name for name in asked if name not in kept), free, strict=False)), "any"
    main = events[is_in_scope(events, "main")]
    seen = sum(names[0] in palette for names in main["actors"] if len(names))
    if seen >= _COLOURED * len(main):
        return palette, "agent"
    ranked = Counter(kind for kind in main["kind"] if kind != Kind.OTHER)
    kinds = sorted(ranked, key=lambda kind: (-ranked[kind], kind))
    return dict(zip(kinds, PALETTE, strict=False)), "kind"


def assign_actor_colours(events: pd.DataFrame, actors: pd.DataFrame, asked: Collection[str] = ()) -> dict[str, str]:
    """The colours that the chart gives to actors, as in `choose_colours`; none where it gives them to kinds."""
    palette, by = choose_colours(events, actors, asked)
    return {} if by == "kind" else palette


def count_actors(events: pd.DataFrame) -> pd.DataFrame:
    """The table of actors of an events table: each name and in how many events it takes part."""
    counts = Counter(name for names in events["actors"].tolist() for name in set(names))
    return pd.DataFrame({"name": list(counts), "events": list(counts.values())})
