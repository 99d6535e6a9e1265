"""The words before a phrase -> the clause there that describes a noun, where the phrase is not the subject behind it.

"Rebels who took the town fled", "a nurse who was dismissed after police found the pills sued".
"""

from typing import NamedTuple

from timeline.events.syntax.aside_parts import opens_time
from timeline.events.syntax.leftward import Leftward, skip_small_words
from timeline.events.syntax.verb_groups import VerbGroup
from timeline.events.words import cues, tagset

__all__ = ["CLAUSAL", "Relative", "find_noun_of_content", "find_relative_before"]

CLAUSAL = frozenset("say think believe insist argue allege contend assert suggest conclude".split())
"""Verbs of saying whose only object is a clause."""
_VERBS = 2  # that of a clause of time, and the one that the noun before it has


class Relative(NamedTuple):
    """A clause that describes a noun: its first verb, and where the word stands that opens it."""

    verb: VerbGroup
    marker: int


def find_relative_before(left: Leftward, start: int, floor: int) -> Relative | None:
    """The describing clause that goes up to the phrase at `start`, or to what joins it; None for none."""
    before = start
    while before > floor and (left.read_tag(before - 1) in ("RB", "IN", "TO") or left.read_tag(before - 1) == "DATE"):
        before -= 1
    timed = opens_time(left, start - 1)
    verb = left.finite.get(before - 1) or _find_governing_verb(left, before)
    verb = verb or (_find_verb_before(left, start - 1) if timed else None)
    if verb is None or verb.first <= floor:
        return None
    verb, marker = _find_marker(left, verb, floor)
    if marker < 0 or (timed and _acts_in_time_clause(left, start, marker, floor)):
        return None
    clausal = verb.lemma in CLAUSAL or left.read_tag(start) == "PRP" or before != start
    says = verb.speaks and (clausal or left.read_tag(marker - 1) == ",")
    return None if says else Relative(verb, marker)


def _find_marker(left: Leftward, verb: VerbGroup, floor: int) -> Relative:
    """The first verb of the clause that `verb` ends, with where "who" or "which" stands, -1 where it describes none."""
    marker = verb.first - 1
    while marker > floor and left.read_tag(marker) == "RB":
        marker -= 1
    outer = _find_outer_verb(left, marker)
    if outer is not None:
        verb, marker = outer, outer.first - 1
    if left.read_tag(marker) not in ("WP", "WDT"):
        marker = _find_led_relative(left, verb)
    return Relative(verb, marker)


def _find_outer_verb(left: Leftward, end: int) -> VerbGroup | None:
    """The verb before "and", or before the clause of time whose subject ends at `end`; None where neither is there."""
    if left.read_tag(end) == "CC":  # "a teacher who photographed a paper and sold it was jailed"
        earlier = max((k for k in left.finite if k < end), default=None)
        return None if earlier is None else left.finite[earlier]
    phrase = left.ending.get(end + 1)
    if phrase is None or not opens_time(left, phrase.start - 1):
        return None
    return _find_verb_before(left, phrase.start - 1)  # "who was dismissed after police found the pills sued"


def _find_verb_before(left: Leftward, end: int) -> VerbGroup | None:
    """The last verb before `end` from which no mark or joining word parts it."""
    near = (k for k in range(end - 1, -1, -1) if k in left.finite or left.read_tag(k) in tagset.BREAKS)
    return left.finite.get(next(near, -1))


def _acts_in_time_clause(left: Leftward, start: int, marker: int, floor: int) -> bool:
    """Whether the phrase at `start`, behind a word of time, has its own verb: "who fled as police stopped him died".

    It has where a verb for the noun before it is there already: "mourners filled the church of two who died before it
    fell".
    """
    if left.tokens[start - 1].low in cues.AS_CLAUSES or left.read_tag(marker - 1) == ",":
        return True
    before = next((left.finite[i] for i in range(marker - 1, floor - 1, -1) if i in left.finite), None)
    verbs = [i for i in range(start, len(left.tokens)) if i in left.finite and i == left.finite[i].first]
    parted = len(verbs) < _VERBS or any(left.read_tag(k) in tagset.BREAKS for k in range(*verbs[:_VERBS]))
    return (before is not None and not before.speaks) or not parted


def _find_led_relative(left: Leftward, verb: VerbGroup) -> int:
    """Where what leads to "which" stands before a subject: "a hearing at which he will decide was set"; or -1."""
    own = left.ending.get(skip_small_words(left, verb.first))
    marker = own.start - 1 if own is not None else 0
    leads = left.read_tag(marker) in ("WP", "WDT") and left.read_tag(marker - 1) == "IN"
    return marker - 1 if leads else -1


def _find_governing_verb(left: Leftward, end: int) -> VerbGroup | None:
    """The finite verb on which an infinitive or gerund before `end` hangs: "will decide whether to accept"."""
    group = left.hanging.get(end - 1)
    if group is not None and group.form == "gerund":
        return _find_verb_of_gerund(left, group.first)
    if group is None or group.form != "infinitive":
        return None
    before = group.first - (left.tokens[group.first - 1].low in ("whether", "how", "when"))
    return left.finite.get(before - 1)


def _find_verb_of_gerund(left: Leftward, first: int) -> VerbGroup | None:
    """The same of a gerund: "died trying to", "spent 12 days repairing", "drove off while filming himself"."""
    if left.read_tag(first - 1) == "DATE":
        spent = left.finite.get(first - 2)
        return spent if spent is not None and spent.lemma == "spend" else None
    if left.tokens[first - 1].low in cues.BEFORE_GERUND:
        return _find_verb_before(left, first - 1)
    return left.finite.get(first - 1)


def find_noun_of_content(left: Leftward, start: int, floor: int) -> int | None:
    """Where the noun begins whose content is a clause that ends at `start`: "fears that prices rise hit shares"."""
    opener = max((k for k in left.thats if floor < k < start), default=floor)
    noun = left.ending.get(opener)
    if noun is None or left.tokens[noun.head].low not in _WITH_CONTENT:
        return None
    acts = len({left.finite[i].first for i in range(opener, start) if i in left.finite}) == 1
    free = not any(i in left.finite for i in range(floor, noun.start)) or _follows_mark(left, noun.start)
    parted = any(left.read_tag(k) in (",", ":", '"') for k in range(opener, start))
    return noun.start if acts and free and not parted else None


def _follows_mark(left: Leftward, start: int) -> bool:
    """Whether a phrase opens its clause, behind a mark or a word that joins: ", as fears that"."""
    before = left.tokens[start - 1]
    return before.tag in (",", ":", "CC") or (before.low in cues.SUBORDINATORS and before.tag in ("IN", "WRB"))


_WITH_CONTENT = frozenset(
    """allegation allegations accusation accusations announcement assertion assurance assurances belief claim claims
    concern concerns conclusion conviction decision declaration demand demands doubt doubts evidence expectation
    expectations fact fear fears finding hint hints hope hopes idea indication indications insistence knowledge news
    notion perception possibility prediction prospect realisation realization report reports revelation revelations
    rumor rumors rumour rumours sign signs speculation statement suggestion suggestions suspicion suspicions threat view
    warning warnings word worry worries""".split()
)
