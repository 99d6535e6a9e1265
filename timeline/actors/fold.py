"""The names of all documents -> one actor each.

What comes in are the mentions of each document; what goes out is whom each name means across the briefing. It refuses
to guess: a name goes straight to the one fuller name that it can stand for, never by way of a third, and stays by
itself where two would fit. The order of the documents changes nothing.
"""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.actors._lexicon import load_lexicon
from timeline.actors._words import FEMALE_TITLES, FIRM_ENDINGS, GOVERNMENT_WORDS, LEGAL_FORMS, MALE_TITLES, SUFFIXES
from timeline.actors.book import is_female
from timeline.actors.known import Actor, ActorList, is_place_name, leaves_country_out
from timeline.actors.mention import ActorMention
from timeline.actors.tokens import split_name_words

__all__ = ["Folding", "fold_actors"]

_LINKS = frozenset(["the", "of", "and", "for", "'s", "de", "du"])
_SPELLINGS = {
    "defense": "defence",
    "organization": "organisation",
    "center": "centre",
    "labor": "labour",
    "programme": "program",
}
_SAME_FORMS = {
    "corporation": "corp", "incorporated": "inc", "limited": "ltd", "company": "co", "cos": "co", "gmbh": "gmbh",
}  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Folding:
    """What the names of each document mean across the briefing.

    `names` maps (document id, name within the document) to the actor's name; `actors` lists every actor with the
    other forms it was met in as aliases.
    """

    names: Mapping[tuple[str, str], str]
    actors: tuple[Actor, ...]


@dataclasses.dataclass(slots=True)
class _Name:
    """What the briefing says of one name: its kinds, bare forms and whole texts, counted."""

    kinds: Counter[str] = dataclasses.field(default_factory=Counter)
    forms: Counter[str] = dataclasses.field(default_factory=Counter)
    texts: Counter[str] = dataclasses.field(default_factory=Counter)

    @property
    def kind(self) -> str:
        """The commonest kind, a stated one before "other"."""
        return max(self.kinds, key=lambda kind: (kind != "other", self.kinds[kind], kind))


def fold_actors(mentions: Mapping[str, Sequence[ActorMention]], known: ActorList) -> Folding:
    """One actor for each set of names that mean the same across documents; `mentions` by document id.

    A name of the list wins; else the longest full form, in its most frequent spelling that is not all capitals.

    Examples
    --------
    >>> from timeline.actors import find_actors, read_actor_list
    >>> known = read_actor_list()
    >>> texts = {"a": "ACME Corp. sued Bo Lund.", "b": "Acme Corp. thanked Mr. Lund.", "c": "Then Lund left Acme."}
    >>> folding = fold_actors({name: find_actors(text, known) for name, text in texts.items()}, known)
    >>> [(actor.name, actor.aliases) for actor in folding.actors]
    [('Acme Corp.', ('ACME Corp.', 'Acme')), ('Bo Lund', ('Lund', 'Mr. Lund'))]
    """
    names: dict[str, _Name] = {}
    for document in mentions:
        for mention in mentions[document]:
            one = names.setdefault(mention.name, _Name())
            one.kinds[mention.kind] += 1
            if not mention.inferred:
                one.forms[mention.form or mention.name] += 1
                one.texts[" ".join(mention.text.replace("’", "'").split())] += 1
    names = {name: names[name] for name in sorted(names)}
    target = _choose_targets(names, known)
    folded = {(document, one.name): target[one.name] for document in sorted(mentions) for one in mentions[document]}
    return Folding(names=folded, actors=_make_actors(names, target, known))


def _choose_targets(names: Mapping[str, _Name], known: ActorList) -> dict[str, str]:
    """The actor's name for each name: equal names first, then short ones."""
    places = _list_places(known)
    groups: dict[tuple[str, ...], list[str]] = {}
    for name, one in names.items():
        groups.setdefault(_make_key(name, one.kind, places), []).append(name)
    for key, name in _find_listed_keys(groups, known, places):
        groups[key].append(name)
    target: dict[str, str] = {}
    for key in sorted(groups):
        for cluster in _part_group(groups[key], names, known):
            target.update(dict.fromkeys(cluster, _choose_display(cluster, names, known)))
    fuller = _find_fuller(names, target, known)
    return {name: fuller.get(target[name], target[name]) for name in names}


# --- equal names ------------------------------------------------------------------------------------------------------


