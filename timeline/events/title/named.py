"""The words of a title -> whether they say by themselves whom or what they mean: a name, a role, a thing."""

from collections.abc import Sequence

from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.noun_phrases import can_act
from timeline.events.syntax.tokens import Token
from timeline.events.title.behind_aside import ONE_BODY
from timeline.events.words import kinds, nouns, roles, tagset

__all__ = ["POINTING", "SPEAKERS", "counts_nobody", "is_named", "is_of_nobody", "is_of_unnamed"]

POINTING = frozenset("this that these those such both each another one which whose there".split())
"""As a subject they say nothing of whom or what they stand for."""

_OPENERS = frozenset(("PRP", "WP", "WDT", "WP$", "WRB", "EX", "DATE", "IN", "TO"))
_QUANTIFIERS = frozenset("both each another one".split())
_POINTERS = frozenset("the this that these those such".split())
SPEAKERS = frozenset("i we us our my me you your".split())
"""The writer of a text and its reader."""
_ALONE = frozenset("first second third fourth fifth sixth last others rest latter former".split())
_WHO = frozenset(("WP", "WDT", "WP$", "WRB", "IN"))


def is_named(  # noqa: PLR0911 one return a rule
    tokens: Sequence[Token], subject: Sequence[int]
) -> bool:
    """Whether a subject says by itself whom or what it means."""
    first, before = tokens[subject[0]], tokens[subject[0] - 1].low if subject[0] else ""
    if first.actor is not None and first.tag in ("PRP", "PRP$", "NNP"):
        return True
    if first.low in _ROUGHLY and [tokens[i].tag for i in subject[1:2]] == ["CD"] and subject[2:]:
        return is_named(tokens, subject[1:])  # "about 2,000 nurses marched"
    if first.tag in _OPENERS or first.tag in ("PRP$", "VBD", "VBZ", "VBP", "MD"):
        return False
    acts = any(tokens[i].tag in tagset.FINITE for i in subject) and all(tokens[i].tag not in _WHO for i in subject)
    acts = acts or tokens[subject[-1]].tag == "CC"
    if acts or any(tokens[i].low in SPEAKERS for i in subject):
        return False  # "the budget he will send will cut", "most of us have been exposed"
    alone = len(subject) == 1
    if alone and (first.low in _FEELINGS or _is_of_hour(tokens, subject[0])):
        return False
    if (alone and first.low in _ALONE) or (first.low in POINTING and (alone or first.low not in _QUANTIFIERS)):
        return False
    opens = subject[0] < 2 or tokens[subject[0] - 2].tag in tagset.BREAKS  # and so no "that" that says something
    this = before in POINTING and (opens or tokens[subject[0] - 1].tag == "DT")
    points = this or first.low in nouns.POINTING_BACK or first.tag == "CD"
    if alone and before in _POINTERS and points:
        return False  # "the decision took employees by surprise", "the five were freed": which?
    if first.tag == "CD" and before == "the" and tokens[subject[-1]].low in _SIDES:
        return False  # "the two companies were in talks": which two?
    counts = all(tokens[i].tag != "IN" for i in subject)  # "13 were hurt", but "nine in 10": of whom?
    return any(tokens[i].tag in (*tagset.NOUNS, "PRP") or (counts and tokens[i].tag == "CD") for i in subject)


_SIDES = frozenset(
    "bodies companies countries firms governments groups leaders men nations parties sides women".split()
)
_ROUGHLY = frozenset("about around over under roughly nearly almost".split())

_FEELINGS = frozenset(
    "anger anxiety concern concerns doubts fear fears hope hopes optimism panic pessimism speculation worries".split()
)
"""As a subject by themselves they say of nobody: "concern sent shares plunging"."""


def _is_of_hour(tokens: Sequence[Token], i: int) -> bool:
    """Whether a place is only where what an hour names goes: "the 17:42 from Lund hit a lorry"."""
    return i > 1 and tokens[i - 1].low in ("from", "to") and tokens[i - 2].date is not None and not tokens[i - 2].dates


def is_of_unnamed(tokens: Sequence[Token], subject: Sequence[int]) -> bool:
    """Whether a subject is of somebody it does not name: "delay in her husband's treatment"."""
    owner = next((n for n, i in enumerate(subject) if n and tokens[i].low in ("his", "her")), 0)
    if not owner or tokens[subject[owner]].tag != "PRP$" or tokens[subject[owner]].actor is not None:
        return False
    return not any(tokens[i].tag == "NNP" or can_act(tokens[i]) for i in subject[:owner])


def is_of_nobody(tokens: Sequence[Token], words: Sequence[int]) -> bool:
    """Whether "him" or "her" stands where no word before it can be meant: "a union had called for him to go"."""
    place = next((n for n, i in enumerate(words) if tokens[i].low in ("him", "her") and tokens[i].tag == "PRP"), None)
    if place is None or tokens[words[place]].actor is not None:
        return False
    return not any(_may_be_one_person(tokens[i]) for i in words[:place])


def _may_be_one_person(token: Token) -> bool:
    """Whether "him" or "her" may mean a word: a name, not that of a firm, a pronoun, or a role of one."""
    if token.tag in ("NNP", "PRP"):
        return token.actor is None or token.actor.kind == "person"
    return token.tag == "NN" and token.low in roles.ROLES - ONE_BODY


def counts_nobody(tokens: Sequence[Token], clause: Clause, subject: Sequence[int]) -> bool:
    """Whether a number by itself is of things that nobody names: "18 million had been paid out"."""
    bare = all(tokens[i].tag == "CD" or tokens[i].low in ("only", "just") for i in subject)
    return (
        bare and kinds.OF_VERB.get(clause.verb.lemma, "") not in _OF_PEOPLE and clause.verb.lemma not in _DONE_TO_PEOPLE
    )


_OF_PEOPLE = frozenset("crime death conflict disaster protest election movement appointment dismissal".split())
_DONE_TO_PEOPLE = frozenset(
    """airlift attend bury charge declare detain die drown escape evacuate feel find flee free hold hospitalise
    hospitalize hurt injure jail join kill leave lose march miss rescue resign save shelter stay survive take test
    treat vote walk work""".split()
)
