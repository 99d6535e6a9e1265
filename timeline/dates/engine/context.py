"""What a reader of one date may ask about the rest: publication, style, the date told last, the words around.

One `Context` lives for one text. It moves forward with the text and is never shared.
"""

import datetime as dt
import re

from timeline.dates.calendar import spans
from timeline.dates.calendar.spans import Span
from timeline.dates.engine import cues
from timeline.dates.engine.matches import Reading, Words
from timeline.dates.engine.tokens import CODE, Tokens

__all__ = ["Context"]

_OPENS_SENTENCE = re.compile(r"(?:[.!?][\"”’']?\s+|\n\s*)(?:[a-z]+,?\s+){0,2}$")
_CLAUSE_END = re.compile(r"[.!?;]\s|\n")
_FINE = frozenset({"day", "week", "month"})
_RANGE_JOINTS = frozenset(CODE[name] for name in ("to", "dash", "until"))
_BRACKET = 80  # characters looked back for an open bracket
_NEAR = 2  # sentences between a day and a time of day that belongs to it
_FARTHEST = 600  # characters within which one date may explain another
_CLAUSE = 160  # characters looked back for a verb
_STEP = 2  # years a story may move on with a year in the middle of a sentence


class Context:
    """The text, what is known about it, the date told last, and the date the story has come to.

    Attributes
    ----------
    previous
        The date told last: what "two days later" counts from.
    line
        The last date that moved the story on, not one in an aside: whose year a bare "March" takes in a narrative.
    before_christ
        The year before Christ the story is in, or 0.
    """

    __slots__ = (
        "_fine",
        "_told_at",
        "_told_to",
        "_written",
        "before_christ",
        "line",
        "order",
        "previous",
        "published",
        "style",
        "text",
        "tokens",
    )

    def __init__(self, tokens: Tokens, published: dt.date | None, style: str, order: str | None) -> None:
        self.tokens = tokens
        self.text = tokens.lowered
        self.published = published
        self.style = style
        self.order = order
        self.previous: Span | None = None
        self.line: Span | None = None
        self._fine: Span | None = None
        self.before_christ = 0
        self._told_at = self._told_to = 0
        self._written: tuple[int, int] | None = None

    @property
    def narrative(self) -> bool:
        """Whether dates without a year follow the date told last rather than publication."""
        return self.style == "narrative"

    @property
    def told(self) -> tuple[dt.date, dt.date] | None:
        """First and last day of the date told last."""
        span = self.previous
        return (span.first, span.last) if span and span.first and span.last else None

    @property
    def story(self) -> dt.date | None:
        """The first day of the date the story has come to."""
        return self.line.first if self.line else None

    @property
    def anchor(self) -> tuple[dt.date, str] | None:
        """What "last month" counts from, and the basis that gives; None where nothing is known."""
        if self.narrative and self.told:
            return self.told[0], "anchored"
        return (self.published, "relative") if self.published else None

    def remember(self, reading: Reading) -> None:
        """Keep the reading as the date told last, if it has days."""
        span, begin, end = reading.span, reading.begin or 0, reading.end or 1
        if not span.first or not span.last or reading.type not in ("DATE", "TIME"):
            return
        if self._leads(span, begin):
            self.line, self.before_christ = span, 0
            self._fine = self._day_of_story(span, begin)
        self.previous = span
        self._told_at, self._told_to = self.tokens.ends[end - 1], end
        if reading.basis == "explicit" and span.precision in _FINE:
            self._written = span.first.year, self._told_at

    def _day_of_story(self, span: Span, begin: int) -> Span | None:
        """The last day, week or month of the story; none after a year that opens a sentence, for it starts anew."""
        if span.precision in _FINE:
            return span
        return None if self._opens_sentence(begin) else self._fine

    def _leads(self, span: Span, begin: int) -> bool:
        """Whether a date moves the story on: one that opens its sentence, a day or month outside brackets, a year soon
        after the one told; any other year is an aside ("declassified in 2005").
        """
        story = self.story
        if story is None or span.first is None:
            return True
        if self._opens_sentence(begin):
            return True
        if span.precision in _FINE:
            before = self.before(begin, _BRACKET)
            return before.rfind("(") <= before.rfind(")")
        return 0 <= span.first.year - story.year <= _STEP and self._tense(begin) != "future"

    def _opens_sentence(self, begin: int) -> bool:
        return self.tokens.starts[begin] <= len("in a") or bool(_OPENS_SENTENCE.search(self.before(begin)))

    def range_start(self, words: Words) -> dt.date | None:
        """The first day of the date told last, where "to" or a dash alone stands between it and the words."""
        between = self.tokens.codes[self._told_to : words.first]
        return self.told[0] if self.told and between in _RANGE_JOINTS else None

    def near(self, index: int) -> bool:
        """Whether the date told last stands in the sentence of the token or one of the two before it."""
        start = self.tokens.starts[index]
        return start - self._told_at < _FARTHEST and self.text.count(". ", self._told_at, start) <= _NEAR

    def _same_sentence(self, end: int, index: int) -> bool:
        """Whether no sentence ends between the offset and the token."""
        start = self.tokens.starts[index]
        return start - end < _FARTHEST and not _CLAUSE_END.search(self.text, end, start)

    def after(self, index: int, length: int = 40) -> str:
        """What stands after the token before `index`, in lower case."""
        end = self.tokens.ends[index - 1]
        return self.text[end : end + length]

    def before(self, index: int, length: int = 30) -> str:
        """What stands before the token, in lower case."""
        start = self.tokens.starts[index]
        return self.text[max(0, start - length) : start]

    def future(self, words: Words) -> bool:
        """Whether the clause tells of something still to come."""
        after = self.after(words.last)
        if cues.looks_ahead_after(after):
            return True
        tense = self._tense(words.first)
        return tense == "future" or (tense is None and cues.purpose_follows(after))

    def _tense(self, index: int) -> str | None:
        before = self.before(index, _CLAUSE)
        cut = 0
        for match in _CLAUSE_END.finditer(before):
            cut = match.end()
        return cues.tense(before[cut:])

    def year_for(self, month: int, day: int, words: Words) -> tuple[int, str, str] | None:
        """The year a month (and day, or 0) without one belongs to, its basis, and how it was chosen."""
        if self.story and (self.narrative or not self.published):
            return self._year_told(self.story, month), "completed", "year of the date before it"
        published = self.published
        if not published:
            return None
        if self._written and self._same_sentence(self._written[1], words.first):
            return self._written[0], "completed", "year of the date before it in the sentence"
        if not day:
            return self._year_of_month(month, published, words), "completed", "year from publication"
        year = _nearest_year(published, month, day)
        return (year, "completed", "year nearest publication") if year else None

    def _year_told(self, story: dt.date, month: int) -> int:
        """The year the story is in; the next one, where it has told of December and goes on in January."""
        day = self._fine.first if self._fine else None
        if day is None:
            return story.year
        turned = day.month == 12 and month <= 2
        if self._fine is self.line or story.year == day.year:
            return day.year + turned
        # "On 10 March 1975 … in 1976. On 11 March …": the story goes on from the day, not from the year after it
        return day.year if month >= day.month else story.year

    def _year_of_month(self, month: int, published: dt.date, words: Words) -> int:
        """The month at or before publication, or the coming one where the clause looks ahead."""
        if month != published.month and self.future(words):
            return published.year + (month < published.month)
        return published.year - (month > published.month)


def _nearest_year(published: dt.date, month: int, day: int) -> int | None:
    """The year that puts the day nearest publication; None for a day no year has."""
    years = range(max(1, published.year - 4), min(9999, published.year + 4) + 1)
    days = [span.first for year in years if (span := spans.day(year, month, day)) and span.first]
    return min(days, key=lambda date: abs((date - published).days)).year if days else None
