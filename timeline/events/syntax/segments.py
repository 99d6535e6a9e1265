"""Tagged words and their verb groups -> stretches with at most one verb group each.

The sentence is cut at marks, at words that open a clause, at "and" before a verb, before infinitives and participles,
and where the subject of a further verb begins.
"""

import bisect
import itertools
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from timeline.events.syntax.tokens import Token
from timeline.events.syntax.verb_groups import VerbGroup
from timeline.events.words import cues, tagset

__all__ = ["Stretch", "cut_stretches", "find_noun_phrase_start", "skip_marks"]

_CUTTING = frozenset((",", ":", "(", ")", '"', "."))


class Stretch(NamedTuple):
    """Words between two cuts, with the verb group in them, if any."""

    start: int
    end: int
    verb: VerbGroup | None
    marker: str
    opener: str  # the mark before it


def cut_stretches(
    tokens: Sequence[Token],
    groups: Sequence[VerbGroup],
    subjects: Mapping[int, tuple[int, int]],
    inside: Collection[int] = (),
) -> list[Stretch]:
    """The sentence cut into stretches with at most one verb group each.

    `subjects` are those of the verbs by their first word, `inside` the marks that stand within a phrase.
    """
    cuts = sorted(cut for cut in _cuts(tokens, groups, subjects, inside) if 0 < cut < len(tokens))
    firsts = [group.first for group in groups]
    found = []
    for a, b in itertools.pairwise([0, *cuts, len(tokens)]):
        start, end = a, b
        while start < end and tokens[start].tag in _CUTTING:
            start += 1
        while end > start and tokens[end - 1].tag in _CUTTING:
            end -= 1
        if start < end:
            token = tokens[start]
            opener = tokens[start - 1].tag if start and tokens[start - 1].tag in _CUTTING else ""
            marker = token.low if token.low in cues.SUBORDINATORS or token.tag in ("CC", "IN") else ""
            if token.tag == "CC" and start + 1 < end and tokens[start + 1].tag in ("WDT", "WP"):
                marker = tokens[start + 1].low  # "..., and which was adopted"
            place = bisect.bisect_left(firsts, start)
            verb = groups[place] if place < len(groups) and firsts[place] < end else None
            found.append(Stretch(start=start, end=end, verb=verb, marker=marker, opener=opener))
    return found


def _cuts(
    tokens: Sequence[Token],
    groups: Sequence[VerbGroup],
    subjects: Mapping[int, tuple[int, int]],
    inside: Collection[int],
) -> set[int]:
    """Where to cut: at marks, and once between any two verb groups."""
    whole = {*inside, *(i for g in groups for i in range(g.first + 1, g.last + 1))}
    marks = [i for i, token in enumerate(tokens) if token.tag in _CUTTING and i not in whole]
    cuts = {*marks, *[i + 1 for i in marks]}
    for left, right in itertools.pairwise(groups):
        between = range(left.last + 1, right.first)
        subject = subjects.get(right.first)
        joins = any(_opens_clause_before(tokens, i, right, subject) for i in between)
        if not any(tokens[i].tag in _CUTTING for i in between) or joins or _goes_on(tokens, right):
            cuts.add(_cut_between(tokens, left, right, subject))
    cuts.update(span[0] - 1 for first, span in subjects.items() if _is_parted_from(tokens, first, span))
    if groups:
        lead = next((i for i in range(1, groups[0].first) if _opens_clause(tokens[i])), None)
        if lead is not None:
            cuts.add(lead)
    return cuts


def _is_parted_from(tokens: Sequence[Token], verb: int, subject: tuple[int, int]) -> bool:
    """Whether an aside parts a verb from its subject behind a word that opens a clause: "after Roe, who ..., quit"."""
    opener = subject[0] - 1
    aside = subject[1] < verb and tokens[subject[1]].tag == "," and tokens[verb - 1].tag == ","
    opens = opener > 0 and (_opens_clause(tokens[opener]) or tokens[opener].tag == "CC")
    return aside and opens and tokens[opener].low != "that"


def _goes_on(tokens: Sequence[Token], right: VerbGroup) -> bool:
    """Whether "and" right before a verb joins it to one before: "a man, 43, on suspicion of murder and were"."""
    before = right.first - 1
    while before > 0 and tokens[before].tag == "RB":
        before -= 1
    return right.form == "finite" and before > 0 and tokens[before].tag == "CC" and tokens[before - 1].tag != "JJ"


def _opens_clause(token: Token) -> bool:
    """Whether a word opens a clause, given that a verb follows."""
    return token.low in cues.SUBORDINATORS and token.tag in ("IN", "WP", "WDT", "WRB", "WP$") and token.low != "so"


