"""Whatever fonts a machine has, page and pictures are the same to the pixel: none but our own typeface is looked at.

A second browser finds fonts installed under all the names that our style sheets mention, half as wide again as ours.
"""

import io
import json
import os
import re
from pathlib import Path
from urllib.parse import quote

import pandas as pd
import plotly.io
import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from programs import find_browser
from sweep import sample

import timeline
from timeline.formats import browser as pictures
from timeline.table import from_frame
from timeline.typeface import FONT_STACK, choose_faces

HERE = Path(__file__).parent
ANY, TABLE = HERE / "any_paths.py", HERE.parent / "cases" / "screen_briefing.json"

NAMES = FONT_STACK.split(", ")[:-1]

TITLES = [
    "Washington bans the export of chips", "Überraschung in São Paulo: Čeština čeká", "Ελλάδα ψηφίζει τον Ιούλιο",
    "Москва и Київ объявили перемирие", "To Tokyo: AV Technica wins 1,111,777 votes", "Tiếng Việt được ghi nhận",
]  # fmt: skip

TEXTS = """() => {
  const shown = [...document.querySelectorAll('svg text, h1, h2, h3, p, label, button, .tl-title, .tl-when')];
  return shown.map(element => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.textContent.trim(), x, y, width, height];
  }).filter(([text, x, y, width]) => text && width);
}"""


@pytest.fixture(scope="module")
def impostors(tmp_path_factory) -> dict[str, str]:
    """The environment of a machine with more fonts: of the names we use, and half as wide again."""
    folder = tmp_path_factory.mktemp("fonts")
    (face,) = choose_faces("plain")
    for name in NAMES:
        font = instantiateVariableFont(TTFont(io.BytesIO(face.data)), {"wght": 400})
        font.flavor = None
        for record in font["name"].names:
            if record.nameID in {1, 3, 4, 6, 16}:
                record.string = name if record.nameID != 6 else name.replace(" ", "")
        metrics = font["hmtx"].metrics
        for glyph, (advance, bearing) in metrics.items():
            metrics[glyph] = (round(advance * 1.5), bearing)
        font.save(folder / f"{name.replace(' ', '')}.ttf")
    usual = os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f"<include>{usual}</include><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


@pytest.fixture(scope="module")
def other_browser(browser, impostors):
    """The same browser on that machine, which does look at its fonts."""
    kind = browser.browser_type
    chrome = kind.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"], env=impostors)
    yield chrome
    chrome.close()


@pytest.fixture(scope="module")
def affair() -> timeline.Timeline:
    """Events in the scripts that the typeface holds."""
    days = pd.date_range("2025-01-06", periods=3 * len(TITLES), freq="9D").strftime("%Y-%m-%d")
    cells = {"title": [f"{title} {n}" for n in range(3) for title in TITLES], "start": days, "end": days}
    return from_frame(pd.DataFrame(cells | {"actors": [["Nvidia", "Москва"]] * len(days)}), "Übersicht")


def read(browser, address, ready, *cookies) -> list:
    """Every text of a page and where it stands, once there is what `ready` selects."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.context.add_cookies(cookies)
    page.set_default_timeout(60_000)
    page.goto(address)
    page.wait_for_selector(ready)
    page.evaluate("document.fonts.ready")
    found = page.evaluate(TEXTS)
    page.close()
    return found


@pytest.mark.browser
def test_the_impostors_would_be_seen(browser, other_browser, tmp_path):
    """A page that brings no typeface differs between the two, so that these tests can fail."""
    (tmp_path / "page.html").write_text(f"<p><span style='font-family: {FONT_STACK}'>Washington</span>", "utf-8")
    address = (tmp_path / "page.html").as_uri()
    width = "document.querySelector('span').getBoundingClientRect().width"
    pages = [one.new_page() for one in (browser, other_browser)]
    for page in pages:
        page.goto(address)
    one, other = (page.evaluate(width) for page in pages)
    assert other > 1.2 * one
    for page in pages:
        page.close()


@pytest.mark.browser
@pytest.mark.parametrize("suffix", [".html", ".svg"])
def test_a_file_is_the_same_with_other_fonts(browser, other_browser, affair, tmp_path, suffix):
    """Every text of the standalone page and of the vector graphic stands where it stood, to the pixel."""
    path = tmp_path / f"out{suffix}"
    timeline.export(affair, path)
    ready = ".textpoint text" if suffix == ".html" else "text"
    one, other = (read(each, path.as_uri(), ready) for each in (browser, other_browser))
    assert len(one) > 20
    assert one == other


@pytest.mark.browser
@pytest.mark.parametrize("how", sample(["written", "shown"], every=2))
def test_a_figure_is_the_same_with_other_fonts(browser, other_browser, affair, tmp_path, monkeypatch, how):
    """So does every text of a figure that Plotly itself writes as a page, or shows in a browser or a notebook."""
    path, figure = tmp_path / "figure.html", timeline.draw(affair, view="story")
    if how == "written":
        figure.write_html(path)
    else:
        monkeypatch.setattr(plotly.io, "show", lambda fig, **how: plotly.io.write_html(fig, path, **how))
        figure.show()
    one, other = (read(each, path.as_uri(), ".textpoint text") for each in (browser, other_browser))
    assert len(one) > 20
    assert one == other


@pytest.mark.browser
def test_the_app_is_the_same_with_other_fonts(browser, other_browser, serve):
    """So does every text of the app, in the chart and beside it."""
    address = serve(ANY)
    named = {"name": "paths", "value": quote(json.dumps([str(TABLE)])), "url": address}
    one, other = (read(each, f"{address}?show=All", ".textpoint text", named) for each in (browser, other_browser))
    assert len(one) > 100
    assert one == other


@pytest.mark.browser
def test_pictures_drawn_with_other_fonts_are_the_same(impostors, affair, tmp_path, monkeypatch):
    """What a machine with other fonts draws is the same: PNG and PDF byte by byte, SVG in where each text stands."""
    made = []
    for number, environment in enumerate([dict(os.environ), impostors]):
        pictures._put_away()
        monkeypatch.setenv("FONTCONFIG_FILE", environment["FONTCONFIG_FILE"])
        paths = [tmp_path / f"{number}{suffix}" for suffix in (".png", ".pdf", ".svg")]
        for path in paths:
            timeline.export(affair, path)
        png, pdf, svg = (path.read_bytes() for path in paths)
        made.append([png, pdf, re.findall(rb'<text[^>]* x="([^"]+)" y="([^"]+)"', svg)])
    pictures._put_away()
    assert len(made[0][2]) > 20
    assert made[0] == made[1]
