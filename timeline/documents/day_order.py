"""Which day is meant where figures can be read both ways (03/05/2024), and what to ask of a user where it is open."""

import datetime as dt
import re
from collections.abc import Sequence

__all__ = ["drop_questions", "find_language_order", "find_line_order", "is_placeholder", "say_both", "settle_order"]

_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2\d{4}(?!\d)")
_FIRST_YEARS = frozenset({1601, 1900, 1904, 1970})  # of the clocks of Windows, of sheets, of old Macs, of Unix
_ZONES = {
    "mdy": re.compile(r"\b(?:[ECMP][SD]T|[ECMP]T|eastern|pacific)\b", re.IGNORECASE),
    "dmy": re.compile(r"\b(?:BST|CES?T|EES?T|IST|PKT|SAST|AE[SD]T|uhr|hrs)\b", re.IGNORECASE),
}
# Words of languages that write the day first, and their way to write the time ("14h30").
_DAY_FIRST_WORDS = re.compile(
    r"\b(?:publi[ée]e?|mise? à jour|modifiée?|publicad[oa]|actualizad[oa]|atualizad[oa]|pubblicat[oa]|aggiornat[oa]"
    r"|veröffentlicht|aktualisiert|gepubliceerd|bijgewerkt|\d{1,2}h\d\d)\b",
    re.IGNORECASE,
)
# Those whose newspapers write the day first (CLDR's short dates); Chinese, Japanese, Korean and Hungarian do not.
_DAY_FIRST = frozenset(
    "ar bg bs ca cs da de el es et fi fr gl hr id it lv mk nb nl no pl pt ro ru sk sl sq sr sv tr uk vi".split()
)
_ASKS = ": give it"  # how a remark ends that asks for a publication date


def settle_order(days: Sequence[dt.date], text: str = "", order: str = "") -> dt.date | None:
    """The one of `days` that is meant, by the `order` of day and month or that of other figures in `text`; else None.

    Examples
    --------
    >>> both = (dt.date(2024, 5, 3), dt.date(2024, 3, 5))
    >>> settle_order(both), settle_order(both, order="mdy"), settle_order(both, "It closed on 28/04/2024.")
    (None, datetime.date(2024, 3, 5), datetime.date(2024, 5, 3))
    """
    if len(days) == 1:
        return days[0]
    if len(days) == 2:
        order = order or _find_order(text)
        first, second = days  # day first, month first
        return {"dmy": first, "mdy": second}.get(order)
    return None


def _find_order(text: str) -> str:
    """The order of day and month that all figures in `text` with one above twelve have, "" where none has."""
    found = {
        "dmy" if int(m[1]) > 12 else "mdy" for m in _FIGURES.finditer(text) if (int(m[1]) > 12) != (int(m[3]) > 12)
    }
    return found.pop() if len(found) == 1 else ""


def find_line_order(line: str) -> str:
    """The order of day and month that the time zone or the language of a date line goes with, "" where neither says.

    Examples
    --------
    >>> [find_line_order(s) for s in ("05/03/2024 10:15 AM EDT", "Publié le 03/05/2024", "03/05/2024")]
    ['mdy', 'dmy', '']
    """
    zone = next((order for order, zone in _ZONES.items() if zone.search(line)), "")
    return zone or ("dmy" if _DAY_FIRST_WORDS.search(line) else "")


def find_language_order(language: str) -> str:
    """The order of day and month in figures such as 03/05/2024 in a language; "" for English and what is not known.

    Examples
    --------
    >>> find_language_order("fr"), find_language_order("en"), find_language_order("")
    ('dmy', '', '')
    """
    return "dmy" if language in _DAY_FIRST else ""


def say_both(words_: str, days: Sequence[dt.date]) -> str:
    """What to tell of a date that can be read both ways."""
    return f"its date {words_!r} can be {' or '.join(map(str, sorted(days)))}, so none is taken{_ASKS}"


def drop_questions(note: str) -> str:
    """`note` without the remarks that ask for a publication date.

    Examples
    --------
    >>> drop_questions("not UTF-8, so read as Windows-1252: check names; " + say_both("03/05/2024", ()))
    'not UTF-8, so read as Windows-1252: check names'
    """
    return "; ".join(part for part in note.split("; ") if not part.endswith(_ASKS))


def is_placeholder(day: dt.date) -> bool:
    """Whether programs write `day` where they know none: the first of their calendar, or its last year.

    Examples
    --------
    >>> is_placeholder(dt.date(1970, 1, 1)), is_placeholder(dt.date(1, 1, 1)), is_placeholder(dt.date(1970, 1, 2))
    (True, True, False)
    """
    return day.year in {dt.MINYEAR, dt.MAXYEAR} or (day.year in _FIRST_YEARS and (day.month, day.day) == (1, 1))
