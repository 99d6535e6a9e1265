"""Text -> its paragraphs and sentences, as offsets.

What comes in is any text; what goes out are spans in characters of that text, end exclusive, in order, not overlapping.
It never changes a character: ``text[span.start:span.end]`` is what stands there.
"""

import dataclasses
import functools
import re
from collections.abc import Iterator

__all__ = ["Paragraph", "Sentence", "find_paragraphs", "find_sentences"]

# Written before a name: the stop after them ends no sentence.
_TITLES = frozenset(
    """
    Mr Mrs Ms Mx Dr Prof Rev Fr Hon Pres Gov Sen Sens Rep Reps Gen Lt Col Maj Capt Cmdr Cdr Cpl Sgt Adm Brig Insp Supt
    Amb Asst Assoc Ste Msgr Mme Mlle M
    """.split(),
)
# Written before a number: the stop after them ends no sentence if a number follows.
_COUNTED = frozenset(
    """
    No Nos no nos Art Arts art Fig Figs fig Sec Sect sec Ch ch Vol vol vols p pp Para para Paras cl Nr nr ca c approx
    est Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """.split(),
)
_MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())
"""In capitals, too, as chronologies write them: "AUG. 22"."""
# Written within a sentence or at its end: what follows decides.
_SHORTENED = frozenset(
    """
    St Mt Ft Dep Det Inc Corp Co Cos Ltd Bros Jr Sr Esq PLC Plc plc Pty LLC Llc Mfg Intl Dept Univ Assn Ave Blvd Rd Hwy
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
    Tenn Tex Va Vt Wash Wis Wyo Ont Que
    etc al cf vs v eg ie viz incl min max avg ft lb lbs oz hr hrs sq bn mn tn am pm
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    """.split(),
)
# Words that open a sentence far more often than they continue a name ("Inc. The", but "Inc. Chairman").
_OPENERS = frozenset(
    """
    A After Also Although Among An And Another Any As At Because Before Both But By Despite During Each Earlier Even Few
    First For From Given He Her Here His How However I If In Instead It Its Just Last Later Many Meanwhile Moreover Most
    Much My No None Nor Not Now Of On Once One Only Or Other Others Our Over Previously Recently She Should Since So
    Some Still Such That The Their Then There These They This Those Though Three Through Thus To Today Two Under Unlike
    Until We Were What When Where Whether Which While Who Why With Within Without Yesterday Yet You Your
    """.split(),
)
# After a stop without a space, what is no new sentence but the rest of an address or a product's name.
_SUFFIXES = frozenset("Ai Biz Co Com Edu Gov Info Io Js Net Ng Org Tv".split())

