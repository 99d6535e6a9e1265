"""Words -> the names of the list that stand there, and which of them mean an actor.

A country's name, its adjective and its seat are used for many things: only with the words around them do they stand for
those who govern it. This module holds those rules and no list.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from timeline.actors._lexicon import FUNCTION_TAGS, load_lexicon
from timeline.actors._names import GIVEN_NAMES
from timeline.actors._words import AGENT_CUES, CALENDAR, GOVERNMENT_NOUNS, LOCATIVES, OTHER_NOUNS
from timeline.actors.known import Actor, ActorList, Entry, leaves_country_out
from timeline.actors.tokens import NameTokens

__all__ = ["Found", "can_be_verb", "is_dateline", "is_function_word", "match_list", "means_actor", "signs_report"]


class Found(NamedTuple):
    """A name found: its words ``first`` to ``last``, the bare name within them, and what is known of it."""

    first: int
    last: int
    name_first: int
    name_last: int
    kind: str
    entry: Entry | None = None
    sure: bool = True  # False: the words may be ordinary ones that open a sentence
    guess: bool = False  # nothing but capitals speaks for a name


def match_list(tokens: NameTokens, known: ActorList) -> dict[int, Entry]:
    """The longest entry of the list at each word where one begins; entries within a longer one are left out."""
    words, sentence = tokens.words, tokens.sentence
    index = known.by_first_word
    found: dict[int, Entry] = {}
    end = 0
    for position in [position for position, word in enumerate(words) if word in index]:
        if position < end:
            continue
        for entry in index[words[position]]:
            last = position + len(entry.words)
            if tuple(words[position:last]) == entry.words and sentence[last - 1] == sentence[position]:
                found[position] = entry
                end = last
                break
    for position, entry in _find_shouted(tokens, known):
        found.setdefault(position, entry)
    return _without_other_countries(found)


def _without_other_countries(found: dict[int, Entry]) -> dict[int, Entry]:
    """`found`, in which a body's name that other countries' bodies have, too, is no more than that name.

    "Congress" is that of the United States, but in a text that names Peru alone it is Peru's.
    """
    shared = {
        position: entry.actor
        for position, entry in found.items()
        if entry.actor and leaves_country_out(entry.actor, entry.words)
    }
    if not shared:
        return found
    actors = [entry.actor for position, entry in found.items() if entry.actor and position not in shared]
    at_home = {a.country for a in actors if a.kind in ("government", "person")} | {a.name for a in actors}
    elsewhere = any(a.kind == "country" for a in actors)
    plain = {
        position: Entry(found[position].words, "name", Actor(name=" ".join(found[position].words), kind=actor.kind))
        for position, actor in shared.items()
        if elsewhere and actor.country not in at_home
    }
    return found | plain


def _find_shouted(tokens: NameTokens, known: ActorList) -> Iterator[tuple[int, Entry]]:
    """The names of the list where a line in capitals has them."""
    words = tokens.words
    for position in [position for position, word in enumerate(words) if word.isupper() and len(word) > 1]:
        if len(words[position]) > 4 or tokens.sentence[position] in tokens.shouted:
            for entry in known.by_first_capitals.get(words[position], ()):
                last = position + len(entry.words)
                if words[position:last] == [word.upper() for word in entry.words]:
                    yield position, entry
                    break


def means_actor(tokens: NameTokens, first: int, last: int, entry: Entry, matches: Mapping[int, Entry]) -> Found | None:
    """The actor that ``first`` to ``last`` stands for, as far as words of government reach; None if it is no actor."""
    actor = entry.actor
    if actor is None or _is_joined(tokens, last) or _is_other_acronym(tokens, first, last):
        return None
    reach, says = _read_following_nouns(tokens, last)
    places = bool(actor.seats or actor.adjectives) and actor.kind in ("country", "government", "body")
    if says == "government" and (places or entry.use == "adjective"):
        return Found(first, reach, first, reach, actor.kind, entry)
    if entry.use == "seat":
        return _find_seat(tokens, first, last, entry, matches)
    elsewhere = actor.kind == "government" and _read_before(tokens, first) in LOCATIVES  # "in Texas"
    if entry.use == "adjective" or (places and (says == "others" or elsewhere)):
        return None
    return Found(first, last, first, last, actor.kind, entry)


def _is_joined(tokens: NameTokens, last: int) -> bool:
    """Whether a hyphen makes the name part of an adjective: "Beijing-based", "U.S.-led"."""
    if tokens.words[last] not in ("-", "‑") or tokens.starts[last] != tokens.ends[last - 1]:
        return False
    return tokens.words[last + 1][:1].islower() and tokens.starts[last + 1] == tokens.ends[last]


def _is_other_acronym(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether an acronym of a body is a post or a league here: "GM Ed Stefanski", the SEC of a text on football."""
    word = tokens.words[first]
    if last - first > 1 or word not in _ALSO_OTHERS:
        return False
    return tokens.words[last] in GIVEN_NAMES or not _ALSO_OTHERS[word].isdisjoint(tokens.lower)


_SPORT = frozenset("football basketball baseball quarterback touchdown touchdowns playoffs rebounds coach".split())
_ALSO_OTHERS = {"GM": _SPORT, "SEC": _SPORT}


