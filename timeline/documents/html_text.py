"""A piece of HTML, such as a cell or a feed holds -> its text: paragraphs apart, items marked, no tag and no entity."""

import html
import re

import lxml.html

from timeline.errors import DocumentError

__all__ = ["holds_blocks", "holds_html", "strip_tags"]

MOST_CHARACTERS = 5_000_000

_TAGS = re.compile(r"</(?:p|div|li|ul|ol|h[1-6]|span|a|b|i|em|strong|blockquote|td)>|<(?:br|p|hr)\s*/?>", re.IGNORECASE)
_BLOCK_ENDS = re.compile(r"</(?:p|div|li|h[1-6]|blockquote)>|<br\s*/?>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:amp|nbsp|quot|lt|gt|apos|[rl]squo|[rl]dquo|[mn]dash|hellip|#\d{2,5}|#x[\da-f]{2,4});", re.IGNORECASE
)
_BLOCKS = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 blockquote tr table section article header footer br hr pre".split()
)
_DROPPED = frozenset("script style noscript iframe svg head title template".split())
_HEADING = re.compile(r"h[1-6]")


def holds_html(text: str) -> bool:
    """Whether `text` has the tags or entities of a page in it.

    Examples
    --------
    >>> holds_html("<p>It fell.</p>"), holds_html("docks &amp; quays"), holds_html("a < b & c > d")
    (True, True, False)
    """
    return bool(_TAGS.search(text) or _ENTITY.search(text))


def holds_blocks(text: str) -> bool:
    """Whether the paragraphs of `text` are marked by tags, so that its line ends say nothing."""
    return len(_BLOCK_ENDS.findall(text)) > 1


def strip_tags(fragment: str) -> str:
    r"""The text of `fragment`; one without tags comes with its entities resolved.

    Raises
    ------
    DocumentError
        If it is too long, or broken beyond reading.

    Examples
    --------
    >>> strip_tags("<p>The council voted on <b>Tuesday</b>.</p><p>Workers<br>struck.</p><ul><li>one</li></ul>")
    'The council voted on Tuesday.\n\nWorkers\nstruck.\n\n- one'
    >>> strip_tags("docks &amp; quays")
    'docks & quays'
    """
    if len(fragment) > MOST_CHARACTERS:
        raise DocumentError(f"longer than {MOST_CHARACTERS:,} characters, the most that is read: split it")
    if not _TAGS.search(fragment):
        return html.unescape(fragment).replace("\u00ad", "")
    try:
        tree = lxml.html.fragment_fromstring(fragment, create_parent="div")
    except (lxml.etree.LxmlError, ValueError) as error:
        raise DocumentError(f"HTML that cannot be read ({error}): give its text") from error
    parts: list[str] = []
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        _write(parts, event, element)
    lines = [" ".join(line.split()) for line in "".join(parts).replace("\u00ad", "").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _write(parts: list[str], event: str, element: lxml.html.HtmlElement) -> None:
    """Add to `parts` what the beginning or the end of an element brings."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if event == "start":
        parts.append(_read_mark(tag))
        if tag not in _DROPPED and not any(parent.tag in _DROPPED for parent in element.iterancestors()):
            parts.append(" ".join((element.text or "").split("\n")))
        return
    if event == "end" and tag in _BLOCKS and tag not in {"br", "ul", "ol"}:
        parts.append("\n" if tag in {"li", "tr"} else "\n\n")
    if not any(parent.tag in _DROPPED for parent in element.iterancestors()):
        parts.append(" ".join((element.tail or "").split("\n")))


def _read_mark(tag: str) -> str:
    if tag == "br":
        return "\n"
    if tag == "li":
        return "\n- "
    if _HEADING.fullmatch(tag):
        return "\n\n## "
    return "\n\n" if tag in _BLOCKS else " | " if tag in {"td", "th"} else ""
