"""Slides: native shapes that a person can edit, nothing over anything else, nothing clipped, nothing left behind."""

import datetime as dt
import functools
import io
import itertools
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pandas as pd
import pptx
import pypdf
import pytest
from lxml import etree
from make import document_row, mention_row, table_timeline
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Inches, Pt
from sweep import sample

from timeline.errors import DrawingError, FormatError
from timeline.formats import render
from timeline.layout import measure_text
from timeline.table import from_frame

TITLES = {
    "short": "Ban reversed",
    "usual": "Acme and Globex will hand over 15% of sales",
    "shapes": "Their letter: illicit filling at Lille will still kill 1,700,000 little lilies, WWF MMM CEO WILL WAIT",
    "long": "Peruvian government obtained the largest share ever of the exports of copper " * 20,
}
EMU = 9525


def table(count, title="usual", step=9):
    """A timeline of `count` events, some of them months and open periods."""
    days = pd.date_range("2025-01-06", periods=count, freq=f"{step}D").strftime("%Y-%m-%d")
    edtf = [f"{day}/.." if n % 11 == 5 else day[:7] if n % 7 == 3 else day for n, day in enumerate(days)]
    cells = {"title": [f"{n} {TITLES[title]}" for n in range(count)], "edtf": edtf}
    cells |= {"actors": [["Nvidia", "China"], ["AMD"], ["Howard Lutnick"]] * (count // 3 + 1), "importance": 0.9}
    cells["actors"] = cells["actors"][:count]
    return from_frame(pd.DataFrame(cells), "Chips for China")


def told():
    """One event with a quote and its source."""
    base = from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025-04"], "event_id": ["e1"]}), "Chips")
    document = document_row(
        document_id="d1", published_basis="given", characters=12, publisher="The Example", title="Chips",
        url="https://news.example/1", published=dt.date(2025, 5, 1),
    )  # fmt: skip
    mention = mention_row(
        mention_id="m1", event_id="e1", document_id="d1", quote="Ban in April", start_char=0, end_char=12,
        trigger_start=0, trigger_end=3, date_start_char=7, date_end_char=12,
    )  # fmt: skip
    return table_timeline(base.events, [mention], [document], "Chips")


def opened(data):
    """What python-pptx, as a second reader, finds."""
    return pptx.Presentation(io.BytesIO(data))


def leaves(shapes):
    """All shapes, those within groups, too."""
    for shape in shapes:
        if shape.shape_type == 6:
            yield from leaves(shape.shapes)
        else:
            yield shape


def texts(slide):
    """The text boxes of a slide with (left, top, right, bottom) in pixels."""
    for shape in leaves(slide.shapes):
        if shape.has_text_frame and shape.text_frame.text and shape.name != "Title 1":
            left, top = shape.left / EMU, shape.top / EMU
            yield shape, (left, top, left + shape.width / EMU, top + shape.height / EMU)


def overlap(one, other):
    """Whether two rectangles share more than a pixel both ways."""
    return min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1


DARK = {"dk1": "F5F1E8", "lt1": "14213D", "dk2": "FCA311", "lt2": "22335A", "accent1": "FCA311", "accent2": "E5E5E5"}
DRAWING = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def brand(kind="plain"):
    """A template with a body and sample slides; "dark" is wide, light on dark, and set in a font wider than Arial."""
    made = pptx.Presentation()
    made.slides.add_slide(made.slide_layouts[1]).shapes.title.text = "Sample"
    if kind == "narrow":
        made.slide_height = Inches(5.625)
        shrink(made)
    if kind == "dark":
        made.slide_width = Inches(13.333)
        for holder in (made.slide_master, *made.slide_layouts):
            for shape in holder.placeholders:
                if shape._element.spPr.find("a:xfrm", DRAWING) is not None:
                    shape.left, shape.width = int(shape.left * 4 / 3), int(shape.width * 4 / 3)
        retheme(made.slide_master)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def shrink(made):
    """A brand of 10 by 5.6 inches with titles in capitals, a wide margin at the left and a footer."""
    for holder in (made.slide_master, *made.slide_layouts):
        for shape in holder.placeholders:
            if shape._element.spPr.find("a:xfrm", DRAWING) is not None:
                shape.top, shape.height = int(shape.top * 0.75), int(shape.height * 0.75)
                shape.left, shape.width = int(shape.left * 0.75 + Inches(1.2)), int(shape.width * 0.75)
    style = made.slide_master.element.find(".//{*}titleStyle/{*}lvl1pPr/{*}defRPr")
    style.attrib.update({"cap": "all", "sz": "2800"})


def retheme(master):
    """Gives a master's theme a font as wide as any and colours of its own."""
    part = master.part.part_related_by(RT.THEME)
    theme = etree.fromstring(part.blob)
    for font in theme.iterfind(".//a:fontScheme/*/a:latin", DRAWING):
        font.set("typeface", "Verdana")
    for name, value in DARK.items():
        colour = theme.find(f".//a:clrScheme/a:{name}", DRAWING)
        colour.clear()
        etree.SubElement(colour, f"{{{DRAWING['a']}}}srgbClr", val=value)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


WIDER = {"dark": 1.16}
"""How many times as wide as Arial the font of a template runs."""

ONE = [
    (5, "usual", None),
    (12, "long", None),
    (15, "short", None),
    (12, "usual", "plain"),
    (40, "long", "plain"),
    (15, "usual", "dark"),
    (12, "usual", "narrow"),
]


# NOTE: `tests/bench/bench_slides.py` runs this over the whole matrix of counts, titles and templates.
@pytest.mark.parametrize(("count", "title", "template"), ONE)
def test_no_text_of_a_slide_meets_another_or_leaves_it(count, title, template):
    """No two texts overlap, none leaves the slide, every line fits its box, and nothing is smaller than it may be."""
    presentation = opened(render(table(count, title), "pptx", template=template and brand(template)))
    for slide in presentation.slides:
        boxes = list(texts(slide))
        for (one, a), (other, b) in itertools.combinations(boxes, 2):
            assert not overlap(a, b), (one.text_frame.text, other.text_frame.text)
        for shape, (left, top, right, bottom) in boxes:
            assert left >= 0 <= top
            assert right <= presentation.slide_width / EMU
            assert bottom <= presentation.slide_height / EMU
            for paragraph in shape.text_frame.paragraphs if shape.name != "Page" else ():  # a field, not a run
                size = paragraph.runs[0].font.size
                assert size >= Pt(10 if shape.name == "Source" else 12)
                width = measure_text(paragraph.text, size.pt / 0.75) * WIDER.get(template, 1)
                assert width <= right - left + 4, paragraph.text


FONTS = {
    "DejaVu Sans": ("DejaVuSans", "DejaVuSans-Bold"),  # what takes the place of a missing font on a bare Linux machine
    "Liberation Sans": ("LiberationSans-Regular", "LiberationSans-Bold"),  # as wide as Arimo and Arial
    "Carlito": ("Carlito-Regular", "Carlito-Bold"),  # as wide as Calibri
}


@functools.cache
def advances_in(file):
    """The advances of a font, in thousandths of the type size; no machine has to have it."""
    stored = json.loads((Path(__file__).parent / "cases/widths_fonts.json").read_text("utf-8"))[file]
    widths = {char: int(width) for width, chars in stored.items() for char in chars}
    return {"\N{NO-BREAK SPACE}": widths[" "]} | widths


def width_in(font, run):
    """How wide a run is drawn in a font of `FONTS`, in pixels."""
    advances = advances_in(FONTS[font][bool(run.font.bold)])
    return sum(advances[char] for char in run.text) * run.font.size.pt / 0.75 / 1000


def drawn(shape, box, font):
    """The rectangle that the text of a box is drawn in, in a font of `FONTS`: lines are never broken."""
    frame = shape.text_frame
    width = max(sum(width_in(font, run) for run in paragraph.runs) for paragraph in frame.paragraphs)
    spare = box[2] - box[0] - width
    left = box[0] + {PP_ALIGN.LEFT: 0, PP_ALIGN.CENTER: spare / 2, PP_ALIGN.RIGHT: spare}[frame.paragraphs[0].alignment]
    return left, box[1], left + width, box[3]


@functools.lru_cache(maxsize=2)
def deck(count, title, template, view):
    """A deck, made once for every font that it is looked at with."""
    return opened(render(table(count, title), "pptx", view=view, template=template and brand(template)))


DECKS = [*ONE[:5], (20, "shapes", None), (12, "shapes", "plain")]


@pytest.mark.parametrize(("form", "view", "font"), sample(itertools.product(DECKS, ["flags", "lanes"], FONTS), every=5))
def test_lines_have_room_in_whichever_font_is_there(form, view, font):
    """Where our typeface is missing and another takes its place, no text is drawn over another or off the slide."""
    count, title, template = form
    presentation = deck(count, title, template, view)
    for slide in presentation.slides:
        boxes = [(shape, drawn(shape, box, font)) for shape, box in texts(slide)]
        for (one, a), (other, b) in itertools.combinations(boxes, 2):
            assert not overlap(a, b), (one.text_frame.text, other.text_frame.text)
        for shape, (left, _, right, _) in boxes:
            assert left >= -1, shape.text_frame.text
            assert right <= presentation.slide_width / EMU + 1, shape.text_frame.text
        for one in (shape.table for shape in slide.shapes if shape.has_table):
            for row in one.rows:
                for cell, column in zip(row.cells, one.columns, strict=True):
                    room = (column.width - cell.margin_left - cell.margin_right) / EMU
                    assert sum(width_in(font, run) for run in cell.text_frame.paragraphs[0].runs) <= room, cell.text


@pytest.mark.parametrize(("words", "font"), sample(itertools.product([3, 9, 12, 15, 30], FONTS), every=4))
def test_a_title_has_room_in_whichever_font_is_there(words, font):
    """Where our typeface is missing, the title still has the lines it was given room for."""
    said = " ".join(itertools.islice(itertools.cycle(TITLES["shapes"].split()), words)).capitalize()
    title = opened(render(table(5), "pptx", title=said)).slides[0].shapes.title
    advances, size = advances_in(FONTS[font][1]), title.text_frame.paragraphs[0].runs[0].font.size or Pt(26)
    em, room = size.pt / 0.75 / 1000, title.width / EMU
    lines, left = 1, room
    for word in title.text_frame.text.split():
        wide = sum(advances[char] for char in word) * em
        lines, left = (lines, left - wide) if wide <= left else (lines + 1, room - wide)
        left -= advances[" "] * em
    assert lines * 42 <= title.height / EMU + 1


def test_slides_and_documents_name_the_typeface_and_what_is_like_it():
    """Theme and styles name our typeface, and by its number and other name Arial, which is as wide."""
    theme = zipfile.ZipFile(io.BytesIO(render(table(3), "pptx"))).read("ppt/theme/theme1.xml").decode()
    assert set(re.findall(r'<a:latin typeface="([^"]+)" panose="([^"]+)"', theme)) == {
        ("Arimo", "020B0604020202020204")
    }
    word = zipfile.ZipFile(io.BytesIO(render(table(3), "docx")))
    assert 'w:ascii="Arimo"' in word.read("word/styles.xml").decode()
    fonts = word.read("word/fontTable.xml").decode()
    assert '<w:font w:name="Arimo"><w:altName w:val="Arial"/><w:panose1 w:val="020B0604020202020204"/>' in fonts


@pytest.mark.parametrize(
    ("count", "view"), sample(itertools.product([0, 1, 12], ["flags", "lanes", "story", "density"]), every=3)
)
def test_every_view_of_any_size_becomes_a_slide(count, view):
    """Every view can be a slide, of no event and of one, too."""
    slide = opened(render(table(count), "pptx", view=view)).slides[0]
    assert [shape.name for shape in slide.shapes][:3] == ["Title 1", "Scope", "Time axis"]
    assert bool(any("events in" in shape.name for shape in slide.shapes)) == (view == "density" and count > 0)


def test_each_event_is_one_group_in_date_order_with_a_name_and_a_description():
    """A screen reader meets the events in date order, each with its date, title and actors; lines are decoration."""
    slide = opened(render(table(8, "short"), "pptx")).slides[0]
    events = [shape for shape in slide.shapes if shape.name.startswith("Event ")]
    assert [shape.name[:8] for shape in events] == [f"Event {n:02d}" for n in range(1, 9)]
    ids = {shape._element._nvXxPr.cNvPr.get("title") for shape in events}
    assert ids == set(table(8, "short").events["event_id"])
    assert events[0].name == "Event 01 – 2025-01-06 – 0 Ban reversed"
    described = [shape._element._nvXxPr.cNvPr.get("descr") for shape in events]
    assert described[0] == "6 January 2025. 0 Ban reversed. Nvidia, China"
    groups = [shape for shape in slide.shapes if shape.shape_type == 6]
    assert all(group._element._nvXxPr.cNvPr.get("descr") for group in groups)
    xml = etree.tostring(slide._element).decode()
    assert xml.count("decorative") >= xml.count("<p:cxnSp>") > 0


def test_stems_are_tied_to_their_marks():
    """A stem follows its mark when it is moved: its start is glued to a connection site of that mark."""
    slide = opened(render(table(8, "short"), "pptx")).slides[0]
    for group in (shape for shape in slide.shapes if shape.name.startswith("Event ")):
        ids = {shape.shape_id for shape in group.shapes if shape.name == "Mark"}
        glued = {int(found) for found in re.findall(r'stCxn id="(\d+)"', etree.tostring(group._element).decode())}
        assert glued <= ids
        assert bool(glued) == any(shape.name == "Stem" for shape in group.shapes)


def test_more_events_than_fit_get_an_overview_slides_and_a_table():
    """What does not fit is on slides by stretches of time, and everything is in a table."""
    presentation = opened(render(table(40, "short"), "pptx"))
    titles = [slide.shapes.title.text_frame.text for slide in presentation.slides]
    assert titles[0] == "Chips for China"
    assert titles[1].startswith("Chips for China: 6 January to 28 March 2025")
    tables = [shape.table for slide in presentation.slides for shape in slide.shapes if shape.has_table]
    assert sum(len(one.rows) - 1 for one in tables) == 40
    grouped = [
        {shape.name for shape in slide.shapes if shape.name.startswith("Event ")}
        for slide in list(presentation.slides)[1:]
    ]
    assert len(set().union(*grouped)) == sum(map(len, grouped)) == 40


def test_every_chart_slide_says_when_its_events_were():
    """However the events lie, and whatever stretches the axis leaves out, each axis has a date with its year."""
    days = [day for year in (2009, 2016, 2021, 2024) for day in pd.date_range(f"{year}-03-02", periods=11, freq="2D")]
    events = from_frame(pd.DataFrame({"title": [f"Thing {n}" for n in range(44)], "start": map(str, days)}))
    slides = [slide for slide in opened(render(events, "pptx")).slides if slide.shapes[-1].name != "Table"]
    axes = [shape for slide in slides for shape in slide.shapes if shape.name == "Time axis"]
    assert len(axes) > 3
    for axis in axes:
        ticks = [shape.text_frame.text for shape in axis.shapes if shape.name == "Tick" and shape.has_text_frame]
        assert any(re.search(r"\b20\d\d\b", tick) for tick in ticks), ticks
        edges = [(shape.left, shape.left + shape.width) for shape in axis.shapes if shape.name == "Axis"]
        for shape in axis.shapes:
            if shape.name == "Axis break":
                assert edges[0][0] - 2 * EMU <= shape.left
                assert shape.left + shape.width <= edges[0][1] + 2 * EMU


def test_notes_quote_the_sources_and_say_what_is_left_out():
    """The speaker has every quote with publisher, date and link, and the titles of what carries no label."""
    notes = opened(render(told(), "pptx")).slides[0].notes_slide.notes_text_frame.text
    assert "[1] “Ban in April” The Example, Chips, 1 May 2025 https://news.example/1" in notes
    crowded = opened(render(table(40, "short"), "pptx")).slides[0].notes_slide.notes_text_frame.text
    assert "Without a label, " in crowded


def test_the_slide_says_title_scope_source_and_as_of():
    """The title is the takeaway given, else the briefing's; scope, source and the date of knowledge stand beside it."""
    slide = opened(render(told(), "pptx", title="Washington banned the chips")).slides[0]
    said = {shape.name: shape.text_frame.text for shape, _ in texts(slide)}
    assert slide.shapes.title.text_frame.text == "Washington banned the chips"
    assert said["Scope"].startswith("1 of 1 event")
    assert said["Source"] == "Source: The Example; as of 1 May 2025"


def test_nothing_of_the_library_is_left_in_the_file():
    """No author, thumbnail or printer of a library's template stays, and the slide is 16:9."""
    data = render(told(), "pptx")
    properties = opened(data).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert (properties.title, properties.created.year) == ("Chips", 2025)
    packed = zipfile.ZipFile(io.BytesIO(data))
    assert not [name for name in packed.namelist() if "thumbnail" in name or "printer" in name]
    assert b"<Application>Briefing Timeline</Application></Properties>" in packed.read("docProps/app.xml")
    presentation = opened(data)
    assert (presentation.slide_width / EMU, presentation.slide_height / EMU) == (1280, 720)


def test_the_readers_template_wins(tmp_path):
    """Size, layouts and theme of the user's file are used, its slides are gone, and a .potx is as good as a .pptx."""
    data = brand()
    potx = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(potx, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(b"presentationml.presentation.main+xml", b"presentationml.template.main+xml")
            new.writestr(name, part)
    (tmp_path / "brand.potx").write_bytes(potx.getvalue())
    made = opened(render(told(), "pptx", template=tmp_path / "brand.potx"))
    assert [slide.shapes.title.text_frame.text for slide in made.slides] == ["Chips"]
    assert made.slide_width == opened(data).slide_width
    runs = [run for shape, _ in texts(made.slides[0]) for p in shape.text_frame.paragraphs for run in p.runs]
    assert {run.font.name for run in runs} == {None}


@pytest.fixture(scope="module")
def office_brand(tmp_path_factory):
    """A template of LibreOffice's own, saved as .pptx by it: theme, pictures and placeholders of a real designer."""
    soffice = shutil.which("soffice")
    found = sorted(Path("/usr/lib/libreoffice/share/template/common/presnt").glob("Midnightblue.otp"))
    if not soffice or not found:
        pytest.skip("LibreOffice and its templates are not installed")
    folder = tmp_path_factory.mktemp("brand")
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pptx"]
    subprocess.run([*command, "--outdir", str(folder), str(found[0])], check=True, capture_output=True, timeout=180)
    return (folder / "Midnightblue.pptx").read_bytes()


def test_a_brand_may_number_its_title_as_it_likes():
    """A layout's title is known by its type: PowerPoint gives it the index 0, other programs any."""
    made = pptx.Presentation()
    for layout in made.slide_layouts:
        for shape in layout.placeholders:
            if shape.placeholder_format.type in {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}:
                shape.element.find(".//p:ph", shape.element.nsmap).set("idx", "77")
    data = io.BytesIO()
    made.save(data)
    slide = opened(render(table(3), "pptx", template=data.getvalue())).slides[0]
    [title] = slide.placeholders

    assert title.placeholder_format.idx == 77
    assert title.text_frame.text == "Chips for China"


def test_a_real_brand_keeps_its_look_and_leaves_nothing_over(office_brand):
    """The brand's title placeholder, theme and size are used; no placeholder stays empty and no sample stays."""
    before, made = opened(office_brand), opened(render(table(12, "usual"), "pptx", template=office_brand))
    assert (made.slide_width, made.slide_height) == (before.slide_width, before.slide_height)
    theme = next(n for n in zipfile.ZipFile(io.BytesIO(office_brand)).namelist() if "theme/theme1" in n)
    parts = zipfile.ZipFile(io.BytesIO(render(table(12, "usual"), "pptx", template=office_brand)))
    assert parts.read(theme) == zipfile.ZipFile(io.BytesIO(office_brand)).read(theme)
    for slide in made.slides:
        assert slide.shapes.title.text_frame.text.startswith("Chips for China")
        assert [shape.name for shape in slide.placeholders if not shape.text_frame.text] == []
        for shape, (left, top, right, bottom) in texts(slide):
            assert 0 <= left < right <= made.slide_width / EMU + 1, shape.name
            assert 0 <= top < bottom <= made.slide_height / EMU + 1, shape.name
    named = {name for name in parts.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)}
    assert len(named) == len(made.slides)


def test_a_size_that_does_not_exist_is_refused():
    """An unknown size names those that exist."""
    with pytest.raises(FormatError, match="unknown size '3:2' of a slide; choose one of: 16:9, 4:3"):
        render(told(), "pptx", size="3:2")


@pytest.mark.parametrize("template", [b"no zip", "gone.pptx"])
def test_a_template_that_is_none_is_refused(template):
    """What is no presentation, or not there, is refused in one line."""
    with pytest.raises(FormatError, match="template"):
        render(told(), "pptx", template=template)


def test_an_unknown_view_is_refused():
    """A view that does not exist is refused by name."""
    with pytest.raises(DrawingError, match="unknown view 'pie'"):
        render(told(), "pptx", view="pie")


LONG = "Washington bans the sale of every chip that China could use for large models, then takes the ban back"


@pytest.mark.parametrize(
    ("title", "kind"),
    sample(itertools.product(["Ban reversed", LONG, LONG * 3, "x" * 10_000], [None, "plain", "dark"]), every=5),
)
def test_a_title_fits_its_placeholder_and_keeps_what_tells_slides_apart(title, kind):
    """A title has at most two lines of 24 points or more in its box; cut or whole, the days or page at its end stay."""
    made = opened(render(table(30, "short"), "pptx", title=title, template=kind and brand(kind)))
    said = [slide.shapes.title for slide in made.slides]
    assert len({shape.text_frame.text for shape in said}) == len(said)
    assert said[-1].text_frame.text.endswith(f"all events ({len(said) - 4} of {len(said) - 4})")
    for shape in said:
        size = shape.text_frame.paragraphs[0].runs[0].font.size or Pt(44 if kind else 26)
        assert size >= Pt(24)
        lines = [
            measure_text(part, size.pt / 0.75) / (shape.width / EMU)
            for part in re.split("[\v\n]", shape.text_frame.text)
        ]
        lines = [width * WIDER.get(kind, 1) for width in lines]
        assert sum(-(-width // 1) for width in lines) <= 2
        assert sum(-(-width // 1) for width in lines) * size.pt * 1.0 <= shape.height / EMU * 0.75


def test_dark_slides_keep_text_and_lines_apart_from_their_ground():
    """No colour is made lighter, which on a dark slide would make gridlines stand out; tables have no fill."""
    presentation = opened(render(table(40, "short"), "pptx", template=brand("dark")))
    xml = "".join(etree.tostring(slide._element).decode() for slide in presentation.slides)
    changes = {(int(mod), int(off)) for mod, off in re.findall(r'lumMod val="(\d+)"/><a:lumOff val="(\d+)"', xml)}
    assert changes
    assert all(off == (100_000 - mod) / 2 for mod, off in changes)
    assert "{2D5ABB26-0587-4C30-8999-92F81FD0307C}" in xml


def test_every_shape_of_a_slide_has_a_number_of_its_own():
    """PowerPoint repairs a slide on which two shapes share an id: none do, however many groups there are."""
    for slide in opened(render(table(40), "pptx")).slides:
        ids = [found.get("id") for found in slide._element.iter("{*}cNvPr")]
        assert len(ids) == len(set(ids)) > 0


def test_what_is_since_a_year_is_said_to_be_since_a_year():
    """The scope line names no day that nobody told: “since 2022” does not become 1 January 2022."""
    events = from_frame(pd.DataFrame({"title": ["Ban", "Deal"], "edtf": ["2022/..", "2025-08-11"]}), "Chips")
    said = {shape.name: shape.text_frame.text for shape, _ in texts(opened(render(events, "pptx")).slides[0])}
    assert said["Scope"] == "2 of 2 events · 2022 to 11 August 2025"


def test_every_label_has_its_date_and_no_stem_crosses_another():
    """Each label begins with a bold date, there are ten at most, and the stems of a slide keep apart."""
    for slide in opened(render(table(40), "pptx")).slides:
        labels = [shape for shape in leaves(slide.shapes) if shape.name == "Label"]
        assert len(labels) <= 10
        for label in labels:
            assert re.search(r"\d{4}$", label.text_frame.paragraphs[0].text)
            assert label.text_frame.paragraphs[0].runs[0].font.bold
        stems = [shape for shape in leaves(slide.shapes) if shape.name == "Stem"]
        lines = [((s.begin_x, s.begin_y), (s.end_x, s.end_y)) for s in stems]
        assert not [pair for pair in itertools.combinations(lines, 2) if cross(*pair)]


def cross(one, other):
    """Whether two lines cross within both."""
    (a, b), (c, d) = one, other

    def turn(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


def test_a_deck_has_no_more_slides_than_asked_for():
    """One slide is one; a deck of a long table is cut at twenty, and what has no label there is in the notes."""
    assert len(opened(render(table(200, "short"), "pptx", slides=1)).slides) == 1
    whole = opened(render(table(200, "short"), "pptx"))
    assert len(whole.slides) == 20
    told = "".join(slide.notes_slide.notes_text_frame.text for slide in list(whole.slides)[1:])
    assert all(f": {n} Ban reversed" in told for n in range(200))


def test_what_lies_outside_the_band_is_said():
    """The band holds what has a flag; what lies far from it is counted in the scope line."""
    days = ["1940-05-10", *(f"2025-07-{day:02d}" for day in range(1, 21))]
    cells = {"title": [f"Thing {n}" for n in range(21)], "start": days, "importance": [0.5] + [0.9] * 20}
    said = {
        shape.name: shape.text_frame.text
        for shape, _ in texts(opened(render(from_frame(pd.DataFrame(cells)), "pptx")).slides[0])
    }
    assert "1 earlier (10 May 1940)" in said["Scope"]


@pytest.mark.parametrize(
    ("count", "template"), sample(itertools.product([5, 12, 40, 200], [None, "plain", "dark", "narrow"]), every=5)
)
def test_the_one_slide_has_dates_on_every_label_in_two_sizes(count, template):
    """At any number of events one slide has up to ten dated labels in two sizes, two signs, and a number."""
    [slide] = opened(render(table(count), "pptx", slides=1, template=template and brand(template))).slides
    labels = [shape for shape in leaves(slide.shapes) if shape.name == "Label"]
    assert min(count, 4) <= len(labels) <= 10
    assert all(re.search(r"\d{4}$", shape.text_frame.paragraphs[0].text) for shape in labels)
    assert len({shape.text_frame.paragraphs[0].runs[0].font.size for shape in labels}) <= 2
    signs = [shape for shape in slide.shapes if shape.name.startswith("Legend sample: ")]
    names = {"Nvidia", "AMD", "Howard Lutnick", "others"}
    assert len([s for s in signs if s.name.removeprefix("Legend sample: ") not in names]) <= 2
    assert "Page" in [shape.name for shape in slide.shapes]


def test_a_date_that_rests_on_a_guess_is_hollow_on_slides_too():
    """An event dated from a publication date that nobody stated is drawn as not certain, as on the screen."""
    base = from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025-04-07"], "event_id": ["e1"]}), "Chips")
    events = base.events.assign(date_basis="relative")
    document = document_row(document_id="d1", published_basis="inferred", published=dt.date(2025, 4, 9))
    mention = mention_row(mention_id="m1", event_id="e1", document_id="d1", date_basis="relative", edtf="2025-04-07")
    slide = opened(render(table_timeline(events, [mention], [document], "Chips"), "pptx")).slides[0]
    [mark] = [shape for shape in leaves(slide.shapes) if shape.name == "Mark"]
    assert mark.fill.fore_color.theme_color == MSO_THEME_COLOR.BACKGROUND_1


def test_one_event_may_stand_out_on_a_slide():
    """The highlighted event has a label, however little it matters, and its text is in the first accent."""
    made = table(40)
    event_id = made.events["event_id"][30]
    slide = opened(render(made, "pptx", slides=1, highlight=event_id)).slides[0]
    lit = [shape for shape in leaves(slide.shapes) if shape._element._nvXxPr.cNvPr.get("title") == event_id]
    [label] = [shape for shape in lit if shape.name == "Label"]
    assert label.text_frame.paragraphs[0].runs[0].font.color.theme_color == MSO_THEME_COLOR.ACCENT_1


def test_tables_share_their_rows_evenly():
    """The last of several table slides is as full as the others, and no date is cut."""
    presentation = opened(render(table(30, "short"), "pptx"))
    tables = [shape.table for slide in presentation.slides for shape in slide.shapes if shape.has_table]
    assert [len(one.rows) - 1 for one in tables] == [10, 10, 10]
    assert not [row.cells[0].text for one in tables for row in one.rows if "…" in row.cells[0].text]


def test_libreoffice_opens_the_slides(tmp_path):
    """A second program reads every slide, and every slide is one page of what it prints."""
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("LibreOffice is not installed")
    data = render(table(30, "short"), "pptx")
    (tmp_path / "t.pptx").write_bytes(data)
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "t.pptx")], check=True, capture_output=True, timeout=180
    )
    pages = pypdf.PdfReader(tmp_path / "t.pdf").pages
    assert len(pages) == len(opened(data).slides)
    assert "Chips for China" in pages[0].extract_text()


def test_the_columns_of_who_says_what_are_the_sources_of_that_slide():
    """Only who tells a row of the slide has a column; of articles of one publisher the titles stand in the head."""
    events = from_frame(pd.DataFrame({"title": ["Ban", "Deal"], "start": ["2025-04-07", "2025-05-07"]})).events
    ids = events["event_id"].tolist()
    documents = [
        document_row(document_id=f"d{n}", publisher="The Example", title=f"Story {n}", sha256=str(n)) for n in range(9)
    ]
    mentions = [
        mention_row(mention_id=f"m{n}", event_id=ids[n], document_id=f"d{n}", edtf=f"2025-0{4 + n}-07") for n in (0, 1)
    ]
    made = opened(render(table_timeline(events, mentions, documents, "Chips"), "pptx", show="sources"))
    [frame] = [shape for slide in made.slides for shape in slide.shapes if shape.has_table]
    assert [cell.text for cell in frame.table.rows[0].cells] == ["Date", "Event", "Story 0", "Story 1"]
