"""What a server that many use writes into its log, in a process of its own: a log is set up for a whole process."""

import os
import re
import subprocess
import sys

import pytest

SAID = "The minister resigned on Monday"
PROGRAM = f"""
import logging, threading, warnings
from timeline.screen.logs import keep_bare_log, log

def fail():
    raise ValueError({SAID!r})

keep_bare_log()
log("corrected", session="ab12", step=3)
try:
    fail()
except ValueError as error:
    logging.getLogger("timeline.other").exception("it failed")
    logging.getLogger("timeline.other").warning("it failed: %s", error)
thread = threading.Thread(target=fail)
thread.start()
thread.join()
warnings.warn({SAID!r})
"""


@pytest.fixture(scope="module")
def written() -> list[str]:
    """The lines that the program above leaves in the log of `timeline serve`."""
    variables = os.environ | {"TIMELINE_LOG": "bare"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, env=variables)
    return [line for line in done.stderr.splitlines() if "No runtime found" not in line]


def test_what_happened_is_one_line(written):
    """With the time as everywhere, and what it was about."""
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ corrected session=ab12 step=3", written[0])


def test_nothing_in_it_quotes_a_document(written):
    """However it comes into the log: as an exception, a part of a message, the end of a thread, a warning."""
    assert SAID not in "\n".join(written)
    assert [re.sub(r"^\S+Z ", "", line) for line in written[1:]] == [
        "it failed",
        "ValueError at <string>:6",
        "it failed: ValueError at <string>:6",
        "a thread ended",
        "ValueError at <string>:6",
        "UserWarning at <string>:18",
    ]


def test_on_a_machine_of_ones_own_everything_is_said():
    """Errors keep their words, and what is done well says nothing."""
    variables = os.environ | {"TIMELINE_LOG": ""}
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, env=variables)
    assert "corrected" not in done.stderr
    assert SAID in done.stderr
