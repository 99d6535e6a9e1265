"""The lines between ``---`` at the top of a text -> what they say of the document.

Plain ``key: value`` lines are read, in whatever spelling sites and note programs give the keys; this is no YAML reader.
"""

import dataclasses
import re

__all__ = ["FrontMatter", "read_front_matter"]

MOST_LINES = 60  # a longer block between two rules is text

_BLOCK = re.compile(
    r"\ufeff?\s*---[ \t]*\r?\n(?P<lines>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(?P<value>.*?))?\s*\Z")
_KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site", "site_name", "outlet", "publication"),
    "url": ("url", "link", "source_url", "canonical", "canonical_url", "permalink"),
    "published": ("published", "date", "publication_date", "published_at", "date_published", "pubdate", "publish_date"),
    "published_basis": ("published_basis",),
    "language": ("language", "lang", "locale"),
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the top of a text says of it; `end` is where the text itself begins, 0 where there is no front matter."""

    end: int = 0
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    published_basis: str = ""
    language: str = ""


def read_front_matter(text: str) -> FrontMatter:
    r"""The front matter of `text`; empty where there is none, or where a line between the rules is not ``key: value``.

    Examples
    --------
    >>> matter = read_front_matter("---\nheadline: 'Acme sued'\ndate: 2024-03-05\n---\nGlobex sued Acme.")
    >>> matter.title, matter.published, matter.end
    ('Acme sued', '2024-03-05', 47)

    A text between two rules is no front matter:

    >>> read_front_matter("---\nGlobex sued Acme on Monday.\n---\n").end
    0
    """
    block = _BLOCK.match(text)
    if not block:
        return FrontMatter()
    pairs = _pairs(block["lines"].splitlines())
    if not pairs:
        return FrontMatter()
    fields = {name: next((pairs[key] for key in keys if pairs.get(key)), "") for name, keys in _KEYS.items()}
    return FrontMatter(end=block.end(), **fields)


def _pairs(lines: list[str]) -> dict[str, str]:
    """The keys and values of `lines`, the first of each key; empty where a line is neither that nor a list item."""
    pairs: dict[str, str] = {}
    if len(lines) > MOST_LINES:
        return pairs
    for line in lines:
        if not line.strip() or line.startswith(("#", " ", "\t", "- ")):
            continue
        pair = _PAIR.match(line)
        if not pair:
            return {}
        key = re.sub(r"[\s.-]+", "_", pair["key"].casefold())
        pairs.setdefault(key, _unquoted(pair["value"] or ""))
    return pairs


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value.strip()
