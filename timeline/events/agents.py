"""A candidate -> who does what it names: an actor's name, a role noun as it stands ("Firefighters"), or nobody.

Of a verb that is its subject, in the passive what follows "by"; of a noun its owner, what follows "by", or the subject
of the verb that only helps it along. A place, a patient or a thing is never the agent.
"""

from collections.abc import Sequence

from timeline.events.syntax.clause_kinds import Clause, Span
from timeline.events.syntax.lexicon import find_noun_lemma
from timeline.events.syntax.noun_phrases import can_act
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.tokens import Token
from timeline.events.triggers import Candidate
from timeline.events.words import cues, roles, tagset, verbs

__all__ = ["Agent", "find_agent", "find_head"]

_LONGEST = 8  # words of a role noun with what belongs to it
_OPENS_NOUN = frozenset(("DT", "JJ", "CD", "PRP$", "NN", "NNS", "NNP", "NNPS"))
_IN_PHRASE = _OPENS_NOUN | {"JJR", "JJS", "POS", "VBN", "VBG", "DATE"}
_ENDS_PHRASE = frozenset(("DT", "VBN", "VBG", "PRP$", "DATE"))
_NO_ASIDE = tagset.BREAKS | tagset.FINITE
_AFTER_ROLE = frozenset("of in from at for with".split())

Agent = tuple[str, str]
"""Who does it as it is shown, and the actor's name where it is one, else ``""``."""

_NOBODY: Agent = ("", "")


def find_agent(text: str, parsed: ParsedSentence, candidate: Candidate) -> Agent:
    """Who does what `candidate` names; two empty strings where the sentence does not say."""
    if candidate.clause is None:
        return _find_noun_agent(text, parsed, candidate, None) if candidate.noun else _NOBODY
    clause = parsed.clauses[candidate.clause]
    return (
        _find_noun_agent(text, parsed, candidate, clause)
        if candidate.noun
        else _find_clause_agent(text, parsed, clause)
    )


def _find_clause_agent(text: str, parsed: ParsedSentence, clause: Clause) -> Agent:
    """The subject of an active verb, what follows "by" after a passive one."""
    verb = clause.verb
    if verb.passive or verb.form == "participle":
        return _read_after_by(text, parsed, verb.last + 1, clause.end)
    return _read_from_phrase(text, parsed.tokens, clause.subject) if clause.subject else _NOBODY


def _read_after_by(text: str, parsed: ParsedSentence, first: int, end: int) -> Agent:
    """Who a "by" names between two places."""
    tokens = parsed.tokens
    for i in range(first, min(end, len(tokens) - 1)):
        if tokens[i].low == "by" and tokens[i + 1].tag not in ("VBG", "DATE"):
            return _read_from_phrase(text, tokens, (i + 1, _find_phrase_end(tokens, i + 1)))
    return _NOBODY


def _find_phrase_end(tokens: Sequence[Token], start: int) -> int:
    """Where the noun phrase that begins at `start` ends."""
    end = start
    while end < len(tokens) and (tokens[end].tag in _IN_PHRASE or tokens[end].actor is not None):
        end += 1
    return end


def _find_noun_agent(text: str, parsed: ParsedSentence, candidate: Candidate, clause: Clause | None) -> Agent:
    """Whose doing a noun names: "Keller's resignation", "the raid by police", "the departure of Keller"."""
    tokens, i = parsed.tokens, candidate.first
    owner = _find_owner(text, tokens, i)
    if owner != _NOBODY:
        return owner
    end = next((k for k in range(i + 1, len(tokens)) if tokens[k].tag in tagset.BREAKS or _is_finite(tokens[k])), i + 1)
    by = _read_after_by(text, parsed, i + 1, end)
    if by != _NOBODY:
        return by
    if find_noun_lemma(tokens[i].low) in roles.WITH_SUBJECT_OF and i + 2 < len(tokens) and tokens[i + 1].low == "of":
        return _read_from_phrase(text, tokens, (i + 2, _find_phrase_end(tokens, i + 2)))
    helped = clause is not None and candidate.role == "object" and clause.verb.lemma in verbs.LIGHT
    return _find_clause_agent(text, parsed, clause) if helped and clause is not None else _NOBODY


