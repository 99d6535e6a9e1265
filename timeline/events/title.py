"""A candidate -> the line a reader would put on a slide: a short clause in the document's own words.

The words are the document's; left out are dates, connectives and what hangs on at the end, and a pronoun gives way to
the name it stands for. Nothing is added but that name.
"""

import dataclasses
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from timeline.actors import ActorMention
from timeline.dates import DateMention
from timeline.events.syntax.clauses import Clause
from timeline.events.syntax.lexicon import lemma_of, past_of
from timeline.events.syntax.sentences import Reading
from timeline.events.syntax.tokens import Token
from timeline.events.triggers import Candidate
from timeline.events.words import cues, tagset

__all__ = ["LONGEST", "title_of"]

LONGEST = 80
_SPACE = re.compile(r"\s+")
_MARKS = frozenset((",", ":", "(", ")", '"', "."))
_NO_END = frozenset(("IN", "DT", "CC", "TO", "PRP$", "MD", "WDT", "WP", "WRB", "POS", "WP$", ",", ":", "(", "."))
_BREAK_BEFORE = frozenset(("IN", "CC", "TO", "WDT", "WP", "WRB", ",", ":", "(", "VBG"))


def title_of(text: str, reading: Reading, candidate: Candidate) -> str:
    """The title of what `candidate` names: at most `LONGEST` characters, never empty."""
    tokens = reading.tokens
    if candidate.noun or candidate.clause is None:
        subject: list[int] = []
        rest = _of_noun(reading, candidate)
    else:
        subject, rest = _of_clause(reading, candidate.clause)
        spoken = _in_other_words(reading, candidate.clause)
        if spoken is not None:
            candidate = dataclasses.replace(candidate, clause=spoken)
            _, rest = _of_clause(reading, spoken)
    whole = _shortened(text, reading, subject, rest, candidate)
    title = whole or _SPACE.sub(" ", text[tokens[candidate.first].start : tokens[candidate.last].end])[:LONGEST].strip()
    return title[:1].upper() + title[1:]


_TELLS = frozenset(("say", "tell"))


def _in_other_words(reading: Reading, number: int) -> int | None:
    """The gerund that says what a verb of saying leaves open: ``"...," he told the paper, adding that ...``."""
    clauses = reading.clauses
    if clauses[number].verb.lemma not in _TELLS or any(c.parent == number and c.kind == "reported" for c in clauses):
        return None
    for n, clause in enumerate(clauses[number + 1 :], number + 1):
        adds = clause.parent == number and clause.verb.form == "gerund" and clause.verb.speaks
        if adds and any(c.parent == n and c.kind == "reported" for c in clauses):
            return n
    return None


def _shortened(text: str, reading: Reading, subject: Sequence[int], rest: Sequence[int], candidate: Candidate) -> str:
    """The fullest title that is short enough, ends where a phrase ends and keeps something after its verb."""
    tokens = reading.tokens
    whole = _trimmed(tokens, rest)
    gerund, needed = _gerund(reading, candidate), _told_by(reading, candidate)
    for opening, level in itertools.product((subject, _head_phrase(tokens, subject)), range(4)):
        places = _compressed(text, tokens, _trimmed(tokens, [*opening, *rest]), level)
        least = next((n for n, i in enumerate(places) if i >= needed), len(places)) + 1 + (len(whole) > 2)
        for end in _ends(tokens, places, least):
            kept = _ended(reading, places[:end], candidate.last, cut=end < len(places))
            title = _rendered(text, tokens, kept, gerund)
            full = end == len(places) or (len(kept) >= least and not _lost(tokens, kept, places))
            if title and len(title) <= LONGEST and full:
                return title
    places = _trimmed(tokens, [*_head_phrase(tokens, subject), *rest])
    for end in range(len(places), 0, -1):
        kept = _ended(reading, places[:end], candidate.last, cut=True)
        title = _rendered(text, tokens, kept, gerund)
        if title and len(title) <= LONGEST and not _lost(tokens, kept, places):
            return title
    return ""


