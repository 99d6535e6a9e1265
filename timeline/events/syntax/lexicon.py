"""A word -> its usual part of speech, the verb forms it can be and its base form.

The words come from the lexicon of the tagger that the `textblob` wheel carries (Brill's, trained on the Brown corpus
and the Penn Treebank), read as a file: importing the package takes two seconds and loads NLTK. It gives one tag a
word, so what else a word can be is worked out here from the verb forms it lists.
"""

import functools
import importlib.util
import re
from collections.abc import Mapping
from pathlib import Path

from timeline.errors import TimelineError
from timeline.events.words.verbs import IRREGULAR

__all__ = [
    "find_lemma",
    "find_noun_lemma",
    "find_usual_tag",
    "is_verb",
    "list_verb_forms",
    "make_past",
    "spell_american",
]

_NONE: frozenset[str] = frozenset()
_SHORT = re.compile(r"[^aeiou]*[aeiou][bcdfgklmnprstvz]")


@functools.cache
def _load_lexicon() -> Mapping[str, str]:
    """Every word of the lexicon with its tag."""
    package = importlib.util.find_spec("textblob")
    if package is None or not package.submodule_search_locations:
        raise TimelineError("textblob is not installed, and verbs cannot be told from nouns without it: install it")
    path = Path(package.submodule_search_locations[0], "en", "en-lexicon.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ") for line in lines if line and not line.startswith(";;;"))
    return {pair[0]: pair[1].partition("|")[0] for pair in pairs if len(pair) > 1}


@functools.cache
def _load_irregular() -> Mapping[str, tuple[str, frozenset[str]]]:
    """Irregular forms with their base and tags."""
    table: dict[str, tuple[str, frozenset[str]]] = {}
    for row in IRREGULAR.split(";"):
        base, past, participle = row.split()
        for form, tag in ((base, "VB"), (past, "VBD"), (participle, "VBN")):
            old = table.get(form, (base, _NONE))
            # "found" is the past of "find"; that "founded" exists does not make it a base form here
            table[form] = (old[0], old[1] | {tag})
    return table


@functools.cache
def _list_verbs() -> frozenset[str]:
    """The base forms of all verbs that the lexicon shows in some form."""
    listed = (word for word, tag in _load_lexicon().items() if tag.startswith("VB") and word.islower())
    return frozenset(find_lemma(word) for word in listed)


def find_usual_tag(word: str) -> str:
    """The tag the lexicon gives `word`, ``""`` for an unknown word; a British spelling has that of the American."""
    return _load_lexicon().get(word, "") or _load_lexicon().get(spell_american(word), "")


_BRITISH = (
    (re.compile(r"(.*[aeiouy].*)is(e[ds]?|ing|ations?)"), r"\1iz\2"),
    (re.compile(r"(.*[aeiouy].*)ys(e[ds]?|ing)"), r"\1yz\2"),
    (re.compile(r"(.{3,})our(s|ed|ing|)"), r"\1or\2"),
)
_OTHERS = {
    "practise": "practice", "practised": "practiced", "licence": "license", "manoeuvre": "maneuver",
    "defence": "defense", "offence": "offense", "programme": "program", "programmes": "programs",
    "licences": "licenses",
}  # fmt: skip


_LONGEST_WORD = 60  # letters; the longest of the lexicon has 54


@functools.lru_cache(maxsize=20_000)
def spell_american(word: str) -> str:
    """The American spelling of a word in lower case where the lexicon has it, else the word.

    Examples
    --------
    >>> [spell_american(word) for word in ("apologises", "analysed", "favoured", "promised", "raised", "hour")]
    ['apologizes', 'analyzed', 'favored', 'promised', 'raised', 'hour']
    """
    if word in _OTHERS or len(word) > _LONGEST_WORD:
        return _OTHERS.get(word, word)
    if "is" not in word and "ys" not in word and "our" not in word:
        return word  # most words, which no pattern need look at
    for pattern, spelt in _BRITISH:
        found = pattern.fullmatch(word)
        twin = found.expand(spelt) if found else ""
        if twin in _load_lexicon():
            return twin
    return word


def is_verb(base: str) -> bool:
    """Whether `base` is the base form of a verb."""
    return base in _list_verbs()


