"""A reader at the page, in a real browser: what the component does that no test without one can see."""

import json
import re

import pytest
from sweep import sample

pytestmark = pytest.mark.browser


def test_a_second_visit_needs_neither_plotly_nor_a_second_chart(visit):
    """The browser keeps plotly.js, and how large the chart was: the page is drawn once, at that size."""
    reader = visit()
    page = reader.page
    page.set_viewport_size({"width": 1100, "height": 700})
    page.wait_for_function("() => document.querySelector('.tl-plot .main-svg').clientWidth < 900")
    reader.settle()
    asked = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: asked.append(b"resized" in bytes(frame))))
    reader.open()
    assert asked
    assert not any(asked)
    loaded = "performance.getEntriesByType('resource').filter((each) => each.name.includes('plotly.min.js'))"
    assert page.evaluate(f"() => {loaded}.map((each) => each.transferSize)") == [0]
    page.set_viewport_size({"width": 1440, "height": 900})
    page.wait_for_function("() => document.querySelector('.tl-plot .main-svg').clientWidth > 1100")
    assert any(asked)


def test_the_way_of_a_reader(visit):
    """Filter by an actor, choose an event, see its quote, take the CSV; nothing leaves the machine, nothing fails."""
    reader = visit()
    page = reader.page
    page.get_by_role("button", name=re.compile("^Regional court")).click()
    page.wait_for_function("() => document.querySelectorAll('.tl-row').length === 1")
    page.locator(".tl-row").click()
    reader.see(".tl-panel blockquote")
    assert "The regional court halted the tunnel works on Monday." in page.locator(".tl-panel").inner_text()
    assert page.locator(".tl-panel mark").first.inner_text() == "on Monday"
    page.get_by_role("button", name="Export…").click()
    page.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name="Table of events (CSV)").click()
    page.get_by_role("button", name="Make the file").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the-harbour-tunnel.csv").click()
    content = download.value.path().read_text(encoding="utf-8")
    assert "Regional court halted the tunnel works" in content
    assert content.count("\n") == 2
    assert download.value.suggested_filename == "the-harbour-tunnel.csv"


def test_a_click_on_a_dot_selects_everywhere(visit):
    """Chart, list, panel and URL show the same event."""
    reader = visit()
    page = reader.page
    page.mouse.click(*reader.place_of("ev-permit"))
    reader.see('.tl-row[aria-selected="true"]')
    chosen = page.locator('.tl-row[aria-selected="true"] .tl-title')
    assert chosen.text_content() == "Northgate Council approved the tunnel"
    page.wait_for_function("() => document.querySelectorAll('.tl-panel blockquote').length === 2")
    page.wait_for_url("**event=ev-permit**")
    ring = page.evaluate("() => [document.querySelector('.tl-plot').data.at(-1)].map(({x, y}) => [x[0], y[0]])[0]")
    dot = page.evaluate(
        """() => document.querySelector('.tl-plot').data.filter((t) => t.name === 'events').flatMap(
          (t) => t.customdata.map(([id], n) => [id, t.x[n], t.y[n]])).find(([id]) => id === 'ev-permit')"""
    )
    assert dot[1:] == ring


def test_the_list_goes_by_keyboard(visit):
    """Arrows, Home, End and Esc move through the list from the list and from the chart; the focus can be seen."""
    reader = visit()
    page = reader.page
    chosen = page.locator('.tl-row[aria-selected="true"] .tl-title')
    page.locator(".tl-plot").focus()
    page.keyboard.press("End")
    assert chosen.text_content() == "Ferrum Works will appeal"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert chosen.text_content() == "Regional court halted the tunnel works"
    page.wait_for_function("() => document.querySelectorAll('.tl-panel blockquote').length === 3")
    page.locator('.tl-row[tabindex="0"]').focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    assert chosen.text_content() == "Northgate Council approved the tunnel"
    assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Escape")
    assert chosen.count() == 0
    page.wait_for_function("() => !location.search.includes('event=')")


def test_question_mark_lists_the_keys(visit):
    """All keys can be read on the page."""
    reader = visit()
    reader.page.locator(".tl-plot").focus()
    reader.page.keyboard.press("?")
    assert "first / last event" in reader.page.locator(".tl-keys").inner_text()
    reader.page.keyboard.press("Escape")
    assert reader.page.locator(".tl-keys").is_hidden()


