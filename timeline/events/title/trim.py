"""The words of a title -> the same without what a title leaves out: dates, connectives, asides, in steps if it must.

A length of time that says how much of something stays ("25 years in prison"), and so does a date that is a name.
"""

import re
from collections.abc import Collection, Iterable, Sequence

from timeline.events.syntax.lexicon import find_lemma
from timeline.events.syntax.tokens import Token
from timeline.events.words import cues, tagset, verbs

__all__ = ["LEVELS", "compress", "measure_least_length", "trim", "trim_end", "without_asides"]

LEVELS = 4
"""How far a title may be shortened inside: not, by adverbs, by adjectives that change no fact, by articles."""
_MARKS = frozenset((",", ":", "(", ")", '"', "."))
_OFTEN_LEFT_OUT = frozenset(("DATE", "CC", "POS"))
_NO_END = frozenset(("IN", "DT", "CC", "TO", "PRP$", "MD", "WDT", "WP", "WRB", "POS", "WP$", ",", ":", "(", "."))
_TIMES = frozenset(
    "hours hour morning evening night afternoon day days week weeks month months start end beginning early late".split()
)
_NEARLY = frozenset(
    "shortly just soon immediately right exactly moments minutes past only".split()
)  # "shortly after 2 a.m."
_LOOSE = cues.CONNECTIVES | frozenset("there here not worth".split()) | _NEARLY - {"moments", "minutes"}
_EMPTY = frozenset("be become make take get give put let have do bring".split())
_FILLED = frozenset("weekend day days week weeks night nights hours month months year years decade decades".split())
_MOMENTS = frozenset("time moment point stage".split())
_PARTICLES = frozenset("off out up down away back apart aside ahead over in on through forward".split())


def trim(tokens: Sequence[Token], places: Iterable[int]) -> list[int]:
    """The words without dates, the phrases that hold nothing but a date, and connectives."""
    kept: list[int] = []
    zone = -1  # the last word of the zone of a time: "at 4 pm (local time)"
    for i in places:
        token = tokens[i]
        if token.tag not in _OFTEN_LEFT_OUT and token.low not in cues.CONNECTIVES and token.low != "far":
            if i > zone:
                kept.append(i)  # nearly every word
            continue
        if token.tag == "DATE" and not _stays(tokens, i):
            zone = _drop_date(tokens, kept, i)
            continue
        if token.tag == "CC" and _joins_dates(tokens, i):
            continue
        if token.tag == "POS" and i and tokens[i - 1].tag == "DATE" and not _stays(tokens, i - 1):
            continue
        if token.low == "far" and i and tokens[i - 1].low == "so":
            continue
        if token.low in cues.CONNECTIVES and token.tag in ("RB", "JJR", "VBN", "NN", "JJ"):
            following = tokens[i + 1] if i + 1 < len(tokens) else token
            degree = (
                token.low in ("too", "so") and following.tag in _GRADED and following.low != "far"
            )  # "made all too clear"
            if degree or (token.low == "yet" and following.low == "to"):  # "have yet to announce"
                kept.append(i)
            continue
        kept.append(i)
    return _without_doubled_marks(tokens, _without_bare_participles(tokens, kept))


_GRADED = frozenset(("JJ", "RB", "NN"))  # "too light": the lexicon's noun


def _may_describe(tokens: Sequence[Token], i: int) -> bool:
    """Whether a date may describe what follows it: "Monday's vote", but not "on Monday due to rain", "at 2 pm GMT"."""
    following = tokens[i + 1]
    warns = following.low.endswith("ing") and [t.low for t in tokens[i + 2 : i + 3]] in (["of"], ["that"])
    if warns and tokens[i - 1].tag == "IN":
        return False  # "a memo in May warning of leaks"
    return following.tag in (*tagset.NOUNS, "JJ", "POS") and following.low != "due" and not _count_zone(tokens, i + 1)


