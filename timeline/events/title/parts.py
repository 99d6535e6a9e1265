"""A clause -> the parts of its title: the subject, the verb, and what follows it cut into phrases.

Of what follows a verb needs some: its object, the phrase right behind it, what is said, who is told to do what. The
rest may go, the last first.
"""

import dataclasses
import itertools
from collections.abc import Container, Iterator, Sequence

from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.lexicon import find_lemma
from timeline.events.syntax.noun_phrases import can_act
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.tokens import Token
from timeline.events.syntax.verb_groups import PARTICLES
from timeline.events.words import cues, nouns, tagset, verbs
from timeline.events.words.verbs import NEEDED_PREPOSITIONS

__all__ = ["Part", "belongs", "cut_phrases", "list_extent", "list_subject_words"]

_MARKS = frozenset((",", ":", "(", ")", '"', "."))
_WH = frozenset(("WDT", "WP", "WRB", "WP$"))
_QUOTED = 14  # words inside quotation marks that a title takes over


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words of a title, and whether it says nothing true without them."""

    places: tuple[int, ...]
    needed: bool


def list_subject_words(parsed: ParsedSentence, clause: Clause) -> tuple[int, ...]:
    """The words of the subject of a clause; of what somebody says of themselves those of who says it."""
    if clause.subject is None:
        return ()
    span = clause.subject
    tokens = parsed.tokens
    speaker = parsed.clauses[clause.parent].subject if clause.kind == "reported" and clause.parent is not None else None
    unnamed = span[1] - span[0] == 1 and tokens[span[0]].tag == "PRP" and tokens[span[0]].actor is None
    if unnamed and speaker is not None and _may_stand_for(tokens, tokens[span[0]].low, speaker):
        span = speaker
    words = [i for i in range(*span) if not clause.verb.first <= i <= clause.verb.last]
    name = _find_name_behind(tokens, span, clause.verb.first)
    owned = bool(name) and tokens[words[0]].tag == "PRP$"  # "its president, Kenji Mori, told": he told
    bare = bool(name) and tokens[words[-1]].low in _ONE_OF  # "a third, Ana Berg, threatened"
    return tuple(name) if owned or bare or (name and len(words) > _SHORT_ROLE) else (*words, *name)


def _may_stand_for(tokens: Sequence[Token], pronoun: str, span: tuple[int, int]) -> bool:
    """Whether a pronoun may mean who speaks: "it" one thing, "they" several, "he" and "she" a person."""
    words = tokens[slice(*span)]
    several = any(t.tag == "CC" for t in words) or words[-1].tag in ("NNS", "NNPS")
    kinds = {t.actor.kind for t in words if t.actor is not None}
    if pronoun == "it":
        return not several and "person" not in kinds
    if pronoun in ("he", "she"):
        acts = "person" in kinds or (not kinds and (can_act(words[-1]) or words[-1].tag == "NNP"))
        return not several and acts and words[-1].tag != "PRP"
    return pronoun == "they" and (several or words[-1].low in _MANY)


_MANY = frozenset(
    """army board club coastguard committee company council crew family firm government group navy party police staff
    team union""".split()
)
"""Words for one body that "they" may mean: "police said they had arrested a man"."""


def _find_name_behind(tokens: Sequence[Token], span: tuple[int, int], verb: int) -> list[int]:
    """The name between commas behind a short description: "a whistleblower, Dana Okoye, handed over"."""
    after = tokens[span[1] : span[1] + 3]
    plain = all((t.actor is None or t.tag == "PRP$") and t.tag != "IN" for t in tokens[slice(*span)])
    short = span[1] - span[0] <= _LONGEST_ROLE and plain
    if not short or len(after) < 3 or span[1] + 2 >= verb:
        return []
    comma, name, closing = after
    named = name.tag == "NNP" and not (name.actor is not None and name.actor.inferred)
    return [span[1] + 1] if comma.tag == closing.tag == "," and named else []


_ONE_OF = frozenset("one another other first second third fourth fifth sixth last latest".split())
_SHORT_ROLE = 4
"""Words of a role that a title tells with its bearer's name; of a longer one the name alone."""
_LONGEST_ROLE = 7


