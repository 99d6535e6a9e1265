"""The page as a user uses it, without a browser: every control changes what is on the screen."""

import datetime as dt
import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
from seen import headline, problems_of, said, shown, titles

ROOT = Path(__file__).parents[1]
APP = ROOT / "app.py"
TABLE = ROOT / "tests" / "cases" / "screen_briefing.json"


MAIN = [
    "Tunnel works on the north shore",
    "Northgate Council approved the tunnel",
    "Harbour Alliance sued over the permit",
    "Regional court halted the tunnel works",
    "Costs of $5 and $6 million were *named* by <b>Ferrum</b>",
    "Ferrum Works will appeal",
]


def test_first_look_shows_the_main_events_by_month(open_app):
    """The page opens with headline, chart and list and asks for nothing."""
    app = open_app()
    assert titles(app) == MAIN
    months = [month["heading"] for month in shown(app)["months"]]
    assert months == ["March 2023", "April 2024", "May 2024", "June 2024"]
    assert "<h1>The harbour tunnel</h1>" in headline(app)
    assert "<p>6 events · March 2023 to June 2024</p> · 4 actors · 3 sources" in headline(app)


def test_all_shows_every_event_in_reading_order(open_app):
    """A year without month stands before its months, an undated event last."""
    app = open_app()
    app.segmented_control(key="show").set_value("all").run()
    assert titles(app)[0] == "Ferrum Works surveyed the harbour bed"
    assert titles(app)[-1] == "Talks about a ferry instead"
    assert len(titles(app)) == 9


def test_a_number_keeps_so_many_that_matter_of_what_passes(open_app):
    """A number looks at every event, not at the main ones alone."""
    app = open_app(show="10")
    assert len(titles(app)) == 9


FILTERS = [
    ("pills", "actors", ["Harbour Alliance"], ["Harbour Alliance sued over the permit"]),
    ("multiselect", "kind", ["order", "approval"], MAIN[1:2] + MAIN[3:4]),
    ("multiselect", "status", ["planned"], ["Ferrum Works will appeal"]),
    ("multiselect", "source", ["Minutes of the works committee"], ["Regional court halted the tunnel works"]),
    ("text_input", "q", "SUED permit", ["Harbour Alliance sued over the permit"]),
    ("text_input", "q", "north shore have gone", ["Tunnel works on the north shore"]),
    ("date_input", "from", dt.date(2024, 6, 1), ["Tunnel works on the north shore", "Ferrum Works will appeal"]),
    ("date_input", "to", dt.date(2024, 4, 15), MAIN[:2]),
]


@pytest.mark.parametrize(("kind", "key", "value", "expected"), FILTERS, ids=[f"{f[1]}-{f[2]}" for f in FILTERS])
def test_each_filter_changes_the_list(open_app, kind, key, value, expected):
    """What a filter lets pass is what the list shows, and nothing else."""
    app = open_app()
    getattr(app, kind)(key=key).set_value(value).run()
    assert titles(app) == expected
    app.button(key="clear").click().run()
    assert titles(app) == MAIN


def test_only_stated_dates_leaves_out_assumed_ones(open_app):
    """An event dated by the publication day alone does not pass."""
    app = open_app()
    app.checkbox(key="stated").check().run()
    assert "Costs of $5" not in " ".join(titles(app))
    assert len(titles(app)) == 5


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"actors": "Regional court"}, ["Regional court halted the tunnel works"]),
        ({"q": "appeal"}, ["Ferrum Works will appeal"]),
        ({"stated": "true", "kind": "finance", "show": "All"}, []),
        ({"actors": "Nobody", "show": "nonsense", "from": "yesterday", "view": "?", "window": "x..y"}, MAIN),
    ],
    ids=["actor", "text", "several", "nonsense"],
)
def test_the_url_restores_the_filters(open_app, query, expected):
    """A link shows what its sender saw; what it says wrongly is ignored."""
    assert titles(open_app(**query)) == expected


def test_an_actor_beyond_the_chips_is_added_by_name(open_app, tmp_path):
    """Any actor can be asked for, however rare."""
    rows = "\n".join(f"Event {n},2024-01-{n:02},Actor {n:02},0.9" for n in range(1, 20))
    table = tmp_path / "many.csv"
    table.write_text(f"title,start,actors,importance\n{rows}\n", encoding="utf-8")
    app = open_app(table)
    app.selectbox(key="another").set_value("Actor 19").run()
    assert titles(app) == ["Event 19"]
    app.pills(key="actors").set_value([]).run()
    assert len(titles(app)) == 19


