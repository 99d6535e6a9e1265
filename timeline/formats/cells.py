"""What a spreadsheet cell may hold: lists of names as text, and text that no spreadsheet takes for a formula.

Both ways round: whatever is written reads back unchanged.
"""

import re
from collections.abc import Iterable

__all__ = ["defuse", "join_names", "refuse_cell", "split_names"]

# OWASP, "CSV Injection": a cell that opens with one of these is run as a formula by Excel, LibreOffice or Sheets.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")


def defuse(text: str) -> str:
    """`text` with a leading apostrophe where a spreadsheet would run it as a formula.

    Text that already opens with an apostrophe before such a character gets one more, so that `refuse_cell` undoes it.

    Examples
    --------
    >>> defuse("=HYPERLINK(1)"), defuse("-5 % in a day"), defuse("U.S. ban"), defuse("'=1")
    ("'=HYPERLINK(1)", "'-5 % in a day", 'U.S. ban', "''=1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def refuse_cell(text: str) -> str:
    """The text that `defuse` was given: the inverse of it.

    Examples
    --------
    >>> refuse_cell("'=1"), refuse_cell("'tis the season"), refuse_cell("''=1")
    ('=1', "'tis the season", "'=1")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def join_names(names: Iterable[str]) -> str:
    r"""`names` as one cell, separated by ``"; "``; a semicolon or backslash within a name gets a backslash before it.

    Examples
    --------
    >>> join_names(["Nvidia", "Procter; Gamble"])
    'Nvidia; Procter\\; Gamble'
    """
    return "; ".join(name.replace("\\", "\\\\").replace(";", "\\;") for name in names)


def split_names(cell: str) -> list[str]:
    r"""The names in a cell, spaces around them removed; no cell raises.

    Examples
    --------
    >>> split_names("Nvidia;China ; "), split_names(r"Procter\; Gamble"), split_names(r"AC\DC")
    (['Nvidia', 'China'], ['Procter; Gamble'], ['AC\\DC'])
    """
    if "\\" not in cell:
        return [name for part in cell.split(";") if (name := part.strip())]
    parts = re.findall(r"(?:\\[\\;]|[^;])+", cell, flags=re.DOTALL)
    return [name for part in parts if (name := re.sub(r"\\([\\;])", r"\1", part).strip())]
