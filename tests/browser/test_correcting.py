"""A reader who corrects, in a real browser: a whole day, the keyboard, the marked passage, two tabs, the phone."""

import pytest
from seen import DIALOG

pytestmark = pytest.mark.browser


def fill(reader, key, text):
    """Type into a field of the dialog and let the page take it."""
    field = reader.page.locator(f".st-key-form_{key} input")
    field.fill(text)
    field.press("Tab")


def save(reader):
    """Press the dialog's first button and wait until it has closed and the page has drawn what it did."""
    reader.page.locator(".st-key-form_save button").click()
    reader.miss(DIALOG)
    reader.settle()


def test_the_way_of_a_day(visit, articles):
    """Filter, check a quote, correct its date, add a document: the correction is still there, and a link shows it."""
    reader = visit(articles, query="?show=All")
    page = reader.page
    page.locator(".st-key-q input").fill("night work on 2 May")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.tl-row').length === 1")
    page.locator(".tl-row").click()
    reader.see(".tl-panel blockquote")
    assert "The ministry banned night work on 2 May 2024." in page.locator(".tl-panel").inner_text()
    page.locator('.tl-panel [data-key="edit"]').click()
    reader.see(DIALOG)
    fill(reader, "date", "late april 2024")
    page.get_by_text("Read as late April 2024").wait_for()
    save(reader)
    changed = "Date set by a user; as it was read: 2 May 2024."
    page.get_by_text(changed).wait_for()
    page.get_by_role("button", name="Open documents…").click()
    page.locator(".st-key-pasted textarea").fill("The minister lifted the ban on night work on 20 May 2024.")
    page.get_by_text("Add to the one that is open").click()
    page.get_by_role("button", name="Show the timeline").click()
    reader.miss(DIALOG)
    page.get_by_text("3 sources").first.wait_for()
    reader.settle()
    page.get_by_text(changed).wait_for()
    assert page.locator(".tl-bar .tl-when").inner_text() == "late April 2024"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=reader.address)
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Link copied").wait_for()
    link = page.evaluate("() => navigator.clipboard.readText()")
    again = visit(articles, query="?" + link.partition("?")[2])
    assert again.titles() == reader.titles()
    assert again.page.locator(".tl-bar .tl-when").inner_text() == "late April 2024"
    again.page.get_by_text(changed).wait_for()


