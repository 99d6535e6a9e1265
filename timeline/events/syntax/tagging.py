"""A sentence -> its words with their parts of speech (Penn Treebank tags).

The usual tag of a word is bent to its context by a small ordered set of rules for what matters here: telling verbs
from nouns, and pasts from participles. It builds no tree.
"""

import functools
from collections.abc import Sequence
from typing import NamedTuple

from timeline.actors import ActorMention
from timeline.dates import DateMention
from timeline.events.syntax.lexicon import find_lemma, find_usual_tag, list_verb_forms
from timeline.events.syntax.open_tags import settle_tags
from timeline.events.syntax.place_names import join_places
from timeline.events.syntax.tokens import Token, split_words
from timeline.events.syntax.verb_tags import find_word_before, opens_noun, tag_verb
from timeline.events.words import cues, tagset, verbs

__all__ = ["tag_words"]


def tag_words(
    text: str, start: int, end: int, dates: Sequence[DateMention] = (), actors: Sequence[ActorMention] = ()
) -> list[Token]:
    """The words of ``text[start:end]`` with their tags.

    `dates` and `actors` may be those of the whole text, in order; each becomes one word.

    Examples
    --------
    >>> def show(text): return " ".join(f"{t.low}/{t.tag}" for t in tag_words(text, 0, len(text)))
    >>> show("Rebels shelled the port, and troops shot at planned targets.")
    'rebels/NNS shelled/VBD the/DT port/NN ,/, and/CC troops/NNS shot/VBD at/IN planned/JJ targets/NNS ./.'
    >>> show("The man arrested in May was charged and jailed.")
    'the/DT man/NN arrested/VBN in/IN may/NNP was/VBD charged/VBN and/CC jailed/VBN ./.'
    """
    found = split_words(text, start, end, dates, actors)
    words = [_look_up(text[s:e]) for s, e, _, _ in found]
    low = [word.low for word in words]
    headline = _is_headline([w for w, (_, _, d, a) in zip(words, found, strict=True) if d is None and a is None])
    tags: list[str] = []
    opening = True  # nothing but marks and dates so far: a capital tells nothing of names
    for word, (s, e, date, actor) in zip(words, found, strict=True):
        if date is not None:
            tags.append("DATE")
        elif actor is not None:
            tags.append(tagset.FIXED.get(word.low, "NNP") if actor.inferred else "NNP")
        elif word.low == "'":
            owns = text[s - 1 : s] == "s" and text[e : e + 1].isspace() and tags.count('"') % 2 == 0
            tags.append("POS" if owns else '"')
        else:
            tags.append(word.plain if headline or opening else word.tag)
        opening = opening and tags[-1] in _BEFORE_FIRST
    named = [d is not None or a is not None for _, _, d, a in found]
    _bend(words, low, tags, named)
    settle_tags(low, tags, named)
    join_places([text[s:e] for s, e, _, _ in found], low, tags, [actor for _, _, _, actor in found])
    return [Token(s, e, low, tag, d, a) for (s, e, d, a), low, tag in zip(found, low, tags, strict=True)]


_BEFORE_FIRST = frozenset((",", ".", ":", "(", ")", '"', "DATE"))
_HELPERS = verbs.BE | verbs.HAVE


class _Word(NamedTuple):
    """What is known of a word before its context: a text has a few hundred of them, told many times over.

    `tag` is what it is where capitals mark names, `plain` where they do not, as at the start of a sentence and in
    headlines. `loud` says whether it is capitalised, and is None for what is too short to tell. `settled` is a
    word that is no verb, and nothing else that context bends.
    """

    low: str
    tag: str
    plain: str
    loud: bool | None
    settled: bool


@functools.lru_cache(maxsize=50_000)
def _look_up(word: str) -> _Word:
    """The entry of a word as it stands in the text."""
    low = word.lower().replace("’", "'")
    loud = word[0].isupper() if len(word) > 3 and word.isalpha() else None
    tag, plain = (_guess_tag(word, low, plain_case=case) for case in (False, True))
    special = low in tagset.FLOATING or low == "following" or low in tagset.FIXED
    return _Word(low, tag, plain, loud, settled=not special and not list_verb_forms(low))


def _is_headline(words: Sequence[_Word]) -> bool:
    """Whether nearly every longer word is capitalised, so that capitals tell nothing of names."""
    longer = [word.loud for word in words if word.loud is not None]
    return len(longer) >= 3 and sum(longer) > 0.7 * len(longer)