def test_a_passage_is_read_in_its_document(visit, tmp_path):
    """“Open in document” shows the whole text with the passage in sight; “Back” shows the event from its top."""
    body = "\n\n".join(["The council met in the old hall and heard both sides at length."] * 40)
    (tmp_path / "long.txt").write_text(
        f"HARBOUR CITY, May 14, 2024 – Talks.\n\n{body}\n\nThe court halted the tunnel works on 13 May 2024.\n",
        encoding="utf-8",
    )
    reader = visit(tmp_path, query="?show=All&q=halted")
    page = reader.page
    page.locator(".tl-row").first.click()
    page.get_by_role("button", name="Open in document").first.click()
    reader.see(".tl-here")
    here, panel = (page.locator(each).first.bounding_box() for each in (".tl-here", ".tl-panel"))
    assert panel["y"] < here["y"] < panel["y"] + panel["height"]
    page.get_by_role("button", name="Back to the event").click()
    reader.see(".tl-panel blockquote")
    assert page.locator(".tl-panel").evaluate("(panel) => panel.scrollTop") == 0


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_what_is_told_in_other_words_opens_by_keyboard(visit, tmp_path, phone):
    """Below its sentences an event names what tells it again, which opens in the same place and leads back."""
    published = "---\npublisher: {}\npublished: 2024-05-14\n---\n\n{}\n"
    told = {
        "Gazette": "Regulators closed Norvik Bank on Monday.",
        "Post": "Norvik Bank was seized by regulators on Monday.",
    }
    for paper, text in told.items():
        (tmp_path / f"{paper}.md").write_text(published.format(paper, text), encoding="utf-8")
    reader = visit(tmp_path, phone=phone)
    page = reader.page
    page.locator(".tl-row").first.click()
    reader.see(".tl-again button")
    title = page.locator(".tl-panel h2").text_content()
    assert len({"Gazette", "Post"} & set(page.locator(".tl-again .tl-facts").inner_text().split())) == 1
    again = page.locator(".tl-again button")
    other = again.inner_text()
    again.focus()
    page.keyboard.press("Enter")
    page.locator(".tl-panel h2", has_text=other).wait_for()
    assert page.locator(".tl-list .tl-panel").count() == phone
    assert phone or page.locator(".tl-panel").evaluate("(panel) => document.activeElement === panel")
    page.locator(".tl-again button", has_text=title).wait_for()


@pytest.mark.parametrize("phone", sample([False, True], every=2), ids=["desk", "phone"])
def test_a_source_that_tells_nothing_is_read_from_its_number(visit, articles, phone):
    """The number under the title lists the sources, one opens as a whole, a link opens it again; “Back” lists them."""
    (articles / "hall.txt").write_text("The hall is old and has a roof of slate.", encoding="utf-8")
    reader = visit(articles, query="?show=All", phone=phone)
    page = reader.page
    page.locator(".st-key-count_sources button").click()
    name = page.locator(".tl-overview button", has_text="hall")
    name.wait_for()
    page.wait_for_function("() => document.activeElement.classList.contains('tl-panel')")
    name.click()
    reader.see(".tl-text")
    assert page.locator(".tl-text").inner_text() == "The hall is old and has a roof of slate."
    reader.settle()
    again = visit(articles, query="?" + page.url.partition("?")[2], phone=phone)
    assert again.page.locator(".tl-text").inner_text() == "The hall is old and has a roof of slate."
    page.get_by_role("button", name="Back to the sources").click()
    reader.see(".tl-overview li")
    assert page.locator(".tl-overview li").count() == 3
    again.page.locator(".tl-plot").focus()
    again.page.keyboard.press("Escape")
    again.see(".tl-overview li")


def choose_kind(reader, kind):
    """Open “More filters” and choose a kind there, by keyboard; the button that opened them."""
    more, page = reader.page.get_by_role("button", name="More filters"), reader.page
    more.press("Enter")
    page.get_by_label("Kind").press("ArrowDown")
    page.keyboard.type(kind)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**kind={kind}**")
    reader.settle()
    return more


