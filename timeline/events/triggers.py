"""A sentence as read -> the verbs and nouns in it that name events, with the clause each belongs to."""

import dataclasses
from collections.abc import Iterator, Sequence

from timeline.events.asides import describes, tells_no_event
from timeline.events.syntax.clauses import Clause
from timeline.events.syntax.lexicon import noun_lemma
from timeline.events.syntax.sentences import Reading
from timeline.events.unrelated import tells_nothing
from timeline.events.words import cues, nouns, tagset, verbs

__all__ = ["EVENT_KINDS", "Candidate", "closing_speaker", "find_candidates", "reports"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A word or two that may name an event.

    Attributes
    ----------
    first, last
        First and last word of the trigger, indexes of the sentence's words, both included.
    lemma
        Base form of the verb, or the singular of the noun.
    kind
        From the noun, or ``"statement"`` for verbs of saying; "" where the verb has to tell.
    noun
        Whether a noun names it.
    clause
        Index of the clause it belongs to, None in a sentence without verbs.
    role
        Of a noun: ``subject``, ``object``, ``within`` (after a preposition that says it took place), ``apart``
        (in a phrase without a verb) or ``""``; of a verb the kind of its clause.
    """

    first: int
    last: int
    lemma: str
    kind: str = ""
    noun: bool = False
    clause: int | None = None
    role: str = ""


_CLOSING = 8  # words after the verb of a clause that only says who spoke
_ADDRESSED = frozenset(("tell", "inform", "write", "answer", "reply"))
_ADDRESSEE = frozenset(("NNP", "NNPS", "NN", "NNS", "PRP", "PRP$", "DT", "JJ", "POS"))
_FIRST = frozenset("i we us me my our ours mine".split())
_SECOND = frozenset("you your yours".split())
_IN_PERSON = _FIRST | _SECOND
_HELPERS = verbs.BE | verbs.HAVE | verbs.DO
EVENT_KINDS = {noun: kind for kind, listed in nouns.EVENT_NOUNS.items() for noun in listed.split()}


def find_candidates(reading: Reading) -> list[Candidate]:
    """The candidates of a sentence in the order of their words; none in a question."""
    if reading.question or tells_nothing(reading):
        return []
    acting = [c for n, clause in enumerate(reading.clauses) for c in _of_verb(reading, n, clause)]
    acting = [c for c in acting if not _says_nothing(reading, c, acting)]
    taken = {i for c in acting for i in range(c.first, c.last + 1)}
    named = [
        i for i, t in enumerate(reading.tokens) if t.low in EVENT_KINDS and t.tag in ("NN", "NNS") and i not in taken
    ]
    nouns = [c for i in named for c in _of_noun(reading, i)]
    return sorted([*acting, *nouns], key=lambda c: c.first)


def reports(clause: Clause) -> bool:
    """Whether a verb says what somebody says: "said", "denied", "announced"; not what it does by saying, "accused"."""
    return clause.verb.speaks and clause.verb.lemma in verbs.REPORTING | verbs.DENIALS | verbs.ANNOUNCING


def closing_speaker(reading: Reading, number: int) -> int | None:
    """The clause after the clause `number` that only says who said it: "..., the minister said"."""
    last = len(reading.clauses) - 1
    clause = reading.clauses[last]
    closes = number < last and clause.kind == "main" and clause.end - clause.verb.last <= _CLOSING
    return last if closes and clause.verb.speaks and clause.verb.lemma in verbs.REPORTING else None


def _says_nothing(reading: Reading, candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a verb of saying says nothing that could be told: "told Reuters", "said in a statement", "he said"."""
    if candidate.clause is None or candidate.kind != "statement" or candidate.lemma not in verbs.BARE_SAYINGS:
        return False
    clause = reading.clauses[candidate.clause]
    under = (c for c in reading.clauses if c.kind in ("reported", "infinitive") and c.parent == candidate.clause)
    said = any(not _in_person(reading, c) for c in under)
    if said or clause.verb.passive or any(c.clause is not None and c.clause < candidate.clause for c in candidates):
        return False
    if reading.quoted and not any(reading.tokens[i].low in _SECOND for i in reading.quoted):
        return not reading.dates_of(clause)
    return bool(reading.quoted) or _has_no_content(reading, clause)


def _has_no_content(reading: Reading, clause: Clause) -> bool:
    """Whether a verb of saying is followed by nothing but to whom, where and when: "told Reuters in Oslo on Monday"."""
    following = list(range(clause.verb.last + 1, clause.end))
    addressed = clause.verb.lemma in _ADDRESSED
    while following and addressed and reading.tokens[following[0]].tag in _ADDRESSEE:
        following.pop(0)
    return not following or reading.tokens[following[0]].tag in ("IN", "TO", ".", "DATE", ",", ":", "RB")


def _in_person(reading: Reading, clause: Clause) -> bool:
    """Whether a clause stands in quotation marks and speaks of "I" or "you": words, not what happened."""
    in_quotes = clause.verb.head in reading.quoted
    return in_quotes and any(reading.tokens[i].low in _IN_PERSON for i in reading.quoted)


def _of_verb(reading: Reading, number: int, clause: Clause) -> Iterator[Candidate]:
    """The candidate of a clause's verb, with the noun that a light verb needs."""
    verb, tokens = clause.verb, reading.tokens
    if not _eventive(reading, clause):
        return
    first, last = verb.lead, verb.last
    if verb.chain and last - first > 3:
        last = verb.lead
    lemma, kind = verb.lemma, ""
    subject = _event_subject(reading, clause)
    if subject is not None:
        first, lemma, kind = subject, noun_lemma(tokens[subject].low), EVENT_KINDS[tokens[subject].low]
    elif verb.lemma in verbs.BESIDE and _subject_is(reading, clause, ("it", "this", "that")):
        thing = _event_object(reading, clause)
        yield from [] if thing is None else [_named(reading, thing, number, "object")]
        return
    elif verb.lemma in verbs.LIGHT and not verb.passive:
        thing = _event_object(reading, clause)
        if thing is not None:
            undone = verb.lemma in verbs.UNDOING  # who lifts a ban bans nothing
            undone = undone and EVENT_KINDS[tokens[thing].low] in ("ban", "sanction")
            kind = "reversal" if undone else EVENT_KINDS[tokens[thing].low]
            lemma = verb.lemma if undone else noun_lemma(tokens[thing].low)
            last = thing if thing - first <= 3 else last
    elif verb.speaks:
        kind = "statement"
    yield Candidate(first=first, last=last, lemma=lemma, kind=kind, clause=number, role=clause.kind)


def _eventive(reading: Reading, clause: Clause) -> bool:
    """Whether a verb names something that happens rather than a state, a wish or a command."""
    verb, tokens = clause.verb, reading.tokens
    head = tokens[verb.head]
    command = verb.form == "finite" and clause.subject is None and head.tag in ("VB", "VBP") and verb.first == verb.head
    if head.low in _HELPERS or command or _in_person(reading, clause) or tells_no_event(reading, clause):
        return False
    if verb.lemma in verbs.STATES and not verb.chain:
        return verb.tense == "past" and not verb.modal and bool(reading.dates_of(clause))
    if verb.form == "gerund" and (verb.lemma in verbs.COMMENTS or verb.lemma in verbs.REPORTING):
        return False
    if verb.form == "gerund":
        before = tokens[clause.start - 1].tag if clause.start else ""
        dated = bool(reading.dates_of(clause)) and (verb.speaks or not describes(reading, clause))
        return before == "," or clause.marker in cues.BEFORE_GERUND or dated
    if verb.form == "participle":
        acted = bool(reading.dates_of(clause)) or any(t.low == "by" for t in tokens[verb.last + 1 : verb.last + 2])
        return acted and verb.lemma not in verbs.PLANNING | verbs.NAMING | verbs.DATING
    return True


def _subject_is(reading: Reading, clause: Clause, words: Sequence[str]) -> bool:
    """Whether the subject is one of these words alone, and stands for no actor."""
    tokens = reading.tokens[slice(*clause.subject)] if clause.subject else ()
    return len(tokens) == 1 and tokens[0].low in words and tokens[0].actor is None


def _event_subject(reading: Reading, clause: Clause) -> int | None:
    """The noun next to its verb of happening: "the strike begins"."""
    verb = clause.verb
    if verb.lemma not in verbs.OCCURRENCES or verb.lead - 1 < clause.start or verb.chain:
        return None
    before = verb.first - 1
    if before >= 0 and reading.tokens[before].low in EVENT_KINDS and verb.lead - before <= 2:
        return before
    return None


def _event_object(reading: Reading, clause: Clause) -> int | None:
    """The event noun that a light verb has as its object."""
    tokens = reading.tokens
    for i in range(clause.verb.last + 1, min(clause.end, clause.verb.last + 7)):
        tag = tokens[i].tag
        if tag in tagset.NOUNS and tokens[i].low in EVENT_KINDS and not _modifies(reading, i):
            return i
        if tag not in ("DT", "JJ", "CD", "PRP$", "POS", "VBN", "RB") and tag not in tagset.NOUNS:
            return None
    return None


def _modifies(reading: Reading, i: int) -> bool:
    """Whether a noun only modifies the one after it: "strike action"."""
    return i + 1 < len(reading.tokens) and reading.tokens[i + 1].tag in ("NN", "NNS", "NNP")


def _of_noun(reading: Reading, i: int) -> Iterator[Candidate]:
    """The candidate of an event noun that took place, by what stands around it."""
    token = reading.tokens[i]
    if _modifies(reading, i):
        return
    number = _clause_at(reading, i)
    role = _role(reading, i, number)
    if (
        role == "within"
        and EVENT_KINDS[token.low] in ("meeting", "statement")
        and number is not None
        and i > reading.clauses[number].verb.last
    ):
        return  # "said during a press conference": the date and the event are the verb's
    if any(
        c.verb.lemma in verbs.CANCELLATIONS and c.subject and c.subject[0] <= i < c.subject[1] for c in reading.clauses
    ):
        return
    dated = _dated_phrase(reading, i)
    if not dated and not _told(reading, i, role):
        return
    yield _named(reading, i, number, role)


def _named(reading: Reading, i: int, number: int | None, role: str) -> Candidate:
    """The candidate of the event noun at `i`."""
    word = reading.tokens[i].low
    return Candidate(
        first=i, last=i, lemma=noun_lemma(word), kind=EVENT_KINDS[word], noun=True, clause=number, role=role
    )


def _told(reading: Reading, i: int, role: str) -> bool:
    """Whether the words around an undated noun say that it took place."""
    token, kind = reading.tokens[i], EVENT_KINDS[reading.tokens[i].low]
    weak = token.low in nouns.WEAK
    before = reading.tokens[_phrase_start(reading, i) - 1].low if _phrase_start(reading, i) else ""
    if role == "within" and before in nouns.STRONG_PREPOSITIONS:
        return True
    if role == "subject":
        return not weak or _has_agent(reading, i)
    if kind in nouns.HARD:
        return not weak
    return role in ("object", "within", "apart") and _has_agent(reading, i) and not weak


def _clause_at(reading: Reading, i: int) -> int | None:
    """The clause whose stretch holds the word at `i`."""
    for number, clause in enumerate(reading.clauses):
        if any(a <= i < b for a, b in clause.stretches()):
            return number
    return None


def _role(reading: Reading, i: int, number: int | None) -> str:
    """How a noun stands in its clause."""
    if number is None:
        return "apart"
    clause = reading.clauses[number]
    start = _phrase_start(reading, i)
    before = reading.tokens[start - 1] if start else None
    if before is not None and before.low in nouns.STRONG_PREPOSITIONS:
        return "within"
    if clause.subject is not None and clause.subject[0] <= i < clause.subject[1]:
        return "subject" if before is None or before.tag not in ("IN", "TO") else ""
    if not clause.start <= i < clause.end:
        return "apart"
    if before is not None and before.tag in ("IN", "TO"):
        return "within" if before.low in nouns.EVENTIVE_PREPOSITIONS else ""
    return "object" if i > clause.verb.last else ""


def _phrase_start(reading: Reading, i: int) -> int:
    """Where the noun phrase that ends at `i` begins."""
    tokens = reading.tokens
    while i and (
        tokens[i - 1].tag in ("DT", "JJ", "JJR", "CD", "PRP$", "POS", "VBN", "DATE", "VBG")
        or tokens[i - 1].tag in tagset.NOUNS
    ):
        i -= 1
    return i


def _dated_phrase(reading: Reading, i: int) -> bool:
    """Whether a date stands inside the noun's phrase or right behind it."""
    tokens = reading.tokens
    inside = any(tokens[k].dates for k in range(_phrase_start(reading, i), i))
    behind = tokens[i + 1 : i + 3]
    if not behind:
        return inside
    return inside or behind[0].dates or (behind[0].low in cues.FRONTED and behind[-1].dates)


def _has_agent(reading: Reading, i: int) -> bool:
    """Whether the phrase says whose doing it is: "Huang's visit", "a visit by Huang", "the visit"."""
    tokens = reading.tokens
    phrase = tokens[_phrase_start(reading, i) : i]
    return any(t.tag in ("POS", "PRP$") or t.actor is not None for t in phrase) or (
        i + 1 < len(tokens) and tokens[i + 1].low == "by"
    )
