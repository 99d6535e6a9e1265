"""Names and descriptions side by side -> what the description means: "China's internet regulator, the Cyberspace …".

What the text itself says is no inference: the same words later in the document mean the same actor.
"""

from collections.abc import Iterator, Mapping, Sequence

from timeline.actors._lexicon import load_lexicon
from timeline.actors._words import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    COUNTRY_NOUNS,
    GOVERNMENT_WORDS,
    HEADS,
    LOWER_TITLES,
    PERSON_NOUNS,
    TITLE_MODIFIERS,
    TITLES,
)
from timeline.actors.known import Entry
from timeline.actors.resolve import Named
from timeline.actors.tokens import NameTokens

__all__ = ["describes_firm", "describes_person", "find_appositions"]

_ENDS = frozenset([",", ".", ";", ")", ":", "—", "–", "", "?", "!"])
_GOES_ON = frozenset(("who", "which", "that", "to", "based"))
_FITS = {
    "person": PERSON_NOUNS,
    "organisation": COMPANY_NOUNS | BODY_NOUNS,
    "government": BODY_NOUNS,
    "body": BODY_NOUNS,
    "other": COMPANY_NOUNS | BODY_NOUNS | PERSON_NOUNS,
}
_NOUNS = PERSON_NOUNS | COMPANY_NOUNS | BODY_NOUNS | COUNTRY_NOUNS


def find_appositions(tokens: NameTokens, named: Sequence[Named], matches: Mapping[int, Entry]) -> list[Named]:
    """The descriptions that the text sets beside a name, and where the same words come again."""
    result: list[Named] = []
    meanings: dict[tuple[str, ...], Named] = {}
    for one in named:
        for description in _find_beside(tokens, one, matches):
            result.append(description)
            words = tuple(tokens.words[description.first : description.last])
            if len(words) > 1:
                meanings.setdefault(words, description)
    return result + list(_find_again(tokens, meanings, result)) if meanings else result


def describes_firm(tokens: NameTokens, last: int) -> bool:
    """Whether what follows a name that ends at `last` says that it is a firm's: "Kestrel, a company based in"."""
    return _read_head_beside(tokens, last) in COMPANY_NOUNS


def describes_person(tokens: NameTokens, last: int) -> bool:
    """Whether it says that the name is a person's: "Lechner, the engineer whose warning", "Lechner, 47, said"."""
    words = tokens.words[last : last + 3]
    aged = words[:1] == [","] and words[1].isdigit() and len(words[1]) == _DIGITS and words[2] in (",", ".")
    return aged or _read_head_beside(tokens, last) in _PEOPLE


_DIGITS = 2  # of the age of a grown-up
_PEOPLE = LOWER_TITLES.union("man woman boy girl widow widower".split()) - frozenset(
    "champion colleague designer expert head investor leader member owner partner predecessor producer rival successor"
    " victim".split()
)  # what a firm, a body or a thing is not


def _read_head_beside(tokens: NameTokens, last: int) -> str:
    """The last noun of the description with an article right behind a name and a comma; ``""`` for none."""
    words, head, position = tokens.words, "", last + 2
    if words[last] != "," or words[last + 1] not in ("a", "an", "the"):
        return ""
    while words[position].islower() and load_lexicon().get(words[position], "NN").startswith(("NN", "JJ")):
        head = words[position]
        position += 1
    return head


def _find_again(
    tokens: NameTokens, meanings: Mapping[tuple[str, ...], Named], told: Sequence[Named]
) -> Iterator[Named]:
    """The same words elsewhere in the document."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in meanings:
        by_first.setdefault(words[0], []).append(words)
    known = {one.first for one in told}
    for position in [position for position, word in enumerate(tokens.words) if word in by_first]:
        for words in by_first[tokens.words[position]]:
            if position not in known and tuple(tokens.words[position : position + len(words)]) == words:
                yield _make_mention(meanings[words], position, position + len(words))
                break


def _make_mention(who: Named, first: int, last: int) -> Named:
    """A mention of `who` by other words."""
    return Named(
        first=first, last=last, name=who.name, kind=who.kind, form=who.form, country=who.country, female=who.female
    )


def _find_beside(tokens: NameTokens, one: Named, matches: Mapping[int, Entry]) -> Iterator[Named]:
    """The descriptions right after and right before a name."""
    words = tokens.words
    if one.kind not in _FITS:
        return
    if words[one.last] == "," and tokens.sentence[one.last] == tokens.sentence[one.first]:
        first, last, noun = _read_description(tokens, one.last + 1, matches)
        if noun and noun in _FITS[one.kind] and (words[last] in _ENDS or words[last] in _GOES_ON):
            yield _make_mention(one, first, last)
    comma = one.first - 1 - (words[one.first - 1] in ("the", "The"))
    if comma > 2 and words[comma] == "," and words[one.last] in _ENDS and one.kind != "person":
        yield from _find_before(tokens, one, comma, matches)
    if words[one.first - 1] in ("itself", "themselves"):
        called = one.first - 3  # "the group, which calls itself"
        described = words[called] in ("which", "who", "that")
        yield from _find_before(tokens, one, called - (words[called - 1] == ","), matches) if described else ()


def _find_before(tokens: NameTokens, one: Named, comma: int, matches: Mapping[int, Entry]) -> Iterator[Named]:
    """The description that ends at the comma before a name."""
    for start in range(max(0, comma - 8), comma - 1):
        first, last, noun = _read_description(tokens, start, matches)
        if noun and last == comma and noun in _FITS[one.kind]:
            yield _make_mention(one, first, last)
            return


def _read_description(tokens: NameTokens, position: int, matches: Mapping[int, Entry]) -> tuple[int, int, str]:
    """Where a description that begins at `position` has its first word and end, and its noun; no noun if it is none.

    It begins with an article, or with a country and "'s"; or it is an office: "Secretary of Commerce".
    """
    words = tokens.words
    entry = matches.get(position)
    if words[position] in TITLES:
        return _read_office(tokens, position)
    owner = position + (len(entry.words) if entry and entry.use == "name" else words[position][:1].isupper())
    if words[position].lower() in ("the", "a", "an", "its"):
        first = position
        step = position + 1
    elif owner > position and words[owner] == "'s":
        first, step = position, owner + 1
    else:
        return position, position, ""
    tags = load_lexicon()
    noun = ""
    while step < first + 9 and tokens.sentence[step] == tokens.sentence[position]:
        word = words[step]
        inner = matches.get(step)
        if inner and inner.use == "adjective":
            step += len(inner.words)
        elif word in ("-", "'s"):
            step += 1
        elif word.islower() and tags.get(word, "NN").startswith(("NN", "JJ", "VBG", "VBN", "RB", "CD")):
            noun = word
            step += 1
        else:
            break
    return first, step, noun if noun in _NOUNS else ""


def _read_office(tokens: NameTokens, position: int) -> tuple[int, int, str]:
    """An office written with capitals: "Secretary of Commerce", "Minister for Foreign Affairs"."""
    words = tokens.words
    last = position + 1
    while (
        words[last] in ("of", "for", "the", "and") or words[last] in TITLES | TITLE_MODIFIERS | HEADS | GOVERNMENT_WORDS
    ):
        last += 1
    while last > position + 1 and words[last - 1].islower():
        last -= 1
    return position, last, "minister" if last > position + 1 and "of" in words[position:last] else ""
