"""A word and its tag -> the stem that verb and noun share, for comparing what is told: reversal, reversed -> revers."""

import functools

from timeline.events.syntax.lexicon import find_lemma, find_noun_lemma
from timeline.events.words import cues

__all__ = ["find_stem"]

_CONTENT = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VB", "VBD", "VBN", "VBG", "VBZ", "VBP"))
_ENDINGS = ("ations", "ation", "ition", "ion", "ment", "ance", "ence", "ing", "al", "er", "or", "ed", "ly", "e")


@functools.lru_cache(maxsize=50_000)
def find_stem(word: str, tag: str) -> str:
    """The stem of a word in lower case, given its tag; ``""`` for what is no word of content.

    Examples
    --------
    >>> [find_stem("reversal", "NN"), find_stem("reversed", "VBD"), find_stem("the", "DT")]
    ['revers', 'revers', '']
    """
    if tag not in _CONTENT or word in cues.STOP or len(word) < 3:
        return ""
    base = find_lemma(word) if tag[:2] == "VB" else find_noun_lemma(word)
    ending = next((e for e in _ENDINGS if base.endswith(e) and len(base) - len(e) >= 4), "")
    return base.removesuffix(ending)
