"""Two journeys -> whether others made them: to one place many travel, and where they go joins nothing.

"Gov. Roth visited Harl", "a group that travelled to Harl" and "people who plan to visit Harl" are three.
"""

from typing import Final

from timeline.merge.compared import ComparedMention

__all__ = ["are_made_by_others", "share_place_alone"]

_JOURNEYS: Final = frozenset("visit travel trip tour return fly journey commute".split())

_OFFICES: Final = frozenset(
    "president minister premier chancellor secretary king queen prince princess pope governor mayor senator"
    " ambassador envoy commissioner director chairman chairwoman chair chief head leader".split()
)
"""Who is called by one of these may be who another text names."""


def are_made_by_others(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether a name travels in one of two journeys, and in the other somebody else or people without a name."""
    if not _are_journeys(a, b):
        return False
    return _is_named_and_apart(a, b) or _is_named_and_apart(b, a)


def share_place_alone(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether two journeys have neither who travels nor a word in common: what is left is where to."""
    same_agent = bool(a.agent) and (a.agent in b.company or a.agent == b.agent)
    shared = same_agent or (bool(b.agent) and b.agent in a.company)
    return _are_journeys(a, b) and not shared and a.own_words.isdisjoint(b.own_words)


def _are_journeys(a: ComparedMention, b: ComparedMention) -> bool:
    return a.original.lemma in _JOURNEYS and b.original.lemma in _JOURNEYS


def _is_named_and_apart(named: ComparedMention, other: ComparedMention) -> bool:
    """Whether one names who travels, and it is not who travels in the other."""
    if named.agent not in named.actors or named.agent in other.company:
        return False
    if other.agent in other.actors:
        return other.agent not in named.company
    traveller = _find_traveller(other)
    return bool(traveller) and _OFFICES.isdisjoint(traveller)


def _find_traveller(mention: ComparedMention) -> list[str]:
    """The words for who travels: of the agent, else those of the title before the trigger; none for "the visit"."""
    told = mention.original
    if mention.agent:
        return mention.agent.casefold().split()
    trigger = told.quote[told.trigger_start - told.start : told.trigger_end - told.start].split()[:1]
    before, found, _ = told.title.partition(trigger[0] if trigger else "")
    return before.casefold().split() if found else []
