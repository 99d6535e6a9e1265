"""Documents of one briefing -> publication dates for those that state none, from the names of their files, their own
dates and their sisters'.

A document is never dated before the latest past date it tells of; what is filled in here is marked ``inferred``. A date
that a document states but its text contradicts is none: the page was made on that day and written later.
"""

import bisect
import calendar
import dataclasses
import datetime as dt
import re
import statistics
from collections.abc import Sequence

from timeline.dates import DateMention, find_dates
from timeline.documents.document import Document
from timeline.documents.front_matter import read_front_matter
from timeline.documents.language import choose_date_language
from timeline.documents.named_days import read_day_in_name
from timeline.documents.publication import find_stated_dates
from timeline.documents.stamps import read_day_and_month
from timeline.sentences import find_sentences

__all__ = ["infer_published"]

WIDEST_BRIEFING = dt.timedelta(days=366)  # sisters further apart than this say nothing of a document among them
LOOK_BACK = dt.timedelta(days=120)  # how long after the last date in full those without a year are read from

FAR = dt.timedelta(days=366)  # one day told as past so long after the stated date is no slip of the pen
NEAR = dt.timedelta(days=1)  # papers carry the date of the day after

SAVED = dt.timedelta(days=7)  # after its dateline an article is saved; a dateline further back is one of another year

_AHEAD = re.compile(
    r"\b(?:will|would|shall|could|may|might|plans?|planned|planning|expects?|expected|scheduled|set (?:to|for)|intends?"
    r"|slated|delayed|postponed|moved|pushed|extended|sentenced|elections?"
    r"|due (?:on|in|by|this|next|later|to)|next|upcoming|until|deadline|forecasts?|proposed|ahead of|expires?"
    r"|(?:is|are) (?:to|being)|takes? (?:place|effect)|effective|begins?|starts?|opens?|ends?|runs?|before"
    r"|by (?:the end of )?(?=\d|[A-Z]))\b|['’]ll\b",
)
_TOLD = re.compile(
    r"\b(?:\w{2,}[^e\W]ed|was|were|had|has|have|did|said|told|made|took|gave|went|came|became|began|found|held|kept|left"
    r"|lost|met|paid|put|ran|saw|sold|bought|sent|shot|spoke|stood|struck|won|wrote|fell|rose|grew|led|broke|brought"
    r"|built|caught|chose|drew|drove|flew|fought|got|hit|knew|laid|set|shook|sued|swore|threw|withdrew)\b",
    re.IGNORECASE,
)
_OWN_YEAR = re.compile(r"\b(?:earlier|later|already|so far) (?:in|this)\b", re.IGNORECASE)
_SETTLED = {"explicit", "completed", "anchored"}
_STATED = {"metadata", "dateline", "text"}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
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

    The day in a file's name is that of its document, unless the text tells of later ones, and so is that of a dateline
    shortly before it. Without one, a document's own latest past date is the earliest day it can be from. The middle of
    its sisters' dates is taken instead where that is later. A month and day without a year are read near the dates that
    do have one, in the document or else in its sisters. Nothing is inferred where neither says anything, and the order
    of the documents changes nothing.

    Examples
    --------
    >>> told = Document(text="Acme sued Globex in April 2025. The judge heard both sides on May 12.")
    >>> sister = Document(text="Acme and Globex are in court.")
    >>> [(d.published, d.published_basis) for d in infer_published([told, sister])]
    [(datetime.date(2025, 5, 12), 'inferred'), (datetime.date(2025, 5, 12), 'inferred')]
    """
    documents = _take_named_days([_drop_contradicted(d) for d in documents])
    open_ones = [d for d in documents if d.published is None and d.text.strip()]
    alike = {_make_key(d): d for d in open_ones}  # what lies twice in a pile is read once, and weighs twice
    clues = {same: _read_clues(d) for same, d in alike.items()}
    undated = [clues[_make_key(d)] for d in open_ones]
    if not undated:
        return documents
    known = sorted(d.published for d in documents if d.published)
    near = _find_middle(known or sorted(c.latest for c in undated if c.latest and not c.is_history))
    bounds = {c.document.id: _bound(c, near) for c in clues.values()}
    middle = _find_middle(known or sorted(day for day, is_fine in bounds.values() if day and is_fine))
    return [
        d if d.published or not d.text.strip() else _set_date(d, _settle(bounds.get(d.id, (None, False)), middle))
        for d in documents
    ]


def _make_key(document: Document) -> tuple[str, str]:
    """What two documents have in common whose text is read alike."""
    return document.id, document.language


def _read_clues(document: Document) -> _Clues:
    text = document.article
    mentions = _find_past(document, text)
    told = [(m, m.last) for m in mentions if m.basis == "explicit" and m.last]
    relative = sum(m.precision == "day" and m.basis in {"relative", "none"} for m in mentions)
    days = [last for _, last in told]
    return _Clues(
        document=document,
        text=text,
        mentions=tuple(mentions),
        latest=max((day for m, last in told if (day := _find_reference(text, m, last))), default=None),
        dateline=_read_dateline(document),
        is_history=len(days) > 4 * relative and max(days) - min(days) > WIDEST_BRIEFING,
    )


def _read_dateline(document: Document) -> str:
    """The words of the document's dateline; ``""`` where it has none."""
    stated = find_stated_dates(document.text, read_front_matter(document.text).end)
    return next((date.words for date in stated if date.basis == "dateline"), "")


