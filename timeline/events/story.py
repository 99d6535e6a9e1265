"""One model of a document's time: its mentions -> the same, those that no words date set where the document tells them.

News has a day of its own, told once in its lead ("on Tuesday"); what nothing else dates belongs to that day rather than
to the day it was printed (measured on three affairs: 75 to 82 % against 60 to 65 %). A speaker whose day is named goes
on speaking on it. After a date long past the text tells background until it comes back to the present; a text most of
whose dates are long past is a history. Background is left undated: a day of publication would be false by years.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence

from timeline.events.mention import EventDate, EventMention
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.when.assume import bound_date
from timeline.vocabulary import Basis, Kind, Precision, Status

__all__ = ["date_by_story"]

_SPEAKING = frozenset((Kind.STATEMENT, Kind.MEETING, Kind.LAUNCH))
_JUDGED = frozenset((Kind.CRIME, Kind.DEATH, Kind.CONFLICT, Kind.DISASTER))
_BEFORE_COURT = "nothing dates it, and the text tells what a court makes of it: it came before"
_TOLD = frozenset((Status.HAPPENED, Status.ONGOING))
_LEAD = 600  # characters: beyond, a stated day is as often that of another event
_STORY = dt.timedelta(days=7)  # before publication; what lies further back is no news
_REPORTED = dt.timedelta(days=1)
"""What somebody only says in the lead lies further back as often as not: "engineers were called on Monday, it said"."""
_SPOKEN = dt.timedelta(days=3)
_LONG_AGO = dt.timedelta(days=60)
_WEIGHS = 0.4  # the prominence from which a mention sets the time of those after it
_FAR = "nothing dates it, and the text around it tells of long before publication"


def date_by_story(
    mentions: Sequence[EventMention], sentences: Sequence[ParsedSentence], published: dt.date | None
) -> list[EventMention]:
    """`mentions` in the order of the text, those of basis ``published`` on the day they are told for, or undated.

    `sentences` has the sentence of each mention. Without a day of publication nothing was assumed, and nothing changes.
    """
    if published is None:
        return list(mentions)
    story = _Story(mentions, sentences, published)
    return [story.place_mention(mention, sentence) for mention, sentence in zip(mentions, sentences, strict=True)]


class _Story:
    """Where in time a document is while it is read from its beginning.

    Attributes
    ----------
    day
        The day of its story: that of the first event of its lead with a stated day, None where its lead states none.
    history
        Whether most of its dates are long past; its lead may be news all the same.
    judges
        Whether its news is what a court does: what it judges came before.
    """

    def __init__(
        self, mentions: Sequence[EventMention], sentences: Sequence[ParsedSentence], published: dt.date
    ) -> None:
        self._published = published
        self._spoke: dict[str, EventDate] = {}
        self._paragraph = -1
        self._long_ago = False
        self._before: EventDate | None = None
        dated = [m.date for m in mentions if m.date.last is not None and (m.date.text or _is_stated(m.date))]
        far = [self._is_far(date) for date in dated if _is_stated(date) or self._is_far(date)]
        self.day = next(self._list_days_of_lead(mentions, sentences), None)
        self.history = len(far) >= 4 and sum(far) > 0.6 * len(far)
        self._far_paragraphs = self._list_far_paragraphs(mentions, sentences)
        self._news_end = (mentions[0].start if mentions else 0) + (_LEAD if self.day else 0)
        self.judges = self._tells_of_court(mentions, sentences)

    def _list_far_paragraphs(
        self, mentions: Sequence[EventMention], sentences: Sequence[ParsedSentence]
    ) -> frozenset[int]:
        """The paragraphs whose first date is a day long before publication: what comes before it is older."""
        first: dict[int, bool] = {}
        for mention, sentence in zip(mentions, sentences, strict=True):
            point = (
                _is_stated(mention.date) and mention.date.precision == Precision.DAY and mention.date.span == "point"
            )
            if point and mention.prominence >= _WEIGHS and not _stands_beside(mention, sentence):
                first.setdefault(sentence.paragraph, self._is_far(mention.date) and _is_news(mention, sentence))
        return frozenset(paragraph for paragraph, far in first.items() if far)

    def _tells_of_court(self, mentions: Sequence[EventMention], sentences: Sequence[ParsedSentence]) -> bool:
        """Whether the first sentence that tells something tells what a court does: a charge, a verdict, a sentence."""
        opening = [(m, s) for m, s in zip(mentions, sentences, strict=True) if m.start == mentions[0].start]
        return any(m.kind == Kind.LAWSUIT and m.status in _TOLD and _is_news(m, s) for m, s in opening)

    def _list_days_of_lead(
        self, mentions: Sequence[EventMention], sentences: Sequence[ParsedSentence]
    ) -> Iterator[EventDate]:
        """The stated days of what the lead tells as news."""
        start = mentions[0].start if mentions else 0
        for mention, sentence in zip(mentions, sentences, strict=True):
            if mention.start - start > _LEAD:
                return
            near = _REPORTED if _is_reported(mention, sentence) else _STORY
            told = mention.status in _TOLD and self._is_near(_as_told(mention.date), near)
            if told and _is_news(mention, sentence):
                yield _as_told(mention.date)
            elif mention.start == start:
                yield from (date for date in _list_days_of_saying(sentence) if self._is_near(date, _STORY))

    def place_mention(self, mention: EventMention, sentence: ParsedSentence) -> EventMention:
        """`mention` with its date as the story has it."""
        self._read_on(mention, sentence)
        if mention.date.basis != Basis.PUBLISHED or mention.date.text:
            return mention
        background = self._date_background(mention)
        if background is not None:
            return dataclasses.replace(mention, date=background)
        speaks = mention.kind in _SPEAKING and mention.status in _TOLD
        spoke = self._spoke.get(_read_speaker(mention)) if speaks else None
        if spoke is not None:
            return dataclasses.replace(mention, date=_take_day_of_speaker(spoke))
        if _tells_what_came_since(mention, sentence, behind=self._before is not None):
            return dataclasses.replace(mention, date=self._bound_date(self._before))
        if self._before is not None and (mention.kind not in _SPEAKING or mention.lemma == "attend"):
            return dataclasses.replace(mention, date=self._follow_date(self._before))
        return dataclasses.replace(mention, date=_take_day_of_story(self.day)) if self.day else mention

    def _date_background(self, mention: EventMention) -> EventDate | None:
        """The date of what came before the news, as far as it is known: what a court judges, what is long past."""
        if self.judges and mention.kind in _JUDGED:
            last = self.day.last if self.day is not None and self.day.last is not None else self._published
            return bound_date(None, last, None, _BEFORE_COURT)
        background = self._long_ago or (self.history and mention.start >= self._news_end)
        return EventDate(reading=_FAR) if background else None

    def _follow_date(self, before: EventDate) -> EventDate:
        """The date of what a paragraph tells behind something dated: the same day in news, else not before it."""
        if self._is_near(before, _STORY):
            return _take_day_of_story(before)
        return self._bound_date(before)

    def _bound_date(self, before: EventDate | None) -> EventDate:
        """Between what is told before and publication."""
        told = f": told right after “{before.text}”, and" if before is not None else ", but it was"
        first = before.first if before is not None else None
        reading = f"nothing dates it{told} not after publication"
        return bound_date(first, self._published, None, reading)

    def _read_on(self, mention: EventMention, sentence: ParsedSentence) -> None:
        """Take note of what a mention says of the time that the text is in from there on."""
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._before = sentence.paragraph, None
            self._long_ago = sentence.paragraph in self._far_paragraphs
        if not _is_stated(mention.date) or mention.date.last is None or _stands_beside(mention, sentence):
            return
        past = mention.date.last <= self._published and mention.date.first is not None
        if mention.prominence >= _WEIGHS and mention.status in _TOLD and past and mention.date.span == "point":
            self._before = mention.date
        if mention.prominence >= _WEIGHS:
            self._long_ago = self._is_far(mention.date)
        speaks = mention.kind in _SPEAKING and mention.status in _TOLD
        if speaks and _read_speaker(mention) and self._is_near(mention.date, _SPOKEN):
            self._spoke[_read_speaker(mention)] = mention.date

    def _is_far(self, date: EventDate) -> bool:
        return date.last is not None and self._published - date.last > _LONG_AGO

    def _is_near(self, date: EventDate, reach: dt.timedelta) -> bool:
        """Whether words name one day shortly before publication."""
        return (
            date.first is not None
            and date.first == date.last
            and date.precision == Precision.DAY
            and _is_stated(date)
            and dt.timedelta(0) <= self._published - date.first <= reach
        )


def _is_reported(mention: EventMention, sentence: ParsedSentence) -> bool:
    """Whether it is what an undated saying before it says."""
    clause = _find_clause(sentence, mention)
    above = sentence.clauses[clause.parent] if clause is not None and clause.parent is not None else None
    return clause is not None and clause.kind == "reported" and above is not None and not sentence.list_dates(above)


def _is_news(mention: EventMention, sentence: ParsedSentence) -> bool:
    """Whether a verb tells it, and not as what had come before: "the toll from Tuesday's earthquake rose"."""
    clause = _find_clause(sentence, mention)
    if clause is None or clause.verb.earlier:
        return False
    hangs = clause.kind == "relative" or clause.verb.form == "participle"
    if hangs and sentence.tokens[clause.start - 1].tag == ",":
        return False  # "the deal, reached on"
    first = clause.verb.first  # "a man who was arrested on Friday was freed", but "who fled on Friday are unknown"
    around = (c for c in sentence.clauses if c.subject is not None and c.subject[0] < first < c.subject[1])
    inner = clause.kind in ("relative", "adverbial")
    return not inner or all(c.verb.tense != "past" for c in around)


def _tells_what_came_since(mention: EventMention, sentence: ParsedSentence, *, behind: bool) -> bool:
    """Whether its verb says that it came after what is told before: "has since closed four dams".

    So does a perfect right `behind` something dated: "was robbed on Tuesday. Police have arrested a man".
    """
    verb = next((c.verb for c in sentence.clauses if _holds(sentence, c.verb.head, mention)), None)
    words = sentence.tokens[verb.first : verb.head] if verb is not None and verb.perfect else ()
    present = bool(words) and words[0].low in ("has", "have")
    return (behind and present) or any(token.low == "since" for token in words)


def _stands_beside(mention: EventMention, sentence: ParsedSentence) -> bool:
    """Whether it is told of a noun, and the text goes on: "Acme, a mill that began in 1890, fell"."""
    clause = _find_clause(sentence, mention)
    if clause is None or (clause.kind != "relative" and clause.verb.form != "participle"):
        return False
    around = any(
        c.kind == "main" and c.subject and c.subject[0] < clause.start < c.verb.first for c in sentence.clauses
    )
    return around or (clause.kind == "relative" and sentence.tokens[clause.start - 1].tag == ",")


def _find_clause(sentence: ParsedSentence, mention: EventMention) -> Clause | None:
    """The clause whose verb names it, by its first or its last content verb: "voted on Tuesday to accept a deal"."""
    places = ((c, i) for c in sentence.clauses for i in (c.verb.head, c.verb.lead))
    return next((c for c, i in places if _holds(sentence, i, mention)), None)


def _holds(sentence: ParsedSentence, i: int, mention: EventMention) -> bool:
    token = sentence.tokens[i]
    return mention.start <= token.start and token.start < mention.trigger_end and mention.trigger_start < token.end


def _read_speaker(mention: EventMention) -> str:
    return mention.agent or (mention.actors[0] if mention.actors else "")


def _is_stated(date: EventDate) -> bool:
    """Whether the text itself dates it."""
    return date.basis != Basis.NONE and Basis(date.basis).stated


def _list_days_of_saying(sentence: ParsedSentence) -> Iterator[EventDate]:
    """The days on which somebody says what a sentence tells: "pupils will have to go, the board said on Thursday"."""
    for clause in sentence.clauses:
        if clause.kind == "main" and clause.verb.speaks and clause.verb.tense == "past":
            dates = (sentence.tokens[i].date for i in sentence.list_dates(clause))
            yield from (EventDate.from_mention(date) for date in dates if date is not None)


def _as_told(date: EventDate) -> EventDate:
    """A date that the day of its saying gives, as that day: "three have died, officials said on Monday"."""
    return dataclasses.replace(date, basis=Basis.RELATIVE) if date.basis == Basis.PUBLISHED and date.text else date


def _take_day_of_speaker(spoke: EventDate) -> EventDate:
    """The date of what a speaker says on an occasion named before."""
    reading = f"told of the same speaker as on “{spoke.text}”: {spoke.first}"
    return dataclasses.replace(spoke, basis=Basis.ANCHORED, reading=reading)


def _take_day_of_story(day: EventDate) -> EventDate:
    """The date of what nothing dates in a document whose lead states a day."""
    reading = f"nothing dates it: assumed on the day of the story, “{day.text}”: {day.first}"
    return EventDate(first=day.first, last=day.last, precision=day.precision, basis=Basis.PUBLISHED, reading=reading)
