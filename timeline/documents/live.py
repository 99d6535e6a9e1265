"""A text of entries, each under its day and hour -> a document for each day: live blogs, and logs of chats."""

import datetime as dt
import re
from collections.abc import Iterator

from timeline.documents.document import Document
from timeline.documents.stamps import read_stamped_line

__all__ = ["split_entries"]

LEAST = 3  # entries; fewer may be anything
LONGEST_LINE = 60  # characters of a line that says when

_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{2,4}|Uhr))?", re.IGNORECASE)
# What was said at an hour below its day, as LINE and IRC programs have it: "14:22<tab>Ann<tab>Yes", "14:22 <ann> yes".
_SAID = re.compile(
    r"\[?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\]?(?:\t(?P<who>[^\t\n]{1,40})\t|\s+<(?P<nick>[^>\n]{1,40})>\s)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:-{2,}|\*{2,})?\s*(?:day changed|log opened|session start|begin logging)(?:\s+at|:)?\s+", re.IGNORECASE
)


def split_entries(text: str) -> list[Document]:
    r"""A document a day of the entries in `text`; none where it has no three of them, or they are all of one day.

    Examples
    --------
    >>> text = "Live: vote\n3 May 2024\n18:30\nThe mayor signed.\n17:05\nIt voted.\n2 May 2024\n21:15\nTalks ended."
    >>> [(str(d.published), d.text.splitlines()[-1]) for d in split_entries(text)]
    [('2024-05-03', 'It voted.'), ('2024-05-02', 'Talks ended.')]
    """
    given = text.splitlines(keepends=True)
    lines = [_SAID.sub(r"\g<who>\g<nick>: ", line, count=1) if _SAID.match(line) else line for line in given]
    days: dict[int, dt.date] = {}
    hours = sum(said is not line for said, line in zip(lines, given, strict=True))
    for place, line in enumerate(lines):
        plain = line is given[place] and len(line) <= 2 * LONGEST_LINE  # a longer one says more
        day, has_hour = _read_when(_OPENS.sub("", line.strip(), count=1)) if plain else (None, False)
        hours += has_hour
        if day:
            days[place] = day
    if hours < LEAST or len(set(days.values())) < 2 or hours < len(days) - 1:
        return []
    return list(_split_by_day(lines, days))


def _read_when(line: str) -> tuple[dt.date | None, bool]:
    """The day that a line says and nothing else, and whether it says an hour."""
    if not line or len(line) > LONGEST_LINE:
        return None, False
    if _CLOCK.fullmatch(line):
        return None, True
    stamped = read_stamped_line(line) if any(map(str.isdigit, line)) else None
    if not stamped or len(stamped.stamps) != 1 or stamped.has_name or stamped.stamps[0].label:
        return None, False
    days = stamped.stamps[0].days
    return (days[0], stamped.has_time) if len(days) == 1 else (None, False)


def _split_by_day(lines: list[str], days: dict[int, dt.date]) -> Iterator[Document]:
    """The entries of each day under what stands above them all."""
    told: dict[dt.date, list[str]] = {}
    day = None
    title = next((line.strip("# \n") for line in lines[: min(days)] if line.strip()), "")
    for place, line in enumerate(lines):
        day = days.get(place, day)
        if day and place not in days:
            told.setdefault(day, []).append("\n" if _CLOCK.fullmatch(line.strip()) else line)
    for of_day, parts in told.items():
        text = "".join(parts).strip()
        if text:
            yield Document(text=text, title=title, path=of_day.isoformat(), published=of_day, published_basis="text")
