"""How clauses hang together: what kind each is and which clause it hangs on, read from what stands before it."""

import dataclasses
from collections.abc import Sequence

from timeline.events.syntax.noun_phrases import can_act
from timeline.events.syntax.segments import Stretch
from timeline.events.syntax.tokens import Token
from timeline.events.syntax.verb_groups import VerbGroup
from timeline.events.words import cues, tagset

__all__ = ["Clause", "Span", "classify_clause"]

Span = tuple[int, int]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb group and what belongs to it, in indexes of the sentence's words, end exclusive.

    Attributes
    ----------
    start, end
        The stretch that holds the verb.
    others
        Further stretches of the clause, such as what stands before an aside or after a comma.
    subject
        The words of its subject, its own or the one it shares; None where it has none.
    marker
        The word that joins it: "that", "who", "if", "and"; "" for a clause that stands by itself.
    kind
        ``main``, ``relative``, ``adverbial``, ``reported``, ``participle`` or ``infinitive``.
    parent
        Index of the clause it hangs on, None for a main clause.
    """

    verb: VerbGroup
    start: int
    end: int
    others: tuple[Span, ...] = ()
    subject: Span | None = None
    marker: str = ""
    kind: str = "main"
    parent: int | None = None

    def list_stretches(self) -> tuple[Span, ...]:
        """All its stretches in the order of the sentence."""
        return tuple(sorted(((self.start, self.end), *self.others))) if self.others else ((self.start, self.end),)


def classify_clause(  # noqa: PLR0911 one return a rule
    tokens: Sequence[Token], stretches: Sequence[Stretch], number: int, done: Sequence[Clause]
) -> tuple[str, int | None]:
    """What kind of clause it is and which clause it hangs on."""
    stretch, last = stretches[number], len(done) - 1 if done else None
    if stretch.verb is not None and stretch.verb.form != "finite":
        return "infinitive" if stretch.verb.form == "infinitive" else "participle", last
    if stretch.marker == "that":
        kind = _classify_that_clause(tokens, stretch, done)
        return kind, _find_teller(done) if kind == "reported" else last
    if not stretch.marker and _speaks_before(stretches, number, done):
        return "reported", last
    if stretch.marker in ("who", "which", "whose", "whom") or (stretch.marker == "where" and stretch.opener == ","):
        return "relative", last
    if stretch.marker in cues.SUBORDINATORS:
        return "adverbial", last
    if last is not None and _is_contact(tokens, stretch, done[last]):
        return "relative", last
    if last is not None and _goes_on(tokens, stretches, number, done):
        return "relative", done[last].parent
    goes_on = stretch.opener == '"' and last is not None and done[last].kind == "reported"
    if last is not None and tokens[stretch.start].tag == "CC" and (goes_on or not stretch.opener):
        return _classify_joined(tokens, stretch, done)
    return "main", None


def _classify_joined(tokens: Sequence[Token], stretch: Stretch, done: Sequence[Clause]) -> tuple[str, int | None]:
    """The kind of a clause that "and" joins to what is done, and which it hangs on."""
    joined = done[-1]
    while joined.verb.form == "infinitive" and joined.parent is not None:
        joined = done[joined.parent]  # "said she was told to go and was fired": both are said
    if joined.kind == "reported" and joined.parent is not None and _goes_on_telling(tokens, stretch, joined, done):
        joined = done[joined.parent]
    shares = joined.kind in ("reported", "relative") or _shares_helper(stretch, joined)
    shares = shares or (joined is done[-1] and _shares_acting(tokens, stretch, done))
    return joined.kind if shares else "main", joined.parent


def _goes_on_telling(tokens: Sequence[Token], stretch: Stretch, told: Clause, done: Sequence[Clause]) -> bool:
    """Whether a past goes on with who tells, not with what is told to be: "ordered that he be held and freed her"."""
    verb, above = stretch.verb, done[told.parent or 0].verb
    if verb is None or above.tense != "past" or tokens[verb.first].tag != "VBD":
        return False
    return bool(told.verb.modal) or told.verb.tense == "future" or tokens[told.verb.first].tag == "VB"


def _shares_helper(stretch: Stretch, before: Clause) -> bool:
    """Whether a participle behind "and" has the helping verb before it: "until he is charged and convicted"."""
    verb = stretch.verb
    bare = verb is not None and verb.first == verb.head
    return bare and verb is not None and verb.passive and before.verb.passive and before.kind == "adverbial"


def _shares_acting(tokens: Sequence[Token], stretch: Stretch, done: Sequence[Clause]) -> bool:
    """Whether "and" goes on with who acts in a clause beside the main one: "when Norvik cut pay and closed a mill"."""
    verb, before = stretch.verb, done[-1]
    if verb is None or before.kind != "adverbial" or before.marker in cues.CONDITIONALS or before.subject is None:
        return False
    alike = verb.form == "finite" and verb.tense == before.verb.tense and verb.passive == before.verb.passive
    bare = verb.first - stretch.start == 1 and (before.marker == "because" or tokens[before.subject[0]].tag != "PRP")
    return alike and bare and _acts(tokens, before.subject)


def _acts(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a phrase is headed by a name, or by people or a body."""
    end = next((i for i in range(*span) if tokens[i].tag == "IN"), span[1])
    return tokens[end - 1].actor is not None or can_act(tokens[end - 1])


