"""Two mentions -> whether one tells the other again, in whatever words: what no corpus of joined mentions has.

A lead retells its headline, and a line of a chronology what others report of its day.
"""

import re
from typing import Final

from timeline.events import Opening
from timeline.merge.compared import ComparedMention, are_alike

__all__ = ["RETOLD", "retells_day", "retells_headline"]

RETOLD: Final = 0.6
"""How likely they are one event at least: in 60 articles of Wikinews the rule adds 16 pairs, of which 11 are one event
and 3 tell its news in other words ("calls for changes", "released its report")."""

_SHARED = 2
"""So many words, figures and actors in common make one event of a headline and a lead whose verbs have nothing to do
with each other."""


def retells_headline(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether one is what a headline says and the other what the lead of the same document says of the same.

    They are where their triggers are alike and they share anything, or one of them says nothing but names or offices;
    else where they share two words or figures, or one and an actor.
    """
    mine, yours = a.original, b.original
    if mine.document_id != yours.document_id or {mine.opening, yours.opening} != {Opening.HEADLINE, Opening.LEAD}:
        return False
    said, actors = len(a.own_words & b.own_words) + len(mine.numbers & yours.numbers), len(a.company & b.company)
    same = a.stem == b.stem or not a.families.isdisjoint(b.families)
    bare = same and (not (a.own_words and b.own_words) or _names_role(a, b) or _names_role(b, a))
    return bare or said + actors > 0 if are_alike(a, b) else said > 0 and said + actors >= _SHARED


def retells_day(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether both tell that one actor did the same on the same day, and one of them says nothing else.

    "Gov. Roth declares emergency" in a chronology, and "Governor Elena Roth has declared a state of emergency" in the
    report of that day.
    """
    if not a.agent or a.agent != b.agent or a.agent not in a.actors or a.affair != b.affair:
        return False
    alike = (a.stem == b.stem or not a.families.isdisjoint(b.families)) and not (a.broad or b.broad)
    said = a.own_words <= b.own_words or b.own_words <= a.own_words
    return alike and said and bool(a.own_words and b.own_words) and _are_of_day(a, b)


def _are_of_day(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether a text states the day of one, and that of the other is the same, stated or assumed."""
    dated = all((m.exact or m.assumed) and m.original.date.span == "point" for m in (a, b))
    return dated and (a.exact or b.exact) and a.last == b.last


def _names_role(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether one says by office who the other names with it: "mayor resigns", "Mayor Orhan Celik resigned"."""
    titled = set(_TITLE.findall(b.original.quote))
    return any(word.casefold() in a.agent.casefold().split() for word in titled)


_TITLE = re.compile(r"\b(\w+) [A-Z]\w+ [A-Z]\w+")
