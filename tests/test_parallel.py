"""Work in several processes: every result in its place, and a process that dies costs one thing."""

import os
import time

import pytest

from timeline.parallel import LEAST, spread

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
    places = spread(square, THINGS, found, jobs=jobs, lost=lost, progress=lambda *step: heard.append(step))

    assert [(n, n * n) for n in THINGS] == list(places)
    assert [n * n for n in THINGS] == found
    assert [(n + 1, len(THINGS)) for n in THINGS] == heard


def test_a_process_that_dies_costs_one_thing():
    """What a process dies over is lost; all before and after it is done."""
    found = [None] * len(THINGS)
    list(spread(die_at_five, THINGS, found, jobs=2, lost=lost))

    assert [lost(n) if n == 5 else n for n in THINGS] == found


def test_what_is_found_is_not_done_again():
    """Only what is missing is worked out; progress begins with what was there."""
    found, heard = ["kept", None, "kept"], []
    places = list(spread(square, [1, 2, 3], found, jobs=2, lost=lost, progress=lambda *step: heard.append(step)))

    assert ([(1, 4)], ["kept", 4, "kept"], [(2, 3), (3, 3)]) == (places, found, heard)
