"""What a page under test shows its user."""

import html
import json
import re

DIALOG = '[data-testid="stDialog"]'
"""The dialog of the page, if one is open."""

DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
"""The page, once the server has nothing more to say."""


def shown(app):
    """The data that the page's own component got."""
    assert not app.exception
    sent = next(e.proto for e in app.get("bidi_component") if "months" in (e.proto.json or e.proto.mixed.json))
    return json.loads(sent.json or sent.mixed.json)


def rows(app):
    """The rows of the list, in order."""
    return [row for month in shown(app)["months"] for row in month["rows"]]


def titles(app):
    """The titles in the list, in order."""
    return [row["title"] for row in rows(app)]


def headline(app):
    """Title and counts."""
    lines = [element.proto.body for element in app.get("html")]
    title = next(index for index, line in enumerate(lines) if "<h1>" in line)
    numbers = [button.label for button in app.button if (button.key or "").startswith("count_")]
    return " · ".join([*lines[title : title + 2], *numbers])


def said(app):
    """The lines above the chart."""
    return [element.proto.body for element in app.get("html") if 'role="status"' in element.proto.body]


def problems_of(app):
    """The problems under the button, each with its document."""
    body = next(e.proto.body for e in app.get("html") if '<dl class="problems">' in e.proto.body)
    found = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", body, re.DOTALL)
    return [(html.unescape(document), html.unescape(message)) for document, message in found]


def read(message):
    """A message of the page as the user reads it, without what keeps its signs from being marks."""
    return re.sub(r"\\([^a-zA-Z0-9\s])", r"\1", message.value)
