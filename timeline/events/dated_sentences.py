"""A document in another language -> the sentences of it that say a day, each as it stands.

What such a sentence tells is not read: it has no agent and no kind of its own, and its title are its own words. That
keeps a pile in several languages on one timeline, and marks what nobody has read.
"""

import bisect
import hashlib
import re
from collections.abc import Sequence

from timeline.dates import DateMention
from timeline.documents import Document
from timeline.events.mention import EventDate, EventMention
from timeline.sentences import find_sentences

__all__ = ["find_dated_sentences"]

_LONGEST_QUOTE, _LONGEST_TITLE = 400, 80
_PROMINENCE = 0.4  # below what was read
_WORD = re.compile(r"\w[\w'’.-]*")
_MOST_WORDS = 4  # of a trigger


def find_dated_sentences(document: Document, text: str, dates: Sequence[DateMention]) -> list[EventMention]:
    """One mention for each sentence of `text` with an explicit day, month or year, dated by the first of them."""
    found = []
    starts = [date.start for date in dates]  # in order, so that each sentence looks at its own alone
    for start, whole_end in _list_sentences(text, dates, starts):
        end = min(whole_end, start + _LONGEST_QUOTE)
        within = dates[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
        date = next((d for d in within if d.end <= end and _can_date(d)), None)
        trigger = _find_trigger(text, start, end, date) if date else None
        if date and trigger:
            found.append(_make_mention(document, text, (start, end), trigger, date))
    return found


def _list_sentences(text: str, dates: Sequence[DateMention], starts: Sequence[int]) -> list[tuple[int, int]]:
    """The sentences of `text`; two that a date lies across are one: "Am 3. | März tagte der Rat"."""
    spans: list[tuple[int, int]] = []
    for sentence in find_sentences(text):
        before = bisect.bisect_left(starts, spans[-1][1]) - 1 if spans else -1
        if before >= 0 and sentence.start < dates[before].end:
            spans[-1] = spans[-1][0], sentence.end
        else:
            spans.append((sentence.start, sentence.end))
    return spans


def _can_date(date: DateMention) -> bool:
    return bool(date.first or date.last) and not date.is_name and not date.is_comparison


def _find_trigger(text: str, start: int, end: int, date: DateMention) -> tuple[int, int] | None:
    """The first words of the sentence beside its date, which stand for what it tells."""
    before = [m for m in _WORD.finditer(text, start, date.start) if len(m[0]) > 1]
    words = (before or list(_WORD.finditer(text, date.end, end)))[:_MOST_WORDS]
    return (words[0].start(), words[-1].end()) if words else None


def _make_mention(
    document: Document, text: str, quote: tuple[int, int], trigger: tuple[int, int], date: DateMention
) -> EventMention:
    planned = bool(document.published and date.first and date.first > document.published)
    return EventMention(
        id=hashlib.sha256(f"{document.id}:{trigger[0]}:{trigger[1]}".encode("utf-8", "surrogatepass")).hexdigest()[:16],
        document_id=document.id,
        start=quote[0],
        end=quote[1],
        quote=text[quote[0] : quote[1]],
        trigger_start=trigger[0],
        trigger_end=trigger[1],
        lemma=text[trigger[0] : trigger[1]].lower(),
        kind="other",
        status="planned" if planned else "happened",
        title=_write_title(text[quote[0] : quote[1]]),
        date=EventDate.from_mention(date),
        words=frozenset(word.lower() for word in _WORD.findall(text, *quote) if len(word) > _MOST_WORDS),
        prominence=_PROMINENCE,
    )


def _write_title(sentence: str) -> str:
    """The sentence without its full stop, cut at a word where it is too long for a slide."""
    words = " ".join(sentence.split()).rstrip(".。 ")
    if len(words) <= _LONGEST_TITLE:
        return words
    return f"{words[: _LONGEST_TITLE - 1].rpartition(' ')[0] or words[: _LONGEST_TITLE - 1]}…"
