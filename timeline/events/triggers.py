"""A sentence as read -> the verbs and nouns in it that name events, with the clause each belongs to."""

import dataclasses
from collections.abc import Iterator, Sequence

from timeline.events.asides import makes_nothing, only_closes
from timeline.events.event_nouns import EVENT_KINDS, find_event_object, find_event_subject, modifies_next
from timeline.events.eventive import is_eventive
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.lexicon import find_noun_lemma
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.unrelated import tells_nothing
from timeline.events.words import cues, nouns, tagset, verbs

__all__ = ["Candidate", "find_candidates", "find_closing_speaker", "reports"]


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


def find_candidates(parsed: ParsedSentence) -> list[Candidate]:
    """The candidates of a sentence in the order of their words; none in a question."""
    if parsed.question or tells_nothing(parsed):
        return []
    if parsed.is_bare_item:
        return _list_item_candidates(parsed)
    acting = [c for n, clause in enumerate(parsed.clauses) for c in _list_verb_candidates(parsed, n, clause)]
    acting = [c for c in acting if not _says_nothing(parsed, c, acting)]
    taken = {i for c in acting for i in range(c.first, c.last + 1)}
    named = [
        i for i, t in enumerate(parsed.tokens) if t.low in EVENT_KINDS and t.tag in ("NN", "NNS") and i not in taken
    ]
    nouns = [c for i in named for c in _list_noun_candidates(parsed, i)]
    return sorted([*acting, *nouns], key=lambda c: c.first)


def _list_item_candidates(parsed: ParsedSentence) -> list[Candidate]:
    """What an item without a verb names: its event noun, else the noun that heads it."""
    tokens = parsed.tokens
    phrases = [p for p in parsed.phrases if tokens[p.head].tag in ("NN", "NNS")]
    of = phrases[1:2] if phrases and tokens[min(phrases[0].end, len(tokens) - 1)].low == "of" else []
    named = next((p.head for p in [*phrases[:1], *of] if tokens[p.head].low in EVENT_KINDS), None)
    heads = phrases[0].head if phrases and phrases[0].end < len(tokens) - 1 else None
    place = named if named is not None else heads
    if place is None or tokens[place].actor is not None:
        return []
    word = tokens[place].low
    kind, lemma = EVENT_KINDS.get(word, ""), find_noun_lemma(word)
    return [Candidate(first=place, last=place, lemma=lemma, kind=kind, noun=True, role="apart")]


def reports(clause: Clause) -> bool:
    """Whether a verb says what somebody says: "said", "denied", "announced"; not what it does by saying, "accused"."""
    return clause.verb.speaks and clause.verb.lemma in verbs.REPORTING | verbs.DENIALS | verbs.ANNOUNCING


def find_closing_speaker(parsed: ParsedSentence, number: int) -> int | None:
    """The clause after the clause `number` that only says who said it: "..., the minister said"."""
    clauses = parsed.clauses
    last = len(clauses) - 1
    while last > number and clauses[last].kind == "participle" and (clauses[last].parent or 0) < last - 1:
        last -= 1  # "..., results showed on Monday, leaving its leader in need of partners"
    clause = clauses[last]
    closes = number < last and clause.kind == "main" and clause.end - clause.verb.last <= _CLOSING
    return last if closes and clause.verb.speaks and clause.verb.lemma in verbs.REPORTING else None


