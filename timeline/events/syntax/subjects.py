"""A finite verb -> the words it is said of, found leftwards from it over what stands inside or behind its subject.

Dates, ages, brackets, quoted words, asides between commas, infinitives and participles that hang on a noun, and
clauses that describe it stand inside a subject without breaking it: "Ana Keller, 30, whose exchange collapsed in May,
was convicted", "her bid to avoid starting her sentence was rejected", "the firm she founded in 2015 closed".
"""

from collections.abc import Sequence

from timeline.events.syntax.aside_parts import (
    find_subject_opening,
    is_aside,
    is_called_by_name,
    list_parts,
    may_be_apposed,
    names_what_is_apposed,
    opens_clause,
    opens_time,
    without_relative,
)
from timeline.events.syntax.leftward import Leftward, Span, skip_small_words
from timeline.events.syntax.lexicon import find_noun_lemma
from timeline.events.syntax.noun_phrases import NounPhrase
from timeline.events.syntax.relatives import CLAUSAL, find_noun_of_content, find_relative_before
from timeline.events.syntax.tokens import Token
from timeline.events.syntax.verb_groups import VerbGroup
from timeline.events.words import roles, tagset

__all__ = ["JOINING", "find_phrase_before", "find_subject", "holds_person"]


JOINING = frozenset(
    """of in for at from with against on over near between to by about under into among within around through across
    behind outside inside towards toward regarding without per off along above beneath beyond""".split()
)
_TIMING = frozenset("after before during since".split())
_AFTER_NOUN = frozenset((*tagset.NOUNS, "CD", ")", "PRP"))


def find_subject(left: Leftward, verb: VerbGroup, *, floor: int = 0) -> Span | None:
    """The span of the subject of a finite `verb`, without asides behind it; None where it has none of its own.

    Nothing before `floor` belongs to it.
    """
    end = skip_small_words(left, verb.first)
    if left.read_tag(end - 1) == "IN" and left.tokens[end - 1].low in _STRANDED:
        found = find_phrase_before(left, end - 1, floor)  # "the house she lived in was sold"
        return (found[0], end) if found is not None and found[1] == end - 1 else found
    speaker = _find_speaker_behind(left, verb)
    if speaker is not None:
        return speaker
    if left.read_tag(end - 1) == "," and end - 1 > floor:
        return _find_before_asides(left, end - 1, floor)
    if left.read_tag(end - 1) == ":" and left.tokens[end - 1].low in _DASHES:
        return _find_before_dashes(left, end - 1, floor)
    found = find_phrase_before(left, end, floor)
    lasts = verb.first - end == 2 and not left.tokens[end + 1].dates and left.read_tag(end) == "IN"
    whole = found is not None and found[1] == end and lasts
    return (found[0], verb.first) if found is not None and whole else found  # "the first rise in three years hit"


_STRANDED = frozenset("in for on at with from about into over through under off out up down".split())
"""Right before a verb they close a clause that describes its subject."""
_DASHES = frozenset("- – —".split())


def _find_before_dashes(left: Leftward, dash: int, floor: int) -> Span | None:
    """The subject before an aside that the dash at `dash` closes: "a poll - of 900, in May - showed"."""
    dash = _skip_dashes(left, dash)
    opening = next((k for k in range(dash - 1, floor, -1) if left.tokens[k].low in _DASHES), None)
    if opening is None or any(i in left.finite for i in range(opening, dash)):
        return None
    before = find_phrase_before(left, skip_small_words(left, _skip_dashes(left, opening)), floor)
    named = before is not None and any(left.tokens[i].actor is not None for i in range(*before))
    names = before is not None and not named and _lists_names(left, opening + 1, dash)
    return (opening + 1, dash) if names else before  # "both parties - the Left and the Greens - voted"


