"""A run of capitals -> where its title ends and begins: "U.S. Commerce Secretary" before Howard Lutnick.

It refuses to name the person: that is `shapes`.
"""

from collections.abc import Mapping, Sequence

from timeline.actors._lexicon import load_lexicon
from timeline.actors._names import FAMILY_NAMES, GIVEN_NAMES
from timeline.actors._words import GOVERNMENT_WORDS, OPEN_ENDS, ORGANISATION_ENDINGS, TITLE_MODIFIERS, TITLES
from timeline.actors.known import Entry
from timeline.actors.tokens import NameTokens

__all__ = ["find_post", "find_title_end", "find_title_start"]

_ORGANISED = ORGANISATION_ENDINGS | GOVERNMENT_WORDS


def find_title_end(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> int | None:
    """The last word before the name that a title of the run stands before; None where no title does."""
    words = tokens.words
    for position in range(last - 2, first - 1, -1):
        if not _is_title(words, position) or position in matches:
            continue
        name = position + 1 + (words[position + 1] == ".")
        if words[name] in ("of", "for", "the"):
            return _find_office_end(tokens, matches, position, last)
        if (
            all(word in TITLES or word in TITLE_MODIFIERS for word in words[name:last])
            and words[last - 1] not in FAMILY_NAMES
        ):
            return None
        return position if _ORGANISED.isdisjoint(words[name:last]) or words[name] in GIVEN_NAMES else None
    return None


def _is_title(words: Sequence[str], position: int) -> bool:
    """Whether a title may end there; "Executive" ends one behind "Chief" alone."""
    chief = position > 0 and words[position - 1 : position + 1] == ["Chief", "Executive"]
    return words[position] in TITLES or chief


def _find_office_end(tokens: NameTokens, matches: Mapping[int, Entry], title: int, last: int) -> int | None:
    """The last word of "Secretary of State" or "President of China" where a name follows it; None if none does."""
    words = tokens.words
    position = title + 1
    while position < last - 1:
        entry = matches.get(position)
        word = words[position]
        plain = word.lower() in load_lexicon() and word not in GIVEN_NAMES
        if entry and (entry.actor is None or entry.actor.kind != "person"):
            position += len(entry.words)
        elif word in ("of", "for", "the", "and") or word in TITLE_MODIFIERS or plain:
            position += 1
        else:
            break
    names = words[position] in GIVEN_NAMES | FAMILY_NAMES or words[position].lower() not in load_lexicon()
    return position - 1 if title + 2 < position < last and names else None


def find_title_start(tokens: NameTokens, matches: Mapping[int, Entry], first: int, title: int) -> int:
    """Where the words that belong to a title begin: "U.S. Commerce Secretary", "former Vice President"."""
    words = tokens.words
    ends = {
        position + len(matches[position].words): position for position in range(first, title) if position in matches
    }
    start = title
    while start > first:
        word = words[start - 1]
        place = ends.get(start)
        if place is not None:
            actor = matches[place].actor
            return place if actor is not None and actor.kind in ("country", "government", "body") else start
        ordinary = word.lower() in load_lexicon() and start == title and not tokens.opens(start - 1)
        stopped = word == "." and words[start - 2] in TITLES
        if not (word in TITLES or word in TITLE_MODIFIERS or stopped or word in OPEN_ENDS or ordinary):
            break
        start -= 1
    return start


_POSTS = frozenset("CEO CFO COO CTO Chairman Chairwoman Chief Executive Founder Boss".split())


def find_post(tokens: NameTokens, first: int, last: int) -> int:
    """Where the post begins that somebody holds at the firm of a run, and is not named: "Tellus CEO"; else `last`."""
    words, end = tokens.words, last
    while end > first and words[end - 1] in _POSTS:
        end -= 1
    of_firm = end > first and words[first] not in GIVEN_NAMES and words[end - 1].lower() not in load_lexicon()
    return end if of_firm and words[end - 1] not in TITLES | TITLE_MODIFIERS else last
