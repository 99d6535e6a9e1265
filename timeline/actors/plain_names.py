"""Names of ordinary words that the text itself shows to be names: "a group that calls itself Black Heron".

Capitals alone do not tell such a name from a thing ("Red Line", "Good Friday"). That it speaks, or that somebody calls
itself so, does; then the same words mean it everywhere in the document.
"""

from collections.abc import Iterator, Mapping, Sequence

from timeline.actors._words import CALENDAR, NO_NAMES, SPEECH_VERBS, TITLE_MODIFIERS, TITLES
from timeline.actors.known import Entry
from timeline.actors.listed import Found, is_function_word
from timeline.actors.tokens import NameTokens

__all__ = ["add_plain_names"]

_LONGEST = 4  # words; what is longer is a title of a work or a law
_CALLS = frozenset("call calls called calling style styles styled styling".split())
_SELVES = frozenset(("itself", "themselves"))
_SPEAKS = SPEECH_VERBS - {"called"}  # "a drug called"
_HELPERS = frozenset(("has", "have", "had", "also", "later"))


def add_plain_names(tokens: NameTokens, matches: Mapping[int, Entry], found: Sequence[Found]) -> list[Found]:
    """`found` and the names of ordinary words that the text introduces or lets speak, in order, none within another."""
    shown = [span for span in _find_shown(tokens) if _can_name(tokens, matches, *span)]
    kinds = {tuple(tokens.words[first:last]): _classify(tokens, first) for first, last in shown}
    holder = {position: one for one in found for position in range(one.first, one.last)}
    spans = [span for span in _find_again(tokens, kinds) if _is_free(holder, *span)]
    if all(tokens.opens(first) for first, _ in spans):
        return list(found)  # "Senior Tories said": a capital at the opening says nothing
    taken = {position for span in spans for position in range(*span)}
    added = [Found(first, last, first, last, kinds[tuple(tokens.words[first:last])]) for first, last in spans]
    return sorted([*(one for one in found if one.first not in taken), *added], key=lambda one: one.first)


def _classify(tokens: NameTokens, first: int) -> str:
    """An organisation calls itself so; who speaks may be a person, too."""
    return "organisation" if _SELVES.intersection(tokens.words[max(0, first - 2) : first]) else "other"


def _find_again(tokens: NameTokens, names: Mapping[tuple[str, ...], str]) -> Iterator[tuple[int, int]]:
    """Where the words of `names` stand, in order."""
    by_first = {words[0]: words for words in sorted(names, key=len)}
    for at in [at for at, word in enumerate(tokens.words) if word in by_first]:
        words = by_first[tokens.words[at]]
        if tuple(tokens.words[at : at + len(words)]) == words:
            yield at, at + len(words)


def _find_shown(tokens: NameTokens) -> Iterator[tuple[int, int]]:
    """First word and end of each run of capitals that speaks, or that something is said to call itself."""
    words = tokens.words
    for at in [at for at, word in enumerate(words) if at and (word in _SPEAKS or word in _SELVES)]:
        if words[at] in _SELVES and words[at - 1] in _CALLS:
            first = last = at + 1 + (words[at + 1] in ("the", "The"))
            while words[last][:1].isupper():
                last += 1
        elif words[at] in _SPEAKS:
            last = at
            while words[last - 1] in _HELPERS:
                last -= 1
            first = last
            while first and _goes_on(tokens, first - 1, at):
                first -= 1
        else:
            continue
        if 1 < last - first <= _LONGEST:
            yield first, last


def _goes_on(tokens: NameTokens, position: int, at: int) -> bool:
    """Whether the word at `position` may be part of a name in the sentence of `at`."""
    word = tokens.words[position]
    return word[:1].isupper() and word not in CALENDAR and tokens.sentence[position] == tokens.sentence[at]


def _can_name(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> bool:
    """Whether a run may be a name of ordinary words: no office, no place, no list knows a part of it."""
    words = tokens.words[first:last]
    if tokens.sentence[first] in tokens.titled | tokens.shouted or any(at in matches for at in range(first, last)):
        return False
    if is_function_word(words[0]) or any(word in TITLES for word in words) or tokens.words[first - 1] == "to":
        return False  # "the Committee to Protect Journalists"
    return not TITLE_MODIFIERS.issuperset(words) and words[-1] not in NO_NAMES


def _is_free(holder: Mapping[int, Found], first: int, last: int) -> bool:
    """Whether no name found already holds any of the words but as a guess at a piece of them."""
    held = (holder[position] for position in range(first, last) if position in holder)
    return all(first <= one.first and one.last <= last and one.guess and one.kind == "other" for one in held)
