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
