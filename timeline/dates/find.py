"""The one call of the package: text in, date mentions out."""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable

from timeline.dates.combine import combine_readings
from timeline.dates.comparisons import mark_comparison
from timeline.dates.engine.context import Context
from timeline.dates.engine.grammar import compile_pattern
from timeline.dates.engine.matches import Reading, Words
from timeline.dates.engine.style import choose_style
from timeline.dates.engine.tokens import CORE, GAP, Tokens, tokenize
from timeline.dates.mention import DateMention
from timeline.dates.ranges import to_foreign_mentions, to_mentions
from timeline.dates.readers import foreign
from timeline.dates.readers.figures import find_order
from timeline.dates.readers.modifiers import narrow, narrow_inside, takes_suffix, with_suffix
from timeline.dates.rules import GRAMMAR, ONE_DAY
from timeline.errors import DateError

__all__ = ["LANGUAGES", "find_dates"]

# Tokens without a gap between them, at least one of which names a time; tried only where such a run begins, so that
# a long run without one is walked once
_RUN = re.compile(f"(?<![^{GAP}])[^{GAP}{CORE}]*+[{CORE}][^{GAP}]*")
_SUFFIX = re.compile(compile_pattern(ONE_DAY))
# Soft hyphens, joiners and marks of direction
_UNSEEN = "".join(
    chr(code) for code in (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
)
_HIDDEN = re.compile(f"[{_UNSEEN}]")
LANGUAGES = ("en", *foreign.LANGUAGES)
_STYLES = ("auto", "news", "narrative")


def find_dates(
    text: str,
    published: dt.date | None = None,
    style: str = "auto",
    *,
    order: str | None = None,
    language: str = "en",
) -> list[DateMention]:
    """Every date that `text` names, in order of their offsets, not overlapping; empty where it names none.

    Parameters
    ----------
    text
        Any text. A line is a paragraph, unless it was wrapped.
    published
        The publication date, which "last month" counts from; without one such words stay unresolved.
    style
        ``"news"`` (a date without a year lies near publication), ``"narrative"`` (it has the year of the date before
        it) or ``"auto"`` (`explain_style` says which and why).
    order
        ``"dmy"`` or ``"mdy"`` for dates in figures that can be read both ways; by default the document's other dates
        decide, and where they do not, the mention keeps both readings.
    language
        A two-letter code. In any language but English only explicit dates are found.

    Raises
    ------
    DateError
        For a `style`, `order` or `language` that is not among those named.

    Examples
    --------
    >>> from datetime import date
    >>> [m] = find_dates("The council will meet on Friday.", published=date(2024, 3, 5))
    >>> m.text, m.timex_value, m.reading
    ('Friday', '2024-03-08', 'weekday after publication, as the clause looks ahead (“will meet”): Fri 8 Mar 2024')
    >>> [(str(other.tense), str(other.first)) for other in m.alternatives]
    [('past', '2024-03-01'), ('coming', '2024-03-08')]
    >>> [(m.text, str(m.first), str(m.last)) for m in find_dates("from 30 March to 2 April 2012")]
    [('30 March', '2012-03-30', '2012-04-02'), ('2 April 2012', '2012-03-30', '2012-04-02')]
    >>> [m] = find_dates("The contract was signed on 10/11/2023.")
    >>> [str(day) for day in m.open_days]
    ['2023-10-11', '2023-11-10']
    >>> find_dates("H20 sales of 2,000 units; people may march")
    []
    >>> [(m.text, m.first, m.basis) for m in find_dates("The notice is of 31 February 2023.")]
    [('31 February 2023', None, 'none')]
    """
    _check("style", style, _STYLES)
    _check("order", order, (None, "dmy", "mdy"))
    _check("language", language, LANGUAGES)
    if not text.isascii() and any(character in text for character in _UNSEEN):
        return _find_between(text, published, style, order, language)
    if language != "en":
        return to_foreign_mentions(text, foreign.find_foreign_dates(text, published, order, language), language)
    tokens = tokenize(text)
    chosen = choose_style(tokens, published)[0] if style == "auto" else style
    context = Context(tokens, published, chosen, order or find_order(tokens))
    return to_mentions(tokens, _read_all(tokens, context))


def _find_between(
    text: str, published: dt.date | None, style: str, order: str | None, language: str
) -> list[DateMention]:
    """The dates of a text with characters in it that are not seen: soft hyphens, joiners, marks of direction."""
    seen = [i for i, character in enumerate(text) if not _HIDDEN.match(character)]
    seen.append(len(text))
    mentions = find_dates(_HIDDEN.sub("", text), published, style, order=order, language=language)
    return [_move(mention, seen, text) for mention in mentions]


def _move(mention: DateMention, seen: list[int], text: str) -> DateMention:
    """The mention with the offsets it has in the text that its own was made of."""
    start, end = seen[mention.start], seen[mention.end - 1] + 1
    whole = {
        name: seen[at - (name == "range_end")] + (name == "range_end")
        for name in ("range_start", "range_end")
        if (at := getattr(mention, name)) is not None
    }
    return dataclasses.replace(mention, start=start, end=end, text=text[start:end], **whole)


def _check(name: str, value: str | None, allowed: tuple[str | None, ...]) -> None:
    if value not in allowed:
        names = ", ".join(repr(choice) for choice in allowed)
        raise DateError(f"unknown {name} {value!r}; choose one of {names}")


def _read_all(tokens: Tokens, context: Context) -> list[Reading]:
    """The readings of the whole text, each seeing those before it."""
    readings: list[Reading] = []
    for run in _RUN.finditer(tokens.codes):
        at, end = run.span()
        while match := GRAMMAR.search(tokens.codes, at, end):
            found = _read_place(match, tokens, context, end)
            at = match.start() + 1 if found is None else match.end()
            for reading in found or ():
                combine_readings(readings, reading, tokens, context)
                at = reading.end or at
    return readings


def _read_place(match: re.Match[str], tokens: Tokens, context: Context, end: int) -> tuple[Reading, ...] | None:
    """What the first rule that reads this place makes of it; None where none does."""
    found = _read(match, tokens, context)
    if found is None:
        others = (_read(other, tokens, context) for other in GRAMMAR.list_others(match, tokens.codes, end))
        found = next((found for found in others if found is not None), None)
    return found


def _read(match: re.Match[str], tokens: Tokens, context: Context) -> tuple[Reading, ...] | None:
    """The readings of one match, with what stands before and after the date taken in."""
    name = match.lastgroup or ""
    words = Words(tokens, *match.span(name))
    found = GRAMMAR.rules[name].read(words, context)
    if found is None:
        return None
    readings = [_place(reading, words, name) for reading in ((found,) if isinstance(found, Reading) else found)]
    if readings:
        if len(readings) == 1 and words.has("part"):
            readings[0] = _change_each(readings[0], lambda reading: narrow_inside(words, reading))
        if match.start() < words.first == readings[0].begin:
            prefix = Words(tokens, match.start(), words.first)
            readings[0] = _change_each(readings[0], lambda reading: narrow(prefix, reading, context))
        readings[-1] = _with_suffix(tokens, readings[-1])
        if not context.narrative:
            readings = [mark_comparison(reading, context) for reading in readings]
    return tuple(readings)


def _place(reading: Reading, words: Words, rule: str) -> Reading:
    begin = words.first if reading.begin is None else reading.begin
    return reading._replace(rule=rule, begin=begin, end=reading.end or words.last)


def _with_suffix(tokens: Tokens, reading: Reading) -> Reading:
    if reading.end is None or not takes_suffix(reading):
        return reading
    match = _SUFFIX.match(tokens.codes, reading.end)
    if not match:
        return reading
    suffix = Words(tokens, *match.span())
    return _change_each(reading, lambda one: with_suffix(suffix, one))


def _change_each(reading: Reading, change: Callable[[Reading], Reading]) -> Reading:
    """The reading changed, and with it each span it could have been instead."""
    changed = change(reading)
    if not reading.alternatives:
        return changed
    others = [choice._replace(span=change(reading._replace(span=choice.span)).span) for choice in reading.alternatives]
    return changed._replace(alternatives=tuple(others))
