"""The bytes of a web page -> its article as a document, with title, publisher, address and date from its metadata.

Nothing is fetched: what the page refers to is not looked at. A date in the article or the footer is never taken for the
publication date; the dateline is read later, from the text, as for any document.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import lxml.html
import trafilatura

from timeline.documents.document import Document
from timeline.documents.furniture import find_block_kind
from timeline.documents.html_metadata import read_metadata
from timeline.documents.text import decode_named, decode_text
from timeline.documents.timing import limit_time
from timeline.errors import DocumentError

__all__ = ["parse_page", "read_html"]

MOST_ELEMENTS = 50_000  # the longest encyclopedia articles have about half as many
DEEPEST = 400  # elements within elements; what is nested deeper is an attack or a broken page

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
# Control characters, as such and as references, and what is no character: no tree may hold them.
_NOT_TEXT = re.compile(
    r"[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]|d[89a-f][\da-f]{2}|fff[ef]))(?![\da-f]);?",
    re.IGNORECASE,
)
# Parts that trafilatura keeps where they stand within the article.
_SURROUNDINGS = (
    "//figure//figcaption | //aside | //nav | //footer | //dialog | //form | //button | //svg | //noscript | //iframe"
    " | //*[contains(@class, 'sr-only') or contains(@class, 'visually-hidden') or @hidden or @aria-hidden='true']"
)
_BLOCKS = frozenset(
    "p div ul ol table h1 h2 h3 h4 h5 h6 blockquote section article figure hr header footer pre dl form".split()
)
_INLINE = ("span", "b", "i", "em", "strong", "u", "small", "font", "a", "time", "mark", "abbr", "label")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=[T ]|\Z)")
_HOUR = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|more-(?:stories|from|on)|read-?(?:more|also|next)|trending|popular|most-read"
    r"|newsletter|subscribe|sign-?up|shar(?:e|ing)|social|comments?|cookie\w*|consent|gdpr|advert\w*|ad|ads|sponsor\w*|promo\w*"
    r"|breadcrumbs?|caption|credit|byline|author-bio|tags?|paywall|taboola|outbrain)(?:$|[\s_-])",
    re.IGNORECASE,
)


def read_html(data: bytes) -> list[Document]:
    r"""The article of the page in `data`: headings marked by ``#``, items by ``-``, a blank line between paragraphs.

    Raises
    ------
    DocumentError
        If `data` is no page, or holds no text that could be an article.

    Examples
    --------
    >>> page = "<title>Pier sold</title><meta property='article:published_time' content='2024-03-05'>"
    >>> page += "<nav>Home</nav><article><h1>Pier sold</h1><p>The board sold the pier on Monday, " + "at last. </p>" * 9
    >>> [document] = read_html(page.encode())
    >>> document.title, document.published, document.published_basis, document.text[:36]
    ('Pier sold', datetime.date(2024, 3, 5), 'metadata', '# Pier sold\n\nThe board sold the pier')
    """
    tree, note = parse_page(data)
    page = read_metadata(tree)
    return [
        Document(
            text=_with_title(page.title, _find_article(tree)),
            title=page.title,
            publisher=page.publisher,
            url=page.url,
            published=page.published,
            published_basis=page.published_basis,
            language=page.language,
            note="; ".join(filter(None, (note, page.note))),
        ),
    ]


def parse_page(data: bytes) -> tuple[lxml.html.HtmlElement, str]:
    """The tree of the page in `data`, and a note on its encoding where that had to be guessed.

    Raises
    ------
    DocumentError
        If `data` is no page, or one of more elements than are read.
    """
    text, note = _decode(data)
    return _parse(unicodedata.normalize("NFC", text)), note


def _decode(data: bytes) -> tuple[str, str]:
    """The page as text: by its byte-order mark, by the encoding it names, or guessed."""
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        # Pages name encodings they are not in. Accented text in another is hardly ever valid UTF-8.
        try:
            return data.decode("ascii" if b"\x1b" in data else "utf-8"), ""
        except UnicodeDecodeError:
            text, note = decode_named(data, named[1].decode("ascii"))
            return (text, note) if "\ufffd" not in text else decode_text(data)
    return decode_text(data)


def _parse(text: str) -> lxml.html.HtmlElement:
    """The tree of a page, without an encoding declaration that contradicts the decoded text.

    It is given as bytes: of a text, lxml asks for such a declaration by a search that never ends over one of blanks.
    """
    plain = _NOT_TEXT.sub("", re.sub(r"\A\s*<\?xml[^>]*\?>", "", text))
    try:
        tree = lxml.html.document_fromstring(plain.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.LxmlError, ValueError) as error:
        raise DocumentError(f"no web page that can be read ({error}): save it again from the browser") from error
    deepest, count = _measure(tree)
    if count > MOST_ELEMENTS or deepest > DEEPEST:
        raise DocumentError(
            f"{count:,} elements nested {deepest} deep (most: {MOST_ELEMENTS:,} and {DEEPEST}): save its text",
        )
    return tree


def _measure(tree: lxml.html.HtmlElement) -> tuple[int, int]:
    """How deep the elements of `tree` are nested, and how many there are."""
    deepest = depth = count = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        deepest = max(deepest, depth)
    return deepest, count


def _find_article(tree: lxml.html.HtmlElement) -> str:
    """The text of the page's article, "" where there is none."""
    for part in limit_time(tree.xpath(_SURROUNDINGS)):
        part.drop_tree()
    for part in limit_time(tree.xpath("//body//*[@class or @id]")):
        named = f"{part.get('class', '')} {part.get('id', '')}"
        if (
            _ASIDE.search(named)
            and part.tag not in {"body", "main", "article"}
            and not part.xpath(".//article|.//main")
        ):
            part.drop_tree()
    _drop_related(tree)
    _write_entry_days(tree)
    _break_paragraphs(tree)
    _separate_words(tree)
    _make_paragraphs(tree)
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    if not isinstance(found, trafilatura.settings.Document) or found.body is None:
        return ""
    return "\n\n".join(_list_paragraphs(found.body))