def _drop_date(tokens: Sequence[Token], kept: list[int], i: int) -> int:
    """Take what leads to the date at `i` off the end; where the zone behind it ends, `i` itself without one."""
    if i + 1 == len(tokens) or not _may_describe(tokens, i):
        _drop_before_date(tokens, kept, i)
    return i + (_count_zone(tokens, i + 1) if i + 1 < len(tokens) else 0)


def _count_zone(tokens: Sequence[Token], at: int) -> int:
    """How many words at `at` name the zone of the time before them: "GMT", "Indian Standard Time"."""
    date = tokens[at - 1].date
    if date is None or date.timex_type != "TIME":
        return 0
    low = [t.low for t in tokens[at : at + 3]]
    return 1 if low[0] in _ZONES else low.index("time") + 1 if "time" in low[1:] else 0


_ZONES = frozenset(
    """utc gmt bst ist est edt cst cdt mst mdt pst pdt akst hst wet cet cest eet eest msk gst pkt wib sgt hkt jst kst
    acst awst aest aedt nzst nzdt cat eat wat sast brt art""".split()
)


def _joins_dates(tokens: Sequence[Token], i: int) -> bool:
    """Whether "and" stands between two dates that a title leaves out: "in March and June"."""
    around = [k for k in (i - 1, i + 1) if 0 <= k < len(tokens) and tokens[k].tag == "DATE"]
    return len(around) > 1 and not any(_stays(tokens, k) for k in around)


def _without_bare_participles(tokens: Sequence[Token], kept: Sequence[int]) -> list[int]:
    """The words without a participle of which nothing is left: "payments made (before 2015) can be claimed"."""
    return [
        i
        for n, i in enumerate(kept)
        if not (
            tokens[i].tag == "VBN"
            and 0 < n < len(kept) - 1
            and tokens[kept[n - 1]].tag in tagset.NOUNS
            and tokens[kept[n + 1]].tag in tagset.FINITE
            and kept[n + 1] > i + 1
        )
    ]


def _drop_before_date(tokens: Sequence[Token], kept: list[int], at: int) -> None:
    """Take what only leads to the date at `at` off the end: one preposition, with "the early hours of" two."""
    prepositions = 0
    if [tokens[i].low for i in kept[-2:]] in (["at", "least"], ["at", "most"]) and kept[-1] == at - 1:
        del kept[-2:]  # "will stay closed until at least the summer"
        at -= 2
    if [tokens[i].low for i in kept[-3:-1]] == ["between", "noon"] and kept[-1] == at - 1:
        del kept[-3:]  # "banned work between noon and 5pm"
        return
    while kept and kept[-1] == at - 1:
        token, time = tokens[kept[-1]], _is_part_of_time(tokens, kept)
        if _is_particle(tokens, kept[-1]):
            return
        if token.tag in ("IN", "TO") and prepositions and not time:
            return
        if token.tag not in ("IN", "TO", "DT") and not time:
            return
        prepositions = 0 if time else prepositions + (token.tag in ("IN", "TO"))
        at = kept.pop()


