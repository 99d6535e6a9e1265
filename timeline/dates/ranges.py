"""Readings in order -> mentions: ranges linked, and the ends moved as "since", "until", "before" say.

The words of a mention stay those of the date itself; what the preposition before it does to the days shows in `first`,
`last`, `span` and `signal` only.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Sequence

from timeline.dates.engine import _words, cues
from timeline.dates.engine.matches import Reading
from timeline.dates.engine.tokens import Tokens
from timeline.dates.mention import Alternative, DateMention
from timeline.dates.readers.foreign import ForeignDate, read_joint_between, read_signal_before

__all__ = ["to_foreign_mentions", "to_mentions"]

_LOOK = 28  # characters before a date that a signal may stand in
_WORDS = "|".join(sorted((word.replace(" ", r"\s+") for word in _words.SIGNALS), key=len, reverse=True))
_SIGNAL = re.compile(rf"\b({_WORDS})\s+(?:at\s+least\s+|about\s+|around\s+)?(the\s+)?$")
_ONWARDS = re.compile(r"\s+(?:on|onwards?|forward)\b(?!\s+(?:the|a|an|his|her|its|their)\b)")
_JOINT = re.compile(
    r"\s*(?:(?P<close>[-–—‑])|(?P<dash>\s[-–]\s)|(?P<and>and)|to|until|till|through|,\s*to)\s*(?:the\s+)?"
)
_OPENING = re.compile(r"\b(from|between)\s+(?:the\s+)?$")
_ENDING = re.compile(r"\b(?:end|close)\b", re.IGNORECASE)
_LONGEST_JOINT = 12


def to_mentions(tokens: Tokens, readings: list[Reading]) -> list[DateMention]:
    """One mention a reading, in order; both ends of a range carry the range's first and last day."""
    mentions = [_with_alternatives(tokens, reading) for reading in readings]
    for i in range(len(mentions) - 1):
        one, two = mentions[i], mentions[i + 1]
        if two.start - one.end <= _LONGEST_JOINT and one.range_end is None:
            own = readings[i].span.first, readings[i + 1].span.last
            mentions[i], mentions[i + 1] = _link(tokens, one, two, *own)
    return mentions


def to_foreign_mentions(text: str, dates: Sequence[ForeignDate], language: str) -> list[DateMention]:
    """The same for the dates of another language."""
    mentions = [_make_foreign_mention(text, date, language) for date in dates]
    for i in range(len(mentions) - 1):
        one, two = mentions[i], mentions[i + 1]
        joint = read_joint_between(text, one.start, one.end, two.start, language)
        first, last = dates[i].reading.span.first, dates[i + 1].reading.span.last
        if joint and first and last and first <= last and one.range_end is None:
            span = "point" if joint == "between" else "period"
            mentions[i : i + 2] = [
                dataclasses.replace(
                    end, first=first, last=last, span=span, signal="", range_start=one.start, range_end=two.end
                )
                for end in (one, two)
            ]
    return mentions


def _make_foreign_mention(text: str, date: ForeignDate, language: str) -> DateMention:
    reading, words = date.reading, text[date.start : date.end]
    mention = DateMention(
        start=date.start,
        end=date.end,
        text=words,
        timex_value=reading.span.value,
        timex_type=reading.type,
        first=reading.span.first,
        last=reading.span.last,
        precision=reading.span.precision,
        basis=reading.basis,
        rule=date.rule,
        reading=reading.how,
        alternatives=tuple(
            Alternative(
                timex_value=choice.span.value,
                first=choice.span.first,
                last=choice.span.last,
                tense=choice.tense,
                reason=choice.how,
            )
            for choice in reading.alternatives
        ),
    )
    signal = read_signal_before(text, date.start, language)
    if not signal or mention.first is None:
        return mention
    return _BOUNDS[_words.SIGNALS[signal]](dataclasses.replace(mention, signal=signal), "")


def _with_alternatives(tokens: Tokens, reading: Reading) -> DateMention:
    """The mention of a reading, and what it would be in each of the reading's choices."""
    mention = _with_signal(tokens, _make_mention(tokens, reading))
    if not reading.alternatives:
        return mention
    others = [
        (choice, _with_signal(tokens, _make_mention(tokens, reading._replace(span=choice.span))))
        for choice in reading.alternatives
    ]
    return dataclasses.replace(
        mention,
        alternatives=tuple(
            Alternative(
                timex_value=other.timex_value,
                first=other.first,
                last=other.last,
                tense=choice.tense,
                reason=choice.how,
            )
            for choice, other in others
        ),
    )


def _make_mention(tokens: Tokens, reading: Reading) -> DateMention:
    start, end = tokens.starts[reading.begin or 0], reading.reach or tokens.ends[(reading.end or 1) - 1]
    span, dated = reading.span, reading.type in ("DATE", "TIME")
    return DateMention(
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
        decided_by=reading.decided_by,
        is_name=reading.is_name,
        is_comparison=reading.is_comparison,
        rule=reading.rule,
        reading=reading.how,
    )


