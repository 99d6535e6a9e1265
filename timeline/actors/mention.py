"""The type this package makes: one actor as a text names it."""

import dataclasses

__all__ = ["ActorMention"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """One actor as a text names it.

    Attributes
    ----------
    start, end
        Offsets in characters of the text, end exclusive.
    text
        The words, equal to ``text[start:end]``: "U.S. Commerce Secretary Howard Lutnick", "Lutnick", "the company".
    name
        The actor's name within this document: the list's name, else the longest full form in the document.
    kind
        ``person``, ``organisation``, ``government``, ``country``, ``body``, ``product`` or ``other``.
    inferred
        True for a pronoun or a description ("the company", "he") that stands for the single fitting actor before it.
    form
        The bare name, without title, article and possessive: "Howard Lutnick", "Lutnick"; of an inferred mention, that
        of the mention it stands for.
    """

    start: int
    end: int
    text: str
    name: str
    kind: str
    inferred: bool = False
    form: str = ""
