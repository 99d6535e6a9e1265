"""Words of a sentence -> its verb groups, and what each says of the time of its clause.

A verb group is read as a whole: "would have met" is past, "would be flying" is not.
"""

import enum
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.dates.engine import _verbs, _words

__all__ = ["Tense", "Verdict", "is_infinitive", "read_groups"]


class Tense(enum.StrEnum):
    """Which way a clause looks from publication: to what has been or to what is coming."""

    PAST = "past"
    COMING = "coming"


class Verdict(NamedTuple):
    """What a verb group says, the words that say it, and whether it leaves no doubt ("will", "died").

    It is `sure` where the words are said of the day itself: "since", "April 20, when the rig exploded".
    """

    tense: Tense
    words: str
    plain: bool = False
    sure: bool = False


_SHORTEST = 4  # letters of a word in -ed that can be a verb


def read_groups(words: Sequence[str], lowered: Sequence[str]) -> Iterator[tuple[int, Verdict]]:
    """The index after each verb group that tells the time, and what it says, in order.

    Examples
    --------
    >>> [found.words for _, found in read_groups(*[["He", "said", "it", "will", "not", "close"]] * 2)]
    ['said', 'will close']
    """
    at, pluperfect = 0, False
    while at < len(words):
        word = lowered[at]
        if word not in _TELLING and not word.endswith("ed"):
            at += 1
            continue
        end = _skip_group(lowered, at + 1)
        found = _judge_group(words, lowered, at, end, pluperfect=pluperfect)
        if found:
            pluperfect = pluperfect or word in ("had", "hadn't")
            yield min(end + 1, len(words)), found
        grouped = (found is not None and word in _AUXILIARIES) or _is_passive(lowered, at, end)
        at = end + 1 if grouped and end < len(words) and lowered[end] not in ("to", "until") else at + 1


def _is_passive(lowered: Sequence[str], at: int, end: int) -> bool:
    """Whether a participle after "is" tells nothing of the past: "if no buyer is found by"."""
    if lowered[at] not in _verbs.BE_NOW or end >= len(lowered):
        return False
    return lowered[end].endswith("ed") or lowered[end] in _verbs.PAST_VERBS


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


def _skip_group(lowered: Sequence[str], at: int) -> int:
    """The index of the main verb of a group, its adverbs and auxiliaries passed over."""
    while at < len(lowered) and (
        lowered[at] in _verbs.INSIDE_GROUP or lowered[at] in ("have", "had") or lowered[at].endswith("ly")
    ):
        at += 1
    return at


def _judge_group(  # noqa: C901, PLR0911 one return a class of words
    words: Sequence[str], lowered: Sequence[str], at: int, end: int, *, pluperfect: bool
) -> Verdict | None:
    word = lowered[at]
    main = lowered[end] if end < len(lowered) else ""
    said = f"{word} {main}".strip() if main[:1].isalpha() else word
    if word in _verbs.AHEAD:
        return Verdict(Tense.COMING, said, plain=True)
    if word in _verbs.MODALS:
        return _judge_modal(words, lowered, at, end, said)
    if word in _verbs.HAVE:
        return _judge_have(lowered, at, main, said)
    if word in _verbs.BE:
        return _judge_be(words, lowered, at, end, said)
    if word == "to" and is_infinitive(words, lowered, at):
        return None if pluperfect else _judge_infinitive(lowered, at)
    if word == "set" and main not in ("for", "to", "on", "aside", ""):
        return None if main == "of" else Verdict(Tense.PAST, word)  # "a set of measures", "set a record"
    if word == "due" and main == "to" and not is_infinitive(words, lowered, end):
        return None  # "due to floods"
    if word in _verbs.PLANNED_ALONE and lowered[at - 1 : at] and lowered[at - 1] in _FORMERLY:
        return Verdict(Tense.PAST, f"{lowered[at - 1]} {word}")
    if word in _verbs.PLANNED_ALONE:
        owned = at > 0 and lowered[at - 1] in _OWNERS  # "called off their planned merger on Wednesday"
        return None if pluperfect or owned else Verdict(Tense.COMING, word)
    if word in _verbs.COMING or (word in _verbs.INTENDING and main in _THINGS and not _is_noun(lowered, at)):
        return Verdict(Tense.COMING, word)
    if _is_past(words, lowered, at):
        return Verdict(Tense.PAST, word, plain=True)
    if word in _verbs.CALENDAR_VERBS and at and words[at].islower() and _is_finite(words, lowered, at):
        return Verdict(Tense.COMING, word)
    return None


