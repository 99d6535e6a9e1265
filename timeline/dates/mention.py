"""The type this package makes: one date as a text names it."""

import dataclasses
import datetime as dt

__all__ = ["DateMention"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """One date as a text names it.

    Attributes
    ----------
    start, end
        Offsets in characters of the text, end exclusive.
    text
        The words, equal to ``text[start:end]``.
    timex_value, timex_type
        TIMEX3: ``"2025-04"`` and ``"DATE"``; the type is ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
    first, last
        The first and last day the words allow, both inclusive. One is None at the open end of a period
        ("since 2022"), both for repetitions, for durations tied to no day ("three weeks"), for what stays unresolved
        for want of an anchor, and for years before Christ. A duration that ends or begins at a known day ("the past
        three weeks", "the first nine months of 1989") has both.
    precision
        ``day``, ``part``, ``week``, ``month``, ``quarter``, ``season``, ``half``, ``year``, ``decade``, ``century``,
        ``bounded`` or ``undated``; None for SET, and for DURATION without days.
    basis
        ``explicit``, ``completed`` (the year filled in), ``relative`` (to publication), ``anchored`` (to another date
        in the text) or ``none`` (unresolved); None for SET, and for DURATION without days.
    span
        ``"point"`` for something that happened once within first–last, ``"period"`` for words that say it lasted.
    signal
        The preposition that opens or bounds the date, lower case ("since", "until", "before", "after", "by"), else "".
        "since" and "from … on" leave `last` open and "until" leaves `first` open, of a period; "before", "by" and
        "after" do the same to a point.
    alternatives
        The days of each reading where the words have several ("10/11/2023"), else empty.
    is_name
        The date is part of a name ("the 2008 crisis") and dates nothing.
    range_start, range_end
        Offsets of the whole range the date is one end of ("from 3 to 5 May" for both of its mentions), else None. Both
        mentions of a range carry its joint `first` and `last`, so either of them dates what happened.
    rule
        The name of the rule that read it.
    reading
        One plain sentence on how it was read: "weekday on or before publication: Tue 12 Aug 2025".
    """

    start: int
    end: int
    text: str
    timex_value: str
    timex_type: str
    first: dt.date | None
    last: dt.date | None
    precision: str | None
    basis: str | None
    span: str = "point"
    signal: str = ""
    alternatives: tuple[dt.date, ...] = ()
    is_name: bool = False
    range_start: int | None = None
    range_end: int | None = None
    rule: str
    reading: str
