"""Articles that a news database strung together in one text -> a document for each, under its own title.

LexisNexis, Factiva, ProQuest and their like put lines of their own between articles, and fields around each.
"""

import re

from timeline.documents.document import Document
from timeline.documents.stamps import read_stamped_line

__all__ = ["split_articles"]

SHORTEST = 120  # characters: what is shorter between two such lines is no article
LONGEST_HEAD = 20  # lines above an article's text
LONGEST_TITLE = 200  # characters

# "Document GAZ0000020240503ek530001", "End of Document", "3 of 12 DOCUMENTS", "Document 3 of 12"
_END = re.compile(
    r"^\s*(?:End of Document|Document [A-Z0-9]{2,12}\d{10,}\w*|\d+ of \d+ DOCUMENTS?|Document \d+ of \d+)\s*$",
    re.MULTILINE,
)
_RULE = re.compile(r"[_=*-]{10,}")
_FIELD = re.compile(
    r"(?:section|length|byline|by|author|copyright|©|\(c\)|highlight|dateline|graphic|load-date|body|page \d+ of \d+"
    r"|[\d,]+ words|english|(?-i:[A-Z]{2,6})\Z|publication (?:info|date)|publisher|abstract|links|full text)\b.*",
    re.IGNORECASE,
)
_NEXT_FIELD = re.compile(r"(?:byline|section|length|highlight)\b", re.IGNORECASE)
_WORDS = re.compile(r"[\d,]+ words")
_FULL_TEXT = re.compile(r"^\s*Full text:\s*", re.MULTILINE | re.IGNORECASE)


def split_articles(text: str) -> list[Document]:
    r"""The articles in `text`; none where it is not strung together.

    Examples
    --------
    >>> article = "{}\n\n240 words\n{} 2024\nThe Gazette\n\n" + "The council voted to sell the docks. " * 5
    >>> text = f"{article.format('Pier sold', '3 May')}\nDocument GAZ0000020240503ek530001\n"
    >>> text += f"{article.format('Strike', '9 June')}\nDocument HER0000020240609ek690002\n"
    >>> [(d.title, d.publisher) for d in split_articles(text)]
    [('Pier sold', 'The Gazette'), ('Strike', 'The Gazette')]
    """
    if not _END.search(text):
        return []
    parts = [part.strip() for part in _END.split(text)]
    articles = [part for part in parts if len(part) > SHORTEST]
    return [_read_article(part, number) for number, part in enumerate(articles, start=1)] if len(articles) > 1 else []


def _read_article(part: str, number: int) -> Document:
    """The document in `part`: its title and paper stand around the line of its day, in either order."""
    part = _FULL_TEXT.sub("", "\n".join(line for line in part.splitlines() if not _RULE.fullmatch(line.strip())))
    head = [line.strip() for line in part.splitlines() if line.strip()][:LONGEST_HEAD]
    dated = next((place for place, line in enumerate(head) if _is_day(line)), None)
    if dated is None:
        return Document(text=part.strip(), path=f"article-{number}")
    above = [line for line in head[:dated] if _is_name(line)]
    below = [line for line in head[dated + 1 :] if _is_name(line)]
    if len(above) == 1 and below and not _FIELD.match(head[dated + 1]):  # the paper, its day, the title; or else
        first, second = (below[0], above[0]) if _stands_before_fields(head, dated) else (above[0], below[0])
    elif any(map(_WORDS.fullmatch, head[:dated])):  # Factiva's order: title, who wrote it, words, day, paper
        first, second = (above[0] if above else ""), (below[0] if below else "")
    else:
        first, second = (above[0] if above else ""), (above[1] if len(above) > 1 else "")
    return Document(text=part.strip(), path=f"article-{number}", title=first, publisher=second)


def _stands_before_fields(head: list[str], dated: int) -> bool:
    """Whether a field of the database follows the line below that of the day, which then is the title."""
    return dated + 2 < len(head) and bool(_NEXT_FIELD.match(head[dated + 2]))


def _is_day(line: str) -> bool:
    stamped = read_stamped_line(line)
    return bool(stamped and stamped.stamps)


def _is_name(line: str) -> bool:
    return len(line) <= LONGEST_TITLE and not _FIELD.fullmatch(line)