def _told_by(reading: Reading, candidate: Candidate) -> int:
    """The last word a title cannot do without: its verb, or the verb of what is said or of who is told to do what."""
    if candidate.noun or candidate.clause is None:
        return candidate.last
    asks = reading.clauses[candidate.clause].verb.lemma in tagset.CONTROL_BY_OBJECT
    for clause in reading.clauses[candidate.clause + 1 :]:
        ordered = asks and clause.kind == "infinitive"
        if clause.parent == candidate.clause and (clause.kind == "reported" or ordered):
            return max(candidate.last, clause.verb.last)
    return candidate.last


def _lost(tokens: Sequence[Token], kept: Sequence[int], places: Sequence[int]) -> bool:
    """Whether the words kept lack the preposition that their last verb needs."""
    return 1 < len(kept) < len(places) and _needed(tokens, kept, tokens[places[len(kept)]])


def _compressed(text: str, tokens: Sequence[Token], places: Sequence[int], level: int) -> list[int]:
    """The words without adverbs (from level 1), adjectives that change no fact (2) and articles (3)."""
    if not level:
        return list(places)
    kept = []
    for i in places:
        token = tokens[i]
        adverb = token.tag in ("RB", "RBS", "RBR") or token.low in ("most", "more")
        if level > 2 and token.low in ("the", "a", "an"):
            continue
        if adverb and token.low not in cues.NEGATIONS | cues.TELLING:
            continue
        plain = token.tag in ("JJ", "JJS") and token.low not in cues.TELLING and text[token.start].islower()
        if level > 1 and plain and i + 1 < len(tokens) and tokens[i + 1].tag in (*tagset.NOUNS, "JJ"):
            continue
        kept.append(i)
    return kept


def _ends(tokens: Sequence[Token], places: Sequence[int], least: int) -> Iterator[int]:
    """Where a title may end, the fullest first: at the end, or before what opens a further phrase."""
    yield len(places)
    for n in range(len(places) - 1, min(least, len(places)) - 1, -1):
        token = tokens[places[n]]
        if token.tag in _BREAK_BEFORE and not _needed(tokens, places[:n], token):
            yield n


def _needed(tokens: Sequence[Token], before: Sequence[int], token: Token) -> bool:
    """Whether a verb is nothing without this preposition: "prevent X from", or follows right on it; "between X and"."""
    if token.tag == "CC" and _is_half([tokens[i] for i in before]):
        return True
    if token.low == "from":
        return any(lemma_of(tokens[i].low) in _FROM for i in before[-6:])
    if token.tag == "TO" and any(
        lemma_of(tokens[i].low) in tagset.CONTROL_BY_OBJECT and _is_verb(tokens[i]) for i in before[-6:]
    ):
        return True
    return bool(before) and _is_verb(tokens[before[-1]]) and token.tag in ("IN", "TO", "VBG")


def _is_half(words: Sequence[Token]) -> bool:
    """Whether the other side is still to come: "an agreement between the mayor"."""
    return any(word.low == "between" for word in words) and not any(word.tag == "CC" for word in words)


_FROM = frozenset("prevent stop keep block ban bar protect deter prohibit discourage exclude".split())
_OF_HEADS = frozenset(
    "group number dozens hundreds thousands series one some many most majority part coalition".split()
)


def _head_phrase(tokens: Sequence[Token], subject: Sequence[int]) -> list[int]:
    """A subject without what follows its first noun phrase: "experts and former officials" -> "experts"."""
    for n, i in enumerate(subject):
        opens = tokens[i].tag in ("CC", "IN", ",", "(", "WDT", "WP") and n > 0
        quantity = tokens[i].low == "of" and tokens[subject[n - 1]].low in _OF_HEADS
        if opens and not quantity and any(tokens[k].tag in tagset.NOUNS for k in subject[:n]):
            return list(subject[:n])
    return list(subject)


