"""Who says what and story mode in a real browser: by mouse and by keyboard alone."""

import pytest

pytestmark = pytest.mark.browser


def test_a_cell_opens_its_sentence(visit):
    """A cell says what it is, opens the words of its source and selects the event; closed, they are gone."""
    reader = visit()
    page = reader.page
    page.get_by_role("radio", name="Who says what").click()
    reader.see(".tl-grid")
    cell = page.locator(".tl-grid td button").first
    assert "tells it" in cell.get_attribute("aria-label")
    cell.focus()
    page.keyboard.press("Enter")
    reader.see(".tl-voices blockquote")
    reader.settle()
    assert page.locator(".tl-grid tr[aria-current]").count() == 1
    page.keyboard.press("Enter")
    reader.miss(".tl-voices")


def test_titles_have_room_beside_many_sources(visit, tmp_path):
    """However many sources there are, the column of events is not crushed: the sources scroll by."""
    for day in range(1, 15):
        text = f"HARBOUR CITY, May {day}, 2024 – The ministry banned night work in the harbour on 30 April 2024.\n"
        (tmp_path / f"paper {day}.txt").write_text(text, encoding="utf-8")
    reader = visit(tmp_path)
    reader.page.get_by_role("radio", name="Who says what").click()
    reader.see(".tl-grid tbody th button")
    title = reader.page.locator(".tl-grid tbody th button").first.bounding_box()
    assert title["width"] > 160
    assert title["height"] < 70


def test_the_story_goes_arrow_by_arrow(visit):
    """`p` opens it, arrows lead on and back and no further than the ends, others are dim, Esc leads back."""
    reader = visit()
    page = reader.page
    page.locator(".tl-row").first.click()
    reader.settle()
    page.keyboard.press("p")
    reader.see(".tl-story-said")
    count = int(page.locator(".tl-story-bar span").inner_text().split()[-1])
    for _ in range(count + 2):
        page.keyboard.press("ArrowRight")
    assert page.locator(".tl-story-bar span").inner_text() == f"{count} of {count}"
    page.keyboard.press("ArrowLeft")
    reader.settle()
    assert page.locator(".tl-story-bar span").inner_text() == f"{count - 1} of {count}"
    assert page.locator(".tl-dim").count() > 0
    dimmed = page.locator(".tl-dim").evaluate_all(
        """(nodes) => nodes.filter((node) => node.matches('path'))
          .map((node) => node.closest('.trace').__data__[0].trace.name)"""
    )
    assert "labels" not in dimmed  # what holds a title off its dot stays unseen
    title = page.locator(".tl-story-said h2").inner_text()
    page.keyboard.press("Escape")
    reader.miss(".tl-story")
    reader.settle()
    assert page.locator('.tl-row[aria-selected="true"] .tl-title').text_content() == title
    assert page.locator(".tl-dim").count() == 0
    assert page.evaluate("() => document.activeElement.classList.contains('tl-row')")


def test_a_small_laptop_keeps_its_page_for_the_chart(visit):
    """On 1024 by 768 title and buttons share a line, and so do all choices and the chart's own tools.

    What is said below the title is quieter than it: the page has the colours of the theme, not the chart alone.
    """
    reader = visit()
    page = reader.page
    page.set_viewport_size({"width": 1024, "height": 768})
    reader.settle()
    title, buttons, views, scale, tools, plot = (
        page.locator(part).first.bounding_box()
        for part in ("h1", ".st-key-export", ".st-key-views", ".st-key-scale", ".tl-tools", ".tl-plot")
    )
    assert abs(title["y"] + title["height"] / 2 - buttons["y"] - buttons["height"] / 2) < 12
    assert views["height"] < 40
    assert scale["x"] + scale["width"] <= tools["x"]
    assert plot["y"] < 130
    quiet, loud = (
        page.locator(part).first.evaluate("(part) => getComputedStyle(part).color")
        for part in (".st-key-counts p", "h1")
    )
    assert quiet != loud
