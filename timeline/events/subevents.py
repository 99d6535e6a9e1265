"""Which mentions of a sentence are only parts of another: one happening, told in one breath.

"Peru banned the imports in April 2025, hitting its neighbours" and "The minister called the plan dead during an
August 11 press conference" each tell one event: what hangs on its verb without a verb of its own, and has no date of
its own, is part of it.
"""

from collections.abc import Mapping, Sequence

from timeline.events.allegations import is_held_for
from timeline.events.mention import EventMention
from timeline.events.sayings import link_sayings
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.triggers import Candidate
from timeline.vocabulary import Status

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
    told = whole is not None and not candidate.noun and _is_told_by_whole(parsed, candidate, mention, whole)
    return whole.id if whole is not None and (told or _is_one_breath(mention, whole)) else ""


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
