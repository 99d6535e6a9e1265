"""What a typed date says: the days, how exactly, and whether they are a point or a period."""

import dataclasses
import datetime as dt

from timeline.vocabulary import Extent, Precision

__all__ = ["NO_DAYS", "Days"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What one date that someone typed says.

    Attributes
    ----------
    first, last, precision, span
        As in the columns `start`, `end`, `precision` and `span` of the events table.
    edtf
        The EDTF form where that is what was typed, else ``""``.
    reading
        One plain sentence on how words were read, ``""`` where nothing had to be read into them.
    """

    first: dt.date | None
    last: dt.date | None
    precision: str
    span: str = Extent.POINT
    edtf: str = ""
    reading: str = ""


NO_DAYS = Days(first=None, last=None, precision=Precision.UNDATED)
