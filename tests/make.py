"""What tests are made of: rows, tables and documents with a default for everything that a test does not say."""

import pandas as pd

from timeline.layout import Layout, LayoutOptions, lay_out

__all__ = ["lay"]


def lay(events: pd.DataFrame, *, whole: pd.DataFrame | None = None, **options) -> Layout:
    """The layout of `events` with these options."""
    return lay_out(events, LayoutOptions(**options), whole=whole)
