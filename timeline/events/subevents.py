"""Which mentions of a sentence are only parts of another: one happening, told in one breath.

"Peru banned the imports in April 2025, hitting its neighbours" and "The minister called the plan dead during an
August 11 press conference" each tell one event: what hangs on its verb without a verb of its own, and has no date of
its own, is part of it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from timeline.events.allegations import is_held_for
from timeline.events.mention import EventMention
from timeline.events.sayings import link_sayings
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.triggers import Candidate
from timeline.vocabulary import Basis, Status

__all__ = ["find_wholes"]

_HANGING = frozenset({"participle", "infinitive"})


def find_wholes(parsed: ParsedSentence, candidates: Sequence[Candidate], mentions: Sequence[EventMention]) -> list[str]:
    """For each of a sentence's mentions the id of the mention it is part of, ``""`` where it stands by itself."""
    pairs = zip(candidates, mentions, strict=True)
    verbs = {candidate.clause: mention for candidate, mention in pairs if not candidate.noun}
    settled = [m.status in (Status.HAPPENED, Status.ONGOING) for m in mentions]
    headed = parsed.lead.start if parsed.lead is not None else None
    dated = [m.date.start if m.date.start != headed else None for m in mentions]
    said = link_sayings(parsed, candidates, settled, dated)
    return [
        mentions[said[n]].id if n in said else _find_whole(parsed, candidate, mention, verbs)
        for n, (candidate, mention) in enumerate(zip(candidates, mentions, strict=True))
    ]


def _find_whole(
    parsed: ParsedSentence, candidate: Candidate, mention: EventMention, verbs: Mapping[int | None, EventMention]
) -> str:
    clause = candidate.clause
    if clause is None:
        return ""
    if not candidate.noun:
        clause = _find_above(parsed, clause)
    while clause is not None and clause not in verbs:
        clause = _find_above(parsed, clause)
    whole = verbs[clause] if clause is not None else None
    if whole is None and not candidate.noun:
        whole = _find_verb_of_its_noun(parsed, candidate, mention, verbs)
        if whole is not None:
            return whole.id
    told = whole is not None and not candidate.noun and _is_told_by_whole(parsed, candidate, mention, whole)
    return whole.id if whole is not None and (told or _is_one_breath(mention, whole)) else ""


def _find_verb_of_its_noun(
    parsed: ParsedSentence, candidate: Candidate, mention: EventMention, verbs: Mapping[int | None, EventMention]
) -> EventMention | None:
    """What the subject does that a participle stands in: "bleak reports released on Friday sent shares lower"."""
    assert candidate.clause is not None  # noqa: S101 for the type checker
    own = parsed.clauses[candidate.clause].verb
    for number, clause in enumerate(parsed.clauses):
        inside = clause.subject is not None and clause.subject[0] < own.first < clause.subject[1]
        if inside and own.form == "participle" and number in verbs:
            whole = verbs[number]
            settled = {mention.status, whole.status} <= {Status.HAPPENED, Status.ONGOING}
            return whole if settled and _may_be_of_one_day(mention, whole) else None
    return None


def _may_be_of_one_day(part: EventMention, whole: EventMention) -> bool:
    """Whether both have one date, or the whole was only assumed to be of publication, shortly after the part."""
    if whole.date.first is None or part.date.first is None:
        return False
    assumed = whole.date.basis == Basis.PUBLISHED and dt.timedelta(0) <= whole.date.first - part.date.first <= _NEWS
    return assumed or (whole.date.first, whole.date.last) == (part.date.first, part.date.last)


_NEWS = dt.timedelta(days=7)  # as the story of a document reaches


def _is_told_by_whole(parsed: ParsedSentence, candidate: Candidate, mention: EventMention, whole: EventMention) -> bool:
    """Whether a clause without a date says what for, how, or what came of it.

    "Signs a bill to reopen the harbour", "accused of stealing", "has blocked the sale, dealing a blow to Latvia".
    """
    assert candidate.clause is not None  # noqa: S101 for the type checker
    clause = parsed.clauses[candidate.clause]
    settled = whole.status in (Status.HAPPENED, Status.ONGOING) and mention.status == whole.status
    how = clause.verb.form == "gerund" and not clause.verb.speaks and settled
    how = how or clause.kind == "reported"  # "quits, saying that ..."
    return mention.date.start is None and (clause.kind == "infinitive" or is_held_for(parsed, clause) or how)


def _find_above(parsed: ParsedSentence, number: int) -> int | None:
    """The clause that a clause without a finite verb hangs on."""
    clause = parsed.clauses[number]
    above = parsed.clauses[clause.parent] if clause.kind == "reported" and clause.parent is not None else None
    said_beside = above is not None and above.verb.form == "gerund"
    return clause.parent if clause.kind in _HANGING or said_beside else None


def _is_one_breath(part: EventMention, whole: EventMention) -> bool:
    """Whether both go by the same words of date, and tell of what happened."""
    if {part.status, whole.status} - {"happened", "ongoing"}:
        return False
    return part.date.start is not None and part.date.start == whole.date.start
