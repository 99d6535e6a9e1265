"""The words around a date -> what they make of it: a count, an id, a name, an adjective, a comparison.

Text in lower case comes in, the stretch just before a date or just after it; a yes or no goes out.
"""

import re
from collections.abc import Iterable

from timeline.dates.engine import _words

__all__ = [
    "follows_date_cue",
    "follows_figure",
    "follows_season_cue",
    "follows_superlative",
    "follows_year_cue",
    "identifies",
    "is_before_counted",
    "is_before_name",
    "is_before_noun",
    "is_before_plural",
    "is_before_season",
    "is_capital_name",
    "is_measured_against",
    "is_numbered",
    "names_day",
    "names_model",
    "recalls_day",
    "speaks_of_sport",
]


def _match_any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(word.replace(" ", r"\s") for word in words) + ")"


_COUNTED = re.compile(rf"\s*-?\s*{_match_any(_words.COUNTED)}(?!\w)")
_NUMBERED = re.compile(rf"(?:\b{_match_any(_words.NUMBERED)}\s|[$€£¥#/])\s*$")
_IDENTIFIED = re.compile(rf"\b{_match_any(_words.IDENTIFIED)}\s$")
_MADE = re.compile(rf"\s{_match_any(_words.MADE_IN)}\b")
_NAMED = re.compile(rf"\s(?:[a-z]+\s){{0,2}}{_match_any(_words.NAMED_EVENTS)}\b")
_NOT_A_NOUN = rf"{_match_any(_words.FUNCTION_WORDS)}\b|[a-z]+ly\b|[a-z]+ed\b"
_NOUN = re.compile(rf"\s(?!{_NOT_A_NOUN})[a-z]+")
_PLURAL = re.compile(rf"\s(?!{_NOT_A_NOUN}|[a-z]+ss\b)[a-z]+s\b(?!['’])")
_MARKS = r"|[-–—/(,;:\[]"
_DATE = re.compile(rf"(?:\b{_match_any(_words.DATE_CUES)}{_MARKS})\s*$")
_SEASON = re.compile(rf"\b{_match_any(_words.SEASON_CUES)}[\s-]*$")
_YEAR = re.compile(rf"(?:\b{_match_any(_words.YEAR_CUES)}{_MARKS})\s*$")
_SEASONAL = re.compile(rf"\s{_match_any(_words.HOLIDAY_STRETCHES)}\b")


_NO_JOINT = r"(?!(?:to|until|till|through|and|ago|(?:day|week|month|year|hour|minute)s?)\b)[a-z]+"
_FIGURE = rf"[$€£¥]?\d[\d.,]*\s?(?:%|{_NO_JOINT}(?:\s{_NO_JOINT}){{0,4}})?"
_AGAINST = rf"(?:{_match_any(_words.AGAINST)})"
_ONLY = r"(?:about|around|just|nearly|a|an|the|some|only|almost)\s"
_WHEN = r"(?:in\s|for\s|during\s|on\s|at\s)?(?:the\s)?$"
_MEASURED = re.compile(
    rf"\b(?:{_AGAINST}\s(?:(?:{_ONLY})?{_FIGURE}[\s,]+)?"
    rf"|from\s(?:[$€£]|(?={_FIGURE}))\d[\d.,]*\s?(?:%|{_match_any(_words.MAGNITUDES)})(?:\s{_NO_JOINT}){{0,3}}[\s,]+"
    rf"|(?:{_match_any(_words.THAN)})\s){_WHEN}"
)
_AFTER_RISE = re.compile(
    rf"\b(?:against|after|versus|following|compared\s(?:with|to))\san?\s{_match_any(_words.CHANGES)}\s(?:of|in)\s[^.;]{{1,40}}\s(?:in|for|during)\s(?:the\s)?$"
)
_BOUND = re.compile(r"\b(?:no|not|any)\s(?:earlier|later|sooner)\sthan\s(?:the\s)?$")
_SUPERLATIVE = re.compile(
    rf"(?<!\bat\s)\b(?:{_match_any(_words.SUPERLATIVES)}|[a-z]{{3,}}est)\s(?:(?!{_match_any(_words.BREAK_SUPERLATIVE)}\b)[\w'’$%-]+(?:\.\d+)?,?\s){{0,8}}$"
)
_DEFINITE = re.compile(r"\b(?:the|its|their|his|her|our|'s|s)\s(?:[\w-]+\s)?$")
_FIGURE_BEFORE = re.compile(rf"(?:\d|%|\b{_match_any(_words.MAGNITUDES)})[,\s]+(?:in\s)?(?:the\s)?$")


