"""Messages of the page: plain text, whatever a file or an address puts into them."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from timeline.screen.messages import _escape_markdown

SCREEN = Path(__file__).parents[1] / "timeline" / "screen"
MARKDOWN = {"error", "warning", "info", "success", "markdown", "write", "caption"}
MESSAGES = {"say_error", "say_warning", "say_info"}


def calls(path):
    """The calls of Streamlit that read Markdown."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MARKDOWN:
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id == "st":
                yield node


def unescaped(value):
    """The names that an f-string or expression puts into Markdown without `escape_markdown` or a number's format."""
    if isinstance(value, ast.Constant):
        return []
    if isinstance(value, ast.Call):
        harmless = isinstance(value.func, ast.Name) and value.func.id in {"escape_markdown", "_escape_markdown", "len"}
        return [] if harmless else [ast.unparse(value)]
    if isinstance(value, ast.IfExp):
        return unescaped(value.body) + unescaped(value.orelse)
    if isinstance(value, ast.JoinedStr):
        return [bad for part in value.values for bad in unescaped(part)]
    if isinstance(value, ast.FormattedValue):
        return unescaped(value.value)
    name = ast.unparse(value)
    fixed = name.isupper()  # a constant of the module
    return [] if fixed or name in {"used", "count"} else [name]


@pytest.mark.parametrize("path", sorted(SCREEN.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_from_outside_is_read_as_markdown(path):
    """Errors, warnings and infos go through `messages`; captions escape what is not ours."""
    for call in calls(path):
        allowed = path.name == "messages.py" or call.func.attr == "caption"
        assert allowed, f"line {call.lineno}: use say_{call.func.attr}"
        assert not [bad for argument in call.args for bad in unescaped(argument)], f"line {call.lineno}"


SIGNS = st.text(st.sampled_from("![]()<>*_`#+-.:/\\&$~|{}@\n 1aé;"), max_size=60)


@given(SIGNS)
def test_any_message_is_shown_as_it_is(text):
    """Read as Markdown, no message has a link, a picture or any mark: its text is all there is."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(_escape_markdown(text))
    inline = [child for token in tokens for child in token.children or []]
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for child in inline} <= {"text", "text_special"}
    assert "".join(child.content for child in inline) == " ".join(text.split())
