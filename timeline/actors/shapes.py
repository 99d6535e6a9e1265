"""Words -> names by their shape: capitals in a row, titles, endings, particles, initials.

What comes in are the words of a text and the entries of the list that stand among them; what goes out are the names
found. It refuses to say who is meant by a name: that is `resolve`.
"""

from collections.abc import Iterator, Mapping

from timeline.actors._lexicon import load_lexicon
from timeline.actors._names import FAMILY_NAMES, GIVEN_NAMES
from timeline.actors._words import (
    ALSO_FAMILY_NAMES,
    FACILITIES,
    GOVERNMENT_WORDS,
    HEADS,
    LEGAL_FORMS,
    LEGAL_TAIL,
    NO_NAMES,
    NOT_ACRONYMS,
    OPEN_ENDS,
    ORGANISATION_ENDINGS,
    ORGANISATION_STARTS,
    PARTIES,
    PLACE_ENDINGS,
    PLACE_STARTS,
    SUFFIXES,
    THING_ENDINGS,
    THING_STARTS,
    TITLE_MODIFIERS,
    TITLES,
)
from timeline.actors.known import Entry
from timeline.actors.listed import Found, can_be_verb, is_dateline, means_actor, signs_report
from timeline.actors.openings import is_national_body, opens_without_naming
from timeline.actors.runs import find_runs
from timeline.actors.titles import find_post, find_title_end, find_title_start
from timeline.actors.tokens import NameTokens
from timeline.actors.unlisted import find_unlisted, is_plain

__all__ = ["find_names"]

_MAY_GO_ON = frozenset(["Company", "Co", "Limited", "Corporation"])  # "Ford Motor Company Fund"


def find_names(tokens: NameTokens, matches: Mapping[int, Entry]) -> list[Found]:
    """Every name in running text; lines in Title Case or capitals are left to `resolve`, which knows the names."""
    found: list[Found] = []
    for first, last in find_runs(tokens, matches):
        entry = matches.get(first)
        if last > first and (is_dateline(tokens, first, last) or signs_report(tokens, first, last)):
            continue
        if last > first:
            for one in _find_names(tokens, matches, first, last):
                while found and found[-1].last > one.first:  # a ministry takes in the country that it is of
                    found.pop()
                found.append(one)
        elif entry:
            found += _find_listed(tokens, matches, first, first + len(entry.words), entry)
    return found


