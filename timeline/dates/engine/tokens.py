"""Text -> the words and numbers that can be part of a date, each with a class; every other word is a gap.

One compiled expression walks the text once. What comes out is a string with one character a token (its class), which
the grammar's rules are matched against, and beside it the tokens' values and offsets. Nothing is decided here.
"""

import dataclasses
import operator
import re

from timeline.dates.engine import _words

__all__ = ["CODE", "CORE", "GAP", "Tokens", "tokenize"]

_LEXICON: dict[str, dict[str, object]] = {
    "month": dict(_words.MONTHS),
    "month_short": dict(_words.MONTH_ABBREVIATIONS),
    "weekday": dict(_words.WEEKDAYS),
    "weekdays": {f"{word}s": number for word, number in _words.WEEKDAYS.items()},
    "weekday_short": dict(_words.WEEKDAY_ABBREVIATIONS),
    "season": dict(_words.SEASONS),
    "unit": dict(_words.UNITS),
    "units": dict(_words.PLURAL_UNITS),
    "clock_unit": dict(_words.CLOCK_UNITS),
    "daypart": dict(_words.PARTS_OF_DAY),
    "dayparts": dict(_words.PLURAL_PARTS_OF_DAY),
    "part": dict(_words.PARTS),
    "boundary": dict(_words.BOUNDARIES),
    "cardinal": {**_words.CARDINALS, **_words.COMPOUND_CARDINALS},
    "ordinal": {**_words.ORDINALS, **_words.COMPOUND_ORDINALS},
    "decade": dict(_words.DECADES),
    "spelled_year": dict(_words.SPELLED_YEARS),
    "vague": dict.fromkeys(_words.VAGUE_NUMBERS, None),
    "direction": dict(_words.DIRECTIONS),
    "shift": dict(_words.SHIFTS),
    "deictic": dict(_words.DEICTIC_DAYS),
    "reference": dict(_words.REFERENCES),
    "repeated": dict(_words.REPEATED),
    "modifier": dict.fromkeys(_words.MODIFIERS, None),
    "holiday": dict(_words.HOLIDAYS),
    "unread": dict.fromkeys(_words.UNREAD, None),
    **{name: dict.fromkeys(words, None) for name, words in _words.GLUE.items()},
}

_NUMBERS = ("day", "number", "year", "figure", "day_ordinal", "century_ordinal", "short_year", "decade_number",
            "clock", "iso", "numeric", "quarter_code", "fiscal_code", "iso_week", "basic", "day_dot", "quarter_year",
            "named_day", "bare_decade")  # fmt: skip
_MARKS = ("gap", "comma", "dash", "stroke", "possessive")

# One character for each class; the grammar's patterns are written in class names and compiled to these.
CODE = {name: chr(0x100 + i) for i, name in enumerate((*_MARKS, *_NUMBERS, *_LEXICON))}
GAP = _GAP = CODE["gap"]
# Classes that hold a date together or narrow it, but do not make one
_LOOSE = (
    *_MARKS,
    *_words.GLUE,
    "figure",
    "number",
    "day",
    "cardinal",
    "ordinal",
    "vague",
    "shift",
    "modifier",
    "part",
    "boundary",
)
_MAKERS = ("ago", "ad", "bc", "former", "future", "half", "overnight", "present", "unit_end", "weekend")
CORE = "".join(code for name, code in CODE.items() if name not in _LOOSE or name in _MAKERS)
_WORDS = {
    word: (CODE[name], value, word in _words.NEEDS_CAPITAL)
    for name, words in _LEXICON.items()
    for word, value in words.items()
}


def _build_trie(words: list[str]) -> str:
    """One expression for all of `words`, which shares their beginnings, so that no word is tried twice."""
    branches: dict[str, list[str]] = {}
    for word in words:
        if word:
            branches.setdefault(word[0], []).append(word[1:])
    ways = [re.escape(head) + _build_trie(tails) for head, tails in sorted(branches.items())]
    if not ways:
        return ""
    joined = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{joined})?" if "" in words else joined


# What a comma or "the" must have after it to count: "the" alone is a fifth of all tokens
_ANY_WORD = _build_trie([word for word in _WORDS if word != "the"])
_MONTH = _build_trie([*_words.MONTHS, *_words.MONTH_ABBREVIATIONS])
_NEXT = rf"(?: ['’\d] | {_ANY_WORD} (?!\w) )"

