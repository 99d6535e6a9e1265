"""The cells of a table that say where an event is told -> documents, and a mention without words for each of them.

An address is a document with a link; the name of a paper is a document with a publisher. Nothing is fetched.
"""

import hashlib
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from timeline.vocabulary import PublishedBasis

__all__ = [
    "LinkedSource",
    "find_addresses",
    "find_links",
    "list_linked_documents",
    "make_linked_mentions",
    "read_links",
    "without_links",
    "write_link",
]

MOST_LINKS = 20  # of one cell
LONGEST_NAME = 120  # characters of a paper's name; what is longer is a text

_ADDRESS = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"'\]|]+", re.IGNORECASE)
_ANCHOR = re.compile(
    r"""<a\b[^>]{0,300}?href\s*=\s*["']?(https?://[^\s"'>]+)["']?[^>]{0,300}>([^<]{0,200})</a>""", re.IGNORECASE
)
_MARKDOWN = re.compile(r"\[([^\]]{1,200})\]\((https?://[^\s)]+)\)", re.IGNORECASE)
_PARTING = re.compile(r"\s*[;\n|]\s*")

LinkedSource = tuple[str, str]
"""The address of a source and its name; either may be empty."""


def read_links(cells: Iterable[Any]) -> list[LinkedSource]:
    """The sources that `cells` name, in order, each once.

    Examples
    --------
    >>> read_links(["https://gazette.example/1, https://herald.example/2."])
    [('https://gazette.example/1', ''), ('https://herald.example/2', '')]
    >>> read_links(["[Gazette](https://gazette.example/1)"]), read_links(["Gazette; Herald"])
    ([('https://gazette.example/1', 'Gazette')], [('', 'Gazette'), ('', 'Herald')])
    """
    found: dict[LinkedSource, None] = {}
    names: list[str] = []
    for cell in cells:
        text = "; ".join(map(str, cell)) if isinstance(cell, list) else str(cell)
        for name, address in _MARKDOWN.findall(text):
            found[address, " ".join(name.split())] = None
        rest = _MARKDOWN.sub(" ", text)
        for address, name in _ANCHOR.findall(rest):
            found[address, " ".join(name.split())] = None
        rest = _ANCHOR.sub(" ", rest)
        found |= dict.fromkeys((_trim_address(address), "") for address in _ADDRESS.findall(rest))
        names += [name for part in _PARTING.split(_ADDRESS.sub(" ", rest)) if (name := part.strip(" ,()<>[]\"'"))]
    names = [name for name in dict.fromkeys(names) if len(name) <= LONGEST_NAME and any(map(str.isalpha, name))]
    if len(found) == 1 and len(names) == 1:  # a paper and its address, in one cell or two
        [(address, name)] = found
        return [(address, name or names[0])]
    return [*found, *(("", name) for name in names)][:MOST_LINKS]


def find_addresses(text: str) -> list[str]:
    """The web addresses in a text or in HTML, in order, each once.

    Examples
    --------
    >>> find_addresses('See https://gazette.example/1, or <a href="https://g.example/?a=1&amp;b=2">this</a>.')
    ['https://gazette.example/1', 'https://g.example/?a=1&b=2']
    """
    return list(dict.fromkeys(_trim_address(html.unescape(address)) for address in _ADDRESS.findall(text)))[:MOST_LINKS]


def find_links(text: str) -> list[LinkedSource]:
    """The links that `text` has as Markdown or HTML writes them; their words are the text's, and no names of papers.

    Examples
    --------
    >>> text = "Council [votes](https://gazette.example/1)"
    >>> find_links(text), without_links(text), find_links("<a href='https://g.example/1'>Council</a> votes")
    ([('https://gazette.example/1', '')], 'Council votes', [('https://g.example/1', '')])
    """
    linked = [address for _, address in _MARKDOWN.findall(text)]
    return [(address, "") for address in [*linked, *(html.unescape(address) for address, _ in _ANCHOR.findall(text))]]


def write_link(words: str, address: str) -> str:
    """The words of a cell with their link, as Markdown writes it, in which tables of all formats keep links.

    Examples
    --------
    >>> find_links(write_link("Council [1]", "https://gazette.example/a (1)"))
    [('https://gazette.example/a%20(1%29', '')]
    """
    return f"[{re.sub(r'[][]', '', words)}]({address.replace(')', '%29').replace(' ', '%20')})"


def without_links(text: str) -> str:
    """`text` with the words of its links in place of them."""
    return _MARKDOWN.sub(r"\1", text)


def _trim_address(address: str) -> str:
    """`address` without the signs of the sentence around it, and with the scheme that people leave out."""
    address = address.rstrip(".,;:!?")
    address = f"https://{address}" if address[:4].casefold() == "www." else address
    return address[:-1] if address.endswith(")") and "(" not in address else address


def list_linked_documents(sources: Iterable[LinkedSource]) -> list[dict[str, Any]]:
    """A row of the documents table for each of `sources`, each once."""
    return [
        {
            "document_id": _make_id(*source),
            "path": "",
            "url": source[0],
            "title": "",
            "publisher": source[1],
            "published": None,
            "published_basis": PublishedBasis.NONE,
            "language": "",
            "characters": 0,
            "sha256": "",
            "copy_of": "",
        }
        for source in dict.fromkeys(sources)
    ]


def make_linked_mentions(event: Mapping[str, Any], sources: Sequence[LinkedSource]) -> list[dict[str, Any]]:
    """A row of the mentions table for each of the `sources` of an event: who tells it, without the words."""
    return [
        {
            "mention_id": _make_id(event["event_id"], *source),
            "event_id": event["event_id"],
            "document_id": _make_id(*source),
            "start_char": 0,
            "end_char": 0,
            "quote": "",
            "trigger_start": 0,
            "trigger_end": 0,
            "date_text": "",
            "date_start_char": pd.NA,
            "date_end_char": pd.NA,
            "edtf": event["edtf"],
            "date_basis": event["date_basis"],
            "date_reading": "",
            "status": event["status"],
            "actors": list(event["actors"]),
            "reported_by": "",
            "reason": "",
        }
        for source in dict.fromkeys(sources)
    ]


def _make_id(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
