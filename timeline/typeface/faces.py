"""The files of the typeface, each with the characters it holds, and the style sheet that a page or picture needs.

They are those of the npm package @fontsource-variable/arimo, unchanged: one a script, so that a page in English carries
20 KB and not 212.
"""

import base64
import dataclasses
import functools
import json
from pathlib import Path
from typing import Final

__all__ = [
    "FAMILY",
    "FOLDER",
    "FONT_STACK",
    "SCRIPT",
    "Face",
    "choose_faces",
    "list_faces",
    "write_face_script",
    "write_style_sheet",
]

FAMILY: Final = "Arimo"

FONT_STACK: Final = f"{FAMILY}, Liberation Sans, Arial, Helvetica, sans-serif"
"""For whatever does not read our files, such as a drawing program that opens an SVG: all but the last run as wide."""

FOLDER: Final = Path(__file__).parent / "arimo"

SCRIPT: Final = Path(__file__).with_name("typeface.js").read_text("utf-8").strip().replace("\nexport ", "\n")
"""For pages with Plotly: `loadTypeface`, before it draws, and `drawPicture`, in place of its `toImage`."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One file of the typeface: every weight from 400 to 700 of the characters in `ranges`, first and last of each."""

    file: str
    unicode_range: str
    ranges: tuple[tuple[int, int], ...]

    @property
    def data(self) -> bytes:
        """The WOFF2 file."""
        return (FOLDER / self.file).read_bytes()

    def holds_any(self, codes: set[int]) -> bool:
        """Whether any of these code points is one of the face's."""
        return any(first <= code <= last for code in codes for first, last in self.ranges)


@functools.cache
def list_faces() -> tuple[Face, ...]:
    """All files; where two hold a character, a browser takes the later one."""
    listed = json.loads((FOLDER / "unicode.json").read_text("ascii"))
    return tuple(
        Face(file=f"arimo-{script}-wght-normal.woff2", unicode_range=ranges, ranges=_parse_ranges(ranges))
        for script, ranges in listed.items()
    )


def _parse_ranges(listed: str) -> tuple[tuple[int, int], ...]:
    """``"U+41-5A,U+20AC"`` as pairs of code points."""
    ends = (part.removeprefix("U+").split("-") for part in listed.split(","))
    return tuple((int(end[0], 16), int(end[-1], 16)) for end in ends)


def choose_faces(text: str) -> tuple[Face, ...]:
    """The files that a browser needs to show `text`, always with that of plain Latin.

    Examples
    --------
    >>> [face.file for face in choose_faces("Москва 1999")]
    ['arimo-cyrillic-wght-normal.woff2', 'arimo-latin-wght-normal.woff2']
    >>> [face.file for face in choose_faces("政府")]  # which no face holds
    ['arimo-latin-wght-normal.woff2']
    """
    codes = {*map(ord, text), ord(" ")}
    return tuple(face for face in list_faces() if face.holds_any(codes))


def write_style_sheet(text: str | None = None) -> str:
    """The rules for pages and pictures with `text`, or with any, the files in them; HTML and XML take them as they are.

    Text in drawings is set as wide as it is meant to be, however a machine fits letters to its dots.
    """
    return "".join(map(_write_rule, list_faces() if text is None else choose_faces(text))) + _EXACT


def write_face_script(text: str) -> str:
    """A script that adds the faces for `text` to a page at once, so that whatever stands after it may measure."""
    listed = [[face.unicode_range, _encode(face)] for face in choose_faces(text)]
    return _ADD % (json.dumps(listed), FAMILY, _EXACT)


_EXACT: Final = "svg text{text-rendering:geometricPrecision}"

_ADD: Final = """for (const [unicodeRange, data] of %s) {
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  document.fonts.add(new FontFace("%s", bytes, { weight: "400 700", unicodeRange }));
}
document.head.append(Object.assign(document.createElement("style"), { textContent: "%s" }));
"""


def _encode(face: Face) -> str:
    return base64.b64encode(face.data).decode("ascii")


@functools.cache
def _write_rule(face: Face) -> str:
    return (
        f"@font-face{{font-family:{FAMILY};font-weight:400 700;font-display:block;unicode-range:{face.unicode_range};"
        f"src:url(data:font/woff2;base64,{_encode(face)}) format('woff2')}}\n"
    )
