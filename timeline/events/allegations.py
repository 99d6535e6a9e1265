"""Accusations stay accusations: a clause -> whether it tells what somebody is only said to have done.

"Accused of stealing" is not "stole"; "convicted of stealing" is: what a court finds or somebody admits is no
allegation.
"""

import re
from typing import Final

from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.words import verbs

__all__ = ["is_alleged", "is_held_for", "write_alleged_title"]

_LONGEST: Final = 80
_CASES: Final = frozenset(
    """
    suspicion suspicions charges charge allegations allegation accusations accusation counts count claims
    """.split()
)
_ACCUSERS: Final = frozenset("prosecutors prosecutor prosecution indictment lawsuit complaint suit accusers".split())
_HEARING: Final = frozenset("court jurors jury magistrates panel tribunal trial".split())
_DOUBTING: Final = frozenset("allegedly supposedly purportedly".split())


def is_held_for(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a gerund tells what somebody is accused of, or punished for."""
    if clause.verb.form != "gerund" or clause.parent is None:
        return False
    opening = parsed.tokens[clause.start]
    return opening.low in ("of", "with", "for") and parsed.clauses[clause.parent].verb.lemma in verbs.HELD_FOR


def is_alleged(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause tells only what somebody claims that another has done."""
    tokens, above = parsed.tokens, parsed.clauses[clause.parent] if clause.parent is not None else None
    if any(tokens[i].low in _DOUBTING for i in range(clause.start, clause.end)):
        return True
    if clause.verb.form == "gerund":
        before = tokens[clause.start - 1].low if clause.start else ""
        accused = above is not None and above.verb.lemma in verbs.ACCUSING and is_held_for(parsed, clause)
        return accused or (tokens[clause.start].low in ("of", "that") and before in _CASES)
    if clause.verb.chain and clause.verb.chain[0] in verbs.ALLEGING:
        return True
    if above is not None and clause.kind == "reported" and not above.verb.negated:
        hears = above.verb.lemma == "hear" and above.subject is not None and not _is_step(parsed, clause)
        if hears and parsed.tokens[(above.subject or (0, 1))[1] - 1].low in _HEARING:
            return True  # "the court heard that Roe hid it"
        return above.verb.lemma in verbs.ALLEGING or (_accuses(parsed, above) and not _is_step(parsed, clause))
    return _is_according_to_accusers(parsed, clause)


def _accuses(parsed: ParsedSentence, above: Clause) -> bool:
    """Whether a prosecutor or a lawsuit says so."""
    return above.subject is not None and any(t.low in _ACCUSERS for t in parsed.tokens[slice(*above.subject)])


def _is_step(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether prosecutors tell what they did, or what was done in the case: "said they had opened an inquiry"."""
    subject = parsed.tokens[clause.subject[0]].low if clause.subject is not None else ""
    return subject in ("they", "we") or clause.verb.lemma in _STEPS


_STEPS: Final = frozenset(
    "acquit arrest charge convict detain extradite indict interview investigate question raid release search".split()
)


def _is_according_to_accusers(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause is told "according to prosecutors"."""
    words = [parsed.tokens[i].low for a, b in clause.list_stretches() for i in range(a, b)]
    return any(word == "according" and not _ACCUSERS.isdisjoint(words[n + 2 : n + 6]) for n, word in enumerate(words))


def write_alleged_title(title: str) -> str:
    """A title that says that it tells an allegation.

    Examples
    --------
    >>> write_alleged_title("Keller stole the files"), write_alleged_title("Keller's alleged theft of the files")
    ('Alleged: Keller stole the files', "Keller's alleged theft of the files")
    """
    if re.search(r"\b(?:alleged|accus|suspect|claim|charge)", title, re.IGNORECASE):
        return title
    whole = f"Alleged: {title}"
    return whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
