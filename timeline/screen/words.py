"""Table cells -> the words the screen says for them, beyond the dates in full that `timeline.wording` has.

It reads no text and decides nothing; what a date means stands in the table.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from timeline.vocabulary import Precision, PublishedBasis
from timeline.wording import SHORT_MONTHS, describe_date, says_no_month, write_day

__all__ = [
    "describe_publication",
    "escape_markdown",
    "write_date_under_heading",
]

_MARKS: Final = frozenset("\\`*_{}[]()<>#+-.!|~$:&")


def escape_markdown(text: str) -> str:
    r"""`text` with what Markdown would take for marks escaped, for labels and captions.

    Examples
    --------
    >>> escape_markdown("from $5 to *6*"), escape_markdown("&lt;")
    ('from \\$5 to \\*6\\*', '\\&lt;')
    """
    return "".join(f"\\{sign}" if sign in _MARKS else sign for sign in text)


def describe_publication(document: Mapping[str, Any]) -> str:
    """When a row of the documents table was published, and whether that is inferred.

    Examples
    --------
    >>> describe_publication({"published": dt.date(2025, 7, 15), "published_basis": "inferred"})
    '15 July 2025 (inferred)'
    >>> describe_publication({"published": None})
    'publication date not known'
    """
    published = document.get("published")
    if published is None:
        return "publication date not known"
    guess = " (inferred)" if document.get("published_basis") == PublishedBasis.INFERRED else ""
    return f"{write_day(published)}{guess}"


def write_date_under_heading(event: Mapping[str, Any]) -> str:
    """The date of a row of the events table under its heading, where month and year need not be said again.

    Examples
    --------
    >>> row = {"start": dt.date(2025, 7, 21), "end": dt.date(2025, 7, 31), "precision": "part",
    ...        "span": "point", "edtf": "[2025-07-21..2025-07-31]"}
    >>> rows = row, row | {"precision": "bounded"}, row | {"end": row["start"]}
    >>> [write_date_under_heading(row) for row in rows]
    ['late', '21–31', '21']
    >>> write_date_under_heading(row | {"start": dt.date(2025, 7, 1), "precision": "month"})
    'July'
    >>> write_date_under_heading(row | {"precision": "bounded", "end": dt.date(2025, 8, 2)})
    '21 Jul–2 Aug'
    >>> write_date_under_heading(row | {"span": "period", "precision": "month", "end": None})
    'since July'
    """
    start, end = event["start"], event["end"]
    words = describe_date(event)
    if start is None and end is None:
        return ""
    if start is None or end is None:
        short = words.removesuffix(f" {_find_known_day(event).year}")
        return short if " " in short else words
    if says_no_month(event) and event["precision"] != Precision.BOUNDED:
        return words
    if event["precision"] == Precision.MONTH:
        return words.removesuffix(f" {start.year}")
    if words.startswith(("early ", "mid-", "late ")):
        return words.replace("-", " ").partition(" ")[0]
    return _write_days(start, end)


def _find_known_day(event: Mapping[str, Any]) -> Any:
    """The first day that is known, None where neither is."""
    return event["start"] or event["end"]


def _write_days(start: dt.date, end: dt.date) -> str:
    if start == end:
        return str(start.day)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day}"
    return f"{start.day} {SHORT_MONTHS[start.month - 1]}–{end.day} {SHORT_MONTHS[end.month - 1]}"
