"""The parts of a title -> the fullest line that is short enough, and whether it can stand by itself."""

import dataclasses
import functools
import itertools
from collections.abc import Iterator, Sequence

from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.lexicon import find_lemma, find_noun_lemma, find_usual_tag, list_verb_forms
from timeline.events.syntax.noun_phrases import can_act
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.tokens import Token
from timeline.events.syntax.verb_groups import count_denying
from timeline.events.title.named import POINTING
from timeline.events.title.parts import list_extent, list_subject_words
from timeline.events.title.phrases import Part, belongs, cut_phrases
from timeline.events.title.render import write_words
from timeline.events.title.shorter import OF_HEADS, list_subjects
from timeline.events.title.standing import NEED_CONTENT, breaks_off, can_stand, find_told_gerund
from timeline.events.title.trim import LEVELS, compress, measure_least_length, trim, trim_end, without_asides
from timeline.events.triggers import Candidate
from timeline.events.words import cues, nouns, roles, tagset, verbs

__all__ = ["LONGEST", "Title", "write_title"]

LONGEST = 80
_LAST_WORD = 30
"""Characters that a participle at the end may have, which goes with the noun it hung on."""
_SHORT = 3
"""A noun by itself needs so many words to say what took place."""
_OPEN = frozenset("after before because when while until since although though if unless as that".split())
_MARKS = frozenset((",", ":", "(", ")", '"', "."))


@dataclasses.dataclass(frozen=True, slots=True)
class Title:
    """A line of at most `LONGEST` characters, never empty, and whether it can be understood by itself."""

    text: str
    stands: bool


def write_title(text: str, parsed: ParsedSentence, candidate: Candidate) -> Title:
    """The title of what `candidate` names."""
    if candidate.noun or candidate.clause is None:
        return _write_noun_title(text, parsed, candidate)
    clause = parsed.clauses[candidate.clause]
    subject = _without_fronted(parsed.tokens, list_subject_words(parsed, clause))
    number = _find_other_words(parsed, candidate.clause)
    clause = parsed.clauses[number]
    extent = _until_new_sentence(text, parsed.tokens, list_extent(parsed, number))
    verb = _list_verb_words(parsed, number)
    words = trim_end(parsed.tokens, _trim_inside(parsed.tokens, [*subject, *verb, *extent]), clause.verb.last)
    whole = _write_line(text, parsed, clause, words)
    said = _find_said_words(parsed, number)
    whole_stands = can_stand(parsed, number, subject, extent) and (said is None or any(i in said for i in extent))
    whole_stands = whole_stands and not _ends_bare(parsed.tokens, clause, whole)
    whole_stands = whole_stands and len(_until_new_sentence(text, parsed.tokens, subject)) == len(subject)
    if whole and len(whole) <= LONGEST:
        return Title(whole, whole_stands and not breaks_off(parsed.tokens, words))
    if not whole_stands:
        return Title(_cut(whole), stands=False)
    parts = list(cut_phrases(parsed, number, extent))
    short = ""
    for line, kept in _list_lines(text, parsed, clause, subject, verb, parts):
        if len(line) <= LONGEST:
            short = short or line
            told = (said is None or any(i in said for i in kept)) and not _halves_what_is_said(parsed, number, kept)
            told = told and not _halves_clause(parsed, number, kept)
            if told and not _ends_bare(parsed.tokens, clause, line) and not breaks_off(parsed.tokens, kept):
                return Title(line, whole_stands)
    return Title(short or _cut(whole), stands=False)


def _until_new_sentence(text: str, tokens: Sequence[Token], places: list[int]) -> list[int]:
    """The words up to where a page has run the next sentence on without a stop: "killed 12 in Peru As fears grow"."""
    return places[: next((n for n, i in enumerate(places) if i and _opens_sentence(text, tokens, i)), len(places))]


