"""The parts of a title -> whether a line of them can be understood by itself: who, does, and what the verb needs."""

from collections.abc import Sequence

from timeline.events.allegations import is_held_for
from timeline.events.asides import is_object_deed
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.lexicon import find_lemma
from timeline.events.syntax.noun_phrases import can_act, find_phrase
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.tokens import Token
from timeline.events.title.named import SPEAKERS, counts_nobody, is_named, is_of_nobody, is_of_unnamed
from timeline.events.words import cues, roles, tagset, verbs

__all__ = ["NEED_CONTENT", "breaks_off", "can_stand", "find_told_gerund"]

NEED_CONTENT = (
    (verbs.REPORTING | verbs.STATEMENTS)
    - verbs.WITH_THAT
    - frozenset("apologize apologise comment testify appeal reply".split())
)
"""Verbs of saying that say nothing without what is said."""

_OBJECTS = frozenset("it him her them this that these those any some none all".split())
_MEASURES = frozenset("km miles mile kilometres kilometers metres meters feet kg tonnes percent".split())
_MANY = frozenset("police people staff crew majority number couple pair group".split())
_HELD_BY = frozenset("for of in with from against to at into on".split())
_NEED_OBJECT = verbs.ALWAYS_WITH_OBJECT | verbs.EMPTY_WITHOUT_OBJECT
_NEED_MORE = frozenset(
    """agree decide refuse decline attempt try seek intend plan want hope expect offer promise pledge vow threaten
    choose manage allow consider prepare investigate""".split()
)
"""Verbs that say nothing alone: "the minister agreed", "the council decided"."""


def can_stand(parsed: ParsedSentence, number: int, subject: Sequence[int], extent: Sequence[int]) -> bool:
    """Whether the clause `number` has its subject, its verb and what the verb needs in these words."""
    clause = parsed.clauses[number]
    if not subject or not is_named(parsed.tokens, subject) or _is_writing(parsed.tokens[subject[0]], clause):
        return False
    if any(c.verb.first <= subject[0] <= c.verb.last for c in parsed.clauses):
        return False  # "but found 13 others proved": what opens it is a verb
    return (
        not _is_half(parsed, clause, subject)
        and not _loses_measure(parsed.tokens, [*subject, *extent])
        and not is_of_unnamed(parsed.tokens, subject)
        and _agrees(parsed.tokens, clause, subject)
        and not _is_owned_by_nobody(parsed.tokens, [*subject, *extent])
        and not _points_on(parsed.tokens, clause, extent)
        and not counts_nobody(parsed.tokens, clause, subject)
        and not _addresses(parsed, extent)
        and not is_of_nobody(parsed.tokens, [*subject, *extent])
        and not _is_what_it_was_called(parsed, clause)
        and not _lacks_described(parsed.tokens, clause)
        and not _follows_lost_words(parsed, number)
        and not (clause.verb.form == "gerund" and find_told_gerund(parsed, clause) is None)
        and not _comes_of_what_was_done(parsed, clause)
        and not (_lacks_object(parsed.tokens, clause, extent) and all(parsed.tokens[i].tag == "CD" for i in subject))
        and _has_complement(parsed, number, extent)
    )


