"""What a title needs behind an aside: an office, a second object, what somebody is told or told to do."""

from collections.abc import Sequence

from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.noun_phrases import can_act
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.tokens import Token
from timeline.events.words import tagset, verbs
from timeline.events.words.verbs import NEEDED_PREPOSITIONS

__all__ = ["LONGEST_ASIDE", "ONE_BODY", "list_behind_aside"]

LONGEST_ASIDE = 10  # words
ONE_BODY = frozenset(
    """army board club coastguard committee company council crew family firm government group navy party police staff
    team union""".split()
)
"""Words for one body that "they" may mean: "police said they had arrested a man"."""


def list_behind_aside(parsed: ParsedSentence, at: int, clause: Clause) -> list[int]:
    """The words behind the aside at `at` that the verb needs: "named Mei Tanaka, its operating chief, as its head".

    A name between commas beside an office comes with them; none where the verb needs nothing of what follows.
    """
    wanted = NEEDED_PREPOSITIONS.get(clause.verb.lemma, ())
    tokens = parsed.tokens
    if tokens[at].tag != ",":
        return []
    named = _is_name_beside_role(tokens, at)
    led = [(c.start, c.verb.first - 1) for c in parsed.clauses if c.start == at + 3 and c.verb.form == "gerund"]
    spans = [span for span in (*clause.others, *led) if span[0] > at and tokens[span[0]].low in wanted]
    behind = list(range(*spans[0])) if spans and spans[0][0] - at <= LONGEST_ASIDE else []
    return [at + 1, *behind] if named else behind or _list_behind_description(parsed, at, clause)


def _list_behind_description(parsed: ParsedSentence, at: int, clause: Clause) -> list[int]:
    """What who is described between commas is given, called, told or told to do: "sent Ann Roe, its head, a letter"."""
    tokens = parsed.tokens
    spans = (span for each in parsed.clauses for span in each.others)
    aside = next((b for a, b in spans if a == at + 1 and b + 1 < len(tokens) and tokens[b].tag == ","), None)
    if aside is None or aside - at > LONGEST_ASIDE or at != clause.end or tokens[at - 1].tag != "NNP":
        return []
    first, lemma = aside + 1, clause.verb.lemma
    given = (
        tokens[first].tag in _GIVEN if lemma in verbs.GIVING else tokens[first].tag == "NN" and lemma in verbs.ELECTING
    )
    if given:
        return next((list(range(a, b)) for a, b in clause.others if a == first), [])
    told = next((c for c in parsed.clauses if c.start == first), None)
    if told is not None and lemma in _ASKING.get(told.kind, ()) and (told.kind != "reported" or told.marker == "that"):
        return list(range(first, told.end))
    return []


_GIVEN = frozenset(("DT", "CD", "JJ", "NN", "NNS", "PRP$"))
"""What begins a second object; a date begins none: "sent Ann Roe, the mayor, a week later"."""
_ASKING = {
    "reported": verbs.SAYING | frozenset("inform remind assure convince persuade notify".split()),
    "infinitive": tagset.CONTROL_BY_OBJECT | verbs.ELECTING | {"send"},
}


def _is_name_beside_role(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a name between commas is whose office stands before it: "jailed the former president, Ana Berg, for"."""
    name, closing = tokens[comma + 1 : comma + 2], tokens[comma + 2 : comma + 3]
    person = bool(name) and name[0].actor is not None and name[0].actor.kind == "person" and name[0].tag == "NNP"
    closes = bool(closing) and closing[0].tag in (",", ".")
    office = can_act(tokens[comma - 1]) and tokens[comma - 1].low not in ONE_BODY | _BODIES
    return person and closes and office and tokens[comma - 1].actor is None and tokens[comma - 1].tag == "NN"


_BODIES = frozenset(
    "agency authority bank cabinet commission congress court department house ministry parliament senate".split()
)
"""Roles that are no person's, so that a name behind one is another's."""