def _opens_clause_before(tokens: Sequence[Token], i: int, right: VerbGroup, subject: tuple[int, int] | None) -> bool:
    """Whether the word at `i` opens the clause of a verb behind it, and not a phrase that a comma closes before.

    "was treated as arson, but nobody knew", "left after the vote, and his deputy stayed".
    """
    if not _opens_clause(tokens[i]) or tokens[i].low not in _ALSO_PREPOSITIONS:
        return _opens_clause(tokens[i])
    if subject is not None and subject[0] < i < subject[1]:
        return False  # "the man arrested after the raid was jailed"
    if tokens[i + 1].tag == "DATE" and (subject is None or subject[1] <= i):
        return False  # "a bridge never inspected since 1990 has collapsed"
    comma = next((k for k in range(i + 2, right.first) if tokens[k].tag == ","), None)
    return comma is None or (subject is not None and i < subject[0] < comma)


_ALSO_PREPOSITIONS = frozenset("as after before since until till".split())


def _cut_between(tokens: Sequence[Token], left: VerbGroup, right: VerbGroup, subject: tuple[int, int] | None) -> int:
    """Where the second of two verb groups begins its own stretch."""
    between = range(left.last + 1, right.first)
    before = right.first - 1
    while before > left.last and tokens[before].tag == "RB":
        before -= 1
    before -= before - 1 > left.last and tokens[before].tag in ("WDT", "WP") and tokens[before - 1].tag == "CC"
    if before > left.last and tokens[before].tag == "CC":
        return before  # also of "and which was adopted"
    opening = [i for i in between if _opens_clause_before(tokens, i, right, subject)]
    if opening[1:] and tokens[opening[0]].low == "as" and subject is not None and subject[0] == opening[-1] + 1:
        return opening[-1]  # "stepped down as chief in May after Roe bought a stake"
    if opening:
        return opening[-1] if tokens[opening[-1]].low == "that" else opening[0]
    if right.form == "gerund" and before > left.last and tokens[before].tag == "IN":
        return before
    joined = any(tokens[i].tag == "CC" for i in between)
    if right.form != "finite" or (left.form == "participle" and not joined):
        return right.first
    return _cut_before_subject(tokens, left.last + 1, right, subject)


def _cut_before_subject(tokens: Sequence[Token], floor: int, right: VerbGroup, subject: tuple[int, int] | None) -> int:
    """Where the subject of a finite verb begins, behind `floor`, with "and" and the date or phrase before it."""
    if (
        subject is not None and subject[0] < floor
    ):  # what hangs on it is between: "her bid to avoid prison was rejected"
        return right.first
    start = find_noun_phrase_start(tokens, right.first, floor) if subject is None else subject[0]
    joint = _find_joint(tokens, start, floor)
    if joint is not None:
        return joint
    return start - 1 if start > floor and tokens[start - 1].tag == "CC" else start


def _find_joint(tokens: Sequence[Token], start: int, floor: int) -> int | None:
    """Where "and" stands before what leads to the phrase at `start`: "and in 1996 the club", "and at last was"."""
    k = start - 1
    while k > floor and tokens[k].tag in ("RB", "IN", "DATE"):
        k -= 1
    joins = floor < k < start - 1 and tokens[k].tag == "CC" and tokens[k - 1].tag != "DATE"
    return k if joins and tokens[k + 1].low not in cues.SUBORDINATORS else None


_LONGEST_PHRASE = 60  # words; what goes on without an end is no phrase


def find_noun_phrase_start(tokens: Sequence[Token], end: int, floor: int) -> int:
    """Where the noun phrase that ends before `end` begins; it may hold one "of" and what follows it."""
    i = end
    floor = max(floor, end - _LONGEST_PHRASE)
    while i > floor:
        tag, low = tokens[i - 1].tag, tokens[i - 1].low
        if tag == "DATE":
            break
        if tag in tagset.NOMINAL or tag in ("JJ", "JJR", "JJS", "POS", "PRP$", "RB", "VBN") or low == "of":
            i -= 1
        elif tag == "DT":
            i -= 1
            if i == floor or tokens[i - 1].low != "of":
                break
        elif tag == "IN" and low in ("in", "for", "at", "from") and i - 1 > floor and tokens[i - 2].tag in tagset.NOUNS:
            i -= 1
        else:
            break
    return i + (i < end and tokens[i].low == "of")


def skip_marks(tokens: Sequence[Token], i: int) -> int:
    """`i` moved left over marks."""
    while i and tokens[i - 1].tag in _CUTTING:
        i -= 1
    return i
