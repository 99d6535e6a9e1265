"""The lines between ``---`` (YAML) or ``+++`` (TOML) at the top of a text -> what they say of the document.

Also an object of JSON, lines of Org (``#+TITLE:``) and Pandoc (``%``), and plain ``Title: …``. Keys are taken in
whatever spelling sites and note programs give them. Lines that are no YAML, as people write them ("title: Vote: the
docks are sold"), are read as plain ``key: value``.
"""

import dataclasses
import functools
import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

__all__ = ["FrontMatter", "read_front_matter"]

MOST_CHARACTERS = 50_000  # a longer block between two rules is text
MOST_LINES = 1_500

_BLOCK = re.compile(
    r"\ufeff?\s*(?:---[ \t]*\r?\n(?P<lines>.*?)^(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n(?P<toml>.*?)^\+\+\+)"
    r"[ \t]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
# Without rules, as MultiMarkdown and Pelican have it: a title first, then more of the kind, then a blank line.
_BARE = re.compile(
    r"\ufeff?(?P<lines>(?:title|headline)[ \t]*:[ \t]+\S[^\n]{0,300}\n"
    r"(?:[A-Za-z][\w -]{1,30}:[ \t]+[^\n]{0,500}\n){0,20})[ \t]*\r?\n",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"\ufeff?\s{0,20}(?:-{2,20} ?(?:forwarded|original) message ?-{2,20}\s{0,20}\n)?"
    r"(?P<lines>(?:\*{0,2}(?:from|date|sent|subject|to|cc|reply-to):\*{0,2}[ \t]*+[^\n]{0,500}\n){2,9})",
    re.IGNORECASE,
)
_JSON = re.compile(r"\ufeff?\s*(?=\{\s*\"[^\"\n]{1,40}\"\s*:)")
_ORG = re.compile(r"\ufeff?\s*(?P<org>(?:#\+[A-Za-z_]{2,30}:[^\n]{0,500}\n){1,60})")
_PANDOC = re.compile(r"\ufeff?% (?P<title>\S[^\n]{0,300})\n%(?P<author>[^\n]{0,300})\n% ?(?P<date>[^\n]{4,60})\n")
_SURE = frozenset(("date", "published", "author", "authors", "category", "tags", "slug", "url", "source", "publisher"))
_ALIAS = re.compile(r"(?:^|[\s,:\[{-])[*&][\w-]+", re.MULTILINE)  # what YAML bombs are made of; no article needs it
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*:(?P<blank>\s*)(?P<value>.*?)\s*\Z")
_MARKS = ([">"], [">-"], [">+"], ["|"], ["|-"], ["|+"])  # what YAML puts before a text on lines of its own
_KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site", "sitename", "outlet", "publication"),
    "url": ("url", "link", "sourceurl", "canonical", "canonicalurl", "permalink"),
    "published": (
        *("published", "date", "publicationdate", "publishedat", "publishedon", "datepublished", "pubdate"),
        *("publishdate", "dateposted", "posted", "issued"),
    ),
    "published_basis": ("publishedbasis",),
    "language": ("language", "lang", "locale"),
}
_KNOWN = frozenset(key for keys in _KEYS.values() for key in keys)


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


@functools.lru_cache(maxsize=8)  # each step of the road asks for it in turn
def read_front_matter(text: str) -> FrontMatter:
    r"""The front matter of `text`; empty where there is none, or where what stands between the rules has no keys.

    Examples
    --------
    >>> matter = read_front_matter("---\nheadline: 'Acme sued'\ndate: 2024-03-05\n---\nGlobex sued Acme.")
    >>> matter.title, matter.published, matter.end
    ('Acme sued', '2024-03-05', 47)

    Values may be folded over lines:

    >>> read_front_matter("---\ntitle: Council sells\n  the docks\nsources:\n- url: https://g.example\n---\n").title
    'Council sells the docks'

    A text between two rules is no front matter:

    >>> read_front_matter("---\nGlobex sued Acme on Monday.\n---\n").end
    0
    """
    if bare := _BARE.match(text):
        pairs = _list_pairs(bare["lines"].splitlines())
        return _read_fields(pairs, bare.end()) if len(pairs) == 1 or pairs.keys() & _SURE else FrontMatter()
    if without_rules := _from_json(text) or _from_org(text) or _from_pandoc(text) or _from_mail(text):
        return without_rules
    block = _BLOCK.match(text)
    lines = (block["lines"] if block["lines"] is not None else block["toml"]) if block else ""
    if not block or len(lines) > MOST_CHARACTERS or lines.count("\n") > MOST_LINES:
        return FrontMatter()
    pairs = _from_toml(lines) if block["lines"] is None else _from_yaml(lines) or _list_pairs(lines.splitlines())
    if not pairs:
        return FrontMatter()
    return _read_fields(pairs, block.end())


