"""English words and their commonest part of speech, from the lexicon inside textblob's wheel: no download."""

import functools
import importlib.util
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

__all__ = ["FUNCTION_TAGS", "load_lexicon"]

# Penn Treebank tags of words that never are a name by themselves.
FUNCTION_TAGS = frozenset("DT IN PRP PRP$ RB RBR RBS WRB WP WDT WP$ CC MD EX TO UH PDT CD".split())


@functools.cache
def load_lexicon() -> Mapping[str, str]:
    """The Penn Treebank tag of each English word that is written in lower case and is no name.

    Read from textblob's files without importing textblob, whose import costs ten times as much.

    Examples
    --------
    >>> [load_lexicon().get(word) for word in ("however", "police", "nvidia")]
    ['RB', 'NN', None]
    """
    spec = importlib.util.find_spec("textblob")
    folder = Path(str(spec.origin)).parent if spec else Path()
    words = {}
    for line in (folder / "en" / "en-lexicon.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if word.islower() and word.isalpha() and not tag.startswith("NNP"):
            words[word] = tag
    return MappingProxyType(words)
