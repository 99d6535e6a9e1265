"""Words -> names by their shape: capitals in a row, titles, endings, particles, initials.

What comes in are the words of a text and the entries of the list that stand among them; what goes out are the names
found. It refuses to say who is meant by a name: that is `resolve`.
"""

from collections.abc import Iterator, Mapping

from timeline.actors._lexicon import FUNCTION_TAGS, lexicon
from timeline.actors._names import FAMILY_NAMES, GIVEN_NAMES
from timeline.actors._words import (
    CALENDAR,
    GOVERNMENT_WORDS,
    HEADS,
    LEGAL_FORMS,
    LOWER_TITLES,
    NO_NAMES,
    NOT_ACRONYMS,
    ORGANISATION_ENDINGS,
    PARTICLES,
    PLACE_ENDINGS,
    PLACE_STARTS,
    PLACES,
    SUFFIXES,
    THING_ENDINGS,
    THING_STARTS,
    TITLE_MODIFIERS,
    TITLES,
)
from timeline.actors.known import Entry
from timeline.actors.listed import Found, is_function_word, means_actor
from timeline.actors.tokens import Tokens

__all__ = ["find_names"]

_STOPPED = TITLES | LEGAL_FORMS | SUFFIXES | {"St", "Bros", "Mt"}
_OWNERS = frozenset("People Women Children Men Workers McDonald Sotheby Moody Lloyd Wendy Macy King Queen Teachers Christie Levi Kellogg Attorney".split())
_STARTING_PARTICLES = frozenset("van von de da di du del della bin ibn al".split())
_TAKE_FOR = HEADS - {"Government", "Army", "Court", "Parliament", "House", "Church"}
# Also family names or words of family names: with a given name before, they end a person's name.
_ALSO_FAMILY_NAMES = frozenset(
    "Banks Church Power Day Hill Hills Fields Lane Law Park Page Hall Way Grove Battle Street Field Case Post Chase Best "
    "Bishop Series Race Temple Castle Forest Bridge Pass Camp Mall Zone Ball Times Works Guard House Bond Price Order Ford".split()
)  # fmt: skip


def find_names(tokens: Tokens, matches: Mapping[int, Entry]) -> list[Found]:
    """Every name in running text; lines in Title Case or capitals are left to `resolve`, which knows the names."""
    found: list[Found] = []
    position = 0
    while position < len(tokens):
        if tokens.sentence[position] in tokens.titled or tokens.sentence[position] in tokens.shouted:
            position += 1
            continue
        end = _run_end(tokens, matches, position)
        if end > position:
            found += _name_run(tokens, matches, position, end)
            position = end
            continue
        entry = matches.get(position)
        if entry:
            named = means_actor(tokens, position, position + len(entry.words), entry, matches)
            found += [named] if named else []
            position += len(entry.words)
        else:
            position += 1
    return found


# --- runs of capitals -------------------------------------------------------------------------------------------------


def _is_capital(tokens: Tokens, position: int) -> bool:
    """Whether the word there may be part of a name: it begins with a capital and holds no digit."""
    word = tokens.words[position]
    if not word[:1].isupper() or word in CALENDAR:
        return False
    return word.isalpha() or not any(map(str.isdigit, word))


def _run_end(tokens: Tokens, matches: Mapping[int, Entry], first: int) -> int:
    """The end of the capitals in a row that begin at `first`, links between them included; `first` if none does."""
    if not _is_capital(tokens, first):
        lead = first
        while tokens.words[lead] in PARTICLES or tokens.words[lead] == "-":
            lead += 1
        if lead == first or tokens.words[first] not in _STARTING_PARTICLES or not _follows(tokens, first, lead):
            return first
        end = lead + 1
    else:
        entry = matches.get(first)
        end = first + (len(entry.words) if entry else 1)
    while True:
        longer = _continued(tokens, matches, first, end)
        if longer == end:
            return end
        end = longer


def _follows(tokens: Tokens, first: int, position: int) -> bool:
    """Whether the word at `position` is a capital in the sentence of `first`."""
    return tokens.sentence[position] == tokens.sentence[first] and _is_capital(tokens, position)


def _continued(tokens: Tokens, matches: Mapping[int, Entry], first: int, end: int) -> int:
    """Where the run goes on beyond `end`; `end` itself if it does not."""
    words = tokens.words
    word = words[end]
    if _follows(tokens, first, end):
        entry = matches.get(end)
        return end + (len(entry.words) if entry else 1)
    if tokens.sentence[end] != tokens.sentence[first]:
        return end
    if word == "." and words[end - 1] in _STOPPED and tokens.starts[end] == tokens.ends[end - 1]:
        return end + 1
    if word in PARTICLES:
        link = end + 1
        while words[link] in PARTICLES or words[link] == "-":
            link += 1
        return link if _follows(tokens, first, link) else end
    return _linked(tokens, matches, first, end)


