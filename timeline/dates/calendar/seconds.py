"""The time that programs write in place of a date: so many seconds since 1970."""

import datetime as dt
import re

__all__ = ["read_seconds"]

# From 1985 to 2033: what is smaller or larger is as likely a number of something else. pandas and chats write
# milliseconds, browsers and databases microseconds or nanoseconds, Slack a fraction.
_SECONDS = re.compile(r"(1\d{9}|[5-9]\d{8})(?:\d{3}){0,3}(?:\.\d+)?")


def read_seconds(words: str) -> dt.date | None:
    """The day (UTC) of a time in seconds since 1970, or in thousandths of them; None for anything else.

    Examples
    --------
    >>> read_seconds("1714730400"), read_seconds(" 1714730400000"), read_seconds("1714746612.0001")
    (datetime.date(2024, 5, 3), datetime.date(2024, 5, 3), datetime.date(2024, 5, 3))
    >>> read_seconds("2024"), read_seconds("20240503"), read_seconds("4242424242"), read_seconds("17147304001")
    (None, None, None, None)
    """
    found = _SECONDS.fullmatch(words.strip())
    return dt.datetime.fromtimestamp(int(found[1]), dt.UTC).date() if found else None
