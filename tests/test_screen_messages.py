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
LABELLED = {
    *(
        "button",
        "checkbox",
        "radio",
        "selectbox",
        "multiselect",
        "pills",
        "segmented_control",
        "text_input",
        "text_area",
    ),
    *(
        "number_input",
        "date_input",
        "file_uploader",
        "popover",
        "spinner",
        "progress",
        "menu_button",
        "download_button",
    ),
    *("expander", "toast", "toggle", "tabs", "header", "subheader", "title", "metric", "link_button", "dialog"),
}
"""Calls whose labels and help are Markdown."""
CHOICES = {"radio", "pills", "segmented_control"}
"""Those whose options are, too."""
HARMLESS = {"escape_markdown", "_escape_markdown", "len", "count_if_any", "count_words"}
OURS = {"corrections", "pages", "used", "count", "label", "words", "missing", "help_"}
"""Names of texts that are ours or escaped where they are made."""


def calls(path, names=MARKDOWN):
    """The calls of Streamlit that read Markdown."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names:
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id == "st":
                yield node


def unescaped(value):
    """The names that an f-string or expression puts into Markdown without `escape_markdown` or a number's format."""
    match value:
        case ast.Constant():
            return []
        case ast.Call():
            harmless = isinstance(value.func, ast.Name) and value.func.id in HARMLESS
            return [] if harmless else [ast.unparse(value)]
        case ast.IfExp():
            parts = [value.body, value.orelse]
        case ast.JoinedStr() | ast.BoolOp():
            parts = value.values
        case ast.FormattedValue() | ast.Subscript():
            parts = [value.value]
        case _:
            name = ast.unparse(value)
            return [] if name.isupper() or name in OURS else [name]  # a constant of the module
    return [bad for part in parts for bad in unescaped(part)]


@pytest.mark.parametrize("path", sorted(SCREEN.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_from_outside_is_read_as_markdown(path):
    """Errors, warnings and infos go through `messages`; captions escape what is not ours."""
    for call in calls(path):
        allowed = path.name == "messages.py" or call.func.attr == "caption"
        assert allowed, f"line {call.lineno}: use say_{call.func.attr}"
        assert not [bad for argument in call.args for bad in unescaped(argument)], f"line {call.lineno}"


@pytest.mark.parametrize("path", sorted(SCREEN.rglob("*.py")), ids=lambda path: path.stem)
def test_no_label_of_a_control_is_read_as_markdown(path):
    """Labels, help and options that show what a document or user says escape it."""
    for call in calls(path, LABELLED):
        told = [*call.args[:1], *(word.value for word in call.keywords if word.arg in {"label", "help"})]
        assert not [bad for argument in told for bad in unescaped(argument)], f"line {call.lineno}"
        shown = [ast.unparse(word.value) for word in call.keywords if word.arg == "format_func"]
        if call.func.attr in CHOICES and shown:
            assert "escape" in shown[0] or shown[0].removesuffix(".__getitem__").isupper(), f"line {call.lineno}"


SIGNS = st.text(st.sampled_from("![]()<>*_`#+-.:/\\&$~|{}@\n 1aé;"), max_size=60)


@given(SIGNS)
def test_any_message_is_shown_as_it_is(text):
    """Read as Markdown, no message has a link, a picture or any mark: its text is all there is."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(_escape_markdown(text))
    inline = [child for token in tokens for child in token.children or []]
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for child in inline} <= {"text", "text_special"}
    assert "".join(child.content for child in inline) == " ".join(text.split())
