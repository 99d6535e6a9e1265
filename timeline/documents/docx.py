"""The bytes of a Word document -> its text as a document: headings marked by ``#``, list items by ``-``.

The dates in its properties are those of the file, not of the text, and are not used.
"""

import io
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import docx
import docx.document
import lxml.etree
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn
from docx.table import Table

from timeline.documents.document import Document
from timeline.documents.timing import limit_time
from timeline.documents.zip import BROKEN, check_archive
from timeline.errors import DocumentError

__all__ = ["read_docx"]

# What python-docx raises for files that are broken, or that are no Word documents.
_BROKEN = (
    *BROKEN,
    OpcError,
    PythonDocxError,
    XmlchemyError,
    lxml.etree.LxmlError,
    LookupError,
    AttributeError,
    TypeError,
    AssertionError,
)


def read_docx(data: bytes) -> list[Document]:
    """The text of the Word document in `data`, a blank line between paragraphs, the cells of a table row on one line.

    Raises
    ------
    DocumentError
        If `data` is no Word document (.docx), is broken, or unpacks to more than any text would.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_archive(archive)
        word = docx.Document(io.BytesIO(data))
        _unwrap(word.element.body)
        text = "\n\n".join(_list_paragraphs(word))
        title = (word.core_properties.title or "").strip()
    except _BROKEN as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError("no Word document that can be read: open it in Word and save it as .docx again") from error
    return [Document(text=unicodedata.normalize("NFC", text), title=unicodedata.normalize("NFC", title))]


def _unwrap(body: Any) -> None:
    """Put what stands in fields to fill in, and what was inserted as a tracked change, where python-docx looks."""
    for wrapper in limit_time(list(body.iter(*map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:smartTag"))))):
        for part in list(wrapper):
            wrapper.addprevious(part)
        wrapper.getparent().remove(wrapper)


def _list_paragraphs(word: docx.document.Document) -> Iterator[str]:
    styles = {style.style_id: style.name or "" for style in word.styles}
    for part in limit_time(word.iter_inner_content()):
        if isinstance(part, Table):
            rows = limit_time(part._tbl.tr_lst)  # noqa: SLF001  `row.cells` gives a cell for every column it claims to span
            yield "\n".join(text for row in rows if (text := " | ".join(_list_cells(row.tc_lst))))
        elif text := " ".join(part.text.split()):
            yield _choose_mark(styles.get(part._p.style or "", "")) + text  # noqa: SLF001  `part.style` searches all styles


def _list_cells(cells: Sequence[Any]) -> Iterator[str]:
    """The texts of the elements `cells` that hold some, with those of the tables within them."""
    for cell in cells:
        text = " ".join(" ".join(paragraph.text for paragraph in cell.iter(qn("w:p"))).split())
        if text:
            yield text


def _choose_mark(style: str) -> str:
    """The mark of a heading or list item, by the name of the paragraph's `style`."""
    if style == "Title" or style.startswith("Heading"):
        return "# " if style in {"Title", "Heading 1"} else "## "
    return "- " if style.startswith("List") else ""