def _opens_sentence(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital and the words around it say that a sentence begins: "a mother has died The Royal Hospital"."""
    token, before = tokens[i], tokens[i - 1]
    if not text[token.start].isupper():
        return False  # nearly every word
    if text.startswith("The ", token.start):
        died = before.tag[:2] == "VB" and find_lemma(before.low) in verbs.WITHOUT_PASSIVE
        described = token.actor is not None and token.actor.inferred  # "interview The prime minister talked"
        if died or (described and before.tag in tagset.NOUNS):
            return True
    if _opens_headline(text, tokens, i):
        return True
    opens = token.tag in _OPENING and token.actor is None and token.date is None and before.tag in _CLOSING
    if not opens or token.low == "a" or not text[token.start : token.end].istitle():
        return False
    return i + 1 < len(tokens) and text[tokens[i + 1].start].islower()


def _opens_headline(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether a page has run a headline on behind a noun: "backing torture Claims add to woes", "Iraq war Britain"."""
    token, before = tokens[i], tokens[i - 1]
    behind_noun = before.tag in ("NN", "NNS") and before.actor is None and text[before.start].islower()
    if not behind_noun or tokens[i - 2].tag == "DT":
        return False  # "the film Cats"
    word = text[token.start : token.end]
    country = token.actor is not None and token.actor.kind == "country" and not list_verb_forms(before.low)
    if country or (token.actor is None and token.tag == "NNP" and word.isupper() and word.isalpha()):
        acts = i + 1 < len(tokens) and tokens[i + 1].tag in (*tagset.FINITE, "VBN", "CC")
        return acts and find_noun_lemma(before.low) not in roles.ROLES | _BESIDE_COUNTRIES
    if token.actor is not None:
        return token.actor.kind == "person" and not token.actor.inferred and _stands_apart(tokens, i)
    if token.tag == "CD" and word.istitle():
        return True  # "a vaccine Five new cases"
    role = before.tag == "NNS" and tokens[i + 1 : i + 2] and tokens[i + 1].tag == "NNP" and token.low in roles.ROLES
    plural = find_usual_tag(token.low) == "NNS" and i + 1 < len(tokens) and text[tokens[i + 1].start].islower()
    return bool(role) or (plural and word.istitle())


def _stands_apart(tokens: Sequence[Token], i: int) -> bool:
    """Whether a preposition leads to the noun before a name with a verb: "on a Scottish hillside Robin Roe fell"."""
    start = i - 1
    while start > 0 and tokens[start - 1].tag in (*tagset.NOUNS, "JJ"):
        start -= 1
    acts = i + 1 < len(tokens) and tokens[i + 1].tag in tagset.FINITE
    apart = (
        can_act(tokens[i - 1]) or tokens[i - 1].low in _KIN or tokens[i - 1].low.endswith(("er", "or", "ist", "man"))
    )
    return acts and not apart and start > 0 and tokens[start - 1].tag == "IN"


_KIN = frozenset(
    "brother son daughter wife husband cousin friend colleague ally rival star suspect victim aunt uncle".split()
)
_BESIDE_COUNTRIES = frozenset(
    """ally champion debutant finalist giant holder host mainland member nation neighbour neighbor newcomer partner
    power rival side""".split()
)
_OPENING = frozenset(("IN", "DT", "PRP", "PRP$", "WRB", "CC"))
_CLOSING = frozenset((*tagset.NOUNS, "CD", "VBN", "VBD", "RB", "DATE"))


def _ends_bare(tokens: Sequence[Token], clause: Clause, line: str) -> bool:
    """Whether a line ends in a verb that says nothing by itself, what followed being left out: "the dismissal came"."""
    verb = clause.verb
    last = line.rsplit(" ", 1)[-1].lower()
    lacks = verb.lemma in verbs.ALWAYS_WITH_OBJECT | verbs.EMPTY_WITHOUT_OBJECT and not verb.passive
    lacks = lacks and verb.form != "participle" and tokens[-1].tag == "."  # no headline: "Ferry owner charged"
    bare = verb.lemma in verbs.BARE and not (verb.passive and verb.lemma == "hold")  # "a vote will be held"
    return last == tokens[verb.last].low and verb.last == verb.head and (bare or lacks)


def _list_verb_words(parsed: ParsedSentence, number: int) -> list[int]:
    """The words of the verb, with the helper it shares with the one before: "was shocked and disappointed"."""
    verb = parsed.clauses[number].verb
    tokens = parsed.tokens
    commas = [i for i in range(verb.first, verb.last + 1) if tokens[i].tag == ","]
    aside = range(commas[0], commas[-1] + 1) if len(commas) > 1 else commas
    first = verb.first - count_denying(tokens, verb.first)
    words = [i for i in range(first, verb.last + 1) if tokens[i].tag != '"' and i not in aside]
    subject = parsed.clauses[number].subject
    if subject is not None and verb.passive and subject[0] > verb.last and tokens[subject[0] - 1].low in verbs.BE:
        return [subject[0] - 1, *words]  # "killed in the blast were two guards"
    if verb.form == "infinitive" and tokens[verb.first].tag == "VB" and tokens[verb.first - 1].tag == "CC":
        leads = [i for i in range(verb.first) if tokens[i].tag == "TO" and tokens[i + 1].tag in ("VB", "RB")]
        return [*leads[-1:], *words]  # "is likely to raise the alert and (to) declare a pandemic"
    shares = verb.form == "finite" and verb.first == verb.lead and tokens[verb.first].tag in ("VBN", "VB") and number
    shares = shares and (tokens[verb.first].tag == "VB" or verb.passive or verb.perfect)
    before = parsed.clauses[number - 1].verb if shares else None
    if before is None or before.lead <= before.first:
        return words
    helpers = range(before.first, before.lead)
    modal = tokens[verb.first].tag == "VB"  # "could be fined and (could) lose"
    return [*(i for i in helpers if tokens[i].tag == "MD" or not modal), *words]


_TELLS = frozenset(("say", "tell"))


def _find_other_words(parsed: ParsedSentence, number: int) -> int:
    """The gerund that says what a verb of saying leaves open: ``"...," he told the paper, adding that ...``."""
    clauses = parsed.clauses
    if clauses[number].verb.lemma not in _TELLS or any(c.parent == number and c.kind == "reported" for c in clauses):
        return number
    for n, clause in enumerate(clauses[number + 1 :], number + 1):
        adds = clause.parent == number and clause.verb.form == "gerund" and clause.verb.speaks
        if adds and any(c.parent == n and c.kind == "reported" for c in clauses):
            return n
    return number


def _list_lines(
    text: str, parsed: ParsedSentence, clause: Clause, subject: list[int], verb: list[int], parts: Sequence[Part]
) -> Iterator[tuple[str, Sequence[int]]]:
    """The lines a title may be, with their words, the fullest first, each once.

    Phrases go from the end, then the subject is cut, then words. Where what no line leaves out is too long, none is
    tried, which spares hundreds.
    """
    tokens = parsed.tokens
    finite = any(tokens[i].tag in tagset.FINITE for part in parts for i in part.places)
    least = [measure_least_length(tokens, part.places, participles=not finite) for part in parts]
    endings = _list_endings(tokens, parts, least, LONGEST if finite else LONGEST + _LAST_WORD)
    behind = [[i for part in kept for i in part.places] for kept in endings]
    whole = [[*opening, *verb, *rest] for opening in list_subjects(tokens, subject) for rest in behind]
    trimmed = functools.cache(lambda n: _trim_inside(tokens, whole[n]))
    tried: set[Sequence[int]] = {()}
    for level, n in itertools.product(range(LEVELS), range(len(whole))):
        words = tuple(trim_end(tokens, compress(text, tokens, trimmed(n), level), clause.verb.last))
        letters = sum(tokens[i].end - tokens[i].start for i in words[1:])  # the first may stand for a shorter name
        if letters <= LONGEST and words not in tried:
            tried.add(words)
            if line := _write_line(text, parsed, clause, words):
                yield line, words


def _find_said_words(parsed: ParsedSentence, number: int) -> range | None:
    """The verb of what a verb says, without which its line says nothing: "an official has denied"."""
    verb = parsed.clauses[number].verb
    if not verb.speaks or verb.passive or verb.lemma not in NEED_CONTENT:
        return None
    told = next((c for c in parsed.clauses if c.parent == number and c.kind == "reported"), None)
    return range(told.verb.first, told.verb.last + 1) if told is not None else None


def _halves_what_is_said(parsed: ParsedSentence, number: int, kept: Sequence[int]) -> bool:
    """Whether a line holds who is said to do something without the verb: "a report suggests the makers in Lund"."""
    told = [c for c in parsed.clauses if c.parent == number and c.kind == "reported" and c.subject is not None]
    return any(
        c.subject[0] in kept and not any(c.verb.first <= i <= c.verb.last for i in kept) for c in told if c.subject
    )


def _halves_clause(parsed: ParsedSentence, number: int, kept: Sequence[int]) -> bool:
    """Whether a line opens a further clause and leaves out its verb: "shut the plant after inspectors"."""
    return any(
        c.marker in _OPEN and c.start in kept and c.verb.head not in kept
        for n, c in enumerate(parsed.clauses)
        if n != number and c.kind in ("adverbial", "reported") and parsed.tokens[c.start].low == c.marker
    )


def _trim_inside(tokens: Sequence[Token], places: Sequence[int]) -> list[int]:
    """Those of these words that the fullest line keeps."""
    return trim(tokens, without_asides(tokens, places))


def _write_line(text: str, parsed: ParsedSentence, clause: Clause, words: Sequence[int]) -> str:
    """The line of these words; ``""`` where there are none."""
    if not words:
        return ""
    return write_words(text, parsed.tokens, words, find_told_gerund(parsed, clause), _find_helped(parsed, clause))


def _find_helped(parsed: ParsedSentence, clause: Clause) -> tuple[int, str]:
    """A participle that hangs on its noun and the helping verb that tells what was done: "a poll (was) published"."""
    verb, following = clause.verb, parsed.tokens[clause.verb.last + 1 : clause.verb.last + 2]
    hangs = verb.form == "participle" and bool(following) and following[0].tag in ("IN", "TO", "DATE", "RB", ",", ".")
    if not hangs or clause.subject is None or parsed.tokens[-1].tag != ".":
        return -1, ""  # with an object it is a past: "Roe, a lawyer, sent a letter"
    subject = [token for token in parsed.tokens[slice(*clause.subject)] if token.tag != "RB"]
    counts = any(token.low in OF_HEADS for token in subject[:2])  # "most of the injuries"
    until = next((n for n, token in enumerate(subject) if n and token.tag in ("IN", "TO", ",")), len(subject))
    head = subject[-1 if counts else until - 1] if subject else parsed.tokens[clause.verb.first]
    many = head.tag in ("NNS", "NNPS", "CD") or any(token.tag == "CC" for token in subject[:until])
    return clause.verb.first, "were" if many else "was"


def _list_endings(
    tokens: Sequence[Token], parts: Sequence[Part], least: Sequence[int], most: int
) -> Iterator[Sequence[Part]]:
    """The parts with fewer and fewer of those at the end that may go, where what they take at `least` is no more."""
    kept, total = list(parts), sum(least)
    if total <= most:
        yield list(kept)
    for n in range(len(parts) - 1, -1, -1):
        if not parts[n].needed:
            del kept[n]
            total -= least[n]
            if total <= most and not _is_left_open(tokens, kept, parts[n]):
                yield list(kept)


def _is_left_open(tokens: Sequence[Token], kept: Sequence[Part], gone: Part) -> bool:
    """Whether the line would end in a noun or verb that means nothing without what is taken away: "for his part"."""
    last = kept[-1].places[-1] if kept else -1
    if kept and tokens[last].tag in ("VBD", "VBZ", "VBP") and last == gone.places[0] - 1:
        return True  # "described abuse that began"
    described = tokens[gone.places[0]].tag == "VBN" and tokens[last].tag == "NN" and tokens[last - 1].low == "with"
    if kept and described and last == gone.places[0] - 1:
        return True  # "founded it with money (borrowed from his brother)"
    return last == gone.places[0] - 1 and tokens[last].low in nouns.RELATIONAL and not kept[-1].needed


def _cut(line: str) -> str:
    """As many words as there is room for, where no line of whole phrases is short enough."""
    words = line[: LONGEST + 1].rsplit(" ", 1)[0] if len(line) > LONGEST else line
    while words != line and words.rsplit(" ", 1)[-1] in _NO_LAST:
        words = words.rsplit(" ", 1)[0] if " " in words else ""
    return words[:LONGEST].rstrip(' ,;:–—-(“"') or "…"


_NO_LAST = frozenset("a an the of to in on at by for with from and or that as his her its their".split())


def _without_fronted(tokens: Sequence[Token], places: Sequence[int]) -> list[int]:
    """A subject without the article, connectives and marks that open it."""
    kept = list(places)
    while kept and (
        tokens[kept[0]].low in ("the", "a", "an")
        or tokens[kept[0]].tag in (*_MARKS - {'"'}, "WRB", "CC")
        or tokens[kept[0]].low in cues.CONNECTIVES
    ):
        kept.pop(0)
    return kept


def _write_noun_title(text: str, parsed: ParsedSentence, candidate: Candidate) -> Title:
    """The title of a noun: its phrase, and what follows it up to the next verb or mark."""
    tokens = parsed.tokens
    own = next((p for p in parsed.phrases if p.start <= candidate.first < p.end), None)
    first = parsed.phrases[0] if parsed.is_bare_item else own  # "Second round of talks in Oslo"
    start = first.start if first is not None else candidate.first
    stop = candidate.last + 1
    acting = parsed.clauses[candidate.clause].verb.lemma if candidate.clause is not None else ""
    wanted = verbs.NEEDED_PREPOSITIONS.get(acting, ()) if candidate.role == "object" else ()
    if any(token.low in wanted for token in tokens[stop : stop + 1]):  # "linked the fire to a heater"
        return Title(_cut(write_words(text, tokens, _without_fronted(tokens, range(start, stop)))), stands=False)
    while stop < min(len(tokens), candidate.last + LONGEST) and _goes_on(tokens, stop, start):
        stop += 1
    places = _without_fronted(tokens, [*range(start, stop), *_find_hanging(parsed, stop)])
    opens = [n for n, i in enumerate(places) if i > candidate.last and tokens[i].tag in ("IN", "TO", "CC")]
    cuts = [n for n in opens if not belongs(tokens, places, n)]
    for n in (len(places), *reversed(cuts)):
        for level in range(LEVELS):
            words = trim_end(tokens, compress(text, tokens, trim(tokens, places[:n]), level), candidate.last)
            while len(words) > 1 and words[-1] > candidate.last and tokens[words[-1]].tag == "RB":
                words.pop()  # "the civil war formally"
            line = write_words(text, tokens, words)
            if line and len(line) <= LONGEST:
                named = parsed.is_bare_item or parsed.heads_item(candidate.first)
                named = named or any(tokens[i].actor is not None for i in words)
                plain = tokens[words[0]].tag not in ("PRP$", "POS") and tokens[words[0]].low not in POINTING
                return Title(line, stands=plain and len(words) >= _SHORT and named)
    return Title(_cut(write_words(text, tokens, trim(tokens, places) or places)), stands=False)


def _find_hanging(parsed: ParsedSentence, stop: int) -> list[int]:
    """The participle that follows a noun's phrase, with what goes with it: "controls aimed at arms makers"."""
    number = next(
        (n for n, c in enumerate(parsed.clauses) if c.verb.form == "participle" and stop <= c.verb.first <= stop + 1),
        None,
    )
    return (
        []
        if number is None
        else [
            *range(parsed.clauses[number].verb.first, parsed.clauses[number].verb.last + 1),
            *list_extent(parsed, number),
        ]
    )


def _goes_on(tokens: Sequence[Token], i: int, start: int) -> bool:
    """Whether the phrase of a noun goes on with the word at `i`."""
    token = tokens[i]
    if token.tag in _MARKS or token.tag[:2] == "VB" or token.tag in ("WDT", "WP", "WRB", "MD", "PRP"):
        return False
    if token.tag == "CC":
        between = any(t.low == "between" for t in tokens[start:i]) and not any(t.tag == "CC" for t in tokens[start:i])
        return between or (tokens[i + 1 : i + 2] != () and tokens[i + 1].actor is not None and i + 1 < len(tokens))
    following = tokens[i + 1] if i + 1 < len(tokens) else token
    return token.low not in cues.SUBORDINATORS or following.date is not None
