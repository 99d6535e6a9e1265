"""Tagged words -> noun phrases: where each begins, its head, whose it is and the names in it.

A phrase here is the plain one, an article or owner, what describes and the nouns; "of" and other prepositions join
phrases and belong to none ("the crew of the ship" is two).
"""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.syntax.lexicon import find_lemma, find_noun_lemma, find_usual_tag
from timeline.events.syntax.tokens import Token
from timeline.events.words import nouns, roles, tagset, verbs

__all__ = ["NounPhrase", "can_act", "find_noun_phrases", "find_phrase"]

_DESCRIBES = frozenset(("JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS", "DATE", "RB", '"', ":"))
_OPENS = frozenset(("DT", "PRP$", "WP$"))
_NOT_FIRST = frozenset(("POS", "RB", ":", '"', "VBG"))
_ALONE = frozenset(("PRP", "EX"))


class NounPhrase(NamedTuple):
    """A plain noun phrase, in indexes of the sentence's words.

    Attributes
    ----------
    start, end
        Its first word, and the one after its last.
    head
        Its last noun or name, or the pronoun or number it consists of.
    owner
        The span before "'s", its mark left out; None where nobody owns it. A possessive pronoun is its own span.
    title
        The span of the role or description before a closing name ("Russian spokesperson X"), else None.
    names
        The words that name actors, in order.

    A tuple, as the words are: dozens are made a sentence.
    """

    start: int
    end: int
    head: int
    owner: tuple[int, int] | None = None
    title: tuple[int, int] | None = None
    names: tuple[int, ...] = ()


_FIRST = tagset.NOUNS | _OPENS | _ALONE | (_DESCRIBES - _NOT_FIRST)
_LONGEST = 30  # words; what goes on without an end is no phrase


def find_noun_phrases(tokens: Sequence[Token]) -> tuple[NounPhrase, ...]:
    """The plain noun phrases of a sentence in order, none within another; dates alone are none."""
    found = []
    i = 0
    while i < len(tokens):
        end = _find_end(tokens, i) if tokens[i].tag in _FIRST else i
        if end > i:
            found.append(_make_phrase(tokens, _with_quantity(tokens, i), end))
        i = max(end, i + 1)
    return tuple(found)


def find_phrase(phrases: Sequence[NounPhrase], i: int) -> NounPhrase | None:
    """The phrase that holds the word at `i`."""
    return next((p for p in phrases if p.start <= i < p.end), None)


def _find_end(tokens: Sequence[Token], start: int) -> int:
    """Where the phrase that begins at `start` ends; `start` itself where none begins."""
    tag = tokens[start].tag
    if tag in _ALONE:
        return start + 1
    if not (tag in tagset.NOUNS or tag in _OPENS or (tag in _DESCRIBES and tag not in _NOT_FIRST)):
        return start
    helped = start and tokens[start - 1].low in ("has", "have", "had", "having")  # "had killed 14 militants"
    if tag == "VBN" and start and (helped or tokens[start - 1].tag in (*tagset.NOUNS, "CD", "PRP")):
        return start
    if tag == "DATE" and not _owns(tokens, start):
        return start
    end = start  # after the last noun so far
    i = start
    while i < min(len(tokens), start + _LONGEST) and _goes_on(tokens, start, i):
        if tokens[i].tag in tagset.NOUNS or (tokens[i].tag == "CD" and not _follows_date(tokens, i)):
            end = i + 1
        elif tokens[i].tag == "POS" and end == i and tokens[i + 1 : i + 2] and tokens[i + 1].tag in _BEHIND_NAME:
            end = i + 1  # "St Aidan's and Holly Road"
        i += 1
    return start if end == start and not _is_pronoun_like(tokens, start) else max(end, start + 1)


_BEHIND_NAME = frozenset(("CC", "MD", "VBD", "VBZ", "IN"))


def _owns(tokens: Sequence[Token], i: int) -> bool:
    """Whether a date belongs to the noun behind it: "Monday's raid", "after Tuesday talks", but "on 3 May Norway"."""
    following = tokens[i + 1].tag if i + 1 < len(tokens) else ""
    when = i > 0 and tokens[i - 1].low in _TIMED
    return following == "POS" or (following in ("NN", "NNS", "JJ") and i > 0 and not when)