def _make_key(name: str, kind: str, places: Mapping[str, str]) -> tuple[str, ...]:
    """What tells a name from others: its words in lower case, without legal form, articles and marks.

    Of an office of state the order does not count, and an adjective counts as its country: "Ukrainian Defence Ministry"
    is "Ministry of Defense of Ukraine".
    """
    words = [word for word in split_name_words(name) if word[0].isalnum()]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    plain = [word.casefold().rstrip(".") for word in words]
    if kind == "government" and not GOVERNMENT_WORDS.isdisjoint(words):
        offices = {places.get(word, word.casefold()) for word in words} - _LINKS
        return "*", *sorted(_SPELLINGS.get(word, word) for word in offices)
    return tuple(word for word in plain if word not in ("the", "'s")) or (name,)


def _list_places(known: ActorList) -> dict[str, str]:
    """The country of each adjective and one-word name of a country, in lower case."""
    return {
        word: actor.name.casefold()
        for actor in known.actors
        if actor.kind == "country"
        for word in (actor.name, *actor.adjectives, *actor.aliases)
    }


def _find_listed_keys(
    groups: Mapping[tuple[str, ...], Sequence[str]], known: ActorList, places: Mapping[str, str]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The keys of `groups` that the list knows under another name, with its name: "Nvidia Inc." is Nvidia."""
    done: set[tuple[str, ...]] = set()
    for actor in known.actors:
        for name in (actor.name, *actor.aliases):
            if leaves_country_out(actor, split_name_words(name)):
                continue  # that it means this body is known of each document by itself
            key = _make_key(name, actor.kind, places)
            if key in groups and key not in done and (len(key) > 1 or len(key[0]) > 3):
                done.add(key)
                if actor.name not in groups[key]:
                    yield key, actor.name


def _part_group(group: Sequence[str], names: Mapping[str, _Name], known: ActorList) -> Iterable[list[str]]:
    """The names of one key, parted where they are of unlike kinds or legal forms: "Acme Inc." is not "Acme Ltd"."""
    listed = [name for name in group if name in known.by_name]
    people = [name for name in group if _find_kind(name, names, known) == "person"]
    if people and len(people) < len(group):
        others = [name for name in group if name not in people]
        if any(_find_kind(name, names, known) != "other" for name in others):
            return [people, others]
    forms = {name: _find_legal_form(name) for name in group}
    if listed or len({form for form in forms.values() if form}) < 2:
        return [list(group)]
    return [[name for name in group if forms[name] == form] for form in sorted(set(forms.values()))]


def _find_kind(name: str, names: Mapping[str, _Name], known: ActorList) -> str:
    """The kind of a name, as the list or the documents have it."""
    return known.by_name[name].kind if name in known.by_name else names[name].kind


def _find_legal_form(name: str) -> str:
    """The legal form a name ends in, its long and short spelling alike; empty for none."""
    words = [word for word in split_name_words(name) if word[0].isalnum()]
    if len(words) < 2 or words[-1] not in LEGAL_FORMS:
        return ""
    return _SAME_FORMS.get(words[-1].casefold(), words[-1].casefold())


def _choose_display(cluster: Sequence[str], names: Mapping[str, _Name], known: ActorList) -> str:
    """The list's name, else the longest full form in its most frequent spelling that is not all capitals."""
    listed = [name for name in cluster if name in known.by_name]
    if listed:
        return listed[0]
    spelt: Counter[str] = Counter(dict.fromkeys(cluster, 0))
    for name in cluster:
        spelt[name] += sum(names[name].forms.values())
    most = max(_count_words(name) for name in cluster)
    full = [name for name in cluster if _count_words(name) == most]
    return max(full, key=lambda name: (not _is_shouted(name), spelt[name], name))


def _count_words(name: str) -> int:
    """How many words a name has; a possessive counts for none, so "Ministry of Trade of Peru" is the fullest."""
    return sum(word != "'s" for word in split_name_words(name))


def _is_shouted(name: str) -> bool:
    """Whether the telling words of a name are all in capitals, as "NVIDIA" or "ACME Corp."."""
    words = [word for word in name.split() if word.strip(".") not in LEGAL_FORMS]
    return bool(words) and all(word.isupper() for word in words)


# --- short names ------------------------------------------------------------------------------------------------------


def _find_fuller(names: Mapping[str, _Name], target: Mapping[str, str], known: ActorList) -> dict[str, str]:
    """The one fuller name that a short one stands for: a surname, an acronym, a name without its middle."""
    people = sorted(
        {shown for name, shown in target.items() if name in names and _find_kind(name, names, known) == "person"}
    )
    stands_for = _list_short_forms(names, target, known, people)
    by_ends: dict[tuple[str, str], list[str]] = {}
    for shown in people:
        by_ends.setdefault(_ends(shown), []).append(shown)
    result: dict[str, str] = {}
    shown_names = {target[name] for name in names}
    of_place: dict[str, list[str]] = {}  # "Supreme Court" -> "Supreme Court of Norwick"
    for shown in sorted(shown_names):
        of_place.setdefault(shown.partition(" of ")[0], []).append(shown)
    for shown in sorted(shown_names - known.by_name.keys()):
        if " " in shown:
            longer = [other for other in by_ends.get(_ends(shown), ()) if _holds_name(shown, other)]
            longer += [f"{nation} {shown}" for nation in _NATIONS if f"{nation} {shown}" in shown_names]
            longer += [other for other in of_place.get(shown, ()) if names[shown].kind == "government"]
        else:
            longer = [other for other in stands_for.get(shown, ()) if _may_mean(names.get(shown), other, known, names)]
        if len(set(longer) - {shown}) == 1:
            result[shown] = next(iter(set(longer) - {shown}))
    return {short: full for short, full in result.items() if full not in result}


_NATIONS = ("U.S.", "US", "UK", "EU")
"""What a paper leaves out of the name of a body of its own country: "Army Corps of Engineers"."""


def _list_short_forms(
    names: Mapping[str, _Name], target: Mapping[str, str], known: ActorList, people: Sequence[str]
) -> dict[str, set[str]]:
    """Whom one word may stand for: a surname, an acronym, a firm's name without its trade."""
    stands_for: dict[str, set[str]] = {}
    for shown in people:
        if len(shown.split()) > 1:
            stands_for.setdefault(_find_surname(shown), set()).add(shown)
    for name, one in names.items():
        for form in one.forms:
            if form.isupper() and form != name and " " not in form:
                stands_for.setdefault(form, set()).add(target[name])
        if _find_kind(name, names, known) == "organisation" and (short := _find_firm(target[name])):
            stands_for.setdefault(short, set()).add(target[name])
    return stands_for


def _find_firm(name: str) -> str:
    """The one word that a firm goes by, without what says its trade: Hollins for Hollins Capital; empty for none."""
    words = [word for word in split_name_words(name) if word[0].isalnum()]
    plain = not words or words[0].lower() in load_lexicon() or is_place_name(words[0])
    return words[0] if len(words) > 1 and not plain and FIRM_ENDINGS.issuperset(words[1:]) else ""


def _find_surname(name: str) -> str:
    """The last word of a person's name, "Jr." aside."""
    words = [word for word in name.split() if word.rstrip(".") not in SUFFIXES]
    return words[-1] if words else name


def _ends(name: str) -> tuple[str, str]:
    """The first and the last word of a name."""
    words = name.split()
    return words[0], words[-1]


def _holds_name(short: str, full: str) -> bool:
    """Whether `full` is `short` with more names in the middle: "Leo Varadkar" and "Leo Eric Varadkar"."""
    few, many = short.split(), full.split()
    rest = iter(many)
    return len(few) < len(many) and all(word in rest for word in few)


def _may_mean(short: _Name | None, full: str, known: ActorList, names: Mapping[str, _Name]) -> bool:
    """Whether kind and titles let a short name mean the fuller one."""
    if short is None:
        return True
    kind = known.by_name[full].kind if full in known.by_name else names[full].kind if full in names else "other"
    if kind == "person" and short.kind not in ("person", "other"):
        return False
    if kind != "person" and short.kind == "person":
        return False
    female = is_female(full)
    titles = {word.rstrip(".") for text in short.texts for word in text.split()[:-1]}
    if female is None:
        return True
    return titles.isdisjoint(MALE_TITLES if female else FEMALE_TITLES)


# --- the actors -------------------------------------------------------------------------------------------------------


def _make_actors(names: Mapping[str, _Name], target: Mapping[str, str], known: ActorList) -> tuple[Actor, ...]:
    """Every actor met, with the other forms it was met in, by name."""
    met: dict[str, set[str]] = {}
    kinds: dict[str, _Name] = {}
    for name, one in names.items():
        met.setdefault(target[name], set()).update(one.forms, one.texts, [name])
        kinds.setdefault(target[name], _Name()).kinds.update(one.kinds)
    return tuple(
        Actor(
            name=shown,
            kind=known.by_name[shown].kind if shown in known.by_name else kinds[shown].kind,
            aliases=tuple(sorted(met[shown] - {shown})),
        )
        for shown in sorted(met)
    )
