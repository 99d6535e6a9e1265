"""A reading -> the same, marked where something is only measured against it: "up from $7 million a year earlier".

Such a date dates no event, and nothing later in the text is counted from it.
"""

import re

from timeline.dates.engine import cues
from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Reading

__all__ = ["mark_comparison"]

_LOOK = 110  # characters before a date in which a figure or a superlative may stand
_ALWAYS = frozenset({"year_ago"})
_UNITS = frozenset({"directed_unit", "past_units", "century", "decade", "the_unit", "recent"})
_COUNTED_BACK = frozenset({"shifted", "ago"})
_SINCE = re.compile(
    r"\bsince\s(?:at\sleast\s|about\s|around\s|before\s)?(?:(?:the|a)\s[a-z-]+\s(?:of|in)\s)?(?:the\s)?$"
)
_FROM = re.compile(r"\d[^.;]{0,60}\s(?:from|on|over|against)\s$")
_SAME = re.compile(r"\bsame\s(?:period|quarter|month|week|time|stage|day|half|weekend)\s(?:of\s|in\s|a\s|the\s)?$")
_COMPARED = re.compile(r"\bcompared\s(?:with|to)\s(?:[^.;:,]{1,40},\s(?:and\s)?(?=\d))*[^.;:,]{0,80}$")
"""Behind it a phrase is measured against, and each figure of a list: "compared with 205 in 2003, and 150 in 2002"."""
_SO_FAR = re.compile(r"(?:\b(?:so\sfar|of|in)\s)?(?:the\s)?$")
_EARLIER = re.compile(r"\b(?:earlier|before|previously|prior|ago)\b")


def mark_comparison(reading: Reading, context: Context) -> Reading:
    """The reading, marked as a comparison where the words before it make it one."""
    if reading.type not in ("DATE", "TIME") or reading.span.first is None:
        return reading
    return reading._replace(is_comparison=True) if _compares(reading, context) else reading


def _compares(reading: Reading, context: Context) -> bool:
    begin = reading.begin or 0
    before = context.read_before(begin, _LOOK)
    if reading.rule in _ALWAYS or cues.is_measured_against(before) or _SAME.search(before) or _COMPARED.search(before):
        return True
    if since := _SINCE.search(before):
        return cues.follows_superlative(before[: since.start()])
    counted_back = reading.rule in _COUNTED_BACK or (reading.rule == "directed_unit" and reading.basis == "anchored")
    if counted_back and _FROM.search(before):
        return True
    if reading.rule in _UNITS:
        return cues.follows_superlative(_SO_FAR.sub("", before), definite=True)
    words = context.tokens.lowered[context.tokens.starts[begin] : context.tokens.ends[(reading.end or 1) - 1]]
    return reading.rule in _COUNTED_BACK and bool(_EARLIER.search(words)) and cues.follows_figure(before)
