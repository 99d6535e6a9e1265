"""Explicit dates in German, French, Spanish, Italian, Portuguese, Dutch, Russian, Chinese and Arabic.

The names of months and weekdays are those of dateparser's locale data, the words around them those of
`_foreign_words`: one expression a language finds days, months, parts of years and years. Dates in figures are read by
our own rules. Relative words of other languages are left alone.
"""

import dataclasses
import datetime as dt
import functools
import importlib
import re

from timeline.dates.calendar import spans, vague
from timeline.dates.calendar.spans import Span
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Reading, Words, make_unresolved, read_as
from timeline.dates.engine.tokens import CODE, Tokens, tokenize
from timeline.dates.readers import _foreign_words
from timeline.dates.readers.figures import find_order, read_figures, read_iso

__all__ = [
    "LANGUAGES",
    "ForeignDate",
    "find_foreign_dates",
    "read_joint_between",
    "read_signal_before",
    "to_ascii_digits",
]

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "ru", "zh", "ar")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 3  # letters: "mo" and "di" are words of other meaning, too
_LEAP_YEAR = 2000  # has every day of every month
_DIGITS = {ord(digit): str(i % 10) for i, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_CHINESE = re.compile(
    r"(?P<quarter_year>\d{4})\s*年\s*(?:第?\s*(?P<quarter>[一二三四1-4])\s*季度|(?P<half>[上下])半年|(?P<season>[春夏秋冬])[季天]?)"
    r"|(?:(?P<year>\d{4})\s*年\s*)?(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*[日号])?"
    r"|(?P<only>(?<!\d)\d{4})\s*年(?P<part>[初中底末])?(?!\s*\d)"
)
_CHINESE_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_CHINESE_SEASONS = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}
_CHINESE_PARTS = {"初": "early", "中": "mid", "底": "late", "末": "late"}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ForeignDate:
    """A date as found: its offsets, how it was read, and by which rule."""

    start: int
    end: int
    reading: Reading
    rule: str


def to_ascii_digits(text: str) -> str:
    """`text` with Arabic-Indic and Persian digits as ours, at the same length.

    Examples
    --------
    >>> to_ascii_digits("٣ مارس ۲۰۲۴")
    '3 مارس 2024'
    """
    return text if text.isascii() else text.translate(_DIGITS)


def _match_any(words: str) -> str:
    return words.replace(" ", r"\s+")


@functools.cache
def _load_info(language: str) -> dict[str, list[str]]:
    info: dict[str, list[str]] = importlib.import_module(f"dateparser.data.date_translation_data.{language}").info
    return info


@functools.cache
def _list_months(language: str) -> dict[str, int]:
    """The month each name stands for, in lower case."""
    info = _load_info(language)
    return {word.lower(): i for i, key in enumerate(_MONTHS, 1) for word in info[key] if len(word) >= _SHORTEST}


