"""The one call of the package: text in, date mentions out."""

import dataclasses
import datetime as dt
import re

from timeline.dates import spans, vague
from timeline.dates.context import Context
from timeline.dates.figures import order_of
from timeline.dates.grammar import compile_pattern
from timeline.dates.mention import DateMention
from timeline.dates.reading import Reading, Words
from timeline.dates.rules import GRAMMAR, ONE_DAY
from timeline.dates.signals import to_mentions
from timeline.dates.stretches import clock_value
from timeline.dates.style import choose_style
from timeline.dates.tokens import CORE, GAP, Tokens, tokenize
from timeline.dates.weekdays import with_time

__all__ = ["find_dates"]

# Tokens without a gap between them, at least one of which names a time
_RUN = re.compile(f"[^{GAP}{CORE}]*[{CORE}][^{GAP}]*")
_SUFFIX = re.compile(compile_pattern(ONE_DAY))


def find_dates(
    text: str,
    published: dt.date | None = None,
    style: str = "auto",
    *,
    order: str | None = None,
    language: str = "en",
) -> list[DateMention]:
    """Every date that `text` names, in order of their offsets, not overlapping; empty where it names none."""
    tokens = tokenize(text)
    chosen = choose_style(tokens, published)[0] if style == "auto" else style
    context = Context(tokens, published, chosen, order or order_of(tokens))
    return to_mentions(tokens, _read_all(tokens, context))


def _read_all(tokens: Tokens, context: Context) -> list[Reading]:
    readings: list[Reading] = []
    for run in _RUN.finditer(tokens.codes):
        at, end = run.span()
        while match := GRAMMAR.search(tokens.codes, at, end):
            found = _read(match, tokens, context)
            if found is None:
                others = GRAMMAR.others(match, tokens.codes, end)
                found = next((r for other in others if (r := _read(other, tokens, context)) is not None), None)
            if found is None:
                at = match.start() + 1
                continue
            if not found:
                at = match.end()
                continue
            for reading in found:
                context.remember(reading)
            readings += found
            at = found[-1].end or match.end()
    return readings


def _read(match: re.Match[str], tokens: Tokens, context: Context) -> list[Reading] | None:
    """The readings of one match, with what stands before and after the date taken in."""
    name = match.lastgroup or ""
    first, last = match.span(name)
    found = GRAMMAR.rules[name].read(Words(tokens, first, last), context)
    if not found:
        return None if found is None else []
    several = list(found) if isinstance(found, tuple) else [found]
    several = [
        dataclasses.replace(r, rule=name, begin=first if r.begin is None else r.begin, end=last if r.end is None else r.end)
        for r in several
    ]
    inner = Words(tokens, first, last)
    if inner.has("part") and len(several) == 1:
        several[0] = dataclasses.replace(several[0], span=vague.part_of(several[0].span, str(inner.value("part"))))
    if match.start() < first and several[0].begin == first:
        several[0] = _narrow(Words(tokens, match.start(), first), several[0], context)
    several[-1] = _with_time(tokens, several[-1])
    return several


def _narrow(prefix: Words, reading: Reading, context: Context) -> Reading:
    """The reading with "early", "the end of", "the night of" and their like before it."""
    if reading.type not in ("DATE", "TIME"):
        return reading
    span = reading.span
    part = prefix.value("boundary", "part")
    if prefix.has("daypart"):
        if span.precision != "day":
            return reading
        reading = with_time(reading, str(prefix.value("daypart")))
    elif prefix.has("clock"):
        if span.precision != "day":
            return reading
        reading = with_time(reading, clock_value(prefix.word("clock")))
    elif prefix.has("half"):
        number = prefix.number("ordinal") or (2 if prefix.has("later_of") or prefix.has("direction") else 1)
        if span.precision == "year" and span.first:
            half = spans.half(span.first.year, min(number, 2))
            reading = dataclasses.replace(reading, span=half or span)
        else:
            reading = dataclasses.replace(reading, span=_half_of(span, number))
    elif prefix.has("later_of") or prefix.has("rest"):
        reading = dataclasses.replace(reading, span=_half_of(span, 2)) if prefix.has("later_of") else reading
    elif isinstance(part, str):
        reading = dataclasses.replace(reading, span=vague.part_of(span, part))
    elif prefix.has("shift") and not prefix.has("in"):
        return reading
    return dataclasses.replace(reading, begin=prefix.first)


def _half_of(span: spans.Span, number: int) -> spans.Span:
    if not span.first or not span.last or span.precision == "day":
        return span
    middle = span.first + (span.last - span.first) / 2
    if number == 1:
        return dataclasses.replace(span, last=middle, precision="part")
    return dataclasses.replace(span, first=middle + dt.timedelta(days=1), precision="part")


def _with_time(tokens: Tokens, reading: Reading) -> Reading:
    if reading.span.precision != "day" or reading.type != "DATE" or reading.end is None:
        return reading
    match = _SUFFIX.match(tokens.codes, reading.end)
    if not match:
        return reading
    words = Words(tokens, *match.span())
    code = clock_value(words.word("clock")) if words.has("clock") else str(words.value("daypart"))
    return dataclasses.replace(with_time(reading, code), end=match.end())
