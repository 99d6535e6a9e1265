"""What the page says when something hinders or warns: plain text, in which no sign is a mark.

Streamlit reads messages as Markdown, and they quote what a file, an address or a template holds: a picture's address in
one of them would be fetched by the browser. Every message of the page goes through here; a test holds that.
"""

import streamlit as st

from timeline.screen.words import escape_markdown

__all__ = ["say_error", "say_info", "say_warning"]

_LONGEST = 2_000  # characters; what quotes more than that is cut, so that a message stays one


def say_error(message: str) -> None:
    """Show what could not be done, and why."""
    st.error(_escape_markdown(message))


def say_warning(message: str) -> None:
    """Show what the user has to know before going on."""
    st.warning(_escape_markdown(message))


def say_info(message: str) -> None:
    """Show what is missing, and what to do."""
    st.info(_escape_markdown(message))


def _escape_markdown(message: str) -> str:
    r"""`message` on one line, as Markdown that shows each of its characters as itself.

    Examples
    --------
    >>> _escape_markdown("![x](http://a.example/b.png) is\n# no date")
    '\\!\\[x\\]\\(http\\://a\\.example/b\\.png\\) is \\# no date'
    """
    folded = " ".join(message.split())
    return escape_markdown(folded if len(folded) <= _LONGEST else f"{folded[: _LONGEST - 1]}…")
