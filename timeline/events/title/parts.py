"""A clause -> the words of its title: those of its subject, and what follows the verb as far as it belongs to it."""

from collections.abc import Container, Sequence

from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.noun_phrases import can_act
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.tokens import Token
from timeline.events.title.behind_aside import LONGEST_ASIDE, ONE_BODY, list_behind_aside
from timeline.events.words import cues, tagset

__all__ = ["list_extent", "list_subject_words"]

_MARKS = frozenset((",", ":", "(", ")", '"', "."))
_WH = frozenset(("WDT", "WP", "WRB", "WP$"))
_QUOTED = 14  # words inside quotation marks that a title takes over


def list_subject_words(parsed: ParsedSentence, clause: Clause) -> tuple[int, ...]:
    """The words of the subject of a clause; of what somebody says of themselves those of who says it."""
    if clause.subject is None:
        return ()
    span = clause.subject
    tokens = parsed.tokens
    speaker = parsed.clauses[clause.parent].subject if clause.kind == "reported" and clause.parent is not None else None
    if speaker is not None and parsed.clauses[clause.parent or 0].verb.lemma == "allege":
        speaker = None  # "sued the bank, alleging that it had lied"
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
    return pronoun == "they" and (several or words[-1].low in ONE_BODY)


def _find_name_behind(tokens: Sequence[Token], span: tuple[int, int], verb: int) -> list[int]:
    """The name between commas behind a short description: "a whistleblower, Dana Okoye, handed over"."""
    after = tokens[span[1] : span[1] + 3]
    plain = all((t.actor is None or t.tag == "PRP$") and t.tag not in ("IN", "CC") for t in tokens[slice(*span)])
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


def list_extent(  # noqa: C901 one branch a kind of phrase
    parsed: ParsedSentence, number: int
) -> list[int]:
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
        if following is not None and _holds(clauses[following], clause):
            break  # "the death of a cyclist (hit by a lorry) was accidental"
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
        elif further := list_behind_aside(parsed, at, clause):
            places += further
            at = further[-1] + 1
        else:
            break
    return _cut_before_second_date(tokens, places[:_LONGEST_EXTENT])


def _cut_before_second_date(tokens: Sequence[Token], places: list[int]) -> list[int]:
    """The words up to "and" behind a date, where what follows has a date of its own: "€6m in 2018 and €9m in 2024"."""
    dates = [n for n, i in enumerate(places) if tokens[i].tag == "DATE"]
    for n in dates[:-1]:
        if [tokens[i].tag for i in places[n + 1 : n + 3]] == ["CC", "CD"]:
            return places[: n + 1]
    return places


def _holds(clause: Clause, inner: Clause) -> bool:
    """Whether the verb of one clause stands within the subject of another."""
    held = clause.subject is not None and clause.subject[0] < inner.verb.first < clause.subject[1]
    return held and inner.verb.form in ("participle", "gerund")


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


_LONGEST_EXTENT = 36
"""Words: three times as many as a title of 80 characters has, so that what is left out of it is never missed."""


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
    later = tokens[at].tag == "CC" and tokens[at - 1].tag == "DATE" and before.verb.modal
    if later or (tokens[at - 1].low == "so" and following.marker == "that"):
        return False  # "would begin on Tuesday and be finished in May"
    if following.kind == "reported":  # but "Roe, who joined in 2009, set up", '"...", he said'
        return tokens[at].tag != "," or (tokens[at - 1].tag != '"' and before.kind != "relative")
    asked = following.marker in ("how", "why", "what", "whether") or tokens[following.start].low in ("what", "whether")
    if asked or _is_its_condition(before, following, tokens[at].low):
        return True
    if following.kind in ("infinitive", "participle"):
        return tokens[at].tag != "," and (following.verb.form != "gerund" or tokens[at].tag != "CC")
    behind = tokens[following.end].low if following.end < len(tokens) else ""
    if following.kind == "relative" and following.verb.last == following.end - 1 and behind in cues.SUBORDINATORS:
        return False  # "abuse that began when they were 13"
    follows = tokens[at].tag not in _MARKS and tokens[at - 1].tag in (*tagset.NOUNS, "CD")
    return following.kind == "relative" and follows and before.verb.last < at - 1


def _is_its_condition(before: Clause, following: Clause, opener: str) -> bool:
    """Whether "if" opens what a clause says nothing true without: "she would resign if she lost", "asked if it did"."""
    opens = opener in ("if", "unless") and following.marker == opener
    return opens and (bool(before.verb.modal) or before.verb.lemma in ("ask", "wonder"))


def _list_quoted_words(tokens: Sequence[Token], at: int) -> list[int]:
    """A few quoted words that go on with a clause: called the chips "obsolete"."""
    if tokens[at].tag != '"' or tokens[at - 1].tag in (",", ":"):
        return []
    closing = next((k for k in range(at + 1, min(at + _QUOTED, len(tokens))) if tokens[k].tag == '"'), None)
    return list(range(at, closing + 1)) if closing is not None and closing > at + 1 else []


def _skip_acronym(tokens: Sequence[Token], at: int) -> int:
    """`at` moved over the bracket that parts a name from what is said to it: "told the Office (ODM) that"."""
    opens = tokens[at].tag == "(" and [t.tag for t in tokens[at + 2 : at + 3]] == [")"]
    return at + 3 if opens and at + 3 < len(tokens) and tokens[at + 3].low == "that" else at


def _list_behind_bracket(tokens: Sequence[Token], at: int) -> list[int]:
    """What a bracket parts from its noun: "airlifted 3,000 kilograms (6,600 lb) of food"."""
    if tokens[at].tag != "(":
        return []
    closing = next((k for k in range(at, min(at + LONGEST_ASIDE, len(tokens))) if tokens[k].tag == ")"), len(tokens))
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
