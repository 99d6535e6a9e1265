"""A clause -> those of its sentence that share its time: other verbs of its subject, what happens when it does."""

from collections.abc import Iterator, Sequence

from timeline.events.syntax.clause_kinds import Clause
from timeline.events.words import verbs

__all__ = ["TELLING", "list_companions"]

_WITH = frozenset("when as while once".split())


def list_companions(clauses: Sequence[Clause], number: int) -> Iterator[int]:
    """The clauses that share their time with a clause, the likeliest first."""
    clause = clauses[number]
    if clause.kind == "participle" and clause.verb.form == "gerund" and clause.parent is not None:
        yield clause.parent
        return
    if clause.kind == "adverbial" and clause.marker in _WITH and clause.parent is not None:
        yield clause.parent
    if clause.kind in ("main", "reported"):
        yield from _list_companions_of_main(clauses, number)


def _list_companions_of_main(clauses: Sequence[Clause], number: int) -> Iterator[int]:
    """The same for a main clause: the end of its last phrase, verbs with its subject, what happened "when" it did."""
    clause = clauses[number]
    for n, other in enumerate(clauses[number + 1 :], number + 1):
        hangs = other.verb.form == "participle" and other.verb.lemma not in verbs.PLANNING
        hangs = hangs and (other.verb.lemma in verbs.DATING or not _is_of_object(other, clause))
        if hangs and other.parent == number and other.start == clause.end:
            yield n  # "came in a speech given on Friday"
    yield from (n for n, other in enumerate(clauses[:number]) if _is_told_in(other, clause))
    if number and _is_given_before(clauses[number - 1], clause):
        yield number - 1  # "in a letter sent on Monday, the minister rejected the plan"
    for n in range(number - 1, -1, -1):
        same = clauses[n].kind == clause.kind and clauses[n].subject == clause.subject and clause.marker
        if same and _lies_ahead_alike(clauses[n], clause):
            yield n
    following = clauses[number + 1 : number + 2]
    goes_on = bool(following) and following[0].marker == "and" and following[0].subject == clause.subject
    if goes_on and _lies_ahead_alike(following[0], clause):
        yield number + 1
    for n, other in enumerate(clauses):
        within = clause.subject is not None and clause.subject[0] < other.start < clause.subject[1]
        beside = other.kind == "adverbial" and other.marker in _WITH and not within  # "who fled when it fell died"
        if beside and (other.parent == number or n == number - 1):
            yield n


def _is_of_object(participle: Clause, clause: Clause) -> bool:
    """Whether a participle describes what a verb is done to: "recalled cars built in 2019"."""
    return participle.subject is not None and participle.subject[0] == clause.verb.last + 1


def _is_told_in(participle: Clause, clause: Clause) -> bool:
    """Whether a participle beside the subject says when what speaks came out: "a report published in May estimated"."""
    if not clause.verb.speaks or clause.subject is None or participle.subject is None:
        return False
    beside = participle.subject[0] == clause.subject[0] and participle.parent is None
    return beside and participle.verb.form == "participle" and participle.verb.lemma in TELLING


def _lies_ahead_alike(one: Clause, other: Clause) -> bool:
    """Whether both were or both will be: not "was fined and will appeal on 3 July"."""
    past = [c.verb.tense == "past" and not c.verb.modal for c in (one, other)]
    ahead = [c.verb.tense == "future" or bool(c.verb.modal) for c in (one, other)]
    if one.verb.lemma in ("bear", "born") and one.verb.passive:
        return False  # "was born in 1985 and went to a grammar school"
    holds = other.verb.tense == "present" and one.verb.tense == "past"  # "began in 2021 and is thought to have"
    return not (past[0] and ahead[1]) and not (past[1] and ahead[0]) and not holds


def _is_given_before(before: Clause, clause: Clause) -> bool:
    """Whether the clause before opens the sentence with what is told by: "in a ruling handed down on Friday"."""
    opens = before.verb.form == "participle" and before.parent is None and before.marker in ("in", "at", "during")
    return opens and before.end < clause.start and before.verb.lemma in TELLING


TELLING = verbs.DATING | frozenset(
    "air broadcast deliver file give hand issue make post publish record release send sign submit unveil write".split()
)
"""What they are done to tells or is held: with "in" or "at" before it, what follows was when they were."""
