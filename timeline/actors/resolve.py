"""Names found -> who each of them means within its document.

A surname means the one person whose full name the document gives, an acronym the name it was introduced with, a short
form the one organisation that begins with it. It refuses to look beyond the document: that is `fold`.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence

from timeline.actors._lexicon import load_lexicon
from timeline.actors._words import FEMALE_TITLES, HEADS, LOCATIVES, MAKERS, MALE_TITLES, STRONG_LOCATIVES, TITLES
from timeline.actors.book import Book, is_female
from timeline.actors.known import Entry
from timeline.actors.listed import Found, can_be_verb, means_actor
from timeline.actors.tokens import NameTokens

__all__ = ["Named", "resolve"]

_BEFORE_PARTNERS = frozenset(
    "by with against and but between that told urged accused when after before as because while".split()
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name with whom it means: its `first` word and the end `last`, the actor's name here, its kind and the rest."""

    first: int
    last: int
    name: str
    kind: str
    form: str
    country: str = ""
    female: bool | None = None
    inferred: bool = False


def resolve(text: str, tokens: NameTokens, found: Sequence[Found], matches: Mapping[int, Entry]) -> list[Named]:
    """Every name of `found` that holds, with whom it means, and those in headings, in order."""
    book = Book(text, tokens, found)
    doubtful = _list_doubtful(tokens, book, found)
    kept = [one for one in found if _holds(tokens, book, one, doubtful) and not _is_model(tokens, one)]
    named = [_resolve_name(tokens, book, one) for one in kept]
    if tokens.titled or tokens.shouted:
        named += _find_in_headings(tokens, book, kept, named, matches)
        named.sort(key=lambda one: one.first)
    return named


def _is_model(tokens: NameTokens, found: Found) -> bool:
    """Whether a number makes the name one of a thing: "EOS-07", "an Airbus A320", "the Boeing 737"."""
    at = found.last
    if tokens.words[at] == "-" and tokens.starts[at] == tokens.ends[at - 1]:
        return tokens.words[at + 1][:1].isdigit() and tokens.starts[at + 1] == tokens.ends[at]
    if found.kind == "person":
        return False
    makes = tokens.words[at - 1] in MAKERS and tokens.words[at].isdigit()
    return makes or _MODEL.fullmatch(tokens.words[at]) is not None


_MODEL = re.compile(r"[A-Z]{1,2}\d{2,4}[a-z]?")


def _list_doubtful(tokens: NameTokens, book: Book, found: Sequence[Found]) -> frozenset[str]:
    """The names that only their capitals speak for and that stand where places and things do."""
    score: dict[str, int] = {}
    for one in found:
        if one.guess:
            name = book.spell(one)
            score[name] = score.get(name, 0) + _weigh_acting(tokens, one)
    return frozenset(name for name, points in score.items() if points <= 0)


def _weigh_acting(tokens: NameTokens, found: Found) -> int:
    """1 where a name stands as one who acts or is acted on, -1 where a place or thing would stand, else 0."""
    words = tokens.words
    before = words[found.first - 1].lower() if found.first and not tokens.opens(found.first) else ""
    if before == "the" and found.first > 1:
        before = words[found.first - 2].lower()
    if before == "at" and found.first > 1 and words[found.first - 2].lower() in _EMPLOYED:
        return 1
    if before in STRONG_LOCATIVES:
        return -1 if words[found.last] != "'s" else 0  # "at Capwell's office"
    if _is_followed_as_actor(words, found.last):
        return 1
    if before in LOCATIVES:
        return -1
    full = found.kind == "person" and found.name_last - found.name_first > 1
    return int(full or before in _BEFORE_PARTNERS or can_be_verb(before, ""))


_EMPLOYED = frozenset(
    """
    pilots workers staff employees engineers analysts economists strategists researchers scientists doctors nurses
    teachers lecturers lawyers managers executives bosses drivers crew miners dockers traders journalists
    """.split()
)
"""Who they are at is no place but the firm or body that they work for: "pilots at Corvair"."""
_OF_FIRMS = frozenset(
    "shares stock shareholders executives bosses spokesman spokeswoman spokesperson spokespeople".split()
)


