"""A sentence -> its words and marks with their offsets; a date or a name is one word, whatever it is made of."""

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from timeline.actors import ActorMention
from timeline.dates import DateMention

__all__ = ["Token", "split_words"]


class Token(NamedTuple):
    """A word, a mark, a date or a name: its offsets in the document, its words in lower case and its tag.

    `tag` is a Penn Treebank tag, ``DATE``, or for marks ``,``, ``.``, ``:`` (dashes too), ``(``, ``)`` or ``"``.
    A tuple, since hundreds are made a document and a frozen dataclass takes four times as long to make.
    """

    start: int
    end: int
    low: str
    tag: str
    date: DateMention | None = None
    actor: ActorMention | None = None

    @property
    def dates(self) -> bool:
        """Whether it is a date that can date something: no name or comparison, no stretch or repetition."""
        date = self.date
        if date is None or date.is_name or date.is_comparison or date.timex_type == "SET":
            return False
        return date.timex_type != "DURATION" or (date.first is not None and date.span == "point")


_M = TypeVar("_M", DateMention, ActorMention)
_Found = tuple[int, int, DateMention | None, ActorMention | None]

_WORD = re.compile(
    r"""
    (?:[A-Za-z]\.){2,}                                               # U.S.
    | (?:[Vv]s|Jr|Sr)\.(?=,|\s+\S)                                   # Norway vs. Sweden  Jon Roe Jr., 49,
    | (?:St|Mt|Ft)\.(?=\ [A-Z])                                      # St. Brendan's
    | \d+\ -\ (?:year|month|week|day|hour|mile)\ -\ old\b            # 23 - year - old, of texts taken apart
    | \d+(?:[.,]\d+)*(?:-[A-Za-z]{2,})+                              # 310-page  25-year-old
    | [A-Z][A-Za-z]{0,2}\d+(?:,\d{3})+                               # Sh20,000
    | [$€£¥]?\d+(?:[.,:/–-]\d+)*(?:[A-Za-zº°²³]{1,4})?\b%?           # 300,000  15%  $2bn  1.5°C
    | ['’](?:s|re|ve|ll|d|m)\b                                       # China's -> China, 's
    | [^\W_]+(?:(?:[-.&+]|['’](?!(?:s|re|ve|ll|d|m)\b))[^\W_]+)*     # so-called  AT&T  didn't
    | ``|''                                                          # ``said''
    | \S
    """,
    re.VERBOSE,
)


def split_words(
    text: str, start: int, end: int, dates: Sequence[DateMention], actors: Sequence[ActorMention]
) -> list[_Found]:
    """The words of ``text[start:end]`` as (start, end, date, actor), in order.

    `dates` and `actors` may be those of the whole text; one that crosses the border of the stretch is left out.
    """
    found: list[_Found] = []
    at = start
    for span in _list_dates_and_names(text, start, end, dates, actors):
        found += [(*word.span(), None, None) for word in _WORD.finditer(text, at, span[0])]
        found.append(span)
        at = span[1]
    found += [(*word.span(), None, None) for word in _WORD.finditer(text, at, end)]
    return found


def _list_dates_and_names(
    text: str, start: int, end: int, dates: Sequence[DateMention], actors: Sequence[ActorMention]
) -> Iterator[_Found]:
    """The dates and names of a stretch, in order; where they overlap the date stands."""
    spans: list[_Found] = [
        (d.start, d.end, d, None) for d in _list_inside(dates, start, end) if not _is_half(text, d.end)
    ]
    names = _list_inside(actors, start, end)
    if spans:
        names = [a for a in names if not any(a.start < e and s < a.end for s, e, _, _ in spans)]
    spans += [(a.start, a.end, None, a) for a in names]
    at = start
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if span[0] >= at and span[1] > span[0]:
            yield span
            at = span[1]


def _is_half(text: str, end: int) -> bool:
    """Whether a word goes on with a hyphen behind `end`: "the 25-year-old ferry" is no date."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()


def _list_inside(mentions: Sequence[_M], start: int, end: int) -> list[_M]:
    """The mentions that lie wholly inside a stretch."""
    first = bisect.bisect_left(mentions, start, key=lambda m: m.start)
    last = bisect.bisect_left(mentions, end, lo=first, key=lambda m: m.start)
    return [m for m in mentions[first:last] if m.end <= end]
