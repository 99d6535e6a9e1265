"""Office files are zip files, and zip files hold the clock: the same content packed again without it."""

import datetime as dt
import io
import zipfile
from typing import Final

__all__ = ["EPOCH", "repack"]

EPOCH: Final = dt.date(1980, 1, 1)
"""The first day that a zip file knows."""


def repack(data: bytes) -> bytes:
    """The zip file `data` with every part dated `EPOCH`, so that the same content gives the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0)), old.read(item), zipfile.ZIP_DEFLATED)
    return content.getvalue()
