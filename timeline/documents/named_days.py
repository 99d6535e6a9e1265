"""The name of a file -> the day that whoever saved it wrote into it."""

import datetime as dt
import re
from typing import Final

from timeline.documents.day_order import is_placeholder
from timeline.documents.stamps import read_possible_days

__all__ = ["read_day_in_name"]

_SUFFIX: Final = re.compile(r"\.[a-z]\w{0,4}$", re.IGNORECASE)
_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([-_. ])(\d{1,2})\2(\d{1,2})|([01]\d)([0-3]\d))(?=\D|$)(?!\.\d)"
)
_PARTS: Final = re.compile(r"_+|\s+[-–—]+\s+|[()\[\]]")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")  # a month; one more is of a title
_LONGEST: Final = 255  # characters of a name, as file systems have it


def read_day_in_name(path: str) -> dt.date | None:
    """The one day that the file's own name says in full; None where it says none, several, or one read in two ways.

    Other dates than those that begin with the year have to be a part of the name by themselves: within a title they say
    when what it tells was. Folders say nothing: they are of a project, a year or a day of tidying up.

    Examples
    --------
    >>> [str(read_day_in_name(name)) for name in ("a/2024-05-03_12.txt", "wire_20240503.html", "Ban - 3 May 2024.docx")]
    ['2024-05-03', '2024-05-03', '2024-05-03']
    >>> [read_day_in_name(name) for name in ("2024-05-03/note.txt", "03-05-2024.txt", "The vote of 3 May 2024.txt")]
    [None, None, None]
    """
    name = _SUFFIX.sub("", re.split(r"[/\\]", path)[-1][-_LONGEST:])
    days = {day for match in _YEAR_FIRST.finditer(name) if (day := _make_day(match))}
    if not days:
        parts = [part.strip() for part in _PARTS.split(name)]
        days = {day for part in parts if len(_WORD.findall(part)) <= 1 for day in read_possible_days(part)}
    return days.pop() if len(days) == 1 and not is_placeholder(min(days)) else None


def _make_day(match: re.Match[str]) -> dt.date | None:
    year, _, month, day, *together = match.groups()
    try:
        return dt.date(int(year), int(month or together[0]), int(day or together[1]))
    except ValueError:
        return None  # a number of another kind
