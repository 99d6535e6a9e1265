"""A page that draws -> pictures, by one browser that is started once, stays warm, and never holds anybody up for good.

One that cannot start, hangs or dies is put away within a bound and costs that picture; the next has a new one.
"""

import asyncio
import atexit
import concurrent.futures
import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Final, TypeVar

import kaleido
from choreographer.browsers.chromium import Chromium

__all__ = ["LONGEST_DRAWING", "LONGEST_START", "draw_in_browser"]

LONGEST_START: Final = 45  # seconds on the clock; it takes one, on a machine that does ten other things fifteen
LONGEST_DRAWING: Final = 60  # seconds for one picture; that of 5,000 events takes ten
_LONGEST_END = 5  # seconds
_LOOK = 0.2  # seconds after which one looks whether the browser is alive

_UNSAFE = frozenset({"--disable-web-security", "--allow-file-access-from-files"})
"""What Kaleido starts a browser with and no picture of ours needs."""

T = TypeVar("T")


class _Careful(Chromium):
    """Chromium as Kaleido starts it, without what would let a page read files or other pages."""

    def get_cli(self) -> Sequence[str]:
        """The command line."""
        return [option for option in super().get_cli() if option not in _UNSAFE]


class _Browser:
    """One browser, in a thread with a loop of its own."""

    def __init__(self, path: str, page: kaleido.PageGenerator) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True, name="pictures")
        self._thread.start()
        self._drawing: kaleido.Kaleido | None = None
        try:
            self._wait(self._start(path, page), LONGEST_START)
        except BaseException:
            self.stop()
            raise

    def _run(self) -> None:
        """Run the loop until it is stopped, and leave nothing that waits in it."""
        self._loop.run_forever()
        if left := asyncio.all_tasks(self._loop):
            for task in left:
                task.cancel()
            self._loop.run_until_complete(asyncio.wait(left, timeout=_LONGEST_END))
        self._loop.close()

    async def _start(self, path: str, page: kaleido.PageGenerator) -> None:
        options = {"path": path, "browser_cls": _Careful, "enable_sandbox": not _is_root()}
        self._drawing = kaleido.Kaleido(n=1, timeout=LONGEST_DRAWING, page_generator=page, **options)
        await self._drawing.open()

    def draw(self, figure: dict[str, Any], options: dict[str, Any]) -> bytes:
        """The picture of a figure."""
        assert self._drawing is not None  # noqa: S101 for the type checker: there is no browser that has not started
        return bytes(self._wait(self._drawing.calc_fig(figure, opts=options), LONGEST_DRAWING))

    def _wait(self, work: Coroutine[Any, Any, T], seconds: float) -> T:
        """What comes of `work`, unless the browser dies over it or it takes more than `seconds`."""
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        end = time.monotonic() + seconds
        while True:
            done, _ = concurrent.futures.wait([future], timeout=_LOOK)
            if done:
                return future.result()
            if self.is_dead() or time.monotonic() > end:
                future.cancel()
                raise TimeoutError("it ended" if self.is_dead() else f"it did not answer within {seconds:.0f} seconds")

    def is_dead(self) -> bool:
        """Whether the browser was started and is there no more."""
        process = getattr(self._drawing, "subprocess", None)
        return process is not None and process.poll() is not None

    def stop(self) -> None:
        """Put the browser away, whatever state it is in."""
        process = getattr(self._drawing, "subprocess", None)
        if process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()
        if self._drawing is not None:
            closing = asyncio.run_coroutine_threadsafe(self._drawing.close(), self._loop)
            concurrent.futures.wait([closing], timeout=_LONGEST_END)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(2 * _LONGEST_END)


_ONE_AT_A_TIME: Final = threading.Lock()
_warm: list[_Browser] = []
"""The browser that is there, if any."""


def draw_in_browser(
    path: str, page: Callable[[], kaleido.PageGenerator], figure: dict[str, Any], options: dict[str, Any]
) -> bytes:
    """The picture of a Plotly figure, by the browser at `path`; `page` makes the page that draws it.

    Raises
    ------
    TimeoutError, RuntimeError, OSError, kaleido.errors.KaleidoError
        Whatever went wrong; the next call starts anew.
    """
    with _ONE_AT_A_TIME:
        if _warm and _warm[0].is_dead():
            _put_away()
        if not _warm:
            _warm.append(_Browser(path, page()))
        try:
            return _warm[0].draw(figure, options)
        except kaleido.errors.KaleidoError:
            raise  # the page could not draw this figure; the browser can draw others
        except BaseException:
            _put_away()
            raise


def _put_away() -> None:
    while _warm:
        _warm.pop().stop()


def _is_root() -> bool:
    """Whether nobody may have a sandbox: Chromium refuses one to root, as whom containers run."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


atexit.register(_put_away)
