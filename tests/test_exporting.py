"""The export dialog without a browser: every control changes the file that is made, and nothing is made unasked."""

import dataclasses
import io
import json
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pptx
import pytest
from seen import read
from sweep import sample

from timeline.formats import FORMATS, SUFFIXES, picture, read_table, render
from timeline.screen.dialogs import export
from timeline.session.exports import ExportRequest, make_file_name

ROOT = Path(__file__).parents[1]
APP = ROOT / "app.py"
TABLE = ROOT / "tests" / "cases" / "screen_briefing.json"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def dialog(open_app):
    """Opens the page on a table at a URL with these parameters, and the dialog on it."""

    def opened(table=TABLE, **query):
        app = open_app(table, **query)
        app.button(key="export").click().run()
        assert not app.exception
        return app

    return opened


def choose(app, **values):
    """Set controls of the dialog by their keys without ``export_``, in this order."""
    kinds = {"title": "text_input", "source": "text_input", "bom": "checkbox", "template": "file_uploader"}
    kinds |= {"width": "number_input", "height": "number_input"}
    for name, value in values.items():
        getattr(app, kinds.get(name, "selectbox"))(key=f"export_{name}").set_value(value).run()
        assert not app.exception
    return app


def made(app):
    """The content of the file that the dialog makes."""
    app.button(key="export_make").click().run()
    assert not app.exception
    assert not app.error, app.error
    return app.session_state["made"].content


def slides(app):
    """The slides that the dialog makes."""
    return list(pptx.Presentation(io.BytesIO(made(app))).slides)


def csv_titles(app):
    """The titles in the CSV that the dialog makes."""
    return pd.read_csv(io.BytesIO(made(choose(app, format=".csv"))))["title"].tolist()


def names(slide):
    """The names and texts of the shapes on a slide."""
    return {shape.name: shape.text_frame.text if shape.has_text_frame else "" for shape in slide.shapes}


def previewed(app):
    """What the picture of the preview was given."""
    sent = next(
        e.proto
        for e in app.get("bidi_component")
        if "plotly" in (e.proto.json or e.proto.mixed.json)[-400:] and '"save"' in (e.proto.json or e.proto.mixed.json)
    )
    return json.loads(sent.json or sent.mixed.json)


def test_nothing_is_made_before_it_is_asked_for(dialog, monkeypatch):
    """Opening the dialog and choosing a format makes no file; “Make the file” makes one and offers to save it."""
    asked = []
    write = export.write_export
    monkeypatch.setattr(export, "write_export", lambda *given: asked.append(given) or write(*given))
    app = choose(dialog(), format=".csv")
    assert not asked
    assert not app.get("download_button")
    assert made(app)
    assert len(asked) == 1
    (save,) = app.get("download_button")
    assert save.proto.label == "Save the-harbour-tunnel.csv (1 KB)"


def test_a_changed_wish_takes_back_the_offer(dialog):
    """What was made for another request is not offered for saving."""
    app = choose(dialog(), format=".csv")
    assert made(app)
    choose(app, events="all")
    assert not app.get("download_button")


@pytest.mark.parametrize("suffix", sample([s for s in SUFFIXES if not FORMATS[s].is_picture], every=3))
def test_every_format_can_be_had(dialog, suffix):
    """Each format of the lookup is in the menu, has a preview, and is made."""
    app = choose(dialog(), format=suffix)
    assert app.dataframe or app.code or previewed(app)
    assert made(app)


def test_the_events_control_says_which_events_are_written(dialog):
    """On the screen, main, accepted and all are what they say."""
    app = dialog(q="appeal")
    assert csv_titles(app) == ["Ferrum Works will appeal"]
    assert len(csv_titles(choose(app, events="main"))) == 6
    assert len(csv_titles(choose(app, events="all"))) == 9
    app = choose(app, events="accepted")
    accepted = [event for event in read_table(TABLE).events.review if event in {"accepted", "edited"}]
    assert not accepted
    assert "choose others" in read(app.info[0])
    assert not [button for button in app.button if button.key == "export_make"]


def test_the_title_is_on_the_slide_and_in_the_name(dialog):
    """The title typed is what the slide says and what the file is called."""
    app = choose(dialog(), title="The court stopped the tunnel")
    assert slides(app)[0].shapes.title.text_frame.text == "The court stopped the tunnel"
    assert app.get("download_button")[0].proto.label.startswith("Save the-court-stopped-the-tunnel.pptx (")