def _gerund(reading: Reading, candidate: Candidate) -> int | None:
    """Where a gerund stands that has a subject and tells what happened: it is told as a past."""
    if candidate.clause is None or candidate.noun:
        return None
    clause = reading.clauses[candidate.clause]
    if clause.verb.form != "gerund" or clause.subject is None or clause.verb.first != clause.verb.head:
        return None
    parent = reading.clauses[clause.parent].verb if clause.parent is not None else None
    return clause.verb.head if parent is not None and parent.tense == "past" and not parent.modal else None


def _of_clause(reading: Reading, number: int) -> tuple[list[int], list[int]]:
    """The words of a verb's title: its subject, and the verb with what follows it."""
    clause = reading.clauses[number]
    subject = list(range(*clause.subject)) if clause.subject is not None else []
    subject = [i for i in subject if i < clause.verb.first]
    rest = [*range(clause.verb.first, clause.end), *_continued(reading, number)]
    return _without_fronted(reading.tokens, subject), rest


def _without_fronted(tokens: Sequence[Token], places: Sequence[int]) -> list[int]:
    """A subject without the article, connectives and marks that open it."""
    kept = list(places)
    while kept and (
        tokens[kept[0]].low in ("the", "a", "an")
        or tokens[kept[0]].tag in (*_MARKS, "WRB", "TO", "CC")
        or tokens[kept[0]].low in cues.CONNECTIVES
    ):
        kept.pop(0)
    return kept


def _continued(reading: Reading, number: int) -> list[int]:
    """What completes a clause after its own stretch: a quoted word, what is said, what is to be done."""
    clauses, tokens = reading.clauses, reading.tokens
    at = clauses[number].end
    places: list[int] = []
    owner = number
    while at < len(tokens):
        following = next((n for n, c in enumerate(clauses) if n > owner and _begins(tokens, at, c)), None)
        if following is not None and _completes(clauses[following], tokens, at):
            places += range(at, clauses[following].end)
            at, owner = clauses[following].end, following
            continue
        quoted = _quoted(tokens, at)
        if not quoted:
            break
        places += quoted
        at = quoted[-1] + 1
    return places


def _begins(tokens: Sequence[Token], at: int, clause: Clause) -> bool:
    """Whether a clause begins at `at`, quotes aside."""
    while at < clause.start and tokens[at].tag == '"':
        at += 1
    return at == clause.start


