"""A clause that describes a noun -> the words it describes: the phrase before it, or what that phrase hangs on."""

from collections.abc import Iterator

from timeline.events.syntax.leftward import Leftward, Span, skip_small_words
from timeline.events.syntax.noun_phrases import NounPhrase
from timeline.events.syntax.subjects import find_phrase_before, holds_person
from timeline.events.syntax.tokens import Token
from timeline.events.syntax.verb_groups import VerbGroup
from timeline.events.words import verbs

__all__ = ["find_antecedent", "find_name_before"]


def find_antecedent(left: Leftward, verb: VerbGroup, end: int) -> Span | None:
    """The span of the phrase that ends before `end`, which a clause with `verb` behind it describes; None for none.

    Of a name and what it is beside it, the name: "Jon Roe, a former minister who joined the firm".
    """
    span = _find_described(left, verb, end)
    return span if span is None else find_name_before(left, span) or span


def find_name_before(left: Leftward, span: Span) -> Span | None:
    """The name that the phrase of `span` stands beside, behind a comma; None for none.

    With "the" only a person's: "Jon Roe, the engineer who warned her"; of firms it is as often another one.
    """
    start = span[0]
    article = left.tokens[start].low.split(" ")[0]
    if article not in ("a", "an", "the") or left.read_tag(start - 1) != ",":
        return None
    name = left.ending.get(start - 1)
    actor = left.tokens[name.head].actor if name is not None else None
    if name is None or actor is None or actor.inferred or actor.kind in ("country", "government"):
        return None
    if article == "the" and not (actor.kind == "person" and holds_person(left.tokens, span)):
        return None
    where = left.read_tag(name.start - 1) == "IN" and left.tokens[name.start - 1].low not in ("by", "with", "of", "for")
    return None if where else (name.start, name.end)


def _find_described(left: Leftward, verb: VerbGroup, end: int) -> Span | None:
    """The span of the phrase itself."""
    restricts = left.read_tag(end - 1) != ","
    bracketed = left.read_tag(end - 1) == "("
    end = _skip_marks_and_age(left, end)
    whole, nearest = find_phrase_before(left, end, 0), left.ending.get(end)
    if whole is None or nearest is None or bracketed:
        return (nearest.start, nearest.end) if nearest is not None else whole
    if restricts and (bearer := _find_bearer(left, nearest, end)) is not None:
        nearest, whole = bearer, (bearer.start, end)
    if left.read_tag(nearest.head) == "CD" and left.tokens[nearest.start - 1].low == "of":
        return whole  # "a father of three who"
    if left.tokens[nearest.head].low in _SORTS and left.tokens[nearest.start - 1].low == "of":
        return whole  # "a man of African origin who was arrested", "helicopters of the type that crashed"
    holder = left.hanging.get(nearest.start - 2) if restricts and left.read_tag(nearest.start - 1) == "IN" else None
    if holder is not None and holder.form == "participle" and left.read_tag(nearest.head) == "NNP":
        described = left.ending.get(holder.first)  # "a firm based in Aberdeen that bought the mine": not the town
        if described is not None:
            return described.start, described.end
    if restricts:  # "battled in the cold to extinguish the blaze that began": the blaze, not the cold
        whole = max((k + 1 for k in left.hanging if whole[0] <= k < nearest.start), default=whole[0]), whole[1]
    agrees = _NUMBER.get(left.tokens[verb.first].low) or {"VBZ": "one", "VBP": "many"}.get(left.read_tag(verb.first))
    if (
        agrees == "many"
        and left.read_tag(nearest.head) not in ("NNS", "NNPS")
        and left.read_tag(nearest.start - 1) == "CC"
    ):
        before = left.ending.get(nearest.start - 1)
        return (before.start, end) if before is not None else whole  # "Fannie Mae and Freddie Mac, which were"
    numbers = {span: _number(left.tokens[head]) for span, head in _list_heads(left, verb, whole, nearest)}
    fits = [span for span, number in numbers.items() if agrees is None or number in ("", agrees)]
    if fits[1:] and left.tokens[verb.first - 1].low in ("who", "whom"):
        fits.sort(key=lambda span: not holds_person(left.tokens, span))  # "the mayor of Athens, who was jailed"
    return fits[0] if fits else whole


def _skip_marks_and_age(left: Leftward, end: int) -> int:
    """`end` moved left to what stands before marks and an age: "Jon Roe, 58, who led the firm"."""
    while end > 0 and left.read_tag(end - 1) in (",", "("):
        end -= 1
        if left.read_tag(end - 2) == "," and left.tokens[end - 1].low.isdigit():
            end -= 1
    return skip_small_words(left, end)


def _find_bearer(left: Leftward, nearest: NounPhrase, end: int) -> NounPhrase | None:
    """What "with" gives a measure to, or a name that "that" cannot stand for: "a quake with force 6 that struck"."""
    actor = left.tokens[nearest.head].actor
    measures = any(left.read_tag(i) == "CD" for i in range(nearest.start, nearest.end))
    no_thing = actor is not None and actor.kind == "person" and left.tokens[end].low == "that"
    bears = left.tokens[nearest.start - 1].low == "with" and (measures or no_thing)
    return left.ending.get(nearest.start - 1) if bears else None


_HAPPENING = verbs.OCCURRENCES | {"collapse", "fail", "stall"}
_SORTS = frozenset("type kind sort make origin descent nationality extraction age rank faith ethnicity".split())
"""Behind "of" they say of what sort something is: what a clause describes is that thing."""


def _number(noun: Token) -> str:
    """One or many; ``""`` for a name that may be either, as of a team: "the Cardinals, who have won"."""
    if noun.tag == "NNP" and noun.low.endswith("s"):
        return ""
    return "many" if noun.tag in ("NNS", "NNPS") else "one"


_NUMBER = {"was": "one", "were": "many", "has": "one", "have": "many", "is": "one", "are": "many"}


def _list_heads(left: Leftward, verb: VerbGroup, whole: Span, nearest: NounPhrase) -> Iterator[tuple[Span, int]]:
    """The phrases a clause may describe, the likeliest first, each with its head: the nearest, and all of it."""
    joined = left.tokens[nearest.start - 1].low not in ("in", "at", "during")  # "killed two in a raid that began"
    happened = joined and verb.lemma in _HAPPENING  # "talks between two sides, which began": the sides do not
    first = next((p for p in left.ending.values() if p.start <= whole[0] < p.end), nearest)
    found = [((nearest.start, nearest.end), nearest.head), (whole, first.head)]
    yield from reversed(found) if happened else found
