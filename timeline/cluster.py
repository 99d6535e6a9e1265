"""Work on a Dask cluster: one of this machine's own, or one that stands somewhere and is named by its scheduler.

A worker that dies is no matter: what it did is done again by another. Over what workers die each time they are asked,
that thing alone is lost. A cluster runs whatever it is sent, so one of our own takes no orders but ours.
"""

import collections
import contextlib
import dataclasses
import logging
import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from timeline.cache import identify_program
from timeline.errors import ClusterError
from timeline.extras import name_extra
from timeline.parallel import WINDOW, Executor, Processes, cut_batches, run_batch

if TYPE_CHECKING:
    import distributed

__all__ = ["LOCAL", "MOST_MEMORY", "RETRIES", "ClusterExecutor", "connect", "is_cluster", "open_executor"]

# Dask takes half a second to import and is an extra, so it is imported where a cluster is asked for.
# ruff: noqa: PLC0415

LOCAL: Final = "dask"
"""The name of a cluster of this machine's own."""

RETRIES: Final = 2
"""So often is done again what a worker died over; a cluster that stands already has a setting of its own."""

MOST_MEMORY: Final = 2_000_000_000
"""Bytes a worker may take: one that has read 2,000 articles takes 400 MB, the longest text that is read a gigabyte."""

PATIENCE: Final = 60.0
"""Seconds without any worker after which a cluster is given up; one that dies is back within five."""

_ANSWER: Final = 10  # seconds for a scheduler to answer
_FIRST: Final = 30  # seconds for its first worker to be there; one starts in three
_LOOK: Final = 5  # seconds between two looks at whether there still are workers
_ADDRESS: Final = re.compile(r"(?:tcp|tls)://[^\s/]+:\d+")

T = TypeVar("T")
R = TypeVar("R")


