"""Readers of days by name and their parts: "Friday", "last weekend", "today", "last night", "overnight"."""

import dataclasses
import datetime as dt
import re

from timeline.dates.calendar import spans
from timeline.dates.calendar.spans import Span
from timeline.dates.engine import cues
from timeline.dates.engine._words import TEXT_DIRECTIONS
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Found, Reading, Words, make_unresolved, read_as, read_by_tense
from timeline.dates.engine.tense import Tense
from timeline.dates.engine.tokens import CODE
from timeline.dates.readers.durations import count_of
from timeline.dates.readers.months import read_month

__all__ = [
    "read_deictic",
    "read_directed_daypart",
    "read_nth_weekday",
    "read_overnight",
    "read_weekday",
    "read_weekday_beyond",
    "read_weekday_of_week",
    "read_weekend",
    "with_time",
]


def with_time(reading: Reading, time: str) -> Reading:
    """The reading of a day, narrowed to a part of it or a time of day; its days stay the same."""
    return reading._replace(span=dataclasses.replace(reading.span, value=f"{reading.span.value}T{time}"), type="TIME")


def read_deictic(words: Words, context: Context) -> Found:
    """Today, yesterday, tomorrow, tonight, and the days before and after those."""
    word, step = words.read_word("deictic"), words.read_number("deictic") or 0
    if words.has("shift"):
        step += words.read_number("shift") or 0
    if context.narrative:
        return make_unresolved("PRESENT_REF", "the narrator's present") if word == "today" else None
    if not context.published:
        return make_unresolved("XXXX-XX-XX", f"{word}; the publication date is missing")
    date = spans.shift(context.published, "D", step)
    reading = read_as(spans.from_date(date), "relative", f"{words.text.lower()}, from publication") if date else None
    return with_time(reading, "NI") if reading and word == "tonight" else reading


def read_overnight(words: Words, context: Context) -> Found:
    """The night before publication or that of it: "overnight"; "overnight on Thursday" is the night of that day."""
    if words.has("weekday"):
        day = read_weekday(words.take_part(words.find("weekday"), words.last), context)
        return with_time(day, "NI") if isinstance(day, Reading) else day
    published = context.published
    first = spans.shift(published, "D", -1) if published and not context.narrative else None
    if not first or not published:
        return None
    span = Span(f"{published.isoformat()}TNI", first, published, "bounded")
    return Reading(span, "TIME", "relative", "overnight, the night before publication or the one of it")


def read_weekday(words: Words, context: Context) -> Found:  # noqa: PLR0911 one return a rule
    """A weekday: the one on or before publication, or the coming one where the clause looks ahead.

    Source: of 353 bare weekdays in four news corpora the rule "same day or the last one" reads 92 % right.
    """
    number, index = words.read_number("weekday"), words.find("weekday")
    anchor = context.anchor
    if not number or cues.is_capital_name(words.tokens.text, words.tokens.starts[index], words.tokens.ends[index]):
        return None
    if words.codes[:1] == CODE["direction"] and words.read_word("direction") == "following":
        after = read_weekday(words.take_part(words.first + 1, words.last), context)  # "following Wednesday's quake"
        return after._replace(begin=words.first + 1, end=words.last) if isinstance(after, Reading) else after
    if _ORDINAL.search(context.read_before(words.first, 12)) and _OF_EACH.match(context.read_after(words.last)):
        return None  # "the first Monday of each month"
    if words.last - words.first == 1 and _is_any(words, context):
        return make_unresolved(f"XXXX-WXX-{number}", "a weekday of a week that is not named")
    if (words.read_word("direction") in TEXT_DIRECTIONS or words.has("that")) and context.previous_days:
        return _count_from_told(words, number, *context.previous_days)
    if start := context.read_range_start(words):
        date = spans.shift(start, "D", (number - start.isoweekday()) % 7)
        return (
            read_as(spans.from_date(date), "relative", "weekday after the one the range begins with") if date else None
        )
    if not anchor:
        return make_unresolved(f"XXXX-WXX-{number}", "weekday; the publication date is missing")
    if not context.narrative and words.read_number("direction") is None:
        return _choose_by_tense(words, number, anchor[0], context)
    days, how = _measure_distance(words, number, anchor[0], context)
    date = spans.shift(anchor[0], "D", days)
    return read_as(spans.from_date(date), anchor[1], how) if date else None