def _is_finite(token: Token) -> bool:
    return token.tag in tagset.FINITE


def _find_owner(text: str, tokens: Sequence[Token], i: int) -> Agent:
    """Who owns the noun at `i`: a name or role noun before "'s", or a pronoun that stands for one."""
    k = i - 1
    while k >= 0 and tokens[k].tag in ("JJ", "CD", "NN", "VBN", "DATE", "NNP") and tokens[k].actor is None:
        k -= 1
    if k < 0:
        return _NOBODY
    if tokens[k].tag == "POS" and k:
        start = k
        while start and tokens[start - 1].tag in _IN_PHRASE and tokens[start - 1].tag != "POS":
            start -= 1
        return _read_from_phrase(text, tokens, (start, k))
    actor = tokens[k].actor
    return (actor.name, actor.name) if actor is not None and tokens[k].tag == "PRP$" else _NOBODY


# --- noun phrases -----------------------------------------------------------------------------------------------------


def _read_from_phrase(text: str, tokens: Sequence[Token], span: Span) -> Agent:
    """The head of a phrase where it can act, or of the apposition that names it."""
    place = find_head(tokens, span)
    if place is None:
        return _NOBODY
    actor = tokens[place].actor
    if actor is not None:
        return (actor.name, actor.name) if actor.kind != "product" else _NOBODY
    named = _find_apposition(tokens, place)
    if named is not None and (actor := tokens[named].actor) is not None:
        return actor.name, actor.name
    acting = place + 2 if _is_quantity(tokens, place) else place
    return (_write_role(text, tokens, span[0], place, span[1]), "") if can_act(tokens[acting]) else _NOBODY


def find_head(tokens: Sequence[Token], span: Span) -> int | None:
    """Where the head of the phrase in `span` stands: the last noun before what hangs on it; None where it has none."""
    a, b = span
    while a < b and tokens[a].tag in ("RB", "CC", "IN", ",", '"', "(", ":", "DATE"):
        a += 1
    head = None
    for i in range(a, b):
        token = tokens[i]
        if token.actor is not None or token.tag in tagset.NOUNS:
            head = i
        elif token.tag == "POS" or (token.tag == "VBG" and head is None):
            continue
        elif token.tag not in _IN_PHRASE or (head is not None and token.tag in _ENDS_PHRASE):
            break
    if head is not None or a >= b:
        return head
    return a if tokens[a].low in cues.ALONE and a + 1 < b and tokens[a + 1].low == "of" else None


def _find_apposition(tokens: Sequence[Token], head: int) -> int | None:
    """The name that follows a description after a comma: "the president of Turkey, X, said"."""
    if tokens[head].low not in roles.ROLES:
        return None
    comma = next((i for i in range(head + 1, min(head + 6, len(tokens))) if tokens[i].tag in _NO_ASIDE), None)
    if comma is None or tokens[comma].tag != "," or comma + 2 >= len(tokens):
        return None
    actor = tokens[comma + 1].actor
    return comma + 1 if actor is not None and not actor.inferred and tokens[comma + 2].tag == "," else None


def _is_quantity(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun only counts what follows: "dozens of protesters"."""
    return tokens[i].low in roles.QUANTITIES and i + 2 < len(tokens) and tokens[i + 1].low == "of"


def _write_role(text: str, tokens: Sequence[Token], start: int, head: int, end: int) -> str:
    """A role noun as it stands, with its modifiers and one phrase that hangs on it: "a court in Multan"."""
    first = head
    while first > start and (tokens[first - 1].tag in _IN_PHRASE or tokens[first - 1].actor is not None):
        first -= 1
    while first < head and tokens[first].tag == "DATE":
        first += 1
    last = head
    if last + 2 < end and tokens[last + 1].low in _AFTER_ROLE and tokens[last + 2].tag in _OPENS_NOUN:
        last = _find_phrase_end(tokens[:end], last + 2) - 1
    if last - first >= _LONGEST or any(tokens[k].date is not None for k in range(head, last + 1)):
        last = head
    first = max(first, last - _LONGEST + 1)
    return " ".join(text[tokens[first].start : tokens[last].end].split())
