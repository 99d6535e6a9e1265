"""Days, counts and names in words, said once for the screen, the chart and every file.

It refuses to know tables: it takes one row, or one value, and gives text.
"""

from timeline.wording.counts import count_if_any, count_words
from timeline.wording.days import (
    brief_date,
    date_in_full,
    date_remark,
    date_words,
    day_words,
    month_heading,
    says_no_month,
    short_date,
)
from timeline.wording.months import MONTHS, SHORT_MONTHS
from timeline.wording.names import document_name, source_name

__all__ = [
    "MONTHS",
    "SHORT_MONTHS",
    "brief_date",
    "count_if_any",
    "count_words",
    "date_in_full",
    "date_remark",
    "date_words",
    "day_words",
    "document_name",
    "month_heading",
    "says_no_month",
    "short_date",
    "source_name",
]