# One word boundary is tested a place, then letters go to the words and digits to the shapes of numbers. The name of a
# class stands behind what it names: an alternative that begins with a letter or sign is passed over at a glance.
_SCAN = re.compile(
    rf"""
    \b (?:
        (?: {_ANY_WORD} (?!\w) | the (?= \s+ {_NEXT} ) ) (?P<word>)
      | (?= \d) (?:
            (?P<iso_week> (?<![./-]) [12]\d{{3}} -? w (?: 0[1-9] | [1-4]\d | 5[0-3] ) (?: -? [1-7] )? (?![\w-]) )
          | (?P<iso> (?<![./-]) \d{{4}}-\d\d-\d\d
                (?: [t ]\d\d:\d\d (?: :\d\d (?:\.\d+)? )? (?: z | [+-]\d\d:?\d\d )? )? (?![\w-]) )
          | (?P<named_day> (?<![\d/.]) (?: 9/11 (?! [\w/%] | [.,]\d ) | 7/7 (?= \s (?:bomb|attack|terror|survivor) ) ) )
          | (?P<numeric> (?: (?<![./-]) | (?<= [./]\d\d- ) | (?<= [./]\d{{4}}- ) )
                (?: \d{{1,2}} (?P<mark>[/.-]) \d{{1,2}} (?P=mark) (?:\d{{4}}|\d\d)
                  | \d{{4}} (?P<mark2>[/.-]) \d{{1,2}} (?P=mark2) \d{{1,2}} )
                (?! [\w/] | -(?! \d\d? [./] \d ) | [.,]\d ) )
          | (?P<basic> (?<![./:#=_-]) (?:19|20)\d\d (?:0[1-9]|1[0-2]) (?:0[1-9]|[12]\d|3[01]) (?! [\w/:#=-] | [.,]\d ) )
          | (?P<day_dot> (?<![.,$€£#/]) [0-3]?\d \. (?= \s {_MONTH} \b ) )
          | (?P<clock> (?<![.:/$€£])
                (?: [012]?\d [:.] [0-5]\d (?: :[0-5]\d )? \s? (?: [ap]\.m\b\.? | [ap]m\b | (?:hrs?|hours|h)\b )
                  | [01]?\d \s? (?: [ap]\.m\. | [ap]m\b )
                  | [012]?\d : [0-5]\d (?: :[0-5]\d )? (?! [:\d] )
                  | [012]\d[0-5]\d \s? (?: hrs?\b | hours\b | h\b | (?= gmt | utc ) | (?=[ecp][sd]t\b) ) )
                (?: \s? (?: gmt | utc | [ecmp][sd]t | [ecmp]t | bst | cet | cest | jst | ist ) \b
                    (?: \s? [+-] \d{{1,2}} (?: :?\d\d )? )? )? )
          | (?P<decade_number> (?<![.,$€£#/]) \d{{2,3}}0 '? s\b )
          | (?P<bare_decade> (?<! [.,$€£#/'’] ) [2-9]0 s\b )
          | (?P<ordinal_number> (?<![.,$€£#/]) \d{{1,2}} (?: st | nd | rd | th ) \b )
          | (?P<quarter_year> (?: [1-4]q | [12]h ) '? (?: 20 )? \d\d \b )
          | (?P<quarter_digit> [1-4]q \b | [12]h \b )
          | (?P<number> \d+ (?: [.,] \d+ )* ) )
      | (?: q[1-4] | h[12] ) (?: (?: 20\d\d | '\d\d ) \b (?P<year_quarter>) | \b (?P<quarter_code>) )
      | fy \s? '? (?: \d{{4}} | \d\d ) (?: [/-] \d\d )? \b (?P<fiscal_code>) )
  | [-–—] (?P<dash>)
  | / (?P<stroke>)
  | , (?= \s* {_NEXT} ) (?P<comma>)
  | ' (?: (?: (?<=\w') s\b | (?<= [khyr]s' ) (?= \s time\b ) ) (?P<possessive>)
        | \d0 s\b (?P<decade_short>) | \d\d (?![\w'’]) (?P<short_year>) )
    """,
    re.VERBOSE,
)
_KINDS = {"quarter_digit": "quarter_code", "year_quarter": "quarter_year", "decade_short": "decade_number"}


@dataclasses.dataclass(slots=True)
class Tokens:
    """The tokens of one text: `codes` holds one character each, the lists their values and offsets."""

    text: str
    lowered: str
    codes: str
    values: list[object]
    starts: list[int]
    ends: list[int]


# Signs that look alike, and marks that stand on a word without belonging to it
_ALIKE = {
    "İ": "i", "’": "'", "ʼ": "'", "‘": "'", "−": "-", "‒": "-", "‑": "-", "﹣": "-", "―": "—",
    **dict.fromkeys("¹²³⁴⁵⁶⁷⁸⁹⁰†‡\u00a0\u202f\u2009\u200a\u2007", " "),
}  # fmt: skip
# Emphasis of Markdown; links, bold and footnote marks of wikitext
_EMPHASIS = re.compile(
    r"""(?<! [\w*] ) [*_]{1,3} (?= [\w"'(\[] ) | (?<= [\w.,:;!?)"'\]] ) [*_]{1,3} (?! [\w*] )""", re.VERBOSE
)
_WIKITEXT = re.compile(r"'{2,5} | \[\[ (?: [^\[\]|\n]{1,60} \| )? | \]\]", re.VERBOSE)
_FOOTNOTE = re.compile(r"\[[\da-z]{1,3}\]")


