"""Correcting on the screen, without a browser: every control changes what is shown, and can be undone."""

import datetime as dt
import json
from pathlib import Path

import pytest
from seen import read, rows, shown, titles

from timeline.errors import WorkspaceError
from timeline.formats import parse
from timeline.store import SetReview, SetTitle, Workspace, list_places
from timeline.vocabulary import Review

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests" / "cases" / "screen_briefing.json"
AT = dt.datetime(2025, 9, 1, tzinfo=dt.UTC)

# What the page's own component sends, a test lets be heard before the run, as the page does.
SCRIPT = """
import streamlit as st
from timeline.screen import page, session
if asked := st.session_state.pop("sent", None):
    session.take_action(*asked)
page.show({paths!r})
"""


@pytest.fixture
def open_app(open_app):
    """Opens the app on paths, by default on the hand-made briefing, at a URL with these parameters."""

    def opened(*paths, **query):
        return open_app(script=SCRIPT.format(paths=list(map(str, paths or (TABLE,)))), **query)

    return opened


def row(app, id_):
    """The row of an event."""
    return next(row for row in rows(app) if row["id"] == id_)


def ask(app, *value):
    """Let the page hear what the component sends for a correction."""
    app.session_state["sent"] = ("corrected", list(value))
    app.run()
    assert not app.exception
    return app


def choose(app, name):
    """Choose an entry of the menu “Edit…”."""
    app.menu_button(key="menu").click(name).run()
    assert not app.exception
    return app


def press(app):
    """Press the first button of the dialog."""
    app.button(key="form_save").click().run()
    assert not app.exception
    return app


def save(app):
    """Press it; what it did is on the screen after the next run."""
    return press(app).run()


def reading(app):
    """What the form says under the date."""
    said = [caption.value for caption in app.caption if caption.value.startswith(("Read as", ":red["))]
    return said[0] if said else ""


