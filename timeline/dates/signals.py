"""Readings in order -> mentions: ranges joined, and the ends moved as "since", "until", "before" say.

The words of a mention stay those of the date itself; what the preposition before it does to the days shows in `first`,
`last` and `span` only.
"""

import dataclasses
import datetime as dt
import re

from timeline.dates.reading import Reading
from timeline.dates.mention import DateMention
from timeline.dates.tokens import Tokens

__all__ = ["to_mentions"]

_SIGNAL = re.compile(
    r"\b(since|until|till|up\s+to|through|before|prior\s+to|by|after|following|from|between|throughout|during|no\s+later\s+than|as\s+of|ever\s+since)"
    r"\s+(?:at\s+least\s+|about\s+|around\s+|the\s+)?$"
)
_NOUN_AFTER = re.compile(r"\s+(?!and\b|to\b|until\b|when\b|in\b|at\b|on\b|for\b|by\b|with\b|as\b|or\b|but\b|it\b|he\b|she\b|they\b|we\b|the\b|a\b|an\b|its\b|their\b|his\b|her\b|that\b|which\b|who\b|was\b|were\b|is\b|are\b|had\b|has\b|have\b|will\b|after\b|before\b|of\b|there\b|this\b|from\b|because\b|while\b|where\b|until\b|through\b|no\b|some\b|all\b|only\b|many\b|most\b|onwards?\b|forward\b|nearly\b|almost\b|[a-z]+ly\b|[a-z]+ed\b)[a-z]+")
_ON = re.compile(r"\s+(?:on|onwards?|forward)\b(?!\s+(?:the|a|an|his|her|its|their)\b)")
_BETWEEN = re.compile(r"\s*(-|–|—|to|until|till|through|and|,?\s*to)\s*(?:the\s+)?$")


def to_mentions(tokens: Tokens, readings: list[Reading]) -> list[DateMention]:
    """One mention a reading, in order, with signals applied and ranges linked."""
    mentions = [_mention(tokens, reading) for reading in readings]
    for i in range(len(mentions) - 1):
        joined = _range(tokens, mentions[i], mentions[i + 1], readings[i + 1])
        if joined:
            mentions[i], mentions[i + 1] = joined
    return mentions


def _mention(tokens: Tokens, reading: Reading) -> DateMention:
    assert reading.begin is not None and reading.end is not None
    start, end = tokens.starts[reading.begin], tokens.ends[reading.end - 1]
    span = reading.span
    dated = reading.type in ("DATE", "TIME")
    mention = DateMention(
        start=start,
        end=end,
        text=tokens.text[start:end],
        timex_value=span.value,
        timex_type=reading.type,
        first=span.first,
        last=span.last,
        precision=span.precision if dated or span.first else None,
        basis=reading.basis,
        span="period" if reading.period else "point",
        alternatives=reading.alternatives,
        is_name=reading.is_name,
        rule=reading.rule,
        reading=reading.how,
    )
    return _with_signal(tokens, mention) if dated and span.first else mention


def _with_signal(tokens: Tokens, mention: DateMention) -> DateMention:
    before = tokens.lowered[max(0, mention.start - 28) : mention.start]
    match = _SIGNAL.search(before)
    if not match or (match[0].endswith("the ") and _NOUN_AFTER.match(tokens.lowered[mention.end : mention.end + 20])):
        return mention
    signal = " ".join(match[1].split())
    first, last, span = mention.first, mention.last, mention.span
    if signal in ("since", "ever since"):
        last, span = None, "period"
    elif signal in ("until", "till", "up to", "through"):
        first, span = None, "period"
    elif signal in ("before", "prior to"):
        first, last = None, _next(mention.first, -1)
    elif signal in ("by", "no later than"):
        first = None
    elif signal in ("after", "following"):
        first, last = _next(mention.last, 1), None
    elif signal == "throughout":
        span = "period"
    elif signal in ("from", "as of"):
        if not _ON.match(tokens.lowered[mention.end : mention.end + 20]):
            return dataclasses.replace(mention, signal=signal)
        last, span = None, "period"
    if first is None and last is None:
        return mention
    return dataclasses.replace(mention, first=first, last=last, span=span, signal=signal)


def _next(day: dt.date | None, step: int) -> dt.date | None:
    if day is None:
        return None
    try:
        return day + dt.timedelta(days=step)
    except OverflowError:
        return None


def _range(tokens: Tokens, one: DateMention, two: DateMention, second: Reading) -> tuple[DateMention, DateMention] | None:
    """Both mentions carrying the whole range, where the words between them make it one."""
    if two.start - one.end > 12 or not (one.timex_type in ("DATE", "TIME") and two.timex_type in ("DATE", "TIME")):
        return None
    match = _BETWEEN.fullmatch(tokens.lowered[one.end : two.start])
    before = tokens.lowered[max(0, one.start - 10) : one.start]
    between = bool(re.search(r"\bbetween\s+(?:the\s+)?$", before))
    if not match or (match[1] == "and" and not between) or (match[1] == "—"):
        return None
    first, last = _own_first(one), _own_last(two, second)
    if not first or not last or first > last:
        return None
    start = one.start
    if opening := re.search(r"\b(?:from|between)\s+(?:the\s+)?$", before):
        start -= len(before) - opening.start()
    span = "point" if between else "period"
    signal = "between" if between else "from" if opening else ""
    changes = {"first": first, "last": last, "span": span, "signal": signal, "range_start": start, "range_end": two.end}
    return dataclasses.replace(one, **changes), dataclasses.replace(two, **changes)


def _own_first(mention: DateMention) -> dt.date | None:
    return mention.first


def _own_last(mention: DateMention, reading: Reading) -> dt.date | None:
    return reading.span.last