def test_the_panel_tells_every_quote_with_its_source(open_app):
    """A selected event shows each mention, its date words apart, with publisher, day and how the date was read."""
    app = open_app(event="ev-halt")
    event = shown(app)["event"]
    assert event["when"] == "13 May 2024"
    assert [t["source"][:2] for t in event["mentions"]] == [
        ["Harbour Gazette", "14 May 2024"],
        ["Northgate Post", "16 May 2024"],
        ["Minutes of the works committee", "publication date not known"],
    ]
    assert event["mentions"][0]["quote"] == [
        ["The regional court halted the tunnel works ", False],
        ["on Monday", True],
        [".", False],
    ]
    assert event["mentions"][0]["reading"] == "“on Monday” was read as: the Monday before publication on 14 May 2024."


def test_only_web_links_become_links(open_app):
    """A source's address of any other scheme is not offered for a click."""
    app = open_app(event="ev-halt")
    assert [t["url"] for t in shown(app)["event"]["mentions"]] == ["https://gazette.example/tunnel", "", ""]


def test_an_unknown_event_in_the_url_is_forgotten(open_app):
    """A link to an event that is gone opens the briefing without it."""
    app = open_app(event="ev-gone")
    assert shown(app)["selected"] == ""
    assert "event" not in app.query_params


def test_the_selection_outlives_a_filter(open_app):
    """Filtering an event away leaves it selected, so that its panel can still be read."""
    app = open_app(event="ev-halt")
    app.pills(key="actors").set_value(["Harbour Alliance"]).run()
    assert shown(app)["selected"] == "ev-halt"
    assert shown(app)["event"]["title"] == "Regional court halted the tunnel works"


def test_an_empty_result_names_the_filter_to_loosen(open_app):
    """The way out is offered by name and number."""
    app = open_app(actors="Regional court", q="appeal")
    assert titles(app) == []
    empty = shown(app)["empty"]
    assert "the search text" in empty["text"] or "the actors" in empty["text"]
    assert empty["ask"] in {"text", "actors"}


def test_only_lesser_events_are_offered_when_there_is_no_main_one(open_app, tmp_path):
    """A briefing without main events says that there are others."""
    table = tmp_path / "minor.csv"
    table.write_text("title,start,importance\nA small thing,2024-01-02,0.1\n", encoding="utf-8")
    empty = shown(open_app(table))["empty"]
    assert empty["action"] == "Change the number of events to “All”: 1 event"


@pytest.mark.parametrize("name", [".", "no-such-folder"])
def test_nothing_readable_says_so(open_app, tmp_path, name):
    """An empty folder, or none, offers three ways to begin, not a blank page, and says where the reason stands."""
    app = open_app(tmp_path / name)
    assert [ask for ask, *_ in shown(app)["empty"]["cards"]] == ["open", "open", "demo"]
    assert "under “problems”" in shown(app)["empty"]["text"]
    assert problems_of(app)
    assert shown(app)["chart"] is None


def test_a_bad_cell_is_named_and_the_table_shown(open_app, tmp_path):
    """The user learns row and column under the problems; the event stays, without a date, and so do all others."""
    table = tmp_path / "broken.csv"
    table.write_text("title,start\nBan,not a date\nBan lifted,2024-05-02\n", encoding="utf-8")
    app = open_app(table, show="All")
    assert set(titles(app)) == {"Ban", "Ban lifted"}
    assert any("row 1, column 'start'" in message for _, message in problems_of(app))


def test_problems_are_listed(open_app):
    """What could not be read is said on the page, document by document."""
    assert [message for _, message in problems_of(open_app())] == ["the file is empty"]


def test_a_document_is_read_with_its_events_marked(open_app, articles):
    """The pieces joined are the text as it was given; the chosen passage and its date stand out."""
    app = open_app(articles, show="All")
    event = shown(app)["event"]
    mention = event["mentions"][0]
    assert mention["readable"]
    app = open_app(articles, show="All", event=event["id"], document=mention["document"])
    document = shown(app)["document"]
    text = "".join(piece for piece, _, _ in document["parts"])
    assert text in {path.read_text(encoding="utf-8") for path in articles.iterdir()}
    here = "".join(piece for piece, kind, _ in document["parts"] if kind in {"here", "date"})
    assert here == "".join(piece for piece, _ in mention["quote"])


def test_each_number_leads_to_what_it_counts(open_app):
    """The numbers of actors and sources list them where the event stood, each with its own numbers."""
    app = open_app()
    assert shown(app)["overview"] is None
    app.button(key="count_actors").click().run()
    overview = shown(app)["overview"]
    assert (shown(app)["selected"], overview["kind"]) == ("", "actors")
    assert next((row["name"], row["facts"]) for row in overview["rows"]) == ("Ferrum Works", ["5 events"])
    assert len(overview["rows"]) == 4
    app.button(key="count_sources").click().run()
    overview = shown(app)["overview"]
    assert [row["name"] for row in overview["rows"]] == [
        "Court halts the harbour tunnel", "What the tunnel ruling means", "Minutes of the works committee",
    ]  # fmt: skip
    assert not any(row["readable"] for row in overview["rows"])


