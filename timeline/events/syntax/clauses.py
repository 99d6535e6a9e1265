"""Tagged words -> clauses: each verb group with the stretch that is its own, its subject and how it hangs together.

Scope is cut at commas, quotes, conjunctions before a verb, "that", who and which, infinitives, and where the subject of
a further verb begins. It is a shallow reading: what it cannot place goes to the nearest verb.
"""

import dataclasses
from collections.abc import Sequence

from timeline.events.syntax.antecedents import find_antecedent, find_name_before
from timeline.events.syntax.clause_kinds import Clause, Span, classify_clause
from timeline.events.syntax.clause_subjects import find_own_subject, find_shared_subject, take_list
from timeline.events.syntax.inverted import turn_inverted
from timeline.events.syntax.leftward import Leftward
from timeline.events.syntax.noun_phrases import NounPhrase, can_act
from timeline.events.syntax.segments import Stretch, cut_stretches
from timeline.events.syntax.subjects import find_subject
from timeline.events.syntax.tokens import Token
from timeline.events.syntax.verb_groups import VerbGroup, find_groups
from timeline.events.words import cues, verbs

__all__ = ["find_clauses"]


def find_clauses(tokens: Sequence[Token], phrases: Sequence[NounPhrase]) -> list[Clause]:
    """The clauses of a sentence with these noun phrases in the order of their verbs; empty where it has no verb."""
    groups = find_groups(tokens)
    if not groups:
        return []
    left = Leftward(tokens, phrases, groups)
    subjects = _find_subjects(left, groups)
    marks = {i for p in phrases for i in range(p.start + 1, p.end - 1) if tokens[i].tag in ('"', ",")}
    stretches = cut_stretches(tokens, groups, subjects, marks)
    clauses: list[Clause] = []
    owner: dict[int, int] = {}
    for number, stretch in enumerate(stretches):
        if stretch.verb is not None:
            owner[number] = len(clauses)
            own = subjects.get(stretch.verb.first) or _find_described_inside(left, stretch)
            describes = own is None and (tokens[stretch.start].tag in _RELATIVE or stretch.marker == "that")
            antecedent = find_antecedent(left, stretch.verb, stretch.start) if describes else None
            clauses.append(_build_clause(tokens, stretches, number, clauses, own, antecedent, left))
    return _with_fronted(tokens, _with_others(tokens, stretches, turn_inverted(tokens, clauses), owner))


def _with_fronted(tokens: Sequence[Token], clauses: list[Clause]) -> list[Clause]:
    """The clauses with who does what opens the sentence: of "After losing the vote, Holt resigned" it is Holt."""
    if not clauses[1:] or clauses[0].subject is not None or clauses[0].verb.form != "gerund":
        return clauses
    first, following = clauses[:2]
    opens = first.start == 0 and first.verb.first <= 1 + (tokens[0].tag == "CC") and first.marker in cues.BEFORE_GERUND
    acts = following.kind == "main" and following.subject is not None and following.subject[0] >= first.end
    if opens and acts and not following.verb.passive:
        clauses[0] = dataclasses.replace(first, subject=following.subject, parent=1)
    return clauses


def _find_described_inside(left: Leftward, stretch: Stretch) -> Span | None:
    """What "who" or "which" within a stretch describes: "when a man who had left was found"."""
    verb = stretch.verb
    opener = verb.first - 1 if verb is not None else -1
    while opener > stretch.start and left.tokens[opener].tag == "RB":
        opener -= 1
    if verb is None or opener <= stretch.start + 1 or left.tokens[opener].tag not in ("WP", "WDT"):
        return None
    return find_antecedent(left, verb, opener)


def _find_subjects(left: Leftward, groups: Sequence[VerbGroup]) -> dict[int, Span]:
    """The subjects of the finite verbs that have one of their own, by the first word of the verb."""
    found = ((g.first, find_subject(left, g)) for g in groups if g.form == "finite")
    return {first: span for first, span in found if span is not None}


_RELATIVE = frozenset(("WP", "WDT", "WP$", "WRB"))


