"""What a terminal is shown: lines of text, columns, a progress bar. Data goes to stdout, messages to stderr.

What comes from a document is shown without the control characters a terminal would obey.
"""

import contextlib
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

__all__ = ["list_paths", "measure_width", "print_table", "say", "show_progress", "strip_controls"]

FEW = 3  # up to so many documents need no progress bar, and up to so many paths are named in a message


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], notes: Sequence[str] = ()) -> None:
    """Write `rows` under `columns`, two blanks between cells, each followed by its note."""
    table = [tuple(columns), *(tuple(strip_controls(" ".join(cell.split())) for cell in row) for row in rows)]
    widths = [max(map(measure_width, column)) for column in zip(*table, strict=True)]
    for number, row in enumerate(table):
        line = "  ".join(cell + " " * (widest - measure_width(cell)) for cell, widest in zip(row, widths, strict=True))
        click.echo(line.rstrip())
        if notes and number:
            click.echo(f"  {strip_controls(notes[number - 1])}")


def strip_controls(text: str) -> str:
    """`text` without control characters, which a terminal would obey."""
    return "".join(c if unicodedata.category(c) not in {"Cc", "Cf", "Cs"} else "\ufffd" for c in text)


def measure_width(text: str) -> int:
    """The columns `text` takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


def say(message: str) -> None:
    """Write `message` to stderr, on one line."""
    click.echo(strip_controls(" ".join(message.split())), err=True)


@contextlib.contextmanager
def show_progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A callback (done, total) that shows a bar on a terminal once there are more than a few documents."""
    with contextlib.ExitStack() as stack:
        bars: list[Any] = []

        def step(done: int, total: int) -> None:
            if total <= FEW or not sys.stderr.isatty():
                return
            if not bars:
                bars.append(stack.enter_context(click.progressbar(length=total, label=label, file=sys.stderr)))
            bars[0].update(done - bars[0].pos)

        yield step


def list_paths(paths: Sequence[str]) -> str:
    """The first of `paths` as a message names them, and how many more there are.

    >>> list_paths(["a.txt", "b.txt", "c.txt", "d.txt"])
    "'a.txt', 'b.txt', 'c.txt' and 1 more"
    """
    return ", ".join(map(repr, paths[:FEW])) + (f" and {len(paths) - FEW} more" if len(paths) > FEW else "")
