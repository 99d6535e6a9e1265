"""A document's tokens -> whether it is read as news or as narrative, and why.

News counts from its publication day and leaves the year out; narrative tells years and goes on from the date told last.
"""

import datetime as dt
import statistics

from timeline.dates.engine.tokens import CODE, Tokens, tokenize

__all__ = ["choose_style", "why_style"]


# A year for every twentieth of which there is no "Friday" or "yesterday"; so many that the distance no longer matters.
_FEWEST_YEARS, _YEARS_A_NEAR_WORD, _MANY_YEARS, _FAR = 6, 20, 40, 3


def choose_style(tokens: Tokens, published: dt.date | None) -> tuple[str, str]:
    """The style, ``"news"`` or ``"narrative"``, and one plain sentence saying why."""
    codes = tokens.codes
    years = [v for c, v in zip(codes, tokens.values, strict=True) if c == _YEAR and isinstance(v, int)]
    before_christ = codes.count(CODE["bc"])
    count = len(years) + before_christ
    near_words = codes.count(CODE["weekday"]) + codes.count(CODE["deictic"])
    why = f"{count} years are written, and {near_words} weekdays or words like yesterday"
    if count < _FEWEST_YEARS or count < near_words * _YEARS_A_NEAR_WORD:
        return "news", why
    if not published or not years or before_christ > len(years) or count >= _MANY_YEARS:
        return "narrative", why
    distance = statistics.median(published.year - year for year in years)
    style = "narrative" if distance >= _FAR else "news"
    return style, f"{why}; the middle one of the years lies {distance:g} before publication"


_YEAR = CODE["year"]


def why_style(text: str, published: dt.date | None = None) -> tuple[str, str]:
    """The style ``"auto"`` gives `text`, and one plain sentence saying why.

    Examples
    --------
    >>> why_style("Acme sued Globex on Monday.")
    ('news', '0 years are written, and 1 weekdays or words like yesterday')
    """
    return choose_style(tokenize(text), published)
