"""A parsed web page -> what its metadata says of it: title, publisher, address, day of first publication.

Asked in this order: JSON-LD, Open Graph and other meta elements, the page's own title. The body is never searched for a
date: what stands there belongs to the article, to a teaser or to the footer.
"""

import dataclasses
import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from typing import Any

import htmldate
import lxml.html

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

_CHANGED = re.compile(r"modif|updat|revis|chang|expir")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page says of itself; empty, or None, where it says nothing."""

    title: str
    publisher: str
    url: str
    published: dt.date | None
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
    return PageMetadata(
        title=_title(tree, linked),
        publisher=_publisher(tree, linked),
        url=_address(tree),
        published=_published(tree, linked),
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


def _published(tree: lxml.html.HtmlElement, linked: list[dict[str, Any]]) -> dt.date | None:
    """The day of first publication by the page's metadata; None where it has none, or no possible one."""
    stated = [str(part.get("datePublished") or "") for part in linked]
    stated.append(_meta(tree, *_PUBLISHED))
    stated += tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    for words in stated:
        day = _day(words)
        if day:
            return day
    return _html_date(_other_metadata(tree))


def _other_metadata(tree: lxml.html.HtmlElement) -> str:
    """The meta elements and canonical links not asked so far, without those that tell of a later change."""
    parts = tree.xpath("//head//meta | //head//link[@rel='canonical']")
    names = [" ".join([p.get("property", ""), p.get("name", ""), p.get("http-equiv", "")]).casefold() for p in parts]
    kept = (
        p for p, name in zip(parts, names, strict=True) if not _CHANGED.search(name) and name.strip() not in _PUBLISHED
    )
    return "".join(lxml.html.tostring(part, encoding="unicode") for part in kept)


def _day(words: str) -> dt.date | None:
    """The day that `words` of metadata name; None for an impossible one, as for none."""
    iso = re.match(r"\s*\d{4}-\d{2}-\d{2}(?!\d)", words)
    if iso:
        return _iso_day(iso.group().strip())
    return (
        _html_date(f"<meta property='article:published_time' content='{html.escape(words[:60])}'>") if words else None
    )


def _iso_day(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        return None


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
    """The headline: of the JSON-LD, Open Graph, the only h1, or the page's title without the site's name."""
    headline = next((str(part["headline"]) for part in linked if part.get("headline")), "")
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    page = " ".join((tree.findtext(".//title") or "").split())
    site = _publisher(tree, linked)
    graph = _meta(tree, "og:title", "twitter:title")
    chosen = headline or graph or (headings[0] if len(headings) == 1 else "") or page or next(iter(headings), "")
    chosen = " ".join(lxml.html.fromstring(f"<p>{chosen}</p>").text_content().split()) if "&" in chosen else chosen
    return _without_site(" ".join(chosen.split()), site, headings)


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