def _lacks_described(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether whom a verb is done to is the noun before its clause: "sanctions on three banks it accused of fraud"."""
    bare = clause.kind == "relative" and clause.subject is not None and clause.start == clause.subject[0]
    following = tokens[clause.verb.last + 1].tag if clause.verb.last + 1 < len(tokens) else ""
    return bare and not clause.verb.passive and clause.verb.lemma in verbs.HELD_FOR and following == "IN"


def breaks_off(tokens: Sequence[Token], words: Sequence[int]) -> bool:
    """Whether a line of these words ends where its sentence goes straight on, or a clause in it has lost its verb.

    "Roe said the firm gave (specific figures)", "a message that none of the members (are safe)".
    """
    following = tokens[max(words) + 1] if words and max(words) + 1 < len(tokens) else None
    if following is not None and following.tag in _GOING_ON and not _may_be_left_out(following):
        return True
    if _lacks_what_it_became(tokens, words) or [tokens[i].low for i in words[-2:]] in (["as", "much"], ["as", "many"]):
        return True
    opener = next((n for n in range(len(words) - 1, -1, -1) if tokens[words[n]].tag in _OPENING), None)
    return opener is not None and not any(tokens[i].tag in (*tagset.FINITE, "VB") for i in words[opener:])


def _lacks_what_it_became(tokens: Sequence[Token], words: Sequence[int]) -> bool:
    """Whether a line ends before what "make" made of its object: "urged Roe to make his views (on it clear)"."""
    acting = next((i for i in reversed(words) if tokens[i].tag[:2] == "VB"), None)
    if acting is None or find_lemma(tokens[acting].low) not in _MAKING or tokens[words[-1]].tag not in tagset.NOUNS:
        return False
    for i in range(words[-1] + 1, len(tokens) - 1):
        if tokens[i].tag in (*tagset.BREAKS, *tagset.FINITE, "TO"):
            return False
        if tokens[i].tag == "JJ" and tokens[i - 1].tag in tagset.NOUNS and tokens[i + 1].tag in (*tagset.BREAKS, "IN"):
            return True
    return False


_MAKING = frozenset("make leave keep render".split())
_GOING_ON = (*tagset.NOUNS, *tagset.FINITE, "DT", "JJ", "CD", "PRP$", "POS")
_OPENING = frozenset(("WDT", "WP", "WP$"))


def _may_be_left_out(token: Token) -> bool:
    """Whether a line may end before a word that its sentence goes on with: "resigned (hours after the vote)"."""
    return token.low in cues.CONNECTIVES or token.low in cues.TIME_UNITS


def find_told_gerund(parsed: ParsedSentence, clause: Clause) -> int | None:
    """Where a gerund stands that has a subject and tells what happened: it is told as a past."""
    if clause.verb.form != "gerund" or clause.subject is None or clause.verb.first != clause.verb.head:
        return None
    if parsed.tokens[clause.start].low in _HELD_BY and not is_held_for(parsed, clause):
        return None  # "the ban was for doping", "the cost of rebuilding"
    above: Clause | None = clause
    while above is not None and above.verb.form != "finite":
        above = parsed.clauses[above.parent] if above.parent is not None else None
    if above is not None and above.verb.passive and parsed.tokens[clause.start].low == "by":
        return None  # "was forced out by fleeing depositors"
    past = above is not None and above.verb.tense == "past" and not above.verb.modal
    return clause.verb.head if past else None


def _loses_measure(tokens: Sequence[Token], words: Sequence[int]) -> bool:
    """Whether a line that compares has lost what with: "more ballots had been cast (than there were voters)"."""
    more = next((i for i in words[:2] if tokens[i].low in _MORE and tokens[i + 1].low != "than"), -1)
    than = next((i for i in range(more + 1, len(tokens)) if tokens[i].low == "than"), -1) if more >= 0 else -1
    return than >= 0 and words[-1] <= than


_MORE = frozenset("more fewer less".split())


def _agrees(tokens: Sequence[Token], clause: Clause, subject: Sequence[int]) -> bool:
    """Whether several have a verb for several: not "Roe and Holm leaves", where the verb is another's."""
    verb = tokens[clause.verb.first]
    if verb.tag in ("VB", "VBP") and clause.verb.form == "finite" and not clause.verb.modal:
        return not _is_one_person(tokens, subject)  # "the way (voters use and) produce energy"
    if verb.tag != "VBZ" and verb.low != "was":
        return True
    if tokens[subject[0]].low in _SEVERAL and verb.low in ("is", "was", "has"):
        return False  # "most of the cases ... was found"
    head = next((n for n, i in enumerate(subject) if tokens[i].tag in ("IN", "TO", "WP", "WDT")), len(subject)) - 1
    if head >= 0 and tokens[subject[head]].tag == "NNS" and tokens[subject[head]].low not in _ONE_IN_S:
        return tokens[subject[head]].actor is not None or tokens[subject[head]].low.endswith("ics")
    joints = [n for n, i in enumerate(subject) if tokens[i].low == "and" and 0 < n < len(subject) - 1]
    return not any(_names(tokens[subject[n - 1]]) and _names(tokens[subject[n + 1]]) for n in joints)


def _is_one_person(tokens: Sequence[Token], subject: Sequence[int]) -> bool:
    """Whether a subject is the name of one person, with what they are before it."""
    actor = tokens[subject[-1]].actor
    joined = any(tokens[i].tag in ("CC", ",") for i in subject)
    return actor is not None and actor.kind == "person" and tokens[subject[-1]].tag == "NNP" and not joined


def _lacks_object(tokens: Sequence[Token], clause: Clause, extent: Sequence[int]) -> bool:
    """Whether a verb is a participle, or as good as one: "600,000 recorded this year"."""
    verb = clause.verb
    active = verb.lemma in verbs.NEED_OBJECT and not (verb.passive or verb.perfect)
    return verb.form == "participle" or (active and all(tokens[i].tag == "DATE" for i in extent))


def _comes_of_what_was_done(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a gerund tells what came of something done to its subject: "a boy was shot, triggering protests"."""
    above = parsed.clauses[clause.parent] if clause.parent is not None else None
    behind = clause.start > 0 and parsed.tokens[clause.start - 1].tag == ","
    return (
        clause.verb.form == "gerund"
        and behind
        and above is not None
        and above.verb.passive
        and clause.verb.lemma in _CAUSING
    )


_CAUSING = frozenset("trigger spark prompt cause provoke ignite leave bring raise force fuel lead result".split())
_SEVERAL = frozenset("most many several few both".split())
_ONE_IN_S = frozenset("news series headquarters species means works barracks crossroads chaos gas police".split())


def _names(token: Token) -> bool:
    return token.actor is not None and token.actor.kind in ("person", "country")


def _is_owned_by_nobody(tokens: Sequence[Token], words: Sequence[int]) -> bool:
    """Whether what did it is somebody's whom the line does not name: "the plan announced by his secretary"."""
    by = next((n for n, i in enumerate(words[:-1]) if tokens[i].low == "by"), None)
    if by is None or tokens[words[by + 1]].low not in ("his", "her"):
        return False
    return not any(tokens[i].tag == "NNP" or tokens[i].low in roles.ROLES for i in words[:by])


def _is_writing(subject: Token, clause: Clause) -> bool:
    """Whether "it" is a text or a rule, which no actor can stand for: "it is published tomorrow"."""
    return subject.low == "it" and clause.verb.passive and clause.verb.lemma in _WRITTEN


_WRITTEN = frozenset(
    "publish unveil issue release pass sign adopt enact draft write print post file deliver ratify".split()
)


def _is_half(parsed: ParsedSentence, clause: Clause, subject: Sequence[int]) -> bool:
    """Whether a subject is only part of one, or cannot do what is told: one of several, a measure, people's "place"."""
    tokens, last = parsed.tokens, parsed.tokens[subject[-1]]
    if last.low in _MEASURES and tokens[subject[-1] - 1].tag == "CD":
        return True  # "schools about 400 km from Tokyo have closed"
    if clause.verb.lemma == "take" and tokens[clause.verb.last + 1 : clause.verb.last + 2]:
        takes_place = tokens[clause.verb.last + 1].low == "place"
        if takes_place and any(tokens[i].low in roles.ROLES for i in subject):
            return True  # no people take place
    if tokens[clause.verb.first].low not in ("have", "were", "are") or last.tag in ("NNS", "NNPS"):
        return False
    if any(tokens[i].tag in ("NNS", "NNPS", "CD") or tokens[i].low in _MANY for i in subject):
        return False
    joints = [i for i in subject if tokens[i].tag == "CC"]
    if joints:
        return all(tokens[i - 1].tag == "JJ" for i in joints)  # "oral and written evidence were"
    one = last.tag == "NN" and last.actor is None and last.low not in _SEVERAL_AS_ONE and not can_act(last)
    between = tokens[subject[-1] + 1 : clause.verb.first]
    return one or tokens[subject[0] - 1].tag == "CC" or any(t.tag == "CC" for t in between)  # "crash were found"


_SEVERAL_AS_ONE = frozenset(
    """audience band bulk class club couple dozen family generation group half lot majority minority most number pair
    percent public quarter remainder rest side team third trio youth""".split()
)


def _points_on(tokens: Sequence[Token], clause: Clause, extent: Sequence[int]) -> bool:
    """Whether what a verb is done to is left open: "the navy torpedoed it", "on territory he trod before"."""
    nearest = tokens[extent[0]] if extent else None
    if nearest is not None and nearest.tag in ("PRP", "DT") and nearest.low in _OBJECTS and nearest.actor is None:
        return nearest.tag == "PRP" or len(extent) == 1
    if clause.subject is None or clause.verb.passive or clause.verb.chain:
        return False
    if _is_of_noun_before(tokens, clause):
        return True  # "the mill Norvik bought in May burned down"
    if clause.kind != "relative":
        return False
    own = clause.start <= clause.subject[0] < clause.verb.first and tokens[clause.start].tag not in ("WRB", "WP$")
    inside = clause.start > 0 and tokens[clause.start - 1].tag == "IN"  # "in which he trod"
    following = next((tokens[i].tag for i in extent if tokens[i].tag != "RB"), "")
    return own and not inside and following in ("", "IN", "TO", "CC", ",", "DATE")


def _follows_lost_words(parsed: ParsedSentence, number: int) -> bool:
    """Whether a verb may belong to what somebody says, whose verb is lost: "says that men ... and fled"."""
    subject = parsed.clauses[number].subject
    for n, clause in enumerate(parsed.clauses[:number]):
        lost = any(parsed.tokens[a].low == "that" and parsed.tokens[a].tag == "IN" for a, _ in clause.others)
        if lost and clause.verb.speaks and clause.subject == subject:
            return not any(c.parent == n and c.kind == "reported" for c in parsed.clauses)
    return False


def _is_of_noun_before(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a name and what it did without an object describe the noun right before the name."""
    start, end = clause.subject or (0, 0)
    following = tokens[clause.verb.last + 1].tag if clause.verb.last + 1 < len(tokens) else ""
    lacks = clause.verb.lemma in verbs.DONE_TO_SOMETHING and following in ("IN", "DATE", "VBD", "VBZ", "MD")
    name = end - start == 1 and start > 0 and tokens[start].tag == "NNP" and clause.verb.first == end
    return lacks and name and tokens[start - 1].tag in ("NN", "NNS")


def _is_what_it_was_called(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether the phrase before a verb says what something was called: "the man named by Roe the spy fled"."""
    start = clause.subject[0] if clause.subject is not None else 0
    doer = find_phrase(parsed.phrases, start - 1) if start else None
    by = parsed.tokens[doer.start - 2 : doer.start] if doer is not None and doer.end == start else ()
    return [t.tag for t in by] == ["VBN", "IN"] and by[1].low == "by"


def _addresses(parsed: ParsedSentence, extent: Sequence[int]) -> bool:
    """Whether a text speaks of its writer or to its reader: "distance reduced your chances"; quoted words may."""
    words = [parsed.tokens[i] for i in extent if i not in parsed.quoted]
    return any(t.low in SPEAKERS and t.actor is None and t.tag in ("PRP", "PRP$") for t in words)


_ORDERING = frozenset("instruct persuade compel oblige".split())
_SAID = frozenset("no yes goodbye farewell sorry nothing little more".split())
_TELLING = frozenset("tell inform remind assure notify".split())


def _is_addressee(token: Token) -> bool:
    """Whether a word can belong to whom something is told."""
    named = token.actor is not None or token.tag in ("NNP", "NNPS", "DT", "PRP", "PRP$", "CC", "POS", "DATE", "JJ", ",")
    return named or token.low in roles.ROLES | _WHERE_TOLD


_WHERE_TOLD = frozenset("in at by on paper channel programme program radio news conference briefing website".split())


def _has_complement(  # noqa: C901, PLR0911, PLR0912 one return a rule
    parsed: ParsedSentence, number: int, extent: Sequence[int]
) -> bool:
    """Whether the verb has what it needs: an object, what is said, whither."""
    tokens, verb = parsed.tokens, parsed.clauses[number].verb
    calling = bool(extent) and verb.lemma == "spend" and tokens[extent[0]].tag == "VBG"
    if verb.form == "infinitive" or calling or (verb.lemma == "ask" and not extent):
        return False  # '"How?" a judge asked', "he had spent (the winter) calling"
    bare = verb.form == "participle" and tokens[-1].tag == "."
    if bare and not (any(tokens[i].tag in tagset.NOUNS for i in extent) and parsed.list_dates(parsed.clauses[number])):
        return False  # "in a letter sent on Monday", "the threat posed by Iran"
    below = {c.kind for c in parsed.clauses if c.parent == number}
    dates = {i for i in extent if tokens[i].tag == "DATE"}
    led = {i for i in extent if tokens[i].tag == "IN" and i + 1 in dates}
    nearest = next((tokens[i] for i in extent if tokens[i].tag != "RB" and i not in dates | led), None)
    lost = any(tokens[a].low == "that" and tokens[a].tag == "IN" for a, _ in parsed.clauses[number].others)
    if verb.speaks and "reported" not in below and (lost or (nearest is not None and nearest.low == "that")):
        return False  # what is said has lost its verb
    after = next((t.tag for t in tokens[verb.last + 1 : verb.last + 4] if t.tag not in ("RB", "DATE")), "")
    turned = verb.passive and (parsed.clauses[number].subject or (0,))[0] > verb.last  # "among those killed were"
    if after in tagset.FINITE and not turned:
        return False  # "the steps Norway has taken are lawful"
    if verb.passive or verb.form == "participle" or not below.isdisjoint(("reported", "infinitive")):
        return True
    if any(c.parent == number and is_object_deed(parsed, c) for c in parsed.clauses):
        return bool(extent)  # "denied taking bribes"
    if verb.lemma in _TELLING and extent and all(_is_addressee(tokens[i]) for i in extent):
        return False  # "a doctor at the clinic told AFP"
    if verb.lemma in _ORDERING and nearest is not None and nearest.tag != "IN":
        return any(tokens[i].tag in ("TO", "IN") for i in extent)  # "he instructed the board"
    if verb.lemma == "say" and nearest is not None and nearest.tag != '"':
        return nearest.low in _SAID  # "sources said Roe", an aside parting him from his verb
    if verb.speaks and verb.lemma in NEED_CONTENT:
        return nearest is not None and (nearest.tag not in ("IN", "TO", ",", "VBG") or nearest.low in ("of", "for"))
    if nearest is None and (verb.lemma in _NEED_MORE | {"become", "serve"} or tokens[verb.last].low == "back"):
        return False
    if verb.lemma in ("do", "come"):  # "had offered to do just that"; "the dismissal came", three days after something
        return any(tokens[i].tag in tagset.NOUNS for i in extent)
    if extent and tokens[extent[-1]].tag == "CD" and tokens[extent[-1] - 1].low == "the":
        return False  # "won over four of the 19"
    if verb.lemma in _NEED_OBJECT and verb.last == verb.head:
        if verb.first == verb.head and tokens[-1].tag != ".":  # "Ferry owner charged over sinking"
            return True
        return nearest is not None and nearest.tag not in ("IN", "TO", ",", "CC", "VBG")
    return True
