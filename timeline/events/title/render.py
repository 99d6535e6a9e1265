"""The words of a title -> the title as it stands in the text, a pronoun replaced by its name, a gerund by its past.

A participle that only hangs on its noun gets its helping verb back: "the report (that was) published on Monday".
"""

from collections.abc import Sequence

from timeline.actors import ActorMention
from timeline.events.syntax.lexicon import make_past
from timeline.events.syntax.noun_phrases import can_act
from timeline.events.syntax.tokens import Token

__all__ = ["write_words"]

_NONE = (-1, "")
_SINGULAR = {"have": "has", "are": "is", "were": "was", "do": "does"}
_TIGHT = frozenset("'s ’s ' ’ % - ) ] ,".split())
"""Nothing stands between these and the word before them."""


def write_words(
    text: str,
    tokens: Sequence[Token],
    places: Sequence[int],
    gerund: int | None = None,
    helped: tuple[int, str] = _NONE,
) -> str:
    """The words at `places` as one line; `gerund` is told as a past, `helped` is a participle and its helping verb."""
    pieces: list[str] = []
    previous, quotes = -2, 0
    for n, i in enumerate(places):
        token = tokens[i]
        if n:
            closes = token.tag == '"' and quotes % 2 == 1
            after = tokens[previous].tag == '"' and quotes % 2 == 1
            apart = "" if token.low in _TIGHT or closes or after else " "
            pieces.append(text[tokens[previous].end : token.start] if previous == i - 1 else apart)
            if previous == i - 3 and [t.tag for t in tokens[i - 2 : i]] == ["DATE", "POS"]:
                pieces.append("the ")  # "after Saturday's defeat"
        quotes += token.tag == '"'
        word = text[token.start : token.end].replace(" - ", "-")  # "59 - year - old"
        if token.actor is not None and (n == 0 or _owns_unnamed(tokens, places[: n + 1])):
            word = _write_name(word, token, token.actor)
        elif token.low in ("a", "an") and n + 1 < len(places) and places[n + 1] != i + 1:
            word = "an" if tokens[places[n + 1]].low[0] in "aeiou" else "a"  # what stood between is left out
        if n and not i and token.tag == "VBN":
            word = word.lower()  # "Killed in the blast were two guards"
        if i == helped[0] and n:
            word = f"{helped[1]} {word}"
        if i == gerund:
            word = make_past(word)
        elif n == 1 and tokens[places[0]].low == "they" and word in _SINGULAR and tokens[places[0]].actor is not None:
            word = _SINGULAR[word]
        pieces.append(word)
        previous = i
    title = " ".join("".join(pieces).split()).strip(" ,;:–—-*|")
    return title if title[1:2].isupper() else title[:1].upper() + title[1:]  # "iPhone" stays


def _write_name(word: str, token: Token, actor: ActorMention) -> str:
    """The name behind a pronoun or "the company"; any other name as it stands."""
    if not actor.inferred:
        return word
    owns = token.tag == "PRP$" or token.low.endswith(("'s", "’s"))
    return actor.name + ("'s" if owns else "")


_BODIES = frozenset("council court government jury opposition parliament party police union".split())


def _owns_unnamed(tokens: Sequence[Token], words: Sequence[int]) -> bool:
    """Whether the last of these words is "his" or "her" of whom none before it can be: "police raided his home"."""
    owner, before = tokens[words[-1]], [tokens[i] for i in words[:-1]]
    if (
        owner.low not in ("his", "her", "him")
        or owner.tag not in ("PRP$", "PRP")
        or owner.actor is None
        or owner.actor.kind != "person"
    ):
        return False
    several = [t.tag == "NNS" or t.low in _BODIES for t in before]
    named = any(t.actor is not None for t in before)
    return not named and not any(
        t.tag in ("NNP", "PRP") or (can_act(t) and not s) for t, s in zip(before, several, strict=True)
    )
