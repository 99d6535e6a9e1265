"""Text (and its publication date) -> the dates it names: where, as what TIMEX3 value, which days, read by which rule.

It knows nothing of documents or events, never looks at the clock, and never invents a day: what the words leave open
stays open, as a span, as alternatives or as unresolved.
"""

from timeline.dates.calendar.edtf import parse_edtf, to_edtf
from timeline.dates.calendar.seconds import read_seconds
from timeline.dates.engine.style import explain_style
from timeline.dates.find import LANGUAGES, find_dates
from timeline.dates.mention import Alternative, DateMention, Tense

__all__ = [
    "LANGUAGES",
    "Alternative",
    "DateMention",
    "Tense",
    "explain_style",
    "find_dates",
    "parse_edtf",
    "read_seconds",
    "to_edtf",
]
