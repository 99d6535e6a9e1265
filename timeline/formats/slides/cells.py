"""What the tables of slides share: the line under a cell, and which row is which event's."""

import zlib
from collections.abc import Sequence
from typing import Any, Final

from lxml import etree
from pptx.oxml.ns import qn

__all__ = ["carry_number", "carry_rows", "make_row_number", "read_row_number", "underline_cell"]

_ROW_ID: Final = "http://schemas.microsoft.com/office/drawing/2014/main"
_ROW_EXTENSION: Final = "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}"


def carry_rows(table: Any, event_ids: Sequence[str]) -> None:
    """Let each row of `table` below its head carry its event: by the number that PowerPoint keeps of every row."""
    for row, event_id in zip(list(table.rows)[1:], event_ids, strict=True):
        carry_number(row, make_row_number(event_id))


def carry_number(row: Any, number: int) -> None:
    """Let a row carry `number`, in place of any other."""
    found = row._tr.find(f".//{{{_ROW_ID}}}rowId")  # noqa: SLF001
    if found is None:
        extension = etree.SubElement(etree.SubElement(row._tr, qn("a:extLst")), qn("a:ext"), uri=_ROW_EXTENSION)  # noqa: SLF001
        found = etree.SubElement(extension, f"{{{_ROW_ID}}}rowId", nsmap={"a16": _ROW_ID})
    found.set("val", str(number))


def make_row_number(event_id: str) -> int:
    """The number of the row of an event."""
    return zlib.crc32(event_id.encode("utf-8", "surrogatepass"))


def read_row_number(row: Any) -> int | None:
    """The number that a row carries; None where a program dropped it."""
    found = row._tr.find(f".//{{{_ROW_ID}}}rowId")  # noqa: SLF001
    value = "" if found is None else str(found.get("val"))
    return int(value) if value.isdecimal() else None


def underline_cell(cell: Any, *, strong: bool) -> None:
    """Draw a line under a cell, which python-pptx has no call for."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    line = etree.SubElement(properties, qn("a:lnB"), w=str(19050 if strong else 6350))
    colour = etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:schemeClr"), val="tx1")
    for tag, share in (("a:lumMod", "10000"), ("a:lumOff", "45000")):
        etree.SubElement(colour, qn(tag), val=share)
