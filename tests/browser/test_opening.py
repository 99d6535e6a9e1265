"""Opening documents in a real browser: a whole journey, many files, and a cancel that stops."""

import re

import pytest

pytestmark = pytest.mark.browser

COURT = (
    "HARBOUR CITY, May 14, 2024 – The regional court halted the tunnel works on Monday. Ferrum Works said on Tuesday "
    "that it would appeal in June.\n\nNorthgate Council approved the tunnel on 3 April 2024.\n"
)
LATER = "HARBOUR CITY, May 30, 2024 – The regional court lifted the halt on Wednesday. Northgate Council agreed.\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with one article."""
    (tmp_path / "court.txt").write_text(COURT, encoding="utf-8")
    return tmp_path


def open_files(page, files, *, add=False):
    """Open files by the dialog, by name and content."""
    page.get_by_role("button", name="Open documents…").click()
    page.wait_for_selector('[role="dialog"] input[type="file"]', state="attached")
    page.locator('[role="dialog"] input[type="file"]').set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": content.encode()} for name, content in files]
    )
    if add:
        page.get_by_text("Add to the one that is open").click()
    button = page.get_by_role("button", name="Show the timeline")
    page.wait_for_function("(button) => !button.disabled", arg=button.element_handle())
    button.click()


def test_the_journey_of_a_briefing(visit, folder):
    """Open, filter, add a document: it is marked as new until dismissed; the copied link opens the same view."""
    reader = visit(folder, query="?show=All")
    page = reader.page
    before = len(reader.titles())
    open_files(page, [("later.txt", LATER)], add=True)
    page.get_by_text(re.compile(r"new events? .*from 1 document")).wait_for()
    reader.settle()
    assert len(reader.titles()) > before
    assert page.locator(".tl-row .tl-mark", has_text="new").count() >= 1
    page.get_by_role("button", name=re.compile("^Northgate Council")).first.click()
    page.wait_for_url("**actors=**")
    reader.settle()
    page.locator(".tl-row").last.click()
    reader.see(".tl-panel blockquote")
    reader.settle()
    again = visit(folder, query=page.url[page.url.index("?") :])
    assert again.titles() == reader.titles()
    assert again.page.locator(".tl-panel h2").inner_text() == page.locator(".tl-panel h2").inner_text()
    page.locator(".st-key-news_dismiss button").click()
    page.wait_for_function("() => !document.body.innerText.includes('from 1 document')")
    reader.settle()
    assert page.locator(".tl-row .tl-mark", has_text="new").count() == 0


def test_a_pasted_text_can_be_shown_at_once(visit, folder):
    """As soon as there is text the button is active: nobody has to click elsewhere first."""
    reader = visit(folder)
    reader.page.get_by_role("button", name="Open documents…").click()
    reader.page.locator(".st-key-pasted textarea").fill(LATER)
    reader.see(".st-key-show_timeline button:enabled")
    assert reader.page.locator(".st-key-pasted textarea").input_value() == LATER


def test_cancel_really_stops_many_files(visit, folder):
    """What was open stays as it was, the work ends at once, and the same files can be opened after all."""
    reader = visit(folder, query="?show=All")
    page = reader.page
    before = reader.titles()
    days = [(month, day) for month in ("January", "February", "March", "April") for day in range(1, 29)]
    body = " ".join(
        f"Northgate Council approved plan {n} on {day} {month} 2024." for n, (month, day) in enumerate(days)
    )
    files = [(f"article {n}.txt", f"HARBOUR CITY, May 14, 2024 – Case {n}.\n\n{body}\n") for n in range(40)]
    open_files(page, files)
    page.get_by_text(re.compile(r"Finding events in document \d+ of 40; about \d+ s left")).wait_for()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("Opening was cancelled; nothing was changed.").wait_for(timeout=15_000)
    reader.see(".tl-row")
    reader.settle()
    assert reader.titles() == before
    assert "workspace=" not in page.url


def test_broken_files_are_named_and_names_are_text(visit, folder):
    """Five bad ones among many stop none of the others, a hostile name is shown as it is, and nothing fails."""
    reader = visit(folder)
    page = reader.page
    good = [
        (f"note {n}.txt", f"HARBOUR CITY, May 14, 2024 – The ministry banned work {n} on 2 May 2024.\n")
        for n in range(20)
    ]
    bad = [
        ("<img src=x onerror=alert(1)>.txt", ""),
        ("b.docx", "PK"),
        ("c.exe", "MZ"),
        ("**d** $e$.json", "{"),
        ("f.pdf", "%PDF"),
    ]
    open_files(page, [*good[:9], *bad, *good[9:]])
    line = page.locator('[role="status"]', has_text="5 could not be read")
    line.wait_for()
    assert "Opened 20 documents." in line.inner_text()
    assert "“<img src=x onerror=alert(1)>.txt” (" in line.inner_text()
    assert "“**d** $e$.json” (" in line.inner_text()
    assert page.locator("img[src='x']").count() == 0
    page.get_by_role("button", name="5 problems").wait_for()
    assert page.locator(".stException").count() == 0


def test_an_empty_result_leads_out_by_one_click(visit):
    """The filter that stands in the way is named, and a click on it shows events again."""
    reader = visit(query="?q=no+such+words")
    page = reader.page
    assert "the search text" in page.locator(".tl-empty").inner_text()
    page.locator(".tl-empty button").click()
    reader.see(".tl-row")
    assert len(reader.titles()) == 6
