"""A text -> where it states its own day of publication: the dateline, and the date line under its title.

Only the head of the text is looked at: a date in the article or in its footer is never taken for its publication.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from timeline.dates import find_dates
from timeline.sentences import Paragraph, find_paragraphs

__all__ = ["DATE_LINE", "StatedDate", "find_stated_dates", "read_day"]

HEAD_PARAGRAPHS = 12  # a date line further down belongs to something else

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_NUMERIC = r"\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./]\d{1,2}[./]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日"
_IN_WORDS = rf"{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{MONTH}"
_FULL_DATE = rf"(?:{WEEKDAY},?\s+)?(?:(?:{_IN_WORDS}),?\s+\d{{4}}|{_NUMERIC})"
_TIME = (
    r"(?:[T,]?\s*(?:at\s+)?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2})?)"
)
_LABEL = r"(?:first\s+)?(?:published|posted|publication\s+date|date|released|issued|filed|created)(?:\s+on)?\s*:?"
_UPDATED = r"(?:last\s+)?(?:updated|modified|edited)(?:\s+on)?\s*:?"

# A line such as "By Jo Doe | Published 3 March 2024, 10:15 GMT | Updated 4 March 2024 | 5 min read".
DATE_LINE = re.compile(
    rf"""
    (?: (?:by\s+)? [A-Z][\w.'’&-]* (?:\s+[\w.'’&-]+){{0,5}} \s* [|•·,–—-]\s+ )?   # who wrote or published it
    (?P<label> (?i:{_LABEL}) \s* )?
    (?P<date> {_FULL_DATE} ) {_TIME}?
    (?: \s* [|•·,;–—(-]? \s* (?i:{_UPDATED}) \s* .{{4,50}} )?
    (?: \. | \s* [|•·–—-] \s* .{{0,40}} (?<![.!?]) )?                              # reading time, place, section
    """,
    re.VERBOSE,
)
_PLACE = r"[^\W\d_][\w'’.-]*(?:[ /][^\W\d_][\w'’.-]*){0,3}(?:,\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?"
_DATE = rf"(?:{WEEKDAY},?\s+)?(?:(?:{_IN_WORDS})(?:,?\s+\d{{4}})?|{_NUMERIC})"
_AGENCIES = frozenset("AFP ANI ANSA AP BBC Bloomberg CNN dpa EFE IANS Kyodo PTI Reuters TASS UPI Xinhua Yonhap".split())
_AGENCY = r"(?:\([A-Z][^()\n]{1,40}\)|/[A-Z][\w /-]{1,40}/)"
_DATELINE = re.compile(
    rf"""
    (?: (?P<place> {_PLACE} ) (?: ,\s+ | \s+ (?=[(/]) | \s*[–—-]\s* (?=[A-Z0-9]) ) )?
    (?: (?P<date> {_DATE} ) [,.]? \s* )?
    (?P<agency> {_AGENCY} )?
    \s* (?: [–—] | --? | : ) \s+
    """,
    re.VERBOSE,
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A dateline (`basis` ``"dateline"``) or date line (``"text"``); `words` are its date, empty where it has none."""

    start: int
    end: int
    basis: str
    words: str


def find_stated_dates(text: str, start: int = 0, paragraphs: Sequence[Paragraph] | None = None) -> list[StatedDate]:
    r"""The dateline and the date line in the head of `text` (from `start`), at most one of each, in order.

    `paragraphs` are those of `text` where they are known already.

    Two or more bare dates on lines of their own are the headings of a chronology and none of them is a date line.

    Examples
    --------
    >>> text = "Loan signed\nPublished 4 March 2024\nKYIV, 3 March 2024 (Wire) - Ukraine signed a loan deal."
    >>> [(text[d.start:d.end], d.basis, d.words) for d in find_stated_dates(text)]
    [('Published 4 March 2024', 'text', '4 March 2024'), ('KYIV, 3 March 2024 (Wire) - ', 'dateline', '3 March 2024')]

    >>> find_stated_dates("How it went\n14 July 2025\nThe ban fell.\n11 August 2025\nHe called it obsolete.")
    []
    """
    paragraphs = [p for p in paragraphs or find_paragraphs(text) if p.start >= start]
    lines: list[StatedDate] = []
    datelines: list[StatedDate] = []
    bodies = 0
    for paragraph in paragraphs[:HEAD_PARAGRAPHS]:
        line = text[paragraph.start : paragraph.end]
        dated = DATE_LINE.fullmatch(line)
        if dated and bodies < 2:
            lines.append(_stated(paragraph.start, dated, "text"))
            continue
        bodies += paragraph.kind == "body"
        found = _DATELINE.match(line)
        if found and _is_dateline(found) and not datelines:
            datelines.append(_stated(paragraph.start, found, "dateline"))
    return sorted([*_date_line(text, lines, paragraphs), *datelines], key=lambda date: date.start)


def read_day(words: str) -> dt.date | None:
    """The one day that `words` name in full; None where they name none, several, or leave the year open.

    Examples
    --------
    >>> read_day("2025-07-14T10:00:00Z"), read_day("Monday, July 14, 2025"), read_day("14 July"), read_day("3/4/2025")
    (datetime.date(2025, 7, 14), datetime.date(2025, 7, 14), None, None)
    """
    iso = re.match(r"\d{4}-\d{2}-\d{2}(?!\d)", words)
    if iso:
        try:
            return dt.date.fromisoformat(iso.group())
        except ValueError:
            return None
    days = {m.first for m in find_dates(words) if m.basis == "explicit" and m.precision == "day" and not m.is_open}
    return days.pop() if len(days) == 1 else None


def _stated(offset: int, match: re.Match[str], basis: str) -> StatedDate:
    return StatedDate(start=offset, end=offset + match.end(), basis=basis, words=match["date"] or "")


def _is_dateline(match: re.Match[str]) -> bool:
    """Whether a place, a date and an agency, as far as they are there, make up a dateline."""
    place, date, agency = match["place"], match["date"], (match["agency"] or "").strip("()/ ")
    if not date and not agency:
        return False
    if place is None:
        return bool(agency)
    if not place[0].isupper() or not (place.isupper() or all(_capital(word) for word in place.split())):
        return False
    # Without a date, "Example Relief Front (ERF) -" is a name and its short form.
    initials = "".join(word[0] for word in place.split() if word[0].isupper())
    return bool(date) or (agency != initials and (place.isupper() or agency in _AGENCIES))


def _capital(word: str) -> bool:
    return word[0].isupper() or word.casefold() in {"de", "la", "le", "al", "of", "the", "del"}


def _date_line(text: str, lines: list[StatedDate], paragraphs: Sequence[Paragraph]) -> list[StatedDate]:
    """The first of `lines`, unless dates stand as headings throughout the text."""
    labelled = [line for line in lines if not text[line.start : line.end].startswith(line.words)]
    if labelled:
        return labelled[:1]
    bare = sum(bool(DATE_LINE.fullmatch(text, p.start, p.end)) for p in paragraphs if p.end - p.start < 60)
    return lines[:1] if bare == 1 else []
