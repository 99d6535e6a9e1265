"""Names in a document -> the pronouns and descriptions that stand for them: "he", "it", "the U.S. company".

A description is taken only where exactly one actor fits: earlier in its sentence, else in the sentence before, else in
all the document so far. It refuses to choose between two.
"""

from collections.abc import Iterator, Mapping, Sequence

from timeline.actors._lexicon import lexicon
from timeline.actors._words import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    COUNTRY_NOUNS,
    FEMALE,
    GOVERNMENT_NOUNS,
    PERSON_NOUNS,
)
from timeline.actors.known import Entry
from timeline.actors.resolve import Named
from timeline.actors.tokens import Tokens

__all__ = ["infer"]

_ORGANISED = frozenset({"organisation", "body", "government", "country", "other"})
_PRONOUNS = {"he": "person", "she": "person", "it": "thing", "they": "many"}
_DUMMY = frozenset(
    """
    is was 's ’s has been would will may might can could seems seemed appears appeared remains remained became
    becomes takes took follows followed comes came marks marked means meant happens happened
    """.split(),
)
_CUES = frozenset("he He HE she She it It they They the The this This".split())
_REACH = 300  # mentions that a description may look back over
_PLAIN_ROLES = frozenset(["former", "late", "new", "outgoing", "then"])
_WANTED = (
    (COMPANY_NOUNS, frozenset({"organisation", "other"})),
    (BODY_NOUNS, frozenset({"organisation", "government", "body", "other"})),
    (PERSON_NOUNS, frozenset({"person"})),
    (COUNTRY_NOUNS, frozenset({"country"})),
)


def infer(tokens: Tokens, named: Sequence[Named], matches: Mapping[int, Entry]) -> list[Named]:
    """`named` and the descriptions that stand for one of them, in order, none within another."""
    told: dict[int, list[Named]] = {}
    result: list[Named] = []
    taken = {position for one in named for position in range(one.first, one.last)}
    cues = [(position, None) for position, word in enumerate(tokens.words) if word in _CUES and position not in taken]
    for position, one in sorted([*cues, *((one.first, one) for one in named)], key=lambda pair: pair[0]):
        who = one or _description(tokens, position, told, result[-_REACH:], matches)
        if who is None or (result and who.first < result[-1].last):
            continue
        result.append(who)
        told.setdefault(tokens.sentence[position], []).append(who)
    return result


def _description(
    tokens: Tokens,
    position: int,
    told: Mapping[int, list[Named]],
    everybody: Sequence[Named],
    matches: Mapping[int, Entry],
) -> Named | None:
    """The description that begins at `position`, with the one actor it fits."""
    word = tokens.words[position].lower()
    if word in _PRONOUNS:
        return _pronoun(tokens, position, word, told)
    return _phrase(tokens, position, told, everybody, matches)


def _pronoun(tokens: Tokens, position: int, word: str, told: Mapping[int, list[Named]]) -> Named | None:
    """The one actor a pronoun fits."""
    if word == "it" and (tokens.words[position + 1] in _DUMMY or not _is_subject(tokens, position)):
        return None
    if word == "they":
        fits = [one for one in _nearby(tokens, position, told) if _is_plural(tokens, one)]
        return _the_one(position, position + 1, fits)
    female = word in FEMALE
    for group in _scopes(tokens, position, told):
        if word == "it":
            fits = [one for one in group if one.kind in _ORGANISED]
        else:
            fits = [one for one in group if one.kind == "person" and one.female in (None, female)]
            fits = fits or [one for one in group if one.kind == "other"]
        if fits:
            return _the_one(position, position + 1, fits)
    return None


def _is_subject(tokens: Tokens, position: int) -> bool:
    """Whether a verb follows "it"."""
    following = tokens.words[position + 1]
    tag = lexicon().get(following, "VBD" if following.endswith("ed") else "")
    if tag == "RB":
        tag = lexicon().get(tokens.words[position + 2], "VBD" if tokens.words[position + 2].endswith("ed") else "")
    return tag.startswith("VB") or (tag.startswith("NNS") and following.endswith("s"))


def _is_plural(tokens: Tokens, named: Named) -> bool:
    """Whether the words of a mention are plural: "Chinese authorities"."""
    word = tokens.words[named.last - 1]
    return word in GOVERNMENT_NOUNS and word.endswith("s")


def _scopes(tokens: Tokens, position: int, told: Mapping[int, list[Named]]) -> Iterator[list[Named]]:
    """The actors of this sentence so far, then those of the sentence before."""
    here = tokens.sentence[position]
    yield told.get(here, [])
    yield told.get(here - 1, [])


def _nearby(tokens: Tokens, position: int, told: Mapping[int, list[Named]]) -> list[Named]:
    """The actors of the first scope that has any."""
    return next((group for group in _scopes(tokens, position, told) if group), [])


def _the_one(first: int, last: int, fits: Sequence[Named]) -> Named | None:
    """An inferred mention of the only actor in `fits`; None if they are several."""
    if len({one.name for one in fits}) != 1:
        return None
    who = fits[-1]
    return Named(
        first=first,
        last=last,
        name=who.name,
        kind=who.kind,
        form=who.form,
        country=who.country,
        female=who.female,
        inferred=True,
    )


def _phrase(
    tokens: Tokens,
    position: int,
    told: Mapping[int, list[Named]],
    everybody: Sequence[Named],
    matches: Mapping[int, Entry],
) -> Named | None:
    """The one actor that a description with an article fits: "the company", "the Californian company"."""
    last, noun, country = _noun_phrase(tokens, position, matches)
    if not noun:
        return None
    if noun == "administration":
        return _administration(position, last, everybody)
    kinds = frozenset[str]().union(*(kinds for nouns, kinds in _WANTED if noun in nouns))
    if noun in BODY_NOUNS:
        same = [one for one in everybody if noun.capitalize() in one.name.split(" ")]
        if same:
            return _the_one(position, last, same)
    groups = [*_scopes(tokens, position, told), everybody]
    for group in groups if country else []:
        fits = [one for one in group if one.kind in kinds and one.country == country]
        if fits:
            return _the_one(position, last, fits)
    for group in groups if noun in COMPANY_NOUNS else groups[:-1]:
        fits = [one for one in group if one.kind in kinds and not (country and one.country)]
        fits = [one for one in fits if one.kind != "other"] or fits
        if fits:
            return _the_one(position, last, fits)
    return None


def _administration(first: int, last: int, everybody: Sequence[Named]) -> Named | None:
    """The one administration named so far."""
    fits = [one for one in everybody if one.name.endswith(" administration")]
    return _the_one(first, last, fits)


def _noun_phrase(tokens: Tokens, position: int, matches: Mapping[int, Entry]) -> tuple[int, str, str]:
    """The end of a describing phrase, its noun and the country it names; an empty noun where it is none."""
    tags = lexicon()
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
        noun = word.lower() if word.islower() else ""
        if noun == "administration" or any(noun in nouns for nouns, _ in _WANTED):
            following = tokens.words[step + 1]
            compound = (
                following.islower() and tags.get(following, "NN").startswith("NN") and not following.endswith("ed")
            )
            if compound and tags.get(following) and not _reads_as_verb(following):
                step += 1
                continue
            if following in ("of", "for", "that", "which", "in") or following[:1].isupper():
                break
            if (
                noun in PERSON_NOUNS
                and step > position + 1
                and not country
                and tokens.words[step - 1] not in _PLAIN_ROLES
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