def test_the_source_line_is_the_readers(dialog):
    """The source line stands there as the documents give it, can be written anew, and can be left out."""
    app = dialog()
    own = app.text_input(key="export_source").value
    assert own.startswith("Source: ")
    assert names(slides(app)[0])["Source"] == own
    assert names(slides(choose(app, source="Source: our desk"))[0])["Source"] == "Source: our desk"
    assert "Source" not in names(slides(choose(app, source=""))[0])


def test_the_view_is_the_charts(dialog):
    """Lanes name their actors on the slide, flags do not; the view on the screen comes first."""
    app = dialog()
    assert app.selectbox(key="export_view").value == "flags"
    assert "Lane" not in str(axis(slides(app)[0]))
    assert "Lane" in str(axis(slides(choose(app, view="lanes"))[0]))
    assert dialog(view="Lanes").selectbox(key="export_view").value == "lanes"


def axis(slide):
    """The names of the shapes of the axis."""
    return [shape.name for group in slide.shapes if group.name == "Time axis" for shape in group.shapes]


def test_the_days_on_the_screen_can_be_the_charts(dialog):
    """Zoomed in, a reader may have the visible part alone; else everything."""
    app = dialog(window="2024-05-01..2024-05-31")
    whole = events(slides(app))
    part = app.selectbox(key="export_window").options[1]
    assert part == "1 May 2024 to 31 May 2024, as on the screen"
    kept = events(slides(choose(app, window=part)))
    assert kept < whole
    assert {name for name in kept if "2024-05" in name}
    assert not [box for box in dialog().selectbox if box.key == "export_window"]


def events(deck):
    """The names of the events on the first slide, without their numbers."""
    return {shape.name[9:] for shape in deck[0].shapes if shape.name.startswith("Event ")}


def test_slides_have_the_size_asked_for(dialog):
    """16:9 unless 4:3 is asked for."""
    app = dialog()
    assert size(made(app)) == (1280, 720)
    assert size(made(choose(app, ratio="4:3"))) == (960, 720)
    assert previewed(app)["size"] == {"width": 960, "height": 720}


def size(deck):
    """Width and height of a deck's slides in pixels."""
    opened = pptx.Presentation(io.BytesIO(deck))
    return opened.slide_width // 9525, opened.slide_height // 9525


def test_a_template_decides_the_size_and_its_samples_go(dialog):
    """An uploaded template is used; it has a size of its own."""
    brand = pptx.Presentation()
    brand.slides.add_slide(brand.slide_layouts[1]).shapes.title.text = "Sample"
    data = io.BytesIO()
    brand.save(data)
    app = choose(dialog(), template=[("brand.pptx", data.getvalue(), "application/zip")])
    deck = made(app)
    assert size(deck) == (960, 720)
    assert (
        next(s.shapes.title.text_frame.text for s in pptx.Presentation(io.BytesIO(deck)).slides) == "The harbour tunnel"
    )


def test_a_bad_template_is_refused_at_once(dialog):
    """What is no presentation is named as such when it is uploaded; the plain slide can still be had."""
    app = choose(dialog(), template=[("brand.pptx", b"no zip", "application/zip")])
    assert "This template cannot be used: the template is no .pptx or .potx that can be used" in read(app.error[0])


def test_excel_gets_its_byte_order_mark(dialog):
    """The mark stands at the start of the CSV if it is asked for."""
    app = choose(dialog(), format=".csv")
    assert not made(app).startswith(b"\xef\xbb\xbf")
    assert made(choose(app, bom=True)).startswith(b"\xef\xbb\xbf")


def test_the_chart_of_the_page_has_the_view_asked_for(dialog):
    """The standalone page's chart follows the view control."""
    app = choose(dialog(), format=".html")
    assert made(app) != made(choose(app, view="lanes"))


@pytest.mark.browser
def test_a_picture_has_the_pixels_asked_for(dialog):
    """Sizes from the list and sizes of one's own; a PNG has twice as many dots each way."""
    app = choose(dialog(), format=".png", size="960 × 720 (4:3)")
    assert dots(made(app)) == (1920, 1440)
    choose(app, size="Another size", width=640, height=400)
    assert dots(made(app)) == (1280, 800)


def dots(png):
    """Width and height of a PNG."""
    assert png.startswith(PNG)
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


