"""What a reader of one date may ask about the rest: publication, style, the date told last, the words around.

One `Context` lives for one text. It moves forward with the text and is never shared.
"""

import dataclasses
import datetime as dt
import re

from timeline.dates import spans
from timeline.dates.spans import Span
from timeline.dates.tokens import CODE, Tokens

__all__ = ["Context", "Reading", "Words"]


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """How words were read: the span, TIMEX3 type, basis and one plain sentence; `begin`/`end` (token indexes) where
    only some of the words belong to it.
    """

    span: Span
    type: str
    basis: str | None
    how: str
    begin: int | None = None
    end: int | None = None
    period: bool = False
    is_name: bool = False
    alternatives: tuple[dt.date, ...] = ()
    joint: bool = False
    rule: str = ""


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
        found = [i for name in names if (i := self.codes.find(CODE[name])) >= 0]
        return self.first + min(found) if found else -1

    def value(self, *names: str) -> object:
        """The value of the first token of one of the classes, or None."""
        index = self.find(*names)
        return self.tokens.values[index] if index >= 0 else None

    def all(self, name: str) -> list[object]:
        """The values of every token of the class."""
        code = CODE[name]
        return [self.tokens.values[i] for i, c in enumerate(self.codes, self.first) if c == code]

    def number(self, *names: str) -> int | None:
        """The value as a whole number, or None."""
        value = self.value(*names)
        return value if isinstance(value, int) else None

    def word(self, *names: str) -> str:
        """The first token of one of the classes as written, in lower case, or ``""``."""
        index = self.find(*names)
        return self.at(index) if index >= 0 else ""

    def at(self, index: int) -> str:
        """The token with that index, in lower case."""
        return self.tokens.lowered[self.tokens.starts[index] : self.tokens.ends[index]]

    @property
    def text(self) -> str:
        """All the words, as written."""
        return self.tokens.text[self.tokens.starts[self.first] : self.tokens.ends[self.last - 1]]


# The words that tell what is still to come, and those that tell what has been, nearest to the date first.
_VERBS = re.compile(
    r"""\b(?:
      (?P<future> will | won['’]t | shall | (?:is|are|was|were|be)\s(?:also\s|now\s|still\s)?(?:to|due|set|scheduled|slated|expected|planned|supposed|likely|poised|going\sto)\b
        | plans? | planning | planned\sfor | expects? | intends? | aims? | hopes? | may | might | could | would | can | should | must | until | deadline | scheduled | due | upcoming
        | if | expected | vow(?:s|ed) | promis\w+ | agreed\sto | to\s(?:be|begin|start|take\splace|meet|vote|visit|hold|discuss|launch|open|release|announce|decide|attend) )
    | (?P<past> said | says | told | was | were | had | did | has | have | been | took | came | went | fell | rose | met | won | lost | left | made | gave | became
        | began | held | sent | led | ran | saw | got | killed | (?<!be\s)(?<!to\s)\w\w+ed )
    )\b""",
    re.VERBOSE,
)
_OPENS_SENTENCE = re.compile(r"(?:[.!?][\"”’']?\s+|\n\s*)(?:[a-z]+,?\s+){0,2}$")
_FINE = frozenset({"day", "week", "month"})
_CLAUSE_END = re.compile(r"[.!?;]\s|\n")
_PURPOSE_AFTER = re.compile(r"\s+to\s+(?!the\b|\d)[a-z]+")
_FUTURE_AFTER = re.compile(r"\s*,?\s*(?:will|may|could|would|is\s+(?:to|expected|due|set|scheduled))\b")


