"""Documents of one briefing -> publication dates for those that state none, from their own dates and their sisters'.

A document is never dated before the latest past date it tells of; what is filled in here is marked ``inferred``.
"""

import dataclasses
import datetime as dt
import re
import statistics
from collections.abc import Sequence

from timeline.dates import DateMention, find_dates
from timeline.documents.document import Document
from timeline.documents.front_matter import read_front_matter
from timeline.documents.publication import find_stated_dates
from timeline.sentences import find_sentences

__all__ = ["infer_published"]

WIDEST_BRIEFING = dt.timedelta(days=366)  # sisters further apart than this say nothing of a document among them
LOOK_BACK = dt.timedelta(days=120)  # how long after the last date in full those without a year are read from

_AHEAD = re.compile(
    r"\b(?:will|would|shall|could|may|might|plans?|planned|planning|expects?|expected|scheduled|set to|intends?"
    r"|due (?:on|in|by|this|next|later)|next|upcoming|until|deadline|forecasts?|proposed"
    r"|by (?:the end of )?(?=\d|[A-Z]))\b",
)
_OWN_YEAR = re.compile(r"\b(?:earlier|later|already|so far) (?:in|this)\b", re.IGNORECASE)
_SETTLED = {"explicit", "completed", "anchored"}
_FINE = {"day", "part", "week", "month"}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Clues:
    """What a document without a date says of when it was written.

    `mentions` are its past dates as they read without a publication date, `latest` the last of those told in full,
    `dateline` the words of its dateline; `is_history` says that its dates lie far apart and few are told from the day
    of writing.
    """

    document: Document
    text: str
    mentions: tuple[DateMention, ...]
    latest: dt.date | None
    dateline: str
    is_history: bool


def infer_published(documents: Sequence[Document]) -> list[Document]:
    """`documents`, those without a publication date given an inferred one where the text or a sister document allows.

    A document's own latest past date is the earliest day it can be from. The middle of its sisters' dates is taken
    instead where that is later. A month and day without a year are read near the dates that do have one, in the
    document or else in its sisters. Nothing is inferred where neither says anything, and the order of the documents
    changes nothing.

    Examples
    --------
    >>> told = Document(text="Acme sued Globex in April 2025. The judge heard both sides on May 12.")
    >>> sister = Document(text="Acme and Globex are in court.")
    >>> [(d.published, d.published_basis) for d in infer_published([told, sister])]
    [(datetime.date(2025, 5, 12), 'inferred'), (datetime.date(2025, 5, 12), 'inferred')]
    """
    undated = [_clues(d) for d in documents if d.published is None and d.text.strip()]
    if not undated:
        return list(documents)
    known = sorted(d.published for d in documents if d.published)
    near = _middle(known or sorted(c.latest for c in undated if c.latest and not c.is_history))
    bounds = {c.document.id: _bound(c, near) for c in undated}
    middle = _middle(known or sorted(day for day, is_fine in bounds.values() if day and is_fine))
    return [d if d.published else _dated(d, _settle(bounds.get(d.id, (None, False)), middle)) for d in documents]


def _clues(document: Document) -> _Clues:
    text = document.article
    stated = find_stated_dates(document.text, read_front_matter(document.text).end)
    mentions = _past(text, find_dates(text))
    told = [(m, m.last) for m in mentions if m.basis == "explicit" and m.last]
    relative = sum(m.precision == "day" and m.basis in {"relative", "none"} for m in mentions)
    days = [last for _, last in told]
    return _Clues(
        document=document,
        text=text,
        mentions=tuple(mentions),
        latest=max((day for m, last in told if (day := _reference(text, m, last))), default=None),
        dateline=next((date.words for date in stated if date.basis == "dateline"), ""),
        is_history=len(days) > 4 * relative and max(days) - min(days) > WIDEST_BRIEFING,
    )


def _reference(text: str, mention: DateMention, last: dt.date) -> dt.date | None:
    """The `last` day of a date told in full, or the middle of a year the author stands in ("earlier in 2025")."""
    if mention.precision == "year" and _OWN_YEAR.search(text, max(0, mention.start - 15), mention.end):
        return last.replace(month=7, day=1)
    return last if mention.precision in _FINE else None


def _bound(clues: _Clues, sisters: dt.date | None) -> tuple[dt.date | None, bool]:
    """The latest past day `clues` tell of, if any year is settled, and whether it is told to a month or better."""
    near = max((day for day in (clues.latest, sisters) if day), default=None)
    if near is None or (clues.is_history and not sisters):
        return None, False
    dateline = [m.first for m in find_dates(clues.dateline, near + LOOK_BACK) if m.precision == "day" and m.first]
    if dateline:
        return dateline[0], True
    settled = {m.start: m for m in _past(clues.text, find_dates(clues.text, near + LOOK_BACK))}
    settled |= {m.start: m for m in clues.mentions if m.basis in _SETTLED}
    days = [_day(m) for m in settled.values() if m.basis in _SETTLED and m.first]
    return max((day for day in days if day[0]), default=(None, False))


def _day(mention: DateMention) -> tuple[dt.date | None, bool]:
    """The day `mention` proves to have come, and whether it is told to a month or better."""
    is_fine = mention.precision in _FINE
    return (mention.last or mention.first if is_fine else mention.first), is_fine


def _settle(clue: tuple[dt.date | None, bool], middle: dt.date | None) -> dt.date | None:
    """The later of a document's own bound and the middle of its sisters.

    None where they are of different affairs, or where there are no sisters and the bound is no better than a year.
    """
    bound, is_fine = clue
    if not middle:
        return bound if is_fine else None
    if bound and middle - bound > WIDEST_BRIEFING:
        return None
    return max(bound or middle, middle)


def _past(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """Those of `mentions` that are not part of a name and in whose sentence nothing looks ahead."""
    ahead = [(s.start, s.end) for s in find_sentences(text) if _AHEAD.search(text, s.start, s.end)]
    return [m for m in mentions if not m.is_name and not any(start <= m.start < end for start, end in ahead)]


def _middle(days: Sequence[dt.date]) -> dt.date | None:
    """The median of sorted `days`; None where there are none or they lie too far apart to be one briefing's."""
    if not days or days[-1] - days[0] > WIDEST_BRIEFING:
        return None
    return dt.date.fromordinal(statistics.median_high([day.toordinal() for day in days]))


def _dated(document: Document, day: dt.date | None) -> Document:
    if day is None:
        return document
    return document.but(published=day, published_basis="inferred")
