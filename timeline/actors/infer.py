"""Names in a document -> the pronouns and descriptions that stand for them: "he", "it", "the U.S. company".

The nearest sentence with a fitting actor tells, up to three before its own; of several the one it is about. Kind and
gender must fit. Where a sentence is about somebody unnamed whom the pronoun fits, it stands for nobody.
"""

import bisect
import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from timeline.actors._lexicon import load_lexicon
from timeline.actors._words import (
    BODY_NOUNS,
    CALENDAR,
    COMPANY_NOUNS,
    COUNTRY_NOUNS,
    FEMALE,
    GOVERNMENT_NOUNS,
    PERSON_NOUNS,
    RULING,
    TITLES,
)
from timeline.actors.fitting import names_fitting, names_trade, passes_on
from timeline.actors.known import Entry
from timeline.actors.resolve import Named
from timeline.actors.salience import (
    UNNAMED_PERSON,
    UNNAMED_THING,
    find_subject_actor,
    find_unnamed_subject,
    find_unnamed_teller,
    names_nobody,
)
from timeline.actors.tokens import NameTokens

__all__ = ["infer"]

_ORGANISED = frozenset({"organisation", "body", "government", "country", "other"})
_PRONOUNS = frozenset("he she it they his her its".split())
_BODIES = frozenset({"organisation", "body", "government"})
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
_BEFORE = 3  # sentences that a pronoun or description looks back over: further back they are right less than half
_CUES = frozenset("he He HE she She It it They they his His her Her its Its The the This this".split())
_REACH = 300  # mentions that a description may look back over
_PLAIN_ROLES = frozenset(["former", "late", "new", "outgoing", "then", "prime"])
_WANTED = (
    (COMPANY_NOUNS, frozenset({"organisation", "other"})),
    (BODY_NOUNS, frozenset({"organisation", "government", "body", "other"})),
    (PERSON_NOUNS, frozenset({"person"})),
    (COUNTRY_NOUNS, frozenset({"country"})),
)


def infer(tokens: NameTokens, named: Sequence[Named], matches: Mapping[int, Entry]) -> list[Named]:
    """`named` and the descriptions that stand for one of them, in order, none within another."""
    told: dict[int, list[Named]] = {}
    result: list[Named] = []
    taken = {position for one in named for position in range(one.first, one.last)}
    cues = [(position, None) for position, word in enumerate(tokens.words) if word in _CUES and position not in taken]
    for position, one in sorted([*cues, *((one.first, one) for one in named)], key=lambda pair: pair[0]):
        who = one or _infer_description(tokens, position, told, result[-_REACH:], matches)
        if who is None or (result and who.first < result[-1].last):
            continue
        result.append(who)
        told.setdefault(tokens.sentence[position], []).append(who)
    return result


def _infer_description(
    tokens: NameTokens,
    position: int,
    told: Mapping[int, list[Named]],
    everybody: Sequence[Named],
    matches: Mapping[int, Entry],
) -> Named | None:
    """The description that begins at `position`, with the one actor it fits."""
    word = tokens.words[position].lower()
    if word in _PRONOUNS:
        return _infer_pronoun(tokens, position, word, told)
    return _infer_phrase(tokens, position, told, everybody, matches)


def _infer_pronoun(tokens: NameTokens, position: int, word: str, told: Mapping[int, list[Named]]) -> Named | None:
    """The one actor a pronoun fits."""
    if word == "it" and (_is_dummy(tokens, position) or not _is_subject(tokens, position)):
        return None
    of_thing = word in ("it", "they") and _is_of_thing(tokens, position)
    of_thing = of_thing or (word == "it" and _is_told_by_thing(tokens, position, told))
    if of_thing or (word == "her" and not _owns(tokens, position)):
        return None
    if word == "they":
        fits = [one for one in _list_nearby(tokens, position, told) if _is_plural(tokens, one)]
        return _infer_only(position, position + 1, fits)
    thing = word in ("it", "its")
    rival = UNNAMED_THING if thing else UNNAMED_PERSON
    for number, group in _list_scopes(tokens, position, told):
        fits = (
            _list_fitting_it(tokens, group, firm=_is_of_firm(tokens, position, word))
            if thing
            else _list_fitting_person(group, female=word in FEMALE)
        )
        about = find_subject_actor(tokens, fits)
        if about is None and not thing and fits and fits[0].kind == "other":
            continue  # "told People she had gone": who is spoken to is not who is spoken of
        if about is None and (
            find_unnamed_subject(tokens, number, position) == rival
            or (not thing and not fits and names_nobody(tokens, number, position))
            or (word == "it" and not fits and _closes_with_text(tokens, number))
        ):
            return None  # "The judge spoke. He ...", "pulled a girl from the rubble. Her mother ..."
        if fits:
            return _infer_mention(position, position + 1, about) if about else _infer_only(position, position + 1, fits)
    return None


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
    return [one for one in fits if not _signs(tokens, one) and not passes_on(tokens, one)]