def _names(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@functools.cache
def _build_month_pattern(language: str) -> str:
    cases = _foreign_words.MONTH_CASES.get(language, ())
    return "|".join([*cases, _names(list(_list_months(language)))])


def _read_month_number(name: str, language: str) -> int | None:
    """The month a name stands for, in any of its cases."""
    name = " ".join(name.lower().rstrip(".").split())
    cases = _foreign_words.MONTH_CASES.get(language, ())
    known = _list_months(language).get(name)
    return known or next((i for i, case in enumerate(cases, 1) if re.fullmatch(case, name)), None)


@functools.cache
def _build_date_pattern(language: str) -> re.Pattern[str]:
    """The expression that finds every date of a language."""
    if language == "zh":
        return _CHINESE
    words, month = _foreign_words, _build_month_pattern(language)
    weekday = _names([w.lower() for key in _WEEKDAYS for w in _load_info(language)[key] if len(w) >= _SHORTEST])
    joint = rf"(?:\s+(?:{_match_any(words.JOINTS[language])})\s*|\s+)" if language in words.JOINTS else r"\s+"
    number = r"\d{1,2}(?:\.º|\.|er|e|º|°|ª)?"
    year = r"\d{4}"
    to = _match_any(words.TO[language])
    day = (
        rf"(?:(?:{weekday})\.?,?\s+(?:le\s+|den\s+|dem\s+|el\s+)?)?(?P<day>{number}){joint}"
        rf"(?P<day_month>{month})\.?(?:,?{joint}(?P<day_year>{year}))?(?!\w)"
    )
    article = r"(?:(?:el|le|il|den|dem|der|zum)\s+)?"
    listed = (
        rf"(?P<listed>{number})(?=(?:\s*(?:{to}|[-–—,/])\s*{article}{number}){{1,5}}{joint}"
        rf"(?P<listed_month>{month})\.?(?:,?{joint}(?P<listed_year>{year}))?(?!\w))"
    )
    listed_bare = (
        rf"(?P<first_month>{month})(?=\s*(?:{to}|[-–—,])\s*{article}(?:{month})\.?{joint}(?P<first_year>{year})(?!\w))"
    )
    ways = [
        day,
        listed,
        listed_bare,
        rf"(?P<month>{month})\.?{joint}(?P<month_year>{year})(?!\w)",
        rf"(?<=[\s-])(?P<bare>{month})(?!\w)",
        _build_larger_pattern(language, joint, year),
        r"(?P<only>(?:1[4-9]|20)\d\d)(?![\w%]|[.,]\d)",
    ]
    # Behind a sign stands the second of two days: "3./4. Juni", "3-4 juin".
    begins = r"(?:(?<![\w.,/-])|(?<=\bmi-)|(?<=\d\.[/-])|(?<=\s\d[/-])|(?<=\s\d\d[/-]))"
    return re.compile(f"{begins}(?:{'|'.join(way for way in ways if way)})", re.IGNORECASE)


def _build_larger_pattern(language: str, joint: str, year: str) -> str:
    """The expression of quarters, halves, seasons and decades."""
    words = _foreign_words
    ways = []
    if language in words.QUARTERS:
        ordinals = [f"(?P<n{i}>{ordinal})" for i, ordinal in enumerate(words.ORDINALS[language], 1)]
        nouns = f"(?:(?P<quarter>{words.QUARTERS[language]})|(?P<half>{words.HALVES[language]}))"
        ways.append(rf"(?:{'|'.join(ordinals)})\s+{nouns}{joint}(?P<part_year>{year})(?!\w)")
    if language == "ar":
        ordinals = [f"(?P<n{i}>{ordinal})" for i, ordinal in enumerate(words.ORDINALS[language], 1)]
        ways.append(
            rf"(?:(?P<quarter>الربع)|(?P<half>النصف))\s+(?:{'|'.join(ordinals)})(?:\s+من)?(?:\s+(?:عام|سنة))?\s+(?P<part_year>{year})"
        )
    if language in words.SEASONS:
        seasons = "|".join(f"(?P<{code}>{names})" for code, names in words.SEASONS[language].items())
        ways.append(rf"(?:{seasons}){joint}(?P<season_year>{year})(?!\w)")
    if language in words.DECADES:
        ways.append(_match_any(words.DECADES[language]))
    return "|".join(ways)


@functools.cache
def _match_before(words: str) -> re.Pattern[str]:
    """The expression that ends in one of `words` and white space."""
    return re.compile(rf"(?<!\w)(?:{_match_any(words)})\s*$", re.IGNORECASE)


@functools.cache
def _build_part_pattern(language: str) -> re.Pattern[str] | None:
    parts = _foreign_words.PARTS.get(language)
    if not parts:
        return None
    ways = "|".join(f"(?P<{name}>{_match_any(words)})" for name, words in parts.items())
    return re.compile(rf"(?<!\w)(?:{ways})\s*$", re.IGNORECASE)


def find_foreign_dates(text: str, published: dt.date | None, order: str | None, language: str) -> list[ForeignDate]:
    """The explicit dates of a text in one of `LANGUAGES`, in order, not overlapping.

    Examples
    --------
    >>> [d.reading.span.value for d in find_foreign_dates("Am 3. März 2024 und im Mai 2023", None, None, "de")]
    ['2024-03-03', '2023-05']
    """
    tokens = tokenize(text)
    context = Context(tokens, published, "news", order or find_order(tokens) or "dmy")
    found = _find_in_figures(tokens, context)
    plain = to_ascii_digits(text)
    for match in _build_date_pattern(language).finditer(plain):
        reading = _read(match, context, language, plain)
        if reading is None or not reading.span.value:
            continue
        start = match.start("only") if match["only"] else match.start()
        start, reading = _narrow(plain, start, reading, language)
        found.append(ForeignDate(start=start, end=_trim(plain, start, match.end()), reading=reading, rule="foreign"))
        if reading.span.first:
            context.line = reading.span
    found.sort(key=lambda date: (date.start, -date.end))
    apart: list[ForeignDate] = []
    for date in found:
        if not apart or date.start >= apart[-1].end:
            apart.append(date)
    return apart


def _trim(text: str, start: int, end: int) -> int:
    """Where a date ends: before white space and the full stop of its sentence, which "3." keeps."""
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    stop = text[end - 1] == "." and text[end - 2].isalpha() and (end == len(text) or text[end] == "\n")
    return end - stop


def _find_in_figures(tokens: Tokens, context: Context) -> list[ForeignDate]:
    found = []
    for i, code in enumerate(tokens.codes):
        if code not in (CODE["iso"], CODE["numeric"]):
            continue
        read = read_iso if code == CODE["iso"] else read_figures
        reading = read(Words(tokens, i, i + 1), context)
        if isinstance(reading, Reading):
            found.append(ForeignDate(start=tokens.starts[i], end=tokens.ends[i], reading=reading, rule="figures"))
    return found


def _narrow(text: str, start: int, reading: Reading, language: str) -> tuple[int, Reading]:
    """The date with the "early", "mid" or "late" before it taken in."""
    pattern = _build_part_pattern(language)
    match = pattern.search(text, max(0, start - 24), start) if pattern else None
    if not match or reading.span.precision not in ("month", "year"):
        return start, reading
    part = str(match.lastgroup)
    return match.start(), reading._replace(span=vague.narrow_to_part(reading.span, part))


def _read(  # noqa: PLR0911 one return a form
    match: re.Match[str], context: Context, language: str, text: str
) -> Reading | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    if language == "zh":
        return _read_chinese(groups, context)
    if "only" in groups:
        return _read_bare_year(match, language, text)
    if "part_year" in groups:
        number = next(i for i in range(1, 5) if f"n{i}" in groups)
        build = spans.quarter if "quarter" in groups else spans.half
        return read_as(build(int(groups["part_year"]), number), "explicit", "part of a year, as written")
    if "season_year" in groups:
        code = next(code for code in ("SP", "SU", "FA", "WI") if code in groups)
        return read_as(spans.season(int(groups["season_year"]), code), "explicit", "season, as written")
    if decade := groups.get("decade") or groups.get("decade2"):
        first = int(decade) if len(decade) == len("1990") else 1900 + int(decade)
        return read_as(spans.decade(first - first % 10), "explicit", f"decade from {first}")
    name = groups.get("day_month") or groups.get("listed_month") or groups.get("month")
    name = name or groups.get("first_month") or groups.get("bare") or ""
    written = groups.get("day_year") or groups.get("listed_year") or groups.get("month_year")
    written = written or groups.get("first_year")
    digits = re.match(r"\d+", groups.get("day") or groups.get("listed") or "0")
    if "bare" in groups and not _match_before(_foreign_words.IN[language]).search(text[: match.start()][-24:]):
        return None
    return _read_dated(_read_month_number(name, language), int(digits[0]) if digits else 0, written, context)


def _read_dated(month: int | None, day: int, written: str | None, context: Context) -> Reading | None:
    if not month or not 1 <= month <= 12 or (day and not spans.day(_LEAP_YEAR, month, day)):
        return None
    year, basis, how = (int(written), "explicit", "as written") if written else _choose_year(month, day, context)
    if not year:
        return make_unresolved(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), "the year is missing")
    return read_as(spans.day(year, month, day) if day else spans.month(year, month), basis, how)


