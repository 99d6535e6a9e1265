"""Words -> names by their shape: capitals in a row, titles, endings, particles, initials.

What comes in are the words of a text and the entries of the list that stand among them; what goes out are the names
found. It refuses to say who is meant by a name: that is `resolve`.
"""

from collections.abc import Iterator, Mapping

from timeline.actors._lexicon import load_lexicon
from timeline.actors._names import FAMILY_NAMES, GIVEN_NAMES
from timeline.actors._place_words import PLACES
from timeline.actors._words import (
    ALSO_FAMILY_NAMES,
    CALENDAR,
    COMPANY_NOUNS,
    FACILITIES,
    GOVERNMENT_WORDS,
    HEADS,
    LEGAL_FORMS,
    LEGAL_TAIL,
    LOWER_TITLES,
    NO_NAMES,
    NOT_ACRONYMS,
    OPEN_ENDS,
    ORGANISATION_ENDINGS,
    ORGANISATION_STARTS,
    PARTICLES,
    PLACE_ENDINGS,
    PLACE_STARTS,
    RULING,
    STARTING_PARTICLES,
    SUFFIXES,
    THING_ENDINGS,
    THING_STARTS,
    TITLE_MODIFIERS,
    TITLES,
)
from timeline.actors.apposition import describes_firm
from timeline.actors.known import Entry
from timeline.actors.listed import Found, can_be_verb, is_dateline, is_function_word, means_actor
from timeline.actors.runs import find_runs, has_nickname
from timeline.actors.titles import find_post, find_title_end, find_title_start
from timeline.actors.tokens import NameTokens

__all__ = ["find_names"]

_MAY_GO_ON = frozenset(["Company", "Co", "Limited", "Corporation"])  # "Ford Motor Company Fund"
_ORGANISED = ORGANISATION_ENDINGS | GOVERNMENT_WORDS


def find_names(tokens: NameTokens, matches: Mapping[int, Entry]) -> list[Found]:
    """Every name in running text; lines in Title Case or capitals are left to `resolve`, which knows the names."""
    found: list[Found] = []
    for first, last in find_runs(tokens, matches):
        entry = matches.get(first)
        if last > first and is_dateline(tokens, first, last):
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
    while first < last and _opens_without_naming(tokens, matches, first, last):
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
_COMPASS = frozenset(
    """
    North South East West Northern Southern Eastern Western Greater Upper Lower Black White Red Blue Green Golden Silver
    St Saint
    """.split()
)
"""Before a name they are part of it: "South Devon Water", "Black Heron"."""