def _find_reference(text: str, mention: DateMention, last: dt.date) -> dt.date | None:
    """The `last` day of a date told in full, or the middle of a year the author stands in ("earlier in 2025")."""
    if mention.precision == "year" and _OWN_YEAR.search(text, max(0, mention.start - 15), mention.end):
        return last.replace(month=7, day=1)
    return last if mention.precision in _FINE else None


def _bound(clues: _Clues, sisters: dt.date | None) -> tuple[dt.date | None, bool]:
    """The latest past day `clues` tell of, if any year is settled, and whether it is told to a month or better."""
    if clues.latest and sisters and abs(sisters - clues.latest) > WIDEST_BRIEFING:
        sisters = None  # of another affair, so they lend no year
    near = max((day for day in (clues.latest, sisters) if day), default=None)
    if near is None or (clues.is_history and not sisters):
        return None, False
    later = min(near, dt.date.max - LOOK_BACK) + LOOK_BACK
    if dateline := _date_in_year(clues.dateline, later):
        return dateline, True
    days = [_find_day(m) for m in _settle_years(clues, later) if m.basis in _SETTLED and m.first]
    return max((day for day in days if day[0]), default=(None, False))


def _settle_years(clues: _Clues, later: dt.date) -> list[DateMention]:
    """The past dates of a document, those without a year as they read on the day `later`."""
    if all(m.basis in _SETTLED for m in clues.mentions):
        return list(clues.mentions)
    settled = {m.start: m for m in _find_past(clues.document, clues.text, later)}
    return list((settled | {m.start: m for m in clues.mentions if m.basis in _SETTLED}).values())


def _date_in_year(words: str, latest: dt.date) -> dt.date | None:
    """The last day up to `latest` that the `words` of a dateline without a year can name; None where they name none."""
    named = read_day_and_month(words)
    years = [y for y in range(latest.year, latest.year - 8, -1) if named and _exists(y, *named)]  # 29 February
    return next((day for y in years if named and (day := dt.date(y, *named)) <= latest), None)


def _exists(year: int, month: int, day: int) -> bool:
    return (month, day) != (2, 29) or calendar.isleap(year)


def _take_named_days(documents: Sequence[Document]) -> list[Document]:
    """`documents`, those without a date given the day in their file's name; of one text under two names the earlier."""
    named: dict[str, dt.date] = {}
    for document in documents:
        if document.published is None and document.text.strip() and (day := read_day_in_name(document.path)):
            named[document.id] = min(day, named.get(document.id, day))
    return [_set_date(d, _fit_to_text(d, named[d.id])) if d.id in named else d for d in documents]


def _fit_to_text(document: Document, named: dt.date) -> dt.date | None:
    """The day in a file's name, or of the dateline shortly before it; None where the text tells of later days."""
    if _find_contradiction(document, named):
        return None
    dateline = _date_in_year(_read_dateline(document), named)
    return dateline if dateline and named - dateline <= SAVED else named


def _drop_contradicted(document: Document) -> Document:
    """`document`, without the date that it states itself where its text tells of later days as past, and a note."""
    if document.published is None or document.published_basis not in _STATED:
        return document
    if not (later := _find_contradiction(document, document.published)):
        return document
    said = f"it says it is of {document.published} but tells of {later} as past, so that date is not taken: give it"
    note = "; ".join(filter(None, (document.note, said)))
    return document.replace(published=None, published_basis="none", note=note)


def _find_contradiction(document: Document, published: dt.date) -> dt.date | None:
    """The last day that the text tells of as past, where it cannot be of the day `published`."""
    if published > dt.date.max - FAR:
        return None  # what programs write where they know none: no text tells of later days
    later = _list_later_days(document, published + NEAR)
    return later[-1] if len(later) > 1 or (later and later[-1] > published + FAR) else None


def _list_later_days(document: Document, day: dt.date) -> list[dt.date]:
    """The days after `day` that `document` tells of as past, in order."""
    text = document.article
    if not any(int(year) >= day.year for year in _YEAR.findall(text)):
        return []
    sentences = [(s.start, s.end) for s in find_sentences(text) if _TOLD.search(text, s.start, s.end)]
    later = [m for m in _find_past(document, text) if m.basis == "explicit" and m.first and m.first > day]
    told = [m for m in later if _lies_in(sentences, m.start) and m.precision in _FINE]
    return sorted({m.first for m in told if m.first})


def _find_day(mention: DateMention) -> tuple[dt.date | None, bool]:
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


def _find_past(document: Document, text: str, published: dt.date | None = None) -> list[DateMention]:
    """The dates in the `text` of `document` that are not part of a name and in whose sentence nothing looks ahead."""
    ahead = [(s.start, s.end) for s in find_sentences(text) if _AHEAD.search(text, s.start, s.end)]
    mentions = find_dates(text, published, language=choose_date_language(document.language, text))
    return [m for m in mentions if not m.is_name and not _lies_in(ahead, m.start)]


def _lies_in(stretches: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether one of these stretches, which follow each other, holds `place`."""
    before = bisect.bisect_right(stretches, place, key=lambda stretch: stretch[0])
    return bool(before) and place < stretches[before - 1][1]


def _find_middle(days: Sequence[dt.date]) -> dt.date | None:
    """The median of sorted `days`; None where there are none or they lie too far apart to be one briefing's."""
    if not days or days[-1] - days[0] > WIDEST_BRIEFING:
        return None
    return dt.date.fromordinal(statistics.median_high([day.toordinal() for day in days]))


def _set_date(document: Document, day: dt.date | None) -> Document:
    if day is None:
        return document
    return document.replace(published=day, published_basis="inferred")