_TIMED = frozenset("on in by since until from through late early".split())


def _with_quantity(tokens: Sequence[Token], start: int) -> int:
    """`start` moved left over what says how exact a number is: "more than 200", "at least two", "nearly all"."""
    if tokens[start].low in ("least", "most") and start and tokens[start - 1].low == "at":
        return start - 1
    if tokens[start].tag not in ("CD", "DT") or (tokens[start].tag == "DT" and tokens[start].low in ("the", "this")):
        return start
    before = [t.low for t in tokens[max(0, start - 2) : start]]
    if len(before) == 2 and tuple(before) in _QUANTITY:
        return start - 2 - (start > 2 and tokens[start - 3].low == "no")  # "no fewer than 12"
    about = before[-1] if before else ""
    leads = about in _LEADING and tokens[start].low in ("a", "an")  # "over a tweet", but "over a year"
    leads = leads and _COUNTED.isdisjoint(t.low for t in tokens[start + 1 : start + 3])
    return start - (about in _ABOUT and not leads)


_LEADING = frozenset("about around over".split())
_COUNTED = frozenset(
    """dozen score hundred thousand million billion trillion half third quarter fifth tenth year month week day hour
    minute decade century mile kilometre kilometer metre meter tonne ton""".split()
)
_QUANTITY = frozenset(
    (a, b)
    for a, b in (
        pair.split() for pair in ("more than", "fewer than", "less than", "at least", "at most", "up to", "as many")
    )
)
_ABOUT = frozenset("about around nearly almost some over roughly approximately only just another".split())


def _is_pronoun_like(tokens: Sequence[Token], i: int) -> bool:
    """Whether an article or adjective stands for a thing by itself: "this", "the injured"."""
    return tokens[i].tag == "DT" and tokens[i].low not in ("the", "a", "an", "no", "every")


def _follows_date(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].tag == "DATE"


def _goes_on(tokens: Sequence[Token], start: int, i: int) -> bool:  # noqa: PLR0911 one return a rule
    """Whether the word at `i` may stand in a phrase that began at `start`."""
    tag = tokens[i].tag
    if tag in tagset.NOUNS:
        return i == start or not (_is_told(tokens, start, i) or _is_done_by(tokens, i))
    if tag in _OPENS:
        return i == start or (tokens[i - 1].tag == "DT" and tokens[i - 1].low in ("all", "both", "such"))
    if tag == "," and i > start:
        return _parts_descriptions(tokens, start, i)
    if tag not in _DESCRIBES or i == start:
        return tag in _DESCRIBES or (tag == "CC" and _joins_adjectives(tokens, i))
    following = tokens[i + 1].tag if i + 1 < len(tokens) else ""
    inside = following in tagset.NOUNS or following in ("JJ", "CD", "VBN", "VBG", "POS")
    if tag == ":":  # "co-CEO", "7.8-magnitude"
        return tokens[i].low == "-" and tokens[i].start == tokens[i - 1].end and inside
    if tag == '"':  # a "great new pact"
        opens = tokens[i - 1].tag not in tagset.NOUNS and inside
        closes = any(t.tag == '"' for t in tokens[start:i]) and inside
        return opens or closes
    if tag == "DATE":
        goes_on = inside or (following == "," and _parts_descriptions(tokens, start, i + 1))
        return goes_on and tokens[i - 1].tag in (*_OPENS, "JJ", "POS", ",")
    if tag in ("VBN", "VBG"):
        return tokens[i - 1].tag not in tagset.NOUNS and inside
    if tag == "RB":
        return tokens[i - 1].tag in ("DT", "PRP$") and inside
    return True


def _joins_adjectives(tokens: Sequence[Token], i: int) -> bool:
    """Whether "and" stands between two adjectives of one noun: "residential and commercial estate"."""
    around = [token.tag for token in tokens[max(0, i - 1) : i + 3]]
    return len(around) == 4 and around[0] == around[2] == "JJ" and around[3] in ("JJ", "NN", "NNS")