def is_cluster(name: str) -> bool:
    """Whether `name` is that of a cluster.

    Examples
    --------
    >>> [is_cluster(name) for name in ("dask", "tcp://10.0.0.7:8786", "tls://[::1]:8786", "10.0.0.7", "tcp://host")]
    [True, True, True, False, False]
    """
    return name == LOCAL or bool(_ADDRESS.fullmatch(name))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ClusterExecutor:
    """An executor that has everything done by the workers of a cluster, and nothing in this process.

    Attributes
    ----------
    name
        As it was asked for.
    workers
        How many there were at first.
    memory
        The bytes each may take; 0 where nothing bounds it.
    """

    name: str
    workers: int
    memory: int
    client: "distributed.Client"

    def __str__(self) -> str:
        """What it is called, how many workers it has, and what each may take."""
        memory = f"{self.memory / 1e9:.1f} GB of memory each" if self.memory else "their memory not bounded"
        return f"{self.name}: {self.workers} workers, {memory}"

    def run(self, function: Callable[[T], R], things: Sequence[T], lost: Callable[[T], R]) -> Iterator[R]:
        """`function` of each of `things`, in order.

        Raises
        ------
        ClusterError
            If the cluster breaks off, or has no worker for `PATIENCE` seconds.
        """
        rest = iter(cut_batches(things, self.workers))
        waiting: collections.deque[tuple[Sequence[T], distributed.Future[Any]]] = collections.deque()
        while True:
            while len(waiting) < WINDOW * self.workers and (batch := next(rest, None)):
                waiting.append((batch, self._submit(function, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            results = self._wait_for(future)
            if results is not None:
                yield from results
                continue
            for _, other in waiting:  # alone on the cluster, what a worker dies over is to blame
                self._wait_for(other)
            for thing in batch:
                yield self._try(function, thing, lost)

    def _try(self, function: Callable[[T], R], thing: T, lost: Callable[[T], R]) -> R:
        """`function` of `thing`, or what stands for that where workers die over it."""
        results = self._wait_for(self._submit(function, [thing]))
        return lost(thing) if results is None else cast("R", results[0])

    def _submit(self, function: Callable[[T], R], batch: Sequence[T]) -> "distributed.Future[Any]":
        return self.client.submit(run_batch, function, batch, pure=False)

    def _wait_for(self, future: "distributed.Future[Any]") -> Sequence[Any] | None:
        """What `future` gives, as long as there is somebody to work on it; None where workers die over it."""
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError

        seen = time.monotonic()
        while True:
            try:
                return list(future.result(timeout=_LOOK))
            except TimeoutError:
                seen = time.monotonic() if self.client.nthreads() else seen  # type: ignore[no-untyped-call]
                if time.monotonic() - seen > PATIENCE:
                    raise ClusterError(f"{self.name!r}: it has had no worker for {PATIENCE:.0f} s; {_AGAIN}") from None
            except KilledWorker:
                return None
            except (FutureCancelledError, OSError) as error:
                raise ClusterError(f"{self.name!r}: the cluster broke off; {_AGAIN}") from error


_AGAIN: Final = "what was done is kept: start it and run the command again"


@contextlib.contextmanager
def open_executor(name: str | None, jobs: int, tell: Callable[[str], None]) -> Iterator[Executor]:
    """Who works: the cluster `name`, of which `tell` hears how large it is; without one so many processes."""
    if name is None:
        yield Processes(jobs)
        return
    with connect(name) as cluster:
        tell(f"working on {cluster}")
        yield cluster


@contextlib.contextmanager
def connect(name: str) -> Iterator[ClusterExecutor]:
    """The cluster `name`: ``dask`` for as many workers as this machine has cores, ``tcp://HOST:PORT`` for a scheduler.

    It is left as it was when the block ends; one of this machine's own ends with it.

    Raises
    ------
    MissingError
        If Dask is not installed.
    ClusterError
        If no scheduler or worker answers, or the workers run another version of the program, which would read the
        same text in another way.
    """
    with name_extra("a cluster", "scale"):
        import distributed
    with contextlib.ExitStack() as stack:
        client = stack.enter_context(_start_cluster(distributed) if name == LOCAL else _join_cluster(distributed, name))
        workers = client.scheduler_info(n_workers=-1)["workers"].values()
        memory = min((worker["memory_limit"] for worker in workers), default=0)
        yield ClusterExecutor(
            name=name, workers=sum(worker["nthreads"] for worker in workers), memory=memory, client=client
        )


@contextlib.contextmanager
def _start_cluster(distributed: Any) -> Iterator["distributed.Client"]:
    """A client of a new cluster on this machine; its parts know each other by keys that nobody else has."""
    import dask

    cores = os.cpu_count() or 1
    memory = min(MOST_MEMORY, distributed.system.MEMORY_LIMIT // cores)
    with (
        dask.config.set(_SETTINGS),
        distributed.LocalCluster(
            n_workers=cores,
            threads_per_worker=1,
            memory_limit=memory,
            scheduler_kwargs={"dashboard": False},
            dashboard_address="127.0.0.1:0",  # without one Dask asks for port 8787, which another cluster may hold
            security=True,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


_SETTINGS: Final = {
    "distributed.scheduler.allowed-failures": RETRIES,
    "distributed.deploy.lost-worker-timeout": "1h",  # on a busy machine one is back later than within the usual 15 s
    # Nothing but the documents in hand lies on a worker: there is nothing to write to disk, and to pause is to hang.
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
}


@contextlib.contextmanager
def _join_cluster(distributed: Any, name: str) -> Iterator["distributed.Client"]:
    """A client of the cluster whose scheduler is at the address `name`."""
    try:
        client = distributed.Client(name, timeout=_ANSWER, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(
            f"{name!r}: no scheduler answers there; start 'dask scheduler' and 'dask worker {name}', or give 'dask'"
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_FIRST)
        except TimeoutError as error:
            raise ClusterError(
                f"{name!r}: the scheduler has no worker; start some with 'dask worker {name}'"
            ) from error
        _check_program(client, name)
        yield client


def _check_program(client: "distributed.Client", name: str) -> None:
    """Nothing, if all workers run this very program."""
    told = client.run(_tell_program, on_error="return")
    for worker, program in told.items():
        if program != identify_program():
            raise ClusterError(
                f"{name!r}: the worker {worker} has another version of the program, or none; install there what is here"
            )


def _tell_program() -> str:
    return identify_program()
