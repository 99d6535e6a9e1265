"""A stretch of words without a sure verb -> the word in it that is most likely its verb: "Norway fines Tellus".

A sentence has a finite verb, and so has what a conjunction opens. In the present tense of headlines and chronologies
that verb is mostly a word the lexicon calls a noun ("arrests", "bans", "names"): which one it is only the whole
stretch can tell, by agreement with its subject and by what follows. A line without a full stop may be a bare phrase
("Export controls on chips"), so that it asks for more evidence.
"""

from collections.abc import Iterator, Sequence

from timeline.events.syntax.lexicon import find_lemma, find_usual_tag, list_verb_forms
from timeline.events.words import cues, kinds, tagset, verbs

__all__ = ["find_finite_verbs"]

_CUTS = frozenset((":", "(", ")", '"', "."))
_SURE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_OPEN = frozenset(("NN", "NNS", "JJ", "VB", "RB"))
_PLURAL = frozenset(("NNS", "NNPS"))
_COLLECTIVE = frozenset("police people staff crew majority number dozens hundreds thousands scores many".split())
_NO_PLURAL = frozenset("news sports politics arms".split())
"""They look like plurals and stand before nouns: "news report", "arms deal"."""
_NEWS = (
    kinds.TELLING
    | verbs.REPORTING
    | verbs.STATEMENTS
    | verbs.LIGHT
    | verbs.MOVES_OF_FIGURES
    | verbs.OCCURRENCES
    | frozenset(verbs.CATENATIVES)
)
_OPENS_OBJECT = frozenset(("DT", "PRP", "PRP$"))
_SENTENCE, _LINE, _PART = 1, 2, 4
"""How much evidence makes a verb: of a sentence, of a line without a full stop, of a part beside another verb."""
_PAST = 3
"""The evidence for a word that may be a past as well as a participle: more than for most nouns."""


def find_finite_verbs(low: Sequence[str], tags: list[str], named: Sequence[bool]) -> None:
    """Tag the likeliest verb of each stretch that has none; `named` says which words are names or dates."""
    for i, tag in enumerate(tags):
        if tag in ("VBZ?", "VB?"):
            tags[i] = "NNS" if tag == "VBZ?" else "NN"
        elif tag == "VBD?" and "VBN" not in list_verb_forms(low[i]):
            tags[i] = "VBD"  # "broke" can be nothing else
    acting = [i for i, tag in enumerate(tags) if tag in _SURE or tag == "VBD?"]
    for first, last in list(_list_stretches(low, tags)):
        if any(tags[i] in _SURE for i in range(first, last)) and not _is_reported_by_first(low, tags, first, last):
            continue
        if _stands_aside(low, tags, first, last):
            continue
        goes_on = tags[last : last + 1] == [","] and tags[last + 1 : last + 2] in (["VBZ"], ["VBP"])
        parted = tags[-1] != "." or tags[0] == "DATE"  # "Norvik files for bankruptcy; Roe quits"
        elsewhere = any(
            not (first <= i < last or (parted and ";" in low[min(i, last) : max(i, first)])) for i in acting
        )
        alone = goes_on or not elsewhere or _is_followed_by_clause(tags, first, last)
        least = (_SENTENCE if tags[-1] == "." else _LINE) if alone else _PART
        pasts = [(_weigh_past(low, tags, i), -i) for i in range(first, last) if tags[i] == "VBD?"]
        past, at = max(pasts, default=(0, -last))
        until = -at if past >= _PAST else last  # what follows a past is its object
        found = [
            (_weigh_evidence(low, tags, named, first, i), -i) for i in range(first + 1, until) if _may_be(low, tags, i)
        ]
        score, place = max(found, default=(0, 0))
        if score + goes_on >= least and score > past:
            tags[-place] = "VBZ" if "VBZ" in list_verb_forms(low[-place]) else "VBP"
            _settle_what_is_said(low, tags, -place + 1)
    if tags[-1:] == ["."] and not any(tag in _SURE or tag == "VBD?" for tag in tags):
        _open_verb_behind_aside(low, tags)


def _settle_what_is_said(low: Sequence[str], tags: list[str], i: int) -> None:
    """Behind a verb that has just been found "that" opens what it says: "documents show that engineers warned"."""
    if low[i : i + 1] != ["that"]:
        return
    tags[i] = "IN"
    if tags[i + 1 : i + 2] == ["VBZ"] and any(tag in ("VBD?", *_SURE) for tag in tags[i + 2 :]):
        tags[i + 1] = "NNS"


