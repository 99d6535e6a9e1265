"""First day, last day and precision <-> ISO 8601-2 / EDTF."""

import datetime as dt

__all__ = ["parse_edtf", "to_edtf"]


def to_edtf(
    first: dt.date | None,
    last: dt.date | None,
    precision: str | None,
    span: str = "point",
    alternatives: tuple[dt.date, ...] = (),
) -> str:
    """The EDTF form: ``2025-04``, ``2022/..``, ``[2025-07-11..2025-07-20]``; ``""`` for what is undated."""
    raise NotImplementedError


def parse_edtf(text: str) -> tuple[dt.date | None, dt.date | None, str, str] | None:
    """First day, last day, precision and span (``"point"`` or ``"period"``) of an EDTF form, or None for any other text."""
    raise NotImplementedError