def _signs(tokens: NameTokens, one: Named) -> bool:
    """Whether a name stands in brackets behind a place in capitals: "LIMA (Reuters) -", not "the Agency (EA)"."""
    bracketed = one.first > 1 and tokens.words[one.first - 1] == "(" and tokens.words[one.last] == ")"
    return bracketed and tokens.words[one.first - 2].isupper()


_OF_FIRMS = frozenset(
    "chairman chairwoman shares shareholders stock headquarters factory plant employees board".split()
)


def _list_fitting_person(group: Sequence[Named], *, female: bool) -> list[Named]:
    fits = [one for one in group if one.kind == "person" and one.female in (None, female)]
    return fits or [one for one in group if one.kind == "other"]


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


def _is_of_thing(tokens: NameTokens, position: int) -> bool:
    """Whether "it" or "they" do what no firm or body does: "the owner was warned weeks before it sank"."""
    step = position + 1
    while tokens.words[step] in _BE | _HELPERS:
        step += 1
    return tokens.words[step] in _DONE_BY_THINGS


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


def _list_scopes(
    tokens: NameTokens, position: int, told: Mapping[int, list[Named]]
) -> Iterator[tuple[int, list[Named]]]:
    """The number and actors of this sentence so far, then those of the sentences before, the nearest first."""
    here = tokens.sentence[position]
    for number in range(here, max(-1, here - _BEFORE - 1), -1):
        yield number, told.get(number, [])


def _list_nearby(tokens: NameTokens, position: int, told: Mapping[int, list[Named]]) -> list[Named]:
    """The actors of the first scope that has any."""
    return next((group for _, group in _list_scopes(tokens, position, told) if group), [])


def _infer_only(first: int, last: int, fits: Sequence[Named]) -> Named | None:
    """An inferred mention of the only actor in `fits`; None if they are several."""
    return _infer_mention(first, last, fits[-1]) if len({one.name for one in fits}) == 1 else None


def _infer_mention(first: int, last: int, who: Named) -> Named:
    """An inferred mention of `who`."""
    return dataclasses.replace(who, first=first, last=last, inferred=True)


def _infer_phrase(
    tokens: NameTokens,
    position: int,
    told: Mapping[int, list[Named]],
    everybody: Sequence[Named],
    matches: Mapping[int, Entry],
) -> Named | None:
    """The one actor that a description with an article fits: "the company", "the Californian company"."""
    last, noun, country = _read_noun_phrase(tokens, position, matches)
    if not noun:
        return _infer_aged(tokens, position, told, matches) or _infer_by_last_word(tokens, position, everybody)
    if noun == "administration":
        return _infer_administration(position, last, everybody)
    kinds = frozenset[str]().union(*(kinds for nouns, kinds in _WANTED if noun in nouns))
    kinds -= {"organisation", "other"} if noun in RULING else set()
    if noun in COMPANY_NOUNS | BODY_NOUNS | PERSON_NOUNS:
        role = "prime" if tokens.words[last - 2].lower() == "prime" else noun
        same = [one for one in everybody if one.kind in kinds and names_trade(tokens, one, noun, role)]
        if same:
            return _infer_only(position, last, same[-1:] if noun in PERSON_NOUNS else same)
    groups = [*(group for _, group in _list_scopes(tokens, position, told)), everybody]
    for group in groups if country else []:
        fits = [one for one in group if one.kind in kinds and one.country == country]
        if fits:
            return _infer_only(position, last, fits)
    aside: list[Named] = []
    for group in groups if noun in COMPANY_NOUNS else groups[:-1]:
        fits = [one for one in names_fitting(tokens, group, noun, kinds) if not (country and one.country)]
        if fits:
            about = find_subject_actor(tokens, fits)
            if about is None and _stands_aside(tokens, fits):
                aside = aside or fits
                continue
            return _infer_mention(position, last, about) if about else _infer_only(position, last, fits)
    return _infer_only(position, last, aside)


