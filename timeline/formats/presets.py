"""What a file is for -> the format that serves it, and how it is written: the same in the app and in the commands."""

import dataclasses
from typing import Any, Final

__all__ = ["PRESETS", "Preset"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A purpose: what it is called in a menu, its format, and the options of that."""

    what: str
    suffix: str
    options: dict[str, Any] = dataclasses.field(default_factory=dict)


PRESETS: Final = {
    "slide": Preset(what="One slide", suffix=".pptx", options={"slides": 1}),
    "deck": Preset(what="Deck", suffix=".pptx"),
    "handout": Preset(what="Handout", suffix=".docx"),
    "data": Preset(what="Data", suffix=".xlsx"),
}
"""Every purpose by the word that the command line takes."""