_BOUNDARY = re.compile(
    r"""
    (?<! [.!?…。！？؟۔।] ) (?P<mark> [.!?…。！？؟۔।]++ )
    (?P<close> (?: ["'”’»)\]] | [ \u00a0\u202f]» )* )
    (?:
        (?P<gap> \s+ ) (?= ["'“‘«`(\[]* [^\W_] )                   # a space, and a word or number, quoted or not
      | (?<= [^\W\d_][.!?] | [%)][.!?] ) (?= ["“]? [A-Z][a-z] )   # none, in scraped text: "again.Since"
      | (?<= [。！？] ) (?= \w )                                   # none is usual in Chinese and Japanese
    )
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]/—–-]*\Z")
_NEXT_WORD = re.compile(r"[\"'“‘«`(\[]*([^\W_]+)")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")
_MARKER = re.compile(r"(?:[-*•‣▪·●–]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_WORD = re.compile(r"\S+")
_HEADING_MARK = re.compile(r"#{1,6}\s+(?=\S)")
_FINAL = tuple(".!?…。！？؟۔।:;,")
_CLOSING = "\"'”’»)]* "

LONGEST_SENTENCE = 300  # words, marks among them; the longest that newspapers print has some 150
_STRETCH = re.compile(rf"(?:(?:\w{{1,40}}+|[^\w\s])\s*+){{{LONGEST_SENTENCE}}}")
_MARK = re.compile(r"[,;:–—]\s+")
_GLUED = re.compile(r"(?:The|This|These|They|When|While|After|But) (?=\w)")
_BLANK = re.compile(r"\s+")
# When a page came out, by day and clock, before a capital: "Hard times Friday 8 July 2005 15.01 BST The mill".
_STAMP = re.compile(
    r"""
    (?: \| \s* )? \b (?: Mon | Tue | Wed | Thu | Fri | Sat | Sun ) [a-z]* \.? ,? \s
    (?: \d{1,2} \s [A-Z][a-z]{2,8} \.? | [A-Z][a-z]{2,8} \.? \s \d{1,2} ) ,? \s (?: 19 | 20 ) \d\d ,? \s
    \d{1,2} [.:] \d\d (?: \s? [ap]\.?m\.? )? \s (?: GMT | UTC | BST | CES?T | IST | JST | A?E?[ECMP][SD]?T ) \b
    (?= \s+ ["“‘«(]* [A-Z0-9] | \s* \Z )
    """,
    re.VERBOSE,
)
_YEAR_AND_CLOCK = re.compile(r"(?:19|20)\d\d,?\s\d{1,2}[.:]\d\d")  # in every stamp, and hardly a text without one
_LEADS_TO_DAY = re.compile(
    r"(?:\b(?:on|for|by|at|from|since|until|till|to|of|before|after|and|or|the|is|was)|[,:–—-])\s*\Z"
)

HEADING_CHARACTERS = 150  # a longer line is a paragraph that lost its full stop
WRAPPED_COLUMNS = range(50, 101)  # widths at which mail and plain text are commonly wrapped


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of text that holds something; `kind` is ``"body"``, ``"heading"`` or ``"item"`` (of a list).

    In text wrapped at a fixed width a paragraph is all the lines that the wrapping made of it.
    """

    start: int
    end: int
    kind: str = "body"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, with the index of its paragraph in `find_paragraphs` of the same text."""

    start: int
    end: int
    paragraph: int


# Each step of the road asks for these of the same text in turn, so the last few answers are kept.
@functools.lru_cache(maxsize=8)
def find_paragraphs(text: str) -> tuple[Paragraph, ...]:
    r"""The lines of `text` that are not blank, without the white space around them; empty for a blank text.

    A heading is a line marked by ``#``, or a short line without final punctuation or in Title Case, with text after it.
    Lines that were broken by wrapping at a fixed width are one paragraph.

    Examples
    --------
    >>> text = "Acme buys Globex\n\n  The deal closed on Monday. \n- 300 jobs go\n"
    >>> [(text[p.start:p.end], p.kind) for p in find_paragraphs(text)]
    [('Acme buys Globex', 'heading'), ('The deal closed on Monday.', 'body'), ('- 300 jobs go', 'item')]

    Lines of which each is full are one paragraph:

    >>> text = "Acme said on Monday that it would buy Globex for two\nbillion dollars. The deal closes in May."
    >>> len(find_paragraphs(text))
    1
    """
    spans = _unwrap(text, _list_lines(text))
    last = len(spans) - 1
    return tuple(
        Paragraph(start=start, end=end, kind=_classify_line(text[start:end], heads_something=index < last))
        for index, (start, end) in enumerate(spans)
    )


@functools.lru_cache(maxsize=8)
def find_sentences(text: str) -> tuple[Sentence, ...]:
    r"""The sentences of `text`, a heading or item without a full stop is one sentence.

    List and heading marks are left out, and so is the stamp of a page that was run together with its text.

    What goes on for more than 300 words, such as a transcript without marks, is cut between two of them.

    Examples
    --------
    >>> text = 'Mr. Li met U.S. envoys at 3.30 p.m. on Aug. 11. "We agreed," he said.'
    >>> [text[s.start:s.end] for s in find_sentences(text)]
    ['Mr. Li met U.S. envoys at 3.30 p.m. on Aug. 11.', '"We agreed," he said.']

    >>> text = "- Acme Inc. Chairman Jo Doe left the U.S. The board met again.Since then, nothing."
    >>> [text[s.start:s.end] for s in find_sentences(text)]
    ['Acme Inc. Chairman Jo Doe left the U.S.', 'The board met again.', 'Since then, nothing.']
    """
    sentences: list[Sentence] = []
    stamped = _YEAR_AND_CLOCK.search(text) is not None
    for index, paragraph in enumerate(find_paragraphs(text)):
        start = paragraph.start
        mark = _MARKER.match(text, start, paragraph.end) or _HEADING_MARK.match(text, start, paragraph.end)
        if mark:
            start = mark.end()
        parts = _part_at_stamps(text, start, paragraph.end) if stamped else [(start, paragraph.end)]
        for part_start, part_end in parts:
            sentences += _split(text, part_start, part_end, index)
    return tuple(sentences)


def _part_at_stamps(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands before, between and behind the stamps of a page in ``text[start:end]``, without them."""
    for stamp in _STAMP.finditer(text, start, end):
        if _LEADS_TO_DAY.search(text, max(start, stamp.start() - 10), stamp.start()):
            continue  # "opens on Friday 3 May 2024 09:00 UTC"
        before = start + len(text[start : stamp.start()].rstrip())
        if start < before:
            yield start, before
        gap = _BLANK.match(text, stamp.end())
        start = min(gap.end() if gap else stamp.end(), end)
    if start < end:
        yield start, end


def _split(text: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    """The sentences of ``text[start:end]``."""
    for boundary in _BOUNDARY.finditer(text, start, end):
        if boundary.start() > start and _ends_sentence(text, start, boundary):
            yield from _part(text, start, boundary.end("close"), paragraph)
            start = boundary.end()
    if start < end:
        yield from _part(text, start, end, paragraph)


def _part(text: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    """What stands between two boundaries, a heading parted from the text it is glued to: "Hard timesThe mill shut."."""
    for opening in _GLUED.finditer(text, start, end):
        before = text[max(start, opening.start() - 3) : opening.start()]
        if len(before) == 3 and before.isalpha() and before.islower():
            yield from _cut(text, start, opening.start(), paragraph)
            start = opening.start()
    yield from _cut(text, start, end, paragraph)


def _cut(text: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    """The sentence ``text[start:end]``, in parts of at most `LONGEST_SENTENCE` words where it never seems to end.

    A part ends behind the last mark of its second half, else between two words, else within what is no word any more.
    """
    while end - start > LONGEST_SENTENCE:  # characters: else it has no more words
        part = _STRETCH.match(text, start, end)
        if part is None or part.end() >= end:
            break
        stop = _find_last_pause(text, start, part.end())
        yield Sentence(start=start, end=start + len(text[start:stop].rstrip()), paragraph=paragraph)
        start = stop
    yield Sentence(start=start, end=end, paragraph=paragraph)


def _find_last_pause(text: str, start: int, end: int) -> int:
    """Where to cut ``text[start:end]``: the place at which the rest begins."""
    half = (start + end) // 2
    for pause in (_MARK, _BLANK):
        if places := [found.end() for found in pause.finditer(text, half, end)]:
            return places[-1]
    return end


def _ends_sentence(text: str, start: int, boundary: re.Match[str]) -> bool:
    """Whether the mark found ends a sentence that begins at `start`."""
    following = _NEXT_WORD.match(text, boundary.end())
    word = following.group(1) if following else ""
    if word[:1].islower() and not word[1:2].isupper():  # "iPhone" may open one
        return False
    mark = boundary["mark"]
    if boundary["gap"] is None and word in _SUFFIXES:
        return False
    if mark != ".":
        return not (mark[0] in ".…" and text[boundary.start() - 1].isspace() and word not in _OPENERS)
    if boundary["close"].strip(")]"):
        return True
    last = _LAST_WORD.search(text, max(start, boundary.start() - 30), boundary.start())
    return _stop_is_final(last.group().lstrip("*_") if last else "", word)


def _stop_is_final(last: str, word: str) -> bool:
    """Whether a full stop between the words `last` and `word` ends a sentence rather than an abbreviation."""
    if last in _TITLES:
        return False
    if last in _COUNTED or last.capitalize() in _MONTHS:
        return not word[:1].isdigit()
    if last in _SHORTENED or _ACRONYM.match(last):
        return word in _OPENERS
    if len(last) == 1 and last.isalpha():
        return word in _OPENERS and last != "I"
    return True


def _list_lines(text: str) -> list[tuple[int, int]]:
    """The stripped lines of `text` that are not blank."""
    spans = []
    offset = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = offset + line.index(body[0])
            spans.append((start, start + len(body)))
        offset += len(line)
    return spans


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`lines`, those joined that wrapping at a fixed width has parted."""
    parted = _find_wrapped_lines(text, lines)
    certain = [index for index in parted if text[lines[index][0]].islower()]
    joined = set(parted if len(certain) > 1 else certain)
    if not joined:
        return lines
    spans: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(lines):
        if index in joined:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _find_wrapped_lines(text: str, lines: list[tuple[int, int]]) -> list[int]:
    """The indices of lines whose first word would not have fitted on the line before, in blocks of one width."""
    found: list[int] = []
    first = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and text.count("\n", lines[index - 1][1], lines[index][0]) == 1:
            continue
        width = max((end - start for start, end in lines[first:index]), default=0)
        if width in WRAPPED_COLUMNS:
            found += [i for i in range(first + 1, index) if _overflows(text, lines[i - 1], lines[i], width)]
        first = index
    return found


def _overflows(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the first word of the `following` line would have made `line` longer than `width`."""
    word = _WORD.match(text, following[0], following[1])
    length = word.end() - word.start() if word else 0
    return line[1] - line[0] + 1 + length > width and not _MARKER.match(text, *following)


def _classify_line(line: str, *, heads_something: bool) -> str:
    """What kind of paragraph `line` is; the last line of a text heads nothing."""
    if _HEADING_MARK.match(line):
        return "heading"
    if _MARKER.match(line):
        return "item"
    if heads_something and len(line) <= HEADING_CHARACTERS and (_is_open(line) or _is_title_case(line)):
        return "heading"
    return "body"


def _is_open(line: str) -> bool:
    """Whether `line` lacks final punctuation."""
    return not line.rstrip(_CLOSING).endswith(_FINAL)


def _is_title_case(line: str) -> bool:
    """Whether three or more words of `line` begin with a capital, and no longer one with a small letter."""
    words = [word for word in re.findall(r"\w[\w'’.-]*", line) if len(word) > 3]
    return len(words) > 2 and not any(word[0].islower() and len(word) > 4 for word in words)
