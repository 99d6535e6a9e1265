"""The first word of a run of capitals -> whether it belongs to the name, or has its capital from opening a sentence."""

from collections.abc import Mapping

from timeline.actors._lexicon import load_lexicon
from timeline.actors._names import FAMILY_NAMES, GIVEN_NAMES
from timeline.actors._words import (
    CALENDAR,
    COMPANY_NOUNS,
    GOVERNMENT_WORDS,
    HEADS,
    ORGANISATION_ENDINGS,
    RULING,
    TITLE_MODIFIERS,
    TITLES,
)
from timeline.actors.known import Entry
from timeline.actors.listed import is_function_word
from timeline.actors.tokens import NameTokens

__all__ = ["is_national_body", "opens_without_naming"]

_COMPASS = frozenset(
    """
    North South East West Northern Southern Eastern Western Greater Upper Lower Black White Red Blue Green Golden Silver
    St Saint
    """.split()
)
"""Before a name they are part of it: "South Devon Water", "Black Heron"."""


_ORGANISED = ORGANISATION_ENDINGS | GOVERNMENT_WORDS


def opens_without_naming(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> bool:
    """Whether the word at `first` has its capital only from opening the sentence: "However", "The"."""
    word = tokens.words[first]
    if word in ("The", "A", "An") and (first not in matches or len(matches[first].words) == 1):
        return True
    if word == "Then" and tokens.opens(first):
        return True
    national = is_national_body(tokens, matches, first, last)
    if national or first in matches or word in TITLES | CALENDAR | _COMPASS or not tokens.opens(first):
        return False
    if word in TITLE_MODIFIERS and not TITLES.isdisjoint(tokens.words[first + 1 : last]):
        return False
    role = _is_role(word) and (_are_names if last - first > 2 else _is_named_whole)(tokens, first + 1, last)
    role = role or (last - first == 2 and word.lower() in COMPANY_NOUNS | RULING and word not in ORGANISATION_ENDINGS)
    role = role or (last - first > 1 and word in _FIRM_ROLES)
    if role or (is_function_word(word) and len(word) > 1 and word not in GIVEN_NAMES):
        return True
    return last - first > 1 and word.lower() in load_lexicon() and _is_name_without_first(tokens, matches, first, last)


_FIRM_ROLES = frozenset(
    """
    Operator Contractor Subcontractor Manufacturer Insurer Supplier Retailer Lender Broadcaster Publisher Carmaker
    Automaker Chipmaker Drugmaker Planemaker Shipbuilder Housebuilder Brewer Airline
    """.split()
)
"""What a firm is, before its whole name: "Operator Bergbahnen Sankt Urban"."""


def _are_names(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether words begin with a given name, or are two that no lexicon has: "Passenger Sunita Rao"."""
    words = tokens.words[first:last]
    ordinary = tokens.words[first - 1].lower() in load_lexicon()
    unknown = ordinary and len(words) == 2 and all(word.lower() not in load_lexicon() for word in words)
    return words[0] in GIVEN_NAMES or unknown


def _is_named_whole(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether the text gives a surname with what comes before it elsewhere: "Sprinter Okello", then "Daniel Okello"."""
    surname = tokens.words[first]
    near = range(max(1, first - _NEAR), min(len(tokens), first + _NEAR))
    named = any(tokens.words[k] == surname and tokens.words[k - 1] in GIVEN_NAMES for k in near if k != first)
    return last - first == 1 and named and surname.lower() not in load_lexicon()


_NEAR = 300
"""Words in which the whole name is looked for: some twenty sentences, so that a long text takes no longer for each."""


def _is_role(word: str) -> bool:
    """Whether a word that opens a sentence before a whole name says what somebody is: "Striker Jon Roe"."""
    return word.endswith(("er", "or", "ist", "man", "woman")) and word not in GIVEN_NAMES | FAMILY_NAMES


def _is_name_without_first(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> bool:
    """Whether what follows an opening word is a name without it: "Police arrested", "Rival Acme"."""
    words = tokens.words
    if first + 1 in matches and words[first] not in GIVEN_NAMES:
        return True
    if words[first] in GIVEN_NAMES or _is_organisation(words[first:last]):
        return False
    return words[first + 1] in GIVEN_NAMES or load_lexicon().get(words[first].lower(), "").startswith(
        ("VB", "NNS", "JJ")
    )


def _is_organisation(words: list[str]) -> bool:
    """Whether words name an organisation: by their last word, or by a head with "of"."""
    return words[-1] in _ORGANISED or (("of" in words or "for" in words) and not HEADS.isdisjoint(words))


def is_national_body(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> bool:
    """Whether a run names a body by what it is for and its country: "Athletics Kenya", "Police Scotland"."""
    entry = matches.get(first + 1)
    country = entry is not None and entry.use == "name" and entry.actor is not None and entry.actor.kind == "country"
    return country and tokens.words[first] in _NATIONAL and entry is not None and first + 1 + len(entry.words) == last


_NATIONAL = frozenset(
    """
    Athletics Basketball Boxing Business Cricket Cycling Export Football Golf Gymnastics Health Hockey Invest Judo
    Netball Network Police Rowing Rugby Sailing Skate Ski Sport Sports Statistics Surfing Swimming Tennis Tourism
    Transport Triathlon Universities Volleyball
    """.split()
)