def _stands_aside(low: Sequence[str], tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a preposition opens a stretch between two commas: "the union, with help from health services, ..."."""
    between = first > 0 and tags[first - 1] == "," and tags[last : last + 1] == [","]
    return between and tags[first] == "IN" and low[first] not in cues.SUBORDINATORS and "DATE" not in tags[first:last]


def _is_followed_by_clause(tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a sentence opens with a stretch that "and" joins a clause to: "The dam bursts, and 12 people die."."""
    opens = all(tag in ("DATE", ":", ",") for tag in tags[:first]) and tags[first] not in ("IN", "TO", "CC", "RB")
    return opens and tags[-1] == "." and tags[last : last + 2] == [",", "CC"] and "CC" not in tags[first:last]


def _open_verb_behind_aside(low: Sequence[str], tags: list[str]) -> None:
    """Where a sentence has no verb at all, one may open what follows an aside: "the chairman, Jon Roe, steps down"."""
    for i in range(2, len(tags) - 1):
        opens = tags[i] == "NNS" and tags[i - 1] == "," and tags[i + 1] in ("RB", "IN", "DT", "NNP", "PRP$", "CD", ".")
        if opens and "," in tags[: i - 1] and "VBZ" in list_verb_forms(low[i]):
            tags[i] = "VBZ"
            return


def _list_stretches(low: Sequence[str], tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches between marks, and from each word that opens a clause."""
    first = 0
    for i in range(len(tags) + 1):
        ends = i == len(tags) or tags[i] in _CUTS or tags[i] == "," or _opens(low, tags, i)
        if ends and i > first:
            yield first, i
        if ends:
            first = i + (i < len(tags) and tags[i] in (*_CUTS, ","))


def _opens(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a clause may begin at `i`: "after Norway bans exports"."""
    dated = low[i] in cues.TIMING and tags[i + 1 : i + 2] == ["DATE"]  # "drivers hired before 2010 keep their pensions"
    return low[i] in cues.SUBORDINATORS and tags[i] in ("IN", "WP", "WDT", "WRB", "WP$") and not dated


def _may_be(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether the word at `i` may be a present that the first pass took for something else."""
    if tags[i] not in _OPEN or (tags[i] == "RB" and low[i] != "back"):
        return False
    return not list_verb_forms(low[i]).isdisjoint(("VB", "VBZ")) and low[i] not in _NO_PLURAL


def _weigh_evidence(low: Sequence[str], tags: Sequence[str], named: Sequence[bool], first: int, i: int) -> int:
    """How much speaks for the word at `i` as the verb of the stretch from `first`; 0 where it cannot be."""
    before = i - 1
    while before > first and tags[before] == "RB":
        before -= 1
    if tags[before] not in (*tagset.NOUNS, "CD") and low[before] not in cues.ALONE and not named[before]:
        return 0
    third = "VBZ" in list_verb_forms(low[i])
    if not third and _is_one_thing(low, tags, first, before):
        return 0
    if not third and tags[before] == "NN" and low[before] not in _COLLECTIVE and tags[i + 1 : i + 2] in ([], ["."]):
        return 0  # "two points above the relegation zone"
    usual = find_usual_tag(low[i])
    team = tags[before] == "NNP" and not third and usual[:2] == "VB" and low[first] != "that"  # "Harrow unveil him"
    if not team and third == _is_plural(low, tags, named, first, before):
        return 0
    score = 2 if usual[:2] == "VB" else 0
    score += 1 if find_lemma(low[i]) in _NEWS else 0
    score += 1 if any(named[first : before + 1]) or tags[first] == "DT" or (not third and before == first) else 0
    score += 1 if tags[-1] == "." else 0
    return max(0, score + _weigh_following(low, tags, named, i))


def _is_one_thing(low: Sequence[str], tags: Sequence[str], first: int, last: int) -> bool:
    """Whether the noun at `last` has "a" before it, behind a preposition: "despite a storm" holds no plural verb.

    But "talks on a coalition begin".
    """
    start = last
    while start > 0 and (tags[start - 1] in tagset.NOUNS or tags[start - 1] == "JJ"):
        start -= 1
    plural = any(tags[k] in _PLURAL for k in range(first, start))
    return start > 1 and low[start - 1] in ("a", "an") and tags[start - 2] == "IN" and not plural


def _weigh_following(low: Sequence[str], tags: Sequence[str], named: Sequence[bool], i: int) -> int:
    """What the word after a supposed verb says for it."""
    if i + 1 >= len(tags) or tags[i + 1] in _CUTS or tags[i + 1] == ",":
        return 0 if tags[-1] == "." or tags[i] == "NN" else -1
    following = tags[i + 1]
    if low[i + 1] == "that" and find_lemma(low[i]) in verbs.REPORTING:
        return 3
    if following in _OPENS_OBJECT or named[i + 1] or following == "NNP":
        return 3
    if following == "TO":
        return 3 if tags[i + 2 : i + 3] == ["VB"] and find_lemma(low[i]) in verbs.CATENATIVES else 0
    if following in ("CD", "JJ", "NNS", "VBG", "VBN", "RB"):
        return 2
    decides = low[i] in _DECIDING and low[i + 1] in ("for", "against")
    return 1 if following == "NN" or decides else -1 if low[i + 1] == "of" else 0


_DECIDING = frozenset("files rules votes".split())
"""Behind them "for" or "against" opens what stands for an object: "Norvik files for bankruptcy"."""


def _is_plural(low: Sequence[str], tags: Sequence[str], named: Sequence[bool], first: int, last: int) -> bool | None:
    """Whether the subject that ends at `last` is plural; None where it may be either."""
    start = _skip_fronted(low, tags, first, last)
    words = range(start, last + 1)
    if any(tags[k] == "CC" and _is_nominal(tags[k - 1]) for k in words if k > start):
        return True
    head = next((k for k in words if k > start and tags[k] in ("IN", "TO", "VBN", "VBD?")), last + 1) - 1
    if low[head] in _COLLECTIVE:
        return None
    if named[head]:
        return False
    if tags[head] == "NNP" and head == _find_first_word(tags) and low[head].endswith("s"):
        return None  # "Dockers" and "Tellus" alike: unknown words that a capital says nothing of
    if tags[head] == "CD" and head == start and low[head] not in ("one", "1"):
        return True
    return tags[head] in _PLURAL and low[head] not in _NO_PLURAL


def _find_first_word(tags: Sequence[str]) -> int:
    """Where the first word stands that is no mark and no date."""
    return next((i for i, tag in enumerate(tags) if tag not in (*_CUTS, ",", "DATE")), 0)


def _skip_fronted(low: Sequence[str], tags: Sequence[str], first: int, last: int) -> int:
    """Where the subject begins, after what joins its clause and a date before it: "and in March the council"."""
    start = first
    while start < last and (tags[start] in ("RB", "CC", "DATE") or _opens(low, tags, start)):
        start += 1
    if tags[start] == "IN":
        start = next((k + 1 for k in range(start, min(start + 4, last)) if tags[k] == "DATE"), start)
    return start


def _is_nominal(tag: str) -> bool:
    return tag in tagset.NOUNS or tag in ("CD", "PRP")


def _weigh_past(low: Sequence[str], tags: Sequence[str], i: int) -> int:
    """How much speaks for a past rather than a participle: "man accused of fraud" holds no past."""
    following = tags[i + 1] if i + 1 < len(tags) else ""
    if low[i + 1 : i + 2] == ["by"] and i and tags[i - 1] in tagset.NOUNS:
        return 0
    if following in ("DT", "NN", "NNS", "NNP", "PRP", "PRP$", "CD"):
        return 2 * _PAST
    lacks_object = following in ("IN", "TO", "") and kinds.OF_VERB.get(find_lemma(low[i])) in _DONE_TO
    return _PAST - 2 * lacks_object if i and tags[i - 1] not in (",", "CC") else _PAST


_DONE_TO = frozenset("ban sanction lawsuit crime order approval statement appointment conflict".split())
"""Kinds of event whose verbs have somebody they are done to: without an object after them they are participles."""


_HELPING = frozenset("has have had is was were are will would".split())  # "which the agency says has spread"


def _is_reported_by_first(low: Sequence[str], tags: Sequence[str], first: int, last: int) -> bool:
    """Whether the only sure verb may be what an earlier word says: "Court rules Berg must pay"."""
    sure = next(i for i in range(first, last) if tags[i] in _SURE)
    for i in range(first + 1, sure):
        speaks = find_lemma(low[i]) in verbs.REPORTING | verbs.STATEMENTS | {"rule"}
        if (
            tags[i] in ("NNS", "VBZ?")
            and speaks
            and (tags[i + 1] in (*_OPENS_OBJECT, "NNP") or low[i + 1] in _HELPING)
            and _is_nominal(tags[i - 1])
        ):
            return True
    return False
