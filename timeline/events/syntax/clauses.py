"""Tagged words -> clauses: each verb group with the stretch that is its own, its subject and how it hangs together.

Scope is cut at commas, quotes, conjunctions before a verb, "that", who and which, infinitives, and where the subject of
a further verb begins. It is a shallow reading: what it cannot place goes to the nearest verb.
"""

import dataclasses
from collections.abc import Sequence

from timeline.events.syntax.antecedents import find_antecedent
from timeline.events.syntax.leftward import Leftward
from timeline.events.syntax.noun_phrases import NounPhrase
from timeline.events.syntax.segments import Stretch, cut_stretches, find_noun_phrase_start, skip_marks
from timeline.events.syntax.subjects import find_subject
from timeline.events.syntax.tokens import Token
from timeline.events.syntax.verb_groups import VerbGroup, find_groups
from timeline.events.words import cues, tagset, verbs

__all__ = ["Clause", "Span", "find_clauses"]

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


def find_clauses(tokens: Sequence[Token], phrases: Sequence[NounPhrase]) -> list[Clause]:
    """The clauses of a sentence with these noun phrases in the order of their verbs; empty where it has no verb."""
    groups = find_groups(tokens)
    if not groups:
        return []
    left = Leftward(tokens, phrases, groups)
    subjects = _find_subjects(left, groups)
    marks = {i for p in phrases for i in range(p.start + 1, p.end - 1) if tokens[i].tag in ('"', ",")}
    stretches = cut_stretches(tokens, groups, subjects, marks)
    clauses: list[Clause] = []
    owner: dict[int, int] = {}
    for number, stretch in enumerate(stretches):
        if stretch.verb is not None:
            owner[number] = len(clauses)
            own = subjects.get(stretch.verb.first) or _find_described_inside(left, stretch)
            describes = own is None and (tokens[stretch.start].tag in _RELATIVE or stretch.marker == "that")
            antecedent = find_antecedent(left, stretch.verb, stretch.start) if describes else None
            clauses.append(_build_clause(tokens, stretches, number, clauses, own, antecedent, left))
    return _with_others(stretches, clauses, owner)


def _find_described_inside(left: Leftward, stretch: Stretch) -> Span | None:
    """What "who" or "which" within a stretch describes: "when a man who had left was found"."""
    verb = stretch.verb
    opener = verb.first - 1 if verb is not None else -1
    while opener > stretch.start and left.tokens[opener].tag == "RB":
        opener -= 1
    if verb is None or opener <= stretch.start + 1 or left.tokens[opener].tag not in ("WP", "WDT"):
        return None
    return find_antecedent(left, verb, opener)


def _find_subjects(left: Leftward, groups: Sequence[VerbGroup]) -> dict[int, Span]:
    """The subjects of the finite verbs that have one of their own, by the first word of the verb."""
    found = ((g.first, find_subject(left, g)) for g in groups if g.form == "finite")
    return {first: span for first, span in found if span is not None}


_RELATIVE = frozenset(("WP", "WDT", "WP$", "WRB"))


