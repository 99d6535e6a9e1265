"""A parsed web page -> the day it was first published, by its metadata and the head of its article.

Asked in this order: the articles of the JSON-LD, Open Graph and other meta elements, `time` elements and date lines
between the last heading and the first paragraph, the page of the JSON-LD. What stands further down belongs to the
article, to a teaser or to the footer; a day of a change is never taken, and told where it is the only one.
"""

import dataclasses
import datetime as dt
import html
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

import htmldate
import lxml.html

from timeline.dates import read_seconds
from timeline.documents.day_order import is_placeholder, say_both, settle_order
from timeline.documents.html_data import LinkedData, read_meta
from timeline.documents.stamps import read_possible_days, read_stamped_line

__all__ = ["PageDate", "find_page_date"]

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "citation_publication_date",
    "article.published",
    "cxenseparse:recs:publishtime",
)
_PUBLISHED_ALSO = (
    "date",
    "dc.date",
    "dc.date.created",
    "dcterms.date",
    "article_date_original",
    "originalpublicationdate",
)
_CHANGES = ("article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "last-modified")
_CHANGED = re.compile(r"modif|updat|revis|chang|expir")
_FIRST = re.compile(r"publi|posted|entry-date|post-date|created|release|pubdate")
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date\w*|time\w*|publish\w*|posted\w*|byline\w*|meta|dateline|pubdate|entry-meta)(?:$|[\s_-])"
)
_ELSEWHERE = ("nav", "aside", "footer", "figure", "form", "a")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_FIGURES = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)")
_AMERICAN = re.compile(r"en[-_](?:us|ph)\b", re.IGNORECASE)
_MOST_PARTS = 30  # elements in a date line
_MOST_ITEMS = 8  # of a list that says who wrote the article and when
_LONGEST_HEAD = 400  # elements of the body above the article's first paragraph
_LONGEST_LABEL = 60  # characters before a date that may say what it is


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PageDate:
    """The day of first publication and how it is known; a note where none is taken and a reader should know why."""

    day: dt.date | None = None
    basis: str = "none"
    note: str = ""


def find_page_date(tree: lxml.html.HtmlElement, linked: LinkedData) -> PageDate:
    """The day on which the page that `tree` is was first published.

    Examples
    --------
    >>> page = "<h1>Pier sold</h1><p>Updated <time datetime='2024-05-09'>9 May</time></p><time>3 May 2024</time>"
    >>> find_page_date(lxml.html.document_fromstring(page), LinkedData()).day
    datetime.date(2024, 5, 3)
    >>> page = "<head><meta property='article:modified_time' content='2024-05-09'></head><h1>Pier sold</h1>"
    >>> find_page_date(lxml.html.document_fromstring(page), LinkedData()).note
    'its page says when it was changed alone (2024-05-09), so that day is not taken: give it'
    """
    order = _find_order(tree)
    note = ""
    for words, basis in _list_candidates(tree, linked):
        days = _read(words)
        if day := settle_order(days, order=order):
            return PageDate(day=day, basis=basis)
        note = note or (say_both(words, days) if days else "")
    day = None if note else _ask_htmldate(_keep_other_metadata(tree))
    if day:
        return PageDate(day=day, basis="metadata")
    return PageDate(note=note or _say_changed(tree, linked))


def _read(words: str) -> tuple[dt.date, ...]:
    """The days that `words` can be; none for what programs write where they know none."""
    if day := read_seconds(words):
        return (day,)
    return tuple(day for day in read_possible_days(words) if not is_placeholder(day))


def _say_changed(tree: lxml.html.HtmlElement, linked: LinkedData) -> str:
    """What to say of a page that tells the day of its last change alone; "" where it tells none."""
    changed = [str(part.get("dateModified") or "") for part in linked.articles] + [read_meta(tree, *_CHANGES)]
    day = next((days[0] for words in changed if len(days := _read(words)) == 1), None)
    return f"its page says when it was changed alone ({day}), so that day is not taken: give it" if day else ""


def _list_candidates(tree: lxml.html.HtmlElement, linked: LinkedData) -> Iterator[tuple[str, str]]:
    """What may name the day of first publication, the surest first, and how it is known where it does."""
    for part in linked.articles:
        yield _rewrite_day(str(part.get("datePublished") or "")), "metadata"
    yield _rewrite_day(read_meta(tree, *_PUBLISHED)), "metadata"
    for words in tree.xpath(
        "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished' or @pubdate]/@datetime"
    ):
        yield words, "metadata"
    yield _rewrite_day(read_meta(tree, *_PUBLISHED_ALSO)), "metadata"
    below, above = _find_head(tree)
    for head in (below, above):
        yield from _list_in_head(head)
    for part in linked.pages:
        yield _rewrite_day(str(part.get("datePublished") or "")), "metadata"