def is_measured_against(before: str) -> bool:
    """Whether the date after `before` is what a figure is compared with: "up from $7 million in", "than in".

    Examples
    --------
    >>> is_measured_against("rose to 4.1% in may from 3.9% in "), is_measured_against("moved from paris in ")
    (True, False)
    """
    return bool(_MEASURED.search(before) or _AFTER_RISE.search(before)) and not _BOUND.search(before)


def follows_figure(before: str) -> bool:
    """Whether a figure stands right before, as in "$7 million a year earlier"."""
    return bool(_FIGURE_BEFORE.search(before))


def follows_superlative(before: str, *, definite: bool = False) -> bool:
    """Whether a superlative stands before with nothing but its noun between: "the strongest in the country".

    `definite` asks for an article or possessive before it: "the team that lost most" has none.
    """
    match = _SUPERLATIVE.search(before)
    return match is not None and (not definite or bool(_DEFINITE.search(before, 0, match.start())))


_SPORT = re.compile(rf"\b{_match_any(_words.SPORT)}\b", re.IGNORECASE)
_HEAD = re.compile(rf"\s(?:[A-Z][\w.]*\s){{0,2}}(?i:{_match_any(_words.NAME_HEADS)})\b")


def speaks_of_sport(clause: str) -> bool:
    """Whether a match is told of, so that its halves and quarters are no parts of a year."""
    return bool(_SPORT.search(clause))


def is_capital_name(text: str, start: int, end: int) -> bool:
    """Whether the date word ``text[start:end]`` is part of a name: "The Sunday Times", "Bloody Sunday".

    Examples
    --------
    >>> is_capital_name("the Winter Olympics", 4, 10), is_capital_name("on Sunday Times Square", 3, 9)
    (True, True)
    >>> is_capital_name("on Sunday Norway", 3, 9)
    False
    """
    if not text[start].isupper():
        return False
    if text[end + 1 : end + 2].isupper() and _HEAD.match(text, end):
        return True
    before = text[max(0, start - 16) : start].split()[-1:]
    return bool(before) and before[0][0].isupper() and before[0].lower() in _words.NAME_OPENINGS


def is_before_counted(after: str) -> bool:
    """Whether the number before `after` counts things: "2000 men"."""
    return bool(_COUNTED.match(after))


def is_numbered(before: str) -> bool:
    """Whether the number after `before` is an id, a size or a count: "Resolution 1973"."""
    return bool(_NUMBERED.search(before)) and not _HEADING.search(before)


_HEADING = re.compile(r"(?:^|\n)#{1,6}\s$")  # of Markdown: "## 2023"


def identifies(before: str) -> bool:
    """Whether the number after `before` is the name of a text or thing: "Resolution 1441"."""
    return bool(_IDENTIFIED.search(before))


def is_before_name(after: str) -> bool:
    """Whether what follows a year is something it names: "the 2008 financial crisis"."""
    return bool(_NAMED.match(after))


def names_model(before: str, after: str) -> bool:
    """Whether a year says when what follows was made: "his black 1997 Ford", but not "in 2008 Ford cut jobs"."""
    return bool(_MADE.match(after)) and not follows_year_cue(before)


_DAY_NAMES = re.compile(
    rf"\s(?:(?:u\.?s\.?|capitol|terror\w*|hamas(?:-led)?)\s)?{_match_any(_words.NAMED_DAY_NOUNS)}\b"
)


_RECALLED = re.compile(rf"\b{_match_any(_words.RECALLING)}\s(?:of\s)?(?:the\s)?$")


def recalls_day(before: str) -> bool:
    """Whether a day is spoken of as what happened on it: "the lessons of September 11"."""
    return bool(_RECALLED.search(before))


def names_day(after: str) -> bool:
    """Whether a day stands for what happened on it: "the January 6 riot"."""
    return bool(_DAY_NAMES.match(after))


def is_before_noun(after: str) -> bool:
    """Whether a common noun follows, so that the date before it is its adjective: "the 3 May raid"."""
    return bool(_NOUN.match(after))


def is_before_plural(after: str) -> bool:
    """Whether a plural follows: "1500 rioters"."""
    return bool(_PLURAL.match(after))


def follows_date_cue(before: str) -> bool:
    """Whether a word or mark stands before that goes with dates."""
    return bool(_DATE.search(before))


def follows_season_cue(before: str) -> bool:
    """Whether a word stands before that goes with seasons."""
    return bool(_SEASON.search(before))


def follows_year_cue(before: str) -> bool:
    """Whether a word or mark stands before that goes with years."""
    return bool(_YEAR.search(before))


def is_before_season(after: str) -> bool:
    """Whether a holiday stands for the weeks around it: "the Christmas shopping season"."""
    return bool(_SEASONAL.match(after))
