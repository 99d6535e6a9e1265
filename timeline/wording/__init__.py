"""Days, counts and names in words, said once for the screen, the chart and every file.

It refuses to know tables: it takes one row, or one value, and gives text.
"""

from timeline.wording.counts import count_if_any, count_words
from timeline.wording.days import (
    describe_date,
    describe_date_in_full,
    remark_on_date,
    says_no_month,
    shorten_date,
    shorten_date_without_year,
    write_day,
    write_heading,
)
from timeline.wording.months import MONTHS, SHORT_MONTHS
from timeline.wording.names import name_document, name_source

__all__ = [
    "MONTHS",
    "SHORT_MONTHS",
    "count_if_any",
    "count_words",
    "describe_date",
    "describe_date_in_full",
    "name_document",
    "name_source",
    "remark_on_date",
    "says_no_month",
    "shorten_date",
    "shorten_date_without_year",
    "write_day",
    "write_heading",
]