def _make_blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def straighten(text: str) -> str:
    """`text` in lower case at the same length, its signs made plain and marks of emphasis blank.

    Examples
    --------
    >>> straighten("İstanbul, 9 MAY* and **3 June** 2019[1]")
    'istanbul, 9 may  and   3 june   2019   '
    """
    if not text.isascii():
        for sign, plain in _ALIKE.items():
            if sign in text:  # a search for one character is far faster than a translation of all
                text = text.replace(sign, plain)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(_make_blank, text)
    if "[[" in text or "''" in text:
        text = _WIKITEXT.sub(_make_blank, text)
    if "[" in text:
        text = _FOOTNOTE.sub(_make_blank, text)
    return text.lower()


def _classify_number(token: str, before: str, after: str) -> tuple[str, object]:
    """The code and value of a plain number: a day, a four-digit year, any other whole number, or a figure."""
    if not token.isdecimal():
        return CODE["figure"], token
    if before in _NO_YEAR_AFTER or after in _NO_YEAR_BEFORE or len(token) > 4:
        return CODE["figure"], token
    value = int(token)
    if len(token) <= 2:
        return CODE["day" if 1 <= value <= 31 else "number"], value
    return CODE["year" if len(token) == 4 and 1000 <= value <= 2199 else "number"], value


# Signs that make a number money, an id, a path or a share.
_NO_YEAR_AFTER = frozenset("$€£¥#.:/_@&=+*'")
_NO_YEAR_BEFORE = frozenset("%$€£°_@=+*#")


_MONTH_NEXT = re.compile(rf"\s(?:of\s)?{_MONTH}\b")
_YEAR_STROKE = re.compile(r"(?<![\d/])(?:19|20)\d\d/$")


def _classify_plain_number(token: str, text: str, lowered: str, start: int, end: int) -> tuple[str, object]:
    """The code and value of a number by the signs and letters it stands between."""
    before = lowered[start - 1] if start else " "
    after = lowered[end] if end < len(lowered) else " "
    if before.isalnum() or after.isalnum() or (before == "-" and start > 1 and text[start - 2].isupper()):
        return CODE["figure"], token
    if before == "/" and len(token) <= 2 and _MONTH_NEXT.match(lowered, end):
        before = " "  # "3/4 May"
    if before == "/" and _YEAR_STROKE.search(lowered, max(0, start - 6), start):
        before = " "  # "2024/25"
    return _classify_number(token, before, after)


def _classify_other(kind: str, token: str, text: str, lowered: str, start: int, end: int) -> tuple[str, object]:
    if kind == "number":
        return _classify_plain_number(token, text, lowered, start, end)
    if kind == "day_dot":
        return (CODE["day_dot"], int(token[:-1])) if 1 <= int(token[:-1]) <= 31 else (CODE["figure"], token)
    if kind == "ordinal_number":
        value = int(token[:-2])
        return CODE["day_ordinal" if 1 <= value <= 31 else "century_ordinal"], value
    if kind in ("short_year", "decade_short") and start and lowered[start - 1].isalnum():
        return _GAP, None
    return CODE[_KINDS.get(kind, kind)], token


def tokenize(text: str) -> Tokens:
    """The tokens of `text`, in order; whatever else stands between two of them is one ``gap``."""
    lowered = straighten(text)
    found: list[tuple[str, object, int, int]] = []
    append = found.append
    at = 0
    for match in _SCAN.finditer(lowered):
        start, end = match.span()
        if match.lastindex == _WORD:
            code, value, care = _WORDS[match[0]]
            if care:
                code, end = _with_care(text, code, start, end)
        else:
            code, value = _classify_other(match.lastgroup or "", match[0], text, lowered, start, end)
        if at != start and (start - at > _WIDEST or (lowered[at:start] != " " and not _joins(lowered, at, start))):
            append((_GAP, None, at, start))
        append((code, value, start, end))
        at = end
    return Tokens(text, lowered, "".join(map(_FIRST, found)), *(list(map(get, found)) for get in _REST))


_WORD = _SCAN.groupindex["word"]
_FIRST, *_REST = (operator.itemgetter(i) for i in range(4))
_WIDEST = 8  # characters of white space that still join two words


def _with_care(text: str, code: str, start: int, end: int) -> tuple[str, int]:
    """A word that counts only with a capital, or whose abbreviation point belongs to it."""
    if not text[start].isupper():
        return _GAP, end
    return code, end + (code in _SHORT and text.startswith(".", end))


_SHORT = frozenset((CODE["month_short"], CODE["weekday_short"]))
_LINE = 60


def _joins(text: str, start: int, end: int) -> bool:
    """Whether two tokens stand together: white space between them, and no new paragraph.

    A line break joins only where the line before it is long enough to have been wrapped.
    """
    between = text[start:end]
    if between == " ":
        return True
    if not between.isspace():
        return False
    if "\n" not in between:
        return True
    return between.count("\n") == 1 and start - (text.rfind("\n", 0, start) + 1) >= _LINE
