"""The worst text a document can hold, in every format: each file is whole to a second reader and loses no event."""

import io
import json
import re
import zipfile

import docx
import lxml.html
import pandas as pd
import pptx
import pypdf
import pytest
from lxml import etree
from PIL import Image

from timeline.formats import SUFFIXES, parse, render
from timeline.table import from_frame

PICTURES = {".png", ".svg", ".pdf"}
BACK = (".csv", ".xlsx", ".json", ".parquet")
LONG = "x" * 10_000
TITLES = (
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "nul \x00 bell \x07 escape \x1b form \x0c delete \x7f next \x85",
    "no characters \ufffe \uffff of XML",
    "</script><script>alert(1)</script> ]]> <!-- &amp; &#0; {{title}}",
    "\u202eturned\u202c \u0645\u0631\u062d\u0628\u0627 \u4f60\u597d \U0001f680",
    "BEGIN:VEVENT\r\nEND:VCALENDAR\r\n",
    "$x^2$ **b** [a](javascript:alert) | # : ---",
    "\\; \\, \\n \\ \" '",
    LONG,
)


def table():
    """An event for each title, which is its actor and the briefing's title, too."""
    cells = {"title": TITLES, "start": "2025-07-14", "actors": [[title.strip(), "B"] for title in TITLES]}
    return from_frame(pd.DataFrame({**cells, "importance": 0.9}), "".join(TITLES))


@pytest.fixture(scope="module")
def written():
    """The content of each format, made once."""
    made = {}

    def write(suffix):
        if suffix not in made:
            made[suffix] = render(table(), suffix, scope="all")
        return made[suffix]

    return write


@pytest.mark.parametrize("suffix", BACK)
def test_hostile_titles_read_back_unchanged(suffix, written):
    """Whatever can be read back gives every title and actor as it was, to the character."""
    pd.testing.assert_frame_equal(parse(written(suffix), suffix).events, table().events)


@pytest.mark.parametrize("suffix", [".xlsx", ".pptx", ".docx"])
def test_every_part_of_an_office_file_is_xml(suffix, written):
    """No character that XML has no place for reaches a part: a strict parser reads each one."""
    packed = zipfile.ZipFile(io.BytesIO(written(suffix)))
    assert packed.testzip() is None
    for name in packed.namelist():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(packed.read(name))


def test_slides_and_word_hold_every_event(written):
    """The slides have a group and the chronology a row an event; notes and Word have the longest title."""
    slides = pptx.Presentation(io.BytesIO(written(".pptx"))).slides
    assert sum(shape.name.startswith("Event ") for shape in slides[0].shapes) == len(TITLES)
    assert "x" * 300 in slides[0].notes_slide.notes_text_frame.text
    rows = docx.Document(io.BytesIO(written(".docx"))).tables[0].rows
    assert len(rows) == len(TITLES) + 1
    assert any(row.cells[1].text == LONG for row in rows)


def test_the_page_holds_every_title_and_no_script_of_theirs(written):
    """Each title is text of the page; the scripts are the page's own three."""
    page = lxml.html.document_fromstring(written(".html"))
    said = [" ".join(title.text_content().split()) for title in page.iterfind(".//h3")]
    assert len(said) == len(TITLES)
    assert LONG in said
    assert sum(1 for _ in page.iter("script")) == 3


def test_the_calendar_holds_every_title(written):
    """A second library finds an entry an event, none ended by a title, the longest in full."""
    icalendar = pytest.importorskip("icalendar")
    entries = icalendar.Calendar.from_ical(written(".ics")).walk("VEVENT")
    assert len(entries) == len(TITLES)
    assert LONG in [str(entry["SUMMARY"]) for entry in entries]


def test_texts_hold_every_event(written):
    """TimelineJS has a slide, markwhen and Markdown a line an event; none is broken by line ends in a title."""
    assert len(json.loads(written(".timelinejs.json"))["events"]) == len(TITLES)
    assert len(re.findall(r"^2025-07-14: ", written(".mw").decode(), re.MULTILINE)) == len(TITLES)
    lines = re.findall(r"^- \*\*14 July 2025\*\* .+", written(".md").decode(), re.MULTILINE)
    assert len(lines) == len(TITLES)
    assert all(LONG in written(suffix).decode() for suffix in (".timelinejs.json", ".mw", ".md"))


@pytest.mark.browser
def test_pictures_of_hostile_titles_are_whole(written):
    """PNG, SVG and PDF open in readers of their own, in the size asked for and without a script."""
    assert Image.open(io.BytesIO(written(".png"))).size == (2560, 1440)
    drawn = etree.fromstring(written(".svg"))
    assert not list(drawn.iter("{*}script", "{*}a", "{*}image"))
    (page,) = pypdf.PdfReader(io.BytesIO(written(".pdf"))).pages
    assert (page.mediabox.width, page.mediabox.height) == (960, 540)


@pytest.mark.browser
def test_a_pdf_has_the_whole_figure_on_its_page():
    """The source line at the foot stands on the page, and the title as near its corner as in the figure."""
    tl = from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025-07-14"]}), "Chips")
    (page,) = pypdf.PdfReader(io.BytesIO(render(tl, "pdf", source="Source: The Example"))).pages
    found = {}
    page.extract_text(visitor_text=lambda text, user, at, *_: found.setdefault(text.strip(), _place(user, at)))
    left, foot = next(place for text, place in found.items() if text.startswith("Source"))
    assert 6 < left < 10
    assert 5 < foot < 20


def _place(user, at):
    """Where text starts, in points from the left and the foot."""
    return at[4] * user[0] + at[5] * user[2] + user[4], at[4] * user[1] + at[5] * user[3] + user[5]


def test_every_format_is_looked_at_here():
    """A format added to the lookup gets a test of its own in this file."""
    looked_at = {*BACK, *PICTURES, ".pptx", ".docx", ".html", ".ics", ".timelinejs.json", ".mw", ".md"}
    assert looked_at == set(SUFFIXES)
