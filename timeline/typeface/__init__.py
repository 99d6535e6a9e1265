"""The one typeface that everything is drawn in: its files, its names in style sheets, and how wide its letters run.

It travels with the package, so that a picture is the same on every machine, and what `layout` measures is what a
browser draws. Arimo: as wide as Arial letter by letter, so that a slide opened where only Arial is keeps every line,
with real weights from 400 to 700 in one file, figures of one width, and Latin, Greek, Cyrillic and Hebrew in 212 KB.
"""

from timeline.typeface.faces import (
    FAMILY,
    FOLDER,
    FONT_STACK,
    SCRIPT,
    Face,
    choose_faces,
    list_faces,
    write_face_script,
    write_style_sheet,
)
from timeline.typeface.widths import Weight, load_advances, load_lacking_advances

__all__ = [
    "FAMILY",
    "FOLDER",
    "FONT_STACK",
    "SCRIPT",
    "Face",
    "Weight",
    "choose_faces",
    "list_faces",
    "load_advances",
    "load_lacking_advances",
    "write_face_script",
    "write_style_sheet",
]
