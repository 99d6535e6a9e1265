"""What a mention counts, by what is counted: 12 dead, $85 billion. Only figures of one measure compare.

A figure may also tell one thing from others of its name: Flight 370, iPhone 4. Then only the same figure is the same.
"""

import functools
import itertools
import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from timeline.events import NUMBER_WORDS, EventMention

__all__ = [
    "Figures",
    "are_on_other_scales",
    "differ",
    "find_latest_toll",
    "has_fallen",
    "have_other_tolls",
    "is_beside",
    "is_roughly_equal",
    "read_counts",
    "read_quantities",
]

Figures: TypeAlias = Mapping[str, frozenset[float]]
"""By measure the values given for it; a measure is ``%``, a currency, or the noun that follows."""

_TOLLS = {
    "dead": "killed kill kills killing die dies died death deaths dead fatalities fatality victims victim toll bodies"
    " lives",
    "hurt": "injured injuring wounded wounding hurt injuries casualties",
    "missing": "missing unaccounted",
    "cases": "cases infected infections sick ill confirmed tested",
    "homeless": "homeless displaced evacuated fled",
    "arrested": "arrested detained",
}
TOLL = {word: name for name, words in _TOLLS.items() for word in words.split()}
"""Words of counts that grow while an event is reported: a higher figure of a later day is the same event."""

_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9}
_SCALE |= {"trillion": 1e12, "tn": 1e12}
_FIGURE = re.compile(
    r"(?P<money>US\$|[$€£¥])?\s?(?<![\w.])(?P<figure>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
    rf"|(?i:{'|'.join(NUMBER_WORDS)})(?=\s))"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|mn|billion|bn|trillion|tn|[mb](?!\w)))?"
    r"(?=(?P<after>\s?%|(?:[\s-]+[^\W\d_]+){0,4}))"
)
_PERCENT = frozenset({"%", "percent", "per"})
_PLAIN = frozenset(
    "people persons others more of the at least as many in and men women was were have been on after since by".split()
)
_NUMBERED_NOUNS = frozenset(
    "article section chapter clause paragraph act bill order resolution proposition amendment count flight route line "
    "platform gate terminal pier berth dock hall room floor block building tower unit plot lot lane exit highway "
    "motorway junction sector ward precinct phase stage round lap heat game match race episode volume edition version "
    "model reactor well".split()
)
_NAMES_NONE = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec about some over under nearly around almost at least more than only just the a an in on of "
    "all other another no and or but for by from with to as aged age".split()
)  # before a figure in a heading or at the head of a sentence
_GOES_ON = frozenset(
    "and or but of in on at to for by from with as was is are were be been has had have will would could may that "
    "which who while when after before because".split()
)  # what follows a name; a noun would be what the figure counts
_NAME_BEFORE = re.compile(r"(\w[\w'-]*)\s$")
_NUMBER: Final = "no. "
"""Begins the measure of a figure that belongs to a name: "no. flight"."""

_OF_WHOLE = re.compile(r"\s(?:out\s)?of\s(?:(?:the|its|their|his|her|our|all|some|about|nearly|more than)\s){0,3}")
_WHOLE: Final = " in all"
"""Ends the measure of what another figure is a part of: the 210 in "140 of its 210 flights"."""

_ABOUT = frozenset("at least most about around some nearly over under than more fewer up to almost".split())
_ROUND = 0.1  # figures this near may be one, rounded: 1.5 and 1.6 billion


@functools.lru_cache(maxsize=100_000)
def _read(quote: str) -> tuple[tuple[str, str, float], ...]:
    """Each figure of `quote` as (digits, measure, value)."""
    figures = list(_FIGURE.finditer(quote))
    found: list[tuple[str, str, float]] = []
    for m, whole in itertools.zip_longest(figures, figures[1:]):
        if found and found[-1][1].endswith(_WHOLE):
            continue
        end = m.end("scale" if m["scale"] else "figure")
        is_part = whole is not None and _OF_WHOLE.fullmatch(quote, end, whole.start("figure"))
        measure = _measure(quote, whole if is_part else m)
        found.append((_read_digits(m["figure"]), measure, _read_value(m)))
        if is_part:
            found.append((_read_digits(whole["figure"]), f"{measure}{_WHOLE}", _read_value(whole)))
    return tuple(found)


_JOINTS = frozenset(("and", "or", "but", "while"))
_WORDS = re.compile(r"[^\W\d_]+")


def _measure(quote: str, m: re.Match[str]) -> str:
    words = m["after"].lower().replace("-", " ").split()
    until = next((n for n, word in enumerate(words) if word in _JOINTS), len(words))
    before = quote[: m.start("figure")]
    told = before if not TOLL.keys().isdisjoint(_WORDS.findall(before.lower())) else quote
    return _find_age(quote, m) or _find_numbered(quote, m) or _find_measure(m["money"], words[:until], told)