def _judge_modal(words: Sequence[str], lowered: Sequence[str], at: int, end: int, said: str) -> Verdict | None:
    """A modal looks ahead, but not before "have", nor as "could not"."""
    if words[at] in ("May", "Can"):
        return None
    if "have" in lowered[at + 1 : end]:
        return Verdict(Tense.PAST, f"{lowered[at]} have")
    refused = lowered[at] in _verbs.NOT_AFTER and ("not" in lowered[at + 1 : end] or lowered[at].endswith("n't"))
    refused = refused or (lowered[at] == "could" and end < len(lowered) and lowered[end] in _verbs.TRIED)
    return Verdict(Tense.PAST if refused else Tense.COMING, said)


def _judge_have(lowered: Sequence[str], at: int, main: str, said: str) -> Verdict | None:
    if main == "until":
        return Verdict(Tense.COMING, said)
    if main == "to":
        return Verdict(Tense.PAST if lowered[at] == "had" else Tense.COMING, said)
    if main in _verbs.CALLING and lowered[at] in ("has", "have"):
        return Verdict(Tense.COMING, said)  # no day of the past goes with "has called": the march is on it
    return Verdict(Tense.PAST, said, plain=lowered[at] == "had")


def _judge_be(words: Sequence[str], lowered: Sequence[str], at: int, end: int, said: str) -> Verdict | None:
    """What a form of "be" says: "is to", "was due" and "is meeting" look ahead, a bare "is" only right at the date."""
    now = lowered[at] in _verbs.BE_NOW
    if not now and lowered[end : end + 2] in _LIT:
        return Verdict(Tense.PAST, said, plain=True)
    if end < len(lowered):
        if (lowered[end] == "to" and is_infinitive(words, lowered, end)) or lowered[end] in _verbs.PLANNED:
            return Verdict(Tense.COMING, said)
        if now:
            progressive = lowered[end].endswith("ing") and "being" not in lowered[at:end]
            progressive = progressive and lowered[end] not in _verbs.ONGOING
            return Verdict(Tense.COMING, said) if progressive or lowered[end] in _PLACES else None
        return Verdict(Tense.PAST, said, plain=True)
    if now:
        return Verdict(Tense.COMING, lowered[at])
    return Verdict(Tense.PAST, lowered[at])


_LIT = (["set"], ["set", "ablaze"], ["set", "alight"], ["set", "on"])
"""Behind "was", right before a day: a fire was set on it; what is planned was set for it."""
_OWNERS = frozenset("its their his her our".split())
_FORMERLY = frozenset("originally initially previously".split())
_PLACES = frozenset("out in at back up here away open closed over off available live".split())  # "is out on Friday"


def is_infinitive(words: Sequence[str], lowered: Sequence[str], at: int) -> bool:
    """Whether a verb follows "to", not a place, a number or a thing."""
    following = lowered[at + 1] if at + 1 < len(lowered) else ""
    plural = following.endswith("s") and not following.endswith("ss") and following != "focus"
    return (
        following.isalpha()
        and words[at + 1].islower()
        and following not in _NOUNS_AFTER_TO
        and not following.endswith(("ing", "day"))
        and not plural  # "in a letter to shareholders on Monday"
    )


_THINGS = frozenset("a an the for another new more its his her their".split())
_NOUNS_AFTER_TO = frozenset(
    """the a an this that these those his her its their our my your him them it us me each every all some any more less
    about nearly almost over one two three four five six seven eight nine ten what which whom early late mid prison jail
    court power parliament work school death hospital market residents reporters people staff police management both
    another no such late-night between at""".split()
)


