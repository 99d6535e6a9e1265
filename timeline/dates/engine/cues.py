"""The words around a date -> what they make of it: a count, an id, a name, an adjective, something still to come.

Text in lower case comes in, the stretch just before a date or just after it; a yes or no goes out.
"""

import re
from collections.abc import Iterable

from timeline.dates.engine import _words

__all__ = [
    "before_date",
    "before_season",
    "before_year",
    "counts",
    "is_numbered",
    "looks_ahead_after",
    "names_event",
    "noun_follows",
    "plural_follows",
    "purpose_follows",
    "season_follows",
    "tense",
]


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(word.replace(" ", r"\s") for word in words) + ")"


_COUNTED = re.compile(rf"\s*-?\s*{_any(_words.COUNTED)}(?!\w)")
_NUMBERED = re.compile(rf"(?:\b{_any(_words.NUMBERED)}\s|[$€£¥#/])\s*$")
_NAMED = re.compile(rf"\s(?:[a-z]+\s){{0,2}}{_any(_words.NAMED_EVENTS)}\b")
_NOT_A_NOUN = rf"{_any(_words.FUNCTION_WORDS)}\b|[a-z]+ly\b|[a-z]+ed\b"
_NOUN = re.compile(rf"\s(?!{_NOT_A_NOUN})[a-z]+")
_PLURAL = re.compile(rf"\s(?!{_NOT_A_NOUN}|[a-z]+ss\b)[a-z]+s\b(?!['’])")
_MARKS = r"|[-–—/(,;:\[]"
_DATE = re.compile(rf"(?:\b{_any(_words.DATE_CUES)}{_MARKS})\s*$")
_SEASON = re.compile(rf"\b{_any(_words.SEASON_CUES)}[\s-]*$")
_YEAR = re.compile(rf"(?:\b{_any(_words.YEAR_CUES)}{_MARKS})\s*$")
_SEASONAL = re.compile(rf"\s{_any(_words.HOLIDAY_STRETCHES)}\b")
_TENSE = re.compile(
    rf"\b(?:(?P<future>{_any(_words.FUTURE_CUES)})|(?P<past>{_any(_words.PAST_CUES)}|(?<!be\s)(?<!to\s)\w\w+ed))\b"
)
_AHEAD = re.compile(r"\s*,?\s*(?:will|may|could|would|is\s+(?:to|expected|due|set|scheduled))\b")
_PURPOSE = re.compile(rf"\s+to\s+(?!the\b|\d|{_any((*_words.WEEKDAYS, *_words.MONTHS))}\b)[a-z]+")


def counts(after: str) -> bool:
    """Whether the number before `after` counts things: "2000 men"."""
    return bool(_COUNTED.match(after))


def is_numbered(before: str) -> bool:
    """Whether the number after `before` is an id, a size or a count: "Resolution 1973"."""
    return bool(_NUMBERED.search(before))


def names_event(after: str) -> bool:
    """Whether what follows a year is something it names: "the 2008 financial crisis"."""
    return bool(_NAMED.match(after))


def noun_follows(after: str) -> bool:
    """Whether a common noun follows, so that the date before it is its adjective: "the 3 May raid"."""
    return bool(_NOUN.match(after))


def plural_follows(after: str) -> bool:
    """Whether a plural follows: "1500 rioters"."""
    return bool(_PLURAL.match(after))


def before_date(before: str) -> bool:
    """Whether a word or mark stands before that goes with dates."""
    return bool(_DATE.search(before))


def before_season(before: str) -> bool:
    """Whether a word stands before that goes with seasons."""
    return bool(_SEASON.search(before))


def before_year(before: str) -> bool:
    """Whether a word or mark stands before that goes with years."""
    return bool(_YEAR.search(before))


def season_follows(after: str) -> bool:
    """Whether a holiday stands for the weeks around it: "the Christmas shopping season"."""
    return bool(_SEASONAL.match(after))


def tense(clause: str) -> str | None:
    """``"future"`` or ``"past"`` by the last verb of `clause`, None without one.

    Examples
    --------
    >>> tense("the council will meet on"), tense("he said it was sold on"), tense("a result on")
    ('future', 'past', None)
    """
    verbs = [match.lastgroup for match in _TENSE.finditer(clause)]
    return verbs[-1] if verbs else None


def looks_ahead_after(after: str) -> bool:
    """Whether the verb after the date looks ahead: "Friday will be dry"."""
    return bool(_AHEAD.match(after))


def purpose_follows(after: str) -> bool:
    """Whether a purpose follows: "on Friday to elect a chair"."""
    return bool(_PURPOSE.match(after))
