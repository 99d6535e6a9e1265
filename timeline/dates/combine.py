"""Two neighbouring readings -> one, where the words between them say so: "two days after 3 May", "Wednesday (May 8)".

Each rule takes the reading before, the one just read and the words between, and gives the two anew: as one that covers
both, or as two of which one has moved. Also here: what "the eve of" before a date makes of it.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable

from timeline.dates.calendar import spans, vague
from timeline.dates.engine import cues
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Choice, Reading, name_span
from timeline.dates.engine.tense import Tense
from timeline.dates.engine.tokens import CODE, Tokens
from timeline.dates.readers.modifiers import takes_suffix
from timeline.dates.readers.weekdays import with_time

__all__ = ["combine_readings"]

_LONGEST, _MOST_TOKENS = 60, 6  # characters and tokens between two dates that make one
_DAYS_A_WEEK, _DAYS_A_MONTH = 7, 31
_Pair = tuple[Reading, ...]


def combine_readings(readings: list[Reading], new: Reading, tokens: Tokens, context: Context) -> None:
    """Put `new` after `readings`, joined with the last of them where they are one date."""
    last, begin = readings[-1] if readings else None, new.begin or 0
    if begin and tokens.codes[begin - 1] in _BEFORE_DATE:
        new = _shift_beside(new, last.end or 0 if last else 0, tokens)
    between = _read_between(last, new, tokens) if last and begin - (last.end or 0) <= _MOST_TOKENS else None
    if last is not None and between is not None:
        for rule in _RULES:
            if found := rule(last, new, between, tokens):
                readings[-1:] = found
                if rule is _join_time_to_day:
                    _settle_earlier(readings, new, tokens)
                context.remember(found[-1])
                return
    context.remember(new)
    readings.append(new)


def _read_between(last: Reading | None, new: Reading, tokens: Tokens) -> str | None:
    """The text between two readings, in lower case; None where they are too far apart."""
    if last is None:
        return None
    start, end = tokens.ends[(last.end or 1) - 1], tokens.starts[new.begin or 0]
    return tokens.lowered[start:end] if 0 <= end - start <= _LONGEST else None


def _read_day(reading: Reading) -> dt.date | None:
    """The day a reading is, or None."""
    span = reading.span
    return span.first if span.first == span.last and reading.type in ("DATE", "TIME") else None


# --- "at 3 p.m. on 3 May" ---


def _join_time_to_day(last: Reading, new: Reading, between: str, tokens: Tokens) -> _Pair:
    """A time of day that came just before its day is on it; the two stay two."""
    if last.type != "TIME" or (last.span.first and last.rule != "time") or not takes_suffix(new):
        return ()
    if tokens.codes[last.end : new.begin] != CODE["on"] and not _ON_DAY.fullmatch(between):
        return ()
    return _set_on_day(last, new), new


def _set_on_day(time: Reading, day: Reading) -> Reading:
    """A time of day, on that day."""
    timed = with_time(day, time.span.value.partition("T")[2])
    return timed._replace(begin=time.begin, end=time.end, rule=time.rule)


def _settle_earlier(readings: list[Reading], day: Reading, tokens: Tokens) -> None:
    """The time of day before one that has just got its day: "at 7 a.m. (0600 GMT) on Sunday"."""
    if len(readings) < 3 or (time := readings[-3]).type != "TIME" or time.span.first:
        return
    if _TWO_CLOCKS.fullmatch(_read_between(time, readings[-2], tokens) or ""):
        readings[-3] = _set_on_day(time, day)


_TWO_CLOCKS = re.compile(r"\s?(?:local(?: time)?|[a-z]{2,4})?\s?[(/,]\s?")
_ON_DAY = re.compile(r"[),]?\s(?:(?:local time|gmt|utc|et|est)\s)?(?:on|of)\s(?:the\s)?")


# --- "two days after 3 May", "three years to the day after the fire of 4 March 2021" ---


def _count_from_day(last: Reading, new: Reading, between: str, tokens: Tokens) -> _Pair:
    """A stretch counted from the date after it."""
    if _LESS.search(tokens.lowered[tokens.starts[last.begin or 0] : tokens.ends[(last.end or 1) - 1]]):
        return ()  # "less than a year after 3 May 2010" names no year
    match = _COUNTED_FROM.fullmatch(between)
    amount = _AMOUNT.fullmatch(last.span.value)
    day = new.span.first
    if last.type != "DURATION" or last.span.first or not match or not amount or not day or not new.span.last:
        return ()
    if between.endswith("the ") and _read_day(new) is None:
        return ()  # "three months before the October offensive"
    start = tokens.starts[last.begin or 0]
    lasting = tokens.lowered[max(0, start - len("for ")) : start] == "for "
    if lasting or any(choice.tense is None for choice in new.alternatives):
        return ()
    unit, step = amount[2], -1 if match["side"] in ("before", "prior to") else 1
    exact = bool(match["exact"]) or unit == "D" or (_read_day(new) is not None and _EXACT.search(between) is not None)

    def moved(span: spans.Span) -> spans.Span | None:
        base = span.last if step > 0 and unit == "D" else span.first
        date = spans.shift(base, unit, step * int(amount[1])) if base else None
        return (spans.from_date(date) if exact else spans.find_unit(date, unit)) if date else None

    span = moved(new.span)
    if span is None:
        return ()
    how = f"{tokens.text[tokens.starts[last.begin or 0] : tokens.ends[(new.end or 1) - 1]]}: {name_span(span)}"
    whole = Reading(span, "DATE", "anchored", how, begin=last.begin, end=new.end, rule="stretch_from_day")
    return (_extend_over_noun(_choose_again(whole, new, moved), between, tokens),)


_AMOUNT = re.compile(r"P(\d+)([DWMYQ]|DE|CE)")
_LESS = re.compile(r"\b(?:less|more|fewer|over|under)\b")
_EXACT = re.compile(r"\bexactly\b")
_COUNTED_FROM = re.compile(
    r"\s(?P<exact>to the day\s)?(?P<side>after|before|following|prior to)\s"
    r"(?:(?:the|a|an|his|her|its|their)\s(?:(?!\w+ed\s)[\w'-]+\s){1,3}(?:of|on|in)\s)?(?:the\s)?"
)


def _choose_again(whole: Reading, part: Reading, move: Callable[[spans.Span], spans.Span | None]) -> Reading:
    """The reading with what it would be for each reading that the date inside it has."""
    others = [(choice, span) for choice in part.alternatives if (span := move(choice.span))]
    return whole._replace(
        alternatives=tuple(
            Choice(span, choice.tense, f"{choice.how}; from it {name_span(span)}") for choice, span in others
        ),
        decided_by=part.decided_by,
    )


def _extend_over_noun(whole: Reading, before: str, tokens: Tokens) -> Reading:
    """The reading, over the noun its date is the adjective of: "a day after the 3 May election"."""
    end = tokens.ends[(whole.end or 1) - 1]
    noun = _NOUN.match(tokens.text, end)
    if not before.endswith("the ") or not noun or not cues.is_before_noun(tokens.lowered[end : end + 60]):
        return whole
    return whole._replace(reach=noun.end())


_NOUN = re.compile(r"\s(?:[a-z]+(?:al|ary|ive|ial|ous|ian|ing)\s)?[a-z]+(?![\w-])")


# --- "Wednesday (May 8)" ---


def _join_weekday_to_day(last: Reading, new: Reading, between: str, tokens: Tokens) -> _Pair:
    """A weekday and the day it is, one of them in brackets."""
    if between.strip() != "(" or {last.rule, new.rule}.isdisjoint(_WEEKDAYS) or last.span.precision != "day":
        return ()
    day = new if last.rule in _WEEKDAYS else last
    if day.rule in _WEEKDAYS or _read_day(day) is None:
        return ()
    end = tokens.ends[(new.end or 1) - 1]
    closed = tokens.text[end : end + 1] == ")"
    named = {last.span.first, *(choice.span.first for choice in last.alternatives)}
    known = next((choice for choice in day.alternatives if choice.span.first in named), None)
    span = known.span if known else day.span
    return (day._replace(span=span, begin=last.begin, end=new.end, reach=end + closed),)


_WEEKDAYS = frozenset({"weekday"})


# --- "three days earlier, on 1 March" ---


def _join_counted_to_day(last: Reading, new: Reading, between: str, _tokens: Tokens) -> _Pair:
    """A day counted from another, and the day that it is."""
    if last.rule not in _COUNTED_DAYS or not _APPOSED.fullmatch(between) or new.rule not in _DAY_RULES:
        return ()
    if last.span.precision == "year" and new.basis == "completed" and last.span.first and new.span.first:
        # "A year later, on July 23": the day is of that year
        return last, _set_year(new, last.span.first.year)
    longer = last.span.first and last.span.last and (last.span.last - last.span.first).days > _DAYS_A_MONTH
    if _read_day(new) is None or longer:
        return ()
    same = last._replace(span=new.span, basis=new.basis, how=new.how, decided_by=new.decided_by)
    return same._replace(alternatives=new.alternatives), new


def _set_year(day: Reading, year: int) -> Reading:
    """The reading of a day without a year, in that year."""
    first = day.span.first
    span = spans.day(year, first.month, first.day) if first else None
    return day._replace(span=span, alternatives=(), how="year of the date before it", decided_by="") if span else day


_COUNTED_DAYS = frozenset({"shifted", "directed_unit", "same_unit"})
_DAY_RULES = frozenset({"day_month_year", "month_day_year", "day_month", "month_day", "iso", "figures"})
_APPOSED = re.compile(r",\s(?:on\s)?(?:the\s)?")


# --- "Monday through Friday of next week", "Thursday to Saturday" ---


def _order_weekdays(last: Reading, new: Reading, between: str, _tokens: Tokens) -> _Pair:
    """A weekday that begins a range lies in the week before the day that ends it."""
    one, two = _read_day(last), _read_day(new)
    if last.rule != "weekday" or not _ROW.fullmatch(between) or not one or not two:
        return ()
    if 0 <= (two - one).days < _DAYS_A_WEEK or (_LISTED.fullmatch(between) and not _is_coming(last)):
        return ()
    if new.rule == "weekday":
        later = one + dt.timedelta(days=(two - one).days % _DAYS_A_WEEK)
        return last, new._replace(span=spans.from_date(later), alternatives=())
    first = two - dt.timedelta(days=(two - one).days % _DAYS_A_WEEK)
    return last._replace(span=spans.from_date(first), alternatives=(), how=f"weekday before {name_span(new.span)}"), new


_ROW = re.compile(r"\s?(?:[-–—/]|to|through|until|till|and|or)\s?")
_LISTED = re.compile(r"\s?(?:and|or)\s?")


def _is_coming(reading: Reading) -> bool:
    """Whether the coming one of two days was chosen."""
    return any(choice.tense is Tense.COMING and choice.span == reading.span for choice in reading.alternatives)


# --- "between Christmas and New Year" ---


def _order_holidays(last: Reading, new: Reading, between: str, _tokens: Tokens) -> _Pair:
    """A holiday that ends a range comes after the one that begins it."""
    one, two = _read_day(last), _read_day(new)
    if {last.rule, new.rule} != {"holiday"} or not _ROW.fullmatch(between) or not one or not two or one <= two:
        return ()
    later = spans.day(two.year + 1, two.month, two.day)
    return (last, new._replace(span=later)) if later else ()


# --- "the night of 3-4 May" ---


def _join_night(last: Reading, new: Reading, between: str, tokens: Tokens) -> _Pair:
    """A night that begins on one day and ends on the next is a point within both."""
    one, two = _read_day(last), _read_day(new)
    if not last.span.value.endswith("TNI") or not _ROW.fullmatch(between) or not one or not two:
        return ()
    if (two - one).days != 1 or not tokens.codes[last.begin or 0 : last.end].count(CODE["daypart"]):
        return ()
    span = dataclasses.replace(last.span, last=two, precision="bounded")
    return (
        last._replace(span=span, end=new.end, alternatives=(), how=f"the night that ends on {name_span(new.span)}"),
    )


_RULES = (
    _join_night,
    _join_time_to_day,
    _count_from_day,
    _join_weekday_to_day,
    _join_counted_to_day,
    _order_weekdays,
    _order_holidays,
)


# --- "the eve of the 9 June vote", "the day after Thanksgiving" ---


def _shift_beside(new: Reading, told: int, tokens: Tokens) -> Reading:
    """The day beside the one read, where "the eve of" or "the day after" stands before it."""
    begin = new.begin or 0
    match = _BESIDE.search(tokens.codes, max(told, begin - 5), begin)
    if not match or _read_day(new) is None or new.rule in ("weekday", "deictic"):
        return new
    at = match.start("shift")
    word = tokens.lowered[tokens.starts[at] : tokens.ends[at]] if at >= 0 else ""
    step = -1 if match["eve"] or word == "before" else 1 if word == "after" else 0
    if not step:
        return new

    def moved(span: spans.Span) -> spans.Span | None:
        return vague.count_back(span.first, "D", -step) if span.first else None

    span = moved(new.span)
    if span is None:
        return new
    how = f"the day {'before' if step < 0 else 'after'} {name_span(new.span)}: {name_span(span)}"
    whole = new._replace(span=span, begin=match.start(), how=how, rule="day_beside", alternatives=())
    before = tokens.lowered[tokens.starts[match.start()] : tokens.starts[begin]]
    inside = "the " if tokens.codes[begin] == CODE["the"] else before
    return _extend_over_noun(_choose_again(whole, new, moved), inside, tokens)


_BEFORE_DATE = CODE["of"] + CODE["the"] + CODE["shift"]
_BESIDE = re.compile(
    "(?:{the}?(?P<eve>{eve}){of}|(?<!{to}){the}[{unit}{daypart}](?P<shift>{shift})){the}?$".format(**CODE)
)
