"""A sentence as it is looked at leftwards from a verb: where its phrases end, and which words are verbs."""

from collections.abc import Sequence
from typing import TypeAlias

from timeline.events.syntax.noun_phrases import NounPhrase
from timeline.events.syntax.tokens import Token
from timeline.events.syntax.verb_groups import VerbGroup
from timeline.events.words import tagset

__all__ = ["Leftward", "Span", "skip_small_words"]

Span: TypeAlias = tuple[int, int]


class Leftward:
    """A sentence as one looks leftwards from its verbs: where phrases end, which words are verbs and which "that"."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[NounPhrase], groups: Sequence[VerbGroup]) -> None:
        self.tokens = tokens
        self.ending = {p.end: p for p in phrases}
        self.finite = {i: g for g in groups if g.form == "finite" for i in range(g.first, g.last + 1)}
        self.hanging = {g.last: g for g in groups if g.form != "finite"}
        self.thats = [i for i, token in enumerate(tokens) if token.low == "that"]
        self.phrases: dict[tuple[int, int], Span | None] = {}  # found before a word, back to another

    def read_tag(self, i: int) -> str:
        """The tag of the word at `i`, "" outside the sentence."""
        return self.tokens[i].tag if 0 <= i < len(self.tokens) else ""


def skip_small_words(left: Leftward, end: int) -> int:
    """`end` moved left over adverbs, dates and brackets that stand between a subject and its verb."""
    while end > 0:
        tag = left.read_tag(end - 1)
        there = tag == "EX" and left.read_tag(end - 2) in tagset.NOUNS  # "production there was stopped"
        if tag == "RB" or there:
            end -= 1
        elif tag == "DATE" and end > 1 and (left.tokens[end - 1].dates or left.tokens[end - 2].low in ("in", "for")):
            end -= 2 if left.read_tag(end - 2) == "IN" else 1
        elif tag == ")":
            opening = next((k for k in range(end - 2, -1, -1) if left.read_tag(k) == "("), None)
            if opening is None:
                return end
            end = opening
        else:
            return end
    return end
