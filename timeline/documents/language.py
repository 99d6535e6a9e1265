"""A text -> the language it is most likely written in, by its script and its commonest words."""

import collections
import re
import unicodedata

from timeline.documents._language_words import COMMON_WORDS, SCRIPTS

__all__ = ["guess_language"]

SAMPLE = 4_000  # characters from the start; more changes no verdict
LETTERS = 400  # as many tell the script
LEAST_SHARE = 0.08  # of all words that have to be among a language's commonest


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`; empty where it cannot be told.

    Examples
    --------
    >>> guess_language("The council will meet on Friday to elect a chair, and it is expected to vote.")
    'en'
    >>> guess_language("Der Rat trifft sich am Freitag und wird über die neue Ordnung der Stadt beraten.")
    'de'
    >>> guess_language("H20 GPU 300,000")
    ''
    """
    sample = text[:SAMPLE]
    letters = [char for char in sample if char.isalpha()][:LETTERS]
    if not letters:
        return ""
    scripts = collections.Counter(unicodedata.name(char, "").split(" ")[0] for char in letters)
    # Japanese mixes kana with Chinese characters, so a little of it decides.
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > len(letters) / 10:
        return "ja"
    script, count = scripts.most_common(1)[0]
    if script != "LATIN":
        return SCRIPTS.get(script, "") if count * 2 > len(letters) else ""
    found = re.findall(r"[^\W\d_]+", sample.casefold())
    shares = {code: sum(word in common for word in found) / len(found) for code, common in COMMON_WORDS.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= LEAST_SHARE else ""
