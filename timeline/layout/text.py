"""Text -> its width in pixels and its lines: what lets labels be placed before anything is drawn.

In: any string, a hand-made table's worst among them. Out: widths from the advances of the typeface that we ship, and
lines that fit a width. It refuses to draw, and to trust: controls and direction overrides never reach a label.
"""

import functools
import itertools
import unicodedata
from collections.abc import Iterable
from typing import Final

from timeline.typeface import Weight, load_advances, load_lacking_advances

__all__ = ["clean_text", "guess_width", "is_whole", "measure_text", "wrap"]

SAFETY: Final = 1.03
"""Chromium draws short words up to 1.3 % wider than the advances add up to (rounding), Arabic 1.6 %."""

LEAST_SHOWN: Final = 24
"""An ellipsis never comes before this many visible characters."""

_WIDE: Final = 1000
_EMOJI: Final = 1400
_SIGN: Final = 850
_UNKNOWN: Final = 750
"""The box that a browser draws for what no font has; the letters of other scripts are hardly wider."""

_BOLDER: Final = 1.16
"""How many times as wide bold letters run that the typeface lacks: Arabic in DejaVu Sans, the widest measured."""

_READ_AT_MOST: Final = 400


class _Widths(dict[str, float]):
    """The width of each character in thousandths of the type size; what the typeface lacks is added when it comes."""

    def __init__(self, weight: Weight) -> None:
        super().__init__(load_advances(weight))
        self.bolder = 1.0 if weight == Weight.REGULAR else _BOLDER

    def __missing__(self, char: str) -> float:
        self[char] = width = load_lacking_advances().get(char, guess_width(char)) * self.bolder
        return width


_widths = functools.cache(_Widths)


def guess_width(char: str) -> int:
    r"""What a character is taken for that the typeface lacks: whichever font draws it, it is hardly wider.

    Examples
    --------
    >>> [guess_width(char) for char in "政🙂→ก"]
    [1000, 1400, 850, 750]
    >>> guess_width("\N{DEVANAGARI VOWEL SIGN E}")  # over its letter, or a box of its own where no font has it
    750
    """
    category = unicodedata.category(char)
    if category in {"Cf", "Cc"} or "VARIATION SELECTOR" in unicodedata.name(char, ""):
        return 0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return _EMOJI if category == "So" else _WIDE
    return {"So": _EMOJI, "Sm": _SIGN}.get(category, _UNKNOWN)


