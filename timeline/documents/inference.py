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
from timeline.documents.furniture import main_text
from timeline.documents.publication import find_stated_dates
from timeline.sentences import find_sentences

__all__ = ["infer_published"]

WIDEST_BRIEFING = dt.timedelta(days=366)  # sisters further apart than this say nothing of a document among them

_AHEAD = re.compile(
    r"\b(?:will|would|shall|could|may|might|plans?|planned|planning|expects?|expected|due|scheduled|set to|intends?"
    r"|next|upcoming|until|deadline|forecasts?|proposed|by (?:the end of )?(?=\d|[A-Z]))\b",
)
_OWN_YEAR = re.compile(r"\b(?:earlier|later|already|so far) (?:in|this)\b", re.IGNORECASE)
_SETTLED = {"explicit", "completed", "anchored"}
_FINE = {"day", "part", "week", "month"}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Clues:
    """What a document without a date says of when it was written.

    `references` are the days near which its dates without a year are read, `dateline` its dateline's words without a
    year; `is_history` says that its dates lie far apart and none is told from the day of writing.
    """

    document: Document
    text: str
    references: tuple[dt.date, ...]
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
    near = known or sorted(max(c.references) for c in undated if c.references)
    bounds = {c.document.id: _bound(c, _middle(near)) for c in undated}
    middle = _middle(known or sorted(day for day in bounds.values() if day))
    return [d if d.published else _dated(d, _settle(bounds.get(d.id), middle)) for d in documents]


def _clues(document: Document) -> _Clues:
    text = main_text(document.text)
    stated = find_stated_dates(document.text, read_front_matter(document.text).end)
    mentions = find_dates(text)
    references = tuple(day for m in _past(text, mentions) if (day := _reference(text, m)))
    return _Clues(
        document=document,
        text=text,
        references=references,
        dateline=next((date.words for date in stated if date.basis == "dateline"), ""),
        is_history=bool(references)
        and max(references) - min(references) > WIDEST_BRIEFING
        and not any(m.precision == "day" and m.basis in {"relative", "none"} for m in mentions),
    )


def _reference(text: str, mention: DateMention) -> dt.date | None:
    """The day near which other dates are read: the end of a date told in full, the middle of the author's own year."""
    if mention.basis != "explicit" or mention.first is None or mention.last is None:
        return None
    if mention.precision == "year" and _OWN_YEAR.search(text, max(0, mention.start - 15), mention.end):
        return dt.date(mention.first.year, 7, 1)
    return mention.last if mention.precision in _FINE else None


def _bound(clues: _Clues, sisters: dt.date | None) -> dt.date | None:
    """The latest past day `clues` tell of, to at least a month; None where no year can be settled."""
    reference = max((*clues.references, *([sisters] if sisters else [])), default=None)
    if reference is None or (clues.is_history and not sisters):
        return None
    dateline = [m.first for m in find_dates(clues.dateline, reference) if m.precision == "day" and m.first]
    if dateline:
        return dateline[0]
    past = _past(clues.text, find_dates(clues.text, reference))
    return max((m.last for m in past if m.basis in _SETTLED and m.precision in _FINE and m.last), default=None)


def _settle(bound: dt.date | None, middle: dt.date | None) -> dt.date | None:
    """The later of a document's own bound and the middle of its sisters; None where they are of different affairs."""
    if bound and middle and middle - bound > WIDEST_BRIEFING:
        return None
    return max((day for day in (bound, middle) if day), default=None)


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
    return dataclasses.replace(document, published=day, published_basis="inferred")