def _linked(tokens: Tokens, matches: Mapping[int, Entry], first: int, end: int) -> int:
    """Where the run goes on after a link ("of", "for", "and", "&", "'s", a hyphen)."""
    words = tokens.words
    word = words[end]
    following = end + 1
    if word in ("-", "‑"):
        glued = tokens.starts[end] == tokens.ends[end - 1] and tokens.starts[following] == tokens.ends[end]
        both = end - 1 in matches and following in matches
        return following if glued and not both and _follows(tokens, first, following) else end
    if word == "&" or (word in ("'s", "’s") and words[end - 1] in _OWNERS):
        return following if _follows(tokens, first, following) else end
    run = words[first:end]
    if word in ("of", "for") and not HEADS.isdisjoint(run if word == "of" else _TAKE_FOR.intersection(run)):
        following += words[following] == "the"
        return following if _follows(tokens, first, following) else end
    if word == "of" and words[end - 1] in TITLES:
        following += words[following] == "the"
        return following if _follows(tokens, first, following) else end
    if word == "and" and ("of" in run or "for" in run) and _follows(tokens, first, following):
        plain = words[following].lower() in lexicon() and following not in matches
        return following if plain and words[following] not in GIVEN_NAMES else end
    return end


# --- one run ----------------------------------------------------------------------------------------------------------


def _name_run(tokens: Tokens, matches: Mapping[int, Entry], first: int, last: int) -> Iterator[Found]:
    """The names that one run of capitals holds."""
    while first < last and _opens_without_naming(tokens, matches, first, last):
        first += 1
    if first >= last:
        return
    entry = matches.get(first)
    if entry and first + len(entry.words) == last and entry.use == "name":
        yield from _listed(tokens, matches, first, last, entry)
        return
    title = _title(tokens, matches, first, last)
    if title is None:
        yield from _core(tokens, matches, first, last)
        return
    start = _title_start(tokens, matches, first, title)
    if start > first:
        yield from _core(tokens, matches, first, start)
    name = title + 1 + (tokens.words[title + 1] == ".")
    yield from _titled(tokens, matches, start, name, last)


def _opens_without_naming(tokens: Tokens, matches: Mapping[int, Entry], first: int, last: int) -> bool:
    """Whether the word at `first` has its capital only from opening the sentence: "However", "The"."""
    word = tokens.words[first]
    if first in matches or word in TITLES or word in TITLE_MODIFIERS:
        return False
    if is_function_word(word) and len(word) > 1:
        return tokens.opens[first] or word.istitle() and word in ("The", "A", "An")
    return tokens.opens[first] and last - first > 1 and word.lower() in lexicon() and _rest_names(tokens, first, last)