def _build_clause(
    tokens: Sequence[Token],
    stretches: Sequence[Stretch],
    number: int,
    done: Sequence[Clause],
    found: Span | None,
    antecedent: Span | None,
    left: Leftward,
) -> Clause:
    """The clause of a stretch with a verb, from what stands before it."""
    stretch = _with_marker(tokens, stretches[number], found)
    verb = stretch.verb
    assert verb is not None  # noqa: S101 for the type checker: only such stretches come here
    own = found or _find_own_subject(tokens, stretch, verb)
    kind, parent = _classify_clause(tokens, [*stretches[:number], stretch], number, done)
    if parent is not None and verb.form == "gerund" and _only_says_who_spoke(tokens, done, parent, stretch.start):
        parent -= 1  # "a quake struck, the agency said, sending people into the streets"
        done = done[: parent + 1]
    if kind == "reported" and found is not None and parent is not None and tokens[found[0] - 1].low == "that":
        above = next((n for n in range(parent, -1, -1) if done[n].verb.last < found[0]), parent)
        parent = above if done[above].verb.speaks else parent  # "heard that Roe, who joined in 2009, set up"
    if kind == "main" and found is not None and (says := _said_before(tokens, found, done)) is not None:
        kind, parent = "reported", says
    told = done[-1] if done and done[-1].kind == "relative" and done[-1].verb.speaks and not stretch.opener else None
    if told is not None and found is None and verb.form == "finite":
        kind, antecedent = "relative", find_antecedent(left, verb, told.start)  # "which the agency says has spread"
    listed = found or _with_list(tokens, stretches, number, own)
    goes_on = bool(done) and kind == "relative" and done[-1].kind == "relative" and stretch.opener == ","
    goes_on = goes_on and not (antecedent is not None and tokens[stretch.start].tag in ("WDT", "WP"))
    joined = kind == "relative" and (tokens[stretch.start].tag == "CC" or goes_on) and done
    subject = listed or (done[-1].subject if joined else antecedent if kind == "relative" else None)
    subject = subject or _find_shared_subject(tokens, stretches, number, done, kind)
    return Clause(
        verb=verb,
        start=stretch.start,
        end=stretch.end,
        subject=subject if subject and subject[0] < subject[1] else None,
        marker=done[-1].marker if kind == "adverbial" and tokens[stretch.start].tag == "CC" else stretch.marker,
        kind=kind,
        parent=parent,
    )


def _only_says_who_spoke(tokens: Sequence[Token], done: Sequence[Clause], number: int, at: int) -> bool:
    """Whether a clause between commas says only who tells what stands before it, and the word at `at` follows it."""
    clause = done[number]
    beside = number > 0 and clause.start > 0 and tokens[clause.start - 1].tag == "," and tokens[at - 1].tag == ","
    speaks = clause.kind == "main" and clause.verb.lemma in verbs.REPORTING and clause.verb.last == clause.end - 1
    return beside and speaks and done[number - 1].kind == "main" and clause.subject is not None


def _said_before(tokens: Sequence[Token], subject: Span, done: Sequence[Clause]) -> int | None:
    """The clause of saying whose verb the subject stands right behind: "said Keller, the mayor, will resign"."""
    for number in range(len(done) - 1, -1, -1):
        verb = done[number].verb
        if verb.last < subject[0]:
            behind = subject[0] - verb.last == 1 + (tokens[verb.last + 1].low == "that")
            spoken = verb.speaks and verb.form == "finite" and done[number].subject is not None
            return number if behind and spoken and verb.last + 1 < done[number].end else None
    return None


def _with_marker(tokens: Sequence[Token], stretch: Stretch, subject: Span | None) -> Stretch:
    """A stretch that a mark inside its subject parts from what opens it: 'that a "great pact" has been agreed'."""
    before = subject[0] - 1 if subject is not None and subject[0] < stretch.start else -1
    while before >= 0 and tokens[before].tag == "RB":
        before -= 1
    opens = before >= 0 and tokens[before].low in cues.SUBORDINATORS and tokens[before].tag in ("IN", "WDT", "WRB")
    return stretch._replace(marker=tokens[before].low) if opens and not stretch.marker else stretch


def _find_own_subject(tokens: Sequence[Token], stretch: Stretch, verb: VerbGroup) -> Span | None:
    """The noun phrase between the start of a stretch and its verb, without fronted phrases."""
    if verb.form != "finite":
        return None
    start = stretch.start
    if stretch.marker:
        start += 1
    for i in range(start, verb.first):
        if tokens[i].low in cues.SUBORDINATORS and tokens[i].tag in ("IN", "WP", "WRB"):
            start = i + 1
    while start < verb.first and (tokens[start].tag == "RB" or tokens[start].tag == "CC"):
        start += 1
    if start > stretch.start and tokens[stretch.start].tag == "CC" and tokens[start].low in cues.FRONTED:
        return None  # "and then at some point was sold"
    if not any(_can_be_subject(tokens[i]) for i in range(start, verb.first)):
        return _find_inverted_subject(tokens, stretch, verb)
    if start < verb.first and (tokens[start].tag == "IN" or tokens[start].tag == "DATE"):
        start = max(start, find_noun_phrase_start(tokens, verb.first, start + 1))
    return start, verb.first