def _guess_tag(word: str, low: str, *, plain_case: bool) -> str:  # noqa: PLR0911 one return a rule
    """The tag of a word without its context; ``VB?`` marks what only the context can tell."""
    if word == "US":
        return "NNP"
    if low in tagset.FIXED:
        return "NNP" if low in ("may", "will") and word[0].isupper() and not plain_case else tagset.FIXED[low]
    if low[0].isdigit() and low[-1].isalpha() and "-" in low:
        return _tag_compound(low)
    if not low[0].isalpha():
        return tagset.MARKS.get(low, "CD" if any(c.isdigit() for c in low) else ":")
    if "," in low and low[-1].isdigit():
        return "CD"  # "Sh20,000"
    capital = word[0].isupper()
    if capital and not plain_case:
        known = find_usual_tag(word)
        return known if known in ("NNS", "JJ", "RB", "CD") and word != low and find_usual_tag(low) != known else "NNP"
    known = find_usual_tag(low) or (find_usual_tag(word) if capital else "")
    if known:
        return "NN" if known in ("FW", "UH", "SYM", "LS") else known
    if capital:
        return "NNP" if not list_verb_forms(low) else _guess_by_ending(low)
    return _guess_by_ending(low)


def _tag_compound(low: str) -> str:
    """The tag of a number and its unit: "a 310-page report", but "the 25-year-old was freed"."""
    return {"old": "NN", "olds": "NNS"}.get(low.rpartition("-")[2], "JJ")


def _guess_by_ending(low: str) -> str:
    """The tag an unknown word is likely to have."""
    if "-" in low and not low.endswith(("ing", "s")):
        return "JJ"
    return next((tag for ending, tag in tagset.ENDINGS if low.endswith(ending)), "NN")


def _bend(words: Sequence[_Word], low: Sequence[str], tags: list[str], fixed: Sequence[bool]) -> None:
    """Bend each tag to the words around it, from left to right."""
    for i, word in enumerate(words):
        if word.settled:
            _bend_settled(low, tags, i)
        elif word.low in tagset.FLOATING and _floats(low, tags, i):
            tags[i] = "RB"  # "was first shown", "were all killed"
        elif word.low == "following" and i and tags[i - 1] == "DT":
            tags[i] = "JJ"
        elif fixed[i] or word.low in tagset.FIXED:
            tags[i] = _tag_small_word(low, tags, i)
        elif tags[i] not in ("NNP", "NNPS"):
            tags[i] = _choose_verb_tag(low, tags, i)
        if tags[i] in ("VB", "VBP") and i + 1 < len(tags) and tags[i + 1] == "," and not _has_word_before(tags, i):
            tags[i] = "NNP"  # "Unite, the union, called"
        if word.low in _COMPASS and tags[i] == "RB" and tags[i + 1 : i + 2] in (["JJ"], ["NNP"]):
            tags[i] = "JJ"  # "of north African origin"
        if tags[i] in ("RB", "JJ") and i and tags[i - 1] in ("DT", "POS", "PRP$") and _stands_alone(low, tags, i):
            tags[i] = "NN"  # "the north of the country", "the injured were taken"


_COMPASS = frozenset("north south east west".split())


def _bend_settled(low: Sequence[str], tags: list[str], i: int) -> None:
    """The tag of a word that is no verb; "no longer" is one adverb."""
    if tags[i][:2] == "VB":
        tags[i] = "NN"
    if low[i] == "longer" and low[i - 1 : i] == ["no"]:
        tags[i - 1] = tags[i] = "RB"


