"""Every filter as a user uses it: what it lets pass, what it says in the URL, and which one to loosen."""

import functools
import json
from pathlib import Path
from typing import Any

import pytest
from seen import said, shown, titles

from timeline.formats import read_table
from timeline.session.filters import Filters, find_loosest, select_events

ROOT = Path(__file__).parents[1]
APP = ROOT / "app.py"
TABLE = ROOT / "tests" / "cases" / "screen_briefing.json"
ALL = read_table(TABLE)


@pytest.fixture
def open_app(open_app, tmp_path):
    """Opens the app on the hand-made briefing with some events reviewed, at a URL with these parameters."""
    content = json.loads(TABLE.read_text(encoding="utf-8"))
    for event in content["events"]:
        event["review"] = {"ev-suit": "accepted", "ev-halt": "hidden", "ev-survey": "hidden"}.get(
            event["event_id"], "new"
        )
    path = tmp_path / "reviewed.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return functools.partial(open_app, path)


def test_hidden_events_are_reached_by_the_review_filter(open_app):
    """They are in no list at first; asked for, they are shown whatever their importance, and so is the URL set."""
    app = open_app()
    assert "Regional court halted the tunnel works" not in titles(app)
    app.multiselect(key="review").set_value(["hidden"]).run()
    assert titles(app) == ["Ferrum Works surveyed the harbour bed", "Regional court halted the tunnel works"]
    assert app.query_params["review"] == "hidden"
    app.multiselect(key="review").set_value(["accepted"]).run()
    assert titles(app) == ["Harbour Alliance sued over the permit"]
    app.button(key="clear").click().run()
    assert len(titles(app)) == 5
    assert "review" not in app.query_params


def test_the_review_filter_counts_what_a_click_shows(open_app):
    """Hidden events are counted though they are in no other number."""
    labels = open_app().multiselect(key="review").options
    assert {"hidden 2", "accepted 1", "new 4", "edited 0"} == set(labels)


def test_an_actor_can_be_hidden(open_app):
    """Events the actor takes part in are left out, and hiding wins over showing."""
    app = open_app()
    app.multiselect(key="hide").set_value(["Harbour Alliance"]).run()
    assert "Harbour Alliance sued over the permit" not in titles(app)
    assert len(titles(app)) == 4
    assert app.query_params["hide"] == "Harbour Alliance"
    app.pills(key="actors").set_value(["Harbour Alliance"]).run()
    assert titles(app) == []
    assert shown(app)["empty"]["ask"] in {"actors", "without"}


def test_closing_more_filters_keeps_them(open_app):
    """What is not in sight still filters, is in the address, and is cleared with the others."""
    app = open_app()
    app.multiselect(key="review").set_value(["hidden"]).run()
    before = titles(app)
    app.session_state["more_open"] = False
    app.run()
    assert not [each for each in app.multiselect if each.key == "review"]
    app.segmented_control(key="show").set_value("all").run()
    app.segmented_control(key="show").set_value("main").run()
    assert titles(app) == before
    assert app.query_params["review"] == "hidden"
    app.button(key="clear").click().run()
    app.session_state["more_open"] = True
    app.run()
    assert app.multiselect(key="review").value == []
    assert len(titles(app)) == 5


def test_a_link_restores_every_filter(open_app):
    """What is set in one session is what the address opens in another."""
    app = open_app()
    app.segmented_control(key="show").set_value("all").run()
    app.text_input(key="q").set_value("the").run()
    app.multiselect(key="hide").set_value(["Harbour Alliance"]).run()
    app.multiselect(key="status").set_value(["happened", "planned"]).run()
    app.multiselect(key="review").set_value(["new", "hidden"]).run()
    app.checkbox(key="stated").check().run()
    app.segmented_control(key="view").set_value("lanes").run()
    # A browser adds those that Streamlit itself binds to the address.
    query = dict(app.query_params) | {"show": "All", "q": "the", "stated": "true", "view": "Lanes"}
    again = open_app(**query)
    assert titles(app)
    assert titles(again) == titles(app)
    assert again.segmented_control(key="view").value == "lanes"
    assert not said(again)


NONSENSE: list[tuple[dict[str, Any], str]] = [
    ({"actors": ["Harbour Alliance", "Nobody & <b>co</b>"]}, "actor “Nobody &amp; &lt;b&gt;co&lt;/b&gt;”"),
    ({"hide": "Nobody"}, "hidden actor “Nobody”"),
    ({"show": "Most"}, "events “Most”"),
    ({"from": "yesterday"}, "from “yesterday”"),
    ({"to": "1066-10-14"}, "to “1066-10-14”"),
    ({"stated": "perhaps"}, "stated “perhaps”"),
    ({"new": "true"}, "new “true”"),
    ({"view": "cake"}, "view “cake”"),
    ({"window": "x..y"}, "window “x..y”"),
    ({"event": "ev-gone"}, "event “ev-gone”"),
    ({"flavour": "mint"}, "“flavour”"),
    ({"review": "burnt", "kind": "\x00", "source": "x" * 3000}, "review “burnt”"),
]


@pytest.mark.parametrize(("query", "word"), NONSENSE, ids=[next(iter(query)) for query, _ in NONSENSE])
def test_what_a_link_asks_for_in_vain_is_said(open_app, query, word):
    """Nonsense in the address is left out, by name and as plain text, until the reader dismisses the line."""
    app = open_app(**query)
    assert word in " ".join(said(app))
    assert titles(app)
    app.button(key="left_out_dismiss").click().run()
    assert not said(app)


LOOSE = [
    (Filters(without=("Ferrum Works", "Northgate Council", "Harbour Alliance", "Regional court", "Ministry of Works"),
             kinds=("approval",)), "without"),
    (Filters(reviews=("accepted",), text="permit"), "reviews"),
    (Filters(new=frozenset({"ev-halt"}), kinds=("approval",)), "new"),
]  # fmt: skip


@pytest.mark.parametrize(("filters", "field"), LOOSE, ids=[field for _, field in LOOSE])
def test_each_filter_can_be_the_one_to_loosen(filters, field):
    """The filter that stands in the way is named, with as many events as would pass without it."""
    assert select_events(ALL, filters).empty
    found, name, count = find_loosest(ALL, filters)
    assert (found in {field, "kinds"}, bool(name), count > 0) == (True, True, True)
