"""A parsed web page -> what its metadata says of it: title, publisher, address, day of first publication.

Asked in this order: JSON-LD, Open Graph and other meta elements, the page's own title. Of the body only the head of the
article is asked for a date, that is its `time` elements and its date line: what stands further down belongs to the
article, to a teaser or to the footer.
"""

import dataclasses
import datetime as dt
import html
import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

import htmldate
import lxml.html

from timeline.documents.stamps import read_days, read_stamped_line, say_both, settle

__all__ = ["PageMetadata", "read_metadata"]

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
_CHANGED = re.compile(r"modif|updat|revis|chang|expir")
_FIRST = re.compile(r"publi|posted|entry-date|post-date|created|release|pubdate")
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date\w*|time\w*|publish\w*|posted\w*|byline\w*|meta|dateline|pubdate|entry-meta)(?:$|[\s_-])"
)
_ELSEWHERE = ("nav", "aside", "footer", "figure", "form", "li", "a")
_FIGURES = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)")
_AMERICAN = re.compile(r"en[-_](?:us|ph)\b", re.IGNORECASE)
_MOST_PARTS = 30  # elements in a date line
_LONGEST_HEAD = 400  # elements of the body above the article's first paragraph


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page says of itself; empty, or None, where it says nothing."""

    title: str
    publisher: str
    url: str
    published: dt.date | None
    published_basis: str
    note: str
    language: str


def read_metadata(tree: lxml.html.HtmlElement) -> PageMetadata:
    """The metadata of the page that `tree` is; a date that is none, and broken JSON-LD, are passed over.

    Examples
    --------
    >>> page = "<title>Pier sold to Acme | Example Times</title><meta name='pubdate' content='2024-02-31'>"
    >>> read_metadata(lxml.html.document_fromstring(page)).title
    'Pier sold to Acme'
    """
    linked = list(_linked_data(tree))
    published, basis, note = _published(tree, linked)
    return PageMetadata(
        title=_title(tree, linked),
        publisher=_publisher(tree, linked),
        url=_address(tree),
        published=published,
        published_basis=basis if published else "none",
        note=note,
        language=(tree.get("lang") or "")[:2].casefold(),
    )


def _meta(tree: lxml.html.HtmlElement, *names: str) -> str:
    """The content of the first of the meta elements called one of `names`, in the order of `names`."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.casefold().strip(), (element.get("content") or "").strip())
    return next((found[name] for name in names if found.get(name)), "")