def _goes_on(tokens: Sequence[Token], stretches: Sequence[Stretch], number: int, done: Sequence[Clause]) -> bool:
    """Whether a verb behind a comma goes on with what a noun is said to have done: "the fire, which ..., killed 19"."""
    stretch, before = stretches[number], done[-1]
    bare = stretch.verb is not None and stretch.start == stretch.verb.first and stretch.opener == ","
    told = any(c.kind in ("main", "reported") and c.verb.first < before.start for c in done)
    return bare and told and before.kind == "relative" and tokens[stretch.start].tag in ("VBD", "VBZ", "VBP")


def _is_contact(tokens: Sequence[Token], stretch: Stretch, before: Clause) -> bool:
    """Whether a clause describes the noun right before it without "that": "the company she founded"."""
    start = stretch.start
    pronoun = tokens[start].tag == "PRP" and tokens[start + 1 : start + 2] and tokens[start + 1].tag != "CC"
    speaks = stretch.verb is not None and stretch.verb.speaks and stretch.verb.last == stretch.end - 1
    goes_on = speaks and stretch.end < len(tokens) and tokens[stretch.end].tag in tagset.FINITE  # "a virus it said has"
    beside = not stretch.opener and tokens[start - 1].tag in tagset.NOUNS
    return bool(pronoun) and beside and (goes_on or not before.verb.speaks)


def _find_teller(done: Sequence[Clause]) -> int | None:
    """The clause whose verb says what follows: not the participle before it in "said in a ruling made public that"."""
    last = len(done) - 1
    hangs = last > 0 and done[last].verb.form == "participle" and done[last].parent is not None
    above = done[last].parent if hangs else None
    tells = above is not None and (done[above].verb.speaks or done[above].verb.lemma == "rule")
    return above if tells else last if done else None


def _classify_that_clause(tokens: Sequence[Token], stretch: Stretch, done: Sequence[Clause]) -> str:
    """What "that" opens: what is said, or what describes the noun before it."""
    if not done or stretch.verb is None:
        return "relative"
    after_noun = stretch.start > 0 and tokens[stretch.start - 1].tag in tagset.NOUNS
    lacks_subject = stretch.start == stretch.verb.first - 1
    complement = not (after_noun and lacks_subject) if done[-1].verb.speaks else not after_noun
    return "reported" if complement else "relative"


def _speaks_before(stretches: Sequence[Stretch], number: int, done: Sequence[Clause]) -> bool:
    """Whether the stretch follows straight on a verb of saying: "he said the vote would go ahead"."""
    if not done or not number:
        return False
    previous = stretches[number - 1]
    if previous.verb is None and previous.marker == "that" and previous.end - previous.start == 1 and number > 1:
        previous = stretches[number - 2]  # saying that "..."
    return previous.verb is done[-1].verb and done[-1].verb.speaks and stretches[number].opener in ("", ":", '"')
