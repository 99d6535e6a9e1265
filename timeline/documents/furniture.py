"""A text -> what stands around its article and is not it, as spans; and the article alone, offsets unchanged.

It looks at the shape and place of lines, never at what an article is about, and when in doubt leaves a line to the
article. It changes no text: `blank_furniture` blanks, so that every offset of the one holds in the other.
"""

import bisect
import dataclasses
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from timeline.documents import _furniture_words as words
from timeline.documents.front_matter import read_front_matter
from timeline.documents.publication import find_stated_dates
from timeline.sentences import Paragraph, find_paragraphs

__all__ = ["Furniture", "blank", "blank_furniture", "find_block_kind", "find_furniture"]

LONGEST_LINE = 400  # characters; what is longer is text
LAST_LINES = 4  # below an article, where a paper tells of its reporter
LEAST_MENU = 3  # lines of one or two words in a row
LONGEST_LABEL = 2  # words of an item of a menu
SHORTEST_HEADLINE = 3  # words
SHORTEST_TEASER = 20  # characters; what is shorter may be repeated for good reason


def _compile_pattern(patterns: Sequence[str], flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)


def _compile_kinds(kinds: Mapping[str, Sequence[str]], flags: re.RegexFlag) -> re.Pattern[str]:
    """One pattern for all `kinds`, each a group of that name."""
    return _compile_pattern([f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in kinds.items()], flags)


_LINES = (_compile_kinds(words.LINES, re.IGNORECASE), _compile_kinds(words.LINES_AS_WRITTEN, re.NOFLAG))
_PHRASES = [(kind, re.compile(pattern)) for kind, pattern in words.PHRASES.items()]
_BLOCKS = {
    "related": _compile_pattern(words.RELATED_HEADINGS),
    "sources": _compile_pattern(words.SOURCES_HEADINGS),
    "comments": _compile_pattern(words.COMMENTS_HEADINGS),
}
_MASTHEAD = re.compile(words.MASTHEAD)
_SECTION = re.compile(words.SECTION, re.IGNORECASE)
_BIOGRAPHY = re.compile(words.BIOGRAPHY)
_FEED = _compile_pattern(words.FEED_LINES)
_STATED = {"dateline": "dateline", "updated": "updated"}
_STOPS = tuple(".!?。！？؟")
_CLOSING = "\"'”’»)] "
_ELLIPSIS = ("...", "…")
_NAME = re.compile(r"(?<![.!?] )(?<!\A)\b[A-Z][\w'’-]+")
_WORD = re.compile(r"\w{5,}")
_SOURCE_MARKS = ('"', "“", "‘", "^", "[")
_SIGNATURE = re.compile(r"[A-Z]{2,5}|Reuters|[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*|of|the|and|&)){1,3}")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of text that is not the article; `kind` says what it is.

    ``"front matter"``, ``"dateline"``, ``"date line"``, ``"repeated"`` (or cut short), ``"navigation"``, ``"share"``,
    ``"credit"``, ``"caption"``, ``"byline"``, ``"publisher"``, ``"related"``, ``"sources"``, ``"footnote"``,
    ``"comments"``, ``"advert"``, ``"newsletter"``, ``"consent"``, ``"copyright"`` or ``"updated"``.
    """

    start: int
    end: int
    kind: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A paragraph with its words."""

    start: int
    end: int
    text: str
    kind: str
    is_text: bool  # a full sentence or more, as opposed to a headline, label or teaser


def _watch_nothing() -> None:
    """What is called for each line where the work may take as long as it takes."""