def test_a_table_without_sources_lists_its_actors(open_app, tmp_path):
    """Where there is nothing to count, no number stands, and the other list is shown; without either an empty one."""
    table = tmp_path / "plain.csv"
    table.write_text("title,start,actors,importance\nA thing,2024-01-02,Somebody,0.9\n", encoding="utf-8")
    app = open_app(table, event="gone")
    assert [button.key for button in app.button if button.key.startswith("count_")] == ["count_actors"]
    assert [row["name"] for row in shown(app)["overview"]["rows"]] == ["Somebody"]
    table.write_text("title,start,importance\nA thing,2024-01-02,0.9\n", encoding="utf-8")
    overview = shown(open_app(table, event="gone"))["overview"]
    assert (overview["kind"], overview["kinds"], overview["rows"]) == ("", [], [])


def test_a_source_without_events_can_be_read(open_app, articles):
    """The list of sources names every document with the number of its events, those that tell none among them."""
    (articles / "zzz.txt").write_text("The hall is old and has a roof of slate.", encoding="utf-8")
    app = open_app(articles)
    app.button(key="count_sources").click().run()
    silent = next(row for row in shown(app)["overview"]["rows"] if "no event" in row["facts"])
    assert silent["readable"]
    app = open_app(articles, document=silent["id"])
    assert shown(app)["selected"] == ""
    assert shown(app)["document"]["parts"] == [["The hall is old and has a roof of slate.", "", ""]]


def test_a_link_to_a_document_that_is_gone_says_so(open_app):
    """The page opens as usual, and names what it could not show."""
    app = open_app(document="gone")
    assert shown(app)["event"]
    assert "document “gone”" in said(app)[0]


def test_the_default_briefing_opens_without_arguments(app_test, monkeypatch):
    """Nothing has to be configured: the seeds that come with the package are shown."""
    monkeypatch.setattr(sys, "argv", ["some-other-program", "--flag"])
    app = app_test.from_file(str(APP), default_timeout=60).run()
    assert "Nvidia H20 sales to China" in headline(app)
    assert "5 sources" in headline(app)
    assert len(titles(app)) >= 6


def test_the_view_control_changes_the_chart(open_app):
    """Lanes name actors at the side, the story does not."""
    app = open_app()
    app.segmented_control(key="view").set_value("lanes").run()
    lanes = json.dumps(shown(app)["chart"]["figure"]["layout"])
    app.segmented_control(key="view").set_value("story").run()
    story = json.dumps(shown(app)["chart"]["figure"]["layout"])
    assert "Regional court" in lanes
    assert lanes != story


def test_a_window_in_the_url_is_the_window_of_the_chart(open_app):
    """The chart shows the days that the link names, and is laid out for them."""
    whole = shown(open_app())["chart"]["figure"]["layout"]["xaxis"]["range"]
    part = shown(open_app(window="2024-05-01..2024-05-31"))["chart"]["figure"]["layout"]["xaxis"]
    assert part["range"][1] - part["range"][0] == pytest.approx(31)
    assert part["minallowed"] <= whole[0]
    assert part["maxallowed"] >= whole[1]


def test_the_chart_has_words_of_its_own(open_app):
    """The text alternative counts the events and names those that matter most, each with its date."""
    assert shown(open_app())["chart"]["alt"].startswith("Timeline of 6 events. Most important: ")


def test_the_configuration_keeps_the_app_on_this_machine():
    """The server listens here alone and reports to nobody."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["address"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False


def test_what_a_session_keeps_is_in_one_place_with_its_type(open_app):
    """Only controls, of filters, lanes and dialogs, and the component have keys beside the values of `Session`."""
    from timeline.screen import state
    from timeline.screen.filters.controls import LOOSE
    from timeline.screen.view.lane_choice import LANE_KEYS

    app = open_app()
    folder = Path(state.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py") if path.name != "state.py")
    used = set(re.findall(r'session_state(?:\.get\(|\[|\.setdefault\(|\.pop\()"(\w+)"', source))
    beside = {key for key in used if not key.startswith(("form_", "export_"))}
    assert beside <= {*LOOSE, *LANE_KEYS, "another", "timeline"}
    asked = set(re.findall(r"\bstate\.(\w+)", source)) - {"is_set", "forget", "Session"}
    assert asked <= {name for name in vars(state.Session) if not name.startswith("_")}
    assert all(key in app.session_state for key in ("workspace", "work", "tab", "event", "document", "drawn", "size"))
