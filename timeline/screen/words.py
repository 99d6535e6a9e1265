"""Table cells -> the words the screen says for them, beyond the dates in full that `timeline.layout.wording` has.

It reads no text and decides nothing; what a date means stands in the table.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from timeline.layout.wording import count_words, date_words, day_words
from timeline.vocabulary import Precision, PublishedBasis

__all__ = [
    "count",
    "date_under_heading",
    "escape",
    "month_heading",
    "published_words",
    "says_no_month",
    "source_name",
]

_MARKS: Final = frozenset("\\`*_{}[]()<>#+-.!|~$:")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count(number: int, noun: str) -> str:
    """The number with its noun; ``""`` for none."""
    return count_words(number, noun) if number else ""


def escape(text: str) -> str:
    r"""`text` with what Markdown would take for marks escaped, for labels and captions.

    Examples
    --------
    >>> escape("from $5 to *6*")
    'from \\$5 to \\*6\\*'
    """
    return "".join(f"\\{sign}" if sign in _MARKS else sign for sign in text)


def source_name(document: Mapping[str, Any]) -> str:
    """What a row of the documents table, perhaps an empty one, is called where it stands for who says so.

    Examples
    --------
    >>> source_name({"publisher": "", "title": "Chips", "path": "a.txt"}), source_name({})
    ('Chips', 'source not named')
    """
    return document.get("publisher") or document.get("title") or document.get("path") or "source not named"


def published_words(document: Mapping[str, Any]) -> str:
    """When a row of the documents table was published, and whether that is inferred.

    Examples
    --------
    >>> published_words({"published": pd.Timestamp(2025, 7, 15), "published_basis": "inferred"})
    '15 July 2025 (inferred)'
    >>> published_words({"published": pd.NaT})
    'publication date not known'
    """
    published = document.get("published")
    if published is None or pd.isna(published):
        return "publication date not known"
    guess = " (inferred)" if document.get("published_basis") == PublishedBasis.INFERRED else ""
    return f"{day_words(published.date())}{guess}"


def month_heading(event: Mapping[str, Any]) -> str:
    """The heading a row of the events table stands under: its month, or its year where no month is known.

    Examples
    --------
    >>> row = {"start": pd.Timestamp(2025, 1, 1), "end": pd.Timestamp(2025, 1, 31), "precision": "month"}
    >>> month_heading(row), month_heading(row | {"end": pd.Timestamp(2025, 12, 31), "precision": "year"})
    ('January 2025', '2025')
    """
    day = _known(event)
    if day is None:
        return "Date not known"
    return str(day.year) if says_no_month(event) else day_words(day).partition(" ")[2]


def says_no_month(event: Mapping[str, Any]) -> bool:
    """Whether the date is a year, or a part of one, or bounds, longer than a month."""
    says = Precision(event["precision"]).says_month
    return (event["end"] - event["start"]).days > 31 if says is None else not says


def date_under_heading(event: Mapping[str, Any]) -> str:
    """The date of a row of the events table under its heading, where month and year need not be said again.

    Examples
    --------
    >>> row = {"start": pd.Timestamp(2025, 7, 21), "end": pd.Timestamp(2025, 7, 31), "precision": "part",
    ...        "span": "point", "edtf": "[2025-07-21..2025-07-31]"}
    >>> rows = row, row | {"precision": "bounded"}, row | {"end": row["start"]}
    >>> [date_under_heading(row) for row in rows]
    ['late', '21–31', '21']
    >>> date_under_heading(row | {"start": pd.Timestamp(2025, 7, 1), "precision": "month"})
    'July'
    >>> date_under_heading(row | {"precision": "bounded", "end": pd.Timestamp(2025, 8, 2)})
    '21 Jul–2 Aug'
    >>> date_under_heading(row | {"span": "period", "precision": "month", "end": pd.NaT})
    'since July'
    """
    start, end = event["start"], event["end"]
    words = date_words(event)
    if pd.isna(start) and pd.isna(end):
        return ""
    if pd.isna(start) or pd.isna(end):
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
    return next((event[column] for column in ("start", "end") if not pd.isna(event[column])), None)


def _days(start: dt.date, end: dt.date) -> str:
    if start == end:
        return str(start.day)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day}"
    return f"{start.day} {_MONTHS[start.month - 1]}–{end.day} {_MONTHS[end.month - 1]}"
