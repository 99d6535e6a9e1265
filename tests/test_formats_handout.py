"""The handout: a chart on its first page that nothing but Word draws, and sources that lead to where they stand."""

import datetime as dt
import io
import itertools

import docx
import openpyxl
import pandas as pd
import pytest
from docx.oxml.ns import qn
from make import document_row, mention_row, table_timeline
from test_formats_slides import FONTS, advances_in

from timeline.formats import render
from timeline.table import from_frame

SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def told(mentions=1):
    """One event, told so many times by a source with an address."""
    events = from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025-04"], "event_id": ["e1"]})).events
    document = document_row(
        document_id="d1", publisher="The Example", url="https://news.example/1?a=1&b=2", published=dt.date(2025, 5, 1)
    )
    cells = {"event_id": "e1", "document_id": "d1", "start_char": 0, "end_char": 14}
    rows = [mention_row(mention_id=f"m{n}", quote=f"Ban {n} in April", **cells) for n in range(mentions)]
    return table_timeline(events, rows, [document], "Chips")


def table(count, title="Acme and Globex will hand over 15% of sales"):
    """So many events, some of them months."""
    days = pd.date_range("2025-01-06", periods=count, freq="9D").strftime("%Y-%m-%d")
    edtf = [day[:7] if n % 7 == 3 else f"{day}/.." if n % 11 == 5 else day for n, day in enumerate(days)]
    return from_frame(pd.DataFrame({"title": [f"{n} {title}" for n in range(count)], "edtf": edtf, "importance": 0.9}))


def boxes(timeline):
    """The words and the rectangle, in EMU, of every text of the chart."""
    document = docx.Document(io.BytesIO(render(timeline, "docx")))
    for shape in document.element.body.iter(f"{{{SHAPE}}}wsp"):
        said = " ".join(text.text or "" for text in shape.iter(qn("w:t")))
        if said:
            off, ext = shape.find(f".//{{{DRAWING}}}off"), shape.find(f".//{{{DRAWING}}}ext")
            left, top = int(off.get("x")), int(off.get("y"))
            yield said, (left, top, left + int(ext.get("cx")), top + int(ext.get("cy")))


@pytest.mark.parametrize("count", [1, 5, 12, 40])
def test_the_first_page_has_the_chart_and_no_text_over_another(count):
    """Up to ten dated titles stand on the drawing; none meets another or leaves it, and each shape has its number."""
    made = list(boxes(table(count)))
    assert sum("Acme" in said for said, _ in made) == min(count, 10)
    for (said, a), (other, b) in itertools.combinations(made, 2):
        across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        assert min(across, down) <= 9525, (said, other)
    assert all(0 <= left < right <= 1009 * 9525 and 0 <= top < low <= 380 * 9525 for _, (left, top, right, low) in made)
    document = docx.Document(io.BytesIO(render(table(count), "docx")))
    numbers = [shape.get("id") for shape in document.element.body.iter(f"{{{SHAPE}}}cNvPr")]
    assert len(numbers) == len(set(numbers))
    [whole] = document.element.body.iter(qn("wp:docPr"))
    assert whole.get("descr").startswith(f"A timeline of {count} event")


@pytest.mark.parametrize("font", FONTS)
def test_lines_have_room_in_whichever_font_is_there(font):
    """Where our typeface is missing and another takes its place, no line of the chart is wider than its box."""
    document = docx.Document(io.BytesIO(render(table(12, "Norvik will hand over 15% of shares in Globex"), "docx")))
    for shape in document.element.body.iter(f"{{{SHAPE}}}wsp"):
        room = int(shape.find(f".//{{{DRAWING}}}ext").get("cx")) / 9525
        for run in shape.iter(qn("w:r")):
            advances = advances_in(FONTS[font][run.find(f".//{qn('w:b')}") is not None])
            size = int(run.find(f".//{qn('w:sz')}").get(qn("w:val"))) / 1.5  # half points to pixels
            said = "".join(text.text or "" for text in run.iter(qn("w:t")))
            assert sum(advances[char] for char in said) * size / 1000 <= room + 1, said


def test_without_a_day_there_is_no_chart():
    """Where no event has a day the document has its table alone."""
    undated = from_frame(pd.DataFrame({"title": ["Ban"], "start": [""]}))
    document = docx.Document(io.BytesIO(render(undated, "docx")))
    assert not list(document.element.body.iter(qn("wp:docPr")))
    assert len(document.tables[0].rows) == 2


def test_sources_lead_to_where_they_stand():
    """A source in the table and in the list is a link; the workbook's chronology has it, too."""
    document = docx.Document(io.BytesIO(render(told(), "docx")))
    links = [
        document.part.rels[link.get(qn("r:id"))].target_ref for link in document.element.body.iter(qn("w:hyperlink"))
    ]
    assert links == ["https://news.example/1?a=1&b=2"] * 2
    assert document.tables[0].rows[1].cells[4].text == "[1] The Example"
    sheet = openpyxl.load_workbook(io.BytesIO(render(told(), "xlsx"))).worksheets[0]
    assert sheet["F2"].hyperlink.target == sheet["F2"].value == "https://news.example/1?a=1&b=2"


def test_a_handout_has_three_quotes_of_an_event_and_counts_the_rest():
    """Who reads at a table is spared the seventh telling of one event."""
    document = docx.Document(io.BytesIO(render(told(7), "docx")))
    quotes = document.tables[0].rows[1].cells[3].text.splitlines()
    assert len(quotes) == 4
    assert quotes[-1] == "and 4 more"
