"""How far the events are checked, and which of them are least certain: what a reviewer looks at first."""

import dataclasses
from collections.abc import Container, Iterator

import pandas as pd

from timeline.table import EventRow, is_in_scope, list_events
from timeline.vocabulary import Basis, Precision, Review, Status

__all__ = ["Progress", "count_checked", "find_doubts", "sort_least_certain"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many of the events on the screen a user has checked."""

    checked: int
    total: int


def count_checked(events: pd.DataFrame) -> Progress:
    """Those that a user accepted or edited, of all."""
    return Progress(checked=int(is_in_scope(events, "accepted").sum()), total=len(events))


def find_doubts(event: EventRow, guesses: Container[str] = ()) -> Iterator[tuple[int, str]]:
    """What speaks against taking `event` as it is: how much (set by hand), and in words.

    `guesses` are the ids of events whose date rests on a publication date that is a guess.

    Examples
    --------
    >>> row = {"event_id": "e", "conflicts": [], "date_basis": "published", "precision": "day", "status": "happened",
    ...        "sources": 1}
    >>> list(find_doubts(row))
    [(3, 'date assumed'), (1, 'one source')]
    >>> list(find_doubts(row | {"date_basis": "explicit", "sources": 2}))
    []
    """
    basis = Basis(event["date_basis"])
    if event["conflicts"]:
        yield 4, "told for another day elsewhere"
    if event["precision"] == Precision.UNDATED:
        yield 3, "no date"
    elif basis is Basis.PUBLISHED:
        yield 3, "date assumed"
    elif not basis.stated:
        yield 2, "date only bounded"
    elif event["event_id"] in guesses:
        yield 2, "date rests on a guess"
    if not Status(event["status"]).settled:
        yield 1, "not certain to happen or have happened"
    if event["sources"] <= 1:
        yield 1, "one source"


def sort_least_certain(events: pd.DataFrame, guesses: Container[str] = ()) -> pd.DataFrame:
    """`events` that nobody has checked yet, the least certain first, and of as many doubts the most important."""
    new = events[(events["review"] == Review.NEW)].reset_index(drop=True)
    weights = [sum(weight for weight, _ in find_doubts(row, guesses)) for row in list_events(new)]
    keys = pd.DataFrame({"doubt": weights, "importance": new["importance"].tolist()}, index=new.index)
    order = keys.sort_values(["doubt", "importance"], ascending=False, kind="stable").index
    return new.loc[order].reset_index(drop=True)