_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|last|other)\s$")
_OF_EACH = re.compile(r"\s(?:of|in)\s(?:each|every|the)\b")


_ANY = re.compile(r"\bon (?:a|one) $")


def _is_any(words: Words, context: Context) -> bool:
    """Whether any such day may be meant: "on a Tuesday in March"; "on a Tuesday deadline" names one."""
    if not _ANY.search(context.read_before(words.first, 8)):
        return False
    return words.tokens.codes[words.last : words.last + 1] == CODE["daypart"] or not cues.is_before_noun(
        context.read_after(words.last)
    )


def _choose_by_tense(words: Words, number: int, published: dt.date, context: Context) -> Found:
    """The last such day, or the coming one where the clause looks ahead; that of publication itself stays that."""
    ahead, back = (number - published.isoweekday()) % 7, (published.isoweekday() - number) % 7
    past, coming = spans.shift(published, "D", -back), spans.shift(published, "D", ahead or 7)
    verdict = context.judge_tense(words)
    tense = verdict.tense if verdict else Tense.COMING if words.has("this") and ahead else Tense.PAST
    if not back or (tense is Tense.COMING and coming and _came_before(words, coming, context)):
        tense, verdict = Tense.PAST, None
    return read_by_tense(
        spans.from_date(past) if past else None,
        spans.from_date(coming) if coming else None,
        tense,
        verdict,
        "relative",
        "weekday",
    )


def _came_before(words: Words, coming: dt.date, context: Context) -> bool:
    """Whether the day is of what came before one told: "play on Monday after beating Austria on Wednesday"."""
    told = context.previous_days
    return bool(told and told[0] < coming and _AFTER_DOING.search(context.read_since_previous(words.first)))


_AFTER_DOING = re.compile(r"\b(?:after|following|since)\s(?:\w+ly\s)?\w+ing\b[^,;]*$")


def _count_from_told(words: Words, number: int, told: dt.date, end: dt.date) -> Found:
    """A weekday counted from the preceding date: "the following Friday", "that Friday", which of a week is in it."""
    step = words.read_number("direction") or 0
    ahead, back = (number - told.isoweekday()) % 7, (told.isoweekday() - number) % 7
    days = (ahead or 7) if step > 0 else -(back or 7) if step < 0 else -back
    if not step and ahead <= (end - told).days:
        days = ahead
    date = spans.shift(told, "D", days)
    return read_as(spans.from_date(date), "anchored", "weekday counted from the date before it") if date else None


def _measure_distance(words: Words, number: int, base: dt.date, context: Context) -> tuple[int, str]:
    """Days from the anchor to the weekday meant, and how it was chosen."""
    step = words.read_number("direction")
    ahead, back = (number - base.isoweekday()) % 7, (base.isoweekday() - number) % 7
    if context.narrative:
        return ahead, "weekday on or after the date before it"
    if step == -1:
        return -(back or 7), "last such weekday before publication"
    if step == 1:
        return ahead or 7, "next such weekday after publication"
    return -back, "weekday on or before publication"


def read_weekday_beyond(words: Words, context: Context) -> Found:
    """A weekday a week or more further: "the Friday before last", "the Friday after next", "Monday week"."""
    number, anchor = words.read_number("weekday"), context.anchor
    if not number or not anchor:
        return make_unresolved(f"XXXX-WXX-{number}", "weekday; the publication date is missing")
    base = anchor[0]
    ahead, back = (number - base.isoweekday()) % 7 or 7, (base.isoweekday() - number) % 7 or 7
    shift, direction = words.read_word("shift"), words.read_word("direction")
    if shift:
        if (shift, direction) not in (("before", "last"), ("after", "next")):
            return None
        days = -back - 7 if shift == "before" else ahead + 7
    elif words.read_value("unit") in ("W", "2W"):
        weeks = 1 if words.read_value("unit") == "W" else 2
        days = ahead + 7 * (int(count_of(words.take_part(words.first, words.find("on", "from"))) or 1) * weeks)
    else:
        return None
    date = spans.shift(base, "D", days)
    return read_as(spans.from_date(date), anchor[1], words.text.lower()) if date else None


