"""The standalone page in a real browser without a network: it shows, filters, points, prints, and runs no text."""

import pandas as pd
import pytest

from timeline.formats import render
from timeline.table import from_frame

pytestmark = pytest.mark.browser

HOSTILE = "</script><script>window.run = 1</script><img src=x onerror='window.run = 2'><!-- {{script}} \u2028"


@pytest.fixture
def page(browser, tmp_path):
    """The page of a timeline, opened from disk, with every request and error it made."""
    cells = {"title": ["Ban", HOSTILE, "Deal"], "start": ["2025-04", "2025-07-14", "2025-08-11"]}
    tl = from_frame(pd.DataFrame({**cells, "actors": ["China", HOSTILE.strip(), "Nvidia; China"]}), HOSTILE)
    (tmp_path / "page.html").write_bytes(render(tl, "html"))
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.wrong = []
    opened.on("pageerror", lambda error: opened.wrong.append(str(error)))
    opened.on("console", lambda message: opened.wrong.append(message.text))
    opened.on("request", lambda request: None if request.url.startswith("file:") else opened.wrong.append(request.url))
    opened.goto((tmp_path / "page.html").as_uri())
    opened.wait_for_selector("#chart .main-svg")
    yield opened
    assert opened.wrong == []
    assert opened.evaluate("window.run") is None
    context.close()


def drawn(page):
    """The titles of the chart's labels, without the dates before them."""
    texts = page.locator("#chart .textpoint, #chart .annotation-text").all_text_contents()
    return [text.rpartition("\u00a0")[2] for text in texts if text]


def test_the_page_shows_chart_and_list_without_a_network(page):
    """Chart and list stand there from the file alone; hostile text is shown as it is and runs nothing."""
    assert page.locator(".event").count() == 3
    assert page.locator(".event h3").nth(1).inner_text().startswith("</script><script>window.run = 1</script><img")
    assert {"Ban", "Deal"} <= set(drawn(page))


def test_an_actor_filters_list_and_chart(page):
    """Choosing an actor leaves that actor's events in list and chart, and the count says so; all come back."""
    page.get_by_label("Nvidia").check()
    assert page.locator(".event:visible h3").all_inner_texts() == ["Deal"]
    assert page.locator("#shown").inner_text() == "1 of 3 events"
    page.wait_for_function("""() => {
      const said = document.querySelector('#chart').textContent;
      return said.includes('Deal') && !said.includes('Ban');
    }""")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("() => document.querySelectorAll('.event:not([hidden])').length === 3")


def test_words_filter_and_an_empty_list_says_what_to_do(page):
    """Words narrow the list; where none fits, the page says how to get the events back."""
    page.get_by_label("Search").fill("no such words")
    assert page.locator(".event:visible").count() == 0
    assert "Show all" in page.locator("#shown").inner_text()


def test_a_link_points_to_an_event(page):
    """An address with an event's id picks that event in the list."""
    event_id = page.locator(".event").last.get_attribute("id")
    page.evaluate("id => { location.hash = id }", event_id)
    page.wait_for_selector(".event.picked")
    assert page.locator(".event.picked").get_attribute("id") == event_id


def test_paper_has_no_controls(page):
    """On paper there are no filters, and dark mode leaves the chart's colours alone."""
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("#filters").is_visible()
    assert page.locator("#chart").evaluate("e => getComputedStyle(e).filter") == "none"


def test_a_phone_has_no_tools_over_the_dates(browser, tmp_path):
    """Plotly's tools appear under a pointer; where there is none they stood on the axis for good."""
    cells = {"title": ["Ban", "Deal"], "start": ["2025-04-02", "2025-08-11"]}
    (tmp_path / "page.html").write_bytes(render(from_frame(pd.DataFrame(cells), "Chips"), "html"))
    context = browser.new_context(offline=True, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    opened = context.new_page()
    opened.goto((tmp_path / "page.html").as_uri())
    opened.wait_for_selector("#chart .main-svg")
    assert opened.locator("#chart .modebar-btn").count() == 0
    context.close()
