"""A sentence and the actors named in it -> whom it is about: the one a pronoun of the next sentence means.

No grammar stands behind it: who opens a sentence, fronted phrases aside, and is not the object of a preposition or of
a verb before it, is what the sentence is about.
"""

import bisect
from collections.abc import Sequence
from typing import Final

from timeline.actors._lexicon import FUNCTION_TAGS, load_lexicon
from timeline.actors._words import PERSON_NOUNS
from timeline.actors.resolve import Named
from timeline.actors.tokens import NameTokens

__all__ = [
    "PEOPLE",
    "UNNAMED_PERSON",
    "UNNAMED_THING",
    "find_subject_actor",
    "find_unnamed_subject",
    "find_unnamed_teller",
    "names_nobody",
]

UNNAMED_PERSON: Final = "person"
UNNAMED_THING: Final = "thing"

PEOPLE = PERSON_NOUNS | frozenset(
    """
    judge man woman boy girl suspect spokesman spokeswoman spokesperson prosecutor lawyer official officer driver pilot
    teacher doctor witness victim director manager secretary king queen prince princess captain coach player gunman
    attacker child toddler teenager baby nurse pensioner soldier chief head leader
    deputy ambassador envoy founder author student worker accountant activist actor actress adviser aide analyst
    apprentice artist auditor banker bishop boss boyfriend broker builder campaigner chef civilian clerk client
    colleague commuter constable cook customer cyclist demonstrator detainee detective diplomat electrician employee
    engineer farmer firefighter fisherman friend girlfriend guard hacker hiker informant inmate inspector intern
    journalist landlord lecturer mechanic migrant miner monk motorist neighbor neighbour nun owner paramedic passenger
    patient pedestrian photographer plumber policeman policewoman priest prisoner professor protester pupil reporter
    researcher resident schoolboy schoolgirl scientist sergeant shopper singer surgeon technician teenager tourist
    trader volunteer waiter waitress whistleblower widow
    """.split()
)
_FRONTING = frozenset(("IN", "WRB", "VBG", "VBN", "RB", "CD", "TO"))
_LONGEST = 25  # words of a fronted phrase or subject; what is longer is not read


def find_subject_actor(tokens: NameTokens, fits: Sequence[Named]) -> Named | None:
    """The one of `fits` that opens its sentence or clause; None where none or two do."""
    leading = [one for one in fits if _opens(tokens, one)]
    return leading[0] if leading else None


def _opens(tokens: NameTokens, one: Named) -> bool:
    """Whether a name stands where a subject does: nothing before it but what is fronted."""
    before = one.first - 1
    while before >= 0 and tokens.words[before].lower() in ("the", "a", "an", "new", "former"):
        before -= 1
    if before < 0 or tokens.sentence[before] != tokens.sentence[one.first] or tokens.opens(before + 1):
        return True
    word = tokens.words[before].lower()
    if word == ",":
        return _is_fronted(tokens, before)
    return word in ("but", "that", "when", "while", "because") or (word == "and" and tokens.words[before - 1] == ",")


def _is_fronted(tokens: NameTokens, comma: int) -> bool:
    """Whether what a comma closes is a phrase before the subject: "On 3 May, Acme ...", "However, Acme ..."."""
    first = _find_sentence_start(tokens, comma)
    tag = load_lexicon().get(tokens.words[first].lower(), "")
    return tag in _FRONTING and comma - first < _LONGEST and "," not in tokens.words[first:comma]


def _find_sentence_start(tokens: NameTokens, position: int) -> int:
    """The first word of the sentence of `position`."""
    first = bisect.bisect_left(tokens.sentence, tokens.sentence[position])
    while not tokens.words[first][:1].isalnum() and first < position:
        first += 1
    return first


