"""Words -> runs of capitals: where a name may stand, links such as "of" and "van der" included.

It refuses to judge what a run names: that is `shapes`.
"""

from collections.abc import Iterator, Mapping

from timeline.actors._lexicon import load_lexicon
from timeline.actors._names import FAMILY_NAMES, GIVEN_NAMES
from timeline.actors._words import (
    CALENDAR,
    FACILITIES,
    GOVERNMENT_WORDS,
    HEADS,
    LEGAL_FORMS,
    MONTH_VERBS,
    MONTHS_AND_NAMES,
    ORGANISATION_ENDINGS,
    OWNERS,
    PARTICLES,
    SPEECH_VERBS,
    STARTING_PARTICLES,
    SUFFIXES,
    TITLES,
)
from timeline.actors.known import Entry
from timeline.actors.listed import is_function_word
from timeline.actors.tokens import NameTokens

__all__ = ["find_runs", "has_nickname"]

_STOPPED = TITLES | LEGAL_FORMS | SUFFIXES | {"St", "Bros", "Mt"}
_UNSTOPPED = LEGAL_FORMS - {"Corp", "Inc", "Co", "Cos"}  # at a sentence's end the stop is the sentence's
_AFTER_COMMA = frozenset("Inc Incorporated Ltd LLC LLP Corp PLC Pty".split())
"""Legal forms that a comma parts from the name: "Acme Health, Inc."."""
_TAKE_FOR = HEADS - {"Government", "Army", "Court", "Parliament", "House", "Church"}
_TAKE_ON = frozenset(["Panel", "Commission", "Committee", "Council", "Conference", "Board", "Subcommittee"])
_NICKNAME = ("“", "”", '"', "‘", "'", "(", ")")
_HYPHENS = ("-", "‑")


def find_runs(tokens: NameTokens, matches: Mapping[int, Entry]) -> Iterator[tuple[int, int]]:
    """First word and end of each run of capitals in running text, in order; listed names without one are empty runs."""
    headings = tokens.titled | tokens.shouted
    end = 0
    for position in [
        position
        for position, word in enumerate(tokens.words)
        if word[:1].isupper() or position in matches or word in STARTING_PARTICLES
    ]:
        if position < end or tokens.sentence[position] in headings:
            continue
        last = _run_end(tokens, matches, position)
        if last > position:
            yield position, last
            end = last
        elif position in matches:
            yield position, position
            end = position + len(matches[position].words)


def _is_capital(tokens: NameTokens, position: int) -> bool:
    """Whether the word there may be part of a name: it begins with a capital and holds no digit."""
    word = tokens.words[position]
    if not word[:1].isupper():
        return False
    if word in CALENDAR:
        return word in MONTHS_AND_NAMES and _is_surname(tokens, position)
    return word.isalpha() or not any(map(str.isdigit, word))


def _is_surname(tokens: NameTokens, position: int) -> bool:
    """Whether the name of a month is a person's: "Theresa May", "Mrs. May", "May said", "May resigned in 2019"."""
    before = tokens.words[position - 1] if position else ""
    before = tokens.words[position - 2] if before == "." and position > 1 else before
    following = tokens.words[position + 1]
    if following.isdigit():
        return False
    if before in TITLES or before in GIVEN_NAMES:
        return True
    if tokens.words[position] in ("Jan", "April", "June") and not before.isdigit():
        known = following in FAMILY_NAMES or following in STARTING_PARTICLES
        return known or (before.lower() not in _WHEN and _is_whole_name(tokens, position))
    if tokens.words[position] != "May" or before.lower() in _WHEN:
        return False
    if following in MONTH_VERBS:
        return False
    spoke = following in SPEECH_VERBS or load_lexicon().get(following, "").startswith(("VBD", "VBZ"))
    return spoke or (following == "'s" and before in ("with", "against", "told"))


def _is_whole_name(tokens: NameTokens, month: int) -> bool:
    """Whether a word that is none of the language makes a name of a month: "Jan Holm", but not "the April Tesla sales".

    The months that are written out are names only of who does something.
    """
    at = month + 1 + (tokens.words[month + 1] in _HYPHENS)  # "Jan-Erik"
    family, behind = tokens.words[at : at + 2]
    unknown = family[:1].isupper() and family not in CALENDAR and family.lower() not in load_lexicon()
    acts = behind in SPEECH_VERBS or load_lexicon().get(behind, "").startswith(("VBD", "VBZ"))
    return unknown and (acts or tokens.words[month] == "Jan")


_WHEN = frozenset("in since last next by of until this late early from during".split())
"""Before the name of a month it is one."""


def _run_end(tokens: NameTokens, matches: Mapping[int, Entry], first: int) -> int:
    """The end of the capitals in a row that begin at `first`, links between them included; `first` if none does."""
    entry = matches.get(first)
    if _is_capital(tokens, first):
        end = first + (len(entry.words) if entry else 1)
    elif entry and entry.words[0][:1].isupper():
        end = first + len(entry.words)
    else:
        lead = first
        while tokens.words[lead] in PARTICLES or tokens.words[lead] == "-":
            lead += 1
        before = tokens.words[first - 1] if first else ""
        after_name = before[:1].isupper() and not is_function_word(before)  # "Place de la Concorde"
        if after_name or tokens.words[first] not in STARTING_PARTICLES or not _follows(tokens, first, lead):
            return first
        end = lead + 1
    while (longer := _continue_run(tokens, matches, first, end)) > end:
        end = longer
    return end


