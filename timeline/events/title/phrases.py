"""What follows a verb -> phrases, and which of them its title cannot do without.

A verb needs its object, the phrase right behind it, what is said, who is told to do what. The rest may go, the last
first.
"""

import dataclasses
import itertools
from collections.abc import Iterator, Sequence

from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.lexicon import find_lemma
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.tokens import Token
from timeline.events.syntax.verb_groups import PARTICLES
from timeline.events.words import cues, nouns, tagset, verbs
from timeline.events.words.verbs import NEEDED_PREPOSITIONS

__all__ = ["Part", "belongs", "cut_phrases"]

_WH = frozenset(("WDT", "WP", "WRB", "WP$"))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words of a title, and whether it says nothing true without them."""

    places: tuple[int, ...]
    needed: bool


def cut_phrases(parsed: ParsedSentence, number: int, places: Sequence[int]) -> Iterator[Part]:
    """What follows the verb, cut before each phrase that may go."""
    tokens = parsed.tokens
    opens = [n for n in range(1, len(places)) if _opens_phrase(tokens, places, n)]
    cuts = [n for n in opens if not belongs(tokens, places, n) and not _leads_over_date(tokens, places, n)]
    least = _find_last_needed(parsed, number, places)
    wanted = NEEDED_PREPOSITIONS.get(parsed.clauses[number].verb.lemma, ())
    for a, b in itertools.pairwise([0, *cuts, len(places)]):
        if a < b:
            needed = a == 0 or places[a] <= least or tokens[places[a]].low in wanted
            yield Part(places=tuple(places[a:b]), needed=needed)


def _leads_over_date(tokens: Sequence[Token], places: Sequence[int], n: int) -> bool:
    """Whether a date stands at the nth place between a noun and what it needs: "plans on Friday to shut down"."""
    dated = places[n + 2 : n + 3] and tokens[places[n]].tag == "IN" and tokens[places[n + 1]].tag == "DATE"
    return bool(dated) and tokens[places[n + 2]].tag == "TO" and belongs(tokens, places, n + 2)


def _opens_phrase(tokens: Sequence[Token], places: Sequence[int], n: int) -> bool:
    """Whether a phrase that may be left out begins at the nth of `places`."""
    token, before = tokens[places[n]], tokens[places[n - 1]]
    if token.low == "than":
        return False
    if token.tag in ("IN", "TO", "VBG", *_WH, ",", ":", "("):
        return before.tag not in ("IN", "TO", ",", "CC", '"') or token.tag in (",", ":", "(")
    return token.tag == "VBN" and before.tag in tagset.NOUNS


def belongs(tokens: Sequence[Token], places: Sequence[int], n: int) -> bool:
    """Whether what opens at the nth place goes with the words before it or not at all.

    "the sale of", "designed to comply with", "prevent China from", "between X and Y", "from X to Y".
    """
    token, last = tokens[places[n]], tokens[places[n - 1]]
    before = [tokens[i] for i in places[:n]]
    if token.tag == "," and n + 1 < len(places) and tokens[places[n + 1]].tag in ("JJ", "CD", "DATE"):
        opens = next((k for k in range(n - 1, max(n - 5, -1), -1) if tokens[places[k]].tag in ("DT", "PRP$")), None)
        return opens is not None and not any(tokens[places[k]].tag in tagset.NOUNS for k in range(opens + 1, n - 1))
    particle = last.low in PARTICLES and last.tag == "RB" and n > 1 and tokens[places[n - 2]].tag[:2] == "VB"
    if token.low == "of" or last.tag[:2] == "VB" or particle or last.low in ("able", "due", "guilty", "ready"):
        return token.tag not in (",", ":", "(")
    if _says_of_how_long(tokens, places, n):
        return True
    if token.low in ("if", "unless") or (token.tag in ("IN", "TO") and _leads_to(before, token)):
        return True
    if token.low == "from" or token.tag == "VBG":
        return any(find_lemma(t.low) in _FROM for t in before[-6:])
    return token.tag == "TO" and _is_asked(tokens, places, n)


def _says_of_how_long(tokens: Sequence[Token], places: Sequence[int], n: int) -> bool:
    """Whether a length of time says among what something is the first or largest: "for the first time in 74 years"."""
    dated = n + 1 < len(places) and tokens[places[n + 1]].tag == "DATE" and tokens[places[n]].low in ("in", "since")
    return dated and any(tokens[i].low in _RANKS or tokens[i].tag == "JJS" for i in places[max(0, n - 3) : n])


def _is_asked(tokens: Sequence[Token], places: Sequence[int], n: int) -> bool:
    """Whether "to" at the nth place says who is to do what, where to, or what somebody is the first in."""
    before = [tokens[i] for i in places[max(0, n - 6) : n]]
    controls = any(find_lemma(t.low) in tagset.CONTROL_BY_OBJECT and t.tag[:2] == "VB" for t in before)
    ranks = any(t.low in _RANKS for t in before[-4:]) and before[-1].tag in ("NN", "NNS")
    acts = n + 1 < len(places) and tokens[places[n + 1]].tag == "VB"
    return controls or (ranks and acts) or any(t.low == "from" for t in before[-4:])


def _leads_to(before: Sequence[Token], token: Token) -> bool:
    """Whether a noun or an inner verb says nothing without the phrase that `token` opens."""
    related = before[-1].low in nouns.RELATIONAL and before[-1].tag in ("NN", "NNS")  # "blamed the rise in rates"
    return related or (_is_intended(before) if token.tag == "TO" else _is_wanted_inside(before, token.low))


def _is_intended(before: Sequence[Token]) -> bool:
    """Whether what stands before an infinitive is a plan or wish that says nothing without it, a date passed over."""
    at = len(before) - 1
    while at > 0 and (before[at].tag == "DATE" or (before[at].tag == "IN" and before[at + 1 : at + 2])):
        at -= 1
    return before[at].tag in ("NN", "NNS") and before[at].low in nouns.WITH_INFINITIVE


def _is_wanted_inside(before: Sequence[Token], preposition: str) -> bool:
    """Whether a gerund or infinitive not far before a preposition needs it, and has not had it yet."""
    for token in reversed(before[-_NEAR:]):
        if token.tag in ("VBG", "VB"):
            return preposition in _PUTTING.get(find_lemma(token.low), ())
        if token.low == preposition:
            return False
    return False


_NEAR = 8  # words
_PUTTING = {verb: NEEDED_PREPOSITIONS[verb] for verb in ("put", "place", "bring", "turn", "convert", "bar", "ban")}


_RANKS = frozenset("first last only youngest oldest latest second third next".split())
_FROM = frozenset("prevent stop keep block ban bar protect deter prohibit discourage exclude".split())


def _find_last_needed(parsed: ParsedSentence, number: int, places: Sequence[int], within: int = 0) -> int:
    """The last word that a title cannot do without: up to the object of the verb, or of what is said or to be done."""
    tokens, clauses = parsed.tokens, parsed.clauses
    if clauses[number].verb.lemma == "give":
        given = (
            n for n in range(len(places) - 1) if tokens[places[n]].tag == "DATE" and tokens[places[n + 1]].tag == "TO"
        )
        if (time := next(given, None)) is not None:
            return _find_end_of_phrase(tokens, places, time + 1)  # "gave the junta in Lund seven days to quit"
    inner = _find_told_clause(parsed, number) if within < _NESTED else None
    if inner is None:
        first = places[0] if places else -1
        right_behind = first >= 0 and tokens[first].tag in ("IN", "TO", "RB", "JJ")
        return _find_end_of_phrase(tokens, places, 0) if right_behind else first
    after = [n for n, i in enumerate(places) if i > clauses[inner].verb.last]
    if not after:
        return clauses[inner].verb.last
    told = _find_last_needed(parsed, inner, [places[n] for n in after], within + 1)
    return max(_find_end_of_phrase(tokens, places, after[0]), told)


_NESTED = 5  # sayings within sayings: a title has no room for more


def _find_told_clause(parsed: ParsedSentence, number: int) -> int | None:
    """The clause that says what is said, or what somebody is told to do."""
    verb = parsed.clauses[number].verb
    asks = verb.lemma in tagset.CONTROL_BY_OBJECT or verb.lemma in verbs.PERCEPTION
    gets = verb.lemma == "get" and not verb.passive
    for n, clause in enumerate(parsed.clauses[number + 1 :], number + 1):
        if clause.parent != number:
            continue
        asked = clause.marker in ("what", "whether") and parsed.tokens[clause.start - 1].tag != "IN"
        if gets and clause.verb.form == "participle":
            return n  # "got the case against him quashed"
        if clause.kind == "reported" or asked or (asks and _is_ordered(parsed, verb.last + 1, clause)):
            return n
    return None


def _is_ordered(parsed: ParsedSentence, first: int, clause: Clause) -> bool:
    """Whether a clause says what somebody is told to do, and describes nothing: "cash in a flat rented by Roe"."""
    if clause.kind != "participle" or clause.verb.form != "participle":
        return clause.kind in ("infinitive", "participle")
    return not any(t.tag == "IN" and t.low != "of" for t in parsed.tokens[first : clause.start])


def _find_end_of_phrase(tokens: Sequence[Token], places: Sequence[int], n: int) -> int:
    """The last word of the phrase that begins at the nth place, its preposition and noun together."""
    for k in range(n + 1, len(places)):
        opens = _opens_phrase(tokens, places, k) and tokens[places[k]].low != "of"
        if opens or tokens[places[k]].low in cues.SUBORDINATORS:
            return places[k - 1]
    return places[-1]
