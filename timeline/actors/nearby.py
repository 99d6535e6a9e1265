"""The sentences before a word -> the actors named in them, the nearest first, and the mention that stands for one."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from timeline.actors._lexicon import load_lexicon
from timeline.actors.resolve import Named
from timeline.actors.tokens import NameTokens

__all__ = ["find_issuer", "infer_mention", "infer_only", "list_nearby", "list_scopes", "stands_aside"]

_BEFORE = 3  # sentences that a pronoun or description looks back over: further back they are right less than half


def find_issuer(tokens: NameTokens, named: Sequence[Named]) -> Named | None:
    """The firm that issues a press release: the one its opening says announces something; None in any other text."""
    words = tokens.words[:_OPENING]
    at = next((i for i in range(2, len(words) - 1) if tuple(words[i : i + 2]) in _ANNOUNCES), None)
    if at is None:
        return None
    firms = [one for one in named if one.last <= at and tokens.sentence[one.first] == tokens.sentence[at]]
    fits = [one for one in firms if one.kind in ("organisation", "other")]
    return fits[-1] if len({one.name for one in fits}) == 1 else None


_OPENING = 120  # words
_ANNOUNCES = frozenset(
    (
        ("today", "announced"),
        ("announced", "today"),
        ("today", "announces"),
        ("announces", "today"),
        ("is", "pleased"),
        ("are", "pleased"),
        ("is", "delighted"),
        ("is", "proud"),
    )
)


def list_scopes(
    tokens: NameTokens, position: int, told: Mapping[int, list[Named]]
) -> Iterator[tuple[int, list[Named]]]:
    """The number and actors of this sentence so far, then those of the sentences before, the nearest first."""
    here = tokens.sentence[position]
    for number in range(here, max(-1, here - _BEFORE - 1), -1):
        yield number, told.get(number, [])


def list_nearby(tokens: NameTokens, position: int, told: Mapping[int, list[Named]]) -> list[Named]:
    """The actors of the first scope that has any."""
    return next((group for _, group in list_scopes(tokens, position, told) if group), [])


def infer_only(first: int, last: int, fits: Sequence[Named]) -> Named | None:
    """An inferred mention of the only actor in `fits`; None if they are several."""
    return infer_mention(first, last, fits[-1]) if len({one.name for one in fits}) == 1 else None


def infer_mention(first: int, last: int, who: Named) -> Named:
    """An inferred mention of `who`."""
    return dataclasses.replace(who, first=first, last=last, inferred=True)


def stands_aside(tokens: NameTokens, fits: Sequence[Named]) -> bool:
    """Whether they only say whose a thing is that a sentence is about, or who says so: "rails made by Acme cracked"."""
    return all(_is_by_participle(tokens, one) or _only_says(tokens, one) for one in fits)


def _only_says(tokens: NameTokens, one: Named) -> bool:
    """Whether a name only says who tells the sentence that it closes: "a wire snapped, Acme concluded in January"."""
    words, end = tokens.words, one.last + _CLOSING
    closes = end >= len(words) or tokens.sentence[end] != tokens.sentence[one.first]
    if words[one.first - 2 : one.first] == ["according", "to"]:
        return closes
    return closes and one.first > 1 and words[one.first - 1] == "," and words[one.last] in _SAID


_CLOSING = 6  # words
_SAID = frozenset("said says concluded found reported announced confirmed estimated ruled".split())


def _is_by_participle(tokens: NameTokens, one: Named) -> bool:
    words, by = tokens.words, one.first - 1
    if by < 2 or words[by] != "by" or not words[by - 1].endswith(("ed", "n")):
        return False
    return load_lexicon().get(words[by - 2], "").startswith("NN")  # with a helper it is a sentence: "was bought by"