@functools.lru_cache(maxsize=4096)
def measure_text(text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
    """The width of one line of `text` in pixels at `size` pixels, with a margin of 3 % for other renderers.

    Examples
    --------
    >>> round(measure_text("Nvidia", 13))
    37
    >>> round(measure_text("政府批准", 10), 1)  # each a square of the font size
    41.2
    """
    return sum(map(_widths(weight).__getitem__, text)) * size * SAFETY / 1000


def is_whole(lines: Iterable[str], title: str) -> bool:
    """Whether `lines` say all of `title`, wherever it is broken.

    Examples
    --------
    >>> is_whole(["The council approved", "the pier"], "The council  approved the pier"), is_whole(["The…"], "The pier")
    (True, False)
    """
    return "".join(lines).replace(" ", "") == clean_text(title).replace(" ", "")


def clean_text(text: str) -> str:
    r"""`text` as one line of visible characters: white space folded, controls and direction overrides removed.

    Examples
    --------
    >>> clean_text("two\n  lines")
    'two lines'
    >>> clean_text("safe\u202etxt.exe")
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
def wrap(
    text: str, size: float, width: float, lines: int = 2, weight: Weight = Weight.REGULAR, indent: float = 0.0
) -> tuple[str, ...]:
    """`text` cleaned and broken into at most `lines` lines of `width` pixels at `size` pixels.

    The first line begins `indent` pixels in. What does not fit ends in an ellipsis, but never before 24 visible
    characters: then the lines run over `width`. Words are broken only where one is longer than a line, and between the
    characters of scripts without spaces.

    Examples
    --------
    >>> wrap("Trump administration unveiled its AI Action Plan", 13, 190)
    ('Trump administration', 'unveiled its AI Action Plan')
    >>> wrap("Donaudampfschifffahrtsgesellschaftskapitän", 13, 150)
    ('Donaudampfschifffahrtsg', 'esellschaftskapitän')
    >>> wrap("Trump administration unveiled its AI Action Plan", 13, 190, lines=1)
    ('Trump administration unveile…',)
    >>> wrap("Trump administration unveiled its AI Action Plan", 13, 250, indent=45)
    ('Trump administration', 'unveiled its AI Action Plan')
    >>> wrap("", 13, 190)
    ()
    """
    cleaned = clean_text(text)
    if not cleaned:
        return ()
    room, before = (pixels * 1000 / (size * SAFETY) for pixels in (width, indent))
    if lines > 1 and len(cleaned) <= _READ_AT_MOST and (balanced := _wrap_in_two(cleaned, room, weight, before)):
        return balanced
    rest = cleaned[:_READ_AT_MOST]
    done: list[str] = []
    while rest and len(done) < lines - 1:
        line, rest = _take_first_line(rest, room - before * (not done), weight)
        done.append(line)
    if rest:
        shown = sum(len(line.replace(" ", "")) for line in done)
        cut = len(cleaned) > _READ_AT_MOST
        done.append(_fit_last_line(rest, room - before * (not done), weight, LEAST_SHOWN - shown, cut=cut))
    return tuple(done)


# From here on `room` is what a line holds in thousandths of the type size.


def _wrap_in_two(text: str, room: float, weight: Weight, before: float) -> tuple[str, ...]:
    """`text` after what stands before it, on one line or on two of nearly the same width; nothing if it is cut."""
    reached = list(itertools.accumulate(map(_widths(weight).__getitem__, text)))
    whole = reached[-1]
    if before + whole <= room:
        return (text,)
    if before + whole > 2 * room:
        return ()
    spaces = [place for place, char in enumerate(text) if char == " "]
    best = min(spaces, key=lambda place: max(before + reached[place - 1], whole - reached[place]), default=0)
    if not best or max(before + reached[best - 1], whole - reached[best]) > room:
        return ()
    return text[:best], text[best + 1 :]


def _take_first_line(text: str, room: float, weight: Weight) -> tuple[str, str]:
    """As much of `text` as there is room for, and the rest."""
    count = _count_fitting(text, room, weight)
    if count >= len(text):
        return text, ""
    space = text.rfind(" ", 0, count + 1)
    if space > 0 and not _can_break_anywhere(text[count - 1]):
        return text[:space], text[space + 1 :]
    count = max(count, 1)
    return text[:count].rstrip(), text[count:].lstrip()


def _can_break_anywhere(char: str) -> bool:
    """Scripts without spaces break between any two characters."""
    return unicodedata.east_asian_width(char) in {"W", "F"}


def _fit_last_line(text: str, room: float, weight: Weight, least: int, *, cut: bool) -> str:
    """`text`, or as much of it as there is room for with an ellipsis, and at least `least` visible characters."""
    count = _count_fitting(text, room, weight)
    if count >= len(text) and not cut:
        return text
    count = max(_count_fitting(text, room - _widths(weight)["…"], weight), _measure_visible_prefix(text, least))
    if count >= len(text) and not cut:
        return text
    return text[:count].rstrip() + "…"


def _count_fitting(text: str, room: float, weight: Weight) -> int:
    """How many characters of `text` there is room for."""
    widths = _widths(weight)
    used = 0.0
    for count, char in enumerate(text):
        used += widths[char]
        if used > room:
            return count
    return len(text)


def _measure_visible_prefix(text: str, count: int) -> int:
    """The length of the shortest prefix with `count` characters other than spaces."""
    seen = 0
    for place, char in enumerate(text):
        if seen >= count:
            return place
        seen += char != " "
    return len(text)
