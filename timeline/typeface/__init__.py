"""The one typeface that everything is drawn in: its files, its names in style sheets, and how wide its letters run.

It travels with the package, so that a picture is the same on every machine, and what `layout` measures is what a
browser draws. Arimo: as wide as Arial letter by letter, so that a slide opened where only Arial is keeps every line,
with real weights from 400 to 700 in one file, figures of one width, and Latin, Greek, Cyrillic and Hebrew in 212 KB.
"""

from timeline.typeface.faces import FAMILY, FOLDER, FONT_STACK, SCRIPT, Face, face_script, faces, faces_for, style_sheet
from timeline.typeface.widths import Weight, advances, lacking_advances

__all__ = [
    "FAMILY",
    "FOLDER",
    "FONT_STACK",
    "SCRIPT",
    "Face",
    "Weight",
    "advances",
    "face_script",
    "faces",
    "faces_for",
    "lacking_advances",
    "style_sheet",
]