def test_more_filters_are_set_by_keyboard(visit):
    """Open them, choose a kind, close them again: the list follows, a line names what is in use, the focus is back."""
    reader = visit()
    more = choose_kind(reader, "order")
    assert reader.titles() == ["Regional court halted the tunnel works"]
    reader.page.keyboard.press("Escape")
    reader.page.keyboard.press("Escape")
    reader.page.locator(".st-key-more").wait_for(state="detached")
    assert reader.page.get_by_text("In use: Kind", exact=True).is_visible()
    assert more.evaluate("(button) => button === document.activeElement")
    reader.open("?kind=order&review=new")
    assert reader.page.get_by_text("In use: Kind, Review", exact=True).is_visible()
    assert not reader.errors


def test_filters_out_of_sight_hold_and_go(visit):
    """Closed again, they outlive a click that changes their counts, and once cleared they do not come back."""
    reader = visit()
    page = reader.page
    more = choose_kind(reader, "order")
    page.locator("h1").click()
    page.locator(".st-key-more").wait_for(state="detached")
    reader.settle()
    for name in ("All", "Main", "All"):
        page.get_by_role("radio", name=name, exact=True).click()
        reader.settle()
        assert "kind=order" in page.url
        assert page.get_by_text("In use: Kind", exact=True).is_visible()
    page.get_by_role("button", name="Clear filters").click()
    page.wait_for_function("() => !location.search.includes('kind=')")
    reader.settle()
    for name in ("All", "Main"):
        page.get_by_role("radio", name=name, exact=True).click()
        reader.settle()
        assert "kind=" not in page.url
    more.click()
    page.get_by_label("Kind").wait_for()
    assert page.locator(".st-key-kind [data-baseweb=tag]").count() == 0
    assert not reader.errors


def test_an_actor_is_chosen_from_the_number_of_actors(visit):
    """Its name in the list leaves only its events; the filter in the margin says so."""
    reader = visit()
    page = reader.page
    page.get_by_role("button", name="4 actors").click()
    page.locator(".tl-overview button", has_text="Regional court").click()
    page.wait_for_function("() => document.querySelectorAll('.tl-row').length === 1")
    page.wait_for_url("**actors=Regional+court**")


def zoom_in(reader):
    """Zoom in twice by keyboard; the stretch that is shown then."""
    page, whole = reader.page, reader.range()
    page.locator(".tl-plot").focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    page.wait_for_url("**window=2**")
    reader.settle()
    zoomed = reader.range()
    assert zoomed[1] - zoomed[0] < 0.5 * (whole[1] - whole[0])
    return zoomed


def only_ferrum(reader):
    """Ask for the five events of one actor."""
    reader.page.get_by_role("button", name=re.compile("^Ferrum Works")).click()
    reader.page.wait_for_function("() => document.querySelectorAll('.tl-row').length === 5")
    reader.settle()


def test_a_filter_fits_the_chart_anew(visit):
    """What passes fills the axis, wherever the user had zoomed to."""
    reader = visit()
    zoom_in(reader)
    only_ferrum(reader)
    assert "window=" not in reader.page.url
    first, last = reader.range()
    shown = reader.page.evaluate(
        "() => document.querySelector('.tl-plot').data.filter(({name}) => name === 'events').flatMap(({x}) => x)"
    )
    assert all(first <= unit <= last for unit in shown)
    assert max(shown) - min(shown) > 0.6 * (last - first)


def test_a_pinned_span_is_kept_while_filtering(visit):
    """Pinned, a filter changes what is drawn, not where the user looks; `f` shows the whole span, `s` the story."""
    reader = visit()
    page, whole = reader.page, reader.range()
    page.get_by_role("button", name="Pin").click()
    reader.see('[data-do="pin"][aria-pressed="true"]')
    reader.settle()
    zoomed = zoom_in(reader)
    only_ferrum(reader)
    assert reader.range() == pytest.approx(zoomed)
    page.locator(".tl-plot").focus()
    page.keyboard.press("f")
    page.wait_for_url("**window=all**")
    reader.settle()
    assert reader.range() == pytest.approx(whole)


def test_what_is_selected_comes_into_view_and_no_zoom_leaves_the_axis(visit):
    """The first event, outside what is zoomed into, is brought there; zooming out ends at the axis."""
    reader = visit()
    page, whole = reader.page, reader.range()
    zoom_in(reader)
    zoom_in(reader)
    before = reader.range()
    page.locator(".tl-plot").focus()
    page.keyboard.press("Home")
    page.wait_for_function(
        "(from) => document.querySelector('.tl-plot').layout.xaxis.range[0] < from - 1e-6", arg=before[0]
    )
    reader.settle()
    after = reader.range()
    assert after[1] - after[0] == pytest.approx(before[1] - before[0], rel=0.1)
    for _ in range(8):
        page.keyboard.press("-")
    reader.settle()
    assert reader.range()[0] >= whole[0] - 0.05 * (whole[1] - whole[0])
    assert reader.range()[1] <= whole[1] + 0.05 * (whole[1] - whole[0])


