"""What a reader of one date may ask about the rest: publication, style, the dates told before, the words around.

One `Context` lives for one text. It moves forward with the text and is never shared.
"""

import bisect
import datetime as dt
import re
from typing import NamedTuple

from timeline.dates.calendar.spans import Span
from timeline.dates.engine import cues
from timeline.dates.engine.matches import Reading, Words
from timeline.dates.engine.tense import Tense, Verdict, judge_tense
from timeline.dates.engine.tokens import CODE, Tokens
from timeline.dates.engine.which_year import Year, choose_year, find_month, find_nearest_day, is_just_past, turns_year
from timeline.sentences import find_sentences

__all__ = ["Context", "Year"]

_OPENS_SENTENCE = re.compile(r"(?:[.!?][\"”’']?\s+|\n\W*)(?:[a-z]+,?\s+){0,2}$")
_OPENS_LINE = re.compile(r"(?:^|\n)[\s\W]*(?:in\s)?$")
_MAY = re.compile(r"\bMay\b(?!\s\d)")
_PERSON_BEFORE = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Lady|Lord|Theresa|Elaine|Brian|James|Minister|Secretary|President|Premier|Chancellor)"
    r"\.?\s$"
)
_PERSON_AFTER = re.compile(
    r"['’]s\s(?:government|cabinet|deal|party|lawyer|husband|wife|aides?|office|spokes\w+|resignation|speech)\b"
)
_HEADS_ENTRY = re.compile(r"(?:\s?[-–]\s?(?:[a-z]{3,9}\.?\s)?\d{1,2})?[\s*_=\])]*(?::|\||—|–|-\s|\n|$)")
_CLAUSE_END = re.compile(r"[.!?;]\s|\n")
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|shall|would|could|may|might|should|must|to|is|are|due|set|scheduled|planned|plans?|if)\b"
)
_PLANNED = re.compile(r"\bplans?\s(?:for|to)\b[^.;]*$")
_DEADLINE = re.compile(r"\b(?:by|until|till|before|no later than|expires?|deadline of)\s(?:the\s)?$")
_PERIODS = frozenset({"quarter", "half"})
_RANGE_JOINTS = frozenset(CODE[name] for name in ("to", "dash", "until"))
_BRACKET = 80  # characters looked back for an open bracket
_NEAR = 2  # sentences between a day and a time of day that belongs to it
_FARTHEST = 600  # characters within which one date may explain another
_CLAUSE = 300  # characters of its sentence, on either side of a date, in which its verb is looked for
_SHORT_CLAUSE = 160  # the same in histories, before it
_STEP = 2  # years a story may move on with a year in the middle of a sentence
_MIDDLE, _SOON = 15, 60  # the day that stands for a month in distances; days within which "the November vote" is ahead
_FRESH = 30  # days before publication within which a day without a year is news, whatever year was told before it


class YearFrame(NamedTuple):
    """A year the story is told in: the date that set it, and where."""

    span: Span
    end: int
    is_entry: bool