def _read_before(tokens: NameTokens, first: int) -> str:
    """The word before, articles aside, in lower case; empty at the beginning of a sentence."""
    position = first - 1
    while position >= 0 and tokens.words[position].lower() in ("the", "both", "central", "downtown"):
        position -= 1
    if position < 0 or tokens.sentence[position] != tokens.sentence[first]:
        return ""
    return tokens.words[position].lower()


def _read_following_nouns(tokens: NameTokens, last: int) -> tuple[int, str]:
    """How far a noun of government reaches after a name, and whether it is ``government``, ``others`` or nothing."""
    tags = load_lexicon()
    headings = tokens.titled | tokens.shouted
    owner = tokens.words[last] == "'s"
    verdict = ""
    for position in range(last + owner, min(last + 4 + owner, len(tokens))):
        word = tokens.words[position]
        if tokens.sentence[position] in headings:
            word = word.lower()
        if tokens.sentence[position] != tokens.sentence[last - 1] or not word.islower():
            break
        if tokens.words[position + 1] == "-" and tokens.starts[position + 1] == tokens.ends[position]:
            break  # "China's state-owned giant"
        if word in GOVERNMENT_NOUNS:
            following = tokens.words[position + 1]
            end = position + 2 if following in GOVERNMENT_NOUNS else position + 1
            others = tokens.words[end] in OTHER_NOUNS and not owner
            return (last, "others") if others else (end, "government")
        if word in OTHER_NOUNS and not owner:
            verdict = "others"
        if not tags.get(word, "NN").startswith(("NN", "JJ", "VBG")):
            break
    return last, verdict


def _find_seat(tokens: NameTokens, first: int, last: int, entry: Entry, matches: Mapping[int, Entry]) -> Found | None:
    """A capital that acts: before a verb, after "by" or "with", or with "'s" in a text that names the country too."""
    actor = entry.actor
    before = _read_before(tokens, first)
    if actor is None or before in LOCATIVES or (before == "," and _is_list_of_places(first, matches)):
        return None
    if tokens.words[last] == "and" and last + 1 in matches:  # "Berlin and Paris agreed"
        last = last + 1 + len(matches[last + 1].words)
    following = tokens.words[last]
    if following == "'s":
        named = any(other.actor is actor and other.use != "seat" for other in matches.values())
        acts = named and not tokens.words[last + 1][:1].isupper()
    else:
        acts = can_be_verb(following, tokens.words[last + 1]) or before in AGENT_CUES
    end = first + len(entry.words)
    if not acts or is_dateline(tokens, first, end):
        return None
    return Found(first, end, first, end, actor.kind, entry)


def _is_list_of_places(first: int, matches: Mapping[int, Entry]) -> bool:
    """Whether the name follows another place and a comma: "in Lyon, Paris"."""
    return any(position in matches for position in range(max(0, first - 4), first))


def can_be_verb(word: str, following: str) -> bool:
    """Whether `word` after a name is a verb or adverb; a noun that may be one is a verb before "to" or an article."""
    if not word.islower() or word in ("'s", "and", "or"):
        return False
    tag = load_lexicon().get(word, "VBD" if word.endswith("ed") else "NN")
    if tag.startswith(("VB", "MD")) or (tag == "RB" and word not in ("not", "there", "here", "ago")):
        return True
    return tag.startswith("NN") and word not in OTHER_NOUNS and word.endswith("s") and following in (
        "to", "the", "a", "an", "its", "that", "it", "new", "no",
    )  # fmt: skip


def is_dateline(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether the place opens its sentence as the line before a report does: "KYIV, 3 March (Wire) -"."""
    if tokens.words[last] not in (",", "(", "-", "–", "—") or not tokens.opens(first):
        return False
    stop = next((i for i in range(last, min(last + 14, len(tokens))) if _parts(tokens, i)), None)
    if stop is None or tokens.sentence[stop] != tokens.sentence[first]:
        return False
    return tokens.words[first].isupper() or any(word.isdigit() or word == "(" for word in tokens.words[last:stop])


def signs_report(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether an agency signs its report: in brackets, between a place in capitals or a day and a dash.

    "LIMA, 3 May (Wire) -" and "LIMA (Wire) -", not what is short or long for a name: "the Environment Agency (EA)",
    "FCA (Financial Conduct Authority)".
    """
    if first < 2 or tokens.words[first - 1] != "(" or tokens.words[last] != ")" or not _parts(tokens, last + 1):
        return False
    before, initials = tokens.words[first - 2], "".join(word[0] for word in tokens.words[first:last])
    return before.isdigit() or before in CALENDAR or (before.isupper() and before != initials)


def _parts(tokens: NameTokens, position: int) -> bool:
    """Whether a dash stands there, or a hyphen that joins no word: not that of "three-year"."""
    word = tokens.words[position]
    return word in ("–", "—") or (word == "-" and tokens.starts[position] > tokens.ends[position - 1])


def is_function_word(word: str) -> bool:
    """Whether `word` is an article, pronoun, preposition, adverb or the like."""
    return load_lexicon().get(word.lower(), "NN") in FUNCTION_TAGS