def find_furniture(text: str, check: Callable[[], None] = _watch_nothing) -> list[Furniture]:
    r"""The stretches of `text` that are not the article, in order, not overlapping; empty where all of it is.

    `check` is called for each line and may raise to end the work (`timeline.documents.timing.watch`).

    Examples
    --------
    >>> text = "Skip to content\nActs signed\nThe governor signed two acts.\nAlso read: Storm killed 12 in May 2023"
    >>> [(text[f.start:f.end], f.kind) for f in find_furniture(text)]
    [('Skip to content', 'navigation'), ('Also read: Storm killed 12 in May 2023', 'related')]

    A mention within a sentence, or a heading of the article's own, is none:

    >>> find_furniture("Background\nThe related articles of the treaty stand. Copyright law changed in 2024.")
    []
    """
    matter = read_front_matter(text).end
    found = [Furniture(start=0, end=matter, kind="front matter")] if matter else []
    paragraphs = find_paragraphs(text)
    stated = find_stated_dates(text, matter, paragraphs)
    found += [Furniture(start=d.start, end=d.end, kind=_STATED.get(d.basis, "date line")) for d in stated]
    after = {d.start: d.end for d in stated}
    lines = [_make_line(text, p, after.get(p.start, p.start)) for p in paragraphs if p.start >= matter]
    lines = [line for line in lines if line.text]
    kinds = _classify_lines(lines, check)
    for index, line in enumerate(lines):
        check()
        if index in kinds:
            found.append(Furniture(start=line.start, end=line.end, kind=kinds[index]))
        else:
            found += _find_phrases(line)
    return _join(found)


def blank_furniture(text: str) -> str:
    r"""`text` with its furniture blanked out: same length, so every offset of the one holds in the other.

    Examples
    --------
    >>> blank_furniture("KYIV, 3 March 2024 (Wire) - Ukraine signed a loan deal.\nNo comments yet...").strip()
    'Ukraine signed a loan deal.'
    """
    return blank(text, find_furniture(text))


def blank(text: str, furniture: Sequence[Furniture]) -> str:
    """`text` with spaces in place of all that is not white space within `furniture`."""
    parts = []
    position = 0
    for stretch in furniture:
        parts += [text[position : stretch.start], re.sub(r"\S", " ", text[stretch.start : stretch.end])]
        position = stretch.end
    return "".join([*parts, text[position:]])


def _make_line(text: str, paragraph: Paragraph, start: int) -> _Line:
    """`paragraph` from `start`, which lies behind its dateline where it has one."""
    body = text[start : paragraph.end]
    stripped = body.lstrip()
    ends = stripped.rstrip(_CLOSING)
    is_text = len(stripped) >= 40 and paragraph.kind != "heading" and (ends.endswith(_STOPS) or len(stripped) > 200)
    return _Line(
        start=paragraph.end - len(stripped),
        end=paragraph.end,
        text=stripped,
        kind=paragraph.kind,
        is_text=is_text and not ends.endswith(_ELLIPSIS),
    )


def _classify_lines(lines: Sequence[_Line], check: Callable[[], None]) -> dict[int, str]:
    """The kind of furniture each of `lines` is, by index; those of the article are left out."""
    kinds: dict[int, str] = {}
    for index, line in enumerate(lines):
        check()
        if kind := _classify_alone(line.text):
            kinds[index] = kind
    for index in _find_repeated(lines):
        kinds.setdefault(index, "repeated")
    _mark_head(lines, kinds)
    _mark_cut(lines, kinds)
    _mark_blocks(lines, kinds, check)
    _mark_tail(lines, kinds)
    return kinds


def _classify_alone(line: str) -> str:
    """The kind of furniture a line is by its own words, or ""."""
    bare = line.strip("#*_>•·∙|- \t")
    if len(bare) > LONGEST_LINE or not bare:
        return ""
    found = _LINES[0].fullmatch(bare) or _LINES[1].fullmatch(bare)
    return (found and found.lastgroup) or ""


