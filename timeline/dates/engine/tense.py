"""The words of a sentence before and after a date -> whether its clause tells what was or what is coming.

Before a date the last verb group decides, and where none stands there, or the date opens a clause of its own, the
first one after it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.dates.engine import _verbs
from timeline.dates.engine.verb_groups import Tense, Verdict, is_infinitive, read_groups

__all__ = ["Tense", "Verdict", "judge_tense"]

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)*|\d[\d,.:]*|[^\w\s]")
_SPEECH = re.compile('[“";]')  # what is quoted or stands behind a semicolon after a date tells nothing of it
_BEFORE_WORDS = 40  # words before a date in which its verb is looked for
_AFTER_WORDS = 14  # words after a date in which its verb is looked for
_OPENING_WORDS = 4  # words of the longest phrase that opens a day still to come
_PHRASE = 7  # words of a subject between "and" and its date: "and the pound on Friday fell"


class _Words(NamedTuple):
    """Some words of a sentence, as written and in lower case."""

    written: Sequence[str]
    lowered: Sequence[str]


def _split(words: Sequence[str]) -> _Words:
    return _Words(words, [word.lower().replace("’", "'") for word in words])


def judge_tense(before: str, after: str, *, plain: bool = False) -> Verdict | None:
    """What the verbs around a date say, given the rest of its sentence on either side; None where none says anything.

    `plain` asks for verdicts only that leave no doubt.

    Examples
    --------
    >>> judge_tense("He said the council will meet on ", ".").words
    'will meet'
    >>> judge_tense("On ", " the court will hear the appeal it rejected.").tense
    <Tense.COMING: 'coming'>
    >>> judge_tense("The pact had been due to lapse ", " night.").tense
    <Tense.PAST: 'past'>
    >>> judge_tense("Britain voted to leave, and the pound on ", " fell to a new low.").words
    'fell'
    """
    if after.startswith(":") and not before.strip():
        return None  # "Feb. 2: Creditors meet" tells what happened
    told = _split(_WORD.findall(before[before.rfind(";") + 1 :])[-_BEFORE_WORDS:])
    following = _split(_WORD.findall(_SPEECH.split(after, maxsplit=1)[0])[:_AFTER_WORDS])
    return _judge_by_phrase(told.lowered, following.lowered) or _judge_by_groups(told, following, plain=plain)


def _judge_by_phrase(lowered: Sequence[str], following: Sequence[str]) -> Verdict | None:
    """What the words right beside a date say, whatever its verb: "as early as", "looking forward to"."""
    if " ".join(lowered[-_OPENING_WORDS:]).endswith(_verbs.OPENINGS_AHEAD):
        return Verdict(Tense.COMING, " ".join(lowered[-2:]))
    if lowered[-1:] == ["since"]:
        return Verdict(Tense.PAST, "since", sure=True)
    if _lasts(lowered):  # "The show, open through 21 April"
        return Verdict(Tense.COMING, " ".join(lowered[-2:]))
    if _stands_in_calendar(lowered):  # "The election is on 5 November"
        return Verdict(Tense.COMING, " ".join(lowered[-2:]))
    now = bool(following) and (following[0] in _verbs.CALENDAR_VERBS or following[0] in _verbs.BE_NOW)
    if now and _is_subject(lowered, following):  # "Friday is a holiday"
        return Verdict(Tense.COMING, following[0])
    return None


def _stands_in_calendar(lowered: Sequence[str]) -> bool:
    """Whether all that is said of a date is that something is on it: "is on", "are in early"."""
    at = _skip_narrowing(lowered)
    return at > 1 and lowered[at - 1] in ("on", "in") and lowered[at - 2] in ("is", "are")


def _lasts(lowered: Sequence[str]) -> bool:
    """Whether an adjective without a verb says that something still holds: ", valid until"."""
    if len(lowered) < 2 or lowered[-1] not in ("through", "until", "till"):
        return False
    return lowered[-2] in _verbs.LASTING and lowered[-3:-2] in ([], [","], ["("])


def _judge_by_groups(told: _Words, following: _Words, *, plain: bool) -> Verdict | None:
    """What the verb groups say: the last one before the date, or the first one after it."""
    groups = list(read_groups(*told))
    end, last = groups[-1] if groups else (0, None)
    first_end, first = next(read_groups(*following), (0, None))
    if _is_contradicted(following.lowered) and any(group.words.startswith(_HAD_TO_COME) for _, group in groups[-2:]):
        return Verdict(Tense.PAST, "but")
    if first and first.plain and following.lowered[:2] == [",", "when"]:
        return first._replace(sure=True)  # "April 20, when the rig exploded"
    own = first is not None and (
        last is None
        or _opens_clause(told.lowered)
        or _is_subject(told.lowered, following.lowered)
        or (_follows_at_once(first, first_end, following.lowered) and _is_in_new_clause(told.lowered[end:]))
    )
    if own and first:
        return first if first.plain or not plain else None
    if last is None and following.lowered[:1] == ["to"] and is_infinitive(*following, 0):
        return Verdict(Tense.COMING, " ".join(following.lowered[:2]))  # "Lawmakers meet on Friday to elect a chair"
    moved = _judge_moved(told.lowered)
    return moved or (last if last is None or last.plain or not plain else None)


_HAD_TO_COME = ("was ", "were ", "had ")


def _is_contradicted(following: Sequence[str]) -> bool:
    """Whether what was to be did not come: "was due on Tuesday but did not appear"."""
    return following[:1] == ["but"] or following[:2] == [",", "but"]


def _follows_at_once(group: Verdict, end: int, following: Sequence[str]) -> bool:
    """Whether a verb group of the past or of what will be stands right behind the date."""
    return group.plain and end <= len(group.words.split()) + 1 and following[0] not in _verbs.CLAUSE_OPENERS


def _is_in_new_clause(since: Sequence[str]) -> bool:
    """Whether "and" and a subject are all that stands between the last verb and the date: "and the pound on"."""
    at = next((i for i in range(len(since) - 1, -1, -1) if since[i] in ("and", "but", "while", ";")), -1)
    return at >= 0 and len(since) - at <= _PHRASE and (since[at] != "and" or since[at - 1 : at] == [","])


def _opens_clause(lowered: Sequence[str]) -> bool:
    """Whether the date opens a clause of its own: "…, and on Friday the court will"."""
    at = len(lowered) - 1
    while at >= 0 and lowered[at] in ("on", "in", "the", "this", "next", "by", "early", "late", "of", "night"):
        at -= 1
    if at == len(lowered) - 1 >= 0 and lowered[at] in ("and", "or"):
        return False  # "in March and April"
    return at < 0 or lowered[at] in _verbs.CLAUSE_OPENERS or lowered[at] in (";", ":", "—", "–", "(")


def _is_subject(lowered: Sequence[str], following: Sequence[str]) -> bool:
    """Whether the date, or what it owns, is the subject of the verb after it: "Friday will be", "Friday's vote"."""
    if following[:1] == ["'"]:
        past = bool(lowered) and (lowered[-1].endswith("ed") or lowered[-1] in _verbs.PAST_VERBS)
        return not past or lowered[-1] in _SAYING  # "boycotted Sunday's vote" has it as its object
    if not following:
        return False
    governed = bool(lowered) and lowered[-1] in _PREPOSITIONS
    told = following[0] in _verbs.AHEAD or following[0] in _verbs.BE or following[0] in _verbs.CALENDAR_VERBS
    return told and not governed


_SAYING = frozenset("said says told announced confirmed added claimed warned hoped believed noted insisted".split())
_PREPOSITIONS = frozenset("on for until till by from to before after since in of over during at".split())


def _judge_moved(lowered: Sequence[str]) -> Verdict | None:
    """A day that something was set for, moved to or put off until: "was delayed until", "called a vote for"."""
    at = _skip_narrowing(lowered)
    last = lowered[at - 1] if at else ""
    if last not in ("until", "till", "to", "for"):
        return None
    recent = lowered[max(0, at - 9) : at]
    late = last in ("until", "till")
    verbs = _verbs.MOVING if late else _verbs.MOVING - _verbs.HAVE
    verb = next((word for word in reversed(recent) if word in verbs), "")
    if verb in _verbs.PLANNED_ALONE and "had" in recent:
        return None  # "the meeting that had been set for Monday"
    if late and not verb:  # "would not sail until": what is refused lasts until then
        refused = (word for word in recent if word in _verbs.NOT_AFTER and (word.endswith("n't") or "not" in recent))
        verb = next(refused, "")
    return Verdict(Tense.COMING, f"{verb} … {last}") if verb else None


def _skip_narrowing(lowered: Sequence[str]) -> int:
    """Where the words end before those that only narrow the date behind them: "the end of", "early"."""
    at = len(lowered)
    while at and lowered[at - 1] in _NARROWING:
        at -= 1
    return at


_NARROWING = frozenset("the mid - early late end of start beginning middle at least".split())
