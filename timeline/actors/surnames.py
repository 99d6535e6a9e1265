"""Names of two words that a text goes on with by the last of them -> names of people: firms go by the first.

"Dawn Illsley told parliament that Capwell had lost them. Illsley apologised.": no list knows her, and "the company" is
not she.
"""

from collections.abc import Sequence

from timeline.actors._lexicon import load_lexicon
from timeline.actors.listed import Found
from timeline.actors.tokens import NameTokens

__all__ = ["know_by_surname"]

_WORDS = 2


def know_by_surname(tokens: NameTokens, found: Sequence[Found]) -> list[Found]:
    """`found`, in which what is only called by its last word alone is a person."""
    alone = {tokens.words[one.first] for one in found if one.last - one.first == 1 and one.entry is None}
    return [one._replace(kind="person", guess=False) if _goes_by_last(tokens, one, alone) else one for one in found]


def _goes_by_last(tokens: NameTokens, one: Found, alone: set[str]) -> bool:
    """Whether a name of unknown kind has a last word that stands for it elsewhere, and a first that does not."""
    words = tokens.words[one.name_first : one.name_last]
    if one.entry is not None or one.kind != "other" or len(words) != _WORDS:
        return False
    first, last = words
    return last in alone and first not in alone and last.lower() not in load_lexicon() and not last.isupper()
