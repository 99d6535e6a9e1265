"""What is done with one document, held together: whatever goes wrong in it is a problem of that document alone."""

import contextlib
from collections.abc import Iterator

from timeline.errors import DocumentError, TimelineError

__all__ = ["guard_document"]

_LONGEST = 120  # characters of what a library says


@contextlib.contextmanager
def guard_document(work: str) -> Iterator[None]:
    """Turn any exception that `work` on one document raises into a `DocumentError`; ours pass as they are.

    It catches everything, as only three others do: the process that reads apart (`timeline.guard`), the reading of a
    table and the opening of a slide template. Libraries fail on broken and hostile files in ways that none of them
    lists, and one file must not cost a reader the others.

    Raises
    ------
    DocumentError
        It names the exception, so that the fault can be found, and says what to do.

    Examples
    --------
    >>> with guard_document("reading it"):
    ...     {}["glyph"]
    Traceback (most recent call last):
    timeline.errors.DocumentError: reading it failed (KeyError: 'glyph'): save it anew or as plain text
    """
    try:
        yield
    except TimelineError:
        raise
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST].removesuffix(": ")
        raise DocumentError(f"{work} failed ({said}): save it anew or as plain text") from error