def _linked_data(tree: lxml.html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD describes; broken JSON-LD describes none."""
    for element in tree.xpath("//script[@type='application/ld+json']"):
        try:
            found = json.loads(element.text_content().strip() or "null")
        except (ValueError, RecursionError):
            continue
        parts = found if isinstance(found, list) else [found]
        for part in parts:
            if isinstance(part, dict):
                nested = part.get("@graph")
                yield from (p for p in [part, *(nested if isinstance(nested, list) else [])] if _is_article(p))


def _is_article(part: object) -> bool:
    return isinstance(part, dict) and ("headline" in part or "datePublished" in part)


def _published(tree: lxml.html.HtmlElement, linked: list[dict[str, Any]]) -> tuple[dt.date | None, str, str]:
    """The day of first publication, how it is known, and a note where figures can be read both ways."""
    order = _order(tree)
    note = ""
    for words, basis in _candidates(tree, linked):
        days = read_days(words)
        if day := settle(days, order=order):
            return day, basis, ""
        note = note or (say_both(words, days) if days else "")
    day = None if note else _html_date(_other_metadata(tree))
    return day, "metadata", note


def _candidates(tree: lxml.html.HtmlElement, linked: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """What may name the day of first publication, the surest first, and how it is known where it does."""
    for part in linked:
        yield _day_words(str(part.get("datePublished") or "")), "metadata"
    yield _day_words(_meta(tree, *_PUBLISHED)), "metadata"
    for words in tree.xpath(
        "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished' or @pubdate]/@datetime"
    ):
        yield words, "metadata"
    yield _day_words(_meta(tree, *_PUBLISHED_ALSO)), "metadata"
    head = list(itertools.islice(_head(tree), _LONGEST_HEAD))
    times = [p for p in head if p.tag == "time" and not _CHANGED.search(_named(p)) and not _in_sentence(p)]
    for part in sorted(times, key=lambda part: not _FIRST.search(_named(part))):
        yield part.get("datetime") or _text_of(part), "metadata"
    for part in head:
        if _is_small(part) and _DATED.search(_named(part)) and (stamped := read_stamped_line(_text_of(part))):
            yield from ((stamp.words, "text") for stamp in stamped.stamps if stamp.label != "updated")


def _head(tree: lxml.html.HtmlElement) -> Iterator[Any]:
    """The elements of the body from its last main heading (or the top) to the article's first paragraph."""
    headings = tree.xpath("//body//h1")
    above = True
    for part in tree.iter():
        if not isinstance(part.tag, str) or any(parent.tag in _ELSEWHERE for parent in part.iterancestors()):
            continue
        if part.tag in {"p", "blockquote"} and len(_text_of(part)) > 150:
            if not above or not headings:
                return
        elif above and headings and part is headings[0]:
            above = False
        yield part


def _in_sentence(part: Any) -> bool:
    """Whether `part` is a date that a sentence of the article names."""
    around = part.getparent()
    text = _text_of(around) if around is not None and _is_small(around) else ""
    return (
        around is not None
        and around.tag == "p"
        and not read_stamped_line(text)
        and (len(text) > 120 or text.endswith((".", "!", "?")))
    )


def _is_small(part: Any) -> bool:
    """Whether so few elements are in `part` that it can be a line of the page."""
    return sum(1 for _ in itertools.islice(part.iter(), _MOST_PARTS)) < _MOST_PARTS


def _named(part: Any) -> str:
    return f"{part.get('class', '')} {part.get('id', '')} {part.get('itemprop', '')}".casefold()


def _text_of(part: Any) -> str:
    return " ".join(" ".join(part.itertext()).split())


def _order(tree: lxml.html.HtmlElement) -> str:
    """The order of day and month in figures that the page's language goes with, "" where it says none."""
    language = tree.get("lang") or _meta(tree, "og:locale", "content-language", "dc.language")
    if _AMERICAN.match(language):
        return "mdy"
    return "dmy" if language and not re.fullmatch(r"en", language, re.IGNORECASE) else ""


def _day_words(words: str) -> str:
    """`words` of metadata as a day in ISO form where only htmldate reads them; a bare run of figures, for example."""
    if not words or read_days(words) or _FIGURES.search(words) or re.match(r"\s*\d{4}-\d{2}-\d{2}", words):
        return words
    day = _html_date(f"<meta property='article:published_time' content='{html.escape(words[:60])}'>")
    return day.isoformat() if day else ""


def _other_metadata(tree: lxml.html.HtmlElement) -> str:
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


def _html_date(head: str) -> dt.date | None:
    """What htmldate finds in the `head` of a page; it never sees the body, whose dates it would take for the page's."""
    found = htmldate.find_date(
        f"<html><head>{head}</head><body></body></html>",
        extensive_search=False,
        original_date=True,
        max_date="2199-12-31",  # the default is the clock
    )
    return dt.date.fromisoformat(found) if found else None


def _title(tree: lxml.html.HtmlElement, linked: list[dict[str, Any]]) -> str:
    """The headline: of the JSON-LD, Open Graph, the only h1, or the page's title without the site's name.

    A headline that nothing on the page repeats gives way to one that its heading and its title agree on.
    """
    headline = next((str(part["headline"]) for part in linked if part.get("headline")), "")
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    page = " ".join((tree.findtext(".//title") or "").split())
    site = _publisher(tree, linked)
    graph = _meta(tree, "og:title", "twitter:title")
    heading = headings[0] if len(headings) == 1 else ""
    agreed = heading and (_starts(page, heading) or _starts(heading, page)) and not _shares_words(headline, heading)
    chosen = (heading if agreed else headline) or graph or heading or page or next(iter(headings), "")
    chosen = " ".join(lxml.html.fromstring(f"<p>{chosen}</p>").text_content().split()) if "&" in chosen else chosen
    name = next((str(part["name"]) for part in linked if part.get("name") and _starts(chosen, str(part["name"]))), "")
    return name if agreed and name else _without_site(" ".join(chosen.split()), site, headings)


def _starts(title: str, beginning: str) -> bool:
    """Whether `title` is `beginning`, or that with the name of a site behind a sign."""
    rest = title.casefold().removeprefix(beginning.casefold())
    return bool(beginning) and (not rest or (rest != title.casefold() and bool(re.match(r"\s*[|–—:·-]\s", rest))))


def _shares_words(one: str, other: str) -> bool:
    """Whether at least half of the longer words of the shorter of two titles are in the other."""
    first, second = (set(re.findall(r"\w{4,}", title.casefold())) for title in (one, other))
    return len(first & second) * 2 >= min(len(first), len(second))


def _without_site(title: str, site: str, headings: list[str]) -> str:
    """`title` without the name of the site that follows a bar or dash."""
    for heading in headings:
        if heading and title.startswith(heading) and re.match(r"\s*[|–—-]\s", title[len(heading) :] + " "):
            return heading
    start, bar, end = title.rpartition(" | ")
    if bar and start and len(end) < len(start):
        return start
    start, dash, end = re.sub(r"\s[–—]\s", " - ", title).rpartition(" - ")
    return start if dash and site and end.strip().casefold() == site.casefold() else title


def _publisher(tree: lxml.html.HtmlElement, linked: list[dict[str, Any]]) -> str:
    """The name of the site or publisher."""
    names = [part["publisher"].get("name") for part in linked if isinstance(part.get("publisher"), dict)]
    stated = _meta(tree, "og:site_name") or next((str(name) for name in names if name), "")
    return " ".join((stated or _meta(tree, "application-name", "dc.publisher", "citation_journal_title")).split())


def _address(tree: lxml.html.HtmlElement) -> str:
    """The page's own address, where it gives one that can be opened."""
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    address = str(canonical[0]).strip() if canonical else _meta(tree, "og:url")
    return address if re.match(r"https?://", address) else ""
