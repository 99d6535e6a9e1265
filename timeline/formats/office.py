"""What every Office file needs: text that XML has a place for, and a zip file without the clock in it."""

import datetime as dt
import io
import unicodedata
import zipfile
from typing import Final

__all__ = ["EPOCH", "repack", "xml_text"]

EPOCH: Final = dt.date(1980, 1, 1)
"""The first day that a zip file knows."""


def repack(data: bytes) -> bytes:
    """The zip file `data` with every part dated `EPOCH`, so that the same content gives the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0)), old.read(item), zipfile.ZIP_DEFLATED)
    return content.getvalue()


def xml_text(text: str) -> str:
    r"""`text` on one line, without characters that XML has no place for.

    Examples
    --------
    >>> xml_text("two\x0blines \x00")
    'two lines \ufffd'
    """
    return "".join(
        "\ufffd" if unicodedata.category(c) in {"Cc", "Cs"} or c in "\ufffe\uffff" else c
        for c in " ".join(text.split())
    )