def _find_names(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> Iterator[Found]:
    """The names that one run of capitals holds."""
    while first < last and opens_without_naming(tokens, matches, first, last):
        first += 1
    while last > first and tokens.words[last - 1] in OPEN_ENDS:
        last -= 1
    if first >= last or _is_vessel(tokens, first, last):
        return
    entry = matches.get(first)
    if entry and first + len(entry.words) == last and entry.use == "name":
        yield from _find_listed(tokens, matches, first, last, entry)
        return
    title = find_title_end(tokens, matches, first, last)
    if title is None:
        yield from _find_core(tokens, matches, first, find_post(tokens, first, last))
        return
    start = find_title_start(tokens, matches, first, title)
    if start > first:
        yield from _find_core(tokens, matches, first, start)
    name = title + 1 + (tokens.words[title + 1] == ".")
    yield from _find_titled(tokens, matches, start, name, last)


def _is_vessel(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether a run names a ship: "MV Lady Mair", "the Lady Mair" where a lady would have no article."""
    lady = tokens.words[first] == "Lady" and first > 0 and tokens.words[first - 1] in ("the", "The")
    return last - first > 1 and (lady or tokens.words[first] in _VESSELS)


_VESSELS = frozenset("HMAS HMCS HMNZS HMS MV RMS USCGC USNS USS".split())


def _find_titled(tokens: NameTokens, matches: Mapping[int, Entry], start: int, name: int, last: int) -> Iterator[Found]:
    """The person whose title begins at `start` and whose name at `name`."""
    entry = matches.get(name)
    if entry and name + len(entry.words) == last:
        if entry.actor and entry.actor.kind == "person":
            yield Found(start, last, name, last, "person", entry)
            return
        if entry.use in ("name", "adjective") and tokens.words[name] not in FAMILY_NAMES | GIVEN_NAMES:
            yield from _find_listed(tokens, matches, name, last, entry)
            return
    lone = tokens.words[name] if last - name == 1 else ""
    if name < last and lone not in NO_NAMES and lone.replace(".", "") not in NOT_ACRONYMS:
        sure = last - name > 1 or tokens.words[name].lower() not in load_lexicon() or not tokens.opens(start)
        yield Found(start, last, name, last, "person", None, sure)


# --- names without a title --------------------------------------------------------------------------------------------


def _find_listed(
    tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int, entry: Entry
) -> Iterator[Found]:
    """The listed actor there, if the words around it let it be one."""
    named = means_actor(tokens, first, last, entry, matches)
    if named:
        yield named


def _find_core(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> Iterator[Found]:
    """The names of a run without titles; each that ends in a legal form ends there: "Acme Inc. Globex Ltd"."""
    while last > first and tokens.words[last - 1] in OPEN_ENDS:
        last -= 1
    while (rest := _find_next_company(tokens, matches, first, last)) < last:
        yield from _find_one_core(tokens, matches, first, rest)
        first = rest
    if first < last:
        yield from _find_one_core(tokens, matches, first, last)


def _find_next_company(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> int:
    """Where the name after the first legal form begins; `last` where none does."""
    entry = matches.get(first)
    if first >= last or (entry and LEGAL_TAIL.issuperset(tokens.words[first + len(entry.words) : last])):
        return last
    form = next((position for position in range(first + 1, last - 1) if tokens.words[position] in LEGAL_FORMS), last)
    rest = form + 1 + (tokens.words[form + 1 : form + 2] == ["."]) if form < last else last
    goes_on = rest < last and (tokens.words[rest] in OPEN_ENDS or tokens.words[form] in _MAY_GO_ON)
    return last if goes_on else rest


def _find_one_core(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> Iterator[Found]:
    """The names of a run in which at most its end is a legal form."""
    entry = matches.get(first)
    if entry and LEGAL_TAIL.issuperset(tokens.words[first + len(entry.words) : last]):
        named = next(_find_listed(tokens, matches, first, first + len(entry.words), entry), None)
        if named:
            yield named._replace(last=max(last, named.last))
        return
    if is_national_body(tokens, matches, first, last):
        yield Found(first, last, first, last, "organisation")
        return
    if _is_named_for_saint(tokens, first, last):
        yield Found(first, last + 1, first, last + 1, "organisation")
        return
    what = _classify_whole(tokens, matches, first, last)
    if what in ("organisation", "government", "person"):
        first = _find_owner(tokens, matches, first) if what == "government" else first
        guess = tokens.words[last - 1] in FACILITIES
        yield Found(first, last, first, last, what, guess=guess)
    elif what == "thing":
        pieces = _find_pieces(tokens, matches, first, last)
        yield from (piece for piece in pieces if piece.entry and piece.kind in ("organisation", "person"))
    elif what != "place":
        yield from _find_pieces(tokens, matches, first, last)


def _is_named_for_saint(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether a hospital or school acts under its saint's name: "St Bride's in Larkfield", "St Mary's closed"."""
    words = tokens.words
    owns = words[first] in ("St", "Saint") and last - first == 2 and words[last] == "'s"
    return owns and (words[last + 1] in ("in", "at") or can_be_verb(words[last + 1], words[last + 2]))


def _find_owner(tokens: NameTokens, matches: Mapping[int, Entry], first: int) -> int:
    """Where the country begins that an office is said to be of: "Albania's Interior Ministry"; else `first`."""
    if first < 2 or tokens.words[first - 1] != "'s":
        return first
    for position in range(first - 2, max(-1, first - 6), -1):
        entry = matches.get(position)
        if entry and position + len(entry.words) == first - 1:
            return position if entry.actor and entry.actor.kind == "country" else first
    return first


def _classify_whole(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> str:
    """What the run is as a whole by its first and last words; empty where they do not tell."""
    words = tokens.words
    end = last - 1 - (words[last - 1] == "." and last - first > 1)
    while end > first and words[end] in SUFFIXES:
        end -= 1
    final = words[end]
    if end == first:
        return ""
    if words[first] in GIVEN_NAMES and end - first == 1 and final in ALSO_FAMILY_NAMES:
        return "person"
    if words[first] in TITLES and ("of" in words[first:last] or TITLES.issuperset(words[first:last])):
        return "thing"  # "Minister of Culture" by itself names nobody
    if all(word in TITLES or word in TITLE_MODIFIERS or word == "." for word in words[first:last]):
        return "thing"
    of = [position for position in range(first + 1, end) if words[position] in ("of", "for", "on")]
    head = [word for word in words[first : of[0] if of else last] if word in HEADS]
    if of and head:
        return "government" if not GOVERNMENT_WORDS.isdisjoint(head) else "organisation"
    return _classify_by_ending(tokens, matches, first, end)


def _classify_by_ending(tokens: NameTokens, matches: Mapping[int, Entry], first: int, end: int) -> str:
    """What the last word of a run makes of it."""
    words = tokens.words
    final = words[end]
    if final in GOVERNMENT_WORDS:
        return "government"
    party = final in PARTIES and end - first == 1 and words[first] in _SORTS_OF_PARTY
    if party or final in ORGANISATION_ENDINGS or not LEGAL_FORMS.isdisjoint(words[first + 1 : end]):
        return "organisation"
    if words[first] in ORGANISATION_STARTS and first + 1 in matches:
        return "organisation"
    if final == "AI" and end - first == 1 and first not in matches and words[first].lower() not in load_lexicon():
        return "organisation"
    if final in PLACE_ENDINGS or words[first] in PLACE_STARTS:
        return "place"
    return "thing" if final in THING_ENDINGS or words[first] in THING_STARTS else ""


_SORTS_OF_PARTY = frozenset("Christian Free Independent Left National New Progressive Radical Social United".split())
"""Before a party's name they make it another party's: "the Social Democrats" of whatever country."""


def _find_pieces(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> Iterator[Found]:
    """The listed names in a run, and what lies between them."""
    position = begin = first
    while position < last:
        entry = matches.get(position)
        if entry is None or _is_part_of_name(tokens, begin, position, last, entry):
            position += 1
            continue
        if position > begin:
            yield from find_unlisted(tokens, begin, position)
        end = position + len(entry.words)
        yield from _find_listed(tokens, matches, position, end, entry)
        position = begin = end
    if begin < last:
        yield from find_unlisted(tokens, begin, last)


def _is_part_of_name(tokens: NameTokens, begin: int, position: int, last: int, entry: Entry) -> bool:
    """Whether a listed word is part of another name here: "Michael Jordan", "Chad Smith", the Quebrada Honda."""
    words = tokens.words
    if len(entry.words) > 1:
        return False
    kind = entry.actor.kind if entry.actor is not None else ""
    person = kind == "person"
    longer = kind == "organisation" and position > begin and not is_plain(tokens, words[position - 1])
    before = position > begin and (words[begin] in GIVEN_NAMES or person or longer)
    after = position == begin and words[position] in GIVEN_NAMES and position + 1 < last and not person
    return before or after
