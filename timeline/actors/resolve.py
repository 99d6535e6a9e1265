"""Names found -> who each of them means within its document.

A surname means the one person whose full name the document gives, an acronym the name it was introduced with, a short
form the one company that begins with it. It refuses to look beyond the document: that is `fold`.
"""

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.actors._lexicon import lexicon
from timeline.actors._words import (
    FEMALE_TITLES,
    LEGAL_FORMS,
    MALE_TITLES,
    PARTICLES,
    STRONG_LOCATIVES,
    SUFFIXES,
)
from timeline.actors.known import Entry
from timeline.actors.listed import Found, means_actor
from timeline.actors.tokens import Tokens

__all__ = ["Named", "bare_words", "resolve"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name with whom it means: `first` and `last` word of it, the actor's name here and its kind."""

    first: int
    last: int
    name: str
    kind: str
    form: str
    country: str = ""
    female: bool | None = None
    inferred: bool = False


def bare_words(tokens: Tokens, found: Found) -> tuple[str, ...]:
    """The words of a name without title, and without the stop that ends no abbreviation."""
    return tuple(tokens.words[found.name_first : found.name_last])


def resolve(text: str, tokens: Tokens, found: Sequence[Found], matches: Mapping[int, Entry]) -> list[Named]:
    """Every name of `found` that holds, with whom it means, and those in headings, in order."""
    book = _Book(text=text, tokens=tokens)
    for one in found:
        book.learn(one)
    book.learn_acronyms(found)
    kept = [one for one in found if book.holds(one)]
    named = [book.name(one) for one in kept]
    named += book.in_headings(kept, named, matches)
    return sorted(named, key=lambda one: one.first)


def _strip_forms(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an organisation's name without its legal form: "Acme" of "Acme Corp."."""
    while len(words) > 1 and (words[-1] in LEGAL_FORMS or words[-1] in (".", ",")):
        words = words[:-1]
    return words


def _fits_acronym(acronym: str, words: Sequence[str]) -> bool:
    """Whether the letters of `acronym` are initials of `words` in order, or at least its first letter is."""
    letters = [letter for letter in acronym.upper() if letter.isalpha()]
    initials = [word[0].upper() for word in words if word[0].isalpha()]
    if not letters or not initials:
        return False
    rest = iter("".join(word.upper() for word in words))
    return letters[0] in initials and (len(letters) < 3 or all(letter in rest for letter in letters))


class _Book:
    """What a document says of the names in it. Lives as long as one call of `resolve`."""

    def __init__(self, *, text: str, tokens: Tokens) -> None:
        self.text = text
        self.tokens = tokens
        self.full: dict[str, dict[str, Found]] = {}  # surname -> full name -> its first mention
        self.organisations: dict[str, dict[str, Found]] = {}  # first word -> full name
        self.acronyms: dict[str, set[str]] = {}
        self.kinds: dict[str, str] = {}
        self.entries: dict[str, Entry] = {}
        self.counts: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()  # not opening a sentence
        self.located: Counter[str] = Counter()
        self.listed: dict[str, set[int]] = {}  # listed person -> lengths of the forms met

    def spell(self, found: Found) -> str:
        """The bare name as a reader writes it: one space between words, straight apostrophes."""
        tokens = self.tokens
        last = found.name_last
        raw = self.text[tokens.starts[found.name_first] : tokens.ends[last - 1]]
        return " ".join(raw.replace("’", "'").split())

    def learn(self, found: Found) -> None:
        """Take note of a name and how it stands."""
        name = self.spell(found)
        words = bare_words(self.tokens, found)
        self.counts[name] += 1
        if not self.tokens.opens(found.first):
            self.inside[name] += 1
        if self._is_located(found):
            self.located[name] += 1
        if found.entry and found.entry.actor:
            actor = found.entry.actor
            name = actor.name
            self.entries[name] = found.entry
            self.listed.setdefault(name, set()).add(len(words))
        if found.kind == "person" and len(words) > 1:
            self._learn_person(name, words, found)
        elif found.kind in ("organisation", "government", "body") and len(words) > 1 and found.entry is None:
            self.organisations.setdefault(words[0], {}).setdefault(name, found)

    def _learn_person(self, name: str, words: tuple[str, ...], found: Found) -> None:
        """Remember a full name by its surname, with and without particles."""
        while len(words) > 2 and words[-1] in SUFFIXES | {"."}:
            words = words[:-1]
        start = len(words) - 1
        self.full.setdefault(words[start], {}).setdefault(name, found)
        while start > 1 and (words[start - 1] in PARTICLES or words[start - 1] == "-"):
            start -= 1
        if start < len(words) - 1:
            self.full.setdefault(" ".join(words[start:]), {}).setdefault(name, found)
        if found.entry and found.entry.actor and self._surname_first(found.entry):
            self.full.setdefault(words[0], {}).setdefault(name, found)

    @staticmethod
    def _surname_first(entry: Entry) -> bool:
        """Whether the actor's country writes the surname first: "Mr. Li" is Li Qiang."""
        return entry.actor is not None and entry.actor.country in ("China", "South Korea", "North Korea", "Taiwan", "Vietnam")

    def _is_located(self, found: Found) -> bool:
        """Whether the name stands where a place would: after "in" or "at"."""
        position = found.first - 1
        while position > 0 and self.tokens.words[position] in ("the", "central", "northern", "southern", "eastern", "western"):
            position -= 1
        return position >= 0 and self.tokens.words[position].lower() in STRONG_LOCATIVES

    def learn_acronyms(self, found: Sequence[Found]) -> None:
        """Remember acronyms in brackets after the name they stand for."""
        words = self.tokens.words
        for one in found:
            if words[one.last] == "(" and words[one.last + 2 : one.last + 3] == [")"]:
                acronym = words[one.last + 1]
                if len(acronym) > 1 and acronym[0].isupper() and acronym.upper() == acronym:
                    if _fits_acronym(acronym, bare_words(self.tokens, one)) and one.name_last - one.name_first > 1:
                        self.acronyms.setdefault(acronym, set()).add(self._own_name(one))

    def _own_name(self, found: Found) -> str:
        """The list's name, else the name as spelt."""
        return found.entry.actor.name if found.entry and found.entry.actor else self.spell(found)

    def holds(self, found: Found) -> bool:
        """Whether the name is one: a word that may be ordinary needs the document to use it as a name."""
        if found.entry is not None:
            return True
        name = self.spell(found)
        if found.kind == "other" and self.located[name] * 2 >= self.counts[name]:
            return False
        if found.sure or self._full_name(found) != name or name in self.acronyms:
            return True
        return self.inside[name] > 1 and name.lower() not in self.tokens.lower

    def _full_name(self, found: Found) -> str:
        """The one longer name that this one is short for; itself if there is none or more than one."""
        name = self.spell(found)
        words = bare_words(self.tokens, found)
        if found.entry is not None:
            return self._listed_name(found, words)
        if len(self.acronyms.get(name, ())) == 1:
            return next(iter(self.acronyms[name]))
        if found.kind in ("person", "other"):
            people = self.full.get(" ".join(words)) or {}
            fitting = [full for full in people if full != name and self._gender_fits(found, people[full])]
            if len(fitting) == 1 and name not in people:
                return fitting[0]
        short = _strip_forms(words)
        longer = [
            full
            for full, other in self.organisations.get(words[0], {}).items()
            if full != name and bare_words(self.tokens, other)[: len(short)] == short and found.kind != "person"
        ]
        return longer[0] if len(longer) == 1 and len(words) == len(short) else name

    def _listed_name(self, found: Found, words: tuple[str, ...]) -> str:
        """The list's name, unless a lone surname is that of another person whom the document names in full."""
        actor = found.entry.actor if found.entry else None
        if actor is None:
            return self.spell(found)
        others = [full for full in self.full.get(words[-1], {}) if full != actor.name]
        if actor.kind == "person" and len(words) == 1 and len(others) == 1 and max(self.listed[actor.name]) == 1:
            return others[0]
        return actor.name

    def _gender_fits(self, found: Found, full: Found) -> bool:
        """Whether the title before a surname does not speak against the person of the full name."""
        mine, theirs = self._female(found), self._female(full)
        return mine is None or theirs is None or mine == theirs

    def _female(self, found: Found) -> bool | None:
        """What title or given name say of a person."""
        words = set(self.tokens.words[found.first : found.name_first])
        if words & FEMALE_TITLES:
            return True
        if words & MALE_TITLES:
            return False
        from timeline.actors._names import FEMALE_NAMES, GIVEN_NAMES

        given = self.tokens.words[found.name_first]
        if found.name_last - found.name_first < 2 or given not in GIVEN_NAMES | FEMALE_NAMES:
            return None
        return given in FEMALE_NAMES

    def name(self, found: Found) -> Named:
        """The name with whom it means."""
        name = self._full_name(found)
        entry = self.entries.get(name) or (found.entry if found.entry and found.entry.actor and found.entry.actor.name == name else None)
        kind = found.kind
        if entry and entry.actor:
            kind = entry.actor.kind
        elif name != self.spell(found):
            kind = self._kind_of(name, kind)
        full = self.full.get(name.split(" ")[-1], {}).get(name)
        female = self._female(full or found)
        country = entry.actor.country if entry and entry.actor else ""
        return Named(
            first=found.first, last=found.last, name=name, kind=kind, form=self.spell(found), female=female, country=country
        )

    def _kind_of(self, name: str, otherwise: str) -> str:
        """The kind of the full name in this document."""
        for group in (*self.full.values(), *self.organisations.values()):
            if name in group:
                return group[name].kind
        return otherwise

    def in_headings(self, found: Sequence[Found], named: Sequence[Named], matches: Mapping[int, Entry]) -> list[Named]:
        """The names of the running text and of the list where they stand in lines of Title Case or capitals."""
        tokens = self.tokens
        if not tokens.titled and not tokens.shouted:
            return []
        forms: dict[str, list[tuple[tuple[str, ...], Named]]] = {}
        for one, who in zip(found, named, strict=True):
            words = bare_words(tokens, one)
            if one.entry is None:
                forms.setdefault(words[0].casefold(), []).append((words, who))
        result: list[Named] = []
        position = 0
        while position < len(tokens):
            number = tokens.sentence[position]
            step = 1
            if number in tokens.titled or number in tokens.shouted:
                here = self._heading_name(position, forms, matches, shouted=number in tokens.shouted)
                if here:
                    result.append(here)
                    step = here.last - position
            position += max(1, step)
        return result

    def _heading_name(
        self,
        position: int,
        forms: Mapping[str, list[tuple[tuple[str, ...], Named]]],
        matches: Mapping[int, Entry],
        *,
        shouted: bool,
    ) -> Named | None:
        """The name that begins at `position` of a heading."""
        tokens = self.tokens
        entry = matches.get(position)
        if entry:
            last = position + len(entry.words)
            met = means_actor(tokens, position, last, entry, matches)
            return self.name(met) if met else None
        best = None
        for words, who in forms.get(tokens.words[position].casefold(), ()):
            here = tuple(tokens.words[position : position + len(words)])
            same = here == words or (shouted and tuple(map(str.upper, words)) == here)
            if same and (best is None or len(words) > best.last - best.first):
                best = dataclasses.replace(who, first=position, last=position + len(words))
        return best
