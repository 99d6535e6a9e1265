"""Who says what and story mode: what the page is told of them, without a browser."""

from pathlib import Path

from seen import shown, titles

from timeline.screen.state import Dialog
from timeline.store import find_notes

ROOT = Path(__file__).parents[1]


def test_who_says_what_has_a_cell_for_every_source(open_app):
    """Events as rows, as columns the sources that tell something beside another; a silent source has no cell."""
    app = open_app(look="Who says what")
    who = shown(app)["who"]
    assert [row["title"] for row in who["rows"]] == titles(app)
    assert all(len(row["cells"]) == len(who["sources"]) for row in who["rows"])
    beside = [row for row in who["rows"] if row["alone"] is None and any(row["cells"])]
    told = [sum(row["cells"][place] is not None for row in beside) for place in range(len(who["sources"]))]
    assert told == sorted(told, reverse=True)
    assert min(told) > 0
    assert shown(app)["chart"] is None
    cell = next(cell for row in who["rows"] for cell in row["cells"] if cell)
    assert "".join(text for text, _ in cell["said"]["quote"])


def test_who_tells_an_event_alone_is_named_in_its_row(open_app):
    """With its sentence, whether or not that source has a column."""
    rows = {row["title"]: row for row in shown(open_app(look="Who says what"))["who"]["rows"]}
    alone = rows["Harbour Alliance sued over the permit"]["alone"]
    assert alone["name"] in alone["voice"]["said"]["source"]
    assert rows["Northgate Council approved the tunnel"]["alone"] is None


def test_the_chart_comes_back_as_it_was(open_app):
    """Looking at who says what costs neither view nor filters."""
    app = open_app(look="Who says what", view="Lanes")
    assert shown(app)["who"]
    app.segmented_control(key="look").set_value("chart").run()
    assert shown(app)["who"] is None
    assert shown(app)["chart"]
    assert app.segmented_control(key="view").value == "lanes"


def test_what_one_source_alone_tells(open_app):
    """The filter leaves what a second document confirms, and is dropped with the others."""
    app = open_app()
    before = titles(app)
    app.checkbox(key="alone").check().run()
    alone = {row["id"] for month in shown(app)["months"] for row in month["rows"] if row["sources"] == "1 source"}
    assert 0 < len(alone) == len(titles(app)) < len(before)
    app.button(key="clear").click().run()
    assert titles(app) == before


def test_a_link_to_one_source_is_checked(open_app):
    """What the control would not take is said."""
    app = open_app(alone="perhaps")
    assert "alone “perhaps”" in app.session_state["left_out"]


def test_a_story_has_the_sentence_of_each_event(open_app):
    """In the order of time, eight at most, the date words told apart."""
    app = open_app()
    story = shown(app)["story"]
    assert [event["title"] for event in story] == titles(app)[: len(story)]
    assert 0 < len(story) <= 8
    assert any(is_lit for event in story for _, is_lit in event["quote"])
    assert all(event["source"] for event in story if event["quote"])


def test_whoever_ticks_events_is_told_those(open_app):
    """The user's choice takes the place of the eight."""
    app = open_app()
    ids = [row["id"] for month in shown(app)["months"] for row in month["rows"]]
    app.session_state["chosen"] = (ids[3], ids[1], "gone")
    app.run()
    assert [event["id"] for event in shown(app)["story"]] == [ids[1], ids[3]]


def test_the_queue_has_what_is_not_checked(open_app, articles):
    """Under one heading, with nothing of the screen left out."""
    app = open_app(articles, show="All")
    total = shown(app)["review"]["total"]
    ids = [row["id"] for month in shown(app)["months"] for row in month["rows"]]
    app.session_state["queue"] = True
    app.run()
    queue = shown(app)
    assert [month["heading"] for month in queue["months"]] == ["Least certain first, of what is not checked yet"]
    assert sorted(row["id"] for row in queue["months"][0]["rows"]) == sorted(ids)
    assert total == len(ids)


def test_that_dates_are_guesses_is_said_once(open_app):
    """The demo's dates are guesses: a line leads to giving them, and rows have a word under the date."""
    app = open_app(ROOT / "seeds")
    assert app.button(key="give_dates").label == "dates of 5 articles are guesses: give them…"
    doubts = {tuple(row["doubt"]) for month in shown(app)["months"] for row in month["rows"]}
    assert {word for word, _ in doubts} <= {"", "assumed", "≈ guess"}
    assert "≈ guess" in {word for word, _ in doubts}
    app.button(key="give_dates").click().run()
    assert [each for each in app.date_input if each.key.startswith("published_")] or app.date_input(key="published_all")


def test_events_without_a_date_have_a_lane_of_their_own(open_app):
    """Each of them, by its title."""
    app = open_app(show="All")
    undated = [row["id"] for month in shown(app)["months"] if month["heading"] == "Undated" for row in month["rows"]]
    assert [id_ for id_, _ in shown(app)["chart"]["undated"]["events"]] == undated
    assert undated


def test_lanes_are_folded_and_ordered_by_link(open_app):
    """The link names them; a lane that is not there is left out, and said to be."""
    app = open_app(view="Lanes", lane=["Ferrum Works", "Nobody"], folded=["Ferrum Works"])
    lanes = shown(app)["chart"]["lanes"]
    assert lanes[0]["name"] == "Ferrum Works"
    assert lanes[0]["folded"]
    assert [lane["name"] for lane in lanes if lane["fixed"]] == ["Others"]
    assert "lane “Nobody”" in app.session_state["left_out"]


def test_a_note_is_written_on_the_chart_and_taken_away(open_app):
    """A period is a shade with its text over the axis; without a day nothing is kept, which is said."""
    app = open_app()
    app.session_state["dialog"] = Dialog(name="notes")
    app.run()
    app.text_input(key="form_title").set_value("Works halted").run()
    app.button(key="form_save").click().run()
    assert "without a date" in app.error[0].value
    app.text_input(key="form_days").set_value("13 – 20 May 2024").run()
    app.button(key="form_save").click().run()
    assert [note.title for _, note in find_notes(app.session_state["work"].steps)] == ["Works halted"]
    [number] = [number for number, _ in find_notes(app.session_state["work"].steps)]
    app.session_state["dialog"] = Dialog(name="notes")
    app.run()
    app.button(key=f"form_note_{number}").click().run()
    assert find_notes(app.session_state["work"].steps) == []
