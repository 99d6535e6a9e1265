"""The chart as a page with real text, under its own name, without what the browser says of itself."""

import io
from typing import Final

import pypdf

from timeline.formats.office import clean_xml_text
from timeline.formats.picture import make_picture_writer

__all__ = ["write"]

_LONGEST: Final = 255


def _set_title(page: bytes, title: str) -> bytes:
    """`page` with `title` as all that its properties say."""
    pages = pypdf.PdfWriter(clone_from=io.BytesIO(page))
    pages.pdf_header = "%PDF-1.4"
    pages.metadata = {"/Title": clean_xml_text(title)[:_LONGEST]}
    content = io.BytesIO()
    pages.write(content)
    return content.getvalue()


write = make_picture_writer("pdf", finish=_set_title)
