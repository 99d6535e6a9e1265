"""The text of a form's date field -> the days it says, with the EDTF form under which a correction keeps them."""

import dataclasses
import datetime as dt

from timeline.dates import to_edtf
from timeline.dates.typed import NO_DAYS, Days, read_days

__all__ = ["read_field"]


def read_field(text: str, published: dt.date | None = None) -> Days:
    """What `text` says, always with its EDTF form; ``""`` is undated. `published` anchors words such as "on Monday".

    Raises
    ------
    DateError
        For words that name no date, or several, or more than a date.

    Examples
    --------
    >>> [read_field(text).edtf for text in ("3-5 may 2025", "since 2022", "between 4 and 9 June 2025")]
    ['2025-05-03/2025-05-05', '2022/..', '[2025-06-04..2025-06-09]']
    >>> read_field("on Monday", dt.date(2025, 7, 16)).first, read_field("  ").precision
    (datetime.date(2025, 7, 14), <Precision.UNDATED: 'undated'>)
    >>> read_field("not 5 May 2025")
    Traceback (most recent call last):
    ...
    timeline.errors.DateError: 'not 5 May 2025' is not read as one date; give a day (14 July 2025, ...
    """
    said = " ".join(text.split())
    if not said:
        return NO_DAYS
    days = read_days(said, published)
    return dataclasses.replace(days, edtf=days.edtf or to_edtf(days.first, days.last, days.precision, days.span))
