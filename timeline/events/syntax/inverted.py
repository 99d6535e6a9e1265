"""A sentence that opens with what was done -> the same clauses, its subject found behind the helping verb.

"Killed in the blast were two guards": the guards were killed.
"""

import dataclasses
from collections.abc import Sequence

from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.tokens import Token
from timeline.events.words import tagset, verbs

__all__ = ["turn_inverted"]

_OPENS_SUBJECT = frozenset(("CD", "DT", "JJ", "NNS", "NNP", "PRP$"))


def turn_inverted(tokens: Sequence[Token], clauses: list[Clause]) -> list[Clause]:
    """The clauses, the first with its verb told in full where it stands before its helper and its subject."""
    if len(clauses) < 2 or not _opens_with_deed(tokens, clauses[0]):
        return clauses
    helper = clauses[1].verb
    behind = helper.last + 1
    near = clauses[1].start == clauses[0].end == helper.first == helper.last and tokens[helper.first].low in verbs.BE
    if not near or behind >= len(tokens) or tokens[behind].tag not in _OPENS_SUBJECT:
        return clauses
    end = next((k for k in range(behind, len(tokens)) if tokens[k].tag in tagset.BREAKS - {"CC"}), len(tokens))
    verb = clauses[0].verb._replace(form="finite", tense=helper.tense, passive=True)
    return [dataclasses.replace(clauses[0], verb=verb, subject=(behind, end), kind="main"), *clauses[1:]]


def _opens_with_deed(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a participle without a subject opens the sentence, with "also" or "among those" at most."""
    if clause.verb.form != "participle" or clause.verb.first != clause.verb.last:
        return False
    before = tokens[: clause.verb.first]
    return [t.low for t in before] == ["among", "those"] or (
        clause.subject is None and all(t.tag == "RB" for t in before)
    )
