"""The events a user asks for: pure functions from table to table."""

import datetime as dt
from collections.abc import Collection

import pandas as pd

from timeline.table.columns import MAIN
from timeline.table.leading import find_leading_events
from timeline.table.timeline import Timeline
from timeline.vocabulary import Basis, Review

__all__ = ["STATED", "filter_events", "is_in_scope", "select"]

STATED = frozenset(basis.value for basis in Basis if basis.stated)
"""The date bases that rest on words of the text (or on a user's hand), not on an assumption."""

_KEPT = [review.value for review in Review if review.kept]


def filter_events(  # noqa: PLR0913  each is one control of the screen
    events: pd.DataFrame,
    *,
    actors: Collection[str] = (),
    kinds: Collection[str] = (),
    statuses: Collection[str] = (),
    bases: Collection[str] = (),
    reviews: Collection[str] = (),
    event_ids: Collection[str] | None = None,
    start: dt.date | None = None,
    end: dt.date | None = None,
    text: str = "",
    at_least: float = 0.0,
    alone: bool = False,
    most: int | None = None,
) -> pd.DataFrame:
    """The rows of `events` that meet every filter, in the same order; an empty filter lets everything pass.

    Parameters
    ----------
    events
        An events table.
    actors, kinds, statuses, bases, reviews
        A row passes with any one of the values.
    event_ids
        Only these, for what the events table does not know (sources, quotes); None for all.
    start, end
        Days, both inclusive: a row passes if it can lie within. Undated rows do not pass either bound.
    text
        Words that all occur in title or actors, whatever their case.
    at_least
        The least importance.
    alone
        Only what one source alone tells.
    most
        Of what passes, only this many: the most important, ties spread over time.

    Examples
    --------
    >>> from timeline.table import from_frame
    >>> tl = from_frame(pd.DataFrame({"title": ["Ban", "Deal"], "start": ["2025-04", "2025-08-11"]}))
    >>> list(filter_events(tl.events, end=dt.date(2025, 4, 15)).title)
    ['Ban']
    """
    keep = pd.Series(data=True, index=events.index)
    for column, allowed in (("kind", kinds), ("status", statuses), ("date_basis", bases), ("review", reviews)):
        if allowed:
            keep &= events[column].isin(list(allowed))
    if event_ids is not None:
        keep &= events["event_id"].astype(object).isin(list(event_ids))
    if actors:
        wanted = set(actors)
        keep &= events["actors"].map(lambda names: not wanted.isdisjoint(names)).astype(bool)
    keep &= _is_within(events, start, end) & _says(events, text) & (events["importance"] >= at_least)
    kept = events[keep & (events["sources"] == 1)] if alone else events[keep]
    if most is not None and len(kept) > most:
        kept = find_leading_events(kept, most)
    return kept.reset_index(drop=True)


def _is_within(events: pd.DataFrame, start: dt.date | None, end: dt.date | None) -> pd.Series:
    """Whether each event can lie within start-end; an open end reaches on for ever."""
    keep = pd.Series(data=True, index=events.index)
    dated = events["start"].notna() | events["end"].notna()
    if start is not None:
        keep &= dated & (events["end"].isna() | (events["end"] >= pd.Timestamp(start)))
    if end is not None:
        keep &= dated & (events["start"].isna() | (events["start"] <= pd.Timestamp(end)))
    return keep


def _says(events: pd.DataFrame, text: str) -> pd.Series:
    words = text.casefold().split()
    if not words:
        return pd.Series(data=True, index=events.index)
    said = [f"{t} {' '.join(a)}".casefold() for t, a in zip(events["title"], events["actors"], strict=True)]
    return pd.Series([all(word in line for word in words) for line in said], index=events.index, dtype=bool)


def is_in_scope(events: pd.DataFrame, scope: str) -> pd.Series:
    """Which rows of `events` pass ``"main"``, ``"all"`` or ``"accepted"``, as `select` says."""
    touched = events["review"].isin(_KEPT)
    seen = events["review"] != Review.HIDDEN
    if scope == "main":
        return seen & ((events["importance"] >= MAIN) | touched)
    return seen & touched if scope == "accepted" else seen


def select(timeline: Timeline, scope: str = "main", top: int | None = None) -> Timeline:
    """`timeline` with only its ``"main"`` events, ``"all"`` but hidden ones, or the ``"accepted"`` ones.

    With `top` only so many of them, the most important. Hidden events never pass; events a user accepted or edited pass
    ``"main"`` whatever their importance.
    """
    kept = timeline.events.loc[is_in_scope(timeline.events, scope)]
    return timeline.only((kept if top is None else find_leading_events(kept, top))["event_id"])