def _rest_names(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what follows an opening word is a name without it: "Police arrested", "Rival Acme"."""
    words = tokens.words
    if words[last - 1] in ORGANISATION_ENDINGS | GOVERNMENT_WORDS or words[first] in GIVEN_NAMES:
        return False
    return words[first + 1] in GIVEN_NAMES or lexicon().get(words[first].lower(), "").startswith(("VB", "NNS", "JJ"))


def _title(tokens: Tokens, matches: Mapping[int, Entry], first: int, last: int) -> int | None:
    """The last title in the run that has a name after it; None where a title is part of an organisation's name."""
    words = tokens.words
    for position in range(last - 2, first - 1, -1):
        if words[position] not in TITLES or position in matches:
            continue
        name = position + 1 + (words[position + 1] == ".")
        while name < last and words[name] in ("of", "the"):
            return _title_with_office(tokens, matches, position, last)
        if name >= last or words[name] in TITLES and name == last - 1 and words[name] not in FAMILY_NAMES:
            return None
        if ORGANISATION_ENDINGS.isdisjoint(words[name:last]) and GOVERNMENT_WORDS.isdisjoint(words[name:last]):
            return position
        return None
    return None


def _title_with_office(tokens: Tokens, matches: Mapping[int, Entry], title: int, last: int) -> int | None:
    """The last word of "Secretary of State" or "President of China" where a name follows it; None if none does."""
    words = tokens.words
    position = title + 1
    while position < last - 1:
        entry = matches.get(position)
        word = words[position]
        office = word in ("of", "the", "and") or word in TITLE_MODIFIERS or (word.lower() in lexicon() and word not in GIVEN_NAMES)
        if entry and entry.actor and entry.actor.kind in ("country", "government", "organisation", "body"):
            position += len(entry.words)
        elif office:
            position += 1
        else:
            break
    return position - 1 if position < last and position - 1 > title + 1 else None


def _title_start(tokens: Tokens, matches: Mapping[int, Entry], first: int, title: int) -> int:
    """Where the words that belong to a title begin: "U.S. Commerce Secretary", "former Vice President"."""
    words = tokens.words
    ends = {position + len(entry.words): position for position, entry in matches.items() if first <= position < title}
    start = title
    while start > first:
        word = words[start - 1]
        place = ends.get(start)
        if place is not None:
            entry = matches[place]
            if entry.actor is None or entry.actor.kind not in ("country", "government", "body"):
                break
            start = place
            break
        ordinary = word.lower() in lexicon() and start == title and not tokens.opens[start - 1]
        if not (word in TITLES or word in TITLE_MODIFIERS or word in ("of", "the", ".", "and", "-", "&") or ordinary):
            break
        start -= 1
    return start


def _titled(tokens: Tokens, matches: Mapping[int, Entry], start: int, name: int, last: int) -> Iterator[Found]:
    """The person whose title begins at `start` and whose name at `name`."""
    entry = matches.get(name)
    if entry and name + len(entry.words) == last:
        if entry.actor and entry.actor.kind == "person":
            yield Found(start, last, name, last, "person", entry)
            return
        if entry.use in ("name", "adjective") and tokens.words[name] not in FAMILY_NAMES | GIVEN_NAMES:
            yield from _listed(tokens, matches, name, last, entry)
            return
    if name < last and not (last - name == 1 and tokens.words[name] in NO_NAMES):
        sure = last - name > 1 or tokens.words[name].lower() not in lexicon() or not tokens.opens[start]
        yield Found(start, last, name, last, "person", None, sure)


def _listed(tokens: Tokens, matches: Mapping[int, Entry], first: int, last: int, entry: Entry) -> Iterator[Found]:
    """The listed actor there, if the words around it let it be one."""
    named = means_actor(tokens, first, last, entry, matches)
    if named:
        yield named


def _core(tokens: Tokens, matches: Mapping[int, Entry], first: int, last: int) -> Iterator[Found]:
    """The names of a run without titles."""
    while last > first and tokens.words[last - 1] in ("of", "the", "and", "-", "&", "for"):
        last -= 1
    if last <= first:
        return
    entry = matches.get(first)
    if entry and first + len(entry.words) == last:
        yield from _listed(tokens, matches, first, last, entry)
        return
    what = _whole(tokens, matches, first, last)
    if what in ("organisation", "government"):
        yield Found(first, last, first, last, what)
    elif what == "thing":
        yield from (piece for piece in _pieces(tokens, matches, first, last) if piece.entry and _owns(piece))
    elif what == "person":
        yield Found(first, last, first, last, "person")
    elif what != "place":
        yield from _pieces(tokens, matches, first, last)


def _owns(piece: Found) -> bool:
    """Whether a listed name in the name of a thing is still an actor: "Nvidia H20 Chip", not "Vietnam War"."""
    return piece.kind in ("organisation", "person")


def _whole(tokens: Tokens, matches: Mapping[int, Entry], first: int, last: int) -> str:
    """What the run is as a whole by its first and last words; empty where they do not tell."""
    words = tokens.words
    end = last - 1 - (words[last - 1] == "." and last - first > 1)
    final = words[end]
    if end == first:
        return ""
    if words[first] in GIVEN_NAMES and end - first == 1 and final in _ALSO_FAMILY_NAMES:
        return "person"
    of = [position for position in range(first + 1, end) if words[position] in ("of", "for")]
    head = [word for word in words[first : of[0] if of else last] if word in HEADS]
    if of and head:
        return "government" if not GOVERNMENT_WORDS.isdisjoint(head) else "organisation"
    if final in GOVERNMENT_WORDS:
        return "government"
    if final in ORGANISATION_ENDINGS:
        return "organisation"
    if final in PLACE_ENDINGS or words[first] in PLACE_STARTS:
        return "place"
    if final in THING_ENDINGS or words[first] in THING_STARTS:
        return "thing"
    return "organisation" if not LEGAL_FORMS.isdisjoint(words[first + 1 : last]) else ""


def _pieces(tokens: Tokens, matches: Mapping[int, Entry], first: int, last: int) -> Iterator[Found]:
    """The listed names in a run, and what lies between them."""
    position = begin = first
    while position < last:
        entry = matches.get(position)
        if entry is None or _is_part_of_person(tokens, begin, position, last, entry):
            position += 1
            continue
        if position > begin:
            yield from _unlisted(tokens, begin, position)
        end = position + len(entry.words)
        yield from _listed(tokens, matches, position, end, entry)
        position = begin = end
    if begin < last:
        yield from _unlisted(tokens, begin, last)


def _is_part_of_person(tokens: Tokens, begin: int, position: int, last: int, entry: Entry) -> bool:
    """Whether a listed word is a given or family name here: "Michael Jordan", "Chad Smith"."""
    words = tokens.words
    if len(entry.words) > 1:
        return False
    person = entry.actor is not None and entry.actor.kind == "person"
    before = position > begin and (words[begin] in GIVEN_NAMES or person)
    after = position == begin and words[position] in GIVEN_NAMES and position + 1 < last and not person
    return before or after


def _unlisted(tokens: Tokens, first: int, last: int) -> Iterator[Found]:
    """A name that no list and no ending knows: a person, an acronym, a company, or no name at all."""
    words = tokens.words
    while first < last and words[first] in (".", "-", "&", "of", "the", "for", "and"):
        first += 1
    while last > first and words[last - 1] in ("-", "&", "of", "the", "for", "and", "."):
        last -= 1
    if first >= last:
        return
    if last - first == 1:
        yield from _single(tokens, first)
        return
    kind = _kind_of_several(tokens, first, last)
    if kind:
        sure = any(word.lower() not in lexicon() for word in words[first:last]) or not tokens.opens[first]
        yield Found(first, last, first, last, kind, None, sure)


def _kind_of_several(tokens: Tokens, first: int, last: int) -> str:
    """The kind of an unlisted name of several words; empty where it is none."""
    words = [word for word in tokens.words[first:last] if word[0].isalnum()]
    if any(word in PLACES for word in words) and words[0] not in GIVEN_NAMES:
        return ""
    if all(word in NO_NAMES or word in NOT_ACRONYMS for word in words):
        return ""
    given = words[0] in GIVEN_NAMES or _is_initial(words[0])
    family = words[-1] in FAMILY_NAMES or words[-1] in SUFFIXES
    plain = sum(word.lower() in lexicon() for word in words)
    if len(words) <= 5 and (given or (family and not plain) or (family and len(words) == 2)):
        return "person"
    if any(_is_camel(word) for word in words):
        return "organisation"
    if plain == 0 and len(words) <= 4 and not any(word in NO_NAMES or word.isupper() for word in words):
        return "person"
    if plain == len(words) and tokens.opens[first]:
        return ""
    return "other"


def _single(tokens: Tokens, position: int) -> Iterator[Found]:
    """An unlisted name of one word."""
    word = tokens.words[position]
    if word in NO_NAMES or word in PLACES or len(word) == 1 or word in PLACE_ENDINGS or word in TITLES:
        return
    if word.endswith("s") and word[:-1] in NO_NAMES:
        return
    before = tokens.words[position - 1] if position else ""
    plain = word.lower() in lexicon()
    if word.isupper() or (word.endswith("s") and word[:-1].isupper() and len(word) > 2):
        if word.rstrip("s") in NOT_ACRONYMS or word in NOT_ACRONYMS or word.endswith("s") or len(word.strip(".")) > 8:
            return
        yield Found(position, position + 1, position, position + 1, "organisation", None, not plain)
        return
    person = before in LOWER_TITLES or word in FAMILY_NAMES
    if _is_camel(word):
        kind = "organisation"
    else:
        kind = "person" if person else "other"
    sure = not plain or (before in LOWER_TITLES and tokens.sentence[position - 1] == tokens.sentence[position])
    yield Found(position, position + 1, position, position + 1, kind, None, sure)


def _is_initial(word: str) -> bool:
    """Whether `word` is an initial or several: "J.", "J.D."."""
    return word.endswith(".") and len(word) <= 6


def _is_camel(word: str) -> bool:
    """Whether capitals stand within the word, as in GrowingIO, but not as in McDonald or O'Brien."""
    inner = word[1:]
    if word.startswith(("Mc", "Mac", "O'", "D'", "De", "Di", "La", "Le", "Fitz", "Van")):
        return False
    return not word.isupper() and any(map(str.isupper, inner)) and "'" not in word and "-" not in word
