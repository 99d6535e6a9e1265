"""A document's tokens -> whether it is read as news or as narrative, and why.

News counts from its publication day and leaves the year out; narrative tells years and goes on from the preceding date.
"""

import datetime as dt
import re
import statistics

from timeline.dates.engine.tokens import CODE, Tokens, tokenize

__all__ = ["choose_style", "explain_style"]


# A year for every twentieth of which there is no "Friday" or "yesterday"; so many that the distance no longer matters.
_FEWEST_YEARS, _YEARS_A_NEAR_WORD, _MANY_YEARS, _FAR = 6, 20, 40, 3
# Or: so many years, so long ago, with so few such words (right on all of 22 histories, and no news text changed by it)
_ENOUGH_YEARS, _LONG_AGO, _SHARE_OF_NEAR_WORDS = 10, 20, 3
_QUOTED = re.compile(r'"[^"\n]{1,600}"|“[^”\n]{1,600}”')


def choose_style(tokens: Tokens, published: dt.date | None) -> tuple[str, str]:
    """The style, ``"news"`` or ``"narrative"``, and one plain sentence saying why."""
    codes = tokens.codes
    written = [tokens.values[match.start()] for match in _YEARS.finditer(codes)]
    years = [year for year in written if isinstance(year, int)]
    before_christ = codes.count(CODE["bc"])
    count = len(years) + before_christ
    near_words = _count_near_words(tokens) if count >= _FEWEST_YEARS else codes.count(CODE["weekday"])
    why = f"{count} years are written, and {near_words} weekdays or words like yesterday"
    distance = statistics.median(published.year - year for year in years) if published and years else 0
    if count >= _ENOUGH_YEARS and distance >= _LONG_AGO and near_words * _SHARE_OF_NEAR_WORDS < count:
        return "narrative", f"{why}; the middle one of the years lies {distance:g} before publication"
    if count < _FEWEST_YEARS or count < near_words * _YEARS_A_NEAR_WORD:
        return "news", why
    if not published or not years or before_christ > len(years) or count >= _MANY_YEARS:
        return "narrative", why
    style = "narrative" if distance >= _FAR else "news"
    return style, f"{why}; the middle one of the years lies {distance:g} before publication"


def _count_near_words(tokens: Tokens) -> int:
    """How many weekdays and words like yesterday stand outside quoted speech, which is of its own day."""
    places = [tokens.starts[match.start()] for match in _NEAR.finditer(tokens.codes)]
    if not places:
        return 0
    quoted = [match.span() for match in _QUOTED.finditer(tokens.text)]
    return sum(not any(start <= place < end for start, end in quoted) for place in places)


_NEAR = re.compile("[{weekday}{deictic}]".format(**CODE))
_YEARS = re.compile(CODE["year"])


def explain_style(text: str, published: dt.date | None = None) -> tuple[str, str]:
    """The style ``"auto"`` gives `text`, and one plain sentence saying why.

    Examples
    --------
    >>> explain_style("Acme sued Globex on Monday.")
    ('news', '0 years are written, and 1 weekdays or words like yesterday')
    """
    return choose_style(tokenize(text), published)
