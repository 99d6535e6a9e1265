"""A text that holds several, each with its day in front -> a document for each day or each article.

Chats as phones and teams export them, and entries under their day and hour, are a document a day; articles that a
database strung together are a document each. Any other text stays one document, unchanged.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from timeline.documents.databases import split_articles
from timeline.documents.day_order import settle_order
from timeline.documents.document import Document
from timeline.documents.live import split_entries

__all__ = ["split_conversation"]

LEAST = 3  # lines of a chat; fewer may be anything
LEAST_HEADS = 2  # of lines that hold a name, a day and an hour and nothing else
MOST_DAYS = 5_000

_WHEN = r"""
    (?: (?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d) | (?P<a>\d{1,2})(?P<sign>[./-])(?P<b>\d{1,2})(?P=sign)(?P<yy>\d{4}|\d\d) )
    ,?[ \u00a0T] \s? \d{1,2}[:.]\d{2} (?:[:.]\d{2})? (?:[\s\u202f]?[APap]\.?[Mm]\.?)?
    """
_LINE = re.compile(
    rf"""^[\u200e\u200f\ufeff]?\[? {_WHEN}
    \]? \s* (?:[-–]\s)? <?(?P<who>[^:<>\n]{{1,60}}) [:>] [ ] (?P<said>.*)$""",
    re.VERBOSE | re.MULTILINE,
)
# As a chat is copied from Telegram, Discord or Teams: who and when on a line, what was said below.
_HEADS = tuple(
    re.compile(rf"^{line}[ ]*\n(?P<said>)", re.VERBOSE | re.MULTILINE)
    for line in (
        rf"(?P<who>[^:,\n\[\]]{{1,60}}?) ,? [ ] \[ {_WHEN} \]",
        rf"(?P<who>[^:,\n\[\]]{{1,60}}?) [ ][—–-][ ] {_WHEN}",
        rf"\[ {_WHEN} \][ ](?P<who>[^:\n<]{{1,60}})",
    )
)


def split_conversation(text: str) -> list[Document]:
    r"""The documents in `text`; it alone, where it is one.

    Examples
    --------
    >>> chat = "[03/05/2024, 14:30] Ann: It voted today\n[03/05/2024, 14:32] Bo: Done\n[13/05/2024, 9:00] Ann: Ok"
    >>> [(str(d.published), d.text) for d in split_conversation(chat)]
    [('2024-05-03', 'Ann: It voted today\nBo: Done'), ('2024-05-13', 'Ann: Ok')]
    >>> len(split_conversation("The council voted on 3 May 2024."))
    1
    """
    lines = list(_LINE.finditer(text))
    if len(lines) < LEAST or len(lines) * 2 < sum(1 for line in text.splitlines() if line.strip()):
        lines = _find_heads(text)
    if lines and (days := _read_days(lines)):
        return list(_split_by_day(text, lines, days))
    return split_articles(text) or split_entries(text) or [Document(text=text)]


def _find_heads(text: str) -> list[re.Match[str]]:
    """The lines that hold a name, a day and an hour and nothing else; none where text stands before the first."""
    for head in _HEADS:
        lines = list(head.finditer(text))
        if len(lines) >= LEAST_HEADS and text[: lines[0].start()].strip().count("\n") < 1:
            return lines
    return []


def _read_days(lines: list[re.Match[str]]) -> list[dt.date]:
    """The day of each line; none where one is impossible or the order of day and month is open."""
    read = [_read_both_ways(line) for line in lines]
    if not all(read):
        return []
    settled = [days for days in read if len(days) == 1]
    figures = [line for line in lines if line["a"]]
    order = _find_order(figures, settled)
    days = [settle_order(both, order=order) for both in read]
    return [day for day in days if day] if all(days) else []


def _find_order(figures: list[re.Match[str]], settled: Sequence[tuple[dt.date, ...]]) -> str:
    """The order of day and month that a line shows, or that keeps the lines in order of time; "" where neither does."""
    shown = {
        "dmy" if int(line["a"]) > 12 else "mdy" for line in figures if (int(line["a"]) > 12) != (int(line["b"]) > 12)
    }
    if len(shown) == 1:
        return shown.pop()
    if any(line["sign"] == "." for line in figures):
        return "dmy"
    fitting = []
    for order in ("dmy", "mdy"):
        days = [settle_order(_read_both_ways(line), order=order) for line in figures]
        known = [day for day in days if day]
        if known == sorted(known) and len(settled) < len(figures):
            fitting.append(order)
    return fitting[0] if len(fitting) == 1 else ""


def _read_both_ways(line: re.Match[str]) -> tuple[dt.date, ...]:
    """The day of a line, or the two that its figures can be: day first, month first."""
    if line["y"]:
        return tuple(_list_possible(int(line["y"]), int(line["m"]), int(line["d"])))
    year = int(line["yy"]) + (2000 if len(line["yy"]) == 2 else 0)  # there were no such chats before
    a, b = int(line["a"]), int(line["b"])
    return tuple(dict.fromkeys([*_list_possible(year, b, a), *_list_possible(year, a, b)]))


def _list_possible(year: int, month: int, day: int) -> Iterator[dt.date]:
    try:
        yield dt.date(year, month, day)
    except ValueError:
        return


def _split_by_day(text: str, lines: list[re.Match[str]], days: list[dt.date]) -> Iterator[Document]:
    """A document for each day of a chat: who said what, without the times."""
    said: dict[dt.date, list[str]] = {}
    ends = [*(line.start() for line in lines[1:]), len(text)]
    for line, day, end in zip(lines, days, ends, strict=True):
        said.setdefault(day, []).append(f"{line['who'].strip()}: {text[line.start('said') : end].strip()}")
    for day, told in list(said.items())[:MOST_DAYS]:
        yield Document(text="\n".join(told), path=day.isoformat(), published=day, published_basis="text")
