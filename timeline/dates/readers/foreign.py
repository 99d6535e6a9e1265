"""Explicit dates in German, French, Spanish, Italian, Portuguese, Dutch, Russian, Chinese and Arabic.

The month and weekday names are those of dateparser's own locale data. An expression made of them finds the places; the
month of each is asked of dateparser, place by place, and the day and year are those written, so that none can be
shifted. Dates in figures are read by our own rules. Relative words of other languages are left alone.
"""

import datetime as dt
import functools
import importlib
import re
from typing import Any

from timeline.dates.calendar import spans
from timeline.dates.engine import _words
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Reading, Words, read_as, unresolved
from timeline.dates.engine.tokens import CODE, Tokens, tokenize
from timeline.dates.mention import DateMention
from timeline.dates.readers.figures import order_of, read_figures, read_iso

__all__ = ["LANGUAGES", "find_foreign_dates"]

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "ru", "zh", "ar")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 3  # letters: "mo" and "di" are words of other meaning, too
_LEAP_YEAR = 2000  # dateparser's year where none is written: a leap year, so that 29 February can be read
_CHINESE = re.compile(
    r"(?:(?P<year>\d{4})\s*年\s*)?(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*[日号])?|(?P<only>(?<!\d)\d{4})\s*年(?!\s*\d)"
)


@functools.cache
def _places(language: str) -> re.Pattern[str]:
    """The expression that finds a day, a month with its year, or a year after a word that goes with years."""
    if language == "zh":
        return _CHINESE
    info = importlib.import_module(f"dateparser.data.date_translation_data.{language}").info
    months = _names(info, _MONTHS)
    weekdays = _names(info, _WEEKDAYS)
    years = "|".join(map(re.escape, _words.FOREIGN_YEAR_CUES[language]))
    joints = r"(?:\s+(?:de|del|di|d['’])\s*|\s+)"
    return re.compile(
        rf"(?<!\w)(?:(?:{weekdays})\.?,?\s+(?:le\s+|den\s+|el\s+)?)?(?P<day>\d{{1,2}})(?:\.|er|º|°|ª)?{joints}(?:{months})\.?"
        rf"(?:{joints}(?P<year>\d{{4}}))?(?!\w)"
        rf"|(?<!\w)(?:{months})\.?{joints}(?P<month_year>\d{{4}})(?!\w)"
        rf"|(?<!\w)(?:{years})\s+(?P<only>(?:1[4-9]|20)\d\d)(?![\w%]|[.,]\d)",
        re.IGNORECASE,
    )


def _names(info: dict[str, list[str]], keys: tuple[str, ...]) -> str:
    words = {word.lower() for key in keys for word in info[key] if len(word) >= _SHORTEST}
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@functools.cache
def _parser(language: str) -> Any:
    """Dateparser's reader of one language; imported here, for it takes longer to load than English texts to read."""
    from dateparser.date import DateDataParser  # noqa: PLC0415 - see above

    settings = {
        "RELATIVE_BASE": dt.datetime(_LEAP_YEAR, 1, 1),  # noqa: DTZ001 - a calendar day, no moment
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_DATES_FROM": "current_period",
        "PARSERS": ["absolute-time"],
    }
    return DateDataParser(languages=[language], settings=settings)


@functools.lru_cache(maxsize=4096)
def _month_of(words: str, language: str) -> int | None:
    """The month dateparser reads in the words of one date."""
    found = _parser(language).get_date_data(words)
    return found.date_obj.month if found and found.date_obj else None


def find_foreign_dates(text: str, published: dt.date | None, order: str | None, language: str) -> list[DateMention]:
    """The explicit dates of a text in one of `LANGUAGES`, in order, not overlapping.

    Examples
    --------
    >>> [m.timex_value for m in find_foreign_dates("Am 3. März 2024 und im Mai 2023", None, None, "de")]
    ['2024-03-03', '2023-05']
    """
    tokens = tokenize(text)
    context = Context(tokens, published, "news", order or order_of(tokens) or "dmy")
    found = _in_figures(tokens, context)
    for match in _places(language).finditer(text):
        reading = _read(match, context, language)
        if reading and reading.span.value:
            start = match.start("only") if match["only"] else match.start()
            found.append(_mention(text, start, match.end(), reading, "foreign"))
            if reading.span.first:
                context.line = reading.span
    found.sort(key=lambda mention: (mention.start, -mention.end))
    return [m for i, m in enumerate(found) if not any(m.start < other.end for other in found[max(0, i - 2) : i])]


def _in_figures(tokens: Tokens, context: Context) -> list[DateMention]:
    mentions = []
    for i, code in enumerate(tokens.codes):
        if code not in (CODE["iso"], CODE["numeric"]):
            continue
        read = read_iso if code == CODE["iso"] else read_figures
        reading = read(Words(tokens, i, i + 1), context)
        if isinstance(reading, Reading):
            mentions.append(_mention(tokens.text, tokens.starts[i], tokens.ends[i], reading, "figures"))
    return mentions


def _read(match: re.Match[str], context: Context, language: str) -> Reading | None:
    groups = match.groupdict()
    if groups["only"]:
        return read_as(spans.year(int(groups["only"])), "explicit", "year")
    written = groups["year"] or groups.get("month_year")
    day = int(groups["day"]) if groups["day"] else 0
    month = int(groups["month"]) if groups.get("month") else _month_of(_without_day(match, groups), language)
    if not month or not 1 <= month <= 12 or (day and not spans.day(_LEAP_YEAR, month, day)):
        return None
    year, basis, how = (int(written), "explicit", "as written") if written else _year(month, day, context)
    if not year:
        return unresolved(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), "the year is missing")
    return read_as(spans.day(year, month, day) if day else spans.month(year, month), basis, how)


def _without_day(match: re.Match[str], groups: dict[str, str | None]) -> str:
    """The month's words as dateparser reads them safely: a first day in front, so that no name is taken for another."""
    words = match[0]
    if groups["day"]:
        words = words[match.start("day") - match.start() + len(groups["day"]) :].lstrip(".erº°ª ")
    return f"1 {re.sub(r'[0-9]', '', words).strip()} {_LEAP_YEAR}"


def _year(month: int, day: int, context: Context) -> tuple[int, str, str]:
    if context.published:
        ahead = day == 0 and month > context.published.month
        found = context.year_for(month, day, Words(context.tokens, 0, 0)) if day else None
        if found:
            return found.year, found.basis, found.how
        return context.published.year - ahead, "completed", "year from publication"
    return (context.story.year, "completed", "year of the date before it") if context.story else (0, "none", "")


def _mention(text: str, start: int, end: int, reading: Reading, rule: str) -> DateMention:
    while text[end - 1].isspace():
        end -= 1
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        timex_value=reading.span.value,
        timex_type=reading.type,
        first=reading.span.first,
        last=reading.span.last,
        precision=reading.span.precision,
        basis=reading.basis,
        rule=rule,
        reading=reading.how,
    )
