"""The chart as a page with real text, under its own name, without what the browser says of itself."""

import io
from typing import Final

import pypdf

from timeline.formats.office import xml_text
from timeline.formats.picture import picture_writer

__all__ = ["write"]

_LONGEST: Final = 255


def _name(page: bytes, title: str) -> bytes:
    """`page` with `title` as all that its properties say."""
    pages = pypdf.PdfWriter(clone_from=io.BytesIO(page))
    pages.pdf_header = "%PDF-1.4"
    pages.metadata = {"/Title": xml_text(title)[:_LONGEST]}
    content = io.BytesIO()
    pages.write(content)
    return content.getvalue()


write = picture_writer("pdf", finish=_name)
