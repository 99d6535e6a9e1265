"""A text -> the language it is most likely written in: English by its commonest words, any other by py3langid.

It guesses on no short text, and where two languages are about as likely it says nothing.
"""

import functools
import re
from typing import TYPE_CHECKING

from timeline.dates import LANGUAGES as DATE_LANGUAGES
from timeline.dates import find_dates
from timeline.documents._language_words import ENGLISH, LANGUAGES

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["choose_date_language", "guess_language", "is_english", "name_language"]

SAMPLE = 4_000  # characters from the start; more changes no verdict
LEAST_BYTES = 24  # of words in a script of their own; fewer are a name or a headline, which any language may have
LEAST_LATIN = 80  # the same in Latin letters, which say less of their language
LEAST_SHARE = 0.07  # of all words; in any other language it is a third of that
LEAST_LIKELY = 0.8  # of one, below which a guess is none

_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`; empty where it cannot be told.

    Examples
    --------
    >>> guess_language("The council will meet on Friday to elect a chair, and it is expected to vote.")
    'en'
    >>> guess_language("Der Rat trifft sich am Freitag und wird über die neue Ordnung der Stadt beraten. " * 2)
    'de'
    >>> guess_language("H20 GPU 300,000")
    ''
    """
    sample = text[:SAMPLE]
    if is_english(sample):
        return "en"
    words = " ".join(_WORD.findall(sample))
    if len(words.encode("utf-8", "surrogatepass")) < (LEAST_LATIN if _is_latin(words) else LEAST_BYTES):
        return ""
    code, likely = _load_identifier().classify(words)
    return str(code) if likely >= LEAST_LIKELY else ""


def _is_latin(words: str) -> bool:
    """Whether most of the letters of `words` are Latin, with accents or without."""
    return sum(char < "\u0250" for char in words) * 2 > len(words)


def is_english(text: str) -> bool:
    """Whether the commonest words of English are so frequent at the start of `text` that it is no other language."""
    words = _WORD.findall(text[:SAMPLE].lower())
    known = [word for word in words if word in ENGLISH]
    return len(set(known)) > 1 and len(known) >= LEAST_SHARE * len(words)


def choose_date_language(language: str, text: str) -> str:
    """The language in which `find_dates` should read `text`, which is said to be in `language` ("" for unknown).

    A page that is said to be in another language may be in English all the same. Where a short text leaves its language
    open, it is the one in which most of it is read as dates.

    Examples
    --------
    >>> choose_date_language("de", "Am 3. März 2024 tagte der Rat."), choose_date_language("", "El 3 de marzo cerró.")
    ('de', 'es')
    >>> choose_date_language("fr", "The council met on 3 May and it will meet again in June.")
    'en'
    """
    if language == "en" or is_english(text):
        return "en"
    if language:
        return language if language in DATE_LANGUAGES else "en"
    return _try_languages(text[:SAMPLE])


@functools.lru_cache(maxsize=8)  # of one document it is asked three times, and it takes a reading in each language
def _try_languages(sample: str) -> str:
    """The language in which most of `sample` is read as dates."""
    return max(DATE_LANGUAGES, key=lambda code: _read_of_dates(sample, code))


def _read_of_dates(text: str, language: str) -> int:
    """How many characters of `text` are read as dates, if it is in `language`."""
    return sum(len(m.text) for m in find_dates(text, language=language) if m.timex_type == "DATE")


def name_language(code: str) -> str:
    """The English name of the language with that ISO 639-1 `code`; the code itself where it has none here.

    Examples
    --------
    >>> name_language("de"), name_language("tlh")
    ('German', 'tlh')
    """
    return LANGUAGES.get(code, code)


@functools.cache
def _load_identifier() -> "LanguageIdentifier":
    """The trained model, loaded when the first text asks for it: most briefings are in plain English."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  it takes half a second

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
