"""The types this package makes: one date as a text names it, and what it would be if its clause says otherwise."""

import dataclasses
import datetime as dt

from timeline.dates.engine.tense import Tense

__all__ = ["Alternative", "DateMention", "Tense"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One of several readings of the same words.

    Attributes
    ----------
    timex_value, first, last
        As in `DateMention`: what the words are in this reading, the preposition before them already taken in.
    tense
        The tense of the clause that asks for this reading ("Tuesday" is another day in "the court met" and in "the
        court will meet"); None where no tense can tell ("10/11/2023").
    reason
        One plain sentence: "weekday after publication, as the clause looks ahead: Fri 8 Mar 2024".
    """

    timex_value: str
    first: dt.date | None
    last: dt.date | None
    tense: Tense | None = None
    reason: str


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
        Each reading where the words have several, the one in `first` and `last` among them; else empty. Where the
        tense of the clause tells which is right, `first` and `last` follow the tense as the words around show it, and
        `put_in_tense` gives the mention as the whole clause decides. Where nothing tells (`is_open`), `first` and
        `last` span all of them.
    decided_by
        The words of the sentence whose tense decided between the alternatives ("will hear"); empty where none did, so
        that the last day or the nearest was taken and whoever knows the clause should ask `put_in_tense`.
    is_name
        The date is part of a name ("the 2008 crisis") and dates nothing.
    is_comparison
        The date is what something is measured against ("up from $7 million a year earlier", "the highest since 1999")
        and dates nothing.
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
    alternatives: tuple[Alternative, ...] = ()
    decided_by: str = ""
    is_name: bool = False
    is_comparison: bool = False
    range_start: int | None = None
    range_end: int | None = None
    rule: str
    reading: str

    @property
    def is_open(self) -> bool:
        """Whether the words have several readings and nothing tells which is meant: "10/11/2023"."""
        return any(other.tense is None for other in self.alternatives)

    @property
    def open_days(self) -> tuple[dt.date, ...]:
        """The days among which nothing decides, in order; empty where the words have one reading or a tense tells."""
        return tuple(other.first for other in self.alternatives if other.tense is None and other.first)

    def put_in_tense(self, tense: Tense) -> "DateMention":
        """The mention as a clause of that tense has it; itself where its reading does not depend on tense."""
        chosen = next((other for other in self.alternatives if other.tense is tense), None)
        if chosen is None:
            return self
        return dataclasses.replace(
            self, timex_value=chosen.timex_value, first=chosen.first, last=chosen.last, reading=chosen.reason
        )
