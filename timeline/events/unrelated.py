"""A sentence as read -> whether it tells of the page, of who wrote it or of a picture, and of no event at all.

What `documents` cannot know to be furniture, since it is a whole sentence: "This was published two years ago",
"Jo Roe joined the paper in 2014 and covers shipping", captions with "(Name/Agency)".
"""

from collections.abc import Sequence

from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.tokens import Token

__all__ = ["tells_nothing"]

_PAGE = frozenset("article story page piece post report column video podcast newsletter content transcript".split())
_MADE = frozenset("publish update correct amend print post share appear write edit produce adapt".split())
_WRITERS = frozenset("reporter correspondent columnist journalist writer editor producer author contributor".split())
_WRITES = frozenset("cover write report edit contribute specialise specialize focus".split())


def tells_nothing(parsed: ParsedSentence) -> bool:
    """Whether a sentence is about the page, its writer or a picture."""
    return _is_of_page(parsed) or _is_of_writer(parsed) or _is_caption(parsed)


def _is_of_page(parsed: ParsedSentence) -> bool:
    """Whether this text itself is what was published or changed: "This story was updated on Monday"."""
    if not parsed.clauses or parsed.clauses[0].subject is None:
        return False
    first = parsed.clauses[0]
    words = [t.low for t in parsed.tokens[slice(*parsed.clauses[0].subject)]]
    itself = words == ["this"] or (words[:1] == ["this"] and words[-1] in _PAGE)
    corrected = words[:1] in (["earlier"], ["an"], ["previous"], ["a"]) and "version" in " ".join(words)
    return (itself and first.verb.lemma in _MADE) or (corrected and "this" in words and words[-1] in _PAGE)


def _is_of_writer(parsed: ParsedSentence) -> bool:
    """Whether a sentence says what somebody who writes has done: a role first, and writing in the present."""
    opening = parsed.tokens[:6]
    writes = any(c.verb.lemma in _WRITES and c.verb.tense == "present" for c in parsed.clauses)
    return writes and any(t.low in _WRITERS or any(w in _WRITERS for w in t.low.split()) for t in opening)


def _is_place_in_picture(tokens: Sequence[Token], i: int) -> bool:
    """Whether "left" says where somebody stands in a picture: "Jo Roe, left, and Ann Lee"."""
    between = tokens[i - 1].tag == "," and tokens[i + 1].tag in (",", ".")
    bracketed = tokens[i - 1].low == "(" and tokens[i + 1].low == ")"
    return (between or bracketed) and tokens[i - 2].tag == "NNP"


_SIDES = frozenset("left right centre center".split())


def _is_caption(parsed: ParsedSentence) -> bool:
    """Whether a sentence ends in who took the picture: "(Jo Roe/Reuters)", "Photograph: Jo Roe/AP"."""
    tokens = parsed.tokens
    sides = [i for i, token in enumerate(tokens[:-1]) if i > 1 and token.low in _SIDES]
    if any(_is_place_in_picture(tokens, i) for i in sides):
        return True
    slash = next((i for i, t in enumerate(tokens) if t.low == "/" and 0 < i < len(tokens) - 1), None)
    named = slash is not None and all(tokens[i].tag == "NNP" for i in (slash - 1, slash + 1))
    if named and slash is not None:
        around = {t.low for t in (*tokens[max(0, slash - 5) : slash], *tokens[slash : slash + 5])}
        return bool(around & {"(", ")", "photograph", "photo", "image", "picture", "[", "]"})
    return any(t.low in ("photograph", "photo", "image") for t in tokens[-8:-1]) and any(
        t.low == ":" for t in tokens[-7:]
    )