def read_nth_weekday(words: Words, context: Context) -> Found:
    """A weekday counted in its month: "the first Sunday in June", "the last Friday of May 2023"."""
    month = read_month(words.take_part(words.find("month", "month_short"), words.last), context)
    nth = -1 if words.read_word("direction") in ("last", "final") else words.read_number("ordinal", "day_ordinal") or 0
    if not isinstance(month, Reading) or not month.span.first or not (nth == -1 or 1 <= nth <= _MOST_IN_A_MONTH):
        return None
    weekday = words.read_number("weekday") or 1

    def on(span: Span) -> Span | None:
        date = spans.find_nth_weekday(span.first.year, span.first.month, weekday, nth) if span.first else None
        return spans.from_date(date) if date and span.first and date.month == span.first.month else None

    reading = read_as(on(month.span), month.basis or "none", f"{words.text.lower()}, {month.how}")
    if not reading:
        return None
    others = tuple(choice._replace(span=span) for choice in month.alternatives if (span := on(choice.span)))
    return reading._replace(alternatives=others, decided_by=month.decided_by)


_MOST_IN_A_MONTH = 5


def read_weekday_of_week(words: Words, context: Context) -> Found:
    """A weekday of a week: "Monday last week", "Friday of next week"."""
    number, anchor = words.read_number("weekday"), context.anchor
    week = spans.week(anchor[0]) if anchor and words.read_value("unit") == "W" else None
    if not number or not anchor or not week or not week.first:
        return None
    date = spans.shift(week.first, "D", 7 * (words.read_number("direction") or 0) + number - 1)
    return read_as(spans.from_date(date), anchor[1], "weekday of that week") if date else None


def read_weekend(words: Words, context: Context) -> Found:
    """A weekend: "last weekend", "over the weekend", "next weekend"; a bare one is the last, as news looks back."""
    anchor = context.anchor
    if not anchor:
        return make_unresolved("XXXX-WXX-WE", "weekend; the publication date is missing")
    base, basis = anchor
    step = words.read_number("direction")
    if step is None and _OF_SOMETHING.search(context.read_before(words.first, 24)):
        return None  # "took $4m in its opening weekend"
    if step is None:
        bare = not words.has("this") and not words.has("that")
        back = (bare and not context.looks_ahead(words)) or (words.has("this") and context.is_past(words))
        step = -1 if back and base.isoweekday() < _SATURDAY else 0  # also "went up in flames this weekend"
    date = spans.shift(base, "D", 7 * step)
    return read_as(spans.weekend(date) if date else None, basis, "weekend counted from publication")


_SATURDAY = 6
_OF_SOMETHING = re.compile(
    r"\b(?:an?|its|his|her|their|\w+['’]s?)\s(?:[a-z-]+\s)?$|\b(?:opening|debut|closing|final|first)\s$"
)


def read_directed_daypart(words: Words, context: Context) -> Found:
    """A part of the day with a direction: "last night", "this morning", "that afternoon", "the next evening"."""
    part, word, step = (
        str(words.read_value("daypart")),
        words.read_word("direction"),
        words.read_number("direction") or 0,
    )
    from_text = words.has("that") or words.has("same") or word in TEXT_DIRECTIONS or word == "next" or context.narrative
    previous = context.previous_days
    if from_text and previous and previous[1] - previous[0] <= dt.timedelta(days=1):
        base, basis = previous[1], "anchored"
    elif from_text or not context.published:
        return make_unresolved(f"XXXX-XX-XXT{part}", f"{words.text.lower()}; the day it counts from is missing")
    else:
        base, basis = context.published, "relative"
    date = spans.shift(base, "D", step)
    reading = read_as(spans.from_date(date), basis, words.text.lower()) if date else None
    return with_time(reading, part) if reading else None