def _build_clause(
    tokens: Sequence[Token],
    stretches: Sequence[Stretch],
    number: int,
    done: Sequence[Clause],
    found: Span | None,
    antecedent: Span | None,
    left: Leftward,
) -> Clause:
    """The clause of a stretch with a verb, from what stands before it."""
    stretch = _with_helper(tokens, _with_marker(tokens, stretches[number], found), done)
    verb = stretch.verb
    assert verb is not None  # noqa: S101 for the type checker: only such stretches come here
    own = found or find_own_subject(tokens, stretch, verb)
    kind, parent = classify_clause(tokens, [*stretches[:number], stretch], number, done)
    if parent is not None and verb.form == "gerund" and _only_says_who_spoke(tokens, done, parent, stretch.start):
        parent -= 1  # "a quake struck, the agency said, sending people into the streets"
        done = done[: parent + 1]
    elif parent is not None and (above := _find_above_description(tokens, stretch, done[parent])) is not None:
        parent = above
        done = done[: parent + 1]
    if kind == "reported" and found is not None and parent is not None and tokens[found[0] - 1].low == "that":
        above = next((n for n in range(parent, -1, -1) if done[n].verb.last < found[0]), parent)
        parent = above if done[above].verb.speaks else parent  # "heard that Roe, who joined in 2009, set up"
    around = found is not None and parent is not None and found[0] < done[parent].verb.first < found[1]
    around = around or (found is not None and parent is not None and found[1] <= done[parent].start)
    if kind == "reported" and around:
        kind, parent = "main", None  # "a nurse who reported the deaths testified"
    if kind == "main" and found is not None and tokens[found[0]].tag == "WP$":
        kind = "relative"  # "whose son, a nurse, was killed"
    if kind == "main" and own is None and _shares_helper(tokens, stretch, done):
        kind, parent = done[-1].kind, done[-1].parent  # "said that it could be tracked, or disabled by a switch"
    if kind == "main" and found is not None and (says := _said_before(tokens, found, done)) is not None:
        kind, parent = "reported", says
    told = done[-1] if done and done[-1].kind == "relative" and done[-1].verb.speaks and not stretch.opener else None
    if told is not None and found is None and verb.form == "finite":
        kind, antecedent = "relative", find_antecedent(left, verb, told.start)  # "which the agency says has spread"
    listed = found or take_list(tokens, stretches, number, own)
    goes_on = bool(done) and kind == "relative" and done[-1].kind == "relative" and stretch.opener == ","
    goes_on = goes_on and not (antecedent is not None and tokens[stretch.start].tag in ("WDT", "WP"))
    joined = kind == "relative" and (tokens[stretch.start].tag == "CC" or goes_on) and done
    subject = listed or (done[-1].subject if joined else antecedent if kind == "relative" else None)
    subject = subject or find_shared_subject(tokens, stretches, number, done, kind)
    if verb.form == "participle" and subject is not None:
        subject = find_name_before(left, subject) or subject  # "Jon Roe, the manager fired in May, sued"
    return Clause(
        verb=verb,
        start=stretch.start,
        end=stretch.end,
        subject=subject if subject and subject[0] < subject[1] else None,
        marker=done[-1].marker if kind == "adverbial" and tokens[stretch.start].tag == "CC" else stretch.marker,
        kind=kind,
        parent=parent,
    )


def _shares_helper(tokens: Sequence[Token], stretch: Stretch, done: Sequence[Clause]) -> bool:
    """Whether a participle behind "and" has the helping verb of what is said in the clause before it."""
    verb, before = stretch.verb, done[-1] if done else None
    if verb is None or before is None or before.kind != "reported" or tokens[stretch.start].tag != "CC":
        return False
    bare = verb.form == "finite" and verb.first == verb.lead and tokens[verb.first].tag == "VBN"
    return bare and before.verb.passive and before.verb.first < before.verb.lead


def _only_says_who_spoke(tokens: Sequence[Token], done: Sequence[Clause], number: int, at: int) -> bool:
    """Whether a clause between commas says only who tells what stands before it, and the word at `at` follows it."""
    clause = done[number]
    beside = number > 0 and clause.start > 0 and tokens[clause.start - 1].tag == "," and tokens[at - 1].tag == ","
    bare = all(token.tag in ("DATE", "IN") for token in tokens[clause.verb.last + 1 : clause.end])
    speaks = clause.kind == "main" and clause.verb.lemma in verbs.REPORTING and bare
    return beside and speaks and done[number - 1].kind == "main" and clause.subject is not None


def _find_above_description(tokens: Sequence[Token], stretch: Stretch, before: Clause) -> int | None:
    """The clause that "after reaching" hangs on behind a participle of a thing, which reaches nothing.

    "called off a strike planned for Monday after reaching a deal", but "held a man arrested after robbing a bank".
    """
    verb = stretch.verb
    leads = verb is not None and verb.form == "gerund" and stretch.marker in cues.BEFORE_GERUND
    if not leads or before.verb.form != "participle" or before.subject is None or stretch.start == before.verb.last + 1:
        return None
    head = next((i for i in range(*before.subject) if tokens[i].tag == "IN"), before.subject[1]) - 1
    acts = can_act(tokens[head]) or tokens[head].actor is not None or tokens[head].tag == "NNP"
    return None if acts or before.verb.lemma in verbs.HELD_FOR else before.parent


