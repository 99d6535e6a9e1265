"""Write the table of advance widths from the font files that we ship: `make widths`, after new files have come.

It needs fontTools, which the dev group brings; DejaVu Sans, for what our typeface lacks, lies in `tests/fonts`. With a
folder of fonts (Debian: fonts-liberation and fonts-crosextra-carlito, unpacked) it also writes the widths of those, by
which the tests prove that slides have room.
"""

import io
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from timeline.layout.text import guess_width
from timeline.typeface import Weight, list_faces

ROOT: Final = Path(__file__).parents[1]
TABLE: Final = ROOT / "timeline" / "typeface" / "widths.json"
CASES: Final = ROOT / "tests" / "cases" / "widths_fonts.json"
OTHERS: Final = (
    *("DejaVuSans", "DejaVuSans-Bold", "LiberationSans-Regular", "LiberationSans-Bold"),
    *("Carlito-Regular", "Carlito-Bold"),
)
DEJAVU: Final = ROOT / "tests" / "fonts" / "DejaVuSans.ttf"
_JOINED: Final = 0.88
"""Arabic letters in a word run 12 to 20 % narrower than alone; measured in Chromium with DejaVu Sans."""

Widths = Mapping[str, int]


def measure(font: Any) -> dict[str, int]:
    """The advance of each character of an open font, in thousandths of the type size."""
    metrics, units = font["hmtx"], font["head"].unitsPerEm
    return {chr(code): round(metrics[glyph][0] * 1000 / units) for code, glyph in font.getBestCmap().items()}


def measure_faces(weight: Weight) -> dict[str, int]:
    """The advances of the typeface as a browser picks them: from the last file whose range holds the character."""
    widths: dict[str, int] = {}
    for face in list_faces():
        font = instantiateVariableFont(TTFont(io.BytesIO(face.data)), {"wght": weight.value})
        widths |= {char: width for char, width in measure(font).items() if face.holds_any({ord(char)})}
    return widths


def measure_lacking(held: Iterable[str]) -> dict[str, int]:
    """What runs wider in DejaVu Sans than it would be guessed, Arabic and marks, among what the typeface lacks."""
    lacking = _in_plane_0(measure(TTFont(DEJAVU)))
    for char in held:
        lacking.pop(char, None)
    return {
        char: round(width * _JOINED) if _is_arabic(char) else width
        for char, width in lacking.items()
        if width > guess_width(char) or _is_arabic(char) or unicodedata.category(char) == "Mn"
    }


def _is_arabic(char: str) -> bool:
    return unicodedata.bidirectional(char) == "AL" and unicodedata.category(char) in {"Lo", "Lm"}


def _by_width(widths: Widths) -> dict[str, str]:
    """The characters of each width, which makes the table a tenth as long."""
    chars: defaultdict[int, str] = defaultdict(str)
    for char in sorted(widths):
        chars[widths[char]] += char
    return {str(width): chars[width] for width in sorted(chars)}


def make_table() -> dict[str, Any]:
    """The whole table."""
    measured = {str(weight.value): measure_faces(weight) for weight in Weight}
    lacking = _by_width(measure_lacking(measured["400"]))
    return {
        "font": "Arimo, advance widths by weight, in thousandths of the size; lacking: from DejaVu Sans, what it lacks",
        "licence": "Arimo: SIL Open Font License 1.1; DejaVu Sans: Bitstream Vera licence, only widths are kept of it",
        "widths": {name: _by_width(widths) for name, widths in measured.items()} | {"lacking": lacking},
    }


def measure_others(folder: Path) -> dict[str, Any]:
    """For the tests: the widths of fonts that a slide may be shown in, from the font files in a folder."""
    found = {path.name: path for path in (*folder.rglob("*.ttf"), *DEJAVU.parent.glob("*.ttf"))}
    return {name: _by_width(_in_plane_0(measure(TTFont(found[f"{name}.ttf"])))) for name in OTHERS}


def _in_plane_0(widths: Widths) -> dict[str, int]:
    return {char: width for char, width in widths.items() if char < "\U00010000" and unicodedata.category(char) != "Co"}


def main(arguments: Sequence[str]) -> int:
    """Write the table; with a folder of fonts, also that of other fonts for the tests."""
    _write(TABLE, make_table())
    for folder in arguments:
        _write(CASES, measure_others(Path(folder)))
    return 0


def _write(path: Path, table: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