def _is_particle(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word belongs to the verb before it, not to the date behind: "caved in yesterday"."""
    date = tokens[i + 1].date if i + 1 < len(tokens) else None
    if tokens[i].low in _ALWAYS_PARTICLES and i > 0 and tokens[i - 1].tag[:2] == "VB":
        return True  # "was sent off four minutes later"
    free = date is not None and _FREE.match(date.text) is not None
    return free and tokens[i].low in _PARTICLES - {"on", "through"} and i > 0 and tokens[i - 1].tag[:2] == "VB"


_ALWAYS_PARTICLES = frozenset("off out up down away apart aside".split())
_FREE = re.compile(
    r"(?:yesterday|today|tonight|tomorrow|last|this|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE
)
"""Dates that no "in" or "over" leads to."""


def _is_part_of_time(tokens: Sequence[Token], kept: Sequence[int]) -> bool:
    """Whether the last word kept only says which part of a time: "in the early hours of", "late on"."""
    low = tokens[kept[-1]].low
    if tokens[kept[-1]].tag[:2] == "VB":
        return False  # "is due to start on 4 March"
    if low == "effective" or (low == "effect" and tokens[kept[-1] - 1].low == "with"):
        return True  # "will leave the firm effective 30 April", "with effect from 1 July"
    if low == "with" and kept[-1] + 1 < len(tokens) and tokens[kept[-1] + 1].low == "effect":
        return True
    return low in _TIMES | _NEARLY or (low == "of" and len(kept) > 1 and tokens[kept[-2]].low in _TIMES)


def _stays(tokens: Sequence[Token], i: int) -> bool:
    """Whether a date is no date of the event but part of what is told: a length, a habit, a name."""
    date = tokens[i].date
    following = tokens[i + 1].tag if i + 1 < len(tokens) else ""
    banned = i > 1 and tokens[i - 1].low == "for" and tokens[i - 2].low in _KEPT_AWAY  # "banned for 18 months"
    if date is None or date.is_name or banned or (date.text.endswith("century") and following in tagset.NOUNS):
        return True  # "the roof of the 19th-century church"
    if i and tokens[i - 1].tag == "POS" and following in tagset.FINITE:
        return True  # "Norvik's September got off to a bad start"
    if date.timex_type == "DURATION" and i + 1 < len(tokens) and tokens[i + 1].low in ("after", "before"):
        return False  # "two weeks before the fire broke out"
    if tokens[i].low.split()[-1] in _TIMES and following in ("NN", "NNS"):
        return True  # "the men of the night shift"
    fills = tokens[i].low.split()[-1] in _FILLED or date.timex_value in ("FUTURE_REF", "PAST_REF")
    if fills and tokens[i + 1 : i + 2] and tokens[i + 1].low == "of":
        return True  # "after a weekend of talks", "a plan for the future of the port"
    return date.timex_type == "SET" or (date.timex_type == "DURATION" and date.first is None and date.last is None)


_KEPT_AWAY = frozenset("banned barred disqualified excluded imprisoned jailed suspended sidelined".split())


def _without_doubled_marks(tokens: Sequence[Token], places: Sequence[int]) -> list[int]:
    """The words without marks at either end, or that now stand together."""
    kept: list[int] = []
    for i in places:
        if (
            tokens[i].tag in (",", ":", "CC")
            and (not kept or tokens[kept[-1]].tag in (",", ":"))
            and tokens[i].low != "-"
        ):
            if tokens[i].tag == "CC" and kept:
                kept.append(i)
            continue
        if tokens[i].tag == '"' and kept and tokens[kept[-1]].tag == '"' and _opens_quote(tokens, kept):
            kept.pop()  # what stood between them is left out
            continue
        kept.append(i)
    while kept and tokens[kept[0]].tag in (*_MARKS - {'"'}, "CC", "POS"):
        kept.pop(0)
    return kept


def _opens_quote(tokens: Sequence[Token], kept: Sequence[int]) -> bool:
    """Whether the last mark kept opens a quotation."""
    return sum(tokens[i].tag == '"' for i in kept) % 2 == 1


def without_asides(tokens: Sequence[Token], places: Sequence[int]) -> list[int]:
    """The words without brackets and what stands in them."""
    if not any(tokens[i].tag == "(" for i in places):
        return list(places)
    kept: list[int] = []
    depth = 0
    for i in places:
        depth += tokens[i].tag == "("
        if not depth:
            kept.append(i)
        depth -= tokens[i].tag == ")" and depth > 0
    return kept


def compress(text: str, tokens: Sequence[Token], places: Sequence[int], level: int) -> list[int]:
    """The words without adverbs (from level 1), adjectives that change no fact (2) and articles (3)."""
    if not level:
        return list(places)
    kept: list[int] = []
    quotes = 0
    for n, i in enumerate(places):
        token = tokens[i]
        quotes += token.tag == '"'
        if quotes % 2:  # what is quoted is quoted to the word
            kept.append(i)
            continue
        particle = token.low in _PARTICLES and n > 0 and tokens[places[n - 1]].tag[:2] == "VB"
        graded = token.low in ("most", "more") and i + 1 < len(tokens) and tokens[i + 1].tag == "JJ"
        adverb = token.tag in ("RB", "RBS", "RBR") or graded
        if level > 2 and token.low in ("the", "a", "an"):
            continue
        too = token.low in ("too", "so") and n + 1 < len(places) and tokens[places[n + 1]].tag in _GRADED
        denied = n > 0 and tokens[places[n - 1]].low in cues.NEGATIONS  # "would not only destroy it but"
        if adverb and not (too or particle or denied) and token.low not in cues.NEGATIONS | cues.TELLING:
            continue
        plain = token.tag in ("JJ", "JJS") and token.low not in cues.TELLING and text[token.start].islower()
        if level > 1 and plain and "-" not in token.low and i + 1 < len(tokens) and tokens[i + 1].tag in _DESCRIBED:
            if [tokens[k].tag for k in kept[-2:]] == ["JJ", "CC"] and kept[-1] == i - 1:
                del kept[-2:]  # "by an impetuous and struggling firm"
            continue
        kept.append(i)
    return kept


def measure_least_length(tokens: Sequence[Token], places: Sequence[int], *, participles: bool = False) -> int:
    """The characters of those words that stay in a title however far it is shortened inside.

    `participles` stay where no finite verb follows them. Less than nothing with a bracket, which may take away what
    stands in other phrases.
    """
    if any(tokens[i].tag == "(" for i in places):
        return _ANY
    staying = _STAYING | {"VBN"} if participles else _STAYING
    return sum(tokens[i].end - tokens[i].start for i in places if _is_kept(tokens[i], staying))


def _is_kept(token: Token, staying: Collection[str]) -> bool:
    return token.tag in staying and token.low not in _TIMES and token.low not in cues.CONNECTIVES


_STAYING = tagset.NOUNS | {"VB", "VBD", "VBZ"}
_ANY = -1_000_000  # no sentence is so long


def _hangs(tokens: Sequence[Token], kept: Sequence[int]) -> bool:
    """Whether the last word lost what it goes with: "a post titled", "a bill seeking", "under the watchful"."""
    if tokens[kept[-1]].tag == "VB" and tokens[kept[-1]].low in _EMPTY:
        return True  # "passed Walmart to become"
    if len(kept) > 1 and tokens[kept[-1]].tag == "RB" and tokens[kept[-2]].tag in ("IN", "CC", "DT"):
        return True  # "earned a reputation after famously"
    if len(kept) > 1 and tokens[kept[-1]].tag == "JJ" and tokens[kept[-2]].tag in ("DT", "PRP$", "POS"):
        return True
    verb = next((tokens[i].low for i in reversed(kept) if tokens[i].tag in tagset.FINITE), "")
    whole = tokens[kept[-1]].tag == "VBG" and find_lemma(verb) in verbs.WITH_OBJECT_AND_GERUND
    made = next((tokens[i].low for i in reversed(kept[:-1]) if tokens[i].tag[:2] == "VB"), "")
    whole = whole or (tokens[kept[-1]].tag == "VBN" and find_lemma(made) in verbs.WITH_OBJECT_AND_PARTICIPLE)
    if len(kept) > 1 and tokens[kept[-1]].tag == "VBG" and tokens[kept[-2]].low in ("after", "before", "while"):
        return kept[-1] + 2 < len(tokens)  # "died after working (through the afternoon)"
    noun = len(kept) > 1 and tokens[kept[-2]].tag in tagset.NOUNS | {"CD"}
    loose = noun and tokens[kept[-1]].tag in ("VBN", "VBG")
    closes = kept[-1] + 1 == len(tokens) or tokens[kept[-1] + 1].tag == "."  # "agree on power sharing": a noun
    return loose and not whole and not (closes and tokens[kept[-1]].tag == "VBG")


_DESCRIBED = (*tagset.NOUNS, "JJ")


def _closes_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a particle ends its sentence right behind a verb: "the mess is going to get cleaned up"."""
    return tokens[i - 1].tag[:2] == "VB" and (i + 1 == len(tokens) or tokens[i + 1].tag in (".", '"', ","))


def _find_joined_verb(tokens: Sequence[Token], kept: Sequence[int]) -> int | None:
    """Where "and" stands before a last verb that has lost what follows it: "had worked in Lund and had called"."""
    n = len(kept) - 1
    while n > 0 and tokens[kept[n]].tag[:2] == "VB" and tokens[kept[n]].tag != "VBG":
        n -= 1
    if not 0 < n < len(kept) - 1 or tokens[kept[n]].tag != "CC" or tokens[kept[n + 1]].tag not in tagset.FINITE:
        return None
    lacks = find_lemma(tokens[kept[-1]].low) in verbs.NEED_OBJECT | verbs.SAYING
    following = tokens[kept[-1] + 1].tag if kept[-1] + 1 < len(tokens) else "."
    return n if lacks and following in ("IN", "TO") else None


_VERBAL = ("VBD", "VBN", "VBG", "VBZ", "VBP", "PRP")  # "gave himself up"


def _is_stranded(tokens: Sequence[Token], i: int) -> bool:
    """Whether a preposition that its verb needs ends a clause: "remained unaccounted for.", "let the gang in."."""
    inside = tokens[i].low in ("in", "off", "over") and tokens[i - 1].tag in ("NN", "NNS")
    needs = inside or tokens[i - 1].tag in ("VBN", "JJ") or tokens[i - 1].low.endswith("ed")
    if tokens[i - 1].tag == "VBN" and [t.tag for t in tokens[i + 1 : i + 3]] == ["IN", "DATE"]:
        return True  # "were dealt with by Monday"
    return needs and i + 1 < len(tokens) and tokens[i + 1].tag in (".", ",", *tagset.FINITE)


def trim_end(tokens: Sequence[Token], places: Sequence[int], last: int) -> list[int]:
    """The words without what cannot end a title; nothing up to `last`, the end of the verb, is lost."""
    kept = list(places)
    unit = len(kept) > 1 and tokens[kept[-1]].low in cues.TIME_UNITS
    counts = unit and tokens[kept[-1] + 1 : kept[-1] + 2] and tokens[kept[-1] + 1].low in ("after", "before")
    if unit and (tokens[kept[-2]].tag[:2] in ("VB", "RB") or (counts and tokens[kept[-2]].tag in tagset.NOUNS)):
        kept.pop()  # "resigned hours after the report came out", "learned of it only minutes before it was announced"
    if len(kept) > 2 and tokens[kept[-1]].low in _MOMENTS and tokens[kept[-2]].tag == "DT" and kept[-3] > last:
        kept = kept[:-2]  # "will be reviewed in Oslo at a time when nobody keeps to it"
    while (
        kept
        and kept[-1] > last
        and (tokens[kept[-1]].tag in _NO_END or tokens[kept[-1]].low in _LOOSE or _hangs(tokens, kept))
    ):
        inner = tokens[kept[-1]].low in _ALWAYS_PARTICLES and tokens[kept[-1] - 1].tag[:3] in ("VB", *_VERBAL)
        if inner or (tokens[kept[-1]].low in _PARTICLES and (kept[-1] == last + 1 or _closes_verb(tokens, kept[-1]))):
            break
        if tokens[kept[-1]].low in ("for", "against") and find_lemma(tokens[last].low) == "vote":
            break  # "members voted narrowly against"
        if tokens[kept[-1]].tag == "IN" and _is_stranded(tokens, kept[-1]):
            break
        kept.pop()
    joint = _find_joined_verb(tokens, kept)
    if joint is not None and kept[joint] > last:
        return trim_end(tokens, kept[:joint], last)
    for mark in ('"', "("):
        halves = [n for n, i in enumerate(kept) if tokens[i].tag == mark or (mark == "(" and tokens[i].tag == ")")]
        if len(halves) % 2:
            kept.pop(halves[-1])
            return trim_end(tokens, kept, last)
    return kept
