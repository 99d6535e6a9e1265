"""The names of the months, in full and short, January first."""

from typing import Final

__all__ = ["MONTHS", "SHORT_MONTHS"]

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SHORT_MONTHS: Final = tuple(month[:3] for month in MONTHS)
