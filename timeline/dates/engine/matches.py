"""What a rule's reader gets and gives: the words that matched, and how they were read."""

import datetime as dt
from typing import NamedTuple

from timeline.dates.calendar import spans
from timeline.dates.calendar.spans import Span
from timeline.dates.engine.tense import Tense, Verdict
from timeline.dates.engine.tokens import CODE, Tokens
from timeline.wording import SHORT_MONTHS

__all__ = [
    "NO_DATE",
    "Choice",
    "Found",
    "Reading",
    "Words",
    "make_stretch",
    "make_unresolved",
    "name_day",
    "name_span",
    "read_as",
    "read_by_tense",
]

_WEEKDAYS = ("", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Choice(NamedTuple):
    """One of several readings of the same words, the tense that asks for it (None where no tense can tell), and why."""

    span: Span
    tense: Tense | None
    how: str


class Reading(NamedTuple):
    """How words were read: the span, TIMEX3 type, basis and one plain sentence.

    A tuple, not a dataclass: every step of a reading makes a changed copy, and `_replace` takes a tenth of the time.

    `begin` and `end` are token indexes, end exclusive, and are set where only some of the matched words belong to it;
    `reach` is the offset it ends at where words after its tokens belong to it.
    """

    span: Span
    type: str
    basis: str | None
    how: str
    begin: int | None = None
    end: int | None = None
    period: bool = False
    is_name: bool = False
    is_comparison: bool = False
    alternatives: tuple[Choice, ...] = ()
    decided_by: str = ""
    reach: int | None = None
    rule: str = ""


# What a reader gives: one reading, several in order, none (the rules after it are asked), or NO_DATE.
Found = Reading | tuple[Reading, ...] | None
# The words are an impossible date, and no part of them is to be read as another one.
NO_DATE: tuple[Reading, ...] = ()


class Words:
    """The tokens one rule matched, asked for by class."""

    __slots__ = ("codes", "first", "last", "tokens")

    def __init__(self, tokens: Tokens, first: int, last: int) -> None:
        self.tokens = tokens
        self.first = first
        self.last = last
        self.codes = tokens.codes[first:last]

    def has(self, name: str) -> bool:
        """Whether a token of the class is there."""
        return CODE[name] in self.codes

    def find(self, *names: str) -> int:
        """The index of the first token of one of the classes, or -1."""
        if len(names) == 1:
            at = self.codes.find(CODE[names[0]])
        else:
            at = min([i for name in names if (i := self.codes.find(CODE[name])) >= 0], default=-1)
        return self.first + at if at >= 0 else -1

    def find_all(self, *names: str) -> list[int]:
        """The indexes of every token of one of the classes."""
        codes = "".join([CODE[name] for name in names])
        return [i for i, code in enumerate(self.codes, self.first) if code in codes]

    def read_value(self, *names: str) -> object:
        """The value of the first token of one of the classes, or None."""
        index = self.find(*names)
        return self.tokens.values[index] if index >= 0 else None

    def list_values(self, *names: str) -> list[object]:
        """The values of every token of one of the classes."""
        return [self.tokens.values[i] for i in self.find_all(*names)]

    def read_number(self, *names: str) -> int | None:
        """The value as a whole number, or None."""
        value = self.read_value(*names)
        return value if isinstance(value, int) else None

    def read_word(self, *names: str) -> str:
        """The first token of one of the classes as written, in lower case, or ``""``."""
        index = self.find(*names)
        return self.read_at(index) if index >= 0 else ""

    def read_at(self, index: int) -> str:
        """The token with that index, in lower case."""
        return self.tokens.lowered[self.tokens.starts[index] : self.tokens.ends[index]]

    def take_part(self, first: int, last: int) -> "Words":
        """Some of the words, by token index, end exclusive."""
        return Words(self.tokens, first, last)

    @property
    def text(self) -> str:
        """All the words, as written."""
        return self.tokens.text[self.tokens.starts[self.first] : self.tokens.ends[self.last - 1]]


def name_day(date: dt.date) -> str:
    """The date as a reader's sentence names it, whatever the machine's language.

    Examples
    --------
    >>> name_day(dt.date(2025, 8, 12))
    'Tue 12 Aug 2025'
    """
    return f"{_WEEKDAYS[date.isoweekday()]} {date.day} {SHORT_MONTHS[date.month - 1]} {date.year}"


def read_as(span: Span | None, basis: str, how: str) -> Reading | None:
    """The reading of a date with days, its sentence ending in what was found; None without a span."""
    if span is None:
        return None
    return Reading(span, "DATE", basis, f"{how}: {name_span(span)}")


def read_by_tense(
    past: Span | None, coming: Span | None, tense: Tense, verdict: Verdict | None, basis: str, how: str
) -> Reading | None:
    """The reading that `tense` asks for, with the other beside it; a verdict that decided is quoted.

    `how` names what was chosen among ("weekday"); None where a reading is missing that was asked for.
    """
    choices = tuple(
        Choice(span, side, f"{_tell_verdict(side, verdict, how)}: {name_span(span)}")
        for span, side in ((past, Tense.PAST), (coming, Tense.COMING))
        if span
    )
    chosen = next((choice for choice in choices if choice.tense is tense), None)
    if chosen is None:
        return None
    one = past is None or coming is None or past.first == coming.first
    decided_by = verdict.words if verdict and verdict.tense is tense else ""
    alternatives = () if one else choices
    return Reading(chosen.span, "DATE", basis, chosen.how, alternatives=alternatives, decided_by=decided_by)


def _tell_verdict(side: Tense, verdict: Verdict | None, how: str) -> str:
    where = "on or before publication" if side is Tense.PAST else "after publication"
    looks = "back" if side is Tense.PAST else "ahead"
    quoted = f" (“{verdict.words}”)" if verdict and verdict.tense is side else ""
    why = f", as the clause looks {looks}{quoted}" if side is Tense.COMING or quoted else ""
    return f"{how} {where}{why}"


def name_span(span: Span) -> str:
    """The day a span is, in words, else its TIMEX3 value."""
    return name_day(span.first) if span.first and span.first == span.last else span.value


def make_unresolved(value: str, how: str) -> Reading:
    """The reading of a date that has no days for want of an anchor: ``XXXX-05``."""
    return Reading(spans.make_undated(value), "DATE", "none", how)


def make_stretch(value: str) -> Reading:
    """The reading of a duration that is tied to no day."""
    return Reading(spans.make_undated(value), "DURATION", None, "a stretch of time, not a date")
