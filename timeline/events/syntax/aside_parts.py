"""The parts between commas before a verb -> which of them are only said of the noun before them: its asides."""

import itertools

from timeline.events.syntax.leftward import Leftward, Span, skip_small_words
from timeline.events.words import cues, tagset, verbs

__all__ = [
    "counts",
    "find_subject_opening",
    "is_aside",
    "is_called_by_name",
    "list_parts",
    "may_be_apposed",
    "names_what_is_apposed",
    "opens_clause",
    "opens_time",
    "without_relative",
]

_RELATIVE = frozenset(("WP", "WDT", "WP$", "WRB"))
_STOPS = frozenset((":", ".", '"'))


def list_parts(left: Leftward, comma: int, floor: int) -> list[Span]:
    """The parts between commas before `comma`, back to a mark that no subject crosses."""
    start = next((k + 1 for k in range(comma - 1, floor - 1, -1) if _is_parting_clauses(left, k)), floor)
    cuts = [k for k in range(start, comma) if left.read_tag(k) == ","]
    edges = [start - 1, *cuts, comma]
    return [(a + 1, b) for a, b in itertools.pairwise(edges) if a + 1 < b]


def _is_parting_clauses(left: Leftward, k: int) -> bool:
    """Whether a mark parts clauses, and not the halves of a word: "42-year-old"."""
    inside = left.tokens[k].low == "-" and k > 0 and left.tokens[k].start == left.tokens[k - 1].end
    return left.read_tag(k) in _STOPS and not inside


def is_aside(left: Leftward, start: int, end: int) -> bool:
    """Whether a part between commas is only said of the noun before it."""
    tag = left.read_tag(start)
    if tag in _RELATIVE or (left.tokens[start].low == "that" and tag in ("IN", "WDT")):
        return True
    if tag == "DT" and left.read_tag(start + 1) in ("JJS", "RBS"):  # "the strongest since 1973"
        return True
    if counts(left, start) or (tag == "JJ" and not start and any(not p.start for p in left.ending.values())):
        return False  # "Former director Bo Berg and a nurse, Ann Roe, were"
    if _is_speaker(left, start, end):
        return True
    following = left.tokens[start + 1] if start + 1 < end else None
    done = following is not None and (following.tag in ("VBN", "IN") or following.low.endswith("ed"))
    all_done = left.tokens[start].low in _ALL and done  # "five men, all held in Lund, were"
    if tag in ("IN", "VBN", "VBG", "RB", "DATE", "TO", "JJ", "CD") or all_done:
        return not any(i in left.finite for i in range(start, _find_end_of_own(left, start, end)))
    return False


def _find_end_of_own(left: Leftward, start: int, end: int) -> int:
    """`end` moved before a clause that describes or dates what a part says: "revived after a script came to light"."""
    end = without_relative(left, start, end)
    return next((k for k in range(start + 1, end) if opens_time(left, k)), end)


def opens_time(left: Leftward, k: int) -> bool:
    """Whether the word at `k` opens a clause of time."""
    return left.tokens[k].low in cues.TIME_CLAUSES and left.read_tag(k) in ("IN", "WRB")


_ALL = frozenset("all both most many some several each none".split())


def counts(left: Leftward, start: int) -> bool:
    """Whether a part opens with a bound of what it counts: "at least eight others, mostly officers, died"."""
    words = [token.low for token in left.tokens[start : start + 2]]
    return words in (["at", "least"], ["at", "most"]) and left.read_tag(start + 2) == "CD"


def _is_speaker(left: Leftward, start: int, end: int) -> bool:
    """Whether a part only says who speaks: "the plan, he charged, called for less"."""
    end = skip_small_words(left, end)
    group = left.finite.get(end - 1)
    speaks = group is not None and (group.speaks or group.lemma in verbs.SPEAKING) and group.last == end - 1
    phrase = left.ending.get(group.first) if group is not None else None
    return speaks and phrase is not None and phrase.start == start and start > 1


def may_be_apposed(left: Leftward, start: int) -> bool:
    """Whether a part may describe the noun before it: "a nurse from Lima", "chief executive of Norvik"."""
    return left.read_tag(start) in ("DT", "NN", "JJ", "NNP", "PRP$", "CD")


def without_relative(left: Leftward, start: int, end: int) -> int:
    """`end` moved before a clause that describes the noun: "the firm that makes cranes"."""
    opening = next(
        (k for k in range(start + 1, end) if left.read_tag(k) in _RELATIVE or left.tokens[k].low in cues.RELATIVES),
        None,
    )
    return opening if opening is not None and any(i in left.finite for i in range(opening, end)) else end


def find_subject_opening(left: Leftward, start: int, end: int) -> int:
    """Where in a part its own subject may begin: behind "and", "that", "after" and the verb that says it."""
    begin = start + 1 if left.read_tag(start) == "CC" else start
    begin += 2 * counts(left, begin)
    for k in range(start, end):
        group = left.finite.get(k)
        that = left.tokens[k].low == "that" and not (left.read_tag(k) == "WDT" and left.read_tag(k - 1) in tagset.NOUNS)
        opens = opens_clause(left, k) and (left.read_tag(k) in ("IN", "WRB") or that)
        speaks = group is not None and group.speaks and not group.passive and k == group.last
        if opens or (speaks and group is not None and left.read_tag(group.first - 1) not in ("WP", "WDT")):
            begin = k + 1
    return begin


def names_what_is_apposed(left: Leftward, whole: Span, name: Span) -> bool:
    """Whether a phrase behind "and" is what bears the name between commas: "fuel ran out and the port, Tarn, shut"."""
    bare = all(left.tokens[i].actor is None for i in range(whole[0] + 1, whole[1]))
    bare = bare and left.read_tag(whole[0]) in ("DT", "PRP$")
    named = name[1] - name[0] <= 2 and all(left.read_tag(i) == "NNP" for i in range(*name))
    joined = left.read_tag(whole[0] - 1) == "CC" and all(left.read_tag(i) != "CC" for i in range(*whole))
    return bare and named and joined


def is_called_by_name(left: Leftward, whole: Span, name: Span) -> bool:
    """Whether a phrase says no more than what the person is whose name follows: "a lawyer for Acme, Jo Moss, sent"."""
    words = left.tokens[slice(*whole)]
    named = all(left.tokens[i].tag == "NNP" and left.tokens[i].actor is not None for i in range(*name))
    tags = {token.tag for token in words}  # a short one goes with the name: "a whistleblower, Dana Okoye"
    return named and words[0].low in ("a", "an") and "IN" in tags and "CC" not in tags


def opens_clause(left: Leftward, i: int) -> bool:
    """Whether the word at `i` opens a clause that hangs on another."""
    return left.tokens[i].low in cues.SUBORDINATORS and left.read_tag(i) in ("IN", "WRB", "WP", "WDT")