class Context:
    """The text, what is known about it, and the date told last."""

    __slots__ = ("bc", "line", "order", "previous", "published", "style", "text", "told_at", "tokens", "written")

    def __init__(self, tokens: Tokens, published: dt.date | None, style: str, order: str | None) -> None:
        self.tokens = tokens
        self.text = tokens.lowered
        self.published = published
        self.style = style
        self.order = order
        self.previous: Span | None = None
        self.told_at = 0
        self.written: tuple[int, int] | None = None
        self.line: Span | None = None
        self.bc = 0

    @property
    def narrative(self) -> bool:
        """Whether dates without a year follow the date told last rather than publication."""
        return self.style == "narrative"

    @property
    def anchor(self) -> tuple[dt.date, str] | None:
        """What "last month" counts from, and the basis that gives; None where nothing is known."""
        if self.narrative and self.previous and self.previous.first:
            return self.previous.first, "anchored"
        if self.published:
            return self.published, "relative"
        return None

    def remember(self, span: Span, basis: str | None, begin: int, end: int) -> None:
        """Keep `span` as the date told last, if it has days; `end` is the index after its last token."""
        if span.first and span.last:
            if self._leads(span, begin):
                self.line, self.bc = span, 0
            self.previous = span
            self.told_at = self.tokens.ends[end - 1]
            if basis == "explicit" and span.precision in _FINE:
                self.written = span.first.year, self.told_at

    def _leads(self, span: Span, begin: int) -> bool:
        """Whether a date moves the story on: one that opens its sentence, a day or month outside brackets, a year soon
        after the one told; any other year is an aside ("declassified in 2005").
        """
        line = self.line
        if line is None or line.first is None or span.first is None:
            return True
        start = self.tokens.starts[begin]
        before = self.text[max(0, start - 30) : start]
        if start <= 3 or _OPENS_SENTENCE.search(before):
            return True
        if span.precision in _FINE:
            return not before.endswith("(")
        return 0 <= span.first.year - line.first.year <= 2 and not self.future_at(begin)

    def same_sentence(self, end: int, index: int) -> bool:
        """Whether no sentence ends between the offset `end` and the token."""
        return not _CLAUSE_END.search(self.text, end, self.tokens.starts[index])

    def near(self, index: int) -> bool:
        """Whether the date told last stands in the same or the preceding sentence as the token."""
        return self.text.count(". ", self.told_at, self.tokens.starts[index]) <= 1

    def clause_before(self, index: int) -> str:
        """What stands before the token in its clause, at most 160 characters."""
        start = self.tokens.starts[index]
        low = max(0, start - 160)
        before = self.text[low:start]
        cut = 0
        for match in _CLAUSE_END.finditer(before):
            cut = match.end()
        return before[cut:]

    def after(self, index: int, length: int = 40) -> str:
        """What stands after the token before `index` (an end, exclusive)."""
        end = self.tokens.ends[index - 1]
        return self.text[end : end + length]

    def before(self, index: int, length: int = 30) -> str:
        """What stands before the token."""
        start = self.tokens.starts[index]
        return self.text[max(0, start - length) : start]

    def future(self, words: Words) -> bool:
        """Whether the clause tells of something still to come."""
        after = self.after(words.last)
        tense = self._tense(words.first)
        if _FUTURE_AFTER.match(after):
            return True
        return tense == "future" or (tense is None and bool(_PURPOSE_AFTER.match(after)))

    def future_at(self, index: int) -> bool:
        """Whether the verb nearest before the token looks ahead."""
        return self._tense(index) == "future"

    def _tense(self, index: int) -> str | None:
        """``"future"`` or ``"past"`` by the verb nearest before the token in its clause, None without one."""
        last = None
        for match in _VERBS.finditer(self.clause_before(index)):
            last = match
        return last.lastgroup if last else None

    def year_for(self, month: int, day: int, words: Words) -> tuple[int, str, str] | None:
        """The year a month (and day, or 0) without one belongs to, the basis and how it was chosen."""
        if self.narrative or not self.published:
            if self.line and self.line.first:
                return self._year_told(month), "completed", "year of the date before it"
            if not self.published:
                return None
        published = self.published
        if published is None:
            return None
        if self.written and self.same_sentence(self.written[1], words.first):
            return self.written[0], "completed", "year of the date before it in the sentence"
        if not day:
            return self._month_year(month, published, words), "completed", "year from publication"
        best = min(
            (span for y in (-1, 0, 1) if (span := spans.day(published.year + y, month, day)) and span.first),
            key=lambda span: abs((span.first - published).days),
            default=None,
        )
        return (best.first.year, "completed", "year nearest publication") if best and best.first else None

    def _year_told(self, month: int) -> int:
        """The year the story is in; the next one, where it has just told of December and goes on in January."""
        line = self.line
        if line is None or line.first is None:
            raise AssertionError
        turned = line.precision in _FINE and line.first.month == 12 and month <= 2
        return line.first.year + turned

    def _month_year(self, month: int, published: dt.date, words: Words) -> int:
        ahead = (month - published.month) % 12
        if ahead and self.future(words):
            return published.year + (month < published.month)
        return published.year - (month > published.month)
