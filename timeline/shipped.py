"""Where the files that come with the package lie: the seeds, the examples, the ready-made tables, the screen's entry.

In a checkout they stand beside the package, where a reader looks for them; an installed package carries them inside.
"""

from pathlib import Path

__all__ = ["EXAMPLES", "find_shipped"]

_PACKAGE = Path(__file__).parent
_ROOT = _PACKAGE / "_shipped" if (_PACKAGE / "_shipped").is_dir() else _PACKAGE.parent

EXAMPLES = ("court-case", "flood")
"""The folders of example briefings, beside the default one."""


def find_shipped(name: str) -> Path:
    """The path of a file or folder that comes with the package, such as ``"seeds"`` or ``"data/actors.csv"``.

    Examples
    --------
    >>> find_shipped("data/actors.csv").name
    'actors.csv'
    """
    return _ROOT / name