def find_unnamed_subject(tokens: NameTokens, number: int, before: int) -> str:
    """What a sentence is about if it is about somebody or something without a name; "" where it is not, or many.

    Parameters
    ----------
    number
        Of the sentence.
    before
        A position in it or behind it: words from there on do not count.
    """
    position = bisect.bisect_right(tokens.sentence, number, hi=before) - 1
    if position < 0 or tokens.sentence[position] != number:
        return ""
    first = _find_sentence_start(tokens, position)
    if _is_title_of_work(tokens, first, before):
        return UNNAMED_THING
    if load_lexicon().get(tokens.words[first].lower(), "") in _FRONTING:
        comma = next((i for i in range(first, min(first + _LONGEST, before)) if tokens.words[i] == ","), None)
        first = comma + 1 if comma is not None else first
    if tokens.words[first].lower() not in ("the", "a", "an", "this", "that", "his", "her", "its", "another"):
        return ""
    head = _find_head(tokens, _skip_age(tokens, first + 1))
    if head == "old":
        return UNNAMED_PERSON  # "the 23-year-old lost an eye"
    if not head or (head.endswith("s") and not head.endswith("ss")):
        return ""
    return UNNAMED_PERSON if head in PEOPLE else UNNAMED_THING


def find_unnamed_teller(tokens: NameTokens, position: int) -> tuple[int, str]:
    """Where and what it is that tells what the word at `position` opens: "a laboratory in Cologne admitted that it".

    0 and "" where it is somebody or something with a name, or nothing tells it.
    """
    words = tokens.words
    verb = position - 1 - (words[position - 1] == "that")
    if verb < 1 or not load_lexicon().get(words[verb], "VBD" if words[verb].endswith("ed") else "").startswith("VB"):
        return 0, ""
    for k in range(verb - 1, max(-1, verb - _TELLER), -1):
        if words[k] in (",", ";", ":") or tokens.sentence[k] != tokens.sentence[position]:
            return 0, ""
        if words[k] in ("a", "an", "the", "A", "An", "The"):
            head = _find_head(tokens, k + 1)
            return (k, UNNAMED_PERSON if head in PEOPLE else UNNAMED_THING) if head else (0, "")
    return 0, ""


_TELLER = 7  # words of who tells: what is longer is not read


def _is_title_of_work(tokens: NameTokens, first: int, before: int) -> bool:
    """Whether a sentence is about what opens it in quotation marks: '"Girl with a Lantern" was found'."""
    words = tokens.words
    if not first or words[first - 1] not in _QUOTES:
        return False
    closing = next((i for i in range(first, min(first + _LONGEST, before)) if words[i] in _QUOTES), None)
    following = words[closing + 1] if closing is not None else ""
    return words[(closing or 1) - 1] not in (",", ".", "?", "!") and load_lexicon().get(following, "")[:2] in (
        "VB",
        "MD",
    )


_QUOTES = frozenset(('"', "“", "”"))


def names_nobody(tokens: NameTokens, number: int, before: int) -> bool:
    """Whether a sentence speaks of one person without a name: "a six-year-old girl", "an officer".

    Parameters
    ----------
    number
        Of the sentence.
    before
        A position in it or behind it: words from there on do not count.
    """
    last = bisect.bisect_right(tokens.sentence, number, hi=before)
    first = bisect.bisect_left(tokens.sentence, number, hi=before)
    begin, end = (bisect.bisect_left(tokens.articles, place) for place in (first, last))
    return any(_find_head(tokens, _skip_age(tokens, i + 1)) in PEOPLE for i in tokens.articles[begin:end])


def _skip_age(tokens: NameTokens, position: int) -> int:
    """`position` moved over an age to the noun behind it or, where there is none, to its last word."""
    if tokens.words[position + 1 : position + 5] != ["-", "year", "-", "old"] or position + 5 >= len(tokens):
        return position
    noun = load_lexicon().get(tokens.words[position + 5], "").startswith("NN")
    return position + 5 if noun else position + 4


def _find_head(tokens: NameTokens, position: int) -> str:
    """The noun that a phrase after an article ends in; empty where a name stands in it."""
    tags = load_lexicon()
    head = ""
    for word in tokens.words[position : position + 7]:
        if word in ("'", "'s"):  # "the dockers' union"
            head = ""
            continue
        tag = tags.get(word, "NN" if word.islower() else "")
        if len(word) == 1 and word.isupper() and not head:
            continue  # "his B sample"
        if not word.islower() or tag in FUNCTION_TAGS or tag.startswith(("VB", "MD")):
            return head if not word[:1].isupper() else ""
        head = word if tag.startswith("NN") else head
    return head
