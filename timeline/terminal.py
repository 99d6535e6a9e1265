"""What a terminal is shown: lines of text, columns, a progress bar. Data goes to stdout, messages to stderr.

What comes from a document is shown without the control characters a terminal would obey.
"""

import contextlib
import dataclasses
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from timeline.documents import Document
    from timeline.table import Timeline

__all__ = [
    "DOCUMENT_COLUMNS",
    "describe_documents",
    "list_paths",
    "measure_width",
    "print_table",
    "say",
    "show_progress",
    "strip_controls",
    "tell_problems",
    "tell_title",
]

DOCUMENT_COLUMNS = ("path", "title", "publisher", "published", "basis", "characters", "language", "problems")

FEW = 3  # up to so many documents need no progress bar, and up to so many paths are named in a message

PAUSE = 30.0  # seconds between two lines of a log


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
    """A callback (done, total) that shows how far the work is, once there are more than a few documents.

    On a terminal as a bar; elsewhere, as in the log of a long run, as a line every `PAUSE` seconds.
    """
    with contextlib.ExitStack() as stack:
        bars: list[Any] = []
        paces: list[Pace] = []
        told = time.monotonic()

        def step(done: int, total: int) -> None:
            nonlocal told
            if total <= FEW:
                return
            now = time.monotonic()
            if not paces:
                paces.append(Pace(before=done, begun=now))
            if sys.stderr.isatty():
                if not bars:
                    bars.append(stack.enter_context(_bar(label, total)))
                bars[0].update(done - bars[0].pos, paces[0].tell(done, total, now))
            elif now - told >= PAUSE:
                told = now
                say(f"{label}: {paces[0].tell(done, total, now)}")

        yield step


def _bar(label: str, total: int) -> Any:
    return click.progressbar(
        length=total, label=label, file=sys.stderr, show_eta=False, show_percent=False, item_show_func=lambda text: text
    )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast documents are done: since `begun`, on the clock, when so many were done `before`."""

    before: int
    begun: float

    def tell(self, done: int, total: int, now: float) -> str:
        """What is done, how many a second, and how long the rest takes at that pace.

        Examples
        --------
        >>> pace = Pace(before=1_000, begun=50.0)
        >>> pace.tell(1_000, 5_000, 50.0)
        '1,000 of 5,000 documents'
        >>> pace.tell(2_000, 5_000, 70.0)
        '2,000 of 5,000 documents, 50 a second, 1:00 left'
        """
        text = f"{done:,} of {total:,} documents"
        seconds, new = now - self.begun, done - self.before
        if new <= 0 or seconds <= 0:
            return text
        minutes, left = divmod(round((total - done) * seconds / new), 60)
        return f"{text}, {new / seconds:.{0 if new >= 10 * seconds else 1}f} a second, {minutes}:{left:02} left"


def list_paths(paths: Sequence[str]) -> str:
    """The first of `paths` as a message names them, and how many more there are.

    >>> list_paths(["a.txt", "b.txt", "c.txt", "d.txt"])
    "'a.txt', 'b.txt', 'c.txt' and 1 more"
    """
    return ", ".join(map(repr, paths[:FEW])) + (f" and {len(paths) - FEW} more" if len(paths) > FEW else "")


def tell_title(timeline: "Timeline", suffix: str) -> None:
    """Say what a file that has a title is called, where nobody gave it one."""
    from timeline.formats.lookup import FORMATS, Preview  # noqa: PLC0415  most commands write nothing
    from timeline.layout.words import propose_title, propose_topic  # noqa: PLC0415

    preview = FORMATS[suffix].preview
    propose = propose_topic if preview is Preview.SLIDE else propose_title
    if not timeline.title and preview in {Preview.SLIDE, Preview.PAGE, Preview.CHRONOLOGY}:
        say(f"called {propose(timeline.events)!r}; --title gives it another name")


def tell_problems(timeline: "Timeline") -> None:
    """Say what could not be read or used, and in which document."""
    for document, message in zip(timeline.problems["document"], timeline.problems["message"], strict=True):
        say(f"problem: {document}: {message}" if document else f"problem: {message}")


def describe_documents(documents: "Sequence[Document]") -> list[dict[str, str | int]]:
    """What there is to say of each of `documents`, by `DOCUMENT_COLUMNS`."""
    copies = _find_copies(documents)
    cells = [_describe_document(d, copies.get(d.path, "")) for d in documents]
    return [dict(zip(DOCUMENT_COLUMNS, row, strict=True)) for row in cells]


def _find_copies(documents: "Sequence[Document]") -> dict[str, str]:
    """What of `documents` is a copy of what, by path."""
    from timeline.documents import find_copies  # noqa: PLC0415  who prints no documents waits for none

    readable = [d for d in documents if not d.problem]
    copies = find_copies(readable)
    paths = {d.id: d.path for d in readable}
    near = {d.path: f"nearly the same as {paths[copies.originals[d.id]]}" for d in readable if d.id in copies.originals}
    same = {
        given.path: f"the same article as {paths[kept.id]}"
        for given, kept in zip(readable, copies.documents, strict=True)
        if given.id != kept.id
    }
    return near | same


def _describe_document(document: "Document", copy: str) -> tuple[str | int, ...]:
    """The cells of `document` under `DOCUMENT_COLUMNS`; `copy` says what it is a copy of."""
    return (
        document.path,
        document.title,
        document.publisher,
        str(document.published or ""),
        document.published_basis,
        len(document.text),
        document.language,
        "; ".join(filter(None, (document.problem or document.note, copy))),
    )
