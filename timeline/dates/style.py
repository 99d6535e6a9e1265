"""A document's tokens -> whether it is read as news or as narrative, and why.

News counts from its publication day and leaves the year out; narrative tells years and goes on from the date told last.
"""

import datetime as dt
import statistics

from timeline.dates.tokens import CODE, Tokens, tokenize

__all__ = ["choose_style", "why_style"]


def choose_style(tokens: Tokens, published: dt.date | None) -> tuple[str, str]:
    """The style, ``"news"`` or ``"narrative"``, and one plain sentence saying why."""
    codes = tokens.codes
    years = [v for c, v in zip(codes, tokens.values, strict=True) if c == CODE["year"] and isinstance(v, int)]
    weekdays = codes.count(CODE["weekday"])
    near_words = weekdays + codes.count(CODE["deictic"])
    if not years:
        return "news", "no year is written"
    if not published:
        style = "narrative" if len(years) >= 5 * max(1, near_words) and len(years) >= 5 else "news"
        return style, f"{len(years)} years and {near_words} weekdays or words like yesterday; the publication date is missing"
    distance = statistics.median(abs(published.year - year) for year in years)
    why = f"{len(years)} years, {distance:g} from publication in the middle, and {near_words} weekdays or words like yesterday"
    far = distance >= 3
    return ("narrative" if len(years) >= 4 and len(years) >= 3 * near_words and far else "news"), why


def why_style(text: str, published: dt.date | None = None) -> tuple[str, str]:
    """The style ``"auto"`` gives `text`, and one plain sentence saying why.

    Examples
    --------
    >>> why_style("Acme sued Globex on Monday.")
    ('news', 'no year is written')
    """
    return choose_style(tokenize(text), published)
