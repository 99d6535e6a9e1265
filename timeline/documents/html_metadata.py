"""A parsed web page -> what its metadata says of it: title, publisher, address, day of first publication.

Asked in this order: JSON-LD, Open Graph and other meta elements, the page's own title; `timeline.documents.html_dates`
has the day.
"""

import dataclasses
import datetime as dt
import re
from typing import Any

import lxml.html

from timeline.documents.html_data import read_linked_data, read_meta
from timeline.documents.html_dates import find_page_date

__all__ = ["PageMetadata", "read_metadata"]


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
    data = read_linked_data(tree)
    linked = [*data.articles, *data.pages]
    published = find_page_date(tree, data)
    return PageMetadata(
        title=_find_title(tree, linked),
        publisher=_find_publisher(tree, linked),
        url=_find_address(tree),
        published=published.day,
        published_basis=published.basis,
        note=published.note,
        language=(tree.get("lang") or "")[:2].casefold(),
    )


def _find_title(tree: lxml.html.HtmlElement, linked: list[dict[str, Any]]) -> str:
    """The headline: of the JSON-LD, Open Graph, the only h1, or the page's title without the site's name.

    A headline that nothing on the page repeats gives way to one that its heading and its title agree on.
    """
    headline = next((str(part["headline"]) for part in linked if part.get("headline")), "")
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    page = " ".join((tree.findtext(".//title") or "").split())
    site = _find_publisher(tree, linked)
    graph = read_meta(tree, "og:title", "twitter:title")
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


def _find_publisher(tree: lxml.html.HtmlElement, linked: list[dict[str, Any]]) -> str:
    """The name of the site or publisher."""
    names = [part["publisher"].get("name") for part in linked if isinstance(part.get("publisher"), dict)]
    stated = read_meta(tree, "og:site_name") or next((str(name) for name in names if name), "")
    return " ".join((stated or read_meta(tree, "application-name", "dc.publisher", "citation_journal_title")).split())


def _find_address(tree: lxml.html.HtmlElement) -> str:
    """The page's own address, where it gives one that can be opened."""
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    address = str(canonical[0]).strip() if canonical else read_meta(tree, "og:url")
    return address if re.match(r"https?://", address) else ""
