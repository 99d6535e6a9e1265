"""The events table -> items: each event's days as numbers and what its date and status look like.

It refuses to know sizes and places.
"""

import dataclasses
import datetime as dt
import functools
import math
import re
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.vocabulary import Basis, Extent, Precision, Shape, Status
from timeline.wording import shorten_date, shorten_date_without_year

__all__ = ["Days", "Item", "list_first_and_last", "list_taken", "read_items"]

Days = npt.NDArray[np.float64]

_EPOCH: Final = dt.date(1970, 1, 1).toordinal()
_ONE_OF: Final = re.compile(r"\[(\d{4}-\d\d-\d\d(?:,\d{4}-\d\d-\d\d)+)\]")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One dated event: `first` and `last` are its first day and the day after its last, None at an open end.

    `form`, `shape`, `hollow`, `dashed`, `alternatives` (days here) and `disputed` mean what they mean in `Mark`;
    `guessed` says that the day is counted from a publication date that is a guess.
    """

    event_id: str
    title: str
    actors: tuple[str, ...]
    kind: str
    first: float | None
    last: float | None
    form: str
    shape: Shape
    hollow: bool
    dashed: bool
    alternatives: tuple[float, ...]
    importance: float
    disputed: bool
    guessed: bool
    precision: str
    edtf: str

    @property
    def is_assumed(self) -> bool:
        """Whether no words give its day: the dot stands where the article appeared, or after what came before."""
        return self.dashed and self.form == "point"

    @property
    def at(self) -> float:
        """The day of the dot: the middle of where the event can lie, or a period's start (its end if that is open)."""
        if self.first is None:
            return self.last if self.last is not None else 0.0
        if self.last is None or self.form == "period":
            return self.first
        return (self.first + self.last) / 2

    def write_date(self, *, year: bool) -> str:
        """Its date for the head of a label, with the `year` or as the axis says it anyway."""
        span = Extent.PERIOD if self.form == "period" else Extent.POINT
        return _write_date(self.first, self.last, self.precision, span, self.edtf, year)


@functools.lru_cache(maxsize=4096)  # labels of one table are laid out again and again
def _write_date(
    first: float | None,
    last: float | None,
    precision: str,
    span: Extent,
    edtf: str,
    year: bool,  # noqa: FBT001
) -> str:
    start = None if first is None else dt.date.fromordinal(int(first))
    end = None if last is None else dt.date.fromordinal(int(last) - 1)
    event = {"start": start, "end": end, "precision": precision, "span": span, "edtf": edtf}
    return shorten_date(event) if year else shorten_date_without_year(event)


def list_first_and_last(events: pd.DataFrame) -> tuple[Days, Days]:
    """The first day of each row and the day after its last, as ordinals; NaN where an end is missing."""
    starts, ends = _list_days(events["start"]), _list_days(events["end"])
    return starts, np.fmax(ends, np.where(np.isnan(ends), np.nan, starts)) + 1


def _list_days(column: pd.Series) -> Days:
    days = column.to_numpy(dtype="datetime64[D]")
    numbers = (days.astype("int64") + _EPOCH).astype(float)
    numbers[np.isnat(days)] = np.nan
    return numbers


def read_items(events: pd.DataFrame, guessed: frozenset[str] = frozenset()) -> list[Item]:
    """The dated rows of an events table, in its order; a row with neither start nor end is left out.

    The dates of `guessed` events are marked as not certain.
    """
    starts, ends = list_first_and_last(events)
    columns = [events[name].tolist() for name in ("event_id", "title", "actors", "kind", "edtf", "precision", "span")]
    columns += [events[name].tolist() for name in ("date_basis", "status", "importance")]
    columns.append([id_ in guessed for id_ in columns[0]])
    columns.append(events["conflicts"].tolist() if "conflicts" in events else [()] * len(events))
    rows = zip(_replace_missing(starts), _replace_missing(ends), *columns, strict=True)
    return [_make_item(*row) for row in rows if row[0] is not None or row[1] is not None]


def _replace_missing(days: Days) -> list[float | None]:
    return [None if missing else day for day, missing in zip(days.tolist(), np.isnan(days).tolist(), strict=True)]


def _make_item(  # noqa: PLR0913, PLR0917  one parameter a column
    first: float | None,
    last: float | None,
    event_id: str,
    title: str,
    actors: Sequence[str],
    kind: str,
    edtf: str,
    precision: str,
    span: str,
    basis: str,
    status: str,
    importance: float,
    is_guess: bool,  # noqa: FBT001
    conflicts: Sequence[str],
) -> Item:
    period = span == Extent.PERIOD or first is None or last is None
    imprecise = not period and (precision != Precision.DAY or first + 1 != last)  # type: ignore[operator]
    assumed = Basis(basis).assumed or precision == Precision.BOUNDED
    return Item(
        event_id=event_id,
        title=title,
        actors=tuple(actors),
        kind=kind,
        first=first,
        last=last,
        form="period" if period else "band" if imprecise else "point",
        shape=Status(status).shape,
        hollow=imprecise or assumed or is_guess,
        dashed=assumed,
        alternatives=_list_alternatives(edtf),
        importance=importance,
        disputed=len(conflicts) > 0,
        guessed=is_guess,
        precision=precision,
        edtf=edtf,
    )


def _list_alternatives(edtf: str) -> tuple[float, ...]:
    """The days of ``[2023-10-11,2023-11-10]``, one of several; nothing for any other form."""
    match = _ONE_OF.fullmatch(edtf) if edtf.startswith("[") else None
    if match is None:
        return ()
    return tuple(dt.date.fromisoformat(day).toordinal() + 0.5 for day in match[1].split(","))


def list_taken(events: pd.DataFrame, *, most: float = math.inf) -> tuple[Days, Days]:
    """The stretches of days that hold something: points and bands whole, of a period its ends alone.

    So of a band that is longer than `most` days: “some time in 2024” does not fill that year.
    """
    first, last = list_first_and_last(events)
    period = (events["span"] == Extent.PERIOD).to_numpy() | np.isnan(first) | np.isnan(last) | (last - first > most)
    starts = np.concatenate([first[~period], first[period], last[period] - 1])
    ends = np.concatenate([last[~period], first[period] + 1, last[period]])
    known = ~np.isnan(starts)
    return starts[known], ends[known]