def list_extent(parsed: ParsedSentence, number: int) -> list[int]:
    """The words behind the verb of a clause that belong to what it tells, in order, as far as a title may need them."""
    clauses, tokens = parsed.clauses, parsed.tokens
    clause = clauses[number]
    if (told := _told_over_aside(parsed, number)) is not None:
        said = clauses[told]
        subject = range(clause.verb.last + 1, said.subject[1] if said.subject else clause.end)
        return [*subject, *range(said.verb.first, said.verb.last + 1), *list_extent(parsed, told)][:_LONGEST_EXTENT]
    inverted = clause.subject is not None and clause.subject[0] == clause.verb.last + 1  # "..., said Jo Roe"
    places = list(range(clause.subject[1] if inverted and clause.subject else clause.verb.last + 1, clause.end))
    at, owner = max(clause.end, clause.verb.last + 1), number
    if (told := _told_in_paper(parsed, number)) is not None:
        places, at, owner = list(range(clauses[told].start, clauses[told].end)), clauses[told].end, told
    while at < len(tokens) and len(places) < _LONGEST_EXTENT:
        at = _skip_acronym(tokens, at)
        following = _find_clause_at(parsed, at, owner)
        said_above = following is not None and clauses[following].kind == "reported"
        said_above = said_above and following is not None and (clauses[following].parent or 0) < owner
        said_above = said_above and clauses[owner].verb.form == "participle"  # "in a ruling published that"
        if following is not None and not said_above and _completes(clauses[owner], clauses[following], tokens, at):
            places += range(at, clauses[following].end)
            at, owner = clauses[following].end, following
        elif quoted := _list_quoted_words(tokens, at):
            places += quoted
            at = quoted[-1] + 1
        elif _closes_quote(tokens, clause, at):
            end = next((k for k in range(at + 1, len(tokens)) if tokens[k].tag in (*_MARKS, *_WH)), len(tokens))
            places += range(at + 1, end)
            at = end
        elif measured := _list_behind_bracket(tokens, at):
            places += measured
            at = measured[-1] + 1
        elif listed := _find_listed(parsed, at, owner):
            places += listed
            at = listed[-1] + 1
        elif further := _find_behind_aside(parsed, at, clause):
            places += further
            at = further[-1] + 1
        else:
            break
    return places[:_LONGEST_EXTENT]


def _told_over_aside(parsed: ParsedSentence, number: int) -> int | None:
    """The clause said, where an aside parts its subject from its verb: "said Keller, the mayor, will resign"."""
    clause = parsed.clauses[number]
    for n, said in enumerate(parsed.clauses[number + 1 :], number + 1):
        if said.parent == number and said.kind == "reported" and said.subject is not None:
            within = clause.verb.last < said.subject[0] < clause.end <= said.subject[1] + 1
            return n if within and said.verb.first > clause.end else None
    return None


def _told_in_paper(parsed: ParsedSentence, number: int) -> int | None:
    """The clause said, where where it stands parts it from its verb: "said in a ruling published on Monday that"."""
    between, told = parsed.clauses[number + 1 : number + 2], parsed.clauses[number + 2 : number + 3]
    if not between or not told or between[0].verb.form != "participle" or told[0].marker != "that":
        return None
    led = parsed.tokens[parsed.clauses[number].verb.last + 1].tag == "IN"
    return number + 2 if led and between[0].parent == number and told[0].parent == number else None


_LONGEST_EXTENT = 80
"""Words: as many as a title has characters, so that what is left out is never missed."""


