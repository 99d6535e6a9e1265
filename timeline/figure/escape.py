"""Text of documents -> text that Plotly shows as it stands: no tags, no links, no formulas.

Nor characters that XML has no place for: pictures are drawn by way of SVG, and one such character fails the whole.
"""

import html
from collections.abc import Iterable
from typing import Final

__all__ = ["escape_html", "escape_lines"]


_NO_XML: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")


def escape_html(text: str) -> str:
    """`text` with what Plotly and MathJax would interpret as entities.

    Examples
    --------
    >>> escape_html('<a href="https://example.org">$x$ & co</a>')
    '&lt;a href="https://example.org"&gt;&#36;x&#36; &amp; co&lt;/a&gt;'
    """
    return html.escape(text.translate(_NO_XML), quote=False).replace("$", "&#36;")


def escape_lines(texts: Iterable[str]) -> str:
    """`texts` escaped, one under the other."""
    return "<br>".join(map(escape_html, texts))