def _break_paragraphs(tree: lxml.html.HtmlElement) -> None:
    """Make paragraphs of what two line breaks or more part, as old pages and programs that write pages have them."""
    parents = {line.getparent(): None for line in limit_time(tree.iter("br")) if _breaks_twice(line)}
    for parent in parents:
        parts = _split_at_breaks(parent)
        parent.text = None
        parent[:] = [part for part in parts if part.tag != "p" or len(part) or not _is_blank(part.text)]
        parent.tag = "div" if parent.tag in {"p", *_INLINE} else parent.tag


def _split_at_breaks(parent: Any) -> list[Any]:
    """What is in `parent`: its blocks, and a paragraph for each run of text and elements between them and breaks."""
    parts = [_start_paragraph(parent.text)]
    breaks = 0
    for child, tail in [(child, child.tail) for child in parent]:
        child.tail = None
        if child.tag in _BLOCKS:
            parts += [child, _start_paragraph(tail)]
        elif child.tag == "br" and breaks:
            if breaks == 1:
                parts[-1].remove(parts[-1][-1])
            parts.append(_start_paragraph(tail))
        else:
            child.tail = tail
            parts[-1].append(child)
        breaks = breaks + 1 if child.tag == "br" else 0
        breaks = breaks if _is_blank(tail) else 0
    return parts


def _start_paragraph(text: str | None) -> Any:
    paragraph = lxml.html.Element("p")
    paragraph.text = text
    return paragraph


def _breaks_twice(line: Any) -> bool:
    """Whether nothing stands between a line break and the next."""
    after = line.getnext()
    return _is_blank(line.tail) and after is not None and after.tag == "br"


def _is_blank(text: str | None) -> bool:
    return not text or not text.strip()


