"""A function and some bytes -> its result, from a process that can take only so much memory and time.

It is for libraries that read whatever a file announces, and that end the process over broken ones. Whatever happens in
that process ends as an error of ours in this one. It refuses to know what the bytes are.
"""

import contextlib
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from timeline.errors import TimelineError

__all__ = ["LONGEST_WAIT", "LONGEST_WORK", "MOST_MEMORY", "run_apart"]

LONGEST_WORK = 10  # seconds of the processor; the largest table that is read takes three
LONGEST_WAIT = 120  # seconds on the clock, for what waits without working; a busy machine takes ten times the above
MOST_MEMORY = 3_000_000_000  # bytes of addresses, of which libraries reserve far more than they fill

_OVER_TIME = {-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0)}
_SPARING = {"ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "2"}  # else they reserve gigabytes
_START = "import sys; sys.path[:] = {path!r}; from timeline.guard import serve_call; serve_call()"

R = TypeVar("R")


def run_apart(function: Callable[[bytes], R], data: bytes, error: type[TimelineError]) -> R:
    """`function` of `data`, worked out in a process of its own.

    Parameters
    ----------
    function
        One of a module, since the other process imports it; its result has to be one that can be pickled.
    error
        What is raised where the process dies, or takes more than `LONGEST_WORK`, `LONGEST_WAIT` or `MOST_MEMORY`.

    Raises
    ------
    TimelineError
        Those of `function` pass as they are; what else goes wrong is an `error`.

    Examples
    --------
    >>> from timeline.errors import TableError
    >>> run_apart(len, b"abc", TableError)
    3
    >>> run_apart(int, b"no number", TableError)
    Traceback (most recent call last):
    timeline.errors.TableError: reading it failed (ValueError: invalid literal for int() with base 10: b'no ...
    """
    command = [sys.executable, "-c", _START.format(path=[str(Path(__file__).parents[1]), *sys.path])]
    question = pickle.dumps((function, data))
    try:
        done = subprocess.run(  # noqa: S603  this very program
            command,
            input=question,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST_WAIT,
            check=False,
            env=os.environ | _SPARING,
        )
    except subprocess.TimeoutExpired as late:
        raise error(f"reading it takes more than {LONGEST_WAIT} seconds: split it") from late
    if done.returncode in _OVER_TIME:
        raise error(f"reading it takes more than {LONGEST_WORK} seconds of work: split it")
    if done.returncode or not done.stdout:
        raise error("the library that reads it broke down over it: save it anew, or as .csv")
    result, failed = pickle.loads(done.stdout)  # noqa: S301  written by `serve_call`
    if isinstance(failed, TimelineError):
        raise failed
    if failed:
        raise error(f"reading it failed ({failed}): save it anew, or as .csv")
    return cast("R", result)


def serve_call() -> None:
    """Answer, within the bounds, the one question on standard input; nothing else gets to standard output."""
    out = sys.stdout.buffer
    sys.stdout = sys.stderr
    _bind()
    function, data = pickle.load(sys.stdin.buffer)  # noqa: S301  written by `run_apart`
    result, failed = None, None
    try:
        result = function(data)
        answer = pickle.dumps((result, None))
    except TimelineError as error:
        answer = pickle.dumps((None, error))
    except MemoryError:
        del result, data
        answer = pickle.dumps((None, f"it takes more than {MOST_MEMORY / 1e9:.0f} GB of memory"))
    except Exception as error:  # noqa: BLE001  the boundary of a process: whatever it was is told to the other
        failed = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        answer = pickle.dumps((None, failed))
    out.write(answer)
    out.flush()
    os._exit(0)


def _bind() -> None:
    """Bound the memory and time of this process where the system can (Windows cannot, and has the clock alone)."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_WORK, LONGEST_WORK + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