def _stands_alone(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether what describes after an article has no noun behind it: what follows is "of", a mark or a helping verb."""
    following = low[i + 1] if i + 1 < len(low) else "."
    acts = low[i] in _ALSO_NOUNS and "VBZ" in list_verb_forms(following) and tags[i + 2 : i + 3] in _OBJECTS
    return (
        acts
        or (low[i] == "fine" and tags[i + 1 : i + 2] == ["IN"])
        or following in _HELPERS
        or following in verbs.MODALS
        or following == "of"
        or tags[i + 1 : i + 2] in ([], ["."], [","], ["POS"])
    )


_BEFORE_THAT_DAY = frozenset("after before since until by from on at during".split())
_REFLEXIVE = frozenset("himself herself itself themselves".split())
_DAYS = [["date"], ["day"], ["point"], ["time"], ["period"], ["deadline"], ["moment"], ["stage"]]
_ALSO_NOUNS = frozenset("rival final official individual criminal liberal conservative radical native".split())
_OBJECTS = [["DT"], ["PRP$"], ["PRP"], ["NNP"]]  # "the rival sells its tokens", but "the final sales of tokens"
_ADDRESSING = frozenset("tell inform warn assure remind notify advise persuade convince".split())
_ADDRESSEE = 7  # words back from "that" to the verb that has somebody to tell it to


def _has_word_before(tags: Sequence[str], i: int) -> bool:
    """Whether a word that is no mark and no date stands before the word at `i`."""
    return any(tag not in _BEFORE_FIRST for tag in tags[:i])


def _floats(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a word stands between a helping verb and its participle."""
    before = find_word_before(tags, i)
    if i + 1 >= len(low) or before < 0:
        return False
    past = list_verb_forms(low[i + 1])
    if low[i] == "first" and tags[i - 1] == ",":
        return "VBN" in past and low[i + 2 : i + 3] in (["by"], ["in"], ["on"], ["at"])  # ", first noticed by Roe,"
    if low[i] == "first" and (tags[before] == "PRP" or tags[before] in tagset.NOUNS):
        return "VBD" in past  # "when Keller first showed the phone"
    if low[i] in ("last", "long") and tags[i - 1] in tagset.NOUNS and "VBN" in past:
        acts = low[i] == "last" and tags[i + 2 : i + 3] in (["DT"], ["PRP$"])  # "the firm last reported a loss"
        return acts or tags[i + 2 : i + 3] == ["IN"]  # "a painting last shown in 1980", "a drug long used against"
    return low[before] in _HELPERS and "VBN" in past


def _choose_verb_tag(low: Sequence[str], tags: list[str], i: int) -> str:
    """The tag of a word that may be a verb."""
    forms = list_verb_forms(low[i])
    if low[i] == "left" and low[max(0, i - 2) : i] == ["right", "and"]:
        return "NN"
    if not forms or _fills_time(low, i):
        return "NN" if tags[i][:2] == "VB" else tags[i]
    before = find_word_before(tags, i)
    if before >= 0 and low[before] == "may" and tags[before] != "DATE" and "VBD" in forms and "VB" not in forms:
        tags[before] = "NNP"  # "May said": no modal before a past
    return tag_verb(low, tags, i)


def _fills_time(low: Sequence[str], i: int) -> bool:
    """Whether a word says what filled a time: "a day of mourning", "weeks of fighting"."""
    of = i > 1 and low[i - 1] == "of" and low[i].endswith("ing")
    return of and low[i - 2].rpartition(" ")[2].removesuffix("s") + "s" in cues.TIME_UNITS


def _tag_that(low: Sequence[str], tags: Sequence[str], i: int) -> str:
    """The tag of "that": it points at a day, describes a noun, or opens what is said."""
    if i and tags[i - 1] == "IN" and low[i - 1] in _BEFORE_THAT_DAY and low[i + 1 : i + 2] in _DAYS:
        return "DT"  # "recruited after that date"
    if tags[i - 1 : i] == ["VB"] and tags[i + 1 : i + 3] in (["NN", ","], ["NN", "."]):
        return "DT"  # "named Ann Roe to chair that body, and"
    told = any(find_lemma(word) in _ADDRESSING for word in low[max(0, i - _ADDRESSEE) : i])
    return "WDT" if i and (tags[i - 1] in tagset.NOUNS or tags[i - 1] == "CD") and not told else "IN"


def _tag_small_word(low: Sequence[str], tags: Sequence[str], i: int) -> str:
    """The tag of a word that has but one, or nearly."""
    if low[i] == "'s" and i:
        return "VBZ" if low[i - 1] in tagset.BEFORE_IS else "POS"
    if low[i] == "that":
        return _tag_that(low, tags, i)
    if low[i] == "executive" and tags[i + 1 : i + 2] in (["NN"], ["NNS"]):
        return "JJ"
    return _tag_without_noun(low, tags, i)


def _tag_without_noun(low: Sequence[str], tags: Sequence[str], i: int) -> str:
    """The same of a word that may lack the noun it mostly stands with."""
    if low[i] == "before" and i + 1 < len(low) and low[i + 1] in _HELPERS | verbs.MODALS:
        return "RB"  # "a strain never seen before has spread"
    if low[i] in _REFLEXIVE:
        named = i > 0 and tags[i - 1] in tagset.NOUNS and find_usual_tag(low[i - 1])[:2] != "VB"
        return "RB" if named else "PRP"  # "Roe himself signed", but "students find themselves"
    if low[i] == "her":
        return "PRP$" if opens_noun(tags, i + 1) else "PRP"
    return tags[i]
