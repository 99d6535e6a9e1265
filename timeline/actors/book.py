"""What a document says of the names in it: full names, short forms, acronyms. It lives as long as one reading."""

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.actors._names import EITHER, FEMALE_NAMES, GIVEN_NAMES, SAME_GIVEN_NAMES
from timeline.actors._words import CLUBS, FEMALE_TITLES, LEGAL_FORMS, MALE_TITLES, ORGANISED, PARTICLES, SUFFIXES
from timeline.actors.known import Actor
from timeline.actors.listed import Found
from timeline.actors.tokens import NameTokens

__all__ = ["Book", "is_female"]


def is_female(name: str) -> bool | None:
    """What a given name says of a person; None where it says nothing."""
    words = name.split(" ")
    known = words[0] in GIVEN_NAMES or words[0] in FEMALE_NAMES
    if len(words) < 2 or not known or words[0] in EITHER:
        return None
    return words[0] in FEMALE_NAMES


class Book:
    """The names of one document.

    Attributes
    ----------
    actors
        The listed actors named, by name.
    kinds
        The kind of each full name.
    female
        For people whose title tells: whether it is a woman's.
    inside
        How often each spelling stands elsewhere than at the beginning of a sentence.
    things
        Acronyms that the document introduces for something else than an actor.
    """

    def __init__(self, text: str, tokens: NameTokens, found: Sequence[Found]) -> None:
        self._text = text
        self._tokens = tokens
        self.actors: dict[str, Actor] = {}
        self.kinds: dict[str, str] = {}
        self.female: dict[str, bool] = {}
        self.inside: Counter[str] = Counter()
        self.things: set[str] = set()
        self._spelt: dict[tuple[int, int], str] = {}
        self._lengths: dict[str, int] = {}  # listed actor -> words of the longest form met
        self._surnames: dict[str, set[str]] = {}
        self._parts: dict[str, set[str]] = {}  # any other word of a person's name
        self._organisations: dict[str, tuple[str, ...]] = {}
        self._containing: dict[str, list[str]] = {}  # word -> organisations
        self._initialled: dict[str, list[str]] = {}
        self._acronyms: dict[str, set[str]] = {}
        self._merged: dict[str, str] = {}
        self._full: dict[tuple[str, str], str] = {}
        self._places: dict[str, list[int]] = {}  # full name -> where it stands
        self._bearers: dict[tuple[str, str], list[tuple[int, str]]] = {}  # surname and person -> who stands where
        for one in found:
            self._learn(one)
        self._merge_people()
        self._learn_acronyms(found)

    def spell(self, found: Found) -> str:
        """The bare name as a reader writes it: one space between words, straight apostrophes."""
        key = (found.name_first, found.name_last)
        if key not in self._spelt:
            raw = self._text[self._tokens.starts[key[0]] : self._tokens.ends[key[1] - 1]]
            self._spelt[key] = " ".join(raw.replace("’", "'").split())
        return self._spelt[key]

    def list_words(self, found: Found) -> tuple[str, ...]:
        """The words of a name without title."""
        return tuple(self._tokens.words[found.name_first : found.name_last])

    def _learn(self, found: Found) -> None:
        """Take note of a name and how it stands."""
        name = self.spell(found)
        words = self.list_words(found)
        if not self._tokens.opens(found.first):
            self.inside[name] += 1
        actor = found.entry.actor if found.entry else None
        if actor:
            name = actor.name
            self.actors[name] = actor
            self._lengths[name] = max(len(words), self._lengths.get(name, 0))
        if len(words) > 1:
            self._places.setdefault(name, []).append(found.first)
        if found.kind == "person" and (len(words) > 1 or actor):
            self._learn_person(name, words, found)
        elif found.kind in ("organisation", "government", "body") and len(words) > 1:
            self.kinds.setdefault(name, found.kind)
            if name not in self._organisations:
                self._organisations[name] = words
                self._initialled.setdefault(list_initials(words), []).append(name)
                for word in set(words):
                    self._containing.setdefault(word, []).append(name)

    def _learn_person(self, name: str, words: tuple[str, ...], found: Found) -> None:
        """Remember a person by the words of the name, and what the title tells."""
        self.kinds.setdefault(name, "person")
        titles = self._tokens.words[found.first : found.name_first]
        if titles:
            told = not FEMALE_TITLES.isdisjoint(titles), not MALE_TITLES.isdisjoint(titles)
            if told[0] != told[1]:
                self.female.setdefault(name, told[0])
        while len(words) > 1 and words[-1] in SUFFIXES | {"."}:
            words = words[:-1]
        start = len(words) - 1
        while start > 1 and (words[start - 1] in PARTICLES or words[start - 1] == "-"):
            start -= 2 if words[start - 1] == "-" else 1
        for surname in {words[-1], " ".join(words[start:])}:
            self._surnames.setdefault(surname, set()).add(name)
        for word in words[:-1]:
            if len(word) > 1 and not word.endswith(".") and word not in PARTICLES:
                self._parts.setdefault(word, set()).add(name)

    def _merge_people(self) -> None:
        """Take "Leo Varadkar" for "Leo Eric Varadkar", "Sam" for "Samuel", where only one longer name fits."""
        people = [name for name, kind in self.kinds.items() if kind == "person" and name not in self.actors]
        by_last: dict[str, list[str]] = {}
        for name in people:
            by_last.setdefault(name.split(" ")[-1], []).append(name)
        for name in people:
            words = name.split(" ")
            longer = [other for other in by_last[words[-1]] if _is_fuller(words, other.split(" "))]
            if len(words) > 1 and len(longer) == 1:
                self._merged[name] = longer[0]
        for name in people:
            letters = [part[0] for part in re.split(r"[ -]", name) if part[:1].isalpha()]
            if len(letters) > 2 and all(map(str.isupper, letters)):
                self._acronyms.setdefault("".join(letters), set()).add(self._merged.get(name, name))

    def _learn_acronyms(self, found: Sequence[Found]) -> None:
        """Remember acronyms in brackets after what they stand for."""
        words = self._tokens.words
        ending = {one.last: one for one in found}
        for position, acronym in _find_bracketed(words):
            one = ending.get(position)
            if one is not None and one.name_last - one.name_first > 1 and fits_acronym(acronym, self.list_words(one)):
                name = one.entry.actor.name if one.entry and one.entry.actor else self.spell(one)
                self._acronyms.setdefault(acronym, set()).add(name)
            elif one is None:
                self.things.add(acronym)
        self.things -= self._acronyms.keys()

    def find_full_name(self, found: Found) -> str:
        """The one longer name that this one is short for; itself if there is none or more than one."""
        name = self.spell(found)
        key = (name, found.kind)
        titles = self._tokens.words[found.first : found.name_first]
        if titles or name in ORGANISED:
            return self._find_full_name(found, name)
        if key not in self._full:
            self._full[key] = self._find_full_name(found, name)
        return self._choose_nearer(found, name, self._full[key])

    def _choose_nearer(self, found: Found, name: str, full: str) -> str:
        """Of a person and a firm called alike the one named in full last: "Hartwell Farms ... Hartwell stopped"."""
        if " " in name or self.kinds.get(full) != "person" or name not in self._surnames or full in self.actors:
            return full
        if (name, full) not in self._bearers:
            self._bearers[name, full] = self._list_bearers(name, full)
        bearers = self._bearers[name, full]
        before = bisect.bisect_left(bearers, (found.first,))
        return bearers[before - 1][1] if before else full

    def _list_bearers(self, name: str, full: str) -> list[tuple[int, str]]:
        """Where the person and the firms called `name` are named in full, in order; empty where no firm is."""
        bearing = [firm for firm in self._containing.get(name, ()) if self._organisations[firm][0] == name]
        firms = [firm for firm in bearing if self.kinds.get(firm) == "organisation"]
        bearers = (*firms, full) if firms else ()
        return sorted((place, one) for one in bearers for place in self._places.get(one, ()))

    def _find_full_name(self, found: Found, name: str) -> str:
        """The same, not yet remembered."""
        words = self.list_words(found)
        if found.entry and found.entry.actor:
            return self._find_listed_name(found.entry.actor, words)
        if name in self._merged:
            return self._merged[name]
        short = self._acronyms.get(name, ())
        if len(short) == 1:
            return next(iter(short))
        if found.kind in ("person", "other"):
            person = self._find_person(found, words)
            if person:
                return person
        return self._find_organisation(found, name, words) if found.kind != "person" else name

    def _find_listed_name(self, actor: Actor, words: tuple[str, ...]) -> str:
        """The list's name, unless a lone surname is that of another person whom the document names in full."""
        if actor.kind == "person" and len(words) == 1 and self._lengths.get(actor.name, 1) == 1:
            others = {self._merged.get(other, other) for other in self._surnames.get(words[0], ())} - {actor.name}
            if len(others) == 1:
                return next(iter(others))
        return actor.name

    def _find_person(self, found: Found, words: tuple[str, ...]) -> str:
        """The one person whose surname, else any name, this is; empty if there is none or more than one."""
        short = " ".join(words)
        if words[0].lower() in PARTICLES and len(words) > 1:  # "De Vries" opens a sentence
            short = short[0].lower() + short[1:] if short not in self._surnames else short
        for index in (self._surnames, self._parts):
            people = {self._merged.get(full, full) for full in index.get(short, ())} - {short}
            fitting = [full for full in people if self._is_gender_possible(found, full)]
            if fitting:
                return fitting[0] if len(fitting) == 1 else ""
        return ""

    def _is_gender_possible(self, found: Found, full: str) -> bool:
        """Whether the title before a short name does not speak against the person of the full name."""
        titles = self._tokens.words[found.first : found.name_first]
        theirs = self.female.get(full, is_female(full))
        if theirs is None or not titles:
            return True
        return MALE_TITLES.isdisjoint(titles) if theirs else FEMALE_TITLES.isdisjoint(titles)

    def _find_organisation(self, found: Found, name: str, words: tuple[str, ...]) -> str:
        """The one organisation whose name begins with these words, or whose head or initials they are."""
        short = strip_legal_form(words)
        size = len(short)
        containing = [full for full in self._containing.get(short[0], ()) if full != name]
        if size == 1 and short[0] in CLUBS:
            return _choose_only([full for full in containing if self._organisations[full][-1] == short[0]]) or name
        if size == 1 and short[0] in ORGANISED:  # "the Commission", but "Police" may be any
            return (_choose_only(containing) if self._tokens.words[found.first - 1] in ("the", "The") else "") or name
        if size == 1 and short[0].isupper() and len(short[0]) > 2:
            longer = self._initialled.get(short[0], [])
        else:
            named = {full: self._organisations[full] for full in containing}
            longer = [full for full, its in named.items() if its[:size] == short or (size > 1 and its[-size:] == short)]
        return (_choose_only(longer) if len(words) == size else "") or name