def _list_in_head(head: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """What the elements of a page's head say: those of time first, the surest of them before the others."""
    times = [p for p in head if p.tag in {"time", "abbr"} and _tells_first(p) and not _is_in_sentence(p)]
    for part in sorted(times, key=lambda part: not _FIRST.search(_list_names(part))):
        yield part.get("datetime") or (part.get("title") if part.tag == "abbr" else "") or "", "metadata"
        yield _read_text(part), "metadata"
    for part in head:
        line = _read_date_line(part)
        if line and (stamped := read_stamped_line(line)):
            yield from ((stamp.words, "text") for stamp in stamped.stamps if stamp.label != "updated")


def _read_date_line(part: Any) -> str:
    """The words of an element that may be a date line, with what a list of terms calls it; "" for any other."""
    if not _is_small(part):
        return ""
    if part.tag == "dd":
        term = next(part.itersiblings("dt", preceding=True), None)
        return f"{_read_text(term)} {_read_text(part)}" if term is not None else ""
    if part.tag == "li":
        return _read_text(part) if len(part.getparent()) <= _MOST_ITEMS else ""
    return _read_text(part) if _DATED.search(_list_names(part)) else ""


def _tells_first(part: Any) -> bool:
    """Whether an element is not that of a change, by what it is called or by the words in front of it."""
    called = _list_names(part)
    if _CHANGED.search(called) and ("publi" not in called or _CHANGED.search(part.get("itemprop", "").casefold())):
        return False
    stamped = read_stamped_line(f"{_read_words_before(part)} 1 May 2024")
    return not stamped or not stamped.stamps or stamped.stamps[-1].label != "updated"


def _read_words_before(part: Any) -> str:
    """The words that stand right before an element in the line that it is in, or in the one above where it opens it."""
    around = part.getparent()
    if around is None or not _is_small(around):
        return ""
    before = [around.text or ""]
    for other in around:
        if other is part:
            break
        before += ["".join(other.itertext()) if isinstance(other.tag, str) else "", other.tail or ""]
    words = " ".join("".join(before).split())
    if not words and (above := around.getprevious()) is not None and isinstance(above.tag, str):
        words = _read_text(above)
    return words if len(words) <= _LONGEST_LABEL else ""


def _find_head(tree: lxml.html.HtmlElement) -> tuple[list[Any], list[Any]]:
    """The elements from the first main heading to the article's first paragraph, and those above that heading."""
    headings = tree.xpath("//body//h1")
    above: list[Any] = []
    below: list[Any] = []
    found = above if headings else below
    for part in itertools.islice(_list_shown(tree), _LONGEST_HEAD * 4):
        if part.tag in {"p", "blockquote"} and len(_read_text(part)) > 150:
            if found is below:
                break
        elif headings and part is headings[0]:
            found = below
        found.append(part)
    own = {id(part) for heading in headings[:1] for part in heading.iterancestors()}
    return below[:_LONGEST_HEAD], [part for part in above[-_LONGEST_HEAD:] if not _is_of_another(part, own)]


def _list_shown(tree: lxml.html.HtmlElement) -> Iterator[Any]:
    """The elements of the page but for those of its menus, side bars, footers and links."""
    for part in tree.iter():
        if isinstance(part.tag, str) and not any(parent.tag in _ELSEWHERE for parent in part.iterancestors()):
            yield part


def _is_of_another(part: Any, own: set[int]) -> bool:
    """Whether an element above the heading stands in a box with a heading of its own: that of another article."""
    boxes = itertools.takewhile(lambda box: id(box) not in own, part.iterancestors())
    return any(next(box.iter(*_HEADINGS), None) is not None for box in boxes)


def _is_in_sentence(part: Any) -> bool:
    """Whether `part` is a date that a sentence of the article names."""
    around = part.getparent()
    text = _read_text(around) if around is not None and _is_small(around) else ""
    return (
        around is not None
        and around.tag == "p"
        and not read_stamped_line(text)
        and (len(text) > 120 or text.endswith((".", "!", "?")))
    )


def _is_small(part: Any) -> bool:
    """Whether so few elements are in `part` that it can be a line of the page."""
    return sum(1 for _ in itertools.islice(part.iter(), _MOST_PARTS)) < _MOST_PARTS


def _list_names(part: Any) -> str:
    return f"{part.get('class', '')} {part.get('id', '')} {part.get('itemprop', '')}".casefold()


def _read_text(part: Any) -> str:
    return " ".join(" ".join(part.itertext()).split())


def _find_order(tree: lxml.html.HtmlElement) -> str:
    """The order of day and month in figures that the page's language goes with, "" where it says none."""
    language = tree.get("lang") or read_meta(tree, "og:locale", "content-language", "dc.language")
    if _AMERICAN.match(language):
        return "mdy"
    return "dmy" if language and not re.fullmatch(r"en", language, re.IGNORECASE) else ""


def _rewrite_day(words: str) -> str:
    """`words` of metadata as a day in ISO form where only htmldate reads them; a bare run of figures, for example."""
    if not words or _read(words) or _FIGURES.search(words) or re.match(r"\s*\d{4}-\d{2}-\d{2}", words):
        return words
    day = _ask_htmldate(f"<meta property='article:published_time' content='{html.escape(words[:60])}'>")
    return day.isoformat() if day else ""


def _keep_other_metadata(tree: lxml.html.HtmlElement) -> str:
    """The meta elements and canonical links not asked so far, without those that tell of a later change."""
    known = {*_PUBLISHED, *_PUBLISHED_ALSO}
    parts = tree.xpath("//head//meta | //head//link[@rel='canonical']")
    names = [" ".join([p.get("property", ""), p.get("name", ""), p.get("http-equiv", "")]).casefold() for p in parts]
    kept = (
        p
        for p, name in zip(parts, names, strict=True)
        if not _CHANGED.search(name) and name.strip() not in known and not _FIGURES.search(p.get("content", ""))
    )
    return "".join(lxml.html.tostring(part, encoding="unicode") for part in kept)


def _ask_htmldate(head: str) -> dt.date | None:
    """What htmldate finds in the `head` of a page; it never sees the body, whose dates it would take for the page's."""
    found = htmldate.find_date(
        f"<html><head>{head}</head><body></body></html>",
        extensive_search=False,
        original_date=True,
        max_date="2199-12-31",  # the default is the clock
    )
    return dt.date.fromisoformat(found) if found else None
