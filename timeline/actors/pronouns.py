"""A pronoun -> the actor it stands for: the one its nearest sentence is about, where kind and gender fit.

It stands for nobody where that sentence is about somebody or something unnamed whom it fits.
"""

import bisect
from collections.abc import Mapping, Sequence

from timeline.actors._lexicon import load_lexicon
from timeline.actors._words import FEMALE, GOVERNMENT_NOUNS, RULING
from timeline.actors.fitting import passes_on
from timeline.actors.listed import signs_report
from timeline.actors.nearby import infer_mention, infer_only, list_nearby, list_scopes, stands_aside
from timeline.actors.resolve import Named
from timeline.actors.salience import (
    PEOPLE,
    UNNAMED_PERSON,
    UNNAMED_THING,
    find_subject_actor,
    find_unnamed_subject,
    find_unnamed_teller,
    names_nobody,
)
from timeline.actors.tokens import NameTokens

__all__ = ["PRONOUNS", "infer_pronoun"]

PRONOUNS = frozenset("he she it they his her its".split())
_ORGANISED = frozenset({"organisation", "body", "government", "country", "other"})
_DUMMY = frozenset(
    """
    seems seemed appears appeared remains remained takes took happens happened means meant follows followed comes came
    marks marked emerges emerged transpires transpired turns turned
    """.split()
)
_BE = frozenset("is was 's be been".split())
_HELPERS = frozenset("has had will would may might can could must should also now not later since".split())
_HEARSAY = frozenset(
    """
    said reported thought believed expected announced revealed claimed alleged understood hoped estimated decided feared
    rumoured rumored argued known suggested noted agreed
    """.split()
)


def infer_pronoun(tokens: NameTokens, position: int, word: str, told: Mapping[int, list[Named]]) -> Named | None:
    """The one actor a pronoun fits."""
    if word == "it" and (_is_dummy(tokens, position) or not _is_subject(tokens, position)):
        return None
    of_thing = word in ("it", "they") and _is_of_thing(tokens, position)
    of_thing = of_thing or (
        word == "it"
        and (
            _is_told_by_thing(tokens, position, told)
            or _is_told_by_unknown(tokens, position, told)
            or _is_ruled_on(tokens, position)
        )
    )
    if of_thing or (word == "her" and not _owns(tokens, position)) or _is_of_kin(tokens, position, word, told):
        return None
    if word == "they":
        fits = [one for one in list_nearby(tokens, position, told) if _is_plural(tokens, one)]
        return infer_only(position, position + 1, fits)
    thing = word in ("it", "its")
    rival = UNNAMED_THING if thing else UNNAMED_PERSON
    for number, group in list_scopes(tokens, position, told):
        fits = (
            _list_fitting_it(tokens, group, firm=_is_of_firm(tokens, position, word))
            if thing
            else _list_fitting_person(tokens, group, female=word in FEMALE)
        )
        about = find_subject_actor(tokens, fits)
        if about is None and not thing and fits and fits[0].kind == "other":
            continue  # "told People she had gone": who is spoken to is not who is spoken of
        led = thing and bool(fits) and stands_aside(tokens, fits)  # "the firm closed a round led by Acme. It sold"
        if about is None and (
            led
            or find_unnamed_subject(tokens, number, position) == rival
            or (not thing and not fits and names_nobody(tokens, number, position))
            or (word == "it" and not fits and _closes_with_text(tokens, number))
        ):
            return None  # "The judge spoke. He ...", "pulled a girl from the rubble. Her mother ..."
        if fits:
            return infer_mention(position, position + 1, about) if about else infer_only(position, position + 1, fits)
    return None


def _is_of_kin(tokens: NameTokens, position: int, word: str, told: Mapping[int, list[Named]]) -> bool:
    """Whether somebody's kin of the pronoun's sex stand before it, unnamed: "whose husband died after his scan"."""
    kin = _KINSWOMEN if word in FEMALE else _KINSMEN if word in ("he", "his", "him") else frozenset()
    last = next((i for i in reversed(_list_near(tokens, position)) if tokens.words[i] in kin), -1)
    return last >= 0 and not any(one.first > last for one in told.get(tokens.sentence[position], []))


def _list_near(tokens: NameTokens, position: int) -> list[int]:
    """The words shortly before `position` in its sentence."""
    here = tokens.sentence[position]
    return [i for i in range(max(0, position - _NEAR), position) if tokens.sentence[i] == here]


_NEAR = 10  # words
_KINSMEN = frozenset("husband father son brother grandfather grandson uncle nephew stepfather boyfriend".split())
_KINSWOMEN = frozenset("wife mother daughter sister grandmother granddaughter aunt niece stepmother girlfriend".split())


def _closes_with_text(tokens: NameTokens, number: int) -> bool:
    """Whether a sentence ends in something written that may speak next: "Hull published her report. It says ..."."""
    last = bisect.bisect_right(tokens.sentence, number) - 2
    return last > 0 and tokens.words[last] in _TEXTS


_TEXTS = frozenset(
    "report reports letter statement study review ruling memo document audit survey paper bill law".split()
)


def _is_of_firm(tokens: NameTokens, position: int, word: str) -> bool:
    """Whether only a firm has or suffers what follows: "its shares", "it was fined"."""
    following = tokens.words[position + 1]
    fined = following in ("was", "is") and tokens.words[position + 2] in _DONE_TO_FIRMS
    return following in _OF_FIRMS if word == "its" else fined