def _completes(following: Clause, tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause is what the one before it needs: what is said, to be done, or said of its last noun."""
    if tokens[at - 1].low == "so" and following.marker == "that":
        return False
    if following.kind == "reported" or following.marker in ("how", "why", "what", "whether"):
        return True
    if following.kind in ("infinitive", "participle"):
        return tokens[at].tag != ","
    return following.kind == "relative" and tokens[at].tag not in _MARKS


def _quoted(tokens: Sequence[Token], at: int) -> list[int]:
    """A few quoted words that end a clause: called the chips "obsolete"."""
    if tokens[at].tag != '"' or tokens[at - 1].tag in (",", ":"):
        return []
    closing = next((k for k in range(at + 1, min(at + 12, len(tokens))) if tokens[k].tag == '"'), None)
    return list(range(at, closing + 1)) if closing is not None and closing > at + 1 else []


def _of_noun(reading: Reading, candidate: Candidate) -> list[int]:
    """The words of a noun's title: its phrase, and what follows it up to the next verb or mark."""
    tokens = reading.tokens
    start = candidate.first
    while start and (
        tokens[start - 1].tag in ("JJ", "JJR", "CD", "PRP$", "POS", "VBN", "DATE")
        or tokens[start - 1].tag in tagset.NOUNS
    ):
        start -= 1
    end = candidate.last + 1
    while end < len(tokens) and (_goes_on(tokens, end) or (tokens[end].tag == "CC" and _is_half(tokens[start:end]))):
        end += 1
    places = list(range(start, end))
    reduced = next((c for c in reading.clauses if c.verb.form == "participle" and end <= c.verb.first <= end + 1), None)
    if reduced is not None:
        places += range(reduced.verb.first, reduced.end)
        number = reading.clauses.index(reduced)
        places += _continued(reading, number)
    return places


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the phrase of a noun goes on with the word at `i`."""
    token, following = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    if token.tag in _MARKS or _is_verb(token) or token.tag in ("WDT", "WP", "WRB"):
        return False
    if token.tag == "CC":
        return following.actor is not None
    return token.low not in cues.SUBORDINATORS or following.date is not None


def _is_verb(token: Token) -> bool:
    return token.tag[:2] == "VB" or token.tag == "MD"


def _trimmed(tokens: Sequence[Token], places: Iterable[int]) -> list[int]:
    """The words without dates (and the preposition before them) and without connectives."""
    kept: list[int] = []
    for i in places:
        token = tokens[i]
        if token.date is not None and not _measures(tokens, i, token.date):
            while kept and tokens[kept[-1]].tag in ("IN", "DT", "TO") and kept[-1] == i - 1:
                kept.pop()
            continue
        if token.tag == "POS" and i and tokens[i - 1].date is not None:
            continue
        if token.low in cues.CONNECTIVES and token.tag in ("RB", "JJR", "VBN", "NN", "JJ"):
            continue
        kept.append(i)
    while kept and tokens[kept[0]].tag in (*_MARKS, "CC", "POS"):
        kept.pop(0)
    return kept


def _measures(tokens: Sequence[Token], i: int, date: DateMention) -> bool:
    """Whether a stretch of time says how much of something: "several years of policy"."""
    return date.timex_type == "DURATION" and i + 1 < len(tokens) and tokens[i + 1].low == "of"


def _ended(reading: Reading, places: Sequence[int], trigger: int, *, cut: bool) -> list[int]:
    """The words without what cannot end a title: small words, a participle that has lost what follows it."""
    tokens = reading.tokens
    kept = list(places)
    while kept and (
        tokens[kept[-1]].tag in _NO_END
        or tokens[kept[-1]].low in cues.CONNECTIVES
        or (cut and kept[-1] > trigger and (_is_verb(tokens[kept[-1]]) or tokens[kept[-1]].tag == "RB"))
        or (kept[-1] > trigger and any(c.verb.head == kept[-1] and c.kind == "participle" for c in reading.clauses))
    ):
        kept.pop()
    quotes = [n for n, i in enumerate(kept) if tokens[i].tag == '"']
    if len(quotes) % 2:
        kept.pop(quotes[-1])
        return _ended(reading, kept, trigger, cut=cut)
    return kept


def _rendered(text: str, tokens: Sequence[Token], places: Sequence[int], gerund: int | None = None) -> str:
    """The words as they stand in the text, a pronoun replaced by its name, a gerund by its past."""
    pieces: list[str] = []
    previous = -2
    for n, i in enumerate(places):
        token = tokens[i]
        if n:
            pieces.append(text[tokens[previous].end : token.start] if previous == i - 1 else " ")
        word = text[token.start : token.end]
        if token.actor is not None:
            word = _named(word, token, token.actor, first=n == 0 or token.tag == "PRP")
        if i == gerund:
            word = past_of(word)
        elif n == 1 and tokens[places[0]].low == "they" and word in _SINGULAR and tokens[places[0]].actor is not None:
            word = _SINGULAR[word]
        pieces.append(word)
        previous = i
    return _SPACE.sub(" ", "".join(pieces)).strip(" ,;:–—-")


_SINGULAR = {"have": "has", "are": "is", "were": "was", "do": "does"}


def _named(word: str, token: Token, actor: ActorMention, *, first: bool) -> str:
    """The name behind a pronoun or "the company"; any other name as it stands."""
    if actor.inferred and (first or token.tag not in ("PRP", "PRP$")):
        owns = token.tag == "PRP$" or token.low.endswith("'s")
        return actor.name + ("'s" if owns else "")
    return word