def _find_clause_at(parsed: ParsedSentence, at: int, owner: int) -> int | None:
    """The clause behind `owner` that begins at `at`, quotation marks aside."""
    latest = at
    while latest < len(parsed.tokens) - 1 and parsed.tokens[latest].tag == '"':
        latest += 1
    for n in range(owner + 1, len(parsed.clauses)):
        clause = parsed.clauses[n]
        if clause.start >= at:
            quoted = clause.kind == "reported" and clause.marker == "that" and clause.subject is not None
            start = clause.subject[0] - 1 if quoted and clause.subject else clause.start
            return n if min(start, clause.start) <= latest else None
    return None


def _completes(before: Clause, following: Clause, tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause is what the one before it needs: what is said, to be done, or said of its last noun."""
    if tokens[at - 1].low == "so" and following.marker == "that":
        return False
    if following.kind == "reported":  # but "Roe, who joined in 2009, set up", '"...", he said'
        return tokens[at].tag != "," or (tokens[at - 1].tag != '"' and before.kind != "relative")
    if following.marker in ("how", "why", "what", "whether") or tokens[following.start].low in ("what", "whether"):
        return True
    if following.kind in ("infinitive", "participle"):
        return tokens[at].tag != "," and (following.verb.form != "gerund" or tokens[at].tag != "CC")
    behind = tokens[following.end].low if following.end < len(tokens) else ""
    if following.kind == "relative" and following.verb.last == following.end - 1 and behind in cues.SUBORDINATORS:
        return False  # "abuse that began when they were 13"
    follows = tokens[at].tag not in _MARKS and tokens[at - 1].tag in (*tagset.NOUNS, "CD")
    return following.kind == "relative" and follows and before.verb.last < at - 1


def _list_quoted_words(tokens: Sequence[Token], at: int) -> list[int]:
    """A few quoted words that go on with a clause: called the chips "obsolete"."""
    if tokens[at].tag != '"' or tokens[at - 1].tag in (",", ":"):
        return []
    closing = next((k for k in range(at + 1, min(at + _QUOTED, len(tokens))) if tokens[k].tag == '"'), None)
    return list(range(at, closing + 1)) if closing is not None and closing > at + 1 else []


def _find_behind_aside(parsed: ParsedSentence, at: int, clause: Clause) -> list[int]:
    """The phrase a verb needs behind an aside: "named Mei Tanaka, its operating chief, as interim chief"."""
    wanted = NEEDED_PREPOSITIONS.get(clause.verb.lemma, ())
    tokens = parsed.tokens
    if tokens[at].tag != ",":
        return []
    named = _is_name_beside_role(tokens, at)
    led = [(c.start, c.verb.first - 1) for c in parsed.clauses if c.start == at + 3 and c.verb.form == "gerund"]
    spans = [span for span in (*clause.others, *led) if span[0] > at and tokens[span[0]].low in wanted]
    behind = list(range(*spans[0])) if spans and spans[0][0] - at <= _LONGEST_ASIDE else []
    return [at + 1, *behind] if named else behind


def _is_name_beside_role(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a name between commas is whose office stands before it: "jailed the former president, Ana Berg, for"."""
    name, closing = tokens[comma + 1 : comma + 2], tokens[comma + 2 : comma + 3]
    person = bool(name) and name[0].actor is not None and name[0].actor.kind == "person" and name[0].tag == "NNP"
    closes = bool(closing) and closing[0].tag in (",", ".")
    office = can_act(tokens[comma - 1]) and tokens[comma - 1].low not in _MANY | _BODIES
    return person and closes and office and tokens[comma - 1].actor is None and tokens[comma - 1].tag == "NN"


_BODIES = frozenset(
    "agency authority bank cabinet commission congress court department house ministry parliament senate".split()
)
"""Roles that are no person's, so that a name behind one is another's."""


_LONGEST_ASIDE = 10


def _skip_acronym(tokens: Sequence[Token], at: int) -> int:
    """`at` moved over the bracket that parts a name from what is said to it: "told the Office (ODM) that"."""
    opens = tokens[at].tag == "(" and [t.tag for t in tokens[at + 2 : at + 3]] == [")"]
    return at + 3 if opens and at + 3 < len(tokens) and tokens[at + 3].low == "that" else at


def _list_behind_bracket(tokens: Sequence[Token], at: int) -> list[int]:
    """What a bracket parts from its noun: "airlifted 3,000 kilograms (6,600 lb) of food"."""
    if tokens[at].tag != "(":
        return []
    closing = next((k for k in range(at, min(at + _LONGEST_ASIDE, len(tokens))) if tokens[k].tag == ")"), len(tokens))
    if tokens[closing + 1 : closing + 2] and tokens[closing + 1].low == "of":
        end = next((k for k in range(closing + 1, len(tokens)) if tokens[k].tag in _ENDING_PHRASE), len(tokens))
        return list(range(at, end))
    return []


_ENDING_PHRASE = frozenset((*_MARKS, *_WH, "CC", *tagset.FINITE))


def _closes_quote(tokens: Sequence[Token], clause: Clause, at: int) -> bool:
    """Whether the mark at `at` closes what was opened inside the verb: 'had "failed the people" of the north'."""
    opened = any(t.tag == '"' for t in tokens[clause.verb.first : clause.verb.last])
    return opened and tokens[at].tag == '"' and at + 1 < len(tokens) and tokens[at + 1].low in ("of", "in", "to", "for")


def _find_listed(parsed: ParsedSentence, at: int, owner: int) -> list[int]:
    """A further member of a list of objects: ", rice and beans"."""
    tokens, clauses = parsed.tokens, parsed.clauses
    if tokens[at].tag != "," or not any(a == at + 1 for a, _ in clauses[owner].others):
        return []
    end = next(b for a, b in clauses[owner].others if a == at + 1)
    acts = any(c.subject is not None and at < c.subject[0] < end for c in clauses)
    if tokens[at - 1].tag == "DATE" or acts:  # "Democrats had doubts, and many others, like Roe, balked"
        return []
    members = tokens[at + 1 : end]
    joins = any(t.tag == "CC" for t in members)
    names = tokens[at - 1].tag == "NNP" and members[0].tag == "NNP"
    if names and not joins:  # "in Lima, Peru", "in Ruritania, Borduria floods"
        stop = _count_run(members, tagset.NOUNS)
        return list(range(at, at + 1 + stop)) if stop == len(members) or members[stop].tag in ("IN", "DATE") else []
    stop = _count_run(members, _LISTED)
    last = any(t.tag == "CC" for t in members[:stop])  # "…, and AzaadiSAT-2 into orbit"
    plain = stop == len(members) or (last and members[stop].tag in ("IN", "TO"))
    rest = tokens[end : end + 1]
    closes = joins or (rest and rest[0].tag == "," and _goes_on_listing(parsed, end, owner))
    return list(range(at, end)) if plain and closes else []


_LISTED = (*tagset.NOUNS, "JJ", "CC", "CD", "DT")


def _count_run(words: Sequence[Token], tags: Container[str]) -> int:
    """How many words from the first on have one of the tags."""
    return next((n for n, word in enumerate(words) if word.tag not in tags), len(words))


def _goes_on_listing(parsed: ParsedSentence, at: int, owner: int) -> bool:
    """Whether the list ends with "and" in one of the next stretches."""
    spans = [span for span in parsed.clauses[owner].others if span[0] > at]
    return any(any(t.tag == "CC" for t in parsed.tokens[a:b][:4]) for a, b in spans[:4])


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
    if token.tag in ("IN", "TO") and _leads_to(before, token):
        return True
    if token.low == "from" or token.tag == "VBG":
        return any(find_lemma(t.low) in _FROM for t in before[-6:])
    return token.tag == "TO" and _is_asked(tokens, places, n)


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
    for n, clause in enumerate(parsed.clauses[number + 1 :], number + 1):
        if clause.parent != number:
            continue
        asked = clause.marker in ("what", "whether") and parsed.tokens[clause.start - 1].tag != "IN"
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
