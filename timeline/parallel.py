"""A function and many things -> its results in order, worked out by an executor: this process, several, or a cluster.

Things go out in a bounded window, so that a million of them never wait at once. A process that dies over one thing
(memory, a bug in a library) costs that thing alone. It refuses to know what the things are.
"""

import collections
import concurrent.futures
import contextlib
import dataclasses
import multiprocessing
import multiprocessing.connection
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol, TypeVar

__all__ = ["Executor", "Processes", "cut_batches", "run_batch", "run_in_parallel", "send_in_window"]

MOST_AT_ONCE = 16  # things handed to a process in one go
LEAST = 8  # things for which starting processes does not take longer than the work
WINDOW = 8  # batches a worker may be ahead: a slow document holds up its neighbours for two seconds before any waits

T = TypeVar("T")
R = TypeVar("R")
F = TypeVar("F")


class Executor(Protocol):
    """Where work is done."""

    def run(self, function: Callable[[T], R], things: Sequence[T], lost: Callable[[T], R]) -> Iterator[R]:
        """`function` of each of `things`, in order; of what a worker dies over again and again what `lost` gives.

        Function, things and results have to go into another process: a function of a module, and what can be pickled.
        """


@dataclasses.dataclass(frozen=True, slots=True)
class Processes:
    """An executor of so many processes of this machine; below 2, and for a few things, none is started.

    Processes are started afresh ("spawn"), so a script that asks for several needs ``if __name__ == "__main__":``.
    """

    jobs: int = 1

    def run(self, function: Callable[[T], R], things: Sequence[T], lost: Callable[[T], R]) -> Iterator[R]:
        """`function` of each of `things`, in order."""
        if self.jobs < 2 or len(things) < LEAST:
            yield from map(function, things)
            return
        done = 0
        while done < len(things):
            batches = cut_batches(things[done:], self.jobs)
            try:
                for result in self._run_batches(function, batches):
                    done += 1
                    yield result
            except BrokenProcessPool:
                doubtful = things[done : done + len(batches[0]) * self.jobs]
                for result in _run_one_by_one(function, doubtful, lost):
                    done += 1
                    yield result

    def _run_batches(self, function: Callable[[T], R], batches: Sequence[Sequence[T]]) -> Iterator[R]:
        with _make_pool(min(self.jobs, len(batches))) as pool:

            def submit(batch: Sequence[T]) -> "concurrent.futures.Future[list[R]]":
                return pool.submit(run_batch, function, batch)

            for _, future in send_in_window(submit, batches, WINDOW * self.jobs):
                yield from future.result()


def run_in_parallel(
    function: Callable[[T], R],
    things: Sequence[T],
    found: list[R | None],
    *,
    executor: Executor,
    lost: Callable[[T], R],
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[tuple[int, R]]:
    """The place and `function` of each of `things` for which nothing is `found`, in order.

    Parameters
    ----------
    function, things
        As an executor takes them.
    found
        As long as `things`; what is None is worked out and put in its place.
    executor
        Who works it out.
    lost
        What a thing gives over which a process died.
    progress
        Called with the number of things done and of all.

    Examples
    --------
    >>> found = [None, 2, None]
    >>> list(run_in_parallel(abs, [-1, -2, -3], found, executor=Processes(), lost=abs)), found
    ([(0, 1), (2, 3)], [1, 2, 3])
    """
    missing = [place for place, result in enumerate(found) if result is None]
    done = len(things) - len(missing)
    if progress and done:
        progress(done, len(things))
    results = executor.run(function, [things[place] for place in missing], lost) if missing else iter(())
    for place, result in zip(missing, results, strict=True):
        found[place] = result
        done += 1
        if progress:
            progress(done, len(things))
        yield place, result


def cut_batches(things: Sequence[T], workers: int) -> list[Sequence[T]]:
    """`things` in runs of `MOST_AT_ONCE`; shorter ones where each of the `workers` would get less than four.

    Examples
    --------
    >>> [len(batch) for batch in cut_batches(range(20), 2)], cut_batches([], 2)
    ([2, 2, 2, 2, 2, 2, 2, 2, 2, 2], [])
    """
    size = max(1, min(MOST_AT_ONCE, len(things) // (4 * workers)))
    return [things[start : start + size] for start in range(0, len(things), size)]


def send_in_window(submit: Callable[[T], F], batches: Iterable[T], most: int) -> Iterator[tuple[T, F]]:
    """Each of `batches` with what `submit` made of it, in order, where at most so many are under way.

    Examples
    --------
    >>> sent = []
    >>> first = next(send_in_window(lambda batch: sent.append(batch), range(1_000_000), 3))
    >>> first, sent
    ((0, None), [0, 1, 2])
    """
    waiting: collections.deque[tuple[T, F]] = collections.deque()
    for batch in batches:
        waiting.append((batch, submit(batch)))
        if len(waiting) >= most:
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()


def run_batch(function: Callable[[T], R], batch: Sequence[T]) -> list[R]:
    """`function` of each of `batch`: what a worker does at one go."""
    return [function(thing) for thing in batch]


def _run_one_by_one(function: Callable[[T], R], things: Sequence[T], lost: Callable[[T], R]) -> Iterator[R]:
    """`function` of each of `things` up to the one over which a process dies, and what stands for that."""
    with _make_pool(1) as pool:
        for thing in things:
            try:
                yield pool.submit(function, thing).result()
            except BrokenProcessPool:
                yield lost(thing)
                return


@contextlib.contextmanager
def _make_pool(jobs: int) -> Iterator[concurrent.futures.ProcessPoolExecutor]:
    """Processes that end with the block; what was not begun by then is not begun."""
    context = multiprocessing.get_context("spawn")
    pool = concurrent.futures.ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """End this process as soon as the one that started it is gone, however that ended: it would wait for good."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_and_end, args=(parent.sentinel,), daemon=True).start()


def _wait_and_end(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
