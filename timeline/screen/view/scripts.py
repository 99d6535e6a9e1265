"""The modules of a script -> one script, since Streamlit takes one: a module's imports first, each module once.

In a module each import is a line ``import { a, b } from "./file.js";`` and what others use begins with ``export``; no
two modules may give the same name to what stands outside of functions. `tests/test_screen_scripts.py` holds all that.
"""

import re
from pathlib import Path
from typing import Final

__all__ = ["SCRIPTS", "join_modules"]

SCRIPTS: Final = Path(__file__).with_name("js")

_IMPORT: Final = re.compile(r'^import \{[^}]*\} from "(?P<path>[^"]+)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?!default)", re.MULTILINE)


def join_modules(*entries: Path) -> str:
    """The text of `entries` after that of every module they import, without the lines that say what goes between them.

    Examples
    --------
    >>> joined = join_modules(SCRIPTS / "outbox.js")
    >>> joined.index("class Delay") < joined.index("class Outbox"), "import {" in joined
    (True, False)
    """
    return "\n".join(_read_text(path) for path in _order_modules(entries))


def _order_modules(entries: tuple[Path, ...]) -> list[Path]:
    """Every module that `entries` need, those it imports before each; dictionaries keep order."""
    found: dict[Path, None] = {}
    for path in entries:
        imported = (path.parent / name for name in _IMPORT.findall(path.read_text("utf-8")))
        found |= dict.fromkeys([*_order_modules(tuple(one.resolve() for one in imported)), path.resolve()])
    return list(found)


def _read_text(path: Path) -> str:
    return _EXPORT.sub("", _IMPORT.sub("", path.read_text("utf-8")))