def _opens_without_naming(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> bool:
    """Whether the word at `first` has its capital only from opening the sentence: "However", "The"."""
    word = tokens.words[first]
    if word in ("The", "A", "An") and (first not in matches or len(matches[first].words) == 1):
        return True
    if word == "Then" and tokens.opens(first):
        return True
    national = _is_national_body(tokens, matches, first, last)
    if national or first in matches or word in TITLES | CALENDAR | _COMPASS or not tokens.opens(first):
        return False
    if word in TITLE_MODIFIERS and not TITLES.isdisjoint(tokens.words[first + 1 : last]):
        return False
    role = _is_role(word) and (_are_names if last - first > 2 else _is_named_whole)(tokens, first + 1, last)
    role = role or (last - first == 2 and word.lower() in COMPANY_NOUNS | RULING and word not in ORGANISATION_ENDINGS)
    if role or (is_function_word(word) and len(word) > 1 and word not in GIVEN_NAMES):
        return True
    return last - first > 1 and word.lower() in load_lexicon() and _is_name_without_first(tokens, matches, first, last)


def _are_names(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether words begin with a given name, or are two that no lexicon has: "Passenger Sunita Rao"."""
    words = tokens.words[first:last]
    ordinary = tokens.words[first - 1].lower() in load_lexicon()
    unknown = ordinary and len(words) == 2 and all(word.lower() not in load_lexicon() for word in words)
    return words[0] in GIVEN_NAMES or unknown


def _is_named_whole(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether the text gives a surname with what comes before it elsewhere: "Sprinter Okello", then "Daniel Okello"."""
    surname = tokens.words[first]
    elsewhere = (k for k, word in enumerate(tokens.words) if word == surname and k != first and k)
    named = any(tokens.words[k - 1] in GIVEN_NAMES for k in elsewhere)
    return last - first == 1 and named and surname.lower() not in load_lexicon()


def _is_role(word: str) -> bool:
    """Whether a word that opens a sentence before a whole name says what somebody is: "Striker Jon Roe"."""
    return word.endswith(("er", "or", "ist", "man", "woman")) and word not in GIVEN_NAMES | FAMILY_NAMES


def _is_name_without_first(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> bool:
    """Whether what follows an opening word is a name without it: "Police arrested", "Rival Acme"."""
    words = tokens.words
    if first + 1 in matches and words[first] not in GIVEN_NAMES:
        return True
    if words[first] in GIVEN_NAMES or _is_organisation(words[first:last]):
        return False
    return words[first + 1] in GIVEN_NAMES or load_lexicon().get(words[first].lower(), "").startswith(
        ("VB", "NNS", "JJ")
    )


def _is_organisation(words: list[str]) -> bool:
    """Whether words name an organisation: by their last word, or by a head with "of"."""
    return words[-1] in _ORGANISED or (("of" in words or "for" in words) and not HEADS.isdisjoint(words))


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
    if _is_national_body(tokens, matches, first, last):
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


def _is_national_body(tokens: NameTokens, matches: Mapping[int, Entry], first: int, last: int) -> bool:
    """Whether a run names a body by what it is for and its country: "Athletics Kenya", "Police Scotland"."""
    entry = matches.get(first + 1)
    country = entry is not None and entry.use == "name" and entry.actor is not None and entry.actor.kind == "country"
    return country and tokens.words[first] in _NATIONAL and entry is not None and first + 1 + len(entry.words) == last


_NATIONAL = frozenset(
    """
    Athletics Basketball Boxing Business Cricket Cycling Export Football Golf Gymnastics Health Hockey Invest Judo
    Netball Network Police Rowing Rugby Sailing Skate Ski Sport Sports Statistics Surfing Swimming Tennis Tourism
    Transport Triathlon Universities Volleyball
    """.split()
)


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
    party = final in _PARTIES and end - first == 1 and words[first] in _SORTS_OF_PARTY
    if party or final in ORGANISATION_ENDINGS or not LEGAL_FORMS.isdisjoint(words[first + 1 : end]):
        return "organisation"
    if words[first] in ORGANISATION_STARTS and first + 1 in matches:
        return "organisation"
    if final == "AI" and end - first == 1 and first not in matches and words[first].lower() not in load_lexicon():
        return "organisation"
    if final in PLACE_ENDINGS or words[first] in PLACE_STARTS:
        return "place"
    return "thing" if final in THING_ENDINGS or words[first] in THING_STARTS else ""


_PARTIES = frozenset("Democrats Liberals Conservatives Republicans Greens Socialists Nationalists".split())
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
            yield from _find_unlisted(tokens, begin, position)
        end = position + len(entry.words)
        yield from _find_listed(tokens, matches, position, end, entry)
        position = begin = end
    if begin < last:
        yield from _find_unlisted(tokens, begin, last)


def _is_part_of_name(tokens: NameTokens, begin: int, position: int, last: int, entry: Entry) -> bool:
    """Whether a listed word is part of another name here: "Michael Jordan", "Chad Smith", the Quebrada Honda."""
    words = tokens.words
    if len(entry.words) > 1:
        return False
    kind = entry.actor.kind if entry.actor is not None else ""
    person = kind == "person"
    longer = kind == "organisation" and position > begin and not _is_plain(tokens, words[position - 1])
    before = position > begin and (words[begin] in GIVEN_NAMES or person or longer)
    after = position == begin and words[position] in GIVEN_NAMES and position + 1 < last and not person
    return before or after


def _find_unlisted(tokens: NameTokens, first: int, last: int) -> Iterator[Found]:
    """A name that no list and no ending knows: a person, an acronym, a company, or no name at all."""
    words = tokens.words
    while first < last and (words[first] in OPEN_ENDS or words[first] == "."):
        first += 1
    while last > first and (
        words[last - 1] in OPEN_ENDS or (words[last - 1] == "." and words[last - 2] not in SUFFIXES)
    ):
        last -= 1
    if first >= last:
        return
    if last - first == 1:
        yield from _find_single(tokens, first)
    else:
        yield from _find_several(tokens, first, last)


def _is_plain(tokens: NameTokens, word: str) -> bool:
    """Whether `word` is an ordinary one: English has it, or the text writes it in lower case."""
    lower = word.lower()
    return lower in load_lexicon() or lower in tokens.lower


def _find_several(tokens: NameTokens, first: int, last: int) -> Iterator[Found]:
    """An unlisted name of several words."""
    words = [word for word in tokens.words[first:last] if word[0].isalnum()]
    if any(word in PLACES for word in words) and words[0] not in GIVEN_NAMES:
        return
    ordinary = all(word in NO_NAMES or word.rstrip("s") in NOT_ACRONYMS or _is_plain(tokens, word) for word in words)
    if ordinary and (tokens.opens(first) or words[-1] in NO_NAMES or words[0] not in GIVEN_NAMES | FAMILY_NAMES):
        return
    kind, guess = _classify_several(tokens, first, last, words)
    yield Found(first, last, first, last, kind, None, sure=True, guess=guess)


def _classify_several(  # noqa: PLR0911 one return a rule
    tokens: NameTokens, first: int, last: int, words: list[str]
) -> tuple[str, bool]:
    """The kind of an unlisted name of several words, and whether only its capitals speak for it."""
    if last - first == 5 and has_nickname(tokens, first):
        return "person", False
    plain = sum(_is_plain(tokens, word) for word in words)
    parted = last - first == len(words)  # no hyphen joins them
    family = words[-1] in FAMILY_NAMES or words[-1] in SUFFIXES
    initial = any(word.endswith(".") and len(word) <= 6 for word in words[:-1])
    if words[0] not in GIVEN_NAMES and describes_firm(tokens, last):
        return "organisation", True
    if not PARTICLES.isdisjoint(words) or words[0] in STARTING_PARTICLES:
        return "person", False
    if len(words) <= 5 and (words[0] in GIVEN_NAMES or initial or (family and (not plain or len(words) == 2))):
        return "person", False
    if any(_is_camel(word) for word in words):
        return "organisation", True
    unlike = plain or any(word in NO_NAMES or word.isupper() for word in words)
    if len(words) <= 4 and parted and not unlike:
        return "organisation" if _acts_as_many(tokens, first, last) else "person", True
    if (
        parted
        and len(words) == 2
        and plain == 1
        and not _is_plain(tokens, words[0])
        and _is_person_by_context(tokens, last)
    ):
        return "person", True
    return "other", True


def _acts_as_many(tokens: NameTokens, first: int, last: int) -> bool:
    """Whether a plural verb follows a name by itself, as after a team's: "Ashcombe Rovers have sacked ..."."""
    return tokens.words[last] in ("have", "are", "were") and tokens.words[first - 1] not in ("and", ",")


def _is_person_by_context(tokens: NameTokens, last: int) -> bool:
    """Whether an apposition with an article, "who" or an age follows, as after a person's name."""
    words = tokens.words
    return words[last] == "," and (words[last + 1] in ("a", "an", "who", "whose") or words[last + 1].isdigit())


_OF_ABSTRACTS = ("ment", "tion", "sion", "ness", "ity", "ance", "ence")
"""What opens a sentence and ends so is a thing, however rare the word: "Arraignment is set for June"."""


def _find_single(tokens: NameTokens, position: int) -> Iterator[Found]:
    """An unlisted name of one word."""
    word = tokens.words[position]
    stem = word.rstrip("s")
    if (
        word in NO_NAMES
        or stem in NO_NAMES
        or word in PLACES
        or len(word) == 1
        or word in PLACE_ENDINGS
        or word in TITLES
    ):
        return
    if word in _PARTIES:  # of whatever country: "the Liberals", "Ostland's Greens"
        sure = not tokens.opens(position)
        yield Found(position, position + 1, position, position + 1, "organisation", None, sure=sure)
        return
    if "'" in word and is_function_word(word.split("'")[0]):  # "They're", "It'll"
        return
    if word in CALENDAR:  # only as a surname does it come here
        yield Found(position, position + 1, position, position + 1, "person")
        return
    before = tokens.words[position - 1] if position else ""
    plain = _is_plain(tokens, word) or (tokens.opens(position) and word.endswith(_OF_ABSTRACTS))
    if stem.isupper():
        short = word.replace(".", "")
        if stem != word or short in NOT_ACRONYMS or len(short) > 8 or short in SUFFIXES:
            return
        yield Found(position, position + 1, position, position + 1, "organisation", None, sure=not plain, guess=True)
        return
    follows_title = before in LOWER_TITLES and tokens.sentence[position - 1] == tokens.sentence[position]
    is_person = follows_title or word in FAMILY_NAMES or tokens.words[position + 1 : position + 3] == [",", "who"]
    kind = "person" if is_person else "organisation" if _is_camel(word) else "other"
    yield Found(
        position,
        position + 1,
        position,
        position + 1,
        kind,
        None,
        sure=not plain or follows_title,
        guess=kind != "person",
    )


def _is_camel(word: str) -> bool:
    """Whether capitals stand within the word, as in GrowingIO, but not as in McDonald or O'Brien."""
    if word.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Fitz", "Van")) or "'" in word:
        return False
    return not word.rstrip("s").isupper() and any(map(str.isupper, word[1:]))