def _separate_words(tree: lxml.html.HtmlElement) -> None:
    """Put a space where a page parts words by a line break, or by an element for each, and shows them apart."""
    for line in tree.iter("br"):
        line.tail = f" {line.tail or ''}"
    for part in tree.iter(*_INLINE):
        after = part.getnext()
        if part.tail or after is None or after.tag not in _INLINE or part.tag == "a" == after.tag:
            continue
        left, right = "".join(part.itertext()), "".join(after.itertext())
        # One letter is the large one that opens a text, and belongs to what follows.
        if left[-1:].isalnum() and right[:1].isalnum() and (len(left) > 1 or left.isdigit()):
            part.tail = " "


def _write_entry_days(tree: lxml.html.HtmlElement) -> None:
    """Write out the day of each entry of a live blog where it shows the hour alone ("18:30 The mayor signs …")."""
    for clock in tree.xpath("//p/time[@datetime] | //li/time[@datetime] | //h2/time[@datetime] | //h3/time[@datetime]"):
        entry = clock.getparent()
        day = _DAY.match(clock.get("datetime", ""))
        hour = " ".join((clock.text or "").split())
        if day and _HOUR.fullmatch(hour) and not (entry.text or "").strip() and entry[0] is clock:
            clock.text = f"{day[0]}, {hour}:"
    for clock in tree.xpath("//p//time | //li//time | //td//time | //h2//time | //h3//time | //h4//time"):
        clock.drop_tag()  # its words are the sentence's, which would lose them


def _make_paragraphs(tree: lxml.html.HtmlElement) -> None:
    """Give text behind headings and in tables that lay out the page the elements that text is looked for in."""
    for heading in tree.xpath("//h1|//h2|//h3|//h4"):  # the text right behind one is not its paragraph's
        if heading.tail and heading.tail.strip():
            paragraph = lxml.html.Element("p")
            paragraph.text, heading.tail = heading.tail, None
            heading.addnext(paragraph)
    for table in tree.xpath("//table[.//p[2] or .//h1]"):  # it lays out the page
        for part in table.iter("table", "tbody", "tr", "td", "th"):
            part.tag = "div"


def _drop_related(tree: lxml.html.HtmlElement) -> None:
    """Take headings over links to other articles out of `tree`; over full articles the text shows what they are."""
    for heading in limit_time(tree.xpath("//h2|//h3|//h4|//h5|//h6|//strong|//p|//div[not(*)]")):
        if not find_block_kind(" ".join(heading.text_content().split())):
            continue
        links = list(itertools.takewhile(_is_of_links, heading.itersiblings()))
        for part in [heading, *links] if links else []:
            part.drop_tree()


def _is_of_links(part: Any) -> bool:
    """Whether most of the text of `part` is the text of links."""
    length = len("".join(part.text_content().split())) if isinstance(part.tag, str) else 0
    linked = sum(len("".join(link.text_content().split())) for link in part.iter("a")) if length else 0
    return linked * 5 >= length * 3


def _list_paragraphs(body: Any) -> Iterator[str]:
    """The paragraphs of an extracted article, as `find_paragraphs` knows them."""
    for part in body:
        if part.tag == "list":
            yield "\n".join(f"- {text}" for item in part.iter("item") if (text := _fold(item)))
        elif part.tag == "table":
            yield "\n".join(text for row in part.iter("row") if (text := _fold(row, " | ")))
        elif text := _fold(part):
            yield f"## {text}" if part.tag == "head" else text


def _fold(part: Any, separator: str = "") -> str:
    return " ".join(separator.join(part.itertext()).replace("\u00ad", "").split())


def _with_title(title: str, article: str) -> str:
    """`article` under `title`, unless it begins with it."""
    first = article.partition("\n")[0].lstrip("# ")
    if not article or not title:
        return article
    if re.match(r"\s[|–—-]\s", first[len(title) :]) and first.casefold().startswith(title.casefold()):
        return f"# {title}{article[article.find(first) + len(first) :]}"  # without the name of the site
    if first.casefold() == title.casefold():
        return f"# {title}{article[article.find(first) + len(first) :]}"
    return f"# {title}\n\n{article}"
