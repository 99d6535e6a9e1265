"""Who says what and story mode: what the page is told of them, without a browser."""

from seen import shown, titles


def test_who_says_what_has_a_cell_for_every_source(open_app):
    """Events as rows, sources as columns, those that tell most first; a silent source has no cell."""
    app = open_app(look="Who says what")
    who = shown(app)["who"]
    assert [row["title"] for row in who["rows"]] == titles(app)
    assert all(len(row["cells"]) == len(who["sources"]) for row in who["rows"])
    told = [sum(row["cells"][place] is not None for row in who["rows"]) for place in range(len(who["sources"]))]
    assert told == sorted(told, reverse=True)
    assert shown(app)["chart"] is None
    cell = next(cell for row in who["rows"] for cell in row["cells"] if cell)
    assert "".join(text for text, _ in cell["said"]["quote"])


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