def _read_chinese(groups: dict[str, str], context: Context) -> Reading | None:
    if "quarter_year" in groups:
        span = _read_chinese_part(groups, int(groups["quarter_year"]))
        return read_as(span, "explicit", "part of a year, as written")
    if "only" in groups:
        whole = spans.year(int(groups["only"]))
        part = _CHINESE_PARTS.get(groups.get("part", ""))
        return read_as(vague.narrow_to_part(whole, part) if whole and part else whole, "explicit", "year")
    return _read_dated(int(groups["month"]), int(groups.get("day", 0)), groups.get("year"), context)


def _read_chinese_part(groups: dict[str, str], year: int) -> Span | None:
    if "season" in groups:
        return spans.season(year, _CHINESE_SEASONS[groups["season"]])
    word = groups.get("quarter") or groups["half"]
    number = _CHINESE_NUMBERS.get(word) or int(word)
    return spans.quarter(year, number) if "quarter" in groups else spans.half(year, number)


def _read_bare_year(match: re.Match[str], language: str, text: str) -> Reading | None:
    """A year after a word that goes with years, or at the end of its clause, unless it counts something."""
    after = text[match.end() : match.end() + 20]
    counted = _foreign_words.COUNTED.get(language)
    if counted and re.match(rf"\s+(?:{counted})\b", after):
        return None
    cued = _match_before(_foreign_words.YEAR_CUES[language]).search(text[: match.start()][-24:])
    joined = re.search(
        rf"\d{{4}}\s*(?:{_match_any(_foreign_words.TO[language])}|[-–/])\s*$", text[: match.start()][-24:]
    )
    ends = re.match(r"\s*(?:[.,;:)!?]|$|\n)", after) and int(match["only"]) >= 1900
    before = text[: match.start()][-2:]
    if not (cued or joined or _opens_words(match, language, text) or (ends and not re.search(r"[\d$€£-]\s?$", before))):
        return None
    return read_as(spans.year(int(match["only"])), "explicit", "year")