def test_the_whole_span_is_seen_and_chosen_below_the_chart(visit):
    """The frame lies over what the chart shows; drawn anew beside itself, it is what the chart shows."""
    reader = visit()
    page = reader.page
    box = page.locator(".tl-minimap").bounding_box()
    middle, width = box["y"] + box["height"] / 2, box["width"]
    before = reader.range()
    page.mouse.move(box["x"] + 0.999 * width, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.7 * width, middle, steps=4)
    page.mouse.up()
    page.wait_for_url("**window=2**")
    reader.settle()
    assert reader.range()[0] > before[0]
    frame = page.locator(".tl-frame").bounding_box()
    box = page.locator(".tl-minimap").bounding_box()  # narrower beside “← n earlier”
    assert frame["x"] == pytest.approx(box["x"] + 0.7 * box["width"], abs=6)
    page.get_by_role("button", name=re.compile("^← .* earlier")).click()
    page.wait_for_function("() => document.querySelector('[data-do=earlier]').hidden")
    reader.settle()
    assert reader.range()[0] == pytest.approx(before[0], abs=2)


def test_a_label_is_clicked_like_its_dot(visit):
    """Clicking the title on the chart selects its event."""
    reader = visit()
    label = reader.page.locator(".tl-plot .textpoint text", has_text="approved the tunnel").first
    label.scroll_into_view_if_needed()
    box = label.bounding_box()
    reader.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    reader.see(".tl-row.tl-pointed")
    reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    reader.page.locator('.tl-row[aria-selected="true"]', has_text="approved the tunnel").wait_for()


def test_every_bar_is_seen_after_zooming_with_the_wheel(visit, tmp_path):
    """The bars of the density view stand for all events, whatever was in sight before."""
    table = tmp_path / "many.json"
    days = [f"{2023 + n // 365}-{n % 365 // 31 + 1:02}-{n % 28 + 1:02}" for n in range(0, 1095, 2)]
    table.write_text(json.dumps({"events": [{"title": "A thing", "start": day} for day in days]}), encoding="utf-8")
    reader = visit(table, query="?view=Density")
    left, across = reader.page.locator(".tl-plot .nsewdrag").evaluate(
        "(plot) => { const box = plot.getBoundingClientRect(); return [[box.left, box.bottom], box.width]; }"
    )
    for place, wheel in ((0.8, -120), (0.1, 160)):
        before = reader.range()
        reader.page.mouse.move(left[0] + place * across, left[1] - 20)
        for _ in range(6):
            reader.page.mouse.wheel(0, wheel)
            reader.page.wait_for_timeout(50)
        reader.page.wait_for_function(
            "(was) => document.querySelector('.tl-plot').layout.xaxis.range[0] !== was", arg=before[0]
        )
        reader.page.wait_for_url("**window=**")
        reader.settle()
        seen, there = reader.page.evaluate(
            """() => {
              const plot = document.querySelector('.tl-plot'), bars = plot.data.find(({type}) => type === 'bar');
              const [first, last] = plot._fullLayout.xaxis.range;
              const box = plot.querySelector('.nsewdrag').getBoundingClientRect();
              const ends = [...plot.querySelectorAll('.barlayer path')].map((path) => path.getBoundingClientRect());
              return [ends.filter(({width, left, right}) => width && right > box.left && left < box.right).length,
                      bars.x.filter((x, n) => x + bars.width[n] / 2 > first && x - bars.width[n] / 2 < last).length];
            }"""
        )
        assert seen == there > 10


def test_filtering_a_pinned_span_moves_nothing_that_stays(visit):
    """The dot of an event that passes stays where it was, to the pixel across."""
    reader = visit()
    reader.page.get_by_role("button", name="Pin").click()
    reader.see('[data-do="pin"][aria-pressed="true"]')
    reader.settle()
    before = reader.place_of("ev-halt")
    reader.page.get_by_role("button", name=re.compile("^Regional court")).click()
    reader.page.wait_for_function("() => document.querySelectorAll('.tl-row').length === 1")
    reader.settle()
    assert reader.place_of("ev-halt")[0] == pytest.approx(before[0], abs=1)