def _with_list(tokens: Sequence[Token], stretches: Sequence[Stretch], number: int, own: Span | None) -> Span | None:
    """A subject with the members that commas part from it: "Lima, Oslo, and Cairo", "Liberty, Missouri"."""
    if own is None or stretches[number].opener != ",":
        return own
    start, listed = own[0], tokens[stretches[number].start].tag == "CC" or own[1] - own[0] == 1
    for stretch in reversed(stretches[:number]):
        last = tokens[stretch.end - 1]
        name = last.actor is not None or last.tag == "NNP"
        if stretch.verb is not None or not name or not listed or tokens[stretch.start].tag in ("IN", "RB", "DATE"):
            break
        start = stretch.start
        if stretch.opener != ",":
            break
    return start, own[1]


def _can_be_subject(token: Token) -> bool:
    """Whether a word can be what a clause is about: a noun, a pronoun, or "some", "many" by itself."""
    return (token.tag in tagset.NOMINAL and token.tag != "DATE") or token.low in cues.ALONE


def _find_inverted_subject(tokens: Sequence[Token], stretch: Stretch, verb: VerbGroup) -> Span | None:
    """The subject after the verb: ``"...," said the minister``."""
    after = verb.last + 1
    speaks = stretch.opener == '"' and verb.lemma in verbs.REPORTING and after < stretch.end
    return (after, stretch.end) if speaks and tokens[after].tag in (*tagset.NOMINAL, "DT", "PRP$") else None