def _lists_names(left: Leftward, start: int, end: int) -> bool:
    """Whether words are names alone, with articles, brackets and "and"."""
    plain = all(left.read_tag(i) in (*tagset.NOUNS, "DT", "CC", "(", ")", ",") for i in range(start, end))
    return plain and any(left.tokens[i].actor is not None for i in range(start, end))


def _skip_dashes(left: Leftward, dash: int) -> int:
    """Where the dashes begin that end at `dash`: "--" is two."""
    while dash and left.tokens[dash - 1].low in _DASHES:
        dash -= 1
    return dash


def _find_speaker_behind(left: Leftward, verb: VerbGroup) -> Span | None:
    """Who speaks, where a saying follows what is said: "the fire spread, said Jo Roe, its chief."."""
    if left.read_tag(verb.first - 1) != "," or verb.lemma not in _INVERTED or verb.first != verb.last:
        return None
    start = verb.last + 1
    phrase = next((p for p in left.ending.values() if p.start == start), None)
    acts = phrase is not None and (holds_person(left.tokens, (start, phrase.end)) or left.read_tag(start) == "NNP")
    told = any(i in left.finite for i in range(verb.first - 1))
    rest = range(start, len(left.tokens))
    whole = all(i not in left.finite or left.read_tag(left.finite[i].first - 1) in ("WP", "WDT") for i in rest)
    return (start, phrase.end) if phrase is not None and acts and told and whole else None


_INVERTED = frozenset("say add note explain recall warn".split())


