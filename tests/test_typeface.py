"""The typeface that travels with the package: its widths are those of its files, and what shows it finds it."""

import json
import runpy
import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.layout.text import guess_width, measure_text
from timeline.typeface import (
    FAMILY,
    FOLDER,
    FONT_STACK,
    SCRIPT,
    Weight,
    choose_faces,
    list_faces,
    load_advances,
    load_lacking_advances,
    write_style_sheet,
)

ROOT = Path(__file__).parents[1]
MEASURE = runpy.run_path(str(ROOT / "tools" / "measure_typeface.py"))
SCRIPTS = [
    "Überraschung in São Paulo",
    "Čeština čeká",
    "Ελληνικά",
    "Москва, Київ",
    "Tiếng Việt",
    "0123456789 €£¥ “” – …",
]


@pytest.mark.parametrize("weight", Weight)
def test_the_table_is_that_of_the_files(weight):
    """Every width of every weight is the one in the files that browsers get: `make widths` was not forgotten."""
    assert load_advances(weight) == MEASURE["measure_faces"](weight)


@pytest.mark.parametrize("text", SCRIPTS)
def test_the_typeface_holds_the_scripts_it_is_chosen_for(text):
    """Latin with all accents, Greek and Cyrillic are drawn from our files alone, in every weight."""
    for weight in Weight:
        assert set(text) <= set(load_advances(weight))


@pytest.mark.parametrize("weight", Weight)
def test_figures_are_of_one_width(weight):
    """Dates and counts stand under each other."""
    assert len({load_advances(weight)[digit] for digit in "0123456789"}) == 1


def test_each_weight_is_measured():
    """Medium and bold have widths of their own: no factor takes one for the other."""
    text = "Administration"
    regular, medium, bold = (measure_text(text, 100, weight) for weight in Weight)
    assert regular < medium < bold
    ratios = {round(load_advances(Weight.BOLD)[char] / load_advances(Weight.REGULAR)[char], 2) for char in text}
    assert len(ratios) > 3


@given(st.text(max_size=60))
def test_the_faces_for_a_text_hold_all_that_any_face_holds(text):
    """No character that one of the files holds is left to another font, and plain Latin is always there."""
    chosen = choose_faces(text)
    for char in text:
        held = [face for face in list_faces() if face.holds_any({ord(char)})]
        assert all(face in chosen for face in held)
    assert any(face.holds_any({ord("e")}) for face in chosen)


def test_a_page_in_english_takes_one_file():
    """Pages and pictures carry 27 KB, not all scripts."""
    assert write_style_sheet("On 14 July 2025 the ban was “reversed” – again…").count("@font-face") == 1
    assert len(write_style_sheet("plain")) < 30_000
    assert write_style_sheet().count("@font-face") == len(list_faces())


def test_the_licence_lies_beside_the_files():
    """The Open Font License asks for it."""
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "LICENSE").read_text("utf-8")
    assert {face.file for face in list_faces()} == {path.name for path in FOLDER.glob("*.woff2")}


def test_streamlit_is_told_of_every_file():
    """The theme names the files with their characters, and the family that figures ask for."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    told = [
        (face["family"], face["url"].removeprefix("typeface/").partition("?")[0], face["weight"], face["unicodeRange"])
        for face in config["fontFaces"]
    ]
    assert told == [(FAMILY, face.file, "400 700", face.unicode_range) for face in list_faces()]
    for font in (config["font"], config["headingFont"]):
        assert font.replace("'", "") == FONT_STACK


def other(font: str) -> dict[str, int]:
    """The advances in a font that others have, in thousandths of the type size."""
    stored = json.loads((ROOT / "tests/cases/widths_fonts.json").read_text("utf-8"))[font]
    return {char: int(width) for width, chars in stored.items() for char in chars}


@pytest.mark.parametrize(("weight", "font"), [(Weight.REGULAR, "Regular"), (Weight.BOLD, "Bold")])
def test_arial_runs_as_wide(weight, font):
    """Letters, figures and signs have the widths of Liberation Sans, which are Arial's."""
    theirs, ours = other(f"LiberationSans-{font}"), load_advances(weight)
    assert all(abs(theirs[char] - ours[char]) <= 1 for char in map(chr, range(32, 127)))
    both = {char for char in theirs.keys() & ours.keys() if char.isprintable()}
    assert sum(abs(theirs[char] - ours[char]) <= 1 for char in both) > 0.97 * len(both) > 500