def _parts_descriptions(tokens: Sequence[Token], start: int, i: int) -> bool:
    """Whether a comma stands between two descriptions of one noun: "a five-year, $79 million contract"."""
    following = [token.tag for token in tokens[i + 1 : i + 5]]
    described = next((n for n, tag in enumerate(following) if tag not in _MEASURES), 0)
    return (
        tokens[start].tag in ("DT", "PRP$")
        and (tokens[i - 1].tag in _MEASURES or (i - 1 == start + 1 and _may_describe(tokens[i - 1].low)))
        and described > 0
        and following[described] in ("NN", "NNS")
    )


_MEASURES = ("JJ", "CD", "DATE")


def _may_describe(word: str) -> bool:
    """Whether a word that stands where a noun would may be an adjective: "a long, slow decline"."""
    return "-" in word or find_usual_tag(word) in ("JJ", "VBN")


def _is_told(tokens: Sequence[Token], start: int, i: int) -> bool:
    """Whether the noun at `i` begins what somebody named is told: "told the BBC water had entered"."""
    if not start or tokens[start - 1].low not in _TELLING or tokens[i].tag != "NN" or tokens[i - 1].actor is None:
        return False
    return find_noun_lemma(tokens[i].low) not in roles.ROLES | _OF_A_PAPER


def _is_done_by(tokens: Sequence[Token], i: int) -> bool:
    """Whether the name at `i` did what the things before it tell: "the measures China has taken"."""
    actor, before = tokens[i].actor, tokens[i - 1]
    if tokens[i].tag == "NNP" and before.tag in ("NN", "NNS") and _is_described_by(tokens, i):
        return True
    if actor is None or before.tag != "NNS" or actor.kind not in ("country", "government", "organisation", "body"):
        return False
    following = tokens[i + 1].tag if i + 1 < len(tokens) else ""
    apposed = find_noun_lemma(before.low) in roles.ROLES or before.low in roles.ROLES | {"giants", "rivals", "makers"}
    return following in tagset.FINITE and not apposed


def _is_described_by(tokens: Sequence[Token], i: int) -> bool:
    """Whether what the name at `i` did lacks its object, and the noun before has a verb: "the mill Roe sold burned"."""
    verb, behind = tokens[i + 1 : i + 2], tokens[i + 2 : i + 3]
    if not verb or not behind or verb[0].tag != "VBD" or behind[0].tag not in ("IN", "DATE", "VBD", "VBZ", "MD"):
        return False
    until = next((k for k in range(i + 2, len(tokens)) if tokens[k].tag in tagset.BREAKS), len(tokens))
    goes_on = any(token.tag in tagset.FINITE for token in tokens[i + 2 : until])
    plain = tokens[i - 1].low not in roles.ROLES | nouns.BESIDE_NAMES and tokens[i - 1].actor is None
    return goes_on and plain and find_lemma(verb[0].low) in verbs.DONE_TO_SOMETHING


_TELLING = frozenset("tell tells telling told".split())
_OF_A_PAPER = frozenset("radio news television programme program show newspaper magazine website agency".split())


def _make_phrase(tokens: Sequence[Token], start: int, end: int) -> NounPhrase:
    """The phrase of these words."""
    head = next((i for i in range(end - 1, start - 1, -1) if tokens[i].tag in tagset.NOUNS), end - 1)
    marks = [i for i in range(start, head) if tokens[i].tag == "POS"]
    owner = (start, marks[-1]) if marks else None
    if owner is None and tokens[start].tag == "PRP$":
        owner = (start, start + 1)
    first = marks[-1] + 1 if marks else start
    named = tokens[head].actor is not None or tokens[head].tag == "NNP"
    before = range(first, head)
    role = named and any(tokens[i].tag in ("NN", "NNS") for i in before)
    return NounPhrase(
        start=start,
        end=end,
        head=head,
        owner=owner,
        title=(first, head) if role else None,
        names=tuple([i for i in range(start, end) if tokens[i].actor is not None]),
    )


def can_act(token: Token) -> bool:
    """Whether a common noun names people or a body that can do something."""
    if token.low in roles.ROLES:
        return True
    many = token.tag == "NNS" and token.low.endswith(roles.PLURAL_ENDINGS)
    return many and token.low not in roles.NO_ROLES and "-" not in token.low
