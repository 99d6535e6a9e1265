"""Text -> its words with what their shape tells: the ground that the finders of names walk on."""

import dataclasses
import functools
import re

from timeline.actors._lexicon import FUNCTION_TAGS, load_lexicon
from timeline.sentences import find_sentences

__all__ = ["NameTokens", "read_tokens", "split_name_words"]

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
_PADDING = 4
_ARTICLES = frozenset(("a", "an", "A", "An"))
_OPENING = frozenset("\"“”‘'«»:;—–•[*…|>/.!?")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NameTokens:
    """The words and marks of a text, in parallel lists, closed by empty words so that a look ahead never leaves them.

    `titled` and `shouted` hold the numbers of the sentences written in Title Case and in capitals; `lower` holds the
    words that the text writes without a capital, `articles` the places of "a" and "an", in order.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    titled: frozenset[int]
    shouted: frozenset[int]
    lower: frozenset[str]
    articles: list[int]

    def __len__(self) -> int:
        """How many words and marks there are."""
        return len(self.words) - _PADDING

    def opens(self, position: int) -> bool:
        """Whether the word there opens a sentence or a quotation, where a capital says nothing."""
        if position == 0 or self.sentence[position - 1] != self.sentence[position]:
            return True
        before = self.words[position - 1]
        return before in _OPENING or (before == "(" and self.opens(position - 1))


@functools.lru_cache(maxsize=4096)  # a description is held against each of the names before it
def split_name_words(name: str) -> tuple[str, ...]:
    """The words of a name as `read_tokens` would find them.

    Examples
    --------
    >>> split_name_words("U.S. Department of State")
    ('U.S.', 'Department', 'of', 'State')
    """
    return tuple(_TOKEN.findall(name.replace("’", "'")))


def read_tokens(text: str) -> NameTokens:
    """The words of `text`, sentence by sentence; what lies between sentences is left out.

    Examples
    --------
    >>> tokens = read_tokens("Acme's U.S. arm won. It cheered.")
    >>> tokens.words[: len(tokens)]
    ['Acme', "'s", 'U.S.', 'arm', 'won', '.', 'It', 'cheered', '.']
    """
    plain = text.replace("’", "'")
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentence: list[int] = []
    titled: set[int] = set()
    shouted: set[int] = set()
    sentences = find_sentences(text)
    for number, span in enumerate(sentences):
        found = list(_TOKEN.finditer(plain, span.start, span.end))
        here = [match.group() for match in found]
        words += here
        starts += [match.start() for match in found]
        ends += [match.end() for match in found]
        sentence += [number] * len(found)
        lettering = _classify_lettering(here)
        if lettering == "titled":
            titled.add(number)
        elif lettering == "shouted":
            shouted.add(number)
    lower = frozenset(word for word in set(words) if word.islower())
    return NameTokens(
        words=words + [""] * _PADDING,
        starts=starts + [len(text)] * _PADDING,
        ends=ends + [len(text)] * _PADDING,
        sentence=sentence + [len(sentences)] * _PADDING,
        titled=frozenset(titled),
        shouted=frozenset(shouted),
        lower=lower,
        articles=[position for position, word in enumerate(words) if word in _ARTICLES],
    )


def _classify_lettering(words: list[str]) -> str:
    """``"titled"`` for a line in Title Case, ``"shouted"`` for one in capitals, else ``"plain"``."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha() and "." not in word]
    capitals = sum(not word[0].islower() for word in long)
    if capitals < 2 or capitals < 0.75 * len(long):
        return "plain"
    if sum(word.isupper() for word in long) >= 0.8 * len(long):
        return "shouted"
    final = words[-1] in ".!?" and words[-2:-1] != ["."]
    small = [word for word in words if word[0].islower()]
    if not small:  # "Acme Buys Globex", "No Kill Switches."
        return "titled" if len(words) - final > 1 else "plain"
    if final and any(load_lexicon().get(word, "NN") not in FUNCTION_TAGS for word in small):
        return "plain"  # a sentence full of names, not a headline with a stop
    many = len(long) > (5 if final else 3)
    return "titled" if many and sum(len(word) > 4 for word in small) <= len(long) // 8 else "plain"
