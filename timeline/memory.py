"""What a process was asked for lately, up to so many bytes: a server is asked for the same with every document more."""

import contextlib
from collections import OrderedDict
from typing import Any, Final

__all__ = ["REMEMBERED", "Memory"]

REMEMBERED: Final = 20_000_000
"""Bytes on the disk: a thousand articles, which take 100 MB in memory."""


class Memory:
    """Values by the hash of what they were worked out from; several threads may use it.

    Examples
    --------
    >>> memory = Memory(most=2)
    >>> for name in (b"a", b"b"):
    ...     memory.put(name, name.decode(), 1)
    >>> memory.get(b"a"), memory.put(b"c", "c", 1), memory.get(b"b"), memory.get(b"a")
    ('a', None, None, 'a')
    """

    def __init__(self, most: int = REMEMBERED) -> None:
        self._most, self._size = most, 0
        self._values: OrderedDict[bytes, tuple[Any, int]] = OrderedDict()

    def get(self, name: bytes) -> Any:
        """The value under `name`, None for none."""
        with contextlib.suppress(KeyError):  # another thread may let it go
            self._values.move_to_end(name)
            return self._values[name][0]
        return None

    def put(self, name: bytes, value: object, size: int) -> None:
        """Remember `value`, and forget what was not used for longest where all are larger than may be."""
        if name in self._values:
            return
        self._values[name] = value, size
        self._size += size
        with contextlib.suppress(KeyError):
            while self._size > self._most:
                _, (_, freed) = self._values.popitem(last=False)
                self._size -= freed
