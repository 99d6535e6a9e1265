"""A parsed web page -> what it says to programs: the contents of its meta elements, and its JSON-LD."""

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

import lxml.html

__all__ = ["LinkedData", "read_linked_data", "read_meta"]

DEEPEST = 8  # objects within objects
MOST_OBJECTS = 2_000

_ARTICLES = ("article", "posting", "report", "review", "creativework")
_PAGES = ("webpage", "itempage", "aboutpage", "medicalwebpage")
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")  # what an object says is the page's own


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """The objects of a page's JSON-LD: its articles, and the page itself; a site, comment or list is neither."""

    articles: tuple[dict[str, Any], ...] = ()
    pages: tuple[dict[str, Any], ...] = ()


def read_meta(tree: lxml.html.HtmlElement, *names: str) -> str:
    """The content of the first of the meta elements called one of `names`, in the order of `names`."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.casefold().strip(), (element.get("content") or "").strip())
    return next((found[name] for name in names if found.get(name)), "")


def read_linked_data(tree: lxml.html.HtmlElement) -> LinkedData:
    """The articles and pages that the JSON-LD of `tree` describes; broken JSON-LD describes none.

    Examples
    --------
    >>> data = '[{"@type": "WebSite", "datePublished": "2009"}, {"@graph": [{"@type": ["NewsArticle"]}]}]'
    >>> page = f"<script type='application/ld+json'>{data}</script>"
    >>> read_linked_data(lxml.html.document_fromstring(page)).articles
    ({'@type': ['NewsArticle']},)
    """
    objects: list[dict[str, Any]] = []
    for element in tree.xpath("//script[@type='application/ld+json']"):
        try:
            found = json.loads(element.text_content().strip() or "null")
        except (ValueError, RecursionError):
            continue
        for part in _list_objects(found, 0):
            if len(objects) < MOST_OBJECTS:
                objects.append(part)
    return LinkedData(
        articles=tuple(part for part in objects if _is_article(part)),
        pages=tuple(part for part in objects if _is_of(part, _PAGES)),
    )


def _list_objects(found: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects in parsed JSON-LD, and those that they say are the page's own."""
    if depth > DEEPEST:
        return
    if isinstance(found, list):
        for part in found:
            yield from _list_objects(part, depth + 1)
    elif isinstance(found, dict):
        yield found
        for name in _WITHIN:
            yield from _list_objects(found.get(name), depth + 1)


def _is_article(part: dict[str, Any]) -> bool:
    if _is_of(part, _ARTICLES):
        return True
    return "headline" in part or ("datePublished" in part and not _list_types(part))


def _is_of(part: dict[str, Any], kinds: tuple[str, ...]) -> bool:
    return any(name.endswith(kinds) for name in _list_types(part))


def _list_types(part: dict[str, Any]) -> list[str]:
    given = part.get("@type")
    names = given if isinstance(given, list) else [given]
    return [name.casefold() for name in names if isinstance(name, str)]