_DONE_TO_FIRMS = frozenset("fined prosecuted convicted penalised penalized delisted nationalised privatised".split())


def _list_fitting_it(tokens: NameTokens, group: Sequence[Named], *, firm: bool = False) -> list[Named]:
    """Those that "it" can mean; a country has no chairman and no shares, and an agency tells what it signs."""
    kinds = _ORGANISED - {"country", "government"} if firm else _ORGANISED
    ruling = [one for one in group if firm and one.first and tokens.words[one.first - 1].lower() in RULING]
    fits = [one for one in group if one.kind in kinds and one not in ruling]
    return [one for one in fits if not signs_report(tokens, one.first, one.last) and not passes_on(tokens, one)]


_OF_FIRMS = frozenset(
    "chairman chairwoman shares shareholders stock headquarters factory plant employees board".split()
)


def _list_fitting_person(tokens: NameTokens, group: Sequence[Named], *, female: bool) -> list[Named]:
    """People of the sex, else names of unknown kind that own nobody: "Harrow's chairman resigned. He ..."."""
    fits = [one for one in group if one.kind == "person" and one.female in (None, female)]
    unknown = [one for one in group if one.kind == "other"]
    return fits or [
        one for one in unknown if not (tokens.words[one.last] == "'s" and tokens.words[one.last + 1] in PEOPLE)
    ]


def _owns(tokens: NameTokens, position: int) -> bool:
    """Whether a noun follows "her"."""
    return load_lexicon().get(tokens.words[position + 1], "").startswith(("NN", "JJ"))


def _is_dummy(tokens: NameTokens, position: int) -> bool:
    """Whether "it" stands for nothing: "it was late", "it is said that", but not "it was founded", "it has sold"."""
    step = position + 1
    while tokens.words[step] in _HELPERS:
        step += 1
    if tokens.words[step] in _DUMMY:
        return True
    if tokens.words[step] not in _BE:
        return False
    while tokens.words[step] in _BE | _HELPERS or load_lexicon().get(tokens.words[step]) == "RB":
        step += 1
    word = tokens.words[step]
    done = word.endswith("ed") or load_lexicon().get(word, "") in ("VBN", "VBD", "VBG")
    return not done or word in _HEARSAY


def _is_told_by_thing(tokens: NameTokens, position: int, told: Mapping[int, list[Named]]) -> bool:
    """Whether something without a name tells what "it" opens: "a mill admitted that it", not "the firm said it"."""
    teller, sort = find_unnamed_teller(tokens, position)
    named = any(one.first == teller for one in told.get(tokens.sentence[position], []))
    return sort == UNNAMED_THING and not named


def _is_told_by_unknown(tokens: NameTokens, position: int, told: Mapping[int, list[Named]]) -> bool:
    """Whether capitals that nobody knows open the sentence that says what "it" did: "Wild Not Caged said it"."""
    here = tokens.sentence[position]
    first = bisect.bisect_left(tokens.sentence, here)
    opens = all(word[:1].isupper() for word in tokens.words[first : first + 2]) and first + 2 < position
    says = tokens.words[position - 1 - (tokens.words[position - 1] == "that")] in ("said", "says")
    return opens and says and not any(one.first < first + 2 for one in told.get(here, []))


def _is_ruled_on(tokens: NameTokens, position: int) -> bool:
    """Whether a ruling says it of what was before the court: "struck down a law, ruling by four to one that it"."""
    ruled = any(tokens.words[i] in _RULES for i in _list_near(tokens, position))
    return ruled and tokens.words[position - 1] == "that"


_RULES = frozenset("ruling ruled rules holding upholding".split())


def _is_of_thing(tokens: NameTokens, position: int) -> bool:
    """Whether "it" or "they" do what no firm or body does: "the owner was warned weeks before it sank"."""
    step = position + 1
    while tokens.words[step] in _BE | _HELPERS:
        step += 1
    done_to = tokens.words[step - 1] in _BE and tokens.words[step] in _DONE_TO_TEXTS
    return done_to or tokens.words[step] in _DONE_BY_THINGS


_DONE_TO_TEXTS = frozenset("drafted leaked published quashed ratified read released tabled unveiled written".split())
_DONE_BY_THINGS = frozenset(
    """
    capsized capsizes crashed crashes derailed docked erupted erupts exploded explodes ignited sailed sank sinks
    skidded sunk swerved tilted toppled veered
    """.split()
)


def _is_subject(tokens: NameTokens, position: int) -> bool:
    """Whether a verb follows "it"."""
    following = tokens.words[position + 1]
    tag = load_lexicon().get(following, "VBD" if following.endswith("ed") else "")
    if tag == "RB":
        tag = load_lexicon().get(tokens.words[position + 2], "VBD" if tokens.words[position + 2].endswith("ed") else "")
    return tag.startswith("VB") or (tag.startswith("NNS") and following.endswith("s"))


def _is_plural(tokens: NameTokens, named: Named) -> bool:
    """Whether the words of a mention are plural: "Chinese authorities"."""
    word = tokens.words[named.last - 1]
    return word in GOVERNMENT_NOUNS and word.endswith("s")
