"""The tags of a whole sentence and a word that is past or participle -> whether it can only be a past.

Where it stands behind its pronoun, behind a clause that describes its subject, or has an object as no participle has.
"""

from collections.abc import Sequence

from timeline.events.syntax.lexicon import find_lemma
from timeline.events.words import cues, nouns, roles, tagset, verbs

__all__ = ["CALLED", "find_break", "has_object_behind_clause", "is_past"]

CALLED = frozenset("name call dub nickname title entitle".split())


def is_past(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether one of the rules makes the word at `i` a past."""
    return any(acts(low, tags, i) for acts in _PASTS)


def find_break(tags: Sequence[str], i: int) -> int:
    """Where from `i` on a mark or a joining word stands; the end of the sentence where none does."""
    return next((k for k in range(i, len(tags)) if tags[k] in tagset.BREAKS), len(tags))


def _is_after_pronoun(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether the word has a pronoun right before it that can only be its subject: "the company she founded"."""
    k = i - 1
    while k >= 0 and tags[k] == "RB":
        k -= 1
    told = low[k] == "it" and low[i] == "said" and tags[k - 1 : k] in (["NN"], ["NNS"])  # "a virus it said has spread"
    return k >= 0 and (told or low[k] in ("he", "she", "they", "we", "i", "who", "what") or tags[k] == "WDT")


def _has_object_behind_comma(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb behind a comma has an object, as no participle has: "the fire, which spread fast, killed 19"."""
    if tags[i - 1 : i] != [","] or find_lemma(low[i]) in _WITH_TWO_OBJECTS or tags[i + 1 : i + 2] not in _HEAVY:
        return False
    describes = any(
        tags[k] in ("WDT", "WP", "WP$") and (tags[k - 1] == "," or _is_apposed(tags, k)) for k in range(1, i)
    )
    return describes or tags[i + 1] == "PRP"  # "the firm, a mill that Roe bought, closed it"


def _is_apposed(tags: Sequence[str], who: int) -> bool:
    """Whether the noun that "who" describes stands beside a name: "Jon Roe, the engineer who told her, hailed the"."""
    start = who - 1
    while start > 0 and (tags[start] in tagset.NOUNS or tags[start] == "JJ"):
        start -= 1
    return start > 0 and tags[start] == "DT" and tags[start - 1] == ","


def _closes_relative(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb with an object stands behind a clause on its subject: "a man who was in a car hit two others"."""
    if tags[i - 1] not in ("NN", "NNS") or find_lemma(low[i]) in _WITH_TWO_OBJECTS or tags[i + 1 : i + 2] not in _HEAVY:
        return False
    opener = next((k for k in range(i - 2, 0, -1) if tags[k] in (*tagset.BREAKS, "IN") and tags[k] not in _NEAR), 0)
    described = tags[opener] == "WP" and tags[opener - 1] in tagset.NOUNS and low[opener] == "who"
    return described and any(tags[k] in tagset.FINITE for k in range(opener, i))


def _has_object_in_time_clause(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb with an object has its subject right behind a word of time: "after police found the pills, sued".

    A participle has no object: "after a script found in an attic".
    """
    if (
        tags[i + 1 : i + 2] not in _HEAVY
        or tags[i - 1] not in tagset.NOUNS
        or find_lemma(low[i]) in _WITH_TWO_OBJECTS
        or not _SPANS.isdisjoint(low[i + 2 : i + 4])  # "loans made the year before"
    ):
        return False
    opener = next((k for k in range(i - 2, -1, -1) if tags[k] not in _OF_PHRASE), -1)
    helped = low[opener - 1] in ("has", "have", "had")  # "has since May recalled"
    return opener >= 0 and _opens_time(low, tags, opener) and not helped


_OF_PHRASE = frozenset((*tagset.NOUNS, "DT", "JJ", "CD", "PRP$", "POS"))
_SPANS = frozenset("day week month year night morning weekend season summer winter".split())


def _goes_on_describing(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether "and" and a verb with an object go on with what "who" did: "the man who shot her and left the house"."""
    bare = tags[i + 1 : i + 2] in (["NN"], ["NNS"]) and tags[i + 2 : i + 3] in (["VBD"], ["VBZ"])
    if tags[i - 1] != "CC" or find_lemma(low[i]) in _WITH_TWO_OBJECTS or not (bare or tags[i + 1 : i + 2] in _HEAVY):
        return False
    who = next((k for k in range(i - 2, 0, -1) if tags[k] in ("WP", ",", ".", ":")), 0)
    return tags[who] == "WP" and low[who] == "who" and tags[who + 1] in ("VBD", "VBD?")


def _is_behind_description(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether the only verb of a sentence stands behind a clause on its subject: "the index, which ..., closed up"."""
    if tags[i - 1] != "," or low[i + 1 : i + 2] == ["by"] or find_lemma(low[i]) in verbs.DESCRIBING:
        return False
    opener = next((k for k in range(i - 2, 0, -1) if tags[k] == ","), 0) + 1
    described = tags[opener] in ("WDT", "WP") and not any(_acts(tag) for tag in tags[:opener])
    until = next((k for k in range(i + 1, len(tags)) if tags[k] in tagset.BREAKS or _opens_time(low, tags, k)), -1)
    return described and not any(_acts(tag) for tag in tags[i + 1 : until])


def _is_behind_content(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb with an object stands behind what its subject says: "news that he was ill left the party"."""
    opener = next((k for k in range(i - 1, 0, -1) if low[k] == "that" and tags[k - 1] in tagset.NOUNS), 0)
    if not opener or tags[i + 1 : i + 2] not in _HEAVY or find_lemma(low[i]) in _WITH_TWO_OBJECTS:
        return False
    within = [tag for tag in tags[opener:i] if tag in tagset.FINITE]
    joined = any(tag in tagset.BREAKS for tag in tags[opener + 1 : i])
    return len(within) == 1 and not joined and not any(_acts(tag) for tag in tags[:opener])


def _acts(tag: str) -> bool:
    return tag in tagset.FINITE or tag == "VBD?"


def _opens_time(low: Sequence[str], tags: Sequence[str], k: int) -> bool:
    return low[k] in cues.TIME_CLAUSES and tags[k] in ("IN", "WRB")


_NEAR = frozenset(("IN", "TO"))


def _follows_age(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb stands behind a name and an age in a clause that a word opens: "after Jon Roe, 49, escaped"."""
    if tags[i - 4 : i] != ["NNP", ",", "CD", ","]:
        return False
    start = next((k for k in range(i - 4, -1, -1) if tags[k] != "NNP"), -1)
    return start >= 0 and low[start] in cues.SUBORDINATORS and tags[start] in ("IN", "WRB")


def _is_behind_name_of_owned(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb stands behind the name of what somebody has: "Mrs Roe, whose son, Bo, served in Lund"."""
    if tags[i - 3 : i] != [",", "NNP", ","] or i < _OWNED:
        return False
    owner = next((k for k in range(i - 4, max(i - 9, -1), -1) if tags[k] not in (*tagset.NOUNS, "JJ", "CD")), 0)
    return tags[owner] == "WP$" and low[i + 1 : i + 2] != ["by"]


_OWNED = 5  # words before it: "whose son, Bo,"


def _describes_by_name(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb says what a name did with the noun before it: "the mill Norvik bought in May burned down"."""
    if tags[i - 2 : i] not in _NOUN_AND_NAME or tags[i + 1 : i + 2] not in _NO_OBJECT:
        return False
    if low[i - 2] in roles.ROLES | nouns.BESIDE_NAMES:
        return False
    start = i - 3
    while start > 0 and tags[start] in ("NN", "JJ"):
        start -= 1
    goes_on = any(_acts(tag) for tag in tags[i + 1 : find_break(tags, i + 1)])
    return low[start] == "the" and goes_on and find_lemma(low[i]) in verbs.DONE_TO_SOMETHING


def _follows_description_by_name(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb stands behind such a description: "the mill Norvik bought in May burned down"."""
    k = i - 1
    while k > 2 and (tags[k] in ("DATE", "RB") or (tags[k] == "IN" and tags[k + 1] == "DATE")):
        k -= 1
    return 2 < k < i - 1 and tags[k] == "VBD" and low[i + 1 : i + 2] != ["by"] and _describes_by_name(low, tags, k)


_NOUN_AND_NAME = [["NN", "NNP"], ["NNS", "NNP"]]
_NO_OBJECT = [["IN"], ["DATE"], ["VBD"], ["VBZ"], ["MD"]]


def _says_that(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether the first verb of a sentence says what "that" opens: "Judge Roe ruled at the High Court that it was"."""
    if find_lemma(low[i]) not in _SAYS_THAT or tags[i - 1] not in tagset.NOUNS:
        return False
    that = next((k for k in range(i + 1, len(tags)) if tags[k][:2] == "VB" or tags[k] in tagset.BREAKS - _THAT), i)
    that = next((k for k in range(i + 1, that) if low[k] == "that" and tags[k] in _THAT), 0)
    before = [k for k in range(i) if _acts(tags[k])]
    described = len(before) == 1 and any(tags[k] in ("WP", "WDT") for k in range(before[0]))  # "a nurse who left said"
    parted = any(tag in tagset.BREAKS and not (described and tag in ("WP", "WDT")) for tag in tags[:i])
    return that > 0 and (not before or described) and not parted


_SAYS_THAT = frozenset("rule say warn argue insist testify state declare conclude decide claim stress hold".split())
"""Verbs whose participle does not describe a noun with what it says: no "a report published that ..."."""
_THAT = frozenset(("IN", "WDT"))
_HEAVY = [["DT"], ["CD"], ["PRP$"], ["PRP"]]
_WITH_TWO_OBJECTS = CALLED | frozenset("give award offer grant hand pay send deny elect appoint make age tell".split())


def _has_object_behind_particle(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a particle parts a verb from its object, as no participle has it: "handed in her notice"."""
    particle = low[i + 1 : i + 2] in (["in"], ["over"], ["out"], ["off"], ["up"])
    away = low[i + 1 : i + 2] in (["off"], ["out"], ["up"]) and tags[i + 2 : i + 3] == ["DT"]  # "called off a walkout"
    return particle and (away or tags[i + 2 : i + 3] == ["PRP$"]) and find_lemma(low[i]) in _WITH_PARTICLE


def has_object_behind_clause(low: Sequence[str], tags: Sequence[str], k: int) -> bool:
    """Whether a further verb with an object follows the one at `k`, right behind a noun that a preposition leads to.

    It is that of the noun before both: "workers dismissed after a manager complained about a strike sued the firm".
    """
    return any(_is_behind_led_noun(low, tags, m) for m in range(k + 2, find_break(tags, k + 1)))


def _is_behind_led_noun(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb with an object stands behind a noun that a preposition leads to."""
    acts = tags[i] in ("VBD?", "VBD") and tags[i + 1 : i + 2] in (*_HEAVY, ["NN"], ["NNS"])
    if not acts or tags[i - 1] not in tagset.NOUNS or find_lemma(low[i]) in _WITH_TWO_OBJECTS:
        return False
    start = i - 1
    while start > 0 and tags[start - 1] in _OF_PHRASE:
        start -= 1
    return start > 0 and tags[start - 1] == "IN" and low[start - 1] not in cues.SUBORDINATORS


def _acts_behind_described(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb with an object is that of a noun which a participle describes, with a clause of time between."""
    if not _is_behind_led_noun(low, tags, i):
        return False
    opener = next((k for k in range(i - 2, 0, -1) if tags[k] in tagset.BREAKS or _opens_time(low, tags, k)), 0)
    between = [tag for tag in tags[opener:i] if _acts(tag)]
    return (
        _opens_time(low, tags, opener)
        and len(between) == 1
        and "VBN" in tags[:opener]
        and not any(_acts(tag) for tag in tags[:opener])
    )


_WITH_PARTICLE = frozenset("hand give turn take throw call send sign carry".split())
_PASTS = (
    _acts_behind_described,
    _has_object_behind_particle,
    _is_after_pronoun,
    _has_object_behind_comma,
    _closes_relative,
    _has_object_in_time_clause,
    _goes_on_describing,
    _follows_age,
    _describes_by_name,
    _follows_description_by_name,
    _is_behind_name_of_owned,
    _is_behind_description,
    _is_behind_content,
    _says_that,
)
