"""Readers of dates that stand on their own: day, month, year, season, quarter, half, decade, century, numeric forms.

Each takes the words its rule matched and gives a `Reading`, several of them for a list or range, or None where the
words are no date after all. A missing year is asked of the context.
"""

import dataclasses
import datetime as dt
import re

from timeline.dates import spans
from timeline.dates._words import NEEDS_CUE
from timeline.dates.context import Context, Reading, Words
from timeline.dates.spans import Span
from timeline.dates.tokens import CODE

__all__ = [
    "read_bc",
    "read_century",
    "before_christ",
    "read_day",
    "read_day_of_month",
    "read_day_list",
    "read_decade",
    "read_fiscal",
    "read_half",
    "read_holiday",
    "read_iso",
    "read_month",
    "read_numeric",
    "read_quarter",
    "read_season",
    "read_year",
    "read_year_of_era",
    "read_year_pair",
]

_WEEKDAY_NAMES = ("", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FUNCTION_WORD = (
    r"(?:and|or|but|nor|to|the|a|an|in|at|on|of|for|from|with|by|as|into|through|during|until|till|after|before|when|while|where|since|because|"
    r"he|she|it|they|we|i|you|his|her|its|their|this|that|these|those|who|which|was|were|is|are|be|been|has|have|had|will|would|could|may|might|"
    r"did|do|does|not|no|there|some|many|most|all|both|several|only|also|then|over|under|about|around|between|against|among|near|off|out|up|down|"
    r"said|says|if|than|so|yet|again|alone|onwards?|came|saw|began|left|took|brought|made)\b"
)
_NOUN_NEXT = re.compile(rf"\s(?!{_FUNCTION_WORD}|[a-z]+ly\b|[a-z]+ed\b)[a-z]+")
# What counts things, not years: "1,500 men", "in 2000 metres"
_COUNTED = re.compile(
    r"\s*-?\s*(?:%|percent|per\s?cent|million|billion|trillion|thousand|hundred|dollars?|euros?|pounds?|yen|cents?|points?|people|men|women|troops|soldiers|"
    r"civilians|prisoners|casualties|victims|officers|ships|tanks|guns|aircraft|planes|horses?|horsepower|workers|employees|jobs|students|children|"
    r"votes|seats|houses|homes|families|members|sites|pages|words|miles|km|kilomet\w+|met(?:re|er)s?|feet|ft|yards|acres|hectares|tons?|tonnes?|kg|"
    r"kilograms?|pounds|lbs?|barrels|shares|copies|units|times|hours|hrs|minutes|seconds|days|weeks|months|years?\b|-?strong|rpm|mm|cm|mw|gb|mb|mhz|hz|"
    r"degrees|dead|wounded|killed|injured|deaths|rounds|bodies|others|such|or\s+(?:more|so)\b)"
)
_NUMBERED = re.compile(
    r"(?:\b(?:no|nos|number|resolution|flight|article|section|law|act|bill|rule|room|page|chapter|verse|order|case|route|highway|unit|"
    r"model|boeing|airbus|windows|version|code|level|nearly|almost|than|least|to\s+about|some|over|approximately|proclamation|directive|"
    r"regulation|paragraph|psalm|serial|lot|class|type|channel|platform|gate|office|area|building|square|size|up\s+to|another|with|"
    r"killing|killed|wounding|wounded|injured|includ\w+|total\w*|only|lost|employ\w*|estimated)\.?\s|[$€£¥#/]|no\.\s?)\s*$"
)


def read_iso(words: Words, context: Context) -> Reading | None:
    """``2025-07-14``, with or without a time of day."""
    text = words.word("iso")
    span = spans.day(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if not span:
        return None
    if len(text) > 10:
        value = f"{text[:10]}T{text[11:].upper()}"
        return Reading(dataclasses.replace(span, value=value), "TIME", "explicit", "ISO 8601 date and time")
    return Reading(span, "DATE", "explicit", "ISO 8601 date")


def _full_year(written: str, context: Context) -> int:
    """A year of two or four digits; two digits are the year nearest publication, not more than twenty years ahead."""
    number = int(written)
    if len(written) > 2:
        return number
    today = context.published.year if context.published else 2000
    year = today - today % 100 + number
    return year - 100 if year > today + 20 else year


def read_numeric(words: Words, context: Context) -> Reading | None:
    """``13/11/2023``, ``10/30/89``, ``3.5.2023``: both readings where day and month could change places."""
    parts = re.split(r"[/.-]", words.word("numeric"))
    if len(parts[0]) == 4:
        span = spans.day(int(parts[0]), int(parts[1]), int(parts[2]))
        return Reading(span, "DATE", "explicit", "year, month, day in figures") if span else ()
    year = _full_year(parts[2], context)
    day_first = spans.day(year, int(parts[1]), int(parts[0]))
    month_first = spans.day(year, int(parts[0]), int(parts[1]))
    found = [span for span in (day_first, month_first) if span]
    if not found or (len(parts[2]) == 2 and context.previous is None and not context.published and "/" not in words.text):
        return None
    order = "dmy" if "." in words.text else context.order
    if len(found) == 2 and order:
        found = [day_first if order == "dmy" else month_first]
    first, last = min(s.first for s in found if s and s.first), max(s.last for s in found if s and s.last)
    if first == last:
        return Reading(found[0], "DATE", "explicit", "day, month, year in figures")
    how = f"figures that are {first.day} {first:%b} {first.year} or {last.day} {last:%b} {last.year}"
    value = month_first.value if month_first else ""
    return Reading(Span(value, first, last, "bounded"), "DATE", "explicit", how, alternatives=(first, last))


def day_name(date: dt.date) -> str:
    """``Tue 12 Aug 2025``, whatever the machine's language."""
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    return f"{_WEEKDAY_NAMES[date.isoweekday()]} {date.day} {months[date.month - 1]} {date.year}"


_LATER_YEAR = re.compile(
    "(?:[{dash}{to}{and}{or}{comma}{until}{stroke}{the}{from}{gap}]{{1,3}}|)[{day}{day_ordinal}]?{of}?([{month}{month_short}])?"
    "{comma}?(?:{the}?[{day}{day_ordinal}]{comma}?)?{of}?({year})".format(**CODE)
)


def _year_ahead(words: Words, month: int, context: Context) -> int | None:
    """The year of the date this one is listed with: "on 3 May and 5 June 2012", "June–July 1941"."""
    codes, tokens = words.tokens.codes, words.tokens
    ahead = codes[words.last : words.last + 9]
    match = _SHARED_YEAR.match(ahead)
    if not match:
        return None
    year = tokens.values[words.last + match.end() - 1]
    other = next((tokens.values[words.last + i] for i, c in enumerate(match[0]) if c in _MONTH_CODES), None)
    if not isinstance(year, int) or not isinstance(other, int):
        return None
    return year - (month > other)


_MONTH_CODES = CODE["month"] + CODE["month_short"]
_SHARED_YEAR = re.compile(
    "[{dash}{to}{and}{or}{comma}{until}{stroke}]{{1,2}}{part}?{dash}?(?:{the}?[{day}{day_ordinal}]{of}?)?[{month}{month_short}]"
    "(?:[{day}{day_ordinal}])?{comma}?{of}?{year}".format(**CODE)
)


def _find_year(words: Words, month: int, day: int, context: Context) -> tuple[int, str, str] | None:
    """The year the words give or imply, its basis, and how it was found."""
    written = words.find("year", "short_year")
    if written >= 0:
        value = words.tokens.values[written]
        if isinstance(value, int):
            return value, "explicit", ""
        return _short_year(str(value), context), "explicit", ""
    if words.find("unit") >= 0:  # "25 July of that year"
        told = context.previous
        return (told.first.year, "anchored", "year told before") if told and told.first else None
    ahead = _year_ahead(words, month, context)
    if ahead:
        return ahead, "completed", "year of the date it is listed with"
    return context.year_for(month, day, words)


def _short_year(written: str, context: Context) -> int:
    """A year such as ``'98``: in the century told before, else near publication."""
    number = int(re.sub(r"\D", "", written))
    if context.previous and context.previous.first and (context.narrative or not context.published):
        return context.previous.first.year // 100 * 100 + number
    return _full_year(f"{number:02}", context)


def _day_reading(words: Words, month: int, day: int, context: Context) -> Reading | tuple[()]:
    found = _find_year(words, month, day, context)
    if not found:
        return Reading(spans.undated(f"XXXX-{month:02}-{day:02}"), "DATE", "none", "day and month; the year is missing") if (
            spans.day(2000, month, day)
        ) else ()
    year, basis, how = found
    span = spans.day(year, month, day)
    if not span or not span.first:
        return ()
    sentence = f"{how}: {day_name(span.first)}" if how else f"day, month and year: {day_name(span.first)}"
    return Reading(span, "DATE", basis, sentence)


def read_day(words: Words, context: Context) -> Reading | tuple[()] | None:
    """A day of a month, with or without its year: "3 May 2012", "May 3rd", "Friday, July 11"."""
    month = words.number("month", "month_short")
    day = words.number("day", "day_ordinal", "ordinal")
    if not month or not day:
        return None
    where = words.find("day", "day_ordinal", "ordinal")
    mon = words.find("month", "month_short")
    if words.codes[0] == CODE["the"] and words.tokens.codes[where] == CODE["day"] and _NOUN_NEXT.match(context.after(words.last)):
        reading = _day_reading(words, month, day, context)
        return dataclasses.replace(reading, begin=words.first + 1, end=words.last) if reading else reading
    if where > mon and _counts_things(words, where) and words.find("year") < 0:
        return _month_only(words, mon, context)
    return _day_reading(words, month, day, context)


def _counts_things(words: Words, index: int) -> bool:
    """Whether the number after a month counts what follows it: "in March 12 ships"."""
    before = words.tokens.lowered[max(0, words.tokens.starts[words.first] - 4) : words.tokens.starts[words.first]]
    after = words.tokens.lowered[words.tokens.ends[index] : words.tokens.ends[index] + 30]
    if words.tokens.codes[index] == CODE["day"] and _COUNTED.match(after):
        return True
    return before.endswith("in ") and bool(re.match(r"\s(?!the\b|a\b|in\b|at\b|on\b|and\b|to\b|with\b|by\b|for\b|was\b)[a-z]+s\b", after))


def _month_only(words: Words, index: int, context: Context) -> Reading | None:
    reading = read_month(Words(words.tokens, index, index + 1), context)
    return dataclasses.replace(reading, begin=index, end=index + 1) if reading else None


def read_day_list(words: Words, context: Context) -> list[Reading] | tuple[()] | None:
    """Several days of one month, as a list or range: "3–5 May 2012", "May 3 and 5", "22 to 25 April"."""
    month = words.number("month", "month_short")
    days = [i for i in range(words.first, words.last) if words.tokens.codes[i] in _DAY_CODES]
    values = [words.tokens.values[i] for i in days]
    if not month:
        return None
    month_at = words.find("month", "month_short")
    readings = []
    for i, value in zip(days, values, strict=True):
        reading = _day_reading(words, month, value, context) if isinstance(value, int) else None
        if not reading:
            return ()
        the = i > words.first and words.tokens.codes[i] == CODE["day_ordinal"] and words.tokens.codes[i - 1] == CODE["the"]
        readings.append(dataclasses.replace(reading, begin=i - the, end=i + 1))
    head, tail = readings[0], readings[-1]
    if month_at < days[0]:
        readings[0] = dataclasses.replace(head, begin=words.first)
    elif words.codes[0] == CODE["the"]:
        readings[0] = dataclasses.replace(head, begin=words.first)
    readings[-1] = dataclasses.replace(tail, end=words.last)
    return readings


_DAY_CODES = CODE["day"] + CODE["day_ordinal"]
_CUE = re.compile(
    r"(?:\b(?:in|on|by|since|until|till|through|throughout|from|to|of|before|after|during|last|next|this|that|early|late|mid|every|each|between|and|or|past|around|"
    r"about|for|as\sof|the|end|beginning|start|middle|previous|following|coming|both|circa|late\sin|early\sin|first|second|third|fourth)|[-–—/(,;:])\s*$"
)
_NOT_AFTER_MONTH = re.compile(r"\s*(?:said|says|is|was|has|had|told|and\s+[A-Z]|['’]s)\b")


def _is_month(words: Words, index: int) -> bool:
    """Whether a month's name without day or year is the month, not a person or a verb."""
    word = words.at(index).rstrip(".")
    if word not in NEEDS_CUE:
        return True
    context_before = words.tokens.lowered[max(0, words.tokens.starts[index] - 14) : words.tokens.starts[index]]
    return bool(_CUE.search(context_before)) and not (
        word in ("may", "march") and re.search(r"(?:\bthe|\band|[-–—/(,;:])\s*$", context_before) and not _month_adjective(words, index)
    )


def _month_adjective(words: Words, index: int) -> bool:
    after = words.tokens.text[words.tokens.ends[index] : words.tokens.ends[index] + 12]
    return bool(re.match(r"(?:\s(?!on\b|of\b|said\b|to\b|was\b|is\b|has\b)[a-z]|\s?[,.;)–—-])", after))


def read_month(words: Words, context: Context) -> Reading | None:
    """A month, with or without its year: "March 2013", "February of 1940", "in June"."""
    index = words.find("month", "month_short")
    month = words.number("month", "month_short")
    if not month:
        return None
    dated = words.find("year", "short_year", "unit") >= 0
    if not dated and not _is_month(words, index):
        return None
    if context.bc and not dated:
        return before_christ(f"BC{context.bc:04}-{month:02}")
    found = _find_year(words, month, 0, context)
    if not found:
        return Reading(spans.undated(f"XXXX-{month:02}"), "DATE", "none", "month; the year is missing")
    year, basis, how = found
    span = spans.month(year, month)
    return Reading(span, "DATE", basis, f"{how}: {span.value}" if how else f"month and year: {span.value}") if span else None


def read_year(words: Words, context: Context) -> Reading | None:
    """A year in four digits (or ``'98``), unless what stands around it makes it a number of something."""
    index = words.find("year", "short_year")
    value = words.tokens.values[index]
    if isinstance(value, str):
        span = spans.year(_short_year(value, context))
        return Reading(span, "DATE", "completed", "year in two digits") if span and context.previous else None
    if not isinstance(value, int) or not _is_year(words, index, value, context):
        return None
    span = spans.year(value)
    if not span:
        return None
    name = _NAMED.match(words.tokens.text[words.tokens.ends[index] :][:60]) and _DETERMINED.search(
        context.before(words.first, 12)
    )
    return Reading(span, "DATE", "explicit", "year", is_name=bool(name))


_DETERMINED = re.compile(r"\b(?:the|of|a)\s*$")
_NAMED = re.compile(
    r"\s(?:[a-z]+\s){0,2}(?:crisis|crash|revolution|war|financial|olympics|games|cup|election|elections|recession|earthquake|tsunami|pandemic|act|treaty|agreement|"
    r"accord|accords|constitution|championships?|season|census|uprising|coup|attacks?|bombings?|massacre|riots|census|convention|law|budget)\b"
)
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|to|during|before|after|throughout|through|circa|ca\.|c\.|year|early|late|mid|summer|winter|spring|autumn|fall|and|or|"
    r"between|for|as\sof|around|about|over|around)|[-–—(,;:])\s*$"
)


def _is_year(words: Words, index: int, value: int, context: Context) -> bool:
    before = words.tokens.lowered[max(0, words.tokens.starts[index] - 24) : words.tokens.starts[index]]
    after = words.tokens.lowered[words.tokens.ends[index] : words.tokens.ends[index] + 24]
    if _COUNTED.match(after) or _NUMBERED.search(before):
        return False
    if 1900 <= value <= 2099:
        return not re.search(r"[a-z]-$", before) or bool(re.search(r"\b(?:pre|post|mid|early|late|since)-$", before))
    return bool(_YEAR_CUE.search(before)) or not _PLURAL_NEXT.match(after)


_PLURAL_NEXT = re.compile(rf"\s(?!{_FUNCTION_WORD}|[a-z]+ss\b)[a-z]+s\b(?!['’])")


def read_year_pair(words: Words, context: Context) -> list[Reading] | None:
    """Two years as a range whose second is cut short: "1939–45", "2019-20"."""
    first_at = words.find("year")
    first, second = words.tokens.values[first_at], words.tokens.values[words.last - 1]
    if not isinstance(first, int) or not isinstance(second, int):
        return None
    if second < 100:
        second += first // 100 * 100
    if not first < second or not _is_year(Words(words.tokens, first_at, first_at + 1), first_at, first, context):
        return None
    one, two = spans.year(first), spans.year(second)
    if not one or not two:
        return None
    return [
        Reading(one, "DATE", "explicit", "year", begin=words.first, end=first_at + 1),
        Reading(two, "DATE", "explicit", "year, the century of the one before it", begin=words.last - 1, end=words.last),
    ]


def read_bc(words: Words, context: Context) -> list[Reading]:
    """A year before Christ: it has a TIMEX3 value, but no days, for a calendar of days begins with year 1."""
    where = [i for i in range(words.first, words.last) if words.tokens.codes[i] in _NUMBER_CODES]
    month = words.number("month", "month_short")
    season = words.value("season")
    readings = []
    for i in where:
        value = words.tokens.values[i]
        decade = words.tokens.codes[i] == CODE["decade_number"]
        number = int(re.sub(r"\D", "", str(value)))
        context.bc = number
        text = f"BC{number // 10:03}" if decade else f"BC{number:04}"
        text += f"-{month:02}" if month else f"-{season}" if season else ""
        readings.append(Reading(spans.undated(text), "DATE", "explicit", "a year before Christ, which has no calendar days here", begin=i, end=i + 1))
    readings[0] = dataclasses.replace(readings[0], begin=words.first)
    readings[-1] = dataclasses.replace(readings[-1], end=words.last)
    return readings


_NUMBER_CODES = CODE["day"] + CODE["number"] + CODE["year"] + CODE["decade_number"]


def read_year_of_era(words: Words, context: Context) -> Reading | None:
    """A bare number as a year before Christ, where the story is set there: "in 490"."""
    number = words.number("number") or 0
    if not context.bc or number < 32 or not _YEAR_CUE.search(context.before(words.first, 12)) or _COUNTED.match(context.after(words.last)):
        return None
    context.bc = number
    return before_christ(f"BC{number:04}")


def before_christ(value: str) -> Reading:
    """The reading of a date before year 1: a TIMEX3 value without days."""
    return Reading(spans.undated(value), "DATE", "anchored", "before Christ, as the dates around it; a time without calendar days here")


def read_day_of_month(words: Words, context: Context) -> Reading | None:
    """A day whose month was told before: "on the 12th"."""
    told = context.previous
    if not told or not told.first or not _ON.search(context.before(words.first, 8)) or _THING.match(context.after(words.last)):
        return None
    span = spans.day(told.first.year, told.first.month, words.number("day_ordinal") or 0)
    return Reading(span, "DATE", "anchored", f"day of the month told before: {day_name(span.first)}") if span and span.first else None


_ON = re.compile(r"\b(?:on|by|until|since|from|and|to)\s$")
_THING = re.compile(r"(?:-|\s(?!and\b|or\b|to\b|the\b|a\b|in\b|at\b|he\b|she\b|they\b|it\b|when\b|after\b|with\b|but\b|of\b|for\b|was\b|were\b)[a-zA-Z])")


def read_decade(words: Words, context: Context) -> Reading | None:
    """A decade: "the 1990s", "the late '60s", "the eighties"."""
    value = words.value("decade_number", "decade")
    if isinstance(value, int):
        if not words.has("the") and not words.has("its"):
            return None
        year = 1900 + value
    else:
        digits = re.sub(r"\D", "", str(value))
        if len(digits) == 3:
            return None
        year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    span = spans.decade(year)
    return Reading(span, "DATE", "explicit", f"decade from {year}") if span else None


def read_century(words: Words, context: Context) -> Reading | None:
    """A century: "the 19th century", "the early twenty-first century", "the 4th century BC"."""
    number = words.number("ordinal", "day_ordinal", "century_ordinal")
    if words.value("unit", "units") != "CE" or not number or number > 99:
        return None
    if words.has("bc"):
        return Reading(spans.undated(f"BC{number - 1:02}"), "DATE", "explicit", "a century before Christ, which has no calendar days here")
    span = spans.century(number)
    return Reading(span, "DATE", "explicit", f"century of the years {span.value}00–{span.value}99") if span else None


def _year_of_unit(words: Words, context: Context) -> tuple[int, str, str] | None:
    """The year named with a quarter, half or season: written, "last year's", or implied."""
    written = words.find("year", "short_year")
    if written >= 0:
        value = words.tokens.values[written]
        return (value if isinstance(value, int) else _short_year(str(value), context)), "explicit", "year as written"
    anchor = context.anchor
    if words.has("unit") and words.value("unit") == "Y" or words.codes.count(CODE["unit"]) > 1:
        if not anchor:
            return None
        step = words.number("direction") or 0
        if words.has("that") and context.previous and context.previous.first:
            return context.previous.first.year, "anchored", "year told before"
        if words.has("the") and words.has("same") and context.previous and context.previous.first:
            return context.previous.first.year, "anchored", "year told before"
        return anchor[0].year + step, anchor[1], "year counted from publication" if anchor[1] == "relative" else "year counted from the date before it"
    return None


def read_quarter(words: Words, context: Context) -> Reading | None:
    """A quarter of a year: "the third quarter of 2023", "Q3 2023", "third-quarter", "the fourth quarter"."""
    code = words.value("quarter_code")
    if isinstance(code, str):
        number, kind = int(re.sub(r"\D", "", code)), "Q" if "q" in code else "H"
        if not words.has("year") and (kind == "H" or not words.tokens.text[words.tokens.starts[words.first]].isdigit() and not words.text[0].isupper()):
            return None
    else:
        ordinal = words.number("ordinal", "day_ordinal", "cardinal")
        last = words.word("direction") in ("final", "last", "closing") and words.find("year") >= 0
        number, kind = ordinal or (4 if last else 0), "Q"
        if "Q" not in words.all("unit") or not 1 <= number <= 4:
            return None
    build = spans.quarter if kind == "Q" else spans.half
    found = _year_of_unit(words, context)
    if not found:
        anchor = context.anchor
        if not anchor:
            return Reading(spans.undated(f"XXXX-{kind}{number}"), "DATE", "none", "quarter; the year is missing")
        start = build(anchor[0].year, number)
        late = bool(start and start.first and start.first > anchor[0])
        year = anchor[0].year - (late and not context.future(words) and not context.narrative)
        found = year, "completed", "latest that has begun by publication" if not context.narrative else "year of the date before it"
    span = build(found[0], number)
    return Reading(span, "DATE", found[1], f"{found[2]}: {span.value}") if span else None


def read_half(words: Words, context: Context) -> Reading | None:
    """A half of a year: "the first half of 2020", "first-half", "the latter half of last year"."""
    number = words.number("ordinal") or (2 if words.has("later_of") or words.has("direction") else 0)
    if number not in (1, 2):
        return None
    found = _year_of_unit(words, context)
    if not found:
        anchor = context.anchor
        if not anchor or words.has("unit"):
            return None
        found = anchor[0].year - (number == 2 and anchor[0].month < 7 and not context.future(words)), "completed", "latest that has begun by publication"
    span = spans.half(found[0], number)
    return Reading(span, "DATE", found[1], f"{found[2]}: {span.value}") if span else None


def read_season(words: Words, context: Context) -> Reading | None:
    """A season: "the spring of 1941", "summer 2012", "last winter", "in autumn"."""
    code = str(words.value("season"))
    found = _year_of_unit(words, context)
    if not found and not _is_season(words, context):
        return None
    if not found and words.has("every"):
        return Reading(spans.undated(f"XXXX-{code}"), "SET", None, "a season of every year")
    if not found and context.bc:
        return before_christ(f"BC{context.bc:04}-{code}")
    if not found:
        found = _season_year(words, code, context)
    if not found:
        return Reading(spans.undated(f"XXXX-{code}"), "DATE", "none", "season; the year is missing")
    span = spans.season(found[0], code)
    begin = words.first + (words.has("the") and words.last - words.first == 2 and _is_adjective(words, context))
    return Reading(span, "DATE", found[1], f"{found[2]}: {span.value}", begin=begin, end=words.last) if span else None


def _is_adjective(words: Words, context: Context) -> bool:
    """Whether a noun follows, to which the article before the season belongs: "the summer offensive"."""
    return bool(_NOUN_NEXT.match(context.after(words.last)))



_SEASON_CUE = re.compile(r"\b(?:the|in|last|next|this|that|by|since|until|early|late|mid|of|during|following|previous|every|each|and|to|through|over|coming|past)[\s-]*$")


def _is_season(words: Words, context: Context) -> bool:
    index = words.find("season")
    word = words.at(index)
    after = context.after(words.last, 14)
    if word == "fall" and re.match(r"\s(?:of|in|from|to|into|by|short|back|below|on)\b", after):
        return False
    if word == "spring" and re.match(r"\s(?:of|from|up|water|to)\b", after):
        return False
    alone = words.last - words.first == 1
    if alone and _is_adjective(words, context):
        return word not in ("spring", "fall") or bool(re.search(r"\b(?:a|an|the|its|their|his|her|this|s|inconclusive|new)\s$|\n$", context.before(words.first, 14))) or words.text.istitle()
    return not alone or bool(_SEASON_CUE.search(context.before(words.first, 12)))


def _season_year(words: Words, code: str, context: Context) -> tuple[int, str, str] | None:
    anchor = context.anchor
    if words.has("that") and context.previous and context.previous.first:
        return context.previous.first.year, "anchored", "year told before"
    if context.narrative and context.line and context.line.first:
        anchor = context.line.first, "anchored"
    if not anchor:
        return None
    step = words.number("direction")
    base = anchor[0]
    if words.word("direction") in ("following", "next", "subsequent", "ensuing", "previous", "preceding") and context.previous and context.previous.first:
        if words.word("direction") != "next" or context.narrative:
            base, how = context.previous.first, "counted from the date before it"
            span = spans.season(base.year, code)
            ahead = bool(span and span.first and span.first > base)
            year = base.year + (not ahead) if (step or 0) > 0 else base.year - ahead
            return year, "anchored", how
    span = spans.season(base.year, code)
    if not span or not span.first or not span.last:
        return None
    if context.narrative:
        return base.year, "completed", "year of the date before it"
    if step == -1:
        return base.year - (span.last >= base), "relative", "the last one that ended before publication"
    if step == 1:
        return base.year + (span.first <= base), "relative", "the next one after publication"
    if code == "WI" and base.month <= 2:
        return base.year - 1, "completed", "the winter of publication"
    if words.has("this"):
        return base.year, "relative", "the one of the year of publication"
    return base.year - (span.first > base and not context.future(words)), "completed", "latest that has begun by publication"


def read_fiscal(words: Words, context: Context) -> Reading | None:
    """A fiscal year: "fiscal 1989", "FY2024", "the fiscal year 2020"; its days are taken as the calendar year's."""
    code = words.value("fiscal_code")
    year = words.number("year") or (_full_year(re.sub(r"\D", "", str(code)), context) if code else None)
    basis = "explicit"
    if not year and context.published:
        year, basis = context.published.year + (words.number("direction") or 0), "relative"
    span = spans.year(year) if year else None
    return Reading(dataclasses.replace(span, value=f"FY{year}"), "DATE", basis, "fiscal year, taken as the calendar year") if span else None


def read_holiday(words: Words, context: Context) -> Reading | None:
    """A holiday whose day is fixed or can be computed: "Christmas 2007", "Easter Monday", "last Thanksgiving"."""
    rule = words.value("holiday")
    if not isinstance(rule, tuple):
        return None
    found = _year_of_unit(words, context) if rule[0] != "once" else (1, "explicit", "")
    if found:
        date = _holiday(rule, found[0])
        return Reading(spans.of_date(date), "DATE", found[1], f"holiday: {day_name(date)}")
    anchor = context.anchor
    if not anchor:
        return Reading(spans.undated("XXXX-XX-XX"), "DATE", "none", "holiday; the year is missing")
    base, basis = anchor
    if context.narrative:
        date = _holiday(rule, base.year)
        return Reading(spans.of_date(date), "DATE", "completed", f"holiday, year of the date before it: {day_name(date)}")
    step = words.number("direction")
    dates = [_holiday(rule, base.year + y) for y in (-1, 0, 1) if 1 < base.year + y < 9999]
    if step == -1:
        dates = [d for d in dates if d < base][-1:]
    elif step == 1 or context.future(words):
        dates = [d for d in dates if d >= base][:1]
    date = min(dates, key=lambda d: abs((d - base).days))
    return Reading(spans.of_date(date), "DATE", basis if step else "completed", f"holiday nearest publication: {day_name(date)}")


def _holiday(rule: tuple[object, ...], year: int) -> dt.date:
    kind, *numbers = rule
    n = [x for x in numbers if isinstance(x, int)]
    if kind == "once":
        return dt.date(*n)
    if kind == "fixed":
        return dt.date(year, n[0], n[1])
    if kind == "easter":
        return spans.easter(year) + dt.timedelta(days=n[0])
    return spans.nth_weekday(year, n[0], n[1], n[2])


