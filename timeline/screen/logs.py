"""What a server that many use says of itself: a line each for what happened, and nothing that a document says.

What goes wrong is named by its kind and place. What an exception or a warning says of it is left out, since that
quotes what was read; on a machine of one's own all of it goes to the terminal.
"""

import logging
import os
import threading
import time
import traceback
import warnings
from pathlib import Path
from typing import Final, TextIO

__all__ = ["keep_bare_log", "log"]

_LOG: Final = logging.getLogger("timeline")
_PACKAGE: Final = Path(__file__).parents[1]


def log(what: str, **facts: object) -> None:
    """Say in the server's log that `what` happened; on a machine of one's own nothing is said."""
    _LOG.info("%s %s", what, " ".join(f"{name}={value}" for name, value in facts.items()))


def keep_bare_log() -> None:
    """Let this process log without texts, where ``TIMELINE_LOG=bare`` asks for it, as `timeline serve` does."""
    if os.environ.get("TIMELINE_LOG") != "bare":
        return
    logging.raiseExceptions = False  # what cannot be written is not worth what its arguments hold
    make_record = logging.getLogRecordFactory()
    logging.setLogRecordFactory(lambda *args, **kwargs: _strip(make_record(*args, **kwargs)))
    threading.excepthook = lambda failed: _LOG.error("a thread ended", exc_info=failed.exc_value)
    warnings.showwarning = _log_warning
    handler = logging.StreamHandler()
    handler.setFormatter(_make_formatter())
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False


def _make_formatter() -> logging.Formatter:
    formatter = logging.Formatter("%(asctime)sZ %(message)s", "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    return formatter


def _strip(record: logging.LogRecord) -> logging.LogRecord:
    """`record` with exceptions by kind and place alone."""
    if record.exc_info and record.exc_info[1]:
        record.exc_text, record.exc_info = name_error(record.exc_info[1]), None
    if isinstance(record.args, tuple):
        record.args = tuple(name_error(part) if isinstance(part, BaseException) else part for part in record.args)
    return record


def name_error(error: BaseException) -> str:
    """The kind of `error` and the last line of ours that it passed, else the last of all.

    Examples
    --------
    >>> name_error(ValueError("a sentence of a document"))
    'ValueError'
    """
    passed = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in passed if Path(frame.filename).is_relative_to(_PACKAGE)]
    place = "".join(f" at {_shorten(frame.filename)}:{frame.lineno}" for frame in (ours or passed)[-1:])
    return f"{type(error).__name__}{place}"


def _shorten(file: str) -> str:
    path = Path(file)
    return path.relative_to(_PACKAGE.parent).as_posix() if path.is_relative_to(_PACKAGE) else path.name


def _log_warning(
    message: Warning | str,  # noqa: ARG001  it quotes what was read
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001  these are how Python calls it
    line: str | None = None,  # noqa: ARG001
) -> None:
    _LOG.warning("%s at %s:%s", category.__name__, _shorten(filename), lineno)