def test_a_link_restores_the_view(visit):
    """Filters, window and selected event are in the URL; opened anew it shows the same."""
    reader = visit(query="?actors=Ferrum+Works&window=2024-04-01..2024-06-30&event=ev-halt")
    again = visit(query=reader.page.url.partition("/?")[2].join(["?", ""]))
    for each in (reader, again):
        assert len(each.titles()) == 5
        assert "13 May 2024" in each.page.locator(".tl-panel").inner_text()
    assert again.range() == pytest.approx(reader.range())
    assert reader.range()[1] - reader.range()[0] < 100


@pytest.fixture
def hostile(tmp_path):
    """A table whose titles try to be more than text."""
    titles = [
        '<a href="http://evil.example/x">click</a>', "<img src=x onerror=alert(1)>", "costs $5 and $6 :red[x] **b**",
        "%{x} %{customdata[0]}", "\u202egnp.exe", "x" * 10_000, "party 🎉 time", "<script>alert(1)</script>",
        "<b>bold</b><br>new",
    ]  # fmt: skip
    events = [
        {"title": title, "start": f"2025-03-{day:02}", "actors": [title[:40]], "importance": 0.9, "kind": title[:20]}
        for day, title in enumerate(titles, start=1)
    ]
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps({"title": "<i>Hostile</i> $a$ & co", "events": events}), encoding="utf-8")
    return path


def test_hostile_titles_are_plain_text(visit, hostile):
    """What a document says is never markup, in list, panel, chart, hover, filters or headline."""
    reader = visit(hostile)
    page = reader.page
    assert {"click", "<img src=x onerror=alert(1)>"} <= set(reader.titles())  # a link in a cell is its words
    page.locator(".tl-row").nth(1).click()
    reader.see(".tl-panel h2")
    assert page.locator(".tl-panel h2").inner_text() == "<img src=x onerror=alert(1)>"
    page.mouse.move(*reader.place_of(page.locator(".tl-row").first.get_attribute("data-id")))
    page.wait_for_timeout(500)
    assert page.locator("a[href*='evil'], img[src='x'], .tl script, .tl b, .tl i").count() == 0
    assert page.locator("svg a").count() == 0
    assert "<i>Hostile</i>" in page.locator("h1").first.inner_text()


def test_on_a_phone_the_event_opens_in_place(visit):
    """At 390 pixels the list is the page, the chart a strip above it, and nothing is wider than the window."""
    reader = visit(phone=True)
    page = reader.page
    assert page.locator(".tl").get_attribute("data-shape") == "narrow"
    page.locator(".tl-row").nth(3).tap()
    reader.see(".tl-panel blockquote")
    row, panel = (page.locator(s).first.bounding_box() for s in ('.tl-row[aria-expanded="true"]', ".tl-panel"))
    assert abs(row["y"] + row["height"] - panel["y"]) < 2
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_on_a_phone_the_legend_unfolds(visit):
    """The strip says how many events it labels; its legend comes below it at a tap, and goes at another."""
    reader = visit(phone=True)
    legend, plot = reader.page.locator(".tl-legend"), reader.page.locator(".tl-plot")
    folded = plot.bounding_box()["height"]
    assert re.fullmatch(
        r"\d of 6 labelled · 1 on an assumed day · 1 gap cut short · How to read this ▾", legend.inner_text()
    )
    legend.tap()
    assert legend.get_attribute("aria-expanded") == "true"
    assert plot.bounding_box()["height"] > folded + 30
    legend.tap()
    assert plot.bounding_box()["height"] == folded
    wide = visit()
    assert wide.page.locator(".tl-legend").get_attribute("aria-expanded") == "false"


def test_the_page_follows_the_window(visit):
    """A narrower window gets a chart laid out for it, and the page never scrolls on a desk."""
    reader = visit()
    page = reader.page
    page.set_viewport_size({"width": 1100, "height": 760})
    page.wait_for_function("() => document.querySelector('.tl-plot')._fullLayout.width < 900")
    reader.settle()
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("(element) => element.scrollHeight - element.clientHeight") <= 1
