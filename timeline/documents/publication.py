"""A text -> where it states its own day of publication: the dateline, and the date lines around its title.

Only the head of the text is looked at, and a last line that says "first published": a date in the article or in its
footer is never taken for its publication.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from timeline.dates import find_dates
from timeline.documents import _stamp_words as words
from timeline.documents._furniture_words import BYLINE
from timeline.documents.day_order import is_placeholder
from timeline.documents.stamps import Stamp, StampedLine, read_possible_days, read_stamped_line
from timeline.sentences import Paragraph, find_paragraphs

__all__ = ["StatedDate", "find_stated_dates", "read_only_day"]

MOST_PARAGRAPHS = 120  # of menus and the like, before which no article has begun
MOST_TEXTS = 2  # paragraphs of the article, below which a date line belongs to something else
MOST_ABOVE = 5  # standfirst and captions above who wrote it, with which an article may begin anew
LAST_PARAGRAPHS = 6  # where "first published" stands at the end

_PLACE = r"[^\W\d_][\w'’.-]*(?:[ /][^\W\d_][\w'’.-]*){0,3}(?:,\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?"
_LETTERS = r"[^\W\d_]{3,12}"
_IN_WORDS = (
    rf"{_LETTERS}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th|er|[º.])?\s+(?:of\s+|de\s+)?{_LETTERS}\.?"
)
_NUMERIC = r"\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./]\d{1,2}[./]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日"
_DATE = rf"(?:{_LETTERS}\.?,?\s+)?(?:le\s+|den\s+|el\s+)?(?:(?:{_IN_WORDS})(?:,?\s+(?:de\s+)?\d{{4}})?|{_NUMERIC})"
_AGENCY = r"(?:\((?:[A-Z]|dpa|ots|sda|apa|epd)[^()\n]{0,40}\)|/[^\W\d_][\w /-]{1,40}/)"
LONGEST_DATELINE = 300  # characters, place, agency and date together
_DATELINE = re.compile(
    rf"""
    (?: {_AGENCY} \s* [–—-]{{1,2}} \s* (?=[A-Z]) )?
    (?: (?P<place> {_PLACE} ) (?: [,.]\s+ | \s+ (?=[(/]) | \s*[–—-]{{1,2}}\s* (?=[(A-Z0-9]) ) )?
    (?P<before> {_AGENCY} \s* (?: [–—-]{{1,2}} \s* )? )?
    (?: (?P<date> {_DATE} ) [,.]? \s* )?
    (?P<agency> {_AGENCY} )?
    \s* \.? (?: \s* [–—] | \s* --? | : | (?<=/)\. ) \s+
    """,
    re.VERBOSE,
)
_BYLINE = re.compile(BYLINE)
_SMALL = frozenset("de la le al of the del d".split())


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A dateline (`basis` ``"dateline"``) or date line (``"text"``).

    Attributes
    ----------
    start, end
        The whole of it, a place or a byline among it.
    basis
        ``"dateline"``, ``"text"``, ``"updated"`` for a line that tells of a change alone, or ``""`` for another date
        line, that of the page or its clock.
    words
        Its date as written, empty where it has none.
    days
        The day it names; two where its figures can be read both ways, none where it leaves the year open.
    """

    start: int
    end: int
    basis: str
    words: str
    days: tuple[dt.date, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A paragraph that is a date line, by its place among the paragraphs."""

    place: int
    paragraph: Paragraph
    stamped: StampedLine
    is_above: bool  # the first paragraph of the article

    def find_first(self, *labels: str) -> Stamp | None:
        """The first of its dates that has one of `labels`."""
        return next((stamp for stamp in self.stamped.stamps if stamp.label in labels), None)


def find_stated_dates(text: str, start: int = 0, paragraphs: Sequence[Paragraph] | None = None) -> list[StatedDate]:
    r"""The dateline and the date lines in the head of `text` (from `start`), in order; at most one of each basis.

    `paragraphs` are those of `text` where they are known already.

    Of several date lines the one that says "published" counts, or else the last above the article: what stands further
    up is the clock of the page. Days of a change count where no other is stated. Two or more bare dates, each above
    text of its own, are the headings of a chronology and none of them is a date line.

    Examples
    --------
    >>> text = "Loan signed\nPublished 4 March 2024\nKYIV, 3 March 2024 (Wire) - Ukraine signed a loan deal."
    >>> [(text[d.start:d.end], d.basis, d.words) for d in find_stated_dates(text)]
    [('Published 4 March 2024', 'text', '4 March 2024'), ('KYIV, 3 March 2024 (Wire) - ', 'dateline', '3 March 2024')]

    >>> find_stated_dates("How it went\n14 July 2025\nThe ban fell.\n11 August 2025\nHe called it obsolete.")
    []
    """
    paragraphs = [p for p in paragraphs or find_paragraphs(text) if p.start >= start]
    lines, datelines = _read_head(text, paragraphs)
    stated = _read_date_lines(text, lines, paragraphs) or _read_last_line(text, paragraphs)
    return sorted([*stated, *datelines], key=lambda date: date.start)


def read_only_day(words: str) -> dt.date | None:
    """The one day that `words` name in full; None where they name none, several, or leave the year open.

    Examples
    --------
    >>> read_only_day("2025-07-14T10:00:00Z"), read_only_day("Monday, July 14, 2025")
    (datetime.date(2025, 7, 14), datetime.date(2025, 7, 14))
    >>> read_only_day("14 July"), read_only_day("3/4/2025")
    (None, None)
    """
    iso = re.match(r"\d{4}-\d{2}-\d{2}(?!\d)", words)
    if iso:
        try:
            day = dt.date.fromisoformat(iso.group())
        except ValueError:
            return None
        return None if is_placeholder(day) else day
    stated = read_possible_days(words)
    if stated:
        return stated[0] if len(stated) == 1 else None
    days = {m.first for m in find_dates(words) if m.basis == "explicit" and m.precision == "day" and not m.is_open}
    return days.pop() if len(days) == 1 else None


def _read_head(text: str, paragraphs: Sequence[Paragraph]) -> tuple[list[_Line], list[StatedDate]]:
    """The date lines and the first dateline above and in the first paragraphs of the article."""
    lines: list[_Line] = []
    datelines: list[StatedDate] = []
    texts = 0
    label = ""
    for place, paragraph in enumerate(paragraphs[:MOST_PARAGRAPHS]):
        line = text[paragraph.start : paragraph.end]
        stamped = read_stamped_line(line.strip("#*_ "), label) if texts < MOST_TEXTS else None
        label = stamped.open_label if stamped else ""
        if stamped and stamped.stamps:
            lines.append(_Line(place=place, paragraph=paragraph, stamped=stamped, is_above=not texts))
            continue
        written_by = len(line) <= LONGEST_DATELINE and _BYLINE.fullmatch(line) is not None
        texts = 0 if texts <= MOST_ABOVE and written_by else texts + _is_text(line)
        found = _DATELINE.match(line[:LONGEST_DATELINE])
        if found and not datelines and _is_dateline(found):
            datelines.append(_make_stated(paragraph.start, found))
        if texts > MOST_ABOVE:
            break
    return lines, datelines


def _is_text(line: str) -> bool:
    """Whether a paragraph is a sentence or more, as opposed to a menu's item, a label or a headline."""
    return len(line) > 200 or (len(line) > 40 and line.rstrip("\"'”’»)] ").endswith((".", "!", "?", "。")))


def _make_stated(offset: int, match: re.Match[str]) -> StatedDate:
    date = match["date"] or ""
    return StatedDate(
        start=offset,
        end=offset + match.end(),
        basis="dateline",
        words=date,
        days=read_possible_days(date) if date else (),
    )


def _is_dateline(match: re.Match[str]) -> bool:
    """Whether a place, a date and an agency, as far as they are there, make up a dateline."""
    place, date = match["place"], match["date"]
    agency = (match["agency"] or match["before"] or "").strip("()/–—- ")
    if date and not _names_month(date):
        return False
    if not date and not agency:
        return False
    if place is None:
        return bool(agency)
    if not place[0].isupper() or not (place.isupper() or all(_is_capital(word) for word in place.split())):
        return False
    # Without a date, "Example Relief Front (ERF) -" is a name and its short form.
    initials = "".join(word[0] for word in place.split() if word[0].isupper())
    return bool(date) or (agency != initials and (place.isupper() or agency in words.SOURCES))


def _names_month(date: str) -> bool:
    """Whether a date in words has the name of a month in it; one in figures needs none."""
    named = [word.casefold() for word in re.findall(r"[^\W\d_]{3,}", date)]
    unknown = [word for word in named if word not in words.MONTHS and word not in words.WEEKDAYS and word != "den"]
    return not unknown and (any(word in words.MONTHS for word in named) or not named)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word.casefold() in _SMALL


def _read_date_lines(text: str, lines: Sequence[_Line], paragraphs: Sequence[Paragraph]) -> list[StatedDate]:
    """What `lines` state, with the one that counts; none where dates stand as headings throughout the text."""
    chosen = next((line for line in lines if line.find_first("published")), None)
    if chosen is None:
        plain = [line for line in lines if line.find_first("")]
        if plain and _are_headings(text, plain, paragraphs):
            return []
        chosen = plain[-1] if plain else None
        timed = [line for line in plain if line.stamped.has_time or line.stamped.has_name]
        chosen = (
            timed[-1] if timed and len({day for line in plain for day in line.stamped.stamps[0].days}) > 1 else chosen
        )
    changed = (line for line in lines if line.is_above and line.find_first("updated"))
    updated = next(changed, None) if chosen is None else None
    return [_read_line(line, chosen, updated) for line in lines]


def _read_line(line: _Line, chosen: _Line | None, updated: _Line | None) -> StatedDate:
    """`line` as what it states."""
    if line is chosen:
        basis, stamp = "text", line.find_first("published") or line.find_first("")
    elif line is updated:
        basis, stamp = "updated", line.find_first("updated")
    else:
        basis, stamp = "", line.stamped.stamps[0]
    start, end = line.paragraph.start, line.paragraph.end
    return StatedDate(
        start=start, end=end, basis=basis, words=stamp.words if stamp else "", days=stamp.days if stamp else ()
    )


def _are_headings(text: str, plain: Sequence[_Line], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether bare dates stand above texts of their own, so that those of `plain` are headings, too."""
    known = {line.place for line in plain}
    bare = [
        place
        for place, p in enumerate(paragraphs)
        if p.end - p.start < 60 and (place in known or _is_bare(text[p.start : p.end]))
    ]
    over_text = [p for p in bare if p + 1 < len(paragraphs) and p + 1 not in bare and _goes_on(text, paragraphs[p + 1])]
    return len(over_text) > 1


def _is_bare(line: str) -> bool:
    stamped = read_stamped_line(line.strip("#*_ "))
    return bool(stamped and stamped.stamps and not stamped.stamps[0].label)


def _goes_on(text: str, paragraph: Paragraph) -> bool:
    """Whether `paragraph` is text or an item, as opposed to a headline."""
    return paragraph.kind != "heading" or text[paragraph.start : paragraph.end].endswith((".", "!", "?"))


def _read_last_line(text: str, paragraphs: Sequence[Paragraph]) -> list[StatedDate]:
    """What a last line says of when the text was first published."""
    for paragraph in paragraphs[MOST_TEXTS:][-LAST_PARAGRAPHS:]:
        stamped = read_stamped_line(text[paragraph.start : paragraph.end])
        if stamped and (stamp := next((s for s in stamped.stamps if s.label == "published"), None)):
            return [
                StatedDate(start=paragraph.start, end=paragraph.end, basis="text", words=stamp.words, days=stamp.days)
            ]
    return []
