"""A reader shapes the page in a real browser: the height of the chart, its lanes, the document in full height."""

import pytest

pytestmark = pytest.mark.browser


def test_chart_and_lanes_are_shaped_by_keyboard(visit):
    """Arrow keys move the line under the chart and the lanes, Enter puts the line back and folds a lane."""
    reader = visit(query="?view=Lanes")
    page = reader.page
    divider, plot = page.locator(".tl-divider"), page.locator(".tl-plot")
    usual = plot.bounding_box()["height"]
    divider.focus()
    page.keyboard.press("ArrowDown")
    reader.settle()
    assert plot.bounding_box()["height"] == pytest.approx(usual + 40, abs=2)
    page.keyboard.press("Enter")
    reader.settle()
    assert plot.bounding_box()["height"] == usual
    lanes = page.locator(".tl-lanes button")
    first, second = (lanes.nth(place).get_attribute("data-key") for place in (0, 1))
    lanes.nth(1).focus()
    page.keyboard.press("ArrowUp")
    page.wait_for_url("**lane=**")
    reader.settle()
    assert [lanes.nth(place).get_attribute("data-key") for place in (0, 1)] == [second, first]
    assert page.evaluate("() => document.activeElement.dataset.key") == second
    page.keyboard.press("Enter")
    page.wait_for_url("**folded=**")
    reader.settle()
    assert lanes.nth(0).get_attribute("aria-pressed") == "true"


def test_a_document_is_read_in_full_height(visit, tmp_path):
    """It covers chart and list, shows headings as such and front matter folded, and steps from event to event."""
    told = "".join(f"## Day {day}\n\nThe council sold pier {day} on {day} May 2024.\n\n" for day in range(2, 12))
    matter = "---\ntitle: Piers\npublished: 2024-05-20\n---\n"
    (tmp_path / "piers.md").write_text(f"{matter}# Piers\n\n{told}", encoding="utf-8")
    reader = visit(tmp_path, query="?show=All")
    page = reader.page
    page.locator(".tl-row").first.click()
    page.get_by_role("button", name="Open in document").first.click()
    page.wait_for_selector(".tl-text")
    page_part, panel = (page.locator(each).bounding_box() for each in (".tl", ".tl-panel"))
    assert panel["height"] == pytest.approx(page_part["height"], abs=2)
    assert page.locator(".tl-panel").get_by_role("heading", name="Day 5", exact=True).is_visible()
    assert not page.locator(".tl-matter .tl-aside").first.is_visible()
    text = page.locator(".tl-text").evaluate(
        "(e) => { const r = document.createRange(); r.selectNodeContents(e); return r.toString(); }"
    )
    assert text == f"{matter}# Piers\n\n{told}"
    place = page.locator(".tl-place")
    assert place.inner_text() == "1 of 10"
    page.get_by_role("button", name="Next event of this document").click()
    assert place.inner_text() == "2 of 10"
    page.get_by_role("button", name="Back to the event").click()
    page.wait_for_selector(".tl[data-reading]", state="detached")
