"""The app's server as a process of its own, from its start until it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from timeline.extras import require
from timeline.shipped import find_shipped
from timeline.terminal import list_paths, say

__all__ = ["OWN_MACHINE", "serve_app"]

OWN_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})
"""Addresses that no other machine reaches."""

_NONE: Mapping[str, str | None] = {}


def serve_app(paths: Sequence[str], options: Sequence[str], settings: Mapping[str, str | None] = _NONE) -> int:
    """Run the app's server on `paths` until it ends, and give its exit code; being asked to end is no failure.

    Streamlit prints the address. `options` are Streamlit's own; `settings` are ours, the variables that
    `timeline.screen` reads: what is None is left as whoever started us has set it.

    Raises
    ------
    MissingError
        If a library of the app is not installed.
    """
    require("the app", "app", "streamlit", "sqlalchemy", "plotly")
    # As variables, since whoever lists the processes of a machine sees what stands in a command: a password, too.
    given = os.environ | {name: value for name, value in settings.items() if value is not None}
    shared = given.get("TIMELINE_WORKSPACE")
    what = list_paths(paths) if paths else "the shared workspace" if shared else "the demo briefing"
    say(f"opening {what}; the address follows when the page is ready, and Ctrl+C ends it")
    command = [sys.executable, "-m", "streamlit", "run", str(find_shipped("app.py")), *options, "--"]
    command += [str(Path(path).absolute()) for path in paths]
    asked = False
    with subprocess.Popen(command, env=given) as server:  # noqa: S603  our own interpreter, and paths that exist

        def end(*_: object) -> None:
            nonlocal asked
            asked = True
            server.terminate()

        signal.signal(signal.SIGTERM, end)  # whoever ends us ends the server
        while True:
            try:
                code = server.wait()
            except KeyboardInterrupt:  # the server got it, too, and ends by itself
                asked = True
            else:
                return 0 if asked else code
