"""What every Office file needs: text that XML has a place for, room for any font, a zip without the clock in it."""

import datetime as dt
import io
import unicodedata
import zipfile
from typing import Final

__all__ = ["EPOCH", "PANOSE", "PIXEL", "clean_xml_text", "measure_stretch", "repack"]

EPOCH: Final = dt.date(1980, 1, 1)
"""The first day that a zip file knows."""

PIXEL: Final = 9525
"""EMU a pixel: layouts count 96 to the inch, so that a slide 13.33 inches wide is 1280 pixels."""

PANOSE: Final = "020B0604020202020204"
"""Arial's number in the PANOSE classification of shapes, by which an office program looks for what is like our typeface
where that is not installed: it is as wide, and is there."""

_ANY: Final = 1.15
"""What any font is taken for. DejaVu Sans, which takes the place of a missing one on many a Linux machine, runs 1.14
times as wide as Arial in the mean of 177 titles and 1.18 times in the widest; `measure_text` adds 3 %."""
_WIDER: Final = {"consolas": 1.16, "courier new": 1.27, "dejavu serif": 1.16, "montserrat": 1.17, "verdana": 1.17}
"""Mean width of running English against Arial's, of usual fonts that run wider than that."""

_APP: Final = "docProps/app.xml"
_PROGRAM: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Briefing Timeline</Application></Properties>"
)


def repack(data: bytes, *, keep: bool = False) -> bytes:
    """The zip file `data` with every part dated `EPOCH`, so that the same content gives the same bytes.

    What a template's properties say of program, company and the titles of its sample pages is gone, unless it is to be
    kept, as in a file that is a user's own.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            part = _PROGRAM if item.filename == _APP and not keep else old.read(item)
            new.writestr(zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def clean_xml_text(text: str) -> str:
    r"""`text` on one line, without characters that XML has no place for.

    Examples
    --------
    >>> clean_xml_text("two\x0blines \x00")
    'two lines \ufffd'
    """
    return "".join(
        "\ufffd" if unicodedata.category(c) in {"Cc", "Cs"} or c in "\ufffe\uffff" else c
        for c in " ".join(text.split())
    )


def measure_stretch(family: str) -> float:
    """How many times as wide as Arial a font runs, or whatever is shown in its place.

    Examples
    --------
    >>> measure_stretch("Calibri"), measure_stretch("Verdana"), measure_stretch("Acme Grotesk")
    (1.15, 1.17, 1.15)
    """
    return _WIDER.get(family.strip().lower(), _ANY)