def holds_person(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a phrase is headed by a role or a person's name, before what "of" adds to it."""
    end = next((i for i in range(*span) if tokens[i].low in JOINING), span[1])
    actor = tokens[end - 1].actor
    return (actor is not None and actor.kind == "person") or find_noun_lemma(tokens[end - 1].low) in roles.ROLES


def find_phrase_before(left: Leftward, end: int, floor: int) -> Span | None:
    """The whole phrase that ends before `end`, with all that joins its parts.

    Each is looked for once: of many verbs in a row every one would look through all before it.
    """
    if (end, floor) not in left.phrases:
        left.phrases[end, floor] = _find_phrase_before(left, end, floor)
    return left.phrases[end, floor]


def _find_phrase_before(left: Leftward, end: int, floor: int) -> Span | None:
    """The same, not yet remembered."""
    first = left.ending.get(end) or (left.ending.get(end - 1) if left.read_tag(end - 1) == '"' else None)
    if first is not None and left.tokens[first.head].low in _DONE_TO:
        return None  # "handcuffed them, stole their keys"
    if first is None and end - 1 in left.finite:
        contact = _find_before_contact(left, left.finite[end - 1], floor)
        described = _find_before_relative(left, end, floor) if contact is None else None
        return contact if described is None else (described, end)
    if first is None:
        hanging = left.hanging.get(end - 1)
        return None if hanging is None else _find_described(left, hanging, floor)
    start, listed = _skip_fronted(left, first), False
    if _is_led_to(left, start):
        own = left.tokens[start].tag in tagset.NOUNS and left.tokens[first.head - 1].tag in tagset.NOUNS
        return (first.head, end) if own else None  # "but in reality prices fell"
    while start > floor:
        further = _find_joined_before(left, start, floor)
        listed = listed or left.read_tag(start - 1) == "CC"
        if further is None and listed:
            further = _find_listed_before(left, start)
        if further is None or further < floor:
            break
        start = further
    beyond = _find_before_time_clause(left, start, floor)
    if beyond is not None:
        return beyond
    antecedent = _find_before_relative(left, start, floor)
    if antecedent is None:
        antecedent = find_noun_of_content(left, start, floor)
    paired = listed and left.tokens[start - 1].low == "neither"
    return (antecedent, end) if antecedent is not None else (max(start - paired, floor), end)


def _find_described(left: Leftward, hanging: VerbGroup, floor: int) -> Span | None:
    """The noun on which a verb before another hangs: "a work stolen in 1990 and never seen again was found"."""
    end = hanging.first
    if hanging.form == "participle":
        end = skip_small_words(left, end)
        earlier = skip_small_words(left, end - 1) if left.read_tag(end - 1) == "CC" else 0
        end = earlier if earlier - 1 in left.hanging else end
    if end <= floor or (end - 1 not in left.hanging and left.read_tag(end - 1) not in _AFTER_NOUN):
        return None
    noun = find_phrase_before(left, end, floor)
    whole = noun is not None and noun[1] == hanging.first and hanging.form == "infinitive"
    return (noun[0], hanging.last + 1) if noun is not None and whole else noun  # "the only man to survive died"


def _is_led_to(left: Leftward, start: int) -> bool:
    """Whether a preposition behind "and" leads to a phrase, which is then no subject: "and at some point was sold"."""
    before = skip_small_words(left, start - 1)
    leads = left.read_tag(start - 1) == "IN" and left.tokens[start - 1].low in _LEADING
    return leads and left.read_tag(before - 1) == "CC" and left.tokens[start].tag != "CD"


def _skip_fronted(left: Leftward, phrase: NounPhrase) -> int:
    """Where a phrase begins without the noun that a preposition opens its sentence with: "In local lore Roe was"."""
    before, last = left.tokens[phrase.head - 1], left.tokens[phrase.head]
    opens = phrase.start == 1 and left.read_tag(0) == "IN" and left.tokens[0].low in ("in", "at", "under", "by")
    if [t.low for t in left.tokens[max(0, phrase.start - 1) : phrase.start + 2]] == ["by", "the", "time"]:
        return min(phrase.start + 2, phrase.head)  # "By the time help arrived"
    named = last.actor is not None and last.actor.kind in ("person", "organisation")
    plain = before.tag in ("NN", "NNS") and find_noun_lemma(before.low) not in roles.ROLES
    plain = plain or (before.low in _WITHOUT_ARTICLE and phrase.head == phrase.start + 1)  # "In court Roe said"
    return phrase.head if opens and named and plain and phrase.head > phrase.start else phrase.start


_WITHOUT_ARTICLE = frozenset("college court hospital office parliament prison school university".split())
_LEADING = frozenset("at in on with by for from into during after before".split())
_DONE_TO = frozenset("them him me us".split())
"""Pronouns that are no subject."""


def _find_before_relative(left: Leftward, start: int, floor: int) -> int | None:
    """Where the noun begins that a clause before the phrase at `start` describes: "rebels who took the town fled"."""
    found = find_relative_before(left, start, floor)
    if found is None:
        return None
    phrase = left.ending.get(found.marker)
    if phrase is None and left.read_tag(found.marker - 1) == ",":
        described = _find_before_asides(left, found.marker - 1, floor)
        return described[0] if described is not None else None  # "An adult from Lund, in the south, who had left was"
    if phrase is None:
        return None
    start = phrase.start
    while start > floor and (further := _find_joined_before(left, start, floor)) is not None:
        start = further
    return start


def _find_before_time_clause(left: Leftward, start: int, floor: int) -> Span | None:
    """What a participle and a clause of time describe: "men held after a guard complained about a raid sued"."""
    if left.read_tag(start - 1) != "IN":
        return None
    inner = skip_small_words(left, start - 1)
    verb = left.finite.get(inner - 1) or left.finite.get(inner - 1 - (left.read_tag(inner - 1) == "JJ"))
    own = left.ending.get(skip_small_words(left, verb.first)) if verb is not None else None
    if own is None or not opens_time(left, own.start - 1):
        return None
    opener = own.start - 1
    found = find_phrase_before(left, skip_small_words(left, opener), floor)
    acts = found is None or any(i in left.finite for i in range(floor, opener))
    holds = any(g.form == "participle" and floor < g.first < opener for g in left.hanging.values())
    return found if holds and not acts else None


def _find_joined_before(left: Leftward, start: int, floor: int) -> int | None:
    """Where the phrase begins that the one at `start` is joined to; None where it stands by itself."""
    before = start - 1
    tag, low = left.read_tag(before), left.tokens[before].low
    hangs = low in _TIMING and left.hanging.get(before - 1) is not None  # "the man arrested after the raid was jailed"
    hangs = hangs and not _tells_in_headline(left, start)
    if (low in JOINING or hangs) and tag in ("IN", "TO"):
        inner = skip_small_words(left, before)
        if left.read_tag(inner - 1) == "JJ" and left.read_tag(inner - 2) in tagset.NOUNS:
            inner -= 1  # "people familiar with the matter"
        phrase = left.ending.get(inner) or (left.ending.get(inner - 1) if left.read_tag(inner - 1) == '"' else None)
        return phrase.start if phrase is not None else _find_governing_noun(left, inner)
    if low == "than" and left.read_tag(before - 1) in ("JJR", "RBR"):
        measured = before - 1 - (left.tokens[before - 2].low in ("no", "not", "far", "much"))
        if measured not in left.ending:
            return before - 1 if left.tokens[before - 1].low in _BOUNDS else None  # "more than half of the seats"
        return left.ending[measured].start  # "a crack no wider than a hair grew"
    if tag == "CC":
        phrase = left.ending.get(before)
        begin = phrase.start if phrase is not None else _find_listed_before(left, before)
        return begin if begin is not None and _is_one_list(left, begin, before, floor) else None
    if tag == '"' and left.read_tag(before - 1) in ("DT", "JJ", "PRP$", "POS", "NN"):
        return before - 1
    return _find_governing_noun(left, start)


_BOUNDS = frozenset("more less fewer".split())


def _tells_in_headline(left: Leftward, start: int) -> bool:
    """Whether the verb behind a headline's phrase tells of it alone: "Mayor charged after audit finds fraud"."""
    acting = next((i for i in range(start, len(left.tokens)) if i in left.finite), None)
    return left.tokens[-1].tag != "." and acting is not None and left.tokens[acting].tag == "VBZ"


def _is_one_list(left: Leftward, start: int, joint: int, floor: int) -> bool:
    """Whether "and" at `joint` joins two subjects rather than two clauses.

    After verbs that may have an object it joins only names that stand right behind them: "announced Peru and Chile
    signed", but "announced a pact and Chile signed".
    """
    last = next((i for i in range(joint - 1, floor - 1, -1) if i in left.finite), None)
    hanging = next((i for i in range(joint - 1, max(last or 0, floor) - 1, -1) if i in left.hanging), None)
    if hanging is not None and left.hanging[hanging].speaks and start == hanging + 1:
        return True  # "a report alleging priests and others abused children"
    if last is None:
        return True
    if any(opens_clause(left, i) and left.tokens[i].low in _OPENERS for i in range(last + 1, start)):
        return True
    verb = left.finite[last]
    named = all(left.tokens[i].actor is not None or left.read_tag(i) == "NNP" for i in (joint - 1, joint + 1))
    return verb.speaks and (verb.lemma in CLAUSAL or (named and start == last + 1))


_OPENERS = frozenset("that after before when because if whether although".split())


def _find_listed_before(left: Leftward, start: int) -> int | None:
    """Where the member of a list begins that a comma parts from the one at `start`: "Norway, Sweden and Denmark"."""
    phrase = left.ending.get(start - 1) if left.read_tag(start - 1) == "," else None
    if phrase is None:
        return None
    begin = phrase.start
    while begin > 0 and (further := _find_joined_before(left, begin, 0)) is not None:
        begin = further
    return begin if begin == 0 or left.read_tag(begin - 1) in (",", "CC", '"', ":") else None


def _find_before_contact(left: Leftward, inner: VerbGroup, floor: int) -> Span | None:
    """The noun that a clause without "that" describes, the verb of which is `inner`: "the firm she founded closed"."""
    own = find_phrase_before(left, skip_small_words(left, inner.first), floor)
    if own is None or own[0] <= floor or own[0] not in left.ending:
        return None
    start = left.ending[own[0]].start
    while start > floor and (further := _find_joined_before(left, start, floor)) is not None:
        start = further
    return max(start, floor), own[0]


def _find_governing_noun(left: Leftward, end: int) -> int | None:
    """Where the noun begins on which an infinitive, gerund or participle before `end` hangs: "her bid to avoid"."""
    group = left.hanging.get(end - 1)
    while group is not None:
        before = skip_small_words(left, group.first)
        if before - 1 not in left.hanging:  # "the trust set up to compensate victims"
            before -= left.read_tag(before - 1) in ("IN", "TO") and left.read_tag(before - 2) in ("VBN", *tagset.NOUNS)
        following = left.hanging.get(before - 1)
        if following is None:
            phrase = left.ending.get(before) or (
                left.ending.get(before - 1) if left.read_tag(before - 1) == '"' else None
            )
            talks = group.form == "gerund" and group.speaks
            return phrase.start if phrase is not None and not talks else None
        group = following
    return None


def _find_before_asides(left: Leftward, comma: int, floor: int) -> Span | None:
    """The subject before one or more asides, the last of which ends at `comma`."""
    parts = [_skip_opening_date(left, *part) for part in _join_parted_relatives(left, list_parts(left, comma, floor))]
    found: Span | None = None
    for start, end in reversed(parts):
        if left.read_tag(start) == "WP$" and not any(i in left.finite for i in range(start, end)):
            return start, end  # "whose husband, a nurse, was killed"
        if is_aside(left, start, end):
            if found is not None and left.read_tag(start) not in ("CD", "DATE"):  # "Berg, 61, a farmer from Oslo, was"
                break
            continue
        begin = find_subject_opening(left, start, end if found else without_relative(left, start, end))
        whole = find_phrase_before(left, skip_small_words(left, without_relative(left, begin, end)), begin)
        if whole is None or whole[0] > begin + 1 or (found and is_called_by_name(left, whole, found)):
            return whole if whole and found and names_what_is_apposed(left, whole, found) else found
        found = whole
        if left.read_tag(start) == "CC":
            return _extend_over_list(left, parts, start, found)
        if begin != start or not may_be_apposed(left, begin):
            break
    return found


def _join_parted_relatives(left: Leftward, parts: Sequence[Span]) -> list[Span]:
    """The parts with a clause of "whose" made one where an aside parts it: "whose son, a nurse, was killed"."""
    joined: list[Span] = []
    opener: int | None = None
    for start, end in parts:
        acts = start in left.finite and left.finite[start].first == start
        if acts and opener is not None:
            joined[opener:] = [(joined[opener][0], end)]
            opener = None
            continue
        if any(i in left.finite for i in range(start, end)) and not is_aside(left, start, end):
            opener = None
        elif left.read_tag(start) in ("WP$", "WP", "WDT"):
            opener = len(joined)
        joined.append((start, end))
    return joined


def _skip_opening_date(left: Leftward, start: int, end: int) -> Span:
    """A part between commas without the date that opens it: "On Friday Ann Roe, a nurse, sued"."""
    phrase = find_phrase_before(left, skip_small_words(left, end), start) if end in left.ending else None
    dated = phrase is not None and left.read_tag(phrase[0] - 1) == "DATE"
    return (max(start, phrase[0]) if phrase and dated else start), end


def _extend_over_list(left: Leftward, parts: Sequence[Span], last: int, found: Span) -> Span:
    """`found`, the member after "and" of a list, with the members before it: "X, the founder of Y, and Z"."""
    start = found[0]
    for a, b in reversed([part for part in parts if part[0] < last]):
        if is_aside(left, a, b) or any(i in left.finite for i in range(a, b)) or find_phrase_before(left, b, a) is None:
            break
        start = a
    return start, found[1]