def _find_repeated(lines: Sequence[_Line]) -> Iterator[int]:
    """The indices of lines that an earlier line says, or that cut another short ("...") or add a site's name to it."""
    plain = [" ".join(line.text.casefold().split()).strip("#* ") for line in lines]
    ordered = sorted(set(plain))
    known = set(plain)
    seen: set[str] = set()
    for index, line in enumerate(plain):
        stem = line.rstrip(". …") if line.endswith(_ELLIPSIS) else line
        title = re.split(r"\s[|–—-]\s", line, maxsplit=1)[0]
        if len(stem) < SHORTEST_TEASER:
            continue
        first = bisect.bisect_left(ordered, stem)
        whole = stem != line and any(w != line and w.startswith(stem) for w in ordered[first : first + 2])
        signed = title != line and len(title) >= SHORTEST_TEASER and title in known
        if line in seen or whole or signed:
            yield index
        seen.add(line)


def _mark_blocks(lines: Sequence[_Line], kinds: dict[int, str], check: Callable[[], None]) -> None:
    """Add to `kinds` the lines below headings such as "Related articles", up to where the article goes on."""
    article = _Vocabulary()
    block = ""
    is_feed = False
    for index, line in enumerate(lines):
        check()
        heading = find_block_kind(line.text)
        if heading:
            block = heading
            is_feed = block == "comments" or (article.has_text and _is_feed(lines[index + 1 : index + 13]))
        elif block == "sources" and line.text.startswith(_SOURCE_MARKS):
            pass  # "“Pier sold”. The Harbour Herald. 3 May 2024."
        elif block and not is_feed and index not in kinds and line.is_text:
            teaser = lines[index - 1]
            if article.has_text and not teaser.is_text and article.tells_of(teaser.text, line.text):
                is_feed = True
            elif article.goes_on_in(line.text):
                _give_back(lines, kinds, index, with_title=not article.has_text)
                block = ""
        if block:
            kinds.setdefault(index, block)
        elif index not in kinds:
            article.add(line)


def find_block_kind(line: str) -> str:
    """The kind of block that `line` stands over (``"related"``, ``"sources"``, ``"comments"``), or ""."""
    bare = line.strip("#*_>•|- \t").rstrip(":»› \t")
    if len(bare) > 80 or bare.endswith(_STOPS):
        return ""
    return next((kind for kind, pattern in _BLOCKS.items() if pattern.fullmatch(bare)), "")


def _is_feed(lines: Sequence[_Line]) -> bool:
    """Whether the lines below a heading are those of a feed: dated "28 minutes ago", or each headline given twice."""
    dated = any(_FEED.fullmatch(line.text) for line in lines if len(line.text) < 100)
    return dated or any(a.text == b.text for a, b in itertools.pairwise(lines) if not a.is_text)


def _give_back(lines: Sequence[_Line], kinds: dict[int, str], index: int, *, with_title: bool) -> None:
    """Take out of `kinds` the text right above the line at which the article goes on, or its title where it begins."""
    above = index - 1
    while above >= 0 and kinds.get(above) in _BLOCKS and lines[above].is_text:
        del kinds[above]
        above -= 1
    if with_title and kinds.get(above) in _BLOCKS and not find_block_kind(lines[above].text):
        del kinds[above]


class _Vocabulary:
    """The names and longer words of the article so far, to tell whether a text goes on with it."""

    def __init__(self) -> None:
        self.has_text = False
        self._names: set[str] = set()
        self._words: set[str] = set()

    def add(self, line: _Line) -> None:
        """Take in a line of the article."""
        self.has_text |= line.is_text
        self._names.update(_NAME.findall(line.text))
        self._words.update(_WORD.findall(line.text.casefold()))

    def tells_of(self, teaser: str, text: str) -> bool:
        """Whether `text` tells what `teaser` announces and the article so far does not."""
        announced = set(_WORD.findall(teaser.casefold())) - self._words
        told = announced & set(_WORD.findall(text.casefold()))
        return len(announced) > 1 and len(told) * 2 >= len(announced)

    def goes_on_in(self, text: str) -> bool:
        """Whether `text` names what the article names; any text does where there is no article yet."""
        names = set(_NAME.findall(text))
        if not self.has_text:
            return True
        if names:
            return len(names & self._names) * 2 >= len(names)
        used = set(_WORD.findall(text.casefold()))
        return len(used & self._words) * 3 >= len(used)