def _says_nothing(parsed: ParsedSentence, candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a verb of saying says nothing that could be told: "told Reuters", "said in a statement", "he said"."""
    if candidate.clause is None or candidate.kind != "statement":
        return False
    if candidate.lemma not in verbs.BARE_SAYINGS:
        return candidates[0] is not candidate and only_closes(parsed, parsed.clauses[candidate.clause])
    clause = parsed.clauses[candidate.clause]
    under = (c for c in parsed.clauses if c.kind in ("reported", "infinitive") and c.parent == candidate.clause)
    said = any(not _is_in_person(parsed, c) for c in under)
    if said or clause.verb.passive:
        return False
    if any(c.clause is not None and c.clause < candidate.clause for c in candidates):
        beside = clause.start > 0 and parsed.tokens[clause.start - 1].tag == "," and clause.end < len(parsed.tokens)
        aside = beside and parsed.tokens[clause.end].tag == ","  # "..., people who know told the paper, in a move ..."
        return aside and _has_no_content(parsed, clause)
    if parsed.quoted and not any(parsed.tokens[i].low in _SECOND for i in parsed.quoted):
        return not parsed.list_dates(clause)
    return bool(parsed.quoted) or _has_no_content(parsed, clause)


def _has_no_content(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a verb of saying is followed by nothing but to whom, where and when: "told Reuters in Oslo on Monday"."""
    following = list(range(clause.verb.last + 1, clause.end))
    addressed = clause.verb.lemma in _ADDRESSED
    while following and addressed and parsed.tokens[following[0]].tag in _ADDRESSEE:
        if clause.verb.lemma == "write" and parsed.tokens[following[0]].low in nouns.WRITINGS:
            return False  # "wrote a memo in May"
        following.pop(0)
    return not following or parsed.tokens[following[0]].tag in ("IN", "TO", ".", "DATE", ",", ":", "RB")


def _is_in_person(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause stands in quotation marks and speaks of "I" or "you": words, not what happened."""
    in_quotes = clause.verb.head in parsed.quoted
    return in_quotes and any(parsed.tokens[i].low in _IN_PERSON for i in parsed.quoted)


def _list_verb_candidates(parsed: ParsedSentence, number: int, clause: Clause) -> Iterator[Candidate]:
    """The candidate of a clause's verb, with the noun that a light verb needs."""
    verb, tokens = clause.verb, parsed.tokens
    if _is_in_person(parsed, clause) or not is_eventive(parsed, clause):
        return
    first, last = verb.lead, verb.last
    if verb.chain and last - first > 3:
        last = verb.lead
    lemma, kind = verb.lemma, ""
    subject = find_event_subject(parsed, clause)
    if subject is not None:
        first, lemma, kind = subject, find_noun_lemma(tokens[subject].low), EVENT_KINDS[tokens[subject].low]
    elif verb.lemma in verbs.BESIDE and _has_subject(parsed, clause, ("it", "this", "that")):
        thing = find_event_object(parsed, clause)
        yield from [] if thing is None else [_make_candidate(parsed, thing, number, "object")]
        return
    elif verb.lemma in verbs.LIGHT and not verb.passive:
        thing = find_event_object(parsed, clause)
        if thing is not None:
            undone = verb.lemma in verbs.UNDOING  # who lifts a ban bans nothing
            undone = undone and EVENT_KINDS[tokens[thing].low] in ("ban", "sanction")
            kind = "reversal" if undone else EVENT_KINDS[tokens[thing].low]
            lemma = verb.lemma if undone else find_noun_lemma(tokens[thing].low)
            last = thing if thing - first <= 3 else last
    elif verb.speaks and not (verb.lemma in verbs.WITH_THAT and _acts_on_thing(parsed, clause)):
        kind = "statement"
    yield Candidate(first=first, last=last, lemma=lemma, kind=kind, clause=number, role=clause.kind)


def _acts_on_thing(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether nothing is said that could be recalled: no quotation, no "that", no question."""
    following = parsed.tokens[clause.verb.last + 1 : clause.verb.last + 2]
    told = any(
        c.kind == "reported" and c.parent is not None and parsed.clauses[c.parent] is clause for c in parsed.clauses
    )
    asks = bool(following) and following[0].tag in ("WRB", "WP", "VBG", ".")
    return not (told or asks or parsed.quoted) and clause.verb.form == "finite"


def _has_subject(parsed: ParsedSentence, clause: Clause, words: Sequence[str]) -> bool:
    """Whether the subject is one of these words alone, and stands for no actor."""
    tokens = parsed.tokens[slice(*clause.subject)] if clause.subject else ()
    return len(tokens) == 1 and tokens[0].low in words and tokens[0].actor is None


def _list_noun_candidates(parsed: ParsedSentence, i: int) -> Iterator[Candidate]:
    """The candidate of an event noun that took place, by what stands around it."""
    token = parsed.tokens[i]
    if modifies_next(parsed, i):
        return
    number = _find_clause(parsed, i)
    role = _find_role(parsed, i, number)
    if (
        role == "within"
        and EVENT_KINDS[token.low] in ("meeting", "statement")
        and number is not None
        and i > parsed.clauses[number].verb.last
    ):
        return  # "said during a press conference": the date and the event are the verb's
    if any(
        c.verb.lemma in verbs.CANCELLATIONS and c.subject and c.subject[0] <= i < c.subject[1] for c in parsed.clauses
    ):
        return
    dated = _is_dated(parsed, i)
    clause = parsed.clauses[number] if number is not None and not dated else None
    if clause is not None and makes_nothing(clause) and _find_phrase_start(parsed, i) == clause.verb.last + 1:
        return
    if not dated and not _is_told(parsed, i, role):
        return
    yield _make_candidate(parsed, i, number, role)


def _make_candidate(parsed: ParsedSentence, i: int, number: int | None, role: str) -> Candidate:
    """The candidate of the event noun at `i`."""
    word = parsed.tokens[i].low
    return Candidate(
        first=i, last=i, lemma=find_noun_lemma(word), kind=EVENT_KINDS[word], noun=True, clause=number, role=role
    )


def _is_told(parsed: ParsedSentence, i: int, role: str) -> bool:
    """Whether the words around an undated noun say that it took place."""
    token, kind = parsed.tokens[i], EVENT_KINDS[parsed.tokens[i].low]
    weak = token.low in nouns.WEAK
    before = parsed.tokens[_find_phrase_start(parsed, i) - 1].low if _find_phrase_start(parsed, i) else ""
    if role == "within" and before in nouns.STRONG_PREPOSITIONS:
        return True
    if role == "subject":
        return not weak or _has_agent(parsed, i)
    if kind in nouns.HARD:
        return not weak
    return role in ("object", "within", "apart") and _has_agent(parsed, i) and not weak


def _find_clause(parsed: ParsedSentence, i: int) -> int | None:
    """The clause whose stretch holds the word at `i`."""
    for number, clause in enumerate(parsed.clauses):
        if any(a <= i < b for a, b in clause.list_stretches()):
            return number
    return None


def _find_role(parsed: ParsedSentence, i: int, number: int | None) -> str:
    """How a noun stands in its clause."""
    if number is None:
        return "apart"
    clause = parsed.clauses[number]
    start = _find_phrase_start(parsed, i)
    before = parsed.tokens[start - 1] if start else None
    if before is not None and before.low in nouns.STRONG_PREPOSITIONS:
        return "within"
    if clause.subject is not None and clause.subject[0] <= i < clause.subject[1]:
        return "subject" if before is None or before.tag not in ("IN", "TO") else ""
    if not clause.start <= i < clause.end:
        return "apart"
    if before is not None and before.tag in ("IN", "TO"):
        return "within" if before.low in nouns.EVENTIVE_PREPOSITIONS else ""
    return "object" if i > clause.verb.last else ""


def _find_phrase_start(parsed: ParsedSentence, i: int) -> int:
    """Where the noun phrase that ends at `i` begins."""
    tokens = parsed.tokens
    while i and (
        tokens[i - 1].tag in ("DT", "JJ", "JJR", "CD", "PRP$", "POS", "VBN", "DATE", "VBG")
        or tokens[i - 1].tag in tagset.NOUNS
    ):
        i -= 1
    return i


def _is_dated(parsed: ParsedSentence, i: int) -> bool:
    """Whether a date stands inside the noun's phrase or right behind it."""
    tokens = parsed.tokens
    inside = any(tokens[k].dates for k in range(_find_phrase_start(parsed, i), i))
    behind = tokens[i + 1 : i + 3]
    if not behind:
        return inside
    if behind[0].low == "for" and behind[-1].dates:
        number = _find_clause(parsed, i)
        verb = parsed.clauses[number].verb if number is not None else None
        return inside or (verb is not None and verb.lemma in verbs.CALLING_FOR_A_DAY and verb.last == verb.head)
    return inside or behind[0].dates or (behind[0].low in cues.FRONTED and behind[-1].dates)


def _has_agent(parsed: ParsedSentence, i: int) -> bool:
    """Whether the phrase says whose doing it is: "Huang's visit", "a visit by Huang", "the visit"."""
    tokens = parsed.tokens
    phrase = tokens[_find_phrase_start(parsed, i) : i]
    return any(t.tag in ("POS", "PRP$") or t.actor is not None for t in phrase) or (
        i + 1 < len(tokens) and tokens[i + 1].low == "by"
    )