FIELDS = [
    ("text_input", "form_title", "All work stopped", lambda r: r["title"] == "All work stopped"),
    ("text_input", "form_date", "between 13 and 15 May 2024", lambda r: r["when"] == "13–15"),
    ("text_input", "form_date", "", lambda r: r["when_full"] == "undated"),
    ("multiselect", "form_actors", ["Port Police", "Ferrum Works"],
     lambda r: [name for name, _ in r["actors"]] == ["Port Police", "Ferrum Works"]),
    ("selectbox", "form_status", "denied", lambda r: "denied" in r["marks"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "key", "value", "holds"), FIELDS, ids=[f"{f[1]}-{f[2]}" for f in FIELDS])
def test_each_field_can_be_corrected_and_undone(open_app, kind, key, value, holds):
    """What a reader sets is what list and panel show, marked as edited, until it is taken back."""
    app = ask(open_app(show="All", event="ev-halt"), "edit", "ev-halt")
    before = row(app, "ev-halt")
    getattr(app, kind)(key=key).set_value(value).run()
    save(app)
    assert holds(row(app, "ev-halt"))
    assert "edited" in row(app, "ev-halt")["marks"]
    assert "as it was read" in shown(app)["changes"][0]
    app.button(key="undo").click().run()
    assert row(app, "ev-halt") == before
    assert shown(app)["changes"] == []
    app.button(key="redo").click().run()
    assert holds(row(app, "ev-halt"))


def test_the_kind_can_be_a_new_one(open_app):
    """The list of kinds is open, and the filter knows the new one."""
    app = ask(open_app(event="ev-halt"), "edit", "ev-halt")
    app.selectbox(key="form_kind").options.append("halt")  # AppTest knows no selectbox that takes new options
    app.selectbox(key="form_kind").set_value("halt")
    save(app)
    assert "Kind: halt" in shown(app)["event"]["facts"]
    app.multiselect(key="kind").set_value(["halt"]).run()
    assert [r["id"] for r in rows(app)] == ["ev-halt"]


def test_the_panel_says_what_a_correction_replaced(open_app):
    """Beside the reader's value stands what was read, so that nobody takes one for the other."""
    app = ask(open_app(event="ev-halt"), "edit", "ev-halt")
    app.text_input(key="form_date").set_value("2 May 2024").run()
    save(app)
    assert shown(app)["changes"] == ["Date set by a user; as it was read: 13 May 2024."]


def test_any_actor_can_be_named_first(open_app):
    """The agent comes first; the others keep their order."""
    app = ask(open_app(event="ev-permit"), "edit", "ev-permit")
    assert app.multiselect(key="form_actors").value == ["Northgate Council", "Ferrum Works"]
    app.selectbox(key="form_first").set_value("Ferrum Works").run()
    save(app)
    assert [name for name, _ in row(app, "ev-permit")["actors"]] == ["Ferrum Works", "Northgate Council"]


def test_a_date_is_read_while_it_is_typed(open_app):
    """Before anything is saved the form says how it reads the words, and what it needs where it cannot."""
    app = ask(open_app(event="ev-halt"), "edit", "ev-halt")
    assert reading(app) == ""
    app.text_input(key="form_date").set_value("last friday").run()
    assert "**10 May 2024**" in reading(app)
    app.text_input(key="form_date").set_value("one fine day").run()
    assert "is not read as one date" in reading(app)
    press(app)
    assert "This was not saved: 'one fine day'" in read(app.error[0])
    assert row(app, "ev-halt")["when_full"] == "13 May 2024"
    app.button(key="form_cancel").click().run()
    assert "form_save" not in {button.key for button in app.run().button}


def test_nothing_changed_is_nothing_saved(open_app, home):
    """Saving an untouched form, or leaving it, takes no step."""
    app = save(ask(open_app(event="ev-halt"), "edit", "ev-halt"))
    assert app.button(key="undo").disabled
    [place] = list_places(home)
    assert Workspace(place).list_steps() == []


def test_a_form_never_shows_what_was_typed_for_another_event(open_app):
    """Opening the form sets every control anew."""
    app = ask(open_app(event="ev-halt"), "edit", "ev-halt")
    app.text_input(key="form_title").set_value("Typed and not saved").run()
    app.button(key="form_cancel").click().run()
    app = ask(app.run(), "edit", "ev-permit")
    assert app.text_input(key="form_title").value == "Northgate Council approved the tunnel"


def test_verdicts_show_and_can_be_taken_back(open_app):
    """Accepting marks the row; hiding takes it out of list and count, and the panel still offers to show it again."""
    app = ask(open_app(event="ev-halt"), "accept", "ev-halt")
    assert "accepted" in row(app, "ev-halt")["marks"]
    assert ["renew", "Take acceptance back"] in shown(app)["event"]["actions"]
    ask(app, "renew", "ev-halt")
    assert row(app, "ev-halt")["marks"] == []
    ask(app, "hide", "ev-halt")
    assert len(titles(app)) == 5
    assert ["renew", "Show again"] in shown(app)["event"]["actions"]
    ask(app, "renew", "ev-halt")
    assert len(titles(app)) == 6


def test_two_events_are_merged_and_parted(open_app):
    """A merge keeps all mentions under the title that was chosen; undo parts them again."""
    app = ask(open_app(event="ev-halt"), "merge", "ev-halt")
    offered = app.selectbox(key="form_other").options
    assert "Harbour Alliance sued over the permit" in offered[0] or "Costs of" in offered[0]
    app.selectbox(key="form_other").set_value("ev-permit").run()
    app.radio(key="form_lead").set_value("ev-permit").run()
    save(app)
    assert "Regional court halted the tunnel works" not in titles(app)
    assert shown(app)["selected"] == "ev-permit"
    assert len(shown(app)["event"]["mentions"]) == 5
    assert "Which mentions belong to this event" in shown(app)["changes"][0]
    app.button(key="undo").click().run()
    assert len(titles(app)) == 6


def test_a_link_to_an_event_that_was_merged_leads_to_the_merged_one(open_app):
    """Whoever opens an old link sees the event that holds its mention now."""
    app = ask(open_app(event="ev-halt"), "merge", "ev-halt")
    app.selectbox(key="form_other").set_value("ev-permit").run()
    save(app)
    mention = shown(app)["event"]["mentions"][-1]["id"]
    assert shown(open_app(event=mention))["selected"] == "ev-halt"


def test_a_telling_is_split_off(open_app):
    """What is taken out is an event of its own, with its title; without a choice nothing happens."""
    app = ask(open_app(event="ev-halt", show="All"), "split", "ev-halt")
    before = titles(app)
    assert next(box.label for box in app.checkbox if "form" in box.key).endswith("Harbour Gazette")
    app.checkbox(key="form_mention_2").check().run()
    app.text_input(key="form_title").set_value("Committee took note").run()
    save(app)
    assert sorted([*before, "Committee took note"]) == sorted(titles(app))
    assert len(shown(app)["event"]["mentions"]) == 2
    save(ask(app, "split", "ev-halt"))
    assert len(titles(app)) == len(before) + 1


def test_an_event_is_added_by_hand(open_app):
    """It is in the list at once, selected, and marked as a reader's."""
    app = choose(open_app(), "add")
    app.text_input(key="form_title").set_value("Ferry talks began").run()
    app.text_input(key="form_date").set_value("early June 2024").run()
    app.multiselect(key="form_actors").set_value(["Northgate Council"]).run()
    save(app)
    assert "Ferry talks began" in titles(app)
    assert shown(app)["event"]["when"] == "early June 2024"
    assert shown(app)["changes"] == ["This event was added by a user."]


def test_an_event_without_a_title_is_refused(open_app):
    """The form says what is missing and stays open."""
    app = press(choose(open_app(), "add"))
    assert "title ''" in read(app.error[0])


def test_a_marked_passage_becomes_an_event(open_app, articles):
    """The passage is its quote, to the character; its date is read from publication, its actors are found in it."""
    app = open_app(articles, show="All")
    document = next(d for d in app.session_state["work"].documents if "🚢" in d.text)
    passage = "Night work has a long history 🚢 in the port and its yards."
    start = document.text.index(passage)
    ask(app, "mark", document.id, start, start + len(passage))
    assert app.text_input(key="form_title").value == passage.rstrip(".")
    save(app)
    event = shown(app)["event"]
    assert "".join(text for text, _ in event["mentions"][0]["quote"]) == passage
    assert event["mentions"][0]["readable"]


def test_a_marked_passage_fills_the_form(open_app, articles):
    """Date words and known actors of the passage stand in the form already."""
    app = open_app(articles, show="All")
    document = next(d for d in app.session_state["work"].documents if "Ferrum" in d.text)
    start, end = document.text.index("Ferrum"), document.text.index("\n\n")
    ask(app, "mark", document.id, start, end)
    assert app.text_input(key="form_date").value == "Tuesday"
    assert "**14 May 2024**" in reading(app)
    assert app.multiselect(key="form_actors").value == ["Ferrum Works"]


def test_an_event_rests_on_words_of_a_document(open_app, articles):
    """Whoever has no mouse gives the words instead of marking them; words that are not there are refused."""
    app = choose(open_app(articles, show="All"), "add")
    ids = {d.id: d for d in app.session_state["work"].documents}
    chosen = next(id_ for id_, d in ids.items() if "ministry" in d.text)
    app.selectbox(key="form_document").set_value(chosen).run()
    app.text_input(key="form_title").set_value("Night work banned").run()
    app.text_area(key="form_words").set_value("never said").run()
    press(app)
    assert "the document does not say these words" in read(app.error[0])
    app.text_area(key="form_words").set_value("the ministry  banned night work").run()
    save(app)
    assert shown(app)["event"]["mentions"][0]["quote"] == [["The ministry banned night work", False]]


@pytest.mark.parametrize(("choice", "left"), [("accepted", 6), ("hidden", 4)])
def test_all_events_on_the_screen_get_one_verdict(open_app, choice, left):
    """What passes the filters, and nothing else, is accepted or hidden in one step, which undo takes back."""
    app = open_app()
    app.multiselect(key="kind").set_value(["order", "approval"]).run()
    choose(app, choice)
    app.multiselect(key="kind").set_value([]).run()
    assert len(titles(app)) == left
    assert sum("accepted" in r["marks"] for r in rows(app)) == (2 if choice == "accepted" else 0)
    app.button(key="undo").click().run()
    assert len(titles(app)) == 6
    assert not any("accepted" in r["marks"] for r in rows(app))


def test_an_actor_is_renamed(open_app):
    """The new name stands everywhere, in the filter too."""
    app = choose(open_app(), "actors")
    app.multiselect(key="form_names").set_value(["Ferrum Works"]).run()
    app.text_input(key="form_into").set_value("Ferrum plc").run()
    save(app)
    names = {name for r in rows(app) for name, _ in r["actors"]}
    assert "Ferrum plc" in names
    assert "Ferrum Works" not in names
    assert any("Ferrum plc" in option for option in app.pills(key="actors").options)


def test_actors_are_joined(open_app):
    """Two actors are one from here on; the name given up leads to it as an alias."""
    app = choose(open_app(), "actors")
    app.multiselect(key="form_names").set_value(["Ferrum Works", "Northgate Council"]).run()
    app.radio(key="form_kept").set_value("Northgate Council").run()
    save(app)
    assert [name for name, _ in row(app, "ev-permit")["actors"]] == ["Northgate Council"]
    choose(app, "actors")
    app.multiselect(key="form_names").set_value(["Northgate Council"]).run()
    assert "Northgate Council is also: Ferrum Works" in [text.value for text in app.text]


def test_the_briefing_gets_another_title(open_app):
    """Its title is corrected like everything else, and taken back."""
    app = choose(open_app(), "title")
    assert app.text_input(key="form_title").value == "The harbour tunnel"
    app.text_input(key="form_title").set_value("A <b>tunnel</b>").run()
    save(app)
    heads = [element.proto.body for element in app.get("html")]
    assert any("<h1>A &lt;b&gt;tunnel&lt;/b&gt;</h1>" in head for head in heads)
    app.button(key="undo").click().run()
    assert any("<h1>The harbour tunnel</h1>" in element.proto.body for element in app.get("html"))


def test_any_step_is_taken_back_from_the_history(open_app):
    """The history names what, when and who; an old step goes and comes back, the later ones stay."""
    app = ask(ask(open_app(), "accept", "ev-halt"), "hide", "ev-permit")
    choose(app, "history")
    said = [text.value for text in app.text]
    assert any("Northgate Council approved the tunnel" in text and "hidden" in text for text in said)
    assert any("you" in caption.value for caption in app.caption)
    app.button(key="form_undo_1").click().run()
    app.run()
    assert row(app, "ev-halt")["marks"] == []
    assert "ev-permit" not in {r["id"] for r in rows(app)}
    app.button(key="form_redo_1").click().run()
    assert row(app.run(), "ev-halt")["marks"] == ["accepted"]


def test_a_long_history_is_turned_page_by_page(open_app, home):
    """Every step can be reached, however many there are."""
    app = ask(open_app(), "accept", "ev-halt")
    for n in range(24):
        other_tab(home, SetReview(events=("ev-halt",), review=(Review.NEW, Review.ACCEPTED)[n % 2]), seen=n + 1)
    choose(app, "history")
    assert "form_undo_1" not in {button.key for button in app.button}
    app.number_input(key="form_page").set_value(2).run()
    assert "form_undo_1" in {button.key for button in app.button}


def other_tab(home, edit, seen=0):
    """What somebody else does meanwhile in the same workspace."""
    [place] = list_places(home)
    timeline = parse(TABLE.read_bytes(), ".json")
    Workspace(place).record(edit, timeline, at=AT, session="other", seen=seen)


def test_a_contradiction_between_two_tabs_is_shown_with_both_values(open_app, home):
    """Both edits are kept, the later holds, the page says so, and the reader settles it."""
    app = open_app(event="ev-halt")
    app = ask(app, "edit", "ev-halt")
    other_tab(home, SetTitle(event="ev-halt", title="Works came to a halt"))
    app.text_input(key="form_title").set_value("All work stopped").run()
    save(app)
    assert "edited twice" in row(app, "ev-halt")["marks"]
    said = " ".join(text.value for text in app.text)
    assert "It is now: title: All work stopped (you" in said
    assert "Overruled: title: Works came to a halt (another session (other)" in said
    assert any("was edited twice" in change for change in shown(app)["changes"])
    app.button(key="conflict_2_1").click().run()
    assert row(app, "ev-halt")["title"] == "Works came to a halt"
    assert "edited twice" not in row(app, "ev-halt")["marks"]


def test_a_correction_whose_event_is_gone_is_reported(open_app, home, tmp_path):
    """It is neither dropped nor applied to something else: the page names it, and the reader lets it go."""
    table = tmp_path / "table.json"
    table.write_bytes(TABLE.read_bytes())
    ask(open_app(table), "accept", "ev-halt")
    data = json.loads(table.read_text(encoding="utf-8"))
    data["events"] = [event for event in data["events"] if event["event_id"] != "ev-halt"]
    data["mentions"] = [mention for mention in data["mentions"] if mention["event_id"] != "ev-halt"]
    table.write_text(json.dumps(data), encoding="utf-8")
    app = open_app(table)
    [said] = [text.value for text in app.text if "not in force" in text.value]
    assert "Regional court halted the tunnel works" in said
    app.button(key="lost_1_ev-halt").click().run()
    assert not [text for text in app.text if "not in force" in text.value]


def test_a_saved_workspace_opens_elsewhere(open_app, home, monkeypatch, tmp_path):
    """Saved as a file and opened on another machine it shows the same, corrections and all."""
    from timeline.screen.dialogs.workspace_file import save_copy

    app = choose(ask(open_app(), "hide", "ev-halt"), "keep")
    assert [button.proto.label for button in app.get("download_button") if "workspace" in button.proto.label]
    [place] = list_places(home)
    content = save_copy(Workspace(place))
    monkeypatch.setenv("TIMELINE_HOME", str(tmp_path / "elsewhere"))
    other = choose(open_app(ROOT / "seeds" / "README.md"), "keep")
    other.file_uploader(key="form_workspace").set_value([("tunnel.timeline", content, "")]).run()
    other.button(key="form_open").click().run()
    assert titles(other.run()) == titles(app)


def test_what_is_no_workspace_is_not_opened(open_app):
    """The reader learns why, by the name the file has for him, and what is open stays open."""
    app = choose(open_app(), "keep")
    app.file_uploader(key="form_workspace").set_value([("notes.timeline", b"Dear all, " * 100, "")]).run()
    app.button(key="form_open").click().run()
    assert "'notes.timeline'" in read(app.error[0])
    assert "it is no workspace" in read(app.error[0])
    assert len(titles(app.run())) == 6


def test_a_workspace_worked_on_before_opens_from_the_list(open_app, articles):
    """Whatever was opened in the app can be opened again without looking for a file."""
    before = titles(open_app(articles, show="All"))
    app = choose(open_app(show="All"), "keep")
    [name] = [option for option in app.selectbox(key="form_recent").options if option.startswith("articles")]
    app.selectbox(key="form_recent").select(name).run()
    app.button(key="form_open").click().run()
    assert titles(app.run()) == before


@pytest.mark.parametrize("value", [["fly"], ["edit"], ["mark", "d", "x", "y"], [], "edit", None, ["hide", 7]])
def test_what_no_control_sends_does_nothing(open_app, value):
    """A message that the page does not know opens nothing and changes nothing."""
    app = open_app()
    app.session_state["sent"] = ("corrected", value)
    app.run()
    assert len(titles(app)) == 6
    assert not app.error


@pytest.mark.parametrize("value", [["accept", "ev-gone"], ["mark", "no-document", 1, 5]])
def test_what_is_gone_by_now_is_said(open_app, value):
    """A click on what another tab took away leaves a sentence, not a traceback."""
    app = ask(open_app(), *value)
    assert app.error or "form_title" in {field.key for field in app.text_input}


def test_an_event_that_went_while_its_form_was_open(open_app):
    """The dialog says that there is nothing to correct any more."""
    for what in ("edit", "merge", "split"):
        assert "any more" in read(ask(open_app(), what, "ev-gone").error[0])


REASONS = ["the disk is full; nothing was changed", "another program has kept it locked", "it cannot be written"]


@pytest.mark.parametrize("reason", REASONS)
def test_a_step_that_cannot_be_written_is_said(open_app, monkeypatch, reason):
    """With a full disk the form stays open with what was typed, and nothing on the screen pretends to be saved."""

    def fail(*_args, **_named):
        raise WorkspaceError(f"'w': {reason}")

    app = ask(open_app(event="ev-halt"), "edit", "ev-halt")
    monkeypatch.setattr(Workspace, "record", fail)
    monkeypatch.setattr(Workspace, "undo", fail)
    app.text_input(key="form_title").set_value("All work stopped").run()
    press(app)
    assert reason in read(app.error[0])
    assert app.text_input(key="form_title").value == "All work stopped"
    assert row(app, "ev-halt")["title"] == "Regional court halted the tunnel works"
    app.button(key="form_cancel").click().run()
    ask(app.run(), "hide", "ev-halt")
    assert reason in read(app.error[0])
    assert len(titles(app)) == 6


def test_a_workspace_that_breaks_while_it_is_open(open_app, home):
    """A file that is damaged under the reader's hands ends in a sentence and a way on."""
    app = open_app()
    [place] = list_places(home)
    place.write_bytes(b"gone " * 1000)
    app.run()
    assert not app.exception
    assert "no workspace" in read(app.error[0])
    assert app.button(key="open_default")


def review(app):
    """How far it is checked, and what was done last."""
    said = shown(app)["review"]
    return said["checked"], said["done"]


def test_several_are_accepted_at_once_and_taken_back(open_app):
    """One step for all of them, said with its number; undo takes it back as a whole."""
    app = open_app()
    assert review(app) == (0, "")
    ask(app, "accept", "ev-permit", "ev-suit")
    assert review(app) == (2, "2 events accepted")
    ask(app, "undo")
    assert review(app) == (0, "")
    ask(app, "hide", "ev-permit")
    assert review(app) == (0, "hidden: “Northgate Council approved the tunnel”")


def test_tags_and_comments_stand_on_the_event(open_app):
    """A tag is on every event that was ticked and can be taken off; a comment is marked in the list."""
    app = open_app(event="ev-permit")
    ask(app, "tag", "to check", "ev-permit", "ev-suit")
    assert (row(app, "ev-suit")["tags"], shown(app)["review"]["tags"]) == (["to check"], ["to check"])
    ask(app, "untag", "to check", "ev-permit")
    assert shown(app)["event"]["tags"] == []
    ask(app, "comment", "Ask the council", "ev-permit")
    assert shown(app)["event"]["comment"] == "Ask the council"
    assert "comment" in row(app, "ev-permit")["marks"]
    assert row(app, "ev-permit")["marks"].count("edited") == 0
    ask(app, "tag", " ", "ev-permit")
    assert any("tag" in error.value for error in app.error)


def test_a_merge_is_proposed_with_its_reason(open_app, articles):
    """The likeliest come first, and why; choosing one is enough."""
    app = open_app(articles, show="All")
    halted = next(r for r in rows(app) if "halted" in r["title"])
    ask(app, "merge", halted["id"])
    likely = app.radio(key="form_likely")
    assert 0 < len(likely.options) <= 5


def test_marked_words_snap_and_are_filled_in(open_app, articles):
    """Half a word is the whole word; what the marked words leave out is taken from their sentence."""
    app = open_app(articles)
    work = app.session_state["work"]
    document = next(d for d in work.documents if "halted the tunnel" in d.text and "Monday" in d.text)
    start = document.text.index("halted the tunnel") + 2
    ask(app, "mark", document.id, start, start + 12)
    assert app.text_input(key="form_title").value == "halted the tunnel"
    assert "Monday" in app.text_input(key="form_date").value
    save(app)
    assert any("added" in r["marks"] for r in rows(app))


@pytest.mark.parametrize(
    "asked", [["accept", "ev-permit"], ["tag", "x", "ev-permit"], ["comment", "x", "ev-permit"], ["undo"]]
)
def test_a_correction_that_is_kept_is_not_kept_again(open_app, monkeypatch, asked):
    """A newer message stops whoever looks at session state; what is stopped is sent again, so nobody looks after."""
    from timeline.screen import session, state
    from timeline.store import workspace

    app = ask(open_app(), "hide", "ev-halt")
    kept, after = [], []
    for name in ("record", "undo"):
        do = getattr(workspace.Workspace, name)
        monkeypatch.setattr(workspace.Workspace, name, lambda *a, do=do, **k: (do(*a, **k), kept.append(True))[0])
    for name in ("__get__", "__set__"):
        do = getattr(state._Value, name)
        monkeypatch.setattr(
            state._Value, name, lambda self, *a, do=do: (after.append(self.name) if kept else None, do(self, *a))[1]
        )
    take = session.take_action
    monkeypatch.setattr(session, "take_action", lambda *a: (take(*a), done.append(bool(kept)), kept.clear()))
    done: list[bool] = []
    ask(app, *asked)
    assert (done, after) == ([True], [])
