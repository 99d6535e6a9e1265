"""The time one file, and each document in it, may take: work that would go on and on ends in a refusal.

Time is that of the processor in this thread, so a busy machine refuses nothing that an idle one reads.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from timeline.errors import DocumentError

__all__ = ["LONGEST_WORK", "limit_time", "watch"]

LONGEST_WORK = 30.0  # seconds of work on one file; a thousand pages of print take about ten

T = TypeVar("T")


def limit_time(parts: Iterable[T]) -> Iterator[T]:
    """The `parts` of a file, as long as the time for it lasts.

    Raises
    ------
    DocumentError
        When it is up.
    """
    check = watch()
    for part in parts:
        check()
        yield part


def watch() -> Callable[..., None]:
    """A function that raises a `DocumentError` once the time for a file, counted from now, is up."""
    end = time.thread_time() + LONGEST_WORK

    def check(*_: object) -> None:
        if time.thread_time() > end:
            raise DocumentError(f"takes more than {LONGEST_WORK:.0f} seconds of work to read: split it")

    return check
