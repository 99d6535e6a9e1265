"""Work in several processes: every result in its place, and a process that dies costs one thing."""

import os
import signal
import subprocess
import sys
import time

import pytest

from timeline.parallel import LEAST, Processes, run_in_parallel

THINGS = list(range(LEAST + 8))


def square(number):
    """A little work that takes longest for the first."""
    time.sleep(0.05 if number == 0 else 0)
    return number * number


def die_at_five(number):
    """Work over which the process dies at one thing."""
    if number == 5:
        os._exit(1)
    return number


def lost(number):
    """What stands for a thing that was lost."""
    return -number


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs):
    """The results stand in the order of the things, whoever is done first, and progress counts them all."""
    found, heard = [None] * len(THINGS), []
    places = run_in_parallel(
        square, THINGS, found, executor=Processes(jobs), lost=lost, progress=lambda *step: heard.append(step)
    )

    assert [(n, n * n) for n in THINGS] == list(places)
    assert [n * n for n in THINGS] == found
    assert [(n + 1, len(THINGS)) for n in THINGS] == heard


def test_a_process_that_dies_costs_one_thing():
    """What a process dies over is lost; all before and after it is done."""
    found = [None] * len(THINGS)
    list(run_in_parallel(die_at_five, THINGS, found, executor=Processes(2), lost=lost))

    assert [lost(n) if n == 5 else n for n in THINGS] == found


def test_what_is_found_is_not_done_again():
    """Only what is missing is worked out; progress begins with what was there."""
    found, heard = ["kept", None, "kept"], []
    places = list(
        run_in_parallel(
            square, [1, 2, 3], found, executor=Processes(2), lost=lost, progress=lambda *step: heard.append(step)
        )
    )

    assert ([(1, 4)], ["kept", 4, "kept"], [(2, 3), (3, 3)]) == (places, found, heard)


SLEEPERS = """
import os, sys, time
from timeline.parallel import Processes, run_in_parallel

def sleep(name):
    open(os.path.join(sys.argv[1], str(os.getpid())), "w").close()
    time.sleep(600)

if __name__ == "__main__":
    list(run_in_parallel(sleep, list(range(40)), [None] * 40, executor=Processes(2), lost=repr))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows neither signal")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_who_started_it(tmp_path, how):
    """Whatever ends the program ends the processes that work for it."""
    script, started = tmp_path / "sleepers.py", tmp_path / "started"
    script.write_text(SLEEPERS)
    started.mkdir()
    main = subprocess.Popen([sys.executable, str(script), str(started)])
    wait_until(lambda: len(list(started.iterdir())) == 2)
    main.send_signal(how)
    main.wait(10)
    wait_until(lambda: not any(is_running(int(path.name)) for path in started.iterdir()))


def wait_until(holds, seconds=60):
    """Wait until something holds, and fail if it never does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_running(process):
    """Whether a process is there and works, one that has ended but was not asked after aside."""
    command = ["ps", "-o", "stat=", "-p", str(process)]
    told = subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()
    return bool(told) and not told.startswith("Z")
