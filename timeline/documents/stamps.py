"""A line -> the days it is stamped with, where it is a line that says when a text was published and little else.

A line is taken apart from left to right: labels, days, times, zones, who wrote it, how long the reading takes. What is
left over has to look like a name, a place or a section; any sentence is left alone.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator

from timeline.documents import _stamp_words as words
from timeline.documents.day_order import find_line_order

__all__ = ["Stamp", "StampedLine", "read_day_and_month", "read_possible_days", "read_stamped_line"]

LONGEST_LINE = 250  # characters
LONGEST_REST = 70  # characters of names, places and sections beside the stamps
MOST_WORDS = 7  # in one of them
MOST_REST = 25  # words in all of them
LONGEST_LABEL = 40  # characters of a line that is a label alone ("Published")

_LETTERS = r"[^\W\d_]{3,12}"
_ORDINAL = r"(?:st|nd|rd|th|er|[ºª°.])?"
_ENDS = r"(?=\d{1,2}:\d\d|\b)"  # sites set the time right behind the year
_DAY = re.compile(
    rf"""
      (?P<y>\d{{4}})(?P<joint>[-./])(?P<m>\d{{1,2}})(?P=joint)(?P<d>\d{{1,2}})(?=T\d|\b)\.?
    | (?P<yc>\d{{4}})\s?[年년]\s?(?P<mc>\d{{1,2}})\s?[月월]\s?(?P<dc>\d{{1,2}})\s?[日일号]
    | (?P<a>\d{{1,2}})(?P<sign>[-./])\s?(?P<b>\d{{1,2}})(?P=sign)\s?(?P<yn>\d{{4}}){_ENDS}
    | (?P<ds>\d{{1,2}})\.(?P<ms>\d{{1,2}})\.(?P<ys>\d\d)(?=\s?[,|–-]?\s?(?:um\s)?\d{{1,2}}[:.]\d\d(?!\d))
    | (?P<mt>{_LETTERS})\s+(?P<dt>\d{{1,2}})\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{3,4}}\s+)?(?P<yt>\d{{4}})\b
    | (?P<dw>\d{{1,2}}){_ORDINAL}[\s./-]*(?:(?:of|de|d['’])\s+)?(?P<mw>{_LETTERS})\.?
      (?:\s+del?\b)?[\s,./-]{{1,3}}(?P<yw>\d{{4}}){_ENDS}
    | (?P<mu>{_LETTERS})\.?[\s-]{{1,2}}(?P<du>\d{{1,2}}){_ORDINAL}(?:\s*,\s*|[\s-]{{1,2}})(?P<yu>\d{{4}}){_ENDS}
    | (?P<yh>\d{{4}})\.?[\s,-]{{1,2}}(?P<mh>{_LETTERS})\.?[\s-]{{1,2}}(?P<dh>\d{{1,2}})\b\.?
    """,
    re.VERBOSE,
)
_DAY_AND_MONTH = re.compile(
    rf"(?P<d>\d{{1,2}}){_ORDINAL}\s*(?:(?:of|de)\s+)?(?P<m>{_LETTERS})|(?P<mu>{_LETTERS})\.?\s+(?P<du>\d{{1,2}}){_ORDINAL}"
)
_NOT_A_YEAR = re.compile(r"[-/.]?\d(?!\d?:\d\d)")
_TIME = re.compile(
    r"(?:T\s?)?\d{1,2}(?:\s?[:.h]\s?\d{2}(?![\d/-])){1,2}(?:\.\d+)?(?:\s*[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
    r"|(?:오전|오후|上午|下午|午前|午後)\s?\d{1,2}[:時时]\s?\d{2}分?"
    r"|\d{4}\s(?=gmt|utc|hrs|est|edt)|noon|midnight",
    re.IGNORECASE,
)
# Sites set the next word right behind the zone ("4:30 PM ETHeard on").
_LAST = re.compile(rf"\(?(?:{words.LAST})(?:(?!\w)|(?-i:(?<=[A-Z\d])(?=[A-Z][a-z])))\)?", re.IGNORECASE)
_LABEL = re.compile(rf"(?:{words.LABELS})(?:(?!\w)|(?-i:(?<=[a-z])(?=[A-Z])))", re.IGNORECASE)  # "PublishedMay 14 2024"
_UPDATE = re.compile(rf"(?:{words.UPDATES})(?!\w)", re.IGNORECASE)
_OTHER = re.compile(rf"\W*(?:{words.OTHERS})\s*:", re.IGNORECASE)
_ABOUT = re.compile(rf"(?:{words.ABOUT})(?!\w)", re.IGNORECASE)
_JOINT = re.compile(rf"(?:{words.TIMES})(?!\w)", re.IGNORECASE)
_BY = re.compile(
    r"(?:written\s+|reported\s+)?(?:by|von|par|por|di|da|door|av|af|heard\s+on|aired\s+on)(?!\w)"
    r"|(?:来源|來源|作者|编辑|責任編輯|责任编辑|记者|記者|출처|source|quelle|fuente|fonte|bron|kilde|källa)(?=\s?[:：])",
    re.IGNORECASE,
)
_BY_ONE = re.compile(r"\bby\s+[\w.@-]+\Z", re.IGNORECASE)  # a name as accounts have it: "by admin"
_SIGNS = re.compile(r"[\s|•·,;:：()\[\]<>»›*_#~@\"“”/–—−‒-]+|\.(?=[\s,;|]|$)")
_PARTING = re.compile(r"[|•·,;()/–—\n»›>]|\s-+\s|\s{3,}")

_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")

_WORD = re.compile(r"[^\s|•·,;()\[\]/–—]+")
_SMALL = frozenset(
    "of the and for in at to from with de la le el du des der die das von van und et y e & al bin "
    "correspondent editor reporter writer columnist".split()  # who writes, behind a name
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """One date of a line.

    Attributes
    ----------
    start, end
        Its place in the line, without its time.
    words
        The date as written.
    days
        The day; two where its figures can be read both ways.
    label
        ``"published"``, ``"updated"``, or ``""`` where nothing in front of it says.
    """

    start: int
    end: int
    words: str
    days: tuple[dt.date, ...]
    label: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StampedLine:
    """A line's stamps in order, whether a time or a name is with them, and the label it ends in, if any."""

    stamps: tuple[Stamp, ...]
    has_time: bool
    has_name: bool
    open_label: str


@dataclasses.dataclass(slots=True)
class _State:
    """What has been read of a line so far."""

    label: str = ""
    after_by: bool = False
    has_time: bool = False
    has_name: bool = False


def read_stamped_line(line: str, label: str = "") -> StampedLine | None:
    """What `line` consists of, if it is nothing but days of publication and what goes with them; else None.

    `label` is that of a line before which was left open ("Published:").

    Examples
    --------
    >>> read_stamped_line("By Jo Doe | Published: Feb. 20, 2023 at 12:17 PM CST|Updated: Feb. 21, 2023").stamps[0].days
    (datetime.date(2023, 2, 20),)
    >>> [s.label for s in read_stamped_line("Veröffentlicht am 3. Mai 2024, aktualisiert am 4. Mai 2024").stamps]
    ['published', 'updated']
    >>> read_stamped_line("The council voted on 3 May 2024 to sell the docks"), read_stamped_line("Chapter 12")
    (None, None)
    """
    if len(line) > LONGEST_LINE or (len(line) > LONGEST_LABEL and not _YEAR.search(line)) or _OTHER.match(line):
        return None
    state = _State(label=label)
    stamps: list[Stamp] = []
    rest: list[tuple[int, int]] = []
    position = 0
    while position < len(line):
        signs = _SIGNS.match(line, position)
        if signs:
            position = signs.end()
            continue
        position = _read_next(line, position, state, stamps, rest)
        if len(rest) > MOST_REST or (rest and not state.has_name and _is_lower(line[slice(*rest[-1])])):
            return None  # a sentence; most lines are, and this is found at their second or third word
    if not (stamps or state.label) or not _are_names(line, rest, stamps, state):
        return None
    return StampedLine(
        stamps=tuple(stamps), has_time=state.has_time, has_name=state.has_name or bool(rest), open_label=state.label
    )


def _read_next(line: str, position: int, state: _State, stamps: list[Stamp], rest: list[tuple[int, int]]) -> int:
    """The end of the part of `line` that begins at `position`, which is written down where it belongs."""
    found = _read_day(line, position)
    if found:
        end, days = found
        stamps.append(Stamp(start=position, end=end, words=line[position:end], days=days, label=state.label))
        state.label, state.after_by = "", False
        return end
    for pattern, name in ((_UPDATE, "updated"), (_LABEL, "published")):
        label = pattern.match(line, position)
        if label and not _is_verb(line, position, rest, stamps, state):
            state.label, state.after_by = name, False
            return label.end()
    time = _TIME.match(line, position)
    if time:
        state.has_time = True
        zone = _LAST.match(line, _skip_blanks(line, time.end()))
        return zone.end() if zone else time.end()
    for pattern in (_ABOUT, _BY, _JOINT, *([_LAST] if state.has_time else [])):
        if part := pattern.match(line, position):
            state.after_by |= pattern is _BY
            state.has_name |= pattern is _BY
            return part.end()
    word = _WORD.match(line, position)
    end = word.end() if word else position + 1
    if line[position:end].casefold().strip(".,") not in words.WEEKDAYS:
        rest.append((position, end))
        if not state.after_by and state.label:
            rest.append((position, end))  # a label that something else follows is a word like any other
            state.label = ""
    return end


def _is_verb(line: str, position: int, rest: list[tuple[int, int]], stamps: list[Stamp], state: _State) -> bool:
    """Whether a label at `position` says what the one named right before it did."""
    if not rest or state.has_name or (stamps and stamps[-1].start >= rest[-1][1]):
        return False
    return not _PARTING.search(line, rest[-1][1], position)


def _skip_blanks(line: str, position: int) -> int:
    while position < len(line) and line[position] in " \u00a0\u202f,":
        position += 1
    return position


def _are_names(line: str, rest: list[tuple[int, int]], stamps: list[Stamp], state: _State) -> bool:
    """Whether the words in `rest` are names of people, places, papers or sections set apart from the stamps."""
    if not rest:
        return True
    if line.endswith(".") and not state.has_name and not state.has_time:
        return False  # a sentence, however many of its words begin with a capital
    segments = list(_list_segments(line, rest))
    if sum(end - start for start, end, _ in segments) > LONGEST_REST or any(
        count > MOST_WORDS for *_, count in segments
    ):
        return False
    if not all(
        _is_name(line[start:end]) or (state.has_name and _BY_ONE.search(line[:end])) for start, end, _ in segments
    ):
        return False
    return all(_stands_apart(line, start, end, stamps, state) for start, end, _ in segments)


def _list_segments(line: str, rest: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Neighbouring words of `rest` put together: start, end and number of words."""
    start, end, count = *rest[0], 1
    for next_start, next_end in rest[1:]:
        if next_start - end <= 1 and line[end:next_start].strip() == "":
            end, count = next_end, count + 1
        else:
            yield start, end, count
            start, end, count = next_start, next_end, 1
    yield start, end, count


def _is_lower(word: str) -> bool:
    """Whether `word` begins with a small letter, and is none of those that names have in them."""
    return word[:1].islower() and word.casefold() not in _SMALL


def _is_name(segment: str) -> bool:
    """Whether all words of `segment` that count begin with a capital or a figure, and no sentence ends in it."""
    counted = [word for word in segment.split() if word.casefold() not in _SMALL and word not in words.SOURCES]
    return all(not word[0].islower() for word in counted) and not segment.endswith(("!", "?"))


def _stands_apart(line: str, start: int, end: int, stamps: list[Stamp], state: _State) -> bool:
    """Whether a sign parts a name from the stamps beside it, or what it is shows otherwise."""
    if set(line[start:end].split()) & words.SOURCES or state.after_by or (state.has_name and not stamps):
        return True
    before = next((s for s in reversed(stamps) if s.end <= start), None)
    after = next((s for s in stamps if s.start >= end), None)
    if before and (_PARTING.search(line, before.end, start) or line.startswith("in ", start)):
        return True
    if after and (_PARTING.search(line, end, after.start) or state.has_time or state.has_name or after.label):
        return True
    return not before and not after


def _read_day(line: str, position: int) -> tuple[int, tuple[dt.date, ...]] | None:
    """Where the date at `position` ends, and its days; None where there is none."""
    found = _DAY.match(line, position)
    if not found or _NOT_A_YEAR.match(line, found.end()):
        return None
    days = _list_days(found.groupdict(), line)
    return (found.end(), days) if days else None


def _list_days(part: dict[str, str | None], line: str) -> tuple[dt.date, ...]:
    """The days that the parts of a date name; none where they name an impossible one."""
    for year, month, day in (("y", "m", "d"), ("yc", "mc", "dc")):
        if part[year]:
            return tuple(_list_possible(part[year], part[month], part[day]))
    if part["ys"]:  # with a time behind it: of this century, in which pages are made
        return tuple(_list_possible(f"20{part['ys']}", part["ms"], part["ds"]))
    for year, month, day in (("yt", "mt", "dt"), ("yw", "mw", "dw"), ("yu", "mu", "du"), ("yh", "mh", "dh")):
        if part[year]:
            number = words.MONTHS.get((part[month] or "").casefold())
            return tuple(_list_possible(part[year], str(number), part[day])) if number else ()
    order = "dmy" if part["sign"] == "." else find_line_order(line)
    both = {"dmy": (part["b"], part["a"]), "mdy": (part["a"], part["b"])}
    pairs = [both[order]] if order else list(both.values())
    return tuple(dict.fromkeys(day for pair in pairs for day in _list_possible(part["yn"], *pair)))


def _list_possible(year: str | None, month: str | None, day: str | None) -> Iterator[dt.date]:
    try:
        yield dt.date(int(year or 0), int(month or 0), int(day or 0))
    except ValueError:
        return


def read_possible_days(text: str) -> tuple[dt.date, ...]:
    """The day that `text` names, or the two it may name; none where it holds no date, or several.

    Examples
    --------
    >>> read_possible_days("Tue, 3 May 2022 10:00 GMT"), read_possible_days("03/05/2024"), read_possible_days("14 July")
    ((datetime.date(2022, 5, 3),), (datetime.date(2024, 5, 3), datetime.date(2024, 3, 5)), ())
    """
    found = []
    position = 0
    while position < len(text):
        day = _read_day(text, position) if position == 0 or not text[position - 1].isalnum() else None
        position = day[0] if day else position + 1
        found += [day[1]] if day else []
    return found[0] if len(set(found)) == 1 else ()


def read_day_and_month(text: str) -> tuple[int, int] | None:
    """The month and day that `text` names without a year, as numbers; None where it names none.

    Examples
    --------
    >>> read_day_and_month("3 мая"), read_day_and_month("May 8"), read_day_and_month("May")
    ((5, 3), (5, 8), None)
    """
    for found in _DAY_AND_MONTH.finditer(text):
        month = words.MONTHS.get((found["m"] or found["mu"]).casefold())
        day = int(found["d"] or found["du"])
        if month and list(_list_possible("2000", str(month), str(day))):
            return month, day
    return None
