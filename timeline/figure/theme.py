"""The colours of paper and ink, light and dark. Text keeps 4.5:1 on its background, marks 3:1."""

import dataclasses

from timeline.errors import DrawingError

__all__ = ["Theme", "blend_colour", "find_theme"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Hex colours: `paper` behind everything, `ink` for text, `quiet` for the words of axis and legend.

    `grid` is for gridlines, `line` for axis and borders. `band` is the opacity of the band over a date that is not
    known to the day; on dark paper the same opacity looks fainter.
    """

    paper: str
    ink: str
    quiet: str
    grid: str
    line: str
    band: float


_THEMES = {
    "light": Theme(paper="#FFFFFF", ink="#1F2328", quiet="#5B6169", grid="#ECEEF0", line="#C4C9CE", band=0.28),
    "dark": Theme(paper="#0E1117", ink="#E6E8EB", quiet="#A3A9B2", grid="#20252D", line="#3D444D", band=0.45),
}


def find_theme(name: str) -> Theme:
    """The theme called ``"light"`` or ``"dark"``.

    Raises
    ------
    DrawingError
        For any other name.
    """
    if name not in _THEMES:
        raise DrawingError(f"unknown theme {name!r}; there are {', '.join(_THEMES)}")
    return _THEMES[name]


def blend_colour(colour: str, paper: str, share: float) -> str:
    """`colour` at `share` opacity on `paper` as an opaque colour, so that what lies under it does not tint it.

    Examples
    --------
    >>> blend_colour("#000000", "#FFFFFF", 0.2)
    '#CCCCCC'
    """
    pairs = [(int(colour[i : i + 2], 16), int(paper[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)
