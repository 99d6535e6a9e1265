"""The words of a sentence before and after a date -> whether its clause tells what was or what is coming.

A verb group is read as a whole: "would have met" is past, "would be flying" is not. Before a date the last group
decides, and where none stands there, or the date opens a clause of its own, the first one after it.
"""

import collections
import enum
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.dates.engine import _verbs, _words

__all__ = ["Tense", "Verdict", "tense_around"]


class Tense(enum.StrEnum):
    """Which way a clause looks from publication: to what has been or to what is coming."""

    PAST = "past"
    COMING = "coming"


class Verdict(NamedTuple):
    """What a verb group says, the words that say it, and whether it leaves no doubt ("will", "died")."""

    tense: Tense
    words: str
    plain: bool = False


_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)*|\d[\d,.:]*|[^\w\s]")
_SPEECH = re.compile('[“"]')  # what is quoted after a date tells nothing of it
_BEFORE_WORDS = 40  # words before a date in which its verb is looked for
_AFTER_WORDS = 14  # words after a date in which its verb is looked for
_SHORTEST = 4  # letters of a word in -ed that can be a verb


def tense_around(before: str, after: str, *, plain: bool = False) -> Verdict | None:
    """What the verbs around a date say, given the rest of its sentence on either side; None where none says anything.

    `plain` asks for verdicts only that leave no doubt.

    Examples
    --------
    >>> tense_around("He said the council will meet on ", ".").words
    'will meet'
    >>> tense_around("On ", " the court will hear the appeal it rejected.").tense
    <Tense.COMING: 'coming'>
    >>> tense_around("The pact had been due to lapse ", " night.").tense
    <Tense.PAST: 'past'>
    """
    words, following = (
        _WORD.findall(before)[-_BEFORE_WORDS:],
        _WORD.findall(_SPEECH.split(after, maxsplit=1)[0])[:_AFTER_WORDS],
    )
    lowered = [word.lower().replace("’", "'") for word in words]
    if " ".join(lowered[-3:]).endswith(_verbs.OPENINGS_AHEAD):
        return Verdict(Tense.COMING, lowered[-1])
    following_lowered = [word.lower().replace("’", "'") for word in following]
    first = next(_verdicts(following, following_lowered), None)
    last = next(iter(collections.deque(_verdicts(words, lowered), maxlen=1)), None)
    if following_lowered[:1] == ["but"] and last and last.words.startswith(("was ", "were ", "had ")):
        return Verdict(Tense.PAST, "but")  # "was due on Tuesday but did not appear"
    if following_lowered and following_lowered[0] in _verbs.CALENDAR_VERBS and _is_subject(lowered, following_lowered):
        return Verdict(Tense.COMING, following_lowered[0])
    if first and (last is None or _opens_clause(lowered) or _is_subject(lowered, following_lowered)):
        return first if first.plain or not plain else None
    if last is None and following_lowered[:1] == ["to"] and _is_infinitive(following, following_lowered, 0):
        return Verdict(Tense.COMING, " ".join(following_lowered[:2]))  # "Lawmakers meet on Friday to elect a chair"
    moved = _moved(lowered)
    return moved or (last if last is None or last.plain or not plain else None)


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


def _moved(lowered: Sequence[str]) -> Verdict | None:
    """A day that something was set for or moved to: "was delayed until", "pushed back to", "called a vote for"."""
    last = lowered[-1] if lowered and lowered[-1] != "the" else lowered[-2] if len(lowered) > 1 else ""
    if last not in ("until", "till", "to", "for"):
        return None
    recent = lowered[-9:]
    verbs = _verbs.MOVING if last in ("until", "till") else _verbs.MOVING - _verbs.HAVE
    verb = next((word for word in reversed(recent) if word in verbs), "")
    return Verdict(Tense.COMING, f"{verb} … {last}") if verb else None


def _verdicts(words: Sequence[str], lowered: Sequence[str]) -> Iterator[Verdict]:
    """What each verb group says, in order."""
    at, pluperfect = 0, False
    while at < len(words):
        word = lowered[at]
        if word not in _TELLING and not word.endswith("ed"):
            at += 1
            continue
        end = _over_group(lowered, at + 1)
        found = _verdict(words, lowered, at, end, pluperfect=pluperfect)
        if found:
            pluperfect = pluperfect or word in ("had", "hadn't")
            yield found
        grouped = found is not None and word in _AUXILIARIES
        at = end + 1 if grouped and end < len(words) and lowered[end] not in ("to", "until") else at + 1