@functools.lru_cache(maxsize=20_000)
def find_lemma(word: str) -> str:
    """The base form of a verb form in lower case; the word itself where it is none.

    Examples
    --------
    >>> [find_lemma(word) for word in ("banned", "sues", "met", "relies", "resuming", "agreed", "has")]
    ['ban', 'sue', 'meet', 'rely', 'resume', 'agree', 'have']
    """
    if word in _load_irregular():
        return _load_irregular()[word][0]
    if word == "has":
        return "have"
    if word.endswith("eed") and find_usual_tag(word) in ("VB", "VBP"):
        return word  # "succeed", not "freed"
    word = spell_american(word)
    for ending, endings in (("ies", ("y",)), ("ied", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")), ("s", ("", "es"))):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            return _pick(stem, endings) if ending != "s" else _without_s(word)
    return word


def _pick(stem: str, endings: tuple[str, ...]) -> str:
    """The likeliest base form of a stem: one that is known as a verb, else as a word, else the bare stem."""
    options = [stem + ending for ending in endings]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        options.insert(1 if stem[-1] in "lsz" else 0, stem[:-1])
    if stem.endswith("ck"):
        options.append(stem[:-1])
    lexicon = _load_lexicon()
    if stem in _load_irregular():
        return stem
    if stem + "e" in options and stem + "e" in lexicon and _SHORT.fullmatch(stem):
        return stem + "e"  # "stated" is of "state": "stat" would double its t
    verbs = [o for o in options if lexicon.get(o, "") in ("VB", "VBP")]
    known = [o for o in options if o in lexicon]
    # "sued" -> "sue", not "su"; "timed" -> "time"
    return (verbs or [o for o in known if len(o) > 2] or known or options)[0]


def _without_s(word: str) -> str:
    """The base of an -s form: "passes" -> "pass", "uses" -> "use"."""
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return (
            word[:-1] if _load_lexicon().get(word[:-1]) in ("VB", "VBP", "NN") and word.endswith("xes") else word[:-2]
        )
    return word[:-1] if not word.endswith("ss") else word


@functools.lru_cache(maxsize=20_000)
def list_verb_forms(word: str) -> frozenset[str]:
    """The verb tags that `word`, in lower case, can bear; empty where it is no form of a verb.

    Examples
    --------
    >>> sorted(list_verb_forms("cut")), sorted(list_verb_forms("bans")), sorted(list_verb_forms("hundred"))
    (['VB', 'VBD', 'VBN'], ['VBZ'], [])
    """
    if word in _load_irregular():
        return _load_irregular()[word][1]
    word = spell_american(word)
    return _list_regular_forms(word) if word.isalpha() or "-" in word else _NONE


def _list_regular_forms(word: str) -> frozenset[str]:
    """The same of a word that is no irregular form."""
    tag, base = find_usual_tag(word), find_lemma(word)
    if word.endswith("ed") and tag in ("VBD", "VBN", "VB", "JJ", "") and base != word and len(word) > 3:
        # an adjective in -ed ("wicked") is a verb form only where its base is a verb
        return frozenset(("VBD", "VBN")) if tag != "JJ" or is_verb(base) else _NONE
    if word.endswith("ing") and base != word and (tag in ("VBG", "") or is_verb(base)):
        return frozenset(("VBG",))
    if word.endswith("s") and base != word and is_verb(base):
        return frozenset(("VBZ",))
    return frozenset(("VB",)) if tag in ("VB", "VBP") or is_verb(word) else _NONE


def make_past(gerund: str) -> str:
    """The past of a verb given as its -ing form.

    Examples
    --------
    >>> [make_past(word) for word in ("signaling", "banning", "releasing", "making", "rallying")]
    ['signaled', 'banned', 'released', 'made', 'rallied']
    """
    irregular = _load_pasts().get(find_lemma(gerund.lower()))
    stem = gerund[:-3]
    return irregular or (stem[:-1] + "ied" if _ENDS_IN_Y.search(stem) else stem + "ed")


_ENDS_IN_Y = re.compile(r"[^aeiou]y$")


@functools.cache
def _load_pasts() -> Mapping[str, str]:
    """The pasts of irregular verbs by base form."""
    rows = (row.split() for row in IRREGULAR.split(";"))
    return {base: past for base, past, _ in rows}


@functools.lru_cache(maxsize=20_000)
def find_noun_lemma(word: str) -> str:
    """The singular of a noun in lower case.

    Examples
    --------
    >>> [find_noun_lemma(word) for word in ("bans", "agencies", "losses", "crisis", "men")]
    ['ban', 'agency', 'loss', 'crisis', 'men']
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
