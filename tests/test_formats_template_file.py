"""Templates from elsewhere: nothing in one reaches out of the deck, runs, or ends the export with a library's error."""

import contextlib
import io
import random
import re
import zipfile

import pptx
import pytest
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Emu
from sweep import sample
from test_formats_slides import brand, told

from timeline.errors import FormatError, TimelineError
from timeline.formats import render
from timeline.formats.slides import open_template, template_file

TRACKER = "http://tracker.example/a.png"


def saved(presentation):
    """The content of a file."""
    content = io.BytesIO()
    presentation.save(content)
    return content.getvalue()


def reaching_out(address=TRACKER):
    """A template whose master shows a picture at `address`, whose title links there, and which carries a macro."""
    presentation = pptx.Presentation()
    master = presentation.slide_master
    layout = presentation.slide_layouts.get_by_name("Title Only")
    picture = presentation.slides.add_slide(layout).shapes.add_picture(io.BytesIO(PIXEL), 0, 0, Emu(9), Emu(9))._element
    blip = next(element for element in picture.iter() if element.tag.endswith("}blip"))
    del blip.attrib[f"{{{R}}}embed"]
    blip.set(f"{{{R}}}link", master.part.relate_to(address, RT.IMAGE, is_external=True))
    master.shapes._spTree.append(picture)
    run = layout.placeholders[0].text_frame.paragraphs[0].add_run()
    run.text = "Click"
    run.hyperlink.address = address
    package = presentation.part.package
    macro = Part(PackURI("/ppt/vbaProject.bin"), "application/vnd.ms-office.vbaProject", package, b"Sub harm()")
    presentation.part.relate_to(macro, "http://schemas.microsoft.com/office/2006/relationships/vbaProject")
    return saved(presentation)


R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fe"
    "dccc59e70000000049454e44ae426082"
)


def test_nothing_of_a_template_reaches_out_of_the_deck_or_runs():
    """Linked pictures, hyperlinks and macros of masters and layouts are left out and named; the rest can be used."""
    template = reaching_out()
    left_out = open_template(template).left_out
    assert f"a link to {TRACKER}" in left_out
    assert "a part that runs (vbaProject)" in left_out
    with zipfile.ZipFile(io.BytesIO(render(told(), "pptx", template=template))) as deck:
        parts = {name: deck.read(name) for name in deck.namelist()}
    assert not [name for name, part in parts.items() if b"tracker.example" in part or b"Sub harm" in part]
    linked = b"".join(part for name, part in parts.items() if name.endswith(".rels"))
    assert set(re.findall(rb'Target="([^"]+)"[^>]*External', linked)) == {b"https://news.example/1"}  # a source


def test_what_stays_refers_to_nothing_that_is_gone():
    """Every relationship that the XML of a part names is there: PowerPoint would offer to repair the deck."""
    made = pptx.Presentation(io.BytesIO(render(told(), "pptx", template=reaching_out())))
    for part in made.part.package.iter_parts():
        root = getattr(part, "_element", None)
        elements = [] if root is None else root.iter()
        named = {value for e in elements for name, value in e.attrib.items() if name.startswith(f"{{{R}}}")}
        assert named <= set(part.rels)


def bomb(parts, size):
    """An archive that unpacks to far more than it weighs."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number in range(parts):
            archive.writestr(f"ppt/media/image{number}.png", bytes(size))
    return content.getvalue()


@pytest.mark.parametrize(("parts", "size"), [(40, 5_000_000), (6_000, 0)], ids=["too-large", "too-many"])
def test_a_template_that_unpacks_to_too_much_is_refused(parts, size):
    """By its bound, before it is unpacked."""
    with pytest.raises(FormatError, match=r"more than 100 MB|at most 5,000"):
        open_template(bomb(parts, size))


def test_a_size_that_is_announced_too_small_is_not_believed(monkeypatch):
    """The bound holds for what comes out of the archive, too."""
    monkeypatch.setattr(template_file, "_check_size", lambda _: None)
    with pytest.raises(FormatError, match="more than 100 MB"):
        open_template(bomb(30, 5_000_000))


@pytest.mark.parametrize("seed", sample(range(40), every=4))
def test_a_damaged_template_makes_a_deck_or_a_sentence(seed):
    """Whatever is broken in one, it is used or refused in our own words."""
    luck = random.Random(seed)
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(brand("dark"))) as old, zipfile.ZipFile(content, "w") as new:
        hit = luck.choice(old.namelist())
        for name in old.namelist():
            part = bytearray(old.read(name))
            if name == hit:
                for _ in range(luck.randint(1, 8)):
                    place = luck.randrange(len(part))
                    part[place : place + luck.randint(0, 40)] = luck.randbytes(luck.randint(0, 4))
            if name != hit or luck.random() > 0.2:
                new.writestr(name, bytes(part))
    with contextlib.suppress(TimelineError):
        render(told(), "pptx", template=content.getvalue())