def _follows(tokens: NameTokens, first: int, position: int) -> bool:
    """Whether the word at `position` is a capital in the sentence of `first`."""
    return tokens.sentence[position] == tokens.sentence[first] and _is_capital(tokens, position)


def _continue_run(  # noqa: PLR0911 one return a rule
    tokens: NameTokens, matches: Mapping[int, Entry], first: int, end: int
) -> int:
    """Where the run goes on beyond `end`; `end` itself if it does not."""
    words = tokens.words
    word = words[end]
    if tokens.sentence[end] != tokens.sentence[first]:
        return end
    if _is_capital(tokens, end):
        entry = matches.get(end)
        return end + (len(entry.words) if entry else 1)
    if word == ".":
        last = tokens.sentence[end + 1] != tokens.sentence[end]
        stops = words[end - 1] in (_STOPPED - _UNSTOPPED if last else _STOPPED)
        return end + (stops and tokens.starts[end] == tokens.ends[end - 1])
    if word == ",":
        return end + 2 if words[end + 1] in _AFTER_COMMA and _follows(tokens, first, end + 1) else end
    if word in _NICKNAME:
        return end + 4 if end == first + 1 and has_nickname(tokens, first) else end
    if word in PARTICLES:
        return _continue_after_particles(tokens, first, end)
    if word in _HYPHENS:
        return _continue_after_hyphen(tokens, matches, first, end)
    return _continue_after_link(tokens, matches, first, end)


def has_nickname(tokens: NameTokens, first: int) -> bool:
    """Whether a given name stands there with a nickname in marks and a family name: Anil “Sunny” Rao."""
    opening, nickname, closing, family = range(first + 1, first + 5)
    marked = tokens.words[opening] in _NICKNAME and tokens.words[closing] in _NICKNAME
    named = _follows(tokens, first, nickname) and _follows(tokens, first, family)
    return marked and named and tokens.words[first].lower() not in load_lexicon()


def _continue_after_particles(tokens: NameTokens, first: int, end: int) -> int:
    """Where the run goes on after "van der" and the like."""
    link = end + 1
    while tokens.words[link] in PARTICLES or tokens.words[link] == "-":
        link += 1
    return link if _follows(tokens, first, link) and tokens.words[end - 1].lower() not in load_lexicon() else end


def _continue_after_hyphen(tokens: NameTokens, matches: Mapping[int, Entry], first: int, end: int) -> int:
    """Where the run goes on after a hyphen without spaces: "Al-Sisi", but "China-Russia" is two."""
    following = end + 1
    glued = tokens.starts[end] == tokens.ends[end - 1] and tokens.starts[following] == tokens.ends[end]
    if not glued or end - 1 in matches or following in matches:
        return end
    if end - 1 > first and tokens.words[following].islower() and tokens.words[following] not in load_lexicon():
        return following + 1  # "Lee Jae-yong", not "Beijing-based"
    while tokens.words[following] in ("e", "al", "el", "ul", "i", "o") and tokens.words[following + 1] == "-":
        following += 2
    return following if _follows(tokens, first, following) else end


def _continue_after_link(tokens: NameTokens, matches: Mapping[int, Entry], first: int, end: int) -> int:
    """Where the run goes on after a link ("of", "for", "on", "and", "&", "'s")."""
    words = tokens.words
    word = words[end]
    following = end + 1
    run = words[first:end]
    saint = words[first] in ("St", "Saint") and words[following] in FACILITIES  # "St Mary's Hospital"
    if word == "&" or (word == "'s" and (words[end - 1] in OWNERS or saint)):
        links = True
    elif word == "and":
        return _continue_after_and(tokens, matches, first, end)
    elif word == "of":
        links = not HEADS.isdisjoint(run) or words[end - 1] in TITLES
    elif word == "for":
        links = not _TAKE_FOR.isdisjoint(run) or words[end - 1] in TITLES
    elif word == "on":
        links = words[end - 1] in _TAKE_ON
    else:
        return end
    following += words[following] == "the"
    return following if links and _follows(tokens, first, following) else end


def _continue_after_and(tokens: NameTokens, matches: Mapping[int, Entry], first: int, end: int) -> int:
    """Where the run goes on after "and": within an office's name, as in "Securities and Exchange Commission"."""
    words = tokens.words
    following = end + 1
    plain = load_lexicon()
    if not _follows(tokens, first, following) or words[following] in GIVEN_NAMES or following in matches:
        return end
    if words[following].lower() not in plain or words[end - 1].lower() not in plain or end - 1 in matches:
        return end
    run = words[first:end]
    if "of" in run or "for" in run:
        return following
    last = following
    while _follows(tokens, first, last + 1) and last + 1 not in matches:
        last += 1
    whole = words[last] in ORGANISATION_ENDINGS or words[last] in GOVERNMENT_WORDS
    return following if whole and last > following and words[end - 1] not in ORGANISATION_ENDINGS else end