def _is_followed_as_actor(words: Sequence[str], last: int) -> bool:
    """Whether a verb, a possessive, a title or an apposition follows a name."""
    following = words[last]
    if following == ",":
        return words[last + 1] in ("who", "whose", "which", "a", "an", "the")
    owns = following == "'s" or following in TITLES or following in _OF_FIRMS
    return owns or can_be_verb(following, words[last + 1] if following else "")


def _holds(tokens: NameTokens, book: Book, found: Found, doubtful: frozenset[str]) -> bool:
    """Whether the name is one: a word that may be ordinary needs the document to use it as a name."""
    name = book.spell(found)
    if found.entry is None and found.kind == "other" and _describes_noun(tokens, found):
        return False
    if found.entry is not None or (name not in book.things and book.find_full_name(found) != name):
        return True
    if name in book.things or name in HEADS or name in doubtful:
        return False
    return found.sure or (book.inside[name] > 1 and name.lower() not in tokens.lower)


def _describes_noun(tokens: NameTokens, found: Found) -> bool:
    """Whether a word only says of what people or age a thing is: "Sarvian opposition", "a Saxon crown"."""
    word, following = tokens.words[found.first], tokens.words[found.last]
    sorts = found.last - found.first == 1 and (word.endswith(_OF_PEOPLES) or word in _OF_AGES)
    noun = following.islower() and load_lexicon().get(following, "").startswith(("NN", "JJ"))
    return sorts and noun and not can_be_verb(following, tokens.words[found.last + 1])


_OF_PEOPLES = ("ian", "ean", "ish", "ese")
_OF_AGES = frozenset("Aztec Celtic Gothic Inca Maya Norman Roman Saxon Viking".split())


def _resolve_name(tokens: NameTokens, book: Book, found: Found) -> Named:
    """The name with whom it means."""
    spelt = book.spell(found)
    name = book.find_full_name(found)
    actor = book.actors.get(name)
    kind = actor.kind if actor else book.kinds.get(name, found.kind) if name != spelt else found.kind
    titles = set(tokens.words[found.first : found.name_first])
    female = book.female.get(name)
    if female is None and kind == "person":
        female = True if titles & FEMALE_TITLES else False if titles & MALE_TITLES else is_female(name)
    country = actor.country if actor else ""
    return Named(first=found.first, last=found.last, name=name, kind=kind, form=spelt, female=female, country=country)


# --- headings ---------------------------------------------------------------------------------------------------------


def _find_in_headings(
    tokens: NameTokens, book: Book, found: Sequence[Found], named: Sequence[Named], matches: Mapping[int, Entry]
) -> Iterator[Named]:
    """The names of the running text and of the list where they stand in lines of Title Case or capitals."""
    forms: dict[str, list[tuple[list[str], Named]]] = {}
    for one, who in zip(found, named, strict=True):
        words = tokens.words[one.name_first : one.name_last]
        if one.entry is None and not any(words == other for other, _ in forms.get(words[0].casefold(), [])):
            forms.setdefault(words[0].casefold(), []).append((words, who))
    headings = tokens.titled | tokens.shouted
    end = 0
    for position in [position for position, number in enumerate(tokens.sentence) if number in headings]:
        if position < end:
            continue
        entry = matches.get(position)
        if entry:
            last = position + len(entry.words)
            met = means_actor(tokens, position, last, entry, matches)
            if met:
                yield _resolve_name(tokens, book, met)
            end = met.last if met else last
            continue
        here = _find_same_words(tokens, position, forms)
        if here:
            yield here
            end = here.last


def _find_same_words(
    tokens: NameTokens, position: int, forms: Mapping[str, list[tuple[list[str], Named]]]
) -> Named | None:
    """The longest of `forms` that stands at `position`, in capitals too where all is in capitals."""
    shouted = tokens.sentence[position] in tokens.shouted
    best: Named | None = None
    for words, who in forms.get(tokens.words[position].casefold(), ()):
        here = tokens.words[position : position + len(words)]
        same = here == words or (shouted and [word.upper() for word in words] == here)
        if same and (best is None or len(words) > best.last - best.first):
            best = dataclasses.replace(who, first=position, last=position + len(words))
    return best