def test_what_the_typeface_lacks_is_taken_for_wide_enough():
    """On a machine with DejaVu alone none of it is drawn wider than it is taken for."""
    drawn = {char: width for char, width in other("DejaVuSans").items() if char not in load_advances(Weight.REGULAR)}
    taken = {char: load_lacking_advances().get(char, guess_width(char)) for char in drawn}
    assert len(drawn) > 2000
    too_narrow = {char for char, width in drawn.items() if unicodedata.category(char) != "Mn" and taken[char] < width}
    assert {char for char in too_narrow if unicodedata.bidirectional(char) != "AL"} == set()
    assert min(taken[char] / drawn[char] for char in too_narrow) > 0.87  # Arabic, whose letters are narrower in a word


@pytest.mark.parametrize("char", "政あ한Ａ🙂👍")
def test_what_dejavu_lacks_too_is_a_square_or_wider(char):
    """CJK fills a square of the type size, emoji a little more, whatever font they come from."""
    assert guess_width(char) >= (1400 if char in "🙂👍" else 1000)


ELSEWHERE = """([families, there]) => {
  const pen = document.createElement("canvas").getContext("2d");
  const width = family => { pen.font = `40px ${family}`; return pen.measureText("Wave to Tokyo").width; };
  return families.map(family => width(family) === width(there));
}"""
"""Whether text is as wide in other families as in the one that is there."""

WIDTHS = """async ([texts, family]) => {
  await loadTypeface(texts.join(" "));
  const svg = document.querySelector("svg");
  return [12, 13, 16.5].flatMap(size => [400, 700].flatMap(weight => texts.map(text => {
    const drawn = document.createElementNS("http://www.w3.org/2000/svg", "text");
    drawn.setAttribute("style", `font: ${weight} ${size}px ${family}; white-space: pre`);
    drawn.textContent = text;
    svg.append(drawn);
    return [text, size, weight, drawn.getBoundingClientRect().width];
  })));
}"""

DRAWN = [
    *SCRIPTS, "Trump administration unveiled its AI Action Plan", "illicit fillings", "China say", "WAVE To Tokyo",
    "政府批准出口禁令", "日本政府は輸出規制を承認した ﾊﾝｶｸ", "대한민국 정부가 승인했다",
    "الحكومة توافق على حظر التصدير", "حظر حظر الحكومة", "حکومت پاکستان نے فیصلہ کیا", "ממשלת ישראל אישרה",
    "Հայաստանի կառավարությունը", "საქართველოს მთავრობა", "भारत सरकार ने प्रतिबंध लगाया", "বাংলাদেশ সরকার",
    "இந்திய அரசு தடை விதித்தது", "รัฐบาลไทยอนุมัติ", "រដ្ឋាភិបាលកម្ពុជា", "የኢትዮጵያ መንግስት",
    "🙂👍🏽 emoji", "👩‍👩‍👧‍👦 family", "🇪🇺 EU 1️⃣", "✓ ✗ ★ ● ■ → ↔ ⇒ ≈ ≤ ∞ ∑", "x² ≠ ½ ‰ № ℃ Ⅷ",
]  # fmt: skip


@pytest.mark.browser
def test_nothing_is_drawn_wider_than_measured(browser):
    """With no font but DejaVu beside ours, text of any script is drawn no wider than the layout leaves room for."""
    page = browser.new_page()
    page.set_content(f"<style>{write_style_sheet()}</style><svg width=2000 height=100></svg>")
    assert page.evaluate(ELSEWHERE, [["Liberation Sans", "Arial", "sans-serif"], "DejaVu Sans"]) == [True] * 3
    page.add_script_tag(content=SCRIPT)
    drawn = page.evaluate(WIDTHS, [DRAWN, FONT_STACK])
    page.close()
    assert {text for text, size, weight, width in drawn if width > measure_text(text, size, Weight(weight))} == set()
    held = [row for row in drawn if row[0] in SCRIPTS]
    assert all(width > 0.9 * measure_text(text, size, Weight(weight)) for text, size, weight, width in held)