def test_a_correction_by_keyboard_alone(visit, articles):
    """From the list into the form and back without a mouse; focus is never lost; Ctrl+Z undoes on the page alone."""
    reader = visit(articles, query="?show=All")
    page = reader.page
    page.locator('.tl-row[tabindex="0"]').focus()
    page.keyboard.press("End")
    reader.settle()
    chosen = page.locator('.tl-row[aria-selected="true"] .tl-title')
    before = chosen.text_content()
    page.keyboard.press("e")
    reader.see(DIALOG)
    title = page.locator(".st-key-form_title input")
    while not title.evaluate("(field) => field === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("Something else")
    page.keyboard.press("Control+z")  # the field's own undo, not the page's
    page.keyboard.press("Control+a")
    page.keyboard.type("Appeal announced")
    button = page.locator(".st-key-form_save button")
    while not button.evaluate("(button) => button === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    reader.miss(DIALOG)
    reader.settle()
    assert chosen.text_content() == "Appeal announced"
    page.wait_for_function("() => document.activeElement.classList.contains('tl-row')")
    page.keyboard.press("Control+z")
    page.wait_for_function(
        "(title) => document.querySelector('[aria-selected=true] .tl-title').textContent === title", arg=before
    )
    reader.settle()
    page.keyboard.press("Control+Shift+Z")
    page.wait_for_function(
        "() => document.querySelector('[aria-selected=true] .tl-title').textContent === 'Appeal announced'"
    )
    reader.settle()
    accepted = chosen.text_content()
    page.keyboard.press("a")
    page.locator(".tl-row", has_text=accepted).locator(".tl-mark", has_text="accepted").wait_for()
    reader.settle()
    page.wait_for_function("() => document.activeElement.classList.contains('tl-row')")
    page.keyboard.press("e")
    reader.see(DIALOG)
    page.keyboard.press("Escape")
    reader.miss(DIALOG)
    page.wait_for_function("() => document.activeElement.classList.contains('tl-row')")


def test_a_fast_reader_loses_no_key(visit, articles):
    """Whoever accepts one event after the other does not wait for the page: each key counts, and each once."""
    reader = visit(articles, query="?show=All")
    page = reader.page
    count = page.locator(".tl-row").count()
    page.locator('.tl-row[tabindex="0"]').focus()
    page.keyboard.press("Home")
    for key in ("a",) * (count + 2):  # each goes on to the next
        page.keyboard.press(key)
    page.locator(".tl-row .tl-mark", has_text="accepted").nth(count - 1).wait_for()
    reader.settle()
    assert page.locator(".stAlert").count() == 0
    page.keyboard.press("Home")
    page.keyboard.press("e")
    reader.see(DIALOG)
    reader.settle()
    chosen = page.locator('.tl-row[aria-selected="true"] .tl-title').text_content()
    assert page.locator(".st-key-form_title input").input_value() == chosen


def test_what_was_cut_off_is_said_again(visit, articles):
    """A correction that another message has cut off is done all the same, and once."""
    reader = visit(articles, odd="cuts off")
    page = reader.page
    page.locator('.tl-panel [data-key="accept"]').click()
    page.locator(".tl-row .tl-mark", has_text="accepted").click()  # a verdict goes on to the next event
    page.locator('.tl-panel [data-key="renew"]').wait_for()
    reader.settle()
    page.locator(".st-key-undo button:visible").click()  # the run that was cut off left a hidden one
    page.locator(".tl-row .tl-mark", has_text="accepted").wait_for(state="detached")


def test_a_dialog_of_the_menu_gives_the_focus_back(visit, articles):
    """Whoever leaves the history with Esc is at the menu again."""
    reader = visit(articles)
    page = reader.page
    page.locator(".st-key-menu button").focus()
    page.keyboard.press("Enter")
    page.get_by_text("History…", exact=True).wait_for()
    page.keyboard.press("End")
    page.keyboard.press("Escape")
    reader.choose("History…")
    page.get_by_text("Nothing has been changed yet.").wait_for()
    page.keyboard.press("Escape")
    reader.miss(DIALOG)
    page.wait_for_function("() => !!document.activeElement.closest('.st-key-menu')")


def test_a_marked_passage_becomes_an_event(visit, articles):
    """The words marked with the mouse are the quote of the new event, to the character, beyond a sign of two halves."""
    reader = visit(articles, query="?show=All&q=appeal")
    page = reader.page
    page.locator(".tl-row").first.click()
    page.get_by_role("button", name="Open in document").first.click()
    reader.see(".tl-text")
    make = page.get_by_role("button", name="Make an event of the marked words")
    assert make.is_disabled()
    reader.settle()
    page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.querySelector('.tl-text'), NodeFilter.SHOW_TEXT);
          let node;
          while ((node = walker.nextNode())) {
            const start = node.data.indexOf('in the port');
            if (start < 0) continue;
            const range = document.createRange();
            range.setStart(node, start);
            range.setEnd(node, start + 'in the port and its yards'.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
          }
        }"""
    )
    page.wait_for_function("() => !document.querySelector('.tl-make').disabled")
    make.click()
    reader.see(DIALOG)
    page.get_by_text("“in the port and its yards”").wait_for()
    fill(reader, "title", "Yards worked at night")
    fill(reader, "date", "1990s")
    save(reader)
    reader.see(".tl-panel blockquote")
    assert page.locator(".tl-panel blockquote").inner_text() == "in the port and its yards"
    assert page.locator(".tl-panel h2").inner_text() == "Yards worked at night"
    page.get_by_text("This event was added by a user.").wait_for()


def test_two_tabs_keep_both_corrections(visit, articles):
    """What one tab sets while the other has its form open is kept, and the contradiction stands on the page."""
    one = visit(articles, query="?show=All&q=banned")
    two = visit(articles, query="?show=All&q=banned")
    for reader in (one, two):
        reader.page.locator(".tl-row").first.click()
        reader.page.locator('.tl-panel [data-key="edit"]').click()
        reader.see(DIALOG)
    for reader, title in ((one, "Night work banned"), (two, "A ban on night work")):
        fill(reader, "title", title)
        save(reader)
    two.page.get_by_role("button", name="1 correction to look at").click()
    two.page.get_by_text("Overruled: title: Night work banned").wait_for()
    two.page.get_by_text("It is now: title: A ban on night work").wait_for()


def test_corrections_on_a_phone(visit, articles):
    """At 390 pixels a date is corrected in place, and nothing is wider than the window."""
    reader = visit(articles, query="?show=All&q=banned", phone=True)
    page = reader.page
    page.locator(".tl-row").first.tap()
    page.locator('.tl-panel [data-key="edit"]').tap()
    reader.see(DIALOG)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    fill(reader, "date", "3 may 2024")
    page.get_by_text("Read as 3 May 2024").wait_for()  # which moves the button
    save(reader)
    page.get_by_text("Date set by a user; as it was read: 2 May 2024.").wait_for()


def test_hostile_words_stay_words(visit, tmp_path):
    """What a document or a reader says is never markup, in any dialog or notice."""
    evil = "<img src=x onerror=alert(1)> **b** :red[x] $a$"
    (tmp_path / "evil.csv").write_text(
        f'title,start,actors,event_id\n"{evil}",2024-05-02,"{evil}",e1\n"{evil} too",2024-05-03,"{evil}",e2\n',
        encoding="utf-8",
    )
    reader = visit(tmp_path / "evil.csv", query="?show=All&event=e1")
    page = reader.page
    for key in ("edit", "merge"):
        page.locator(f'.tl-panel [data-key="{key}"]').click()
        reader.see(DIALOG)
        if key == "merge":
            page.locator(".st-key-form_other input").click()
            page.keyboard.press("Enter")
            page.locator(".st-key-form_lead").wait_for()
        assert page.locator(f"{DIALOG} img, {DIALOG} strong, {DIALOG} .katex").count() == 0
        page.keyboard.press("Escape")
        reader.miss(DIALOG)
        reader.settle()
    page.locator('.tl-panel [data-key="accept"]').click()
    page.locator(".tl-mark", has_text="accepted").wait_for()
    reader.settle()
    reader.choose("History…")
    page.get_by_text("accepted").first.wait_for()
    page.locator(DIALOG).get_by_text("Take back").first.wait_for()
    assert evil in page.locator(DIALOG).inner_text()
    assert page.locator(f"{DIALOG} img, {DIALOG} strong, {DIALOG} .katex").count() == 0
