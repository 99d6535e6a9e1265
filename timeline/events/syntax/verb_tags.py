"""A word that can be a verb, and the tags before it -> its tag: ordered rules for each form of the verb.

What only the rest of the sentence can tell comes out open (``VBD?``, ``VBZ?``, ``VB?``); `open_tags` decides it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.syntax.lexicon import find_lemma, find_usual_tag, is_verb, list_verb_forms
from timeline.events.words import cues, tagset, verbs

__all__ = ["find_word_before", "opens_noun", "tag_verb"]


_UNTIL_SETTLED = {"VBZ?": "NNS", "VB?": "NN"}
"""What an open tag is to the words after it."""


class _Place(NamedTuple):
    """A word in its sentence: the words in lower case, their tags so far, where it and the word before it stand."""

    low: Sequence[str]
    tags: Sequence[str]
    i: int
    before: int

    @property
    def word(self) -> str:
        return self.low[self.i]

    @property
    def prior(self) -> str:
        """The tag of the word before it that is no adverb, "" at the start."""
        tag = self.tags[self.before] if self.before >= 0 else ""
        return _UNTIL_SETTLED.get(tag, tag)

    @property
    def follows(self) -> str:
        """The tag of the next word, "" at the end."""
        return self.tags[self.i + 1] if self.i + 1 < len(self.tags) else ""

    @property
    def opens_noun(self) -> bool:
        """Whether a noun phrase without its article follows."""
        return opens_noun(self.tags, self.i + 1)

    def is_after(self, helpers: frozenset[str]) -> bool:
        """Whether a helping verb stands before it."""
        k = self.before - (self.before > 0 and self.tags[self.before] == '"')  # was "shocked"
        return k >= 0 and self.low[k] in helpers and self.tags[k] != "POS"


def find_word_before(tags: Sequence[str], i: int) -> int:
    """Where the word before `i` stands that is no adverb, nor a date behind a modal; -1 at the start."""
    j = i - 1
    while j >= 0 and tags[j] == "RB":
        j -= 1
    if j > 0 and tags[j] == "DATE":
        helper = j - 1 - (tags[j - 1] == "IN")
        return helper if helper >= 0 and tags[helper] == "MD" else j  # "will on Monday publish"
    return j


def opens_noun(tags: Sequence[str], i: int) -> bool:
    """Whether a noun phrase without its article goes on at `i`."""
    return i < len(tags) and (tags[i] in tagset.NOUNS or tags[i] in ("JJ", "JJR", "JJS", "CD", "VBN", "VBG"))


def tag_verb(low: Sequence[str], tags: Sequence[str], i: int) -> str:
    """The tag of the word at `i`, which is a form of some verb."""
    place = _Place(low=low, tags=tags, i=i, before=find_word_before(tags, i))
    forms = list_verb_forms(low[i])
    if "VBG" in forms:
        return _tag_ing(place)
    if "VBD" in forms or "VBN" in forms:
        return _tag_past(place)
    return _tag_third_person(place) if "VBZ" in forms else _tag_base(place)


def _tag_ing(place: _Place) -> str:  # noqa: PLR0911 one return a rule
    """An -ing form: a noun after an article, a verb after "be" and most elsewhere."""
    usual = find_usual_tag(place.word)
    missed = place.word == "missing" and place.before >= 0 and find_lemma(place.low[place.before]) in _MISSED
    if missed or _is_judgement(place) or (place.word in _ADJECTIVES and place.opens_noun):
        return "JJ"
    if place.is_after(verbs.BE):
        return "VBG"
    if place.prior in ("NN", "NNP") and place.low[place.i + 1 : place.i + 2] in _BODIES:
        return "JJ"  # "the state canvassing board": a body that something is done to has its article
    if place.follows in ("NN", "NNS") and _tells_how_it_goes(place):
        return "JJ"
    opens = place.prior in ("", "CC") or (place.prior == "IN" and place.low[place.before] in cues.SUBORDINATORS)
    if opens and (place.follows[:3] in ("VBD", "VBZ") or place.follows == "MD"):
        return "NN"  # "Fighting broke out", "but shelling resumed", "found that understaffing had"
    if place.prior in tagset.BEFORE_NOUN:
        return "NN" if usual == "NN" or not place.opens_noun else "JJ"
    if place.word == "crossing" and place.prior == "NN" and place.follows in ("IN", "DATE", ".", ","):
        return "NN"  # "at a border crossing"
    listed = place.prior == "CC" and place.before > 0 and place.tags[place.before - 1] in (*tagset.NOUNS, "JJ")
    if listed and place.follows in ("NN", "NNS") and "VBG" not in place.tags[: place.before]:
        return "JJ"  # "dogs and cutting equipment"
    if place.before >= 0 and place.low[place.before] in ("chief", "deputy", "senior") and place.follows == "NN":
        return "JJ"  # "chief operating officer"
    leads_on = place.prior == "IN" and place.follows == "TO"  # "accused of planning to invade"
    return usual if usual in ("NN", "JJ", "IN") and not leads_on else "VBG"


def _is_judgement(place: _Place) -> bool:
    """Whether an -ing form stands alone between quotation marks and does nothing: 'called the memo "damning"'."""
    alone = place.i > 0 and place.tags[place.i - 1] == '"' == place.follows and not place.is_after(verbs.BE)
    return alone and place.tags[place.i + 2 : place.i + 3] not in (["DT"], ["PRP$"], ["NNP"], ["CD"])


def _tells_how_it_goes(place: _Place) -> bool:
    """Whether an -ing form says how the noun behind it goes: "faced falling sales", but "considered growing crops"."""
    lemma = find_lemma(place.word)
    if lemma in verbs.GOING_BY_ITSELF:
        return place.low[place.i + 1] not in ("foul", "prey", "victim")
    if lemma not in verbs.GOING_OR_MADE_TO_GO or place.before < 0:
        return False
    before = place.low[place.before]
    if place.prior == ",":
        return _closes_bare_part(place)
    return before in _AMID or (place.prior[:2] == "VB" and find_lemma(before) in verbs.MEETING)


def _closes_bare_part(place: _Place) -> bool:
    """Whether the comma before it parts it from another noun of a list: "costs; debts, shrinking sales and losses"."""
    start = place.before
    while start > 0 and place.tags[start - 1] in (*tagset.NOUNS, "JJ"):
        start -= 1
    meets = place.tags[start - 1][:2] == "VB" and find_lemma(place.low[start - 1]) in verbs.MEETING
    return start < place.before and (not start or meets or place.tags[start - 1] in (",", ":", "CC"))


_BODIES = [["agency"], ["board"], ["body"], ["commission"], ["committee"], ["panel"], ["regulator"], ["watchdog"]]
_AMID = frozenset("amid amidst despite with over in to".split())
_MISSED = frozenset("be go report list remain declare believe".split())
_ADJECTIVES = frozenset(
    """neighboring neighbouring surrounding remaining leading ongoing existing outgoing incoming upcoming forthcoming
    pending winning losing outstanding""".split()
)
"""Before a noun they only describe it: "the capital of neighbouring Ruritania"."""


def _tag_past(place: _Place) -> str:
    """A form that can be past or participle."""
    forms = list_verb_forms(place.word)
    participle = "VBN" if "VBN" in forms else "VBD"
    prior = place.prior
    if not prior:
        opening = place.word.endswith("ed") and place.follows and not place.opens_noun
        return "VBN" if opening else _tag_past_or_noun(place)
    if place.is_after(verbs.HAVE | verbs.BE) or place.low[place.before] in ("get", "got", "gets") or prior == "WRB":
        return participle
    if place.before == 1 and place.low[:2] == ["among", "those"] and place.follows in ("IN", "DATE", "VBD", "RB"):
        return participle  # "Among those arrested on Monday was"
    if prior in ("MD", "TO") or place.is_after(verbs.DO):
        return "VB" if "VB" in forms else ("NN" if find_usual_tag(place.word) == "NN" else participle)
    return _tag_past_in_phrase(place, participle)


def _tag_past_in_phrase(place: _Place, participle: str) -> str:
    """The same after a noun phrase, inside one, or after "and"."""
    prior, usual = place.prior, find_usual_tag(place.word)
    opener = place.tags[place.before - 1] if place.before else ""
    lasting = prior == "DATE" and opener in tagset.BEFORE_NOUN and place.opens_noun  # "the 90-minute closed session"
    if lasting or (prior == "CD" and opener == "IN" and place.follows == "NNS"):
        return "JJ"  # "the first of 400 prefabricated homes"
    counted = prior == "CD" and place.before and place.tags[place.before - 1] in tagset.BEFORE_NOUN
    paired = prior in tagset.BEFORE_NOUN and place.follows == "CC" and place.i + 2 < len(place.low) and usual != "NN"
    if paired and "VBN" in list_verb_forms(place.low[place.i + 2]):
        return "JJ"  # "all distributed and supported versions"
    if prior in tagset.BEFORE_NOUN or (counted and "VB" in list_verb_forms(place.word)):
        return "JJ" if place.opens_noun and usual[:2] != "NN" else "NN"
    if prior == "IN" or prior[:2] == "VB":
        return _tag_past_behind_verb(place, participle)
    if prior == "CC":
        return _tag_past_after_and(place)
    return _tag_past_or_noun(place)


def _tag_past_behind_verb(place: _Place, participle: str) -> str:
    """After a verb or preposition: a noun, an adjective before one, else a participle, or the verb of what was told."""
    usual = find_usual_tag(place.word)
    if place.prior in ("VB", "VBN") and usual == "VBD" and place.follows in _OBJECT and not place.word.endswith("ed"):
        return "VBD?"  # "news that the mill will close sent shares down"
    return "NN" if usual == "NN" else "JJ" if place.opens_noun else participle


_OBJECT = frozenset(("NNS", "NNP", "DT", "PRP$"))


def _tag_past_or_noun(place: _Place) -> str:
    """A noun that is also a past ("shot") is one before an article or name, the noun elsewhere."""
    if find_usual_tag(place.word) not in ("NN", "JJ") or place.word.endswith("ed"):
        return "VBD?"
    return "VBD?" if place.follows in tagset.AFTER_VERB - {"NN", "WRB", "DATE", "NNPS"} else "NN"


def _tag_past_after_and(place: _Place) -> str:
    """After "and": one more verb where a verb came before, else an adjective before its noun."""
    acts = any(t[:2] == "VB" or t == "MD" for t in place.tags[: place.before])
    if place.before and place.tags[place.before - 1] in ("JJ", "VBN") and place.opens_noun:
        return "JJ"
    return "VBD?" if acts or not place.opens_noun else "JJ"


def _tag_third_person(place: _Place) -> str:
    """An -s form: a plural noun or a verb in the present."""
    if _is_of_owner(place):
        return "VBZ"
    prior, usual = place.prior, place.tags[place.i]
    if prior in ("PRP", "WP", "WDT") and place.low[place.before] not in ("them", "him", "us", "me"):
        return "VBZ"
    if prior in tagset.BEFORE_NOUN or prior in ("IN", "TO", "VBG", "", "CD") or prior[:2] == "VB":
        return "NNS"
    if (
        prior == "DATE"
        and place.before > 1
        and place.tags[place.before - 1] == "CC"
        and place.low[place.before] in _NOW
    ):
        return "VBZ"  # "left the firm and now lives in Hull"
    if usual == "VBZ":
        return "VBZ" if prior not in ("NN", "NNS") else "VBZ?" if prior == "NN" else "NNS"
    return "VBZ?" if prior in ("NN", "NNP", '"', ",", ")", "DATE", "CC") else "NNS"


_NOW = frozenset(("now", "today"))


def _is_of_owner(place: _Place) -> bool:
    """Whether what somebody has does it: "whose term ends in May"."""
    owner = place.before
    while owner >= 0 and place.tags[owner] in (*tagset.NOUNS, "JJ"):
        owner -= 1
    owned = 0 <= owner < place.before and place.tags[owner] == "WP$"
    return owned and place.follows in ("IN", "TO", "DT", "DATE", "RB", "PRP$", "CD")


def _tag_base(place: _Place) -> str:  # noqa: PLR0911 one return a rule
    """A bare form: infinitive, plural present or noun."""
    prior, usual = place.prior, place.tags[place.i]
    if not prior:
        return usual
    if prior == "MD" or place.is_after(verbs.DO) or place.low[place.before] in ("let", "lets"):
        return "VB"
    if prior == "TO":
        return _tag_after_to(place)
    if prior == "PRP" and place.low[place.before] in ("i", "you", "we", "they"):
        return "VBP"
    if usual in ("VB", "VBP"):
        return _tag_base_of_verb(place)
    if prior in ("WP", "WDT") and place.follows in (*tagset.AFTER_VERB - {"JJ", "WRB"}, ".", ","):
        return "VBP"
    plural = prior == "NNS" and usual == "NN" and place.follows in ("DT", "PRP$", "PRP", "NNP", "WRB", "TO")
    return "VB?" if plural else usual


def _tag_base_of_verb(place: _Place) -> str:
    """The same of a word that is mostly a verb."""
    prior = place.prior
    if prior in tagset.BEFORE_NOUN or prior in ("IN", "CD", "POS", "VBG"):
        return "NN"
    if prior in ("WP", "WDT", "NNS", "NNPS", "PRP"):
        let = any(word in ("let", "lets", "letting") for word in place.low[max(0, place.before - 3) : place.before])
        return "VB" if let else "VBP"  # "willing to let large firms fail"
    if prior == "CC":
        return "VB" if any(t in ("VB", "VBP", "MD") for t in place.tags[: place.before]) else "VBP"
    if prior in tagset.NOUNS:
        bare = any(w == "that" or find_lemma(w) in tagset.WITH_BARE_VERB for w in place.low[: place.before])
        return "VB" if bare else "NN"
    return "VB" if prior == "VB" else "NN"


def _tag_after_to(place: _Place) -> str:
    """After "to": an infinitive, unless a verb of motion or the end of the phrase makes it a place or thing."""
    usual = place.tags[place.i]
    if usual == "NN":
        opener = place.low[place.before - 1] if place.before else ""
        thing = find_lemma(opener) in tagset.TO_A_THING and place.follows not in ("DT", "PRP$", "PRP", "NNP")
        return "NN" if thing else "VB"
    return "VB" if usual in ("VB", "VBP") or (usual == "JJ" and is_verb(place.word)) else usual