def _stands_aside(tokens: NameTokens, fits: Sequence[Named]) -> bool:
    """Whether they only say whose a thing is that a sentence is about: "rails supplied by Brannock cracked"."""
    return all(_is_by_participle(tokens, one) for one in fits)


def _is_by_participle(tokens: NameTokens, one: Named) -> bool:
    words, by = tokens.words, one.first - 1
    if by < 2 or words[by] != "by" or not words[by - 1].endswith(("ed", "n")):
        return False
    return load_lexicon().get(words[by - 2], "").startswith("NN")  # with a helper it is a sentence: "was bought by"


def _infer_aged(
    tokens: NameTokens, position: int, told: Mapping[int, list[Named]], matches: Mapping[int, Entry]
) -> Named | None:
    """The one person that an age stands for: "the 44-year-old", "the 44-year-old German"."""
    age, *years = tokens.words[position + 1 : position + 6]
    if not age.isdigit() or years != ["-", "year", "-", "old"]:
        return None
    last = position + 6
    last += len(matches[last].words) if last in matches and matches[last].use in ("adjective", "people") else 0
    following = tokens.words[last] if last < len(tokens.words) else ""
    if load_lexicon().get(following, "").startswith("NN") and not _reads_as_verb(following):
        return None  # "the 23-year-old man": any man
    for _, group in _list_scopes(tokens, position, told):
        if fits := [one for one in group if one.kind == "person"]:
            about = find_subject_actor(tokens, fits)
            return _infer_mention(position, last, about) if about else _infer_only(position, last, fits)
    return None


def _infer_by_last_word(tokens: NameTokens, position: int, everybody: Sequence[Named]) -> Named | None:
    """The one body whose name ends in the word after "the": "the trust" for Selby Harbour Trust."""
    word, following = tokens.words[position + 1], tokens.words[position + 2]
    if not word.islower() or following in ("of", "for", "-", "in") or following[:1].isupper():
        return None
    fits = [one for one in everybody if one.kind in _BODIES and one.name.split(" ")[-1] == word.capitalize()]
    compound = load_lexicon().get(following, "").startswith("NN") and not _reads_as_verb(following)
    return _infer_only(position, position + 2, fits) if fits and not compound else None


def _infer_administration(first: int, last: int, everybody: Sequence[Named]) -> Named | None:
    """The one administration named so far."""
    fits = [one for one in everybody if one.name.endswith(" administration")]
    return _infer_only(first, last, fits)


def _read_noun_phrase(tokens: NameTokens, position: int, matches: Mapping[int, Entry]) -> tuple[int, str, str]:
    """The end of a describing phrase, its noun and the country it names; an empty noun where it is none."""
    tags = load_lexicon()
    country = ""
    step = position + 1
    while step < min(position + 5, len(tokens)) and tokens.sentence[step] == tokens.sentence[position]:
        word = tokens.words[step]
        entry = matches.get(step)
        if entry:
            if entry.actor is None or entry.actor.kind not in ("country", "government"):
                break
            country = entry.actor.name if entry.actor.kind == "country" else ""
            step += len(entry.words)
            continue
        office = word in TITLES and word.lower() in PERSON_NOUNS  # "the Prime Minister"
        noun = word.lower() if word.islower() or office else ""
        if noun == "administration" or any(noun in nouns for nouns, _ in _WANTED):
            if noun == "bank" and tokens.words[step - 1] == "central":
                break  # no bank that was named
            following = tokens.words[step + 1]
            compound = (
                following.islower() and tags.get(following, "NN").startswith("NN") and not following.endswith("ed")
            )
            if compound and tags.get(following) and not _reads_as_verb(following):
                step += 1
                continue
            dated = following == "in" and tokens.words[step + 2] in CALENDAR
            if (following in ("of", "for", "that", "which", "in") and not dated) or following[:1].isupper():
                break
            if (
                noun in PERSON_NOUNS
                and step > position + 1
                and not country
                and tokens.words[step - 1].lower() not in _PLAIN_ROLES
            ):
                break
            return step + 1, noun, country
        if not word.isalpha() or not tags.get(word.lower(), "JJ").startswith(("JJ", "NN", "VBG", "VBN", "RB", "CD")):
            break
        step += 1
    return position, "", ""


def _reads_as_verb(word: str) -> bool:
    """Whether a word that the lexicon calls a noun is a verb at least as often after a subject."""
    return word in (
        "plans",
        "claims",
        "reports",
        "hopes",
        "needs",
        "aims",
        "moves",
        "calls",
        "faces",
        "posts",
        "offers",
    )
