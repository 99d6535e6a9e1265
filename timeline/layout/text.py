"""Text -> its width in pixels and its lines: what lets labels be placed before anything is drawn.

In: any string, a hand-made table's worst among them. Out: widths from a shipped table of one open font's advances,
and lines that fit a width. It refuses to draw, and to trust: controls and direction overrides never reach a label.
"""

import functools
import itertools
import json
import unicodedata
from importlib import resources
from typing import Final

__all__ = ["BOLD", "FONT_STACK", "clean", "text_width", "wrap"]

FONT_STACK: Final = "Liberation Sans, Arial, Helvetica, sans-serif"
"""Fonts that share the advance widths of the shipped table; where none is there, `SAFETY` takes up the difference."""

SAFETY: Final = 1.03
"""Browsers draw Latin up to 0.8 % wider than the advances add up to (hinting, rounding); measured in Chromium."""

LEAST_SHOWN: Final = 24
"""An ellipsis never comes before this many visible characters."""

BOLD: Final = 1.08
"""How many times as wide bold letters run."""

_WIDE: Final = 1000
_EMOJI: Final = 1400
_UNKNOWN: Final = 700
_READ_AT_MOST: Final = 400


@functools.cache
def _advances() -> dict[str, int]:
    """Advance width in thousandths of the font size for each character of the shipped table."""
    stored = json.loads(resources.files("timeline.layout").joinpath("widths.json").read_text("utf-8"))
    return {char: int(width) for width, chars in stored["widths"].items() for char in chars}


@functools.lru_cache(maxsize=4096)
def _advance(char: str) -> int:
    """The width of `char`; what the font lacks falls back on another, so it is taken for the widest usual."""
    known = _advances().get(char)
    if known is not None:
        return known
    category = unicodedata.category(char)
    if category in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return _EMOJI if category == "So" else _WIDE
    return _EMOJI if category == "So" else _UNKNOWN


@functools.lru_cache(maxsize=4096)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of `text` in pixels at `size` pixels, with a margin of 3 % for other renderers.

    Examples
    --------
    >>> round(text_width("Nvidia", 13))
    37
    >>> round(text_width("政府批准", 10), 1)  # each a square of the font size
    41.2
    """
    advances = sum(map(_advance, text))
    return advances * size * SAFETY * (BOLD if bold else 1.0) / 1000


def clean(text: str) -> str:
    r"""`text` as one line of visible characters: white space folded, controls and direction overrides removed.

    Examples
    --------
    >>> clean("two\n  lines")
    'two lines'
    >>> clean("safe\u202etxt.exe")
    'safetxt.exe'
    """
    read = text[: 4 * _READ_AT_MOST]
    if not (read.isascii() and read.isprintable()):
        read = "".join(char for char in read if char.isspace() or not _hides(char))
    return " ".join(read.split())


def _hides(char: str) -> bool:
    """Whether `char` is not seen, or turns the direction of what follows; the joiners of emoji and letters may stay."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"} and char not in "\u200d\u200c"


@functools.lru_cache(maxsize=4096)
def wrap(text: str, size: float, width: float, lines: int = 2) -> tuple[str, ...]:
    """`text` cleaned and broken into at most `lines` lines of `width` pixels at `size` pixels.

    What does not fit ends in an ellipsis, but never before 24 visible characters: then the lines run over `width`.
    Words are broken only where one is longer than a line, and between the characters of scripts without spaces.

    Examples
    --------
    >>> wrap("Trump administration unveiled its AI Action Plan", 13, 190)
    ('Trump administration', 'unveiled its AI Action Plan')
    >>> wrap("Donaudampfschifffahrtsgesellschaftskapitän", 13, 150)
    ('Donaudampfschifffahrtsg', 'esellschaftskapitän')
    >>> wrap("Trump administration unveiled its AI Action Plan", 13, 190, lines=1)
    ('Trump administration unveile…',)
    >>> wrap("", 13, 190)
    ()
    """
    cleaned = clean(text)
    if not cleaned:
        return ()
    if lines > 1 and len(cleaned) <= _READ_AT_MOST and (balanced := _two_lines(cleaned, size, width)):
        return balanced
    rest = cleaned[:_READ_AT_MOST]
    done: list[str] = []
    while rest and len(done) < lines - 1:
        line, rest = _first_line(rest, size, width)
        done.append(line)
    if rest:
        shown = sum(len(line.replace(" ", "")) for line in done)
        cut = len(cleaned) > _READ_AT_MOST
        done.append(_last_line(rest, size, width, LEAST_SHOWN - shown, cut=cut))
    return tuple(done)


def _two_lines(text: str, size: float, width: float) -> tuple[str, ...]:
    """`text` on one line, or on two of nearly the same width, where it fits whole; else nothing."""
    room = width * 1000 / (size * SAFETY)
    reached = list(itertools.accumulate(map(_advance, text)))
    whole = reached[-1]
    if whole <= room:
        return (text,)
    if whole > 2 * room:
        return ()
    spaces = [place for place, char in enumerate(text) if char == " "]
    best = min(spaces, key=lambda place: max(reached[place - 1], whole - reached[place]), default=0)
    if not best or max(reached[best - 1], whole - reached[best]) > room:
        return ()
    return text[:best], text[best + 1 :]


def _first_line(text: str, size: float, width: float) -> tuple[str, str]:
    """As much of `text` as fits `width`, and the rest."""
    room = _fitting(text, size, width)
    if room >= len(text):
        return text, ""
    space = text.rfind(" ", 0, room + 1)
    if space > 0 and not _breaks_anywhere(text[room - 1]):
        return text[:space], text[space + 1 :]
    room = max(room, 1)
    return text[:room].rstrip(), text[room:].lstrip()


def _breaks_anywhere(char: str) -> bool:
    """Scripts without spaces break between any two characters."""
    return unicodedata.east_asian_width(char) in {"W", "F"}


def _last_line(text: str, size: float, width: float, least: int, *, cut: bool) -> str:
    """`text`, or as much of it as fits with an ellipsis, and at least `least` visible characters."""
    if not cut and text_width(text, size) <= width:
        return text
    room = max(_fitting(text, size, width - text_width("…", size)), _visible_prefix(text, least))
    if room >= len(text) and not cut:
        return text
    return text[:room].rstrip() + "…"


def _fitting(text: str, size: float, width: float) -> int:
    """How many characters of `text` fit into `width`."""
    room = width * 1000 / (size * SAFETY)
    used = 0.0
    for count, char in enumerate(text):
        used += _advance(char)
        if used > room:
            return count
    return len(text)


def _visible_prefix(text: str, count: int) -> int:
    """The length of the shortest prefix with `count` characters other than spaces."""
    seen = 0
    for place, char in enumerate(text):
        if seen >= count:
            return place
        seen += char != " "
    return len(text)
