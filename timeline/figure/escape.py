"""Text of documents -> text that Plotly shows as it stands: no tags, no links, no formulas."""

import html
from collections.abc import Iterable

__all__ = ["escape", "lines"]


def escape(text: str) -> str:
    """`text` with what Plotly and MathJax would interpret as entities.

    Examples
    --------
    >>> escape('<a href="https://example.org">$x$ & co</a>')
    '&lt;a href="https://example.org"&gt;&#36;x&#36; &amp; co&lt;/a&gt;'
    """
    return html.escape(text, quote=False).replace("$", "&#36;")


def lines(texts: Iterable[str]) -> str:
    """`texts` escaped, one under the other."""
    return "<br>".join(map(escape, texts))
