"""The words of a subject -> shorter ones that still say who or what it is, for a title that is too long."""

from collections.abc import Sequence

from timeline.events.event_nouns import EVENT_KINDS
from timeline.events.syntax.lexicon import find_noun_lemma
from timeline.events.syntax.tokens import Token
from timeline.events.words import roles, tagset

__all__ = ["OF_HEADS", "list_subjects"]

OF_HEADS = frozenset(
    """group number dozens hundreds thousands millions series one some many most majority part coalition two three half
    several scores couple handful members""".split()
)
"""Before "of" they count or gather what is meant."""
_LEADING = frozenset(
    """ambassador boss captain chair chairman chairwoman chief commissioner director editor founder governor head leader
    manager member minister owner premier president secretary""".split()
)
"""Offices that say little without what they are of: "Tellus's head (of sales)"."""


def list_subjects(tokens: Sequence[Token], subject: list[int]) -> list[list[int]]:
    """The subject whole, without what hangs on it, and its first phrase alone."""
    found = [subject]
    for shorter in (
        _cut_to_name(tokens, subject),
        _cut_before_hanging(tokens, subject),
        _cut_to_head_phrase(tokens, subject),
        _cut_to_first_phrase(tokens, subject),
        _cut_roles(tokens, subject),
    ):
        if shorter not in found:
            found.append(shorter)
    return found


def _cut_to_name(tokens: Sequence[Token], subject: Sequence[int]) -> list[int]:
    """The name that closes a subject which says before it what the firm is: "carmaker Tellus"; people keep a role."""
    if not subject or any(tokens[i].tag in ("IN", "CC", "POS", ",") for i in subject):
        return list(subject)
    actor = tokens[subject[-1]].actor
    firm = actor is not None and actor.kind == "organisation" and tokens[subject[-1]].tag == "NNP"
    described = len(subject) > 1 and tokens[subject[-2]].tag in ("NN", "NNS")
    return list(subject[-1:]) if firm and described else list(subject)


def _cut_roles(tokens: Sequence[Token], subject: Sequence[int]) -> list[int]:
    """A subject without what its people are, where it lists them: "former minister Jan Roth and his brother"."""
    if all(tokens[i].tag != "CC" for i in subject):
        return list(subject)
    kept: list[int] = []
    for i in subject:
        actor = tokens[i].actor
        if tokens[i].tag == "NNP" and actor is not None and actor.kind == "person":
            while kept and tokens[kept[-1]].tag in ("JJ", "NN"):
                kept.pop()
        kept.append(i)
    return kept


def _cut_to_head_phrase(tokens: Sequence[Token], subject: Sequence[int]) -> list[int]:
    """A subject without what follows its first noun phrase; "of" stays, and so do all members of a list."""
    if any(tokens[i].tag == "CC" for i in subject):
        return list(subject)
    for n, i in enumerate(subject):
        opens = tokens[i].tag in ("IN", "TO", ",", "(", "WDT", "WP", "VBN", "VBG") and n > 0
        if opens and tokens[i].low != "of" and any(tokens[k].tag in tagset.NOUNS for k in subject[:n]):
            return list(subject[:n])
    return list(subject)


def _cut_to_first_phrase(tokens: Sequence[Token], subject: Sequence[int]) -> list[int]:
    """A subject without "of" and what follows, where its first noun is no quantity: "number of"."""
    if any(tokens[i].tag == "CC" for i in subject):
        return list(subject)
    of = next((n for n, i in enumerate(subject) if n and tokens[i].low == "of"), len(subject))
    if of == len(subject) or not _says_enough(tokens[subject[of - 1]]):
        return list(subject)
    return list(subject[:of])


def _says_enough(noun: Token) -> bool:
    """Whether a noun says by itself what is meant: a name, an office, an event; not "number of", "strength of"."""
    lemma = find_noun_lemma(noun.low)
    known = (
        noun.tag == "NNS"
        or noun.actor is not None
        or noun.tag == "NNP"
        or lemma in roles.ROLES
        or noun.low in EVENT_KINDS
    )
    return known and noun.low not in OF_HEADS and lemma not in _LEADING


def _cut_before_hanging(tokens: Sequence[Token], subject: Sequence[int]) -> list[int]:
    """A subject without the clause that describes it."""
    for at, i in enumerate(subject):
        n = at
        while n > 1 and tokens[i].tag in ("VBN", "VBG") and tokens[subject[n - 1]].tag == "RB":
            n -= 1  # "stock genetically matched to the virus"
        if (
            tokens[i].tag in (",", "(", "WDT", "WP", "VBN", "VBG")
            and n > 0
            and tokens[subject[n - 1]].tag in (*tagset.NOUNS, '"')
        ):
            told = tokens[i].low == "that"  # "fears that ... and ..."
            return list(subject[:n]) if told or not any(tokens[k].tag == "CC" for k in subject[n:]) else list(subject)
    return list(subject)
