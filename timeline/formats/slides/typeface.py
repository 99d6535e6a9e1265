"""A template's theme and masters -> how wide its fonts run, so that what `layout` measures in Arial fits in them too.

Only names are looked at: the fonts of whoever opens the slides are not on this machine.
"""

from typing import Any, Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from timeline.formats.office import measure_stretch

__all__ = ["measure_body_stretch", "measure_head_stretch"]

_BOLD: Final = 1.05
"""How much more bold letters of DejaVu Sans differ from Arial's: 1.19 times as wide in the mean, 1.25 in the widest."""


def measure_body_stretch(master: Any) -> float:
    """That of the theme's font for text."""
    return measure_stretch(_find_family(master, "minorFont"))


def measure_head_stretch(master: Any) -> float:
    """That of the font of titles, in bold: the one that the master names, else the theme's for headings."""
    named = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}/{qn('a:latin')}")
    family = "" if named is None else str(named.get("typeface") or "")
    if not family or family.startswith("+"):
        family = _find_family(master, "minorFont" if family == "+mn-lt" else "majorFont")
    return measure_stretch(family) * _BOLD


def _find_family(master: Any, tag: str) -> str:
    theme = etree.fromstring(master.part.part_related_by(RT.THEME).blob)
    latin = theme.find(f".//{qn('a:fontScheme')}/{qn(f'a:{tag}')}/{qn('a:latin')}")
    return "" if latin is None else str(latin.get("typeface") or "")
