"""A function and many things -> its results in order, worked out by several processes.

A process that dies over one thing (memory, a bug in a library) costs that thing alone. It refuses to know what the
things are.
"""

import concurrent.futures
import multiprocessing
import multiprocessing.connection
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

__all__ = ["run_in_parallel"]

MOST_AT_ONCE = 16  # things handed to a process in one go
LEAST = 8  # things for which starting processes does not take longer than the work

T = TypeVar("T")
R = TypeVar("R")


def run_in_parallel(
    function: Callable[[T], R],
    things: Sequence[T],
    found: list[R | None],
    *,
    jobs: int,
    lost: Callable[[T], R],
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[tuple[int, R]]:
    """The place and `function` of each of `things` for which nothing is `found`, in order, from `jobs` processes.

    Parameters
    ----------
    function, things
        Both have to go into another process: a function of a module and what can be pickled. Processes are started
        afresh ("spawn"), so a script that asks for several needs ``if __name__ == "__main__":``.
    found
        As long as `things`; what is None is worked out and put in its place.
    jobs
        How many processes work at the same time; below 2, and for a few things, none is started.
    lost
        What a thing gives over which a process died.
    progress
        Called with the number of things done and of all.

    Examples
    --------
    >>> found = [None, 2, None]
    >>> list(run_in_parallel(abs, [-1, -2, -3], found, jobs=1, lost=abs)), found
    ([(0, 1), (2, 3)], [1, 2, 3])
    """
    missing = [place for place, result in enumerate(found) if result is None]
    done = len(things) - len(missing)
    if progress and done:
        progress(done, len(things))
    results = _list_results(function, [things[place] for place in missing], jobs, lost)
    for place, result in zip(missing, results, strict=True):
        found[place] = result
        done += 1
        if progress:
            progress(done, len(things))
        yield place, result


def _list_results(function: Callable[[T], R], things: Sequence[T], jobs: int, lost: Callable[[T], R]) -> Iterator[R]:
    """`function` of each of `things`, in order."""
    if jobs < 2 or len(things) < LEAST:
        yield from map(function, things)
        return
    done = 0
    while done < len(things):
        chunk = max(1, min(MOST_AT_ONCE, (len(things) - done) // (4 * jobs)))
        try:
            with _make_pool(min(jobs, len(things) - done)) as pool:
                for result in pool.map(function, things[done:], chunksize=chunk):
                    done += 1
                    yield result
        except BrokenProcessPool:
            for result in _run_one_by_one(function, things[done : done + chunk * jobs], lost):
                done += 1
                yield result


def _run_one_by_one(function: Callable[[T], R], things: Sequence[T], lost: Callable[[T], R]) -> Iterator[R]:
    """`function` of each of `things` up to the one over which a process dies, and what stands for that."""
    with _make_pool(1) as pool:
        for thing in things:
            try:
                yield pool.submit(function, thing).result()
            except BrokenProcessPool:
                yield lost(thing)
                return


def _make_pool(jobs: int) -> concurrent.futures.ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return concurrent.futures.ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """End this process as soon as the one that started it is gone, however that ended: it would wait for good."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_and_end, args=(parent.sentinel,), daemon=True).start()


def _wait_and_end(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