_AUXILIARIES = _verbs.AHEAD | _verbs.MODALS | _verbs.HAVE | _verbs.BE
_TELLING = (
    _AUXILIARIES
    | {"to"}
    | _verbs.PLANNED_ALONE
    | _verbs.COMING
    | _verbs.INTENDING
    | _verbs.PAST_VERBS
    | _verbs.CALENDAR_VERBS
)


def _over_group(lowered: Sequence[str], at: int) -> int:
    """The index of the main verb of a group, its adverbs and auxiliaries passed over."""
    while at < len(lowered) and (
        lowered[at] in _verbs.INSIDE_GROUP or lowered[at] in ("have", "had") or lowered[at].endswith("ly")
    ):
        at += 1
    return at


def _verdict(  # noqa: C901, PLR0911 one return a class of words
    words: Sequence[str], lowered: Sequence[str], at: int, end: int, *, pluperfect: bool
) -> Verdict | None:
    word = lowered[at]
    main = lowered[end] if end < len(lowered) else ""
    said = f"{word} {main}".strip() if main[:1].isalpha() else word
    if word in _verbs.AHEAD:
        return Verdict(Tense.COMING, said, plain=True)
    if word in _verbs.MODALS:
        return _of_modal(words, lowered, at, end, said)
    if word in _verbs.HAVE:
        return _of_have(lowered, at, main, said)
    if word in _verbs.BE:
        return _of_be(words, lowered, at, end, said)
    if word == "to" and _is_infinitive(words, lowered, at):
        return None if pluperfect else _of_infinitive(lowered, at)
    if word == "set" and main not in ("for", "to", "on", "aside", ""):
        return None if main == "of" else Verdict(Tense.PAST, word)  # "a set of measures", "set a record"
    if word == "due" and main == "to" and not _is_infinitive(words, lowered, end):
        return None  # "due to floods"
    if word in _verbs.PLANNED_ALONE:
        return None if pluperfect else Verdict(Tense.COMING, word)
    if word in _verbs.COMING or (word in _verbs.INTENDING and main in _THINGS and not _is_noun(lowered, at)):
        return Verdict(Tense.COMING, word)
    if _is_past(words, lowered, at):
        return Verdict(Tense.PAST, word, plain=True)
    if word in _verbs.CALENDAR_VERBS and at and words[at].islower() and _is_finite(lowered, at):
        return Verdict(Tense.COMING, word)
    return None


def _of_modal(words: Sequence[str], lowered: Sequence[str], at: int, end: int, said: str) -> Verdict | None:
    """A modal looks ahead, but not before "have", nor as "could not"."""
    if words[at] in ("May", "Can"):
        return None
    if "have" in lowered[at + 1 : end]:
        return Verdict(Tense.PAST, f"{lowered[at]} have")
    refused = lowered[at] in _verbs.NOT_AFTER and ("not" in lowered[at + 1 : end] or lowered[at].endswith("n't"))
    refused = refused or (lowered[at] == "could" and end < len(lowered) and lowered[end] in _verbs.TRIED)
    return Verdict(Tense.PAST if refused else Tense.COMING, said)


def _of_have(lowered: Sequence[str], at: int, main: str, said: str) -> Verdict | None:
    if main == "until":
        return Verdict(Tense.COMING, said)
    if main == "to":
        return Verdict(Tense.PAST if lowered[at] == "had" else Tense.COMING, said)
    return Verdict(Tense.PAST, said, plain=lowered[at] == "had")


def _of_be(words: Sequence[str], lowered: Sequence[str], at: int, end: int, said: str) -> Verdict | None:
    """What a form of "be" says: "is to", "was due" and "is meeting" look ahead, a bare "is" only right at the date."""
    now = lowered[at] in _verbs.BE_NOW
    if end < len(lowered):
        if (lowered[end] == "to" and _is_infinitive(words, lowered, end)) or lowered[end] in _verbs.PLANNED:
            return Verdict(Tense.COMING, said)
        if now:
            progressive = lowered[end].endswith("ing") and "being" not in lowered[at:end]
            progressive = progressive and lowered[end] not in _verbs.ONGOING
            return Verdict(Tense.COMING, said) if progressive or lowered[end] in _PLACES else None
        return Verdict(Tense.PAST, said, plain=True)
    if now:
        return Verdict(Tense.COMING, lowered[at])
    return Verdict(Tense.PAST, lowered[at])