def _choose_only(names: Sequence[str]) -> str:
    """The one name of `names`, or the longest where it holds all the others; empty where they differ."""
    longest = max(names, key=len, default="")
    return longest if all(name in longest for name in names) else ""


def strip_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an organisation's name without its legal form.

    Examples
    --------
    >>> strip_legal_form(("Acme", "Corp", "."))
    ('Acme',)
    """
    while len(words) > 1 and (words[-1] in LEGAL_FORMS or words[-1] in (".", ",")):
        words = words[:-1]
    return words


def list_initials(words: Sequence[str]) -> str:
    """The initials of the words with a capital."""
    return "".join(word[0] for word in words if word[0].isupper())


def fits_acronym(acronym: str, words: Sequence[str]) -> bool:
    """Whether the letters of `acronym` stand in order in `words`, the first at the beginning of one.

    Examples
    --------
    >>> fits_acronym("IPCC", ("Intergovernmental", "Panel", "on", "Climate", "Change"))
    True
    >>> fits_acronym("TGA", ("Acme", "Corp"))
    False
    """
    letters = [letter for letter in acronym.upper() if letter.isalpha()]
    beginnings = [word[0].upper() for word in words if word[0].isalpha()]
    if not letters or letters[0] not in beginnings:
        return False
    rest = iter("".join(word.upper() for word in words))
    return all(letter in rest for letter in letters)


def _find_bracketed(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where a single word in capitals stands in brackets, and the word."""
    for position, word in enumerate(words):
        if word == "(" and words[position + 2 : position + 3] == [")"]:
            inner = words[position + 1]
            if len(inner) > 1 and inner[0].isupper() and inner.upper() == inner:
                yield position, inner


def _is_fuller(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether `longer` is a fuller form of a name of the same last word: with more names, or its given name in full.

    Examples
    --------
    >>> _is_fuller(["Sam", "Bright"], ["Samuel", "Bright"]), _is_fuller(["Sunny", "Rao"], ["Anil", "“Sunny”", "Rao"])
    (True, True)
    """
    plain = [word.strip("\"“”'‘’()") for word in longer]
    if len(words) == 2 and words[0] in [bare for bare, word in zip(plain, longer, strict=True) if bare != word]:
        return True
    if words[0] != longer[0]:
        alike = any(words[0] in names and longer[0] in names for names in SAME_GIVEN_NAMES)
        return alike and list(words[1:]) == list(longer[1:]) and len(words[0]) < len(longer[0])
    rest = iter(plain)
    return len(words) < len(longer) and all(word in rest for word in words)
