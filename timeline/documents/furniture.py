"""What stands around an article and is not it: front matter, share bars, related articles, comment prompts, adverts."""

import dataclasses

__all__ = ["Furniture", "find_furniture", "main_text"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of text that is not the article; `kind` says what it is ("front matter", "related", "share", ...)."""

    start: int
    end: int
    kind: str


def find_furniture(text: str) -> list[Furniture]:
    """The stretches of `text` that are not the article, in order, not overlapping; empty where all of it is."""
    raise NotImplementedError


def main_text(text: str) -> str:
    """`text` with its furniture blanked out: same length, so every offset of the one holds in the other."""
    raise NotImplementedError