def _mark_head(lines: Sequence[_Line], kinds: dict[int, str]) -> None:
    """Add to `kinds` the name of the paper over everything, and its menu, where a headline follows before the text."""
    text = next((index for index, line in enumerate(lines) if line.is_text), 0)
    headlines = [n for n in range(text) if n not in kinds and len(lines[n].text.split()) >= SHORTEST_HEADLINE]
    above = [n for n in range(headlines[-1] if headlines else 0) if lines[n].kind != "item"]
    for n in (n for n in range(headlines[-1] if headlines else 0) if n not in kinds):
        kind = _name_head_line(lines[n])
        if not kind:
            break
        kinds[n] = kind
    for run in _group_runs([n for n in above if len(lines[n].text.split()) <= LONGEST_LABEL]):
        if len(run) >= LEAST_MENU:
            for index in run:
                kinds.setdefault(index, "navigation")


def _name_head_line(line: _Line) -> str:
    """What a line is with nothing but furniture above it, in whatever order: "U.S.", "The New York Herald"; or ""."""
    if line.kind == "item":
        return ""
    return "navigation" if _SECTION.fullmatch(line.text) else "publisher" if _MASTHEAD.fullmatch(line.text) else ""


def _group_runs(places: Sequence[int]) -> list[list[int]]:
    """The `places` that follow each other, together."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] + 1 == place:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _mark_cut(lines: Sequence[_Line], kinds: dict[int, str]) -> None:
    """Add to `kinds` two or more lines in a row that a page cut short: headlines of other articles."""
    cut = [
        index
        for index, line in enumerate(lines)
        if index and not line.is_text and line.text.endswith(_ELLIPSIS) and len(line.text) >= SHORTEST_TEASER
    ]
    for run in _group_runs(cut):
        if len(run) > 1:
            for index in run:
                kinds.setdefault(index, "related")


def _mark_tail(lines: Sequence[_Line], kinds: dict[int, str]) -> None:
    """Add to `kinds` the labels that stand among furniture below the last text, and a signature as the last line."""
    texts = [index for index, line in enumerate(lines) if line.is_text and index not in kinds]
    if len(texts) < 2:
        return
    tail = range(texts[-1] + 1, len(lines))
    first = next((index for index in tail if index in kinds), len(lines))
    for index in tail:
        line = lines[index]
        if index > first and line.kind != "item" and not re.search(r"\b\d", line.text):
            kinds.setdefault(index, "navigation")
    for index in tail:  # headlines of other articles, as a page cuts them
        if lines[index].text.endswith(_ELLIPSIS) and len(lines[index].text) >= SHORTEST_TEASER:
            kinds.setdefault(index, "related")
    own = [index for index in range(texts[1], len(lines)) if index not in kinds][-LAST_LINES:]
    for index in own:
        if _BIOGRAPHY.fullmatch(lines[index].text):
            kinds.setdefault(index, "byline")
    last = lines[-1]
    if len(lines) - 1 > texts[-1] and len(last.text) <= 40 and _SIGNATURE.fullmatch(last.text):
        kinds.setdefault(len(lines) - 1, "publisher")


def _find_phrases(line: _Line) -> Iterator[Furniture]:
    """The furniture in the middle of a line of the article."""
    for kind, pattern in _PHRASES:
        for match in pattern.finditer(line.text):
            yield Furniture(start=line.start + match.start(), end=line.start + match.end(), kind=kind)


def _join(found: list[Furniture]) -> list[Furniture]:
    """`found` in order, overlapping stretches made one."""
    joined: list[Furniture] = []
    for furniture in sorted(found, key=lambda f: (f.start, -f.end)):
        if joined and furniture.start < joined[-1].end:
            last = joined.pop()
            furniture = dataclasses.replace(last, end=max(last.end, furniture.end))  # noqa: PLW2901
        joined.append(furniture)
    return joined
