"""Names in a document -> the pronouns and descriptions that stand for them: "he", "it", "the U.S. company".

The nearest sentence with a fitting actor tells, up to three before its own; of several the one it is about. Kind and
gender must fit. Where a sentence is about somebody unnamed whom the pronoun fits, it stands for nobody.
"""

from collections.abc import Collection, Mapping, Sequence

from timeline.actors._lexicon import load_lexicon
from timeline.actors._words import (
    BODY_NOUNS,
    CALENDAR,
    COMPANY_NOUNS,
    COUNTRY_NOUNS,
    PERSON_NOUNS,
    RULING,
    TITLES,
)
from timeline.actors.fitting import OFFICES, list_callings, names_fitting, names_trade
from timeline.actors.known import Entry
from timeline.actors.nearby import find_issuer, infer_mention, infer_only, list_scopes, stands_aside
from timeline.actors.pronouns import PRONOUNS, infer_pronoun
from timeline.actors.resolve import Named
from timeline.actors.salience import find_subject_actor
from timeline.actors.tokens import NameTokens

__all__ = ["infer"]

_BODIES = frozenset({"organisation", "body", "government"})
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
    issuer = find_issuer(tokens, named)
    called = {one.first: list_callings(tokens, one) for one in named}
    taken = {position for one in named for position in range(one.first, one.last)}
    cues = [(position, None) for position, word in enumerate(tokens.words) if word in _CUES and position not in taken]
    for position, one in sorted([*cues, *((one.first, one) for one in named)], key=lambda pair: pair[0]):
        who = one or _infer_description(tokens, position, told, result[-_REACH:], matches, called)
        if who is not None and issuer is not None and who.inferred and _says_company(tokens, who):
            who = infer_mention(who.first, who.last, issuer)
        if who is None or (result and who.first < result[-1].last):
            continue
        result.append(who)
        told.setdefault(tokens.sentence[position], []).append(who)
    return result


def _says_company(tokens: NameTokens, who: Named) -> bool:
    """Whether a description is "the company" or "the group" alone, which a press release says of who issues it."""
    words = [word.lower() for word in tokens.words[who.first : who.last]]
    return words in (["the", "company"], ["the", "group"], ["the", "firm"])


def _infer_description(
    tokens: NameTokens,
    position: int,
    told: Mapping[int, list[Named]],
    everybody: Sequence[Named],
    matches: Mapping[int, Entry],
    called: Mapping[int, Collection[str]],
) -> Named | None:
    """The description that begins at `position`, with the one actor it fits."""
    word = tokens.words[position].lower()
    if word in PRONOUNS:
        return infer_pronoun(tokens, position, word, told)
    found = _infer_phrase(tokens, position, told, everybody, matches, called)
    named = found is not None and found.kind == "person" and _is_named_behind(tokens, found.last)
    return None if named else found


def _infer_phrase(
    tokens: NameTokens,
    position: int,
    told: Mapping[int, list[Named]],
    everybody: Sequence[Named],
    matches: Mapping[int, Entry],
    called: Mapping[int, Collection[str]],
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
            return infer_only(position, last, same[-1:] if noun in PERSON_NOUNS else same)
    asked = everybody if noun in OFFICES or noun in BODY_NOUNS else ()
    bearers = [one for one in asked if one.kind in kinds and noun in called.get(one.first, ())]
    if noun in BODY_NOUNS and bearers and not country:
        return infer_only(position, last, bearers)  # "a group calling itself Acme", then "the group"
    groups = [*(group for _, group in list_scopes(tokens, position, told)), everybody]
    if noun in OFFICES:
        groups = [_list_in_office(group, bearers) for group in groups]
    for group in groups if country else []:
        fits = [one for one in group if one.kind in kinds and one.country == country]
        if fits:
            return infer_only(position, last, fits)
    return _infer_nearest(tokens, (position, last), noun, country, kinds, groups)


def _is_named_behind(tokens: NameTokens, last: int) -> bool:
    """Whether the name of who is described stands between commas behind it: "The prime minister, Elena Costa, quit"."""
    words = tokens.words[last : last + 4]
    return len(words) == 4 and words[0] == words[3] == "," and all(word[:1].isupper() for word in words[1:3])


def _list_in_office(group: Sequence[Named], bearers: Sequence[Named]) -> list[Named]:
    """Those of `group` who may hold an office: nobody is the mayor whom nothing calls so."""
    names = {one.name for one in bearers}
    return [one for one in group if one.country or one.name in names]


def _infer_nearest(
    tokens: NameTokens,
    phrase: tuple[int, int],
    noun: str,
    country: str,
    kinds: frozenset[str],
    groups: Sequence[Sequence[Named]],
) -> Named | None:
    """The one actor of the nearest group that a noun fits; who only stands aside in it if there is no other."""
    position, last = phrase
    aside: Sequence[Named] = []
    for group in groups if noun in COMPANY_NOUNS else groups[:-1]:
        fits = [one for one in names_fitting(tokens, group, noun, kinds) if not (country and one.country)]
        if fits:
            about = find_subject_actor(tokens, fits)
            if about is None and stands_aside(tokens, fits):
                aside = aside or fits
                continue
            return infer_mention(position, last, about) if about else infer_only(position, last, fits)
    return infer_only(position, last, aside)


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
    for _, group in list_scopes(tokens, position, told):
        if fits := [one for one in group if one.kind == "person"]:
            about = find_subject_actor(tokens, fits)
            return infer_mention(position, last, about) if about else infer_only(position, last, fits)
    return None


def _infer_by_last_word(tokens: NameTokens, position: int, everybody: Sequence[Named]) -> Named | None:
    """The one body whose name ends in the word after "the": "the trust" for Selby Harbour Trust."""
    word, following = tokens.words[position + 1], tokens.words[position + 2]
    if not word.islower() or following in ("of", "for", "-", "in") or following[:1].isupper():
        return None
    fits = [one for one in everybody if one.kind in _BODIES and one.name.split(" ")[-1] == word.capitalize()]
    compound = load_lexicon().get(following, "").startswith("NN") and not _reads_as_verb(following)
    return infer_only(position, position + 2, fits) if fits and not compound else None


def _infer_administration(first: int, last: int, everybody: Sequence[Named]) -> Named | None:
    """The one administration named so far."""
    fits = [one for one in everybody if one.name.endswith(" administration")]
    return infer_only(first, last, fits)


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