def _read_value(m: re.Match[str]) -> float:
    number = NUMBER_WORDS.get(m["figure"].lower())
    return float(number or re.sub(r"[,\u00a0\u202f\s]", "", m["figure"])) * _SCALE.get((m["scale"] or "").lower(), 1.0)


def _find_age(quote: str, m: re.Match[str]) -> str:
    """The measure of an age: "Roe, 27, was killed", "a 59-year-old woman died"; ``""`` for any other figure."""
    if m["money"] or m["scale"] or _read_value(m) > _OLDEST:
        return ""
    told = _NAME_AND_COMMA.search(quote[: m.start("figure")]) and quote[m.end("figure") :][:1] in (",", ".", ")")
    return _AGED if told or _YEARS_OLD.match(quote, m.end("figure")) else ""


_AGED, _OLDEST = "years of age", 120
_NAME_AND_COMMA = re.compile(r"[A-Z][\w'’.-]*, $")
_YEARS_OLD = re.compile(r"\s?-\s?years?\s?-\s?old\b|,? years? old\b")


def _find_numbered(quote: str, m: re.Match[str]) -> str:
    """The measure of a figure that ends a name, as in "the iPhone 4 was shown"; ``""`` for any that counts."""
    before = _NAME_BEFORE.search(quote[: m.start("figure")])
    after = quote[m.end("figure") :]
    if not before or m["money"] or m["scale"] or re.search(r"[^\d.]", m["figure"]) or re.match(r"\s?%|[-–:/]\w", after):
        return ""
    name, word = before[1].lower(), re.match(r"\s([^\W\d_]+)", after)
    if name not in _NUMBERED_NOUNS and (name == before[1] or name in _NAMES_NONE or (word and word[1] not in _GOES_ON)):
        return ""
    return _NUMBER + name


def _find_measure(money: str | None, after: list[str], quote: str) -> str:
    """What a figure counts, given the sign before it and the words after it."""
    if money:
        return money.removeprefix("US")
    if after and after[0] in _PERCENT:
        return "%"
    if toll := next((TOLL[word] for word in after if word in TOLL), ""):
        return toll
    noun = next((word for word in after if word not in _PLAIN), "")
    if not noun or set(after[:1]) & _PLAIN:  # "killed 12 people": the verb says what is counted
        told = [TOLL[word] for word in _WORDS.findall(quote.lower()) if word in TOLL]
        return told[-1] if told else "people"  # the nearest before it: "killing 11 people and injuring 40"
    return noun.removesuffix("s")


def read_quantities(mention: EventMention) -> Figures:
    """The figures of the mention's own clause, by measure; empty where it counts nothing."""
    return {**_read_counts(mention), **_read_ordinals(mention.title), **_read_subject(mention)}


def _read_subject(mention: EventMention) -> Figures:
    """How many did it, where the title begins with that: four who returned are not the two who did."""
    told = _FIGURE.search(mention.title)
    if told is None or told["money"] or told["scale"] or told["after"].lstrip().startswith("%"):
        return {}
    before = mention.title[: told.start()].lower().split()
    if TOLL.keys() & _WORDS.findall(mention.title.lower()) or not _ABOUT.issuperset(before):
        return {}
    return {_WHO: frozenset({_read_value(told)})}


_WHO: Final = "who"
"""The measure of a figure that counts who did it."""


def _read_ordinals(title: str) -> Figures:
    """Which of several a title tells of: "Fourth victim dies" of number four of the dead."""
    told = ((_ORDINALS.get(m[1]) or float(m[1][:-2]), m[2]) for m in _ORDINAL.finditer(title.lower()))
    return {_NUMBER + TOLL.get(noun, noun): frozenset({number}) for number, noun in told}


_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth"
_ORDINALS = {word: float(place) for place, word in enumerate(_NTH.split(), 1)}
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th)) ([^\W\d_]+)")


def _read_counts(mention: EventMention) -> Figures:
    """The figures that it gives in its clause."""
    if not mention.numbers:
        return {}
    own = {_read_digits(figure): figure for figure in mention.numbers}
    read = [(digits, measure, value) for digits, measure, value in _read(mention.quote) if digits in own]
    for digits in own.keys() - {digits for digits, _, _ in read}:  # its measure stands too far off
        read += [("", "%" if own[digits].endswith("%") else "", value) for _, _, value in _read(own[digits])]
    found: dict[str, frozenset[float]] = {}
    for _, measure, value in read:
        found[measure] = found.get(measure, frozenset()) | {value}
    return found


