"""A reader takes a file home: the export dialog in a real browser, by keyboard, on a phone, without Chrome."""

import io
import re

import pandas as pd
import pptx
import pytest
from seen import DONE
from sweep import sample

pytestmark = pytest.mark.browser


def open_dialog(page):
    """The export dialog, open, with its preview drawn."""
    page.get_by_role("button", name="Export…").click()
    dialog = page.get_by_role("dialog")
    dialog.locator('.tl-picture[data-drawn="yes"]').wait_for()
    return dialog


def choose(page, control, option):
    """Choose an option of a list in the dialog, by keyboard, and wait until the dialog is drawn anew for it."""
    page.get_by_role("combobox", name=control, exact=True).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type(option)
    page.get_by_role("option", name=option).wait_for()
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)  # the page says only then that it is at work
    page.wait_for_selector(DONE, state="attached")


def save(page, name):
    """The content of the file that the dialog makes and saves, by keyboard."""
    page.get_by_role("button", name="Make the file").focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name=re.compile(f"^Save {re.escape(name)}"))
    button.focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == name
    return download.value.path().read_bytes()


def test_slides_and_a_table_are_taken_home_by_keyboard(visit):
    """A reader sees the slide first, saves the .pptx, then all events as .csv; other programs open both."""
    page = visit().page
    dialog = open_dialog(page)
    picture = dialog.locator(".tl-picture img")
    assert picture.evaluate("image => [image.naturalWidth, image.naturalHeight]") == [1280, 720]
    assert picture.get_attribute("alt").startswith("Timeline of 6 events. Most important: ")
    deck = pptx.Presentation(io.BytesIO(save(page, "the-harbour-tunnel.pptx")))
    assert deck.slides[0].shapes.title.text_frame.text == "The harbour tunnel"
    choose(page, "Events", "All: 9")
    choose(page, "Format", "Table of events (CSV)")
    assert len(pd.read_csv(io.BytesIO(save(page, "the-harbour-tunnel.csv")))) == 9
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")


def test_the_dialog_fits_a_phone(visit):
    """At 390 pixels nothing of the dialog is beyond the edge, and the file can be had."""
    page = visit(phone=True).page
    dialog = open_dialog(page)
    beyond = """dialog => [...dialog.querySelectorAll('button, input, img, [role=combobox]')]
      .map((part) => part.getBoundingClientRect())
      .filter((box) => box.width && (box.left < 0 || box.right > 390)).length"""
    assert dialog.evaluate(beyond) == 0
    dialog.get_by_role("button", name="Make the file").tap()
    dialog.get_by_role("button", name=re.compile(r"^Save the-harbour-tunnel.pptx \(\d+ KB\)")).wait_for()


@pytest.mark.parametrize(
    ("what", "suffix"), sample([("Picture (PNG)", ".png"), ("Vector graphic (SVG)", ".svg")], every=2)
)
def test_without_chrome_the_readers_browser_makes_the_picture(visit, what, suffix):
    """Where the server has no Chrome, PNG and SVG come from the browser that shows the page, in the size asked for."""
    page = visit(odd="without Chrome").page
    dialog = open_dialog(page)
    choose(page, "Format", what)
    name = f"the-harbour-tunnel{suffix}"
    button = dialog.get_by_role("button", name=f"Save {name}")
    button.wait_for()
    assert dialog.get_by_role("button", name="Make the file").count() == 0
    with page.expect_download() as download:
        button.press("Enter")
    assert download.value.suggested_filename == name
    content = download.value.path().read_bytes()
    if suffix == ".png":
        assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (2560, 1440)
    else:
        assert "The harbour tunnel</text>" in content.decode()


def test_a_pdf_without_chrome_says_what_to_install(visit):
    """A PDF cannot be made without Chrome: the dialog says what to install and which formats do without."""
    page = visit(odd="without Chrome").page
    dialog = open_dialog(page)
    choose(page, "Format", "Page (PDF)")
    dialog.get_by_text("apt install chromium").wait_for()