def _said_before(tokens: Sequence[Token], subject: Span, done: Sequence[Clause]) -> int | None:
    """The clause of saying whose verb the subject stands right behind: "said Keller, the mayor, will resign"."""
    for number in range(len(done) - 1, -1, -1):
        verb = done[number].verb
        if verb.last < subject[0]:
            behind = subject[0] - verb.last == 1 + (tokens[verb.last + 1].low == "that")
            spoken = verb.speaks and verb.form == "finite" and done[number].subject is not None
            return number if behind and spoken and verb.last + 1 < done[number].end else None
    return None


def _with_marker(tokens: Sequence[Token], stretch: Stretch, subject: Span | None) -> Stretch:
    """A stretch that a mark inside its subject parts from what opens it: 'that a "great pact" has been agreed'."""
    before = subject[0] - 1 if subject is not None and subject[0] < stretch.start else -1
    while before >= 0 and tokens[before].tag == "RB":
        before -= 1
    opens = before >= 0 and tokens[before].low in cues.SUBORDINATORS and tokens[before].tag in ("IN", "WDT", "WRB")
    return stretch._replace(marker=tokens[before].low) if opens and not stretch.marker else stretch


def _with_helper(tokens: Sequence[Token], stretch: Stretch, done: Sequence[Clause]) -> Stretch:
    """A stretch whose verb shares the modal of the one before it: "will close the mill and (will) sell the land"."""
    verb, before = stretch.verb, done[-1].verb if done else None
    if verb is None or before is None or verb.form != "infinitive":
        return stretch
    if all(token.tag != "MD" for token in tokens[before.first : before.lead]):
        return stretch  # "is likely to raise the alarm and declare a pandemic"
    bare = verb.first == verb.lead and tokens[verb.first].tag == "VB" and tokens[verb.first - 1].tag == "CC"
    return (
        stretch._replace(verb=verb._replace(form="finite", tense=before.tense, modal=before.modal)) if bare else stretch
    )


def _skip_aside(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, stretch: Stretch) -> int:
    """The clause that goes on behind a description between commas: "sold the club, founded in 1890, to Roe in May"."""
    clause = clauses[number]
    describes = clause.verb.form == "participle" and clause.start == clause.verb.first
    describes = describes or (clause.kind == "relative" and tokens[clause.start].tag in ("WP", "WDT"))
    aside = describes and clause.parent is not None
    if not aside or clause.end + 1 >= len(tokens) or stretch.start < clause.end or clause.start < 1:
        return number
    commas = tokens[clause.start - 1].tag == "," == tokens[clause.end].tag
    goes_on = commas and tokens[clause.end + 1].tag in ("IN", "TO", "DATE")
    return clause.parent if goes_on and clause.parent is not None else number


def _with_others(
    tokens: Sequence[Token], stretches: Sequence[Stretch], clauses: Sequence[Clause], owner: dict[int, int]
) -> list[Clause]:
    """The clauses with the stretches that hold no verb given to the clause they belong to."""
    others: dict[int, list[Span]] = {}
    numbers = sorted(owner)
    for k, stretch in enumerate(stretches):
        if stretch.verb is None:
            holder = _skip_aside(tokens, clauses, _find_owner(stretch, k, numbers, clauses, owner), stretch)
            others.setdefault(holder, []).append((stretch.start, stretch.end))
    return [dataclasses.replace(c, others=tuple(others[n])) if n in others else c for n, c in enumerate(clauses)]


def _find_owner(
    stretch: Stretch, k: int, numbers: Sequence[int], clauses: Sequence[Clause], owner: dict[int, int]
) -> int:
    """Which clause a stretch without a verb belongs to."""
    before = [n for n in numbers if n < k]
    after = [n for n in numbers if n > k]
    following = clauses[owner[after[0]]] if after else None
    if following is not None and following.subject is not None and following.subject[0] <= stretch.start:
        shared = any(c.subject == following.subject for c in clauses[: owner[after[0]]])
        if not shared and following.kind != "relative":
            return owner[after[0]]  # an aside between a subject and its verb
    if not before:
        mains = [owner[n] for n in after if clauses[owner[n]].kind == "main"]
        return mains[0] if mains else owner[after[0]]
    hangs = following is not None and following.kind == "adverbial"  # "in 2014, and again in 2016, after the bank"
    if after and (stretch.opener == ":" or stretch.marker in ("and", "but")) and after[0] == k + 1 and not hangs:
        return owner[after[0]]
    return owner[before[-1]]
