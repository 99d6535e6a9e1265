"""Which extra of the package brings a library that is not there.

Reading documents, finding dates and writing tables need none of them; app, slides and pictures do.
"""

import contextlib
import importlib.util
from collections.abc import Iterator
from typing import Final

from timeline.errors import MissingError

__all__ = ["EXTRAS", "name_extra", "require"]

EXTRAS: Final = {
    "streamlit": "app",
    "starlette": "app",
    "sqlalchemy": "app",
    "kaleido": "pictures",
    "choreographer": "pictures",
    "plotly": "pictures",
    "pptx": "slides",
    "dask": "scale",
    "distributed": "scale",
    "psycopg": "team",
    "authlib": "team",
    "httpx2": "team",
}
"""The extra that brings each library that may be missing."""


@contextlib.contextmanager
def name_extra(what: str, extra: str = "") -> Iterator[None]:
    """What is imported within: where a library of an extra is missing, the error says what to install for `what`.

    `extra` is the one that brings all of `what`; without it, the one that brings the library is named.

    Raises
    ------
    MissingError
        In place of the `ModuleNotFoundError` of such a library; any other passes.

    Examples
    --------
    >>> with name_extra("'.pptx'"):
    ...     raise ModuleNotFoundError("No module named 'pptx.util'", name="pptx.util")
    Traceback (most recent call last):
    timeline.errors.MissingError: '.pptx' needs pptx, which is not installed; pip install 'briefing-timeline[slides]'
    """
    try:
        yield
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library not in EXTRAS:
            raise
        raise _make_error(what, library, extra) from error


def require(what: str, extra: str, *libraries: str) -> None:
    """Nothing, if all `libraries` are installed; none is imported, for that may take seconds.

    Raises
    ------
    MissingError
        Names the first that is not, and the extra that brings all of `what`.
    """
    for library in libraries:
        if importlib.util.find_spec(library) is None:
            raise _make_error(what, library, extra)


def _make_error(what: str, library: str, extra: str = "") -> MissingError:
    name = extra or EXTRAS[library]
    return MissingError(f"{what} needs {library}, which is not installed; pip install 'briefing-timeline[{name}]'")
