"""The words before and after a date -> the date narrowed by them: "early", "the end of", "the night of".

A reading and the prefix or suffix tokens come in, the reading that takes them in goes out; where they do not fit the
date ("the night of May"), the reading goes out as it came.
"""

import dataclasses
import datetime as dt

from timeline.dates.calendar import spans, vague
from timeline.dates.calendar.spans import Span
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Reading, Words
from timeline.dates.readers.durations import read_clock
from timeline.dates.readers.weekdays import with_time

__all__ = ["narrow", "narrow_inside", "takes_suffix", "with_suffix"]


def narrow(prefix: Words, reading: Reading, context: Context) -> Reading:
    """The reading with the words before it taken in."""
    if reading.type not in ("DATE", "TIME"):
        about = prefix.last - prefix.first == 1 and prefix.has("approx")
        return reading._replace(begin=prefix.first) if about else reading
    if reading.span.value.endswith("_REF"):
        return reading  # "about the future"
    if prefix.has("daypart") or prefix.has("clock"):
        narrowed = _read_time(prefix, reading)
    elif prefix.has("half") or prefix.has("later_of"):
        narrowed = _take_half(prefix, reading)
    elif prefix.has("boundary") or prefix.has("part"):
        narrowed = _span_parts(prefix, reading)
    elif prefix.has("shift"):
        narrowed = _split_at_publication(prefix, reading, context)
    else:
        narrowed = reading  # "about", "the rest of": the words belong to it, the days stay
    return narrowed._replace(begin=prefix.first) if narrowed else reading


def narrow_inside(words: Words, reading: Reading) -> Reading:
    """The reading with an "early", "mid" or "late" among its own words: "the early 1990s"."""
    return _span_parts(words, reading) if words.has("part") and reading.type == "DATE" else reading


def _span_parts(words: Words, reading: Reading) -> Reading:
    """From the first part named to the last: "early", or "early to mid"."""
    spans_ = [vague.narrow_to_part(reading.span, str(part)) for part in words.list_values("part", "boundary")]
    first, last = spans_[0], spans_[-1]
    if not first.first or not last.last or first.first > last.last:
        return reading._replace(span=first)
    return reading._replace(span=dataclasses.replace(first, last=last.last))


def with_suffix(suffix: Words, reading: Reading) -> Reading:
    """The reading of a day with the part of day or time after it: "Friday morning", "8 May at 1 a.m."."""
    narrowed = _read_time(suffix, reading)
    return narrowed._replace(end=suffix.last) if narrowed else reading


def takes_suffix(reading: Reading) -> bool:
    """Whether a part of the day may follow: it is one day, and no time was said yet."""
    return reading.type == "DATE" and reading.span.precision == "day"


def _read_time(words: Words, reading: Reading) -> Reading | None:
    if reading.span.precision != "day" or "T" in reading.span.value:
        return None
    time = read_clock(words.read_word("clock")) if words.has("clock") else str(words.read_value("daypart"))
    return with_time(reading, time)


def _take_half(prefix: Words, reading: Reading) -> Reading:
    """The first or second half of a date; that of a year has a name."""
    span = reading.span
    second = prefix.has("later_of") or prefix.has("direction") or prefix.read_number("ordinal") == 2
    if not prefix.has("half"):  # "the latter part of"
        return reading._replace(span=vague.narrow_to_part(span, "late" if second else "early"))
    if span.precision == "year" and span.first:
        half = spans.half(span.first.year, 2 if second else 1)
        return reading._replace(span=half or span)
    return reading._replace(span=_halve(span, second=second))


def _halve(span: Span, *, second: bool) -> Span:
    if not span.first or not span.last or span.precision == "day":
        return span
    middle = span.first + (span.last - span.first) / 2
    if second:
        return dataclasses.replace(span, first=middle + dt.timedelta(days=1), precision="part")
    return dataclasses.replace(span, last=middle, precision="part")


def _split_at_publication(prefix: Words, reading: Reading, context: Context) -> Reading:
    """What lies "earlier" or "later in" a date that holds publication: up to publication, or from it on."""
    span, published = reading.span, context.published
    if context.narrative or not published or not span.first or not span.last or not span.first < published < span.last:
        return reading
    later = prefix.read_word("shift") == "later"
    first, last = (published, span.last) if later else (span.first, published)
    return reading._replace(span=dataclasses.replace(span, first=first, last=last, precision="bounded"))
