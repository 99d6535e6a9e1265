"""Tagged sentences -> the date that heads each: of its item ("3 May 2021: ..."), or of the heading above it.

A chronology dates its items by what opens or heads them, in many forms: a date with a colon, dash, bar, bracket or
bold type behind it, a line or a sentence of its own, a heading with more words. A single such line in a text is not
enough where it stands near the top: there it is the date of the page.
"""

import datetime as dt
import re
from collections.abc import Sequence

from timeline.dates import DateMention, Tense
from timeline.events.syntax.tokens import Token
from timeline.sentences import Sentence

__all__ = ["find_leads"]

_MARKS = frozenset((",", ":", ".", "(", ")", '"'))
_PAGE_HEAD = 2
"""Up to this paragraph, counted from 0, a line that is only a date may be that of the page."""
_CHRONOLOGY = 3
"""So many paragraphs that open with a date make a chronology, whose undated paragraphs go on with the item before."""


def find_leads(
    sentences: Sequence[Sentence], tagged: Sequence[Sequence[Token]], kinds: Sequence[str]
) -> list[DateMention | None]:
    """The date that heads each sentence, None where none does; `kinds` are those of the paragraphs."""
    firsts: dict[int, Sequence[Token]] = {}
    for sentence, tokens in zip(sentences, tagged, strict=True):
        firsts.setdefault(sentence.paragraph, tokens)
    opening = {p: date for p, tokens in firsts.items() if (date := _find_opening_date(tokens))}
    alone = {p for p in opening if _is_alone(firsts[p])}
    days = {(date.first, date.text) for date in opening.values()}
    if len(days) < 2:
        opening = {p: date for p, date in opening.items() if p not in alone or p > _PAGE_HEAD or p == min(firsts)}
    of_paragraph: dict[int, DateMention | None] = {}
    current: DateMention | None = None
    dated: dt.date | None = None
    for p, tokens in firsts.items():
        heads = kinds[p] == "heading" or p in alone
        if p in opening:
            of_paragraph[p] = opening[p] = (
                _choose_nearest(opening[p], dated) if len(days) >= _CHRONOLOGY else opening[p]
            )
            dated = opening[p].first or dated
            current = opening[p] if heads or len(days) >= _CHRONOLOGY else current
            continue
        if heads and not _tells(tokens):
            current = None
        of_paragraph[p] = current
    return [of_paragraph[s.paragraph] for s in sentences]


def _choose_nearest(date: DateMention, before: dt.date | None) -> DateMention:
    """The reading of a date without a year that lies nearest to the item before: items stand in order."""
    read = [date.put_in_tense(tense) for tense in Tense]
    days = [(abs((one.first - before).days), n) for n, one in enumerate(read) if before and one.first]
    return read[min(days)[1]] if days and date.first else date


def _find_opening_date(tokens: Sequence[Token]) -> DateMention | None:
    """The date that opens a paragraph and is parted from what follows; of several the most exact."""
    i = 0
    while i < len(tokens) and tokens[i].tag in (":", "(", '"'):
        i += 1
    marked = i > 0 and tokens[i - 1].low in ("*", "|", "[", "(")
    found: list[DateMention] = []
    while i < len(tokens) and (tokens[i].tag == "DATE" or (found and tokens[i].tag == "," and _is_date(tokens, i + 1))):
        date = tokens[i].date
        if date is not None and (date.first or date.last) and not _COUNTED.search(date.text):
            found.append(date)
        i += 1
    if not found or not (i == len(tokens) or _is_parting_mark(tokens, i, marked=marked)):
        return None
    return min(found, key=lambda date: (date.last - date.first).days if date.first and date.last else 10**7)


_COUNTED = re.compile(r"\b(?:later|earlier|ago|before|after|on)\b", re.IGNORECASE)
"""In what is counted from another day, which heads no item: "One year later: the town in numbers"."""


def _is_date(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].tag == "DATE"


def _is_parting_mark(tokens: Sequence[Token], i: int, *, marked: bool) -> bool:
    """Whether a mark at `i` parts an opening date from its item; `marked`: one stands before the date, too."""
    return tokens[i].tag in (":", ".") or (marked and tokens[i].tag == ")")


def _is_alone(tokens: Sequence[Token]) -> bool:
    """Whether a line or sentence holds nothing but a date."""
    return all(t.tag in _MARKS or t.tag == "DATE" for t in tokens)


def _tells(tokens: Sequence[Token]) -> bool:
    """Whether a line has a verb, so that it is rather an item than a heading."""
    return any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