def _opens_words(match: re.Match[str], language: str, text: str) -> bool:
    """Whether a language that writes years alone does so here: "wurde 1945 zerstört", but not "1980 neue Stellen"."""
    words = _foreign_words.AFTER_YEAR.get(language)
    year = int(match["only"])
    if not words or not _OLDEST_ALONE <= year <= _LATEST_ALONE or year % _ROUND == 0:
        return False
    if _COUNTS_BEFORE.search(text[: match.start()][-24:]):
        return False
    return re.compile(rf"\s+(?:{words})\b|{_NO_ADJECTIVE}").match(text, match.end()) is not None


_NO_ADJECTIVE = (
    r"\s+[a-zäöüß]+(?!\w)(?:(?!\s+[A-ZÄÖÜ])|(?<!e)(?<!en)(?<!er)(?<!es)(?<!em))"  # one before a noun has an ending
)
_OLDEST_ALONE, _LATEST_ALONE, _ROUND = 1700, 2099, 50  # years; a number such as 1500 or 2000 is as often a count
_COUNTS_BEFORE = re.compile(rf"(?:[\d$€£#/-]|\b(?:{_foreign_words.COUNTING}))\s*$", re.IGNORECASE)


def _choose_year(month: int, day: int, context: Context) -> tuple[int, str, str]:
    if context.published:
        ahead = day == 0 and month > context.published.month
        found = context.choose_year(month, day, Words(context.tokens, 0, 0)) if day and context.tokens.codes else None
        if found:
            return found.year, found.basis, found.how
        return context.published.year - ahead, "completed", "year from publication"
    return (context.story.year, "completed", "year of the date before it") if context.story else (0, "none", "")


@functools.cache
def _build_signal_pattern(language: str) -> re.Pattern[str] | None:
    words = _foreign_words.SIGNALS.get(language)
    if not words:
        return None
    ways = "|".join(_match_any(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({ways})\s+(?:le\s+|el\s+|il\s+|dem\s+|den\s+)?$", re.IGNORECASE)


def read_signal_before(text: str, start: int, language: str) -> str:
    """The English preposition that does to a date what the word before it does; "" for none."""
    pattern = _build_signal_pattern(language)
    match = pattern.search(text, max(0, start - 28), start) if pattern else None
    return _foreign_words.SIGNALS[language][" ".join(match[1].lower().split())] if match else ""


def read_joint_between(text: str, before: int, end: int, start: int, language: str) -> str:
    """``"to"`` or ``"between"`` where two dates from `end` to `start` are the ends of a range, else "".

    `before` is where the first of them begins.
    """
    if language == "zh":
        return "to" if re.fullmatch(r"\s*(?:至|到|-|–|—)\s*", text[end:start]) else ""
    joint = re.fullmatch(
        rf"\s*(?:{_match_any(_foreign_words.TO[language])}|[-–—])\s*(?:(?:el|le|il|den|dem)\s+)?", text[end:start]
    )
    opening = _match_before(_foreign_words.FROM[language]).search(text[:before][-24:])
    if not joint or not (opening or re.fullmatch(r"\s*[-–—]\s*", joint[0])):
        return ""
    word = opening[0].split()[0].lower() if opening else ""
    return "between" if word in _foreign_words.BETWEEN else "to"
