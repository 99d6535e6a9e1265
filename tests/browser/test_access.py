"""The page for everybody: no serious barrier that axe-core finds, and every action by keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from seen import DIALOG

pytestmark = pytest.mark.browser

# What Streamlit's own controls do is Streamlit's to mend; what we draw, and what we fill them with, is ours.
FOREIGN = ("[data-testid=stFileUploaderDropzone]", "[data-testid=stDataFrame]")
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
STILL = """() => document.getAnimations().every(
  (each) => each.playState !== 'running' || each.effect.getComputedTiming().endTime === Infinity
)"""


def barriers(reader, within="body"):
    """The serious and critical violations on the page, one line each; in the dark only colours are other ones.

    It begins as the page is, dark or light, and leaves it the other way: a change of colours takes as long as a look.
    """
    page = reader.page
    if page.evaluate("() => !window.axe"):
        page.evaluate(Axe().axe_script)
    where = {"include": [[within]], "exclude": [[each] for each in FOREIGN]}
    found = []
    looks = {"dark": {"runOnly": COLOURS}, "light": {}}
    first = "dark" if page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches") else "light"
    for scheme in (first, *(looks.keys() - {first})):
        asked = looks[scheme]
        page.emulate_media(color_scheme=scheme)
        reader.settle()
        page.wait_for_function(STILL)  # what fades in is measured when it is there
        run = "(asked) => axe.run(...asked).then(({violations}) => violations)"
        found += page.evaluate(run, [where, {"resultTypes": ["violations"], **asked}])
    return [
        f"{each['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for each in found
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_no_serious_barrier(visit, phone):
    """Page, selected event, keys, empty result, and the dialogs of opening: light and dark, desk and phone."""
    reader = visit(phone=phone)
    page = reader.page
    found = {"page": barriers(reader)}
    page.locator(".tl-row").nth(3).click()
    reader.see(".tl-panel blockquote")
    reader.settle()
    found["event"] = barriers(reader)
    if not phone:
        page.locator(".tl-plot").focus()
        page.keyboard.press("?")
        found["keys"] = barriers(reader)
        page.keyboard.press("Escape")
        more = page.get_by_role("button", name="More filters")
        more.click()
        reader.see(".st-key-more")
        found["more filters"] = barriers(reader, ".st-key-more")
        more.click()
        page.locator(".st-key-more").wait_for(state="detached")
        found |= views(reader)
    page.get_by_role("button", name="Open documents…").click()
    reader.see('[role="dialog"] textarea')
    found["opening"] = barriers(reader, DIALOG)
    page.keyboard.press("Escape")
    reader.miss('[role="dialog"] textarea')
    page.goto(f"{reader.address}/?q=no+such+words&actors=Nobody")
    reader.see(".tl-empty")
    reader.settle()
    found["empty"] = barriers(reader)
    assert {name: lines for name, lines in found.items() if lines} == {}


def views(reader):
    """The barriers of who says what, of the story, and of reviewing with a tick and a tag asked for."""
    page, found = reader.page, {}
    page.get_by_role("radio", name="Who says what").click()
    page.locator(".tl-grid td button").first.click()
    reader.see(".tl-voices blockquote")
    reader.settle()
    found["who says what"] = barriers(reader)
    page.get_by_role("radio", name="Timeline").click()
    page.locator(".tl-row").nth(1).click()
    reader.settle()
    page.keyboard.press("x")
    page.keyboard.press("t")
    reader.settle()
    found["reviewing"] = barriers(reader)
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    page.keyboard.press("p")
    reader.see(".tl-story-said")
    found["story"] = barriers(reader)
    page.keyboard.press("Escape")
    reader.miss(".tl-story")
    reader.settle()
    return found


DIALOGS = {
    "edit": ("edit", "Edit…"), "merge": ("merge", "Merge…"), "split": ("split", "Split…"),
    "add": ("menu", "Add an event…"), "title": ("menu", "Title of the briefing…"),
    "actors": ("menu", "Rename or join actors…"), "notes": ("menu", "Notes and shaded periods…"),
    "history": ("menu", "History…"),
    "keep": ("menu", "Save or open a workspace…"), "export": ("button", "Export…"),
}  # fmt: skip


def open_dialog(reader, place, name):
    """Open a dialog from the panel, the menu of the header, or a button of the header."""
    if place == "menu":
        reader.choose(name)
    elif place == "button":
        reader.page.get_by_role("button", name=name).click()
    else:
        reader.page.locator(f'.tl-panel [data-key="{place}"]').click()
    reader.see(DIALOG)


def test_no_serious_barrier_in_a_dialog(visit, articles):
    """Every dialog of correcting, and that of exporting; and the overview, and a document with its events marked."""
    reader = visit(query="?event=ev-halt")
    page = reader.page
    found = {}
    for name, (place, label) in DIALOGS.items():
        open_dialog(reader, place, label)
        reader.settle()
        found[name] = barriers(reader, DIALOG)
        page.keyboard.press("Escape")
        reader.miss(DIALOG)
        reader.settle()
    for kind in ("actors", "sources"):
        page.locator(f".st-key-count_{kind} button").click()
        reader.see(f'.tl-panel [data-key="{kind}"][aria-pressed="true"]')
        found[kind] = barriers(reader, ".tl-panel")
    reader = visit(articles)
    reader.page.get_by_role("button", name="Open in document").first.click()
    reader.see(".tl-here")
    found["document"] = barriers(reader)
    assert {name: lines for name, lines in found.items() if lines} == {}


def tab_to(page, selector, most=80):
    """Press Tab until what `selector` names has the focus; how often that took."""
    for count in range(most):
        if page.evaluate("(s) => Boolean(document.activeElement?.closest(s))", selector):
            return count
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} is not reached by {most} tabs")


def test_the_page_goes_by_keyboard_alone(visit):
    """Search, an actor, the scope, the list, a text to open, the dialog and its way out: Tab, Enter, Space, arrows."""
    reader = visit()
    page = reader.page
    tab_to(page, ".st-key-q input")
    page.keyboard.type("tunnel")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=tunnel**")
    page.wait_for_function("() => ![0, 6].includes(document.querySelectorAll('.tl-row').length)")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.tl-row').length === 6")
    tab_to(page, ".st-key-actors button")
    page.keyboard.press("Enter")
    page.wait_for_url("**actors=**")
    reader.settle()
    tab_to(page, ".st-key-clear button")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.tl-row').length === 6")
    tab_to(page, ".st-key-open button")
    page.keyboard.press("Enter")
    reader.see('[role="dialog"] textarea')
    tab_to(page, '[role="dialog"] textarea')
    page.keyboard.type("HARBOUR CITY, May 14, 2024 – The ministry banned night work on 2 May 2024.")
    tab_to(page, ".st-key-new_title input")
    page.keyboard.type("By keyboard")
    page.keyboard.press("Tab")  # leaving the field sends it
    reader.see(".st-key-show_timeline button:enabled")
    tab_to(page, ".st-key-show_timeline button")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('h1')?.innerText === 'By keyboard'")
    reader.settle()
    assert any("banned night work" in title for title in reader.titles())
    tab_to(page, ".st-key-opened_dismiss button")
    page.keyboard.press("Enter")
    reader.miss('[role="status"]')
    tab_to(page, ".tl-row")
    page.keyboard.press("Enter")
    reader.see(".tl-panel blockquote")