def _with_signal(tokens: Tokens, mention: DateMention) -> DateMention:
    """The mention with its open end, where a preposition before it gives it one.

    The preposition governs the date only if the date is not the adjective of something else: in "after the 3 May raid"
    and "after Monday's raid" what comes after is the raid.
    """
    if mention.first is None or mention.timex_type not in ("DATE", "TIME"):
        return mention
    match = _SIGNAL.search(tokens.lowered, max(0, mention.start - _LOOK), mention.start)
    after = tokens.lowered[mention.end : mention.end + 30]
    if not match or after.startswith(("'s", "’s")) or (match[2] and cues.is_before_noun(after)):
        return mention
    word = " ".join(match[1].split())
    if mention.timex_type == "TIME" and _words.SIGNALS[word] in ("after", "before", "by"):
        return dataclasses.replace(mention, signal=word)  # "shortly after 2 a.m." is the same day
    if word == "through" and (match[2] or mention.text.lower().startswith("the ")):
        return _cover_throughout(dataclasses.replace(mention, signal=word), after)  # "through the winter"
    return _BOUNDS[_words.SIGNALS[word]](dataclasses.replace(mention, signal=word), after)


def _bound_since(mention: DateMention, _after: str) -> DateMention:
    return dataclasses.replace(mention, last=None, span="period")


def _bound_until(mention: DateMention, _after: str) -> DateMention:
    return dataclasses.replace(mention, first=None, span="period")


def _bound_before(mention: DateMention, _after: str) -> DateMention:
    whole = _ENDING.search(mention.text) is not None  # "before the end of May" leaves all of May
    last = mention.last if whole else _step_day(mention.first, -1)
    return dataclasses.replace(mention, first=None, last=last) if last else mention


def _bound_by(mention: DateMention, _after: str) -> DateMention:
    return dataclasses.replace(mention, first=None)


def _bound_after(mention: DateMention, _after: str) -> DateMention:
    named = mention.rule in ("named_day", "named_month_day")  # what came after 9/11 may have come that day
    first = mention.first if named else _step_day(mention.last, 1)
    return dataclasses.replace(mention, first=first, last=None) if first else mention


def _cover_throughout(mention: DateMention, _after: str) -> DateMention:
    return dataclasses.replace(mention, span="period")


def _from(mention: DateMention, after: str) -> DateMention:
    """Open only where "on" or "onwards" says so, or the word itself: "effective 1 May"."""
    opens = mention.signal not in ("from", "as of") or _ONWARDS.match(after)
    return dataclasses.replace(mention, last=None, span="period") if opens else mention


def _place_during(mention: DateMention, _after: str) -> DateMention:
    return mention


_BOUNDS: dict[str, Callable[[DateMention, str], DateMention]] = {
    "since": _bound_since,
    "until": _bound_until,
    "before": _bound_before,
    "by": _bound_by,
    "after": _bound_after,
    "throughout": _cover_throughout,
    "from": _from,
    "during": _place_during,
}


def _step_day(day: dt.date | None, step: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=step) if day else None
    except OverflowError:
        return None


def _link(
    tokens: Tokens, one: DateMention, two: DateMention, first: dt.date | None, last: dt.date | None
) -> tuple[DateMention, DateMention]:
    """Both mentions carrying the whole range, where the words between them make it one; else both as they were."""
    joint = _JOINT.fullmatch(tokens.lowered, one.end, two.start)
    opening = _OPENING.search(tokens.lowered, max(0, one.start - _LOOK), one.start)
    word = opening[1] if opening else ""
    if not joint or not first or not last or first > last or not _is_range(joint, word, one, two):
        return one, two
    start = opening.start() if opening else one.start
    span = "point" if word == "between" else "period"
    alternatives = _list_range_alternatives(one, two)
    one, two = (
        dataclasses.replace(
            end,
            first=first,
            last=last,
            span=span,
            signal=word,
            range_start=start,
            range_end=two.end,
            alternatives=alternatives,
        )
        for end in (one, two)
    )
    return one, two


def _list_range_alternatives(one: DateMention, two: DateMention) -> tuple[Alternative, ...]:
    """The range in each tense that both of its ends have a reading for."""
    return tuple(
        dataclasses.replace(start, last=end.last)
        for start in one.alternatives
        for end in two.alternatives
        if start.tense is end.tense is not None and start.first and end.last and start.first <= end.last
    )


def _is_range(joint: re.Match[str], opening: str, one: DateMention, two: DateMention) -> bool:
    if one.timex_type not in ("DATE", "TIME") or two.timex_type not in ("DATE", "TIME"):
        return False
    if joint["and"]:
        return opening == "between"
    spaced = joint[0].strip() != joint[0]
    return not (spaced and (joint["close"] or joint["dash"])) or one.precision == two.precision
