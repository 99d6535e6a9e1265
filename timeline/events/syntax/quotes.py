"""A verb of saying -> the words in quotation marks that it goes with, before or behind it."""

from collections.abc import Sequence

from timeline.events.syntax.clauses import Clause
from timeline.events.syntax.tokens import Token

__all__ = ["quote_of"]

_BETWEEN = 12
"""So many words may stand between a verb and the quotation behind it: "told the paper on Monday: ..."."""


def quote_of(tokens: Sequence[Token], clause: Clause) -> tuple[int, int] | None:
    """The span inside the quotation marks that say what the verb of `clause` does; None where none do."""
    marks = [i for i, t in enumerate(tokens) if t.tag == '"']
    first = min(clause.verb.first, clause.subject[0]) if clause.subject is not None else clause.verb.first
    before = [i for i in marks if i < first]
    if len(before) >= 2 and before[-1] >= first - 2 and before[-1] - before[-2] > 2:
        return before[-2] + 1, before[-1]
    after = [i for i in marks if i > clause.verb.last]
    if after and after[0] - clause.verb.last <= _BETWEEN:
        end = after[1] if len(after) > 1 else len(tokens)
        return (after[0] + 1, end) if end - after[0] > 2 else None
    return None
