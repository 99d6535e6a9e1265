"""A pause of Python's search for objects that hold each other, for work that makes many and none of that kind."""

import contextlib
import gc
from collections.abc import Iterator

__all__ = ["pause_collection"]


@contextlib.contextmanager
def pause_collection() -> Iterator[None]:
    """Look for no circles of objects within.

    Whatever makes a million small objects that stay has all of them looked through again and again: a fifth of the
    time in which a thousand documents are merged. Memory that no circle holds is given back as ever.

    Examples
    --------
    >>> with pause_collection():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
