"""Work over which processes die: a module of its own, since the workers of a cluster have to import it."""

import os


def double(number):
    """Twice `number`, but the process dies over 13."""
    if number == 13:
        os._exit(1)
    return 2 * number


def lost(number):
    """What stands for a number that was lost."""
    return -number