def _read_fields(pairs: Mapping[str, str], end: int) -> FrontMatter:
    """What `pairs` say of a text that begins at `end`."""
    fields = {
        name: next((pairs[key] for key in keys if _can_be(name, pairs.get(key, ""))), "")
        for name, keys in _KEYS.items()
    }
    if _is_address(fields["publisher"]):  # "source: https://…"
        fields |= {"publisher": "", "url": fields["url"] or fields["publisher"]}
    return FrontMatter(end=end, **fields)


def _can_be(field: str, value: str) -> bool:
    """Whether `value` can be what `field` says: "published: true" is no date, and "/2024/docks/" no address."""
    if field == "published":
        return any(map(str.isdigit, value))
    return _is_address(value) if field == "url" else bool(value)


def _from_json(text: str) -> FrontMatter | None:
    """What an object of JSON above a text says of it; None where there is none, or no text below it."""
    if not (begins := _JSON.match(text)):
        return None
    try:
        found, end = json.JSONDecoder().raw_decode(text[: begins.end() + MOST_CHARACTERS], begins.end())
    except (ValueError, RecursionError):
        return None
    matter = _read_fields(_flatten(found), end)
    return matter if matter.title and text[end : end + 1] == "\n" and text[end:].strip() else None


def _from_mail(text: str) -> FrontMatter | None:
    """What the head of a mail pasted as text says of it; None where it gives no subject or no day."""
    if not (block := _MAIL.match(text)):
        return None
    pairs = _list_pairs([line.replace("*", "") for line in block["lines"].splitlines()])
    day = pairs.get("date", "") or pairs.get("sent", "")
    if not pairs.get("subject") or not day:
        return None
    return FrontMatter(end=block.end(), title=pairs["subject"], published=day)


def _from_org(text: str) -> FrontMatter | None:
    if not (block := _ORG.match(text)):
        return None
    pairs = _list_pairs([line.removeprefix("#+") for line in block["org"].splitlines()])
    matter = _read_fields({key: value.strip("<>[]") for key, value in pairs.items()}, block.end())
    return matter if matter.title else None


def _from_pandoc(text: str) -> FrontMatter | None:
    if not (block := _PANDOC.match(text)):
        return None
    return FrontMatter(end=block.end(), title=block["title"].strip(), published=block["date"].strip())


def _from_yaml(lines: str) -> dict[str, str]:
    """The keys and values of YAML; empty where it is none, has no keys, or uses aliases."""
    if _ALIAS.search(lines) or "\t" in lines:
        return {}
    try:
        found = YAML(typ="safe", pure=True).load(lines)
    except (
        YAMLError,
        ValueError,
        TypeError,
        AttributeError,
        RecursionError,
    ):  # a date such as 2024-02-31 is a ValueError
        return {}
    return _flatten(found) if isinstance(found, dict) else {}


def _from_toml(lines: str) -> dict[str, str]:
    """The keys and values of TOML; empty where it is none."""
    try:
        return _flatten(tomllib.loads(lines))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _flatten(found: Mapping[Any, Any]) -> dict[str, str]:
    """The values as text on one line, of what has a name or title that; lists give their first."""
    pairs: dict[str, str] = {}
    for key, value in found.items():
        pairs.setdefault(_reduce_key(str(key)), _read_words(value))
    return pairs


def _reduce_key(key: str) -> str:
    """`key` as all programs write it, whether they part its words by a sign, a capital or not at all."""
    return re.sub(r"[\s._-]+", "", key.casefold())


def _read_words(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or value.get("url") or ""
    return "" if value is None or isinstance(value, list | dict) else " ".join(str(value).split())


def _is_address(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _list_pairs(lines: list[str]) -> dict[str, str]:
    """The keys and values of `lines`, the first of each key; empty where a line is neither that nor a list item.

    What is set in below a value goes on with it.
    """
    pairs: dict[str, list[str]] = {}
    folded: list[str] = []
    for line in lines:
        if line.startswith((" ", "\t")) and folded and line.strip():
            folded.append(line.strip())
        if not line.strip() or line.startswith(("#", " ", "\t", "- ")):
            continue
        pair = _PAIR.match(line)
        if not pair or (pair["value"] and not pair["blank"] and _reduce_key(pair["key"]) not in _KNOWN):
            return {}
        folded = [pair["value"]] if pair["value"] else []
        pairs.setdefault(_reduce_key(pair["key"]), folded)
    return {key: _unquote(" ".join(parts[parts[:1] in _MARKS :])) for key, parts in pairs.items()}


def _unquote(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value.strip()