def read_counts(text: str) -> dict[str, frozenset[float]]:
    """The figures of `text` that count money, shares or tolls, by measure; of a toll only what its own words count.

    Dates have to be out of `text`, since a day looks like a figure.

    Examples
    --------
    >>> read_counts("A 15% cut was taken, and at least 12 people were killed.")
    {'%': frozenset({15.0}), 'dead': frozenset({12.0})}
    >>> read_counts("Police arrested about 40 men after 3 had died."), read_counts("It sold 20,000 chips in 3 weeks.")
    ({'arrested': frozenset({40.0}), 'dead': frozenset({3.0})}, {})
    """
    found: dict[str, frozenset[float]] = {}
    for m in _FIGURE.finditer(text):
        value = _read_value(m)
        after = m["after"].lower().replace("-", " ").split()
        before = [word for word in re.findall(r"[^\W\d_]+", text[: m.start()].lower()) if word not in _ABOUT][-1:]
        measure = _find_measure(m["money"], after[:1], "") if m["money"] or set(after[:1]) & _PERCENT else ""
        measure = measure or next((TOLL[word] for word in (*before, *after) if word in TOLL), "")
        if measure:
            found[measure] = found.get(measure, frozenset()) | {value}
    return found


def is_roughly_equal(a: float, b: float) -> bool:
    """Whether two figures may be one, rounded."""
    return abs(a - b) <= _ROUND * max(a, b)


def _read_digits(figure: str) -> str:
    return str(NUMBER_WORDS.get(figure.lower(), "")) or re.sub(r"[^\d.]", "", figure)


def differ(a: Figures, b: Figures) -> bool:
    """Whether a measure of both has different values: not the same, not one rounded, and not of a toll that may rise.

    What numbers a name is never rounded.

    Examples
    --------
    >>> differ({"$": frozenset({85e9})}, {"$": frozenset({700e9})})
    True
    >>> differ({"dead": frozenset({12.0})}, {"dead": frozenset({40.0})})
    False
    >>> differ({"no. flight": frozenset({370.0})}, {"no. flight": frozenset({371.0})})
    True
    """
    return any(
        measure in b
        and measure not in _TOLLS
        and measure != "people"
        and (
            values.isdisjoint(b[measure])
            if measure.startswith(_NUMBER)
            else not any(is_roughly_equal(x, y) for x in values for y in b[measure])
        )
        for measure, values in a.items()
    )


def is_beside(one: Figures, mention: EventMention) -> bool:
    """Whether `one` is one of several by its number, and the title of `mention` tells of another number of them.

    "Fourth victim dies" beside "Avalanche kills three skiers".
    """
    number = one.get(_NUMBER + TOLL.get(mention.lemma, ""), frozenset())
    told = [n for _, measure, n in _read(mention.title) if measure not in _NO_COUNT and _NUMBER not in measure]
    return bool(number and told) and number.isdisjoint(told)


_NO_COUNT = {_AGED, *"% $ € £ ¥ second minute hour day week month year mile kilometre kilometer metre meter".split()}


def has_fallen(earlier: Figures, later: Figures) -> bool:
    """Whether a toll told later is lower than one told before, and so one of something else, or of a part.

    Examples
    --------
    >>> has_fallen({"dead": frozenset({11.0})}, {"dead": frozenset({2.0})})
    True
    >>> has_fallen({"dead": frozenset({11.0})}, {"dead": frozenset({17.0})})
    False
    """
    return any(max(later[name]) < (1 - _ROUND) * max(earlier[name]) for name in _list_shared_tolls(earlier, later))


def have_other_tolls(a: Figures, b: Figures) -> bool:
    """Whether both count the dead, or another toll, and no value is the same.

    Examples
    --------
    >>> have_other_tolls({"dead": frozenset({5.0})}, {"dead": frozenset({9.0}), "hurt": frozenset({5.0})})
    True
    """
    return any(a[name].isdisjoint(b[name]) for name in _list_shared_tolls(a, b))


def are_on_other_scales(a: Figures, b: Figures) -> bool:
    """Whether one toll is so many times the other that neither grew to it: 81 dead, and 50 million long ago.

    Examples
    --------
    >>> are_on_other_scales({"dead": frozenset({81.0})}, {"dead": frozenset({50e6})})
    True
    >>> are_on_other_scales({"dead": frozenset({12.0})}, {"dead": frozenset({9000.0})})
    False
    """
    counts = ((*a[name], *b[name]) for name in _list_shared_tolls(a, b))
    return any(max(both) > _MOST_GROWN * max(1, min(both)) for both in counts)


_MOST_GROWN = 1_000
"""No toll of the catastrophes of a century rose by as much from its first telling."""


def _list_shared_tolls(a: Figures, b: Figures) -> list[str]:
    """The tolls that both give."""
    return [name for name in _TOLLS if name in a and name in b]


def find_latest_toll(figures: Figures) -> tuple[str, float] | None:
    """The toll that a mention gives, as (measure, its highest value); None where it gives none."""
    return next(((name, max(figures[name])) for name in _TOLLS if name in figures), None)