_PLACES = frozenset("out in at back up here away open closed over off available live".split())  # "is out on Friday"


def _is_infinitive(words: Sequence[str], lowered: Sequence[str], at: int) -> bool:
    """Whether a verb follows "to", not a place, a number or a thing."""
    following = lowered[at + 1] if at + 1 < len(lowered) else ""
    return (
        following.isalpha()
        and words[at + 1].islower()
        and following not in _NOUNS_AFTER_TO
        and not following.endswith(("ing", "day"))
    )


_THINGS = frozenset("a an the for another new more its his her their".split())
_NOUNS_AFTER_TO = frozenset(
    """the a an this that these those his her its their our my your him them it us me each every all some any more less
    about nearly almost over one two three four five six seven eight nine ten what which whom early late mid prison jail
    court power parliament work school death hospital market residents reporters people both another no such
    late-night between at""".split()
)


def _of_infinitive(lowered: Sequence[str], at: int) -> Verdict | None:
    """An infinitive looks ahead where a plan, an order or nothing at all governs it."""
    before, verb = lowered[max(0, at - 7) : at], lowered[at + 1]
    governor = next((word for word in reversed(before) if word in _verbs.PLANNING or word in _verbs.DONE), "")
    if before and before[-1] in _verbs.DONE:
        return None
    orders = next((word for word in before if word in _verbs.ORDERING), "")
    if orders and (verb in _verbs.CALENDAR_INFINITIVES or any(word in _words.WEEKDAYS for word in before)):
        return Verdict(Tense.COMING, f"{orders} to {verb}")
    if governor in _verbs.PLANNING:
        return Verdict(Tense.COMING, f"{governor} to {verb}")
    past = any(word in _verbs.PAST_VERBS or (word.endswith("ed") and word not in _verbs.NOT_PAST) for word in before)
    if not past and (verb in _verbs.CALENDAR_INFINITIVES or at < _HEADLINE):
        return Verdict(Tense.COMING, f"to {verb}")
    return None


_HEADLINE = 4  # words of a subject before "to" in a headline: "Trump to meet Xi"


def _is_noun(lowered: Sequence[str], at: int) -> bool:
    """Whether a word that could be a verb is a noun: "unveiled a plan for", but "ministers plan a vote"."""
    before = lowered[at - 1] if at else ""
    if lowered[at] == "plan":
        return not before.endswith("s") and before not in ("they", "we")
    return before in _BEFORE_NO_VERB


def _is_past(words: Sequence[str], lowered: Sequence[str], at: int) -> bool:
    """Whether a word is a verb of the past by itself."""
    word, before = lowered[at], lowered[at - 1] if at else ""
    if before in ("to", "be", "the", "a", "an", "being", "his", "her", "its", "their") or (
        at and words[at][0].isupper()
    ):
        return False
    if word in _verbs.PAST_VERBS:
        return True
    return len(word) >= _SHORTEST and word.endswith("ed") and word not in _verbs.NOT_PAST


_BEFORE_NO_VERB = frozenset("to be the a an being his her its their".split())


def _is_finite(lowered: Sequence[str], at: int) -> bool:
    """Whether a word that could be a noun is the verb of a subject before it."""
    before = lowered[at - 1]
    if before == "and" and lowered[at].endswith("s"):
        return at > 1
    if before in ("which", "who") or (before[-1:] in (",", ")") and lowered[at].endswith("s")):
        return at > 1
    if not lowered[at].endswith("s") and not (before.endswith("s") and len(before) > 1):
        return False  # "the vote was", but "lawmakers vote"
    return before.isalpha() and before not in _NEVER_SUBJECT and not before.endswith("ly")


_NEVER_SUBJECT = frozenset(
    """the a an of in on at to for from by with and or his her its their our this that these those no new first
    last next will would could may might should must can not both two three all open closed early late as
    opening""".split()
)