def _classify_clause(  # noqa: PLR0911 one return a rule
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
        joined = done[last]
        while joined.verb.form == "infinitive" and joined.parent is not None:
            joined = done[joined.parent]  # "said she was told to go and was fired": both are said
        shares = joined.kind in ("reported", "relative") or _shares_helper(stretch, joined)
        return joined.kind if shares else "main", joined.parent
    return "main", None


def _shares_helper(stretch: Stretch, before: Clause) -> bool:
    """Whether a participle behind "and" has the helping verb before it: "until he is charged and convicted"."""
    verb = stretch.verb
    bare = verb is not None and verb.first == verb.head
    return bare and verb is not None and verb.passive and before.verb.passive and before.kind == "adverbial"


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
    return above if above is not None and done[above].verb.speaks else last if done else None


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


def _find_shared_subject(  # noqa: PLR0911 one return a rule
    tokens: Sequence[Token], stretches: Sequence[Stretch], number: int, done: Sequence[Clause], kind: str
) -> Span | None:
    """The subject of a clause that has none of its own."""
    stretch = stretches[number]
    verb = stretch.verb
    assert verb is not None  # noqa: S101 for the type checker
    if kind == "relative" or (kind == "participle" and verb.form == "participle" and verb.first):
        end = skip_marks(tokens, stretch.start) if kind == "relative" or verb.first == stretch.start else verb.first
        start = find_noun_phrase_start(tokens, end, 0)
        return (start, end) if start < end else None
    if verb.form == "gerund" and done and done[-1].verb.lemma in verbs.PERCEPTION and not done[-1].verb.passive:
        start = find_noun_phrase_start(tokens, verb.first, done[-1].verb.last + 1)
        return (start, verb.first) if start < verb.first else done[-1].subject
    if verb.form == "gerund" and done and _is_held_for(tokens, stretch, done[-1]):
        return _find_patient(done[-1], stretch)
    if kind == "infinitive" and done:
        return _find_controller(tokens, done[-1])
    if _goes_on_beside(tokens, stretch, done):
        return done[-1].subject
    if done and done[-1].verb.form == "participle" and not stretch.opener and not stretch.marker:
        return done[-1].subject
    aside = _find_before_aside(tokens, stretches, number) if verb.form == "finite" else None
    if aside is not None and not (stretch.marker and tokens[stretch.start].tag == "CC"):
        return aside
    if kind in ("adverbial", "participle", "main", "reported"):
        alike = [c.subject for c in reversed(done) if c.kind == kind and c.subject]
        return next(
            iter(alike), next((c.subject for c in reversed(done) if c.kind in ("main", "reported") and c.subject), None)
        )
    return None


def _goes_on_beside(tokens: Sequence[Token], stretch: Stretch, done: Sequence[Clause]) -> bool:
    """Whether "and" and a verb go on with what happens beside something: "as the virus spread and killed a man"."""
    verb, before = stretch.verb, done[-1] if done else None
    if verb is None or before is None or before.marker not in ("as", "while") or before.verb.form != "finite":
        return False
    joins = tokens[stretch.start].tag == "CC" and stretch.start == before.end and verb.first == stretch.start + 1
    return joins and verb.form == "finite" and verb.tense == before.verb.tense


def _is_held_for(tokens: Sequence[Token], stretch: Stretch, above: Clause) -> bool:
    """Whether a gerund tells what somebody is accused of, punished or praised for: "accused Keller of stealing"."""
    return tokens[stretch.start].low in ("of", "with", "for") and above.verb.lemma in verbs.HELD_FOR


def _find_patient(above: Clause, stretch: Stretch) -> Span | None:
    """Whom a verb is done to: its object, in the passive its subject."""
    first = above.verb.last + 1
    return above.subject if above.verb.passive or first >= stretch.start else (first, stretch.start)


def _find_controller(tokens: Sequence[Token], clause: Clause) -> Span | None:
    """Who is to do what an infinitive says: the object of "urge X to", else the subject."""
    objects = [i for i in range(clause.verb.last + 1, clause.end) if tokens[i].actor is not None]
    if objects and not clause.verb.passive and clause.verb.lemma in tagset.CONTROL_BY_OBJECT:
        return objects[0], objects[0] + 1
    return clause.subject


def _find_before_aside(tokens: Sequence[Token], stretches: Sequence[Stretch], number: int) -> Span | None:
    """The words that an aside parts from their verb: "Garcia, who ..., resigned", "the Agency (EA) said"."""
    found: Span | None = None
    bracketed = False
    for candidate in reversed(stretches[:number]):
        if candidate.opener == "(" and candidate.verb is None:
            bracketed = True
            continue
        if bracketed and found is None:
            floor = candidate.start if candidate.verb is None else candidate.verb.last + 1
            return find_noun_phrase_start(tokens, candidate.end, floor), candidate.end
        if candidate.verb is None and candidate.marker in cues.SUBORDINATORS:
            return candidate.start + 1, candidate.end
        if candidate.verb is None and candidate.marker not in cues.FRONTED:
            found = candidate.start, candidate.end
        elif candidate.verb is not None and candidate.marker not in cues.RELATIVES and candidate.verb.form == "finite":
            return found if candidate.marker in cues.SUBORDINATORS else None
        if candidate.opener == ":":
            break
    return found


def _with_others(stretches: Sequence[Stretch], clauses: Sequence[Clause], owner: dict[int, int]) -> list[Clause]:
    """The clauses with the stretches that hold no verb given to the clause they belong to."""
    others: dict[int, list[Span]] = {}
    numbers = sorted(owner)
    for k, stretch in enumerate(stretches):
        if stretch.verb is None:
            others.setdefault(_find_owner(stretch, k, numbers, clauses, owner), []).append((stretch.start, stretch.end))
    return [dataclasses.replace(c, others=tuple(others[n])) if n in others else c for n, c in enumerate(clauses)]


def _find_owner(
    stretch: Stretch, k: int, numbers: Sequence[int], clauses: Sequence[Clause], owner: dict[int, int]
) -> int:
    """Which clause a stretch without a verb belongs to."""
    before = [n for n in numbers if n < k]
    after = [n for n in numbers if n > k]
    following = clauses[owner[after[0]]] if after else None
    if following is not None and following.subject is not None and following.subject[0] <= stretch.start:
        shared = any(c.subject == following.subject for c in clauses[: owner[after[0]]])
        if not shared and following.kind != "relative":
            return owner[after[0]]  # an aside between a subject and its verb
    if not before:
        mains = [owner[n] for n in after if clauses[owner[n]].kind == "main"]
        return mains[0] if mains else owner[after[0]]
    if after and (stretch.opener == ":" or stretch.marker in ("and", "but")) and after[0] == k + 1:
        return owner[after[0]]
    return owner[before[-1]]
