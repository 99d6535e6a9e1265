"""Subjects of clauses that do not simply stand before their verb: inverted, listed, shared, before an aside."""

from collections.abc import Sequence

from timeline.events.syntax.clause_kinds import Clause, Span
from timeline.events.syntax.segments import Stretch, find_noun_phrase_start, skip_marks
from timeline.events.syntax.tokens import Token
from timeline.events.syntax.verb_groups import VerbGroup
from timeline.events.words import cues, nouns, tagset, verbs

__all__ = ["find_own_subject", "find_shared_subject", "take_list"]


def find_own_subject(tokens: Sequence[Token], stretch: Stretch, verb: VerbGroup) -> Span | None:
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


def take_list(tokens: Sequence[Token], stretches: Sequence[Stretch], number: int, own: Span | None) -> Span | None:
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


def find_shared_subject(  # noqa: C901, PLR0911 one return a rule
    tokens: Sequence[Token], stretches: Sequence[Stretch], number: int, done: Sequence[Clause], kind: str
) -> Span | None:
    """The subject of a clause that has none of its own."""
    stretch = stretches[number]
    verb = stretch.verb
    assert verb is not None  # noqa: S101 for the type checker
    if kind == "relative" or (kind == "participle" and verb.form == "participle" and verb.first):
        opens = all(token.tag == "RB" for token in tokens[stretch.start : verb.first])  # "the deal, first announced in"
        end = skip_marks(tokens, stretch.start) if kind == "relative" or opens else verb.first
        end = _skip_adverbs(tokens, end)
        start = find_noun_phrase_start(tokens, end, 0)
        if kind == "participle":
            start += tokens[start].tag == "RB" and tokens[start - 1].tag[:2] == "VB" and start + 1 < end  # "hand back"
            start = _skip_event_of(tokens, _widen_name(tokens, start, end, verb), end)
        return (start, end) if start < end else None
    if verb.form == "gerund" and done and done[-1].verb.lemma in verbs.PERCEPTION and not done[-1].verb.passive:
        start = find_noun_phrase_start(tokens, verb.first, done[-1].verb.last + 1)
        return (start, verb.first) if start < verb.first else done[-1].subject
    if verb.form == "gerund" and tokens[stretch.start].low == "with" and _can_be_subject(tokens[verb.first - 1]):
        return stretch.start + 1, verb.first  # ", with one of them admitting that"
    if verb.form == "gerund" and _follows_at_once(stretch, done):
        return done[-1].subject  # "a man who hid after robbing a bank gave himself up"
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
    if kind == "main" and (found := _find_subject_of_finding(tokens, done)) is not None:
        return found
    if kind in ("adverbial", "participle", "main", "reported"):
        alike = [c.subject for c in reversed(done) if c.kind == kind and c.subject]
        return next(
            iter(alike), next((c.subject for c in reversed(done) if c.kind in ("main", "reported") and c.subject), None)
        )
    return None


def _skip_adverbs(tokens: Sequence[Token], end: int) -> int:
    """`end` moved left over adverbs behind a noun, none of which denies: "a law first passed in 1990"."""
    start = end
    while start and (tokens[start - 1].tag == "RB" or tokens[start - 1].low == "once"):
        start -= 1
    denies = any(token.low in cues.NEGATIONS for token in tokens[start:end])
    return start if start and tokens[start - 1].tag in tagset.NOUNS and not denies else end


def _find_subject_of_finding(tokens: Sequence[Token], done: Sequence[Clause]) -> Span | None:
    """Who did what an inquiry found, where "and" goes on with it: "the review found that Roe hid it, and burned it"."""
    found = done[-1] if done and done[-1].kind == "reported" and done[-1].parent is not None else None
    if found is None or found.parent is None or done[found.parent].subject is None:
        return None
    subject = done[found.parent].subject or (0, 0)
    inquiry = tokens[subject[1] - 1].low in _INQUIRIES and done[found.parent].verb.lemma in _FINDING
    return found.subject if inquiry else None


