"""Table cells -> the words the screen says for them, beyond the dates in full that `timeline.wording` has.

It reads no text and decides nothing; what a date means stands in the table.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from timeline.vocabulary import Precision, PublishedBasis
from timeline.wording import SHORT_MONTHS, date_words, day_words, says_no_month

__all__ = [
    "date_under_heading",
    "escape",
    "published_words",
]

_MARKS: Final = frozenset("\\`*_{}[]()<>#+-.!|~$:&")


def escape(text: str) -> str:
    r"""`text` with what Markdown would take for marks escaped, for labels and captions.

    Examples
    --------
    >>> escape("from $5 to *6*"), escape("&lt;")
    ('from \\$5 to \\*6\\*', '\\&lt;')
    """
    return "".join(f"\\{sign}" if sign in _MARKS else sign for sign in text)


def published_words(document: Mapping[str, Any]) -> str:
    """When a row of the documents table was published, and whether that is inferred.

    Examples
    --------
    >>> published_words({"published": dt.date(2025, 7, 15), "published_basis": "inferred"})
    '15 July 2025 (inferred)'
    >>> published_words({"published": None})
    'publication date not known'
    """
    published = document.get("published")
    if published is None:
        return "publication date not known"
    guess = " (inferred)" if document.get("published_basis") == PublishedBasis.INFERRED else ""
    return f"{day_words(published)}{guess}"


def date_under_heading(event: Mapping[str, Any]) -> str:
    """The date of a row of the events table under its heading, where month and year need not be said again.

    Examples
    --------
    >>> row = {"start": dt.date(2025, 7, 21), "end": dt.date(2025, 7, 31), "precision": "part",
    ...        "span": "point", "edtf": "[2025-07-21..2025-07-31]"}
    >>> rows = row, row | {"precision": "bounded"}, row | {"end": row["start"]}
    >>> [date_under_heading(row) for row in rows]
    ['late', '21–31', '21']
    >>> date_under_heading(row | {"start": dt.date(2025, 7, 1), "precision": "month"})
    'July'
    >>> date_under_heading(row | {"precision": "bounded", "end": dt.date(2025, 8, 2)})
    '21 Jul–2 Aug'
    >>> date_under_heading(row | {"span": "period", "precision": "month", "end": None})
    'since July'
    """
    start, end = event["start"], event["end"]
    words = date_words(event)
    if start is None and end is None:
        return ""
    if start is None or end is None:
        short = words.removesuffix(f" {_known(event).year}")
        return short if " " in short else words
    if says_no_month(event) and event["precision"] != Precision.BOUNDED:
        return words
    if event["precision"] == Precision.MONTH:
        return words.removesuffix(f" {start.year}")
    if words.startswith(("early ", "mid-", "late ")):
        return words.replace("-", " ").partition(" ")[0]
    return _days(start, end)


def _known(event: Mapping[str, Any]) -> Any:
    """The first day that is known, None where neither is."""
    return event["start"] or event["end"]


def _days(start: dt.date, end: dt.date) -> str:
    if start == end:
        return str(start.day)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day}"
    return f"{start.day} {SHORT_MONTHS[start.month - 1]}–{end.day} {SHORT_MONTHS[end.month - 1]}"