class Context:
    """The text, what is known about it, and the dates told so far, each kept for what may refer to it.

    Attributes
    ----------
    previous
        The preceding date: what "two days later" counts from. No deadline and no comparison is ever kept here.
    period
        The preceding quarter or half: what "a year earlier" and "the quarter" are counted from in figures.
    line
        The last date that moved the story on, not one in an aside: whose year a bare "March" takes in a narrative.
    frame
        The dated entry or the year that news tells its story in: "In 2023 the affair began. On 3 May …".
    before_christ
        The year before Christ the story is in, or 0.
    """

    __slots__ = (
        "_fine",
        "_identified",
        "_knows_may",
        "_previous_at",
        "_previous_end",
        "_sentence_starts",
        "_written",
        "before_christ",
        "frame",
        "line",
        "order",
        "period",
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
        self.period: Span | None = None
        self.line: Span | None = None
        self.frame: YearFrame | None = None
        self._fine: Span | None = None
        self.before_christ = 0
        self._previous_at = self._previous_end = 0
        self._written: tuple[dt.date, int] | None = None
        self._sentence_starts: list[int] | None = None
        self._knows_may: bool | None = None
        self._identified: frozenset[int] | None = None

    @property
    def narrative(self) -> bool:
        """Whether dates without a year follow the preceding date rather than publication."""
        return self.style == "narrative"

    @property
    def knows_may(self) -> bool:
        """Whether the text names a person called May, so that a bare "May" is she and not the month."""
        if self._knows_may is None:
            text = self.tokens.text
            self._knows_may = any(
                _PERSON_BEFORE.search(text, max(0, may.start() - 12), may.start())
                or _PERSON_AFTER.match(text, may.end())
                for may in _MAY.finditer(text)
            )
        return self._knows_may

    def identifies(self, number: int) -> bool:
        """Whether the text has a resolution, a flight or the like of that number: "Resolution 1441"."""
        if self._identified is None:
            years = [at for at, code in enumerate(self.tokens.codes) if code == CODE["year"]]
            named = (self.tokens.values[at] for at in years if cues.identifies(self.read_before(at, 14)))
            self._identified = frozenset(number for number in named if isinstance(number, int))
        return number in self._identified

    @property
    def previous_days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day of the date before this one; None without bounds."""
        span = self.previous
        return (span.first, span.last) if span and span.first and span.last else None

    @property
    def story(self) -> dt.date | None:
        """The first day of the date the story has come to."""
        return self.line.first if self.line else None

    @property
    def anchor(self) -> tuple[dt.date, str] | None:
        """What "last month" counts from, and the basis that gives; None where nothing is known."""
        if self.narrative and self.previous_days:
            return self.previous_days[0], "anchored"
        return (self.published, "relative") if self.published else None

    def remember(self, reading: Reading) -> None:
        """Keep the reading in the registers it belongs to, if it has days."""
        span, begin, end = reading.span, reading.begin or 0, reading.end or 1
        if not span.first or not span.last or reading.type not in ("DATE", "TIME") or reading.is_comparison:
            return
        fine = span.is_fine
        if self._leads(span, begin, fine=fine):
            self.line, self.before_christ = span, 0
            if fine or self._opens_sentence(begin):  # a year that opens a sentence starts anew
                self._fine = span if fine else None
        if span.precision in _PERIODS:
            self.period = span
        if not self._is_deadline(begin):
            self.previous = span
        self._previous_at, self._previous_end = self.tokens.ends[end - 1], end
        if fine and reading.basis == "explicit":
            self._written = span.first, self._previous_at
        if not self.narrative:
            self._set_frame(reading, begin)

    def _is_deadline(self, begin: int) -> bool:
        """Whether something is to be done by the date: what comes "the next day" does not count from it."""
        return (
            not self.narrative and bool(_DEADLINE.search(self.read_before(begin))) and self.looks(begin) is Tense.COMING
        )

    def _set_frame(self, reading: Reading, begin: int) -> None:
        """A written year, or a date put in it, that opens its sentence sets the frame; what counts from publication
        and opens one ends it.
        """
        if reading.span.first is None or not self._opens_sentence(begin):
            return
        if reading.basis == "explicit" or reading.how.startswith(_FRAMED):
            self.frame = YearFrame(reading.span, self._previous_at, self._is_entry(begin, reading.end or begin + 1))
        elif reading.basis in ("relative", "completed"):
            self.frame = None

    def _leads(self, span: Span, begin: int, *, fine: bool) -> bool:
        """Whether a date moves the story on: one that opens its sentence, a day or month outside brackets, a year soon
        after the one told; any other year is an aside ("declassified in 2005").
        """
        story = self.story
        if story is None or span.first is None:
            return True
        if self._opens_sentence(begin):
            return True
        if fine:
            before = self.read_before(begin, _BRACKET)
            return before.rfind("(") <= before.rfind(")")
        if not 0 <= span.first.year - story.year <= _STEP:
            return False
        before = self._read_clause_before(begin).lower()
        if not _LOOKS_AHEAD.search(before):
            return True
        return not _PLANNED.search(before) and self.looks(begin) is not Tense.COMING

    def _opens_sentence(self, begin: int) -> bool:
        return self.tokens.starts[begin] <= len("in a") or bool(_OPENS_SENTENCE.search(self.read_before(begin)))

    def _is_entry(self, begin: int, end: int) -> bool:
        """Whether a date heads a line of a chronology: "Nov. 8: Acme offers to buy", or stands alone on its line."""
        return bool(_OPENS_LINE.search(self.read_before(begin, 12)) and _HEADS_ENTRY.match(self.read_after(end, 20)))

    def read_range_start(self, words: Words) -> dt.date | None:
        """The first day of the preceding date, where "to" or a dash alone stands between it and the words."""
        between = self.tokens.codes[self._previous_end : words.first]
        return self.previous_days[0] if self.previous_days and between in _RANGE_JOINTS else None

    def is_near(self, index: int) -> bool:
        """Whether the preceding date stands in the sentence of the token or one of the two before it."""
        start = self.tokens.starts[index]
        return start - self._previous_at < _FARTHEST and self.text.count(". ", self._previous_at, start) <= _NEAR

    def read_since_previous(self, index: int) -> str:
        """What stands between the preceding date and the token, in lower case; empty where a sentence ends between."""
        start = self.tokens.starts[index]
        return self.text[self._previous_at : start] if self._is_same_sentence(self._previous_at, index) else ""

    def _is_same_sentence(self, end: int, index: int) -> bool:
        """Whether no sentence ends between the offset and the token."""
        start = self.tokens.starts[index]
        return start - end < _FARTHEST and not _CLAUSE_END.search(self.text, end, start)

    def read_after(self, index: int, length: int = 40) -> str:
        """What stands after the token before `index`, in lower case."""
        end = self.tokens.ends[index - 1]
        return self.text[end : end + length]

    def read_before(self, index: int, length: int = 30) -> str:
        """What stands before the token, in lower case."""
        start = self.tokens.starts[index]
        return self.text[max(0, start - length) : start]

    def read_sentence_around(self, first: int, last: int) -> tuple[str, str]:
        """What stands in the sentence before the token `first` and from the token `last` on, as written."""
        if self.narrative:
            return self._read_clause_before(first), self.read_after(last, _BRACKET)
        if self._sentence_starts is None:
            self._sentence_starts = [sentence.start for sentence in find_sentences(self.tokens.text)]
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        at = bisect.bisect_right(self._sentence_starts, start)
        opening = self._sentence_starts[at - 1] if at else 0
        at = bisect.bisect_right(self._sentence_starts, end)
        closing = self._sentence_starts[at] if at < len(self._sentence_starts) else len(self.text)
        text = self.tokens.text
        return text[max(opening, start - _CLAUSE) : start], text[end : min(closing, end + _CLAUSE)]

    def _read_clause_before(self, index: int) -> str:
        """What stands before the token in its clause; histories leave so little to tense that this does."""
        start = self.tokens.starts[index]
        before = self.tokens.text[max(0, start - _SHORT_CLAUSE) : start]
        return before[max((match.end() for match in _CLAUSE_END.finditer(before)), default=0) :]

    def judge_tense(self, words: Words, *, plain: bool = False) -> Verdict | None:
        """What the verbs of the sentence say of the date: past or coming, and by which words."""
        return judge_tense(*self.read_sentence_around(words.first, words.last), plain=plain)

    def looks(self, index: int) -> Tense | None:
        """The tense of the clause a token stands in, or None."""
        found = self.judge_tense(Words(self.tokens, index, index + 1))
        return found.tense if found else None

    def is_past(self, words: Words) -> bool:
        """Whether a verb of the past leaves no doubt about the clause."""
        found = self.judge_tense(words, plain=True)
        return found is not None and found.tense is Tense.PAST

    def looks_ahead(self, words: Words) -> bool:
        """Whether the clause tells of something still to come."""
        found = self.judge_tense(words)
        return found is not None and found.tense is Tense.COMING

    def choose_year(self, month: int, day: int, words: Words) -> Year | None:
        """The year a month (and day, or 0) without one belongs to, its basis, and how it was chosen."""
        if self.story and (self.narrative or not self.published):
            return Year(self._continue_year(self.story, month), "completed", "year of the date before it")
        published = self.published
        if not published:
            return None
        verdict = self.judge_tense(words)
        framed = self._choose_framed_year(month, day, words, verdict)
        if framed:
            return framed
        if self._is_adjective(words):
            nearest = find_nearest_day(published, month, day or _MIDDLE)
            past = bool(day and verdict and verdict.tense is Tense.PAST)
            if not past and not day and self._is_to_come(published, month, words):
                return Year(published.year + (month < published.month), "completed", "the coming one, after “until”")
            if nearest and not past and (day or (nearest - published).days <= _SOON):
                return Year(nearest.year, "completed", "year nearest publication")
        before, entry = self.read_before(words.first), self._is_entry_of_past(published, words)
        since, until = bool(_SINCE.search(before)), bool(_UNTIL.search(before))
        return choose_year(published, month, day, verdict, since=since, until=until, entry=entry)

    def _is_entry_of_past(self, published: dt.date, words: Words) -> bool:
        """Whether a date heads a line, and the one before it lies not ahead, as in a list of what is to come."""
        before = self.previous_days[0] if self.previous_days else None
        return self._is_entry(words.first, words.last) and not (before and before > published)

    def _is_adjective(self, words: Words) -> bool:
        """Whether a month or day belongs to the noun after it, whatever the verb: "the November election"."""
        article = words.has("the") or _ARTICLE.search(self.read_before(words.first, 8)) is not None
        return article and cues.is_before_noun(self.read_after(words.last))

    def _is_to_come(self, published: dt.date, month: int, words: Words) -> bool:
        """Whether something waits for the month's event: "a delay until after the November election"."""
        lately = 0 <= (published.month - month) % 12 <= 1  # it may just have passed
        return not lately and _WAITING.search(self.read_before(words.first, 40)) is not None

    def _choose_framed_year(self, month: int, day: int, words: Words, verdict: Verdict | None) -> Year | None:
        """The year the sentence or the story gives; none that is over to a clause that looks ahead."""
        ahead = verdict is not None and verdict.tense is Tense.COMING
        published = self.published or dt.date.max
        if self._written and self._is_same_sentence(self._written[1], words.first):
            written = self._written[0]
            if not (ahead and written.year < published.year):
                turned = turns_year(written.month, month) and (written.year + 1, month) <= find_month(published)
                return Year(written.year + turned, "completed", "year of the date before it in the sentence")
            return None
        if self._written and not ahead and self._goes_on(self._written, month, day, words):
            return Year(self._written[0].year, "completed", "year of the month told before it")
        frame = self.frame
        if frame is None or frame.span.first is None or not self._is_in_frame(frame, month, day, words):
            return None
        if ahead and not (frame.is_entry and self._is_entry(words.first, words.last)):
            return None  # in a chronology the entry's year stands, whatever its verbs: "Nov. 8: Acme offers to buy"
        whole = not frame.span.is_fine
        turned = not whole and month < frame.span.first.month and turns_year(frame.span.first.month, month)
        return Year(frame.span.first.year + turned, "completed", _FRAMED)

    def _is_of_news(self, entry: Span, month: int, day: int) -> bool:
        """Whether a day that lies before the entry's in its year is of the weeks before publication, and no earlier:
        "12 August 2023: Roe signs. 4 June: Roe leaves", published in July 2025.
        """
        published, before = self.published, entry.first
        if published is None or before is None or not day or not entry.is_fine or before.year >= published.year:
            return False
        if (month, day) >= (before.month, before.day) or turns_year(before.month, month):
            return False
        return is_just_past(published, month, day, _WEEKS_OF_NEWS)

    def _goes_on(self, written: tuple[dt.date, int], month: int, day: int, words: Words) -> bool:
        """Whether the sentence before told of the month with its year, and no day of it has just passed: "between
        June 2018 and March 2019. The last was on 12 March".
        """
        start, published = self.tokens.starts[words.first], self.published
        told = self.text[written[1] : start] if start - written[1] < _FARTHEST else "\n"
        if written[0].month != month or "\n" in told or told.count(". ") > 1 or not published or not day:
            return False
        nearest = find_nearest_day(published, month, day)
        return nearest is not None and not 0 <= (published - nearest).days <= _FRESH

    def _is_in_frame(self, frame: YearFrame, month: int, day: int, words: Words) -> bool:
        """Whether a date goes on with the entries of a chronology, or with the paragraph that its year opened."""
        start, published = self.tokens.starts[words.first], self.published
        if frame.is_entry and self._is_entry(words.first, words.last):
            return not self._is_of_news(frame.span, month, day)
        if "\n" in self.text[frame.end : start] or start - frame.end > _FARTHEST:
            return False
        if published and frame.span.first and frame.span.first.year == published.year:
            return False
        fresh = published is not None and is_just_past(published, month, day or 1, _FRESH)
        next_sentence = self.text.count(". ", frame.end, start) <= 1
        return not fresh or next_sentence or self._opens_sentence(words.first)

    def _continue_year(self, story: dt.date, month: int) -> int:
        """The year the story is in; the next one, where it has told of December and goes on in January."""
        day = self._fine.first if self._fine else None
        if day is None:
            return story.year
        turned = day.month == 12 and month <= 2
        if self._fine is self.line or story.year == day.year:
            return day.year + turned
        # "On 10 March 1975 … in 1976. On 11 March …": the story goes on from the day, not from the year after it
        return day.year if month >= day.month else story.year


_ARTICLE = re.compile(r"(?:\b(?:the|a|an|its|their|his|her|our)|'s)\s$")
_FRAMED = "year its story is told in"
_SINCE = re.compile(r"\b(?:since|last)\s(?:the\s)?$")
_UNTIL = re.compile(r"\b(?:until|till)\s(?:the\s)?$")
_WAITING = re.compile(r"\b(?:until|till|ahead of|in the run-up to)\s(?:after\s|before\s)?(?:the|its|their|his|her)\s$")
_WEEKS_OF_NEWS = 60  # days
