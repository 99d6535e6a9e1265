"""What a mention says of a disaster: what struck, what that did to people, and what it names beside.

"A crane collapsed", "five workers died" and "the tragedy at the hospital site" tell one disaster in words that have
nothing in common, so no likeness of words joins them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.events import EventMention
from timeline.events.syntax.stems import find_stem
from timeline.vocabulary import Kind, Status

__all__ = ["Calamity", "list_names", "name_others", "read_calamity", "unite"]


class Calamity(NamedTuple):
    """What a mention says of a disaster.

    Attributes
    ----------
    struck, toll
        Whether it tells what struck, and whether what that did to people.
    terms
        What it names beside them: stems, actors, figures.
    names
        The stems of the names in its title but for a word that opens it: places, mostly.
    causes
        What struck, of those that are never one another: a quake, a fire; empty where its title names none.
    grown, another
        Whether it says no more than that a toll rose, on whatever day; whether it says that it is another one.
    """

    struck: bool
    toll: bool
    terms: frozenset[str]
    names: frozenset[str]
    causes: frozenset[str] = frozenset()
    grown: bool = False
    another: bool = False

    def may_be(self, other: "Calamity") -> bool:
        """Whether no names tell two disasters apart."""
        mine, yours = self.names | self.terms, other.names | other.terms
        return not (self.names and other.names) or bool(self.names & yours or other.names & mine)


def unite(calamities: Sequence[Calamity]) -> Calamity:
    """All that several mentions say of one disaster."""
    return Calamity(
        struck=any(c.struck for c in calamities),
        toll=any(c.toll for c in calamities),
        terms=frozenset().union(*(c.terms for c in calamities)),
        names=frozenset().union(*(c.names for c in calamities)),
        causes=frozenset().union(*(c.causes for c in calamities)),
        grown=all(c.grown for c in calamities),
    )


_CAUSES = {
    "quake": "earthquake quake tremor temblor tsunami",
    "fire": "fire wildfire bushfire blaze inferno explosion blast crash collision derailment sinking",
    "storm": "flood storm hurricane cyclone typhoon tornado mudslide landslide",
    "slide": "avalanche slide rockslide landslide snowslide",
    "eruption": "eruption",
    "attack": "attack shooting stabbing massacre rampage bombing ambush explosion blast",
    "": "collapse accident disaster tragedy catastrophe",
}
"""Words for what strikes; those of one line may tell one disaster, as "blast" and "fire" do."""

_NOUN = r"(?:wall|slab) of (?:snow|water|mud)|snow slab|" + "|".join(" ".join(_CAUSES.values()).split())
_STRUCK = re.compile(rf"(?:[\w-]+ ){{0,3}}(?:{_NOUN})(?: (?P<next>[\w-]+)|$)", re.IGNORECASE)
_AFTER_NAME = frozenset("of in at on near above off that which has had was is and".split())
_STRIKING = frozenset("explode erupt derail sink capsize detonate topple blow".split())
_FALLING = frozenset("crash collapse fall come give buckle tip overturn plunge".split())
_STANDING = re.compile(
    r"(?:[\w-]+ ){0,3}(?:crane|bridge|roof|wall|building|tower|mast|scaffold(?:ing)?|plane|jet|airliner|helicopter"
    r"|vehicle|train|bus|coach|ceiling|dam|mine|pylon|statue|stand|block)\b",
    re.IGNORECASE,
)
_ATTACKING = frozenset("shoot stab bomb attack fire ambush slay gun".split())
_LASTING = frozenset("outbreak epidemic pandemic drought famine evacuation blackout outage spill evacuate".split())
_HARMING = frozenset("die kill perish drown injure wound hurt maim".split())
_LEAVING = frozenset("leave claim cost take lose".split())
_HARMED = re.compile(r"\b(?:dead|hurt|injured|wounded|lives)\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:second|third|another|similar|separate|smaller|earlier|previous|aftershocks?)\b", re.IGNORECASE
)
_NOBODY = re.compile(r"\b(?:nobody|no one)\b", re.IGNORECASE)
_GROWN = re.compile(
    r"(?:(?:death )?toll|deaths|(?:the )?number of (?:\w+ ){0,2}(?:killed|dead|deaths|injured|victims)\b.{0,40}?) "
    r"(?:has |had |have )?(?:rose|risen|rises?|climb\w*|reach\w*|jump\w*|grow\w*|grew|increas\w*|pass\w*|stands|stood)",
    re.IGNORECASE,
)
_SAID_OF_ANY = frozenset("peopl person dead kill die injur hurt wound victim toll live leav death least".split())


def read_calamity(mention: EventMention) -> Calamity | None:
    """What `mention` says of a disaster; None where it tells none, or somebody named did it."""
    named = mention.agent and mention.agent in mention.actors
    if mention.status != Status.HAPPENED or named or _NOBODY.search(mention.title):
        return None
    struck, grown = _tells_what_struck(mention), _GROWN.match(mention.title) is not None
    if not (toll := grown or _tells_toll(mention)) and not struck:
        return None
    title = mention.title
    return Calamity(
        struck, toll, _list_terms(mention), list_names(title), _list_causes(title), grown, bool(_ANOTHER.search(title))
    )


def _list_causes(title: str) -> frozenset[str]:
    words = {word.removesuffix("s") for word in re.findall(r"[^\W\d_]+", title.lower())}
    return frozenset([cause for cause, names in _CAUSES.items() if cause and not words.isdisjoint(names.split())])


def _tells_what_struck(mention: EventMention) -> bool:
    """Whether a disaster is named or does something: "An explosion tore through the plant", "The plant exploded"."""
    if mention.lemma in _FALLING and _is_what_falls(mention):
        return True
    if mention.lemma in _ATTACKING:
        return mention.kind in (Kind.CONFLICT, Kind.CRIME)
    if mention.agent or mention.lemma in _LASTING:
        return False
    if mention.lemma in _STRIKING:
        return True
    opening = _STRUCK.match(mention.title)
    return opening is not None and _names_no_other(mention, opening["next"] or "")


def _is_what_falls(mention: EventMention) -> bool:
    """Whether it is no market or government that falls."""
    return mention.kind == Kind.DISASTER or _STANDING.match(mention.title) is not None


def _names_no_other(mention: EventMention, following: str) -> bool:
    """Whether what follows a disaster's name goes on to say what it did: "avalanche service" is none."""
    trigger = mention.quote[mention.trigger_start - mention.start : mention.trigger_end - mention.start].lower()
    return not following or following.lower() in _AFTER_NAME or following.lower() in trigger.split()


def _tells_toll(mention: EventMention) -> bool:
    """Whether it tells who was harmed."""
    return mention.lemma in _HARMING or (mention.lemma in _LEAVING and bool(_HARMED.search(mention.title)))


def _list_terms(mention: EventMention) -> frozenset[str]:
    return (mention.words - _SAID_OF_ANY - {mention.lemma}).union(mention.actors, mention.numbers)


def list_names(title: str) -> frozenset[str]:
    """The stems of the names in a title but for a word that opens it; none where all words are written like names."""
    words = re.findall(r"[^\W\d_][\w'’-]*", title)[1:]
    if all(word[0].isupper() for word in words if len(word) > len("the")):
        return frozenset()
    return frozenset(find_stem(re.sub(r"['’]s?$", "", word).lower(), "NNP") for word in words if word[0].isupper())


def name_others(mine: frozenset[str], yours: frozenset[str]) -> bool:
    """Whether both name some, and none alike: places, causes, figures."""
    return bool(mine and yours) and mine.isdisjoint(yours)
