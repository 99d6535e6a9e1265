"""A month, or a day of one, and publication -> the last and the coming one, and which of them a clause means.

Bounds are in days; where they come from stands beside them.
"""

import datetime as dt
from typing import NamedTuple

from timeline.dates.calendar import spans
from timeline.dates.engine import _verbs
from timeline.dates.engine.tense import Tense, Verdict

__all__ = [
    "Year",
    "choose_year",
    "find_month",
    "find_month_days_around",
    "find_nearest_day",
    "is_just_past",
    "turns_year",
]

_FAR_AHEAD = 120  # days ahead past which a day told in the past is last year's (news with the error in view)
_AHEAD = 45  # the same where the verb announces nothing: "was arrested on 4 May"
_JUST_PAST = 31  # days back within which a day that "was to" come is the one just past
_MONTH_LONG = 31
_TWO_MONTHS = 62  # days within which every number of a day comes
_LAST_DAY = dt.date.max.toordinal()
_LATE, _EARLY = 10, 3  # a story that has come to October and goes on in March has turned the year


class Year(NamedTuple):
    """The year found for a date without one, its basis and how; where tense decides, both years and the verdict."""

    year: int
    basis: str
    how: str
    past: int = 0
    coming: int = 0
    verdict: Verdict | None = None


def choose_year(
    published: dt.date, month: int, day: int, verdict: Verdict | None, *, since: bool, until: bool, entry: bool
) -> Year | None:
    """The last or the coming one, as the clause looks; where it says nothing, or little, the nearest.

    An entry of a chronology looks back, whatever its present ("14 January: Acme offers to buy"), unless it is near. A
    day `until` which something is so is the nearest: "was released on bail until 10 July".
    """
    past, coming = _find_days_around(published, month, day)
    if not past or not coming or (until and day):
        nearest = find_nearest_day(published, month, day)
        return Year(nearest.year, "completed", "year nearest publication") if nearest else None
    back, ahead = (published - past).days, (coming - published).days
    awaited = verdict is not None and verdict.sure and verdict.tense is Tense.COMING
    told = since or back == 0 or (entry and ahead > _AHEAD and not awaited)
    tense = Tense.PAST if told else _choose_tense(verdict, back, ahead, whole_month=not day)
    chosen = past if tense is Tense.PAST else coming
    said = verdict is not None and verdict.tense is tense
    how = "year from publication" if not day else "year nearest publication"
    if said and verdict:
        how = f"year from publication, as the clause looks {_LOOKS[tense]} (“{verdict.words}”)"
    return Year(chosen.year, "completed", how, past.year, coming.year, verdict if said else None)


_LOOKS = {Tense.PAST: "back", Tense.COMING: "ahead"}


def _choose_tense(verdict: Verdict | None, back: int, ahead: int, *, whole_month: bool) -> Tense:
    """Past or coming, by what the clause says and how far either lies from publication."""
    tense = verdict.tense if verdict else None
    if verdict and verdict.sure:
        return verdict.tense
    plain = verdict is not None and verdict.plain
    announced = verdict is not None and _announces(verdict)
    if whole_month:
        told = verdict is not None and verdict.words.startswith(("was ", "were "))
        return _choose_month(tense, back, ahead, plain=plain, announced=announced, told=told)
    if tense is Tense.COMING:
        return Tense.COMING if plain or back > _JUST_PAST or ahead < back else Tense.PAST
    if tense is Tense.PAST and plain and ahead > (_FAR_AHEAD if announced else _AHEAD):
        return Tense.PAST
    return Tense.COMING if ahead < back else Tense.PAST


def _announces(verdict: Verdict) -> bool:
    """Whether what is told may lie on either side: "called elections on 4 May", "had been due in May", but neither
    "hadn't called them" nor "was announced on 4 May".
    """
    first, _, last = verdict.words.rpartition(" ")
    if first in _TOLD:
        return last in _verbs.PLANNED
    return last in _verbs.ANNOUNCING and not first.endswith("n't")


_TOLD = frozenset("was were had".split())


def _choose_month(tense: Tense | None, back: int, ahead: int, *, plain: bool, announced: bool, told: bool) -> Tense:
    """The same for a whole month; `announced` is what may lie on either side, `told` what "was due" to come."""
    if tense is Tense.COMING:
        return Tense.PAST if back < (_TWO_MONTHS if told else _MONTH_LONG) and not plain else Tense.COMING
    if announced:
        return Tense.COMING if ahead < back else Tense.PAST
    return Tense.COMING if ahead <= _MONTH_LONG and not plain else Tense.PAST


def find_month(day: dt.date) -> tuple[int, int]:
    """The year and month of a day."""
    return day.year, day.month


def _find_days_around(published: dt.date, month: int, day: int) -> tuple[dt.date | None, dt.date | None]:
    """The last such day (the first of the month for none) on or before publication, and the first after it."""
    years = range(max(1, published.year - 8), min(9999, published.year + 8) + 1)
    if not day and month == published.month:
        return dt.date(published.year, month, published.day), _make_first(published.year + 1, month)
    days = [span.first for year in years if (span := spans.day(year, month, day or 1)) and span.first]
    past = max((date for date in days if date <= published), default=None)
    return past, min((date for date in days if date > published), default=None)


def find_month_days_around(published: dt.date, number: int) -> tuple[dt.date | None, dt.date | None]:
    """The last day of a month with that number on or before publication, and the first after it.

    Examples
    --------
    >>> [str(day) for day in find_month_days_around(dt.date(2024, 3, 15), 31)]
    ['2024-01-31', '2024-03-31']
    """
    near = range(max(1, published.toordinal() - _TWO_MONTHS), min(_LAST_DAY, published.toordinal() + _TWO_MONTHS) + 1)
    days = [day for day in map(dt.date.fromordinal, near) if day.day == number]
    past = max((day for day in days if day <= published), default=None)
    return past, min((day for day in days if day > published), default=None)


def _make_first(year: int, month: int) -> dt.date | None:
    span = spans.month(year, month)
    return span.first if span else None


def find_nearest_day(published: dt.date, month: int, day: int) -> dt.date | None:
    """The day of that name nearest publication; None for a day no year has."""
    days = [day for day in _find_days_around(published, month, day) if day]
    return min(days, key=lambda date: abs((date - published).days), default=None)


def is_just_past(published: dt.date, month: int, day: int, days: int) -> bool:
    """Whether the nearest such day lies so many `days` before publication at most, and not after it."""
    nearest = find_nearest_day(published, month, day)
    return nearest is not None and 0 <= (published - nearest).days <= days


def turns_year(before: int, month: int) -> bool:
    """Whether a story that has come to the month `before` has turned the year when it goes on in `month`."""
    return before >= _LATE and month <= _EARLY
