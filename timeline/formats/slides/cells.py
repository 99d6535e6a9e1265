"""What the tables of slides share: the line under a cell."""

from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

__all__ = ["underline_cell"]


def underline_cell(cell: Any, *, strong: bool) -> None:
    """Draw a line under a cell, which python-pptx has no call for."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    line = etree.SubElement(properties, qn("a:lnB"), w=str(19050 if strong else 6350))
    colour = etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:schemeClr"), val="tx1")
    for tag, share in (("a:lumMod", "10000"), ("a:lumOff", "45000")):
        etree.SubElement(colour, qn(tag), val=share)