@pytest.mark.parametrize(("suffix", "words"), [(".pdf", "apt install chromium"), (".png", "your own browser")])
def test_without_chrome_the_dialog_says_what_can_be_done(dialog, monkeypatch, suffix, words):
    """PNG and SVG are made by the reader's browser; for a PDF it says what to install. No button leads to an error."""
    monkeypatch.setattr(picture.Chromium, "find_browser", lambda **_: None)
    app = choose(dialog(), format=suffix)
    assert words in read(app.info[0])
    assert not [button for button in app.button if button.key == "export_make"]
    save = previewed(app)["save"]
    assert save == ({"name": "the-harbour-tunnel.png", "format": "png", "scale": 2} if suffix == ".png" else None)


def test_what_cannot_be_made_says_why(dialog, tmp_path):
    """A text too long for a cell is refused in a sentence, and another format can be had."""
    table = tmp_path / "long.csv"
    table.write_text("title,start,importance\n" + "x" * 40_000 + ",2025,0.9\n", encoding="utf-8")
    app = choose(dialog(table), format=".xlsx")
    app.button(key="export_make").click().run()
    assert "The file could not be made: a text of 40000 characters" in read(app.error[0])
    assert made(choose(app, format=".csv"))


def test_there_is_nothing_to_export_of_nothing(app_test, monkeypatch, tmp_path):
    """A briefing without events has no export."""
    table = tmp_path / "none.csv"
    table.write_text("title,start\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", [str(APP), str(table)])
    assert app_test.from_file(str(APP), default_timeout=60).run().button(key="export").disabled


def test_a_wish_is_all_that_decides_the_file():
    """The same events and request give the same bytes."""
    tl, request = read_table(TABLE), ExportRequest(suffix=".pptx", title="T", options={"view": "lanes"})
    one, other = (export.write_export(tl, request) for _ in range(2))
    assert one == other
    assert zipfile.is_zipfile(io.BytesIO(one))


@pytest.mark.parametrize(
    ("title", "name"),
    [("A: b/c", "a-b-c.md"), ("..", "timeline.md"), ("", "timeline.md"), ("\u4f60\u597d", "\u4f60\u597d.md")],
)
def test_no_title_becomes_a_path(title, name):
    """A file name has letters, digits and hyphens alone."""
    assert make_file_name(title, ".md") == name


@pytest.mark.parametrize(
    ("preset", "suffix"), [("One slide", ".pptx"), ("Deck", ".pptx"), ("Handout", ".docx"), ("Data", ".xlsx")]
)
def test_a_preset_is_the_format_it_stands_for(dialog, preset, suffix):
    """What people come for picks format and slides; another format leaves it."""
    app = dialog()
    app.segmented_control(key="export_preset").set_value(preset).run()
    assert app.selectbox(key="export_format").value == suffix
    if preset == "One slide":
        assert app.selectbox(key="export_slides").value == "one"
        assert "That is 1 slide." in [caption.value for caption in app.caption]
    app = choose(app, format=".csv")
    assert app.segmented_control(key="export_preset").value is None


def test_an_earlier_deck_is_brought_up_to_date(dialog):
    """A deck given to the dialog comes back with what has changed since, which is listed."""
    app = dialog()
    deck = made(app)
    app.file_uploader(key="export_deck").set_value(("deck.pptx", deck, "application/octet-stream")).run()
    assert "up to date" in read(app.info[-1])
    other = render(changed_title(read_table(TABLE)), "pptx")
    app.file_uploader(key="export_deck").set_value(("deck.pptx", other, "application/octet-stream")).run()
    assert "Difference" in app.dataframe[-1].value.columns
    assert app.get("download_button")[-1].proto.label == "Save deck\\.pptx"
    app.file_uploader(key="export_deck").set_value(("deck.pptx", b"no deck", "application/octet-stream")).run()
    assert "cannot be brought up to date" in read(app.error[-1])


def changed_title(timeline):
    """The table with the title of one main event as it once was."""
    events = timeline.events.copy()
    events.loc[events["importance"].idxmax(), "title"] = "As it was once told"
    return dataclasses.replace(timeline, events=events)


def test_one_event_may_stand_out(dialog):
    """The highlighted event has a label on the slide, in the first accent."""
    app = dialog()
    label, events = app.selectbox(key="export_highlight").options[1], read_table(TABLE).events
    event_id = next(row.event_id for row in events.itertuples() if label.endswith(row.title))
    app.selectbox(key="export_highlight").set_value(event_id).run()  # by its value: AppTest formats what it is given
    groups = [shape for shape in slides(app)[0].shapes if shape.name.startswith("Event ")]
    assert [g for g in groups if any(s.name == "Mark" and s.width > 100_000 for s in g.shapes)]