_FINDING = frozenset("find conclude determine show reveal say suggest establish allege claim state".split())
_INQUIRIES = frozenset(
    """analysis audit complaint indictment inquest inquiry investigation investigations lawsuit probe report review
    study suit survey""".split()
)


def _widen_name(tokens: Sequence[Token], start: int, end: int, verb: VerbGroup) -> int:
    """Where the phrase begins that a participle behind a name describes: "the treaty with Iran signed in 2015"."""
    named = all(token.tag in ("NNP", "NNPS") for token in tokens[start:end])
    if not named or verb.lemma in _DONE_TO_NAMES:
        return start
    for _ in range(_PHRASES):
        led = start > 1 and tokens[start - 1].tag in ("IN", "TO") and tokens[start - 2].tag in ("NN", "NNS")
        if not led:
            break
        start = find_noun_phrase_start(tokens, start - 1, 0)
    return start


_PHRASES = 4
"""Phrases that hang on each other: "the full text of the advice on war with Iraq given by Roe"."""
_DONE_TO_NAMES = verbs.HELD_FOR | frozenset(
    """appoint back base bear call control elect found head hire hurt injure kill know lead name own raise run train
    wound""".split()
)
"""What is done to who is named: "a loan to Acme, founded by Roe"; what else is done is done to the treaty or letter."""


def _skip_event_of(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where what an event was of begins: "the leak of a paper taken by 60,000 pupils" is of a paper taken."""
    of = next((i for i in range(end - 1, start, -1) if tokens[i].low == "of"), start)
    return of + 1 if of > start and tokens[of - 1].low in _EVENTS else start


_EVENTS = frozenset(noun for listed in nouns.EVENT_NOUNS.values() for noun in listed.split())


def _goes_on_beside(tokens: Sequence[Token], stretch: Stretch, done: Sequence[Clause]) -> bool:
    """Whether "and" and a verb go on with what happens beside something: "when its span gave way and fell"."""
    verb, before = stretch.verb, done[-1] if done else None
    if verb is None or before is None or before.verb.form != "finite":
        return False
    following = tokens[verb.last + 1].tag if verb.last + 1 < len(tokens) else "."
    above = done[before.parent].verb if before.parent is not None else None
    parted = (
        above is not None and above.perfect and not verb.perfect
    )  # "has apologised after tigers fled and hit a man"
    suffers = above is not None and above.passive and above.form == "finite"
    parted = parted or (suffers and not (verb.passive or before.verb.passive))  # "was fined after he fled and hit her"
    falls = before.marker in _BESIDE and (
        parted or following in ("IN", "RB", ".", ",")
    )  # with an object it is who acts
    if not falls and before.marker not in ("as", "while"):
        return False
    joins = tokens[stretch.start].tag == "CC" and stretch.start == before.end and verb.first == stretch.start + 1
    return joins and verb.form == "finite" and verb.tense == before.verb.tense


_BESIDE = frozenset("when after before because until once".split())


def _follows_at_once(stretch: Stretch, done: Sequence[Clause]) -> bool:
    """Whether a stretch goes on from a clause within another: "when the train derailed after hitting a car"."""
    before = done[-1] if done else None
    if before is None or before.subject is None or before.end != stretch.start:
        return False
    return before.kind == "relative" or (before.kind == "adverbial" and stretch.opener != ",")


def _is_held_for(tokens: Sequence[Token], stretch: Stretch, above: Clause) -> bool:
    """Whether a gerund tells what somebody is accused of, punished or praised for: "accused Keller of stealing"."""
    return tokens[stretch.start].low in ("of", "with", "for") and above.verb.lemma in verbs.HELD_FOR


def _find_patient(above: Clause, stretch: Stretch) -> Span | None:
    """Whom a verb is done to: its object, in the passive its subject."""
    first = above.verb.last + 1
    if above.verb.lemma in ("plead", "confess", "admit"):
        return above.subject
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
