"""Runs of capitals that no list and no ending knows -> a person, an acronym, a company, or no name at all."""

from collections.abc import Iterator

from timeline.actors._lexicon import load_lexicon
from timeline.actors._names import FAMILY_NAMES, GIVEN_NAMES
from timeline.actors._place_words import PLACES
from timeline.actors._words import (
    CALENDAR,
    LOWER_TITLES,
    NO_NAMES,
    NOT_ACRONYMS,
    OPEN_ENDS,
    PARTICLES,
    PARTIES,
    PLACE_ENDINGS,
    STARTING_PARTICLES,
    SUFFIXES,
    TITLES,
)
from timeline.actors.apposition import describes_firm, describes_person
from timeline.actors.listed import Found, is_function_word
from timeline.actors.runs import has_nickname
from timeline.actors.salience import PEOPLE
from timeline.actors.tokens import NameTokens

__all__ = ["find_unlisted", "is_plain"]


def find_unlisted(tokens: NameTokens, first: int, last: int) -> Iterator[Found]:
    """A name that no list and no ending knows: a person, an acronym, a company, or no name at all."""
    words = tokens.words
    while first < last and (words[first] in OPEN_ENDS or words[first] == "."):
        first += 1
    while last > first and (
        words[last - 1] in OPEN_ENDS or (words[last - 1] == "." and words[last - 2] not in SUFFIXES)
    ):
        last -= 1
    if first >= last:
        return
    if last - first == 1:
        yield from _find_single(tokens, first)
    else:
        yield from _find_several(tokens, first, last)


def is_plain(tokens: NameTokens, word: str) -> bool:
    """Whether `word` is an ordinary one: English has it, or the text writes it in lower case."""
    lower = word.lower()
    return lower in load_lexicon() or lower in tokens.lower


def _find_several(tokens: NameTokens, first: int, last: int) -> Iterator[Found]:
    """An unlisted name of several words."""
    words = [word for word in tokens.words[first:last] if word[0].isalnum()]
    if any(word in PLACES for word in words) and words[0] not in GIVEN_NAMES:
        return
    ordinary = all(word in NO_NAMES or word.rstrip("s") in NOT_ACRONYMS or is_plain(tokens, word) for word in words)
    if (
        ordinary
        and not _is_beside_role(tokens, first, last)
        and (tokens.opens(first) or words[-1] in NO_NAMES or words[0] not in GIVEN_NAMES | FAMILY_NAMES)
    ):
        return
    kind, guess = _classify_several(tokens, first, last, words)
    if kind == "other" and _is_beside_role(tokens, first, last):
        kind, guess = "person", False
    yield Found(first, last, first, last, kind, None, sure=True, guess=guess)


def _classify_several(  # noqa: PLR0911 one return a rule
    tokens: NameTokens, first: int, last: int, words: list[str]
) -> tuple[str, bool]:
    """The kind of an unlisted name of several words, and whether only its capitals speak for it."""
    if last - first == 5 and has_nickname(tokens, first):
        return "person", False
    plain = sum(is_plain(tokens, word) for word in words)
    parted = last - first == len(words)  # no hyphen joins them
    family = words[-1] in FAMILY_NAMES or words[-1] in SUFFIXES
    initial = any(word.endswith(".") and len(word) <= 6 for word in words[:-1])
    if words[0] not in GIVEN_NAMES and describes_firm(tokens, last):
        return "organisation", True
    if not PARTICLES.isdisjoint(words) or words[0] in STARTING_PARTICLES:
        return "person", False
    if len(words) <= 5 and (words[0] in GIVEN_NAMES or initial or (family and (not plain or len(words) == 2))):
        return "person", False
    if any(_is_camel(word) for word in words):
        return "organisation", True
    unlike = plain or any(word in NO_NAMES or word.isupper() for word in words)
    if len(words) <= 4 and parted and not unlike:
        return "organisation" if _acts_as_many(tokens, first, last) else "person", True
    if (
        parted
        and len(words) == 2
        and plain == 1
        and not is_plain(tokens, words[0])
        and _is_person_by_context(tokens, last)
    ):
        return "person", True
    return "other", True


def _acts_as_many(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether a plural verb follows a name by itself, as after a team's: "Ashcombe Rovers have sacked ..."."""
    return tokens.words[last] in ("have", "are", "were") and tokens.words[first - 1] not in ("and", ",")


def _is_person_by_context(tokens: NameTokens, last: int) -> bool:
    """Whether an apposition with an article, "who" or an age follows, as after a person's name."""
    words = tokens.words
    return words[last] == "," and (words[last + 1] in ("a", "an", "who", "whose") or words[last + 1].isdigit())


def _is_beside_role(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether two words between commas name who bears the role before them: "the firm's chairman, Egon Plank, quit"."""
    words = tokens.words
    between = first > 1 and words[first - 1] == "," and words[last] in (",", ".") and last - first == _FULL_NAME
    alone = tokens.sentence[first - 2] == tokens.sentence[first] and words[first][1:].islower()
    role = words[first - 4] if first > 3 and words[first - 3] == "of" else words[first - 2]  # "head of education"
    return between and alone and role in PEOPLE | _KIN


_FULL_NAME = 2  # words
_KIN = frozenset("wife husband mother father son daughter brother sister widow widower cousin uncle aunt".split())
_OF_ABSTRACTS = ("ment", "tion", "sion", "ness", "ity", "ance", "ence")
"""What opens a sentence and ends so is a thing, however rare the word: "Arraignment is set for June"."""


def _find_single(tokens: NameTokens, position: int) -> Iterator[Found]:
    """An unlisted name of one word."""
    word = tokens.words[position]
    stem = word.rstrip("s")
    if (
        word in NO_NAMES
        or stem in NO_NAMES
        or word in PLACES
        or len(word) == 1
        or word in PLACE_ENDINGS
        or word in TITLES
    ):
        return
    if word in PARTIES:  # of whatever country: "the Liberals", "Ostland's Greens"
        sure = not tokens.opens(position)
        yield Found(position, position + 1, position, position + 1, "organisation", None, sure=sure)
        return
    if "'" in word and is_function_word(word.split("'")[0]):  # "They're", "It'll"
        return
    if word in CALENDAR:  # only as a surname does it come here
        yield Found(position, position + 1, position, position + 1, "person")
        return
    before = tokens.words[position - 1] if position else ""
    plain = is_plain(tokens, word) or (tokens.opens(position) and stem.endswith(_OF_ABSTRACTS))
    if stem.isupper():
        short = word.replace(".", "")
        if stem != word or short in NOT_ACRONYMS or len(short) > 8 or short in SUFFIXES:
            return
        yield Found(position, position + 1, position, position + 1, "organisation", None, sure=not plain, guess=True)
        return
    follows_title = before in LOWER_TITLES and tokens.sentence[position - 1] == tokens.sentence[position]
    told = tokens.words[position + 1 : position + 3] == [",", "who"] or describes_person(tokens, position + 1)
    is_person = follows_title or word in FAMILY_NAMES or told
    kind = "person" if is_person else "organisation" if _is_camel(word) else "other"
    yield Found(
        position,
        position + 1,
        position,
        position + 1,
        kind,
        None,
        sure=not plain or follows_title,
        guess=kind != "person",
    )


def _is_camel(word: str) -> bool:
    """Whether capitals stand within the word, as in GrowingIO, but not as in McDonald or O'Brien."""
    if word.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Fitz", "Van")) or "'" in word:
        return False
    return not word.rstrip("s").isupper() and any(map(str.isupper, word[1:]))