def _judge_infinitive(lowered: Sequence[str], at: int) -> Verdict | None:
    """An infinitive looks ahead where a plan, an order or nothing at all governs it."""
    before, verb = lowered[max(0, at - 7) : at], lowered[at + 1]
    governor = next((word for word in reversed(before) if word in _verbs.PLANNING or word in _verbs.DONE), "")
    if before and before[-1] in _verbs.DONE:
        return None
    orders = next((word for word in before if word in _verbs.ORDERING), "")
    if orders and (verb in _verbs.CALENDAR_INFINITIVES or any(word in _words.WEEKDAYS for word in before)):
        return Verdict(Tense.COMING, f"{orders} to {verb}")
    if governor in _verbs.PLANNING:
        told = before[before.index(governor) - 1 :][:1] if before.index(governor) else []
        was = f"{told[0]} " if told and told[0] in ("was", "were") else ""
        return Verdict(Tense.COMING, f"{was}{governor} to {verb}")
    past = any(word in _verbs.PAST_VERBS or (word.endswith("ed") and word not in _verbs.NOT_PAST) for word in before)
    if not past and (verb in _verbs.CALENDAR_INFINITIVES or at < _HEADLINE):
        return Verdict(Tense.COMING, f"to {verb}")
    return None


_HEADLINE = 4  # words of a subject before "to" in a headline: "Trump to meet Xi"


def _is_noun(lowered: Sequence[str], at: int) -> bool:
    """Whether a word that could be a verb is a noun: "unveiled a plan for", but "ministers plan a vote"."""
    before = lowered[at - 1] if at else ""
    done = before in _verbs.PAST_VERBS or before.endswith("ed") or before in ("out", "up")
    if before in _OWNERS or (lowered[at] == "plans" and done and _ON_A_DAY.isdisjoint(lowered[at + 2 : at + 5])):
        return True  # "published its plan for the mill", "set out plans for the port"
    if lowered[at] == "plan":
        return not before.endswith("s") and before not in ("they", "we")
    return before in _BEFORE_NO_VERB


def _is_past(words: Sequence[str], lowered: Sequence[str], at: int) -> bool:
    """Whether a word is a verb of the past by itself."""
    word, before = lowered[at], lowered[at - 1] if at else ""
    owned = before.endswith("'s") and before not in _HAS  # "Tuesday's combined"
    if owned or before in _BEFORE_NO_VERB or before in _BEFORE_ADJECTIVE or (at and words[at][0].isupper()):
        return False
    if word in _verbs.PAST_VERBS:
        return True
    return len(word) >= _SHORTEST and word.endswith("ed") and word not in _verbs.NOT_PAST


_ON_A_DAY = frozenset(
    """ballot election elections march meeting protest protests rally referendum strike strikes summit talks vote
    walkout""".split()
)
_BEFORE_NO_VERB = frozenset("to be the a an being his her its their".split())
_HAS = frozenset("he's she's it's who's that's there's".split())
_BEFORE_ADJECTIVE = frozenset(
    "behind of with from by for at under amid against about into".split()
)  # "behind closed doors"


def _is_finite(words: Sequence[str], lowered: Sequence[str], at: int) -> bool:
    """Whether a word that could be a noun is the verb of a subject before it."""
    before = lowered[at - 1]
    if before == "and" and (lowered[at].endswith("s") or lowered[at] in _NEVER_NOUNS):
        return at > 1
    if before == "that" and lowered[at] in _NEVER_NOUNS:
        return True  # "tickets that go on sale"
    if before in ("which", "who") or (before[-1:] in (",", ")") and lowered[at].endswith("s")):
        return at > 1
    if lowered[at] in _MATCHES and words[at - 1][0].isupper() and words[at + 1 : at + 2] and words[at + 1][0].isupper():
        return True  # "Iceland play England"
    plural = before in _THEY or (before.endswith("s") and len(before) > 1)
    if not lowered[at].endswith("s") and not plural:
        return False  # "the vote was", but "lawmakers vote"
    return before.isalpha() and before not in _NEVER_SUBJECT and not before.endswith("ly")


_THEY = frozenset("they we you".split())
_MATCHES = frozenset("play face host meet visit take entertain".split())
_NEVER_NOUNS = frozenset(
    """go goes become becomes begin begins appear appears arrive arrives decide decides choose depart departs resume
    resumes convene convenes publish expires opens meets""".split()
)
_NEVER_SUBJECT = frozenset(
    """the a an of in on at to for from by with and or his her its their our this that these those no new first
    last next will would could may might should must can not both two three all open closed early late as
    opening""".split()
)
