"""The one call of the package: text in, date mentions out."""

import datetime as dt

from timeline.dates.mention import DateMention

__all__ = ["find_dates"]


def find_dates(text: str, published: dt.date | None = None, style: str = "auto") -> list[DateMention]:
    """Every date that `text` names, in order of their offsets, not overlapping; empty where it names none."""
    raise NotImplementedError
