"""Text -> its words with what their shape tells: the ground that the finders of names walk on."""

import dataclasses
import re

from timeline.sentences import find_sentences

__all__ = ["Tokens", "read_tokens", "split_words"]

_TOKEN = re.compile(
    r"""
    (?:[^\W\d_a-z]\.){2,}(?:[A-Z](?![\w]))?    # U.S., J.D., D.C
  | \b[^\W\d_a-z]\.(?=\s?[^\W\d_a-z])          # an initial before a name
  | \w+(?:['’](?!s\b)\w+ | &\w+ | \.(?:ai|com|org|net|io)\b )*   # O'Brien, AT&T, Z.ai; not the possessive
  | ['’]s\b
  | [^\w\s]
    """,
    re.VERBOSE,
)
_AFTER_THESE_OPENS = frozenset("\"“”‘'«»:;—–•([*…|>/.!?")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The words and marks of a text, in parallel lists, closed by an empty word.

    `opens` tells whether a word opens a sentence or a quotation, where a capital says nothing; `titled` and `shouted`
    hold the numbers of the sentences written in Title Case and in capitals.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    opens: list[bool]
    titled: frozenset[int]
    shouted: frozenset[int]
    lower: frozenset[str]
    sentence_count: int

    def __len__(self) -> int:
        """How many words and marks there are."""
        return len(self.words) - 1


def split_words(name: str) -> tuple[str, ...]:
    """The words of a name as `read_tokens` would find them.

    Examples
    --------
    >>> split_words("U.S. Department of State")
    ('U.S.', 'Department', 'of', 'State')
    """
    return tuple(_TOKEN.findall(name.replace("’", "'")))


def read_tokens(text: str) -> Tokens:
    """The words of `text`, sentence by sentence."""
    plain = text.replace("’", "'")
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentence: list[int] = []
    opens: list[bool] = []
    titled: set[int] = set()
    shouted: set[int] = set()
    sentences = find_sentences(text)
    for number, span in enumerate(sentences):
        first = len(words)
        opening = True
        for match in _TOKEN.finditer(plain, span.start, span.end):
            word = match.group()
            words.append(word)
            starts.append(match.start())
            ends.append(match.end())
            opens.append(opening)
            opening = word in _AFTER_THESE_OPENS or (opening and not word[0].isalnum())
        sentence += [number] * (len(words) - first)
        kind = _lettering(words[first:])
        if kind == "titled":
            titled.add(number)
        elif kind == "shouted":
            shouted.add(number)
    lower = frozenset(word for word in words if word.islower())
    words.append("")
    starts.append(len(text))
    ends.append(len(text))
    sentence.append(len(sentences))
    opens.append(True)
    return Tokens(
        words=words,
        starts=starts,
        ends=ends,
        sentence=sentence,
        opens=opens,
        titled=frozenset(titled),
        shouted=frozenset(shouted),
        lower=lower,
        sentence_count=len(sentences),
    )


def _lettering(words: list[str]) -> str:
    """``"titled"`` for a line in Title Case, ``"shouted"`` for one in capitals, else ``"plain"``."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    if len(long) < 3 and not (len(long) == 2 and words[-1] != "."):
        return "plain"
    if sum(word.isupper() for word in long) >= 0.8 * len(long):
        return "shouted"
    capitals = sum(not word[0].islower() for word in long)
    final = words[-1] in ".!?" and words[-2:-1] != ["."]
    if capitals >= 0.75 * len(long) and len(long) > (5 if final else 3):
        return "titled"
    return "plain"
