"""A template's theme and masters -> how wide its fonts run, so that what `layout` measures in Arial fits in them too.

Only names are looked at: the fonts of whoever opens the slides are not on this machine.
"""

from typing import Any, Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

__all__ = ["body_stretch", "head_stretch", "stretch"]

_UNKNOWN: Final = 1.12
"""What a font is taken for that is not listed: wider than nine in ten."""

_NO_WIDER: Final = frozenset(
    {
        "", "aptos", "aptos display", "arial", "arial narrow", "arimo", "calibri", "calibri light", "cambria",
        "candara", "carlito", "constantia", "corbel", "franklin gothic book", "garamond", "gill sans mt", "helvetica",
        "helvetica neue", "lato", "liberation sans", "liberation serif", "palatino linotype", "roboto", "segoe ui",
        "segoe ui light", "source sans pro", "tahoma", "times new roman", "trebuchet ms",
    }
)  # fmt: skip
_WIDER: Final = {
    "consolas": 1.16, "courier new": 1.27, "dejavu sans": 1.13, "dejavu serif": 1.16, "georgia": 1.06,
    "ibm plex sans": 1.06, "inter": 1.07, "montserrat": 1.17, "noto sans": 1.07, "open sans": 1.07, "verdana": 1.17,
}  # fmt: skip
"""Mean width of running English against Arial's."""


def stretch(family: str) -> float:
    """How many times as wide as Arial a font runs; never less than 1, since room to spare does no harm.

    Examples
    --------
    >>> stretch("Calibri"), stretch("Verdana"), stretch("Acme Grotesk")
    (1.0, 1.17, 1.12)
    """
    name = family.strip().lower()
    return 1.0 if name in _NO_WIDER else _WIDER.get(name, _UNKNOWN)


def body_stretch(master: Any) -> float:
    """That of the theme's font for text."""
    return stretch(_family(master, "minorFont"))


def head_stretch(master: Any) -> float:
    """That of the font of titles: the one that the master names, else the theme's for headings."""
    named = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}/{qn('a:latin')}")
    family = "" if named is None else str(named.get("typeface") or "")
    if not family or family.startswith("+"):
        family = _family(master, "minorFont" if family == "+mn-lt" else "majorFont")
    return stretch(family)


def _family(master: Any, tag: str) -> str:
    theme = etree.fromstring(master.part.part_related_by(RT.THEME).blob)
    latin = theme.find(f".//{qn('a:fontScheme')}/{qn(f'a:{tag}')}/{qn('a:latin')}")
    return "" if latin is None else str(latin.get("typeface") or "")
